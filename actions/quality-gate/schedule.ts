import type { CheckName, CheckResult } from './checks/check.ts';

export type Order = 'parallel' | 'gated';

/** A check of a package, ready to run. */
export interface Task {
  readonly package: string;
  readonly name: CheckName;
  readonly run: () => Promise<CheckResult>;
}

/** The dearest first: with fewer cores than tasks, what takes longest must not begin last. */
const dearestFirst: readonly CheckName[] = ['tests', 'integration', 'types', 'lint'];
/** What a person fixes first comes first when one check may stop the next. */
const cheapestFirst: readonly CheckName[] = ['types', 'lint', 'tests', 'integration'];

/**
 * Runs the tasks.
 * - `parallel`: as many at once as there are cores, but at least two: these tools wait for the disk, too.
 * - `gated`: one after the other within a package, and no dearer one after a cheaper one that did not pass; packages side
 *   by side. What was not run is in the results as such, and never counts as passed.
 * @returns the results in the order of the tasks.
 */
export async function runTasks(tasks: readonly Task[], order: Order, cores: number): Promise<readonly CheckResult[]> {
  const width = Math.max(2, cores);
  const results = new Map<Task, CheckResult>();
  const lanes =
    order === 'gated'
      ? groupByPackage(tasks).map((group) => async () => runGated(sort(group, cheapestFirst), results))
      : sort(tasks, dearestFirst).map((task) => async () => {
          results.set(task, await task.run());
        });
  await runPool(lanes, width);
  return tasks.map((task) => results.get(task) ?? notRun(task));
}

async function runGated(tasks: readonly Task[], results: Map<Task, CheckResult>): Promise<void> {
  for (const task of tasks) {
    const result = await task.run();
    results.set(task, result);
    if (result.reasons.length > 0) return;
  }
}

function notRun({ name, package: of }: Task): CheckResult {
  return { package: of, name, notRun: true, reasons: [], findings: [], durationMs: 0, extent: 'nothing' };
}

/** At most `width` at once. When one throws, no further one is begun, and the error comes out when the running have ended. */
async function runPool(lanes: readonly (() => Promise<void>)[], width: number): Promise<void> {
  const waiting = [...lanes];
  const errors: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane !== undefined && errors.length === 0; lane = waiting.shift()) {
      try {
        await lane();
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, lanes.length) }, work));
  if (errors.length > 0) throw errors[0];
}

function groupByPackage(tasks: readonly Task[]): readonly (readonly Task[])[] {
  return [...new Set(tasks.map((task) => task.package))].map((of) => tasks.filter((task) => task.package === of));
}

function sort(tasks: readonly Task[], order: readonly CheckName[]): readonly Task[] {
  return [...tasks].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}
