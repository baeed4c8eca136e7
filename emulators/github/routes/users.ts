import { Refusal } from '../../base/routes.ts';
import { createLinks } from '../links.ts';
import { refusal } from '../refusals.ts';
import { renderPrivateUser } from '../renderers/users.ts';
import { toSeconds, type GitHubRoute } from '../routing.ts';

export const USER_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'users/get-authenticated',
    method: 'GET',
    path: '/user',
    needs: { anyOf: [] },
    source:
      'https://docs.github.com/en/rest/users/users#get-the-authenticated-user: not for installation tokens, GITHUB_TOKEN among them',
    handler: (_request, _state, { url, actor, now }) => {
      if (actorIsApp(actor)) throw new Refusal(refusal(403, 'Resource not accessible by integration'));
      const links = createLinks(url, { owner: actor, name: '' });
      return { status: 200, body: renderPrivateUser(links, actor, toSeconds(now)) };
    },
  },
];

function actorIsApp(actor: string): boolean {
  return actor.endsWith('[bot]');
}
