import { formatDuration } from '#kit/duration';
import type { Unit } from '#health/report';
import type { Place } from '#rollout/entries';
import { tellPlace } from '#rollout/places';
import { tellTime } from '#rehearsal/release/terminal';
import type { Stay } from '#rollout/timeline';
import type { Life } from '#rollout/state';
import type { StoryView, Tone } from './release-view.ts';

export { tellTime };

/** `1,234,567`. */
export function tellCount(count: number): string {
  return String(Math.round(count)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** `0.462 %`: three digits at most. */
export function tellShare(share: number): string {
  const percent = share * 100;
  return `${percent === 0 ? 0 : Number(percent.toPrecision(percent >= 100 ? 4 : 3))} %`;
}

export function tellUnits(count: number, unit: Unit): string {
  return `${tellCount(count)} ${unit}${Math.round(count) === 1 ? '' : 's'}`;
}

/** Letters, digits and hyphens. */
export function toId(...parts: readonly string[]): string {
  return parts.join('-').replaceAll(/[^A-Za-z0-9]+/g, '-');
}

/** `window-closed` as a person says it. */
export function tellReason(reason: string): string {
  return reason.replaceAll('-', ' ');
}

/** Reasons of holds that are as planned. */
const planned: ReadonlySet<string> = new Set([
  ...['soaking', 'watching', 'window', 'freeze', 'after', 'in-review', 'phasing', 'processing', 'pending-apple'],
  ...['looking', 'asking', 'uploading'],
]);

export function toneOf({
  life,
  verdict,
  reason,
  moved,
  choice,
}: {
  readonly life: Life;
  readonly verdict: string;
  readonly reason: string;
  readonly moved: boolean;
  readonly choice: string | null;
}): Tone {
  if (life === 'halted' || verdict === 'halt') return 'stop';
  if (life !== 'open' || verdict === 'done') return 'over';
  if (moved || verdict === 'promote') return 'go';
  return choice !== null || !planned.has(reason) ? 'ask' : 'wait';
}

/** The state in words. */
export function tellState({ life, verdict, reason, choice }: StoryView): string {
  if (life !== 'open') return life;
  if (choice !== null) return `asks a person: ${tellReason(reason)}`;
  if (verdict === null) return 'opened';
  if (verdict === 'promote') return 'goes on';
  return verdict === 'hold' ? `holds: ${tellReason(reason)}` : verdict;
}

/** When the next look is another one, and what a person may do about it. */
export function tellNext(
  {
    life,
    choice,
    until,
    ahead,
  }: {
    readonly life: Life;
    readonly choice: string | null;
    readonly until: number | null;
    /** The next stage at the earliest, where a plan is known. */
    readonly ahead: Stay | undefined;
  },
  now: number,
): string {
  if (life === 'complete' || life === 'superseded' || life === 'abandoned') return 'Nothing: it is not moved any more.';
  if (choice !== null) return `A person decides: ${choice}.`;
  if (life === 'halted') return 'A person decides: resume it, or abandon it.';
  const stage = ahead === undefined ? '' : ` Next stage: ${ahead.name}.`;
  if (until !== null) return `${tellWhen(until, now)}.${stage}`;
  if (ahead !== undefined && ahead.from > now) return `${ahead.name}, ${tellWhen(ahead.from, now)} at the earliest.`;
  return `The next tick looks again.${stage}`;
}

function tellWhen(at: number, now: number): string {
  return at <= now ? `${tellTime(at)} UTC` : `${tellTime(at)} UTC, in ${formatDuration(at - now)}`;
}

/** How to stop it, or what is left to do about it where that cannot be. */
export function tellStop(
  { life, place, open }: { readonly life: Life; readonly place: Place | null; readonly open: number },
  { workflow, tag, platform }: { readonly workflow: string; readonly tag: string; readonly platform: string },
): StoryView['stop'] {
  const version = /@([^+]+)/.exec(tag)?.[1] ?? '';
  const command = (name: string, more = ''): string =>
    `gh workflow run ${workflow} -f command=${name} -f release='${tag}' -f platform=${platform}${more}`;
  if (life === 'halted')
    return {
      text: 'It is stopped. To go on with it, or to give it up:',
      commands: [command('resume', ` -f confirm=${version}`), command('abandon')],
    };
  if (life === 'superseded' || life === 'abandoned')
    return { text: 'Nothing to stop: nobody more gets it from here.', commands: [] };
  if (place?.track === 'app-store' && open >= 1)
    return {
      text: 'Everybody may have it at the App Store: it cannot be stopped there, only mended by a newer version.',
      commands: [],
    };
  if (life === 'complete')
    return {
      text: 'Everybody may have it. What is bad about it is mended by a newer version:',
      commands: [command('expedite').replace(`'${tag}'`, "'THE NEWER ONE'")],
    };
  return { text: 'At once, and it waits for nothing:', commands: [command('halt'), command('hold')] };
}

export function tellPlaceOf(place: Place | null): string {
  return place === null ? 'not in the store' : tellPlace(place);
}

/** What needs a person first, then what is on its way, then what everybody has; else as they came. */
export function sortStories(stories: readonly StoryView[]): readonly StoryView[] {
  const rank = ({ life, choice }: StoryView): number => {
    if (life === 'halted') return 0;
    if (life === 'open') return choice === null ? 2 : 1;
    return life === 'complete' ? 3 : 4;
  };
  return stories.toSorted((one, other) => rank(one) - rank(other));
}
