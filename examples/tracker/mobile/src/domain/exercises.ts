export type Equipment = 'barbell' | 'dumbbell';

export interface Exercise {
  readonly name: string;
  readonly equipment: Equipment;
  readonly restSeconds: number;
}

export const EXERCISES = {
  squat: { name: 'Back squat', equipment: 'barbell', restSeconds: 180 },
  bench: { name: 'Bench press', equipment: 'barbell', restSeconds: 150 },
  deadlift: { name: 'Deadlift', equipment: 'barbell', restSeconds: 240 },
  press: { name: 'Overhead press', equipment: 'barbell', restSeconds: 120 },
  row: { name: 'Dumbbell row', equipment: 'dumbbell', restSeconds: 90 },
} as const satisfies Record<string, Exercise>;

export type ExerciseId = keyof typeof EXERCISES;

export const EXERCISE_IDS = Object.keys(EXERCISES) as readonly ExerciseId[];
