import { isRecord } from '../base/data.ts';
import { refuse } from './refusals.ts';
import type { Artifact, Release, ReleaseStatus } from './state.ts';

const DOCS = 'https://developers.google.com/android-publisher/api-ref/rest/v3/edits.tracks';

const STATUSES: readonly ReleaseStatus[] = ['draft', 'inProgress', 'halted', 'completed'];

type Body = Readonly<Record<string, unknown>>;

/** What a release must be by itself, whatever else the app holds. */
interface ShapeRule {
  readonly source: string;
  readonly broken: (release: Release, track: string) => boolean;
  readonly status?: 'INVALID_ARGUMENT' | 'PERMISSION_DENIED';
  readonly message: (release: Release) => string;
}

const isStaged = ({ status }: Release): boolean => status === 'inProgress' || status === 'halted';

/** In this order. Where Google's words are not known, docs/unverified.md says so. */
const SHAPE_RULES: readonly ShapeRule[] = [
  {
    source: `${DOCS}#Release: at least one version code`,
    broken: ({ versionCodes }) => versionCodes.length === 0,
    message: () => 'A release must contain at least one version code.',
  },
  {
    source: `${DOCS}#Release: userFraction only for inProgress and halted`,
    broken: (release) => release.userFraction !== undefined && !isStaged(release),
    message: ({ status }) => `User fraction must not be set for a release with status ${status}.`,
  },
  {
    source: `${DOCS}#Release: userFraction is needed for inProgress`,
    broken: ({ status, userFraction }) => status === 'inProgress' && userFraction === undefined,
    message: () => 'User fraction must be set for a release with status inProgress.',
  },
  {
    source: 'https://github.com/fastlane/fastlane/issues/17605',
    broken: ({ userFraction }) => userFraction !== undefined && userFraction >= 1,
    message: () => 'User fraction must be lower than one.',
  },
  {
    source: `${DOCS}#Release: 0 < userFraction`,
    // Written so that NaN is refused too.
    broken: ({ userFraction }) => userFraction !== undefined && !(userFraction > 0),
    message: () => 'User fraction must be greater than zero.',
  },
  {
    source: `${DOCS}#Release: inAppUpdatePriority 0..5`,
    broken: ({ inAppUpdatePriority = 0 }) =>
      !Number.isInteger(inAppUpdatePriority) || inAppUpdatePriority < 0 || inAppUpdatePriority > 5,
    message: () => 'In-app update priority must be between 0 and 5.',
  },
  {
    source: `${DOCS}#CountryTargeting: only for inProgress releases in production`,
    broken: ({ countryTargeting, status }, track) =>
      countryTargeting !== undefined && !(status === 'inProgress' && /^(\w+:)?production$/.test(track)),
    message: () => 'Country targeting may only be set for inProgress releases in the production track.',
  },
  {
    source: 'https://github.com/tramlinehq/tramline (play_developer/error.rb)',
    broken: ({ countryTargeting }) => countryTargeting?.countries.length === 0 && !countryTargeting.includeRestOfWorld,
    status: 'PERMISSION_DENIED',
    message: () => 'Release in track targeting no countries.',
  },
];

/** The releases of a track's body. Numbers may be texts, and null is absent, as in every body that Google reads. */
export function readReleases(body: unknown, track: string, artifacts: readonly Artifact[]): Release[] {
  if (body === undefined || body === null) return [];
  if (!Array.isArray(body) || !body.every(isRecord)) throw invalidValue('releases', body);
  const releases = body.map((release) => readRelease(release, artifacts));
  for (const release of releases) {
    const rule = SHAPE_RULES.find(({ broken }) => broken(release, track));
    if (rule !== undefined) throw refuse(rule.status ?? 'INVALID_ARGUMENT', rule.message(release));
  }
  const twice = (['completed', 'inProgress', 'halted'] as const).find(
    (status) => releases.filter((release) => release.status === status).length > 1,
  );
  // https://github.com/fastlane/fastlane/issues/28995; of the other statuses it is assumed.
  if (twice !== undefined) throw refuse('INVALID_ARGUMENT', `Only one ${twice} release is allowed.`);
  return releases;
}

function readRelease(body: Body, artifacts: readonly Artifact[]): Release {
  const { versionCodes = [], name, status, userFraction, inAppUpdatePriority, countryTargeting, releaseNotes } = body;
  const codes = readCodes(versionCodes ?? []);
  const known = codes.map((code) => artifacts.find((artifact) => artifact.versionCode === code));
  const missing = codes.filter((_, index) => known[index] === undefined);
  if (missing.length > 0) {
    throw refuse('NOT_FOUND', `The following APK version codes could not be found: ${missing.join(', ')}.`);
  }
  const found = STATUSES.find((one) => one === status);
  if (found === undefined) throw invalidValue('status', status);
  return {
    name: typeof name === 'string' && name !== '' ? name : (known[0]?.versionName ?? ''),
    versionCodes: codes,
    status: found,
    ...(userFraction == null ? {} : { userFraction: readNumber('user_fraction', userFraction) }),
    ...(inAppUpdatePriority == null
      ? {}
      : { inAppUpdatePriority: readNumber('in_app_update_priority', inAppUpdatePriority) }),
    ...(countryTargeting == null ? {} : { countryTargeting: readTargeting(countryTargeting) }),
    ...(releaseNotes == null ? {} : { releaseNotes: readNotes(releaseNotes) }),
  };
}

function readCodes(value: unknown): number[] {
  if (!Array.isArray(value)) throw invalidValue('version_codes', value);
  return value.map((code: unknown) => {
    if (!/^\d+$/.test(String(code))) throw invalidValue('version_codes', code);
    return Number(code);
  });
}

function readNumber(field: string, value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) throw invalidValue(field, value);
  return number;
}

function readTargeting(value: unknown): NonNullable<Release['countryTargeting']> {
  if (!isRecord(value)) throw invalidValue('country_targeting', value);
  const countries = Array.isArray(value['countries']) ? value['countries'].map(String) : [];
  return { countries, includeRestOfWorld: value['includeRestOfWorld'] === true };
}

function readNotes(value: unknown): NonNullable<Release['releaseNotes']> {
  if (!Array.isArray(value)) throw invalidValue('release_notes', value);
  return value.map((note: unknown) => {
    if (!isRecord(note) || typeof note['language'] !== 'string') throw invalidValue('release_notes', note);
    return { language: note['language'], text: typeof note['text'] === 'string' ? note['text'] : '' };
  });
}

/** https://cloud.google.com/apis/design/errors: the words of Google's JSON parser. */
function invalidValue(field: string, value: unknown): Error {
  return refuse(
    'INVALID_ARGUMENT',
    `Invalid value at '${field}': ${value === undefined ? 'absent' : JSON.stringify(value)}`,
  );
}

/** A release as Google writes it: what is empty is left out. */
export function renderRelease(release: Release): Record<string, unknown> {
  const { name, versionCodes, status, userFraction, releaseNotes = [], inAppUpdatePriority = 0 } = release;
  return {
    name,
    versionCodes: versionCodes.map(String),
    ...(releaseNotes.length === 0 ? {} : { releaseNotes }),
    status,
    ...(userFraction === undefined ? {} : { userFraction }),
    ...(release.countryTargeting === undefined ? {} : { countryTargeting: release.countryTargeting }),
    ...(inAppUpdatePriority === 0 ? {} : { inAppUpdatePriority }),
  };
}
