import { describeLoad, loadBar, RACKS } from '../../src/domain/plates';

test.each([
  [20, []],
  [60, [20]],
  [100, [25, 15]],
  [142.5, [25, 25, 10, 1.25]],
])('%d kg', (target, perSide) => {
  expect(loadBar(target, RACKS.kg)).toEqual({ perSide, shortBy: 0 });
});

test.each([
  [45, []],
  [135, [45]],
  [225, [45, 45]],
  [260, [45, 45, 10, 5, 2.5]],
])('%d lb', (target, perSide) => {
  expect(loadBar(target, RACKS.lb)).toEqual({ perSide, shortBy: 0 });
});

test('what no plate fits is left over', () => {
  expect(loadBar(62, RACKS.kg)).toEqual({ perSide: [20], shortBy: 2 });
});

test('nothing lighter than the bar can be loaded', () => {
  expect(loadBar(19.9, RACKS.kg)).toBeNull();
  expect(loadBar(NaN, RACKS.kg)).toBeNull();
});

test('every whole step that the smallest plate allows comes out even', () => {
  for (let target = 20; target <= 300; target += 2.5) {
    expect(loadBar(target, RACKS.kg)?.shortBy).toBe(0);
  }
});

test('loads are described as a lifter would', () => {
  expect(describeLoad({ perSide: [], shortBy: 0 }, 'kg')).toBe('Empty bar');
  expect(describeLoad({ perSide: [25, 1.25], shortBy: 0 }, 'kg')).toBe('Per side: 25 + 1.25 kg');
  expect(describeLoad({ perSide: [45], shortBy: 2.000001 }, 'lb')).toBe(
    'Per side: 45 lb (2 lb short)',
  );
});
