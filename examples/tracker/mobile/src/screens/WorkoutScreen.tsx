import { useState, type Dispatch } from 'react';
import { ScrollView, StyleSheet, Text, View } from 'react-native';

import { EXERCISE_IDS, EXERCISES, type ExerciseId } from '../domain/exercises';
import type { Workout } from '../domain/history';
import { bestOneRepMax } from '../domain/oneRepMax';
import type { RestTimer } from '../domain/restTimer';
import { totalVolume } from '../domain/sets';
import { formatRoundedWeight, formatWeight, type WeightUnit } from '../domain/units';
import type { TrackerAction, TrackerState } from '../state/tracker';
import type { RestTimerControls } from '../state/useRestTimer';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { RestTimerCard } from '../ui/RestTimerCard';
import { SetForm } from '../ui/SetForm';
import { colors, spacing } from '../ui/theme';

const EXERCISE_OPTIONS = EXERCISE_IDS.map(id => ({ value: id, title: EXERCISES[id].name }));

const UNIT_OPTIONS = [
  { value: 'kg', title: 'Kilograms' },
  { value: 'lb', title: 'Pounds' },
] as const;

interface Props {
  readonly state: TrackerState;
  readonly dispatch: Dispatch<TrackerAction>;
  readonly restTimer: RestTimer;
  readonly restControls: RestTimerControls;
}

export function WorkoutScreen({ state, dispatch, restTimer, restControls }: Props) {
  const { current, unit } = state;
  const [exerciseId, setExerciseId] = useState<ExerciseId>(
    current?.sets.at(-1)?.exerciseId ?? 'squat',
  );
  const exercise = EXERCISES[exerciseId];

  function logSet(weightKg: number, reps: number) {
    dispatch({ type: 'set-logged', lift: { exerciseId, weightKg, reps }, at: Date.now() });
    restControls.start(exercise.restSeconds);
  }

  function finish() {
    dispatch({ type: 'workout-finished' });
    restControls.stop();
  }

  return (
    <ScrollView
      testID="workout-screen"
      keyboardShouldPersistTaps="handled"
      contentContainerStyle={styles.content}
    >
      <Choice
        label="Exercise"
        testID="exercise"
        options={EXERCISE_OPTIONS}
        chosen={exerciseId}
        onChoose={setExerciseId}
      />
      <Choice
        label="Unit"
        testID="unit"
        options={UNIT_OPTIONS}
        chosen={unit}
        onChoose={chosen => {
          dispatch({ type: 'unit-chosen', unit: chosen });
        }}
      />
      <SetForm unit={unit} equipment={exercise.equipment} onLog={logSet} />
      <RestTimerCard timer={restTimer} controls={restControls} />
      {current !== null && (
        <>
          <LoggedSets
            workout={current}
            unit={unit}
            onRemove={id => {
              dispatch({ type: 'set-removed', id });
            }}
          />
          <Button title="Finish workout" testID="workout.finish" onPress={finish} />
        </>
      )}
    </ScrollView>
  );
}

interface LoggedSetsProps {
  readonly workout: Workout;
  readonly unit: WeightUnit;
  readonly onRemove: (id: number) => void;
}

function LoggedSets({ workout, unit, onRemove }: LoggedSetsProps) {
  const best = bestOneRepMax(workout.sets);
  return (
    <View style={styles.sets}>
      <Text testID="workout.volume" style={styles.summary}>
        {`Volume ${formatRoundedWeight(totalVolume(workout.sets), unit)}`}
      </Text>
      {best !== null && (
        <Text testID="workout.best" style={styles.summary}>
          {`Best estimated max ${formatRoundedWeight(best, unit)}`}
        </Text>
      )}
      {workout.sets.map(set => {
        const description = `${EXERCISES[set.exerciseId].name}, ${formatWeight(set.weightKg, unit)} × ${set.reps}`;
        return (
          <View key={set.id} style={styles.set}>
            <Text style={styles.description}>{description}</Text>
            <Button
              title="Remove"
              label={`Remove ${description}`}
              testID={`workout.remove.${set.id}`}
              onPress={() => {
                onRemove(set.id);
              }}
            />
          </View>
        );
      })}
    </View>
  );
}

const styles = StyleSheet.create({
  content: { padding: spacing.medium, gap: spacing.medium },
  sets: { gap: spacing.small },
  summary: { color: colors.textMuted, fontSize: 15 },
  set: { flexDirection: 'row', alignItems: 'center', gap: spacing.small },
  description: { flex: 1, color: colors.text, fontSize: 16 },
});
