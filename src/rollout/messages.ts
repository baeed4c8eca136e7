import { defineMessages } from '#kit/messages';

export const rolloutMessages = defineMessages({
  'release-open-otherwise': (tag: string, platform: string, known: string, given: string) => ({
    text: `${tag} is open for ${platform} with ${known}, and not with ${given}.`,
    cure: 'Give what was uploaded under that version and build; another build is another release.',
  }),
  'ledger-contended': (branch: string, attempts: number) => ({
    text: `The ledger on the branch ${branch} was changed by somebody else ${attempts} times in a row.`,
    cure: 'Run the job again; if it stays so, look who writes to that branch besides this suite.',
  }),
});
