import type { policyMessages } from '#rollout/policy-messages';

export interface BadPolicy {
  readonly id: keyof typeof policyMessages;
  /** The file, with its mistake between ⟦ and ⟧. */
  readonly marked: string;
  /** Why the JSON Schema cannot see it; absent where it does. */
  readonly unseen?: string;
}

const phone = 'platforms: { android: { package: com.example.app } }';
const yaml = 'a matter of YAML, which an editor tells by itself';
const order = 'a schema does not know the order of keys, nor the last item of a list';
const compared = 'a schema does not compare two values';
const named = 'a schema does not look a name up elsewhere in the file';
const calendar = 'a schema has no calendar';

/** Bad files, at least one for each message of the catalogue. */
export const badPolicies: readonly BadPolicy[] = [
  { id: 'policy-syntax', marked: 'platforms: { android: { package: com.example.app }\n⟦⟧', unseen: yaml },
  { id: 'policy-tab', marked: 'platforms:\n⟦\t⟧android: { package: com.example.app }', unseen: yaml },
  {
    id: 'policy-key-twice',
    marked: 'platforms:\n  android: { package: com.example.app }\n  ⟦android⟧: { package: com.example.other }',
    unseen: yaml,
  },
  { id: 'policy-anchor', marked: 'platforms:\n  android: &a ⟦{ package: com.example.app }⟧', unseen: yaml },
  { id: 'policy-anchor', marked: 'platforms:\n  android: { package: !!str ⟦com.example.app⟧ }', unseen: yaml },
  { id: 'policy-documents', marked: `${phone}\n⟦---⟧\nplatforms: {}`, unseen: yaml },
  { id: 'policy-kind', marked: '⟦just a word⟧' },
  { id: 'policy-kind', marked: 'platforms:\n  android: ⟦com.example.app⟧' },
  { id: 'policy-kind', marked: 'platforms: { android: { package: com.example.app, stages: ⟦internal⟧ } }' },
  { id: 'policy-kind', marked: `${phone}\nrelease: ⟦null⟧` },
  { id: 'policy-key-unknown', marked: 'platforms: { android: { package: com.example.app, ⟦stage⟧: [] } }' },
  { id: 'policy-key-missing', marked: `${phone}\ngates: { crash: ⟦{ max: 1% }⟧ }` },
  { id: 'policy-key-missing', marked: `${phone}\ngates: { crash: ⟦{ source: sentry }⟧ }` },
  { id: 'policy-key-missing', marked: `${phone}\nneeds: [⟦{ name: backend }⟧]` },
  { id: 'policy-keys-apart', marked: `${phone}\nneeds: [⟦{ name: a, run: b, url: "https://example.com" }⟧]` },
  { id: 'policy-keys-apart', marked: `${phone}\nneeds: [⟦{ name: a, run: b, contains: c }⟧]` },
  {
    id: 'policy-keys-apart',
    marked: `${phone}\ngates: { e: ⟦{ source: prometheus, url: "https://a.example", bad: a, good: b, total: c }⟧ }`,
  },
  { id: 'policy-word', marked: `${phone}\non-insufficient: ⟦asks⟧` },
  { id: 'policy-word', marked: 'platforms: { ios: { app: "1234567890", stages: [{ app-store: ⟦phases⟧ }] } }' },
  { id: 'policy-text', marked: 'platforms: { android: { package: ⟦example⟧ } }' },
  { id: 'policy-text', marked: `${phone}\nmention: ⟦octocat⟧` },
  { id: 'policy-text', marked: `${phone}\nrelease-name: ⟦"{release}"⟧` },
  { id: 'policy-text', marked: `${phone}\nrelease-name: ⟦"app@{version}+{bulid}"⟧` },
  { id: 'policy-duration', marked: withStages('{ track: internal, soak: ⟦24⟧ }, { track: production }') },
  { id: 'policy-duration', marked: withStages('{ track: internal, soak: ⟦a day⟧ }, { track: production }') },
  { id: 'policy-duration', marked: withStages('{ track: internal, soak: ⟦91d⟧ }, { track: production }') },
  { id: 'policy-duration', marked: gate('staleness: ⟦0h⟧') },
  { id: 'policy-share-bare', marked: gate('max: ⟦0.5⟧') },
  { id: 'policy-share', marked: gate('max: ⟦0%⟧') },
  { id: 'policy-share', marked: gate('max: ⟦101%⟧') },
  { id: 'policy-share', marked: gate('max: ⟦0⟧') },
  { id: 'policy-share', marked: gate('max: ⟦5⟧') },
  { id: 'policy-share', marked: gate('max: ⟦"0,5%"⟧') },
  { id: 'policy-plan-start', marked: withRollout('{ ⟦1h⟧: 5%, 6h: 100% }') },
  { id: 'policy-plan-order', marked: withRollout('{ 0h: 5%, 6h: 10%, ⟦3h⟧: 100% }'), unseen: order },
  { id: 'policy-plan-falling', marked: withRollout('{ 0h: 20%, 6h: ⟦10%⟧, 12h: 100% }'), unseen: compared },
  { id: 'policy-plan-end', marked: withRollout('{ 0h: 5%, 6h: ⟦50%⟧ }') },
  { id: 'policy-evidence', marked: withStages('{ track: production, evidence: ⟦screened⟧ }') },
  {
    id: 'policy-evidence-count',
    marked: withStages('⟦{ track: production, evidence: [proven, proven] }⟧'),
    unseen: 'a schema does not count what another key asks for',
  },
  { id: 'policy-track', marked: withStages('{ track: ⟦a/b⟧ }, { track: production }') },
  {
    id: 'policy-track-twice',
    marked: withStages('{ track: internal }, ⟦{ track: internal }⟧, { track: production }'),
    unseen: compared,
  },
  { id: 'policy-stage-kind', marked: withStages('⟦{ soak: 24h }⟧, { track: production }') },
  {
    id: 'policy-stage-kind',
    marked: withStages('⟦{ track: internal, testflight: internal }⟧, { track: production }'),
  },
  { id: 'policy-stage-store', marked: withStages('⟦{ testflight: internal }⟧, { track: production }') },
  {
    id: 'policy-stage-order',
    marked: withStages('⟦{ track: production }⟧, { track: internal }'),
    unseen: order,
  },
  { id: 'policy-stage-last', marked: withStages('⟦{ track: internal }⟧') },
  { id: 'policy-stage-soak', marked: withStages('⟦{ track: production, soak: 24h, rollout: fast-48h }⟧') },
  { id: 'policy-stage-soak', marked: withStages('⟦{ track: production, soak: 24h }⟧') },
  {
    id: 'policy-stage-testflight',
    marked: withAppStages('⟦{ testflight: a, rollout: fast-48h }⟧, { app-store: all }'),
  },
  {
    id: 'policy-stage-testflight',
    marked: withAppStages('⟦{ testflight: a, evidence: [proven, proven] }⟧, { app-store: all }'),
  },
  { id: 'policy-stage-apple', marked: withAppStages('⟦{ app-store: phased, soak: 24h }⟧') },
  { id: 'policy-platform-kind', marked: 'platforms: { ios: ⟦{ watch: 24h }⟧ }' },
  { id: 'policy-platform-kind', marked: 'platforms: { ios: ⟦{ app: "1234567890", package: com.example.app }⟧ }' },
  { id: 'policy-platform-none', marked: '⟦{}⟧' },
  { id: 'policy-platform-none', marked: '⟦release: tracker⟧' },
  { id: 'policy-platform-none', marked: 'platforms: ⟦{}⟧' },
  {
    id: 'policy-after-unknown',
    marked: 'platforms: { wear: ⟦{ package: com.example.app, after: { phone: 1d } }⟧ }',
    unseen: named,
  },
  {
    id: 'policy-after-circle',
    marked:
      'platforms:\n  android: ⟦{ package: com.example.app, after: { wear: 1d } }⟧\n  wear: { package: com.example.app, after: { android: 1d } }',
    unseen: named,
  },
  { id: 'policy-gate-platform', marked: gate('platforms: ⟦[watch]⟧'), unseen: named },
  {
    id: 'policy-gate-platform',
    marked: 'platforms: { ios: { app: "1234567890" } }\ngates: { anr: ⟦{ source: play-vitals }⟧ }',
    unseen: named,
  },
  { id: 'policy-gate-unit', marked: gate('unit: ⟦session⟧') },
  { id: 'policy-gate-page', marked: gate('max: 2%, page-above: ⟦1%⟧'), unseen: compared },
  { id: 'policy-gate-loose', marked: gate('max: ⟦70%⟧') },
  { id: 'policy-time-zone', marked: withWindow('timezone: ⟦Europe/Madird⟧'), unseen: 'a schema has no list of zones' },
  { id: 'policy-hours', marked: withWindow('hours: ⟦20:00-08:00⟧'), unseen: compared },
  { id: 'policy-hours', marked: withWindow('hours: ⟦8-20⟧') },
  { id: 'policy-hours', marked: withWindow('hours: ⟦00:00-24:01⟧') },
  { id: 'policy-days', marked: withWindow('days: ⟦weekdays⟧') },
  { id: 'policy-date', marked: `${phone}\nfreeze: [⟦2026-02-30⟧]` },
  { id: 'policy-date', marked: `${phone}\nfreeze: [⟦2026-02-29⟧]`, unseen: calendar },
  { id: 'policy-date', marked: `${phone}\nfreeze: [⟦2027-01-02..2026-12-20⟧]`, unseen: compared },
];

/** Without the marks, and where the mistake begins. */
export function toFile({ marked }: BadPolicy): {
  readonly text: string;
  readonly line: number;
  readonly column: number;
} {
  const before = marked.slice(0, marked.indexOf('⟦')).split('\n');
  return {
    text: marked.replaceAll(/[⟦⟧]/g, ''),
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}

/** Those that are about the file as a whole, and not about a place in it. */
export const ofTheFile: readonly (keyof typeof policyMessages)[] = [
  'policy-missing',
  'policy-unreadable',
  'policy-invalid',
];

function withStages(stages: string): string {
  return `platforms:\n  android:\n    package: com.example.app\n    stages: [${stages}]`;
}

function withAppStages(stages: string): string {
  return `platforms: { ios: { app: "1234567890", stages: [${stages}] } }`;
}

function withRollout(rollout: string): string {
  return withStages(`{ track: production, rollout: ${rollout} }`);
}

function gate(keys: string): string {
  return `${phone}\ngates:\n  anr: { source: play-vitals, ${keys} }`;
}

function withWindow(keys: string): string {
  return `${phone}\nwindow: { ${keys} }`;
}
