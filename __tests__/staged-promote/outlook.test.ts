import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { modes } from '../support/scenario.ts';
import { openStage, TAG, type Stage } from './stage.ts';

// What is foreseen of a plan before anybody has the release.

const hour = 3_600_000;
const OLDER = 'tracker@2.15.2+20261120.1';
let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => stage.stop());

const opening = { command: 'open', release: TAG, mode: 'observe' };
const rowOf = (summary: string, stageName: string): string =>
  summary.split('\n').find((line) => line.startsWith(`| ${stageName}`)) ?? `no row of ${stageName}`;

describe.each(modes)('%s', (mode) => {
  test('with many users stages decide in time, once how late reports come is known; nothing is written', async () => {
    const seen = await stage.run(mode, { ...opening, 'daily-users': '3000000' });
    expect(seen.exitCode).toBe(0);
    if (mode === 'bundle') console.info(seen.summary);
    expect(seen.summary).toContain('🔭 Outlook of android');
    expect(rowOf(seen.summary, 'production 5 %')).toContain('⏳ late');
    expect(seen.summary).toContain('until the delay of the source has been learned');
    for (const name of ['production 10 %', 'production 20 %', 'production 50 %'])
      expect(rowOf(seen.summary, name)).toContain('✅ in time');
    expect(stage.ledger()).toBeUndefined();
    expect(stage.github.log.writes()).toEqual([]);
  });

  test('with few the stages that cannot are named, with what follows and what to change', async () => {
    const seen = await stage.run(mode, { ...opening, 'daily-users': '3000' });
    if (mode === 'bundle') console.info(seen.summary);
    expect(rowOf(seen.summary, 'production 5 %')).toMatch(/late|not within/);
    expect(seen.summary).toMatch(/It takes about [\d,]+ users a day for crash to decide/);
  });

  test('with nothing known that is said, with the numbers that it takes; opening does not depend on it', async () => {
    const seen = await stage.run(mode, { ...opening, mode: 'act' });
    expect(rowOf(seen.summary, 'production 5 %')).toContain('❔ unknown');
    expect(stage.ledger()?.entries.map(({ kind }) => kind)).toEqual(['opened', 'joined']);
  });

  test('what the release before counted goes before what a person says', async () => {
    const files = (name: string): Record<string, string> => ({ 'health.json': countedOf(name, stage.clock.now()) });
    await stage.run(mode, { command: 'open', release: OLDER, 'version-code': '100' });
    await stage.run(mode, {}, { files: files(OLDER) });
    stage.clock.advanceBy(hour);
    const seen = await stage.run(mode, { ...opening, 'daily-users': '3000' }, { files: files(OLDER) });
    for (const name of ['production 10 %', 'production 20 %', 'production 50 %'])
      expect(rowOf(seen.summary, name)).toContain('✅ in time');
    expect(seen.summary).toContain('crash: counted');
  });
});

/** Sessions of the last week. */
function countedOf(release: string, now: number): string {
  const until = Math.floor(now / hour) * hour;
  const iso = (at: number): string => new Date(at).toISOString();
  const buckets = Array.from({ length: 168 }, (_, index) => {
    const start = until - (168 - index) * hour;
    return { start: iso(start), end: iso(start + hour), units: 200_000, bad: 400 };
  });
  return JSON.stringify({ version: 1, release, unit: 'session', freshUntil: iso(now), buckets });
}
