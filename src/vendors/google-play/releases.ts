import { list, number, oneOf, optional, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';

/** https://developers.google.com/android-publisher/api-ref/rest/v3/edits.tracks#Status */
export type ReleaseStatus = 'draft' | 'inProgress' | 'halted' | 'completed';

export interface ReleaseNote {
  /** BCP 47: "en-US". */
  readonly language: string;
  /** At most 500 characters. */
  readonly text: string;
}

/** One release of a track. */
export interface TrackRelease {
  readonly name: string;
  /** Version codes of its bundles, retained ones among them; the highest says which release it is. */
  readonly versionCodes: readonly number[];
  readonly status: ReleaseStatus;
  /** Share of users, above 0 and below 1; null unless it is in progress or was halted in the middle. */
  readonly fraction: number | null;
  /** 0 to 5: https://developer.android.com/guide/playcore/in-app-updates */
  readonly priority: number;
  readonly notes: readonly ReleaseNote[];
  /** Where it is restricted to; null for wherever the track is available. */
  readonly countries: { readonly codes: readonly string[]; readonly restOfWorld: boolean } | null;
}

export interface Track {
  /** As Google spells it: "production", "wear:internal", "My testers". */
  readonly name: string;
  readonly releases: readonly TrackRelease[];
}

/** A release with the object that it was read from, which goes back as it came: fields that are new to us are not lost. */
export interface ReleaseDocument extends TrackRelease {
  readonly sent: Readonly<Record<string, unknown>>;
}

export interface TrackDocument {
  readonly name: string;
  readonly releases: readonly ReleaseDocument[];
}

/** An int64, which Google's JSON writes as a text and some clients as a number. */
export const integer: Shape<number> = (value, where) => {
  const written = text(19, /^\d+$/, 'a whole number')(typeof value === 'number' ? String(value) : value, where);
  return number('whole', 0, Number.MAX_SAFE_INTEGER)(Number(written), where);
};

/** A double, of which the same holds. */
const fraction: Shape<number> = (value, where) =>
  number('any', 0, 1)(typeof value === 'string' && value !== '' ? Number(value) : value, where);

const words = text(10_000);
const releaseShape = record(
  {
    name: optional(words),
    versionCodes: optional(list(integer)),
    status: oneOf(['draft', 'inProgress', 'halted', 'completed']),
    userFraction: optional(fraction),
    inAppUpdatePriority: optional(number('whole', 0, 5)),
    releaseNotes: optional(list(record({ language: words, text: optional(words) }, 'ignored'))),
    countryTargeting: optional(
      record({ countries: optional(list(words)), includeRestOfWorld: optional(oneOf([true, false])) }, 'ignored'),
    ),
  },
  'ignored',
);

const readRelease: Shape<ReleaseDocument> = (value, where) => {
  const { name, versionCodes, status, userFraction, ...read } = releaseShape(value, where);
  return {
    name: name ?? '',
    versionCodes: versionCodes ?? [],
    status,
    fraction: userFraction ?? null,
    priority: read.inAppUpdatePriority ?? 0,
    notes: (read.releaseNotes ?? []).map((note) => ({ language: note.language, text: note.text ?? '' })),
    countries:
      read.countryTargeting === undefined
        ? null
        : {
            codes: read.countryTargeting.countries ?? [],
            restOfWorld: read.countryTargeting.includeRestOfWorld ?? false,
          },
    sent: value as Readonly<Record<string, unknown>>,
  };
};

const trackShape = record({ track: words, releases: optional(list(readRelease)) }, 'ignored');

/** `tracks` of https://developers.google.com/android-publisher/api-ref/rest/v3/edits.tracks/list. */
export const tracksShape: Shape<readonly TrackDocument[]> = (value, where) => {
  const { tracks } = record({ tracks: list(trackShape) }, 'ignored')(value, where);
  return tracks.map(({ track, releases }) => ({ name: track, releases: releases ?? [] }));
};

/** Without what only goes back to Google. */
export function toTrack({ name, releases }: TrackDocument): Track {
  return {
    name,
    releases: releases.map(({ name: label, versionCodes, status, fraction: share, priority, notes, countries }) => ({
      name: label,
      versionCodes,
      status,
      fraction: share,
      priority,
      notes,
      countries,
    })),
  };
}

/** By which a release is the same one from look to look. */
export function idOf({ versionCodes }: Pick<TrackRelease, 'versionCodes'>): number {
  return Math.max(...versionCodes);
}

/** The release of which this is the highest version code: one that merely retains it is another. */
export function findRelease<R extends TrackRelease>(
  { releases }: { readonly releases: readonly R[] },
  versionCode: number,
): R | undefined {
  return releases.find((release) => idOf(release) === versionCode);
}

/** Doubles that went through JSON, and perhaps through a float on the way. */
export function isSameFraction(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) < 1e-6;
}

/** "5 %", "99.9 %". */
export function tellFraction(share: number): string {
  return `${Number((share * 100).toFixed(4))} %`;
}

/** In words, as messages show it: "production has 42 inProgress at 5 %, 40 completed". */
export function tellTrack({ name, releases }: Track): string {
  const told = releases.map(({ versionCodes, status, fraction: share }) => {
    const codes = versionCodes.length === 0 ? 'no version code' : versionCodes.toSorted((a, b) => b - a).join('+');
    return `${codes} ${status}${share === null ? '' : ` at ${tellFraction(share)}`}`;
  });
  return `${name} has ${told.length === 0 ? 'no release' : told.join(', ')}`;
}
