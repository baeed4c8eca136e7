// The house as two tables: which floor may import which, and which doors to the outside world stand where.
// Plain JavaScript, since ESLint reads it on Node 20 too. The rule that applies them is lint/floors.js.

/**
 * @typedef {object} Floor
 * @property {string} path the folder with a slash at the end, or the only file; relative to the root
 * @property {string} role what the floor is, as the end of the sentence "it is ..."
 * @property {readonly string[] | 'all'} imports the floors that it may import; its own is always among them
 * @property {readonly string[]} [importsTypesOf] the floors of which it may import types only
 * @property {string} [rooms] the floor's folders are strangers to one another; this is what one of them is called
 * @property {boolean} [pure] imports no package and no Node module either
 * @property {boolean} [readable] every `import()` has to name its module, so that the floors and the bundler can follow it
 */

const readersAndClients = ['health', 'kit', 'summary', 'schemas'];
const library = ['rollout', 'vendors', 'artifacts', 'reports', 'versions', 'health', 'kit', 'summary', 'schemas'];

/**
 * Every folder that holds code. Imports go down only. Source: docs/architecture.md.
 *
 * @type {Readonly<Record<string, Floor>>}
 */
export const house = {
  // Before `actions`, in whose folder it lies: the first floor that fits is the one.
  entry: {
    path: 'actions/start.ts',
    role: 'what every stub in dist/ calls, and so the only one that knows all stages',
    imports: ['actions', ...library],
    readable: true,
  },
  actions: {
    path: 'actions/',
    role: 'one stage each, shipped to users',
    imports: library,
    rooms: 'stage',
    readable: true,
  },
  cli: {
    path: 'cli/',
    role: 'the local command, which rehearses and so may know the emulators, and serves those who develop the suite',
    imports: [...library, 'rehearsal', 'emulators', 'scripts'],
  },
  rollout: {
    path: 'src/rollout/',
    role: 'the pure plan of a rollout; the world is handed to it',
    imports: ['artifacts', 'reports', 'versions', 'health', 'kit', 'summary', 'schemas'],
    importsTypesOf: ['vendors'],
    readable: true,
  },
  vendors: { path: 'src/vendors/', role: 'one client per vendor', imports: readersAndClients, readable: true },
  artifacts: {
    path: 'src/artifacts/',
    role: 'readers of what a build makes',
    imports: readersAndClients,
    readable: true,
  },
  reports: { path: 'src/reports/', role: 'readers and writers of reports', imports: readersAndClients, readable: true },
  versions: { path: 'src/versions/', role: 'the arithmetic of versions', imports: readersAndClients, readable: true },
  health: {
    path: 'src/health/',
    role: 'pure, from evidence to verdict: no vendor, no GitHub, no clock, no package',
    imports: ['summary'],
    pure: true,
    readable: true,
  },
  // Before `kit`, in whose folder it lies: a decision has to be drawn, and drawing is as pure as deciding.
  summary: {
    path: 'src/kit/summary.ts',
    role: 'the pure builder of Markdown',
    imports: [],
    pure: true,
    readable: true,
  },
  kit: {
    path: 'src/kit/',
    role: "the ground floor, the runner's side of every stage",
    imports: ['summary'],
    readable: true,
  },
  schemas: { path: 'schemas/', role: 'the JSON Schemas of what we read and write', imports: [] },
  emulators: {
    path: 'emulators/',
    role: 'a second reading of the vendors, so a misreading shared with shipped code must not hide',
    imports: [],
    readable: true,
  },
  rehearsal: {
    path: 'rehearsal/',
    role: 'what drives shipped code against the emulators',
    imports: [...library, 'actions', 'entry', 'emulators'],
  },
  lint: { path: 'lint/', role: 'a tool of this repository', imports: 'all' },
  scripts: { path: 'scripts/', role: 'a tool of this repository', imports: 'all' },
  bench: { path: 'bench/', role: 'a tool of this repository', imports: 'all' },
  tests: { path: '__tests__/', role: 'a tool of this repository', imports: 'all' },
};

/**
 * @typedef {object} Door
 * @property {string} what what is done behind it, as in "... belongs into"
 * @property {readonly string[]} globals dotted paths from a global name; `new Date()` is the call without an argument
 * @property {readonly string[]} modules modules with their subpaths; `node:process#env` is one export
 * @property {readonly string[]} files the only files, or folders with a slash at the end, that may use them
 * @property {string} why
 */

/** The folders whose code goes through the doors: what users run. */
export const shipped = ['src/', 'actions/'];

/**
 * Ways out of the process, each with the only files that may use it. `src/kit/host.ts` is where the real process comes in. A type is no way out: `import type` and `typeof` pass.
 * Source: docs/architecture.md, "Time, network and tools are parameters".
 *
 * @type {readonly Door[]}
 */
export const doors = [
  {
    what: 'reading the time',
    globals: [
      'Date.now',
      'new Date()',
      'performance.now',
      'performance.timeOrigin',
      'process.hrtime',
      'process.uptime',
    ],
    modules: ['node:perf_hooks', 'node:process#hrtime', 'node:process#uptime'],
    files: ['src/kit/clock.ts', 'src/kit/host.ts'],
    why: 'a rollout of seven days is tested in seconds only if every reading comes from the clock that is handed in',
  },
  {
    what: 'waiting',
    globals: ['setInterval', 'setImmediate', 'AbortSignal.timeout', 'Atomics.wait', 'Atomics.waitAsync'],
    modules: ['node:timers'],
    files: ['src/kit/clock.ts'],
    why: 'a wait that ends by the wall clock never ends in a rehearsal, which moves its own',
  },
  {
    what: 'waiting',
    globals: ['setTimeout'],
    modules: [],
    // A local process lives by the wall clock, whatever time the rehearsal says it is, and so does a connection.
    files: ['src/kit/clock.ts', 'src/kit/exec.ts', 'src/kit/fetch.ts'],
    why: 'a wait that ends by the wall clock never ends in a rehearsal, which moves its own',
  },
  {
    what: 'speaking to the network',
    globals: ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'],
    modules: ['node:http', 'node:https', 'node:http2', 'node:net', 'node:tls', 'node:dgram', 'undici'],
    files: ['src/kit/fetch.ts', 'src/kit/proxy.ts'],
    why: 'deadlines, retries, proxies and the refusal of redirected endpoints hold only for what passes there',
  },
  {
    what: 'starting a process',
    globals: [],
    modules: ['node:child_process', 'node:cluster'],
    files: ['src/kit/exec.ts', 'src/kit/orphans.ts'],
    why: 'elsewhere a child would inherit our secrets and the files in which a job reads our result',
  },
  {
    what: 'reading the environment',
    globals: ['process.env'],
    modules: ['node:process#env'],
    files: ['src/kit/'],
    why: 'a stage sees only its validated Inputs, so the same inputs give the same run',
  },
  {
    what: 'ending the process',
    globals: ['process.exit', 'process.abort', 'process.reallyExit'],
    modules: ['node:process#exit', 'node:process#abort'],
    files: ['src/kit/action.ts', 'actions/start.ts'],
    why: 'an early exit loses outputs, the summary and the processes that we started',
  },
  {
    what: 'taking all of `process` under a name of its own',
    globals: [],
    modules: ['node:process#default', 'node:process#*'],
    files: ['src/kit/host.ts'],
    why: 'it hides which parts of it are used; the global `process` shows them',
  },
  {
    what: 'calling @actions/core',
    globals: [],
    modules: ['@actions/core'],
    files: ['src/kit/runner.ts'],
    why: 'the runner is handed in, so that a test can stand in for it and nothing is printed unmasked',
  },
];
