import { defineMessages } from '#kit/messages';

export const commandMessages = defineMessages({
  'health-command-failed': (gate: string, end: string, last: string) => ({
    text: `The command of the gate "${gate}" gave no data: it ended with ${end}${last === '' ? '' : `. Its last words: ${last}`}`,
    cure: 'Run it by hand with the same variables. Until it answers the gate has no data, which is never good news.',
  }),
  'health-command-unreadable': (gate: string, reason: string) => ({
    text: `What the command of the gate "${gate}" printed is no health report: ${reason}.`,
    cure: 'It has to print one JSON document of schemas/health-report.schema.json and nothing else; logs belong to standard error.',
  }),
});
