export const id = 729;
export const ids = [729];
export const modules = {

/***/ 7731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ readRedirect),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   cq: () => (/* binding */ redirects)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6513);


/** The variables by which tests and rehearsals put an emulator in a service's place. */
const redirects = {
    npm: 'SLIPWAY_NPM_REGISTRY',
    /** All hosts of Google that are asked: sign-in, Play Developer API, Play Developer Reporting. */
    google: 'SLIPWAY_GOOGLE_API',
    appStoreConnect: 'SLIPWAY_APP_STORE_CONNECT_API',
    sentry: 'SLIPWAY_SENTRY_API',
    expo: 'SLIPWAY_EXPO_API',
};
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

/***/ 8331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   me: () => (/* binding */ nullable),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/**
 * An object with all of these members.
 * @param others what happens to further members: a file format of ours refuses them, an answer of a vendor may have them
 */
function record(members, others = 'refused') {
    const names = Object.keys(members);
    return (value, where) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw wrong(where, 'an object', value);
        const raw = value;
        const unknown = others === 'ignored' ? undefined : Object.keys(raw).find((name) => !Object.hasOwn(members, name));
        if (unknown !== undefined)
            throw new SyntaxError(`${where} has a member ${show(unknown)} that it cannot have`);
        const read = names.map((name) => [
            name,
            members[name](Object.hasOwn(raw, name) ? raw[name] : undefined, where === '' ? name : `${where}.${name}`),
        ]);
        return Object.fromEntries(read);
    };
}
/** A list of at most so many items. */
function list(item, most = Number.POSITIVE_INFINITY) {
    return (value, where) => {
        if (!Array.isArray(value))
            throw wrong(where, 'a list', value);
        if (value.length > most)
            throw new SyntaxError(`${where} has ${value.length} items, and ${most} are the most`);
        return value.map((one, index) => item(one, `${where}[${index}]`));
    };
}
/** A text of at most so many UTF-16 units that matches the pattern. `expected` says in words what it asks for. */
function text(most, pattern = /^/, expected = `a text of at most ${most} characters`) {
    return (value, where) => {
        if (typeof value !== 'string' || value.length > most || !pattern.test(value))
            throw wrong(where, expected, value);
        return value;
    };
}
/** A number within bounds, both ends included; whole numbers are those that a double holds exactly. */
function number(kind, min, max) {
    const expected = `a ${kind === 'whole' ? 'whole number' : 'number'} from ${min} to ${max}`;
    return (value, where) => {
        const fits = typeof value === 'number' && value >= min && value <= max;
        if (!fits || (kind === 'whole' && !Number.isSafeInteger(value)))
            throw wrong(where, expected, value);
        return value;
    };
}
function oneOf(words) {
    return (value, where) => {
        const found = words.find((word) => word === value);
        if (found === undefined)
            throw wrong(where, words.map(show).join(' or '), value);
        return found;
    };
}
/** A member that a vendor leaves out or writes as null where there is nothing, which is the same to it. */
function optional(shape) {
    return (value, where) => (value === undefined || value === null ? undefined : shape(value, where));
}
function nullable(shape) {
    return (value, where) => (value === null ? null : shape(value, where));
}
function wrong(where, expected, value) {
    return new SyntaxError(`${where === '' ? 'the whole' : where} has to be ${expected}, and is ${show(value)}`);
}
/** Short, and on one line whatever the value holds: JSON has an escape for every line break but two. */
function show(value) {
    const json = value === undefined ? 'missing' : JSON.stringify(value);
    const flat = json.replaceAll(/[\u2028\u2029]/g, ' ');
    return flat.length > 60 ? `${flat.slice(0, 60)}\u2026` : flat;
}


/***/ }),

/***/ 3350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $s: () => (/* binding */ markShare),
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
/** Whether a threshold in percent is reached, as people see it; nothing for nothing counted. */
function markShare(count, threshold) {
    if (count.total === 0)
        return '';
    return reaches(count, threshold) ? '\u2705' : '\u274c';
}
/** "+1.25", "-0.01" or "0.00" percentage points between the shares as they are shown; "none" where one has nothing counted. */
function formatShareChange(before, after) {
    if (before.total === 0 || after.total === 0)
        return 'none';
    const hundredths = ({ covered, total }) => Math.floor((covered * 10_000) / total);
    const change = hundredths(after) - hundredths(before);
    return `${change > 0 ? '+' : ''}${(change / 100).toFixed(2)}`;
}


/***/ }),

/***/ 262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ pyramidGoal)
/* harmony export */ });
/** What the practices that we follow aim at, in percent: many unit tests, fewer integration tests, few through the app. */
const pyramidGoal = { unit: 70, integration: 20, e2e: 10 };


/***/ }),

/***/ 3211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ readFigures),
  F: () => (/* binding */ writeFigures)
});

// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
;// CONCATENATED MODULE: ./src/reports/quality-figures-shape.js

/** Items of a list, and UTF-16 units of a text: what a reader of a stranger's file is ready to hold. */
const most = {
    reasons: 100,
    checks: 2_000,
    findings: 50,
    packages: 500,
    worstFiles: 20,
    units: 4_000_000,
};
const longest = { word: 80, name: 200, path: 500, extent: 200, sentence: 1_000, ranges: 300 };
/** Line breaks, other control characters, halves of a character, and what turns the direction of writing. */
const unfit = String.raw `\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
const unfitRun = new RegExp(`[${unfit}]+`, 'gu');
const line = (longestOf) => (0,shapes/* text */.Qq)(longestOf, new RegExp(`^[^${unfit}]*$`, 'u'), `one line of at most ${longestOf} characters`);
const whole = (max = Number.MAX_SAFE_INTEGER) => (0,shapes/* number */.ai)('whole', 0, max);
const percent = (0,shapes/* number */.ai)('any', 0, 100);
const countShape = (value, where) => {
    const count = (0,shapes/* record */.g1)({ covered: whole(), total: whole() })(value, where);
    if (count.covered > count.total)
        throw new SyntaxError(`${where} has ${count.covered} covered of ${count.total}: more than there are`);
    return count;
};
const countsShape = (0,shapes/* record */.g1)({
    lines: countShape,
    branches: countShape,
    functions: countShape,
    statements: countShape,
});
const commitShape = (0,shapes/* text */.Qq)(64, /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'the full name of a commit');
/** Becomes part of the name of an artifact and of a file. */
const gateName = (0,shapes/* text */.Qq)(64, /^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a name of letters, digits, ".", "_" and "-"');
const timeShape = (value, where) => {
    const expected = 'a time of ISO 8601 in UTC';
    const time = (0,shapes/* text */.Qq)(30, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/, expected)(value, where);
    if (Number.isNaN(Date.parse(time)))
        throw new SyntaxError(`${where} has to be ${expected}, and is "${time}"`);
    return time;
};
const baseShape = (value, where) => typeof value === 'object' && value !== null && 'none' in value
    ? (0,shapes/* record */.g1)({ none: line(longest.sentence) })(value, where)
    : (0,shapes/* record */.g1)({ commit: commitShape, distance: whole() })(value, where);
const patchShape = (value, where) => {
    const { threshold, ...count } = (0,shapes/* record */.g1)({ covered: whole(), total: whole(), threshold: percent })(value, where);
    return { ...countShape(count, where), threshold };
};
/** `schemas/quality-figures.schema.json` says the same to others. */
const figuresShape = (0,shapes/* record */.g1)({
    version: (0,shapes/* oneOf */.yL)([1]),
    name: gateName,
    commit: (value, where) => (value === '' ? '' : commitShape(value, where)),
    event: line(longest.word),
    measuredAt: timeShape,
    verdict: (0,shapes/* oneOf */.yL)(['pass', 'fail']),
    blame: (0,shapes/* oneOf */.yL)(['', 'code', 'configuration', 'tool']),
    reasons: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({
        id: line(longest.word),
        text: line(longest.sentence),
        cure: line(longest.sentence),
        package: line(longest.name),
    }), most.reasons),
    checks: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({
        package: line(longest.name),
        name: line(longest.word),
        outcome: (0,shapes/* oneOf */.yL)(['passed', 'failed', 'not-run']),
        extent: line(longest.extent),
        findings: whole(),
        durationMs: whole(),
    }), most.checks),
    findings: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({
        file: line(longest.path),
        line: (0,shapes/* nullable */.me)((0,shapes/* number */.ai)('whole', 1, Number.MAX_SAFE_INTEGER)),
        title: line(longest.name),
        message: line(longest.sentence),
        check: line(longest.word),
    }), most.findings),
    coverage: (0,shapes/* record */.g1)({
        packages: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({
            name: line(longest.name),
            suite: (0,shapes/* oneOf */.yL)(['unit', 'integration']),
            counts: countsShape,
            threshold: percent,
            base: (0,shapes/* nullable */.me)(countsShape),
        }), most.packages),
        total: (0,shapes/* nullable */.me)((0,shapes/* record */.g1)({ counts: countsShape, base: (0,shapes/* nullable */.me)(countsShape) })),
        patch: (0,shapes/* nullable */.me)(patchShape),
        base: (0,shapes/* nullable */.me)(baseShape),
        worstFiles: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({ file: line(longest.path), lines: countShape, uncovered: line(longest.ranges) }), most.worstFiles),
    }),
    pyramid: (0,shapes/* record */.g1)({
        unit: (0,shapes/* nullable */.me)(whole()),
        integration: (0,shapes/* nullable */.me)(whole()),
        e2e: (0,shapes/* nullable */.me)(whole()),
    }),
    leftOut: (0,shapes/* record */.g1)({ reasons: whole(), checks: whole(), packages: whole() }),
});

;// CONCATENATED MODULE: ./src/reports/quality-figures.js

/**
 * Reads figures that may be a stranger's: sizes are bounded, nothing is guessed, unknown members are refused. Every text
 * is one line without control characters; it is still foreign, so whoever shows it escapes it.
 * @throws SyntaxError that names the place, the value and what is valid.
 */
function readFigures(file) {
    if (file.length > most.units)
        throw new SyntaxError(`the figures have ${file.length} characters, and ${most.units} are the most`);
    const value = JSON.parse(file);
    // Before anything else is looked at: what a newer version added would read as a mistake.
    const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
    if (typeof version === 'number' && version !== 1)
        throw new SyntaxError(`the figures have the version ${version}; this version of the suite reads 1`);
    const figures = figuresShape(value, '');
    if ((figures.verdict === 'pass') !== (figures.blame === ''))
        throw new SyntaxError(`the verdict "${figures.verdict}" does not go with the blame "${figures.blame}"`);
    return figures;
}
/**
 * JSON of the figures. Lists that are too long lose their end, and `leftOut` says how much; texts become one line, lose
 * their control characters and, when they are too long, their end, with "\u2026" in its place.
 * @throws SyntaxError for figures that cannot be (more covered than there is, a pass with a blame): nobody could read them.
 */
function writeFigures(figures) {
    const { reasons, checks, findings, coverage, pyramid } = figures;
    const { packages, total, patch, base, worstFiles } = coverage;
    const fitted = {
        version: 1,
        name: figures.name,
        commit: figures.commit,
        event: fit(figures.event, longest.word),
        measuredAt: figures.measuredAt,
        verdict: figures.verdict,
        blame: figures.blame,
        reasons: reasons.slice(0, most.reasons).map((reason) => ({
            id: fit(reason.id, longest.word),
            text: fit(reason.text, longest.sentence),
            cure: fit(reason.cure, longest.sentence),
            package: fit(reason.package, longest.name),
        })),
        checks: checks.slice(0, most.checks).map((check) => ({
            package: fit(check.package, longest.name),
            name: fit(check.name, longest.word),
            outcome: check.outcome,
            extent: fit(check.extent, longest.extent),
            findings: check.findings,
            durationMs: Math.max(0, Math.round(check.durationMs)),
        })),
        findings: findings.slice(0, most.findings).map((finding) => ({
            file: fit(finding.file, longest.path),
            line: finding.line,
            title: fit(finding.title, longest.name),
            message: fit(finding.message.trimStart().split('\n')[0] ?? '', longest.sentence),
            check: fit(finding.check, longest.word),
        })),
        coverage: {
            packages: packages.slice(0, most.packages).map((one) => ({
                name: fit(one.name, longest.name),
                suite: one.suite,
                counts: pickCounts(one.counts),
                threshold: one.threshold,
                base: one.base === null ? null : pickCounts(one.base),
            })),
            total: total === null
                ? null
                : { counts: pickCounts(total.counts), base: total.base === null ? null : pickCounts(total.base) },
            patch: patch === null ? null : { ...pickCount(patch), threshold: patch.threshold },
            base: base !== null && 'none' in base
                ? { none: fit(base.none, longest.sentence) }
                : base === null
                    ? null
                    : { commit: base.commit, distance: base.distance },
            worstFiles: worstFiles.slice(0, most.worstFiles).map(({ file, lines, uncovered }) => ({
                file: fit(file, longest.path),
                lines: pickCount(lines),
                uncovered: fit(uncovered, longest.ranges),
            })),
        },
        pyramid: { unit: pyramid.unit, integration: pyramid.integration, e2e: pyramid.e2e },
        leftOut: {
            reasons: Math.max(0, reasons.length - most.reasons),
            checks: Math.max(0, checks.length - most.checks),
            packages: Math.max(0, packages.length - most.packages),
        },
    };
    const file = `${JSON.stringify(fitted, undefined, 1)}\n`;
    readFigures(file);
    return file;
}
function fit(foreign, longestOf) {
    const flat = foreign.replaceAll(unfitRun, ' ').trim();
    if (flat.length <= longestOf)
        return flat;
    // A cut in the middle of a character leaves half of one.
    return `${flat.slice(0, longestOf - 1).replace(/\p{Cs}$/u, '')}\u2026`;
}
/** Without what else an object may carry: the format refuses unknown members. */
function pickCount({ covered, total }) {
    return { covered, total };
}
function pickCounts(counts) {
    return {
        lines: pickCount(counts.lines),
        branches: pickCount(counts.branches),
        functions: pickCount(counts.functions),
        statements: pickCount(counts.statements),
    };
}


/***/ }),

/***/ 616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aE: () => (/* binding */ artifactShape),
  bk: () => (/* binding */ downloadArtifact),
  h8: () => (/* binding */ findRunArtifact)
});

// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/vendors/github/zip.js

/** Files in an artifact, of which most are strangers to us: as many as a report of a large project can hold. */
const mostEntries = 5_000;
/**
 * The named files of a zip archive that a stranger may have made. All other entries are passed over, so their names,
 * however unsafe, are never used; nothing is written anywhere.
 * @param limits most bytes of each wanted file, unpacked
 * @throws SyntaxError when it is no archive, is damaged, holds too much, or one of the files twice
 */
async function readZip(archive, limits) {
    // Only who downloads something pays for it.
    const { fromBufferPromise } = await __webpack_require__.e(/* import() */ 557).then(__webpack_require__.t.bind(__webpack_require__, 6557, 19));
    try {
        // Names stay bytes: with decoding, an unsafe name anywhere in the archive would be an error.
        const zip = await fromBufferPromise(Buffer.from(archive), { decodeStrings: false });
        if (zip.entryCount > mostEntries)
            throw new SyntaxError(`it holds ${zip.entryCount} files, and ${mostEntries} are the most`);
        const files = new Map();
        for await (const entry of zip.eachEntry()) {
            const name = entry.fileNameRaw.toString('utf8');
            const limit = Object.hasOwn(limits, name) ? limits[name] : undefined;
            if (limit === undefined)
                continue;
            if (files.has(name))
                throw new SyntaxError(`it holds ${name} twice`);
            files.set(name, await readEntry(zip, entry, name, limit));
        }
        return files;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            throw error;
        throw new SyntaxError(`the archive is damaged: ${error.message}`, { cause: error });
    }
}
async function readEntry(zip, entry, name, limit) {
    const chunks = [];
    let size = 0;
    // Counted as it comes: what an entry says of its size is a stranger's word.
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
        size += chunk.length;
        if (size > limit)
            throw new SyntaxError(`${name} has more than ${limit} bytes`);
        chunks.push(chunk);
    }
    const content = Buffer.concat(chunks);
    if ((0,external_node_zlib_.crc32)(content) !== entry.crc32)
        throw new SyntaxError(`${name} is damaged: its checksum is another one`);
    return content;
}

;// CONCATENATED MODULE: ./src/vendors/github/artifacts.js



/** Bytes of an archive that we are ready to hold. */
const mostBytes = 32_000_000;
const id = (0,shapes/* number */.ai)('whole', 1, Number.MAX_SAFE_INTEGER);
const runShape = (0,shapes/* record */.g1)({
    id,
    repository_id: id,
    head_repository_id: id,
    head_branch: (0,shapes/* nullable */.me)((0,shapes/* text */.Qq)(1_000)),
    head_sha: (0,shapes/* text */.Qq)(64, /^[0-9a-f]{40,64}$/),
}, 'ignored');
const artifactShape = (value, where) => {
    const raw = (0,shapes/* record */.g1)({
        id,
        name: (0,shapes/* text */.Qq)(1_000),
        size_in_bytes: (0,shapes/* number */.ai)('whole', 0, Number.MAX_SAFE_INTEGER),
        expired: (0,shapes/* oneOf */.yL)([true, false]),
        workflow_run: readRun,
    }, 'ignored')(value, where);
    return { id: raw.id, name: raw.name, size: raw.size_in_bytes, expired: raw.expired, run: raw.workflow_run };
};
function readRun(run, where) {
    let raw;
    try {
        raw = runShape(run, where);
    }
    catch {
        return null;
    }
    return {
        id: raw.id,
        repositoryId: raw.repository_id,
        headRepositoryId: raw.head_repository_id,
        headBranch: raw.head_branch ?? '',
        headSha: raw.head_sha,
    };
}
/**
 * The newest artifact of a run by its exact name.
 * @throws VendorError
 */
async function findRunArtifact(github, runId, name) {
    const question = {
        operation: 'list the artifacts of the run',
        route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
        parameters: { run_id: runId, name },
    };
    const found = [];
    for await (const page of github.pages(question, artifactShape, 3, 'artifacts'))
        found.push(...page.filter((artifact) => artifact.name === name && artifact.run?.id === runId));
    return found.toSorted((a, b) => b.id - a.id)[0];
}
/**
 * Downloads an artifact and takes the named files out of it. The API redirects to a storage on another host; `fetch`
 * leaves the token behind there (Fetch Standard, HTTP-redirect fetch).
 * @param limits most bytes of each file
 * @throws VendorError, but not for an artifact that has expired or is damaged: then the result is the reason.
 */
async function downloadArtifact(github, { id: artifactId, name, size, expired }, limits) {
    if (expired)
        return { none: `the artifact ${name} has expired` };
    if (size > mostBytes)
        return { none: `the artifact ${name} has ${size} bytes, and ${mostBytes} are the most` };
    try {
        const { body } = await github.send({
            operation: `download the artifact ${name}`,
            route: 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
            parameters: { artifact_id: artifactId, archive_format: 'zip' },
        });
        return { files: await readZip(body, limits) };
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return { none: `the artifact ${name} cannot be read: ${(0,errors/* describeError */.Uc)(error)}` };
        if (error instanceof errors/* VendorError */.Hi && error.details.status === 410)
            return { none: `the artifact ${name} has expired` };
        throw error;
    }
}


/***/ }),

/***/ 3589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ createGitHub),
/* harmony export */   M: () => (/* binding */ orMissing)
/* harmony export */ });
/* harmony import */ var _octokit_endpoint__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2681);
/* harmony import */ var _kit_endpoints__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7731);
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3246);
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8331);
/* harmony import */ var _graphql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5801);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2706);






const publicApi = 'https://api.github.com';
const pageSize = 100;
/** Limit for one attempt: GitHub itself gives up after 10 seconds. */
const timeoutMs = 20_000;
/**
 * Of Octokit this is the half that knows GitHub: routes, their parameters and how they become a URL, headers and a body.
 * The other half, which sends, is kit/http. Octokit's own repeats nothing, reads a damaged answer as a text without a
 * word, hides our errors in one of status 500, and what `@actions/github` makes of it brings undici for proxies, which is
 * nine tenths of a bundle.
 * @throws ConfigurationError (`github-repository-unknown`, `endpoint-not-loopback`).
 */
function createGitHub({ http, environment, token }) {
    const { owner, name } = readRepository(environment);
    const baseUrl = readApiUrl(environment);
    const headers = {
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        authorization: `Bearer ${token}`,
    };
    async function send(question) {
        const { operation, route, parameters, repeatable } = question;
        const { method, url, body } = (0,_octokit_endpoint__WEBPACK_IMPORTED_MODULE_4__/* .endpoint */ .s)(route, { baseUrl, owner, repo: name, ...parameters });
        return http.request({
            vendor: 'GitHub',
            operation,
            method,
            url,
            headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
            failureIn: _graphql_js__WEBPACK_IMPORTED_MODULE_2__/* .findLimit */ .ZC,
            ...(body === undefined || body === '' ? {} : { body: JSON.stringify(body) }),
            ...(repeatable === undefined ? {} : { repeatable }),
            timeoutMs,
        });
    }
    async function read(question, shape) {
        return (await send(question)).read(shape);
    }
    async function graphql({ operation, document, variables }, shape) {
        const kind = document.startsWith('query') ? 'query' : 'mutation';
        const answer = await http.request({
            vendor: 'GitHub',
            operation,
            method: 'POST',
            url: `${baseUrl}/graphql`,
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify({ query: document, variables }),
            repeatable: kind === 'query',
            failureIn: (status, told) => (0,_graphql_js__WEBPACK_IMPORTED_MODULE_2__/* .findGraphqlFailure */ .rE)(status, told, kind),
            timeoutMs,
        });
        return answer.read((value, where) => shape(memberOf(value, 'data'), where));
    }
    async function* pages(question, item, most, member) {
        const items = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)(item, pageSize);
        for (let page = 1; page <= most; page += 1) {
            // By number and not by the link of the answer: the token goes to no address that an answer names.
            const parameters = { ...question.parameters, per_page: pageSize, page };
            const answer = await send({ ...question, parameters });
            yield answer.read((value, where) => items(member === undefined ? value : memberOf(value, member), member ?? where));
            if (!/;\s*rel="next"/.test(answer.headers.get('link') ?? ''))
                return;
        }
    }
    return { owner, name, actsAsApp: token.startsWith('ghs_'), send, read, graphql, pages };
}
/** What `ask` finds; undefined where GitHub answers that there is no such thing. */
async function orMissing(ask) {
    try {
        return await ask;
    }
    catch (error) {
        if (error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_1__/* .VendorError */ .Hi && error.details.status === 404)
            return undefined;
        throw error;
    }
}
function memberOf(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
}
function readRepository(environment) {
    const given = environment['GITHUB_REPOSITORY'] ?? '';
    const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
    if (owner === undefined || name === undefined)
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .githubMessages */ .S['github-repository-unknown'](given));
    return { owner, name };
}
/** GitHub's own hosts, github.com and those of data residency; the token goes to no other but this machine. */
function readApiUrl(environment) {
    const given = environment['GITHUB_API_URL'] ?? '';
    if (given === '' || given === publicApi)
        return publicApi;
    if (/^https:\/\/api\.[a-z0-9-]+\.ghe\.com$/.test(given))
        return given;
    return (0,_kit_endpoints__WEBPACK_IMPORTED_MODULE_0__/* .readRedirect */ .Dr)('GITHUB_API_URL', environment) ?? publicApi;
}


/***/ }),

/***/ 7816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readTriggeringRun),
/* harmony export */   W: () => (/* binding */ readComparison)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8331);


const sha = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(64, /^[0-9a-f]{40,64}$/, 'the full name of a commit');
const comparisons = {
    pull_request: (payload, where) => {
        const side = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ sha }, 'ignored');
        const shape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ pull_request: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ base: side, head: side }, 'ignored') }, 'ignored');
        const { base, head } = shape(payload, where).pull_request;
        return { base: base.sha, head: head.sha };
    },
    merge_group: (payload, where) => {
        const shape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ merge_group: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ base_sha: sha, head_sha: sha }, 'ignored') }, 'ignored');
        const { base_sha: base, head_sha: head } = shape(payload, where).merge_group;
        return { base, head };
    },
};
/**
 * What the event of this run is compared with: the base of a pull request or merge group, on the default branch the
 * commit before, on any other branch or tag the default branch.
 * @throws SyntaxError when the event does not say it.
 */
function readComparison(environment, defaultBranch) {
    const payload = comparisons[environment['GITHUB_EVENT_NAME'] ?? ''];
    if (payload !== undefined)
        return payload(readPayload(environment), '');
    const head = sha(environment['GITHUB_SHA'] ?? '', 'GITHUB_SHA');
    return environment['GITHUB_REF'] === `refs/heads/${defaultBranch}`
        ? { firstParentOf: head }
        : { base: defaultBranch, head };
}
/**
 * The run that a `workflow_run` event is about; undefined for other events.
 * @throws SyntaxError
 */
function readTriggeringRun(environment) {
    if (environment['GITHUB_EVENT_NAME'] !== 'workflow_run')
        return undefined;
    const id = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('whole', 1, Number.MAX_SAFE_INTEGER);
    const shape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ workflow_run: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ id }, 'ignored') }, 'ignored');
    return shape(readPayload(environment), '').workflow_run.id;
}
function readPayload(environment) {
    const path = environment['GITHUB_EVENT_PATH'] ?? '';
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new SyntaxError(`the event cannot be read from GITHUB_EVENT_PATH ("${path}")`, { cause: error });
    }
}


/***/ }),

/***/ 5801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ isRuleViolation),
/* harmony export */   ZC: () => (/* binding */ findLimit),
/* harmony export */   rE: () => (/* binding */ findGraphqlFailure)
/* harmony export */ });
/**
 * Errors after which nothing has been done, by their type. What is not here (timeouts and GitHub's own faults have no type)
 * may have happened: unknown is neither success nor failure. Types are not documented; these were seen in reports.
 */
const refusals = new Set([
    'STALE_DATA',
    'FORBIDDEN',
    'INSUFFICIENT_SCOPES',
    'NOT_FOUND',
    'UNPROCESSABLE',
    'BRANCH_PROTECTION_RULE_VIOLATION',
    'INVALID',
    'MISSING_PAGINATION_BOUNDARIES',
    'EXCESSIVE_PAGINATION',
    'MAX_NODE_LIMIT_EXCEEDED',
]);
/**
 * "Otherwise, wait for at least one minute before retrying", where no header says how long:
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit
 */
const limitWaitMs = 60_000;
const limitWords = /secondary rate limit|API rate limit exceeded|abuse detection/i;
/** A limit that only the words of a refusal tell: a secondary one may come as 403 without any header. */
function findLimit(status, body) {
    if (status !== 403 && status !== 429)
        return undefined;
    return limitWords.test(body) ? throttled(status, body) : undefined;
}
/**
 * What an answer of GraphQL says against its status 200: errors, even beside data, are a failure, and so is an answer without
 * either. Whether it may have happened all the same is told by `effect`.
 */
function findGraphqlFailure(status, body, kind) {
    if (status < 200 || status > 299)
        return findLimit(status, body);
    const answer = parse(body);
    if (answer === undefined)
        return { effect: 'unknown', said: 'an answer that is no JSON object' };
    const errors = Array.isArray(answer['errors']) ? answer['errors'] : [];
    const [first] = errors;
    if (first === undefined)
        return isObject(answer['data']) ? undefined : { effect: 'unknown', said: 'an answer with neither data nor errors' };
    const said = errors.map(describe).join('; ');
    if (first.type === 'RATE_LIMITED' || limitWords.test(said))
        return throttled(status, said);
    const done = kind === 'mutation' && isObject(answer['data']) && Object.values(answer['data']).some((root) => root !== null);
    return {
        effect: errors.every(isRefusal) && !done ? 'refused' : 'unknown',
        said,
        ...(typeof first.type === 'string' ? { code: first.type } : {}),
    };
}
function throttled(status, said) {
    return { effect: 'not-sent', said: `${status}: ${said}`, waitMs: limitWaitMs };
}
function isRefusal({ type, message, extensions }) {
    if (typeof type === 'string' && refusals.has(type))
        return true;
    // A document that does not fit the schema has a code instead; rulesets refuse in words, with a type that nobody has told.
    return typeof extensions?.code === 'string' || (typeof message === 'string' && isRuleViolation(message));
}
/** Whether GitHub refuses a change of a branch for the sake of its protection or of a ruleset. */
function isRuleViolation(said) {
    return /rule violations? found|protected branch|BRANCH_PROTECTION_RULE_VIOLATION|must be made through/i.test(said);
}
function describe({ type, message }) {
    return [type, message].filter((part) => typeof part === 'string').join(': ') || 'an error without words';
}
function parse(body) {
    try {
        const value = JSON.parse(body);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 2706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ githubMessages)
/* harmony export */ });
/* harmony import */ var _kit_messages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

const githubMessages = (0,_kit_messages__WEBPACK_IMPORTED_MODULE_0__/* .defineMessages */ .Y)({
    'github-repository-unknown': (given) => ({
        text: `GITHUB_REPOSITORY is "${given}", and has to name a repository as owner/name.`,
        cure: 'GitHub sets it in every job; outside of one, set it yourself.',
    }),
    'github-permission-missing': (operation, permission, said) => ({
        text: `The token may not do this at GitHub: "${operation}" needs "${permission}". GitHub said: ${said}`,
        cure: `Grant "${permission}" under "permissions:" of the job (and of the workflow that calls it), or give a token that has it.`,
    }),
    'github-branch-protected': (branch, said) => ({
        text: `GitHub takes no direct change of the branch "${branch}", by a rule of the repository. It said: ${said}`,
        cure: 'Exempt it in the repository settings (Rules, Branches): no rule may ask for pull requests, signatures or checks on it, nor forbid to make it.',
    }),
    'github-file-not-text': (branch, path) => ({
        text: `"${path}" on the branch "${branch}" is no text (UTF-8), and so nothing that was written here.`,
        cure: 'See who put it there, and take it off the branch.',
    }),
});


/***/ })

};
