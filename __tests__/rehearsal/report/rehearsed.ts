import type { Look, PlatformRecord, ReleaseRehearsal } from '#rehearsal/release/result';
import { writeLedger } from '#rollout/ledger-file';
import { policyOf, scenarioOf } from '../release/releases.ts';
import { entriesOf, hour, openedAt, tag } from './ledgers.ts';

export const policyText = `release: tracker-mobile
platforms:
  android:
    package: com.example.tracker
    stages: [{ track: internal, soak: 2h }, { track: production, rollout: { 0h: 10%, 6h: 100% }, evidence: halt-only }]
  ios: { bundle-id: com.example.tracker, stages: [{ app-store: phased }] }
gates:
  crash: { source: sentry, organization: example, project: tracker-android, max: 0.5%, platforms: [android] }
`;

const scenario = scenarioOf(`about: One <b>bold</b> release & its "halt".
limit: 12h
expect:
  - { on: android, life: halted }
  - { on: ios, life: complete }
`);

/** As runs write it: a column without a title, and a line of code that is too long for a phone. */
const table = `## Opened

| Platform | Stage | |
| --- | --- | --- |
| android | internal | happened |

\`\`\`sh
${'gh workflow run mobile-promote.yml -f command=halt '.repeat(8)}
\`\`\``;

type LookOptions = Partial<Look> & Pick<Look, 'at' | 'run'>;

function look(options: LookOptions): Look {
  return {
    ...{
      life: 'open',
      verdict: 'hold',
      reason: 'soaking',
      track: 'internal',
      share: 1,
      moved: false,
      until: null,
      choice: null,
    },
    ...{ sentence: 'its soak is not over' },
    ...options,
  };
}

/** Android: internal for two hours, 10 % from the third on, halted in the sixth. iOS: nobody has it. */
export function rehearsed(change: { readonly sentence?: string; readonly text?: string } = {}): ReleaseRehearsal {
  const { sentence = '2 % crash: above the limit', text = 'somebody looks at it' } = change;
  const policy = policyOf(policyText);
  const shares = [0, 0, 0, 0.1, 0.1, 0.1, 0, 0];
  const users = [0, 0, 0, 100, 300, 600, 700, 700];
  const production = { track: 'production', share: 0.1 };
  const android: PlatformRecord = {
    ...{ name: 'android', kind: 'android', users: 10_000 },
    plan: [
      { at: openedAt, name: 'internal', share: 0 },
      { at: openedAt + 2 * hour, name: 'production 10 %', share: 0.1 },
      { at: openedAt + 8 * hour, name: 'production 100 %', share: 1 },
    ],
    hours: shares.map((share, index) => ({
      at: openedAt + index * hour,
      open: share > 0 ? { role: 'release', share } : { role: 'previous', share: 1 },
      users: { previous: 10_000 - (users[index] ?? 0), release: users[index] ?? 0 },
      ...{ testers: {}, usage: {} },
    })),
    stories: [
      {
        ...{ role: 'release', tag },
        looks: [
          look({ at: openedAt, run: 1, reason: 'soaking' }),
          look({ at: openedAt + hour, run: 2 }),
          look({ at: openedAt + 3 * hour, run: 3, verdict: 'promote', reason: 'soaked', moved: true, ...production }),
          look({ at: openedAt + 4 * hour, run: 4, reason: 'not-enough-evidence', ...production }),
          look({
            ...{
              at: openedAt + 6 * hour,
              run: 5,
              life: 'halted',
              verdict: 'halt',
              reason: 'above-threshold',
              moved: true,
            },
            ...{ sentence, choice: 'resume or abandon it', ...production },
          }),
        ],
        evidence: [
          {
            ...{ gate: 'crash', max: 0.005 },
            points: [
              { at: openedAt + hour, units: 0, bad: 0 },
              { at: openedAt + 4 * hour, units: 1_000, bad: 4 },
              { at: openedAt + 6 * hour, units: 12_345, bad: 247 },
            ],
          },
        ],
      },
    ],
  };
  const ios: PlatformRecord = {
    ...{ name: 'ios', kind: 'ios', users: 4_000, plan: [{ at: openedAt, name: 'app-store day 1', share: 0.01 }] },
    hours: android.hours.map(({ at }) => ({
      at,
      open: { role: 'previous', share: 1 },
      users: { previous: 4_000 },
      testers: {},
      usage: {},
    })),
    stories: [
      {
        ...{ role: 'release', tag, evidence: [] },
        looks: [
          look({
            at: openedAt,
            run: 1,
            track: null,
            share: 0,
            reason: 'in-review',
            sentence: 'reviewers have it',
            until: openedAt + 20 * hour,
          }),
        ],
      },
    ],
  };
  return {
    ...{ scenario, seed: 7, policy, policyText, openedAt, endedAt: openedAt + 8 * hour, platforms: [android, ios] },
    runs: [
      run(1, 0, { command: 'open', summary: `${table}\n\n<script>alert(1)</script>`, log: ['it is </script> open'] }),
      run(2, 1, {}),
      run(3, 3, { moved: true }),
      run(4, 4, {}),
      run(5, 6, { moved: true, conclusion: 'failure', summary: table }),
    ],
    acts: [{ at: openedAt + hour, text }],
    ledgers: [{ tag, text: writeLedger({ entries: entriesOf(), claims: {} }) }],
    naive: [
      {
        ...{ platform: 'android', kind: 'android', exposed: 1_234_567 },
        halt: { at: openedAt + 3 * hour, gate: 'crash', units: 121, bad: 4, isFalse: true, after: null },
        shares: shares.map((share, index) => ({ at: openedAt + index * hour, share: index < 3 ? share : 0 })),
      },
    ],
    outcomes: [
      outcome('android', 'halted', [], 700),
      outcome('ios', 'complete', ['its life should be complete, and is open'], 0),
    ],
    holds: false,
    cost: { ticks: 4, processes: 5, totalMs: 61_000, runsMs: 50_000, worldMs: 10_000, requests: 4_321 },
  };
}

function run(
  number: number,
  hours: number,
  rest: Partial<ReleaseRehearsal['runs'][number]>,
): ReleaseRehearsal['runs'][number] {
  return {
    ...{
      number,
      at: openedAt + hours * hour,
      command: 'tick',
      conclusion: 'success',
      moved: false,
      processes: 1,
      durationMs: 900,
    },
    refusals: [],
    ...rest,
  };
}

function outcome(
  platform: 'android' | 'ios',
  life: 'halted' | 'complete',
  misses: readonly string[],
  users: number,
): ReleaseRehearsal['outcomes'][number] {
  const observed = {
    life: life === 'halted' ? ('halted' as const) : ('open' as const),
    reason: 'x',
    track: null,
    share: 0,
  };
  return {
    ...{ platform, kind: platform, role: 'release', misses, expected: { on: platform, of: 'release', life, held: [] } },
    observed: { ...observed, halt: null, everybody: null, users, exposed: users / 10_000, held: [] },
  };
}
