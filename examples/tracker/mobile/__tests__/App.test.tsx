import { act, fireEvent, render, screen } from '@testing-library/react-native';

import App from '../App';

beforeEach(() => {
  jest.useFakeTimers({ now: new Date(2025, 2, 19, 18) });
});

afterEach(() => {
  jest.useRealTimers();
});

function logSet(weight: string, reps: string) {
  fireEvent.changeText(screen.getByTestId('set-form.weight'), weight);
  fireEvent.changeText(screen.getByTestId('set-form.reps'), reps);
  fireEvent.press(screen.getByTestId('set-form.log'));
}

function openTab(name: 'Workout' | 'History') {
  fireEvent.press(screen.getByRole('tab', { name }));
}

test('it opens on the workout', () => {
  render(<App />);
  expect(screen.getByRole('tab', { name: 'Workout' })).toBeSelected();
  expect(screen.getByTestId('workout-screen')).toBeOnTheScreen();
});

test('a finished workout moves into the history', () => {
  render(<App />);
  logSet('140', '1');
  logSet('100', '5');
  expect(screen.getByTestId('workout.volume')).toHaveTextContent('Volume 640 kg');

  fireEvent.press(screen.getByTestId('workout.finish'));
  expect(screen.queryByTestId('workout.volume')).toBeNull();

  openTab('History');
  expect(screen.getByText('2025-03-19: 2 sets, 640 kg')).toBeOnTheScreen();
  expect(screen.getByTestId('history.streak')).toHaveTextContent('1 week in a row');
});

test('a rest goes on while the other tab is open', () => {
  render(<App />);
  logSet('100', '5');
  expect(screen.getByTestId('rest-timer.clock')).toHaveTextContent('3:00');

  openTab('History');
  act(() => {
    jest.advanceTimersByTime(60_000);
  });
  openTab('Workout');
  expect(screen.getByTestId('rest-timer.clock')).toHaveTextContent('2:00');
});
