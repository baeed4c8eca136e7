import { suite } from '#kit/suite';
import { isOwn, listUses } from '../parts.ts';
import { everywhere, type Rule } from '../rule.ts';
import { findValue, readScalar, readTrailingComment } from '../source.ts';

const pinned = /^[^@]+@[0-9a-f]{40}$|^docker:\/\/[^@]+@sha256:[0-9a-f]{64}$/;

/** What our examples show to callers: this suite by its moving major tag, as the README does. */
function isCallersExample(path: string, target: string): boolean {
  return (
    path.startsWith('examples/') && target.startsWith(`${suite.repository}/`) && target.endsWith(`@${suite.majorTag}`)
  );
}

/** What a workflow or an action may use, and how it says so. */
export const references: readonly Rule[] = [
  {
    id: 'pinned-sha',
    appliesTo: everywhere,
    why: 'a tag or branch can be moved to other code at any time; a commit cannot',
    source: 'GitHub, security hardening for Actions; zizmor unpinned-uses; OpenSSF Scorecard Pinned-Dependencies',
    cure: 'write the full commit: `uses: owner/name@<40 hex digits> # vX.Y.Z`',
    *check(source) {
      for (const { node, target } of listUses(source)) {
        if (isCallersExample(source.path, target)) continue;
        if (!isOwn(target) && !pinned.test(target)) yield { at: node, message: `${target} is not pinned to a commit` };
      }
    },
  },
  {
    id: 'pinned-version',
    appliesTo: everywhere,
    why: 'nobody sees from a hash how old it is, and Dependabot keeps only such a comment up to date',
    source: 'zizmor ref-version-mismatch; Dependabot, version comments',
    cure: 'add the release behind it: `# vX.Y.Z`',
    *check(source) {
      for (const { node, target } of listUses(source)) {
        if (isOwn(target) || !pinned.test(target)) continue;
        if (!/^v\d+\.\d+\.\d+(-\S+)?(\s|$)/.test(readTrailingComment(source, node))) {
          yield { at: node, message: `the commit of ${target.split('@')[0] ?? target} carries no version comment` };
        }
      }
    },
  },
  {
    id: 'own-by-dollar',
    appliesTo: everywhere,
    why: "`./` means the caller's checkout, so in somebody else's repository it is not ours",
    source: 'GitHub changelog 2026-07-30, self-repository syntax; zizmor self-repository',
    cure: 'write `uses: $/path`, which means this repository at this commit',
    *check(source) {
      for (const { node, target, level } of listUses(source)) {
        const isCall = level === 'job' && target.startsWith('./.github/workflows/');
        if (isOwn(target) && !target.startsWith('$/') && !isCall) {
          yield { at: node, message: `${target} is looked up in the caller's checkout` };
        }
      }
    },
  },
  {
    id: 'checkout-credentials',
    appliesTo: everywhere,
    why: 'the token stays in .git/config, where every later step and every uploaded folder can find it',
    source: 'zizmor artipacked',
    cure: 'write `with: { persist-credentials: false }`',
    *check(source) {
      for (const { node, target, owner } of listUses(source)) {
        if (!/^actions\/checkout@/i.test(target)) continue;
        const persists = readScalar(findValue(source, ['with', 'persist-credentials'], owner));
        if (String(persists) !== 'false') yield { at: node, message: 'the checkout leaves its token on disk' };
      }
    },
  },
];
