import { isRecord } from '../base/data.ts';
import type { Answer, EmulatorRequest, HandlerContext, Route } from '../base/routes.ts';
import { hasPermission, type Account, type Api, type AppPermission } from './accounts.ts';
import { refuse } from './refusals.ts';
import type { Content, Edit, PlayApp, PlayState, Track } from './state.ts';

/** What Google asks of the caller of a route. `free`: no access token at all. */
export interface Needs {
  readonly free?: true;
  /** Which of the two APIs on this address it belongs to; default: `publisher`. */
  readonly api?: Api;
  readonly permission?: AppPermission;
}

export type PlayRoute = Route<PlayState, Needs>;

export const FREE: Needs = { free: true };
export const ACCESS: Needs = { permission: 'CAN_ACCESS_APP' };

export const APP = '/androidpublisher/v3/applications/{packageName}';
export const EDIT = `${APP}/edits/{editId}`;
export const DOCS = 'https://developers.google.com/android-publisher/api-ref/rest/v3';

/** A request to one app. */
export interface AppCall {
  readonly request: EmulatorRequest;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body; `{}` where it is no object. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly state: PlayState;
  readonly app: PlayApp;
  /** Virtual time in ms. */
  readonly now: number;
  /** E-mail of the caller's account. */
  readonly actor: string;
  readonly url: string;
}

/** A request to an open edit. */
export interface EditCall extends AppCall {
  readonly edit: Edit;
  readonly content: Content;
}

/** Turns a function of a call into a route's handler. An unknown package is 404. */
export function inApp(handle: (call: AppCall) => Answer): PlayRoute['handler'] {
  return (request, state, context) => handle(createAppCall(request, state, context));
}

/** The same for an edit, which must be open, the caller's own, and up to date. */
export function inEdit(handle: (call: EditCall) => Answer): PlayRoute['handler'] {
  return (request, state, context) => {
    const call = createAppCall(request, state, context);
    const edit = requireEdit(call);
    return handle({ ...call, edit, content: edit.content });
  };
}

function createAppCall(request: EmulatorRequest, state: PlayState, context: HandlerContext): AppCall {
  const packageName = request.params['packageName'] ?? '';
  const app = state.apps[packageName];
  if (app === undefined) throw refuse('NOT_FOUND', `Package not found: ${packageName}.`);
  const body = isRecord(request.body) ? request.body : {};
  const { now, actor, url } = context;
  return { request, params: request.params, query: request.query, body, state, app, now, actor, url };
}

interface EditRule {
  readonly broken: (edit: Edit, call: AppCall) => boolean;
  readonly message: string;
}

/** Why an edit takes no more requests, first reason first. Each message has been reported by users of the API. */
const EDIT_RULES: readonly EditRule[] = [
  {
    // https://github.com/fastforgedev/fastforge/pull/214
    broken: ({ status }) => status === 'committed',
    message: 'This edit has already been successfully committed, please create a new Edit.',
  },
  {
    // https://github.com/r0adkll/upload-google-play/issues/96
    broken: ({ status }) => status === 'deleted',
    message: 'This Edit has been deleted.',
  },
  {
    // https://github.com/tramlinehq/tramline/issues/335
    broken: ({ expiresAt }, { now }) => now >= expiresAt,
    message: 'This edit has expired, please create a new Edit.',
  },
  {
    // https://developers.google.com/android-publisher/concurrency-considerations; the words as release scripts of Kiwix match them
    broken: ({ base }, { app }) => base !== app.revision,
    message: 'A change was made to the application outside of this Edit, please create a new edit.',
  },
];

function requireEdit(call: AppCall): Edit {
  const id = call.params['editId'] ?? '';
  const edit = call.state.edits[id];
  if (edit?.packageName !== call.app.packageName || edit.owner !== call.actor) {
    throw refuse('NOT_FOUND', `Edit not found: ${id}.`);
  }
  const rule = EDIT_RULES.find(({ broken }) => broken(edit, call));
  if (rule !== undefined) throw refuse('FAILED_PRECONDITION', rule.message);
  return edit;
}

/** The track of a name; `qa` is another spelling of `internal` (https://developers.google.com/android-publisher/tracks). */
export function findTrack(content: Content, name: string): Track | undefined {
  const exact = content.tracks.find((track) => track.name === name);
  const alias = name.replace(/(^|:)qa$/, '$1internal');
  return exact ?? content.tracks.find((track) => track.name === alias);
}

/** The track of the path; 404 where there is none. */
export function requireTrack(content: Content, name: string): Track {
  const track = findTrack(content, name);
  if (track === undefined) throw refuse('NOT_FOUND', `Track not found: ${name}.`);
  return track;
}

/** Refuses what the account may not do with this app, where that depends on more than the route. */
export function requirePermission(account: Account | undefined, packageName: string, permission: AppPermission): void {
  if (account !== undefined && hasPermission(account, packageName, permission)) return;
  throw refuse('PERMISSION_DENIED', 'The caller does not have permission');
}
