import { ConfigurationError } from '#kit/errors';
import { tagOf, type ArtifactId, type Doer, type ReleaseId } from '#rollout/entries';
import { readLedgers, type LedgerBranch } from '#rollout/ledgers';
import { openRelease, planOpening } from '#rollout/opening';
import type { PlatformPolicy, Policy } from '#rollout/policy';
import { formatBuild } from '#versions/build';
import { formatVersion } from '#versions/version';
import { toVersionCode } from '#versions/version-code';
import type { PromoteContext } from './context.ts';
import { messages } from './messages.ts';
import { describeOutlook } from './outlook.ts';
import type { Stores } from './stores.ts';

/** The release that the input names. @throws ConfigurationError (`open-input-missing`) */
export function readRelease({ inputs }: PromoteContext, why: string): ReleaseId {
  const { release } = inputs;
  if (release === undefined) throw new ConfigurationError(messages['open-input-missing']('release', why));
  return { name: release.name, version: formatVersion(release.version), build: formatBuild(release.build) };
}

export interface Opener {
  readonly stores: Stores;
  readonly branch: LedgerBranch;
  readonly by: Doer;
  readonly run: string;
}

/**
 * Opens a release by hand, for what was uploaded without store-upload.
 * @throws ConfigurationError, VendorError
 */
export async function open(
  context: PromoteContext,
  policy: Policy,
  { stores, branch, by, run }: Opener,
): Promise<void> {
  const { inputs, clock, log, summary, outputs } = context;
  const release = readRelease(context, '');
  const known = policy.platforms.map(({ name }) => name);
  const odd = inputs.platform.find((name) => !known.includes(name));
  if (odd !== undefined) throw new ConfigurationError(messages['platform-unknown'](odd, known.join(', ')));
  const chosen = policy.platforms.filter(({ name }) => inputs.platform.length === 0 || inputs.platform.includes(name));
  const artifacts = chosen.map((platform) => ({
    platform: platform.name,
    artifact: toArtifact(context, platform, chosen),
  }));
  const tag = tagOf(release);
  outputs.set({ release: tag });
  const opening = { policy, release, artifacts, by, now: clock.now(), run };
  const names = artifacts.map(({ platform }) => platform).join(', ');
  if (inputs.mode === 'observe') {
    log.info(`would open ${tag} for ${names}`);
    summary.heading(2, `staged-promote: ${tag} would be opened`);
    const ledgers = readLedgers(await branch.read());
    await describeOutlook(context, policy, stores, { ledgers, ledger: planOpening(ledgers, opening) });
    return;
  }
  const { isNew, ...opened } = await openRelease(branch, opening);
  const did = isNew ? 'is open' : 'was open already';
  log.info(`${tag} ${did} for ${names}`);
  summary.heading(2, `staged-promote: ${tag} ${did}`);
  summary.table(
    [{ title: 'Platform' }, { title: 'Artifact' }],
    artifacts.map(({ platform, artifact }) => [
      platform,
      artifact.store === 'google-play' ? `version code ${artifact.versionCode}` : `build ${artifact.build}`,
    ]),
  );
  await describeOutlook(context, policy, stores, opened);
  if (chosen.some(({ store }) => store === 'google-play'))
    summary.paragraph(
      'Google keeps one edit for each service account: one that also uploads loses its upload to the next look at the tracks. Give the promotion an account of its own, or upload with "open-rollout", which it waits for.',
    );
}

/** Version codes of release-version are made of the build; another one is said. */
function toArtifact(
  { inputs }: PromoteContext,
  platform: PlatformPolicy,
  chosen: readonly PlatformPolicy[],
): ArtifactId {
  const { release, versionCode } = inputs;
  if (release === undefined) throw new ConfigurationError(messages['open-input-missing']('release', ''));
  if (platform.store === 'app-store') return { store: 'app-store', build: formatBuild(release.build) };
  const isWear = platform.steps.every(({ track }) => track.startsWith('wear:'));
  const ofPlay = chosen.filter(({ store }) => store === 'google-play');
  if (versionCode !== undefined && ofPlay.length > 1)
    throw new ConfigurationError(messages['open-input-missing']('platform', 'a version code is of one platform'));
  return { store: 'google-play', versionCode: versionCode ?? toVersionCode(release.build, isWear ? 'wear' : 'phone') };
}
