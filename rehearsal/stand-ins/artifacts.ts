import { matchesGlob, relative, resolve, sep, join } from 'node:path';
import type { StoredArtifact } from './artifact-store.ts';
import { findFiles } from './search-paths.ts';
import type { StandIn, StandInCall, StandInOutcome } from './stand-in.ts';

/** https://github.com/actions/upload-artifact, as of v4: artifacts do not change, their names are unique in the run. */
export const uploadArtifact: StandIn = {
  does: 'keeps the files on this machine, for the jobs of this run and for you',
  inputs: {
    name: { default: 'artifact' },
    path: {},
    'if-no-files-found': { default: 'warn' },
    'retention-days': { default: '90' },
    'compression-level': { default: '6' },
    overwrite: { default: 'false' },
    'include-hidden-files': { default: 'false' },
    archive: { default: 'true', refused: 'artifacts are kept as files, one folder each' },
  },
  run: ({ input, say, site }) => {
    const name = input('name');
    const bad = badCharacter(name);
    if (bad !== undefined)
      return { failure: `The artifact name is not valid: ${name}. Contains the following character: ${bad}` };
    const days = Number(input('retention-days')) || 90;
    const hidden = input('include-hidden-files') === 'true';
    const { files, root } = findFiles(input('path'), site.workspace, site.home, hidden);
    if (files.length === 0) return nothingFound(input('path'), input('if-no-files-found'), say);
    const artifact = site.artifacts.put(
      {
        name,
        files: new Map(files.map((file) => [relative(root, file).split(sep).join('/'), file])),
        retentionDays: days,
        job: site.job,
      },
      input('overwrite') === 'true',
    );
    if (artifact === undefined)
      return {
        failure:
          'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run',
      };
    say(`Artifact ${name} has been kept: ${files.length} files, ${days} days on GitHub`);
    return {
      outputs: {
        'artifact-id': String(artifact.id),
        'artifact-url': `https://github.com/${site.repository}/actions/runs/1/artifacts/${artifact.id}`,
        'artifact-digest': artifact.digest,
      },
    };
  },
};

function nothingFound(path: string, reaction: string, say: (line: string) => void): StandInOutcome {
  const message = `No files were found with the provided path: ${path.replaceAll('\n', ', ')}. No artifacts will be uploaded.`;
  if (reaction === 'error') return { failure: message };
  say(reaction === 'ignore' ? message : `::warning::${message}`);
  return {};
}

function badCharacter(name: string): string | undefined {
  return /["":<>|*?\r\n\\/]/.exec(name)?.[0];
}

const otherRun = 'artifacts of other runs are not on this machine';

/** https://github.com/actions/download-artifact, as of v5. */
export const downloadArtifact: StandIn = {
  does: 'hands over what an upload-artifact of this run has kept',
  inputs: {
    name: {},
    'artifact-ids': {},
    path: {},
    pattern: {},
    'merge-multiple': { default: 'false' },
    'github-token': { refused: otherRun },
    repository: {},
    'run-id': {},
    'skip-decompress': { default: 'false' },
    'digest-mismatch': { default: 'error' },
  },
  run: download,
};

function download({ input, say, site }: StandInCall): StandInOutcome {
  const path = resolve(site.workspace, (input('path') || '.').replace(/^~(?=\/|$)/, site.home));
  const [name, ids] = [input('name'), input('artifact-ids').split(',').filter(Boolean)];
  if (name !== '' && ids.length > 0)
    return { failure: "Inputs 'name' and 'artifact-ids' cannot be used together. Please specify only one." };
  const chosen = choose(site.artifacts.list(), name, ids, input('pattern') || '*');
  if (name !== '' && chosen.length === 0)
    return { failure: `Unable to download artifact(s): Artifact not found for name: ${name}` };
  const flat = name !== '' || input('merge-multiple') === 'true' || (ids.length === 1 && chosen.length === 1);
  for (const artifact of chosen) {
    site.artifacts.extract(artifact, flat ? path : join(path, artifact.name));
    say(`Artifact ${artifact.name}: ${artifact.files.length} files`);
  }
  say(`Total of ${chosen.length} artifact(s) downloaded`);
  return { outputs: { 'download-path': path } };
}

function choose(
  artifacts: readonly StoredArtifact[],
  name: string,
  ids: readonly string[],
  pattern: string,
): readonly StoredArtifact[] {
  if (name !== '') return artifacts.filter((artifact) => artifact.name === name);
  if (ids.length > 0) return artifacts.filter(({ id }) => ids.includes(String(id)));
  return artifacts.filter((artifact) => matchesGlob(artifact.name, pattern));
}
