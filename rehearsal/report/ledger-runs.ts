import type { Entry } from '#rollout/entries';
import type { Rollout } from '#rollout/ledgers';
import { tellPlace } from '#rollout/places';
import type { RunView } from './release-view.ts';
import { tellReason } from './release-words.ts';

/** What is remembered for the sake of the next look, and says nothing to a person. */
const quiet: ReadonlySet<string> = new Set(['snapshot', 'curve', 'parameters', 'began', 'published', 'stopped']);

/** Runs by what they wrote, in order; those that wrote nothing left no trace. */
export function listLedgerRuns(rollouts: readonly Rollout[], address: string | undefined): readonly RunView[] {
  const written = rollouts
    .flatMap(({ ledger, state }) => ledger.entries.map((entry) => ({ entry, version: state.release.version })))
    .toSorted((one, other) => Date.parse(one.entry.at) - Date.parse(other.entry.at));
  const names = [...new Set(written.map(({ entry }) => entry.run))];
  return names.map((run): RunView => {
    const all = written.filter(({ entry }) => entry.run === run);
    const did = all
      .filter(({ entry }) => !quiet.has(entry.kind))
      .map(({ entry, version }) => tellEntry(entry, version));
    const link = addressOf(run, address);
    return {
      name: run,
      at: Date.parse(all[0]?.entry.at ?? ''),
      did: did.length === 0 ? ['counts written down'] : did,
      isNotable: all.some(({ entry }) => !quiet.has(entry.kind) && entry.kind !== 'decided'),
      ...(link === undefined ? {} : { address: link }),
    };
  });
}

function tellEntry(entry: Entry, version: string): string {
  if (entry.kind === 'opened') return `${version} opened by ${entry.by}`;
  const about = `${version} ${entry.platform}`;
  if (entry.kind === 'reached')
    return `${about} ${entry.how === 'move' ? 'moved to' : 'seen at'} ${tellPlace(entry.place)}`;
  if (entry.kind === 'decided') return `${about} ${entry.state}: ${tellReason(entry.reason)}`;
  const by = 'by' in entry ? ` by ${entry.by}` : '';
  return `${about} ${entry.kind}${by}${entry.kind === 'halted' ? `: ${tellReason(entry.reason)}` : ''}`;
}

/** "9001.2" is the second attempt of the run 9001. */
function addressOf(run: string, address: string | undefined): string | undefined {
  const [, id, attempt] = /^(\d+)\.(\d+)$/.exec(run) ?? [];
  if (id === undefined || address === undefined) return undefined;
  return `${address}/actions/runs/${id}${attempt === '1' ? '' : `/attempts/${attempt}`}`;
}
