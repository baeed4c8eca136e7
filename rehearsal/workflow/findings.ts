import type { Place, Problem } from '../expressions/place.ts';

export const rejected = 'GitHub rejects the whole file for it, and no job of it runs.';

/** What is wrong with a run before it starts. */
export interface Finding extends Problem {
  /**
   * - `error`: GitHub would not start the run, or a step of it could not succeed there.
   * - `refused`: GitHub would run it, and this machine cannot rehearse it.
   * - `warning`: it runs, and otherwise than somebody may expect.
   */
  readonly level: 'error' | 'refused' | 'warning';
  /** Other places that have a part in it, as the call for what is wrong between a caller and what it calls. */
  readonly related?: readonly Place[];
}

export function errorAt(place: Place, what: string, why: string, ...related: Place[]): Finding {
  return finding('error', place, what, why, related);
}

export function refusalAt(place: Place, what: string, why: string, ...related: Place[]): Finding {
  return finding('refused', place, what, why, related);
}

export function warningAt(place: Place, what: string, why: string, ...related: Place[]): Finding {
  return finding('warning', place, what, why, related);
}

/** A problem of a file, found on the way from another. */
export function asFinding(problem: Problem, ...related: Place[]): Finding {
  return finding(problem.refused === true ? 'refused' : 'error', problem, problem.what, problem.why, related);
}

function finding(level: Finding['level'], place: Place, what: string, why: string, related: Place[]): Finding {
  const { file, line, column } = place;
  const refused = level === 'refused' ? { refused: true as const } : {};
  return { level, file, line, column, what, why, ...refused, ...(related.length > 0 ? { related } : {}) };
}
