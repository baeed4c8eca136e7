import { StyleSheet, Text, View } from 'react-native';

import { formatClock, type RestTimer } from '../domain/restTimer';
import type { RestTimerControls } from '../state/useRestTimer';
import { Button } from './Button';
import { colors, radius, spacing } from './theme';

const EXTENSION_SECONDS = 30;

interface Props {
  readonly timer: RestTimer;
  readonly controls: RestTimerControls;
}

export function RestTimerCard({ timer, controls }: Props) {
  if (timer.status === 'idle') {
    return null;
  }
  if (timer.status === 'finished') {
    return (
      <View testID="rest-timer" style={styles.card}>
        <Text style={styles.clock}>Rest is over</Text>
        <Button title="Dismiss" testID="rest-timer.dismiss" onPress={controls.stop} />
      </View>
    );
  }
  const clock = formatClock(timer.remainingMs);
  return (
    <View testID="rest-timer" style={styles.card}>
      <Text
        role="timer"
        accessibilityLabel={`Rest left: ${clock}`}
        testID="rest-timer.clock"
        style={styles.clock}
      >
        {clock}
      </Text>
      <View style={styles.buttons}>
        {timer.status === 'running' ? (
          <Button
            title="Pause"
            label="Pause rest"
            testID="rest-timer.pause"
            onPress={controls.pause}
          />
        ) : (
          <Button
            title="Resume"
            label="Resume rest"
            testID="rest-timer.resume"
            onPress={controls.resume}
          />
        )}
        <Button
          title={`+${EXTENSION_SECONDS} s`}
          label={`Rest ${EXTENSION_SECONDS} seconds longer`}
          testID="rest-timer.extend"
          onPress={() => {
            controls.extend(EXTENSION_SECONDS);
          }}
        />
        <Button title="Skip" label="Skip rest" testID="rest-timer.skip" onPress={controls.stop} />
      </View>
    </View>
  );
}

const styles = StyleSheet.create({
  card: {
    gap: spacing.small,
    padding: spacing.medium,
    borderRadius: radius,
    backgroundColor: colors.surface,
  },
  // Digits of one width keep the clock from shivering as it counts.
  clock: { color: colors.accent, fontSize: 36, fontVariant: ['tabular-nums'] },
  buttons: { flexDirection: 'row', gap: spacing.small },
});
