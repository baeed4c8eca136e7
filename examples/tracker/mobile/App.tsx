import { useReducer, useState } from 'react';
import { StatusBar, StyleSheet, View } from 'react-native';
import { SafeAreaProvider, SafeAreaView } from 'react-native-safe-area-context';

import { HistoryScreen } from './src/screens/HistoryScreen';
import { WorkoutScreen } from './src/screens/WorkoutScreen';
import { EMPTY_TRACKER, trackerReducer } from './src/state/tracker';
import { useRestTimer } from './src/state/useRestTimer';
import { Choice } from './src/ui/Choice';
import { colors, spacing } from './src/ui/theme';

const TABS = [
  { value: 'workout', title: 'Workout' },
  { value: 'history', title: 'History' },
] as const;

type Tab = (typeof TABS)[number]['value'];

export default function App() {
  const [tab, setTab] = useState<Tab>('workout');
  const [state, dispatch] = useReducer(trackerReducer, EMPTY_TRACKER);
  // Here and not in its screen, so that the rest goes on under the other tab.
  const [restTimer, restControls] = useRestTimer();

  return (
    <SafeAreaProvider>
      <StatusBar barStyle="light-content" />
      <SafeAreaView style={styles.app}>
        <View style={styles.screen}>
          {tab === 'workout' ? (
            <WorkoutScreen
              state={state}
              dispatch={dispatch}
              restTimer={restTimer}
              restControls={restControls}
            />
          ) : (
            <HistoryScreen workouts={state.finished} unit={state.unit} />
          )}
        </View>
        <View style={styles.tabs}>
          <Choice
            label="Screens"
            testID="tabs"
            kind="tab"
            options={TABS}
            chosen={tab}
            onChoose={setTab}
          />
        </View>
      </SafeAreaView>
    </SafeAreaProvider>
  );
}

const styles = StyleSheet.create({
  app: { flex: 1, backgroundColor: colors.background },
  screen: { flex: 1 },
  tabs: { padding: spacing.small, borderTopWidth: 1, borderTopColor: colors.outline },
});
