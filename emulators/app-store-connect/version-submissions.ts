import { findAll, nextId, type AscState, type Version } from './state.ts';
import { unschedule } from './timers.ts';
import { setVersionState } from './version-states.ts';

/** From submitting a version until it is out, rejected or taken back, it has a submission of its own. */
export function markSubmitted(state: AscState, versionId: string): void {
  unmarkSubmitted(state, versionId);
  const id = nextId(state);
  state.tables.appStoreVersionSubmissions[id] = { id, attributes: {}, to: { appStoreVersion: versionId } };
}

export function unmarkSubmitted(state: AscState, versionId: string): void {
  for (const { id } of findAll(state, 'appStoreVersionSubmissions', ({ to }) => to.appStoreVersion === versionId)) {
    Reflect.deleteProperty(state.tables.appStoreVersionSubmissions, id);
  }
}

/** The developer takes a version back. */
export function rejectByDeveloper(state: AscState, version: Version): void {
  unschedule(state, version.id);
  unmarkSubmitted(state, version.id);
  setVersionState(state, version, 'DEVELOPER_REJECTED');
}
