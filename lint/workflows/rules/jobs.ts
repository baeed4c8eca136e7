import type { Node } from 'yaml';
import { findTop, findTrigger, listJobs } from '../parts.ts';
import { type Problem, type Rule, workflows } from '../rule.ts';
import { type Entry, findEntry, findValue, isMapping, isText, listItems, type Source } from '../source.ts';

/** Labels that name one image each. Source: actions/runner-images, README, November 2026. */
const runners: readonly string[] = [
  'ubuntu-24.04',
  'ubuntu-26.04',
  'ubuntu-slim',
  'macos-15',
  'macos-26',
  'windows-2025',
];

/** A label, or what an expression of `inputs` or `matrix` can become. Anything else yields a problem. */
function* findLabels(source: Source, job: Node | undefined, node: Node): Generator<Problem | { label: Node }> {
  const text = isText(node) ? node.value : undefined;
  const [, context, name = ''] = /^\$\{\{\s*(matrix|inputs)\.([\w-]+)\s*\}\}$/.exec(text ?? '') ?? [];
  if (context === undefined) {
    if (text?.includes('${{')) yield { at: node, message: `nobody can read from the file what ${text} becomes` };
    else yield { label: node };
    return;
  }
  const values = context === 'matrix' ? listMatrixValues(source, job, name) : listInputValues(source, name);
  if (values.length === 0) yield { at: node, message: `the file does not list what ${context}.${name} can be` };
  for (const label of values) yield { label };
}

function listMatrixValues(source: Source, job: Node | undefined, name: string): Node[] {
  const matrix = findValue(source, ['strategy', 'matrix'], job);
  const included = listItems(source, findValue(source, ['include'], matrix)).map((item) =>
    findValue(source, [name], item),
  );
  return [...listItems(source, findValue(source, [name], matrix)), ...(included.filter(Boolean) as Node[])];
}

/** The default and the options of an input; without a default its value is not known. */
function listInputValues(source: Source, name: string): Node[] {
  const inputs = ['workflow_call', 'workflow_dispatch'].flatMap(
    (trigger) =>
      findEntry(source, findValue(source, ['inputs'], findTrigger(source, trigger)?.value), name)?.value ?? [],
  );
  return inputs.flatMap((input) => {
    const preset = findEntry(source, input, 'default')?.value;
    return preset ? [preset, ...listItems(source, findValue(source, ['options'], input))] : [];
  });
}

/** `runs-on` as a label, a list of labels, or `{ group, labels }`. */
function listWantedLabels(source: Source, node: Node): Node[] {
  if (!isMapping(node)) return [node, ...listItems(source, node)].filter((each) => isText(each));
  const labels = findEntry(source, node, 'labels')?.value;
  return labels ? listWantedLabels(source, labels) : [node];
}

const listConcurrencies = (source: Source): Entry[] =>
  [source.document.contents as Node, ...listJobs(source).map(({ value }) => value)].flatMap(
    (owner) => findEntry(source, owner, 'concurrency') ?? [],
  );

/** How a workflow and its jobs run. */
export const jobs: readonly Rule[] = [
  {
    id: 'named',
    appliesTo: workflows,
    why: 'without a name the list of runs shows a path',
    source: 'zizmor anonymous-definition',
    cure: 'begin the file with `name:`',
    *check(source) {
      if (!findValue(source, ['name'])) yield { at: findTop(source), message: 'the workflow has no name' };
    },
  },
  {
    id: 'timeout',
    appliesTo: workflows,
    why: 'a hung job is billed for six hours',
    source: 'GitHub, workflow syntax, jobs.<job_id>.timeout-minutes (default 360)',
    cure: 'write `timeout-minutes:` in the job, some twice what it needs',
    *check(source) {
      for (const { name, key, value } of listJobs(source)) {
        const hasSteps = findEntry(source, value, 'steps') !== undefined;
        if (hasSteps && !findValue(source, ['timeout-minutes'], value))
          yield { at: key, message: `${name} has no time limit` };
      }
    },
  },
  {
    id: 'explicit-cancel',
    appliesTo: workflows,
    why: 'whether a newer run may kill a release in its middle has to be a decision, not a default',
    source: 'zizmor concurrency-limits',
    cure: 'write `concurrency: { group: ..., cancel-in-progress: true or false }`',
    *check(source) {
      for (const { key, value } of listConcurrencies(source)) {
        if (!findValue(source, ['cancel-in-progress'], value)) {
          yield { at: key, message: 'the concurrency does not say what happens to the run in progress' };
        }
      }
    },
  },
  {
    id: 'known-runner',
    appliesTo: workflows,
    why: 'a `-latest` label changes its image overnight, and an unknown one waits for a runner for a day',
    source: 'actions/runner-images, README; actionlint runner-label',
    cure: `write one of ${runners.join(', ')}, or an input or matrix whose values are`,
    *check(source) {
      for (const { value: job } of listJobs(source)) {
        const node = findEntry(source, job, 'runs-on')?.value;
        for (const wanted of node ? listWantedLabels(source, node) : []) {
          for (const found of findLabels(source, job, wanted)) {
            if ('message' in found) yield found;
            else if (!isText(found.label) || !runners.includes(found.label.value)) {
              yield { at: found.label, message: `${String(found.label)} is not a runner of the list` };
            }
          }
        }
      }
    },
  },
  {
    id: 'odd-minute',
    appliesTo: workflows,
    why: 'runs of the full hour and of round minutes are the first to be delayed or dropped',
    source: 'GitHub, events that trigger workflows, schedule; community discussions 206019 and 211723',
    cure: 'write plain odd minutes: `cron: 7 * * * *` or `7,37 * * * *`',
    *check(source) {
      for (const item of listItems(source, findTrigger(source, 'schedule')?.value)) {
        const cron = findEntry(source, item, 'cron')?.value;
        if (!isText(cron)) continue;
        const minutes = cron.value.trim().split(/\s+/)[0] ?? '';
        if (!/^\d*[13579](,\d*[13579])*$/.test(minutes))
          yield { at: cron, message: `the schedule runs at minute ${minutes}` };
      }
    },
  },
];
