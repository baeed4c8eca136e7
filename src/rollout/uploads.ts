import { ForeseenError } from '#kit/errors';
import { list, number, record, text } from '#kit/shapes';
import { ledgerFolder } from './ledger-file.ts';
import type { LedgerBranch } from './ledgers.ts';

/**
 * Uploads that are under way. At Google Play an edit ends every other edit of the account, so a look at fractions would end an upload
 * that takes its minutes. Whoever uploads says so beside the ledgers; what it says is over by itself at a time that it gives.
 */
export interface Upload {
  readonly package: string;
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

const mostAttempts = 4;

const shape = record({
  schema: number('whole', 1, 1),
  uploads: list(record({ package: text(300), run: text(100), until: text(30) }), 100),
});

/** In the folder of the app's ledgers, so that one request reads both. */
function uploadsPath(app: string): string {
  return `${ledgerFolder(app)}/uploading.json`;
}

/** Those that are not over; a file that cannot be read says nothing, and is in the way of nothing. */
export function readUploads(file: string | undefined, now: number): readonly Upload[] {
  if (file === undefined) return [];
  try {
    const { uploads } = shape(JSON.parse(file), '');
    return uploads.filter(({ until }) => Date.parse(until) > now);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

export interface Marking {
  /** Of the policy. */
  readonly app: string;
  readonly package: string;
  readonly run: string;
  readonly now: number;
}

/**
 * Says that an upload begins, or that it is over (`until` absent).
 * @returns whether it stands there now
 * @throws CancelledError and defects only: an upload is not stopped for want of its mark
 */
export async function markUpload(branch: LedgerBranch, marking: Marking, until?: number): Promise<boolean> {
  const { app, package: name, run, now } = marking;
  const path = uploadsPath(app);
  try {
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const { head, files } = await branch.read();
      const known = files.get(path);
      const others = readUploads(known, now).filter((one) => one.run !== run || one.package !== name);
      const own = until === undefined ? [] : [{ package: name, run, until: new Date(until).toISOString() }];
      const uploads = [...others, ...own];
      if (uploads.length === 0 && known === undefined) return true;
      const written = await branch.write({
        expectedHead: head,
        ...(uploads.length === 0
          ? { additions: new Map(), deletions: [path] }
          : { additions: new Map([[path, `${JSON.stringify({ schema: 1, uploads })}\n`]]), deletions: [] }),
        message: `${app}: ${until === undefined ? 'the upload is over' : 'an upload begins'} [skip ci]`,
      });
      if (written.is === 'written') return true;
      if (written.is === 'unknown') return false;
    }
    return false;
  } catch (error) {
    if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
    return false;
  }
}
