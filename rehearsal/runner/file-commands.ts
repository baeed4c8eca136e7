/**
 * Reads a file of the runner's file commands (output, env, state): `name=value`, or a heredoc for several lines. The last
 * value of a name counts. The rules and messages follow actions/runner, FileCommandManager.
 * @throws Error for a line that is neither, as the runner fails the step.
 */
export function parseFileCommands(text: string): Map<string, string> {
  const values = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2);
      const end = lines.indexOf(delimiter, index + 1);
      if (delimiter === '' || end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
      values.set(line.slice(0, heredoc), lines.slice(index + 1, end).join('\n'));
      index = end;
    } else if (equals > 0) {
      values.set(line.slice(0, equals), line.slice(equals + 1));
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
  return values;
}
