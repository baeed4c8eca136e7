import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { weighHour } from '#rehearsal/world/activity';
import type { Exposure } from '#rehearsal/world/population';
import type { Change, Rates, WorldSettings } from '#rehearsal/world/settings';
import { createPlatformWorld, passHour, type PlatformWorld, type WorldHour } from '#rehearsal/world/world';

const hour = 3_600_000;
const start = Date.parse('2026-11-30T00:00:00Z');
const rates: Rates = { crash: 0.003, anr: 0.002, oneStar: 0.03, reviews: 0.00001 };

interface Given {
  readonly seed?: number;
  readonly changes?: readonly Change[];
  readonly adoption?: number;
}

function settingsOf(users: number, { seed = 1, changes = [], adoption = 36 * hour }: Given = {}): WorldSettings {
  return {
    seed,
    platforms: [{ name: 'android', store: 'google-play', users, testers: { internal: 50 }, adoption }],
    versions: ['1.0.0', '1.1.0', '1.2.0'].map((version) => ({ version, rates })),
    changes,
  };
}

function live(settings: WorldSettings, exposures: readonly Exposure[]): readonly WorldHour[] {
  let world: PlatformWorld = createPlatformWorld(settings, 'android', start);
  return exposures.map((exposure) => {
    const passed = passHour(world, exposure);
    world = passed.world;
    return passed.hour;
  });
}

const rollout = (version: number, share: number): Exposure => ({
  everybody: 0,
  rollout: { version, share },
  tracks: {},
});
const nobody: Exposure = { everybody: 0, tracks: {} };
const repeat = (exposure: Exposure, times: number): readonly Exposure[] =>
  Array.from({ length: times }, () => exposure);
const have = (hours: readonly WorldHour[], version: string): number => hours.at(-1)?.users[version] ?? 0;
const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const anyExposure = fc.record(
  {
    everybody: fc.constantFrom(0, 1, 2),
    rollout: fc.record({ version: fc.constantFrom(1, 2), share: fc.constantFrom(0, 0.01, 0.05, 0.1, 0.2, 0.5, 1) }),
    byHand: fc.constantFrom(1, 2),
    tracks: fc.constantFrom({}, { internal: 1 }, { internal: 2 }),
  },
  { requiredKeys: ['everybody', 'tracks'] },
) as fc.Arbitrary<Exposure>;

describe('whatever stores do', () => {
  test('nobody is lost, nobody comes from nowhere, and nobody goes back to an older version', () => {
    fc.assert(
      fc.property(
        fc.array(anyExposure, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 9_000_000 }),
        fc.integer(),
        (exposures, users, seed) => {
          const hours = live(settingsOf(users, { seed }), exposures);
          let oldest = users;
          let newest = 0;
          for (const one of hours) {
            expect(total(one.users)).toBe(users);
            expect(total(one.testers)).toBe(50);
            expect(one.users['1.0.0']).toBeLessThanOrEqual(oldest);
            expect(one.users['1.2.0']).toBeGreaterThanOrEqual(newest);
            [oldest, newest] = [one.users['1.0.0'] ?? 0, one.users['1.2.0'] ?? 0];
          }
        },
      ),
    );
  });

  test('counts are whole, and no more is bad than there is', () => {
    fc.assert(
      fc.property(fc.array(anyExposure, { minLength: 1, maxLength: 8 }), fc.integer(), (exposures, seed) => {
        const changes: readonly Change[] = [
          { what: 'crash', to: { times: 200 }, at: { share: 0.05 }, within: 3 * hour },
          { what: 'oneStar', to: { rate: 0.9 }, at: { after: 2 * hour }, within: 0, lasts: 4 * hour },
        ];
        for (const { usage, testing } of live(settingsOf(20_000, { seed, changes }), exposures))
          for (const one of [...usage, ...testing]) {
            const { userHours, sessions, crashes, anrs, reviews, oneStars } = one;
            const counts = [userHours, sessions, crashes, anrs, reviews, oneStars];
            const isSound =
              counts.every((count) => Number.isInteger(count) && count >= 0) &&
              [sessions - userHours, sessions - crashes, userHours - anrs, reviews - oneStars].every(
                (rest) => rest >= 0,
              );
            if (!isSound) throw new Error(`no counts of users: ${JSON.stringify(one)}`);
          }
      }),
    );
  });

  test('the same seed makes the same world, and another one another', () => {
    const exposures = [...repeat(rollout(1, 0.05), 12), ...repeat(rollout(1, 0.2), 12)];
    expect(live(settingsOf(100_000, { seed: 7 }), exposures)).toEqual(
      live(settingsOf(100_000, { seed: 7 }), exposures),
    );
    expect(live(settingsOf(100_000, { seed: 7 }), exposures)).not.toEqual(
      live(settingsOf(100_000, { seed: 8 }), exposures),
    );
  });
});

describe('users stand in line', () => {
  test('a share reaches no more than the front of the line, however long it lasts', () => {
    fc.assert(
      fc.property(fc.constantFrom(0.01, 0.05, 0.1, 0.2, 0.5), fc.integer(), (share, seed) => {
        const hours = live(settingsOf(100_000, { seed }), repeat(rollout(1, share), 400));
        const got = have(hours, '1.1.0') / 100_000;
        // All of them have taken it by then; who stands before the cut is chance.
        expect(got).toBeGreaterThan(share - 0.006);
        expect(got).toBeLessThan(share + 0.006);
      }),
      { numRuns: 8 },
    );
  });

  test('a share that is taken back and opened again reaches the same people', () => {
    const hours = live(settingsOf(100_000), [
      ...repeat(rollout(1, 0.1), 700),
      ...repeat(nobody, 10),
      ...repeat(rollout(1, 0.05), 300),
    ]);
    expect(have(hours, '1.1.0')).toBe(have(hours.slice(0, 700), '1.1.0'));
  });

  test('stage after stage reaches the share of each, and those who had it stay in front', () => {
    const shares = [0.05, 0.1, 0.2, 0.5];
    const hours = live(
      settingsOf(100_000),
      shares.flatMap((share) => repeat(rollout(1, share), 500)),
    );
    for (const [index, share] of shares.entries())
      expect(Math.abs(have(hours.slice(0, (index + 1) * 500), '1.1.0') / 100_000 - share)).toBeLessThan(0.008);
  });

  test('whoever is in a rollout of an older version gets what everybody may have', () => {
    const hours = live(
      settingsOf(10_000),
      repeat({ everybody: 2, rollout: { version: 1, share: 0.5 }, tracks: {} }, 500),
    );
    expect(have(hours, '1.2.0')).toBe(10_000);
  });

  test('phones update while they are used: more in the evening than at night', () => {
    const hours = live(settingsOf(1_000_000, { adoption: 5_000 * hour }), repeat({ everybody: 1, tracks: {} }, 24));
    const taken = hours.map(({ users }, index) => (users['1.1.0'] ?? 0) - (hours[index - 1]?.users['1.1.0'] ?? 0));
    expect(taken[19]).toBeGreaterThan(2 * (taken[7] ?? 0));
  });

  test('a halt gives it to nobody else, and takes it from nobody', () => {
    const hours = live(settingsOf(100_000), [...repeat(rollout(1, 0.2), 24), ...repeat(nobody, 24)]);
    expect(have(hours, '1.1.0')).toBe(have(hours.slice(0, 24), '1.1.0'));
    expect(have(hours, '1.1.0')).toBeGreaterThan(0);
  });

  test('of those who may have it 63 % take it within the time of adoption', () => {
    // A whole week has the mean activity.
    const settings = settingsOf(1_000_000, { adoption: 168 * hour });
    const hours = live(settings, repeat({ everybody: 1, tracks: {} }, 168));
    expect(have(hours, '1.1.0') / 1_000_000).toBeCloseTo(1 - 1 / Math.E, 2);
  });

  test('by hand some get what is not offered to them yet', () => {
    const hours = live(settingsOf(1_000_000), repeat({ everybody: 0, byHand: 1, tracks: {} }, 24));
    expect(have(hours, '1.1.0')).toBeGreaterThan(2_000);
    expect(have(hours, '1.1.0')).toBeLessThan(4_000);
  });

  test('testers get what their track has, and are none of the users', () => {
    const hours = live(settingsOf(1_000), repeat({ everybody: 0, tracks: { internal: 1 } }, 48));
    expect(hours.at(-1)?.testers['1.1.0']).toBeGreaterThan(40);
    expect(have(hours, '1.1.0')).toBe(0);
  });
});

describe('what users do', () => {
  test('is most in the evening and on Sundays, and on average what the settings say', () => {
    const week = Array.from({ length: 168 }, (_, index) => weighHour(start + index * hour));
    expect(week.reduce((sum, weight) => sum + weight, 0) / week.length).toBeCloseTo(1, 2);
    expect(weighHour(Date.parse('2026-12-01T19:00:00Z'))).toBeGreaterThan(
      3 * weighHour(Date.parse('2026-12-01T07:00:00Z')),
    );
    // Eight in the evening of Central Europe.
    const day = Array.from({ length: 24 }, (_, index) => weighHour(Date.parse('2026-12-01T00:00:00Z') + index * hour));
    expect(day.indexOf(Math.max(...day))).toBe(19);
    expect(weighHour(Date.parse('2026-12-06T19:00:00Z'))).toBeGreaterThan(
      weighHour(Date.parse('2026-12-02T19:00:00Z')),
    );
  });

  test.each([1_000, 100_000, 9_000_000])('of %s users makes a session a day and its share of crashes', (users) => {
    const hours = live(settingsOf(users), repeat(nobody, 24 * 28));
    const sum = (pick: (one: WorldHour['usage'][number]) => number): number =>
      hours.reduce((total, { usage }) => total + usage.reduce((own, one) => own + pick(one), 0), 0);
    const sessions = sum((one) => one.sessions);
    // Testers are a fixed number beside them.
    expect(sessions / 28 / (users + 50)).toBeCloseTo(1, 1);
    const crashes = sum((one) => one.crashes);
    expect(Math.abs(crashes - sessions * 0.003)).toBeLessThan(5 * Math.sqrt(1.5 * sessions * 0.003));
    const anrs = sum((one) => one.anrs);
    const userHours = sum((one) => one.userHours);
    expect(Math.abs(anrs - userHours * 0.002)).toBeLessThan(5 * Math.sqrt(1.5 * userHours * 0.002));
  });

  test('changes when its moment has come: with a share, slowly, and not for the others', () => {
    const change: Change = {
      version: '1.1.0',
      what: 'crash',
      to: { rate: 0.1 },
      at: { share: 0.1 },
      within: 10 * hour,
    };
    const hours = live(settingsOf(100_000, { changes: [change] }), [
      ...repeat(rollout(1, 0.05), 5),
      ...repeat(rollout(1, 0.1), 12),
      ...repeat(nobody, 3),
    ]);
    const rateAt = (index: number, version: string): number | undefined =>
      hours[index]?.usage.find((one) => one.version === version)?.rates.crash;
    expect(rateAt(4, '1.1.0')).toBe(0.003);
    expect(rateAt(10, '1.1.0')).toBeCloseTo(0.003 + 0.097 / 2, 6);
    expect(rateAt(16, '1.1.0')).toBe(0.1);
    // A halt mends nothing for those who have it.
    expect(rateAt(19, '1.1.0')).toBe(0.1);
    expect(rateAt(16, '1.0.0')).toBe(0.003);
  });

  test('is another thing on each platform, and for testers', () => {
    const one = settingsOf(50);
    const [android] = one.platforms;
    if (android === undefined) throw new Error('the world has a platform');
    const settings = { ...one, platforms: [...one.platforms, { ...android, name: 'wear' }] };
    const week = (name: string): readonly WorldHour[] => {
      let world = createPlatformWorld(settings, name, start);
      return Array.from({ length: 168 }, () => {
        const passed = passHour(world, nobody);
        world = passed.world;
        return passed.hour;
      });
    };
    const counts = (hours: readonly WorldHour[]): readonly number[] =>
      hours.map(({ usage }) => usage[0]?.sessions ?? 0);
    expect(counts(week('android'))).not.toEqual(counts(week('wear')));
    // There are as many testers as users: drawn alike, they would do the same, and together twice as much.
    const together = week('android').map(({ usage, testing }) => [usage[0]?.sessions ?? 0, testing[0]?.sessions ?? 0]);
    expect(together.every(([all = 0, tests = 0]) => all === 2 * tests)).toBe(false);
  });

  test('is over when its time is, and worse only on its own platform', () => {
    const settings = settingsOf(100_000, {
      changes: [
        { what: 'crash', to: { times: 10 }, at: { after: 3 * hour }, within: 0, lasts: 4 * hour },
        { platform: 'ios', what: 'anr', to: { rate: 0.5 }, at: { after: 0 }, within: 0 },
      ],
    });
    const rates = live(settings, repeat(nobody, 9)).map(({ usage }) => usage[0]?.rates);
    expect(rates.map((rate) => (rate?.crash ?? 0) > 0.02)).toEqual([
      ...[false, false, false],
      ...[true, true, true, true],
      ...[false, false],
    ]);
    expect(rates.every((rate) => rate?.anr === 0.002)).toBe(true);
  });

  test('costs the same for a thousand users and for nine million', () => {
    const exposures = [0.01, 0.05, 0.1, 0.2, 0.5, 1].flatMap((share) => repeat(rollout(1, share), 40));
    // The work is the draws: as many for each, up to what chance makes of small means.
    const bands = (users: number): number => {
      let world: PlatformWorld = createPlatformWorld(settingsOf(users), 'android', start);
      for (const exposure of exposures) ({ world } = passHour(world, exposure));
      return world.population.bands.length;
    };
    expect(bands(9_000_000)).toBe(bands(1_000));
    expect(bands(9_000_000)).toBe(6);
  });
});
