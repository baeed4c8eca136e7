import { defineMessages } from '#kit/messages';

export const messages = defineMessages({
  'release-missing': () => ({
    text: 'The input "release" is missing: the name of the app, with which its tags begin.',
    cure: 'Give it, such as "release: tracker-mobile".',
  }),
  'tag-missing': () => ({
    text: 'The input "tag" is missing: it says what to publish.',
    cure: 'Give the output "tag" of the step that reserved the build, by the outputs of its job.',
  }),
  'commit-unknown': (given: string) => ({
    text: `GITHUB_SHA is "${given}", and has to be the full name of a commit.`,
    cure: 'GitHub sets it in every job; outside of one, give the input "commit".',
  }),
  'version-unreadable': (path: string, reason: string) => ({
    text: `The version cannot be read from ${path}: ${reason}.`,
    cure: 'Give the input "version", or a "working-directory" whose package.json has a version such as 2.15.3.',
  }),
  'version-code-too-large': (reason: string) => ({
    text: `With this offset ${reason}.`,
    cure: 'Give a smaller "version-code-offset": the codes themselves end at 991231994, in the year 2099.',
  }),
  'builds-exhausted': (date: string) => ({
    text: `All 99 build numbers of ${date} (UTC) are taken.`,
    cure: 'Wait for the next day. That many builds a day point to a workflow that reserves more often than it releases.',
  }),
  'store-code-larger': (largest: number, first: number, offset: number) => ({
    text: `Google Play has the version code ${largest} already, above ${first}, the first of today: no device would update to it.`,
    cure: `Give "version-code-offset: ${offset}" or more, and never less after that. No number was taken.`,
  }),
  'store-input-missing': (input: string) => ({
    text: `The input "${input}" is missing: with "bundle-id" App Store Connect is asked.`,
    cure: 'Give it, from a variable or a secret of the repository; or leave "bundle-id" out.',
  }),
  'reservations-refused': (ref: string, said: string) => ({
    text: `GitHub does not keep ${ref}: ${said}`,
    cure: 'Give "reservations: refs/tags/builds", or another folder that a rule of the repository allows.',
  }),
  'tag-elsewhere': (tag: string, found: string, wanted: string) => ({
    text: `The tag ${tag} exists already, at ${found}, and not at ${wanted}.`,
    cure: 'A build number is never used twice: reserve a new one and build again. Nothing was changed.',
  }),
  'token-lacks-permission': (operation: string, said: string) => ({
    text: `The token may not ${operation}: ${said}`,
    cure: 'Grant "contents: write" to the job, and to the job that calls its workflow. A ruleset for tags may forbid it, too.',
  }),
  'commit-not-found': (commit: string, said: string) => ({
    text: `GitHub does not take the commit ${commit}: ${said}`,
    cure: 'It has to be pushed, and to be of this repository.',
  }),
});
