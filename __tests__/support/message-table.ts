import { afterAll } from '@jest/globals';
import type { Seen } from './scenario.ts';

/** Gathers what the bundle says, and prints it at the end: id, exit code, text with its cure. */
export function createMessageTable(title: string): { readonly add: (id: string, seen: Seen) => void } {
  const rows: string[] = [];
  afterAll(() => {
    console.log([title, ...rows].join('\n'));
  });
  return {
    add: (id, { annotations, exitCode, log }) => {
      const lines = [...annotations.map(({ message }) => message), ...log.split('\n')];
      const said = lines.find((line) => line.includes(`[${id}]`)) ?? '';
      rows.push(`${id.padEnd(24)} ${exitCode}  ${said.replace(` [${id}]`, '').replaceAll('\n', ' ')}`);
    },
  };
}
