import type { Baseline } from '#reports/baseline';
import type { BaselineSearch } from '#vendors/github/baseline';

/** The figures that a run is compared with, and how many commits before it they were measured; or why there are none. */
export type Base = BaselineSearch<Baseline>;
