import { posix } from 'node:path';
import { findTop } from '../parts.ts';
import { actions, type Problem, type Rule } from '../rule.ts';
import {
  type Entry,
  findEntry,
  findInScalar,
  findValue,
  isText,
  listEntries,
  listItems,
  readScalar,
  readString,
  type Source,
} from '../source.ts';

/** Source: GitHub, metadata syntax; actions/runner, ActionManifestManager.cs. `runs` is judged by the language service. */
const knownKeys = {
  root: ['name', 'author', 'description', 'inputs', 'outputs', 'runs', 'branding'],
  inputs: ['description', 'required', 'default', 'deprecationMessage'],
  outputs: ['description', 'value'],
} as const;

const isGuard = ({ path }: Source): boolean => path === 'action.yml';
const isStage = ({ path }: Source): boolean => /^actions\/[^/]+\/action\.ya?ml$/.test(path);
const listDeclared = (source: Source, kind: 'inputs' | 'outputs'): Entry[] =>
  listEntries(source, findValue(source, [kind]));
const isRequired = (source: Source, input: Entry): boolean =>
  String(readScalar(findValue(source, ['required'], input.value))) === 'true';
const looksDeprecated = ({ name }: Entry): boolean => /deprecat/i.test(name) && name !== 'deprecationMessage';

function* findUnknown(entries: readonly Entry[], known: readonly string[], owner: string): Generator<Problem> {
  for (const entry of entries) {
    if (known.includes(entry.name) || looksDeprecated(entry)) continue;
    yield { at: entry.key, message: `${entry.name} means nothing in ${owner}` };
  }
}

/** The manifests of actions. */
export const manifests: readonly Rule[] = [
  {
    id: 'action-identity',
    appliesTo: actions,
    why: 'the name and description are what the Marketplace, editors and the log of a job show',
    source: 'GitHub, metadata syntax for actions',
    cure: 'add `name`, `description` and `author`',
    *check(source) {
      for (const name of ['name', 'description', 'author']) {
        if (!readString(findValue(source, [name]))?.trim())
          yield { at: findTop(source), message: `the action has no ${name}` };
      }
    },
  },
  {
    id: 'action-runtime',
    appliesTo: actions,
    why: 'Node 20 is gone from the runners, and a stage is JavaScript so that it runs on every system',
    source: 'actions/runner, Constants.cs; GitHub changelog, Node 20 removal 2026-09-23',
    cure: 'write `using: node24`',
    *check(source) {
      const node = findEntry(source, findValue(source, ['runs']), 'using')?.value;
      const using = readString(node) ?? 'nothing';
      const allowed = isStage(source) ? ['node24'] : ['node24', 'composite'];
      if (!allowed.includes(using)) yield { at: node ?? findTop(source), message: `the action runs on ${using}` };
    },
  },
  {
    id: 'action-entry',
    appliesTo: actions,
    why: 'a bundle that is not there fails every run of every user',
    source: 'GitHub, metadata syntax, runs.main',
    cure: 'build the bundle, or correct the path, which counts from the folder of the action',
    *check(source, repository) {
      for (const name of ['pre', 'main', 'post']) {
        const node = findValue(source, ['runs', name]);
        if (!isText(node)) continue;
        const path = posix.join(posix.dirname(source.path), node.value);
        if (!repository.exists(path)) yield { at: node, message: `${name} is not there: ${path}` };
      }
    },
  },
  {
    id: 'input-name',
    appliesTo: actions,
    why: 'one spelling for all actions, so that nobody has to look it up',
    source: 'docs/architecture.md: kebab-case inputs',
    cure: 'write it in kebab-case',
    *check(source) {
      for (const { name, key } of listDeclared(source, 'inputs')) {
        if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) yield { at: key, message: `input ${name} is not kebab-case` };
      }
    },
  },
  {
    id: 'described-action',
    appliesTo: actions,
    why: 'action.yml is the contract, and the description is what an editor shows of it',
    source: 'docs/architecture.md: action.yml is the contract',
    cure: 'add a `description:`',
    *check(source) {
      for (const kind of ['inputs', 'outputs'] as const) {
        for (const { name, key, value } of listDeclared(source, kind)) {
          if (readString(findValue(source, ['description'], value))?.trim()) continue;
          yield { at: key, message: `${kind.slice(0, -1)} ${name} is not described` };
        }
      }
    },
  },
  {
    id: 'input-default',
    appliesTo: actions,
    why: 'a boolean input without a default crashes getBooleanInput, and a required one with a default is not required',
    source: 'fjogeleit/yaml-update-action issue 534; docs/architecture.md: each with description and default',
    cure: "write a `default:` ('' for none), or `required: true` and no default",
    *check(source) {
      for (const input of listDeclared(source, 'inputs')) {
        const hasDefault = findEntry(source, input.value, 'default') !== undefined;
        if (hasDefault !== isRequired(source, input)) continue;
        const message = hasDefault ? 'is required and has a default' : 'has no default';
        yield { at: input.key, message: `input ${input.name} ${message}` };
      }
    },
  },
  {
    id: 'default-is-text',
    appliesTo: actions,
    why: 'inputs are text: YAML would make 1.10 into 1.1, and true into a boolean that only looks like one',
    source: 'GitHub, metadata syntax, inputs.<input_id>.default; actions/toolkit, getBooleanInput',
    cure: "put it in quotes: `default: 'true'`",
    *check(source) {
      for (const { name, value } of listDeclared(source, 'inputs')) {
        const preset = findEntry(source, value, 'default');
        if (preset && !isText(preset.value)) {
          yield { at: preset.value ?? preset.key, message: `the default of ${name} is not text` };
        }
      }
    },
  },
  {
    id: 'deprecation-key',
    appliesTo: actions,
    why: 'the runner ignores every other spelling, so nobody is warned',
    source: 'actions/runner, ActionManifestManager.cs',
    cure: 'write `deprecationMessage`',
    *check(source) {
      for (const { value } of listDeclared(source, 'inputs')) {
        for (const entry of listEntries(source, value)) {
          if (looksDeprecated(entry)) yield { at: entry.key, message: `${entry.name} is not the key that warns` };
        }
      }
    },
  },
  {
    id: 'known-key',
    appliesTo: actions,
    why: 'an unknown key is silently ignored, so what it was to do is not done',
    source: 'GitHub, metadata syntax; actions/runner, ActionManifestManager.cs',
    cure: 'remove it, or correct its spelling',
    *check(source) {
      yield* findUnknown(listEntries(source, source.document.contents), knownKeys.root, 'an action.yml');
      for (const kind of ['inputs', 'outputs'] as const) {
        for (const { value } of listDeclared(source, kind)) {
          yield* findUnknown(listEntries(source, value), knownKeys[kind], `an ${kind.slice(0, -1)}`);
        }
      }
    },
  },
  {
    id: 'root-guard',
    appliesTo: actions,
    why: 'who writes `uses: owner/slipway@v1` must be told which action to use, not run something',
    source: 'gradle/actions and github/codeql-action, root action.yml',
    cure: 'let the root action print every folder of actions/, no other, and `exit 1`',
    *check(source, repository) {
      if (!isGuard(source)) return;
      const using = findValue(source, ['runs', 'using']);
      if (!isText(using) || using.value !== 'composite') {
        yield { at: isText(using) ? using : findTop(source), message: 'the root action is not a guard' };
        return;
      }
      const real = repository.list('actions').filter((name) => repository.exists(`actions/${name}/action.yml`));
      const steps = listItems(source, findValue(source, ['runs', 'steps']));
      const runs = steps.map((step) => findValue(source, ['run'], step)).filter(isText);
      const named = runs.flatMap((run) =>
        findInScalar(source, run, /\bactions\/[a-z0-9-]+/g).map(({ offset, match }) => ({
          offset,
          name: match.slice(8),
        })),
      );
      for (const { offset, name } of named) {
        if (!real.includes(name)) yield { at: offset, message: `there is no actions/${name}` };
      }
      for (const name of real) {
        if (!named.some((other) => other.name === name))
          yield { at: using, message: `the guard does not name actions/${name}` };
      }
      if (!runs.some((run) => /^\s*exit 1\s*$/m.test(run.value)))
        yield { at: using, message: 'the guard does not exit with 1' };
    },
  },
];
