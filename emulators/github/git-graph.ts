import type { Commit, ObjectStore } from './git-objects.ts';

/** What resolving a name needs of a repository. */
export interface Graph {
  readonly objects: ObjectStore;
  readonly refs: Readonly<Record<string, string>>;
}

/** The commit with this id; undefined where the id names none. */
export function readCommit(objects: ObjectStore, sha: string): Commit | undefined {
  const object = objects[sha];
  return object?.type === 'commit' ? object : undefined;
}

/** Follows annotated tags to the object they stand for. */
export function peel(objects: ObjectStore, sha: string): string {
  const object = objects[sha];
  return object?.type === 'tag' ? peel(objects, object.object) : sha;
}

/**
 * The commit that a name stands for: a full ref, `heads/x` or `tags/x`, a branch, a tag, an id or the beginning of one (7 digits
 * at least, unambiguous), tried in this order after ids.
 */
export function resolveCommit({ objects, refs }: Graph, name: string): string | undefined {
  if (/^[0-9a-f]{40}$/.test(name)) return readCommit(objects, name) === undefined ? undefined : name;
  const candidates = [name, `refs/${name}`, `refs/heads/${name}`, `refs/tags/${name}`];
  const ref = candidates.map((candidate) => refs[candidate]).find((sha) => sha !== undefined);
  if (ref !== undefined) return peel(objects, ref);
  if (!/^[0-9a-f]{7,39}$/.test(name)) return undefined;
  const matching = Object.keys(objects).filter((sha) => sha.startsWith(name) && objects[sha]?.type === 'commit');
  return matching.length === 1 ? matching[0] : undefined;
}

/** A commit and all that it descends from. */
export function listAncestors(objects: ObjectStore, start: string): Set<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    if (seen.has(sha)) continue;
    seen.add(sha);
    open.push(...(readCommit(objects, sha)?.parents ?? []));
  }
  return seen;
}

/** Whether moving from `from` to `to` only adds history. */
export function isFastForward(objects: ObjectStore, from: string, to: string): boolean {
  return listAncestors(objects, to).has(from);
}

/**
 * The best common ancestor: one that is no ancestor of another common one. Of several (criss-cross merges) the newest is taken,
 * as `git merge-base` does in practice. undefined for unrelated histories.
 */
export function findMergeBase(objects: ObjectStore, a: string, b: string): string | undefined {
  const ofB = listAncestors(objects, b);
  const common = [...listAncestors(objects, a)].filter((sha) => ofB.has(sha));
  // Ancestors of common commits are common too, so what is an ancestor of another common commit is the parent of one.
  const shadowed = new Set(common.flatMap((sha) => readCommit(objects, sha)?.parents ?? []));
  const best = common.filter((sha) => !shadowed.has(sha));
  return best.sort((x, y) => commitTime(objects, y) - commitTime(objects, x))[0];
}

/** History as `git log` lists it: newest committer date first, a commit never before it was reached from a child. */
export function listHistory(objects: ObjectStore, start: string, without = new Set<string>()): string[] {
  const listed: string[] = [];
  const seen = new Set([start]);
  const open = [start];
  while (open.length > 0) {
    const newest = open.reduce(
      (best, sha, index) => (commitTime(objects, sha) > commitTime(objects, open[best] ?? '') ? index : best),
      0,
    );
    const [sha = ''] = open.splice(newest, 1);
    if (without.has(sha)) continue;
    listed.push(sha);
    for (const parent of readCommit(objects, sha)?.parents ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      open.push(parent);
    }
  }
  return listed;
}

function commitTime(objects: ObjectStore, sha: string): number {
  return Date.parse(readCommit(objects, sha)?.committer.date ?? '1970-01-01T00:00:00Z');
}
