import type { Lift } from '../../src/domain/sets';
import {
  EMPTY_TRACKER,
  trackerReducer,
  type TrackerAction,
  type TrackerState,
} from '../../src/state/tracker';

const lift: Lift = { exerciseId: 'bench', weightKg: 80, reps: 8 };

function logged(at: number): TrackerAction {
  return { type: 'set-logged', lift, at };
}

function after(...actions: TrackerAction[]): TrackerState {
  return actions.reduce(trackerReducer, EMPTY_TRACKER);
}

test('the first set starts a workout and the next ones join it', () => {
  expect(after(logged(1000), logged(2000)).current).toEqual({
    startedAt: 1000,
    sets: [
      { ...lift, id: 1 },
      { ...lift, id: 2 },
    ],
  });
});

test('a set can be taken back, and its id is not given again', () => {
  const state = after(logged(1000), logged(2000), { type: 'set-removed', id: 2 }, logged(3000));
  expect(state.current?.sets.map(set => set.id)).toEqual([1, 3]);
});

test('taking back the only set takes back the workout', () => {
  expect(after(logged(1000), { type: 'set-removed', id: 1 }).current).toBeNull();
});

test('taking back a set without a workout changes nothing', () => {
  expect(after({ type: 'set-removed', id: 1 })).toEqual(EMPTY_TRACKER);
});

test('finished workouts are kept newest first', () => {
  const finish: TrackerAction = { type: 'workout-finished' };
  const state = after(logged(1000), finish, logged(5000), finish);
  expect(state.current).toBeNull();
  expect(state.finished.map(workout => workout.startedAt)).toEqual([5000, 1000]);
});

test('nothing is finished where nothing was started', () => {
  expect(after({ type: 'workout-finished' })).toBe(EMPTY_TRACKER);
});

test('the unit only changes how weights are shown', () => {
  const before = after(logged(1000));
  const state = trackerReducer(before, { type: 'unit-chosen', unit: 'lb' });
  expect(state).toEqual({ ...before, unit: 'lb' });
});
