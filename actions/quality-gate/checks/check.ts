import { stripVTControlCharacters } from 'node:util';
import { formatDuration } from '#kit/duration';
import type { Command, Exec, Outcome } from '#kit/exec';
import type { Message } from '#kit/messages';
import type { Count, Coverage } from '#reports/coverage';
import type { ProviderGuess } from '#reports/provider';
import type { SourceCoverage } from '#reports/source-coverage';
import type { TestReport } from '#reports/test-report';
import type { Caches } from '../caches.ts';
import { messages } from '../messages.ts';
import { findTool } from '../package-manager.ts';
import type { ToolCommand } from '../package-manager.ts';
import type { TestRunnerChoice } from '../test-runner.ts';

/** The two suites of tests, each with coverage and a threshold of its own. */
export type SuiteName = 'tests' | 'integration';
/** What is checked in each package. */
export type PackageCheck = 'types' | 'lint' | SuiteName;
export type CheckName = PackageCheck | 'patch' | 'reports';

/** Whose fault it is that a check did not pass. */
export type Blame = 'code' | 'configuration' | 'tool';

/** What the tests of a suite came to, when their report and their coverage could be read. */
export interface Measurement {
  readonly report: TestReport;
  /** Files are absolute. */
  readonly coverage: Coverage;
  /** The same line by line; paths are absolute. */
  readonly sources: readonly SourceCoverage[];
  /** Who counted; "report" for a file in a format that does not tell. */
  readonly provider: ProviderGuess['provider'] | 'report';
  /** Percent that each metric has to reach. */
  readonly threshold: number;
}

/** Something in the code that a person has to look at. */
export interface Finding {
  /** Absolute. */
  readonly file: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly level: 'error' | 'warning' | 'notice';
  /** Rule, error code or name of the test. */
  readonly title: string;
  readonly message: string;
}

export interface Reason {
  readonly blame: Blame;
  readonly message: Message;
}

/** What a check came to. It passed only when it ran and there is no reason against it. */
export interface CheckResult {
  /** Name of the package that it looked at; empty for the workspace as a whole. */
  readonly package: string;
  readonly name: CheckName;
  /** True when an earlier check of the package did not pass and the order is `gated`. */
  readonly notRun?: true;
  readonly reasons: readonly Reason[];
  readonly findings: readonly Finding[];
  readonly durationMs: number;
  /** What was looked at, for the table: "42 files", "118 tests in 12 files". */
  readonly extent: string;
  /** Of a suite of tests. */
  readonly measured?: Measurement;
  /** What does not stop the gate and should be known. */
  readonly warnings?: readonly Message[];
  /** Changed lines, of the check of the patch. */
  readonly patch?: Count;
}

/** Packages that were looked at; checks of the workspace as a whole belong to none. */
export function countPackages(results: readonly CheckResult[]): number {
  return new Set(results.map((result) => result.package).filter((name) => name !== '')).size;
}

export type Measured = CheckResult & { readonly measured: Measurement };

/** The suites that came to figures. */
export function measuredIn(results: readonly CheckResult[]): readonly Measured[] {
  return results.filter((result): result is Measured => result.measured !== undefined);
}

/** A check that has not even looked. */
export function nothingSeen(of: string, name: CheckName, reasons: readonly Reason[], durationMs = 0): CheckResult {
  return { package: of, name, reasons, findings: [], durationMs, extent: 'nothing' };
}

/** What a check needs of the world. */
export interface CheckContext {
  readonly exec: Exec;
  readonly package: string;
  readonly folder: string;
  /** Before each line of the log: the check, and the package when there are several. */
  readonly label: (name: CheckName) => string;
  /** The tools are searched from `folder` up to here. */
  readonly workspace: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** A new folder of this run: a report in it cannot be an old one. */
  readonly reports: string;
  readonly caches: Caches;
  readonly testRunner: TestRunnerChoice;
  /** Says something in the log that no check's result holds. */
  readonly note: (line: string) => void;
}

/** A tool of the package under check. */
export function toolOf(context: CheckContext, name: string): ToolCommand {
  return findTool(name, context.folder, context.workspace, context.environment);
}

export function commandFor(
  context: CheckContext,
  name: CheckName,
  tool: ToolCommand,
  args: readonly string[],
): Command {
  return {
    name: context.label(name),
    file: tool.file,
    args: [...tool.prefix, ...args],
    cwd: context.folder,
    env: context.environment,
    timeoutMs: context.timeoutMs,
  };
}

/** A command that the user wrote, in the shell that GitHub's runner would give it. */
export function shellCommand(context: CheckContext, name: CheckName, text: string): Command {
  return commandFor(context, name, { file: 'bash', prefix: ['-eo', 'pipefail', '-c'] }, [text]);
}

/**
 * The reason when a command did not come to its own end. Checked before its output is looked at: a report that a killed
 * command left behind may be whole and still not be the last word.
 */
export function brokenEnd(name: CheckName, outcome: Outcome, timeoutMs: number): Reason | undefined {
  const { end } = outcome;
  const heapIsFull = outcome.tail.some((line) => /JavaScript heap out of memory|Allocation failed/.test(line));
  const tool = (message: Message): Reason => ({ blame: 'tool', message });
  if (end.kind === 'timed-out') return tool(messages['check-timed-out'](name, formatDuration(timeoutMs)));
  if (end.kind === 'not-started') return tool(messages['check-crashed'](name, 'not started', end.reason));
  if (heapIsFull && !(end.kind === 'exited' && end.code === 0)) return tool(messages['check-out-of-memory'](name));
  if (end.kind === 'killed') return tool(messages['check-killed'](name, end.signal));
  return undefined;
}

/** The most telling of the last lines: the first that names an error, else one that speaks of it, else the last one. */
export function tellingLine(tail: readonly string[]): string {
  const lines = tail.map((line) => stripVTControlCharacters(line).trim()).filter((line) => line !== '');
  return (
    lines.find((line) => /^\W*(?:\w*Error|error|fatal)\b.*\S/i.test(line)) ??
    lines.find((line) => /error|cannot|couldn't|could not|not found|invalid|unknown/i.test(line)) ??
    lines.at(-1) ??
    'nothing'
  );
}
