/** `0.18 %`, `36 %`, `0.006 %`: two decimals below 10 %, and two digits that count below 0.01 %. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (!Number.isFinite(percent)) return '∞ %';
  if (percent === 0) return '0 %';
  if (percent >= 10) return `${trim(percent.toFixed(percent >= 99 && percent < 100 ? 2 : 0))} %`;
  return `${trim(percent >= 0.01 ? percent.toFixed(2) : percent.toPrecision(2))} %`;
}

function trim(text: string): string {
  return text.includes('.') && !text.includes('e') ? text.replace(/\.?0+$/, '') : text;
}

/** `99.54 %` for what is good of a share that is bad; never rounded up to 100 % while something was bad. */
export function formatGood(badShare: number): string {
  const percent = (1 - badShare) * 100;
  if (badShare <= 0) return '100 %';
  const digits = badShare < 0.0001 ? 4 : 2;
  return `${Math.min(percent, 100 - 10 ** -digits).toFixed(digits)} %`;
}

/** `5,700`; fractions are rounded up, since a part of a unit is still to come. */
export function formatCount(count: number): string {
  if (!Number.isFinite(count)) return 'infinitely many';
  return String(Math.ceil(count - 1e-9)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** `45 s`, `12 min`, `2 h 30 min`, `3 d 4 h`. */
export function formatSpan(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (ms < 120_000) return `${Math.round(ms / 1_000)} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 72)
    return hours < 12 && minutes % 60 > 0 ? `${hours} h ${minutes % 60} min` : `${Math.round(minutes / 60)} h`;
  const days = Math.floor(hours / 24);
  return hours % 24 > 0 ? `${days} d ${hours % 24} h` : `${days} d`;
}

/** `1 session`, `2,000 sessions`. */
export function formatUnits(count: number, unit: string): string {
  return `${formatCount(count)} ${unit}${Math.ceil(count - 1e-9) === 1 ? '' : 's'}`;
}

/** `2.4 times`, for a ratio of two rates. */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio)) return 'infinitely many times';
  return `${trim(ratio.toFixed(ratio >= 10 ? 0 : 2))} times`;
}

/** `2026-01-14 09:00 UTC`. */
export function formatTime(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? 'an unknown time' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
