import { defineMessages } from '#kit/messages';

export const googleAuthMessages = defineMessages({
  'google-credentials-missing': () => ({
    text: 'There are no credentials for Google: neither the input nor GOOGLE_APPLICATION_CREDENTIALS names any.',
    cure: 'Run google-github-actions/auth in a step before this one, or give the JSON of a service account key. On a machine of Google Cloud give "machine".',
  }),
  'google-credentials-unusable': (where: string, reason: string) => ({
    text: `The credentials for Google in ${where} cannot be used: ${reason}.`,
    cure: 'Give the JSON as Google or google-github-actions/auth wrote it: of the type service_account, external_account or authorized_user.',
  }),
  'google-sign-in-refused': (who: string, said: string) => ({
    text: `Google does not let ${who} in: ${said}`,
    cure: 'Look whether the key or the grant still exists, whether the workload identity pool accepts this repository and branch, and whether the clock of the machine is right.',
  }),
});
