import type { Action, Context } from '#kit/action';
import { list, number, oneOf, optional, secret, text, withDefault } from '#kit/inputs';
import type { Fields } from '#kit/inputs';
import { deeds } from './deeds.ts';

const anything = text({ valid: 'anything', example: 'x' });

export const fields = () =>
  ({
    does: oneOf([
      'request',
      'request-json',
      'run',
      'say',
      'secret',
      'secret-file',
      'annotate',
      'summarize',
      'state',
      'tool',
      'project-tool',
      'tool-elsewhere',
      'throw',
      'throw-later',
      'wait',
      'pass',
    ]),
    count: withDefault(number({ min: 0, max: 100_000, example: '1' }), '1'),
    url: optional(anything),
    method: withDefault(oneOf(['GET', 'POST', 'PUT']), 'GET'),
    token: optional(secret(anything)),
    command: withDefault(anything, '[]'),
    'timeout-ms': withDefault(number({ min: 1, max: 600_000, unit: 'milliseconds', example: '1000' }), '60000'),
    text: optional(anything),
    'pass-env': withDefault(list(anything), ''),
  }) satisfies Fields;

export type ProbeContext = Context<ReturnType<typeof fields>, 'verdict' | 'seen'>;

/** Each word of the input `does` uses one part of the kit, so that its faults can be seen through a real bundle. */
export const probe: Action<ReturnType<typeof fields>, 'verdict' | 'seen'> = {
  name: 'probe',
  fields,
  outputs: { verdict: 'fail', seen: '' },
  async main(context) {
    await deeds[context.inputs.does](context);
    context.outputs.set({ verdict: 'pass' });
  },
  async post({ state, log }) {
    log.info(`post read "${state.read('note')}"`);
    return Promise.resolve();
  },
};
