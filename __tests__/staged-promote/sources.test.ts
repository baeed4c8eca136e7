import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { slowModes } from '../support/scenario.ts';
import { APP_ID, findVersion, hour, openSources, sourceNames, type SourcesStage } from './sources.ts';
import { CODE, PACKAGE, TAG, type StageOptions } from './stage.ts';

const opened: SourcesStage[] = [];
// A bundle starts a process for each run, up to a dozen in a test.
jest.setTimeout(60_000);
afterEach(async () => {
  for (const stage of opened.splice(0)) await stage.stop();
});

async function open(options: StageOptions): Promise<SourcesStage> {
  const sources = await openSources(options);
  opened.push(sources);
  return sources;
}

const atFivePercent: StageOptions = {
  prepare: (world) => {
    world.addRelease(PACKAGE, 'production', { versionCodes: [CODE], status: 'inProgress', userFraction: 0.05 });
  },
};
const phased = (version: object): StageOptions => ({
  apple: {
    id: APP_ID,
    versions: [
      { versionString: '2.15.2', state: 'READY_FOR_DISTRIBUTION' },
      {
        versionString: '2.15.3',
        build: '20261130.1',
        state: 'READY_FOR_DISTRIBUTION',
        releaseType: 'MANUAL',
        ...version,
      },
    ],
  },
});

const android = `
  android:
    package: ${PACKAGE}
    stages: [{ track: production, rollout: { 0h: 5%, 12h: 20%, 48h: 100% }, evidence: [screened 5x, proven] }]`;
const ios = `
  ios: { app: ${APP_ID}, stages: [{ testflight: internal, soak: 12h, evidence: screened 5x }, { app-store: phased }] }`;
const wear = `
  wear:
    package: ${PACKAGE}
    stages: [{ track: wear:production, rollout: { 0h: 50%, 24h: 100% }, evidence: halt-only }]`;
const policyOf = (platforms: string, ...gates: readonly string[]): string =>
  `release: tracker\nplatforms:${platforms}\ngates:\n${gates.map((gate) => `  ${gate}\n`).join('')}`;

describe.each(slowModes)('%s', (mode) => {
  /** A first look at the begin, and another some hours later. */
  async function playTwoTicks(sources: SourcesStage, policy: string, hours = 13) {
    const { stage, run } = sources;
    const begun = stage.clock.now();
    await run(mode, policy, { command: 'open', release: TAG });
    await run(mode, policy);
    stage.clock.advanceTo(begun + hours * hour);
    const seen = await run(mode, policy);
    expect(sources.findLeaks(seen)).toEqual([]);
    return seen;
  }
  const find = ({ stage }: SourcesStage) =>
    stage.releases('production').find(({ versionCodes }) => versionCodes[0] === CODE);

  test.each(sourceNames)('%s alone raises a release at Google Play, and halts a bad one', async (source) => {
    for (const [share, verdict, expected] of [
      [0.001, 'promote', { status: 'inProgress', userFraction: 0.2 }],
      [0.2, 'halt', { status: 'halted', userFraction: 0.05 }],
    ] as const) {
      const sources = await open(atFivePercent);
      // Reviews are counted by day, and a day is believed six hours after its end.
      const hours = source === 'reviews' ? 47 : 13;
      sources.fill(source, hours, share, 20);
      const seen = await playTwoTicks(sources, policyOf(android, sources.gate(source, 'required: true')), hours);
      expect([seen.outputs['verdict'], seen.exitCode]).toEqual([verdict, verdict === 'halt' ? 1 : 0]);
      expect(find(sources)).toMatchObject(expected);
    }
  });

  test('all of them have to agree: one that is silent holds', async () => {
    const sources = await open(atFivePercent);
    for (const source of sourceNames.filter((one) => one !== 'prometheus')) sources.fill(source, 13, 0.001);
    const gates = sourceNames.map((source) => sources.gate(source));
    const seen = await playTwoTicks(sources, policyOf(android, ...gates));
    expect([seen.outputs['verdict'], seen.exitCode]).toEqual(['hold', 0]);
    expect(seen.summary).toContain('errors');
    expect(find(sources)).toMatchObject({ userFraction: 0.05 });
  });

  test.each(['sentry', 'reviews', 'prometheus'] as const)(
    '%s pauses a bad version at the App Store',
    async (source) => {
      const sources = await open(phased({ releasedAt: '2026-11-30T08:17:00Z' }));
      sources.fill(source, 13, 0.4, 20);
      const seen = await playTwoTicks(sources, policyOf(ios, sources.gate(source)));
      expect([seen.outputs['verdict'], seen.exitCode]).toEqual(['halt', 1]);
      expect(statesOf(sources)).toContain('PAUSED');
    },
  );

  test('reviews of the version before, and of none that is known, are no reviews of this one', async () => {
    const sources = await open(phased({ releasedAt: '2026-11-30T08:17:00Z' }));
    const { apple } = sources.stage;
    if (apple === undefined) throw new Error('there is an App Store');
    const createdDate = new Date(sources.stage.clock.now() + 2 * hour).toISOString();
    for (const versionId of [findVersion(apple, '2.15.2'), undefined])
      for (let count = 0; count < 100; count += 1)
        apple.console.addReviews(APP_ID, { rating: 1, createdDate, ...(versionId === undefined ? {} : { versionId }) });
    const seen = await playTwoTicks(sources, policyOf(ios, sources.gate('reviews')));
    expect([seen.outputs['verdict'], seen.exitCode]).toEqual(['hold', 0]);
    expect(statesOf(sources)).not.toContain('PAUSED');
  });

  test.each(['sentry', 'prometheus'] as const)('%s releases an approved version', async (source) => {
    const sources = await open(phased({ state: 'PENDING_DEVELOPER_RELEASE', phased: true }));
    sources.fill(source, 13, 0.001);
    const seen = await playTwoTicks(sources, policyOf(ios, sources.gate(source)));
    expect([seen.outputs['verdict'], seen.outputs['moved']]).toEqual(['promote', 'true']);
  });

  test('credentials that are refused hold, and are told without the secret', async () => {
    const sources = await open(atFivePercent);
    for (const source of sourceNames) sources.fill(source, 13, 0.001);
    for (const { faults } of [sources.sentry, sources.prometheus])
      faults.add({ match: {}, fault: { kind: 'status', status: 401 }, times: Number.POSITIVE_INFINITY });
    const gates = sourceNames.map((source) => sources.gate(source));
    const seen = await playTwoTicks(sources, policyOf(android, ...gates));
    expect([seen.outputs['verdict'], find(sources)?.userFraction]).toEqual(['hold', 0.05]);
    expect(seen.log).toMatch(/gate crash: .*401|gate crash: .*token/i);
  });

  test('a quiet tick keeps to its budget of requests, and writes nothing', async () => {
    const sources = await open({
      ...phased({ releasedAt: '2026-11-30T08:17:00Z' }),
      prepare: (world) => {
        atFivePercent.prepare?.(world);
        world.addTrack(PACKAGE, 'wear:production');
        world.addRelease(PACKAGE, 'wear:production', { versionCodes: [101], watch: true });
        const half = { versionCodes: [CODE + 1], status: 'inProgress', userFraction: 0.5, watch: true } as const;
        world.addRelease(PACKAGE, 'wear:production', half);
      },
    });
    for (const source of sourceNames) sources.fill(source, 13, 0.001);
    const policy = policyOf(`${android}${wear}${ios}`, ...sourceNames.map((source) => sources.gate(source)));
    const begun = sources.stage.clock.now();
    await sources.run(mode, policy, { command: 'open', release: TAG });
    for (const hours of [0, 1, 2]) {
      sources.stage.clock.advanceTo(begun + hours * hour);
      await sources.run(mode, policy);
    }
    sources.takeRequests();
    sources.stage.clock.advanceTo(begun + 3 * hour);
    const seen = await sources.run(mode, policy);
    expect([seen.exitCode, seen.outputs['verdict'], seen.outputs['moved']]).toEqual([0, 'hold', 'false']);
    const requests = sources.takeRequests();
    const rows = new Map<string, number>();
    for (const { vendor, operation } of requests) {
      const row = `${kindOf(vendor, operation).padEnd(8)} ${vendor.padEnd(18)} ${operation}`;
      rows.set(row, (rows.get(row) ?? 0) + 1);
    }
    const table = [...rows].toSorted().map(([row, times]) => `  ${String(times).padStart(3)}  ${row}`);
    process.stderr.write(`a quiet tick, ${mode}:\n${table.join('\n')}\n`);
    const count = (kind: string, vendor?: string): number =>
      requests.filter((one) => kindOf(one.vendor, one.operation) === kind && (vendor ?? one.vendor) === one.vendor)
        .length;
    // Two platforms at Google Play, one at Apple; what sources of health are asked is theirs.
    expect(count('store', 'google-play')).toBeLessThanOrEqual(2 * 6);
    expect(count('store', 'app-store-connect')).toBeLessThanOrEqual(6);
    expect(count('github')).toBeLessThanOrEqual(4);
    expect(requests.filter(({ applied, operation }) => applied && !operation.includes('token'))).toEqual([]);
  });
});

function kindOf(vendor: string, operation: string): 'github' | 'health' | 'store' {
  if (vendor === 'github') return 'github';
  const isHealth =
    vendor === 'sentry' || vendor === 'prometheus' || /vitals|reviews|crashrate|anrrate/i.test(operation);
  return isHealth ? 'health' : 'store';
}

function statesOf({ stage }: SourcesStage): readonly string[] {
  return Object.values(stage.apple?.snapshot().tables.appStoreVersionPhasedReleases ?? {}).map(
    ({ attributes }) => attributes.phasedReleaseState,
  );
}
