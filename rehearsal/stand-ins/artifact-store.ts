import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The artifacts of one run, as files in a folder per name. */
export interface ArtifactStore {
  /** @returns undefined when the run has an artifact of that name already and may not replace it */
  readonly put: (artifact: NewArtifact, overwrite: boolean) => StoredArtifact | undefined;
  readonly list: () => readonly StoredArtifact[];
  /** Copies the files of an artifact below a folder. */
  readonly extract: (artifact: StoredArtifact, into: string) => void;
}

export interface NewArtifact {
  readonly name: string;
  /** Absolute path by path within the artifact. */
  readonly files: ReadonlyMap<string, string>;
  readonly retentionDays: number;
  readonly job: string;
}

export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly digest: string;
  readonly retentionDays: number;
  readonly job: string;
  /** Absolute; holds the files. */
  readonly folder: string;
}

export function createArtifactStore(folder: string): ArtifactStore {
  const stored = new Map<string, StoredArtifact>();
  let lastId = 0;
  return {
    put: ({ name, files, retentionDays, job }, overwrite) => {
      if (stored.has(name) && !overwrite) return undefined;
      lastId += 1;
      const target = join(folder, name);
      rmSync(target, { recursive: true, force: true });
      mkdirSync(target, { recursive: true });
      const digest = createHash('sha256');
      const listed = [...files]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, source]) => {
          mkdirSync(dirname(join(target, path)), { recursive: true });
          copyFileSync(source, join(target, path));
          digest.update(`${path}\0`).update(readFileSync(source));
          return { path, bytes: statSync(source).size };
        });
      const artifact = {
        id: lastId,
        name,
        files: listed,
        digest: digest.digest('hex'),
        retentionDays,
        job,
        folder: target,
      };
      stored.set(name, artifact);
      return artifact;
    },
    list: () => [...stored.values()],
    extract: (artifact, into) => {
      for (const { path } of artifact.files) {
        mkdirSync(dirname(join(into, path)), { recursive: true });
        copyFileSync(join(artifact.folder, path), join(into, path));
      }
    },
  };
}

/** All files below a folder, by path relative to it. */
export function listTree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
