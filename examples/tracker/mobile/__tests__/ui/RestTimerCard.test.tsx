import { fireEvent, render, screen } from '@testing-library/react-native';

import type { RestTimer } from '../../src/domain/restTimer';
import type { RestTimerControls } from '../../src/state/useRestTimer';
import { RestTimerCard } from '../../src/ui/RestTimerCard';

function renderCard(timer: RestTimer) {
  const controls = {
    start: jest.fn(),
    pause: jest.fn(),
    resume: jest.fn(),
    extend: jest.fn(),
    stop: jest.fn(),
  } satisfies RestTimerControls;
  render(<RestTimerCard timer={timer} controls={controls} />);
  return controls;
}

function press(name: string) {
  fireEvent.press(screen.getByRole('button', { name }));
}

test('it takes no room while idle', () => {
  renderCard({ status: 'idle' });
  expect(screen.toJSON()).toBeNull();
});

test('running, it shows the time left and can be paused, made longer and skipped', () => {
  const controls = renderCard({ status: 'running', endsAt: 0, remainingMs: 89_500 });
  expect(screen.getByLabelText('Rest left: 1:30')).toHaveTextContent('1:30');
  expect(screen.queryByTestId('rest-timer.resume')).toBeNull();

  press('Pause rest');
  press('Rest 30 seconds longer');
  press('Skip rest');
  expect(controls.pause).toHaveBeenCalledTimes(1);
  expect(controls.extend.mock.calls).toEqual([[30]]);
  expect(controls.stop).toHaveBeenCalledTimes(1);
});

test('paused, it can be resumed', () => {
  const controls = renderCard({ status: 'paused', remainingMs: 5_000 });
  expect(screen.getByTestId('rest-timer.clock')).toHaveTextContent('0:05');
  expect(screen.queryByTestId('rest-timer.pause')).toBeNull();

  press('Resume rest');
  expect(controls.resume).toHaveBeenCalledTimes(1);
});

test('finished, it says so and can be dismissed', () => {
  const controls = renderCard({ status: 'finished' });
  expect(screen.getByText('Rest is over')).toBeOnTheScreen();

  press('Dismiss');
  expect(controls.stop).toHaveBeenCalledTimes(1);
});
