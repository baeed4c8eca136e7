import type { Row } from '#vendors/play-vitals/rows';

const z = 1.96;

/** At 95 %. */
function wilson(hit: number, users: number): { lower: number; upper: number } {
  const rate = hit / users;
  const middle = (rate + (z * z) / (2 * users)) / (1 + (z * z) / users);
  const half = (z / (1 + (z * z) / users)) * Math.sqrt((rate * (1 - rate)) / users + (z * z) / (4 * users * users));
  return { lower: hit === 0 ? 0 : middle - half, upper: hit === users ? 1 : middle + half };
}

/** What Google would say of so many users, of whom so many were hit. */
export function toRow(users: number, hit: number, round: (users: number) => number): Row {
  return { versionCode: 42, start: 0, rate: hit / users, interval: wilson(hit, users), users: round(users) };
}
