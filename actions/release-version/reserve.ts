import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, describeError, VendorError } from '#kit/errors';
import { record, text } from '#kit/shapes';
import { createRef, listRefs } from '#vendors/github/refs';
import type { GitHub } from '#vendors/github/client';
import { formatBuild, listFreeBuilds, readBuilds, type Build } from '#versions/build';
import { parseVersion, type Version } from '#versions/version';
import { messages } from './messages.ts';

export interface Reservation {
  readonly github: GitHub;
  /** Folder of refs, such as `refs/slipway/builds`. */
  readonly folder: string;
  /** Name of the app. */
  readonly release: string;
  /** YYYYMMDD. */
  readonly date: string;
  readonly commit: string;
  /** Builds that are taken, beside those that are reserved. */
  readonly taken: readonly Build[];
  readonly log: (line: string) => void;
}

/** So many answers in a row that do not say whether a number was taken; each of them costs a number. */
const mostUnknown = 3;

/**
 * Takes the next free build number of the day: the ref of a number can be made once, so of two runs at the same time one takes
 * the next. A number whose ref may have been made or not is left out: numbers are cheap, and none is used twice.
 * @throws ConfigurationError, VendorError
 */
export async function reserveBuild(reservation: Reservation): Promise<Build> {
  const { github, date, commit, log } = reservation;
  let unknown = 0;
  for (const build of listFreeBuilds(date, await listTaken(reservation))) {
    const made = await createRef(github, nameRef(reservation, build), commit);
    if (made.is === 'created') return build;
    if (made.is === 'taken') {
      log(`${formatBuild(build)} was taken by another run`);
      unknown = 0;
      continue;
    }
    log(`${formatBuild(build)} is left out: no answer of GitHub says whether it was taken`);
    unknown += 1;
    if (unknown === mostUnknown) throw made.error;
  }
  throw new ConfigurationError(messages['builds-exhausted'](date));
}

/** The number that `reserveBuild` would take first. @throws ConfigurationError, VendorError */
export async function previewBuild(reservation: Reservation): Promise<Build> {
  const [next] = listFreeBuilds(reservation.date, await listTaken(reservation));
  if (next === undefined) throw new ConfigurationError(messages['builds-exhausted'](reservation.date));
  return next;
}

function nameRef({ folder, release }: Reservation, build: Build): string {
  return `${folder}/${release}/${formatBuild(build)}`;
}

async function listTaken({ github, folder, release, date, taken }: Reservation): Promise<readonly Build[]> {
  const start = `${folder}/${release}/`.replace(/^refs\//, '');
  const refs = await listRefs(github, `${start}${date}.`);
  const reserved = readBuilds(refs.map(({ name }) => name.slice(`refs/${start}`.length)));
  return [...taken, ...reserved];
}

const packageShape = record({ version: text(100) }, 'ignored');

/** The version that package.json names. @throws ConfigurationError */
export function readPackageVersion(folder: string): Version {
  const path = join(folder, 'package.json');
  try {
    const { version } = packageShape(JSON.parse(readFileSync(path, 'utf8')), '');
    return parseVersion(version);
  } catch (error) {
    throw new ConfigurationError(messages['version-unreadable'](path, describeError(error)));
  }
}

/** What a refusal means for whoever wrote the workflow. */
export function explainReservation(error: unknown, { folder, commit }: Reservation): unknown {
  if (!(error instanceof VendorError)) return error;
  const { status, operation, body = '' } = error.details;
  const cause = { cause: error };
  if (status === 403) return new ConfigurationError(messages['token-lacks-permission'](operation, body), [], cause);
  if (status !== 422) return error;
  return /object does not exist/i.test(body)
    ? new ConfigurationError(messages['commit-not-found'](commit, body), [], cause)
    : new ConfigurationError(messages['reservations-refused'](folder, body), [], cause);
}
