import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testWith } from '../support/required.ts';
import { root } from '../support/scenario.ts';
import type { Scenario } from '../support/scenario.ts';

/** How a stand-in tool behaves: what it prints and writes, and how it ends. */
export interface StandIn {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exit?: number;
  /** Ends itself by a signal instead. */
  readonly signal?: string;
  /** Never ends. */
  readonly hangs?: boolean;
  /** Jest's report: an object, or a text that is written as it is. Absent: no report is written. */
  readonly report?: unknown;
  /** Printed for `--showConfig`; of Vitest what `resolveConfig` gives. A text is an error instead. */
  readonly config?: unknown;
  /** Another behaviour where the runner is given this configuration. */
  readonly ofConfig?: Readonly<Record<string, StandIn>>;
}

export interface StandIns {
  readonly tsc?: StandIn | null;
  readonly eslint?: StandIn | null;
  readonly jest?: StandIn | null;
  readonly vitest?: StandIn | null;
}

const script = `#!/usr/bin/env node
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
const { basename } = require('node:path');
// Where the workspace is, nobody knows when the plan is written.
const given = JSON.parse(readFileSync(__filename + '.json', 'utf8').replaceAll('WORKSPACE', process.cwd()));
const args = process.argv.slice(2);
const config = args.includes('--config') ? basename(args[args.indexOf('--config') + 1]) : '';
const plan = { ...given, ...given.ofConfig?.[config] };
if (args.includes('--showConfig')) {
  process.stdout.write(typeof plan.config === 'string' ? plan.config : JSON.stringify(plan.config));
  process.exit(typeof plan.config === 'string' ? 1 : 0);
}
const vitestFile = args.find((one) => one.startsWith('--outputFile.json='))?.slice('--outputFile.json='.length);
const file = vitestFile ?? args[args.indexOf('--outputFile') + 1];
appendFileSync(__filename + '.runs', JSON.stringify(args) + '\\n');
if (plan.report != null) writeFileSync(file, typeof plan.report === 'string' ? plan.report : JSON.stringify(plan.report));
const lintReport = args.indexOf('--output-file');
// ESLint writes its report even where there is nothing to say, and none when it could not lint.
if (lintReport >= 0 && plan.stdout !== undefined) writeFileSync(args[lintReport + 1], plan.stdout);
else process.stdout.write(plan.stdout ?? '');
process.stderr.write(plan.stderr ?? '');
if (plan.hangs) setInterval(() => {}, 1000);
else if (plan.signal) process.kill(process.pid, plan.signal);
else process.exitCode = plan.exit ?? 0;
`;

/** Everything as a healthy project gives it; a row of a test changes one thing. */
export const healthy = {
  tsc: { stdout: 'node_modules/typescript/lib/lib.d.ts\nsrc/a.ts\n' },
  eslint: { stdout: '[{"filePath":"/w/src/a.ts","messages":[]}]' },
  jest: { config: { globalConfig: { collectCoverageFrom: ['src/**'] }, configs: [] }, report: jestReport({}) },
  vitest: { config: { coverage: { include: ['src/**'] } }, report: vitestReport({}) },
} as const satisfies StandIns;

/** A project whose tools are stand-ins: each answers as the real one was recorded, in a fraction of its time. */
export function standInProject(tools: StandIns, more: Partial<Scenario> = {}): Scenario {
  return {
    inputs: {},
    ...more,
    prepare: (workspace) => {
      installStandIns(workspace, tools);
    },
  };
}

/** Several packages in one workspace, by folder. */
export function standInMonorepo(packages: Readonly<Record<string, StandIns>>, more: Partial<Scenario> = {}): Scenario {
  return {
    ...more,
    inputs: { 'working-directory': Object.keys(packages).join('\n'), ...more.inputs },
    prepare: (workspace) => {
      for (const [folder, tools] of Object.entries(packages)) installStandIns(join(workspace, folder), tools);
    },
  };
}

function installStandIns(folder: string, tools: StandIns): void {
  const bin = join(folder, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  for (const [name, plan] of Object.entries({ ...healthy, ...tools })) {
    if (plan === null) continue;
    writeFileSync(join(bin, name), script);
    chmodSync(join(bin, name), 0o755);
    writeFileSync(join(bin, `${name}.json`), JSON.stringify(plan));
  }
  installVitestModule(folder, { ...healthy, ...tools }.vitest?.config);
}

/** Vitest is asked for its configuration by import, as version 5 answers. */
function installVitestModule(folder: string, config: unknown): void {
  const module = join(folder, 'node_modules/vitest');
  mkdirSync(module, { recursive: true });
  writeFileSync(
    join(module, 'package.json'),
    '{ "name": "vitest", "type": "module", "exports": { "./node": "./node.js" } }',
  );
  const answer =
    typeof config === 'string'
      ? `throw new Error(${JSON.stringify(config)})`
      : `return { test: ${JSON.stringify(config)} }`;
  writeFileSync(
    join(module, 'node.js'),
    `export const version = '5.1.1';\nexport const resolveConfig = async () => { ${answer}; };\n`,
  );
}

/** The arguments of each run of a stand-in, those of questions about the configuration left out. */
export function runsOf(workspace: string, tool: string): readonly (readonly string[])[] {
  const lines = readFileSync(join(workspace, 'node_modules/.bin', `${tool}.runs`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as string[]);
}

/** A project with the real tools that this repository has installed (TypeScript 7, ESLint 10, Jest 30), or with a set of others. */
export function realProject(
  files: Readonly<Record<string, string>>,
  { set, ...more }: Partial<Scenario> & { readonly set?: string } = {},
): Scenario {
  return {
    inputs: {},
    ...more,
    files: { ...realFiles, ...files },
    prepare(workspace) {
      const bin = join(workspace, 'node_modules/.bin');
      mkdirSync(bin, { recursive: true });
      const modules = set === undefined ? join(root, 'node_modules') : join(toolSet(set), 'node_modules');
      const tools = set === undefined ? realTools : toolsOf(set);
      for (const [name, script] of Object.entries(tools)) symlinkSync(join(modules, script), join(bin, name));
    },
  };
}

/** A test that needs a set of tools: skipped with the reason where it is not installed, unless CI requires it. */
export function testWithTools(set: string): ReturnType<typeof testWith> {
  const installed = existsSync(join(toolSet(set), 'node_modules/.bin/tsc'));
  return testWith('tool-sets', installed ? undefined : `run "npm ci" in __tests__/tool-sets/${set}`);
}

/** A folder with a lockfile of its own, so that several versions of the same tools can be had. */
export function toolSet(name: string): string {
  return join(root, '__tests__/tool-sets', name);
}

function toolsOf(set: string): Readonly<Record<string, string>> {
  const { jest, ...others } = { ...realTools, tsc: 'typescript/bin/tsc' };
  return set === 'vitest' ? { ...others, vitest: 'vitest/vitest.mjs' } : { ...others, jest };
}

/** By name of the package: `.bin/tsc` of this repository may be that of TypeScript 6. */
const realTools = { tsc: 'typescript7/bin/tsc', eslint: 'eslint/bin/eslint.js', jest: 'jest/bin/jest.js' };

/** A whole small project in which everything passes, with 4 of 5 lines covered: exactly 80 %. */
const realFiles: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "app" }',
  'tsconfig.json':
    '{ "compilerOptions": { "allowJs": true, "checkJs": true, "strict": true, "noEmit": true, "types": [], "module": "nodenext" }, "include": ["src"] }',
  'eslint.config.js': "module.exports = [{ rules: { 'no-unused-vars': 'error', 'no-console': 'warn' } }];\n",
  'jest.config.js': "module.exports = { collectCoverageFrom: ['src/**/*.js'] };\n",
  'src/add.js': [
    '/** @param {number} a @param {number} b */',
    'exports.add = (a, b) => {',
    '  const sum = a + b;',
    '  return sum;',
    '};',
    'exports.unused = () => {};',
    'exports.twice = /** @param {number} a */ (a) => exports.add(a, a);',
    '',
  ].join('\n'),
  'test/add.test.js':
    "/* global test, expect */\nconst { add, twice, unused } = require('../src/add.js');\ntest('adds', () => { unused(); expect(add(1, twice(1))).toBe(3); });\n",
};

interface ReportParts {
  readonly total?: number;
  readonly passed?: number;
  readonly failed?: readonly object[];
  readonly interrupted?: boolean;
  readonly coverageMap?: unknown;
}

/** A report as Jest 30 writes it. */
export function jestReport({
  total = 1,
  passed = 1,
  failed = [],
  interrupted = false,
  coverageMap = coverageOf(5, 5),
}: ReportParts): object {
  return {
    numTotalTests: total,
    numPassedTests: passed,
    numFailedTests: failed.length,
    numPendingTests: total - passed - failed.length,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    wasInterrupted: interrupted,
    testResults: [
      {
        name: '/w/test/a.test.js',
        status: failed.length > 0 ? 'failed' : 'passed',
        message: '',
        assertionResults: failed,
      },
    ],
    ...(coverageMap === null ? {} : { coverageMap }),
  };
}

/** A report as Vitest 5 writes it. */
export function vitestReport({ passed = 1, success = true, coverageMap = coverageOf(5, 5) }): object {
  const cases = Array.from({ length: passed }, (_, index) => ({
    ancestorTitles: [],
    fullName: `works ${index}`,
    title: `works ${index}`,
    status: 'passed',
    duration: 1,
    failureMessages: [],
  }));
  return {
    numTotalTestSuites: 1,
    numTotalTests: passed,
    numPassedTests: passed,
    numFailedTests: 0,
    success,
    testResults:
      passed === 0 ? [] : [{ name: '/w/test/a.test.js', status: 'passed', message: '', assertionResults: cases }],
    coverageMap,
  };
}

/** The ids that commands.test.ts and integration.test.ts produce, each by a row of its own. */
export const commandReasons = ['report-stale', 'coverage-lines-only', 'integration-config-missing'] as const;

/** The ids that patch.test.ts produces, each by a row of its own; it fails when one of them has none. */
export const patchReasons = ['patch-below', 'patch-base-missing', 'patch-unreadable'] as const;

/** An Istanbul map of one file with a statement on each of its `total` lines, of which those in `ran` ran. */
export function coverageOfLines(ran: readonly number[], total: number, file: string): object {
  const lines = Array.from({ length: total }, (_, index) => index + 1);
  return {
    [file]: {
      path: file,
      statementMap: Object.fromEntries(
        lines.map((line) => [line, { start: { line, column: 0 }, end: { line, column: 9 } }]),
      ),
      fnMap: {},
      branchMap: {},
      s: Object.fromEntries(lines.map((line) => [line, ran.includes(line) ? 1 : 0])),
      f: {},
      b: {},
    },
  };
}

/** An Istanbul map of one file with `total` statements on lines of their own, of which the first `covered` ran. */
export function coverageOf(covered: number, total: number, file = '/w/src/a.js'): object {
  const indices = Array.from({ length: total }, (_, index) => index);
  return {
    [file]: {
      path: file,
      statementMap: Object.fromEntries(
        indices.map((index) => [index, { start: { line: index + 1, column: 0 }, end: { line: index + 1, column: 9 } }]),
      ),
      fnMap: {},
      branchMap: {},
      s: Object.fromEntries(indices.map((index) => [index, index < covered ? 1 : 0])),
      f: {},
      b: {},
    },
  };
}

/** A configuration of ESLint with one rule that asks for types, of what lies in other files. */
export const typedLint = `
const tseslint = require('typescript-eslint');
module.exports = [{
  files: ['src/**/*.ts'],
  languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
  plugins: { '@typescript-eslint': tseslint.plugin },
  rules: { '@typescript-eslint/no-floating-promises': 'error' },
}];
`;
