import type { ExerciseId } from '../../src/domain/exercises';
import { personalRecords, weeklyVolumes, weekStreak, type Workout } from '../../src/domain/history';

/** A workout in March 2025, whose 3rd, 10th, 17th and 24th were Mondays. */
function workoutOn(
  day: number,
  exerciseId: ExerciseId = 'squat',
  weightKg = 100,
  reps = 5,
): Workout {
  return {
    startedAt: new Date(2025, 2, day, 18).getTime(),
    sets: [{ id: day, exerciseId, weightKg, reps }],
  };
}

const wednesday19th = new Date(2025, 2, 19, 12).getTime();

describe('weekStreak', () => {
  test('is zero without workouts', () => {
    expect(weekStreak([], wednesday19th)).toBe(0);
  });

  test('counts weeks, however many workouts are in each', () => {
    expect(
      weekStreak([workoutOn(18), workoutOn(14), workoutOn(11), workoutOn(3)], wednesday19th),
    ).toBe(3);
  });

  test('is not broken by a week that still has days to come', () => {
    expect(weekStreak([workoutOn(14), workoutOn(3)], wednesday19th)).toBe(2);
  });

  test('is broken by a week without a workout', () => {
    expect(weekStreak([workoutOn(18), workoutOn(3)], wednesday19th)).toBe(1);
    expect(weekStreak([workoutOn(3)], wednesday19th)).toBe(0);
  });
});

describe('weeklyVolumes', () => {
  test('sums each week, empty ones too, oldest first', () => {
    const workouts = [workoutOn(18), workoutOn(17, 'press', 40, 10), workoutOn(9)];
    expect(weeklyVolumes(workouts, wednesday19th, 3)).toEqual([
      { week: '2025-03-03', volumeKg: 500 },
      { week: '2025-03-10', volumeKg: 0 },
      { week: '2025-03-17', volumeKg: 900 },
    ]);
  });

  test('leaves out what is older', () => {
    expect(weeklyVolumes([workoutOn(9)], wednesday19th, 1)).toEqual([
      { week: '2025-03-17', volumeKg: 0 },
    ]);
  });
});

describe('personalRecords', () => {
  test('holds the best of every exercise that was done, in the order of the catalogue', () => {
    const workouts = [
      workoutOn(18, 'deadlift', 180, 1),
      workoutOn(14, 'squat', 120, 1),
      workoutOn(11, 'squat', 140, 1),
    ];
    expect(personalRecords(workouts)).toEqual([
      { exerciseId: 'squat', oneRepMaxKg: 140 },
      { exerciseId: 'deadlift', oneRepMaxKg: 180 },
    ]);
  });

  test('leaves out exercises whose sets are too long for an estimate', () => {
    expect(personalRecords([workoutOn(18, 'row', 20, 30)])).toEqual([]);
  });
});
