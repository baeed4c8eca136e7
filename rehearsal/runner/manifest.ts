import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** What a runner needs of an `action.yml` of a JavaScript action. */
export interface Manifest {
  readonly name: string;
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: readonly string[];
  /** Absolute paths. */
  readonly pre?: string;
  readonly main: string;
  readonly post?: string;
}

interface RawManifest {
  name: string;
  inputs?: Record<string, { default?: string | number | boolean; required?: boolean } | null>;
  outputs?: Record<string, unknown>;
  runs: { using: string; pre?: string; main?: string; post?: string };
}

/** @throws Error when the folder holds no `action.yml` of a JavaScript action. */
export function readManifest(folder: string): Manifest {
  const raw = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as RawManifest;
  if (raw.runs.using !== 'node24' || raw.runs.main === undefined) {
    throw new Error(`${folder}/action.yml is not a JavaScript action for Node 24 (runs.using: ${raw.runs.using})`);
  }
  const inputs = Object.entries(raw.inputs ?? {}).map(([name, input]) => [
    name,
    {
      ...(input?.default === undefined ? {} : { default: String(input.default) }),
      ...(input?.required === undefined ? {} : { required: input.required }),
    },
  ]);
  return {
    name: raw.name,
    inputs: Object.fromEntries(inputs) as Manifest['inputs'],
    outputs: Object.keys(raw.outputs ?? {}),
    ...(raw.runs.pre === undefined ? {} : { pre: resolve(folder, raw.runs.pre) }),
    main: resolve(folder, raw.runs.main),
    ...(raw.runs.post === undefined ? {} : { post: resolve(folder, raw.runs.post) }),
  };
}
