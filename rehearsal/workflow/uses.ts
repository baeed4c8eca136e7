import { suite } from '#kit/suite';

/** What a `uses:` of a step or a job means. */
export type Uses =
  /** `./path`: for a step a folder of the workspace, for a job a file of the repository that says it. */
  | { readonly kind: 'local'; readonly path: string }
  /** `$/path`: of the repository and commit of the file that says it. */
  | { readonly kind: 'self'; readonly path: string }
  /** `owner/repo/path@ref`; `isSuite` when it is this suite's own repository. */
  | {
      readonly kind: 'remote';
      readonly owner: string;
      readonly repository: string;
      readonly path: string;
      readonly ref: string;
      readonly isSuite: boolean;
    }
  | { readonly kind: 'docker'; readonly image: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** What a job may call. */
export type CalledUses = Extract<Uses, { kind: 'local' | 'self' | 'remote' }>;

/** What a `uses:` says. The suite's own actions and workflows are marked: a rehearsal takes them from this checkout. */
export function resolveUses(text: string): Uses {
  if (text.startsWith('docker://')) return { kind: 'docker', image: text.slice('docker://'.length) };
  const near = /^(?<sign>[.$])\/(?<path>.*)$/.exec(text)?.groups;
  if (near) {
    const path = (near['path'] ?? '').replace(/\/$/, '');
    if (near['sign'] === '$' && path.includes('@')) {
      return { kind: 'unreadable', reason: '`$/` takes no ref: it means the same commit' };
    }
    return { kind: near['sign'] === '$' ? 'self' : 'local', path };
  }
  const far = /^(?<owner>[^/@\s]+)\/(?<repository>[^/@\s]+)(?:\/(?<path>[^@\s]*))?@(?<ref>[^@\s]+)$/.exec(text)?.groups;
  if (!far) {
    return {
      kind: 'unreadable',
      reason: 'expected ./path, $/path, owner/repo@ref, owner/repo/path@ref or docker://image',
    };
  }
  const { owner = '', repository = '', path = '', ref = '' } = far;
  // Names of owners and repositories have no case on GitHub.
  const isSuite = `${owner}/${repository}`.toLowerCase() === suite.repository.toLowerCase();
  return { kind: 'remote', owner, repository, path: path.replace(/\/$/, ''), ref, isSuite };
}
