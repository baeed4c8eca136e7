import { kitMessages } from './messages.ts';
import { describeError, ForeseenError } from './errors.ts';
import type { Log } from './log.ts';
import type { Vault } from './secrets.ts';

export interface Outputs<Name extends string> {
  /** Booleans become "true" and "false", numbers their shortest decimal form. The last value of a name counts. */
  set(values: Readonly<Partial<Record<Name, string | number | boolean>>>): void;
  current(): Readonly<Record<Name, string>>;
}

/**
 * The outputs of a step. The negative values are written before anything else happens, so that a step that is killed
 * leaves "fail" behind and not an empty string, which an expression would take for false in one place and for
 * "not failed" in another.
 * @throws ForeseenError (`output-unwritable`) when the runner's file cannot be written.
 */
export function createOutputs<Name extends string>(
  negatives: Readonly<Record<Name, string>>,
  log: Log,
  vault: Vault,
): Outputs<Name> {
  const values: Record<Name, string> = { ...negatives };

  const write = (name: Name, value: string): void => {
    try {
      // A secret in an output would travel to other jobs and logs; the runner drops it silently, we blacken it visibly.
      log.speak((runner) => runner.setOutput(name, vault.redact(value)));
    } catch (error) {
      const note = kitMessages['output-unwritable'](name, describeError(error));
      throw new ForeseenError('ours', [note], { cause: error });
    }
  };

  for (const name of Object.keys(negatives) as Name[]) write(name, negatives[name]);
  return {
    set(changes) {
      for (const [name, value] of Object.entries(changes) as [Name, string | number | boolean][]) {
        values[name] = String(value);
        write(name, values[name]);
      }
    },
    current: () => values,
  };
}
