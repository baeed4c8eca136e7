import { describe, expect, test } from '@jest/globals';
import { shareReported } from '#health/completeness';
import type { Bucket } from '#health/report';
import { findCurves } from '#rollout/curves';
import type { Entry } from '#rollout/entries';
import { ledgerPath, writeLedger } from '#rollout/ledger-file';
import { readLedgers } from '#rollout/ledgers';
import { readState } from '#rollout/state';
import { PlayRollout } from './play-model.ts';
import { hour, policyOf, start } from './situations.ts';

// How late reports come is learned from the counts that a rollout has kept.

const policy = policyOf(`
platforms: { android: { package: com.example.app } }
gates: { crash: { source: command, run: x, unit: session, max: 0.5% } }
`);

/** An hour's crashes as they are known later: `share` of them by age in hours. */
type Delay = (age: number) => number;
const atOnce: Delay = () => 1;
const late: Delay = (age) => 1 - 0.8 * Math.exp(-age / 12);

function see({ now }: PlayRollout, delay: Delay): Bucket[] {
  const buckets: Bucket[] = [];
  for (let at = Math.floor(start / hour) * hour; at + hour <= now; at += hour) {
    const age = Math.floor((now - at - hour) / hour);
    buckets.push({ start: at, end: at + hour, units: 20_000, bad: Math.round(40 * delay(age)) });
  }
  return buckets;
}

function run(delay: Delay, hours: number): PlayRollout {
  const rollout = new PlayRollout(policy);
  rollout.upload('production');
  rollout.world.tracks['production'] = [
    { versionCode: 120, status: 'inProgress', fraction: 0.05, lifecycle: 'PUBLISHED' },
  ];
  for (let at = 0; at <= hours; at += 1) {
    rollout.now = start + at * hour;
    rollout.reports = { crash: { buckets: see(rollout, delay), freshUntil: rollout.now } };
    rollout.tick();
  }
  return rollout;
}

const curvesOf = ({ ledger }: PlayRollout): readonly (Entry & { kind: 'curve' })[] =>
  ledger.entries.filter((entry): entry is Entry & { kind: 'curve' } => entry.kind === 'curve');

describe('within a rollout', () => {
  test('reports that come later than was thought begin the evidence for raises anew, once', () => {
    const rollout = run(late, 24 * 6);
    const curves = curvesOf(rollout);
    expect(curves).toHaveLength(1);
    expect(curves[0]).toMatchObject({ platform: 'android', gate: 'crash' });
    const { memory } = rollout.state;
    expect(memory?.promotion['crash']?.epoch).toEqual({ number: 1, startedAt: Date.parse(curves[0]?.at ?? '') });
    // What halts goes on as it was.
    expect(memory?.epoch.number).toBe(0);
  });

  test('reports that come sooner change nothing under way', () => {
    const rollout = run(atOnce, 24 * 6);
    expect(curvesOf(rollout)).toEqual([]);
    expect(rollout.state.memory?.promotion['crash']?.epoch.number).toBe(0);
  });
});

describe('for the next release', () => {
  /** The ledger of a release of this version. */
  function fileOf({ ledger }: PlayRollout, version: string): readonly [string, string] {
    const { release } = readState(ledger);
    const renamed = { ...release, version };
    const entries = ledger.entries.map((entry) => (entry.kind === 'opened' ? { ...entry, release: renamed } : entry));
    return [ledgerPath(renamed), writeLedger({ ...ledger, entries })];
  }
  const read = (...files: readonly (readonly [string, string])[]) =>
    readLedgers({ head: 'a'.repeat(40), files: new Map(files) });
  const releaseOf = (version: string) => ({ name: 'tracker', version, build: '20261130.1' });

  test('what the one before has learned is where it begins; a newer one is no teacher', () => {
    const ledgers = read(
      fileOf(run(atOnce, 24 * 6), '2.15.1'),
      fileOf(run(late, 24 * 6), '2.15.2'),
      fileOf(run(late, 2), '2.15.3'),
      fileOf(run(atOnce, 24 * 6), '2.15.4'),
    );
    const curve = findCurves(ledgers, releaseOf('2.15.3'), 'android')['crash'];
    expect(curve?.learnedFrom).toBeGreaterThan(20);
    expect(curve && shareReported(curve, 0)).toBeCloseTo(0.2, 1);
    const first = findCurves(ledgers, releaseOf('2.15.1'), 'android');
    expect(first).toEqual({});
    expect(findCurves(ledgers, releaseOf('2.15.3'), 'wear')).toEqual({});
    const fast = findCurves(ledgers, releaseOf('2.15.2'), 'android')['crash'];
    expect(fast && shareReported(fast, 0)).toBe(1);
  });

  test('one that has seen too little hands on what it was given', () => {
    const ledgers = read(fileOf(run(atOnce, 24 * 6), '2.15.1'), fileOf(run(atOnce, 2), '2.15.2'));
    const given = findCurves(ledgers, releaseOf('2.15.2'), 'android');
    const short = new PlayRollout(policy);
    short.upload('production');
    short.curves = given;
    short.tick();
    expect(short.ledger.entries.find(({ kind }) => kind === 'began')).toMatchObject({ curves: given });
    const next = read(fileOf(short, '2.15.2'), fileOf(run(atOnce, 1), '2.15.3'));
    expect(findCurves(next, releaseOf('2.15.3'), 'android')).toEqual(given);
  });
});
