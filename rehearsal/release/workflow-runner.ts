import type { StepReport } from '#rehearsal/engine/result';
import { openRehearsal } from '#rehearsal/engine/session';
import { repository } from './app.ts';
import { findMemory } from './memory.ts';
import type { PromotionRun, Runner, RunnerOptions, Surroundings } from './runner.ts';

const schedule = '17 * * * *';

/** The caller's workflow through the engine: each run starts the bundle in a process of its own. */
export async function openWorkflowRunner(options: RunnerOptions, surroundings: Surroundings): Promise<Runner> {
  const { folder, suite, machine, at, cores } = options;
  const { secrets, vars, endpoints } = surroundings;
  const rehearsal = await openRehearsal({
    root: folder,
    suite,
    repository: repository.name,
    machine,
    isRepeated: true,
    temp: findMemory(machine),
    at: new Date(at).toISOString(),
    settings: { secrets, vars },
    ...(cores === undefined ? {} : { cores }),
  });
  return {
    clock: rehearsal.clock,
    github: rehearsal.github,
    token: rehearsal.issueToken('a person', { contents: 'write' }),
    run: async (inputs): Promise<PromotionRun> => {
      const result = await rehearsal.run({
        workflow: repository.workflow,
        ...(inputs === undefined ? { event: 'schedule', schedule } : { event: 'workflow_dispatch', inputs }),
        endpoints,
      });
      const steps = result.jobs.flatMap((job) => job.steps);
      return {
        conclusion: result.conclusion,
        refusals: result.refusals.map(({ file = '', line = 0, message }) => `${file}:${line}: ${message}`),
        outputs: result.jobs.find(({ outputs }) => 'platforms' in outputs)?.outputs ?? {},
        log: steps.flatMap(linesOf),
        summary: steps.map(({ summary }) => summary).join('\n'),
        processes: steps.filter(({ name, standIn }) => name.includes('staged-promote') && standIn === undefined).length,
        durationMs: result.durationMs,
      };
    },
    close: rehearsal.close,
  };
}

function linesOf({ log, children }: StepReport): readonly string[] {
  return [...log, ...children.flatMap(linesOf)];
}
