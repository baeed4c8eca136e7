import { addDays, dayOf, weekOf, type DayKey } from './calendar';
import { EXERCISE_IDS, type ExerciseId } from './exercises';
import { bestOneRepMax } from './oneRepMax';
import { totalVolume, type LoggedSet } from './sets';

export interface Workout {
  readonly startedAt: number;
  readonly sets: readonly LoggedSet[];
}

export interface WeekVolume {
  readonly week: DayKey;
  readonly volumeKg: number;
}

export interface PersonalRecord {
  readonly exerciseId: ExerciseId;
  readonly oneRepMaxKg: number;
}

function weekOfWorkout(workout: Workout): DayKey {
  return weekOf(dayOf(workout.startedAt));
}

/** Weeks in a row with a workout. The present week adds to it, but cannot break it yet. */
export function weekStreak(workouts: readonly Workout[], now: number): number {
  const trained = new Set(workouts.map(weekOfWorkout));
  const thisWeek = weekOf(dayOf(now));
  let week = trained.has(thisWeek) ? thisWeek : addDays(thisWeek, -7);
  let streak = 0;
  while (trained.has(week)) {
    streak += 1;
    week = addDays(week, -7);
  }
  return streak;
}

/** The last `count` weeks, oldest first, those without a workout included. */
export function weeklyVolumes(
  workouts: readonly Workout[],
  now: number,
  count: number,
): readonly WeekVolume[] {
  const thisWeek = weekOf(dayOf(now));
  return Array.from({ length: count }, (_, index) => {
    const week = addDays(thisWeek, -7 * (count - 1 - index));
    const sets = workouts.filter(workout => weekOfWorkout(workout) === week).flatMap(w => w.sets);
    return { week, volumeKg: totalVolume(sets) };
  });
}

/** The best estimated one-rep maximum of every exercise that has one. */
export function personalRecords(workouts: readonly Workout[]): readonly PersonalRecord[] {
  const sets = workouts.flatMap(workout => workout.sets);
  return EXERCISE_IDS.flatMap(exerciseId => {
    const oneRepMaxKg = bestOneRepMax(sets.filter(set => set.exerciseId === exerciseId));
    return oneRepMaxKg === null ? [] : [{ exerciseId, oneRepMaxKg }];
  });
}
