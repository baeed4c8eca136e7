import istanbul from 'istanbul-lib-coverage';
import type { CoverageMapData, FileCoverageData } from 'istanbul-lib-coverage';
import { readCoverageMap } from './coverage.ts';

/**
 * Who counted: Istanbul's instrumented code, or V8. V8's figures come in two shapes: every line a statement, blank ones
 * and comments too (v8-to-istanbul: Jest, Vitest up to 3), or statements found in the syntax tree (Vitest from 4).
 */
export type CoverageProvider = 'babel' | 'v8-lines' | 'v8-syntax';

export interface ProviderGuess {
  readonly provider: CoverageProvider | 'mixed' | 'unknown';
  /** False when it rests on what is absent or on a detail that a newer version may change. */
  readonly certain: boolean;
  readonly because: string;
}

/**
 * Tells the provider by the shape of the map, since no map names it. The rules rest on maps recorded from Jest 29.7 and
 * 30.5 (both providers, with and without source maps) and Vitest 3.2 and 4.1 (both providers).
 * @throws SyntaxError when the value is not a coverage map.
 */
export function detectProvider(map: unknown): ProviderGuess {
  const coverageMap = readCoverageMap(map);
  const guesses = coverageMap.files().map((file) => guessOf(coverageMap.fileCoverageFor(file).data));
  const told = guesses.filter(({ provider }) => provider !== 'unknown');
  const [first] = told;
  if (first === undefined) return { provider: 'unknown', certain: false, because: 'no file of the map shows it' };
  const other = told.find(({ provider }) => provider !== first.provider);
  if (other !== undefined)
    return {
      provider: 'mixed',
      certain: first.certain && other.certain,
      because: `${first.because}, but ${other.because}`,
    };
  return told.find(({ certain }) => certain) ?? first;
}

interface Marks {
  readonly _coverageSchema?: unknown;
  readonly meta?: { readonly seen?: unknown };
  readonly all?: unknown;
}

function guessOf(data: FileCoverageData): ProviderGuess {
  const marks = data as FileCoverageData & Marks;
  if (typeof marks._coverageSchema === 'string')
    return { provider: 'babel', certain: true, because: "a file carries the mark of Istanbul's instrumenter" };
  // ast-v8-to-istanbul leaves its index of places in the map.
  if (typeof marks.meta?.seen === 'object')
    return { provider: 'v8-syntax', certain: false, because: 'a file carries the index of ast-v8-to-istanbul' };
  const statements = Object.entries(data.statementMap);
  const wholeLines = statements.every(([, { start, end }]) => end.line === start.line && start.column === 0);
  if (typeof marks.all === 'boolean' && wholeLines) {
    // Merging numbers the statements anew.
    const numbered = statements.every(([key, { start }]) => start.line === Number(key) + 1);
    return { provider: 'v8-lines', certain: numbered, because: 'every line of a file is a statement' };
  }
  // A single statement at the start of a file has the same shape by chance.
  if (statements.length === 0 || wholeLines) return { provider: 'unknown', certain: false, because: 'nothing tells' };
  return { provider: 'babel', certain: false, because: 'the statements of a file are not its lines' };
}

export type MergedCoverage = { readonly map: CoverageMapData } | { readonly refused: string };

/**
 * Adds up the maps of several runs (shards, packages, suites) of one provider. Maps of different providers are refused:
 * their statements have different places, and istanbul-lib-coverage would count both (istanbuljs/istanbuljs#531, #783).
 * The maps stay as they are.
 * @throws SyntaxError when one of the values is not a coverage map.
 */
export function mergeCoverage(maps: readonly unknown[]): MergedCoverage {
  const guesses = maps.map(detectProvider);
  const providers = new Set(guesses.map(({ provider }) => provider).filter((provider) => provider !== 'unknown'));
  if (providers.size > 1 || providers.has('mixed')) {
    const reasons = guesses.map(({ provider, because }, index) => `map ${index + 1}: ${provider} (${because})`);
    return { refused: `coverage of different providers cannot be added up; ${reasons.join('; ')}` };
  }
  const merged = istanbul.createCoverageMap();
  for (const map of maps) merged.merge(structuredClone(map) as CoverageMapData);
  return { map: merged.toJSON() };
}
