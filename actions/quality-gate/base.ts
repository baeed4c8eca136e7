import type { Baseline } from '#reports/baseline';

/** The figures that a run is compared with, and how many commits before it they were measured; or why there are none. */
export type Base =
  { readonly baseline: Baseline; readonly commit: string; readonly distance: number } | { readonly none: string };
