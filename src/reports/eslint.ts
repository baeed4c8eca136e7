export interface LintMessage {
  /** Absolute in ESLint's report; others may name it from where the tool ran. */
  readonly file: string;
  /** 1-based; 0 when the problem has no place (an ignored file, a broken configuration comment). */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  /** Absent for a file that could not be parsed. */
  readonly rule?: string;
  readonly message: string;
}

export interface LintReport {
  /** Files that were linted, also those without a problem; undefined when the format names only those with one. */
  readonly files: number | undefined;
  readonly messages: readonly LintMessage[];
}

/**
 * Reads what `eslint --format json` (9 and 10) prints.
 * @throws SyntaxError with the reason when the text is not such a report: an empty or cut report is never a clean one.
 */
export function parseLintReport(json: string): LintReport {
  if (json.trim() === '') throw new SyntaxError('the report is empty');
  const results: unknown = JSON.parse(json);
  if (!Array.isArray(results)) throw new SyntaxError('the report is not a list of files');
  const messages = results.flatMap((result: unknown, index) => {
    if (!isResult(result)) throw new SyntaxError(`entry ${index} of the report is not a file with messages`);
    return result.messages.map((message) => toMessage(result.filePath, message));
  });
  return { files: results.length, messages };
}

interface RawMessage {
  line?: number;
  column?: number;
  severity: number;
  ruleId: string | null;
  message: string;
}

interface RawResult {
  filePath: string;
  messages: RawMessage[];
}

function isResult(value: unknown): value is RawResult {
  return (
    typeof value === 'object' &&
    value !== null &&
    'filePath' in value &&
    typeof value.filePath === 'string' &&
    'messages' in value &&
    Array.isArray(value.messages)
  );
}

function toMessage(file: string, raw: RawMessage): LintMessage {
  return {
    file,
    line: raw.line ?? 0,
    column: raw.column ?? 0,
    severity: raw.severity === 1 ? 'warning' : 'error',
    message: raw.message,
    ...(raw.ruleId === null ? {} : { rule: raw.ruleId }),
  };
}
