import { act, renderHook } from '@testing-library/react-native';
import { AccessibilityInfo, Vibration } from 'react-native';

import { useRestTimer } from '../../src/state/useRestTimer';

beforeEach(() => {
  jest.useFakeTimers();
  jest.clearAllMocks();
});

afterEach(() => {
  jest.useRealTimers();
});

function renderTimer() {
  const { result, unmount } = renderHook(() => useRestTimer());
  return {
    timer: () => result.current[0],
    controls: () => result.current[1],
    unmount,
  };
}

function advance(seconds: number) {
  act(() => {
    jest.advanceTimersByTime(seconds * 1000);
  });
}

test('it runs on the clock and can be paused, resumed, made longer and stopped', () => {
  const { timer, controls } = renderTimer();
  expect(timer().status).toBe('idle');

  act(() => {
    controls().start(90);
  });
  advance(10);
  expect(timer()).toMatchObject({ status: 'running', remainingMs: 80_000 });

  act(() => {
    controls().pause();
  });
  advance(60);
  expect(timer()).toMatchObject({ status: 'paused', remainingMs: 80_000 });

  act(() => {
    controls().extend(30);
    controls().resume();
  });
  advance(10);
  expect(timer()).toMatchObject({ status: 'running', remainingMs: 100_000 });

  act(() => {
    controls().stop();
  });
  expect(timer().status).toBe('idle');
});

test('the end is felt and heard, once', () => {
  const vibrate = jest.spyOn(Vibration, 'vibrate');
  const announce = jest.spyOn(AccessibilityInfo, 'announceForAccessibility');
  const { timer, controls } = renderTimer();

  act(() => {
    controls().start(2);
  });
  advance(1);
  expect(vibrate).not.toHaveBeenCalled();

  advance(10);
  expect(timer().status).toBe('finished');
  expect(vibrate).toHaveBeenCalledTimes(1);
  expect(announce).toHaveBeenCalledWith('Rest is over');
});

test('no clock ticks unless a rest is running', () => {
  const { controls, unmount } = renderTimer();
  expect(jest.getTimerCount()).toBe(0);

  act(() => {
    controls().start(90);
  });
  expect(jest.getTimerCount()).toBe(1);

  unmount();
  expect(jest.getTimerCount()).toBe(0);
});
