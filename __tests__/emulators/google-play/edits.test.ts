import { expect, test } from '@jest/globals';
import { HOUR, PACKAGE, refusalOf, START, withPlay, type Stage } from './harness.ts';

const GONE = { status: 400, name: 'FAILED_PRECONDITION', reason: 'failedPrecondition' };
const DELETED = { ...GONE, message: 'This Edit has been deleted.' };
const EXPIRED = { ...GONE, message: 'This edit has expired, please create a new Edit.' };
const COMMITTED = { ...GONE, message: 'This edit has already been successfully committed, please create a new Edit.' };
const OUTDATED = {
  ...GONE,
  message: 'A change was made to the application outside of this Edit, please create a new edit.',
};

const COMPLETED_42 = { versionCodes: ['42'], status: 'completed' };

/** Every kind of request to an edit. */
const REQUESTS: readonly (readonly [string, string])[] = [
  ['GET', ''],
  ['GET', '/tracks'],
  ['PUT', '/tracks/internal'],
  ['GET', '/listings/en-US'],
  ['POST', ':validate'],
  ['POST', ':commit'],
  ['DELETE', ''],
];

/** A second account with a token. */
function withColleague(run: (stage: Stage, token: string) => Promise<void>): Promise<void> {
  let token = '';
  const prepare = (world: Stage['world']): void => {
    world.addAccount({ email: 'colleague@example.test', subjectTokens: ['colleague'] });
    token = world.addToken('colleague@example.test');
  };
  return withPlay({ prepare }, (stage) => run(stage, token));
}

async function expectDead({ request }: Stage, edit: string, refusal: object): Promise<void> {
  for (const [method, path] of REQUESTS) {
    const reply = await request(method, `${edit}${path}`, method === 'PUT' ? { body: {} } : {});
    expect({ method, path, refusal: refusalOf(reply) }).toEqual({ method, path, refusal });
  }
}

test('insert tells the id and when it ends, in whole seconds of the virtual clock', async () => {
  await withPlay({}, async ({ request }) => {
    const { status, body } = await request('POST', '~/edits');
    expect({ status, body }).toEqual({
      status: 200,
      body: { id: expect.stringMatching(/^\d{20}$/), expiryTimeSeconds: `${(Date.parse(START) + HOUR) / 1_000}` },
    });
    expect((await request('GET', `~/edits/${(body as { id: string }).id}`)).body).toEqual(body);
  });
});

test('nothing of an edit is seen before its commit, and all of it afterwards', async () => {
  await withPlay({}, async ({ request, openEdit, upload, put, releasesOf, lifecycles }) => {
    const edit = await openEdit();
    await upload(edit, 42);
    await put(edit, 'internal', [COMPLETED_42]);
    expect((await request('POST', `${edit}:validate`)).status).toBe(200);
    expect(await releasesOf('internal')).toBeUndefined();
    expect(await lifecycles('internal')).toEqual({});
    const reply = await request('POST', `${edit}:commit?changesNotSentForReview=false`, {
      raw: 'changesNotSentForReview=false',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(reply).toMatchObject({ status: 200, body: { id: edit.replace('~/edits/', '') } });
    expect(await releasesOf('internal')).toEqual([{ name: '1.0', ...COMPLETED_42 }]);
    expect(await lifecycles('internal')).toEqual({ 42: 'PUBLISHED' });
  });
});

test('a commit that is repeated is refused, and changes nothing', async () => {
  await withPlay({}, async (stage) => {
    const edit = await stage.openEdit();
    await stage.upload(edit, 42);
    await stage.put(edit, 'internal', [COMPLETED_42]);
    await stage.request('POST', `${edit}:commit`);
    const { revision } = stage.emulator.snapshot().apps[PACKAGE] ?? {};
    await expectDead(stage, edit, COMMITTED);
    expect(stage.emulator.snapshot().apps[PACKAGE]?.revision).toBe(revision);
  });
});

test('a commit that was applied and answered 502 is found committed', async () => {
  await withPlay({}, async (stage) => {
    const edit = await stage.openEdit();
    stage.faults.add({ match: { operation: 'edits.commit' }, fault: { kind: 'status', status: 502, when: 'after' } });
    const broken = await stage.request('POST', `${edit}:commit`);
    expect(broken.status).toBe(502);
    expect(broken.text).toMatch(/^<!DOCTYPE html>/);
    expect(refusalOf(await stage.request('POST', `${edit}:commit`))).toEqual(COMMITTED);
  });
});

test('a new edit of an account kills the one before it, of the same app', async () => {
  await withPlay({ prepare: ({ addApp }) => addApp('com.example.other') }, async (stage) => {
    const first = await stage.openEdit();
    const other = '/androidpublisher/v3/applications/com.example.other/edits';
    const { id } = (await stage.request('POST', other)).body as { id: string };
    const second = await stage.openEdit();
    await expectDead(stage, first, DELETED);
    expect((await stage.request('GET', second)).status).toBe(200);
    expect((await stage.request('GET', `${other}/${id}`)).status).toBe(200);
    expect((await stage.request('GET', `~/edits/${id}`)).status).toBe(404);
  });
});

test('edits of two accounts live beside each other until the first commit, and are hidden from each other', async () => {
  await withColleague(async (stage, token) => {
    const mine = await stage.openEdit();
    const theirs = await stage.openEdit(token);
    expect(refusalOf(await stage.request('GET', theirs))).toMatchObject({ status: 404, name: 'NOT_FOUND' });
    expect((await stage.request('POST', `${theirs}:validate`, { token })).status).toBe(200);
    expect((await stage.request('GET', mine)).status).toBe(200);
    expect((await stage.request('POST', `${theirs}:commit`, { token })).status).toBe(200);
    await expectDead(stage, mine, OUTDATED);
    expect((await stage.request('POST', `${await stage.openEdit()}:commit`)).status).toBe(200);
  });
});

test('a change in the Console invalidates every open edit', async () => {
  await withPlay({}, async (stage) => {
    const edit = await stage.openEdit();
    stage.emulator.console.change(PACKAGE, (content) => {
      content.details = { ...content.details, contactEmail: 'help@example.test' };
    });
    await expectDead(stage, edit, OUTDATED);
    const next = await stage.openEdit();
    expect((await stage.request('GET', `${next}/details`)).body).toMatchObject({ contactEmail: 'help@example.test' });
  });
});

test('an edit expires at the second that it names', async () => {
  await withPlay({ editLifetime: 60_000 }, async (stage) => {
    const edit = await stage.openEdit();
    stage.clock.advanceBy(59_999);
    expect((await stage.request('GET', edit)).status).toBe(200);
    stage.clock.advanceBy(1);
    await expectDead(stage, edit, EXPIRED);
  });
});

test('what was uploaded to a deleted edit is lost, and its version code is free again', async () => {
  await withPlay({}, async (stage) => {
    const edit = await stage.openEdit();
    expect((await stage.upload(edit, 42)).status).toBe(200);
    expect(await stage.request('DELETE', edit)).toMatchObject({ status: 204, text: '' });
    await expectDead(stage, edit, DELETED);
    const next = await stage.openEdit();
    expect((await stage.put(next, 'internal', [COMPLETED_42])).status).toBe(404);
    expect((await stage.upload(next, 42)).status).toBe(200);
  });
});

test('an edit that never was is 404', async () => {
  await withPlay({}, async ({ request }) => {
    expect(refusalOf(await request('GET', '~/edits/12345'))).toEqual({
      status: 404,
      name: 'NOT_FOUND',
      reason: 'notFound',
      message: 'Edit not found: 12345.',
    });
  });
});
