import { appendFileSync } from 'node:fs';
const phase = process.env.STATE_main === 'done' ? 'post' : process.env.STATE_pre === 'done' ? 'main' : 'pre';
console.log(`${phase} of ${process.env.INPUT_NAME} ${process.env.INPUT_TWO_WORDS} in ${process.cwd() === process.env.GITHUB_WORKSPACE}`);
appendFileSync(process.env.GITHUB_STATE, `${phase}=done\n`);
if (phase === 'main') appendFileSync(process.env.GITHUB_OUTPUT, `said=${process.env.INPUT_NAME}\n`);
if (process.env.INPUT_FAIL === phase) process.exitCode = 1;
