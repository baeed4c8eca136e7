import { expect, test } from '@jest/globals';
import { asKnown, total } from '#emulators/sentry/sessions';
import { latestEnd } from '#emulators/google-play/vitals';
import { codeOf, listPlatforms, releases, sourceNameOf } from '#rehearsal/release/app';
import { listWorldGates, sumTallies } from '#rehearsal/release/evidence';
import { report } from '#rehearsal/release/feeds';
import { openGround } from '#rehearsal/release/ground';
import { toWorldSettings } from '#rehearsal/release/settings';
import { createPlatformWorld, passHour, type WorldHour } from '#rehearsal/world/world';
import { root } from '../../support/scenario.ts';
import { examplePolicy, policyOf, scenarioOf } from './releases.ts';

const hour = 3_600_000;

test('sources show what happened when their delay is over, and no sooner; the naive rule sees just that', async () => {
  const policy = policyOf(examplePolicy);
  const scenario = scenarioOf('about: X\nversions: { previous: { crash: 2%, anr: 1% } }\nexpect: []');
  const [platform] = listPlatforms(policy);
  if (platform === undefined) throw new Error('the policy of the example has no platform');
  const settings = toWorldSettings(scenario, [platform], { seed: 3, lead: 0 });
  const ground = await openGround({
    ...{ suite: root, machine: process.env, policy, text: examplePolicy, at: scenario.start, mode: 'source' },
    reviews: { google: 0, apple: 0 },
    appleOutcome: 'approve',
  });
  try {
    const hours: WorldHour[] = [];
    let world = createPlatformWorld(settings, platform.name, scenario.start);
    const { version } = releases.previous;
    const gates = listWorldGates(policy, platform.policy);
    for (let count = 1; count <= 14; count += 1) {
      const passed = passHour(world, { everybody: 0, tracks: {} });
      world = passed.world;
      hours.push(passed.hour);
      ground.clock.advanceTo(scenario.start + count * hour);
      report({ ...ground, policy }, platform, [passed.hour]);
      for (const minute of [1, 17, 59]) {
        ground.clock.advanceTo(scenario.start + count * hour + minute * 60_000);
        const now = ground.clock.now();
        const seen = (name: string): { readonly units: number; readonly bad: number } => {
          const gate = gates.find(({ policy: one }) => one.name === name);
          if (gate === undefined) throw new Error(`the example has no gate ${name}`);
          return sumTallies(gate, hours, version, now, scenario);
        };
        const organization = ground.sentry.snapshot().organizations['example'];
        const rows = (organization?.sessions ?? [])
          .filter(({ release }) => release === sourceNameOf(policy, platform, 'previous'))
          .flatMap((row) => asKnown(row, { delay: 0, crashDelay: 0, frozenAt: null }, now) ?? []);
        const sessions = rows.reduce((sum, row) => sum + total(row.sessions), 0);
        const crashed = rows.reduce((sum, row) => sum + row.sessions.crashed, 0);
        // Late crashes count as sessions when they are told of; until then they are in no row of their own.
        expect(seen('crash').bad).toBe(crashed);
        expect(Math.abs(seen('crash').units - sessions)).toBe(0);

        const vitals = ground.play.snapshot().apps['com.example.tracker']?.vitals;
        if (vitals === undefined) throw new Error('there are no vitals');
        const shown = vitals.rows.filter(
          ({ start, cohort, versionCode }) =>
            start < latestEnd(vitals, 'HOURLY', now) &&
            cohort === 'OS_PUBLIC' &&
            versionCode === codeOf('previous', 'android'),
        );
        expect(seen('anr')).toEqual({
          units: shown.reduce((sum, { users }) => sum + users, 0),
          bad: shown.reduce((sum, { anrUsers }) => sum + anrUsers, 0),
        });
        if (count < 3) expect(seen('anr').units).toBe(0);
        if (count === 1 && minute === 1) expect(seen('crash').units).toBe(0);
      }
    }
    // All of it is told in the end.
    ground.clock.advanceBy(48 * hour);
    const crash = gates.find(({ measure }) => measure === 'crash');
    const all = hours.reduce((sum, { usage }) => sum + (usage[0]?.crashes ?? 0), 0);
    expect(crash === undefined ? 0 : sumTallies(crash, hours, version, ground.clock.now(), scenario).bad).toBe(all);
  } finally {
    await ground.close();
  }
});
