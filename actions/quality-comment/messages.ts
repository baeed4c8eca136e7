import { defineMessages } from '#kit/messages';

export const messages = defineMessages({
  'run-unknown': (event: string) => ({
    text: `It is not known which run to comment on: the event is ${event}, and only workflow_run says it.`,
    cure: 'Start the workflow on "workflow_run" of the one with the gate, or give "run-id".',
  }),
  'event-unreadable': (reason: string) => ({
    text: `It is not known which run to comment on: ${reason}.`,
    cure: 'GitHub writes the event for every job; a step before this one may have changed it. Or give "run-id".',
  }),
  'run-not-found': (runId: number, repository: string) => ({
    text: `GitHub shows this token no run ${runId} in ${repository}.`,
    cure: 'The run has to be one of this repository, and the job needs "actions: read".',
  }),
  'pull-request-not-found': (number: number, repository: string) => ({
    text: `GitHub shows this token no pull request #${number} in ${repository}.`,
    cure: 'The number has to be one of this repository, and the job needs "pull-requests: write".',
  }),
  'token-lacks-permission': (operation: string, permission: string, said: string) => ({
    text: `The token may not ${operation}: ${said}`,
    cure: `Grant "${permission}" to the job, and to the job that calls its workflow. Nothing can be written where the conversation is locked.`,
  }),
  'figures-missing': (reason: string) => ({
    text: `The run left no figures that can be shown: ${reason}.`,
    cure: 'The comment says how the run ended. The log of its gate says why there are none.',
  }),
});
