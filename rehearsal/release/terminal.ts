import { formatDuration } from '#kit/duration';
import { tellPlace } from '#rollout/places';
import { tellHours, tellShare } from './outcomes.ts';
import type { Look, NaiveRecord, Outcome, ReleaseRehearsal } from './result.ts';
import type { Expectation, Range } from './scenario.ts';

const marks: Readonly<Record<string, string>> = { promote: '✅', hold: '⏸️', halt: '🛑', done: '🏁' };

/** `Thu 10:17, hour 74: android 5 % of production ⏸️ hold (soaking): …`. */
export function tellLook(platform: string, version: string, look: Look, openedAt: number): string {
  const { track, share, verdict, reason, sentence } = look;
  const place = track === null ? 'not in the store' : tellPlace({ track, share });
  const hour = Math.floor((look.at - openedAt) / 3_600_000);
  return `${tellTime(look.at)}, hour ${hour}: ${version} ${platform} ${place} ${marks[verdict] ?? ''} ${verdict} (${reason}): ${sentence}`;
}

/** `Thu 3 Dec 10:17`, UTC. */
export function tellTime(at: number): string {
  const date = new Date(at);
  const [day = '', , , time = ''] = /^(\w+), (\d+) (\w+) \d+ (\d\d:\d\d)/.exec(date.toUTCString())?.slice(1) ?? [];
  return `${day} ${date.getUTCDate()} ${date.toUTCString().slice(8, 11)} ${time}`;
}

/** Expected beside observed, and what a threshold would have done; as lines. */
export function renderOutcomes({ outcomes, naive, seed, scenario, cost, openedAt, endedAt }: ReleaseRehearsal): string {
  const rows = outcomes.map((outcome) => [
    `${outcome.misses.length === 0 ? '✅' : '❌'} ${outcome.platform}${outcome.role === 'next' ? ', the next release' : ''}`,
    tellExpected(outcome.expected),
    tellObserved(outcome),
    outcome.role === 'release'
      ? tellNaive(
          naive.find(({ platform }) => platform === outcome.platform),
          openedAt,
        )
      : '',
  ]);
  const misses = outcomes.flatMap(({ platform, role, misses: all }) =>
    all.map((miss) => `❌ ${platform}${role === 'next' ? ', the next release' : ''}: ${miss}.`),
  );
  return [
    `${scenario.name}, seed ${seed}: ${formatDuration(endedAt - openedAt)} of rollout, ${cost.ticks} ticks by schedule, ${cost.processes} processes of the bundle, ${formatDuration(cost.totalMs)}`,
    '',
    ...drawTable(['', 'Expected', 'Observed', 'A threshold instead'], rows),
    ...(misses.length === 0 ? [] : ['', ...misses]),
  ].join('\n');
}

/** Cells that are too long go on below. */
function drawTable(titles: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [24, 34, 40, 40];
  const draw = (cells: readonly string[]): readonly string[] => {
    const columns = cells.map((cell, index) => wrap(cell, widths[index] ?? 40));
    const height = Math.max(...columns.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      columns
        .map((lines, index) => (lines[line] ?? '').padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  };
  return [...draw(titles), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.flatMap(draw)];
}

function wrap(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function tellExpected({
  life,
  reason,
  track,
  share,
  halt,
  exposed,
  users,
  everybody,
  held,
}: Expectation): string {
  const range = ({ from, to }: Range, tell: (value: number) => string): string =>
    from === to ? tell(from) : `${tell(from)} to ${tell(to)}`;
  return [
    life,
    ...(reason === undefined ? [] : [reason]),
    ...(track === undefined ? [] : [`on ${track}`]),
    ...(share === undefined ? [] : [`open to ${range(share, tellShare)}`]),
    ...(halt === undefined ? [] : [`halt after ${range(halt, tellHours)}`]),
    ...(everybody === undefined ? [] : [`to everybody in ${range(everybody, tellHours)}`]),
    ...(exposed === undefined ? [] : [`${range(exposed, tellShare)} have it`]),
    ...(users === undefined ? [] : [`${range(users, tellCount)} users`]),
    ...(held.length === 0 ? [] : [`was held as ${held.join(', ')}`]),
  ].join(', ');
}

export function tellObserved({ expected, observed }: Outcome): string {
  const { life, reason, track, share, halt, everybody, exposed, users } = observed;
  return [
    life ?? 'nobody looked at it',
    ...(reason === life ? [] : [reason]),
    ...(track === null ? [] : [`on ${track}, open to ${tellShare(share)}`]),
    ...(halt === null ? [] : [`halt after ${tellHours(halt)}`]),
    ...(everybody === null || expected.everybody === undefined ? [] : [`to everybody in ${tellHours(everybody)}`]),
    `${tellShare(exposed)} have it, ${tellCount(users)} users`,
  ].join(', ');
}

export function tellNaive(naive: NaiveRecord | undefined, openedAt: number): string {
  if (naive === undefined) return '';
  const { halt, exposed } = naive;
  if (halt === null) return `never halts; ${tellCount(exposed)} users have it`;
  const { gate, units, bad, isFalse, after, at } = halt;
  const when = after === null ? `in hour ${Math.floor((at - openedAt) / 3_600_000)}` : `after ${tellHours(after)}`;
  return `${isFalse ? 'FALSE halt' : 'halts'} ${when}: ${gate} ${tellCount(bad)} of ${tellCount(units)}; ${tellCount(exposed)} users have it`;
}

function tellCount(count: number): string {
  return String(Math.round(count)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
