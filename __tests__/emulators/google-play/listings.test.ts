import { expect, test } from '@jest/globals';
import { PACKAGE, withPlay, type Stage } from './harness.ts';

/** A change and what is read afterwards, in the same edit and, after its commit, in the next one. */
interface Row {
  readonly rule: string;
  readonly writes: readonly (readonly [method: string, path: string, body: object])[];
  readonly read: string;
  readonly then: object;
}

const TITLE = { title: 'Tracker', shortDescription: 'Tracks.', fullDescription: 'Tracks everything.' };

const ROWS: readonly Row[] = [
  {
    rule: 'a listing is created by an update',
    writes: [['PUT', '/listings/en-US', { language: 'en-US', ...TITLE }]],
    read: '/listings/en-US',
    then: { language: 'en-US', ...TITLE },
  },
  {
    rule: 'an update replaces, also with nothing',
    writes: [
      ['PUT', '/listings/en-US', TITLE],
      ['PUT', '/listings/en-US', { title: 'New' }],
    ],
    read: '/listings/en-US',
    then: { language: 'en-US', title: 'New' },
  },
  {
    rule: 'a patch does not',
    writes: [
      ['PUT', '/listings/en-US', TITLE],
      ['PATCH', '/listings/en-US', { title: 'New' }],
    ],
    read: '/listings/en-US',
    then: { language: 'en-US', ...TITLE, title: 'New' },
  },
  {
    rule: 'all listings',
    writes: [
      ['PUT', '/listings/en-US', { title: 'A' }],
      ['PUT', '/listings/es-ES', { title: 'B' }],
    ],
    read: '/listings',
    then: {
      listings: [
        { language: 'en-US', title: 'A' },
        { language: 'es-ES', title: 'B' },
      ],
    },
  },
  {
    rule: 'details are patched',
    writes: [['PATCH', '/details', { contactEmail: 'help@example.test' }]],
    read: '/details',
    then: { defaultLanguage: 'en-US', contactEmail: 'help@example.test' },
  },
  {
    rule: 'details are replaced',
    writes: [['PUT', '/details', { contactEmail: 'help@example.test' }]],
    read: '/details',
    then: { contactEmail: 'help@example.test' },
  },
  {
    rule: 'testers of a track',
    writes: [['PUT', '/testers/alpha', { googleGroups: ['a@example.test', 'b@example.test'] }]],
    read: '/testers/alpha',
    then: { googleGroups: ['a@example.test', 'b@example.test'] },
  },
  {
    rule: 'a patch that names none leaves them',
    writes: [
      ['PUT', '/testers/alpha', { googleGroups: ['a@example.test'] }],
      ['PATCH', '/testers/alpha', {}],
    ],
    read: '/testers/alpha',
    then: { googleGroups: ['a@example.test'] },
  },
  {
    rule: 'an update that names none removes them',
    writes: [['PUT', '/testers/internal', {}]],
    read: '/testers/internal',
    then: {},
  },
];

const prepare = ({ setTesters }: Stage['world']): void => {
  setTesters(PACKAGE, 'internal', ['seeded@example.test']);
};

test.each(ROWS)('$rule', async ({ writes, read, then }) => {
  await withPlay({ prepare }, async ({ request, openEdit }) => {
    const edit = await openEdit();
    for (const [method, path, body] of writes) {
      expect((await request(method, `${edit}${path}`, { body })).status).toBe(200);
    }
    const found = (await request('GET', `${edit}${read}`)).body;
    expect(found).toMatchObject(then);
    const names = Object.keys(found as object).filter((name) => name !== 'kind');
    expect(new Set(names)).toEqual(new Set(Object.keys(then)));
    await request('POST', `${edit}:commit`);
    expect((await request('GET', `${await openEdit()}${read}`)).body).toEqual(found);
  });
});

test('seeded testers are read; a listing and a track that are not there are 404; a body that is none is 400', async () => {
  await withPlay({ prepare }, async ({ request, openEdit }) => {
    const edit = await openEdit();
    expect((await request('GET', `${edit}/testers/internal`)).body).toEqual({ googleGroups: ['seeded@example.test'] });
    expect((await request('GET', `${edit}/listings/fr-FR`)).status).toBe(404);
    expect((await request('GET', `${edit}/testers/nope`)).status).toBe(404);
    expect((await request('PUT', `${edit}/testers/alpha`, { body: { googleGroups: 'all' } })).status).toBe(400);
  });
});

test('images are added, listed and removed by kind', async () => {
  await withPlay({}, async ({ request, openEdit }) => {
    const edit = await openEdit();
    const add = (kind: string, raw: string): ReturnType<typeof request> =>
      request('POST', `/upload${edit}/listings/en-US/${kind}`, { raw, headers: { 'content-type': 'image/png' } });
    const first = (await add('icon', 'icon')).body as { image: object };
    await add('phoneScreenshots', 'one');
    await add('phoneScreenshots', 'two');
    expect((await request('GET', `${edit}/listings/en-US/icon`)).body).toEqual({ images: [first.image] });
    const removed = await request('DELETE', `${edit}/listings/en-US/phoneScreenshots`);
    expect((removed.body as { deleted: object[] }).deleted).toHaveLength(2);
    expect((await request('GET', `${edit}/listings/en-US/phoneScreenshots`)).body).toEqual({ images: [] });
    expect((await request('GET', `${edit}/listings/en-US/icon`)).body).toEqual({ images: [first.image] });
  });
});

test('a listing is deleted by language, or all of them; an image by its id', async () => {
  await withPlay({}, async ({ request, openEdit }) => {
    const edit = await openEdit();
    for (const language of ['en-US', 'es-ES', 'fr-FR']) {
      await request('PUT', `${edit}/listings/${language}`, { body: TITLE });
    }
    expect((await request('DELETE', `${edit}/listings/es-ES`)).status).toBe(204);
    expect((await request('DELETE', `${edit}/listings/es-ES`)).status).toBe(404);
    const languages = async (): Promise<string[]> => {
      const { body } = await request('GET', `${edit}/listings`);
      return (body as { listings: { language: string }[] }).listings.map(({ language }) => language);
    };
    expect(await languages()).toEqual(['en-US', 'fr-FR']);
    const add = async (raw: string): Promise<string> => {
      const { body } = await request('POST', `/upload${edit}/listings/en-US/icon`, { raw });
      return (body as { image: { id: string } }).image.id;
    };
    const first = await add('one');
    const second = await add('two');
    expect((await request('DELETE', `${edit}/listings/en-US/icon/${first}`)).status).toBe(204);
    expect((await request('GET', `${edit}/listings/en-US/icon`)).body).toMatchObject({ images: [{ id: second }] });
    expect((await request('DELETE', `${edit}/listings/en-US/icon/${first}`)).status).toBe(404);
    expect((await request('DELETE', `${edit}/listings`)).status).toBe(204);
    expect(await languages()).toEqual([]);
  });
});

test('where a track is available: by itself, or like production', async () => {
  const seed = ({ setCountries }: Stage['world']): void => {
    setCountries(PACKAGE, 'production', { countries: ['ES', 'PT'], restOfWorld: false });
    setCountries(PACKAGE, 'beta', { countries: ['DE'], restOfWorld: false });
  };
  await withPlay({ prepare: seed }, async ({ request, openEdit }) => {
    const edit = await openEdit();
    const ask = async (track: string): Promise<unknown> =>
      (await request('GET', `${edit}/countryAvailability/${track}`)).body;
    const production = { countries: [{ countryCode: 'ES' }, { countryCode: 'PT' }], restOfWorld: false };
    expect(await ask('production')).toEqual({ ...production, syncWithProduction: false });
    expect(await ask('internal')).toEqual({ ...production, syncWithProduction: true });
    expect(await ask('beta')).toEqual({
      countries: [{ countryCode: 'DE' }],
      restOfWorld: false,
      syncWithProduction: false,
    });
    expect((await request('GET', `${edit}/countryAvailability/nope`)).status).toBe(404);
  });
});
