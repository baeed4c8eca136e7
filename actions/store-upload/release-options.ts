import { parse } from 'yaml';
import { describeError } from '#kit/errors';

/** Of the App Store, https://developer.apple.com/help/app-store-connect/reference/platform-version-information; Google Play takes fewer. */
const mostCharacters = 4_000;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?$/;

/** @throws SyntaxError for anything but a share above 0 and below 1: 1 is everybody, which is no rollout */
export function parseFraction(text: string): number {
  const fraction = /^0?\.\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (fraction > 0 && fraction < 1) return fraction;
  if (/^(1(\.0*)?|100\s*%)$/.test(text)) throw new SyntaxError('everybody is no share: leave "rollout" out');
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text)?.[1];
  const meant = percent === undefined ? '' : `; did you mean "${Number(percent) / 100}"?`;
  throw new SyntaxError(`it is no share above 0 and below 1${meant}`);
}

/** The same, or 1 for everybody, who are what is left out elsewhere. @throws SyntaxError */
export function parseWearFraction(text: string): number {
  return text === '1' ? 1 : parseFraction(text);
}

/** Release notes by language, as a map in YAML. @throws SyntaxError */
export function parseNotes(text: string): Readonly<Record<string, string>> {
  let read: unknown;
  try {
    read = parse(text);
  } catch (error) {
    throw new SyntaxError(describeError(error), { cause: error });
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new SyntaxError('it is no map from languages to texts');
  return Object.fromEntries(Object.entries(read).map(([language, note]) => [language, readNote(language, note)]));
}

function readNote(language: string, note: unknown): string {
  if (!LANGUAGE.test(language)) throw new SyntaxError(`"${language}" is no language such as en-US`);
  if (typeof note !== 'string' || note.trim() === '') throw new SyntaxError(`${language} has no text`);
  // By code points: what Google counts is not said, and this is what people take for characters.
  const length = Array.from(note.trim()).length;
  if (length > mostCharacters)
    throw new SyntaxError(`the text for ${language} has ${length} characters, and ${mostCharacters} are the most`);
  return note.trim();
}
