import type { Build } from './build.ts';

/** The largest that Google Play takes. https://developer.android.com/studio/publish/versioning#versioningsettings */
export const LARGEST_VERSION_CODE = 2_100_000_000;

/**
 * Last digit of a version code: artifacts of one package need different ones, whatever device they are for, and a later build for
 * one device must lie above an earlier one for another. https://developer.android.com/training/wearables/packaging
 */
export const FORM_FACTORS = { phone: 0, wear: 1, tv: 2, automotive: 3, xr: 4 } as const;

export type FormFactor = keyof typeof FORM_FACTORS;

/**
 * YYMMDD, two digits for the number of the build, one for the form factor: 20261122.1 for the phone is 261122010, and the last
 * one of this century is 991231999. Between two builds of one day lie 10, between two days 1000, so that a later build always
 * has the larger code.
 * @param offset added to each, for an app whose codes are above that already
 * @throws RangeError above what Google Play takes
 */
export function toVersionCode(build: Build, formFactor: FormFactor, offset = 0): number {
  const code = Number(build.date.slice(2)) * 1000 + build.number * 10 + FORM_FACTORS[formFactor] + offset;
  if (code > LARGEST_VERSION_CODE)
    throw new RangeError(
      `the version code ${code} is above ${LARGEST_VERSION_CODE}, the largest that Google Play takes`,
    );
  return code;
}

/** The number within that day of the build that has this code; undefined for a code of another day, or of another scheme. */
export function readBuildNumber(code: number, date: string, offset = 0): number | undefined {
  const rest = code - offset - Number(date.slice(2)) * 1000;
  return rest >= 10 && rest < 1000 ? Math.floor(rest / 10) : undefined;
}
