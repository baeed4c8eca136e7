import { posix } from 'node:path';
import { ConfigurationError } from '#kit/errors';
import type { Message } from '#kit/messages';
import { readEasBuild, type EasBuild } from '#vendors/expo/builds';
import type { UploadContext } from './context.ts';
import type { Source } from './download.ts';
import { messages } from './messages.ts';

export type Platform = EasBuild['platform'];

const failedStates: ReadonlySet<string> = new Set(['ERRORED', 'CANCELED', 'PENDING_CANCEL']);
const ends: Readonly<Record<Platform, string>> = { android: '.aab', ios: '.ipa' };

interface Question {
  readonly build: EasBuild;
  readonly wanted: Platform | undefined;
  /** ms since 1970 */
  readonly now: number;
}

/** Why a build cannot be uploaded; the first that holds is told. What EAS calls otherwise one day is no finished build. */
const REFUSALS: readonly ((question: Question) => Message | undefined)[] = [
  ({ build: { id, platform }, wanted }) =>
    wanted === undefined || platform === wanted
      ? undefined
      : messages['artifact-platform'](`The EAS build ${id}`, platform, wanted),
  ({ build: { id, status, error } }) =>
    failedStates.has(status) ? messages['eas-build-failed'](id, status, error ?? 'no reason') : undefined,
  ({ build: { id, status } }) => (status === 'FINISHED' ? undefined : messages['eas-build-unfinished'](id, status)),
  ({ build: { id, expires }, now }) =>
    expires !== undefined && expires <= now
      ? messages['eas-build-expired'](id, new Date(expires).toISOString())
      : undefined,
  ({ build }) => {
    const reason = findUnfit(build);
    return reason === undefined ? undefined : messages['eas-build-unfit'](build.id, reason, build.profile ?? 'unknown');
  },
];

function findUnfit({ platform, archive, isDevelopment, isForSimulator, distribution }: EasBuild): string | undefined {
  if (isForSimulator) return 'it is for simulators';
  if (isDevelopment) return 'it is a development build';
  if (distribution === 'INTERNAL' && platform === 'ios') return 'it is for internal distribution';
  if (archive === undefined) return 'it has no archive';
  const end = /\.(?:tar\.)?[a-z]+$/i.exec(new URL(archive).pathname)?.[0].toLowerCase();
  return end === undefined || end === ends[platform] ? undefined : `its archive is no ${ends[platform]}, but a ${end}`;
}

/**
 * Where the archive of a build is. Expo gives no sum of it.
 * @param wanted the only platform that will do, where there is one
 * @throws ConfigurationError (`input-missing`, `artifact-platform`, `eas-build-…`, those of Expo), VendorError
 */
export async function findArchive(
  { inputs, http, clock, signal, environment, log }: UploadContext,
  id: string,
  wanted: Platform | undefined,
): Promise<Omit<Source, 'sha256'>> {
  const { expoToken: token } = inputs;
  if (token === undefined) throw new ConfigurationError(messages['input-missing']('expo-token', 'EAS build'));
  const build = await readEasBuild({ http: http(), clock, signal, environment, token }, id);
  const { platform, version = 'unknown', number = 'unknown', profile = 'unknown', archive = '' } = build;
  log.info(`EAS build ${id}: ${build.status}, ${platform} ${version} (${number}), profile ${profile}`);
  for (const refuse of REFUSALS) {
    const note = refuse({ build, wanted, now: clock.now() });
    if (note !== undefined) throw new ConfigurationError(note);
  }
  const { pathname } = new URL(archive);
  const name = posix.basename(pathname);
  // What is downloaded is known by the end of its name.
  return { url: archive, fileName: name.toLowerCase().endsWith(ends[platform]) ? name : `${id}${ends[platform]}` };
}
