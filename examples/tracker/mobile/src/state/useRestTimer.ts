import { useEffect, useMemo, useReducer } from 'react';
import { AccessibilityInfo, Vibration } from 'react-native';

import { IDLE, nextRestTimer, type RestTimer } from '../domain/restTimer';

// Finer than the second that is shown, so that no second is skipped.
const TICK_MS = 250;

export interface RestTimerControls {
  readonly start: (seconds: number) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly extend: (seconds: number) => void;
  readonly stop: () => void;
}

export function useRestTimer(): readonly [RestTimer, RestTimerControls] {
  const [timer, send] = useReducer(nextRestTimer, IDLE);
  const { status } = timer;

  useEffect(() => {
    if (status !== 'running') {
      return undefined;
    }
    const interval = setInterval(() => {
      send({ type: 'tick', now: Date.now() });
    }, TICK_MS);
    return () => {
      clearInterval(interval);
    };
  }, [status]);

  useEffect(() => {
    if (status === 'finished') {
      Vibration.vibrate();
      AccessibilityInfo.announceForAccessibility('Rest is over');
    }
  }, [status]);

  const controls = useMemo<RestTimerControls>(
    () => ({
      start: seconds => {
        send({ type: 'start', durationMs: seconds * 1000, now: Date.now() });
      },
      pause: () => {
        send({ type: 'pause', now: Date.now() });
      },
      resume: () => {
        send({ type: 'resume', now: Date.now() });
      },
      extend: seconds => {
        send({ type: 'extend', byMs: seconds * 1000 });
      },
      stop: () => {
        send({ type: 'stop' });
      },
    }),
    [],
  );

  return [timer, controls];
}
