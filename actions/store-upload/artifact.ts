import { resolve } from 'node:path';
import { ConfigurationError, isSystemError } from '#kit/errors';
import { hashFile } from '#artifacts/file-hash';
import type { UploadContext } from './context.ts';
import { download } from './download.ts';
import { messages } from './messages.ts';

/** A file that is to be uploaded. */
export interface Artifact {
  /** Absolute. */
  readonly path: string;
  /** As messages say it: without what may be secret in a link. */
  readonly name: string;
}

/**
 * The artifacts where they lie, or downloaded and then the very ones that were asked for: what a link gives today may be another
 * file tomorrow.
 * @throws ConfigurationError for what is missing, another file, or of another platform; VendorError
 */
export async function locate(context: UploadContext): Promise<readonly [Artifact, ...Artifact[]]> {
  const { artifact: given, artifactSha256: sums = [] } = context.inputs;
  if (sums.length > 0 && sums.length !== given.length)
    throw new ConfigurationError(messages['artifact-sums'](sums.length, given.length));
  const found: Artifact[] = [];
  for (const [index, one] of given.entries()) found.push(await locateOne(context, one, sums[index]));
  const [first, ...more] = stayTogether(found);
  const is = isIpa(first) ? 'ios' : 'android';
  const { platform: wanted = is } = context.inputs;
  if (is !== wanted) throw new ConfigurationError(messages['artifact-platform'](first.name, is, wanted));
  return [first, ...more];
}

async function locateOne(context: UploadContext, given: string, sha256: string | undefined): Promise<Artifact> {
  if (/^https?:\/\//i.test(given)) {
    if (sha256 === undefined)
      throw new ConfigurationError(messages['input-missing']('artifact-sha256', 'artifact from a URL'));
    return await context.log.group('Download', async () => download(context, { url: given, sha256 }));
  }
  const build = /^eas:(.+)$/i.exec(given)?.[1];
  if (build !== undefined) {
    const { artifact, platform } = context.inputs;
    // Only bundles for Android go together, and gigabytes are not downloaded to find out.
    const wanted = platform ?? (artifact.length > 1 ? 'android' : undefined);
    const { findArchive } = await import('./eas.ts');
    return await context.log.group('Download', async () =>
      download(context, { ...(await findArchive(context, build, wanted)), sha256 }),
    );
  }
  const path = resolve(context.inputs.workingDirectory, given);
  const found = sha256 === undefined ? undefined : await sumUp(path);
  if (sha256 !== undefined && found !== undefined && found !== sha256)
    throw new ConfigurationError(messages['artifact-sum'](given, sha256, found));
  return { path, name: given };
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

/** Only bundles of one app for several kinds of devices go together: each .ipa is a release of its own. */
function stayTogether(found: readonly Artifact[]): readonly [Artifact, ...Artifact[]] {
  const [first, ...more] = found;
  if (first === undefined) throw new RangeError('An upload has an artifact.');
  const names = found.map(({ name }) => name).join(', ');
  const ipas = found.filter(isIpa).length;
  if (ipas > 0 && more.length > 0) {
    const reason = ipas === found.length ? 'each is a release of its own' : 'they go to different stores';
    throw new ConfigurationError(messages['artifacts-apart'](names, reason));
  }
  if (found.length > 2) throw new ConfigurationError(messages['artifacts-apart'](names, 'they are more than two'));
  return [first, ...more];
}

export function isIpa({ path }: Artifact): boolean {
  return /\.ipa$/i.test(path);
}
