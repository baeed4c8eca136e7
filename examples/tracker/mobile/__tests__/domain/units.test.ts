import {
  formatRoundedWeight,
  formatWeight,
  fromKilograms,
  toKilograms,
} from '../../src/domain/units';

test('kilograms are kept as they are', () => {
  expect(toKilograms(82.5, 'kg')).toBe(82.5);
  expect(fromKilograms(82.5, 'kg')).toBe(82.5);
});

test('pounds are converted by their exact definition', () => {
  expect(toKilograms(100, 'lb')).toBeCloseTo(45.359237, 9);
  expect(fromKilograms(45.359237, 'lb')).toBeCloseTo(100, 9);
});

test.each([45, 135, 225, 315, 402.5])('%d lb read the same after being stored', pounds => {
  expect(formatWeight(toKilograms(pounds, 'lb'), 'lb')).toBe(`${pounds} lb`);
});

test('weights show the decimals that plates have, and no more', () => {
  expect(formatWeight(100, 'kg')).toBe('100 kg');
  expect(formatWeight(61.25, 'kg')).toBe('61.25 kg');
  expect(formatWeight(100, 'lb')).toBe('220.46 lb');
});

test('sums show none', () => {
  expect(formatRoundedWeight(1234.5, 'kg')).toBe('1235 kg');
  expect(formatRoundedWeight(100, 'lb')).toBe('220 lb');
});
