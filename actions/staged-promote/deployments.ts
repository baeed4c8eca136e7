import { ForeseenError, VendorError } from '#kit/errors';
import { tagOf } from '#rollout/entries';
import { tellPlace } from '#rollout/places';
import { apply, type PlatformState } from '#rollout/state';
import type { DeploymentStatus } from '#vendors/github/deployments';
import type { Calling } from './calls.ts';
import { addressOf } from './people.ts';
import type { Outcome, Ticked } from './tick.ts';

/**
 * Shows the rollout where people look for deployments at GitHub: one for each release and platform, with a status for each change.
 * It is a view of the ledger, which nothing is decided by: what one run could not show the next change shows.
 * @returns why it could not be shown
 */
export async function showDeployments(calling: Calling, { outcomes }: Ticked): Promise<ForeseenError | undefined> {
  const { context } = calling;
  if (context.inputs.timeline === 'none' || context.inputs.mode === 'observe') return undefined;
  const changed = outcomes.filter(({ events, made }) => events.length > 0 || (made?.events ?? []).length > 0);
  try {
    for (const outcome of changed) await show(calling, outcome);
    return undefined;
  } catch (error) {
    if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
    context.log.info(`${error.notes[0].text} ${error.notes[0].cure}`);
    return error;
  }
}

async function show({ context, policy, github, signature }: Calling, outcome: Outcome): Promise<void> {
  const { platform, decision, rollout, made } = outcome;
  const { release } = rollout.state;
  const tag = tagOf(release);
  const at = new Date(signature.now).toISOString();
  const state = (made?.events ?? []).reduce(
    (sum, event) => (event.kind === 'opened' || event.kind === 'joined' ? sum : apply(sum, { ...event, at, run: '' })),
    decision.state,
  );
  const logUrl = addressOf(context, signature.run);
  const { recordDeployment } = await import('#vendors/github/deployments');
  const record = async (ref: string): Promise<unknown> =>
    recordDeployment(github, {
      environment: `${policy.release} ${platform.name}`,
      task: 'rollout',
      key: `${tag} ${platform.name}`,
      ref,
      description: `${release.version} (${release.build}) to the users of ${platform.name}`,
      payload: { release: tag, platform: platform.name, ledger: policy.ledger },
      production: true,
      status: { ...tellStatus(state, decision.verdict.sentence), ...(logUrl === undefined ? {} : { logUrl }) },
    });
  try {
    await record(tag);
  } catch (error) {
    // The public tag is made last of all, and some teams make none: then it is the commit that this run is of.
    const commit = context.environment['GITHUB_SHA'];
    if (!(error instanceof VendorError) || error.details.status !== 422 || commit === undefined) throw error;
    await record(commit);
  }
}

function tellStatus({ life, place, publishedAt, halt }: PlatformState, sentence: string): DeploymentStatus {
  const where = place === null ? 'not in the store yet' : tellPlace(place);
  const told: Readonly<Record<PlatformState['life'], DeploymentStatus>> = {
    halted: { state: 'failure', description: `halted at ${where}: ${halt?.sentence ?? sentence}` },
    complete: { state: 'success', description: `complete: ${sentence}` },
    superseded: { state: 'inactive', description: sentence },
    abandoned: { state: 'inactive', description: sentence },
    open: { state: publishedAt === null ? 'queued' : 'in_progress', description: `${where}: ${sentence}` },
  };
  return told[life];
}
