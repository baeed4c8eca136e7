import { expect, test } from '@jest/globals';
import { readPolicy } from '#rollout/policy-file';
import { policyMessages } from '#rollout/policy-messages';

/** Bad files: what is wrong, the text with its mistake between ⟦ and ⟧, and the id of the message. */
const bad: readonly (readonly [id: keyof typeof policyMessages, text: string])[] = [
  ['policy-syntax', 'platforms: { android: { package: com.example.app }\n⟦⟧'],
  ['policy-tab', 'platforms:\n⟦\t⟧android: { package: com.example.app }'],
  [
    'policy-key-twice',
    'platforms:\n  android: { package: com.example.app }\n  ⟦android⟧: { package: com.example.other }',
  ],
  ['policy-anchor', 'platforms:\n  android: &a ⟦{ package: com.example.app }⟧'],
  ['policy-anchor', 'platforms:\n  android: { package: !!str ⟦com.example.app⟧ }'],
  ['policy-documents', 'platforms: { android: { package: com.example.app } }\n⟦---⟧\nplatforms: {}'],
  ['policy-kind', '⟦just a word⟧'],
  ['policy-kind', 'platforms:\n  android: ⟦com.example.app⟧'],
  ['policy-kind', 'platforms: { android: { package: com.example.app, stages: ⟦internal⟧ } }'],
  ['policy-key-unknown', 'platforms: { android: { package: com.example.app, ⟦stage⟧: [] } }'],
  ['policy-key-missing', 'platforms: { android: { package: com.example.app } }\ngates: { crash: ⟦{ max: 1% }⟧ }'],
  [
    'policy-key-missing',
    'platforms: { android: { package: com.example.app } }\ngates: { crash: ⟦{ source: sentry }⟧ }',
  ],
  ['policy-key-missing', 'platforms: { android: { package: com.example.app } }\nneeds: [⟦{ name: backend }⟧]'],
  ['policy-word', 'platforms: { android: { package: com.example.app } }\non-insufficient: ⟦asks⟧'],
  ['policy-word', 'platforms: { ios: { app: "1234567890", stages: [{ app-store: ⟦phases⟧ }] } }'],
  ['policy-text', 'platforms: { android: { package: ⟦example⟧ } }'],
  ['policy-text', 'platforms: { android: { package: com.example.app } }\nmention: ⟦octocat⟧'],
  ['policy-duration', withStages('{ track: internal, soak: ⟦24⟧ }, { track: production }')],
  ['policy-duration', withStages('{ track: internal, soak: ⟦a day⟧ }, { track: production }')],
  ['policy-share-bare', gate('max: ⟦0.5⟧')],
  ['policy-share', gate('max: ⟦0%⟧')],
  ['policy-share', gate('max: ⟦101%⟧')],
  ['policy-plan-start', withRollout('{ ⟦1h⟧: 5%, 6h: 100% }')],
  ['policy-plan-order', withRollout('{ 0h: 5%, 6h: 10%, ⟦3h⟧: 100% }')],
  ['policy-plan-falling', withRollout('{ 0h: 20%, 6h: ⟦10%⟧, 12h: 100% }')],
  ['policy-plan-end', withRollout('{ 0h: 5%, 6h: ⟦50%⟧ }')],
  ['policy-evidence', withStages('{ track: production, evidence: ⟦screened⟧ }')],
  ['policy-evidence-count', withStages('⟦{ track: production, evidence: [proven, proven] }⟧')],
  ['policy-track', withStages('{ track: ⟦a/b⟧ }, { track: production }')],
  ['policy-track-twice', withStages('{ track: internal }, ⟦{ track: internal }⟧, { track: production }')],
  ['policy-stage-kind', withStages('⟦{ soak: 24h }⟧, { track: production }')],
  ['policy-stage-kind', withStages('⟦{ track: internal, testflight: internal }⟧, { track: production }')],
  ['policy-stage-store', withStages('⟦{ testflight: internal }⟧, { track: production }')],
  ['policy-stage-order', withStages('⟦{ track: production }⟧, { track: internal }')],
  ['policy-stage-last', withStages('⟦{ track: internal }⟧')],
  ['policy-stage-soak', withStages('⟦{ track: production, soak: 24h, rollout: fast-48h }⟧')],
  ['policy-stage-apple', 'platforms: { ios: { app: "1234567890", stages: [⟦{ app-store: phased, soak: 24h }⟧] } }'],
  ['policy-platform-kind', 'platforms: { ios: ⟦{ watch: 24h }⟧ }'],
  ['policy-platform-kind', 'platforms: { ios: ⟦{ app: "1234567890", package: com.example.app }⟧ }'],
  ['policy-platform-none', '⟦{}⟧'],
  ['policy-platform-none', '⟦release: tracker⟧'],
  ['policy-after-unknown', 'platforms: { wear: ⟦{ package: com.example.app, after: { phone: 1d } }⟧ }'],
  [
    'policy-after-circle',
    'platforms:\n  android: ⟦{ package: com.example.app, after: { wear: 1d } }⟧\n  wear: { package: com.example.app, after: { android: 1d } }',
  ],
  ['policy-gate-platform', gate('platforms: ⟦[watch]⟧')],
  ['policy-gate-page', gate('max: 2%, page-above: ⟦1%⟧')],
  ['policy-gate-loose', gate('max: ⟦70%⟧')],
  ['policy-time-zone', withWindow('timezone: ⟦Europe/Madird⟧')],
  ['policy-hours', withWindow('hours: ⟦20:00-08:00⟧')],
  ['policy-hours', withWindow('hours: ⟦8-20⟧')],
  ['policy-days', withWindow('days: ⟦weekdays⟧')],
  ['policy-date', 'platforms: { android: { package: com.example.app } }\nfreeze: [⟦2026-02-30⟧]'],
  ['policy-date', 'platforms: { android: { package: com.example.app } }\nfreeze: [⟦2027-01-02..2026-12-20⟧]'],
];

function withStages(stages: string): string {
  return `platforms:\n  android:\n    package: com.example.app\n    stages: [${stages}]`;
}

function withRollout(rollout: string): string {
  return withStages(`{ track: production, rollout: ${rollout} }`);
}

function gate(keys: string): string {
  return `platforms: { android: { package: com.example.app } }\ngates:\n  anr: { source: play-vitals, ${keys} }`;
}

function withWindow(keys: string): string {
  return `platforms: { android: { package: com.example.app } }\nwindow: { ${keys} }`;
}

test.each(bad)('%s is told where it stands: %s', (id, marked) => {
  const before = marked.slice(0, marked.indexOf('⟦')).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };

  const result = readPolicy(marked.replaceAll(/[⟦⟧]/g, ''), 'tracker');

  if (!('defects' in result)) throw new Error('the file was taken for a policy');
  const told = result.defects.map(({ line, column, message }) => ({ line, column, id: message.id }));
  expect(told).toEqual([{ ...place, id }]);
  expect(result.defects[0].message.cure).not.toBe('');
});

test('every message of a file is in the table', () => {
  const ofTheFile = ['policy-missing', 'policy-unreadable', 'policy-invalid'];
  expect(
    Object.keys(policyMessages)
      .filter((id) => !ofTheFile.includes(id))
      .toSorted(),
  ).toEqual([...new Set(bad.map(([id]) => id))].toSorted());
});

test('all mistakes are told at once, from the top', () => {
  const result = readPolicy(
    'release: a b\nplatforms:\n  android: { package: x }\n  ios: { app: 12 }\nmax-hold: 3\nwindwo: {}',
    'tracker',
  );
  if (!('defects' in result)) throw new Error('the file was taken for a policy');
  expect(result.defects.map(({ line, path, message }) => `${line} ${path}: ${message.id}`)).toEqual([
    '1 release: policy-text',
    '3 platforms.android.package: policy-text',
    '4 platforms.ios.app: policy-text',
    '5 max-hold: policy-duration',
    '6 windwo: policy-key-unknown',
  ]);
  expect(result.defects.at(-1)?.message.text).toContain('did you mean "window"?');
});
