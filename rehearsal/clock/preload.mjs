/**
 * Puts a process on a virtual clock: `node --import file:///.../preload.mjs?clock=<url>&file=<path> bundle.js`. Shipped
 * code knows nothing of it; it stands on exactly three things of the platform, and these are replaced here:
 * `Date`, `setTimeout` of node:timers/promises (a wait of ours) and `AbortSignal.timeout` (a limit on waiting for others).
 * Timers of libraries and limits on local processes stay real. The protocol is that of emulators/base/clock-server.ts.
 */
import { openSync, readSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

// Not by import: that reads every export, and some of this module load Node's fetch, which a small action never needs.
const { Agent, request } = process.getBuiltinModule('node:http');

const parameters = new URL(import.meta.url).searchParams;
const clockUrl = parameters.get('clock');
const file = openSync(parameters.get('file'), 'r');
// Who waits: whoever started this process may have joined the clock under that name, so that time stands while it computes.
const participant = parameters.get('participant') ?? undefined;
const bytes = Buffer.alloc(8);

/** Virtual milliseconds since the epoch, as the clock last wrote them. */
function now() {
  readSync(file, bytes, 0, 8, 0);
  return bytes.readDoubleLE(0);
}

const RealDate = Date;
globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [now()] : parts));
  }

  static now() {
    return now();
  }
};

// An agent of its own: the global one may be told to use a proxy.
const agent = new Agent({ keepAlive: false });

/** Resolves with the clock's answer when it says that the moment has come; rejects when the signal aborts first. */
function ask(path, body, { signal, waitsAlone = false } = {}) {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const asked = request(`${clockUrl}${path}`, { method: 'POST', agent, headers, signal }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
      answer.on('error', reject);
    });
    asked.on('error', (error) => reject(signal?.aborted ? signal.reason : error));
    // A deadline that nobody waits for any more must not keep the process alive.
    if (waitsAlone) asked.on('socket', (socket) => socket.unref());
    asked.end(text);
  });
}

timers.setTimeout = async (ms, value, { signal } = {}) => {
  signal?.throwIfAborted();
  await ask('/clock/sleep', { ms: ms ?? 0, participant }, { signal });
  return value;
};
syncBuiltinESMExports();

// Time stands while a process computes, so that most of its deadlines are for one moment: the clock is asked once for each moment.
const deadlines = new Map();

AbortSignal.timeout = (ms) => {
  const controller = new AbortController();
  const at = now() + ms;
  const known = deadlines.get(at);
  if (known !== undefined) {
    known.push(controller);
    return controller.signal;
  }
  const waiting = [controller];
  deadlines.set(at, waiting);
  ask('/clock/deadline', { ms, hold: true, participant }, { waitsAlone: true }).then(
    ({ hold }) => {
      deadlines.delete(at);
      for (const one of waiting)
        one.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
      // Time stands still until what waited for this has acted upon it: a turn of the event loop.
      setImmediate(() => {
        ask('/clock/release', { hold }).catch(() => undefined);
      });
    },
    () => deadlines.delete(at),
  );
  return controller.signal;
};
