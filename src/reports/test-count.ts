/**
 * Counts the tests in a source file by its calls of `it` and `test`, without running it: skipped ones count, a table
 * (`test.each`) counts once, and what is made in a loop or by a helper is not seen. Comments and the insides of texts are
 * left out. An estimate, for the shape of a pyramid.
 */
export function countTests(source: string): number {
  const code = blankTexts(source);
  return [...code.matchAll(/(?<![\w$.])(?:it|test)(?:\.(?:only|skip|failing|concurrent|each|todo))*\s*[(`]/g)].length;
}

/**
 * Comments, texts and templates, told from one another by which begins first. A regular expression that holds a quote
 * would begin a text here, which ends with its line.
 */
const notCode = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** What is left keeps the quotes, since `test.each` may be followed by a template. */
function blankTexts(source: string): string {
  return source.replaceAll(notCode, (found) => (found.startsWith('/') ? ' ' : `${found[0] ?? ''}${found[0] ?? ''}`));
}
