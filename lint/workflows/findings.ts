/** One thing that is wrong at one place. Lines and columns count from 1. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
  /** What to write instead. */
  readonly cure: string;
}

const byText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

/** In the order in which a person works through them: file, line, column, rule. An anchor and its aliases count once. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const distinct = new Map(findings.map((finding) => [formatFinding(finding), finding]));
  return [...distinct.values()].sort(
    (left, right) =>
      byText(left.file, right.file) ||
      left.line - right.line ||
      left.column - right.column ||
      byText(left.rule, right.rule) ||
      byText(left.message, right.message),
  );
}

/** For a terminal: the place (which editors open), the rule, what is wrong, and what to do. */
export function formatFinding({ file, line, column, rule, message, cure }: Finding): string {
  return `${file}:${line}:${column}  ${rule}  ${message}\n    ${cure}`;
}

const escapes: readonly (readonly [RegExp, string])[] = [
  [/%/g, '%25'],
  [/\r/g, '%0D'],
  [/\n/g, '%0A'],
];
const propertyEscapes: typeof escapes = [...escapes, [/:/g, '%3A'], [/,/g, '%2C']];
const escape = (text: string, table: typeof escapes): string =>
  table.reduce((escaped, [from, to]) => escaped.replace(from, to), text);

/** For the runner: a command that becomes an annotation. Source: actions/toolkit, core/src/command.ts. */
export function formatAnnotation({ file, line, column, rule, message, cure }: Finding): string {
  const path = escape(file, propertyEscapes);
  return `::error file=${path},line=${line},col=${column},title=${escape(rule, propertyEscapes)}::${escape(`${message}: ${cure}`, escapes)}`;
}
