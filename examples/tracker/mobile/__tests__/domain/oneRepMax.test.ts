import { bestOneRepMax, estimateOneRepMax } from '../../src/domain/oneRepMax';
import type { Lift } from '../../src/domain/sets';

function squat(weightKg: number, reps: number): Lift {
  return { exerciseId: 'squat', weightKg, reps };
}

test('a single is its own maximum', () => {
  expect(estimateOneRepMax(squat(140, 1))).toBe(140);
});

test('the estimate lies between the two formulas', () => {
  // 100 kg × 5: Epley says 116.67, Brzycki 112.5.
  expect(estimateOneRepMax(squat(100, 5))).toBeCloseTo(114.58, 2);
});

test('both formulas agree at ten reps', () => {
  expect(estimateOneRepMax(squat(90, 10))).toBeCloseTo(120, 9);
});

test('more reps with the same weight mean a higher estimate', () => {
  const estimates = Array.from({ length: 12 }, (_, index) =>
    Number(estimateOneRepMax(squat(100, index + 1))),
  );
  expect(estimates).toEqual(estimates.toSorted((a, b) => a - b));
  expect(new Set(estimates).size).toBe(12);
});

test.each([0, 13, 37])('%d reps say nothing', reps => {
  expect(estimateOneRepMax(squat(100, reps))).toBeNull();
});

test('the best of several sets need not be the heaviest or the last', () => {
  expect(bestOneRepMax([squat(110, 1), squat(100, 5), squat(60, 8)])).toBeCloseTo(114.58, 2);
});

test('sets without an estimate are passed over', () => {
  expect(bestOneRepMax([squat(40, 20), squat(100, 1)])).toBe(100);
  expect(bestOneRepMax([squat(40, 20)])).toBeNull();
  expect(bestOneRepMax([])).toBeNull();
});
