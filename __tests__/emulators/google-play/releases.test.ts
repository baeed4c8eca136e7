import { expect, test } from '@jest/globals';
import { PACKAGE, refusalOf, withPlay, type Stage } from './harness.ts';

interface Seed {
  readonly track?: string;
  readonly versionCodes: readonly number[];
  readonly status?: 'draft' | 'inProgress' | 'halted' | 'completed';
  readonly userFraction?: number;
  readonly inAppUpdatePriority?: number;
}

/** Artifacts 38 to 50 exist; in production 40 is completed, and 39 was before it. */
function prepareWith(seeds: readonly Seed[]): (world: Stage['world']) => void {
  return ({ addRelease, addTrack }) => {
    addTrack(PACKAGE, 'My closed track');
    addTrack(PACKAGE, 'wear:production');
    addRelease(PACKAGE, 'alpha', { versionCodes: [38, 41, 42, 43, 44, 50] });
    addRelease(PACKAGE, 'production', { versionCodes: [39] });
    addRelease(PACKAGE, 'production', { versionCodes: [40] });
    for (const { track = 'production', ...release } of seeds) addRelease(PACKAGE, track, release);
  };
}

const code = (versionCode: number, status: string, rest: object = {}): object => ({
  versionCodes: [`${versionCode}`],
  status,
  ...rest,
});
const staged = (versionCode: number, userFraction: number): object => code(versionCode, 'inProgress', { userFraction });
const halted = (versionCode: number, userFraction: number): object => code(versionCode, 'halted', { userFraction });
const done = (versionCode: number): object => code(versionCode, 'completed');

const ROLLING: Seed = { versionCodes: [42], status: 'inProgress', userFraction: 0.2 };
const HALTED: Seed = { versionCodes: [42], status: 'halted', userFraction: 0.2 };
const DRAFT: Seed = { versionCodes: [42], status: 'draft' };

interface Row {
  readonly rule: string;
  readonly seeds?: readonly Seed[];
  readonly track?: string;
  readonly put: readonly object[];
  /** Without the names. */
  readonly then: readonly object[];
}

const ROWS: readonly Row[] = [
  {
    rule: 'a staged release stands beside the completed one',
    put: [staged(42, 0.05)],
    then: [staged(42, 0.05), done(40)],
  },
  { rule: 'a completed one takes the place of the completed one', put: [done(42)], then: [done(42)] },
  { rule: 'a raise', seeds: [ROLLING], put: [staged(42, 0.5)], then: [staged(42, 0.5), done(40)] },
  { rule: 'the same fraction again', seeds: [ROLLING], put: [staged(42, 0.2)], then: [staged(42, 0.2), done(40)] },
  { rule: 'a halt', seeds: [ROLLING], put: [halted(42, 0.2)], then: [halted(42, 0.2), done(40)] },
  {
    rule: 'a halt without a fraction',
    seeds: [ROLLING],
    put: [code(42, 'halted', { userFraction: null })],
    then: [code(42, 'halted'), done(40)],
  },
  {
    rule: 'a resumption, at a lower fraction too',
    seeds: [HALTED],
    put: [staged(42, 0.1)],
    then: [staged(42, 0.1), done(40)],
  },
  { rule: 'a completion', seeds: [ROLLING], put: [code(42, 'completed', { userFraction: null })], then: [done(42)] },
  { rule: 'a completion of a halted one', seeds: [HALTED], put: [done(42)], then: [done(42)] },
  {
    rule: 'a new rollout replaces the running one',
    seeds: [ROLLING],
    put: [staged(43, 0.01)],
    then: [staged(43, 0.01), done(40)],
  },
  { rule: 'and a halted one', seeds: [HALTED], put: [staged(43, 0.01)], then: [staged(43, 0.01), done(40)] },
  {
    rule: 'a draft leaves a running rollout alone',
    seeds: [ROLLING],
    put: [code(43, 'draft')],
    then: [code(43, 'draft'), done(40), staged(42, 0.2)],
  },
  { rule: 'a draft that is not named goes', seeds: [DRAFT], put: [staged(43, 0.1)], then: [staged(43, 0.1), done(40)] },
  {
    rule: 'a draft becomes a staged release',
    seeds: [DRAFT],
    put: [staged(42, 0.1)],
    then: [staged(42, 0.1), done(40)],
  },
  {
    rule: 'a halted completed one gives its place back to the one before',
    put: [halted(40, 0.5)],
    then: [halted(40, 0.5), done(39)],
  },
  {
    rule: 'what rolls out and what is completed, both named',
    seeds: [ROLLING],
    put: [staged(42, 0.4), done(40)],
    then: [staged(42, 0.4), done(40)],
  },
  {
    rule: 'codes to retain',
    put: [{ versionCodes: [42, 40], status: 'completed' }],
    then: [{ versionCodes: ['42', '40'], status: 'completed' }],
  },
  { rule: 'another track by its literal name', track: 'My closed track', put: [done(42)], then: [done(42)] },
  { rule: 'qa is internal', track: 'qa', put: [done(42)], then: [done(42)] },
  {
    rule: 'numbers may be texts, codes numbers, and null is absent',
    put: [
      {
        name: null,
        versionCodes: [42],
        status: 'inProgress',
        userFraction: '0.2',
        releaseNotes: null,
        countryTargeting: null,
      },
    ],
    then: [staged(42, 0.2), done(40)],
  },
  {
    rule: 'notes, priority and countries are kept',
    put: [
      {
        ...staged(42, 0.1),
        inAppUpdatePriority: 4,
        releaseNotes: [{ language: 'en-US', text: 'New.' }],
        countryTargeting: { countries: ['ES'], includeRestOfWorld: false },
      },
    ],
    then: [
      {
        ...staged(42, 0.1),
        inAppUpdatePriority: 4,
        releaseNotes: [{ language: 'en-US', text: 'New.' }],
        countryTargeting: { countries: ['ES'], includeRestOfWorld: false },
      },
      done(40),
    ],
  },
  {
    rule: 'a priority that is not named stays',
    seeds: [{ ...ROLLING, inAppUpdatePriority: 3 }],
    put: [staged(42, 0.5)],
    then: [{ ...staged(42, 0.5), inAppUpdatePriority: 3 }, done(40)],
  },
];

test.each(ROWS)('$rule', async ({ seeds = [], track = 'production', put, then }) => {
  await withPlay({ prepare: prepareWith(seeds) }, async ({ release, releasesOf }) => {
    expect(await release(track, put)).toMatchObject({ status: 200 });
    const releases = (await releasesOf(track)) as { name: string }[];
    expect(releases).toEqual(then.map((one) => ({ name: '1.0', ...one })));
  });
});

interface Refused {
  readonly rule: string;
  readonly seeds?: readonly Seed[];
  readonly track?: string;
  readonly put: readonly unknown[];
  readonly status?: number;
  readonly message: string;
  /** Refused by the commit; default: by the update. */
  readonly late?: true;
}

const LONG = 'x'.repeat(501);

const REFUSED: readonly Refused[] = [
  { rule: 'fraction 1', put: [staged(42, 1)], message: 'User fraction must be lower than one.' },
  { rule: 'fraction 0', put: [staged(42, 0)], message: 'User fraction must be greater than zero.' },
  { rule: 'a negative fraction', put: [staged(42, -0.1)], message: 'User fraction must be greater than zero.' },
  {
    rule: 'no fraction',
    put: [code(42, 'inProgress')],
    message: 'User fraction must be set for a release with status inProgress.',
  },
  {
    rule: 'a fraction of a completed one',
    put: [code(42, 'completed', { userFraction: 0.5 })],
    message: 'User fraction must not be set for a release with status completed.',
  },
  {
    rule: 'a fraction of a draft',
    put: [code(42, 'draft', { userFraction: 0.5 })],
    message: 'User fraction must not be set for a release with status draft.',
  },
  {
    rule: 'a fraction that is no number',
    put: [code(42, 'inProgress', { userFraction: 'half' })],
    message: `Invalid value at 'user_fraction': "half"`,
  },
  { rule: 'an unknown status', put: [code(42, 'live')], message: `Invalid value at 'status': "live"` },
  {
    rule: 'no version code',
    put: [{ versionCodes: [], status: 'completed' }],
    message: 'A release must contain at least one version code.',
  },
  {
    rule: 'a version code that is none',
    put: [{ versionCodes: ['4x'], status: 'completed' }],
    message: `Invalid value at 'version_codes': "4x"`,
  },
  {
    rule: 'unknown version codes',
    put: [{ versionCodes: [42, 98, 99], status: 'completed' }],
    status: 404,
    message: 'The following APK version codes could not be found: 98, 99.',
  },
  { rule: 'two completed', put: [done(42), done(43)], message: 'Only one completed release is allowed.' },
  {
    rule: 'two in progress',
    put: [staged(42, 0.1), staged(43, 0.1)],
    message: 'Only one inProgress release is allowed.',
  },
  {
    rule: 'priority 6',
    put: [code(42, 'completed', { inAppUpdatePriority: 6 })],
    message: 'In-app update priority must be between 0 and 5.',
  },
  {
    rule: 'another priority of a rollout',
    seeds: [ROLLING],
    put: [{ ...staged(42, 0.5), inAppUpdatePriority: 2 }],
    message: 'In-app update priority cannot be changed once the release is rolled out.',
  },
  {
    rule: 'countries of a completed one',
    put: [code(42, 'completed', { countryTargeting: { countries: ['ES'] } })],
    message: 'Country targeting may only be set for inProgress releases in the production track.',
  },
  {
    rule: 'countries outside production',
    seeds: [{ track: 'beta', versionCodes: [38] }],
    track: 'beta',
    put: [{ ...staged(42, 0.1), countryTargeting: { countries: ['ES'] } }],
    message: 'Country targeting may only be set for inProgress releases in the production track.',
  },
  {
    rule: 'no country at all',
    put: [{ ...staged(42, 0.1), countryTargeting: { countries: [] } }],
    status: 403,
    message: 'Release in track targeting no countries.',
  },
  {
    rule: 'a lower fraction',
    seeds: [ROLLING],
    put: [staged(42, 0.1)],
    message: 'User fraction must not be decreased.',
  },
  { rule: 'a completed one staged again', put: [staged(40, 0.5)], message: 'Fully released can not be staged.' },
  {
    rule: 'a rollout made a draft',
    seeds: [ROLLING],
    put: [code(42, 'draft')],
    message: 'A release that has been rolled out cannot become a draft.',
  },
  {
    rule: 'a halt of the first release of a track',
    seeds: [{ track: 'beta', versionCodes: [42] }],
    track: 'beta',
    put: [halted(42, 0.5)],
    message: 'The first release on a track cannot be halted.',
  },
  {
    rule: 'a halt on the internal track',
    seeds: [
      { track: 'internal', versionCodes: [38] },
      { track: 'internal', versionCodes: [42] },
    ],
    track: 'internal',
    put: [halted(42, 0.5)],
    message: 'A fully rolled out release on the internal track cannot be halted.',
  },
  { rule: 'an unknown track', track: 'nope', put: [done(42)], status: 404, message: 'Track not found: nope.' },
  {
    rule: 'a staged first release',
    track: 'beta',
    put: [staged(42, 0.1)],
    late: true,
    message: 'The first release on a track cannot be staged.',
  },
  {
    rule: 'a lower version code',
    put: [done(38)],
    status: 403,
    late: true,
    message:
      'You cannot rollout this release because it does not allow any existing users to upgrade to the newly added APKs.',
  },
  {
    rule: 'a phone on the watch track',
    track: 'wear:production',
    put: [done(42)],
    status: 403,
    late: true,
    message:
      'The artifact with version code 42 does not require the Wear OS system feature android.hardware.type.watch. To publish this release on the current track, remove this artifact.',
  },
  {
    rule: 'notes of 501 characters',
    put: [{ ...done(42), releaseNotes: [{ language: 'de-DE', text: LONG }] }],
    status: 403,
    late: true,
    message: 'The release created has notes in language de-DE with length 501, which is too long (max: 500).',
  },
];

test.each(REFUSED)('refused: $rule', async ({ seeds = [], track = 'production', put, status = 400, message, late }) => {
  await withPlay({ prepare: prepareWith(seeds) }, async (stage) => {
    const before = stage.emulator.snapshot().apps[PACKAGE]?.content;
    const edit = await stage.openEdit();
    const changed = await stage.put(edit, track, put as object[]);
    if (late !== true) {
      expect(refusalOf(changed)).toMatchObject({ status, message });
      return;
    }
    expect(changed.status).toBe(200);
    expect(refusalOf(await stage.request('POST', `${edit}:validate`))).toMatchObject({ status, message });
    expect(refusalOf(await stage.request('POST', `${edit}:commit`))).toMatchObject({ status, message });
    expect(stage.emulator.snapshot().apps[PACKAGE]?.content).toEqual(before);
    // The edit survives a refused commit, and can be put right.
    expect((await stage.request('GET', edit)).status).toBe(200);
  });
});

test('a watch bundle is refused on a mobile track, and taken on its own', async () => {
  const prepare = (world: Stage['world']): void => {
    prepareWith([])(world);
    world.addRelease(PACKAGE, 'wear:production', { versionCodes: [10_042], watch: true });
  };
  await withPlay({ prepare }, async ({ release }) => {
    expect(refusalOf(await release('production', [done(10_042)]))).toMatchObject({
      status: 403,
      message: expect.stringContaining('10042 requires the Wear OS system feature android.hardware.type.watch'),
    });
    expect((await release('wear:production', [{ ...done(10_042), name: 'again' }])).status).toBe(200);
  });
});

test('an app that was never published takes nothing but drafts', async () => {
  await withPlay({ app: { draft: true } }, async (stage) => {
    const edit = await stage.openEdit();
    await stage.upload(edit, 1);
    await stage.put(edit, 'internal', [done(1)]);
    expect(refusalOf(await stage.request('POST', `${edit}:commit`))).toMatchObject({
      status: 400,
      name: 'INVALID_ARGUMENT',
      message: 'Only releases with status draft may be created on draft app.',
    });
    await stage.put(edit, 'internal', [code(1, 'draft')]);
    expect((await stage.request('POST', `${edit}:commit`)).status).toBe(200);
    expect(await stage.lifecycles('internal')).toEqual({ 1: 'DRAFT' });
  });
});

test('what counts is the live track, not what the edit held before', async () => {
  await withPlay({ prepare: prepareWith([]) }, async (stage) => {
    const edit = await stage.openEdit();
    for (const put of [done(42), staged(43, 0.3), staged(42, 0.3), staged(42, 0.1)]) {
      expect((await stage.put(edit, 'production', [put])).status).toBe(200);
    }
    // As Fastlane does: everything once more, now with notes.
    const notes = { releaseNotes: [{ language: 'en-US', text: 'New.' }] };
    await stage.put(edit, 'production', [{ ...staged(42, 0.1), ...notes }, done(40)]);
    expect((await stage.request('POST', `${edit}:commit`)).status).toBe(200);
    expect(await stage.releasesOf('production')).toEqual([
      { name: '1.0', ...staged(42, 0.1), ...notes },
      { name: '1.0', ...done(40) },
    ]);
  });
});

test('a halt of a completed release may be sent twice, the second time with the release that came back', async () => {
  await withPlay({ prepare: prepareWith([]) }, async (stage) => {
    const edit = await stage.openEdit();
    await stage.put(edit, 'production', [halted(40, 0.5)]);
    expect((await stage.put(edit, 'production', [halted(40, 0.5), done(39)])).status).toBe(200);
    expect((await stage.request('POST', `${edit}:commit`)).status).toBe(200);
    const then = [halted(40, 0.5), done(39)].map((one) => ({ name: '1.0', ...one }));
    expect(await stage.releasesOf('production')).toEqual(then);
  });
});

test('a commit leaves the releases of other tracks as they are', async () => {
  await withPlay({ prepare: prepareWith([ROLLING]) }, async ({ release, releasesOf }) => {
    const before = await releasesOf('production');
    await release('internal', [done(43)]);
    expect(await releasesOf('production')).toEqual(before);
    expect(await releasesOf('internal')).toEqual([{ name: '1.0', ...done(43) }]);
  });
});

test('a halted completed release can be resumed and completed, and then halted again', async () => {
  await withPlay({ prepare: prepareWith([]) }, async ({ release, releasesOf }) => {
    const steps = [
      { put: halted(40, 0.5), then: [halted(40, 0.5), done(39)] },
      { put: staged(40, 0.6), then: [staged(40, 0.6), done(39)] },
      { put: done(40), then: [done(40)] },
      { put: code(40, 'halted'), then: [code(40, 'halted'), done(39)] },
    ];
    for (const { put, then } of steps) {
      expect(await release('production', [put])).toMatchObject({ status: 200 });
      expect(await releasesOf('production')).toEqual(then.map((one) => ({ name: '1.0', ...one })));
    }
  });
});

test('patch leaves alone what it does not name; update does not', async () => {
  await withPlay({ prepare: prepareWith([DRAFT]) }, async ({ request, openEdit }) => {
    const edit = await openEdit();
    const track = `${edit}/tracks/production`;
    const codes = (reply: { body: unknown }): unknown =>
      (reply.body as { releases: { versionCodes: string[] }[] }).releases.map(({ versionCodes }) => versionCodes[0]);
    expect(codes(await request('PATCH', track, { body: {} }))).toEqual(['40', '42']);
    expect(codes(await request('PATCH', track, { body: { releases: [staged(43, 0.1)] } }))).toEqual(['43', '40']);
    expect(codes(await request('PUT', track, { body: { track: 'production' } }))).toEqual(['40']);
  });
});

test('closed tracks are created in an edit, spelled after their form factor', async () => {
  await withPlay({}, async ({ request, openEdit }) => {
    const edit = await openEdit();
    const create = (body: object) => request('POST', `${edit}/tracks`, { body });
    const closed = { type: 'CLOSED_TESTING' };
    expect(await create({ ...closed, track: 'Friends' })).toMatchObject({ status: 200, body: { track: 'Friends' } });
    expect(await create({ ...closed, track: 'wear:friends', formFactor: 'WEAR' })).toMatchObject({ status: 200 });
    for (const body of [
      { ...closed, track: 'Friends' },
      { ...closed, track: 'car', formFactor: 'AUTOMOTIVE' },
      { ...closed, track: 'wear:others' },
      { ...closed, track: '' },
      { track: 'open', type: 'OPEN_TESTING' },
    ]) {
      expect((await create(body)).status).toBe(400);
    }
    await request('POST', `${edit}:commit`);
    const { body } = await request('GET', `${await openEdit()}/tracks`);
    const names = (body as { tracks: { track: string }[] }).tracks.map(({ track }) => track);
    expect(names).toEqual(['production', 'beta', 'alpha', 'internal', 'Friends', 'wear:friends']);
  });
});
