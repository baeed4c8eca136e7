import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { suggest } from '#kit/suggest';
import { readScenario, type ScenarioResult } from './scenario-file.ts';

/** The scenarios that come along. */
const folder = join(import.meta.dirname, '..', 'scenarios');

export interface ScenarioFile {
  readonly name: string;
  /** As a person would type it. */
  readonly path: string;
  readonly text: string;
}

/** All scenarios that come along, by name. */
export function listScenarios(): readonly ScenarioFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yml'))
    .sort()
    .map((file) => ({
      name: basename(file, '.yml'),
      path: `rehearsal/scenarios/${file}`,
      text: readFileSync(join(folder, file), 'utf8'),
    }));
}

/**
 * A scenario that comes along, by its name, or a person's own, by its path.
 * @returns what is wrong, as a text
 */
export function findScenario(wanted: string): ScenarioFile | string {
  const isPath = /[/\\]|\.ya?ml$/.test(wanted);
  if (isPath) {
    const path = resolve(wanted);
    if (!existsSync(path)) return `there is no file "${wanted}"`;
    return { name: basename(path).replace(/\.ya?ml$/, ''), path: wanted, text: readFileSync(path, 'utf8') };
  }
  const all = listScenarios();
  const found = all.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  const names = all.map(({ name }) => name);
  const near = suggest(wanted, names);
  return `there is no scenario "${wanted}"${near === undefined ? '' : `; did you mean "${near}"?`} There are: ${names.join(', ')}`;
}

export function parseScenario({ name, text }: ScenarioFile): ScenarioResult {
  return readScenario(text, name);
}
