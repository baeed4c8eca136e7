import type { Node } from 'yaml';
import { findTop, isOwn, listJobs, listUses } from '../parts.ts';
import type { Repository } from '../repository.ts';
import { type Rule, workflows } from '../rule.ts';
import {
  findEntry,
  findValue,
  isMapping,
  listEntries,
  readCommentAbove,
  readString,
  readTrailingComment,
  type Source,
} from '../source.ts';

const levels = ['none', 'read', 'write'] as const;
type Level = (typeof levels)[number];
/** Scope to level; a scope that is not named has the level of `others`. */
interface Grants {
  readonly named: ReadonlyMap<string, Level>;
  readonly others: Level;
}

const isLevel = (text: string | undefined): text is Level => levels.some((level) => level === text);

/** @returns what a `permissions` value grants, or nothing if there is none, which means the default of the repository */
function readGrants(source: Source, node: unknown): Grants | undefined {
  const all = /^(read|write)-all$/.exec(readString(node) ?? '')?.[1];
  if (isLevel(all)) return { named: new Map(), others: all };
  if (!isMapping(node)) return undefined;
  const named = listEntries(source, node).flatMap(({ name, value }): [string, Level][] => {
    const level = readString(value);
    return isLevel(level) ? [[name, level]] : [];
  });
  return { named: new Map(named), others: 'none' };
}

/** What a job has: its own grants, else those of its workflow. */
function readJobGrants(source: Source, job: Node | undefined): Grants | undefined {
  const own = readGrants(source, findEntry(source, job, 'permissions')?.value);
  return own ?? readGrants(source, findValue(source, ['permissions']));
}

const levelOf = ({ named, others }: Grants, scope: string): Level => named.get(scope) ?? others;
const exceeds = (asked: Level, granted: Level): boolean => levels.indexOf(asked) > levels.indexOf(granted);

/** The scopes in which `asked` goes beyond `granted`, as `contents: write`. */
function compareGrants(asked: Grants, granted: Grants): string[] {
  const scopes = new Set([...asked.named.keys(), ...granted.named.keys()]);
  const found = [...scopes].filter((scope) => exceeds(levelOf(asked, scope), levelOf(granted, scope)));
  const beyond = exceeds(asked.others, granted.others) ? [`everything else: ${asked.others}`] : [];
  return [...found.map((scope) => `${scope}: ${levelOf(asked, scope)}`), ...beyond];
}

const findCalled = (source: Source, target: string, { sources }: Repository): Source | undefined =>
  isOwn(target) ? sources.find(({ path }) => path === source.project + target.slice(2)) : undefined;

/** What the token of a run may do. */
export const permissions: readonly Rule[] = [
  {
    id: 'no-permissions-on-top',
    appliesTo: workflows,
    why: 'a job added later would have a token that nobody thought of',
    source: 'OpenSSF Scorecard Token-Permissions; zizmor excessive-permissions',
    cure: 'write `permissions: {}` above `jobs:` and grant in the jobs what each needs',
    *check(source) {
      const top = findEntry(source, source.document.contents, 'permissions');
      const isEmpty = isMapping(top?.value) && top.value.items.length === 0;
      if (!isEmpty)
        yield { at: top?.key ?? findTop(source), message: 'the workflow does not begin without permissions' };
    },
  },
  {
    id: 'explained-grant',
    appliesTo: workflows,
    why: 'a grant whose reason is unknown is never taken back',
    source: 'zizmor undocumented-permissions',
    cure: 'list the scopes, each with a comment behind it or above it that says which step needs it',
    *check(source) {
      for (const { name, value } of listJobs(source)) {
        const node = findEntry(source, value, 'permissions')?.value;
        const all = readString(node);
        if (node && all !== undefined) yield { at: node, message: `${name} asks for ${all} instead of listing scopes` };
        for (const grant of listEntries(source, node)) {
          const end = grant.value ?? grant.key;
          if (readTrailingComment(source, end) || readCommentAbove(source, grant.key)) continue;
          yield { at: grant.key, message: `${name} does not say what ${grant.name} is for` };
        }
      }
    },
  },
  {
    id: 'grant-within-caller',
    appliesTo: workflows,
    why: 'a called job that asks for more than its caller grants fails at start-up, before any job of the run',
    source: 'GitHub, reusing workflow configurations, permissions',
    cure: 'grant the scope in the calling job, or ask for less in the called one',
    *check(source, repository) {
      for (const { node, target, level, owner } of listUses(source)) {
        const called = level === 'job' ? findCalled(source, target, repository) : undefined;
        const granted = readJobGrants(source, owner);
        if (!called || !granted) continue;
        for (const { name, value } of listJobs(called)) {
          const asked = readJobGrants(called, value);
          const beyond = asked ? compareGrants(asked, granted) : [];
          if (beyond.length > 0) yield { at: node, message: `${name} in ${called.path} asks for ${beyond.join(', ')}` };
        }
      }
    },
  },
  {
    id: 'no-secrets-inherit',
    appliesTo: workflows,
    why: 'every secret of the repository travels, and across owners none arrives',
    source: 'zizmor secrets-inherit',
    cure: 'pass each secret by name',
    *check(source) {
      for (const { value } of listJobs(source)) {
        const node = findEntry(source, value, 'secrets')?.value;
        if (node && readString(node) === 'inherit') yield { at: node, message: 'the call hands over every secret' };
      }
    },
  },
  {
    id: 'no-secret-in-workflow-env',
    appliesTo: workflows,
    why: 'every step of every job, those of third parties too, would read it',
    source: 'zizmor overprovisioned-secrets; GitHub, secure use reference',
    cure: 'move it into the `env` of the one step that needs it',
    *check(source) {
      for (const { value, name } of listEntries(source, findValue(source, ['env']))) {
        if (value && /\$\{\{[^}]*\bsecrets\b/i.test(readString(value) ?? '')) {
          yield { at: value, message: `${name} gives a secret to the whole workflow` };
        }
      }
    },
  },
];
