const PATH = /^(?!https?:\/\/|eas:).*\.(ipa|aab)$/i;
const ADDRESS = /^https?:\/\/[^\s/]+\/[^\s?#]+\.(ipa|aab)(\?\S*)?$/i;
const EAS = /^eas:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Artifacts, one a line: a comma may stand in a path. @throws SyntaxError */
export function parseArtifacts(text: string): readonly string[] {
  const lines = splitLines(text);
  for (const line of lines)
    if (![PATH, ADDRESS, EAS].some((form) => form.test(line)))
      throw new SyntaxError(lines.length === 1 ? 'it does not have this form' : `"${line}" does not have this form`);
  const twice = lines.find((line, index) => lines.indexOf(line) !== index);
  if (twice !== undefined) throw new SyntaxError(`"${twice}" stands there twice`);
  return lines;
}

/** The sum of each artifact, in their order. @throws SyntaxError */
export function parseSums(text: string): readonly string[] {
  const lines = splitLines(text);
  if (lines.every((line) => /^[0-9a-fA-F]{64}$/.test(line))) return lines.map((line) => line.toLowerCase());
  throw new SyntaxError('it does not have this form');
}

function splitLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
