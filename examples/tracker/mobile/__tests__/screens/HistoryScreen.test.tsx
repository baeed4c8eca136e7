import { render, screen } from '@testing-library/react-native';

import type { Workout } from '../../src/domain/history';
import { HistoryScreen } from '../../src/screens/HistoryScreen';

const monday10th = new Date(2025, 2, 10, 18).getTime();
const tuesday18th = new Date(2025, 2, 18, 18).getTime();

const workouts: readonly Workout[] = [
  {
    startedAt: tuesday18th,
    sets: [
      { id: 2, exerciseId: 'squat', weightKg: 140, reps: 1 },
      { id: 3, exerciseId: 'row', weightKg: 30, reps: 20 },
    ],
  },
  { startedAt: monday10th, sets: [{ id: 1, exerciseId: 'squat', weightKg: 100, reps: 5 }] },
];

function openOn(day: number) {
  jest.useFakeTimers({ now: new Date(2025, 2, day, 12) });
}

afterEach(() => {
  jest.useRealTimers();
});

test('without workouts it says what to do', () => {
  render(<HistoryScreen workouts={[]} unit="kg" />);
  expect(screen.getByText(/No workouts yet/)).toBeOnTheScreen();
  expect(screen.queryByTestId('history.streak')).toBeNull();
});

test('it shows the streak, the weeks, the records and the workouts', () => {
  openOn(19);
  render(<HistoryScreen workouts={workouts} unit="kg" />);

  expect(screen.getByTestId('history.streak')).toHaveTextContent('2 weeks in a row');
  expect(screen.getByLabelText('Week of 2025-03-10: 500 kg')).toBeOnTheScreen();
  expect(screen.getByLabelText('Week of 2025-03-17: 740 kg')).toBeOnTheScreen();
  expect(screen.getByTestId('history.record.squat')).toHaveTextContent('Back squat: 140 kg');
  expect(screen.queryByTestId('history.record.row')).toBeNull();
  expect(screen.getByText('2025-03-18: 2 sets, 740 kg')).toBeOnTheScreen();
  expect(screen.getByText('2025-03-10: 1 set, 500 kg')).toBeOnTheScreen();
});

test('bars are as tall as their weeks, measured against the heaviest', () => {
  openOn(19);
  render(<HistoryScreen workouts={workouts} unit="kg" />);
  expect(screen.getByTestId('history.bar.2025-03-03')).toHaveStyle({ height: 0 });
  expect(screen.getByTestId('history.bar.2025-03-10')).toHaveStyle({ height: (500 / 740) * 96 });
  expect(screen.getByTestId('history.bar.2025-03-17')).toHaveStyle({ height: 96 });
});

test('a chart of empty weeks is flat', () => {
  openOn(19);
  const old = { startedAt: new Date(2020, 0, 1).getTime(), sets: [] };
  render(<HistoryScreen workouts={[old]} unit="kg" />);
  expect(screen.getByTestId('history.streak')).toHaveTextContent('0 weeks in a row');
  expect(screen.getByLabelText('Week of 2025-03-17: 0 kg')).toBeOnTheScreen();
});

test('pounds are used throughout, and a single week is singular', () => {
  openOn(30);
  const recent = { startedAt: new Date(2025, 2, 25).getTime(), sets: workouts[1]?.sets ?? [] };
  render(<HistoryScreen workouts={[recent]} unit="lb" />);
  expect(screen.getByTestId('history.streak')).toHaveTextContent('1 week in a row');
  expect(screen.getByText('2025-03-25: 1 set, 1102 lb')).toBeOnTheScreen();
  expect(screen.getByTestId('history.record.squat')).toHaveTextContent('Back squat: 253 lb');
});
