import { formatDuration } from '#kit/duration';
import type { RunResult } from '#rehearsal/engine/result';

/** One sign per way to end. */
export const marks: Readonly<Record<RunResult['conclusion'], string>> = {
  success: '✅',
  failure: '❌',
  cancelled: '🚫',
  skipped: '⏭️',
  'startup-failure': '❌',
};

const said: Readonly<Record<RunResult['conclusion'], string>> = {
  success: 'passed',
  failure: 'failed',
  cancelled: 'was cancelled',
  skipped: 'ran no job',
  'startup-failure': 'did not start',
};

/** A commit of 40 digits says no more to a person than its first seven. */
export function shortName(text: string): string {
  return text.replaceAll(/@([0-9a-f]{7})[0-9a-f]{33}\b/g, '@$1');
}

export function describeConclusion({ conclusion, durationMs }: RunResult): string {
  return conclusion === 'startup-failure'
    ? said[conclusion]
    : `${said[conclusion]} after ${formatDuration(durationMs)}`;
}
