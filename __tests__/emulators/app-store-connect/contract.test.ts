import { expect, test } from '@jest/globals';
import { readDescription, type Description } from '#emulators/app-store-connect/contract/description';
import { ALLOWED_OPERATIONS } from '#emulators/app-store-connect/operations';
import type { QueryRules } from '#emulators/app-store-connect/queries';
import { isResourceType, RESOURCES, rowOf } from '#emulators/app-store-connect/resources';
import { testWith } from '../../support/required.ts';
import { driveAll } from './drive.ts';
import { DAY, MINUTE, withAsc, type Item } from './harness.ts';
import { linkTo, openSdk, pathOf } from './sdk.ts';

const found = readDescription();
const check = testWith('app-store-connect-sdk', typeof found === 'string' ? found : undefined);

function getDescription(): Description {
  if (typeof found === 'string') throw new Error(found);
  return found;
}

/** Not in Apple's description: a page that only fastlane asks for, and the store of parts, which is no part of the API. */
const UNDESCRIBED = ['appStoreVersions_resetRatingsRequest_getToOneRelated', 'upload-parts/put'];

test('every operation of the table is driven, and each row cites its source', async () => {
  await withAsc({}, async (stage) => {
    const driven = new Set<string>();
    await driveAll(stage, ({ operation }) => driven.add(operation));
    expect(driven).toEqual(new Set(stage.emulator.routes.map(({ operation }) => operation)));
    for (const { source } of stage.emulator.routes) expect(source).toMatch(/^https:\/\//);
  });
});

check("every answer, and every request of the tests, fits Apple's description", async () => {
  const description = getDescription();
  await withAsc({}, async (stage) => {
    const problems: Record<string, readonly string[]> = {};
    await driveAll(stage, ({ operation, status, sent, body }) => {
      if (UNDESCRIBED.includes(operation)) return;
      const bad = [
        ...(body?.data === null ? [] : description.findProblems(operation, status, body)),
        ...(sent === undefined ? [] : description.findRequestProblems(operation, sent)),
      ];
      if (bad.length > 0) problems[`${operation} ${status}`] = bad.slice(0, 3);
    });
    expect(problems).toEqual({});
  });
});

/** Names of the parameters that the table gives a list or a resource. Fields of other types are taken as they come. */
function nameParameters({ type, many, filters = [], exists = [], sorts = [], includes = true }: QueryRules): string[] {
  const included = Object.entries(rowOf(type).relationships).filter(([, row]) => row.included && includes);
  return [
    ...filters.map((name) => `filter[${name}]`),
    ...exists.map((name) => `exists[${name}]`),
    ...(sorts.length > 0 ? ['sort'] : []),
    ...(many ? ['limit'] : []),
    ...(included.length > 0 ? ['include'] : []),
    ...included.filter(([, row]) => row.many).map(([name]) => `limit[${name}]`),
  ];
}

check('the tables of filters, sorts, relationships and fields are those of the description', async () => {
  const description = getDescription();
  await withAsc({}, ({ emulator }) => {
    const differences: Record<string, unknown> = {};
    for (const { operation, rules } of emulator.routes) {
      if (rules === undefined) continue;
      const parameters = description.listParameters(operation) ?? new Map<string, readonly string[]>();
      const known = [...parameters.keys()].filter((name) => !name.startsWith('fields['));
      const row = rowOf(rules.type);
      const pairs: Record<string, readonly (readonly string[] | undefined)[]> = {
        parameters: [nameParameters(rules), known],
        sort: [rules.sorts?.flatMap((name) => [name, `-${name}`]), parameters.get('sort')],
        include: [
          rules.includes === false
            ? undefined
            : Object.entries(row.relationships).flatMap(([name, one]) => (one.included ? [name] : [])),
          parameters.get('include') ?? [],
        ],
        fields: [
          [...Object.keys(row.attributes), ...Object.keys(row.relationships)],
          parameters.get(`fields[${rules.type}]`),
        ],
      };
      for (const [what, [ours, apples]] of Object.entries(pairs)) {
        if (ours === undefined && (apples === undefined || apples.length === 0)) continue;
        const [a, b] = [[...(ours ?? [])].sort(), [...(apples ?? [])].sort()];
        if (JSON.stringify(a) === JSON.stringify(b)) continue;
        differences[`${operation} ${what}`] = {
          ours: a.filter((one) => !b.includes(one)),
          apples: b.filter((one) => !a.includes(one)),
        };
      }
    }
    expect(differences).toEqual({});
    return Promise.resolve();
  });
});

check('what can be done with a type at all is what the description has', () => {
  const description = getDescription();
  const names = {
    GET_COLLECTION: 'getCollection',
    GET_INSTANCE: 'getInstance',
    CREATE: 'createInstance',
    UPDATE: 'updateInstance',
    DELETE: 'deleteInstance',
  };
  const differences = Object.entries(ALLOWED_OPERATIONS).flatMap(([type, allowed]) =>
    (Object.keys(names) as (keyof typeof names)[]).flatMap((operation) => {
      const isThere = description.listParameters(`${type}_${names[operation]}`) !== undefined;
      return isThere === allowed.includes(operation) ? [] : [`${type} ${operation}`];
    }),
  );
  expect(differences).toEqual([]);
});

check('relationships have an address where the description has one', () => {
  const description = getDescription();
  const differences = Object.entries(RESOURCES).flatMap(([type, { relationships }]) =>
    Object.entries(relationships).flatMap(([name, { linked }]) => {
      const operations = ['ToOne', 'ToMany'].map((count) => `${type}_${name}_get${count}Related`);
      const isThere = operations.some((operation) => description.listParameters(operation) !== undefined);
      return isThere === linked ? [] : [`${type}.${name}`];
    }),
  );
  expect(differences).toEqual([]);
});

check('the values that filters may have are those of the description', async () => {
  const description = getDescription();
  await withAsc({}, ({ emulator }) => {
    const differences: string[] = [];
    for (const { operation, rules } of emulator.routes) {
      for (const path of rules?.filters ?? []) {
        const apples = description.listParameters(operation)?.get(`filter[${path}]`) ?? [];
        const ours = rules === undefined ? [] : listValues(rules.type, path);
        if (
          path === 'territory' ||
          path === 'rating' ||
          JSON.stringify([...ours].sort()) === JSON.stringify([...apples].sort())
        )
          continue;
        // What an upload's state may be stands within an object.
        if (operation.startsWith('apps_buildUploads') && path === 'state') continue;
        differences.push(`${operation} ${path}: ${ours.join()} and not ${apples.join()}`);
      }
    }
    expect(differences).toEqual([]);
    return Promise.resolve();
  });
});

function listValues(type: string, path: string): readonly string[] {
  if (!isResourceType(type)) return [];
  const [first = '', ...rest] = path.split('.');
  const row = rowOf(type);
  const next = row.relationships[first];
  if (next !== undefined) return rest.length === 0 ? [] : listValues(next.type, rest.join('.'));
  const kind = row.attributes[first];
  return kind === 'boolean' || typeof kind === 'string' || kind === undefined ? [] : kind;
}

check('the check can fail: an unknown field, a missing one, a wrong type and an unknown value are noticed', () => {
  const { findProblems, findRequestProblems } = getDescription();
  const links = { self: 'https://a.test' };
  const version = { type: 'appStoreVersions', id: '1', attributes: { versionString: '1.0' } };
  const judge = (data: object): readonly string[] => findProblems('appStoreVersions_getInstance', 200, { data, links });
  expect(judge(version)).toEqual([]);
  expect(judge({ ...version, nope: 1 })).toEqual(['/data must NOT have additional properties nope']);
  expect(judge({ type: 'appStoreVersions' })).toEqual(["/data must have required property 'id'"]);
  expect(judge({ ...version, attributes: { versionString: 1 } })).toEqual([
    '/data/attributes/versionString must be string',
  ]);
  expect(judge({ ...version, attributes: { appVersionState: 'NEW' } })).not.toEqual([]);
  expect(findProblems('appStoreVersions_getInstance', 418, {})).not.toEqual([]);
  expect(findProblems('appStoreVersions_deleteInstance', 204, {})).not.toEqual([]);
  expect(findRequestProblems('appStoreVersions_createInstance', { data: { type: 'appStoreVersions' } })).not.toEqual(
    [],
  );
});

check(
  'a client that was generated from the description signs in and brings a version to the store in phases',
  async () => {
    // It signs with the machine's time, so the emulator begins there; once that has moved on, tokens are given to it.
    await withAsc({ start: new Date().toISOString() }, async (stage) => {
      const { app, clock, emulator, key } = stage;
      const ask = openSdk(stage);
      const [found = app.app as unknown as Item] = await ask('Apps', 'appsGetCollection', {
        query: { 'filter[bundleId]': ['com.example.app'], include: ['appStoreVersions', 'builds'], limit: 1 },
      });
      expect(found.relationships?.['appStoreVersions']?.data).toHaveLength(1);
      const version = await ask('AppStoreVersions', 'appStoreVersionsCreateInstance', {
        body: {
          data: {
            type: 'appStoreVersions',
            attributes: { platform: 'IOS', versionString: '1.1' },
            relationships: { app: linkTo(found) },
          },
        },
      });
      emulator.console.addBuild({ app: app.id, version: '1.1', number: '42', usesNonExemptEncryption: false });
      const [build = version] = await ask('Builds', 'buildsGetCollection', {
        query: { 'filter[app]': [app.id], 'filter[version]': ['42'], 'filter[processingState]': ['VALID', 'INVALID'] },
      });
      await ask('AppStoreVersions', 'appStoreVersionsUpdateInstance', {
        ...pathOf(version),
        body: { data: { type: 'appStoreVersions', id: version.id, relationships: { build: linkTo(build) } } },
      });
      const texts = await ask(
        'AppStoreVersions',
        'appStoreVersionsAppStoreVersionLocalizationsGetToManyRelated',
        pathOf(version),
      );
      for (const text of texts) {
        const data = { type: text.type, id: text.id, attributes: { whatsNew: 'Better.' } };
        await ask('AppStoreVersionLocalizations', 'appStoreVersionLocalizationsUpdateInstance', {
          ...pathOf(text),
          body: { data },
        });
      }
      const phase = await ask('AppStoreVersionPhasedReleases', 'appStoreVersionPhasedReleasesCreateInstance', {
        body: {
          data: {
            type: 'appStoreVersionPhasedReleases',
            attributes: { phasedReleaseState: 'INACTIVE' },
            relationships: { appStoreVersion: linkTo(version) },
          },
        },
      });
      const submission = await ask('ReviewSubmissions', 'reviewSubmissionsCreateInstance', {
        body: {
          data: { type: 'reviewSubmissions', attributes: { platform: 'IOS' }, relationships: { app: linkTo(found) } },
        },
      });
      await ask('ReviewSubmissionItems', 'reviewSubmissionItemsCreateInstance', {
        body: {
          data: {
            type: 'reviewSubmissionItems',
            relationships: { reviewSubmission: linkTo(submission), appStoreVersion: linkTo(version) },
          },
        },
      });
      const submit = (): Promise<Item & Item[]> =>
        ask('ReviewSubmissions', 'reviewSubmissionsUpdateInstance', {
          ...pathOf(submission),
          body: { data: { type: 'reviewSubmissions', id: submission.id, attributes: { submitted: true } } },
        });
      await expect(submit()).rejects.toThrow('Version is not ready to be submitted yet');
      clock.advanceBy(MINUTE);
      expect((await submit()).attributes['state']).toBe('WAITING_FOR_REVIEW');
      emulator.console.set({ distributing: 0 });
      emulator.console.review(version.id, 'approve');
      const pause = (phasedReleaseState: string): Promise<Item & Item[]> =>
        ask('AppStoreVersionPhasedReleases', 'appStoreVersionPhasedReleasesUpdateInstance', {
          ...pathOf(phase),
          body: { data: { type: phase.type, id: phase.id, attributes: { phasedReleaseState } } },
        });
      expect((await pause('PAUSED')).attributes).toMatchObject({ phasedReleaseState: 'PAUSED', currentDayNumber: 1 });
      await expect(pause('PAUSED')).rejects.toThrow('The phased release already has this value');
      expect(emulator.log.entries().every(({ actor }) => actor === key.keyId)).toBe(true);
      clock.advanceBy(DAY);
      await expect(pause('ACTIVE')).rejects.toThrow('NOT_AUTHORIZED');
    });
  },
);
