import { parseDecimal, parseSet, totalVolume, type Lift } from '../../src/domain/sets';

describe('parseDecimal', () => {
  test.each([
    ['100', 100],
    ['82.5', 82.5],
    ['82,5', 82.5],
    [' 60 ', 60],
  ])('takes %j', (text, number) => {
    expect(parseDecimal(text)).toBe(number);
  });

  test.each(['', ' ', '.', '5.', '-5', '1e3', '0x10', '1.2.3', 'heavy'])('refuses %j', text => {
    expect(parseDecimal(text)).toBeNaN();
  });
});

describe('parseSet', () => {
  test('takes a set in the unit it was typed in', () => {
    expect(parseSet({ weight: '100', reps: '5' }, 'kg')).toEqual({
      ok: true,
      weightKg: 100,
      reps: 5,
    });
    expect(parseSet({ weight: '100', reps: '5' }, 'lb')).toEqual({
      ok: true,
      weightKg: expect.closeTo(45.36, 2) as number,
      reps: 5,
    });
  });

  test.each([
    ['', '5', 'weight', 'Enter a weight'],
    ['0', '5', 'weight', 'That weight is out of range'],
    ['600.5', '5', 'weight', 'That weight is out of range'],
    ['100', '', 'reps', 'Enter a whole number of reps'],
    ['100', '2.5', 'reps', 'Enter a whole number of reps'],
    ['100', '0', 'reps', 'That many reps is out of range'],
    ['100', '101', 'reps', 'That many reps is out of range'],
  ])('says what is wrong with %j kg × %j', (weight, reps, field, message) => {
    expect(parseSet({ weight, reps }, 'kg')).toEqual({ ok: false, field, message });
  });

  test('takes the heaviest set and the longest', () => {
    expect(parseSet({ weight: '600', reps: '100' }, 'kg').ok).toBe(true);
  });
});

describe('totalVolume', () => {
  test('is weight times reps, summed', () => {
    const lifts: Lift[] = [
      { exerciseId: 'squat', weightKg: 100, reps: 5 },
      { exerciseId: 'row', weightKg: 22.5, reps: 10 },
    ];
    expect(totalVolume(lifts)).toBe(725);
  });

  test('is zero for no sets', () => {
    expect(totalVolume([])).toBe(0);
  });
});
