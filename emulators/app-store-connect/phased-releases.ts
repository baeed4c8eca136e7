import { DAY, LAST_DAY, PAUSE_BUDGET, runningTime } from './phase-days.ts';
import { findAll, getResource, nextId, type AscState, type PhasedRelease } from './state.ts';
import { schedule, unschedule } from './timers.ts';

/**
 * INACTIVE -release-> ACTIVE <-> PAUSED, and from both -> COMPLETE, which is final:
 * https://developer.apple.com/documentation/appstoreconnectapi/app-store-version-phased-releases.
 */
export function findPhase(state: AscState, versionId: string): PhasedRelease | undefined {
  return findAll(state, 'appStoreVersionPhasedReleases', ({ to }) => to.appStoreVersion === versionId)[0];
}

export function createPhase(state: AscState, versionId: string): PhasedRelease {
  const phase: PhasedRelease = {
    id: nextId(state),
    attributes: { phasedReleaseState: 'INACTIVE' },
    to: { appStoreVersion: versionId },
    startedAt: null,
    pausedAt: null,
    pausedFor: 0,
    endedAt: null,
  };
  state.tables.appStoreVersionPhasedReleases[phase.id] = phase;
  return phase;
}

export function startPhase(state: AscState, phase: PhasedRelease, at: number): void {
  phase.startedAt = at;
  run(state, phase, at);
}

export function pausePhase(state: AscState, phase: PhasedRelease, now: number): void {
  phase.attributes.phasedReleaseState = 'PAUSED';
  phase.pausedAt = now;
  unschedule(state, phase.id);
  schedule(state, 'pause-budget-ends', phase.id, now, Math.max(0, PAUSE_BUDGET - phase.pausedFor));
}

export function resumePhase(state: AscState, phase: PhasedRelease, now: number): void {
  phase.pausedFor += now - (phase.pausedAt ?? now);
  phase.pausedAt = null;
  run(state, phase, now);
}

/** Everybody gets the version. A phased release that has not begun is left alone. */
export function completePhase(state: AscState, phase: PhasedRelease, now: number): void {
  if (phase.startedAt === null || phase.endedAt !== null) return;
  phase.pausedFor += phase.pausedAt === null ? 0 : now - phase.pausedAt;
  phase.pausedAt = null;
  phase.endedAt = now;
  phase.attributes.phasedReleaseState = 'COMPLETE';
  unschedule(state, phase.id);
}

function run(state: AscState, phase: PhasedRelease, now: number): void {
  phase.attributes.phasedReleaseState = 'ACTIVE';
  unschedule(state, phase.id);
  const days = state.settings.phaseCompletes === 'day-7-begins' ? LAST_DAY - 1 : LAST_DAY;
  schedule(state, 'phase-ends', phase.id, now, days * DAY - runningTime(phase, now));
}

export function endPhase(state: AscState, phaseId: string, at: number): void {
  completePhase(state, getResource(state, 'appStoreVersionPhasedReleases', phaseId), at);
}

/** What Apple does then is not documented: the settings say it. */
export function endPauseBudget(state: AscState, phaseId: string, at: number): void {
  const phase = getResource(state, 'appStoreVersionPhasedReleases', phaseId);
  const { afterPauseBudget } = state.settings;
  if (afterPauseBudget === 'complete') completePhase(state, phase, at);
  if (afterPauseBudget === 'resume') resumePhase(state, phase, at);
}
