import { findMergeBase, readCommit } from '../git-graph.ts';
import { writeObject } from '../git-objects.ts';
import { listFiles, writeTree, type Files } from '../git-trees.ts';
import type { Call } from '../routing.ts';
import { moveRef } from '../state.ts';
import { callerAsPerson } from './git-database.ts';

/**
 * Merges the default branch into a branch. Returns false, and changes nothing, in conflict: a file that both sides changed
 * differently. (git would try line by line; a deployment test needs no more.)
 */
export function mergeDefaultBranch(call: Call, branch: string, head: string, base: string): boolean {
  const { repository } = call;
  const { objects } = repository;
  const filesOf = (sha: string | undefined): Files => listFiles(objects, readCommit(objects, sha ?? '')?.tree ?? '');
  const merged = mergeFiles(filesOf(findMergeBase(objects, head, base)), filesOf(head), filesOf(base));
  if (merged === undefined) return false;
  const author = callerAsPerson(call);
  const message = `Merge ${repository.defaultBranch} into ${branch}`;
  const tree = writeTree(objects, merged);
  const sha = writeObject(objects, { type: 'commit', tree, parents: [head, base], author, committer: author, message });
  moveRef(repository, `refs/heads/${branch}`, sha);
  return true;
}

function mergeFiles(before: Files, ours: Files, theirs: Files): Files | undefined {
  const merged: Files = new Map();
  for (const path of new Set([...ours.keys(), ...theirs.keys()])) {
    const [was, our, their] = [before.get(path), ours.get(path), theirs.get(path)];
    if (our?.sha !== their?.sha && our?.sha !== was?.sha && their?.sha !== was?.sha) return undefined;
    const file = our?.sha === was?.sha ? their : our;
    if (file !== undefined) merged.set(path, file);
  }
  return merged;
}
