import { readFileSync } from 'node:fs';
import { describeError } from '#kit/errors';

/** A report that is not there, or not whole. */
export type Unread = { readonly missing: string } | { readonly unreadable: string };

/** Reads a report of this run. */
export function readReportFile<T>(file: string, parse: (text: string) => T): T | Unread {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { missing: describeError(error) };
  }
  try {
    return parse(text);
  } catch (error) {
    return { unreadable: describeError(error) };
  }
}
