import { addDays, dayOf, weekOf } from '../../src/domain/calendar';

test('a day runs from midnight to midnight of the local time zone', () => {
  expect(dayOf(new Date(2025, 2, 9, 0, 0).getTime())).toBe('2025-03-09');
  expect(dayOf(new Date(2025, 2, 9, 23, 59).getTime())).toBe('2025-03-09');
});

test('days are counted over the ends of months and years', () => {
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
});

test('days on which clocks change are days like others', () => {
  expect(addDays('2025-03-29', 2)).toBe('2025-03-31');
  expect(addDays('2025-10-27', -2)).toBe('2025-10-25');
});

test.each([
  ['2025-03-10', '2025-03-10'],
  ['2025-03-12', '2025-03-10'],
  ['2025-03-16', '2025-03-10'],
  ['2025-03-17', '2025-03-17'],
  ['2026-01-01', '2025-12-29'],
])('the week of %s begins on %s', (day, monday) => {
  expect(weekOf(day)).toBe(monday);
});
