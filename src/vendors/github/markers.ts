import { suite } from '#kit/suite';

/** How our own texts at GitHub are known again: by a first line that readers do not see. */

export interface RunOrder {
  readonly id: number;
  readonly attempt: number;
}

export interface Marker {
  /** Tells our texts apart; without spaces. */
  readonly key: string;
  /** What the text was about when it was last written, where that is a reason to speak again; without spaces. */
  readonly state?: string;
  /** Which run says it: a text of a newer one is left alone. */
  readonly run: RunOrder;
}

/** UTF-16 units: GitHub's own "body is too long (maximum is 65536 characters)". */
const mostUnits = 65_536;

/** More than 0 when the first is the newer one. */
export function compareRuns(one: RunOrder, other: RunOrder): number {
  return one.id - other.id || one.attempt - other.attempt;
}

function markerOf({ key, state, run }: Marker): string {
  const about = state === undefined ? '' : ` state ${state}`;
  return `<!-- ${suite.name} ${key}${about} run ${run.id} attempt ${run.attempt} -->`;
}

const form = new RegExp(`^<!-- ${suite.name} (\\S+)(?: state (\\S+))? run (\\d{1,15}) attempt (\\d{1,9}) -->$`);

/** The marker that is the first line of a body; undefined for any other text. */
export function readMarker(body: string): Marker | undefined {
  const [line = ''] = body.split(/\r?\n/, 1);
  const [found, key = '', state, id, attempt] = form.exec(line) ?? [];
  if (found === undefined) return undefined;
  return { key, run: { id: Number(id), attempt: Number(attempt) }, ...(state === undefined ? {} : { state }) };
}

/** The marker and as many of the blocks as fit, never a part of one. */
export function composeBody({ blocks, ...marker }: Marker & { readonly blocks: readonly string[] }): string {
  const compose = (count: number): string => {
    const left = blocks.length - count;
    const note =
      left === 0 ? [] : [`… ${left === 1 ? 'A section is' : `${left} sections are`} left out: too long for a comment.`];
    return [markerOf(marker), [...blocks.slice(0, count), ...note].join('\n\n')].join('\n');
  };
  let count = blocks.length;
  while (count > 0 && compose(count).length > mostUnits) count -= 1;
  return compose(count);
}
