export const id = 815;
export const ids = [815];
export const modules = {

/***/ 6815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qualityComment: () => (/* binding */ qualityComment)
});

// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/summary.js
var kit_summary = __webpack_require__(257);
// EXTERNAL MODULE: ./src/reports/quality-figures.js + 1 modules
var quality_figures = __webpack_require__(3211);
// EXTERNAL MODULE: ./src/vendors/github/artifacts.js + 1 modules
var artifacts = __webpack_require__(616);
// EXTERNAL MODULE: ./src/vendors/github/client.js
var client = __webpack_require__(3589);
// EXTERNAL MODULE: ./src/vendors/github/comments.js
var comments = __webpack_require__(7568);
// EXTERNAL MODULE: ./src/vendors/github/markers.js
var markers = __webpack_require__(7423);
// EXTERNAL MODULE: ./src/vendors/github/event.js
var github_event = __webpack_require__(7816);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
;// CONCATENATED MODULE: ./src/vendors/github/pulls.js

const mostPages = 10;
const pullShape = (0,shapes/* record */.g1)({
    number: (0,shapes/* number */.ai)('whole', 1, Number.MAX_SAFE_INTEGER),
    head: (0,shapes/* record */.g1)({ sha: (0,shapes/* text */.Qq)(64), repo: (0,shapes/* nullable */.me)((0,shapes/* record */.g1)({ full_name: (0,shapes/* text */.Qq)(300) }, 'ignored')) }, 'ignored'),
}, 'ignored');
/**
 * The open pull request whose head is the code of a run: the same commit of the same repository. The event of a run says
 * no number for pull requests from forks (github/docs#22501), and what the run itself wrote could name any.
 * @returns its number, or why there is none
 * @throws VendorError
 */
async function findPullRequest(github, { headSha, headRepository, headBranch }) {
    if (headRepository === null)
        return { none: 'the repository that the code came from has been deleted' };
    const [owner = ''] = headRepository.split('/');
    const question = {
        operation: 'find the pull request',
        route: 'GET /repos/{owner}/{repo}/pulls',
        parameters: { state: 'open', head: `${owner}:${headBranch}` },
    };
    const found = [];
    for await (const page of github.pages(question, pullShape, mostPages)) {
        for (const { number, head } of page) {
            const same = head.sha === headSha && head.repo?.full_name.toLowerCase() === headRepository.toLowerCase();
            if (same)
                found.push(number);
        }
    }
    const [first, ...others] = found;
    if (first === undefined)
        return { none: `no open pull request has ${headSha} of ${headRepository} as its head: it is closed, or moved on` };
    if (others.length > 0)
        return {
            none: `${found.length} open pull requests have the head ${headSha}: ${found.map((one) => `#${one}`).join(', ')}`,
        };
    return { number: first };
}

// EXTERNAL MODULE: ./src/vendors/github/runs.js
var runs = __webpack_require__(5372);
// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: ./src/reports/coverage.js
var reports_coverage = __webpack_require__(3350);
// EXTERNAL MODULE: ./src/reports/pyramid.js
var reports_pyramid = __webpack_require__(262);
;// CONCATENATED MODULE: ./actions/quality-comment/inert.js

const gap = '\u200B';
/**
 * What the builders of Markdown cannot prevent by escaping: GitHub looks for mentions, issues, commits and addresses in
 * the text that comes out, whatever it was written as (so Dependabot and Renovate break a mention with a space of no
 * width, as this does). It looks at no code.
 */
const active = [
    // @person, @organisation/team, and the address of a mailbox.
    [/@/g, `@${gap}`],
    // #12, owner/name#12, GH-12.
    [/#(?=\d)/g, `#${gap}`],
    [/\b(gh-)(?=\d)/gi, `$1${gap}`],
    // https://\u2026, any other scheme, and www.
    [/:(?=\/\/)/g, `:${gap}`],
    [/\b(www|mailto|xmpp)(?=[.:])/gi, `$1${gap}`],
];
/** The name of a commit, whole or abbreviated: seven digits are the fewest that GitHub looks up. */
const commitName = /\b[0-9a-f]{7,}\b/gi;
/** A stranger's text that stays text when GitHub shows it; to be handed to a builder that escapes Markdown and HTML. */
function inert(foreign) {
    return active
        .reduce((text, [pattern, replacement]) => text.replaceAll(pattern, replacement), foreign)
        .replaceAll(commitName, (name) => name.replaceAll(/.{6}(?=.)/g, `$&${gap}`));
}
/** The same as code, exact to the letter where the builder can write it as a code span. */
function inertCode(foreign) {
    return (0,kit_summary/* code */.aY)(/[`|\\]/.test(foreign) ? inert(foreign) : foreign);
}

;// CONCATENATED MODULE: ./actions/quality-comment/comment.js





/** Rows of a table: a comment is read, a report is searched. */
const most = { reasons: 10, checks: 30, packages: 30, findings: 20, worstFiles: 10 };
/**
 * The comment as blocks, the most important first, so that what does not fit is left out from the end. The figures come
 * from the code under check, possibly of a fork: every text of theirs is made inert. How the run ended is GitHub's word,
 * and where the two disagree it is the run that counts.
 */
function describeRun(name, run, left) {
    const passed = run.conclusion === 'success' && 'figures' in left && left.figures.verdict === 'pass';
    const blocks = [block((summary) => describeVerdict(summary, name, run, left, passed))];
    if ('missing' in left)
        return blocks;
    const { reasons, checks, coverage, pyramid } = left.figures;
    if (reasons.length > 0)
        blocks.push(block((summary) => describeReasons(summary, left.figures)));
    if (checks.length > 0)
        blocks.push(block((summary) => describeChecks(summary, left.figures)));
    if (coverage.packages.length > 0 || coverage.patch !== null)
        blocks.push(block((summary) => describeCoverage(summary, left.figures)));
    if (left.figures.findings.length > 0)
        blocks.push(block((summary) => describeFindings(summary, left.figures)));
    if (coverage.worstFiles.length > 0)
        blocks.push(block((summary) => describeWorstFiles(summary, coverage)));
    if (Object.values(pyramid).some((count) => count !== null))
        blocks.push(block((summary) => describePyramid(summary, pyramid)));
    return blocks;
}
function block(describe) {
    const summary = (0,kit_summary/* createSummary */.Ft)();
    describe(summary);
    // Whole: what is too long is left out as a block, and the tables are short already.
    return summary.render(Number.POSITIVE_INFINITY);
}
function describeVerdict(summary, name, run, left, passed) {
    summary.heading(3, `${passed ? '\u2705' : '\u274c'} ${name}: ${passed ? 'pass' : 'fail'}`);
    const ended = run.conclusion ?? 'nothing yet';
    const link = { markdown: `[run ${run.id}](${run.url})` };
    const attempt = run.attempt > 1 ? `, attempt ${run.attempt}` : '';
    summary.paragraph((0,kit_summary.md) `Commit ${(0,kit_summary/* code */.aY)(run.headSha.slice(0, 10))}, ${link}${attempt}, which ended with ${(0,kit_summary/* code */.aY)(ended)}.`);
    if ('missing' in left) {
        summary.paragraph((0,kit_summary.md) `\u26a0\ufe0f There are no figures of it: ${inert(left.missing)}.`);
        return;
    }
    const { verdict } = left.figures;
    if (verdict === 'pass' && !passed)
        summary.paragraph((0,kit_summary.md) `
\u26a0\ufe0f The figures say pass, and the run did not succeed. Another job of it may have failed, or the figures are not true: the run counts.
    `);
    if (verdict === 'fail' && run.conclusion === 'success')
        summary.paragraph((0,kit_summary.md) `
\u26a0\ufe0f The figures say fail, and the run succeeded all the same: nothing there stops a merge.
    `);
}
/** "and 7 more", where the comment or the file does not hold all. */
function more(summary, shown, all) {
    if (all > shown)
        summary.paragraph(`\u2026 and ${all - shown} more; the job summary of the run has them.`);
}
function describeReasons(summary, { reasons, leftOut, blame }) {
    if (blame !== '')
        summary.paragraph((0,kit_summary.md) `Whose fault it is: **${blame === 'code' ? 'the code under check' : blame}**.`);
    const shown = reasons.slice(0, most.reasons);
    summary.list(shown.map((reason) => {
        const of = reason.package === '' ? '' : (0,kit_summary.md) `${inertCode(reason.package)}: `;
        return (0,kit_summary.md) `${of}**${inert(reason.text)}** ${inert(reason.cure)} (${inertCode(reason.id)})`;
    }));
    more(summary, shown.length, reasons.length + leftOut.reasons);
}
const outcomes = {
    passed: '\u2705 passed',
    failed: '\u274c failed',
    'not-run': '\u23ed\ufe0f not run',
};
function describeChecks(summary, { checks, leftOut }) {
    const several = new Set(checks.map((check) => check.package).filter((name) => name !== '')).size > 1;
    const shown = checks.slice(0, most.checks);
    const right = (title) => ({ title, align: 'right' });
    summary.heading(4, 'Checks');
    summary.table([
        ...(several ? [{ title: 'Package' }] : []),
        { title: 'Check' },
        { title: 'Result' },
        { title: 'Looked at' },
        right('Found'),
        right('Time'),
    ], shown.map((check) => [
        ...(several ? [check.package === '' ? 'all' : inertCode(check.package)] : []),
        inert(check.name),
        outcomes[check.outcome],
        inert(check.extent),
        `${check.findings}`,
        check.outcome === 'not-run' ? '' : (0,duration/* formatDuration */.a)(check.durationMs),
    ]));
    more(summary, shown.length, checks.length + leftOut.checks);
}
function describeCoverage(summary, { coverage, leftOut }) {
    const { packages, total, patch, base } = coverage;
    summary.heading(4, 'Coverage');
    if (packages.length > 0) {
        const shown = packages.slice(0, most.packages);
        summary.table([
            { title: 'Package' },
            { title: 'Suite' },
            ...reports_coverage/* coverageMetrics */.wv.map((title) => ({ title, align: 'right' })),
            { title: 'Required', align: 'right' },
        ], [
            ...shown.map((one) => [
                inertCode(one.name),
                one.suite,
                ...shares(one.counts, one.base, one.threshold),
                `${one.threshold} %`,
            ]),
            ...(total === null || packages.length < 2 ? [] : [['all', '', ...shares(total.counts, total.base), '']]),
        ]);
        more(summary, shown.length, packages.length + leftOut.packages);
    }
    if (patch !== null)
        summary.paragraph(describePatch(patch, patch.threshold));
    if (base !== null)
        summary.paragraph(describeBase(base));
}
/** "81.25 % (+1.25) \u2705" for each metric. */
function shares(counts, base, threshold) {
    return reports_coverage/* coverageMetrics */.wv.map((metric) => {
        const count = counts[metric];
        const change = base === null ? '' : ` (${(0,reports_coverage/* formatShareChange */.pY)(base[metric], count)})`;
        return `${(0,reports_coverage/* formatShare */.T1)(count)}${change}${threshold === undefined ? '' : ` ${(0,reports_coverage/* markShare */.$s)(count, threshold)}`}`.trim();
    });
}
function describePatch(patch, threshold) {
    if (patch.total === 0)
        return 'Changed lines: none of them is executable.';
    const { covered, total } = patch;
    return `Changed lines: ${(0,reports_coverage/* formatShare */.T1)(patch)} (${covered} of ${total}), required ${threshold} % ${(0,reports_coverage/* markShare */.$s)(patch, threshold)}`;
}
function describeBase(base) {
    if ('none' in base)
        return `No baseline: ${inert(base.none)}.`;
    const { commit, distance } = base;
    const where = distance === 0 ? 'where the change begins' : `${distance} before the change begins`;
    return (0,kit_summary.md) `Compared with ${(0,kit_summary/* code */.aY)(commit.slice(0, 10))}, ${where}.`;
}
function describeFindings(summary, { findings, checks }) {
    const shown = findings.slice(0, most.findings);
    summary.heading(4, 'What to mend');
    summary.table([{ title: 'Where' }, { title: 'Check' }, { title: 'What' }], shown.map(({ file, line, title, message, check }) => [
        inertCode(line === null ? file : `${file}:${line}`),
        inert(check),
        (0,kit_summary.md) `**${inert(title)}** ${inert(message)}`,
    ]));
    const all = checks.reduce((sum, check) => sum + check.findings, 0);
    more(summary, shown.length, Math.max(all, findings.length));
}
function describeWorstFiles(summary, { worstFiles }) {
    summary.details('Least covered files', (inner) => {
        inner.table([{ title: 'File' }, { title: 'Lines', align: 'right' }, { title: 'Not covered' }], worstFiles
            .slice(0, most.worstFiles)
            .map(({ file, lines, uncovered }) => [inertCode(file), (0,reports_coverage/* formatShare */.T1)(lines), inert(uncovered)]));
    });
}
const kinds = {
    unit: 'Unit',
    integration: 'Integration',
    e2e: 'End to end',
};
function describePyramid(summary, pyramid) {
    const names = Object.keys(kinds);
    const known = names.every((kind) => pyramid[kind] !== null);
    const total = names.reduce((sum, kind) => sum + (pyramid[kind] ?? 0), 0);
    summary.heading(4, 'Shape of the tests');
    summary.table([
        { title: 'Kind' },
        { title: 'Tests', align: 'right' },
        { title: 'Share', align: 'right' },
        { title: 'Goal', align: 'right' },
    ], names.map((kind) => {
        const covered = pyramid[kind];
        const share = known && covered !== null ? (0,reports_coverage/* formatShare */.T1)({ covered, total }) : '';
        return [kinds[kind], covered === null ? 'not known' : `${covered}`, share, `${reports_pyramid/* pyramidGoal */.Y[kind]} %`];
    }));
}

// EXTERNAL MODULE: ./src/kit/inputs.js
var inputs = __webpack_require__(4636);
;// CONCATENATED MODULE: ./actions/quality-comment/inputs.js

const positive = /^[1-9]\d{0,14}$/;
/** The inputs of `action.yml`, in its order. */
function fields() {
    return {
        // An empty token leaves the default as it stands here, which no token looks like.
        'github-token': (0,inputs/* withDefault */.IQ)((0,inputs/* secret */.rJ)((0,inputs/* text */.Qq)({ valid: 'a token of GitHub', example: '', pattern: /^[^\s${}]+$/ })), '${{ github.token }}'),
        name: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({
            valid: 'letters, digits, ".", "_" and "-", at most 64',
            example: 'quality',
            pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
        }), 'quality'),
        'run-id': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'the number in the address of a run', example: '12345678901', pattern: positive })),
        'pull-request': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'the number of a pull request', example: '42', pattern: positive })),
        'dry-run': (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'false'),
    };
}

// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
;// CONCATENATED MODULE: ./actions/quality-comment/messages.js

const messages_messages = (0,messages/* defineMessages */.Y)({
    'run-unknown': (event) => ({
        text: `It is not known which run to comment on: the event is ${event}, and only workflow_run says it.`,
        cure: 'Start the workflow on "workflow_run" of the one with the gate, or give "run-id".',
    }),
    'event-unreadable': (reason) => ({
        text: `It is not known which run to comment on: ${reason}.`,
        cure: 'GitHub writes the event for every job; a step before this one may have changed it. Or give "run-id".',
    }),
    'run-not-found': (runId, repository) => ({
        text: `GitHub shows this token no run ${runId} in ${repository}.`,
        cure: 'The run has to be one of this repository, and the job needs "actions: read".',
    }),
    'pull-request-not-found': (number, repository) => ({
        text: `GitHub shows this token no pull request #${number} in ${repository}.`,
        cure: 'The number has to be one of this repository, and the job needs "pull-requests: write".',
    }),
    'token-lacks-permission': (operation, permission, said) => ({
        text: `The token may not ${operation}: ${said}`,
        cure: `Grant "${permission}" to the job, and to the job that calls its workflow. Nothing can be written where the conversation is locked.`,
    }),
    'figures-missing': (reason) => ({
        text: `The run left no figures that can be shown: ${reason}.`,
        cure: 'The comment says how the run ended. The log of its gate says why there are none.',
    }),
});

;// CONCATENATED MODULE: ./actions/quality-comment/main.js













const outputs = { 'comment-url': '', 'pull-request': '' };
const qualityComment = { name: 'quality-comment', fields: fields, outputs, main };
/** Bytes of quality.json; what the reader takes at most is less. */
const mostFigures = 16_000_000;
async function main(context) {
    const { inputs, environment, http } = context;
    const runId = inputs.runId === undefined ? readRunId(context) : Number(inputs.runId);
    const github = (0,client/* createGitHub */.C)({ http: http(), environment, token: inputs.githubToken });
    try {
        await comment(context, github, runId);
    }
    catch (error) {
        throw explain(error, github, runId, inputs.pullRequest);
    }
}
async function comment(context, github, runId) {
    const { inputs, outputs: out, log, summary } = context;
    const run = await (0,runs/* readRun */.c)(github, runId);
    const found = await findTarget(github, run, inputs.pullRequest);
    if ('none' in found) {
        log.info(`nothing to comment on: ${found.none}`);
        summary.heading(2, 'quality-comment: nothing to comment on').paragraph(`${found.none}.`);
        return;
    }
    const left = await readLeft(github, run, inputs.name);
    if ('missing' in left)
        warn(context, left.missing);
    const sticky = {
        number: found.number,
        key: `quality-comment/${inputs.name}`,
        run,
        blocks: describeRun(inputs.name, run, left),
    };
    out.set({ 'pull-request': found.number });
    if (inputs.dryRun) {
        const body = (0,markers/* composeBody */.h$)(sticky);
        log.info(`dry run: this would be the comment on #${found.number}:\n${body}`);
        summary.heading(2, `quality-comment: a dry run, for #${found.number}`).code('markdown', body.split('\n'));
        return;
    }
    const { did, url } = await (0,comments/* upsertComment */.l)(github, sticky);
    out.set({ 'comment-url': url });
    log.info(`comment on #${found.number}: ${says[did]} (${url})`);
    const link = { markdown: `[comment](${url})` };
    summary.heading(2, 'quality-comment: done').paragraph((0,kit_summary.md) `The ${link} on #${found.number} ${says[did]}.`);
}
const says = {
    created: 'was written',
    updated: 'was changed',
    unchanged: 'says it already',
    outdated: 'is of a newer run, and was left alone',
};
function readRunId({ environment }) {
    let id;
    try {
        id = (0,github_event/* readTriggeringRun */.C)(environment);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        throw new errors/* ConfigurationError */.j1(messages_messages['event-unreadable'](error.message));
    }
    if (id !== undefined)
        return id;
    throw new errors/* ConfigurationError */.j1(messages_messages['run-unknown'](environment['GITHUB_EVENT_NAME'] ?? 'unknown'));
}
/** A number that was given is the caller's own word; without one only runs for pull requests have one. */
async function findTarget(github, run, given) {
    if (run.conclusion === null)
        return { none: `run ${run.id} is not over: its end will start this again` };
    if (given !== undefined)
        return { number: Number(given) };
    if (run.event !== 'pull_request')
        return { none: `run ${run.id} was started by ${run.event}, not by a pull request` };
    return findPullRequest(github, run);
}
/** The figures, taken for a stranger's: whatever is wrong with them is said in the comment, and never trusted. */
async function readLeft(github, run, name) {
    const artifact = await (0,artifacts/* findRunArtifact */.h8)(github, run.id, `${name}-reports`);
    if (artifact === undefined)
        return { missing: `the run kept no artifact ${name}-reports` };
    const downloaded = await (0,artifacts/* downloadArtifact */.bk)(github, artifact, { 'quality.json': mostFigures });
    if ('none' in downloaded)
        return { missing: downloaded.none };
    const file = downloaded.files.get('quality.json');
    if (file === undefined)
        return { missing: `the artifact ${artifact.name} has no quality.json in it` };
    try {
        const figures = (0,quality_figures/* readFigures */.I)(file.toString('utf8'));
        return figures.name === name ? { figures } : { missing: `quality.json is of the gate "${figures.name}"` };
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        return { missing: `quality.json cannot be used: ${(0,errors/* describeError */.Uc)(error)}` };
    }
}
function warn({ annotations, log }, reason) {
    const { text, cure, id } = messages_messages['figures-missing'](reason);
    annotations.add({ level: 'warning', message: `${text} ${cure} [${id}]` });
    log.info(`${text}\n   \u2192 ${cure}`);
}
/** What a refusal means for whoever wrote the workflow. */
function explain(error, github, runId, given) {
    if (!(error instanceof errors/* VendorError */.Hi))
        return error;
    const { status, operation, body = '' } = error.details;
    const repository = `${github.owner}/${github.name}`;
    const cause = { cause: error };
    if (status === 403) {
        const permission = permissions.find(([operations]) => operations.test(operation))?.[1] ?? 'pull-requests: write';
        return new errors/* ConfigurationError */.j1(messages_messages['token-lacks-permission'](operation, permission, body), [], cause);
    }
    if (status === 404 && operation === 'read the run')
        return new errors/* ConfigurationError */.j1(messages_messages['run-not-found'](runId, repository), [], cause);
    if (status === 404 && given !== undefined && operation === 'list the comments')
        return new errors/* ConfigurationError */.j1(messages_messages['pull-request-not-found'](Number(given), repository), [], cause);
    return error;
}
const permissions = [
    [/run|artifact/, 'actions: read'],
    [/./, 'pull-requests: write'],
];


/***/ }),

/***/ 1352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ authorShape),
/* harmony export */   z: () => (/* binding */ recogniseAuthor)
/* harmony export */ });
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8331);

const authorShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ login: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(300), type: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(100) }, 'ignored'));
/** Says of an author whether it is the one that the token speaks as. A person can quote a marker, but not write as a bot. */
async function recogniseAuthor(github) {
    // Tokens of apps may not ask who they are.
    if (github.actsAsApp)
        return (author) => author?.type === 'Bot';
    const question = { operation: 'read whose token this is', route: 'GET /user', parameters: {} };
    const { login } = await github.read(question, (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ login: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(300) }, 'ignored'));
    return (author) => author?.login === login;
}


/***/ }),

/***/ 7568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8331);
/* harmony import */ var _authors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1352);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3589);
/* harmony import */ var _markers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7423);





/** An issue takes no more than 2,500 comments (openshift/release#20821). */
const mostPages = 25;
/** Every write is followed by a look at what came of it; so many are enough for three that went wrong. */
const mostLooks = 5;
const commentShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)({
    id: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)('whole', 1, Number.MAX_SAFE_INTEGER),
    html_url: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(1_000, /^https:\/\//, 'an address'),
    body: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(Number.MAX_SAFE_INTEGER),
    user: _authors_js__WEBPACK_IMPORTED_MODULE_1__/* .authorShape */ .J,
}, 'ignored');
/**
 * Writes the one comment of this key: changes it where there is one, makes it where there is none, and writes nothing
 * where nothing would change. It is ours when its first line is our marker and its author is the token's: a person can
 * quote a marker, but not write as a bot.
 *
 * GitHub has no compare-and-swap for comments, so every write is followed by a look. Two runs at once may each find none
 * and make one: the oldest stays, with what the newest run says, and the others go. What a killed run leaves behind, the
 * next one tidies. One order remains that no look can mend: the older run looks, the newer one writes and looks, the older
 * one writes. A workflow excludes it by letting one run at a time speak to a pull request (`concurrency`).
 * @throws VendorError
 */
async function upsertComment(github, comment) {
    const isOurs = await (0,_authors_js__WEBPACK_IMPORTED_MODULE_1__/* .recogniseAuthor */ .z)(github);
    const body = (0,_markers_js__WEBPACK_IMPORTED_MODULE_3__/* .composeBody */ .h$)(comment);
    let created;
    let tried;
    let wrote = false;
    let failure;
    for (let look = 1; look <= mostLooks; look += 1) {
        const ours = await listOurs(github, comment, isOurs);
        // A list may be older than what was just made.
        if (created !== undefined && ours.every(({ id }) => id !== created?.id))
            ours.push(created);
        const [oldest, ...others] = ours.toSorted((a, b) => a.id - b.id);
        // What has been written is not compared letter by letter: should GitHub store a text otherwise, that is its own.
        const isSaid = (one) => one.body.trim() === body.trim() || (wrote && (0,_markers_js__WEBPACK_IMPORTED_MODULE_3__/* .compareRuns */ .qB)(one.run, comment.run) === 0);
        try {
            if (oldest === undefined) {
                tried = 'created';
                created = await createComment(github, comment, body);
                wrote = true;
            }
            else if (ours.some(({ run }) => (0,_markers_js__WEBPACK_IMPORTED_MODULE_3__/* .compareRuns */ .qB)(run, comment.run) > 0)) {
                // The newer run tidies the rest; what this one has made is its own to take back.
                for (const { id, run } of others)
                    if ((0,_markers_js__WEBPACK_IMPORTED_MODULE_3__/* .compareRuns */ .qB)(run, comment.run) === 0)
                        await deleteComment(github, id);
                return { did: 'outdated', url: oldest.url };
            }
            else if (isSaid(oldest)) {
                for (const { id } of others)
                    await deleteComment(github, id);
                return { did: tried ?? 'unchanged', url: oldest.url };
            }
            else {
                tried ??= 'updated';
                await updateComment(github, oldest.id, body);
                created = undefined;
                wrote = true;
            }
        }
        catch (error) {
            // It may have happened all the same: look before anything is repeated.
            if (!(error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi) || !error.details.ambiguous)
                throw error;
            failure = error;
        }
    }
    throw failure ?? new Error(`the comment of #${comment.number} changed each time that it was looked at`);
}
async function listOurs(github, { number: issue, key }, isOurs) {
    const question = {
        operation: 'list the comments',
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { issue_number: issue },
    };
    const ours = [];
    for await (const page of github.pages(question, commentShape, mostPages)) {
        for (const { id, body, html_url: url, user } of page) {
            const marker = (0,_markers_js__WEBPACK_IMPORTED_MODULE_3__/* .readMarker */ .t7)(body);
            if (marker?.key === key && isOurs(user))
                ours.push({ id, body, url, run: marker.run });
        }
    }
    return ours;
}
async function createComment(github, { number: issue, run }, body) {
    const question = {
        operation: 'write the comment',
        route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { issue_number: issue, body },
    };
    const { id, html_url: url } = await github.read(question, commentShape);
    return { id, url, body, run };
}
/** Not there any more is no error: whoever looks again sees it. */
async function updateComment(github, id, body) {
    const question = {
        operation: 'change the comment',
        route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
        parameters: { comment_id: id, body },
        repeatable: true,
    };
    await (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .orMissing */ .M)(github.read(question, commentShape));
}
async function deleteComment(github, id) {
    const sent = github.send({
        operation: 'delete the second comment',
        route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
        parameters: { comment_id: id },
        repeatable: true,
    });
    // Gone already, by the other run or by the attempt before.
    await (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .orMissing */ .M)(sent);
}


/***/ }),

/***/ 7423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h$: () => (/* binding */ composeBody),
/* harmony export */   qB: () => (/* binding */ compareRuns),
/* harmony export */   t7: () => (/* binding */ readMarker)
/* harmony export */ });
/* harmony import */ var _kit_suite__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3937);

/** UTF-16 units: GitHub's own "body is too long (maximum is 65536 characters)". */
const mostUnits = 65_536;
/** More than 0 when the first is the newer one. */
function compareRuns(one, other) {
    return one.id - other.id || one.attempt - other.attempt;
}
function markerOf({ key, state, run }) {
    const about = state === undefined ? '' : ` state ${state}`;
    return `<!-- ${_kit_suite__WEBPACK_IMPORTED_MODULE_0__/* .suite */ .r.name} ${key}${about} run ${run.id} attempt ${run.attempt} -->`;
}
const form = new RegExp(`^<!-- ${_kit_suite__WEBPACK_IMPORTED_MODULE_0__/* .suite */ .r.name} (\\S+)(?: state (\\S+))? run (\\d{1,15}) attempt (\\d{1,9}) -->$`);
/** The marker that is the first line of a body; undefined for any other text. */
function readMarker(body) {
    const [line = ''] = body.split(/\r?\n/, 1);
    const [found, key = '', state, id, attempt] = form.exec(line) ?? [];
    if (found === undefined)
        return undefined;
    return { key, run: { id: Number(id), attempt: Number(attempt) }, ...(state === undefined ? {} : { state }) };
}
/** The marker and as many of the blocks as fit, never a part of one. */
function composeBody({ blocks, ...marker }) {
    const compose = (count) => {
        const left = blocks.length - count;
        const note = left === 0 ? [] : [`\u2026 ${left === 1 ? 'A section is' : `${left} sections are`} left out: too long for a comment.`];
        return [markerOf(marker), [...blocks.slice(0, count), ...note].join('\n\n')].join('\n');
    };
    let count = blocks.length;
    while (count > 0 && compose(count).length > mostUnits)
        count -= 1;
    return compose(count);
}


/***/ }),

/***/ 5372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ listRunTimes),
/* harmony export */   c: () => (/* binding */ readRun)
/* harmony export */ });
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8331);

const positive = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)('whole', 1, Number.MAX_SAFE_INTEGER);
const fullName = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(300, /^[\w.-]+\/[\w.-]+$/, 'owner/name');
const runShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
    id: positive,
    run_attempt: positive,
    event: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(100),
    conclusion: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(100)),
    head_sha: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(64, /^[0-9a-f]{40,64}$/),
    head_branch: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(1_000)),
    head_repository: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ full_name: fullName }, 'ignored')),
    // It becomes a link, so nothing in it may end one.
    html_url: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(1_000, /^https:\/\/[\w.:/-]+$/, 'an address'),
}, 'ignored');
/** @throws VendorError */
async function readRun(github, runId) {
    const question = {
        operation: 'read the run',
        route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
        parameters: { run_id: runId },
    };
    const raw = await github.read(question, runShape);
    return {
        id: raw.id,
        attempt: raw.run_attempt,
        event: raw.event,
        conclusion: raw.conclusion,
        headSha: raw.head_sha,
        headBranch: raw.head_branch ?? '',
        headRepository: raw.head_repository?.full_name ?? null,
        url: raw.html_url,
    };
}
const timeShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ run_started_at: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(30, /^\d{4}-\d\d-\d\dT/, 'a time'), conclusion: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(100)) }, 'ignored');
/** These never came to a step of ours. */
const idle = new Set(['cancelled', 'skipped', 'startup_failure', 'stale']);
/**
 * When the runs of a workflow began that are over, the newest first, at most so many; milliseconds since the epoch. Needs `actions: read`.
 * @param file such as `mobile-promote.yml`
 * @throws VendorError
 */
async function listRunTimes(github, file, most) {
    const question = {
        operation: 'list the runs of the workflow',
        route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
        parameters: { workflow_id: file, status: 'completed' },
    };
    for await (const page of github.pages(question, timeShape, 1, 'workflow_runs')) {
        const ran = page.filter(({ conclusion }) => !idle.has(conclusion ?? ''));
        return ran.slice(0, most).map((run) => Date.parse(run.run_started_at));
    }
    return [];
}


/***/ })

};
