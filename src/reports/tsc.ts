/** One diagnostic of the TypeScript compiler. `file` is as the compiler prints it: relative to where it ran. */
export interface TypeDiagnostic {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly code: string;
  /** With the indented explanations below the first line. */
  readonly message: string;
}

export interface TypeReport {
  /** Errors in the code: they have a place. */
  readonly located: readonly TypeDiagnostic[];
  /** Errors about the project or the command line: no place (TS5058, TS6053, TS18003 ...). */
  readonly global: readonly TypeDiagnostic[];
  /** Files of the project that were checked; empty unless the compiler ran with --listFiles. */
  readonly files: readonly string[];
}

// Greedy up to the last "(line,column): error TS": a path may hold parentheses and commas itself.
const locatedLine = /^(?<file>.+)\((?<line>\d+),(?<column>\d+)\): error (?<code>TS\d+): (?<message>.*)$/;
const globalLine = /^error (?<code>TS\d+): (?<message>.*)$/;

/**
 * Reads the output of `tsc --pretty false [--listFiles]` of TypeScript 5, 6 and 7. The exit code cannot tell errors in the
 * code from a broken configuration (it differs between 6 and 7); whether diagnostics have a place can.
 */
export function parseTypeReport(output: string): TypeReport {
  const diagnostics: TypeDiagnostic[] = [];
  const files: string[] = [];
  for (const line of output.split(/\r?\n/)) {
    const located = locatedLine.exec(line)?.groups;
    const global = globalLine.exec(line)?.groups;
    const last = diagnostics.at(-1);
    if (located !== undefined) {
      const { file = '', code = '', message = '' } = located;
      diagnostics.push({ file, line: Number(located['line']), column: Number(located['column']), code, message });
    } else if (global !== undefined) {
      const { code = '', message = '' } = global;
      diagnostics.push({ code, message });
    } else if (/^\s{2,}\S/.test(line) && last !== undefined) {
      diagnostics[diagnostics.length - 1] = { ...last, message: `${last.message}\n${line}` };
    } else if (/\.[cm]?[jt]sx?$/.test(line)) {
      files.push(line);
    }
  }
  return {
    located: diagnostics.filter((one) => one.file !== undefined),
    global: diagnostics.filter((one) => one.file === undefined),
    files: files.filter((file) => !/[\\/]node_modules[\\/]/.test(file)),
  };
}
