const hourMs = 3_600_000;

/** Hours of the day of most users are ahead of UTC by this, in milliseconds: Central Europe in winter. */
const ahead = hourMs;
/** An evening has 1.6 times the mean, a night 0.4 of it: the swing of the simulations in docs/health.md. */
const swing = 0.6;
const busiestHour = 20;
/** From Sunday on; their mean is 1. */
const days = [1.12, 0.96, 0.95, 0.95, 0.96, 0.98, 1.08];

/** How much of the mean activity there is in the hour that begins then; over a whole week the mean is 1. */
export function weighHour(at: number): number {
  const local = new Date(at + ahead);
  const angle = ((local.getUTCHours() - busiestHour) / 24) * 2 * Math.PI;
  return (1 + swing * Math.cos(angle)) * (days[local.getUTCDay()] ?? 1);
}
