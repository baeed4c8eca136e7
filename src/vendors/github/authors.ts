import { nullable, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import type { GitHub } from './client.ts';

/** Who wrote something, as GitHub's REST gives it; null for an account that is gone. */
export type Author = { readonly login: string; readonly type: string } | null;

export const authorShape: Shape<Author> = nullable(record({ login: text(300), type: text(100) }, 'ignored'));

/** Says of an author whether it is the one that the token speaks as. A person can quote a marker, but not write as a bot. */
export async function recogniseAuthor(github: GitHub): Promise<(author: Author) => boolean> {
  // Tokens of apps may not ask who they are.
  if (github.actsAsApp) return (author) => author?.type === 'Bot';
  const question = { operation: 'read whose token this is', route: 'GET /user', parameters: {} } as const;
  const { login } = await github.read(question, record({ login: text(300) }, 'ignored'));
  return (author) => author?.login === login;
}
