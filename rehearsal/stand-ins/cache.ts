import { withoutFolders } from './cache-store.ts';
import { findFiles } from './search-paths.ts';
import type { StandIn, StandInCall, StandInInput, StandInOutcome, StandInPost } from './stand-in.ts';

const common: Readonly<Record<string, StandInInput>> = {
  path: {},
  key: {},
  'upload-chunk-size': {},
  enableCrossOsArchive: { default: 'false' },
};
const restoring: Readonly<Record<string, StandInInput>> = {
  'restore-keys': {},
  'fail-on-cache-miss': { default: 'false' },
  'lookup-only': { default: 'false' },
};

const does = 'keeps caches on this machine for as long as the rehearsal lasts, by the same rules';

/** https://github.com/actions/cache */
export const cache: StandIn = {
  does,
  inputs: { ...common, ...restoring, 'save-always': { default: 'false' } },
  run: (call) => {
    const outcome = restore(call);
    if (outcome.failure !== undefined || outcome.outputs?.['cache-hit'] === 'true') return outcome;
    const post: StandInPost = { condition: 'success', run: (say) => save({ ...call, say }) };
    return { ...outcome, post };
  },
};

export const cacheRestore: StandIn = { does, inputs: { ...common, ...restoring }, run: restore };

export const cacheSave: StandIn = {
  does,
  inputs: common,
  run: (call) => {
    save(call);
    return {};
  },
};

function restore({ input, say, site }: StandInCall): StandInOutcome {
  const key = input('key');
  const lines = input('restore-keys')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  // A pull request reads the caches of its base and of the default branch too, never those of another pull request.
  const branches = [site.baseRef, site.snapshot.defaultBranch].filter(Boolean).map((name) => `refs/heads/${name}`);
  const found = site.caches.find({
    key,
    restoreKeys: lines,
    paths: withoutFolders(input('path'), site),
    refs: [site.ref, ...branches],
  });
  if (found !== undefined && input('lookup-only') !== 'true') site.caches.restore(found, site);
  if (found === undefined && input('fail-on-cache-miss') === 'true')
    return { failure: `Failed to restore cache entry. Exiting as fail-on-cache-miss is set. Input key: ${key}` };
  say(
    found === undefined
      ? `Cache not found for input keys: ${[key, ...lines].join(', ')}`
      : `Cache restored from key: ${found.key}`,
  );
  return {
    outputs: {
      'cache-hit': found === undefined ? '' : String(found.key === key),
      'cache-primary-key': key,
      'cache-matched-key': found?.key ?? '',
    },
  };
}

function save({ input, say, site }: StandInCall): void {
  const { files } = findFiles(input('path'), site.workspace, site.home, true);
  if (files.length === 0) {
    say(
      '::warning::Path Validation Error: Path(s) specified in the action for caching do(es) not exist, hence no cache is being saved.',
    );
    return;
  }
  const saved = site.caches.save(
    { key: input('key'), paths: withoutFolders(input('path'), site), ref: site.ref, files },
    site,
  );
  say(
    saved
      ? `Cache saved with key: ${input('key')}`
      : `Cache hit occurred on the primary key ${input('key')}, not saving cache.`,
  );
}
