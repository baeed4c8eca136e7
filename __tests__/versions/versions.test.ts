import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareBuilds, formatBuild, listFreeBuilds, parseBuild, toBuildDate, type Build } from '#versions/build';
import { compareReleases, findPreviousTag, formatRelease, formatTag, parseTag, type Release } from '#versions/release';
import { compareVersions, formatVersion, parseVersion } from '#versions/version';
import { FORM_FACTORS, LARGEST_VERSION_CODE, toVersionCode, type FormFactor } from '#versions/version-code';

const part = fc.nat(999_999);
const versions = fc.record({ major: part, minor: part, patch: part });
const builds: fc.Arbitrary<Build> = fc.record({
  date: fc
    .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true })
    .map((date) => toBuildDate(date.getTime())),
  number: fc.integer({ min: 1, max: 99 }),
});
const releases: fc.Arbitrary<Release> = fc.record({ version: versions, build: builds });
const formFactors = fc.constantFrom(...(Object.keys(FORM_FACTORS) as FormFactor[]));

test('what is written is read back', () => {
  fc.assert(
    fc.property(releases, (release) => {
      expect(parseVersion(formatVersion(release.version))).toEqual(release.version);
      expect(parseBuild(formatBuild(release.build))).toEqual(release.build);
      expect(parseTag(formatTag('tracker-mobile', release))).toEqual({ name: 'tracker-mobile', ...release });
    }),
  );
});

test('a later build has the larger version code on every device, and no code is there twice', () => {
  fc.assert(
    fc.property(builds, builds, formFactors, formFactors, (one, other, onOne, onOther) => {
      const [code, otherCode] = [toVersionCode(one, onOne), toVersionCode(other, onOther)];
      const order = compareBuilds(one, other);
      if (order !== 0) expect(Math.sign(code - otherCode)).toBe(Math.sign(order));
      else expect(code === otherCode).toBe(onOne === onOther);
      expect(code).toBeGreaterThan(0);
      expect(code).toBeLessThanOrEqual(LARGEST_VERSION_CODE);
    }),
    { numRuns: 2_000 },
  );
});

test('the version codes of the README', () => {
  const build = parseBuild('20250114.1');
  expect([toVersionCode(build, 'phone'), toVersionCode(build, 'wear')]).toEqual([250_114_010, 250_114_011]);
  expect(toVersionCode(parseBuild('20991231.99'), 'xr')).toBe(991_231_994);
  expect(toVersionCode(build, 'phone', 1_849_885_990)).toBe(LARGEST_VERSION_CODE);
  expect(() => toVersionCode(build, 'phone', 1_849_885_991)).toThrow(RangeError);
});

test('releases are in the order of their versions, then of their builds', () => {
  fc.assert(
    fc.property(releases, releases, (one, other) => {
      const order = Math.sign(compareReleases(one, other));
      expect(order).toBe(-Math.sign(compareReleases(other, one)) + 0);
      const byVersion = Math.sign(compareVersions(one.version, other.version));
      expect(order).toBe(byVersion === 0 ? Math.sign(compareBuilds(one.build, other.build)) : byVersion);
    }),
  );
  expect(compareVersions(parseVersion('2.9.0'), parseVersion('2.10.0'))).toBeLessThan(0);
});

test('for people and for git', () => {
  const release = { version: parseVersion('2.15.3'), build: parseBuild('20250114.1') };
  expect(formatRelease(release)).toBe('2.15.3 (20250114.1)');
  expect(formatTag('tracker-mobile', release)).toBe('tracker-mobile@2.15.3+20250114.1');
});

describe('what is no version, build or tag is refused', () => {
  test.each(['', '2.15', '2.15.3.4', 'v2.15.3', '02.1.0', '2.15.3-rc.1', '2.15.3 ', '1234567.0.0'])('"%s"', (text) => {
    expect(() => parseVersion(text)).toThrow(SyntaxError);
  });
  test.each(['', '20250114', '20250114.0', '20250114.01', '20250114.100', '20250230.1', '20251301.1', '19990101.1'])(
    '"%s"',
    (text) => {
      expect(() => parseBuild(text)).toThrow(SyntaxError);
    },
  );
  test.each(['', '2.15.3+20250114.1', '@2.15.3+20250114.1', 'a@2.15.3', 'a@2.15+20250114.1', 'a@b@2.15.3+20250114.1'])(
    '"%s"',
    (text) => {
      expect(() => parseTag(text)).toThrow(SyntaxError);
    },
  );
});

test('free builds of a day begin above the highest that is taken, and end at 99', () => {
  fc.assert(
    fc.property(fc.array(builds), builds, (taken, { date }) => {
      const free = listFreeBuilds(date, taken);
      for (const build of free) for (const one of taken) expect(compareBuilds(build, one)).not.toBe(0);
      const last = Math.max(0, ...taken.filter((one) => one.date === date).map(({ number }) => number));
      expect(free.map(({ number }) => number)).toEqual(Array.from({ length: 99 - last }, (_, at) => last + 1 + at));
    }),
  );
  expect(listFreeBuilds('20250114', [{ date: '20250114', number: 99 }])).toEqual([]);
});

test('the day is that of UTC', () => {
  expect(toBuildDate(Date.parse('2025-01-14T23:59:59.999Z'))).toBe('20250114');
  expect(toBuildDate(Date.parse('2025-01-15T00:30:00+01:00'))).toBe('20250114');
});

test('the tag before is the newest of this app below the release, whatever its date', () => {
  const release = { version: parseVersion('2.15.3'), build: parseBuild('20250114.1') };
  const tags = [
    'app@2.9.9+20250101.1',
    'app@2.15.2+20241230.1',
    'app@2.15.2+20241230.2',
    'app@2.15.3+20250114.1',
    'app@2.16.0+20250110.1',
    'app-web@2.15.2+20250113.1',
    'app@latest',
    'v2.15.2',
  ];
  expect(findPreviousTag('app', release, tags)).toBe('app@2.15.2+20241230.2');
  expect(findPreviousTag('app', release, ['app@2.15.3+20250113.9'])).toBe('app@2.15.3+20250113.9');
  expect(findPreviousTag('app', release, ['v1'])).toBeUndefined();
});
