import { fireEvent, render, screen } from '@testing-library/react-native';

import { IDLE } from '../../src/domain/restTimer';
import { WorkoutScreen } from '../../src/screens/WorkoutScreen';
import { EMPTY_TRACKER, type TrackerState } from '../../src/state/tracker';

const underWay: TrackerState = {
  ...EMPTY_TRACKER,
  current: {
    startedAt: 1000,
    sets: [
      { id: 1, exerciseId: 'deadlift', weightKg: 180, reps: 1 },
      { id: 2, exerciseId: 'row', weightKg: 30, reps: 20 },
    ],
  },
};

function renderScreen(state: TrackerState) {
  const dispatch = jest.fn();
  const restControls = {
    start: jest.fn(),
    pause: jest.fn(),
    resume: jest.fn(),
    extend: jest.fn(),
    stop: jest.fn(),
  };
  render(
    <WorkoutScreen
      state={state}
      dispatch={dispatch}
      restTimer={IDLE}
      restControls={restControls}
    />,
  );
  return { dispatch, restControls };
}

afterEach(() => {
  jest.useRealTimers();
});

test('a logged set is of the chosen exercise, and starts its rest', () => {
  jest.useFakeTimers({ now: 5000 });
  const { dispatch, restControls } = renderScreen(EMPTY_TRACKER);
  expect(screen.getByRole('radio', { name: 'Back squat' })).toBeChecked();

  fireEvent.press(screen.getByTestId('exercise.press'));
  fireEvent.changeText(screen.getByLabelText('Weight in kilograms'), '50');
  fireEvent.changeText(screen.getByLabelText('Repetitions'), '8');
  fireEvent.press(screen.getByTestId('set-form.log'));

  expect(dispatch.mock.calls).toEqual([
    [{ type: 'set-logged', lift: { exerciseId: 'press', weightKg: 50, reps: 8 }, at: 5000 }],
  ]);
  expect(restControls.start.mock.calls).toEqual([[120]]);
});

test('without a set there is nothing to finish', () => {
  renderScreen(EMPTY_TRACKER);
  expect(screen.queryByTestId('workout.finish')).toBeNull();
  expect(screen.queryByTestId('workout.volume')).toBeNull();
});

test('a workout under way goes on with its last exercise', () => {
  renderScreen(underWay);
  expect(screen.getByRole('radio', { name: 'Dumbbell row' })).toBeChecked();
});

test('it shows the sets, their volume and the best estimate', () => {
  renderScreen(underWay);
  expect(screen.getByTestId('workout.volume')).toHaveTextContent('Volume 780 kg');
  expect(screen.getByTestId('workout.best')).toHaveTextContent('Best estimated max 180 kg');
  expect(screen.getByText('Deadlift, 180 kg × 1')).toBeOnTheScreen();
  expect(screen.getByText('Dumbbell row, 30 kg × 20')).toBeOnTheScreen();
});

test('there is no best estimate of long sets alone', () => {
  const sets = underWay.current?.sets.slice(1) ?? [];
  renderScreen({ ...underWay, current: { startedAt: 1000, sets } });
  expect(screen.getByTestId('workout.volume')).toHaveTextContent('Volume 600 kg');
  expect(screen.queryByTestId('workout.best')).toBeNull();
});

test('a set can be removed', () => {
  const { dispatch } = renderScreen(underWay);
  fireEvent.press(screen.getByRole('button', { name: 'Remove Dumbbell row, 30 kg × 20' }));
  expect(dispatch.mock.calls).toEqual([[{ type: 'set-removed', id: 2 }]]);
});

test('finishing ends the rest too', () => {
  const { dispatch, restControls } = renderScreen(underWay);
  fireEvent.press(screen.getByRole('button', { name: 'Finish workout' }));
  expect(dispatch.mock.calls).toEqual([[{ type: 'workout-finished' }]]);
  expect(restControls.stop).toHaveBeenCalledTimes(1);
});

test('the unit can be chosen', () => {
  const { dispatch } = renderScreen(EMPTY_TRACKER);
  fireEvent.press(screen.getByRole('radio', { name: 'Pounds' }));
  expect(dispatch.mock.calls).toEqual([[{ type: 'unit-chosen', unit: 'lb' }]]);
});
