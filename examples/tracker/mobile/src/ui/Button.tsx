import { Pressable, StyleSheet, Text } from 'react-native';

import { colors, radius, spacing, touchTarget } from './theme';

interface Props {
  readonly title: string;
  /** Where the title alone does not say what the button acts on. */
  readonly label?: string;
  readonly testID: string;
  readonly kind?: 'primary' | 'quiet';
  readonly onPress: () => void;
}

export function Button({ title, label = title, testID, kind = 'quiet', onPress }: Props) {
  return (
    <Pressable
      role="button"
      accessibilityLabel={label}
      testID={testID}
      onPress={onPress}
      style={({ pressed }) => [styles.button, styles[kind], pressed && styles.pressed]}
    >
      <Text style={[styles.title, kind === 'primary' && styles.primaryTitle]}>{title}</Text>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  button: {
    minHeight: touchTarget,
    minWidth: touchTarget,
    paddingHorizontal: spacing.medium,
    borderRadius: radius,
    alignItems: 'center',
    justifyContent: 'center',
  },
  primary: { backgroundColor: colors.accent },
  quiet: { borderWidth: 1, borderColor: colors.outline },
  pressed: { opacity: 0.7 },
  title: { color: colors.text, fontSize: 16, fontWeight: '600' },
  primaryTitle: { color: colors.onAccent },
});
