import { defineMessages } from '#kit/messages';

export const githubMessages = defineMessages({
  'github-repository-unknown': (given: string) => ({
    text: `GITHUB_REPOSITORY is "${given}", and has to name a repository as owner/name.`,
    cure: 'GitHub sets it in every job; outside of one, set it yourself.',
  }),
  'github-permission-missing': (operation: string, permission: string, said: string) => ({
    text: `The token may not do this at GitHub: "${operation}" needs "${permission}". GitHub said: ${said}`,
    cure: `Grant "${permission}" under "permissions:" of the job (and of the workflow that calls it), or give a token that has it.`,
  }),
  'github-branch-protected': (branch: string, said: string) => ({
    text: `GitHub takes no direct change of the branch "${branch}", by a rule of the repository. It said: ${said}`,
    cure: 'Exempt it in the repository settings (Rules, Branches): no rule may ask for pull requests, signatures or checks on it, nor forbid to make it.',
  }),
  'github-file-not-text': (branch: string, path: string) => ({
    text: `"${path}" on the branch "${branch}" is no text (UTF-8), and so nothing that was written here.`,
    cure: 'See who put it there, and take it off the branch.',
  }),
});
