import { useState } from 'react';
import { StyleSheet, Text, TextInput, View } from 'react-native';

import type { Equipment } from '../domain/exercises';
import { describeLoad, loadBar, RACKS } from '../domain/plates';
import { parseDecimal, parseSet, type SetEntry } from '../domain/sets';
import type { WeightUnit } from '../domain/units';
import { Button } from './Button';
import { colors, radius, spacing, touchTarget } from './theme';

interface Props {
  readonly unit: WeightUnit;
  readonly equipment: Equipment;
  readonly onLog: (weightKg: number, reps: number) => void;
}

export function SetForm({ unit, equipment, onLog }: Props) {
  const [entry, setEntry] = useState<SetEntry>({ weight: '', reps: '' });
  const [problem, setProblem] = useState<string | null>(null);
  const load = equipment === 'barbell' ? loadBar(parseDecimal(entry.weight), RACKS[unit]) : null;

  function edit(change: Partial<SetEntry>) {
    setEntry({ ...entry, ...change });
    setProblem(null);
  }

  function log() {
    const parsed = parseSet(entry, unit);
    if (!parsed.ok) {
      setProblem(parsed.message);
      return;
    }
    // What was typed stays: the next set is mostly the same again.
    onLog(parsed.weightKg, parsed.reps);
  }

  return (
    <View style={styles.form}>
      <View style={styles.fields}>
        <TextInput
          accessibilityLabel={unit === 'kg' ? 'Weight in kilograms' : 'Weight in pounds'}
          testID="set-form.weight"
          placeholder={`Weight (${unit})`}
          placeholderTextColor={colors.textMuted}
          keyboardType="decimal-pad"
          value={entry.weight}
          onChangeText={weight => {
            edit({ weight });
          }}
          style={styles.field}
        />
        <TextInput
          accessibilityLabel="Repetitions"
          testID="set-form.reps"
          placeholder="Reps"
          placeholderTextColor={colors.textMuted}
          keyboardType="number-pad"
          value={entry.reps}
          onChangeText={reps => {
            edit({ reps });
          }}
          style={styles.field}
        />
      </View>
      {load !== null && (
        <Text testID="set-form.plates" style={styles.hint}>
          {describeLoad(load, unit)}
        </Text>
      )}
      {problem !== null && (
        <Text
          role="alert"
          accessibilityLiveRegion="polite"
          testID="set-form.problem"
          style={styles.problem}
        >
          {problem}
        </Text>
      )}
      <Button title="Log set" testID="set-form.log" kind="primary" onPress={log} />
    </View>
  );
}

const styles = StyleSheet.create({
  form: { gap: spacing.small },
  fields: { flexDirection: 'row', gap: spacing.small },
  field: {
    flex: 1,
    minHeight: touchTarget,
    paddingHorizontal: spacing.medium,
    borderRadius: radius,
    backgroundColor: colors.surface,
    color: colors.text,
    fontSize: 18,
  },
  hint: { color: colors.textMuted, fontSize: 15 },
  problem: { color: colors.danger, fontSize: 15 },
});
