import type { Seen } from './scenario.ts';

/** Shorter lines of a secret (the ends of a PEM file) may stand anywhere. */
const shortestLine = 8;
/** What every key file of a kind says. */
const HARMLESS = /^-----(BEGIN|END) [A-Z ]+-----$/;

function encode(value: string): string[] {
  const text = Buffer.from(value, 'utf8');
  return [
    value,
    text.toString('base64'),
    text.toString('base64url'),
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    text.toString('hex'),
  ];
}

/**
 * Where a secret shows in what a step left behind, whole or line by line, raw or encoded: the log before the runner's own masks
 * (but for the lines that register them), summary, outputs, annotations, names of files, and what else is given.
 */
export function findLeaks(secret: string, seen: Seen, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const places = {
    raw: seen.raw.replaceAll(/^::add-mask::.*$/gm, ''),
    log: seen.log,
    summary: seen.summary,
    outputs: JSON.stringify(seen.outputs),
    annotations: JSON.stringify(seen.annotations),
    post: seen.postLog,
    files: seen.left.join('\n'),
    ...more,
  };
  const lines = secret.split('\n').filter((line) => line.length >= shortestLine && !HARMLESS.test(line));
  const needles = [secret, ...lines].flatMap(encode);
  return Object.entries(places).flatMap(([place, text]) =>
    needles.filter((needle) => text.includes(needle)).map((needle) => `${place}: ${needle}`),
  );
}
