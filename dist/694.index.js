export const id = 694;
export const ids = [694];
export const modules = {

/***/ 2694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qualityGate: () => (/* binding */ qualityGate)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
// EXTERNAL MODULE: ./src/kit/errors.js + 1 modules
var errors = __webpack_require__(3888);
;// CONCATENATED MODULE: ./src/kit/child-env.js


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
function child_env_childEnvironment(environment, extra = []) {
    // Both directions: `pass-env: GITHUB_*` would reach GITHUB_TOKEN just as `GITHUB_TOKEN` does.
    const forbidden = extra.filter((name) => refused.some((other) => covers(other, name) || covers(name, other)));
    if (forbidden.length > 0)
        throw new errors/* ConfigurationError */.j1(messages/* kitMessages */.Z['environment-refused'](forbidden.join(', ')));
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

// EXTERNAL MODULE: ./src/reports/coverage.js
var reports_coverage = __webpack_require__(3350);
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

;// CONCATENATED MODULE: ./actions/quality-gate/messages.js

const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
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
    'tests-none': () => ({
        text: 'No test was run.',
        cure: 'Check "testMatch" and "roots" of the Jest configuration, and that the tests are in the checkout.',
    }),
    'tests-report-missing': (end, said) => ({
        text: `Jest ended (${end}) and left no report. It said: ${said}`,
        cure: 'Something ended it in the middle: a test that calls process.exit, a failing globalTeardown, a crash. The log above has its last lines.',
    }),
    'tests-report-unreadable': (reason) => ({
        text: `The test report cannot be read: ${reason}.`,
        cure: 'The run was cut off while it wrote, or the disk is full. Run it again.',
    }),
    'tests-interrupted': (ran) => ({
        text: `Jest was interrupted after ${count(ran, 'test')}; the rest was not run.`,
        cure: 'Remove "--bail" and "bail" from the configuration: a gate needs the whole result.',
    }),
    'tests-exit': (end) => ({
        text: `Every test passed, yet Jest ended with ${end}.`,
        cure: 'A global teardown, a reporter or an open handle failed after the tests; the log above has its last lines.',
    }),
    'tests-misconfigured': (said) => ({
        text: `Jest could not start: ${said}`,
        cure: 'Mend the Jest configuration; no test was run.',
    }),
    'coverage-below': (metric, share, threshold, missing) => ({
        text: `Coverage of ${metric} is ${share}, ${threshold} % is required: ${missing} more to cover.`,
        cure: 'Cover the lines listed under "Least covered files".',
    }),
    'coverage-nothing': (metric) => ({
        text: `There are no ${metric} to cover: the coverage is empty.`,
        cure: 'Check "collectCoverageFrom" of the Jest configuration: it matches no source file.',
    }),
    'coverage-missing': (reason) => ({
        text: `The test report holds no coverage: ${reason}.`,
        cure: 'Check that no reporter or wrapper of the project turns coverage off.',
    }),
    'coverage-scope-missing': () => ({
        text: 'The Jest configuration has no "collectCoverageFrom", so a source file that no test imports would not count at all.',
        cure: 'Add it, for example: collectCoverageFrom: ["src/**/*.{ts,tsx}"].',
    }),
    'coverage-by-v8': () => ({
        text: 'The coverage was counted by V8, which takes blank lines, comments and braces for code: 2.5 times the lines on the suite that we measured, and up to 13 times the time on a React Native app.',
        cure: 'Set coverageProvider: "babel" in the Jest configuration; the figures are comparable only among runs of the same provider.',
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

// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/kit/endpoints.js
var endpoints = __webpack_require__(7731);
;// CONCATENATED MODULE: ./src/kit/tools.js








/**
 * The executable of a package of the project: `node_modules/.bin/<name>` in `from` or a folder above it, as far as `top`.
 * @throws ConfigurationError (`tool-not-found`).
 */
function findProjectTool(name, from, top) {
    const searched = [];
    for (let folder = from;; folder = (0,external_node_path_.dirname)(folder)) {
        const bin = (0,external_node_path_.join)(folder, 'node_modules', '.bin');
        searched.push(bin);
        const found = findExecutable(name, bin);
        if (found !== undefined)
            return found;
        if (folder === top || (0,external_node_path_.dirname)(folder) === folder)
            break;
    }
    throw new errors/* ConfigurationError */.j1(messages/* kitMessages */.Z['tool-not-found'](name, searched.join(', ')));
}
/** The first executable of this name on PATH. */
function findOnPath(name, environment) {
    const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== '');
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
    return names.map((one) => (0,external_node_path_.join)(folder, one)).find(isExecutable);
}
function isExecutable(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./actions/quality-gate/package-manager.js





/** In the order in which they are looked for in one folder. */
const managers = [
    { name: 'pnpm', lockfiles: ['pnpm-lock.yaml'], install: 'pnpm install --frozen-lockfile' },
    { name: 'yarn', lockfiles: ['yarn.lock'], install: 'yarn install --immutable' },
    { name: 'npm', lockfiles: ['package-lock.json', 'npm-shrinkwrap.json'], install: 'npm ci' },
];
/** The nearest lockfile decides, from the package up to the workspace: in a workspace of packages it lies at the top. */
function findManager(folder, workspace) {
    for (const at of foldersUp(folder, workspace)) {
        const found = managers.find((manager) => manager.lockfiles.some((file) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(at, file))));
        if (found !== undefined)
            return found;
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
        return { file: findProjectTool(name, folder, workspace), prefix: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* ConfigurationError */.j1))
            throw error;
        const yarn = isPlugAndPlay(folder, workspace) ? findOnPath('yarn', environment) : undefined;
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
/** What a person calls the end of a command: "exit code 2", "SIGKILL". */
function describeEnd(end) {
    switch (end.kind) {
        case 'exited':
            return `exit code ${end.code}`;
        case 'killed':
            return end.signal;
        case 'timed-out':
            return 'the time limit';
        case 'not-started':
            return `not started: ${end.reason}`;
    }
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
/** The most telling of the last lines: the first that speaks of an error, else the last one. */
function tellingLine(tail) {
    const lines = tail.map((line) => line.trim()).filter((line) => line !== '');
    return (lines.find((line) => /error|cannot|couldn't|could not|not found|invalid|unknown/i.test(line)) ??
        lines.at(-1) ??
        'nothing');
}

;// CONCATENATED MODULE: ./actions/quality-gate/checks/lint.js






/** ESLint with zero warnings, by the project's own version and configuration. */
async function checkLint(context) {
    const eslint = toolOf(context, 'eslint');
    // --no-warn-ignored: a warning about an ignored file has no line and cannot be mended in the code.
    const args = ['.', '--format', 'json', '--max-warnings', '0', '--no-warn-ignored'];
    // Into a file: a plugin that prints would break a report on standard output.
    const reportFile = (0,external_node_path_.join)(context.reports, 'eslint.json');
    args.push('--output-file', reportFile);
    const outcome = await context.exec.run(commandFor(context, 'lint', eslint, args));
    const report = readReport(reportFile);
    const findings = 'messages' in report ? report.messages.map(toFinding) : [];
    return {
        package: context.package,
        name: 'lint',
        reasons: judge(outcome, report, context.timeoutMs),
        findings,
        durationMs: outcome.durationMs,
        extent: 'messages' in report ? `${report.files} files` : 'nothing',
    };
}
function readReport(file) {
    try {
        return parseLintReport((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch (error) {
        return { unreadable: (0,errors/* describeError */.Uc)(error) };
    }
}
function judge(outcome, report, timeoutMs) {
    const broken = brokenEnd('lint', outcome, timeoutMs);
    if (broken !== undefined)
        return [broken];
    const code = outcome.end.kind === 'exited' ? outcome.end.code : -1;
    // ESLint's own contract: 2 is "could not lint", and then it writes no report.
    if (code === 2)
        return [{ blame: 'configuration', message: messages_messages['lint-misconfigured'](tellingLine(outcome.tail)) }];
    if ('unreadable' in report) {
        return [
            {
                blame: 'tool',
                message: messages_messages['lint-report-unreadable'](`${report.unreadable} (${describeEnd(outcome.end)})`),
            },
        ];
    }
    if (report.messages.length > 0) {
        const warnings = report.messages.filter((message) => message.severity === 'warning').length;
        return [{ blame: 'code', message: messages_messages['lint-failed'](report.messages.length - warnings, warnings) }];
    }
    if (code !== 0) {
        return [
            {
                blame: 'tool',
                message: messages_messages['check-crashed']('lint', describeEnd(outcome.end), tellingLine(outcome.tail)),
            },
        ];
    }
    if (report.files === 0)
        return [{ blame: 'configuration', message: messages_messages['lint-nothing-checked']() }];
    return [];
}
function toFinding(message) {
    return {
        file: message.file,
        level: message.severity,
        title: message.rule ?? 'syntax',
        message: message.message,
        ...(message.line === 0 ? {} : { line: message.line, column: message.column }),
    };
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

;// CONCATENATED MODULE: ./src/reports/sorting.js
/** By code unit: the same order on every machine, whatever its language. */
function sorting_compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** Groups with their keys, sorted by key; inside a group the order stays. */
function sorting_groupSorted(items, keyOf) {
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
    const coverageMap = (0,reports_coverage/* readCoverageMap */.RH)(map);
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
 * Counts what a report of lines covers; files are named as the report names them. Statements are counted as 0 of 0: such
 * reports do not have them.
 */
function countSources(sources) {
    const files = sources.map((source) => ({
        file: source.path,
        counts: source_coverage_countSource(source),
        uncoveredLines: [...source.lines].filter(([, hits]) => hits === 0).map(([line]) => line),
    }));
    return { files, total: sumCounts(files.map(({ counts }) => counts)) };
}
function source_coverage_countSource({ lines, functions, branches }) {
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
/** Coverage of the lines that a pull request or a merge group changes, from the coverage maps of all packages. */
async function readPatch(maps, context) {
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
        const pathOf = (file) => {
            const path = (0,external_node_path_.relative)(context.workspace, file).split(external_node_path_.sep).join('/');
            return path.startsWith('..') ? undefined : path;
        };
        const sources = maps.flatMap((map) => readSources(map, pathOf));
        // The coverage knows every file in its scope, imported or not: what it does not know, it is not asked to cover.
        return { base, coverage: coverPatch(parseDiff(outcome.stdout ?? ''), sources, () => false) };
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
 * Coverage of the changed lines, from the maps that the test checks of this run have left.
 * @param elapsed a monotonic clock in milliseconds.
 * @returns why there is nothing to judge, as a text, where there is no patch.
 */
async function checkPatch(tests, threshold, context, elapsed) {
    const maps = tests.flatMap((result) => (result.coverageMap === undefined ? [] : [result.coverageMap]));
    // Judged from some of the packages it would be a guess; the tests of the others say already why the gate fails.
    if (maps.length < tests.length)
        return 'the coverage of a package is missing';
    const startedAt = elapsed();
    const patch = await readPatch(maps, context);
    if ('none' in patch)
        return patch.none;
    const result = { package: '', name: 'patch', durationMs: elapsed() - startedAt };
    if ('broken' in patch) {
        return { ...result, reasons: [{ blame: 'configuration', message: patch.broken }], findings: [], extent: 'nothing' };
    }
    const { coverage } = patch;
    const reasons = patch_judge(coverage, threshold);
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
function patch_judge({ total, nothingExecutable }, threshold) {
    if (nothingExecutable || (0,reports_coverage/* reaches */.O6)(total, threshold))
        return [];
    const missing = (0,reports_coverage/* missingTo */._7)(total, threshold);
    return [{ blame: 'code', message: messages_messages['patch-below']((0,reports_coverage/* formatShare */.T1)(total), threshold, missing) }];
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
        return [{ file: suite.name, message: plain(suite.message), ...jest_placeIn(suite.name, suite.message) }];
    }
    return failed.map((one) => {
        const message = plain((one.failureMessages ?? []).join('\n'));
        const place = jest_placeIn(suite.name, message);
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
function jest_placeIn(file, text) {
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

// EXTERNAL MODULE: ../../../node_modules/istanbul-lib-coverage/index.js
var istanbul_lib_coverage = __webpack_require__(3855);
;// CONCATENATED MODULE: ./src/reports/provider.js


/**
 * Tells the provider by the shape of the map, since no map names it. The rules rest on maps recorded from Jest 29.7 and
 * 30.5 (both providers, with and without source maps) and Vitest 3.2 and 4.1 (both providers).
 * @throws SyntaxError when the value is not a coverage map.
 */
function detectProvider(map) {
    const coverageMap = (0,reports_coverage/* readCoverageMap */.RH)(map);
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

;// CONCATENATED MODULE: ./actions/quality-gate/checks/tests.js








/** Unit tests by the project's own Jest, with coverage counted from the map and not from Jest's exit code. */
async function checkTests(context, threshold) {
    const jest = toolOf(context, 'jest');
    const scope = await readScope(context, jest);
    if ('reason' in scope)
        return {
            package: context.package,
            name: 'tests',
            reasons: [scope.reason],
            findings: [],
            durationMs: scope.durationMs,
            extent: 'nothing',
        };
    const reportFile = (0,external_node_path_.join)(context.reports, 'jest.json');
    const args = ['--ci', '--json', '--outputFile', reportFile, '--testLocationInResults', '--coverage'];
    // With `bail` Jest leaves without a report at the first failure; a gate needs the whole result.
    args.push('--bail=0');
    // Thresholds are ours to judge, from the map: Jest passes a threshold of 60 % for 0 of 0 files.
    args.push('--coverageThreshold', '{}', '--coverageReporters', 'none', '--coverageDirectory', (0,external_node_path_.join)(context.reports, 'coverage'));
    const outcome = await context.exec.run(commandFor(context, 'tests', jest, args));
    const report = tests_readReport(reportFile);
    const coverage = 'total' in report ? readCoverage(report) : undefined;
    return {
        package: context.package,
        name: 'tests',
        reasons: tests_judge(outcome, report, coverage, threshold, context.timeoutMs),
        findings: 'total' in report ? report.failed.map(tests_toFinding) : [],
        durationMs: scope.durationMs + outcome.durationMs,
        extent: 'total' in report ? `${report.total} tests in ${report.suites} files` : 'nothing',
        ...(coverage !== undefined && 'files' in coverage && 'total' in report
            ? { coverage, coverageMap: report.coverageMap, testReport: report, warnings: warnOf(report.coverageMap) }
            : {}),
    };
}
/** Asks Jest for its effective configuration: without a scope, files that no test imports would not count. */
async function readScope(context, jest) {
    const command = commandFor(context, 'tests', jest, ['--showConfig']);
    const outcome = await context.exec.run({ ...command, capture: true });
    const { durationMs } = outcome;
    const broken = brokenEnd('tests', outcome, context.timeoutMs);
    if (broken !== undefined)
        return { durationMs, reason: broken };
    const shown = parseScope(outcome.stdout ?? '');
    if (shown === undefined || outcome.end.kind !== 'exited' || outcome.end.code !== 0) {
        return {
            durationMs,
            reason: { blame: 'configuration', message: messages_messages['tests-misconfigured'](tellingLine(outcome.tail)) },
        };
    }
    if (!shown)
        return { durationMs, reason: { blame: 'configuration', message: messages_messages['coverage-scope-missing']() } };
    return { durationMs };
}
/** Whether a scope is configured; undefined when the text is not Jest's configuration. */
function parseScope(stdout) {
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
function tests_readReport(file) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        return { missing: (0,errors/* describeError */.Uc)(error) };
    }
    try {
        return parseTestReport(text);
    }
    catch (error) {
        return { unreadable: (0,errors/* describeError */.Uc)(error) };
    }
}
function readCoverage(report) {
    try {
        return (0,reports_coverage/* countCoverage */.at)(report.coverageMap);
    }
    catch (error) {
        return { missing: (0,errors/* describeError */.Uc)(error) };
    }
}
function tests_judge(outcome, report, coverage, threshold, timeoutMs) {
    const broken = brokenEnd('tests', outcome, timeoutMs);
    if (broken !== undefined)
        return [broken];
    const end = describeEnd(outcome.end);
    if ('missing' in report) {
        const none = outcome.tail.some((line) => line.includes('No tests found'));
        if (none)
            return [{ blame: 'configuration', message: messages_messages['tests-none']() }];
        return [{ blame: 'tool', message: messages_messages['tests-report-missing'](end, tellingLine(outcome.tail)) }];
    }
    if ('unreadable' in report)
        return [{ blame: 'tool', message: messages_messages['tests-report-unreadable'](report.unreadable) }];
    if (report.interrupted)
        return [{ blame: 'configuration', message: messages_messages['tests-interrupted'](report.passed + report.failed.length) }];
    if (report.failed.length > 0)
        return [{ blame: 'code', message: messages_messages['tests-failed'](report.failed.length, report.total) }];
    // Skipped tests are in the total and prove nothing.
    if (report.passed === 0)
        return [{ blame: 'configuration', message: messages_messages['tests-none']() }];
    const reasons = coverage === undefined ? [] : judgeCoverage(coverage, threshold);
    if (outcome.end.kind !== 'exited' || outcome.end.code !== 0)
        return [{ blame: 'tool', message: messages_messages['tests-exit'](end) }, ...reasons];
    return reasons;
}
function judgeCoverage(coverage, threshold) {
    if ('missing' in coverage)
        return [{ blame: 'configuration', message: messages_messages['coverage-missing'](coverage.missing) }];
    if ('unreadable' in coverage)
        return [{ blame: 'tool', message: messages_messages['coverage-missing'](coverage.unreadable) }];
    const { lines } = coverage.total;
    if (lines.total === 0)
        return [{ blame: 'configuration', message: messages_messages['coverage-nothing']('lines') }];
    return reports_coverage/* coverageMetrics */.wv.flatMap((metric) => {
        const count = coverage.total[metric];
        // Code without a single branch or function is possible where there are lines.
        if (count.total === 0 || (0,reports_coverage/* reaches */.O6)(count, threshold))
            return [];
        const missing = (0,reports_coverage/* missingTo */._7)(count, threshold);
        return [{ blame: 'code', message: messages_messages['coverage-below'](metric, (0,reports_coverage/* formatShare */.T1)(count), threshold, missing) }];
    });
}
function warnOf(map) {
    return detectProvider(map).provider === 'v8-lines' ? [messages_messages['coverage-by-v8']()] : [];
}
function tests_toFinding(test) {
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




/** Type check by the project's own compiler, in the project's own configuration. */
async function checkTypes(context) {
    const tsc = toolOf(context, 'tsc');
    // --listFiles: a compiler that looked at nothing exits 0 as well.
    const command = commandFor(context, 'types', tsc, ['--noEmit', '--pretty', 'false', '--listFiles']);
    const outcome = await context.exec.run({ ...command, capture: true });
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
        reasons: types_judge(outcome, report, context.timeoutMs),
        findings,
        durationMs: outcome.durationMs,
        extent: `${report.files.length} files`,
    };
}
function types_judge(outcome, report, timeoutMs) {
    const broken = brokenEnd('types', outcome, timeoutMs);
    if (broken !== undefined)
        return [broken];
    const inCode = report.located.filter((one) => !isConfiguration(one));
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
                message: messages_messages['check-crashed']('types', describeEnd(outcome.end), tellingLine(outcome.tail)),
            },
        ];
    }
    if (report.files.length === 0)
        return [{ blame: 'configuration', message: messages_messages['types-nothing-checked']() }];
    return [];
}
/** A tsconfig.json that cannot be read is reported with a place in it. */
function isConfiguration(one) {
    return one.file?.endsWith('.json') ?? true;
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
        counts: Object.fromEntries(coverageMetrics.map((metric) => [metric, toCount(counts[metric], `${metric} of ${name}`)])),
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

;// CONCATENATED MODULE: ./src/reports/xml-reader.js
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
function xml_reader_parseXml(source) {
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
const xml_reader_name = '[A-Za-z_:][A-Za-z0-9_:.-]*';
const attribute = `(${xml_reader_name})\\s*=\\s*("[^<"]*"|'[^<']*')`;
const openTag = new RegExp(`<(${xml_reader_name})((?:\\s+${attribute})*)\\s*(/?)>`, 'y');
const closeTag = new RegExp(`</(${xml_reader_name})\\s*>`, 'y');
const declaration = /<\?xml\s+version\s*=\s*["']1\.\d["'](?:\s+encoding\s*=\s*["']([\w.-]+)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>/y;
const doctype = new RegExp(`<!DOCTYPE\\s+${xml_reader_name}(?:\\s+(?:SYSTEM|PUBLIC\\s+(?:"[^"]*"|'[^']*'))\\s+(?:"[^"]*"|'[^']*'))?\\s*>`, 'y');
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
    const packages = sorting_groupSorted(classes, ({ path }) => path.split('/').slice(0, -1).join('.'));
    const { lines, branches } = (0,reports_coverage/* sumCounts */.W_)(classes.map(source_coverage_countSource));
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
                        ...ratesOf((0,reports_coverage/* sumCounts */.W_)(inside.map(source_coverage_countSource))),
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
            ...ratesOf(source_coverage_countSource(source)),
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
    const root = parseXml(text);
    if (root.name !== 'coverage')
        throw new SyntaxError(`the root is <${root.name}> and not <coverage>`);
    const classes = within(root, 'packages', 'package', 'classes', 'class');
    if (classes.length === 0)
        throw new SyntaxError('it has no class');
    const byPath = groupSorted(classes, (one) => attributeOf(one, 'filename'));
    const sources = byPath.map(([path, parts]) => readClass(path, parts));
    const { lines, branches } = sumCounts(sources.map(countSource));
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

;// CONCATENATED MODULE: ./src/reports/junit.js




/** How a file that could not be run is named, since JUnit knows failures of tests only. */
const wholeFile = 'the test file could not be run';
/**
 * Writes JUnit's XML, one suite per test file, sorted; tests stay in their order. There is no schema of JUnit's own: the
 * shape is the one that GitLab, Jenkins, Codecov and Datadog have in common.
 * @param pathOf maps the path of a test file to what the report shall show
 */
function writeJunit(report, name, pathOf) {
    const suites = sorting_groupSorted(report.cases, ({ file }) => pathOf(file));
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
    const root = parseXml(text);
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
    const { functions, lines, branches } = source_coverage_countSource(source);
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
    return [...files.values()].map(toSource).toSorted((a, b) => compareText(a.path, b.path));
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
const ignored = (/* unused pure expression or super */ null && (['TN', 'VER', 'FNF', 'FNH', 'MCDC', 'MCF', 'MCH']));
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
 * Writes what other services read: `lcov.info` and `cobertura.xml` of all packages together, a `junit-<n>.xml` per package
 * in their order, and `baseline.json`, by which a later run compares itself with this commit.
 * @returns the names of the files; none when no test check came to figures.
 * @throws the error of the file system (full disk, no permission).
 */
function writeFiles(results, context) {
    const measured = results.filter((result) => result.coverageMap !== undefined && result.testReport !== undefined);
    if (measured.length === 0)
        return [];
    const { folder, commit, measuredAt, pathOf } = context;
    const sources = measured.flatMap((result) => readSources(result.coverageMap, pathOf));
    const files = [
        ['lcov.info', writeLcov(sources)],
        ['cobertura.xml', writeCobertura(sources, { measuredAt, source: '.' })],
        ...measured.map(({ testReport, package: of }, index) => [
            `junit-${index + 1}.xml`,
            writeJunit(testReport, of, pathOf),
        ]),
    ];
    // A baseline of which nobody knows the commit is none.
    if (commit !== '')
        files.push(['baseline.json', describeBaseline(measured, commit, measuredAt)]);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    for (const [name, text] of files)
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), text);
    return files.map(([name]) => name);
}
function describeBaseline(measured, commit, measuredAt) {
    const packages = measured.map(({ package: name, coverage, testReport }) => {
        const { total, passed, failed, skipped } = testReport;
        return { name, counts: coverage.total, tests: { total, passed, failed: failed.length, skipped } };
    });
    const providers = new Set(measured.map((result) => detectProvider(result.coverageMap).provider));
    const tools = { 'coverage-provider': [...providers].sort().join(', ') };
    return writeBaseline({ commit, measuredAt: new Date(measuredAt).toISOString(), packages, tools });
}

// EXTERNAL MODULE: ./src/kit/inputs.js + 1 modules
var inputs = __webpack_require__(4196);
;// CONCATENATED MODULE: ./actions/quality-gate/inputs.js

/** The inputs of `action.yml`, in its order. */
function inputs_fields(workspace) {
    return {
        'working-directory': (0,inputs/* withDefault */.IQ)((0,inputs/* list */.p_)((0,inputs/* folder */.TV)(workspace)), '.'),
        order: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['parallel', 'gated']), 'parallel'),
        'coverage-threshold': (0,inputs/* withDefault */.IQ)((0,inputs/* number */.ai)({ min: 1, max: 100, unit: 'percent', example: '80' }), '80'),
        'patch-threshold': (0,inputs/* optional */.lq)((0,inputs/* number */.ai)({ min: 1, max: 100, unit: 'percent', example: '80' })),
        'report-directory': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'a folder, relative to the workspace', example: 'reports' })),
        'timeout-minutes': (0,inputs/* withDefault */.IQ)((0,inputs/* number */.ai)({ min: 0.01, max: 350, unit: 'minutes', example: '15' }), '15'),
        'pass-env': (0,inputs/* withDefault */.IQ)((0,inputs/* list */.p_)((0,inputs/* text */.Qq)({ valid: 'names of environment variables', example: 'API_URL' })), ''),
    };
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

// EXTERNAL MODULE: ./src/kit/summary.js
var kit_summary = __webpack_require__(257);
;// CONCATENATED MODULE: ./actions/quality-gate/report.js





/** A file name as GitHub knows it: from the root of the workspace, with forward slashes. */
function workspacePath(file, workspace) {
    return (0,external_node_path_.relative)(workspace, file).split(external_node_path_.sep).join('/');
}
/** The verdict first, then what led to it, then what to look at. */
function describeRun(summary, verdict, results, threshold, pathOf) {
    const passed = verdict.verdict === 'pass';
    const failed = results.filter((result) => result.reasons.length > 0).length;
    const headline = passed ? 'pass' : `fail, ${failed} of ${results.length} checks did not pass`;
    summary.heading(2, `${passed ? '✅' : '❌'} quality-gate: ${headline}`);
    if (!passed)
        summary.list(verdict.reasons.map((reason) => (0,kit_summary.md) `**${reason.text}** ${reason.cure} (${(0,kit_summary/* code */.aY)(reason.id)})`));
    describeChecks(summary, results);
    const warnings = results.flatMap((result) => result.warnings ?? []);
    if (warnings.length > 0)
        summary.list(warnings.map((one) => (0,kit_summary.md) `⚠️ **${one.text}** ${one.cure} (${(0,kit_summary/* code */.aY)(one.id)})`));
    describeCoverage(summary, results, threshold);
    describeFindings(summary, results, pathOf);
    describeWorstFiles(summary, results, pathOf);
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
        return '⏭️ not run: an earlier check did not pass';
    if (result.reasons.length === 0)
        return '✅ passed';
    const blames = new Set(result.reasons.map((reason) => reason.blame));
    if (blames.has('code'))
        return '❌ failed';
    return blames.has('configuration') ? '❌ not run: configuration' : '❌ not proven: the tool failed';
}
function covered(results) {
    return results.filter((result) => result.coverage !== undefined);
}
function describeCoverage(summary, results, threshold) {
    const [first, ...others] = covered(results);
    if (first === undefined)
        return;
    summary.heading(3, 'Coverage');
    if (others.length === 0)
        describeMetrics(summary, first.coverage, threshold);
    else
        describePackages(summary, [first, ...others], threshold);
}
function describeMetrics(summary, { total }, threshold) {
    summary.table([
        { title: 'Of' },
        { title: 'Covered', align: 'right' },
        { title: 'Share', align: 'right' },
        { title: '' },
        { title: 'Required', align: 'right' },
    ], reports_coverage/* coverageMetrics */.wv.map((metric) => {
        const count = total[metric];
        return [
            metric,
            `${count.covered} of ${count.total}`,
            (0,reports_coverage/* formatShare */.T1)(count),
            `${(0,kit_summary/* bar */.M0)(count.covered / count.total)} ${markOf(count, threshold)}`,
            `${threshold} %`,
        ];
    }));
}
/** Each package has to reach the threshold by itself; the total is for information. */
function describePackages(summary, results, threshold) {
    const share = (count) => `${(0,reports_coverage/* formatShare */.T1)(count)} ${markOf(count, threshold)}`.trim();
    const total = (0,reports_coverage/* sumCounts */.W_)(results.map((result) => result.coverage.total));
    summary.table([{ title: 'Package' }, ...reports_coverage/* coverageMetrics */.wv.map((title) => ({ title, align: 'right' }))], [
        ...results.map((result) => [
            (0,kit_summary/* code */.aY)(result.package),
            ...reports_coverage/* coverageMetrics */.wv.map((metric) => share(result.coverage.total[metric])),
        ]),
        ['all', ...reports_coverage/* coverageMetrics */.wv.map((metric) => (0,reports_coverage/* formatShare */.T1)(total[metric]))],
    ]);
    summary.paragraph(`Required: ${threshold} % of each in every package.`);
}
function markOf(count, threshold) {
    if (count.total === 0)
        return '';
    return (0,reports_coverage/* reaches */.O6)(count, threshold) ? '✅' : '❌';
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
/** The files with the most lines left to cover: that is where effort moves the number. */
function describeWorstFiles(summary, results, pathOf) {
    const files = covered(results).flatMap((result) => result.coverage.files);
    const missing = ({ counts: { lines } }) => lines.total - lines.covered;
    const worst = files.filter((file) => missing(file) > 0).sort((a, b) => missing(b) - missing(a));
    if (worst.length === 0)
        return;
    summary.details(`Least covered files (${worst.length} of ${files.length} have uncovered lines)`, (inner) => {
        inner.table([{ title: 'File' }, { title: 'Lines', align: 'right' }, { title: 'Not covered' }], worst
            .slice(0, 20)
            .map((file) => [(0,kit_summary/* code */.aY)(pathOf(file.file)), (0,reports_coverage/* formatShare */.T1)(file.counts.lines), formatRanges(file.uncoveredLines)]));
    });
}
/** `3, 7-9, 12`, at most ten ranges. */
function formatRanges(lines) {
    const ranges = [];
    for (const line of lines) {
        const last = ranges.at(-1);
        if (last !== undefined && line === last[1] + 1)
            last[1] = line;
        else
            ranges.push([line, line]);
    }
    const shown = ranges.slice(0, 10).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
    return shown.join(', ') + (ranges.length > 10 ? `, and ${ranges.length - 10} more` : '');
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
const dearestFirst = ['tests', 'types', 'lint'];
/** What a person fixes first comes first when one check may stop the next. */
const cheapestFirst = ['types', 'lint', 'tests'];
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

;// CONCATENATED MODULE: ./actions/quality-gate/verdict.js

const order = ['code', 'configuration', 'tool'];
/** A pass needs every check to have run and to have proven itself; one that is missing or was not run has not. */
function judgeChecks(results) {
    const several = countPackages(results) > 1;
    const reasons = results
        .flatMap((result) => result.reasons.map((reason) => (several ? withPackage(reason, result.package) : reason)))
        .sort((a, b) => order.indexOf(a.blame) - order.indexOf(b.blame));
    const [first] = reasons;
    const proven = results.length > 0 && results.every((result) => result.notRun !== true);
    if (first === undefined && proven)
        return { verdict: 'pass', blame: '', reasons: [] };
    return { verdict: 'fail', blame: first?.blame ?? 'tool', reasons: reasons.map((reason) => reason.message) };
}
function withPackage({ blame, message }, of) {
    return of === '' ? { blame, message } : { blame, message: { ...message, text: `${of}: ${message.text}` } };
}

;// CONCATENATED MODULE: ./actions/quality-gate/main.js

















/** The negatives: what stands there when the step is killed. */
const outputs = {
    verdict: 'fail',
    blame: '',
    reasons: '[]',
    'coverage-lines': '',
    'coverage-branches': '',
    'coverage-functions': '',
    'coverage-statements': '',
    'patch-coverage': '',
    'report-directory': '',
};
const qualityGate = { name: 'quality-gate', fields: inputs_fields, outputs, main };
const checks = {
    types: checkTypes,
    lint: checkLint,
    tests: checkTests,
};
async function main(context) {
    const { inputs, workspace, log } = context;
    const packages = resolvePackages(inputs.workingDirectory, workspace);
    const tasks = packages.flatMap((one, index) => prepareTasks(context, one, packages.length > 1, index));
    const title = packages.length > 1 ? `types, lint and tests of ${packages.length} packages` : 'types, lint and tests';
    const ran = await log.group(title, async () => runTasks(tasks, inputs.order, (0,external_node_os_.availableParallelism)()));
    const results = [...ran, ...(await judgePatch(context, ran)), ...keepReports(context, ran)];
    const verdict = judgeChecks(results);
    report(context, results, verdict);
    const [first, ...others] = verdict.reasons;
    if (first === undefined)
        return;
    const fault = verdict.blame === 'configuration' ? 'configuration' : 'gate';
    throw new errors/* ForeseenError */.U8(fault, [first, ...others], { described: true });
}
function prepareTasks(context, one, several, index) {
    const { inputs, workspace, temp, log, exec } = context;
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
        environment: child_env_childEnvironment(context.environment, inputs.passEnv),
        timeoutMs: inputs.timeoutMinutes * 60_000,
    };
    return Object.keys(checks).map((name) => ({
        name,
        package: one.name,
        run: async () => {
            const result = await runCheck(name, one.name, async () => checks[name](checkContext, inputs.coverageThreshold));
            log.info(`${label(name)}: ${result.reasons.length === 0 ? 'passed' : 'did not pass'}, ${result.extent}`);
            return result;
        },
    }));
}
/** The check of the changed lines, where one is asked for and there is a patch. */
async function judgePatch(context, ran) {
    const { inputs, workspace, log, exec, elapsed } = context;
    if (inputs.patchThreshold === undefined)
        return [];
    const tests = ran.filter((result) => result.name === 'tests');
    const patchContext = {
        exec,
        workspace,
        runner: context.environment,
        environment: child_env_childEnvironment(context.environment),
    };
    const patch = await checkPatch(tests, inputs.patchThreshold, patchContext, elapsed);
    if (typeof patch !== 'string')
        return [patch];
    log.info(`patch: not judged, ${patch}`);
    return [];
}
/** Writes the files that later steps read. That they could not be written is a reason to fail: somebody counts on them. */
function keepReports(context, ran) {
    const { inputs, workspace, clock, environment, outputs: out, log } = context;
    if (inputs.reportDirectory === undefined)
        return [];
    const folder = (0,external_node_path_.resolve)(workspace, inputs.reportDirectory);
    try {
        const files = writeFiles(ran, {
            folder,
            commit: environment['GITHUB_SHA'] ?? '',
            measuredAt: clock.now(),
            pathOf: (file) => workspacePath(file, workspace),
        });
        if (files.length > 0)
            out.set({ 'report-directory': folder });
        log.info(`reports: ${files.length === 0 ? 'none, since no tests came to figures' : `${files.join(', ')} in ${folder}`}`);
        return [];
    }
    catch (error) {
        const message = messages_messages['reports-unwritable'](folder, (0,errors/* describeError */.Uc)(error));
        return [
            {
                package: '',
                name: 'reports',
                reasons: [{ blame: 'tool', message }],
                findings: [],
                durationMs: 0,
                extent: 'nothing',
            },
        ];
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
        return { package: of, name, reasons, findings: [], durationMs: 0, extent: 'nothing' };
    }
}
function report(context, results, verdict) {
    const { inputs, workspace, log, annotations, outputs: out, summary } = context;
    const pathOf = (file) => workspacePath(file, workspace);
    out.set({
        verdict: verdict.verdict,
        blame: verdict.blame,
        reasons: JSON.stringify([...new Set(verdict.reasons.map((reason) => reason.id))]),
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
    describeRun(summary, verdict, results, inputs.coverageThreshold, pathOf);
    log.info(`verdict: ${verdict.verdict}`);
}
/** Of all packages together, and only when each has a figure: a sum without one of them would flatter. */
function coverageOutputs(results) {
    const tests = results.filter((result) => result.name === 'tests');
    const totals = tests.flatMap((result) => (result.coverage === undefined ? [] : [result.coverage.total]));
    if (totals.length < tests.length)
        return {};
    const sum = (0,reports_coverage/* sumCounts */.W_)(totals);
    return Object.fromEntries(reports_coverage/* coverageMetrics */.wv.map((metric) => [`coverage-${metric}`, (0,reports_coverage/* formatShare */.T1)(sum[metric]).replace(' %', '')]));
}
function patchOutput(results) {
    const patch = results.find((result) => result.patch !== undefined)?.patch;
    return patch === undefined ? {} : { 'patch-coverage': (0,reports_coverage/* formatShare */.T1)(patch).replace(' %', '') };
}


/***/ }),

/***/ 7731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ readRedirect)
/* harmony export */ });
/* unused harmony exports redirects, isLoopback */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3888);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6513);


/** The variables by which tests and rehearsals put an emulator in a service's place. */
const redirects = { npm: 'SLIPWAY_NPM_REGISTRY' };
/**
 * The base URL that a variable redirects to, without a slash at its end; undefined when it is not set. A variable may
 * redirect only to this machine: whoever can set a variable must not be able to receive credentials. Other hosts are
 * reached only through an input made for that (self-hosted Sentry, GitHub Enterprise Server).
 * @throws ConfigurationError (`endpoint-not-loopback`).
 */
function readRedirect(variable, environment) {
    const redirected = environment[variable];
    if (redirected === undefined || redirected === '')
        return undefined;
    if (!isLoopback(redirected))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .kitMessages */ .Z['endpoint-not-loopback'](variable, redirected));
    return redirected.replace(/\/+$/, '');
}
/** True for http(s) URLs of 127.0.0.0/8, ::1 and localhost. The URL parser has resolved every spelling of an address. */
function isLoopback(url) {
    if (!URL.canParse(url))
        return false;
    const { hostname, protocol, username, password } = new URL(url);
    if (protocol !== 'http:' && protocol !== 'https:')
        return false;
    if (username !== '' || password !== '')
        return false;
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}


/***/ }),

/***/ 3350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   RH: () => (/* binding */ readCoverageMap),
/* harmony export */   T1: () => (/* binding */ formatShare),
/* harmony export */   W_: () => (/* binding */ sumCounts),
/* harmony export */   _7: () => (/* binding */ missingTo),
/* harmony export */   at: () => (/* binding */ countCoverage),
/* harmony export */   pY: () => (/* binding */ formatShareChange),
/* harmony export */   wv: () => (/* binding */ coverageMetrics)
/* harmony export */ });
/* unused harmony export countByPackage */
/* harmony import */ var istanbul_lib_coverage__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3855);


const coverageMetrics = ['lines', 'branches', 'functions', 'statements'];
const nothing = {
    lines: { covered: 0, total: 0 },
    branches: { covered: 0, total: 0 },
    functions: { covered: 0, total: 0 },
    statements: { covered: 0, total: 0 },
};
/**
 * Counts what an Istanbul coverage map covers.
 * @throws SyntaxError when the value is not such a map.
 */
function countCoverage(map) {
    const coverageMap = readCoverageMap(map);
    const files = coverageMap.files().map((file) => {
        const coverage = coverageMap.fileCoverageFor(file);
        const summary = coverage.toSummary();
        const counts = Object.fromEntries(coverageMetrics.map((metric) => [metric, { covered: summary[metric].covered, total: summary[metric].total }]));
        return { file, counts, uncoveredLines: coverage.getUncoveredLines().map(Number) };
    });
    return { files, total: sumCounts(files.map(({ counts }) => counts)) };
}
/** @throws SyntaxError when the value is not a coverage map of Istanbul. */
function readCoverageMap(map) {
    if (typeof map !== 'object' || map === null || Array.isArray(map))
        throw new SyntaxError('there is no coverage map');
    try {
        return istanbul_lib_coverage__WEBPACK_IMPORTED_MODULE_0__.createCoverageMap(map);
    }
    catch (error) {
        throw new SyntaxError('the coverage map is not one of Istanbul', { cause: error });
    }
}
function sumCounts(all) {
    return all.reduce(addCounts, nothing);
}
/**
 * Counts by package, sorted by name.
 * @param packageOf the name of the package that a file (absolute) belongs to; undefined leaves the file out
 */
function countByPackage({ files }, packageOf) {
    const packages = new Map();
    for (const { file, counts } of files) {
        const name = packageOf(file);
        if (name !== undefined)
            packages.set(name, addCounts(packages.get(name) ?? nothing, counts));
    }
    return new Map([...packages].toSorted(([a], [b]) => compareText(a, b)));
}
function addCounts(a, b) {
    const add = (metric) => ({
        covered: a[metric].covered + b[metric].covered,
        total: a[metric].total + b[metric].total,
    });
    return { lines: add('lines'), branches: add('branches'), functions: add('functions'), statements: add('statements') };
}
/**
 * Whether the count reaches a threshold in percent. Nothing counted reaches nothing. Compared in whole numbers (the
 * threshold in millionths), since 0.1 + 0.2 style errors sit exactly where thresholds sit.
 */
function reaches({ covered, total }, threshold) {
    return total > 0 && covered * 100_000_000 >= Math.round(threshold * 1_000_000) * total;
}
/** How many more would have to be covered to reach a threshold in percent; 0 or less when it is reached. */
function missingTo({ covered, total }, threshold) {
    return Math.ceil((threshold * total) / 100 - 1e-9) - covered;
}
/** Percent with two digits, cut and not rounded: what falls short of 80 never reads "80.00". "none" for nothing counted. */
function formatShare({ covered, total }) {
    if (total === 0)
        return 'none';
    return `${(Math.floor((covered * 10_000) / total) / 100).toFixed(2)} %`;
}
/** "+1.25", "-0.01" or "0.00" percentage points between the shares as they are shown; "none" where one has nothing counted. */
function formatShareChange(before, after) {
    if (before.total === 0 || after.total === 0)
        return 'none';
    const hundredths = ({ covered, total }) => Math.floor((covered * 10_000) / total);
    const change = hundredths(after) - hundredths(before);
    return `${change > 0 ? '+' : ''}${(change / 100).toFixed(2)}`;
}


/***/ })

};
