import { expect, test } from '@jest/globals';
import { deleteSets } from '#emulators/app-store-connect/screenshots';
import {
  addToSubmission,
  idOf,
  makeVersion,
  prepareVersion,
  submissionState,
  submitVersion,
  versionState,
} from './flows.ts';
import { HOUR, MINUTE, refusalOf, withAsc, type Item, type Stage } from './harness.ts';

const SECOND = 1_000;

async function states(stage: Stage, submission: string, version: string): Promise<unknown[]> {
  const { get, app } = stage;
  const items = await get<Item[]>(`/v1/reviewSubmissions/${submission}/items`);
  const infos = await get<Item[]>(`/v1/apps/${app.id}/appInfos`);
  return [
    await submissionState(stage, submission),
    items.map(({ attributes }) => attributes['state']).join(),
    await versionState(stage, version),
    infos.at(-1)?.attributes['state'],
  ];
}

test('from preparation to the store, by time alone', async () => {
  await withAsc({}, async (stage) => {
    const { clock, patch } = stage;
    const version = await prepareVersion(stage);
    const { submission } = await addToSubmission(stage, version);
    expect(await states(stage, submission, version)).toEqual([
      'READY_FOR_REVIEW',
      'READY_FOR_REVIEW',
      'PREPARE_FOR_SUBMISSION',
      'PREPARE_FOR_SUBMISSION',
    ]);
    const submit = (): ReturnType<typeof patch> => patch('reviewSubmissions', submission, { submitted: true });
    expect(refusalOf(await submit())).toEqual([
      409,
      'STATE_ERROR.ENTITY_STATE_INVALID: Version is not ready to be submitted yet, please try again later.',
    ]);
    clock.advanceBy(20 * SECOND);
    expect((await states(stage, submission, version)).slice(2)).toEqual(['READY_FOR_REVIEW', 'READY_FOR_REVIEW']);
    const sent = await submit();
    expect((sent.body?.data as Item).attributes).toEqual({
      platform: 'IOS',
      submittedDate: '2026-11-24T01:00:20-08:00',
      state: 'WAITING_FOR_REVIEW',
    });
    expect((await states(stage, submission, version)).slice(2)).toEqual(['WAITING_FOR_REVIEW', 'WAITING_FOR_REVIEW']);
    clock.advanceBy(6 * HOUR);
    expect(await states(stage, submission, version)).toEqual([
      'IN_REVIEW',
      'READY_FOR_REVIEW',
      'IN_REVIEW',
      'IN_REVIEW',
    ]);
    clock.advanceBy(2 * HOUR);
    expect(await states(stage, submission, version)).toEqual([
      'COMPLETING',
      'APPROVED',
      'PROCESSING_FOR_DISTRIBUTION',
      'PENDING_RELEASE',
    ]);
    clock.advanceBy(15 * MINUTE);
    expect(await states(stage, submission, version)).toEqual([
      'COMPLETE',
      'APPROVED',
      'READY_FOR_DISTRIBUTION',
      'READY_FOR_DISTRIBUTION',
    ]);
    expect(await versionState(stage, stage.app.versions[0]?.id ?? '')).toBe('REPLACED_WITH_NEW_VERSION');
  });
});

test('a clock that jumps passes through all states in their order', async () => {
  await withAsc({}, async (stage) => {
    const version = await prepareVersion(stage);
    await submitVersion(stage, version);
    stage.clock.advanceBy(24 * HOUR);
    expect(await versionState(stage, version)).toBe('READY_FOR_DISTRIBUTION');
  });
});

test('what a version lacks is told with the resources that lack it', async () => {
  const prepare = ({ state }: Stage['world']): void => {
    for (const app of Object.values(state.tables.apps)) app.attributes.contentRightsDeclaration = null;
    for (const text of Object.values(state.tables.appStoreVersionLocalizations)) {
      deleteSets(state, text.id);
      text.attributes.description = null;
    }
    for (const info of Object.values(state.tables.appInfos)) info.ageRated = false;
  };
  await withAsc({ prepare }, async (stage) => {
    const { app, get, post } = stage;
    const version = await makeVersion(stage, '1.1');
    const submission = idOf(await post('reviewSubmissions', {}, { app: ['apps', app.id] }));
    const reply = await post(
      'reviewSubmissionItems',
      {},
      { reviewSubmission: ['reviewSubmissions', submission], appStoreVersion: ['appStoreVersions', version] },
    );
    const [error] = reply.body?.errors ?? [];
    expect(error).toMatchObject({
      status: '409',
      code: 'STATE_ERROR.ENTITY_STATE_INVALID',
      title: `appStoreVersions with id '${version}' is not in valid state.`,
      detail: 'This resource cannot be reviewed, please check associated errors to see why.',
    });
    const [text] = await get<Item[]>(`/v1/appStoreVersions/${version}/appStoreVersionLocalizations`);
    const infos = await get<Item[]>(`/v1/apps/${app.id}/appInfos`);
    const associated = Object.entries(error?.meta?.associatedErrors ?? {}).map(([path, errors]) => [
      path,
      errors.map(({ code, source = {} }) => `${code} ${Object.values(source).join()}`.trim()),
    ]);
    expect(associated).toEqual([
      [`/v1/appStoreVersions/${version}`, ['ENTITY_ERROR.RELATIONSHIP.REQUIRED /data/relationships/build']],
      [
        `/v1/appStoreVersionLocalizations/${text?.id ?? ''}`,
        [
          'ENTITY_ERROR.ATTRIBUTE.REQUIRED /data/attributes/description',
          'ENTITY_ERROR.ATTRIBUTE.REQUIRED /data/attributes/whatsNew',
          'STATE_ERROR.SCREENSHOT_REQUIRED.APP_IPHONE_67',
        ],
      ],
      [`/v1/appInfos/${infos.at(-1)?.id ?? ''}`, ['STATE_ERROR.AGE_RATING_REQUIRED']],
      [`/v1/apps/${app.id}`, ['ENTITY_ERROR.ATTRIBUTE.REQUIRED /data/attributes/contentRightsDeclaration']],
    ]);
    expect(await get<Item[]>(`/v1/reviewSubmissions/${submission}/items`)).toEqual([]);
  });
});

test('a build without its export compliance is not reviewed', async () => {
  await withAsc({}, async (stage) => {
    const { app, emulator, patch, post } = stage;
    const version = await prepareVersion(stage);
    const build = emulator.console.addBuild({ app: app.id, version: '1.1', number: '43' });
    idOf(await patch('appStoreVersions', version, {}, { build: ['builds', build] }), 200);
    const submission = idOf(await post('reviewSubmissions', { platform: 'IOS' }, { app: ['apps', app.id] }));
    const links = {
      reviewSubmission: ['reviewSubmissions', submission],
      appStoreVersion: ['appStoreVersions', version],
    } as const;
    const refused = await post('reviewSubmissionItems', {}, links);
    expect(Object.keys(refused.body?.errors?.[0]?.meta?.associatedErrors ?? {})).toEqual([`/v1/builds/${build}`]);
    idOf(await patch('builds', build, { usesNonExemptEncryption: false }), 200);
    idOf(await post('reviewSubmissionItems', {}, links));
  });
});

test('a version is part of one submission, and can be taken out before it is submitted', async () => {
  await withAsc({}, async (stage) => {
    const { app, clock, patch, post, request } = stage;
    const version = await prepareVersion(stage);
    const { submission, item } = await addToSubmission(stage, version);
    const second = idOf(await post('reviewSubmissions', { platform: 'IOS' }, { app: ['apps', app.id] }));
    const again = await post(
      'reviewSubmissionItems',
      {},
      { reviewSubmission: ['reviewSubmissions', second], appStoreVersion: ['appStoreVersions', version] },
    );
    expect(refusalOf(again)).toEqual([
      409,
      'STATE_ERROR.ITEM_PART_OF_ANOTHER_SUBMISSION: The item is part of another submission.',
    ]);
    clock.advanceBy(MINUTE);
    const edit = (): ReturnType<typeof patch> => patch('appStoreVersions', version, { copyright: 'x' });
    expect((await edit()).status).toBe(409);
    expect((await request('DELETE', `/v1/reviewSubmissionItems/${item}`)).status).toBe(204);
    expect(await versionState(stage, version)).toBe('PREPARE_FOR_SUBMISSION');
    expect((await edit()).status).toBe(200);
    expect(refusalOf(await patch('reviewSubmissions', submission, { submitted: true }))).toEqual([
      409,
      'STATE_ERROR.ENTITY_STATE_INVALID: There are no items to be reviewed in this submission.',
    ]);
    expect(refusalOf(await patch('reviewSubmissions', submission, { canceled: true }))).toEqual([
      409,
      'STATE_ERROR.ENTITY_STATE_INVALID: Resource is not in cancellable state',
    ]);
  });
});

test('a cancellation takes its time, and nothing can be edited until it is over', async () => {
  await withAsc({}, async (stage) => {
    const { clock, patch, request } = stage;
    const version = await prepareVersion(stage);
    const submission = await submitVersion(stage, version);
    const [item] = await stage.get<Item[]>(`/v1/reviewSubmissions/${submission}/items`);
    expect(refusalOf(await request('DELETE', `/v1/reviewSubmissionItems/${item?.id ?? ''}`))).toEqual([
      409,
      'STATE_ERROR.ENTITY_STATE_INVALID: Item was already submitted',
    ]);
    const cancelled = await patch('reviewSubmissions', submission, { canceled: true });
    expect((cancelled.body?.data as Item).attributes['state']).toBe('CANCELING');
    expect(await versionState(stage, version)).toBe('WAITING_FOR_REVIEW');
    expect((await patch('appStoreVersions', version, { copyright: 'x' })).status).toBe(409);
    expect((await patch('reviewSubmissions', submission, { canceled: true })).status).toBe(409);
    clock.advanceBy(MINUTE);
    expect(await states(stage, submission, version)).toEqual([
      'COMPLETE',
      'REMOVED',
      'DEVELOPER_REJECTED',
      'DEVELOPER_REJECTED',
    ]);
    expect((await patch('appStoreVersions', version, { copyright: 'x' })).status).toBe(200);
    clock.advanceBy(24 * HOUR);
    expect(await versionState(stage, version)).toBe('DEVELOPER_REJECTED');
    await submitVersion(stage, version);
  });
});

test.each([
  ['reject', 'REJECTED'],
  ['reject-metadata', 'METADATA_REJECTED'],
] as const)('after %s the version can be mended and is submitted again', async (outcome, expected) => {
  await withAsc({ settings: { outcome, waiting: 0, reviewing: 0 } }, async (stage) => {
    const { clock, patch, get, emulator } = stage;
    const version = await prepareVersion(stage);
    const submission = await submitVersion(stage, version);
    expect(await states(stage, submission, version)).toEqual(['UNRESOLVED_ISSUES', 'REJECTED', expected, 'REJECTED']);
    const submit = (): ReturnType<typeof patch> => patch('reviewSubmissions', submission, { submitted: true });
    expect(refusalOf(await submit())).toEqual([
      409,
      'STATE_ERROR.ENTITY_STATE_INVALID: The submission has items with unresolved issues.',
    ]);
    expect((await patch('appStoreVersions', version, { copyright: 'x' })).status).toBe(200);
    const [item] = await get<Item[]>(`/v1/reviewSubmissions/${submission}/items`);
    idOf(await patch('reviewSubmissionItems', item?.id ?? '', { resolved: true }), 200);
    clock.advanceBy(MINUTE);
    emulator.console.set({ outcome: 'approve' });
    idOf(await submit(), 200);
    expect(await versionState(stage, version)).toBe('PROCESSING_FOR_DISTRIBUTION');
  });
});

test('a rejected item can be removed, which ends the submission', async () => {
  await withAsc({ settings: { outcome: 'reject', waiting: 0, reviewing: 0 } }, async (stage) => {
    const { patch, get } = stage;
    const version = await prepareVersion(stage);
    const submission = await submitVersion(stage, version);
    const [item] = await get<Item[]>(`/v1/reviewSubmissions/${submission}/items`);
    idOf(await patch('reviewSubmissionItems', item?.id ?? '', { removed: true }), 200);
    expect(await states(stage, submission, version)).toEqual(['COMPLETE', 'REMOVED', 'REJECTED', 'REJECTED']);
    expect((await patch('reviewSubmissionItems', item?.id ?? '', { resolved: true })).status).toBe(409);
  });
});

test('the submission of a rejected version can be cancelled, and the version goes into another one', async () => {
  await withAsc({ settings: { outcome: 'reject', waiting: 0, reviewing: 0 } }, async (stage) => {
    const version = await prepareVersion(stage);
    const submission = await submitVersion(stage, version);
    idOf(await stage.patch('reviewSubmissions', submission, { canceled: true }), 200);
    stage.clock.advanceBy(MINUTE);
    expect(await states(stage, submission, version)).toEqual(['COMPLETE', 'REMOVED', 'REJECTED', 'REJECTED']);
    stage.emulator.console.set({ outcome: 'approve' });
    await submitVersion(stage, version);
    expect(await versionState(stage, version)).toBe('PROCESSING_FOR_DISTRIBUTION');
  });
});

test('an item is one thing, of the app and the platform of its submission, and comes before submitting', async () => {
  await withAsc({ settings: { waiting: null } }, async (stage) => {
    const { app, post } = stage;
    const add = async (
      submission: string,
      links: Readonly<Record<string, readonly [string, string]>>,
    ): Promise<unknown> =>
      refusalOf(
        await post('reviewSubmissionItems', {}, { reviewSubmission: ['reviewSubmissions', submission], ...links }),
      );
    const version = await prepareVersion(stage);
    const tv = idOf(await post('reviewSubmissions', { platform: 'TV_OS' }, { app: ['apps', app.id] }));
    expect(await add(tv, {})).toEqual([
      409,
      'ENTITY_ERROR.RELATIONSHIP.INVALID: An item is exactly one thing that can be reviewed.',
    ]);
    const both = { appEvent: ['appEvents', 'e1'], appStoreVersion: ['appStoreVersions', version] } as const;
    expect(await add(tv, both)).toMatchObject({ 0: 409 });
    expect(await add(tv, { appStoreVersion: ['appStoreVersions', version] })).toEqual([
      409,
      'ENTITY_ERROR.RELATIONSHIP.INVALID: The version is not of the app and the platform of the submission.',
    ]);
    const submission = await submitVersion(stage, version);
    expect(await add(submission, { appEvent: ['appEvents', 'e1'] })).toEqual([
      409,
      'STATE_ERROR.ENTITY_STATE_INVALID: Items cannot be added to a submission that was submitted.',
    ]);
    expect(refusalOf(await stage.patch('reviewSubmissions', submission, { submitted: true }))).toMatchObject({
      0: 409,
    });
  });
});

test('a version that was accepted waits for the rest of its submission, and is out when the rest has left it', async () => {
  await withAsc({ settings: { waiting: null } }, async (stage) => {
    const { patch, get, emulator, post, clock } = stage;
    const version = await prepareVersion(stage, '1.1', { releaseType: 'MANUAL' });
    const { submission } = await addToSubmission(stage, version);
    const links = { reviewSubmission: ['reviewSubmissions', submission], appEvent: ['appEvents', 'e1'] } as const;
    const event = idOf(await post('reviewSubmissionItems', {}, links));
    clock.advanceBy(MINUTE);
    const submit = (): ReturnType<typeof patch> => patch('reviewSubmissions', submission, { submitted: true });
    idOf(await submit(), 200);
    emulator.console.review(version, 'reject-others');
    expect(await states(stage, submission, version)).toEqual([
      'UNRESOLVED_ISSUES',
      'ACCEPTED,REJECTED',
      'ACCEPTED',
      'ACCEPTED',
    ]);
    expect((await submit()).status).toBe(409);
    idOf(await patch('reviewSubmissionItems', event, { removed: true }), 200);
    expect(await states(stage, submission, version)).toEqual([
      'COMPLETING',
      'APPROVED,REMOVED',
      'PENDING_DEVELOPER_RELEASE',
      'PENDING_RELEASE',
    ]);
    clock.advanceBy(MINUTE);
    expect(await submissionState(stage, submission)).toBe('COMPLETE');
    expect(await get<Item[]>(`/v1/reviewSubmissions/${submission}/items`)).toHaveLength(2);
  });
});

test('something else may be under review beside a version, and two versions of a platform may not', async () => {
  await withAsc({ settings: { waiting: null } }, async (stage) => {
    const { app, emulator, get, patch, post, clock } = stage;
    const event = emulator.console.submitOtherThing(app.id, 'appEvent');
    const version = await prepareVersion(stage);
    const first = await submitVersion(stage, version);
    clock.advanceBy(48 * HOUR);
    const open = await get<Item[]>(
      `/v1/apps/${app.id}/reviewSubmissions?filter[state]=WAITING_FOR_REVIEW&include=items`,
    );
    expect(open.map(({ id }) => id)).toEqual([event, first]);
    const second = idOf(await post('reviewSubmissions', { platform: 'IOS' }, { app: ['apps', app.id] }));
    const appEvent = { reviewSubmission: ['reviewSubmissions', second], appEvent: ['appEvents', 'e1'] } as const;
    idOf(await post('reviewSubmissionItems', {}, appEvent));
    expect(refusalOf(await patch('reviewSubmissions', second, { submitted: true }))).toEqual([
      409,
      `STATE_ERROR.ENTITY_STATE_INVALID: There is another reviewSubmissions with id ${event} still in progress.`,
    ]);
  });
});

test('the driver reviews, and acts as a person does', async () => {
  await withAsc({ settings: { waiting: null, reviewing: null } }, async (stage) => {
    const { console } = stage.emulator;
    const version = await prepareVersion(stage, '1.1', { releaseType: 'MANUAL' });
    const submission = await submitVersion(stage, version);
    console.startReview(version);
    expect(await submissionState(stage, submission)).toBe('IN_REVIEW');
    console.cancelReview(version);
    stage.clock.advanceBy(MINUTE);
    expect(await versionState(stage, version)).toBe('DEVELOPER_REJECTED');
    await submitVersion(stage, version);
    console.review(version, 'approve');
    expect(await versionState(stage, version)).toBe('PENDING_DEVELOPER_RELEASE');
    console.release(version);
    expect(await versionState(stage, version)).toBe('PROCESSING_FOR_DISTRIBUTION');
    expect(() => {
      console.review(version, 'approve');
    }).toThrow('is not under review');
    expect(() => {
      console.startReview(stage.app.versions[0]?.id ?? '');
    }).toThrow('is not under review');
  });
});
