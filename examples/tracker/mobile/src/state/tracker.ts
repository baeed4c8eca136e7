import type { Workout } from '../domain/history';
import type { Lift } from '../domain/sets';
import type { WeightUnit } from '../domain/units';

export interface TrackerState {
  readonly unit: WeightUnit;
  /** The workout under way, from its first set until it is finished. */
  readonly current: Workout | null;
  /** Newest first. */
  readonly finished: readonly Workout[];
  readonly nextSetId: number;
}

export type TrackerAction =
  | { readonly type: 'set-logged'; readonly lift: Lift; readonly at: number }
  | { readonly type: 'set-removed'; readonly id: number }
  | { readonly type: 'workout-finished' }
  | { readonly type: 'unit-chosen'; readonly unit: WeightUnit };

export const EMPTY_TRACKER: TrackerState = {
  unit: 'kg',
  current: null,
  finished: [],
  nextSetId: 1,
};

export function trackerReducer(state: TrackerState, action: TrackerAction): TrackerState {
  switch (action.type) {
    case 'set-logged': {
      const current = state.current ?? { startedAt: action.at, sets: [] };
      const set = { ...action.lift, id: state.nextSetId };
      return {
        ...state,
        current: { ...current, sets: [...current.sets, set] },
        nextSetId: state.nextSetId + 1,
      };
    }
    case 'set-removed':
      return { ...state, current: withoutSet(state.current, action.id) };
    case 'workout-finished':
      return state.current === null
        ? state
        : { ...state, current: null, finished: [state.current, ...state.finished] };
    case 'unit-chosen':
      return { ...state, unit: action.unit };
  }
}

/** A workout whose last set is taken back was never started. */
function withoutSet(workout: Workout | null, id: number): Workout | null {
  const sets = workout?.sets.filter(set => set.id !== id) ?? [];
  return workout === null || sets.length === 0 ? null : { ...workout, sets };
}
