import type { Outcome } from '#kit/exec';
import type { Coverage } from '#reports/coverage';
import type { ProviderGuess } from '#reports/provider';
import type { SourceCoverage } from '#reports/source-coverage';
import type { TestReport } from '#reports/test-report';
import type { UserCommand } from '../../commands.ts';
import type { Reason, SuiteName } from '../check.ts';
import type { Unread } from '../report-file.ts';

/** A suite of tests, as the inputs describe it. */
export interface Suite {
  readonly name: SuiteName;
  /** Percent that each metric of the coverage has to reach. */
  readonly threshold: number;
  /** Configuration of the runner, absolute; the runner finds its own where there is none. */
  readonly config?: string;
  /** What the user runs instead of a runner that we know. */
  readonly command?: UserCommand;
}

/** Coverage in the two forms that the gate needs: counted, and line by line. Paths are absolute. */
export interface ReadCoverage {
  readonly coverage: Coverage;
  readonly sources: readonly SourceCoverage[];
  readonly provider: ProviderGuess['provider'] | 'report';
}

/** What a runner left behind. */
export interface TestRun {
  /** What people call the runner: "Jest", "Vitest", "the command". */
  readonly runner: string;
  readonly outcome: Outcome;
  readonly report: TestReport | Unread;
  readonly coverage: ReadCoverage | Unread;
  /** With what was asked of the tool before. */
  readonly durationMs: number;
  /** What only this runner's output tells about a run whose report says that all is well. */
  readonly hidden?: Reason;
}

/** A runner that could not begin. */
export interface NotBegun {
  readonly reason: Reason;
  readonly durationMs: number;
}
