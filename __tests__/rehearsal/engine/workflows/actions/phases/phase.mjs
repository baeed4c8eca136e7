import { appendFileSync } from 'node:fs';
export function play(phase) {
  console.log(
    `${phase} of ${process.env.INPUT_NAME} ${process.env['INPUT_TWO_WORDS']} in ${process.cwd() === process.env.GITHUB_WORKSPACE} after ${process.env.STATE_last ?? 'nothing'}${process.env.STATE_old ?? ''}`,
  );
  appendFileSync(process.env.GITHUB_STATE, `last=${phase}\n`);
  if (phase === 'main') console.log('::save-state name=old::, said the old way');
  if (phase === 'main') appendFileSync(process.env.GITHUB_OUTPUT, `said=${process.env.INPUT_NAME}\n`);
  if (process.env.INPUT_FAIL === phase) process.exitCode = 1;
}
