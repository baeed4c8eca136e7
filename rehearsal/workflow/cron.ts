import { limits } from './limits.ts';

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Three letters for the values from `min` on. */
  readonly names?: readonly string[];
}

const fields: readonly Field[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of the month', min: 1, max: 31 },
  {
    name: 'month',
    min: 1,
    max: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { name: 'day of the week', min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/**
 * What is wrong with the expression of a schedule: five fields of POSIX cron, without `@daily` and the like.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
 */
export function checkCron(expression: string): string | undefined {
  const parts = expression.trim().split(/\s+/);
  if (parts.length !== fields.length) {
    return `has ${parts.length} fields; expected five: minute, hour, day of the month, month, day of the week`;
  }
  const wrong = fields.findIndex((field, index) => valuesOf(parts[index] ?? '', field) === undefined);
  const field = fields[wrong];
  return field && `has '${parts[wrong] ?? ''}' as ${field.name}; expected values from ${field.min} to ${field.max}`;
}

/** Is a tick asked for less than five minutes after another? The expression has to be valid. */
export function ticksTooOften(expression: string): boolean {
  const [minutes = '', hours = ''] = expression.trim().split(/\s+/);
  const [minuteField, hourField] = fields as [Field, Field];
  const all = [...(valuesOf(minutes, minuteField) ?? [])].sort((one, other) => one - other);
  const gaps = all.slice(1).map((minute, index) => minute - (all[index] ?? 0));
  const everyHour = (valuesOf(hours, hourField)?.size ?? 0) > 1;
  const [first, last] = [all[0] ?? 0, all.at(-1) ?? 0];
  return [...gaps, ...(everyHour ? [60 - last + first] : [])].some((gap) => gap < limits.minutesBetweenTicks);
}

/** @returns the values that a field stands for, or nothing if it is none */
function valuesOf(text: string, field: Field): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(?<from>\*|\w+)(?:-(?<to>\w+))?(?:\/(?<step>\d+))?$/.exec(part)?.groups;
    if (match === undefined) return undefined;
    const { from = '', to, step } = match;
    if (from === '*' && to !== undefined) return undefined;
    const low = from === '*' ? field.min : numberOf(from, field);
    const high = to !== undefined ? numberOf(to, field) : from === '*' || step !== undefined ? field.max : low;
    const by = step === undefined ? 1 : Number(step);
    if (low === undefined || high === undefined || high < low || by < 1) return undefined;
    for (let value = low; value <= high; value += by) values.add(value);
  }
  return values;
}

function numberOf(text: string, { min, max, names }: Field): number | undefined {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0) return named + min;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
