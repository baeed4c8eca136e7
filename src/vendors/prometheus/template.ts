import { ConfigurationError } from '#kit/errors';
import { prometheusMessages } from './messages.ts';

/** What a query is filled with. */
export interface Filling {
  /** Name of the gate. */
  readonly gate: string;
  /** "tracker-mobile@2.15.3+20250114.1". */
  readonly release: string;
  /** Milliseconds, whole seconds. */
  readonly step: number;
}

type Literal = '"' | "'" | '`';

const placeholder = /^\{\{\s*([\w-]+)\s*\}\}/;
/** Behind one of these a literal is the value of a label. */
const matcher = /(!=|=~|!~|=)\s*$/;
const ofRelease: readonly string[] = ['release', 'version', 'build'];

/**
 * Fills `{{release}}`, `{{version}}` ("2.15.3"), `{{build}}` ("20250114.1") and `{{step}}` ("3600s") into a query.
 *
 * A value can never leave its place: it may stand only within the quotes of a label's value; what would end the quotes or begin an
 * escape is escaped by the rules of that kind of quotes (https://prometheus.io/docs/prometheus/latest/querying/basics/), and behind
 * `=~` and `!~` everything that means something to a regular expression before that. `{{step}}` is a number and stands anywhere.
 *
 * @throws ConfigurationError (`prometheus-placeholder-…`, `prometheus-value-unsafe`, `prometheus-query-for-all`).
 */
export function fillTemplate(template: string, filling: Filling): string {
  let filled = '';
  let rest = template;
  let literal: Literal | undefined;
  let comment = false;
  let before = '';
  let named = false;
  while (rest !== '') {
    const [whole, name = ''] = (comment ? null : placeholder.exec(rest)) ?? [];
    if (whole !== undefined) {
      filled += fill(name, filling, { literal, before });
      named ||= ofRelease.includes(name);
      rest = rest.slice(whole.length);
      continue;
    }
    const character = rest.charAt(0);
    // A backslash and what it escapes go together, so that an escaped quote ends nothing.
    const width = character === '\\' && literal !== undefined && literal !== '`' ? 2 : 1;
    if (comment) comment = character !== '\n';
    else if (literal === undefined) {
      if (character === '#') comment = true;
      else if (character === '"' || character === "'" || character === '`') {
        literal = character;
        before = filled;
      }
    } else if (character === literal && width === 1) literal = undefined;
    filled += rest.slice(0, width);
    rest = rest.slice(width);
  }
  if (!named) throw new ConfigurationError(prometheusMessages['prometheus-query-for-all'](filling.gate, template));
  return filled;
}

interface Spot {
  readonly literal: Literal | undefined;
  /** What stands before the literal. */
  readonly before: string;
}

function fill(name: string, filling: Filling, { literal, before }: Spot): string {
  const { gate, release, step } = filling;
  if (name === 'step') return `${step / 1_000}s`;
  if (!ofRelease.includes(name)) {
    const valid = [...ofRelease, 'step'].map((one) => `{{${one}}}`).join(', ');
    throw new ConfigurationError(prometheusMessages['prometheus-placeholder-unknown'](gate, name, valid));
  }
  const [, operator] = matcher.exec(before) ?? [];
  if (literal === undefined || operator === undefined) {
    const place = (literal === undefined ? '' : before).trim().slice(-30);
    throw new ConfigurationError(prometheusMessages['prometheus-placeholder-misplaced'](gate, name, place));
  }
  const value = partOf(release, name);
  if (value === '')
    throw new ConfigurationError(prometheusMessages['prometheus-placeholder-empty'](gate, name, release));
  const meant = operator.endsWith('~') ? quoteExpression(value) : value;
  if (/[\u0000-\u001f\u007f]/.test(value) || (literal === '`' && meant.includes('`')))
    throw new ConfigurationError(prometheusMessages['prometheus-value-unsafe'](gate, value));
  if (literal === '`') return meant;
  return meant.replaceAll('\\', '\\\\').replaceAll(literal, `\\${literal}`);
}

function partOf(release: string, name: string): string {
  if (name === 'release') return release;
  const [version = '', ...build] = release.slice(release.lastIndexOf('@') + 1).split('+');
  return name === 'version' ? version : build.join('+');
}

/** Everything that RE2 gives a meaning, as its own QuoteMeta does: https://github.com/google/re2/wiki/Syntax */
function quoteExpression(value: string): string {
  return value.replaceAll(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}
