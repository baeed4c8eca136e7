import { ConfigurationError, ForeseenError } from '#kit/errors';
import { code, md } from '#kit/summary';
import { tagOf, type ArtifactId, type ReleaseId } from '#rollout/entries';
import { ledgerFolder } from '#rollout/ledger-file';
import type { LedgerBranch } from '#rollout/ledgers';
import { openRelease } from '#rollout/opening';
import type { PlatformPolicy, Policy } from '#rollout/policy';
import { nameApp, parsePolicy, readPolicyText } from '#rollout/policy-loading';
import { policyMessages } from '#rollout/policy-messages';
import { readRunner } from '#rollout/runner';
import { markUpload } from '#rollout/uploads';
import { openBranchFolder } from '#vendors/github/branch-folder';
import { createGitHub } from '#vendors/github/client';
import type { UploadContext } from './context.ts';
import { messages } from './messages.ts';

/** What is uploaded, as the policy may know it. */
export type Uploaded =
  | {
      readonly store: 'google-play';
      readonly packageName: string;
      readonly isWatch: boolean;
      readonly versionCode: number;
    }
  | { readonly store: 'app-store'; readonly bundleId: string; readonly appId: string; readonly build: string };

/** The rollout that the upload will open: everything that can be wrong with it was looked at. */
export interface PlannedRollout {
  readonly policy: Policy;
  readonly release: ReleaseId;
  readonly artifacts: readonly { readonly platform: string; readonly artifact: ArtifactId }[];
}

/**
 * Plans the opening before a byte is sent; undefined where none is asked for.
 * @throws ConfigurationError (`policy-…`, `rollout-build-missing`, `rollout-platform-missing`)
 */
export function planRollout(
  context: UploadContext,
  version: string,
  uploads: readonly Uploaded[],
): PlannedRollout | undefined {
  const { inputs, environment, annotations } = context;
  if (!inputs.openRollout) return undefined;
  const place = { folder: inputs.workingDirectory, path: inputs.policy };
  const text = readPolicyText(place);
  if (text === undefined) throw new ConfigurationError(policyMessages['policy-missing'](inputs.policy));
  const name = nameApp(environment, inputs.app);
  const policy = parsePolicy(text, inputs.policy, name, annotations);
  const apple = uploads.find((one) => one.store === 'app-store');
  const build = apple?.build ?? inputs.build;
  if (build === undefined) throw new ConfigurationError(messages['rollout-build-missing']());
  const artifacts = uploads.map((one) => ({
    platform: findPlatform(policy, one).name,
    artifact:
      one.store === 'google-play'
        ? ({ store: one.store, versionCode: one.versionCode } as const)
        : ({ store: one.store, build: one.build } as const),
  }));
  const release = { name: policy.release, version, build };
  context.outputs.set({ 'release-tag': tagOf(release) });
  return { policy, release, artifacts };
}

function findPlatform({ platforms }: Policy, upload: Uploaded): PlatformPolicy {
  const found = platforms.find((platform) => isOf(platform, upload));
  if (found !== undefined) return found;
  const what =
    upload.store === 'google-play' ? `${upload.packageName}${upload.isWatch ? ' on watches' : ''}` : upload.bundleId;
  throw new ConfigurationError(
    messages['rollout-platform-missing'](what, platforms.map(({ name }) => name).join(', ')),
  );
}

/** Phone and watch are two platforms of one package, told apart by their tracks. */
function isOf(platform: PlatformPolicy, upload: Uploaded): boolean {
  if (platform.store === 'app-store') {
    if (upload.store !== 'app-store') return false;
    return 'id' in platform.app ? platform.app.id === upload.appId : platform.app.bundleId === upload.bundleId;
  }
  const isWatch = platform.steps.at(-1)?.track.startsWith('wear:') === true;
  return upload.store === 'google-play' && platform.package === upload.packageName && isWatch === upload.isWatch;
}

/**
 * Opens what has arrived, in the ledger that staged-promote reads.
 * @param arrived which of the planned artifacts, by their place
 * @throws ForeseenError (`rollout-unopened`): the upload stands
 */
export async function openRollout(
  context: UploadContext,
  planned: PlannedRollout | undefined,
  arrived?: readonly number[],
): Promise<void> {
  if (planned === undefined) return;
  const { environment, inputs, clock, log, summary, outputs } = context;
  const { policy, release } = planned;
  const artifacts = planned.artifacts.filter((_, index) => arrived?.includes(index) ?? true);
  const tag = tagOf(release);
  const names = artifacts.map(({ platform }) => platform).join(', ');
  if (inputs.dryRun) {
    log.info(`would open the rollout of ${tag} for ${names}`);
    summary.paragraph(md`It would open the rollout of ${code(tag)} for ${names}.`);
    return;
  }
  try {
    const { isNew } = await openRelease(openBranch(context, policy), {
      ...{ policy, release, artifacts, now: clock.now() },
      ...readRunner(environment),
    });
    outputs.set({ opened: isNew });
    const did = isNew ? 'is open' : 'was open already';
    log.info(`The rollout of ${tag} ${did} for ${names}`);
    summary.paragraph(md`The rollout of ${code(tag)} ${did} for ${names}.`);
  } catch (error) {
    if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
    const { text, cure } = error.notes[0];
    throw new ForeseenError(error.fault, [messages['rollout-unopened'](tag, `${text} ${cure}`)], { cause: error });
  }
}

function openBranch({ http, environment, inputs }: UploadContext, { ledger: branch, release }: Policy): LedgerBranch {
  const github = createGitHub({ http: http(), environment, token: inputs.githubToken });
  return openBranchFolder(github, { branch, folder: ledgerFolder(release) });
}

/** Sends while staged-promote knows of it: its looks at fractions would end the edit of the upload. */
export async function whileMarked<T>(
  context: UploadContext,
  planned: PlannedRollout | undefined,
  { packageName, uploads }: { readonly packageName: string; readonly uploads: number },
  send: () => Promise<T>,
): Promise<T> {
  const { environment, inputs, clock, log } = context;
  if (planned === undefined || inputs.dryRun || uploads === 0) return send();
  const branch = openBranch(context, planned.policy);
  const marking = { app: planned.policy.release, package: packageName, run: readRunner(environment).run };
  const until = clock.now() + uploads * inputs.uploadMinutes * 60_000;
  if (!(await markUpload(branch, { ...marking, now: clock.now() }, until)))
    log.info('That an upload is under way could not be written beside the ledger; a promotion may end it meanwhile.');
  try {
    return await send();
  } finally {
    await markUpload(branch, { ...marking, now: clock.now() });
  }
}
