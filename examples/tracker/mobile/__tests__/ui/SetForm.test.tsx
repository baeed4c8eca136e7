import { fireEvent, render, screen } from '@testing-library/react-native';

import { SetForm } from '../../src/ui/SetForm';

function type(weight: string, reps: string) {
  fireEvent.changeText(screen.getByTestId('set-form.weight'), weight);
  fireEvent.changeText(screen.getByTestId('set-form.reps'), reps);
}

function pressLog() {
  fireEvent.press(screen.getByRole('button', { name: 'Log set' }));
}

test('a set is reported in kilograms, and stays typed for the next one', () => {
  const onLog = jest.fn();
  render(<SetForm unit="kg" equipment="barbell" onLog={onLog} />);
  type('82,5', '5');
  pressLog();
  pressLog();
  expect(onLog.mock.calls).toEqual([
    [82.5, 5],
    [82.5, 5],
  ]);
});

test('what was typed in pounds is converted', () => {
  const onLog = jest.fn();
  render(<SetForm unit="lb" equipment="dumbbell" onLog={onLog} />);
  expect(screen.getByLabelText('Weight in pounds')).toBeOnTheScreen();
  type('100', '8');
  pressLog();
  expect(onLog).toHaveBeenCalledWith(expect.closeTo(45.36, 2), 8);
});

test('a problem is shown until the entry changes, and nothing is reported', () => {
  const onLog = jest.fn();
  render(<SetForm unit="kg" equipment="barbell" onLog={onLog} />);
  type('100', 'five');
  pressLog();
  expect(screen.getByRole('alert')).toHaveTextContent('Enter a whole number of reps');
  expect(onLog).not.toHaveBeenCalled();

  type('100', '5');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a barbell shows its plates as soon as the weight makes sense', () => {
  render(<SetForm unit="kg" equipment="barbell" onLog={jest.fn()} />);
  expect(screen.queryByTestId('set-form.plates')).toBeNull();
  type('102,5', '');
  expect(screen.getByTestId('set-form.plates')).toHaveTextContent('Per side: 25 + 15 + 1.25 kg');
});

test('a dumbbell has none', () => {
  render(<SetForm unit="kg" equipment="dumbbell" onLog={jest.fn()} />);
  type('40', '8');
  expect(screen.queryByTestId('set-form.plates')).toBeNull();
});
