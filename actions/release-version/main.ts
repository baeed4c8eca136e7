import type { Action, Context } from '#kit/action';
import { ConfigurationError } from '#kit/errors';
import { code, md } from '#kit/summary';
import { createGitHub } from '#vendors/github/client';
import { formatBuild, toBuildDate } from '#versions/build';
import { formatRelease, formatTag, type Release } from '#versions/release';
import { formatVersion } from '#versions/version';
import { toVersionCode } from '#versions/version-code';
import { fields } from './inputs.ts';
import { messages } from './messages.ts';
import { preview, publish, type Publication } from './publish.ts';
import { explainReservation, previewBuild, readPackageVersion, reserveBuild, type Reservation } from './reserve.ts';

type Fields = ReturnType<typeof fields>;

const outputs = {
  version: '',
  build: '',
  name: '',
  tag: '',
  'version-code': '',
  'version-code-wear': '',
  'release-url': '',
};

type VersionContext = Context<Fields, keyof typeof outputs>;

export const releaseVersion: Action<Fields, keyof typeof outputs> = { name: 'release-version', fields, outputs, main };

async function main(context: VersionContext): Promise<void> {
  await (context.inputs.command === 'reserve' ? reserve(context) : publishRelease(context));
}

function readCommit({ inputs, environment }: VersionContext): string {
  const sha = environment['GITHUB_SHA'] ?? '';
  if (inputs.commit !== undefined) return inputs.commit;
  if (!/^[0-9a-f]{40,64}$/.test(sha)) throw new ConfigurationError(messages['commit-unknown'](sha));
  return sha;
}

async function reserve(context: VersionContext): Promise<void> {
  const { inputs, environment, http, clock, log, outputs: out, summary } = context;
  if (inputs.release === undefined) throw new ConfigurationError(messages['release-missing']());
  const version = inputs.version ?? readPackageVersion(inputs.workingDirectory);
  // Once for the whole release: what is built from here on may end on another day.
  const date = toBuildDate(clock.now());
  const codesOf = (release: Release): { phone: number; wear: number } => toCodes(release, inputs.versionCodeOffset);
  // Before a number is taken: an offset that is too large would waste it.
  codesOf({ version, build: { date, number: 99 } });
  const asksStores = inputs.packageName !== undefined || inputs.bundleId !== undefined;
  const taken = asksStores ? await (await import('./stores.ts')).readBuildsInStores(context, date) : [];
  const reservation: Reservation = {
    github: createGitHub({ http: http(), environment, token: inputs.githubToken }),
    folder: inputs.reservations,
    release: inputs.release,
    date,
    taken,
    commit: readCommit(context),
    log: (line) => {
      log.info(line);
    },
  };
  let release: Release;
  try {
    release = { version, build: await (inputs.dryRun ? previewBuild(reservation) : reserveBuild(reservation)) };
  } catch (error) {
    throw explainReservation(error, reservation);
  }
  const { phone, wear } = codesOf(release);
  describe(context, inputs.release, release);
  out.set({ 'version-code': phone, 'version-code-wear': wear });
  const did = inputs.dryRun ? 'would be reserved (dry run)' : 'is reserved';
  log.info(`${formatRelease(release)} ${did}: version code ${phone} on the phone, ${wear} on the watch`);
  summary.heading(2, `release-version: ${formatRelease(release)} ${did}`);
  summary.table(
    [{ title: 'Where' }, { title: 'Value' }],
    [
      ['CFBundleShortVersionString, versionName', code(formatVersion(version))],
      ['CFBundleVersion', code(formatBuild(release.build))],
      ['versionCode, phone', code(`${phone}`)],
      ['versionCode, Wear OS', code(`${wear}`)],
      ['Tag, and release at Sentry', code(formatTag(inputs.release, release))],
    ],
  );
}

function toCodes({ build }: Release, offset: number): { phone: number; wear: number } {
  try {
    return { phone: toVersionCode(build, 'phone', offset), wear: toVersionCode(build, 'wear', offset) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ConfigurationError(messages['version-code-too-large'](error.message));
  }
}

async function publishRelease(context: VersionContext): Promise<void> {
  const { inputs, environment, http, log, outputs: out, summary } = context;
  if (inputs.tag === undefined) throw new ConfigurationError(messages['tag-missing']());
  const { name, ...release } = inputs.tag;
  const publication: Publication = {
    github: createGitHub({ http: http(), environment, token: inputs.githubToken }),
    name,
    release,
    commit: readCommit(context),
    notes: inputs.notes,
    prerelease: inputs.prerelease,
    latest: inputs.latest,
  };
  describe(context, name, release);
  const tag = formatTag(name, release);
  if (inputs.dryRun) {
    const { missing } = await preview(publication);
    const what = missing.length === 0 ? 'nothing is missing' : `would make the ${missing.join(' and the ')}`;
    log.info(`dry run: ${what} of ${tag} at ${publication.commit}`);
    summary.heading(2, `release-version: a dry run for ${formatRelease(release)}`);
    summary.paragraph(md`${what} of ${code(tag)} at ${code(publication.commit)}.`);
    return;
  }
  const { published, made } = await publish(publication);
  out.set({ 'release-url': published.url });
  const what = made.length === 0 ? 'was published before' : `is published: the ${made.join(' and the ')} made`;
  log.info(`${formatRelease(release)} ${what} (${published.url})`);
  summary.heading(2, `release-version: ${formatRelease(release)} ${what}`);
  const link = { markdown: `[release](${published.url})` };
  summary.paragraph(md`The ${link} of ${code(tag)} is at commit ${code(publication.commit)}.`);
}

function describe({ outputs: out }: VersionContext, name: string, release: Release): void {
  out.set({
    version: formatVersion(release.version),
    build: formatBuild(release.build),
    name: formatRelease(release),
    tag: formatTag(name, release),
  });
}
