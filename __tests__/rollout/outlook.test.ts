import { describe, expect, test } from '@jest/globals';
import { createSummary } from '#kit/summary';
import { planOutlook, type Outlook } from '#rollout/outlook';
import { renderOutlook } from '#rollout/outlook-rendering';
import { describeOutlook, explainStage } from '#rollout/outlook-wording';
import type { PlatformPolicy, Policy } from '#rollout/policy';
import { estimateTraffic, measureTraffic, type TrafficByGate } from '#rollout/traffic';
import { policyOf } from './situations.ts';

const hour = 3_600_000;
const app = `
platforms:
  android: { package: com.example.app }
gates:
  crash: { source: command, run: x, unit: session }
`;

function platformOf(policy: Policy, name = 'android'): PlatformPolicy {
  const found = policy.platforms.find((platform) => platform.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

function look(text: string, known: number | TrafficByGate, name = 'android'): Outlook {
  const policy = policyOf(text);
  const platform = platformOf(policy, name);
  return planOutlook(policy, platform, typeof known === 'number' ? estimateTraffic(policy, platform, known) : known);
}

const statesOf = ({ stages }: Outlook): readonly string[] => stages.map(({ state }) => state);
const said = (outlook: Outlook): string =>
  [...outlook.warnings, ...outlook.stages.map((one) => explainStage(outlook, one))].join('\n');

/** A source whose delay was learned, so that young hours count. */
const measured = (unitsPerHour: number, rate = 0.003): TrafficByGate => ({
  crash: {
    ...{ unitsPerHour, rate, origin: 'measured' },
    overdispersion: { value: 1.5, origin: 'estimated' },
    curve: { steps: [{ age: 0, share: 0.8 }], learnedFrom: 100 },
  },
});

describe('the default plan', () => {
  test('with a million users a day and a measured source decides in time everywhere', () => {
    const outlook = look(app, measured(1_000_000 / 24));
    expect(statesOf(outlook)).toEqual([
      ...['needs-nothing', 'needs-nothing', 'in-time', 'in-time', 'in-time', 'in-time', 'needs-nothing'],
    ]);
    expect(outlook.stages.map(({ from }) => from / hour)).toEqual([0, 24, 72, 78, 84, 96, 120]);
    expect(said(outlook).trim()).toBe('');
    expect(describeOutlook(outlook)).toBe('android: 4 of 4 stages that ask for evidence can decide in time');
  });

  test('with ten thousand asks a person at three stages, and says what to change', () => {
    const outlook = look(app, 10_000);
    expect(statesOf(outlook).slice(2, 6)).toEqual(['never', 'never', 'never', 'in-time']);
    expect(said(outlook)).toContain(
      'production 20 %: when its soak of 12 h ends, about 3,368 of the 8,559 sessions that crash needs for "proven" count, and not enough within 3 d either; then a person is asked. It takes about 210,000 users a day for crash to decide within its soak. What would do, each by itself (now 20 % for 12 h): "evidence: screened 5x".',
    );
    expect(describeOutlook(outlook)).toBe(
      'android: 1 of 4 stages that ask for evidence can decide in time (production 5 % not within 3 d, production 10 % not within 3 d, production 20 % not within 3 d)',
    );
  });

  test('says what the policy says of a stage that never gets its evidence', () => {
    expect(said(look(`${app}on-insufficient: promote-unproven`, 10_000))).toContain(
      'not enough within 3 d either; then it is raised unproven if nothing speaks against it.',
    );
    expect(said(look(`${app}on-insufficient: hold\nmax-hold: 4d`, 3_000))).toContain(
      'not enough within 4 d either; then it holds until somebody decides.',
    );
  });

  test('of which nothing is known says how many users it would need', () => {
    const outlook = look(app, {});
    expect(statesOf(outlook).slice(2, 6)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(said(outlook)).toContain(
      'production 5 %: whether it decides within its soak of 6 h is not known: nobody knows how much crash will count. It takes about 16,000 users a day for crash to decide within the longest hold (no number would do within its soak).',
    );
    expect(said(outlook)).toContain('It takes about 9,000 users a day for crash to decide within its soak.');
    expect(outlook.sources).toEqual([{ gate: 'crash', origin: 'unknown' }]);
  });

  test('is too small a first step for some, and a larger one is named', () => {
    const outlook = look(app, measured(60_000 / 24));
    const first = outlook.stages[2];
    expect(first?.state).toBe('late');
    expect(said(outlook)).toContain(
      'What would do, each by itself (now 5 % for 6 h): 23 h until the next stage, 63 % of the users or "evidence: halt-only".',
    );
  });
});

describe('stages for testing', () => {
  const withTesters = (testers: string): string => `
platforms:
  android:
    package: com.example.app
    stages:
      - { track: internal, soak: 24h, evidence: screened 10x${testers} }
      - { track: production, rollout: { 0h: 100% } }
gates:
  crash: { source: command, run: x, unit: session }
`;

  test('are judged by their testers', () => {
    const outlook = look(withTesters(', testers: 300'), {});
    expect(outlook.stages[0]).toMatchObject({ state: 'late', enough: { gate: 'crash', within: 'soak' } });
    expect(said(outlook)).toContain('It takes about 2,200 testers for crash to decide within its soak.');
    expect(statesOf(look(withTesters(', testers: 2200'), {}))).toEqual(['in-time', 'needs-nothing']);
    expect(statesOf(look(withTesters(', testers: 30'), {}))).toEqual(['never', 'needs-nothing']);
  });

  test('without their number are unknown, whatever is known of the store', () => {
    const outlook = look(withTesters(''), 1_000_000);
    expect(outlook.stages[0]?.state).toBe('unknown');
    expect(said(outlook)).toContain(
      'nobody knows how many test there, since its stage has no "testers". It takes about 2,200 testers for crash',
    );
  });

  test('show what so few would notice', () => {
    const notices = (testers: number): unknown => look(withTesters(`, testers: ${testers}`), {}).stages[0]?.notices;
    expect(notices(5)).toBeUndefined();
    expect(notices(300)).toEqual({ gate: 'crash', factor: 50 });
    expect(notices(10_000)).toEqual({ gate: 'crash', factor: 5 });
  });
});

describe('the App Store', () => {
  const ios = `
platforms: { ios: { app: "1234567890", stages: [{ testflight: internal, soak: 24h, testers: 100 }, { app-store: phased }] } }
gates: { crash: { source: command, run: x, unit: session } }
`;

  test('raises by the day whatever is proven; the outlook says what would be halted by when', () => {
    const outlook = look(ios, 300_000, 'ios');
    expect(describeOutlook(outlook)).toBe('ios: no stage asks for evidence');
    expect(outlook.stages.map(({ notices }) => notices?.factor)).toEqual([undefined, 10, 5, 3, 2, 1.5, 1.5, 1.5]);
    expect(outlook.stages.map(({ from }) => from / 24 / hour)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('without a gate has nothing that could halt it, and that is said', () => {
    const outlook = look('platforms: { ios: { bundle-id: com.example.app } }', {}, 'ios');
    expect(outlook.warnings).toEqual([
      'No gate is asked for ios, so only a person can halt it. Write one under "gates", such as crash.',
    ]);
    expect(describeOutlook(outlook)).toBe('ios: no stage asks for evidence; a warning');
  });
});

test('a plan that asks for evidence and requires no gate is never raised', () => {
  const outlook = look(app.replace('unit: session', 'unit: session, required: false'), 1_000_000);
  expect(statesOf(outlook).slice(2, 6)).toEqual(['never', 'never', 'never', 'never']);
  expect(said(outlook)).toContain('No gate of android is required');
  expect(said(outlook)).toContain(
    'production 5 %: no gate is required, so its evidence never comes; after 3 d a person is asked.',
  );
});

test('of several gates the one that is unknown, or takes longest, is named', () => {
  const two = `${app}  api: { source: command, run: y, unit: request }\n`;
  const half = look(two, 1_000_000);
  expect(half.stages[4]).toMatchObject({
    state: 'unknown',
    unknown: ['api'],
    enough: { gate: 'api', unit: 'request' },
  });
  expect(said(half)).toMatch(/nobody knows how much api will count\. It takes about [\d,]+ requests a day for api/);
  const known = look(two, {
    crash: { unitsPerHour: 40_000, origin: 'estimated' },
    api: { unitsPerHour: 100, origin: 'estimated' },
  });
  expect(known.stages[4]).toMatchObject({ state: 'never', gate: { name: 'api', unit: 'request' } });
});

test('a release before that breaks the limit itself is warned of', () => {
  expect(look(app, measured(40_000, 0.009)).warnings[0]).toContain(
    'crash: the previous version is at 0.9 %, above the limit of 0.5 %',
  );
});

test('traffic is counted over the whole time, quiet hours included, at the share that the release had', () => {
  const policy = policyOf(app);
  const bucket = (at: number, units: number, bad: number) => ({ start: at * hour, end: (at + 1) * hour, units, bad });
  const counts = { crash: [bucket(0, 300, 1), bucket(3, 100, 1)] };
  expect(measureTraffic(policy, platformOf(policy), counts)).toMatchObject({
    crash: { unitsPerHour: 100, rate: 0.005, origin: 'measured', overdispersion: { origin: 'fallback' } },
  });
  expect(measureTraffic(policy, platformOf(policy), counts, 0.5)['crash']?.unitsPerHour).toBe(200);
  for (const silent of [{}, { crash: [] }, { crash: [bucket(0, 0, 0)] }])
    expect(measureTraffic(policy, platformOf(policy), silent)).toEqual({});
  expect(estimateTraffic(policy, platformOf(policy), 0)).toEqual({});
  expect(estimateTraffic(policy, platformOf(policy), 2_400)).toEqual({
    crash: { unitsPerHour: 100, origin: 'estimated' },
  });
});

test('the summary has a row for each stage, what is wanting, and where the numbers come from', () => {
  const summary = createSummary();
  renderOutlook(summary, look(app, 300_000));
  const text = summary.render().replaceAll('\\', '');
  expect(text).toContain('### 🔭 Outlook of android');
  expect(text).toContain('| internal (testers) | at once | 24 h | halt-only | needs none | – | – | – |');
  expect(text).toContain(
    '| production 5 % | 3 d | 6 h | screened 5x | ⏳ late | 0 | 1,185 | 20 times the limit of crash |',
  );
  expect(text).toContain('Hours count only when they are as old as "maturity" says');
  expect(text).toContain(
    'crash: estimated from the number of users, one unit a day from each; testers as the policy says.',
  );
});
