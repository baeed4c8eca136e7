/**
 * GitHub's patterns for branches, tags and paths:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */

/** As a regular expression for the whole name, without a leading `!`. */
export function compilePattern(pattern: string): RegExp {
  let source = '';
  for (let index = 0; index < pattern.length;) {
    const [written, length] = translate(pattern, index);
    source += written;
    index += length;
  }
  return new RegExp(`^${source}$`, 's');
}

function translate(pattern: string, index: number): readonly [source: string, length: number] {
  const rest = pattern.slice(index);
  // `**/README.md` is documented to match `README.md` at the root.
  if (rest.startsWith('**/') && (index === 0 || pattern[index - 1] === '/')) return ['(?:.*/)?', 3];
  if (rest.startsWith('**')) return ['.*', 2];
  if (rest.startsWith('*')) return ['[^/]*', 1];
  const list = /^\[[A-Za-z0-9-]+\]/.exec(rest)?.[0];
  if (list !== undefined) return [list, list.length];
  if (/^[?+]/.test(rest)) return [index === 0 ? `\\${rest.charAt(0)}` : rest.charAt(0), 1];
  if (rest.startsWith('\\') && rest.length > 1) return [escape(rest.charAt(1)), 2];
  return [escape(rest.charAt(0)), 1];
}

function escape(character: string): string {
  return /[a-z0-9_/]/i.test(character) ? character : `\\${character}`;
}

/** Patterns are tried one after the other, and `!` takes back what an earlier one said: the last that matches decides. */
export function matchesInOrder(patterns: readonly string[], name: string): boolean {
  return patterns.reduce((matched, pattern) => {
    const isNegative = pattern.startsWith('!');
    return compilePattern(isNegative ? pattern.slice(1) : pattern).test(name) ? !isNegative : matched;
  }, false);
}
