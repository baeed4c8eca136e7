import { EXERCISE_IDS, EXERCISES } from '../../src/domain/exercises';

test('the ids keep the order of the catalogue', () => {
  expect(EXERCISE_IDS).toEqual(['squat', 'bench', 'deadlift', 'press', 'row']);
});

test('every exercise has a name of its own', () => {
  const names = EXERCISE_IDS.map(id => EXERCISES[id].name);
  expect(new Set(names).size).toBe(names.length);
});
