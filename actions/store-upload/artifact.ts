import { createHash } from 'node:crypto';
import { posix, resolve } from 'node:path';
import { formatBytes } from '#kit/duration';
import { isLoopback } from '#kit/endpoints';
import { ConfigurationError, isSystemError } from '#kit/errors';
import { hashFile } from '#artifacts/file-hash';
import type { UploadContext } from './context.ts';
import { messages } from './messages.ts';

/** The file that is to be uploaded. */
export interface Artifact {
  /** Absolute. */
  readonly path: string;
  /** As messages say it: without what may be secret in a link. */
  readonly name: string;
}

/** A build of gigabytes over a slow line, in milliseconds. */
const limits = { timeoutMs: 20 * 60_000, deadlineMs: 45 * 60_000 } as const;

/**
 * The artifact where it lies, or downloaded and then the very one that was asked for: what a link gives today may be another file
 * tomorrow.
 * @throws ConfigurationError (`input-missing`, `artifact-sum`), VendorError
 */
export async function locate(context: UploadContext): Promise<Artifact> {
  const { artifact: given, artifactSha256: expected, workingDirectory } = context.inputs;
  if (/^https?:\/\//i.test(given)) return await context.log.group('Download', async () => download(context, given));
  const path = resolve(workingDirectory, given);
  if (expected !== undefined) checkSum(given, expected, await sumUp(path));
  return { path, name: given };
}

async function download({ inputs, http, log, temp, vault }: UploadContext, given: string): Promise<Artifact> {
  const { artifactSha256: expected } = inputs;
  if (expected === undefined)
    throw new ConfigurationError(messages['input-missing']('artifact-sha256', 'artifact from a URL'));
  const url = new URL(given);
  const name = `${url.origin}${url.pathname}`;
  if (url.protocol === 'http:' && !isLoopback(given)) throw new ConfigurationError(messages['artifact-in-clear'](name));
  // A signed link is a key to what it names.
  if (url.search.length > 4) vault.add('artifact', url.search.slice(1));
  const { body } = await http().request({
    vendor: url.host,
    operation: 'download the artifact',
    method: 'GET',
    url: given,
    ...limits,
  });
  log.info(`${name}: ${formatBytes(body.byteLength)}`);
  checkSum(name, expected, createHash('sha256').update(body).digest('hex'));
  return { path: temp.write(posix.basename(url.pathname), body), name };
}

/** @returns undefined for a file that cannot be read: whoever opens it says so */
async function sumUp(path: string): Promise<string | undefined> {
  try {
    return await hashFile(path);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function checkSum(name: string, expected: string, found: string | undefined): void {
  if (found === undefined || found === expected.toLowerCase()) return;
  throw new ConfigurationError(messages['artifact-sum'](name, expected, found));
}
