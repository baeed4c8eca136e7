import { completePhase, findPhase, startPhase } from './phased-releases.ts';
import type { AscState, Version } from './state.ts';
import { schedule, unschedule } from './timers.ts';
import { findLive, getVersion, setVersionState } from './version-states.ts';
import { unmarkSubmitted } from './version-submissions.ts';

/** What follows an approval: https://developer.apple.com/help/app-store-connect/manage-your-apps-availability/select-an-app-store-version-release-option. */
export function approveVersion(state: AscState, version: Version, at: number): void {
  const { releaseType, earliestReleaseDate } = version.attributes;
  if (releaseType === 'MANUAL') {
    setVersionState(state, version, 'PENDING_DEVELOPER_RELEASE');
    return;
  }
  const date = releaseType === 'SCHEDULED' ? Date.parse(earliestReleaseDate ?? '') : at;
  if (date <= at) {
    startDistribution(state, version.id, at);
    return;
  }
  setVersionState(state, version, state.settings.scheduledWaitsAs);
  schedule(state, 'release-date', version.id, at, date - at);
}

export function startDistribution(state: AscState, versionId: string, at: number): void {
  // Who waits for a date and is released by hand does not come out a second time.
  unschedule(state, versionId, 'release-date');
  setVersionState(state, getVersion(state, versionId), 'PROCESSING_FOR_DISTRIBUTION');
  schedule(state, 'distributed', versionId, at, state.settings.distributing);
}

/** A version is out: it takes the place of the one before, whose phased release ends, and its own begins. */
export function finishDistribution(state: AscState, versionId: string, at: number): void {
  const version = getVersion(state, versionId);
  const previous = findLive(state, version.to.app, version.attributes.platform);
  if (previous !== undefined) {
    setVersionState(state, previous, 'REPLACED_WITH_NEW_VERSION');
    const older = findPhase(state, previous.id);
    if (older !== undefined) completePhase(state, older, at);
  }
  setVersionState(state, version, 'READY_FOR_DISTRIBUTION');
  unmarkSubmitted(state, versionId);
  const phase = findPhase(state, versionId);
  if (phase !== undefined) startPhase(state, phase, at);
}
