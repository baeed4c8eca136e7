import { defineMessages } from '#kit/messages';

export const githubMessages = defineMessages({
  'github-repository-unknown': (given: string) => ({
    text: `GITHUB_REPOSITORY is "${given}", and has to name a repository as owner/name.`,
    cure: 'GitHub sets it in every job; outside of one, set it yourself.',
  }),
});
