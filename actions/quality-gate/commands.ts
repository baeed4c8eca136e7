import { LineCounter, parseDocument } from 'yaml';
import { suggest } from '#kit/suggest';
import type { PackageCheck } from './checks/check.ts';

/** What the user runs instead of a tool that we know. Paths are relative to the package. */
export interface UserCommand {
  readonly run: string;
  /** The report that it leaves: of lint in ESLint's JSON or Checkstyle's XML, of tests in JUnit's XML or Jest's or Vitest's JSON. */
  readonly report?: string;
  /** Coverage in LCOV, Cobertura's XML or Istanbul's JSON. */
  readonly coverage?: string;
}

export type Commands = Readonly<Partial<Record<PackageCheck, UserCommand>>>;

/** What each check's command has to leave behind: without it a pass could not be told from a run that did nothing. */
const needs: Readonly<Record<PackageCheck, readonly (keyof UserCommand)[]>> = {
  types: ['run'],
  lint: ['run', 'report'],
  tests: ['run', 'report', 'coverage'],
  integration: ['run', 'report', 'coverage'],
};

export const commandsExample = '{ lint: { run: "npx oxlint --format checkstyle > lint.xml", report: lint.xml } }';

/**
 * Reads the input `commands`, a map in YAML.
 * @throws SyntaxError with the line where it has one, and every problem at once.
 */
export function parseCommands(text: string): Commands {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new SyntaxError(`line ${line}, column ${col}: ${error.message}`);
  }
  const value: unknown = document.toJS();
  if (!isRecord(value)) throw new SyntaxError('it is no map from a check to its command');
  const problems: string[] = [];
  const commands = Object.entries(value).map(([name, one]) => [name, readCommand(name, one, problems)]);
  if (problems.length > 0) throw new SyntaxError(problems.join('; '));
  return Object.fromEntries(commands) as Commands;
}

function readCommand(name: string, value: unknown, problems: string[]): UserCommand | undefined {
  const checks = Object.keys(needs);
  if (!isCheck(name)) {
    const near = suggest(name, checks);
    problems.push(`there is no check "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}`);
    return undefined;
  }
  const command: unknown = typeof value === 'string' ? { run: value } : value;
  if (!isRecord(command)) {
    problems.push(`"${name}" is neither a command nor a map with "run"`);
    return undefined;
  }
  const known = needs[name];
  for (const key of Object.keys(command)) {
    if (!known.some((one) => one === key))
      problems.push(`"${name}" has no "${key}"; it takes ${known.map((one) => `"${one}"`).join(', ')}`);
  }
  for (const key of known) {
    const given = command[key];
    if (typeof given !== 'string' || given.trim() === '') problems.push(`"${name}" needs "${key}", a text`);
  }
  return command as unknown as UserCommand;
}

function isCheck(name: string): name is PackageCheck {
  return Object.hasOwn(needs, name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
