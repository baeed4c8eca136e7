import type { LintMessage, LintReport } from './eslint.ts';
import { parseXml } from '#kit/xml-reader';
import type { XmlElement } from '#kit/xml-reader';

/**
 * Reads Checkstyle's XML, which Oxlint, Biome, detekt and most linters can write. Only files with a problem are named in
 * many of them, so how many were linted stays unknown. Everything that is not "info" or below is a problem.
 * @throws SyntaxError with the number of the line when it is empty, cut off or something else.
 */
export function parseCheckstyle(text: string): LintReport {
  const root = parseXml(text);
  if (root.name !== 'checkstyle') throw new SyntaxError(`the root is <${root.name}> and not <checkstyle>`);
  const files = root.children.filter(({ name }) => name === 'file');
  const messages = files.flatMap((file) => {
    const path = file.attributes.get('name') ?? '';
    if (path === '') throw new SyntaxError(`line ${file.line}: a file has no name`);
    return file.children.filter(({ name }) => name === 'error').flatMap((error) => readProblem(path, error));
  });
  return { files: undefined, messages };
}

const ignored = ['info', 'ignore'];

function readProblem(file: string, { attributes, line }: XmlElement): readonly LintMessage[] {
  const severity = attributes.get('severity') ?? 'error';
  if (ignored.includes(severity)) return [];
  const rule = attributes.get('source') ?? '';
  return [
    {
      file,
      line: readNumber(attributes.get('line') ?? '0', line),
      column: readNumber(attributes.get('column') ?? '0', line),
      severity: severity === 'warning' ? 'warning' : 'error',
      message: attributes.get('message') ?? '',
      ...(rule === '' ? {} : { rule }),
    },
  ];
}

function readNumber(text: string, line: number): number {
  if (!/^\d+$/.test(text)) throw new SyntaxError(`line ${line}: "${text}" is no place in a file`);
  return Number(text);
}
