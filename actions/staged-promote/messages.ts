import { defineMessages } from '#kit/messages';

export const messages = defineMessages({
  'nothing-open': (name: string) => ({
    text: `No release of ${name} is open, so nothing is moved.`,
    cure: 'Open one: store-upload does it with "open-rollout: true", and this action with "command: open".',
  }),
  'release-unknown': (wanted: string, known: string) => ({
    text: `${wanted} is not open${known === '' ? ', and no other release is' : `; open are: ${known}`}.`,
    cure: 'Give "release" as a tag that is open, or open it first.',
  }),
  'confirmation-missing': (command: string, version: string, typed: string) => ({
    text: `"${command}" has to be confirmed by typing the version, ${version}${typed === '' ? '' : `, and "${typed}" was typed`}.`,
    cure: `Give "confirm: ${version}".`,
  }),
  'platform-unknown': (name: string, known: string) => ({
    text: `The release has no platform "${name}".`,
    cure: `Valid: ${known}.`,
  }),
  'credentials-missing': (platform: string, input: string) => ({
    text: `${platform} cannot be looked at: the input "${input}" is missing.`,
    cure: `Give it, from a secret of the repository or of the environment.`,
  }),
  'source-credentials-missing': (gate: string, input: string) => ({
    text: `the input "${input}" is missing, and the gate "${gate}" asks a source that needs it`,
    cure: `Give it, from a secret.`,
  }),
  'app-missing': () => ({
    text: 'Nothing says which app this is about.',
    cure: 'Write a policy (.github/slipway.yml), or give "package-name" or "bundle-id".',
  }),
  'open-input-missing': (name: string, why: string) => ({
    text: `"command: open" needs the input "${name}"${why === '' ? '' : `: ${why}`}.`,
    cure: `Give "${name}".`,
  }),
  'ledger-unreadable': (path: string, reason: string) => ({
    text: `The ledger ${path} cannot be read: ${reason}. What it is about is not moved, but for a halt by hand.`,
    cure: 'Look at its last commit on the branch of the ledger and take back what broke it.',
  }),
  'ledger-unwritten': (reason: string) => ({
    text: `What was done could not be written into the ledger: ${reason}.`,
    cure: 'Nothing is lost: the next run sees at the stores what was done, and writes it down.',
  }),
  'app-store-other-build': (version: string, out: string, wanted: string) => ({
    text: `Version ${version} is out with build ${out}, and the release is of build ${wanted}.`,
    cure: 'Abandon this release, and open the one that is out.',
  }),
  'move-failed': (platform: string, what: string, reason: string) => ({
    text: `${platform}: "${what}" was not made: ${reason}`,
    cure: 'The next run looks at the store first, and tries again where that is still right.',
  }),
  'store-unreadable': (platform: string, reason: string) => ({
    text: `${platform} could not be looked at: ${reason}`,
    cure: "Look at the vendor's status page and at the credentials; nothing is moved until the store answers.",
  }),
  'call-failed': (reason: string) => ({
    text: `Something waits for a person, and no issue could call one: ${reason}`,
    cure: 'Grant "issues: write" to the job and to the workflow that calls it, or give "notify: none" and act upon the outputs "halted" and "needs-person".',
  }),
  'timeline-failed': (reason: string) => ({
    text: `The rollout could not be shown among the deployments: ${reason}`,
    cure: 'Nothing else depends on it. Grant "deployments: write" to the job and to the workflow that calls it, or give "timeline: none".',
  }),
  'ticks-late': (ago: string) => ({
    text: `The run before this one was ${ago} ago: GitHub delays and drops scheduled runs, and meanwhile nobody looked.`,
    cure: 'Give the promotion a second trigger: docs/promotion.md says which there are.',
  }),
  'halted-now': (platform: string, sentence: string, choice: string) => ({
    text: `${platform} is halted: ${sentence}.`,
    cure: `A person decides: ${choice}.`,
  }),
  'nothing-halted': (where: string) => ({
    text: `There was nothing to halt: ${where}.`,
    cure: 'Look at the stores: what is out to everybody in the App Store cannot be stopped, and Google halts nothing on internal tracks.',
  }),
});
