import type { Outcome } from '#kit/exec';
import { commandFor } from './check.ts';
import type { CheckContext, CheckName } from './check.ts';

/** Before what a script of ours answers: whatever a configuration prints while it is loaded stands on other lines. */
const mark = 'slipway answers: ';

/**
 * Asks the project's own Node: runs a script in the folder of the package and reads the JSON that it hands to `answer`.
 * @param script an ES module; it may call `answer(value)`, once, which ends it. Its arguments begin at `process.argv[1]`.
 * @returns the outcome of the command, and the answer, undefined when there is none.
 */
export async function askNode(
  context: CheckContext,
  name: CheckName,
  script: string,
  args: readonly string[],
): Promise<{ readonly outcome: Outcome; readonly answer: unknown }> {
  const whole = `const answer = (value) => { process.stdout.write('\\n${mark}' + JSON.stringify(value) + '\\n'); process.exit(0); };\n${script}`;
  const node = { file: 'node', prefix: [] };
  const command = commandFor(context, name, node, ['--input-type=module', '--eval', whole, '--', ...args]);
  const outcome = await context.exec.run({ ...command, capture: true });
  const line = (outcome.stdout ?? '').split('\n').findLast((one) => one.startsWith(mark));
  return { outcome, answer: line === undefined ? undefined : (JSON.parse(line.slice(mark.length)) as unknown) };
}
