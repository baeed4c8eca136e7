import { expect, test } from '@jest/globals';
import { rehearse, scenarioOf, tellStory } from './releases.ts';

const policyText = `release: tracker-mobile
platforms:
  android:
    package: com.example.tracker
    stages: [{ track: internal, soak: 1h }, { track: production, evidence: halt-only }]
  ios: { bundle-id: com.example.tracker, stages: [{ app-store: phased }] }
gates:
  crash: { source: sentry, organization: example, project: tracker-android, max: 0.5%, platforms: [android] }
  crash-ios: { source: sentry, organization: example, project: tracker-ios, max: 0.5%, platforms: [ios] }
`;

const scenario =
  scenarioOf(`about: A release that is bad on Android from the first hour in production on, in an afternoon.
limit: 6h
testers: { internal: 5k }
reviewers: { apple: 90min }
ticks: { drift: 0min, dropped: 0% }
changes:
  - { of: release, on: android, what: crash, to: 30%, from-share: 5% }
acts:
  - { after: 5h, does: stop, on: ios }
expect:
  - { on: android, life: halted, track: production, share: 5%, halt: 0h..4h, exposed: 0%..1%, users: 1..9k }
  - { on: ios, life: open, track: app-store, share: 1%, users: 0..10 }
`);

test.each(['source', 'workflow'] as const)(
  'an afternoon: opened, raised, halted, and what was expected beside what is (%s)',
  async (mode) => {
    const result = await rehearse({ scenario, policyText, mode });
    const story = tellStory(result);
    expect(story).toContain('1.3 release android open promote soaked production 0.05');
    const halt = story.findIndex((line) => line.includes('android halted halt'));
    expect(halt).toBeGreaterThan(-1);
    // The release of Apple is out at the next look after its review, and somebody pauses it there.
    expect(story.filter((line) => line.includes(' ios ')).at(-1)).toMatch(
      /halted halt halted-in-store app-store 0.01$/,
    );

    const [android, ios] = result.outcomes;
    expect(android?.misses).toEqual([]);
    expect(android?.observed).toMatchObject({ life: 'halted', track: 'production', share: 0.05 });
    // The expectation about iOS is wrong on purpose, and says how.
    expect(ios?.misses).toEqual([
      'its life should be open, and is halted',
      expect.stringMatching(/^the number of users that have it should be 0 to 10, and is \d+$/),
    ]);
    expect(result.holds).toBe(false);

    expect(result.acts.map(({ text }) => text)).toEqual([
      '2.15.3 is uploaded and opened',
      'somebody stops it at App Store Connect',
    ]);
    expect(result.runs.map(({ command }) => command)).toEqual(['open', 'tick', 'tick', 'tick', 'tick', 'tick', 'tick']);
    expect(result.cost).toMatchObject({ ticks: 6, processes: mode === 'workflow' ? 7 + 4 : 0 });
    // The tick that halts fails, which is how its workflow calls a person.
    expect(result.runs.filter(({ conclusion }) => conclusion === 'failure')).toHaveLength(1);

    const [record] = result.platforms;
    expect(record?.hours).toHaveLength(6);
    for (const { users } of record?.hours ?? [])
      expect(Object.values(users).reduce((sum, count) => sum + count, 0)).toBe(1_000_000);
    expect(record?.hours.map(({ open }) => `${open.role} ${open.share}`)).toContain('release 0.05');
    expect(record?.plan.map(({ name, share, at }) => [name, share, (at - result.openedAt) / 3_600_000])).toEqual([
      ['internal', 0, 0],
      ['production 5 %', 0.05, 1],
      ['production 10 %', 0.1, 7],
      ['production 20 %', 0.2, 13],
      ['production 50 %', 0.5, 25],
      ['production 100 %', 1, 49],
    ]);
    const evidence = record?.stories[0]?.evidence.find(({ gate }) => gate === 'crash');
    expect(evidence?.points.at(-1)?.bad).toBeGreaterThan(10);

    // A threshold halts as well, where it is not asked how sure it is.
    expect(result.naive.find(({ platform }) => platform === 'android')?.halt).toMatchObject({
      gate: 'crash',
      isFalse: false,
    });

    const ledger = result.ledgers.find(({ tag }) => tag === 'tracker-mobile@2.15.3+20261130.1');
    expect(ledger?.text).toContain('"kind":"halted"');
    expect(result.ledgers).toHaveLength(2);
  },
);

test('the same seed is the same release, whether by workflow or from the sources', async () => {
  const short = { ...scenario, limit: 3 * 3_600_000 };
  const [one, other] = [
    await rehearse({ scenario: short, policyText, mode: 'source', seed: 5 }),
    await rehearse({ scenario: short, policyText, mode: 'workflow', seed: 5 }),
  ];
  expect(tellStory(one)).toEqual(tellStory(other));
  expect(one.platforms.map(({ hours }) => hours)).toEqual(other.platforms.map(({ hours }) => hours));
  expect(one.naive).toEqual(other.naive);
});
