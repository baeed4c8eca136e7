import { useState } from 'react';
import { ScrollView, StyleSheet, Text, View } from 'react-native';

import { dayOf } from '../domain/calendar';
import { EXERCISES } from '../domain/exercises';
import {
  personalRecords,
  weeklyVolumes,
  weekStreak,
  type WeekVolume,
  type Workout,
} from '../domain/history';
import { totalVolume } from '../domain/sets';
import { formatRoundedWeight, type WeightUnit } from '../domain/units';
import { colors, radius, spacing } from '../ui/theme';

const WEEKS_SHOWN = 6;
const TALLEST_BAR = 96;

interface Props {
  readonly workouts: readonly Workout[];
  readonly unit: WeightUnit;
}

export function HistoryScreen({ workouts, unit }: Props) {
  // The screen is mounted anew each time it is opened, so this stays fresh.
  const [openedAt] = useState(Date.now);

  if (workouts.length === 0) {
    return (
      <View testID="history-screen" style={styles.content}>
        <Text style={styles.text}>No workouts yet. Finish one, and it shows up here.</Text>
      </View>
    );
  }

  const streak = weekStreak(workouts, openedAt);
  return (
    <ScrollView testID="history-screen" contentContainerStyle={styles.content}>
      <Text testID="history.streak" style={styles.streak}>
        {streak === 1 ? '1 week in a row' : `${streak} weeks in a row`}
      </Text>
      <VolumeChart weeks={weeklyVolumes(workouts, openedAt, WEEKS_SHOWN)} unit={unit} />

      <Text role="heading" style={styles.heading}>
        Estimated one-rep maxima
      </Text>
      {personalRecords(workouts).map(({ exerciseId, oneRepMaxKg }) => (
        <Text key={exerciseId} testID={`history.record.${exerciseId}`} style={styles.text}>
          {`${EXERCISES[exerciseId].name}: ${formatRoundedWeight(oneRepMaxKg, unit)}`}
        </Text>
      ))}

      <Text role="heading" style={styles.heading}>
        Workouts
      </Text>
      {workouts.map(workout => (
        <Text
          key={workout.startedAt}
          testID={`history.workout.${workout.startedAt}`}
          style={styles.text}
        >
          {describeWorkout(workout, unit)}
        </Text>
      ))}
    </ScrollView>
  );
}

function describeWorkout({ startedAt, sets }: Workout, unit: WeightUnit): string {
  const count = sets.length === 1 ? '1 set' : `${sets.length} sets`;
  return `${dayOf(startedAt)}: ${count}, ${formatRoundedWeight(totalVolume(sets), unit)}`;
}

interface VolumeChartProps {
  readonly weeks: readonly WeekVolume[];
  readonly unit: WeightUnit;
}

function VolumeChart({ weeks, unit }: VolumeChartProps) {
  // At least 1, for weeks that all are empty.
  const most = Math.max(1, ...weeks.map(({ volumeKg }) => volumeKg));
  return (
    <View accessibilityLabel="Volume by week" testID="history.chart" style={styles.chart}>
      {weeks.map(({ week, volumeKg }) => (
        <View
          key={week}
          accessible
          accessibilityLabel={`Week of ${week}: ${formatRoundedWeight(volumeKg, unit)}`}
          testID={`history.week.${week}`}
          style={styles.column}
        >
          <View
            testID={`history.bar.${week}`}
            style={[styles.bar, { height: (volumeKg / most) * TALLEST_BAR }]}
          />
        </View>
      ))}
    </View>
  );
}

const styles = StyleSheet.create({
  content: { padding: spacing.medium, gap: spacing.small },
  text: { color: colors.text, fontSize: 16 },
  heading: { marginTop: spacing.medium, color: colors.textMuted, fontSize: 15, fontWeight: '600' },
  streak: { color: colors.accent, fontSize: 28, fontWeight: '700' },
  chart: {
    flexDirection: 'row',
    gap: spacing.small,
    padding: spacing.medium,
    borderRadius: radius,
    backgroundColor: colors.surface,
  },
  column: { flex: 1, height: TALLEST_BAR, justifyContent: 'flex-end' },
  bar: { minHeight: 2, borderRadius: 4, backgroundColor: colors.accent },
});
