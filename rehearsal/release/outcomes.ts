import { formatDuration } from '#kit/duration';
import type { Policy } from '#rollout/policy';
import type { WorldHour } from '#rehearsal/world/world';
import { releases, type AppStorePlatform, type PlayPlatform, type Role } from './app.ts';
import { listWorldGates } from './evidence.ts';
import { findOnset } from './onset.ts';
import type { Look, Observed, Outcome } from './result.ts';
import type { Expectation, Range } from './scenario.ts';

/** What a release on a platform came to. */
export function observe(
  policy: Policy,
  platform: PlayPlatform | AppStorePlatform,
  role: Role,
  { looks, hours }: { readonly looks: readonly Look[]; readonly hours: readonly WorldHour[] },
): Observed {
  const { version } = releases[role];
  const last = looks.at(-1);
  const users = hours.at(-1)?.users[version] ?? 0;
  const all = Object.values(hours.at(-1)?.users ?? {}).reduce((sum, count) => sum + count, 0);
  const onset = findOnset(listWorldGates(policy, platform.policy), hours, version);
  const haltedAt = looks.find(({ life }) => life === 'halted')?.at;
  const inStore = looks.filter(({ track }) => track !== null && /(^|:)production$|^app-store$/.test(track));
  const firstAt = inStore.find(({ share }) => share > 0)?.at;
  const everybodyAt = inStore.find(({ share }) => share >= 1)?.at;
  return {
    life: last?.life ?? null,
    reason: last?.reason ?? '',
    track: last?.track ?? null,
    share: last?.share ?? 0,
    halt: haltedAt === undefined || onset === undefined ? null : Math.max(0, haltedAt - onset),
    everybody: firstAt === undefined || everybodyAt === undefined ? null : everybodyAt - firstAt,
    users,
    exposed: all === 0 ? 0 : users / all,
    held: [...new Set(looks.filter(({ verdict }) => verdict === 'hold').map(({ reason }) => reason))],
  };
}

/** @param isOwn whether the numbers of users are those of the scenario */
export function compare(
  platform: PlayPlatform | AppStorePlatform,
  expected: Expectation,
  observed: Observed,
  isOwn: boolean,
): Outcome {
  const misses: string[] = [];
  const note = (what: string, wanted: string, got: string): void => {
    misses.push(`${what} should be ${wanted}, and is ${got}`);
  };
  if (observed.life !== expected.life) note('its life', expected.life, observed.life ?? 'unknown');
  if (expected.reason !== undefined && observed.reason !== expected.reason)
    note('the last reason', expected.reason, observed.reason);
  if (expected.track !== undefined && observed.track !== expected.track)
    note('its track', expected.track, observed.track ?? 'none');
  const check = (
    what: string,
    range: Range | undefined,
    value: number | null,
    tell: (value: number) => string,
  ): void => {
    if (range === undefined) return;
    if (value !== null && value >= range.from && value <= range.to) return;
    note(what, `${tell(range.from)} to ${tell(range.to)}`, value === null ? 'nothing' : tell(value));
  };
  check('the open share', expected.share, observed.share, tellShare);
  check('the time to the halt', expected.halt, observed.halt, tellHours);
  check('the time until everybody may have it', expected.everybody, observed.everybody, tellHours);
  check('the part of users that have it', expected.exposed, observed.exposed, tellShare);
  if (isOwn) check('the number of users that have it', expected.users, observed.users, String);
  for (const reason of expected.held)
    if (!observed.held.includes(reason))
      note('a reason that it was held for', reason, observed.held.join(', ') || 'none');
  return { platform: platform.name, kind: platform.kind, role: expected.of, expected, observed, misses };
}

export function tellShare(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}

export function tellHours(ms: number): string {
  return ms === 0 ? '0 h' : formatDuration(ms);
}
