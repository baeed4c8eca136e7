const units: readonly (readonly [milliseconds: number, suffix: string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
];

/** `850 ms`, `4.2 s`, `1 min 5 s`, `2 h 10 min`: two units at most, never a zero behind the first. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`;
  const index = units.findIndex(([size]) => ms >= size);
  const [size, suffix] = units[index] ?? [60_000, 'min'];
  const [smaller, smallerSuffix] = units[index + 1] ?? [1_000, 's'];
  const rest = Math.floor((ms % size) / smaller);
  return `${Math.floor(ms / size)} ${suffix}${rest > 0 ? ` ${rest} ${smallerSuffix}` : ''}`;
}

/** `512 B`, `4.0 kB`, `1.5 MB`: decimal units, as registries and GitHub print them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
