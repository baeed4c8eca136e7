import type { Answer } from '../../base/routes.ts';
import type { Account, AppPermission } from '../accounts.ts';
import { refuse } from '../refusals.ts';
import { readReleases, renderRelease } from '../release-body.ts';
import { putReleases } from '../release-changes.ts';
import { lifecycleOf, stillServing, type Lifecycle } from '../review.ts';
import {
  ACCESS,
  APP,
  DOCS,
  EDIT,
  findTrack,
  inApp,
  inEdit,
  requirePermission,
  requireTrack,
  type AppCall,
  type EditCall,
  type PlayRoute,
} from '../routing.ts';
import type { Release, Track } from '../state.ts';

/** https://developers.google.com/android-publisher/api-ref/rest/v3/applications.tracks.releases/list: the most releases in an answer. */
const MOST_SUMMARIES = 20;

/** Prefix of a form factor's tracks: https://developers.google.com/android-publisher/tracks#ff-track-name. */
const PREFIXES: Readonly<Record<string, string>> = { DEFAULT: '', WEAR: 'wear:', AUTOMOTIVE: 'automotive:' };

export function createTrackRoutes(accounts: readonly Account[]): PlayRoute[] {
  const changing = (handle: (call: EditCall, track: Track) => void): PlayRoute['handler'] =>
    inEdit((call) => {
      const track = requireTrack(call.content, call.params['track'] ?? '');
      allow(call, isProduction(track) ? 'CAN_MANAGE_PUBLIC_APKS' : 'CAN_MANAGE_TRACK_APKS');
      handle(call, track);
      return { status: 200, body: renderTrack(track) };
    });
  const allow = ({ actor, app }: AppCall, permission: AppPermission): void => {
    const account = accounts.find(({ email }) => email === actor);
    requirePermission(account, app.packageName, permission);
  };
  return [
    {
      operation: 'edits.tracks.list',
      method: 'GET',
      path: `${EDIT}/tracks`,
      needs: ACCESS,
      source: `${DOCS}/edits.tracks/list`,
      handler: inEdit(({ content }) => ({
        status: 200,
        body: { kind: 'androidpublisher#tracksListResponse', tracks: content.tracks.map(renderTrack) },
      })),
    },
    {
      operation: 'edits.tracks.create',
      method: 'POST',
      path: `${EDIT}/tracks`,
      needs: { permission: 'CAN_MANAGE_TRACK_APKS' },
      source: `${DOCS}/edits.tracks/create`,
      handler: inEdit(createTrack),
    },
    {
      operation: 'edits.tracks.get',
      method: 'GET',
      path: `${EDIT}/tracks/{track}`,
      needs: ACCESS,
      source: `${DOCS}/edits.tracks/get`,
      handler: inEdit(({ content, params }) => ({
        status: 200,
        body: renderTrack(requireTrack(content, params['track'] ?? '')),
      })),
    },
    {
      operation: 'edits.tracks.update',
      method: 'PUT',
      path: `${EDIT}/tracks/{track}`,
      needs: ACCESS,
      source: `${DOCS}/edits.tracks/update`,
      handler: changing(updateTrack),
    },
    {
      operation: 'edits.tracks.patch',
      method: 'PATCH',
      path: `${EDIT}/tracks/{track}`,
      needs: ACCESS,
      source: `${DOCS}/edits.tracks/patch: what the body does not name stays`,
      handler: changing((call, track) => {
        if (call.body['releases'] !== undefined) updateTrack(call, track);
      }),
    },
    {
      operation: 'tracks.releases.list',
      method: 'GET',
      path: `${APP}/tracks/{track}/releases`,
      needs: ACCESS,
      source: `${DOCS}/applications.tracks.releases/list: no edit is needed; obsolete releases are left out`,
      handler: inApp(listReleases),
    },
  ];
}

function updateTrack({ app, body, content, now }: EditCall, track: Track): void {
  putReleases(app, track, readReleases(body['releases'], track.name, content.artifacts), now);
}

function createTrack({ body, content }: EditCall): Answer {
  const { track: name, type, formFactor = 'DEFAULT' } = body;
  if (typeof name !== 'string' || name === '') throw refuse('INVALID_ARGUMENT', 'The track identifier is required.');
  if (type !== 'CLOSED_TESTING') throw refuse('INVALID_ARGUMENT', 'Only closed testing tracks can be created.');
  const prefix = PREFIXES[String(formFactor)];
  const isSpelled = prefix === '' ? !name.includes(':') : prefix !== undefined && name.startsWith(prefix);
  if (!isSpelled) {
    throw refuse(
      'INVALID_ARGUMENT',
      `The track identifier ${name} does not fit the form factor ${String(formFactor)}.`,
    );
  }
  if (findTrack(content, name) !== undefined) throw refuse('INVALID_ARGUMENT', `Track already exists: ${name}.`);
  const track: Track = { name, releases: [], history: [], replaced: [] };
  content.tracks.push(track);
  return { status: 200, body: renderTrack(track) };
}

function listReleases({ app, params, now }: AppCall): Answer {
  const track = requireTrack(app.content, params['track'] ?? '');
  const summaries = [
    ...track.releases.map((release) => summarize(track, release, lifecycleOf(app, release, now))),
    ...stillServing(app, track, now).map((release) => summarize(track, release, 'PUBLISHED')),
  ];
  return { status: 200, body: summaries.length === 0 ? {} : { releases: summaries.slice(0, MOST_SUMMARIES) } };
}

function summarize(track: Track, { name, versionCodes }: Release, lifecycle: Lifecycle): Record<string, unknown> {
  return {
    track: track.name,
    releaseName: name,
    releaseLifecycleState: `RELEASE_LIFECYCLE_STATE_${lifecycle}`,
    activeArtifacts: versionCodes.map((versionCode) => ({ versionCode })),
  };
}

function renderTrack({ name, releases }: Track): Record<string, unknown> {
  return { track: name, ...(releases.length === 0 ? {} : { releases: releases.map(renderRelease) }) };
}

function isProduction({ name }: Track): boolean {
  return /(^|:)production$/.test(name);
}
