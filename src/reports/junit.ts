import { placeIn } from './jest.ts';
import { groupSorted } from './sorting.ts';
import type { FailedTest, TestCase, TestReport } from './test-report.ts';
import { parseXml } from '#kit/xml-reader';
import type { XmlElement } from '#kit/xml-reader';
import { writeXml } from './xml-writer.ts';
import type { XmlNode } from './xml-writer.ts';

/** How a file that could not be run is named, since JUnit knows failures of tests only. */
const wholeFile = 'the test file could not be run';

/**
 * Writes JUnit's XML, one suite per test file, sorted; tests stay in their order. There is no schema of JUnit's own: the
 * shape is the one that GitLab, Jenkins, Codecov and Datadog have in common.
 * @param pathOf maps the path of a test file to what the report shall show
 */
export function writeJunit(report: TestReport, name: string, pathOf: (file: string) => string): string {
  const suites = groupSorted(report.cases, ({ file }) => pathOf(file));
  const root: XmlNode = {
    name: 'testsuites',
    attributes: { name, ...sumUp(report.cases) },
    content: suites.map(([file, cases]) => ({
      name: 'testsuite',
      attributes: { name: file, ...sumUp(cases), file },
      content: cases.map((one) => writeCase(one, file)),
    })),
  };
  return writeXml(root);
}

function sumUp(cases: readonly TestCase[]): Record<string, number | string> {
  const count = (wanted: (one: TestCase) => boolean): number => cases.filter(wanted).length;
  return {
    tests: cases.length,
    failures: count(({ outcome, name }) => outcome === 'failed' && name !== undefined),
    errors: count(({ outcome, name }) => outcome === 'failed' && name === undefined),
    skipped: count(({ outcome }) => outcome === 'skipped'),
    time: inSeconds(cases.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0)),
  };
}

function writeCase({ name, outcome, durationMs, message = '' }: TestCase, file: string): XmlNode {
  const attributes = {
    name: name ?? wholeFile,
    classname: file,
    file,
    time: durationMs === undefined ? undefined : inSeconds(durationMs),
  };
  if (outcome === 'skipped') return { name: 'testcase', attributes, content: [{ name: 'skipped' }] };
  if (outcome === 'passed') return { name: 'testcase', attributes };
  const failure = { message: message.split('\n', 1)[0], type: name === undefined ? 'Error' : 'AssertionError' };
  return {
    name: 'testcase',
    attributes,
    content: [{ name: name === undefined ? 'error' : 'failure', attributes: failure, content: message }],
  };
}

function inSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/**
 * Reads JUnit's XML of any writer. Tests, failures and skips are counted from the elements; the sums in the attributes only
 * show that something is missing.
 * @throws SyntaxError when it is empty, cut off or something else, or when a suite says that it has more tests, failures
 *   or errors than it lists.
 */
export function parseJunit(text: string): TestReport {
  const root = parseXml(text);
  if (root.name !== 'testsuites' && root.name !== 'testsuite')
    throw new SyntaxError(`the root is <${root.name}> and neither <testsuites> nor <testsuite>`);
  const cases = readSuite(root, '');
  const named = cases.filter(({ name }) => name !== undefined);
  const failed = cases.filter(({ outcome }) => outcome === 'failed');
  const count = (wanted: TestCase['outcome']): number => named.filter(({ outcome }) => outcome === wanted).length;
  return {
    suites: new Set(cases.map(({ file }) => file)).size,
    total: named.length,
    passed: count('passed'),
    failed: failed.map(toFailure),
    skipped: count('skipped'),
    cases,
    interrupted: false,
    coverageMap: undefined,
  };
}

function toFailure({ file, name, message = '' }: TestCase): FailedTest {
  const place = file === '' ? {} : placeIn(file, message);
  return { file, message, ...(name === undefined ? {} : { name }), ...place };
}

/** Suites may lie in suites; a sum then covers what is inside. */
function readSuite(suite: XmlElement, outerFile: string): readonly TestCase[] {
  const file = fileOf(suite, 'name') ?? outerFile;
  const cases = suite.children.flatMap((child): readonly TestCase[] => {
    if (child.name === 'testsuite') return readSuite(child, file);
    if (child.name === 'testcase') return [readCase(child, file)];
    // A failure of the suite itself, as of its set-up.
    return isFailure(child) ? [{ file, outcome: 'failed', message: messageOf(child) }] : [];
  });
  checkSums(suite, cases);
  return cases;
}

function readCase(element: XmlElement, suiteFile: string): TestCase {
  const failures = element.children.filter(isFailure);
  const skipped = element.children.some(({ name }) => name === 'skipped');
  const name = element.attributes.get('name') ?? '';
  if (name === '') throw new SyntaxError(`line ${element.line}: a test has no name`);
  const whole = name === wholeFile && failures.some((failure) => failure.name === 'error');
  const seconds = Number(element.attributes.get('time')?.replaceAll(',', ''));
  return {
    file: element.attributes.get('file') ?? (suiteFile === '' ? (fileOf(element, 'classname') ?? '') : suiteFile),
    ...(whole ? {} : { name }),
    // A test that failed and was skipped failed. Failures of a run that was repeated have other names (flakyFailure).
    outcome: failures.length > 0 ? 'failed' : skipped ? 'skipped' : 'passed',
    ...(Number.isFinite(seconds) ? { durationMs: Math.round(seconds * 1000) } : {}),
    ...(failures.length > 0 ? { message: failures.map(messageOf).join('\n') } : {}),
  };
}

function isFailure({ name }: XmlElement): boolean {
  return name === 'failure' || name === 'error';
}

/** The text has the stack, and usually the message at its head. */
function messageOf({ text, attributes }: XmlElement): string {
  return text.trim() === '' ? (attributes.get('message') ?? '') : text.trim();
}

/** Many writers know no attribute for the file and put it elsewhere. */
function fileOf({ attributes }: XmlElement, elsewhere: string): string | undefined {
  const other = attributes.get(elsewhere) ?? '';
  return attributes.get('file') ?? (/\.[cm]?[jt]sx?$/.test(other) ? other : undefined);
}

function checkSums(suite: XmlElement, cases: readonly TestCase[]): void {
  const sum = (name: string): number => {
    const value = suite.attributes.get(name) ?? '0';
    if (!/^\d+$/.test(value)) throw new SyntaxError(`line ${suite.line}: ${name} is "${value}" and no count`);
    return Number(value);
  };
  const failed = cases.filter(({ outcome }) => outcome === 'failed').length;
  if (sum('tests') > cases.length)
    throw new SyntaxError(
      `line ${suite.line}: the suite says that it has ${sum('tests')} tests and lists ${cases.length}`,
    );
  if (sum('failures') + sum('errors') > failed)
    throw new SyntaxError(
      `line ${suite.line}: the suite says that it has ${sum('failures') + sum('errors')} failures and lists ${failed}`,
    );
}
