import { Pressable, StyleSheet, Text, View } from 'react-native';

import { colors, radius, spacing, touchTarget } from './theme';

interface Option<Value extends string> {
  readonly value: Value;
  readonly title: string;
}

interface Props<Value extends string> {
  readonly label: string;
  /** Each option's is this one with `.` and its value behind. */
  readonly testID: string;
  readonly kind?: 'radio' | 'tab';
  readonly options: readonly Option<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of a few: the tabs, the exercise and the unit are all chosen with it. */
export function Choice<Value extends string>({
  label,
  testID,
  kind = 'radio',
  options,
  chosen,
  onChoose,
}: Props<Value>) {
  return (
    <View
      role={kind === 'tab' ? 'tablist' : 'radiogroup'}
      accessibilityLabel={label}
      testID={testID}
      style={styles.group}
    >
      {options.map(({ value, title }) => {
        const isChosen = value === chosen;
        return (
          <Pressable
            key={value}
            role={kind}
            accessibilityLabel={title}
            accessibilityState={kind === 'tab' ? { selected: isChosen } : { checked: isChosen }}
            testID={`${testID}.${value}`}
            onPress={() => {
              onChoose(value);
            }}
            style={[styles.option, isChosen && styles.chosenOption]}
          >
            <Text style={[styles.title, isChosen && styles.chosenTitle]}>{title}</Text>
          </Pressable>
        );
      })}
    </View>
  );
}

const styles = StyleSheet.create({
  group: { flexDirection: 'row', flexWrap: 'wrap', gap: spacing.small },
  option: {
    flexGrow: 1,
    minHeight: touchTarget,
    paddingHorizontal: spacing.medium,
    borderRadius: radius,
    borderWidth: 1,
    borderColor: colors.outline,
    alignItems: 'center',
    justifyContent: 'center',
  },
  chosenOption: { borderColor: colors.accent, backgroundColor: colors.surface },
  title: { color: colors.textMuted, fontSize: 15 },
  chosenTitle: { color: colors.accent, fontWeight: '600' },
});
