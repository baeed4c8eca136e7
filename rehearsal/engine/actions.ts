import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from '#kit/suite';
import { findStandIn, withoutStandIn } from '#rehearsal/stand-ins/registry';
import type { StandIn } from '#rehearsal/stand-ins/stand-in';
import { loadAction } from '#rehearsal/workflow/action';
import type { Action } from '#rehearsal/workflow/action';
import type { Repository } from '#rehearsal/workflow/load';
import { resolveUses } from '#rehearsal/workflow/uses';
import type { Ground, Origin } from './run-state.ts';

/** What a `uses:` of a step leads to. */
export type Target =
  | {
      readonly kind: 'action';
      readonly action: Action;
      readonly folder: string;
      readonly origin: Origin;
      readonly local: boolean;
    }
  | { readonly kind: 'stand-in'; readonly standIn: StandIn; readonly name: string; readonly ref: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** A repository that knows where it comes from. */
export interface OriginRepository extends Repository {
  readonly origin: Origin;
}

export function openOrigin(origin: Origin): OriginRepository {
  return { ...openFolder(origin.root), origin };
}

/** A folder as a repository whose files can be read. */
function openFolder(root: string): Repository {
  return {
    readFile: (path) => {
      const file = join(root, path);
      return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file, 'utf8') : undefined;
    },
  };
}

/** Where the suite's own files are taken from, whatever ref asks for them. */
export function suiteOrigin(ground: Ground, ref: string): Origin {
  return { repository: suite.repository, root: ground.suite, ref, sha: ground.suiteSnapshot().head };
}

/**
 * Follows `uses:` of a step.
 * @param origin where the file that says it comes from
 * @param workspace of the job: where `./` leads
 */
export function findAction(ground: Ground, uses: string, origin: Origin, workspace: string): Target {
  const target = resolveUses(uses);
  switch (target.kind) {
    case 'unreadable':
      return { kind: 'refused', reason: target.reason };
    case 'docker':
      return { kind: 'refused', reason: 'a rehearsal runs no containers; it would need a stand-in for this image' };
    case 'local':
      return readAction(workspace, target.path, { ...origin, root: workspace }, true);
    case 'self':
      return readAction(origin.root, target.path, origin, false);
    case 'remote': {
      const repository = `${target.owner}/${target.repository}`;
      if (target.isSuite) return readAction(ground.suite, target.path, suiteOrigin(ground, target.ref), false);
      if (repository.toLowerCase() === ground.repository.toLowerCase())
        return readAction(
          ground.root,
          target.path,
          { ...origin, repository, root: ground.root, ref: target.ref },
          false,
        );
      const name = [repository, target.path].filter(Boolean).join('/');
      const standIn = findStandIn(name);
      if (standIn !== undefined) return { kind: 'stand-in', standIn, name, ref: target.ref };
      const reason = withoutStandIn[name.toLowerCase()];
      return {
        kind: 'refused',
        reason:
          reason === undefined
            ? `${name} is not on this machine and nothing stands in for it; it would need a stand-in in rehearsal/stand-ins`
            : `nothing stands in for ${name}: ${reason}`,
      };
    }
  }
}

function readAction(root: string, path: string, origin: Origin, local: boolean): Target {
  const folder = join(root, path);
  const loaded = loadAction(openFolder(root), path);
  if ('action' in loaded) return { kind: 'action', action: loaded.action, folder, origin, local };
  if (local && !existsSync(join(folder, 'action.yml')) && !existsSync(join(folder, 'action.yaml')))
    return {
      kind: 'refused',
      reason: `Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${folder}'. Did you forget to run actions/checkout before running your local action?`,
    };
  const reasons = loaded.problems.map(
    ({ file, line, column, what, why }) => `${file}:${line}:${column}: ${what}. ${why}`,
  );
  return { kind: 'refused', reason: reasons.join('\n') };
}
