import { describeError } from '#kit/errors';
import { countCoverage } from '#reports/coverage';
import { detectProvider } from '#reports/provider';
import { readSources } from '#reports/source-coverage';
import type { Unread } from '../report-file.ts';
import type { ReadCoverage } from './suite.ts';

/** Reads the Istanbul map that Jest and Vitest leave in their reports. */
export function readCoverageMap(map: unknown): ReadCoverage | Unread {
  try {
    return {
      coverage: countCoverage(map),
      sources: readSources(map, (file) => file),
      provider: detectProvider(map).provider,
    };
  } catch (error) {
    return { missing: describeError(error) };
  }
}
