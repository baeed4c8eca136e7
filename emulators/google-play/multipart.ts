import { refuse } from './refusals.ts';

/**
 * The bytes of the file in a body of two parts, the first of which describes it.
 * https://developers.google.com/drive/api/guides/manage-uploads#multipart
 */
export function readMultipart(raw: Buffer, contentType = ''): Buffer {
  const [, quoted, plain] = /^multipart\/related\b.*?;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw refuse('INVALID_ARGUMENT', `Expected multipart/related, not ${contentType}.`);
  const parts = splitAt(Buffer.concat([Buffer.from('\r\n'), raw]), Buffer.from(`\r\n--${boundary}`)).slice(1);
  const isClosed = parts.at(-1)?.subarray(0, 2).toString() === '--';
  const file = parts[1];
  const head = file?.indexOf('\r\n\r\n') ?? -1;
  if (!isClosed || parts.length !== 3 || file === undefined || head < 0) {
    throw refuse('INVALID_ARGUMENT', 'Malformed multipart body.');
  }
  return file.subarray(head + 4);
}

function splitAt(whole: Buffer, mark: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = whole.indexOf(mark); at >= 0; at = whole.indexOf(mark, from)) {
    parts.push(whole.subarray(from, at));
    from = at + mark.length;
  }
  return [...parts, whole.subarray(from)];
}
