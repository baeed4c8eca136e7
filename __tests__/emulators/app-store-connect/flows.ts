import { expect } from '@jest/globals';
import type { Item, Reply, Stage } from './harness.ts';

/** What a sequence of requests needs again and again, by way of the API alone. */
export function idOf(reply: Reply, status = 201): string {
  expect({ status: reply.status, text: reply.text }).toMatchObject({ status });
  return (reply.body?.data as Item).id;
}

export async function makeVersion(
  { post, app }: Stage,
  versionString: string,
  attributes: object = {},
  platform = 'IOS',
): Promise<string> {
  const all = { platform, versionString, ...attributes };
  return idOf(await post('appStoreVersions', all, { app: ['apps', app.id] }));
}

/** A version that lacks nothing, with a build that arrived before. */
export async function prepareVersion(stage: Stage, versionString = '1.1', attributes: object = {}): Promise<string> {
  const { get, patch, emulator, app } = stage;
  const version = await makeVersion(stage, versionString, attributes);
  const build = emulator.console.addBuild({
    app: app.id,
    version: versionString,
    number: '42',
    usesNonExemptEncryption: false,
  });
  idOf(await patch('appStoreVersions', version, {}, { build: ['builds', build] }), 200);
  const texts = await get<Item[]>(`/v1/appStoreVersions/${version}/appStoreVersionLocalizations`);
  for (const { id } of texts) {
    idOf(await patch('appStoreVersionLocalizations', id, { whatsNew: 'Better.' }), 200);
  }
  return version;
}

/** A submission with the version in it, not yet submitted. */
export async function addToSubmission(
  { post, app }: Stage,
  version: string,
): Promise<{ submission: string; item: string }> {
  const submission = idOf(await post('reviewSubmissions', { platform: 'IOS' }, { app: ['apps', app.id] }));
  const item = await post(
    'reviewSubmissionItems',
    {},
    { reviewSubmission: ['reviewSubmissions', submission], appStoreVersion: ['appStoreVersions', version] },
  );
  return { submission, item: idOf(item) };
}

export async function submitVersion(stage: Stage, version: string): Promise<string> {
  const { submission } = await addToSubmission(stage, version);
  stage.clock.advanceBy(stage.emulator.snapshot().settings.adding);
  idOf(await stage.patch('reviewSubmissions', submission, { submitted: true }), 200);
  return submission;
}

/** A version that is out, with what is given of its release. */
export async function releaseVersion(
  stage: Stage,
  versionString: string,
  prepare?: (id: string) => Promise<void>,
): Promise<string> {
  const version = await prepareVersion(stage, versionString);
  await prepare?.(version);
  await submitVersion(stage, version);
  stage.emulator.console.review(version, 'approve');
  stage.clock.advanceBy(stage.emulator.snapshot().settings.distributing);
  expect(await versionState(stage, version)).toBe('READY_FOR_DISTRIBUTION');
  return version;
}

export async function versionState({ get }: Stage, id: string): Promise<unknown> {
  return (await get(`/v1/appStoreVersions/${id}`)).attributes['appVersionState'];
}

export async function submissionState({ get }: Stage, id: string): Promise<unknown> {
  return (await get(`/v1/reviewSubmissions/${id}`)).attributes['state'];
}
