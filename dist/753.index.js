export const id = 753;
export const ids = [753];
export const modules = {

/***/ 3753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qualityGate: () => (/* binding */ qualityGate)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/kit/child-env.js
var child_env = __webpack_require__(5029);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/reports/coverage.js
var coverage = __webpack_require__(3350);
;// CONCATENATED MODULE: ./src/reports/sorting.js
/** By code unit: the same order on every machine, whatever its language. */
function sorting_compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** Groups with their keys, sorted by key; inside a group the order stays. */
function groupSorted(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return [...groups].toSorted(([a], [b]) => sorting_compareText(a, b));
}

;// CONCATENATED MODULE: ./src/reports/baseline.js


/** JSON, the same for the same figures: packages and tools are sorted. */
function writeBaseline({ commit, measuredAt, packages, tools }) {
    const sorted = packages
        .toSorted((a, b) => sorting_compareText(a.name, b.name))
        .map(({ name, counts, tests }) => ({ name, counts: pickCounts(counts), tests: pickTests(tests) }));
    const versions = Object.fromEntries(Object.entries(tools).toSorted(([a], [b]) => sorting_compareText(a, b)));
    return `${JSON.stringify({ schema: 1, commit, measuredAt, packages: sorted, tools: versions }, undefined, 2)}\n`;
}
/**
 * Reads a baseline. It never throws: a baseline is a comfort, so what cannot be read, or was written by a newer version,
 * is "no baseline" with the reason. Nothing is guessed: one impossible figure and there is none.
 */
function readBaseline(text) {
    try {
        return { baseline: toBaseline(JSON.parse(text)) };
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return { none: error.message };
        throw error;
    }
}
function toBaseline(value) {
    const raw = toRecord(value, 'the baseline');
    if (raw['schema'] !== 1)
        throw new SyntaxError(`it has the schema ${String(raw['schema'])}; this version reads 1`);
    const commit = toText(raw['commit'], 'the commit');
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
        throw new SyntaxError('the commit is no full name of one');
    const measuredAt = toText(raw['measuredAt'], 'the time');
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(measuredAt) || Number.isNaN(Date.parse(measuredAt)))
        throw new SyntaxError('the time is none of ISO 8601 in UTC');
    if (!Array.isArray(raw['packages']) || raw['packages'].length === 0)
        throw new SyntaxError('it has no packages');
    const packages = raw['packages'].map(toPackage);
    if (new Set(packages.map(({ name }) => name)).size < packages.length)
        throw new SyntaxError('it has two packages of one name');
    const tools = Object.entries(toRecord(raw['tools'], 'the list of tools'));
    return {
        schema: 1,
        commit,
        measuredAt,
        packages,
        tools: Object.fromEntries(tools.map(([name, version]) => [name, toText(version, `the version of ${name}`)])),
    };
}
function toPackage(value) {
    const raw = toRecord(value, 'a package');
    const name = toText(raw['name'], 'the name of a package');
    const counts = toRecord(raw['counts'], `the coverage of ${name}`);
    const tests = toRecord(raw['tests'], `the tests of ${name}`);
    const figures = {
        name,
        counts: Object.fromEntries(coverage/* coverageMetrics */.wv.map((metric) => [metric, toCount(counts[metric], `${metric} of ${name}`)])),
        tests: {
            total: toNumber(tests['total'], `the tests of ${name}`),
            passed: toNumber(tests['passed'], `the passed tests of ${name}`),
            failed: toNumber(tests['failed'], `the failed tests of ${name}`),
            skipped: toNumber(tests['skipped'], `the skipped tests of ${name}`),
        },
    };
    return figures;
}
function toCount(value, what) {
    const raw = toRecord(value, what);
    const count = { covered: toNumber(raw['covered'], what), total: toNumber(raw['total'], what) };
    if (count.covered > count.total)
        throw new SyntaxError(`more ${what} are covered than there are`);
    return count;
}
function toRecord(value, what) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new SyntaxError(`${what} is no object`);
    return value;
}
function toText(value, what) {
    if (typeof value !== 'string' || value === '')
        throw new SyntaxError(`${what} is no text`);
    return value;
}
function toNumber(value, what) {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
        throw new SyntaxError(`a figure of ${what} is no count`);
    return value;
}
function pickCounts(counts) {
    const pick = ({ covered, total }) => ({ covered, total });
    return {
        lines: pick(counts.lines),
        branches: pick(counts.branches),
        functions: pick(counts.functions),
        statements: pick(counts.statements),
    };
}
function pickTests({ total, passed, failed, skipped }) {
    return { total, passed, failed, skipped };
}
function compareBaselines(before, after) {
    const names = [...new Set([...before.packages, ...after.packages].map(({ name }) => name))].toSorted(compareText);
    const totals = { before: totalOf(before.packages), after: totalOf(after.packages) };
    const tools = [...new Set([...Object.keys(before.tools), ...Object.keys(after.tools)])].toSorted(compareText);
    return {
        packages: names.map((name) => {
            const one = before.packages.find((figures) => figures.name === name);
            const other = after.packages.find((figures) => figures.name === name);
            return {
                name,
                ...(one === undefined ? {} : { before: one }),
                ...(other === undefined ? {} : { after: other }),
                difference: subtract(other?.counts ?? sumCounts([]), one?.counts ?? sumCounts([])),
            };
        }),
        ...totals,
        difference: subtract(totals.after, totals.before),
        toolChanges: tools
            .filter((tool) => before.tools[tool] !== after.tools[tool])
            .map((tool) => `${tool} ${before.tools[tool] ?? 'none'} -> ${after.tools[tool] ?? 'none'}`),
    };
}
function totalOf(packages) {
    return sumCounts(packages.map(({ counts }) => counts));
}
function subtract(a, b) {
    return Object.fromEntries(coverageMetrics.map((metric) => [
        metric,
        { covered: a[metric].covered - b[metric].covered, total: a[metric].total - b[metric].total },
    ]));
}

// EXTERNAL MODULE: ./src/reports/quality-figures.js + 1 modules
var quality_figures = __webpack_require__(3211);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/vendors/github/artifacts.js + 1 modules
var artifacts = __webpack_require__(616);
// EXTERNAL MODULE: ./src/vendors/github/client.js
var client = __webpack_require__(3589);
;// CONCATENATED MODULE: ./src/vendors/github/commits.js


const sha = (0,shapes/* text */.Qq)(64, /^[0-9a-f]{40,64}$/, 'the full name of a commit');
const commitShape = (0,shapes/* record */.g1)({ sha, parents: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({ sha }, 'ignored')) }, 'ignored');
/** Requests for one chain: each brings 100 commits, and begins where the first parents of the one before end. */
const mostRequests = 12;
/**
 * The best common ancestor of two revisions; undefined when they have none, or one of them is not known.
 * @throws VendorError
 */
async function findMergeBase(github, base, head) {
    const question = {
        operation: 'find the merge base',
        route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
        // One commit of the comparison is enough: what is asked for does not depend on the page.
        parameters: { basehead: `${base}...${head}`, per_page: 1 },
    };
    const comparison = (0,shapes/* record */.g1)({ merge_base_commit: (0,shapes/* record */.g1)({ sha }, 'ignored') }, 'ignored');
    const found = await (0,client/* orMissing */.M)(github.read(question, comparison));
    return found?.merge_base_commit.sha;
}
/**
 * A commit and its first parents, the nearest first. Second parents are what a merge brought in: they were never the
 * state of the branch.
 *
 * The API lists commits by time, so those of merged branches come in between, and a page may lack the next one. Then the
 * list begins anew at that one, which is always its first: at least one step further for each request.
 * @param most commits; the chain is shorter where history or the limit of requests ends
 * @throws VendorError
 */
async function followFirstParents(github, start, most) {
    const parents = new Map();
    const chain = [];
    let requests = 0;
    for (let next = start; next !== undefined && chain.length < most; next = parents.get(next)) {
        if (!parents.has(next)) {
            if (requests === mostRequests)
                break;
            requests += 1;
            for (const commit of await listCommits(github, next))
                parents.set(commit.sha, commit.parents[0]?.sha);
            if (!parents.has(next))
                break;
        }
        chain.push(next);
    }
    return chain;
}
async function listCommits(github, start) {
    const question = {
        operation: 'list the commits before the change',
        route: 'GET /repos/{owner}/{repo}/commits',
        parameters: { sha: start },
    };
    for await (const page of github.pages(question, commitShape, 1))
        return page;
    return [];
}

// EXTERNAL MODULE: ./src/vendors/github/event.js
var github_event = __webpack_require__(7816);
;// CONCATENATED MODULE: ./src/vendors/github/baseline.js






/** First parents behind the merge base that are looked at. */
const furthest = 50;
const mostArtifactPages = 3;
/** Artifacts that are downloaded, should the nearest be damaged. */
const mostDownloads = 3;
const mostFileBytes = 4_000_000;
/** Limit for the whole search, in milliseconds: a comfort may not hold up a gate. */
const budgetMs = 60_000;
/**
 * Finds the figures of the default branch at the nearest first-parent ancestor of the merge base. Having none is a
 * result with its reason, whatever the cause: a gate never fails for it.
 *
 * An artifact counts only when a run of this repository made it from code of this repository, on the default branch, at
 * a commit of the chain, and when the file inside names that commit too. A pull request can have an artifact of any name
 * and content made; it cannot have one of these.
 * @throws CancelledError when the run is cancelled.
 */
async function findBaseline(request) {
    const { environment, token } = request;
    if (token === undefined || token === '')
        return { none: 'there is no token to ask GitHub with' };
    try {
        return await search((0,client/* createGitHub */.C)({ http: limitTime(request), environment, token }), request);
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
        return { none: explain(error) };
    }
}
async function search(github, request) {
    const home = await readHome(github);
    const chain = await findChain(github, request.environment, home.defaultBranch);
    if (typeof chain === 'string')
        return { none: chain };
    const distances = new Map(chain.map((commit, distance) => [commit, distance]));
    const { trusted, expired } = await findArtifacts(github, `${request.name}-baseline`, home, distances);
    const failures = [];
    for (const { artifact, run } of trusted.slice(0, mostDownloads)) {
        const read = await readArtifact(github, artifact, run, request.read);
        if ('baseline' in read)
            return { ...read, commit: run.headSha, distance: distances.get(run.headSha) ?? 0 };
        failures.push(read.none);
    }
    if (failures[0] !== undefined)
        return { none: failures[0] };
    const within = `the last ${chain.length === 1 ? 'commit' : `${chain.length} commits`} of ${home.defaultBranch} before the change`;
    if (expired)
        return { none: `what was kept for ${within} has expired` };
    return { none: `nothing was kept for ${within}` };
}
/** From GitHub and not from the event, whose file any step before this one could have written. */
async function readHome(github) {
    const shape = (0,shapes/* record */.g1)({ id: (0,shapes/* number */.ai)('whole', 1, Number.MAX_SAFE_INTEGER), default_branch: (0,shapes/* text */.Qq)(1_000, /./) }, 'ignored');
    const question = { operation: 'read the repository', route: 'GET /repos/{owner}/{repo}', parameters: {} };
    const { id, default_branch: defaultBranch } = await github.read(question, shape);
    return { id, defaultBranch };
}
/** The merge base and its first parents, or why there is none. */
async function findChain(github, environment, defaultBranch) {
    const comparison = (0,github_event/* readComparison */.W)(environment, defaultBranch);
    if ('firstParentOf' in comparison) {
        const [, ...before] = await followFirstParents(github, comparison.firstParentOf, furthest + 2);
        return before.length === 0 ? `${comparison.firstParentOf} is the first commit of ${defaultBranch}` : before;
    }
    const start = await findMergeBase(github, comparison.base, comparison.head);
    if (start === undefined)
        return 'GitHub finds no commit that the change and its base have in common';
    return followFirstParents(github, start, furthest + 1);
}
/** Those that can be trusted, the nearest first, of one commit the newest; and whether there were any but for their age. */
async function findArtifacts(github, name, { id, defaultBranch }, distances) {
    const question = {
        operation: 'list the baselines',
        route: 'GET /repos/{owner}/{repo}/actions/artifacts',
        parameters: { name },
    };
    const found = [];
    for await (const page of github.pages(question, artifacts/* artifactShape */.aE, mostArtifactPages, 'artifacts')) {
        for (const artifact of page) {
            const { run } = artifact;
            const ours = run !== null &&
                artifact.name === name &&
                run.repositoryId === id &&
                run.headRepositoryId === id &&
                run.headBranch === defaultBranch &&
                distances.has(run.headSha);
            if (ours)
                found.push({ artifact, run });
        }
        // Nothing can be nearer than the merge base itself.
        if (found.some(({ artifact, run }) => !artifact.expired && distances.get(run.headSha) === 0))
            break;
    }
    const distance = ({ run }) => distances.get(run.headSha) ?? 0;
    const trusted = found
        .filter(({ artifact }) => !artifact.expired)
        .toSorted((a, b) => distance(a) - distance(b) || b.artifact.id - a.artifact.id);
    return { trusted, expired: found.length > trusted.length };
}
async function readArtifact(github, artifact, run, read) {
    const downloaded = await (0,artifacts/* downloadArtifact */.bk)(github, artifact, { 'baseline.json': mostFileBytes });
    if ('none' in downloaded)
        return downloaded;
    const file = downloaded.files.get('baseline.json');
    if (file === undefined)
        return { none: `the artifact ${artifact.name} has no baseline.json in it` };
    const found = read(file.toString('utf8'));
    if ('none' in found)
        return { none: `baseline.json of ${run.headSha} cannot be used: ${found.none}` };
    return found.baseline.commit === run.headSha
        ? found
        : { none: `baseline.json of ${run.headSha} says that it is of ${found.baseline.commit}` };
}
/** The same HTTP, with an end for all requests together. */
function limitTime({ http, clock }) {
    const endsAt = clock.now() + budgetMs;
    return { request: async (request) => http.request({ ...request, deadlineMs: Math.max(1, endsAt - clock.now()) }) };
}
/** By status, what a person can do about it. */
const refusals = {
    401: 'GitHub does not take the token',
    403: 'the token may not read artifacts or commits; the job needs "actions: read" and "contents: read"',
    404: 'GitHub shows this token no such repository, commit or artifact; the job needs "actions: read" and "contents: read"',
};
function explain(error) {
    const refusal = error instanceof errors/* VendorError */.Hi ? refusals[error.details.status ?? 0] : undefined;
    if (refusal !== undefined)
        return refusal;
    return error instanceof errors/* ForeseenError */.U8 ? error.notes[0].text : (0,errors/* describeError */.Uc)(error);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
;// CONCATENATED MODULE: ./actions/quality-gate/count.js
/** "1 file", "2 files". */
function count(number, one, many = `${one}s`) {
    return `${number} ${number === 1 ? one : many}`;
}

;// CONCATENATED MODULE: ./actions/quality-gate/messages.js


/** At the beginning of a sentence. */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** Everything that the quality gate can say no with. `text` names the fact, `cure` the next thing to do. */
const messages_messages = (0,messages/* defineMessages */.Y)({
    'packages-not-installed': (tool, manager, install) => ({
        text: `"${tool}" is not installed in the project${manager === undefined ? ', and there is no lockfile' : ` (its lockfile is that of ${manager})`}.`,
        cure: install === undefined
            ? 'Commit the lockfile of your package manager, and install the packages in a step before this one.'
            : `Run "${install}" in a step before this one; if it did run, add "${tool}" to the devDependencies.`,
    }),
    'types-failed': (errors, files) => ({
        text: `The type check found ${count(errors, 'error')} in ${count(files, 'file')}.`,
        cure: 'Mend the lines below; "npx tsc --noEmit" shows the same on your machine.',
    }),
    'types-nothing-checked': () => ({
        text: 'The type check passed, but it looked at no file of the project.',
        cure: 'Check "include" and "files" in tsconfig.json: a solution file with only "references" checks nothing by itself.',
    }),
    'types-misconfigured': (first) => ({
        text: `The type check could not start: ${first}`,
        cure: 'Mend tsconfig.json or its path; no file was checked.',
    }),
    'lint-failed': (errors, warnings) => ({
        text: `ESLint found ${count(errors, 'error')} and ${count(warnings, 'warning')}; none is allowed.`,
        cure: 'Mend the lines below; "npx eslint . --max-warnings 0" shows the same on your machine.',
    }),
    'lint-nothing-checked': () => ({
        text: 'ESLint passed, but it linted no file.',
        cure: 'Check "files" and "ignores" in eslint.config.js.',
    }),
    'lint-misconfigured': (said) => ({
        text: `ESLint could not run: ${said}`,
        cure: 'Mend eslint.config.js (ESLint 9 and newer read no .eslintrc); no file was linted.',
    }),
    'lint-report-unreadable': (reason) => ({
        text: `ESLint left no report that can be read: ${reason}.`,
        cure: 'Look at its output in the log above; without a whole report nothing counts as linted.',
    }),
    'tests-failed': (failed, total) => ({
        text: `${count(failed, 'failure')} in ${count(total, 'test')}.`,
        cure: 'Mend the tests below, or the code that they are right about.',
    }),
    'tests-none': (runner) => ({
        text: `${capital(runner)} ran no test.`,
        cure: 'Check which files it takes for tests ("testMatch" and "roots" of Jest, "include" of Vitest), and that they are in the checkout.',
    }),
    'tests-report-missing': (runner, end, said) => ({
        text: `${capital(runner)} ended (${end}) and left no report. It said: ${said}`,
        cure: 'Something ended it in the middle: a test that calls process.exit, a failing globalTeardown, a crash. The log above has its last lines.',
    }),
    'tests-report-unreadable': (reason) => ({
        text: `The test report cannot be read: ${reason}.`,
        cure: 'The run was cut off while it wrote, or the disk is full. Run it again.',
    }),
    'tests-interrupted': (runner, ran) => ({
        text: `${capital(runner)} was interrupted after ${count(ran, 'test')}; the rest was not run.`,
        cure: 'Remove "--bail" and "bail" from the configuration: a gate needs the whole result.',
    }),
    'tests-unhandled': (errors) => ({
        text: `Every test passed, and Vitest caught ${count(errors, 'error')} outside the tests.`,
        cure: 'A promise that nobody awaits, or a timer that outlives its test: the log above has the stack. Such an error can hide a failing test.',
    }),
    'tests-exit': (runner, end) => ({
        text: `Every test passed, yet ${runner} ended with ${end}.`,
        cure: 'A global teardown, a reporter or an open handle failed after the tests; the log above has its last lines.',
    }),
    'tests-misconfigured': (runner, said) => ({
        text: `${capital(runner)} could not start: ${said}`,
        cure: `Mend the configuration of ${runner}; no test was run.`,
    }),
    'test-runner-unclear': (manifest) => ({
        text: `${manifest} depends on Jest and on Vitest, and its script "test" does not name one of them.`,
        cure: 'Set "test-runner: jest" or "test-runner: vitest".',
    }),
    'integration-config-missing': (config, packages) => ({
        text: `There is no ${config} in ${packages}, so no integration test could be run.`,
        cure: 'Correct "integration-config" (a path from the folder of each package), or leave it empty.',
    }),
    'report-stale': (file) => ({
        text: `${file} is older than this run: the command did not write it.`,
        cure: 'Let the command write that file, or name the one that it writes in "commands". An old report may be of another commit.',
    }),
    'coverage-below': (metric, share, threshold, missing) => ({
        text: `Coverage of ${metric} is ${share}, ${threshold} % is required: ${missing} more to cover.`,
        cure: 'Cover the lines listed under "Least covered files".',
    }),
    'coverage-nothing': (metric) => ({
        text: `There are no ${metric} to cover: the coverage is empty.`,
        cure: 'Check "collectCoverageFrom" (Jest) or "coverage.include" (Vitest): it matches no source file.',
    }),
    'coverage-missing': (reason) => ({
        text: `The test report holds no coverage: ${reason}.`,
        cure: 'Check that no reporter or wrapper of the project turns coverage off.',
    }),
    'coverage-scope-missing': (runner, option, example) => ({
        text: `The configuration of ${runner} has no "${option}", so a source file that no test imports would not count at all.`,
        cure: `Add it, for example: ${example}.`,
    }),
    'coverage-by-v8': (runner) => ({
        text: 'The coverage was counted by V8, which takes blank lines, comments and braces for code: 2.5 times the lines on the suite that we measured, and up to 13 times the time on a React Native app.',
        cure: `Set ${runner === 'Vitest' ? 'coverage.provider: "istanbul"' : 'coverageProvider: "babel"'} in the configuration of ${runner}; the figures are comparable only among runs of the same provider.`,
    }),
    'coverage-lines-only': (absent) => ({
        text: `The coverage report says nothing about ${absent}, so only what it counts was held against the threshold.`,
        cure: 'Let the tool write them too, if it can.',
    }),
    'reports-unwritable': (folder, reason) => ({
        text: `The reports could not be written to ${folder}: ${reason}.`,
        cure: 'Free disk space on the runner, or give another "report-directory"; later steps rely on these files.',
    }),
    'patch-below': (share, threshold, missing) => ({
        text: `Coverage of the changed lines is ${share}, ${threshold} % is required: ${count(missing, 'line')} more to cover.`,
        cure: 'Cover the changed lines that are annotated.',
    }),
    'patch-base-missing': (base, fetch) => ({
        text: `The changed lines are not known: the base ${base} is not in this checkout.`,
        cure: `Give actions/checkout "${fetch}" under "with:".`,
    }),
    'patch-unreadable': (reason) => ({
        text: `The changed lines are not known: ${reason}.`,
        cure: 'The workspace has to be a git checkout of the commit under check.',
    }),
    'check-timed-out': (check, limit) => ({
        text: `"${check}" did not end within ${limit} and was ended.`,
        cure: 'Look at its last lines in the log above; a higher limit goes into "timeout-minutes".',
    }),
    'check-killed': (check, signal) => ({
        text: `"${check}" was ended by ${signal} from outside.`,
        cure: 'On a runner that is most often the kernel when memory is short: fewer workers, or a larger runner.',
    }),
    'check-out-of-memory': (check) => ({
        text: `"${check}" ran out of memory (JavaScript heap).`,
        cure: "Set NODE_OPTIONS: --max-old-space-size=<MB> in the job's env, or use fewer workers.",
    }),
    'check-crashed': (check, end, said) => ({
        text: `"${check}" crashed (${end}): ${said}`,
        cure: 'The tool failed, not the code under check; its last lines are in the log above.',
    }),
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/kit/tools.js
var tools = __webpack_require__(7262);
;// CONCATENATED MODULE: ./actions/quality-gate/package-manager.js





/** In the order in which they are looked for in one folder. */
const managers = [
    { name: 'pnpm', lockfiles: ['pnpm-lock.yaml'], install: 'pnpm install --frozen-lockfile' },
    { name: 'yarn', lockfiles: ['yarn.lock'], install: 'yarn install --immutable' },
    { name: 'npm', lockfiles: ['package-lock.json', 'npm-shrinkwrap.json'], install: 'npm ci' },
];
/** The nearest lockfile decides, from the package up to the workspace: in a workspace of packages it lies at the top. */
function findManager(folder, workspace) {
    return findLockfile(folder, workspace)?.manager;
}
/** The nearest lockfile and whose it is. */
function findLockfile(folder, workspace) {
    for (const at of foldersUp(folder, workspace)) {
        for (const manager of managers) {
            const path = manager.lockfiles.map((file) => (0,external_node_path_.join)(at, file)).find((file) => (0,external_node_fs_.existsSync)(file));
            if (path !== undefined)
                return { path, manager };
        }
    }
    return undefined;
}
/**
 * A tool of the project. Every package manager links executables into `node_modules/.bin`, and starting one from there is
 * what its own `exec` does, without the half second of the manager's start. Yarn's Plug'n'Play has no such folder: there
 * `yarn run` finds the tool.
 * @throws ConfigurationError (`packages-not-installed`) with the command that installs them.
 */
function findTool(name, folder, workspace, environment) {
    try {
        return { file: (0,tools/* findProjectTool */.fp)(name, folder, workspace), prefix: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* ConfigurationError */.j1))
            throw error;
        const yarn = isPlugAndPlay(folder, workspace) ? (0,tools/* findOnPath */.aY)('yarn', environment) : undefined;
        if (yarn !== undefined)
            return { file: yarn, prefix: ['run', name] };
        const manager = findManager(folder, workspace);
        const note = messages_messages['packages-not-installed'](name, manager?.name, manager?.install);
        throw new errors/* ConfigurationError */.j1(note, [], { cause: error });
    }
}
function isPlugAndPlay(folder, workspace) {
    return foldersUp(folder, workspace).some((at) => ['.pnp.cjs', '.pnp.js'].some((file) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(at, file))));
}
/** From a folder up to the workspace, both included. */
function foldersUp(folder, top) {
    const folders = [];
    for (let at = folder;; at = (0,external_node_path_.dirname)(at)) {
        folders.push(at);
        if (at === top || (0,external_node_path_.dirname)(at) === at)
            return folders;
    }
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/check.js




/** Packages that were looked at; checks of the workspace as a whole belong to none. */
function countPackages(results) {
    return new Set(results.map((result) => result.package).filter((name) => name !== '')).size;
}
/** The suites that came to figures. */
function measuredIn(results) {
    return results.filter((result) => result.measured !== undefined);
}
/** A check that has not even looked. */
function nothingSeen(of, name, reasons, durationMs = 0) {
    return { package: of, name, reasons, findings: [], durationMs, extent: 'nothing' };
}
/** A tool of the package under check. */
function toolOf(context, name) {
    return findTool(name, context.folder, context.workspace, context.environment);
}
function commandFor(context, name, tool, args) {
    return {
        name: context.label(name),
        file: tool.file,
        args: [...tool.prefix, ...args],
        cwd: context.folder,
        env: context.environment,
        timeoutMs: context.timeoutMs,
    };
}
/** A command that the user wrote, in the shell that GitHub's runner would give it. */
function shellCommand(context, name, text) {
    return commandFor(context, name, { file: 'bash', prefix: ['-eo', 'pipefail', '-c'] }, [text]);
}
/**
 * The reason when a command did not come to its own end. Checked before its output is looked at: a report that a killed
 * command left behind may be whole and still not be the last word.
 */
function brokenEnd(name, outcome, timeoutMs) {
    const { end } = outcome;
    const heapIsFull = outcome.tail.some((line) => /JavaScript heap out of memory|Allocation failed/.test(line));
    const tool = (message) => ({ blame: 'tool', message });
    if (end.kind === 'timed-out')
        return tool(messages_messages['check-timed-out'](name, (0,duration/* formatDuration */.a)(timeoutMs)));
    if (end.kind === 'not-started')
        return tool(messages_messages['check-crashed'](name, 'not started', end.reason));
    if (heapIsFull && !(end.kind === 'exited' && end.code === 0))
        return tool(messages_messages['check-out-of-memory'](name));
    if (end.kind === 'killed')
        return tool(messages_messages['check-killed'](name, end.signal));
    return undefined;
}
/** The most telling of the last lines: the first that names an error, else one that speaks of it, else the last one. */
function tellingLine(tail) {
    const lines = tail.map((line) => (0,external_node_util_.stripVTControlCharacters)(line).trim()).filter((line) => line !== '');
    return (lines.find((line) => /^\W*(?:\w*Error|error|fatal)\b.*\S/i.test(line)) ??
        lines.find((line) => /error|cannot|couldn't|could not|not found|invalid|unknown/i.test(line)) ??
        lines.at(-1) ??
        'nothing');
}

;// CONCATENATED MODULE: ./src/reports/line-ranges.js
/** Adds a line behind those that are there already, to the last range if it is its neighbour. */
function appendLine(ranges, line) {
    const last = ranges.at(-1);
    if (last !== undefined && line === last.end + 1)
        ranges[ranges.length - 1] = { start: last.start, end: line };
    else
        ranges.push({ start: line, end: line });
}
/** Joins neighbours. @param lines ascending */
function toRanges(lines) {
    const ranges = [];
    for (const line of lines)
        appendLine(ranges, line);
    return ranges;
}
/** Every line of the ranges, in their order. */
function linesIn(ranges) {
    return ranges.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, index) => start + index));
}
/** `3, 7-9, 12`, for people: at most ten ranges, then how many more there are. @param lines ascending */
function formatRanges(lines) {
    const ranges = toRanges(lines);
    const shown = ranges.slice(0, 10).map(({ start, end }) => (start === end ? String(start) : `${start}-${end}`));
    return shown.join(', ') + (ranges.length > 10 ? `, and ${ranges.length - 10} more` : '');
}

;// CONCATENATED MODULE: ./src/reports/diff.js

/**
 * What `git diff` has to be asked, whatever the user's configuration says (diff.noprefix, diff.mnemonicPrefix,
 * diff.external, diff.submodule, color.ui ... all change what it prints). Source: git-diff(1), git-config(1).
 */
const diffFlags = [
    '--unified=0',
    '--find-renames',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-relative',
    '--submodule=short',
    '--src-prefix=a/',
    '--dst-prefix=b/',
];
/**
 * Reads what `git diff` prints in its patch format, with any number of lines of context.
 * @throws SyntaxError with the number of the line when it is anything else or was cut off. A diff that is cut between two
 *   hunks cannot be told from a whole one: the caller looks at git's exit code. Combined diffs of a merge are refused, since
 *   their lines belong to several parents.
 */
function parseDiff(text, prefixes = { source: 'a/', target: 'b/' }) {
    if (text === '')
        return [];
    const cursor = createCursor(text);
    const files = [];
    while (cursor.peek() !== undefined)
        files.push(readFile(cursor, prefixes));
    return files;
}
/** The lines of a text, one after the other; only a line feed ends one, since a carriage return is content. */
function createCursor(text) {
    const lines = text.split('\n');
    let next = 0;
    const cursor = {
        peek: () => lines[next],
        take(beginning) {
            const line = lines[next];
            if (line?.startsWith(beginning) !== true)
                return undefined;
            next += 1;
            return line.slice(beginning.length);
        },
        refuse(reason, linesAgo = 0) {
            throw new SyntaxError(`line ${next + 1 - linesAgo}: ${reason}`);
        },
    };
    // git ends every line; so what stands behind the last line feed is the beginning of one that was cut off.
    if (lines.pop() !== '') {
        next = lines.length;
        cursor.refuse('the diff is cut off');
    }
    return cursor;
}
function readFile(cursor, prefixes) {
    if (/^diff --(cc|combined) /.test(cursor.peek() ?? ''))
        cursor.refuse('it is the combined diff of a merge; compare with one parent');
    const names = cursor.take('diff --git ') ?? cursor.refuse('"diff --git" is expected');
    const header = readHeader(cursor);
    const path = header.moved?.to ??
        readEqualNames(names, prefixes) ??
        cursor.refuse('no path fits the header of the file and the prefixes');
    const previousPath = header.moved?.from;
    const source = header.added ? '/dev/null' : prefixes.source + (previousPath ?? path);
    const target = header.deleted ? '/dev/null' : prefixes.target + path;
    const content = readContent(cursor, header, source, target);
    const kind = kindOf(header.modes) ?? content.kind;
    return {
        path,
        ...(previousPath === undefined ? {} : { previousPath }),
        status: header.added ? 'added' : header.deleted ? 'deleted' : (header.moved?.status ?? 'modified'),
        kind,
        added: kind === 'text' ? content.added : [],
    };
}
function readHeader(cursor) {
    const modes = [];
    const keepMode = (mode) => {
        if (mode !== undefined)
            modes.push(mode);
        return mode !== undefined;
    };
    if (keepMode(cursor.take('old mode ')) && !keepMode(cursor.take('new mode ')))
        cursor.refuse('"new mode" is expected');
    const added = keepMode(cursor.take('new file mode '));
    const deleted = keepMode(cursor.take('deleted file mode '));
    const alike = cursor.take('similarity index ');
    cursor.take('dissimilarity index ');
    const moved = readMove(cursor);
    if (alike !== undefined && moved === undefined)
        cursor.refuse('"rename from" or "copy from" is expected');
    const index = cursor.take('index ');
    const match = /^([0-9a-f]+)\.\.([0-9a-f]+)(?: (\d+))?$/.exec(index ?? '');
    if (index !== undefined && match === null)
        cursor.refuse('it is no index of two contents', 1);
    if (alike !== undefined && alike !== '100%' && index === undefined)
        cursor.refuse('the change of the moved file is missing');
    keepMode(match?.[3]);
    if (modes.length === 0 && moved === undefined && match === null)
        cursor.refuse('it is not said what changed in the file');
    return {
        modes,
        added,
        deleted,
        ...(moved === undefined ? {} : { moved }),
        ...(match === null ? {} : { blobs: [match[1] ?? '', match[2] ?? ''] }),
    };
}
function readMove(cursor) {
    for (const [word, status] of [
        ['rename', 'renamed'],
        ['copy', 'copied'],
    ]) {
        const from = cursor.take(`${word} from `);
        if (from === undefined)
            continue;
        const to = cursor.take(`${word} to `) ?? cursor.refuse(`"${word} to" is expected`);
        return { from: readName(cursor, from), to: readName(cursor, to), status };
    }
    return undefined;
}
function kindOf(modes) {
    if (modes.includes('160000'))
        return 'submodule';
    return modes.includes('120000') ? 'link' : undefined;
}
/** Nothing, or one of git's two ways to write a binary, or hunks. */
function readContent(cursor, header, source, target) {
    if (cursor.take('Binary files ') !== undefined)
        return { kind: 'binary', added: [] };
    if (cursor.take('GIT binary patch') !== undefined) {
        // Base 85 has no spaces.
        while (cursor.peek() !== undefined && !cursor.peek()?.startsWith('diff --'))
            cursor.take('');
        return { kind: 'binary', added: [] };
    }
    const before = cursor.take('--- ');
    if (before === undefined) {
        if (header.blobs !== undefined && !header.blobs.every(isEmptyBlob))
            cursor.refuse('the content of the file is missing');
        return { kind: 'text', added: [] };
    }
    const after = cursor.take('+++ ') ?? cursor.refuse('"+++" is expected');
    if (readSide(cursor, before) !== source || readSide(cursor, after) !== target)
        cursor.refuse('the names do not fit the header of the file', 1);
    return { kind: 'text', added: readHunks(cursor) };
}
/** No content on that side (zeros), or the empty one of SHA-1 or SHA-256 repositories. */
function isEmptyBlob(name) {
    const empty = [
        'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
        '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
    ];
    return /^0+$/.test(name) || empty.some((one) => one.startsWith(name));
}
/** A name behind "---" or "+++": git puts a tab behind names with a space, for the sake of `patch`. */
function readSide(cursor, text) {
    return readName(cursor, text.replace(/\t$/, ''));
}
const hunkLine = /^@@ -\d+(?:,(?<removed>\d+))? \+(?<start>\d+)(?:,(?<kept>\d+))? @@/;
function readHunks(cursor) {
    const added = [];
    let last = 0;
    let hunks = 0;
    for (; cursor.peek()?.startsWith('@@ ') === true; hunks += 1) {
        const groups = hunkLine.exec(cursor.peek() ?? '')?.groups ?? cursor.refuse('the hunk does not say its lines');
        const kept = Number(groups['kept'] ?? 1);
        // A hunk that keeps nothing names the line before it.
        const start = Number(groups['start']) + (kept === 0 ? 1 : 0);
        if (start < last)
            cursor.refuse('the hunks are not in order');
        cursor.take('');
        last = readHunk(cursor, start, kept, Number(groups['removed'] ?? 1), added);
    }
    if (hunks === 0)
        cursor.refuse('a hunk is expected');
    return added;
}
/**
 * Reads exactly the lines that the hunk's head counts, so that no content can be taken for a header.
 * @returns the number of the line behind the hunk in the new file
 */
function readHunk(cursor, start, kept, removed, added) {
    let line = start;
    const end = start + kept;
    let left = removed;
    while (line < end || left > 0) {
        if (line < end && cursor.take('+') !== undefined) {
            appendLine(added, line);
            line += 1;
        }
        else if (left > 0 && cursor.take('-') !== undefined) {
            left -= 1;
        }
        else if (line < end &&
            left > 0 &&
            (cursor.take(' ') ?? (cursor.peek() === '' ? cursor.take('') : undefined)) !== undefined) {
            // Context, written as nothing at all where it is empty and diff.suppressBlankEmpty is set.
            line += 1;
            left -= 1;
        }
        else if (cursor.take('\\') === undefined) {
            cursor.refuse('the hunk has fewer lines than its head says');
        }
    }
    // "\ No newline at end of file", in the user's language.
    cursor.take('\\');
    return line;
}
/** The name in "a/NAME b/NAME", where a space may stand in the name too: both are the same, so their length says where. */
function readEqualNames(text, { source, target }) {
    const quoted = /^("(?:[^"\\]|\\.)*") ("(?:[^"\\]|\\.)*")$/.exec(text);
    const [first, second] = quoted === null ? halve(text, source.length - target.length) : [unquote(quoted[1] ?? ''), unquote(quoted[2] ?? '')];
    if (first?.startsWith(source) !== true || second?.startsWith(target) !== true)
        return undefined;
    const name = first.slice(source.length);
    return name !== '' && name === second.slice(target.length) ? name : undefined;
}
function halve(text, difference) {
    const middle = (text.length - 1 + difference) / 2;
    return text[middle] === ' ' ? [text.slice(0, middle), text.slice(middle + 1)] : [];
}
function readName(cursor, text) {
    const name = text.startsWith('"') ? unquote(text) : text;
    return name === undefined || name === '' ? cursor.refuse('it has no readable name', 1) : name;
}
const escapes = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };
/** A name as git quotes it: like a string of C, with the bytes of its UTF-8 in octal. Source: core.quotePath in git-config(1). */
function unquote(text) {
    const inner = /^"((?:[^"\\]|\\[abtnvfr"\\]|\\[0-3][0-7]{2})*)"$/.exec(text)?.[1];
    if (inner === undefined)
        return undefined;
    const parts = inner.match(/\\[0-7]{3}|\\.|[^\\]+/g) ?? [];
    const bytes = parts.map((part) => {
        if (!part.startsWith('\\'))
            return Buffer.from(part, 'utf8');
        return Buffer.from([part.length === 4 ? Number.parseInt(part.slice(1), 8) : (escapes[part.slice(1)] ?? 0)]);
    });
    return Buffer.concat(bytes).toString('utf8');
}

;// CONCATENATED MODULE: ./src/reports/patch-coverage.js


/**
 * Which added lines ran in the tests.
 *
 * Lines, and neither statements nor branches: a diff is made of lines, a person can point at one, all three formats know
 * them, and they survive the merging of coverage, which invents branches when maps differ (istanbuljs/istanbuljs#531,
 * #783). A line is executable when a statement begins on it (Istanbul's `getLineCoverage`: it ran when any of them ran),
 * or when it continues a statement that began above (`statements.ts` has the rule).
 *
 * @param sources paths as in the diff: relative to the repository
 * @param inScope whether coverage is expected of a path; asked only of files that the coverage does not know
 */
function coverPatch(changes, sources, inScope) {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    const files = changes
        .filter(({ status }) => status !== 'deleted')
        .flatMap(({ path, kind, added }) => {
        const source = byPath.get(path);
        // Code that git takes for binary (`-diff` in .gitattributes): which lines changed is not known, so all count.
        if (source !== undefined)
            return [coverLines(path, kind === 'binary' ? source.lines.keys() : linesIn(added), source)];
        if (kind !== 'text')
            return [];
        return inScope(path)
            ? [{ path, lines: { covered: 0, total: linesIn(added).length }, uncovered: added, absent: true }]
            : [];
    })
        .filter(({ lines }) => lines.total > 0)
        .toSorted((a, b) => sorting_compareText(a.path, b.path));
    const total = {
        covered: files.reduce((sum, { lines }) => sum + lines.covered, 0),
        total: files.reduce((sum, { lines }) => sum + lines.total, 0),
    };
    return { files, total, nothingExecutable: total.total === 0 };
}
function coverLines(path, added, source) {
    const executable = [...added].flatMap((line) => {
        const hits = source.lines.get(line) ?? source.hitsInside?.(line);
        return hits === undefined ? [] : [{ line, hits }];
    });
    const uncovered = executable.filter(({ hits }) => hits === 0).map(({ line }) => line);
    return {
        path,
        lines: { covered: executable.length - uncovered.length, total: executable.length },
        uncovered: toRanges(uncovered),
        absent: false,
    };
}

;// CONCATENATED MODULE: ./src/reports/statements.js
/**
 * How often the statement ran that a line is part of, for lines on which no statement begins; undefined when the line is
 * none of a statement's own: a blank, a comment or a brace of a block, as far as a map without the source can tell.
 *
 * Istanbul's `getLineCoverage` counts a statement on its first line only, so the fifth line of a call of nine would be
 * nobody's. Here it is the innermost statement's around it, unless
 * - a function lies between the two (`promise.then(() => {`, blank, `})`): what is no statement in a body is nothing, or
 * - the statement holds others directly, as `if`, `for`, `try` do: then only the operands of its condition are its own.
 */
function hitsInside(data, line) {
    const around = Object.entries(data.statementMap).filter(([, range]) => spans(range, line));
    const innermost = around.reduce((best, one) => (best === undefined || isWithin(one[1], best[1]) ? one : best), undefined);
    if (innermost === undefined)
        return undefined;
    const [key, statement] = innermost;
    const bodies = Object.values(data.fnMap)
        .map(({ loc }) => loc)
        .filter((body) => isWithin(body, statement));
    if (bodies.some((body) => body.start.line < line && line < body.end.line))
        return undefined;
    const holdsOthers = Object.values(data.statementMap).some((other) => other !== statement && isWithin(other, statement) && !bodies.some((body) => isWithin(other, body)));
    if (holdsOthers && !isOperand(data, statement, line))
        return undefined;
    return data.s[key];
}
/** Whether an operand of a `&&`, `||` or `??`, or an arm of `?:`, begins on the line. */
function isOperand(data, statement, line) {
    return Object.values(data.branchMap).some(({ type, locations }) => (type === 'binary-expr' || type === 'cond-expr') &&
        locations.some((operand) => operand.start.line === line && isWithin(operand, statement)));
}
function spans({ start, end }, line) {
    return start.line <= line && line <= end.line;
}
function isWithin(inner, outer) {
    return comparePlace(outer.start, inner.start) <= 0 && comparePlace(inner.end, outer.end) <= 0;
}
/** The end of a line is written as column null by Vitest: it is Infinity, which JSON does not have. */
function comparePlace(a, b) {
    const column = (place) => place.column ?? Number.MAX_SAFE_INTEGER;
    return a.line - b.line || column(a) - column(b);
}

;// CONCATENATED MODULE: ./src/reports/source-coverage.js



/**
 * Reads an Istanbul map file by file, sorted by path.
 * @param pathOf maps the absolute path of the map to the path that reports shall show; undefined leaves the file out
 * @throws SyntaxError when the value is not such a map.
 */
function readSources(map, pathOf) {
    const coverageMap = (0,coverage/* readCoverageMap */.RH)(map);
    const sources = coverageMap.files().flatMap((file) => {
        const path = pathOf(file);
        if (path === undefined)
            return [];
        const coverage = coverageMap.fileCoverageFor(file);
        // Integer keys: ascending in every engine.
        const lines = new Map(Object.entries(coverage.getLineCoverage()).map(([line, hits]) => [Number(line), hits]));
        const { data } = coverage;
        return [{ path, lines, ...readParts(data), hitsInside: (line) => hitsInside(data, line) }];
    });
    return sources.toSorted((a, b) => sorting_compareText(a.path, b.path));
}
function readParts({ fnMap, f, branchMap, b }) {
    return {
        functions: Object.entries(fnMap)
            .map(([key, { name, decl, loc }]) => {
            // Some instrumenters fill in only one of the two.
            const place = decl ?? loc;
            return { name, line: place.start.line, hits: f[key] ?? 0 };
        })
            .toSorted((one, other) => one.line - other.line),
        branches: Object.entries(branchMap)
            .map(([key, { loc }]) => ({ line: loc.start.line, arms: b[key] ?? [] }))
            .toSorted((one, other) => one.line - other.line),
    };
}
/**
 * Puts together what several runs (suites, packages) say of the same files: what ran in one of them ran. Sorted by path.
 * Functions are the same by line, name and turn; branches by line, number of arms and turn.
 */
function mergeSources(sources) {
    return groupSorted(sources, ({ path }) => path).map(([, group]) => group.reduce(mergeTwo));
}
function mergeTwo(a, b) {
    const lines = new Map(a.lines);
    for (const [line, hits] of b.lines)
        lines.set(line, (lines.get(line) ?? 0) + hits);
    const inside = [a.hitsInside, b.hitsInside].filter((one) => one !== undefined);
    return {
        path: a.path,
        lines: new Map([...lines].toSorted(([one], [other]) => one - other)),
        functions: mergeParts([a.functions, b.functions], ({ line, name }) => `${line},${name}`, (one, other) => ({ ...one, hits: one.hits + other.hits })),
        branches: mergeParts([a.branches, b.branches], ({ line, arms }) => `${line},${arms.length}`, (one, other) => ({ ...one, arms: one.arms.map((taken, arm) => taken + (other.arms[arm] ?? 0)) })),
        ...(inside.length === 0 ? {} : { hitsInside: (line) => firstHits(inside, line) }),
    };
}
function firstHits(inside, line) {
    const hits = inside.flatMap((one) => one(line) ?? []);
    return hits.length === 0 ? undefined : Math.max(...hits);
}
/** Parts with one key (two anonymous functions on a line) are told apart by their turn. */
function mergeParts(sides, keyOf, merge) {
    const merged = new Map();
    for (const side of sides) {
        const turns = new Map();
        for (const part of side) {
            const turn = turns.get(keyOf(part)) ?? 0;
            turns.set(keyOf(part), turn + 1);
            const key = `${keyOf(part)},${turn}`;
            const known = merged.get(key);
            merged.set(key, known === undefined ? part : merge(known, part));
        }
    }
    return [...merged.values()].toSorted((one, other) => one.line - other.line);
}
/**
 * Counts what a report of lines covers; files are named as the report names them. Statements are counted as 0 of 0: such
 * reports do not have them.
 */
function countSources(sources) {
    const files = sources.map((source) => ({
        file: source.path,
        counts: countSource(source),
        uncoveredLines: [...source.lines].filter(([, hits]) => hits === 0).map(([line]) => line),
    }));
    return { files, total: (0,coverage/* sumCounts */.W_)(files.map(({ counts }) => counts)) };
}
function countSource({ lines, functions, branches }) {
    const count = (hits) => ({
        covered: hits.filter((one) => one > 0).length,
        total: hits.length,
    });
    return {
        lines: count([...lines.values()]),
        functions: count(functions.map(({ hits }) => hits)),
        branches: count(branches.flatMap(({ arms }) => arms)),
        statements: { covered: 0, total: 0 },
    };
}

;// CONCATENATED MODULE: ./actions/quality-gate/patch.js







const gitTimeoutMs = 60_000;
/** Coverage of the lines that a pull request or a merge group changes, from the coverage of all suites and packages. */
async function readPatch(sources, context) {
    const range = readRange(context.runner);
    if (range !== undefined && 'unreadable' in range)
        return { broken: messages_messages['patch-unreadable'](range.unreadable) };
    if (range === undefined)
        return { none: `the event ${context.runner['GITHUB_EVENT_NAME'] ?? ''} has no base to compare with` };
    const base = await findBase(range, context);
    if (base === undefined)
        return { broken: messages_messages['patch-base-missing'](range.base.slice(0, 12), range.fetch) };
    const outcome = await git(context, ['diff', ...diffFlags, base, 'HEAD', '--']);
    if (!succeeded(outcome))
        return { broken: messages_messages['patch-unreadable'](outcome.tail.at(-1) ?? 'git diff failed') };
    try {
        const placed = mergeSources(sources)
            .map((source) => ({ ...source, path: (0,external_node_path_.relative)(context.workspace, source.path).split(external_node_path_.sep).join('/') }))
            .filter(({ path }) => !path.startsWith('..'));
        // The coverage knows every file in its scope, imported or not: what it does not know, it is not asked to cover.
        return { base, coverage: coverPatch(parseDiff(outcome.stdout ?? ''), placed, () => false) };
    }
    catch (error) {
        return { broken: messages_messages['patch-unreadable']((0,errors/* describeError */.Uc)(error)) };
    }
}
function readRange(runner) {
    const event = runner['GITHUB_EVENT_NAME'];
    if (event !== 'pull_request' && event !== 'pull_request_target' && event !== 'merge_group')
        return undefined;
    let payload;
    try {
        payload = JSON.parse((0,external_node_fs_.readFileSync)(runner['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
    }
    catch (error) {
        return { unreadable: `the payload of the event cannot be read (${(0,errors/* describeError */.Uc)(error)})` };
    }
    if (payload.merge_group !== undefined) {
        return { base: payload.merge_group.base_sha, head: payload.merge_group.head_sha, fetch: 'fetch-depth: 0' };
    }
    const { base, head } = payload.pull_request ?? {};
    return base === undefined || head === undefined
        ? undefined
        : { base: base.sha, head: head.sha, fetch: 'fetch-depth: 2' };
}
/**
 * By default a pull request is checked out as GitHub's merge of it into its base: then the first parent is the base as it
 * is now, and two commits of depth are enough. Otherwise the merge base of both, for which their history must be there.
 */
async function findBase({ base, head }, context) {
    const parents = (await read(context, ['rev-list', '--parents', '--max-count=1', 'HEAD']))?.split(' ').slice(1) ?? [];
    if (parents.length === 2 && parents[1] === head)
        return parents[0];
    return read(context, ['merge-base', base, 'HEAD']);
}
async function read(context, args) {
    const outcome = await git(context, args);
    return succeeded(outcome) ? outcome.stdout?.trim() : undefined;
}
async function git({ exec, environment, workspace }, args) {
    // A container's workspace belongs to another user, which git refuses to read unless it is told that this is fine.
    const safe = ['-c', `safe.directory=${workspace}`, '-c', 'core.quotePath=true'];
    return exec.run({
        name: 'git',
        file: 'git',
        args: [...safe, ...args],
        cwd: workspace,
        env: environment,
        timeoutMs: gitTimeoutMs,
        capture: true,
    });
}
function succeeded({ end }) {
    return end.kind === 'exited' && end.code === 0;
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/patch.js





/**
 * Coverage of the changed lines, from what the suites of this run have measured.
 * @param elapsed a monotonic clock in milliseconds.
 * @returns why there is nothing to judge, as a text, where there is no patch.
 */
async function checkPatch(tests, threshold, context, elapsed) {
    const measured = measuredIn(tests);
    // Judged from some of the suites it would be a guess; the tests of the others say already why the gate fails.
    if (measured.length < tests.length)
        return 'the coverage of a suite is missing';
    const startedAt = elapsed();
    const patch = await readPatch(measured.flatMap((result) => result.measured.sources), context);
    if ('none' in patch)
        return patch.none;
    const result = { package: '', name: 'patch', durationMs: elapsed() - startedAt };
    if ('broken' in patch) {
        return { ...result, reasons: [{ blame: 'configuration', message: patch.broken }], findings: [], extent: 'nothing' };
    }
    const { coverage } = patch;
    const reasons = judge(coverage, threshold);
    return {
        ...result,
        reasons,
        findings: findUncovered(coverage, reasons.length > 0 ? 'error' : 'notice', context.workspace),
        extent: coverage.nothingExecutable
            ? 'no executable line changed'
            : `${coverage.total.covered} of ${coverage.total.total} changed lines`,
        patch: coverage.total,
    };
}
function judge({ total, nothingExecutable }, threshold) {
    if (nothingExecutable || (0,coverage/* reaches */.O6)(total, threshold))
        return [];
    const missing = (0,coverage/* missingTo */._7)(total, threshold);
    return [{ blame: 'code', message: messages_messages['patch-below']((0,coverage/* formatShare */.T1)(total), threshold, missing) }];
}
function findUncovered({ files }, level, workspace) {
    return files.flatMap(({ path, uncovered }) => uncovered.map(({ start, end }) => ({
        file: (0,external_node_path_.join)(workspace, path),
        line: start,
        endLine: end,
        level,
        title: 'changed and not covered',
        message: start === end ? `No test runs line ${start}.` : `No test runs the lines ${start} to ${end}.`,
    })));
}

;// CONCATENATED MODULE: ./actions/quality-gate/figures.js



/** Everything that the run came to, without a word of presentation. */
function collectFigures(results, verdict, base, pyramid, facts) {
    return {
        name: facts.name,
        commit: facts.commit,
        event: facts.event,
        measuredAt: new Date(facts.measuredAt).toISOString(),
        verdict: verdict.verdict,
        blame: verdict.blame,
        reasons: verdict.reasons.map(({ package: of, message }) => ({ ...message, package: of })),
        checks: results.map(({ package: of, name, notRun, reasons, extent, findings, durationMs }) => ({
            package: of,
            name,
            outcome: notRun === true ? 'not-run' : reasons.length === 0 ? 'passed' : 'failed',
            extent,
            findings: findings.length,
            durationMs,
        })),
        findings: results.flatMap(({ name, findings }) => findings.map(({ file, line, title, message }) => ({
            file: facts.pathOf(file),
            line: line ?? null,
            title,
            message,
            check: name,
        }))),
        coverage: collectCoverage(results, base, facts),
        pyramid,
    };
}
function collectCoverage(results, base, facts) {
    const measured = measuredIn(results);
    const baseOf = ({ package: of, name }) => {
        if (base === undefined || 'none' in base || name !== 'tests')
            return null;
        return base.baseline.packages.find((one) => one.name === of)?.counts ?? null;
    };
    const packages = measured.map((result) => ({
        name: result.package,
        suite: result.name === 'tests' ? 'unit' : 'integration',
        counts: result.measured.coverage.total,
        threshold: result.measured.threshold,
        base: baseOf(result),
    }));
    const units = packages.filter(({ suite }) => suite === 'unit');
    const whole = units.length > 0 && units.length === results.filter(({ name }) => name === 'tests').length;
    const bases = units.flatMap((one) => one.base ?? []);
    const patch = results.find((result) => result.patch !== undefined)?.patch;
    return {
        packages,
        total: whole
            ? {
                counts: (0,coverage/* sumCounts */.W_)(units.map(({ counts }) => counts)),
                base: bases.length === units.length ? (0,coverage/* sumCounts */.W_)(bases) : null,
            }
            : null,
        patch: patch === undefined ? null : { ...patch, threshold: facts.patchThreshold ?? 0 },
        base: base === undefined ? null : 'none' in base ? base : { commit: base.commit, distance: base.distance },
        worstFiles: worstFiles(measured).map(({ file, counts, uncoveredLines }) => ({
            file: facts.pathOf(file),
            lines: counts.lines,
            uncovered: formatRanges(uncoveredLines),
        })),
    };
}
/** The files with the most lines left to cover by unit tests: that is where effort moves the number. */
function worstFiles(measured) {
    const missing = ({ counts: { lines } }) => lines.total - lines.covered;
    return measured
        .filter(({ name }) => name === 'tests')
        .flatMap((result) => result.measured.coverage.files)
        .filter((file) => missing(file) > 0)
        .sort((a, b) => missing(b) - missing(a));
}

// EXTERNAL MODULE: ./src/kit/xml-reader.js
var xml_reader = __webpack_require__(9290);
;// CONCATENATED MODULE: ./src/reports/xml-writer.js
/** XML 1.0 in UTF-8, indented by two spaces, attributes in the order that they are given. */
function writeXml(root, doctype) {
    const head = ['<?xml version="1.0" encoding="UTF-8"?>', ...(doctype === undefined ? [] : [doctype])];
    return `${[...head, ...writeElement(root, '')].join('\n')}\n`;
}
function writeElement({ name, attributes = {}, content = [] }, indent) {
    const written = Object.entries(attributes)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
        .join('');
    if (content.length === 0)
        return [`${indent}<${name}${written}/>`];
    if (typeof content === 'string')
        return [`${indent}<${name}${written}>${escapeText(content)}</${name}>`];
    const inner = content.flatMap((child) => writeElement(child, `${indent}  `));
    return [`${indent}<${name}${written}>`, ...inner, `${indent}</${name}>`];
}
/**
 * Leaves out what XML 1.0 cannot hold, not even as a reference: control characters, lone surrogates, U+FFFE and U+FFFF.
 * Source: https://www.w3.org/TR/xml/#charsets
 */
function dropForbidden(text) {
    return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
/** A carriage return would be read back as a line feed, and `]]>` must not stand in a text. */
function escapeText(text) {
    return dropForbidden(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('\r', '&#13;');
}
/** Tabs and line breaks would be read back as spaces. */
function escapeAttribute(text) {
    return escapeText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}

;// CONCATENATED MODULE: ./src/reports/cobertura.js





/**
 * Writes Cobertura's XML, one package per folder and one class per file, valid against its document type (coverage-04,
 * http://cobertura.sourceforge.net/xml/coverage-04.dtd). It knows branches by line, so several of one line are added up;
 * a branch that begins where no statement does goes to the executable line before it, else the first one. A file without
 * any executable line loses its branches, from the sums too.
 */
function writeCobertura(sources, { measuredAt, source }) {
    const classes = sources
        .toSorted((a, b) => sorting_compareText(a.path, b.path))
        .map((one) => (one.lines.size === 0 ? { ...one, branches: [] } : one));
    const packages = groupSorted(classes, ({ path }) => path.split('/').slice(0, -1).join('.'));
    const { lines, branches } = (0,coverage/* sumCounts */.W_)(classes.map(countSource));
    const root = {
        name: 'coverage',
        attributes: {
            ...ratesOf({ lines, branches }),
            'lines-covered': lines.covered,
            'lines-valid': lines.total,
            'branches-covered': branches.covered,
            'branches-valid': branches.total,
            complexity: 0,
            version: 'slipway',
            timestamp: measuredAt,
        },
        content: [
            { name: 'sources', content: [{ name: 'source', content: source }] },
            {
                name: 'packages',
                content: packages.map(([name, inside]) => ({
                    name: 'package',
                    attributes: {
                        name: name === '' ? '.' : name,
                        ...ratesOf((0,coverage/* sumCounts */.W_)(inside.map(countSource))),
                        complexity: 0,
                    },
                    content: [{ name: 'classes', content: inside.map(writeClass) }],
                })),
            },
        ],
    };
    return writeXml(root, '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">');
}
function writeClass(source) {
    const branches = branchesByLine(source);
    return {
        name: 'class',
        attributes: {
            name: source.path.split('/').at(-1),
            filename: source.path,
            ...ratesOf(countSource(source)),
            complexity: 0,
        },
        content: [
            { name: 'methods', content: source.functions.map(writeMethod) },
            {
                name: 'lines',
                content: [...source.lines].map(([number, hits]) => ({
                    name: 'line',
                    attributes: { number, hits, ...branchAttributes(branches.get(number)) },
                })),
            },
        ],
    };
}
function writeMethod({ name, line, hits }) {
    const rate = hits > 0 ? '1' : '0';
    return {
        name: 'method',
        attributes: { name, signature: '()', 'line-rate': rate, 'branch-rate': '1', complexity: 0 },
        content: [{ name: 'lines', content: [{ name: 'line', attributes: { number: line, hits } }] }],
    };
}
function branchesByLine({ lines, branches }) {
    const executable = [...lines.keys()];
    const counts = new Map();
    for (const { line, arms } of branches) {
        const place = lines.has(line) ? line : (executable.findLast((one) => one < line) ?? executable[0] ?? line);
        const before = counts.get(place) ?? { covered: 0, total: 0 };
        counts.set(place, {
            covered: before.covered + arms.filter((taken) => taken > 0).length,
            total: before.total + arms.length,
        });
    }
    return counts;
}
function branchAttributes(count) {
    if (count === undefined || count.total === 0)
        return { branch: 'false' };
    const percent = Math.floor((count.covered * 100) / count.total);
    return { branch: 'true', 'condition-coverage': `${percent}% (${count.covered}/${count.total})` };
}
/** Nothing to cover has the rate 1 in Cobertura. Cut and not rounded, so that nothing uncovered reads "1". */
function ratesOf({ lines, branches }) {
    const rate = ({ covered, total }) => total === 0 ? '1' : String(Math.floor((covered * 10_000) / total) / 10_000);
    return { 'line-rate': rate(lines), 'branch-rate': rate(branches) };
}
/**
 * Reads Cobertura's XML. Counts come from the lines and never from the rates.
 * @throws SyntaxError when it is empty, cut off or something else, names no class, or lists another number of lines, or
 *   more branches, than its root sums up. (Istanbul sums up branches of lines that it does not list.)
 */
function parseCobertura(text) {
    const root = (0,xml_reader/* parseXml */.N)(text);
    if (root.name !== 'coverage')
        throw new SyntaxError(`the root is <${root.name}> and not <coverage>`);
    const classes = within(root, 'packages', 'package', 'classes', 'class');
    if (classes.length === 0)
        throw new SyntaxError('it has no class');
    const byPath = groupSorted(classes, (one) => attributeOf(one, 'filename'));
    const sources = byPath.map(([path, parts]) => readClass(path, parts));
    const { lines, branches } = (0,coverage/* sumCounts */.W_)(sources.map(countSource));
    const sum = (name) => (root.attributes.has(name) ? readNumber(root, name) : undefined);
    for (const [name, listed] of [
        ['lines-valid', lines.total],
        ['lines-covered', lines.covered],
    ]) {
        if ((sum(name) ?? listed) !== listed)
            throw new SyntaxError(`it says ${name}: ${sum(name) ?? ''} and lists ${listed}`);
    }
    if ((sum('branches-valid') ?? branches.total) < branches.total)
        throw new SyntaxError(`it says branches-valid: ${sum('branches-valid') ?? ''} and lists ${branches.total}`);
    return { roots: within(root, 'sources', 'source').map((one) => one.text.trim()), sources };
}
function readClass(path, parts) {
    if (path === '')
        throw new SyntaxError('a class names no file');
    const lines = new Map();
    const branches = [];
    for (const line of parts.flatMap((part) => within(part, 'lines', 'line'))) {
        const number = readNumber(line, 'number');
        lines.set(number, (lines.get(number) ?? 0) + readNumber(line, 'hits'));
        if (line.attributes.get('branch') === 'true')
            branches.push({ line: number, arms: readArms(line) });
    }
    const functions = parts
        .flatMap((part) => within(part, 'methods', 'method'))
        .flatMap((method) => {
        const [first] = within(method, 'lines', 'line');
        if (first === undefined)
            return [];
        return [
            { name: attributeOf(method, 'name'), line: readNumber(first, 'number'), hits: readNumber(first, 'hits') },
        ];
    });
    return {
        path,
        lines: new Map([...lines].toSorted(([a], [b]) => a - b)),
        functions: functions.toSorted((a, b) => a.line - b.line),
        branches: branches.toSorted((a, b) => a.line - b.line),
    };
}
/** "50% (1/2)": only how many arms were taken is known, not which. */
function readArms(line) {
    const [, covered, total] = /\((\d+)\/(\d+)\)\s*$/.exec(attributeOf(line, 'condition-coverage')) ?? [];
    if (covered === undefined || Number(covered) > Number(total))
        throw new SyntaxError(`line ${line.line}: a branch does not say how many of its arms were taken`);
    return Array.from({ length: Number(total) }, (_, index) => (index < Number(covered) ? 1 : 0));
}
function within(element, ...path) {
    return path.reduce((found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)), [element]);
}
function attributeOf({ attributes, name, line }, key) {
    const value = attributes.get(key);
    if (value === undefined)
        throw new SyntaxError(`line ${line}: <${name}> has no ${key}`);
    return value;
}
function readNumber(element, key) {
    const value = attributeOf(element, key);
    if (!/^\d+$/.test(value))
        throw new SyntaxError(`line ${element.line}: ${key} is "${value}" and no count`);
    return Number(value);
}

;// CONCATENATED MODULE: ./src/reports/jest.js
/**
 * Reads what Jest (29 and 30) writes for `--json --outputFile`.
 * @throws SyntaxError with the reason when the text is not a whole report.
 */
function parseTestReport(json) {
    const report = readObject(json);
    const suites = readSuites(report['testResults']);
    const count = (name) => readCount(report, name);
    const failed = suites.flatMap(failuresOf);
    const counted = count('numFailedTests') + count('numRuntimeErrorTestSuites');
    // Two sources for the same number: when they disagree, the report is not to be trusted.
    if (counted > 0 && failed.length === 0)
        throw new SyntaxError(`it counts ${counted} failures and names none`);
    return {
        suites: suites.length,
        total: count('numTotalTests'),
        passed: count('numPassedTests'),
        failed,
        skipped: count('numPendingTests') + count('numTodoTests'),
        cases: suites.flatMap(casesOf),
        interrupted: report['wasInterrupted'] === true,
        coverageMap: report['coverageMap'] ?? undefined,
    };
}
/** @throws SyntaxError when the text is empty, no JSON, or not an object. */
function readObject(json) {
    if (json.trim() === '')
        throw new SyntaxError('the report is empty');
    const raw = JSON.parse(json);
    if (typeof raw !== 'object' || raw === null)
        throw new SyntaxError('the report is not an object');
    return raw;
}
function readCount(report, name) {
    const value = report[name];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
        throw new SyntaxError(`"${name}" is not a count`);
    return value;
}
function readSuites(value) {
    if (!Array.isArray(value))
        throw new SyntaxError('it has no list of test files');
    return value.map((suite, index) => {
        const ok = typeof suite === 'object' &&
            suite !== null &&
            'name' in suite &&
            'status' in suite &&
            'assertionResults' in suite;
        if (!ok || !Array.isArray(suite.assertionResults))
            throw new SyntaxError(`test file ${index} has no results`);
        return suite;
    });
}
function failuresOf(suite) {
    const failed = suite.assertionResults.filter((one) => one.status === 'failed');
    // A file with a skipped test has the status "focused": only "failed" is a failure.
    if (failed.length === 0 && suite.status === 'failed') {
        return [{ file: suite.name, message: plain(suite.message), ...placeIn(suite.name, suite.message) }];
    }
    return failed.map((one) => {
        const message = plain((one.failureMessages ?? []).join('\n'));
        const place = placeIn(suite.name, message);
        const begin = one.location ?? undefined;
        return {
            file: suite.name,
            name: nameOf(one),
            message,
            ...(place.line === undefined && begin !== undefined ? { line: begin.line, column: begin.column } : place),
        };
    });
}
/** Every test of the file; a file that failed as a whole adds a case without a name. */
function casesOf(suite) {
    const cases = suite.assertionResults.map((one) => {
        const outcome = one.status === 'failed' || one.status === 'passed' ? one.status : 'skipped';
        return {
            file: suite.name,
            name: nameOf(one),
            outcome,
            ...(typeof one.duration === 'number' ? { durationMs: one.duration } : {}),
            ...(outcome === 'failed' ? { message: plain((one.failureMessages ?? []).join('\n')) } : {}),
        };
    });
    const whole = failuresOf(suite).filter(({ name }) => name === undefined);
    return [...cases, ...whole.map(({ file, message }) => ({ file, outcome: 'failed', message }))];
}
function nameOf({ ancestorTitles, title }) {
    return [...ancestorTitles, title].join(' > ');
}
/**
 * The first stack frame in the test file itself: the assertion. Absolute in the messages of tests, relative to the root of
 * the project where Jest has formatted the message of a whole file.
 */
function placeIn(file, text) {
    const index = text.indexOf(`${file}:`);
    const absolute = index < 0 ? null : /^:(\d+):(\d+)/.exec(text.slice(index + file.length));
    const numbers = absolute ?? relativeFrame(file, text);
    return numbers === null ? {} : { line: Number(numbers[1]), column: Number(numbers[2]) };
}
function relativeFrame(file, text) {
    for (const frame of text.split('\n')) {
        const [, path = '', line = '', column = ''] = /^\s*at (?:.*\()?(.+?):(\d+):(\d+)\)?$/.exec(frame) ?? [];
        if (path !== '' && file.replaceAll('\\', '/').endsWith(`/${path}`))
            return [path, line, column];
    }
    return null;
}
function plain(text) {
    return text.replaceAll(/\u001B\[[0-9;]*m/g, '');
}

;// CONCATENATED MODULE: ./src/reports/junit.js




/** How a file that could not be run is named, since JUnit knows failures of tests only. */
const wholeFile = 'the test file could not be run';
/**
 * Writes JUnit's XML, one suite per test file, sorted; tests stay in their order. There is no schema of JUnit's own: the
 * shape is the one that GitLab, Jenkins, Codecov and Datadog have in common.
 * @param pathOf maps the path of a test file to what the report shall show
 */
function writeJunit(report, name, pathOf) {
    const suites = groupSorted(report.cases, ({ file }) => pathOf(file));
    const root = {
        name: 'testsuites',
        attributes: { name, ...sumUp(report.cases) },
        content: suites.map(([file, cases]) => ({
            name: 'testsuite',
            attributes: { name: file, ...sumUp(cases), file },
            content: cases.map((one) => writeCase(one, file)),
        })),
    };
    return writeXml(root);
}
function sumUp(cases) {
    const count = (wanted) => cases.filter(wanted).length;
    return {
        tests: cases.length,
        failures: count(({ outcome, name }) => outcome === 'failed' && name !== undefined),
        errors: count(({ outcome, name }) => outcome === 'failed' && name === undefined),
        skipped: count(({ outcome }) => outcome === 'skipped'),
        time: inSeconds(cases.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0)),
    };
}
function writeCase({ name, outcome, durationMs, message = '' }, file) {
    const attributes = {
        name: name ?? wholeFile,
        classname: file,
        file,
        time: durationMs === undefined ? undefined : inSeconds(durationMs),
    };
    if (outcome === 'skipped')
        return { name: 'testcase', attributes, content: [{ name: 'skipped' }] };
    if (outcome === 'passed')
        return { name: 'testcase', attributes };
    const failure = { message: message.split('\n', 1)[0], type: name === undefined ? 'Error' : 'AssertionError' };
    return {
        name: 'testcase',
        attributes,
        content: [{ name: name === undefined ? 'error' : 'failure', attributes: failure, content: message }],
    };
}
function inSeconds(milliseconds) {
    return (milliseconds / 1000).toFixed(3);
}
/**
 * Reads JUnit's XML of any writer. Tests, failures and skips are counted from the elements; the sums in the attributes only
 * show that something is missing.
 * @throws SyntaxError when it is empty, cut off or something else, or when a suite says that it has more tests, failures
 *   or errors than it lists.
 */
function parseJunit(text) {
    const root = (0,xml_reader/* parseXml */.N)(text);
    if (root.name !== 'testsuites' && root.name !== 'testsuite')
        throw new SyntaxError(`the root is <${root.name}> and neither <testsuites> nor <testsuite>`);
    const cases = readSuite(root, '');
    const named = cases.filter(({ name }) => name !== undefined);
    const failed = cases.filter(({ outcome }) => outcome === 'failed');
    const count = (wanted) => named.filter(({ outcome }) => outcome === wanted).length;
    return {
        suites: new Set(cases.map(({ file }) => file)).size,
        total: named.length,
        passed: count('passed'),
        failed: failed.map(toFailure),
        skipped: count('skipped'),
        cases,
        interrupted: false,
        coverageMap: undefined,
    };
}
function toFailure({ file, name, message = '' }) {
    const place = file === '' ? {} : placeIn(file, message);
    return { file, message, ...(name === undefined ? {} : { name }), ...place };
}
/** Suites may lie in suites; a sum then covers what is inside. */
function readSuite(suite, outerFile) {
    const file = fileOf(suite, 'name') ?? outerFile;
    const cases = suite.children.flatMap((child) => {
        if (child.name === 'testsuite')
            return readSuite(child, file);
        if (child.name === 'testcase')
            return [readCase(child, file)];
        // A failure of the suite itself, as of its set-up.
        return isFailure(child) ? [{ file, outcome: 'failed', message: messageOf(child) }] : [];
    });
    checkSums(suite, cases);
    return cases;
}
function readCase(element, suiteFile) {
    const failures = element.children.filter(isFailure);
    const skipped = element.children.some(({ name }) => name === 'skipped');
    const name = element.attributes.get('name') ?? '';
    if (name === '')
        throw new SyntaxError(`line ${element.line}: a test has no name`);
    const whole = name === wholeFile && failures.some((failure) => failure.name === 'error');
    const seconds = Number(element.attributes.get('time')?.replaceAll(',', ''));
    return {
        file: element.attributes.get('file') ?? (suiteFile === '' ? (fileOf(element, 'classname') ?? '') : suiteFile),
        ...(whole ? {} : { name }),
        // A test that failed and was skipped failed. Failures of a run that was repeated have other names (flakyFailure).
        outcome: failures.length > 0 ? 'failed' : skipped ? 'skipped' : 'passed',
        ...(Number.isFinite(seconds) ? { durationMs: Math.round(seconds * 1000) } : {}),
        ...(failures.length > 0 ? { message: failures.map(messageOf).join('\n') } : {}),
    };
}
function isFailure({ name }) {
    return name === 'failure' || name === 'error';
}
/** The text has the stack, and usually the message at its head. */
function messageOf({ text, attributes }) {
    return text.trim() === '' ? (attributes.get('message') ?? '') : text.trim();
}
/** Many writers know no attribute for the file and put it elsewhere. */
function fileOf({ attributes }, elsewhere) {
    const other = attributes.get(elsewhere) ?? '';
    return attributes.get('file') ?? (/\.[cm]?[jt]sx?$/.test(other) ? other : undefined);
}
function checkSums(suite, cases) {
    const sum = (name) => {
        const value = suite.attributes.get(name) ?? '0';
        if (!/^\d+$/.test(value))
            throw new SyntaxError(`line ${suite.line}: ${name} is "${value}" and no count`);
        return Number(value);
    };
    const failed = cases.filter(({ outcome }) => outcome === 'failed').length;
    if (sum('tests') > cases.length)
        throw new SyntaxError(`line ${suite.line}: the suite says that it has ${sum('tests')} tests and lists ${cases.length}`);
    if (sum('failures') + sum('errors') > failed)
        throw new SyntaxError(`line ${suite.line}: the suite says that it has ${sum('failures') + sum('errors')} failures and lists ${failed}`);
}

;// CONCATENATED MODULE: ./src/reports/lcov.js


/**
 * Writes LCOV's tracefile, as Codecov, Coveralls and editors read it. Functions of one name in one file get a number, since
 * the format knows them by name only.
 * Source: geninfo(1), "TRACEFILE FORMAT".
 * @throws RangeError for a path with a line break, which the format cannot hold.
 */
function writeLcov(sources) {
    return sources
        .toSorted((a, b) => sorting_compareText(a.path, b.path))
        .map(writeRecord)
        .join('');
}
function writeRecord(source) {
    if (/[\r\n]/.test(source.path))
        throw new RangeError(`LCOV cannot hold the path ${JSON.stringify(source.path)}`);
    const { functions, lines, branches } = countSource(source);
    const named = nameApart(source.functions);
    const written = [
        'TN:',
        `SF:${source.path}`,
        ...named.map(({ line, name }) => `FN:${line},${name}`),
        ...named.map(({ hits, name }) => `FNDA:${hits},${name}`),
        `FNF:${functions.total}`,
        `FNH:${functions.covered}`,
        ...[...source.lines].map(([line, hits]) => `DA:${line},${hits}`),
        `LF:${lines.total}`,
        `LH:${lines.covered}`,
        ...source.branches.flatMap(({ line, arms }, block) => arms.map((taken, arm) => `BRDA:${line},${block},${arm},${taken}`)),
        `BRF:${branches.total}`,
        `BRH:${branches.covered}`,
        'end_of_record',
    ];
    return `${written.join('\n')}\n`;
}
function nameApart(functions) {
    const taken = new Set();
    return functions.map((one) => {
        const plain = one.name.replaceAll(/[\r\n]+/g, ' ');
        let name = plain;
        for (let number = 2; taken.has(name); number += 1)
            name = `${plain} (${number})`;
        taken.add(name);
        return { ...one, name };
    });
}
/**
 * Reads a tracefile, sorted by path; records of one file are added up. One that is cut off between two records cannot be
 * told from a whole one.
 * @throws SyntaxError with the number of the line when it is empty, cut off or malformed, or when a record lists other
 *   numbers of lines or branches than it sums up (LF, LH, BRF, BRH).
 */
function parseLcov(text) {
    const files = new Map();
    let open;
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        const refuse = (reason) => {
            throw new SyntaxError(`line ${index + 1}: ${reason}`);
        };
        if (line.trim() === '' || line.startsWith('#'))
            continue;
        if (line === 'end_of_record') {
            const ended = open ?? refuse('there is no record to end');
            lcov_checkSums(ended, refuse);
            addRecord(files, ended);
            open = undefined;
        }
        else if (line.startsWith('SF:')) {
            if (open !== undefined)
                refuse(`the record of ${open.path} has no end`);
            open = startRecord(line.slice('SF:'.length), refuse);
        }
        else {
            readLine(line, open, refuse);
        }
    }
    if (open !== undefined)
        throw new SyntaxError(`the record of ${open.path} is cut off`);
    if (files.size === 0)
        throw new SyntaxError('it has no record');
    return [...files.values()].map(toSource).toSorted((a, b) => sorting_compareText(a.path, b.path));
}
function startRecord(path, refuse) {
    if (path === '')
        refuse('the record names no file');
    return { path, lines: new Map(), functions: new Map(), branches: new Map(), sums: new Map() };
}
/** Fields of a record, each with what follows the colon. */
const fields = {
    // A checksum of the line may follow.
    DA: [/^(\d+),(\d+)(?:,.*)?$/, ({ lines }, [, line, hits]) => add(lines, Number(line), Number(hits))],
    // Newer ones have the last line of the function in the middle.
    FN: [
        /^(\d+),(?:\d+,)?(.*)$/,
        ({ functions }, [, line, name = '']) => functions.set(freeKey(functions, name), { name, line: Number(line), hits: -1 }),
    ],
    FNDA: [
        /^(\d+),(.*)$/,
        ({ functions }, [, hits, name = '']) => {
            // The n-th figure of a name belongs to its n-th function.
            const found = [...functions].find(([, one]) => one.name === name && one.hits < 0);
            if (found !== undefined)
                functions.set(found[0], { ...found[1], hits: Number(hits) });
        },
    ],
    // "-": the code before the branch never ran. A block may begin with "e": it is one of exceptions.
    BRDA: [
        /^(\d+),(e?\d+),(.+),(\d+|-)$/,
        ({ branches }, [, line = '', block = '', arm = '', taken = '']) => {
            const key = `${line},${block}`;
            const arms = branches.get(key) ?? new Map();
            branches.set(key, add(arms, arm, taken === '-' ? 0 : Number(taken)));
        },
    ],
    ...Object.fromEntries(['LF', 'LH', 'BRF', 'BRH'].map((name) => [
        name,
        [/^(\d+)$/, ({ sums }, [, sum]) => sums.set(name, Number(sum))],
    ])),
};
/** Names that say nothing about lines and branches; FNF and FNH count repeated names differently from tool to tool. */
const ignored = ['TN', 'VER', 'FNF', 'FNH', 'MCDC', 'MCF', 'MCH'];
function readLine(line, record, refuse) {
    const [, name = '', rest = ''] = /^([A-Z]+):(.*)$/.exec(line) ?? refuse('it is no record of LCOV');
    if (ignored.includes(name))
        return;
    const [pattern, read] = fields[name] ?? refuse(`"${name}" is not known`);
    const value = pattern.exec(rest) ?? refuse(`"${name}" has not the form that it should`);
    read(record ?? refuse(`"${name}" stands outside of a record`), value);
}
/** Two sources for the same number: when they disagree, the report is not to be trusted. */
function lcov_checkSums(record, refuse) {
    const { lines, branches } = countSource(toSource(record));
    for (const [name, counted] of [
        ['LF', lines.total],
        ['LH', lines.covered],
        ['BRF', branches.total],
        ['BRH', branches.covered],
    ]) {
        const sum = record.sums.get(name);
        if (sum !== undefined && sum !== counted)
            refuse(`the record says ${name}:${sum} and lists ${counted}`);
    }
}
function addRecord(files, record) {
    const known = files.get(record.path);
    if (known === undefined) {
        files.set(record.path, record);
        return;
    }
    for (const [line, hits] of record.lines)
        add(known.lines, line, hits);
    for (const [key, one] of record.functions) {
        const before = known.functions.get(key);
        known.functions.set(key, { ...one, hits: Math.max(0, one.hits) + Math.max(0, before?.hits ?? 0) });
    }
    for (const [key, arms] of record.branches) {
        const before = known.branches.get(key) ?? new Map();
        for (const [arm, taken] of arms)
            add(before, arm, taken);
        known.branches.set(key, before);
    }
}
function toSource({ path, lines, functions, branches }) {
    const byLine = (all) => all.toSorted((a, b) => a.line - b.line);
    return {
        path,
        lines: new Map([...lines].toSorted(([a], [b]) => a - b)),
        functions: byLine([...functions.values()].map((one) => ({ ...one, hits: Math.max(0, one.hits) }))),
        branches: byLine([...branches].map(([key, arms]) => ({ line: Number.parseInt(key, 10), arms: [...arms.values()] }))),
    };
}
function add(map, key, hits) {
    return map.set(key, (map.get(key) ?? 0) + hits);
}
function freeKey(functions, name) {
    let turn = 1;
    while (functions.has(`${turn},${name}`))
        turn += 1;
    return `${turn},${name}`;
}

;// CONCATENATED MODULE: ./actions/quality-gate/files.js








/**
 * Writes what others read: `quality.json` always; where tests came to figures `lcov.info` and `cobertura.xml` of all of
 * them together, a `junit-<n>.xml` per suite in their order, and `baseline.json`, by which a later run compares itself
 * with this commit.
 * @returns the names of the files.
 * @throws the error of the file system (full disk, no permission).
 */
function writeFiles(results, context) {
    const files = [['quality.json', context.figures], ...describeMeasured(measuredIn(results), context)];
    (0,external_node_fs_.mkdirSync)(context.folder, { recursive: true });
    for (const [name, text] of files)
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(context.folder, name), text);
    return files.map(([name]) => name);
}
function describeMeasured(results, { commit, measuredAt, pathOf }) {
    if (results.length === 0)
        return [];
    const sources = mergeSources(results.flatMap(({ measured }) => measured.sources)).map((source) => ({
        ...source,
        path: pathOf(source.path),
    }));
    const units = results.filter(({ name }) => name === 'tests');
    return [
        ['lcov.info', writeLcov(sources)],
        ['cobertura.xml', writeCobertura(sources, { measuredAt, source: '.' })],
        ...results.map(({ measured, package: of, name }, index) => [`junit-${index + 1}.xml`, writeJunit(measured.report, nameSuite(of, name), pathOf)]),
        // A baseline of which nobody knows the commit is none.
        ...(commit === '' || units.length === 0
            ? []
            : [['baseline.json', describeBaseline(units, commit, measuredAt)]]),
    ];
}
function nameSuite(of, name) {
    return name === 'tests' ? of : `${of} (${name})`;
}
/** Of the unit tests: what a later run compares its own with. */
function figuresOf(units) {
    return units.map(({ package: name, measured: { report, coverage } }) => {
        const { total, passed, failed, skipped } = report;
        return { name, counts: coverage.total, tests: { total, passed, failed: failed.length, skipped } };
    });
}
function toolsOf(units) {
    const providers = new Set(units.map(({ measured }) => measured.provider));
    return { 'coverage-provider': [...providers].sort().join(', ') };
}
function describeBaseline(units, commit, measuredAt) {
    return writeBaseline({
        commit,
        measuredAt: new Date(measuredAt).toISOString(),
        packages: figuresOf(units),
        tools: toolsOf(units),
    });
}

// EXTERNAL MODULE: ./src/kit/inputs.js
var inputs = __webpack_require__(4636);
// EXTERNAL MODULE: ../../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(1917);
// EXTERNAL MODULE: ./src/kit/suggest.js
var suggest = __webpack_require__(9839);
;// CONCATENATED MODULE: ./actions/quality-gate/commands.js


/** What each check's command has to leave behind: without it a pass could not be told from a run that did nothing. */
const needs = {
    types: ['run'],
    lint: ['run', 'report'],
    tests: ['run', 'report', 'coverage'],
    integration: ['run', 'report', 'coverage'],
};
const commandsExample = '{ lint: { run: "npx oxlint --format checkstyle > lint.xml", report: lint.xml } }';
/**
 * Reads the input `commands`, a map in YAML.
 * @throws SyntaxError with the line where it has one, and every problem at once.
 */
function parseCommands(text) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) {
        const { line, col } = lines.linePos(error.pos[0]);
        throw new SyntaxError(`line ${line}, column ${col}: ${error.message}`);
    }
    const value = document.toJS();
    if (!isRecord(value))
        throw new SyntaxError('it is no map from a check to its command');
    const problems = [];
    const commands = Object.entries(value).map(([name, one]) => [name, readCommand(name, one, problems)]);
    if (problems.length > 0)
        throw new SyntaxError(problems.join('; '));
    return Object.fromEntries(commands);
}
function readCommand(name, value, problems) {
    const checks = Object.keys(needs);
    if (!isCheck(name)) {
        const near = (0,suggest/* suggest */.Z)(name, checks);
        problems.push(`there is no check "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}`);
        return undefined;
    }
    const command = typeof value === 'string' ? { run: value } : value;
    if (!isRecord(command)) {
        problems.push(`"${name}" is neither a command nor a map with "run"`);
        return undefined;
    }
    const known = needs[name];
    for (const key of Object.keys(command)) {
        if (!known.some((one) => one === key))
            problems.push(`"${name}" has no "${key}"; it takes ${known.map((one) => `"${one}"`).join(', ')}`);
    }
    for (const key of known) {
        const given = command[key];
        if (typeof given !== 'string' || given.trim() === '')
            problems.push(`"${name}" needs "${key}", a text`);
    }
    return command;
}
function isCheck(name) {
    return Object.hasOwn(needs, name);
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./actions/quality-gate/inputs.js


const percent = { min: 1, max: 100, unit: 'percent', example: '80' };
/** The inputs of `action.yml`, in its order. */
function inputs_fields(workspace) {
    return {
        'working-directory': (0,inputs/* withDefault */.IQ)((0,inputs/* list */.p_)((0,inputs/* folder */.TV)(workspace)), '.'),
        order: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['parallel', 'gated']), 'parallel'),
        'test-runner': (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['auto', 'jest', 'vitest']), 'auto'),
        commands: (0,inputs/* optional */.lq)((0,inputs/* structured */.uv)(parseCommands, {
            valid: 'a map in YAML from types, lint, tests or integration to what is run instead',
            example: commandsExample,
        })),
        'coverage-threshold': (0,inputs/* withDefault */.IQ)((0,inputs/* number */.ai)(percent), '80'),
        'integration-config': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'a path from the folder of each package', example: 'jest.integration.config.js' })),
        'integration-threshold': (0,inputs/* withDefault */.IQ)((0,inputs/* number */.ai)({ ...percent, example: '60' }), '60'),
        'patch-threshold': (0,inputs/* optional */.lq)((0,inputs/* number */.ai)(percent)),
        'e2e-tests': (0,inputs/* withDefault */.IQ)((0,inputs/* list */.p_)((0,inputs/* text */.Qq)({ valid: 'folders, relative to each package', example: 'e2e' })), 'e2e'),
        cache: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['off', 'safe']), 'off'),
        'cache-directory': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'a folder, relative to the workspace', example: '/tmp/quality-cache' })),
        'report-directory': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'a folder, relative to the workspace', example: 'reports' })),
        name: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({
            pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
            valid: 'up to 64 letters, digits, ".", "_" and "-"',
            example: 'quality',
        }), 'quality'),
        'github-token': (0,inputs/* optional */.lq)((0,inputs/* secret */.rJ)((0,inputs/* text */.Qq)({ valid: 'a token that may read Actions', example: '' }))),
        'timeout-minutes': (0,inputs/* withDefault */.IQ)((0,inputs/* number */.ai)({ min: 0.01, max: 350, unit: 'minutes', example: '15' }), '15'),
        'pass-env': (0,inputs/* withDefault */.IQ)((0,inputs/* list */.p_)((0,inputs/* text */.Qq)({ valid: 'names of environment variables', example: 'API_URL' })), ''),
    };
}

;// CONCATENATED MODULE: ./actions/quality-gate/outputs.js


/** The negatives: what stands there when the step is killed. */
const outputs = {
    verdict: 'fail',
    blame: '',
    reasons: '[]',
    'coverage-lines': '',
    'coverage-branches': '',
    'coverage-functions': '',
    'coverage-statements': '',
    'integration-coverage': '',
    'patch-coverage': '',
    'report-directory': '',
};
/** Of all packages together, suite by suite, and only when each has a figure: a sum without one of them would flatter. */
function coverageOutputs(results) {
    const shares = (suite) => {
        const suites = results.filter((result) => result.name === suite);
        const measured = measuredIn(suites);
        if (measured.length === 0 || measured.length < suites.length)
            return [];
        const sum = (0,coverage/* sumCounts */.W_)(measured.map((one) => one.measured.coverage.total));
        return coverage/* coverageMetrics */.wv.map((metric) => [metric, (0,coverage/* formatShare */.T1)(sum[metric]).replace(' %', '')]);
    };
    const integration = shares('integration').find(([metric]) => metric === 'lines')?.[1];
    return {
        ...Object.fromEntries(shares('tests').map(([metric, share]) => [`coverage-${metric}`, share])),
        ...(integration === undefined ? {} : { 'integration-coverage': integration }),
    };
}
function patchOutput(results) {
    const patch = results.find((result) => result.patch !== undefined)?.patch;
    return patch === undefined ? {} : { 'patch-coverage': (0,coverage/* formatShare */.T1)(patch).replace(' %', '') };
}

;// CONCATENATED MODULE: ./actions/quality-gate/packages.js


/** The packages of the input `working-directory`, in its order. */
function resolvePackages(folders, workspace) {
    return folders.map((folder) => {
        const path = (0,external_node_path_.relative)(workspace, folder).split(external_node_path_.sep).join('/');
        return { folder, name: path === '' ? packages_readName(folder) : path };
    });
}
function packages_readName(folder) {
    try {
        const { name } = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, 'package.json'), 'utf8'));
        return typeof name === 'string' && name !== '' ? name : 'the workspace';
    }
    catch {
        // Whether a package.json is there and sound is a question for the package manager, which ran before.
        return 'the workspace';
    }
}

;// CONCATENATED MODULE: ./src/reports/test-count.js
/**
 * Counts the tests in a source file by its calls of `it` and `test`, without running it: skipped ones count, a table
 * (`test.each`) counts once, and what is made in a loop or by a helper is not seen. Comments and the insides of texts are
 * left out. An estimate, for the shape of a pyramid.
 */
function countTests(source) {
    const code = blankTexts(source);
    return [...code.matchAll(/(?<![\w$.])(?:it|test)(?:\.(?:only|skip|failing|concurrent|each|todo))*\s*[(`]/g)].length;
}
/**
 * Comments, texts and templates, told from one another by which begins first. A regular expression that holds a quote
 * would begin a text here, which ends with its line.
 */
const notCode = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
/** What is left keeps the quotes, since `test.each` may be followed by a template. */
function blankTexts(source) {
    return source.replaceAll(notCode, (found) => (found.startsWith('/') ? ' ' : `${found[0] ?? ''}${found[0] ?? ''}`));
}

;// CONCATENATED MODULE: ./actions/quality-gate/pyramid.js




/**
 * How many tests of each kind there are. Unit and integration tests are those that ran; E2E tests run elsewhere and are
 * counted in their sources. null where there is no such suite, or it did not come to figures.
 */
function countPyramid(results, folders, e2eFolders) {
    return {
        unit: countRan(results, 'tests'),
        integration: countRan(results, 'integration'),
        e2e: countE2e(folders, e2eFolders),
    };
}
function countRan(results, name) {
    const suites = results.filter((result) => result.name === name);
    const measured = measuredIn(suites);
    if (measured.length === 0 || measured.length < suites.length)
        return null;
    return measured.reduce((sum, result) => sum + result.measured.report.total, 0);
}
function countE2e(folders, e2eFolders) {
    const files = folders.flatMap((folder) => e2eFolders.flatMap((e2e) => (0,external_node_fs_.globSync)(`${e2e}/**/*.{test,spec,e2e}.{js,jsx,ts,tsx,mjs,cjs,mts,cts}`, { cwd: folder }).map((file) => (0,external_node_path_.join)(folder, file))));
    if (files.length === 0)
        return null;
    return files.reduce((sum, file) => sum + countTests((0,external_node_fs_.readFileSync)(file, 'utf8')), 0);
}

// EXTERNAL MODULE: ./src/kit/summary.js
var kit_summary = __webpack_require__(257);
// EXTERNAL MODULE: ./src/reports/pyramid.js
var reports_pyramid = __webpack_require__(262);
;// CONCATENATED MODULE: ./actions/quality-gate/coverage-report.js







const suiteTitles = {
    tests: 'Coverage',
    integration: 'Coverage by integration tests',
};
/** Of each suite a section of its own: their thresholds differ, and one says little about the other. */
function describeCoverage(summary, results, base) {
    for (const suite of ['tests', 'integration']) {
        const measured = measuredIn(results).filter(({ name }) => name === suite);
        const [first, ...others] = measured;
        if (first === undefined)
            continue;
        summary.heading(3, suiteTitles[suite]);
        const before = (one) => (suite === 'tests' ? baseCounts(base, one) : undefined);
        if (others.length === 0)
            describeMetrics(summary, first, before(first));
        else
            describePackages(summary, measured, before);
        if (suite === 'tests')
            describeBase(summary, base, measured);
    }
}
function baseCounts(base, { package: of }) {
    if (base === undefined || 'none' in base)
        return undefined;
    return base.baseline.packages.find(({ name }) => name === of)?.counts;
}
function describeMetrics(summary, { measured }, before) {
    const { total } = measured.coverage;
    const columns = [
        { title: 'Of' },
        { title: 'Covered', align: 'right' },
        { title: 'Share', align: 'right' },
        ...(before === undefined ? [] : [{ title: 'Change', align: 'right' }]),
        { title: '' },
        { title: 'Required', align: 'right' },
    ];
    summary.table(columns, coverage/* coverageMetrics */.wv.map((metric) => {
        const count = total[metric];
        return [
            metric,
            `${count.covered} of ${count.total}`,
            (0,coverage/* formatShare */.T1)(count),
            ...(before === undefined ? [] : [(0,coverage/* formatShareChange */.pY)(before[metric], count)]),
            count.total === 0 ? '' : `${(0,kit_summary/* bar */.M0)(count.covered / count.total)} ${(0,coverage/* markShare */.$s)(count, measured.threshold)}`,
            `${measured.threshold} %`,
        ];
    }));
}
/** Each package has to reach the threshold by itself; the total is for information. */
function describePackages(summary, results, beforeOf) {
    const total = (0,coverage/* sumCounts */.W_)(results.map(({ measured }) => measured.coverage.total));
    summary.table([{ title: 'Package' }, ...coverage/* coverageMetrics */.wv.map((title) => ({ title, align: 'right' }))], [
        ...results.map((result) => {
            const before = beforeOf(result);
            return [
                (0,kit_summary/* code */.aY)(result.package),
                ...coverage/* coverageMetrics */.wv.map((metric) => {
                    const count = result.measured.coverage.total[metric];
                    const change = before === undefined ? '' : ` (${(0,coverage/* formatShareChange */.pY)(before[metric], count)})`;
                    return `${(0,coverage/* formatShare */.T1)(count)}${change} ${(0,coverage/* markShare */.$s)(count, result.measured.threshold)}`.trim();
                }),
            ];
        }),
        ['all', ...coverage/* coverageMetrics */.wv.map((metric) => (0,coverage/* formatShare */.T1)(total[metric]))],
    ]);
    const thresholds = [...new Set(results.map(({ measured }) => measured.threshold))];
    summary.paragraph(`Required: ${thresholds.join(' or ')} % of each in every package.`);
}
function describeBase(summary, base, results) {
    if (base === undefined)
        return;
    if ('none' in base) {
        summary.paragraph(`No baseline to compare with: ${base.none}.`);
        return;
    }
    const where = base.distance === 0 ? 'where this branch begins' : `${count(base.distance, 'commit')} before this branch begins`;
    const tools = results.some(({ measured }) => measured.provider !== base.baseline.tools['coverage-provider']);
    const warning = tools ? ' It was counted by another coverage provider, so the change means little.' : '';
    summary.paragraph(`Change in percentage points against ${base.commit.slice(0, 12)}, ${where}.${warning}`);
}
function describeWorstFiles(summary, results, pathOf) {
    const measured = measuredIn(results);
    const worst = worstFiles(measured);
    if (worst.length === 0)
        return;
    const files = measured.filter(({ name }) => name === 'tests').flatMap((one) => one.measured.coverage.files);
    summary.details(`Least covered files (${worst.length} of ${files.length} have uncovered lines)`, (inner) => {
        inner.table([{ title: 'File' }, { title: 'Lines', align: 'right' }, { title: 'Not covered' }], worst
            .slice(0, 20)
            .map((file) => [(0,kit_summary/* code */.aY)(pathOf(file.file)), (0,coverage/* formatShare */.T1)(file.counts.lines), formatRanges(file.uncoveredLines)]));
    });
}
/** Only where there are tests of two kinds at least: one kind alone has no shape. */
function describePyramid(summary, pyramid) {
    const kinds = [
        ['unit', pyramid.unit],
        ['integration', pyramid.integration],
        ['e2e', pyramid.e2e],
    ];
    if (kinds.filter(([, count]) => count !== null).length < 2)
        return;
    const total = kinds.reduce((sum, [, count]) => sum + (count ?? 0), 0);
    const titles = { unit: 'Unit', integration: 'Integration', e2e: 'E2E, counted in the sources' };
    summary.heading(3, 'Test pyramid');
    summary.table([
        { title: 'Tests' },
        { title: 'Count', align: 'right' },
        { title: 'Share', align: 'right' },
        { title: '' },
        { title: 'Goal', align: 'right' },
    ], kinds.map(([kind, count]) => [
        titles[kind],
        count === null ? 'not known' : String(count),
        count === null ? '' : `${Math.round((count * 100) / total)} %`,
        count === null ? '' : (0,kit_summary/* bar */.M0)(count / total),
        `${reports_pyramid/* pyramidGoal */.Y[kind]} %`,
    ]));
}

;// CONCATENATED MODULE: ./actions/quality-gate/verdict.js

const order = ['code', 'configuration', 'tool'];
/** A pass needs every check to have run and to have proven itself; one that is missing or was not run has not. */
function judgeChecks(results) {
    const reasons = results
        .flatMap((result) => result.reasons.map((reason) => ({ ...reason, package: result.package })))
        .sort((a, b) => order.indexOf(a.blame) - order.indexOf(b.blame));
    const [first] = reasons;
    const proven = results.length > 0 && results.every((result) => result.notRun !== true);
    if (first === undefined && proven)
        return { verdict: 'pass', blame: '', reasons: [] };
    return {
        verdict: 'fail',
        blame: first?.blame ?? 'tool',
        reasons: reasons.map(({ package: of, message }) => ({ package: of, message })),
    };
}
/** The reasons as people read them: with several packages, each says which it is about. */
function tellReasons(verdict, results) {
    const several = countPackages(results) > 1;
    return verdict.reasons.map(({ package: of, message }) => several && of !== '' ? { ...message, text: `${of}: ${message.text}` } : message);
}

;// CONCATENATED MODULE: ./actions/quality-gate/report.js






/** A file name as GitHub knows it: from the root of the workspace, with forward slashes. */
function workspacePath(file, workspace) {
    return (0,external_node_path_.relative)(workspace, file).split(external_node_path_.sep).join('/');
}
/** The verdict first, then what led to it, then what to look at. */
function describeRun(summary, verdict, results, base, pyramid, pathOf) {
    const passed = verdict.verdict === 'pass';
    const failed = results.filter((result) => result.reasons.length > 0).length;
    const headline = passed ? 'pass' : `fail, ${failed} of ${results.length} checks did not pass`;
    summary.heading(2, `${passed ? '\u2705' : '\u274c'} quality-gate: ${headline}`);
    if (!passed)
        summary.list(tellReasons(verdict, results).map((reason) => (0,kit_summary.md) `**${reason.text}** ${reason.cure} (${(0,kit_summary/* code */.aY)(reason.id)})`));
    describeChecks(summary, results);
    const warnings = results.flatMap((result) => result.warnings ?? []);
    if (warnings.length > 0)
        summary.list(warnings.map((one) => (0,kit_summary.md) `\u26a0\ufe0f **${one.text}** ${one.cure} (${(0,kit_summary/* code */.aY)(one.id)})`));
    describeCoverage(summary, results, base);
    describeFindings(summary, results, pathOf);
    describeWorstFiles(summary, results, pathOf);
    describePyramid(summary, pyramid);
}
function describeChecks(summary, results) {
    // With one package its name in every row says nothing.
    const several = countPackages(results) > 1;
    summary.table([
        ...(several ? [{ title: 'Package' }] : []),
        { title: 'Check' },
        { title: 'Result' },
        { title: 'Looked at' },
        { title: 'Found', align: 'right' },
        { title: 'Time', align: 'right' },
    ], results.map((result) => [
        ...(several ? [result.package === '' ? 'all' : (0,kit_summary/* code */.aY)(result.package)] : []),
        result.name,
        outcomeOf(result),
        result.extent,
        String(result.findings.length),
        result.notRun === true ? '' : (0,duration/* formatDuration */.a)(result.durationMs),
    ]));
}
function outcomeOf(result) {
    if (result.notRun === true)
        return '\u23ed\ufe0f not run: an earlier check did not pass';
    if (result.reasons.length === 0)
        return '\u2705 passed';
    const blames = new Set(result.reasons.map((reason) => reason.blame));
    if (blames.has('code'))
        return '\u274c failed';
    return blames.has('configuration') ? '\u274c not run: configuration' : '\u274c not proven: the tool failed';
}
function describeFindings(summary, results, pathOf) {
    const rows = results.flatMap((result) => result.findings.map((finding) => ({ result, finding })));
    if (rows.length === 0)
        return;
    summary.heading(3, 'What to mend');
    summary.table([{ title: 'Where' }, { title: 'Check' }, { title: 'What' }], rows.map(({ result, finding }) => [
        (0,kit_summary/* code */.aY)(placeOf(finding, pathOf)),
        result.name,
        (0,kit_summary.md) `**${finding.title}** ${finding.message.split('\n')[0] ?? ''}`,
    ]));
    for (const { finding } of rows) {
        const lines = firstLines(finding.message).split('\n');
        if (lines.length > 1)
            summary.details(`${finding.title}, in full`, (inner) => inner.code('diff', lines));
    }
}
function toAnnotation(finding, pathOf) {
    return {
        level: finding.level,
        title: finding.title,
        message: firstLines(finding.message),
        file: pathOf(finding.file),
        ...(finding.line === undefined ? {} : { line: finding.line }),
        ...(finding.endLine === undefined ? {} : { endLine: finding.endLine }),
        ...(finding.column === undefined ? {} : { column: finding.column }),
    };
}
/** `src/a.ts:3:7`, as editors and terminals understand it. */
function placeOf(finding, pathOf) {
    return [pathOf(finding.file), finding.line, finding.column].filter((part) => part !== undefined).join(':');
}
/** What a person needs of a long message: a stack below the assertion helps only in the log. */
function firstLines(message) {
    const lines = message.split('\n').filter((line) => !/^\s+at /.test(line));
    return lines.slice(0, 30).join('\n').trim();
}

;// CONCATENATED MODULE: ./actions/quality-gate/schedule.js
/** The dearest first: with fewer cores than tasks, what takes longest must not begin last. */
const dearestFirst = ['tests', 'integration', 'types', 'lint'];
/** What a person fixes first comes first when one check may stop the next. */
const cheapestFirst = ['types', 'lint', 'tests', 'integration'];
/**
 * Runs the tasks.
 * - `parallel`: as many at once as there are cores, but at least two: these tools wait for the disk, too.
 * - `gated`: one after the other within a package, and no dearer one after a cheaper one that did not pass; packages side
 *   by side. What was not run is in the results as such, and never counts as passed.
 * @returns the results in the order of the tasks.
 */
async function runTasks(tasks, order, cores) {
    const width = Math.max(2, cores);
    const results = new Map();
    const lanes = order === 'gated'
        ? groupByPackage(tasks).map((group) => async () => runGated(sort(group, cheapestFirst), results))
        : sort(tasks, dearestFirst).map((task) => async () => {
            results.set(task, await task.run());
        });
    await runPool(lanes, width);
    return tasks.map((task) => results.get(task) ?? notRun(task));
}
async function runGated(tasks, results) {
    for (const task of tasks) {
        const result = await task.run();
        results.set(task, result);
        if (result.reasons.length > 0)
            return;
    }
}
function notRun({ name, package: of }) {
    return { package: of, name, notRun: true, reasons: [], findings: [], durationMs: 0, extent: 'nothing' };
}
/** At most `width` at once. When one throws, no further one is begun, and the error comes out when the running have ended. */
async function runPool(lanes, width) {
    const waiting = [...lanes];
    const errors = [];
    const work = async () => {
        for (let lane = waiting.shift(); lane !== undefined && errors.length === 0; lane = waiting.shift()) {
            try {
                await lane();
            }
            catch (error) {
                errors.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(width, lanes.length) }, work));
    if (errors.length > 0)
        throw errors[0];
}
function groupByPackage(tasks) {
    return [...new Set(tasks.map((task) => task.package))].map((of) => tasks.filter((task) => task.package === of));
}
function sort(tasks, order) {
    return [...tasks].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

;// CONCATENATED MODULE: ./actions/quality-gate/suites.js




/**
 * The suites of each package: unit tests always, integration tests where there is a command for them or the configuration
 * that the input names.
 * @throws ConfigurationError (`integration-config-missing`) when no package has that file: the suite would vanish.
 */
function planSuites(packages, inputs) {
    const { commands, integrationConfig } = inputs;
    const unit = {
        name: 'tests',
        threshold: inputs.coverageThreshold,
        ...(commands.tests === undefined ? {} : { command: commands.tests }),
    };
    const integration = { name: 'integration', threshold: inputs.integrationThreshold };
    const planned = packages.map((one) => {
        if (commands.integration !== undefined)
            return [one, [unit, { ...integration, command: commands.integration }]];
        if (integrationConfig === undefined)
            return [one, [unit]];
        const config = (0,external_node_path_.join)(one.folder, integrationConfig);
        return [one, (0,external_node_fs_.existsSync)(config) ? [unit, { ...integration, config }] : [unit]];
    });
    if (integrationConfig !== undefined && planned.every(([, suites]) => suites.length === 1)) {
        const names = packages.map(({ name }) => name).join(', ');
        throw new errors/* ConfigurationError */.j1(messages_messages['integration-config-missing'](integrationConfig, names));
    }
    return new Map(planned);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./actions/quality-gate/caches.js




/** `cache: off`: a run knows nothing of another one. Within it, two suites of a package share what they transform. */
function freshCaches(reports) {
    return {
        folderFor: (runner) => (0,external_node_path_.join)(reports, `${runner}-cache`),
        buildInfo: undefined,
        lintFile: undefined,
    };
}
/**
 * `cache: safe`: what was worked out under the same lockfile, the same Node and the same files in the roots of the package
 * and the workspace. Each tool compares the contents of sources itself; what it cannot see (a preset that Babel loads, a
 * variable from `.env`, the version of a plugin) is in the key. Folders of other keys are removed, so the cache does not
 * grow.
 * @param directory absolute
 */
function safeCaches(directory, folder, workspace) {
    const name = (0,external_node_crypto_.createHash)('sha256').update((0,external_node_path_.relative)(workspace, folder)).digest('hex').slice(0, 12);
    const ofPackage = (0,external_node_path_.join)(directory, name);
    const key = keyOf(folder, workspace);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(ofPackage, key), { recursive: true });
    for (const other of (0,external_node_fs_.readdirSync)(ofPackage)) {
        if (other !== key)
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(ofPackage, other), { recursive: true, force: true });
    }
    return {
        folderFor: (runner) => (0,external_node_path_.join)(ofPackage, key, runner),
        buildInfo: (0,external_node_path_.join)(ofPackage, key, 'types.tsbuildinfo'),
        lintFile: (0,external_node_path_.join)(ofPackage, key, 'eslint.json'),
    };
}
function keyOf(folder, workspace) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(process.version);
    for (const root of new Set([folder, workspace])) {
        for (const file of filesIn(root))
            hash.update(`\0${file}\0`).update((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, file)));
    }
    const lockfile = findLockfile(folder, workspace);
    if (lockfile !== undefined)
        hash.update('\0lockfile\0').update((0,external_node_fs_.readFileSync)(lockfile.path));
    return hash.digest('hex').slice(0, 24);
}
/** Configurations lie in roots: of Babel, Metro, TypeScript, Jest, ESLint, `.env`, `.browserslistrc` and their kin. */
function filesIn(root) {
    return (0,external_node_fs_.readdirSync)(root, { withFileTypes: true })
        .filter((entry) => entry.isFile() && isConfiguration(entry.name))
        .map((entry) => entry.name)
        .sort();
}
function isConfiguration(name) {
    return (name.startsWith('.') || /(?:^package\.json|\.config\.(?:[cm]?[jt]s|json)|rc\.[cm]?js|^tsconfig.*\.json)$/.test(name));
}

;// CONCATENATED MODULE: ./src/reports/checkstyle.js

/**
 * Reads Checkstyle's XML, which Oxlint, Biome, detekt and most linters can write. Only files with a problem are named in
 * many of them, so how many were linted stays unknown. Everything that is not "info" or below is a problem.
 * @throws SyntaxError with the number of the line when it is empty, cut off or something else.
 */
function parseCheckstyle(text) {
    const root = (0,xml_reader/* parseXml */.N)(text);
    if (root.name !== 'checkstyle')
        throw new SyntaxError(`the root is <${root.name}> and not <checkstyle>`);
    const files = root.children.filter(({ name }) => name === 'file');
    const messages = files.flatMap((file) => {
        const path = file.attributes.get('name') ?? '';
        if (path === '')
            throw new SyntaxError(`line ${file.line}: a file has no name`);
        return file.children.filter(({ name }) => name === 'error').flatMap((error) => readProblem(path, error));
    });
    return { files: undefined, messages };
}
const checkstyle_ignored = ['info', 'ignore'];
function readProblem(file, { attributes, line }) {
    const severity = attributes.get('severity') ?? 'error';
    if (checkstyle_ignored.includes(severity))
        return [];
    const rule = attributes.get('source') ?? '';
    return [
        {
            file,
            line: checkstyle_readNumber(attributes.get('line') ?? '0', line),
            column: checkstyle_readNumber(attributes.get('column') ?? '0', line),
            severity: severity === 'warning' ? 'warning' : 'error',
            message: attributes.get('message') ?? '',
            ...(rule === '' ? {} : { rule }),
        },
    ];
}
function checkstyle_readNumber(text, line) {
    if (!/^\d+$/.test(text))
        throw new SyntaxError(`line ${line}: "${text}" is no place in a file`);
    return Number(text);
}

;// CONCATENATED MODULE: ./src/reports/eslint.js
/**
 * Reads what `eslint --format json` (9 and 10) prints.
 * @throws SyntaxError with the reason when the text is not such a report: an empty or cut report is never a clean one.
 */
function parseLintReport(json) {
    if (json.trim() === '')
        throw new SyntaxError('the report is empty');
    const results = JSON.parse(json);
    if (!Array.isArray(results))
        throw new SyntaxError('the report is not a list of files');
    const messages = results.flatMap((result, index) => {
        if (!isResult(result))
            throw new SyntaxError(`entry ${index} of the report is not a file with messages`);
        return result.messages.map((message) => toMessage(result.filePath, message));
    });
    return { files: results.length, messages };
}
function isResult(value) {
    return (typeof value === 'object' &&
        value !== null &&
        'filePath' in value &&
        typeof value.filePath === 'string' &&
        'messages' in value &&
        Array.isArray(value.messages));
}
function toMessage(file, raw) {
    return {
        file,
        line: raw.line ?? 0,
        column: raw.column ?? 0,
        severity: raw.severity === 1 ? 'warning' : 'error',
        message: raw.message,
        ...(raw.ruleId === null ? {} : { rule: raw.ruleId }),
    };
}

;// CONCATENATED MODULE: ./actions/quality-gate/lint-cache.js
/**
 * Plugins whose rules look at one file only, by the name of their package. ESLint's cache knows each file by its own
 * content, so a rule that looks into another file (an import, a type) would pass what has become wrong: tried with
 * `no-floating-promises`, where a function in another file became asynchronous. Read from the rules' sources; what is not
 * here is taken to look further.
 */
const singleFilePlugins = [
    '@eslint-community/eslint-plugin-eslint-comments',
    '@react-native/eslint-plugin',
    '@stylistic/eslint-plugin',
    // With types it does look further: asked of the parser's options.
    '@typescript-eslint/eslint-plugin',
    'eslint-plugin-detox',
    'eslint-plugin-eslint-comments',
    'eslint-plugin-ft-flow',
    'eslint-plugin-jest',
    'eslint-plugin-jsx-a11y',
    'eslint-plugin-perfectionist',
    'eslint-plugin-promise',
    'eslint-plugin-react',
    'eslint-plugin-react-hooks',
    'eslint-plugin-react-native',
    'eslint-plugin-react-native-a11y',
    'eslint-plugin-simple-import-sort',
    'eslint-plugin-testing-library',
    'eslint-plugin-unicorn',
    'eslint-plugin-unused-imports',
];
/**
 * Runs in the package, by the Node of the project (ESLint 9 takes any from 18 on): reads every `eslint.config.*` that can apply to a file of it, and prints why ESLint's cache would
 * not be safe, or null. A plugin is what its name says only if it is the very module of that package: a local one under a
 * known name is not.
 */
const askLintScope = `
import { createRequire } from 'node:module';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
const [workspace, ...known] = process.argv.slice(1);
const names = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((one) => 'eslint.config.' + one);
const files = new Set(findConfigs(process.cwd()));
for (let at = process.cwd(); ; at = dirname(at)) {
  for (const name of names) if (existsSync(join(at, name))) files.add(join(at, name));
  if (at === workspace || at === dirname(at)) break;
}
answer({ because: await findObstacle() });
function findConfigs(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === '.git' ? [] : findConfigs(join(folder, entry.name));
    return names.includes(entry.name) ? [join(folder, entry.name)] : [];
  });
}
async function findObstacle() {
  if (files.size === 0) return 'there is no eslint.config file';
  for (const file of files) {
    const exported = (await import(pathToFileURL(file))).default;
    const from = createRequire(file);
    for (const config of [exported].flat(Infinity)) {
      const options = config?.languageOptions?.parserOptions ?? {};
      for (const name of ['project', 'projectService', 'programs', 'EXPERIMENTAL_useProjectService'])
        if (options[name]) return 'rules with types look into other files (parserOptions.' + name + ')';
      if (config?.processor) return 'a processor takes files apart';
      for (const [name, plugin] of Object.entries(config?.plugins ?? {})) {
        if (!(await isKnown(plugin, from))) return 'the rules of the plugin "' + name + '" may look into other files';
      }
    }
  }
  return null;
}
async function isKnown(plugin, from) {
  for (const name of known) {
    let path;
    try { path = from.resolve(name); } catch { continue; }
    try { if (from(path) === plugin || from(path).default === plugin) return true; } catch {}
    try { const it = await import(pathToFileURL(path)); if (it.default === plugin || it === plugin || it['module.exports'] === plugin) return true; } catch {}
  }
  return false;
}
`;
/** Why ESLint's cache would not be safe; undefined when it is. What cannot be asked is not safe. */
function readLintScope({ end }, answer) {
    if (answer === undefined || end.kind !== 'exited' || end.code !== 0)
        return 'its configuration could not be read';
    return answer.because ?? undefined;
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/ask-node.js

/** Before what a script of ours answers: whatever a configuration prints while it is loaded stands on other lines. */
const mark = 'slipway answers: ';
/**
 * Asks the project's own Node: runs a script in the folder of the package and reads the JSON that it hands to `answer`.
 * @param script an ES module; it may call `answer(value)`, once, which ends it. Its arguments begin at `process.argv[1]`.
 * @returns the outcome of the command, and the answer, undefined when there is none.
 */
async function askNode(context, name, script, args) {
    const whole = `const answer = (value) => { process.stdout.write('\\n${mark}' + JSON.stringify(value) + '\\n'); process.exit(0); };\n${script}`;
    const node = { file: 'node', prefix: [] };
    const command = commandFor(context, name, node, ['--input-type=module', '--eval', whole, '--', ...args]);
    const outcome = await context.exec.run({ ...command, capture: true });
    const line = (outcome.stdout ?? '').split('\n').findLast((one) => one.startsWith(mark));
    return { outcome, answer: line === undefined ? undefined : JSON.parse(line.slice(mark.length)) };
}

// EXTERNAL MODULE: ./src/kit/exec.js + 3 modules
var exec = __webpack_require__(6376);
;// CONCATENATED MODULE: ./actions/quality-gate/checks/fresh-report.js


/**
 * Remembers the reports that lie there before a command runs. A report that the command leaves untouched, or puts there
 * with an older date (restored from a cache, copied), is not of this run and may be of another commit. Compared with a
 * file that is written now, not with the clock: that of the file system may be another one.
 * @param folder for that file
 */
function rememberReports(files, folder) {
    const before = new Map(files.map((file) => [file, stateOf(file)]));
    const markFile = (0,external_node_path_.join)(folder, 'begun');
    (0,external_node_fs_.writeFileSync)(markFile, '');
    const begun = stateOf(markFile)?.writtenAt ?? 0n;
    return {
        isStale(file) {
            const now = stateOf(file);
            if (now === undefined)
                return false;
            const old = before.get(file);
            const untouched = old?.writtenAt === now.writtenAt && old.inode === now.inode;
            return untouched || now.writtenAt < begun;
        },
    };
}
function stateOf(file) {
    const stat = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false, bigint: true });
    return stat === undefined ? undefined : { writtenAt: stat.mtimeNs, inode: stat.ino };
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/report-file.js


/** Reads a report of this run. */
function readReportFile(file, parse) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        return { missing: (0,errors/* describeError */.Uc)(error) };
    }
    try {
        return parse(text);
    }
    catch (error) {
        return { unreadable: (0,errors/* describeError */.Uc)(error) };
    }
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/lint.js











/** Lint with zero warnings, by the project's own ESLint and configuration, or by the user's command. */
async function checkLint(context, own) {
    const { outcome, report, durationMs } = own === undefined ? await runEslint(context) : await runCommand(context, own);
    const findings = 'messages' in report ? report.messages.map((one) => toFinding(one, context.folder)) : [];
    return {
        package: context.package,
        name: 'lint',
        reasons: lint_judge(outcome, report, context.timeoutMs, own !== undefined),
        findings,
        durationMs,
        extent: 'messages' in report
            ? report.files === undefined
                ? 'what the command looks at'
                : count(report.files, 'file')
            : 'nothing',
    };
}
async function runEslint(context) {
    const eslint = toolOf(context, 'eslint');
    // --no-warn-ignored: a warning about an ignored file has no line and cannot be mended in the code.
    const args = ['.', '--format', 'json', '--max-warnings', '0', '--no-warn-ignored'];
    // Into a file: a plugin that prints would break a report on standard output.
    const reportFile = (0,external_node_path_.join)(context.reports, 'eslint.json');
    args.push('--output-file', reportFile);
    const cache = await askCache(context);
    // By content: a checkout gives every file a new date.
    if (cache.file !== undefined)
        args.push('--cache', '--cache-strategy', 'content', '--cache-location', cache.file);
    const outcome = await context.exec.run(commandFor(context, 'lint', eslint, args));
    return {
        outcome,
        report: readReportFile(reportFile, parseLintReport),
        durationMs: cache.durationMs + outcome.durationMs,
    };
}
async function askCache(context) {
    const { lintFile } = context.caches;
    if (lintFile === undefined)
        return { durationMs: 0 };
    const args = [context.workspace, ...singleFilePlugins];
    const { outcome, answer } = await askNode(context, 'lint', askLintScope, args);
    const { durationMs } = outcome;
    const obstacle = readLintScope(outcome, answer);
    if (obstacle === undefined)
        return { file: lintFile, durationMs };
    context.note(`${context.label('lint')}: ESLint's cache is not used, ${obstacle}`);
    return { durationMs };
}
async function runCommand(context, own) {
    const reportFile = (0,external_node_path_.resolve)(context.folder, own.report ?? '');
    const before = rememberReports([reportFile], context.reports);
    const outcome = await context.exec.run(shellCommand(context, 'lint', own.run));
    const report = before.isStale(reportFile) ? { stale: reportFile } : readReportFile(reportFile, parseAnyLintReport);
    return { outcome, report, durationMs: outcome.durationMs };
}
/** By what is in it: ESLint's JSON or Checkstyle's XML. */
function parseAnyLintReport(text) {
    return text.trimStart().startsWith('<') ? parseCheckstyle(text) : parseLintReport(text);
}
function lint_judge(outcome, report, timeoutMs, byCommand) {
    const broken = brokenEnd('lint', outcome, timeoutMs);
    if (broken !== undefined)
        return [broken];
    const code = outcome.end.kind === 'exited' ? outcome.end.code : -1;
    // ESLint's own contract: 2 is "could not lint", and then it writes no report.
    if (code === 2 && !byCommand)
        return [{ blame: 'configuration', message: messages_messages['lint-misconfigured'](tellingLine(outcome.tail)) }];
    if ('stale' in report)
        return [{ blame: 'configuration', message: messages_messages['report-stale'](report.stale) }];
    if (!('messages' in report)) {
        const reason = 'missing' in report ? report.missing : report.unreadable;
        const message = messages_messages['lint-report-unreadable'](`${reason} (${(0,exec/* describeEnd */.l)(outcome.end)})`);
        return [{ blame: 'tool', message }];
    }
    if (report.messages.length > 0) {
        const warnings = report.messages.filter((message) => message.severity === 'warning').length;
        return [{ blame: 'code', message: messages_messages['lint-failed'](report.messages.length - warnings, warnings) }];
    }
    if (code !== 0) {
        return [
            {
                blame: 'tool',
                message: messages_messages['check-crashed']('lint', (0,exec/* describeEnd */.l)(outcome.end), tellingLine(outcome.tail)),
            },
        ];
    }
    if (report.files === 0)
        return [{ blame: 'configuration', message: messages_messages['lint-nothing-checked']() }];
    return [];
}
function toFinding(message, folder) {
    return {
        file: (0,external_node_path_.resolve)(folder, message.file),
        level: message.severity,
        title: message.rule ?? 'syntax',
        message: message.message,
        ...(message.line === 0 ? {} : { line: message.line, column: message.column }),
    };
}

;// CONCATENATED MODULE: ./actions/quality-gate/test-runner.js





/**
 * Which runner a package uses: the one that it (or, failing that, a folder above it) depends on. A package that depends on
 * both, as in the middle of a move from one to the other, has to run one of them in its script "test".
 * @throws ConfigurationError (`test-runner-unclear`) when nothing tells.
 */
function detectRunner(choice, folder, workspace) {
    if (choice !== 'auto')
        return choice;
    for (const at of foldersUp(folder, workspace)) {
        const manifest = readManifest((0,external_node_path_.join)(at, 'package.json'));
        const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
        const found = ['jest', 'vitest'].filter((runner) => names.includes(runner));
        const [only, other] = found;
        if (only !== undefined && other === undefined)
            return only;
        if (only === undefined)
            continue;
        const script = manifest.scripts?.['test'];
        const run = found.filter((runner) => typeof script === 'string' && new RegExp(`\\b${runner}\\b`).test(script));
        const [named] = run;
        if (run.length !== 1 || named === undefined)
            throw new errors/* ConfigurationError */.j1(messages_messages['test-runner-unclear']((0,external_node_path_.join)(at, 'package.json')));
        return named;
    }
    // Presets bring Jest along without naming it; if it is not there, the message of the missing tool says so.
    return 'jest';
}
function readManifest(file) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch {
        // Whether a package.json is there and sound is a question for the package manager, which ran before.
        return {};
    }
}

;// CONCATENATED MODULE: ./src/reports/vitest.js

/**
 * Reads what Vitest (3 and 4) writes for `--reporter=json --outputFile`. It has Jest's shape, with differences that were
 * recorded from 3.2.7 and 4.1.11:
 * - `numTotalTestSuites` and its kin count `describe` blocks too, and there is no count of files that could not be loaded;
 * - a failed `beforeAll` leaves its tests "skipped", the file "failed" and the message empty;
 * - `--bail` leaves "pending" tests, which no sum but the total counts, and "passed" files without a test;
 * - **an unhandled error outside the tests is not in it at all: `success` is true and only the exit code is 1.** Whoever
 *   reads this report has to look at the exit code too.
 * @throws SyntaxError with the reason when the text is not a whole report, or contradicts itself.
 */
function parseVitestReport(json) {
    const report = readObject(json);
    const suites = readSuites(report['testResults']);
    const cases = suites.flatMap(casesOf);
    const failed = suites.flatMap(failuresOf).map(vitest_explain);
    const statuses = suites.flatMap((suite) => suite.assertionResults.map(({ status }) => status));
    const count = (status) => statuses.filter((one) => one === status).length;
    for (const [field, named] of [
        ['numTotalTests', statuses.length],
        ['numPassedTests', count('passed')],
        ['numFailedTests', count('failed')],
    ]) {
        const counted = readCount(report, field);
        if (counted !== named)
            throw new SyntaxError(`it says ${field}: ${counted} and names ${named}`);
    }
    if (typeof report['success'] !== 'boolean')
        throw new SyntaxError('it does not say whether the run succeeded');
    // A run without a test file has no failure to name: the caller sees a total of 0.
    if (suites.length > 0 && report['success'] !== (failed.length === 0))
        throw new SyntaxError(`it says success: ${String(report['success'])} and names ${failed.length} failures`);
    const unbegun = suites.some(({ status, assertionResults }) => status === 'passed' && assertionResults.length === 0);
    return {
        suites: suites.length,
        total: statuses.length,
        passed: count('passed'),
        failed,
        skipped: statuses.length - count('passed') - count('failed'),
        cases,
        interrupted: count('pending') > 0 || (unbegun && failed.length > 0),
        coverageMap: report['coverageMap'] ?? undefined,
    };
}
function vitest_explain(failure) {
    if (failure.message !== '')
        return failure;
    return { ...failure, message: 'a hook failed, or the file itself; the report does not say how' };
}

// EXTERNAL MODULE: ../../../node_modules/istanbul-lib-coverage/index.js
var istanbul_lib_coverage = __webpack_require__(3855);
;// CONCATENATED MODULE: ./src/reports/provider.js


/**
 * Tells the provider by the shape of the map, since no map names it. The rules rest on maps recorded from Jest 29.7 and
 * 30.5 (both providers, with and without source maps) and Vitest 3.2 and 4.1 (both providers).
 * @throws SyntaxError when the value is not a coverage map.
 */
function detectProvider(map) {
    const coverageMap = (0,coverage/* readCoverageMap */.RH)(map);
    const guesses = coverageMap.files().map((file) => guessOf(coverageMap.fileCoverageFor(file).data));
    const told = guesses.filter(({ provider }) => provider !== 'unknown');
    const [first] = told;
    if (first === undefined)
        return { provider: 'unknown', certain: false, because: 'no file of the map shows it' };
    const other = told.find(({ provider }) => provider !== first.provider);
    if (other !== undefined)
        return {
            provider: 'mixed',
            certain: first.certain && other.certain,
            because: `${first.because}, but ${other.because}`,
        };
    return told.find(({ certain }) => certain) ?? first;
}
function guessOf(data) {
    const marks = data;
    if (typeof marks._coverageSchema === 'string')
        return { provider: 'babel', certain: true, because: "a file carries the mark of Istanbul's instrumenter" };
    // ast-v8-to-istanbul leaves its index of places in the map.
    if (typeof marks.meta?.seen === 'object')
        return { provider: 'v8-syntax', certain: false, because: 'a file carries the index of ast-v8-to-istanbul' };
    const statements = Object.entries(data.statementMap);
    const wholeLines = statements.every(([, { start, end }]) => end.line === start.line && start.column === 0);
    if (typeof marks.all === 'boolean' && wholeLines) {
        // Merging numbers the statements anew.
        const numbered = statements.every(([key, { start }]) => start.line === Number(key) + 1);
        return { provider: 'v8-lines', certain: numbered, because: 'every line of a file is a statement' };
    }
    // A single statement at the start of a file has the same shape by chance.
    if (statements.length === 0 || wholeLines)
        return { provider: 'unknown', certain: false, because: 'nothing tells' };
    return { provider: 'babel', certain: false, because: 'the statements of a file are not its lines' };
}
/**
 * Adds up the maps of several runs (shards, packages, suites) of one provider. Maps of different providers are refused:
 * their statements have different places, and istanbul-lib-coverage would count both (istanbuljs/istanbuljs#531, #783).
 * The maps stay as they are.
 * @throws SyntaxError when one of the values is not a coverage map.
 */
function mergeCoverage(maps) {
    const guesses = maps.map(detectProvider);
    const providers = new Set(guesses.map(({ provider }) => provider).filter((provider) => provider !== 'unknown'));
    if (providers.size > 1 || providers.has('mixed')) {
        const reasons = guesses.map(({ provider, because }, index) => `map ${index + 1}: ${provider} (${because})`);
        return { refused: `coverage of different providers cannot be added up; ${reasons.join('; ')}` };
    }
    const merged = istanbul.createCoverageMap();
    for (const map of maps)
        merged.merge(structuredClone(map));
    return { map: merged.toJSON() };
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/tests/coverage-map.js




/** Reads the Istanbul map that Jest and Vitest leave in their reports. */
function readCoverageMap(map) {
    try {
        return {
            coverage: (0,coverage/* countCoverage */.at)(map),
            sources: readSources(map, (file) => file),
            provider: detectProvider(map).provider,
        };
    }
    catch (error) {
        return { missing: (0,errors/* describeError */.Uc)(error) };
    }
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/tests/fitness.js


/**
 * Whether coverage can be of the code that lies here: each file is there, and no counted line is beyond its end. A report
 * that does not fit was measured on another commit, or names its files from another folder.
 * @returns what does not fit, as a sentence without a stop; undefined when all does
 */
function checkFits(sources, workspace) {
    for (const { path, lines } of sources) {
        const name = (0,external_node_path_.relative)(workspace, path);
        const length = countLines(path);
        if (length === undefined)
            return `it names ${name}, and there is no such file`;
        const last = Math.max(0, ...lines.keys());
        if (last > length)
            return `it counts line ${last} of ${name}, which has ${length}: it was measured on other code`;
    }
    return undefined;
}
function countLines(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8').split('\n').length;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/tests/command.js














/** Runs the user's own command, which has to leave a test report and a coverage report of this run. */
async function runTestCommand(context, suite, command) {
    const reportFile = (0,external_node_path_.resolve)(context.folder, command.report ?? '');
    const coverageFile = (0,external_node_path_.resolve)(context.folder, command.coverage ?? '');
    const before = rememberReports([reportFile, coverageFile], context.reports);
    const outcome = await context.exec.run(shellCommand(context, suite.name, command.run));
    const { durationMs } = outcome;
    const broken = brokenEnd(suite.name, outcome, context.timeoutMs);
    if (broken !== undefined)
        return { reason: broken, durationMs };
    const stale = [reportFile, coverageFile].find((file) => before.isStale(file));
    if (stale !== undefined)
        return { reason: { blame: 'configuration', message: messages_messages['report-stale'](stale) }, durationMs };
    const report = readReportFile(reportFile, parseAnyTestReport);
    return {
        runner: 'the command',
        outcome,
        report: 'total' in report ? withAbsolutePaths(report, context) : report,
        coverage: readCoverageFile(coverageFile, context),
        durationMs,
    };
}
/** By what is in it, not by its name: Jest's and Vitest's JSON or JUnit's XML. */
function parseAnyTestReport(text) {
    const start = text.trimStart()[0];
    if (start === '<')
        return parseJunit(text);
    if (start !== '{')
        throw new SyntaxError("it is neither XML (JUnit) nor JSON (Jest's or Vitest's)");
    // Only Jest counts the files that could not be loaded.
    return text.includes('"numRuntimeErrorTestSuites"') ? parseTestReport(text) : parseVitestReport(text);
}
/** LCOV, Cobertura or Istanbul's own map. */
function readCoverageFile(file, context) {
    const read = readReportFile(file, (text) => {
        const start = text.trimStart()[0];
        if (start === '{') {
            const map = readCoverageMap(JSON.parse(text));
            return 'coverage' in map ? fitting(map, context) : map;
        }
        const { roots, sources } = start === '<' ? parseCobertura(text) : { roots: [], sources: parseLcov(text) };
        const placed = sources.map((source) => ({ ...source, path: place(source.path, context, roots) }));
        return fitting({ coverage: countSources(placed), sources: placed, provider: 'report' }, context);
    });
    return 'missing' in read ? { unreadable: `${file}: ${read.missing}` } : read;
}
function fitting(read, context) {
    const unfit = checkFits(read.sources, context.workspace);
    return unfit === undefined ? read : { unreadable: unfit };
}
/** Reports name files from where the tool ran (the package, the root of the repository) or from a folder that they name. */
function place(path, { folder, workspace }, roots = []) {
    if ((0,external_node_path_.isAbsolute)(path))
        return path;
    const places = [folder, workspace, ...roots.map((root) => (0,external_node_path_.resolve)(folder, root))].map((from) => (0,external_node_path_.resolve)(from, path));
    return places.find((one) => (0,external_node_fs_.existsSync)(one)) ?? (0,external_node_path_.resolve)(folder, path);
}
function withAbsolutePaths(report, context) {
    return { ...report, failed: report.failed.map((test) => ({ ...test, file: place(test.file, context) })) };
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/tests/jest.js






/** Runs the project's own Jest; coverage comes with the report, as Istanbul's map. */
async function runJest(context, suite) {
    const jest = toolOf(context, 'jest');
    const config = suite.config === undefined ? [] : ['--config', suite.config];
    const command = (args) => commandFor(context, suite.name, jest, [...config, ...args]);
    const asked = await context.exec.run({ ...command(['--showConfig']), capture: true });
    const refused = refuseScope(suite.name, asked, context.timeoutMs);
    if (refused !== undefined)
        return { reason: refused, durationMs: asked.durationMs };
    const reportFile = (0,external_node_path_.join)(context.reports, `${suite.name}.json`);
    const args = ['--ci', '--json', '--outputFile', reportFile, '--testLocationInResults', '--coverage'];
    // With `bail` Jest leaves without a report at the first failure; a gate needs the whole result.
    args.push('--bail=0');
    // Thresholds are ours to judge, from the map: Jest passes a threshold of 60 % for 0 of 0 files.
    args.push('--coverageThreshold', '{}', '--coverageReporters', 'none');
    args.push('--coverageDirectory', (0,external_node_path_.join)(context.reports, `${suite.name}-coverage`));
    args.push('--cacheDirectory', context.caches.folderFor('jest'));
    const outcome = await context.exec.run(command(args));
    const report = readReportFile(reportFile, parseTestReport);
    return {
        runner: 'Jest',
        outcome,
        report,
        coverage: 'total' in report ? readCoverageMap(report.coverageMap) : report,
        durationMs: asked.durationMs + outcome.durationMs,
    };
}
/** Asks Jest for its effective configuration: without a scope, files that no test imports would not count. */
function refuseScope(name, asked, timeoutMs) {
    const broken = brokenEnd(name, asked, timeoutMs);
    if (broken !== undefined)
        return broken;
    const scoped = hasScope(asked.stdout ?? '');
    if (scoped === undefined || asked.end.kind !== 'exited' || asked.end.code !== 0)
        return { blame: 'configuration', message: messages_messages['tests-misconfigured']('Jest', tellingLine(asked.tail)) };
    if (scoped)
        return undefined;
    const example = 'collectCoverageFrom: ["src/**/*.{ts,tsx}"]';
    return {
        blame: 'configuration',
        message: messages_messages['coverage-scope-missing']('Jest', 'collectCoverageFrom', example),
    };
}
/** Whether a scope is configured; undefined when the text is not Jest's configuration. */
function hasScope(stdout) {
    try {
        const shown = JSON.parse(stdout);
        const scopes = [
            shown.globalConfig?.collectCoverageFrom,
            ...(shown.configs ?? []).map((one) => one.collectCoverageFrom),
        ];
        return scopes.some((scope) => Array.isArray(scope) && scope.length > 0);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/tests/judge.js




/** Every reason against a run of tests, the one that explains the others first. */
function judgeRun(suite, run, timeoutMs) {
    const { outcome, report, runner } = run;
    const broken = brokenEnd(suite.name, outcome, timeoutMs);
    if (broken !== undefined)
        return [broken];
    const end = (0,exec/* describeEnd */.l)(outcome.end);
    if ('missing' in report) {
        const none = outcome.tail.some((line) => line.includes('No tests found'));
        if (none)
            return [{ blame: 'configuration', message: messages_messages['tests-none'](runner) }];
        const said = tellingLine(outcome.tail);
        return [{ blame: 'tool', message: messages_messages['tests-report-missing'](runner, end, said) }];
    }
    if ('unreadable' in report)
        return [{ blame: 'tool', message: messages_messages['tests-report-unreadable'](report.unreadable) }];
    // A failure explains itself, and may be what cut the run short.
    if (report.failed.length > 0)
        return [{ blame: 'code', message: messages_messages['tests-failed'](report.failed.length, report.total) }];
    if (report.interrupted)
        return [{ blame: 'configuration', message: messages_messages['tests-interrupted'](runner, report.passed) }];
    if (run.hidden !== undefined)
        return [run.hidden];
    // Skipped tests are in the total and prove nothing.
    if (report.passed === 0)
        return [{ blame: 'configuration', message: messages_messages['tests-none'](runner) }];
    const reasons = judgeCoverage(run.coverage, suite.threshold);
    if (outcome.end.kind !== 'exited' || outcome.end.code !== 0)
        return [{ blame: 'tool', message: messages_messages['tests-exit'](runner, end) }, ...reasons];
    return reasons;
}
function judgeCoverage(read, threshold) {
    if ('missing' in read)
        return [{ blame: 'configuration', message: messages_messages['coverage-missing'](read.missing) }];
    if ('unreadable' in read)
        return [{ blame: 'tool', message: messages_messages['coverage-missing'](read.unreadable) }];
    const { total } = read.coverage;
    if (total.lines.total === 0)
        return [{ blame: 'configuration', message: messages_messages['coverage-nothing']('lines') }];
    return coverage/* coverageMetrics */.wv.flatMap((metric) => {
        const count = total[metric];
        // Code without a single branch or function is possible where there are lines.
        if (count.total === 0 || (0,coverage/* reaches */.O6)(count, threshold))
            return [];
        const missing = (0,coverage/* missingTo */._7)(count, threshold);
        return [{ blame: 'code', message: messages_messages['coverage-below'](metric, (0,coverage/* formatShare */.T1)(count), threshold, missing) }];
    });
}
/** What is accepted and should be known: figures that mean less than they seem to. */
function warnOf({ provider, coverage }, runner) {
    if (provider === 'v8-lines')
        return [messages_messages['coverage-by-v8'](runner)];
    if (provider !== 'report')
        return [];
    // Istanbul counts the branches and functions of all code; a report may come from a tool that knows only lines.
    const absent = ['branches', 'functions'].filter((metric) => coverage.total[metric].total === 0);
    return absent.length === 0 ? [] : [messages_messages['coverage-lines-only'](absent.join(' and '))];
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/tests/vitest.js








/**
 * Prints Vitest's version and its scope of coverage. The configuration may be TypeScript and may import anything, so only
 * Vitest can read it. Up to 4 the function gives `vitestConfig`, from 5 on the configuration of Vite with `test` in it.
 */
const askScope = `
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
const require = createRequire(process.cwd() + '/');
const { resolveConfig, version } = await import(pathToFileURL(require.resolve('vitest/node')));
const config = process.argv[1];
const resolved = await resolveConfig({ root: process.cwd(), ...(config ? { config } : {}) });
const { coverage } = resolved.vitestConfig ?? resolved.test;
const { include, all } = coverage;
answer({ version, include, all });
`;
/** Runs the project's own Vitest; coverage comes with the report, as Istanbul's map, whichever provider counts. */
async function runVitest(context, suite) {
    const vitest = toolOf(context, 'vitest');
    const { outcome: asked, answer } = await askNode(context, suite.name, askScope, [suite.config ?? '']);
    const scope = answer;
    const refused = vitest_refuseScope(suite, asked, scope, context.timeoutMs);
    if (refused !== undefined)
        return { reason: refused, durationMs: asked.durationMs };
    const reportFile = (0,external_node_path_.join)(context.reports, `${suite.name}.json`);
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    if (suite.config !== undefined)
        args.push('--config', suite.config);
    // A gate needs the whole result: no stop at the first failure, and the coverage of a failed run too.
    args.push('--bail=0', '--coverage.enabled', '--coverage.reportOnFailure');
    // One reporter that writes little; the map is in the report. Thresholds are ours to judge.
    args.push('--coverage.reporter=json', `--coverage.reportsDirectory=${(0,external_node_path_.join)(context.reports, `${suite.name}-coverage`)}`);
    for (const metric of ['lines', 'branches', 'functions', 'statements'])
        args.push(`--coverage.thresholds.${metric}=0`);
    // From 5 on Vitest keeps what it transformed across runs.
    if (Number.parseInt(scope?.version ?? '', 10) >= 5)
        args.push(`--fsModuleCachePath=${context.caches.folderFor('vitest')}`);
    const outcome = await context.exec.run(commandFor(context, suite.name, vitest, args));
    const report = readReportFile(reportFile, parseVitestReport);
    const hidden = findUnhandled(outcome);
    return {
        runner: 'Vitest',
        outcome,
        report,
        coverage: 'total' in report ? readCoverageMap(report.coverageMap) : report,
        durationMs: asked.durationMs + outcome.durationMs,
        ...(hidden === undefined ? {} : { hidden }),
    };
}
function vitest_refuseScope(suite, asked, scope, timeoutMs) {
    const broken = brokenEnd(suite.name, asked, timeoutMs);
    if (broken !== undefined)
        return broken;
    if (scope === undefined)
        return { blame: 'configuration', message: messages_messages['tests-misconfigured']('Vitest', tellingLine(asked.tail)) };
    if ((scope.include?.length ?? 0) > 0 && scope.all !== false)
        return undefined;
    const example = 'coverage: { include: ["src/**/*.{ts,tsx}"] }';
    return { blame: 'configuration', message: messages_messages['coverage-scope-missing']('Vitest', 'coverage.include', example) };
}
/** An error outside the tests (a rejection that nobody caught) is not in Vitest's report at all; its last lines count it. */
function findUnhandled({ end, tail }) {
    if (end.kind !== 'exited' || end.code === 0)
        return undefined;
    for (const line of tail) {
        const errors = /^\s*Errors\s+(\d+) errors?\s*$/.exec((0,external_node_util_.stripVTControlCharacters)(line))?.[1];
        if (errors !== undefined)
            return { blame: 'code', message: messages_messages['tests-unhandled'](Number(errors)) };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/tests/check.js







/** One suite of tests, with coverage counted from what the run left and not from its exit code. */
async function checkTests(context, suite) {
    const run = await runSuite(context, suite);
    if ('reason' in run)
        return nothingSeen(context.package, suite.name, [run.reason], run.durationMs);
    const { report, coverage } = run;
    const whole = 'total' in report ? report : undefined;
    return {
        package: context.package,
        name: suite.name,
        reasons: judgeRun(suite, run, context.timeoutMs),
        findings: whole === undefined ? [] : whole.failed.map(check_toFinding),
        durationMs: run.durationMs,
        extent: whole === undefined ? 'nothing' : `${count(whole.total, 'test')} in ${count(whole.suites, 'file')}`,
        ...(whole === undefined || !('coverage' in coverage)
            ? {}
            : {
                measured: { report: whole, threshold: suite.threshold, ...coverage },
                warnings: warnOf(coverage, run.runner),
            }),
    };
}
async function runSuite(context, suite) {
    if (suite.command !== undefined)
        return runTestCommand(context, suite, suite.command);
    const runners = { jest: runJest, vitest: runVitest };
    return runners[detectRunner(context.testRunner, context.folder, context.workspace)](context, suite);
}
function check_toFinding(test) {
    return {
        file: test.file,
        level: 'error',
        title: test.name ?? 'the test file could not be run',
        message: test.message,
        ...(test.line === undefined ? {} : { line: test.line }),
        ...(test.column === undefined ? {} : { column: test.column }),
    };
}

;// CONCATENATED MODULE: ./src/reports/tsc.js
// Greedy up to the last "(line,column): error TS": a path may hold parentheses and commas itself.
const locatedLine = /^(?<file>.+)\((?<line>\d+),(?<column>\d+)\): error (?<code>TS\d+): (?<message>.*)$/;
const globalLine = /^error (?<code>TS\d+): (?<message>.*)$/;
/**
 * Reads the output of `tsc --pretty false [--listFiles]` of TypeScript 5, 6 and 7. The exit code cannot tell errors in the
 * code from a broken configuration (it differs between 6 and 7); whether diagnostics have a place can.
 */
function parseTypeReport(output) {
    const diagnostics = [];
    const files = [];
    for (const line of output.split(/\r?\n/)) {
        const located = locatedLine.exec(line)?.groups;
        const global = globalLine.exec(line)?.groups;
        const last = diagnostics.at(-1);
        if (located !== undefined) {
            const { file = '', code = '', message = '' } = located;
            diagnostics.push({ file, line: Number(located['line']), column: Number(located['column']), code, message });
        }
        else if (global !== undefined) {
            const { code = '', message = '' } = global;
            diagnostics.push({ code, message });
        }
        else if (/^\s{2,}\S/.test(line) && last !== undefined) {
            diagnostics[diagnostics.length - 1] = { ...last, message: `${last.message}\n${line}` };
        }
        else if (/\.[cm]?[jt]sx?$/.test(line)) {
            files.push(line);
        }
    }
    return {
        located: diagnostics.filter((one) => one.file !== undefined),
        global: diagnostics.filter((one) => one.file === undefined),
        files: files.filter((file) => !/[\\/]node_modules[\\/]/.test(file)),
    };
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/types.js






/** Type check by the project's own compiler, in the project's own configuration, or by the user's command. */
async function checkTypes(context, own) {
    const command = own === undefined ? compilerCommand(context) : shellCommand(context, 'types', own.run);
    // Our own lists every file: the log is better without.
    const outcome = await context.exec.run({ ...command, capture: own === undefined ? true : 'shown' });
    const report = parseTypeReport(outcome.stdout ?? '');
    const findings = report.located.map((one) => ({
        file: (0,external_node_path_.resolve)(context.folder, one.file ?? ''),
        level: 'error',
        title: one.code,
        message: one.message,
        ...(one.line === undefined ? {} : { line: one.line }),
        ...(one.column === undefined ? {} : { column: one.column }),
    }));
    return {
        package: context.package,
        name: 'types',
        reasons: types_judge(outcome, report, context.timeoutMs, own !== undefined),
        findings,
        durationMs: outcome.durationMs,
        // A command of the user's need not list its files.
        extent: own === undefined || report.files.length > 0 ? count(report.files.length, 'file') : 'what the command looks at',
    };
}
function compilerCommand(context) {
    // --listFiles: a compiler that looked at nothing exits 0 as well.
    const args = ['--noEmit', '--pretty', 'false', '--listFiles'];
    const { buildInfo } = context.caches;
    // The build info holds a hash of every file that the program consists of, so it cannot hide a change.
    if (buildInfo !== undefined)
        args.push('--incremental', '--tsBuildInfoFile', buildInfo);
    return commandFor(context, 'types', toolOf(context, 'tsc'), args);
}
function types_judge(outcome, report, timeoutMs, byCommand) {
    const broken = brokenEnd('types', outcome, timeoutMs);
    if (broken !== undefined)
        return [broken];
    const inCode = report.located.filter((one) => !types_isConfiguration(one));
    if (inCode.length > 0) {
        const files = new Set(inCode.map((one) => one.file)).size;
        return [{ blame: 'code', message: messages_messages['types-failed'](inCode.length, files) }];
    }
    const first = report.global[0] ?? report.located[0];
    if (first !== undefined) {
        const place = first.file === undefined ? '' : ` (${first.file}:${first.line ?? 1})`;
        return [
            { blame: 'configuration', message: messages_messages['types-misconfigured'](`${first.code}: ${first.message}${place}`) },
        ];
    }
    if (outcome.end.kind !== 'exited' || outcome.end.code !== 0) {
        return [
            {
                blame: 'tool',
                message: messages_messages['check-crashed']('types', (0,exec/* describeEnd */.l)(outcome.end), tellingLine(outcome.tail)),
            },
        ];
    }
    if (report.files.length === 0 && !byCommand)
        return [{ blame: 'configuration', message: messages_messages['types-nothing-checked']() }];
    return [];
}
/** A tsconfig.json that cannot be read is reported with a place in it. */
function types_isConfiguration(one) {
    return one.file?.endsWith('.json') ?? true;
}

;// CONCATENATED MODULE: ./actions/quality-gate/tasks.js










/** The checks of a package, ready to run. @param index of the package among all */
function prepareTasks(context, one, suites, index) {
    const { inputs, workspace, temp, log, exec } = context;
    const several = inputs.workingDirectory.length > 1;
    const label = (name) => (several ? `${one.name} ${name}` : name);
    // A new folder per package: a report in it can only be of this run.
    const reports = (0,external_node_path_.join)(temp.folder(), String(index));
    (0,external_node_fs_.mkdirSync)(reports);
    const checkContext = {
        exec,
        workspace,
        label,
        reports,
        package: one.name,
        folder: one.folder,
        environment: (0,child_env/* childEnvironment */.Q)(context.environment, inputs.passEnv),
        timeoutMs: inputs.timeoutMinutes * 60_000,
        caches: openCaches(context, one.folder, reports),
        testRunner: inputs.testRunner,
        note: (line) => {
            log.info(line);
        },
    };
    const { types, lint } = inputs.commands ?? {};
    const checks = [
        ['types', async () => checkTypes(checkContext, types)],
        ['lint', async () => checkLint(checkContext, lint)],
        ...suites.map((suite) => [suite.name, async () => checkTests(checkContext, suite)]),
    ];
    return checks.map(([name, check]) => ({
        name,
        package: one.name,
        run: async () => {
            const result = await runCheck(name, one.name, check);
            log.info(`${label(name)}: ${result.reasons.length === 0 ? 'passed' : 'did not pass'}, ${result.extent}`);
            return result;
        },
    }));
}
function openCaches({ inputs, workspace, environment, log }, folder, reports) {
    if (inputs.cache === 'off')
        return freshCaches(reports);
    const directory = inputs.cacheDirectory ?? (0,external_node_path_.join)(environment['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'quality-cache');
    try {
        return safeCaches((0,external_node_path_.resolve)(workspace, directory), folder, workspace);
    }
    catch (error) {
        if (!(0,errors/* isSystemError */.Or)(error))
            throw error;
        // A cache is a comfort: without one the tools begin anew.
        log.info(`caches: not used, ${(0,errors/* describeError */.Uc)(error)}`);
        return freshCaches(reports);
    }
}
/** A check that cannot start is a check that did not pass; the others still say what they have to say. */
async function runCheck(name, of, check) {
    try {
        return await check();
    }
    catch (error) {
        if (!(error instanceof errors/* ConfigurationError */.j1))
            throw error;
        const reasons = error.notes.map((message) => ({ blame: 'configuration', message }));
        return nothingSeen(of, name, reasons);
    }
}

;// CONCATENATED MODULE: ./actions/quality-gate/main.js






















const qualityGate = { name: 'quality-gate', fields: inputs_fields, outputs: outputs, main };
async function main(context) {
    try {
        await main_judge(context);
    }
    catch (error) {
        // A cancel is nobody's fault; a verdict has said already whose it is.
        const foreseen = error instanceof errors/* ForeseenError */.U8;
        if (!foreseen || error.fault === 'configuration')
            context.outputs.set({ blame: foreseen ? 'configuration' : 'slipway' });
        throw error;
    }
}
async function main_judge(context) {
    const { inputs, workspace, log } = context;
    silenceMatchers(log);
    const packages = resolvePackages(inputs.workingDirectory, workspace);
    const suites = planSuites(packages, { ...inputs, commands: inputs.commands ?? {} });
    const tasks = packages.flatMap((one, index) => prepareTasks(context, one, suites.get(one) ?? [], index));
    const title = packages.length > 1 ? `types, lint and tests of ${packages.length} packages` : 'types, lint and tests';
    const [ran, base] = await Promise.all([
        log.group(title, async () => runTasks(tasks, inputs.order, (0,external_node_os_.availableParallelism)())),
        // Waiting for GitHub takes nothing from the checks.
        searchBase(context),
    ]);
    const judged = [...ran, ...(await judgePatch(context, ran))];
    const pyramid = countPyramid(judged, packages.map(({ folder }) => folder), inputs.e2eTests);
    const results = [...judged, ...keepReports(context, judged, base, pyramid)];
    const verdict = judgeChecks(results);
    report(context, results, verdict, base, pyramid);
    const [first, ...others] = tellReasons(verdict, results);
    if (first === undefined)
        return;
    const fault = verdict.blame === 'configuration' ? 'configuration' : 'gate';
    throw new errors/* ForeseenError */.U8(fault, [first, ...others], { described: true });
}
/** The figures to compare with, where a token is given; not having them is no failure, and the search never throws for it. */
async function searchBase(context) {
    const { inputs, http, clock, environment, log } = context;
    if (inputs.githubToken === undefined)
        return undefined;
    const { githubToken: token, name } = inputs;
    const base = await findBaseline({ http: http(), clock, environment, token, name, read: readBaseline });
    log.info('none' in base
        ? `baseline: none, ${base.none}`
        : `baseline: of ${base.commit}, ${count(base.distance, 'commit')} before the change`);
    return base;
}
/**
 * setup-node makes the runner read every line of the job for errors of the compiler and of ESLint. What we annotate is
 * exact and within what GitHub shows; its matchers would annotate the same again from our log, in a file "types \u2502 ...".
 * Source: actions/setup-node, src/main.ts.
 */
function silenceMatchers(log) {
    log.speak((runner) => {
        for (const owner of ['tsc', 'eslint-stylish', 'eslint-compact'])
            runner.command(`::remove-matcher owner=${owner}::`);
    });
}
/** The check of the changed lines, where one is asked for and there is a patch. */
async function judgePatch(context, ran) {
    const { inputs, workspace, log, exec, elapsed } = context;
    if (inputs.patchThreshold === undefined)
        return [];
    const tests = ran.filter(({ name }) => name === 'tests' || name === 'integration');
    const patchContext = {
        exec,
        workspace,
        runner: context.environment,
        environment: (0,child_env/* childEnvironment */.Q)(context.environment),
    };
    const patch = await checkPatch(tests, inputs.patchThreshold, patchContext, elapsed);
    if (typeof patch !== 'string')
        return [patch];
    log.info(`patch: not judged, ${patch}`);
    return [];
}
/** Writes the files that later steps read. That they could not be written is a reason to fail: somebody counts on them. */
function keepReports(context, judged, base, pyramid) {
    const { inputs, workspace, clock, environment, outputs: out, log } = context;
    if (inputs.reportDirectory === undefined)
        return [];
    const folder = (0,external_node_path_.resolve)(workspace, inputs.reportDirectory);
    const facts = {
        name: inputs.name,
        commit: /^[0-9a-f]{40,64}$/.exec(environment['GITHUB_SHA'] ?? '')?.[0] ?? '',
        event: environment['GITHUB_EVENT_NAME'] ?? '',
        measuredAt: clock.now(),
        patchThreshold: inputs.patchThreshold,
        pathOf: (file) => workspacePath(file, workspace),
    };
    const figures = (0,quality_figures/* writeFigures */.F)(collectFigures(judged, judgeChecks(judged), base, pyramid, facts));
    try {
        const files = writeFiles(judged, { ...facts, folder, figures });
        out.set({ 'report-directory': folder });
        log.info(`reports: ${files.join(', ')} in ${folder}`);
        return [];
    }
    catch (error) {
        if (!(0,errors/* isSystemError */.Or)(error))
            throw error;
        const message = messages_messages['reports-unwritable'](folder, (0,errors/* describeError */.Uc)(error));
        return [nothingSeen('', 'reports', [{ blame: 'tool', message }])];
    }
}
function report(context, results, verdict, base, pyramid) {
    const { workspace, log, annotations, outputs: out, summary } = context;
    const pathOf = (file) => workspacePath(file, workspace);
    out.set({
        verdict: verdict.verdict,
        blame: verdict.blame,
        reasons: JSON.stringify([...new Set(verdict.reasons.map(({ message }) => message.id))]),
        ...coverageOutputs(results),
        ...patchOutput(results),
    });
    for (const result of results) {
        for (const one of result.warnings ?? []) {
            annotations.add({ level: 'warning', message: `${one.text} ${one.cure} [${one.id}]` });
        }
        for (const finding of result.findings) {
            annotations.add(toAnnotation(finding, pathOf));
            log.info(`${result.name}: ${placeOf(finding, pathOf)}: ${finding.title}: ${finding.message}`);
        }
    }
    describeRun(summary, verdict, results, base, pyramid, pathOf);
    log.info(`verdict: ${verdict.verdict}`);
}


/***/ }),

/***/ 5029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ childEnvironment)
/* harmony export */ });
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3246);


/**
 * What commands under check may see of the runner's environment. An allow-list, because code under test must not be able
 * to write our result or to speak to GitHub in our name: no INPUT_*, no ACTIONS_*, no token, and none of the paths of the
 * runner's file commands. Names are matched exactly, `*` at the end stands for any rest.
 */
const allowed = [
    // Who and where.
    ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TERM', 'TZ', 'LANG', 'LANGUAGE', 'LC_*', 'XDG_*', 'PWD'],
    ...['TMPDIR', 'TMP', 'TEMP'],
    // Windows needs these to start any process.
    ...[
        'SystemRoot',
        'SYSTEMROOT',
        'ComSpec',
        'COMSPEC',
        'PATHEXT',
        'Path',
        'USERPROFILE',
        'APPDATA',
        'LOCALAPPDATA',
        'ProgramFiles*',
    ],
    // How tools behave. Without GITHUB_ACTIONS, since with it they would print annotations of their own beside ours.
    ...['CI', 'NODE_ENV', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'FORCE_COLOR', 'NO_COLOR', 'SSL_CERT_*', 'JEST_*'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy', 'NODE_USE_ENV_PROXY'],
    // Package managers and toolchains.
    ...['npm_config_*', 'NPM_CONFIG_*', 'COREPACK_*', 'YARN_*', 'PNPM_HOME', 'VOLTA_HOME', 'NVM_*', 'ASDF_*', 'MISE_*'],
    ...['JAVA_HOME*', 'GRADLE_*', 'ANDROID_*', 'DEVELOPER_DIR', 'SDKROOT', 'GEM_*', 'BUNDLE_*', 'RBENV_*', 'ImageOS'],
    // Which commit this is: public facts that reports like to carry.
    ...[
        'GITHUB_WORKSPACE',
        'GITHUB_REPOSITORY',
        'GITHUB_SHA',
        'GITHUB_REF',
        'GITHUB_REF_NAME',
        'GITHUB_HEAD_REF',
        'GITHUB_BASE_REF',
    ],
    ...['GITHUB_EVENT_NAME', 'GITHUB_RUN_ID', 'GITHUB_RUN_NUMBER', 'GITHUB_RUN_ATTEMPT', 'GITHUB_SERVER_URL'],
    // The runner ends left-over processes of a job by this one.
    ...['RUNNER_OS', 'RUNNER_ARCH', 'RUNNER_TRACKING_ID'],
];
/** Package managers take credentials through their own variables; these stay here unless `pass-env` names them. */
const credential = /token|auth|password|secret|credential/i;
/** Never handed on, whatever `pass-env` says. */
const refused = [
    ...['INPUT_*', 'STATE_*', 'ACTIONS_*', 'GITHUB_TOKEN', 'GH_TOKEN'],
    ...['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ARTIFACTS'],
];
/**
 * The environment for a command: what is allowed, and what the user passes by name.
 * @param extra names from the input `pass-env`; `*` at the end stands for any rest.
 * @throws ConfigurationError (`environment-refused`) when it names what must never be passed.
 */
function childEnvironment(environment, extra = []) {
    // Both directions: `pass-env: GITHUB_*` would reach GITHUB_TOKEN just as `GITHUB_TOKEN` does.
    const forbidden = extra.filter((name) => refused.some((other) => covers(other, name) || covers(name, other)));
    if (forbidden.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .kitMessages */ .Z['environment-refused'](forbidden.join(', ')));
    return Object.fromEntries(Object.entries(environment).filter((entry) => {
        const [name, value] = entry;
        if (value === undefined)
            return false;
        if (extra.some((pattern) => covers(pattern, name)))
            return true;
        // Only a family of names can hide a credential; a name that stands on the list in full is known.
        if (allowed.includes(name))
            return true;
        return allowed.some((pattern) => covers(pattern, name)) && !credential.test(name);
    }));
}
function covers(pattern, name) {
    return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}


/***/ }),

/***/ 7262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aY: () => (/* binding */ findOnPath),
/* harmony export */   fp: () => (/* binding */ findProjectTool)
/* harmony export */ });
/* unused harmony exports provideTool, isExecutable */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _child_env_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5029);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7731);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3246);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6513);








/**
 * The executable of a package of the project: `node_modules/.bin/<name>` in `from` or a folder above it, as far as `top`.
 * @throws ConfigurationError (`tool-not-found`).
 */
function findProjectTool(name, from, top) {
    const searched = [];
    for (let folder = from;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder)) {
        const bin = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'node_modules', '.bin');
        searched.push(bin);
        const found = findExecutable(name, bin);
        if (found !== undefined)
            return found;
        if (folder === top || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) === folder)
            break;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .kitMessages */ .Z['tool-not-found'](name, searched.join(', ')));
}
/** The first executable of this name on PATH. */
function findOnPath(name, environment) {
    const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((folder) => folder !== '');
    return folders.map((folder) => findExecutable(name, folder)).find((found) => found !== undefined);
}
/**
 * A tool with a native binary, which cannot be bundled: the project's own, the one on PATH, the runner's tool cache, and
 * last a download of exactly one version by checksum.
 * @throws ConfigurationError (`tool-unavailable`, `tool-checksum`), VendorError when the download fails.
 */
async function provideTool(tool, from, top, dependencies) {
    const { environment, log } = dependencies;
    const own = findProjectToolOrNothing(tool.name, from, top) ?? findOnPath(tool.name, environment);
    if (own !== undefined) {
        log.info(`${tool.name}: using ${own}`);
        return own;
    }
    const platform = dependencies.platform ?? `${process.platform}-${process.arch}`;
    const build = tool.builds[platform];
    if (build === undefined) {
        throw new ConfigurationError(kitMessages['tool-unavailable'](tool.name, platform, Object.keys(tool.builds).join(', ')));
    }
    // Loaded only here: most runs find their tool.
    const toolCache = await __webpack_require__.e(/* import() */ 803).then(__webpack_require__.bind(__webpack_require__, 1803));
    const cached = toolCache.find(tool.name, tool.version);
    if (cached !== '')
        return join(cached, build.executable);
    const archive = await download(tool, build, from, dependencies);
    const unpacked = await toolCache.extractTar(archive, undefined, ['xz', '--strip-components=1']);
    const folder = await toolCache.cacheDir(unpacked, tool.name, tool.version);
    return join(folder, build.executable);
}
async function download(tool, build, from, dependencies) {
    const registry = readRedirect(redirects.npm, dependencies.environment) ?? (await askRegistry(tool, from, dependencies));
    const file = `${build.package.split('/').at(-1) ?? build.package}-${tool.version}.tgz`;
    const url = `${registry}/${build.package}/-/${file}`;
    const answer = await dependencies.http.request({
        vendor: 'the npm registry',
        operation: `download ${file}`,
        method: 'GET',
        url,
    });
    const found = `sha512-${createHash('sha512').update(answer.body).digest('base64')}`;
    if (found !== build.integrity)
        throw new ConfigurationError(kitMessages['tool-checksum'](tool.name, url, build.integrity, found));
    dependencies.log.info(`${tool.name} ${tool.version}: downloaded ${formatBytes(answer.body.byteLength)} from ${url}, checksum as expected`);
    return dependencies.temp.write(file, answer.body);
}
/**
 * The registry that npm is configured for on this machine: behind a company's wall there is often only a mirror. The
 * checksum is ours, so whoever serves the file cannot change it.
 */
async function askRegistry(tool, from, { environment, exec }) {
    const fail = (said) => new ConfigurationError(kitMessages['registry-unknown'](tool.name, said));
    const npm = findOnPath('npm', environment);
    if (npm === undefined)
        throw fail('it is not on PATH');
    const args = ['config', 'get', 'registry'];
    const env = childEnvironment(environment);
    const { stdout } = await exec.run({ name: 'npm', file: npm, args, cwd: from, env, timeoutMs: 60_000, capture: true });
    const registry = stdout?.trim().replace(/\/+$/, '') ?? '';
    if (!/^https?:\/\/[^\s/]/.test(registry))
        throw fail(registry === '' ? 'it printed nothing' : `it printed "${registry.slice(0, 80)}"`);
    return registry;
}
function findProjectToolOrNothing(name, from, top) {
    try {
        return findProjectTool(name, from, top);
    }
    catch (error) {
        if (error instanceof ConfigurationError)
            return undefined;
        throw error;
    }
}
function findExecutable(name, folder) {
    const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
    return names.map((one) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, one)).find(isExecutable);
}
/** Whether there is a file that may be started. */
function isExecutable(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 9290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseXml)
/* harmony export */ });
/** Deeper than any report of tests or coverage; whoever walks the tree may do it by recursion. */
const deepest = 100;
/**
 * Reads XML 1.0 as reports are written in it: elements, attributes, texts, CDATA sections, comments, the five entities
 * and character references. A document type may be named (Cobertura's is) and is never fetched; one that declares
 * anything is refused, and so are other entities: no expansion, no file, no network. Names are ASCII.
 *
 * Our own, since what is maintained is large for three small formats: bundled by ncc, saxes is 86 kB and fast-xml-parser
 * 233 kB, and the latter accepts documents that are cut off.
 * @throws SyntaxError with the number of the line when the text is not well-formed or not within that.
 */
function parseXml(source) {
    const text = source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
    const refuse = (reason, position) => {
        throw new SyntaxError(`line ${lineAt(text, position)}: ${reason}`);
    };
    if (text.trim() === '')
        throw new SyntaxError('the document is empty');
    const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(text);
    if (forbidden !== null)
        refuse('it has a character that XML forbids', forbidden.index);
    return readDocument(text, refuse);
}
const name = '[A-Za-z_:][A-Za-z0-9_:.-]*';
const attribute = `(${name})\\s*=\\s*("[^<"]*"|'[^<']*')`;
const openTag = new RegExp(`<(${name})((?:\\s+${attribute})*)\\s*(/?)>`, 'y');
const closeTag = new RegExp(`</(${name})\\s*>`, 'y');
const declaration = /<\?xml\s+version\s*=\s*["']1\.\d["'](?:\s+encoding\s*=\s*["']([\w.-]+)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>/y;
const doctype = new RegExp(`<!DOCTYPE\\s+${name}(?:\\s+(?:SYSTEM|PUBLIC\\s+(?:"[^"]*"|'[^']*'))\\s+(?:"[^"]*"|'[^']*'))?\\s*>`, 'y');
function readDocument(text, refuse) {
    const open = [];
    let root;
    let position = 0;
    let line = 1;
    const match = (pattern) => {
        pattern.lastIndex = position;
        return pattern.exec(text);
    };
    const advance = (end) => {
        for (let at = text.indexOf('\n', position); at >= 0 && at < end; at = text.indexOf('\n', at + 1))
            line += 1;
        position = end;
    };
    /** What stands up to the end of a section that is not looked into. */
    const skip = (start, end) => {
        const found = text.indexOf(end, position + start.length);
        if (found < 0)
            refuse(`"${start}" is not closed`, position);
        const inner = text.slice(position + start.length, found);
        advance(found + end.length);
        return inner;
    };
    const close = (element) => {
        const parent = open.at(-1);
        if (parent === undefined)
            root = element;
        else
            parent.children.push(element);
    };
    const declared = match(declaration);
    if (declared !== null) {
        if (!/^(utf-?8|us-ascii)$/i.test(declared[1] ?? 'UTF-8'))
            refuse(`it is written in ${declared[1] ?? ''}, not in UTF-8`, 0);
        advance(declared[0].length);
    }
    while (position < text.length) {
        const inside = open.at(-1);
        if (text[position] !== '<') {
            const end = text.indexOf('<', position);
            const raw = text.slice(position, end < 0 ? text.length : end);
            if (inside !== undefined)
                inside.text += decode(raw, position, refuse);
            else if (raw.trim() !== '')
                refuse('there is text outside of the root element', position);
            advance(position + raw.length);
        }
        else if (text.startsWith('<!--', position)) {
            skip('<!--', '-->');
        }
        else if (text.startsWith('<![CDATA[', position)) {
            if (inside === undefined)
                refuse('there is text outside of the root element', position);
            else
                inside.text += skip('<![CDATA[', ']]>');
        }
        else if (text.startsWith('<?', position)) {
            skip('<?', '?>');
        }
        else if (text.startsWith('<!', position)) {
            const found = root === undefined && inside === undefined ? match(doctype) : null;
            advance(position + (found ?? refuse('declarations are not read', position))[0].length);
        }
        else if (text.startsWith('</', position)) {
            const closed = match(closeTag) ?? refuse('the tag is not closed', position);
            if (inside?.name !== closed[1])
                refuse(`</${closed[1] ?? ''}> closes nothing that is open`, position);
            if (inside !== undefined) {
                open.pop();
                close(inside);
            }
            advance(position + closed[0].length);
        }
        else {
            const tag = match(openTag) ?? refuse('it is no well-formed tag', position);
            if (root !== undefined)
                refuse('there is a second root element', position);
            if (open.length === deepest)
                refuse(`elements are nested deeper than ${deepest}`, position);
            const element = {
                name: tag[1] ?? '',
                attributes: readAttributes(tag[2] ?? '', position, refuse),
                children: [],
                text: '',
                line,
            };
            if (tag.at(-1) === '/')
                close(element);
            else
                open.push(element);
            advance(position + tag[0].length);
        }
    }
    const unclosed = open.at(-1);
    if (unclosed !== undefined)
        refuse(`<${unclosed.name}> of line ${unclosed.line} is not closed: the document is cut off`, position);
    return root ?? refuse('there is no element', 0);
}
function readAttributes(text, position, refuse) {
    const attributes = new Map();
    for (const [, key = '', quoted = ''] of text.matchAll(new RegExp(attribute, 'g'))) {
        if (attributes.has(key))
            refuse(`the attribute ${key} stands twice`, position);
        // White space becomes spaces, before references are resolved. Source: https://www.w3.org/TR/xml/#AVNormalize
        attributes.set(key, decode(quoted.slice(1, -1).replaceAll(/[\t\n]/g, ' '), position, refuse));
    }
    return attributes;
}
const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
function decode(text, position, refuse) {
    return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));|&/g, (whole, decimal, hex, named) => {
        if (named !== undefined)
            return entities[named] ?? refuse(`the entity ${whole} is not known`, position);
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
        const allowed = [9, 10, 13].includes(code) ||
            (code >= 0x20 && code <= 0xd7ff) ||
            (code >= 0xe000 && code <= 0xfffd) ||
            (code >= 0x10000 && code <= 0x10ffff);
        return allowed ? String.fromCodePoint(code) : refuse(`"${whole}" is no reference to a character`, position);
    });
}
function lineAt(text, position) {
    return text.slice(0, position).split('\n').length;
}


/***/ })

};
