export const id = 609;
export const ids = [609,318];
export const modules = {

/***/ 5318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createSentry: () => (/* binding */ createSentry),
  path: () => (/* binding */ path)
});

// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
// EXTERNAL MODULE: ./src/kit/endpoints.js
var endpoints = __webpack_require__(7731);
// EXTERNAL MODULE: ./src/vendors/sentry/messages.js
var sentry_messages = __webpack_require__(6134);
;// CONCATENATED MODULE: ./src/vendors/sentry/address.js



/**
 * The root of the server, without a slash at its end.
 * @throws ConfigurationError (`sentry-address-invalid`, `endpoint-not-loopback`).
 */
function findAddress({ region, selfHosted = '' }, environment) {
    const redirected = (0,endpoints/* readRedirect */.Dr)(endpoints/* redirects */.cq.sentry, environment);
    if (redirected !== undefined)
        return redirected;
    if (selfHosted === '')
        return region === undefined ? 'https://sentry.io' : `https://${region}.sentry.io`;
    const defect = findDefect(selfHosted);
    if (defect !== undefined)
        throw new errors/* ConfigurationError */.j1(sentry_messages/* sentryMessages */.a['sentry-address-invalid'](selfHosted, defect));
    return new URL(selfHosted).origin;
}
function findDefect(address) {
    if (!URL.canParse(address))
        return 'it is no URL';
    const { protocol, username, password, pathname, search, hash } = new URL(address);
    if (protocol !== 'https:' && protocol !== 'http:')
        return 'it is neither https nor http';
    if (username !== '' || password !== '')
        return 'it has credentials in it';
    return pathname === '/' && search === '' && hash === '' ? undefined : 'it has a path, and the root is meant';
}

// EXTERNAL MODULE: ./src/vendors/sentry/refusals.js
var refusals = __webpack_require__(2443);
;// CONCATENATED MODULE: ./src/vendors/sentry/client.js





const pageSize = '100';
/** An address; what is put in is escaped. */
function path(parts, ...names) {
    return String.raw({ raw: parts }, ...names.map((name) => encodeURIComponent(name)));
}
/**
 * A thin client, since the one that Sentry generates is no maintained library: https://docs.sentry.io/api/
 * @throws ConfigurationError (`sentry-address-invalid`, `endpoint-not-loopback`).
 */
function createSentry(options) {
    const { http, clock, log, variables, vault, token, organization, projects, environment } = options;
    const base = findAddress(options, variables);
    vault.add('Sentry token', token);
    const place = environment === undefined ? {} : { environment };
    async function send({ operation, path: address, query = [], within = 'environment', }) {
        const parameters = new URLSearchParams([
            ...query.map(([name, value]) => [name, value]),
            ...(within === 'organization' ? [] : projects.map((slug) => ['project', slug])),
            ...(environment === undefined || within !== 'environment'
                ? []
                : [['environment', environment]]),
        ]);
        const url = `${base}${path `/api/0/organizations/${organization}`}${address}?${parameters.toString()}`;
        try {
            const answer = await http.request({
                vendor: refusals/* vendor */.Vp,
                operation,
                method: 'GET',
                url,
                headers: { accept: 'application/json', authorization: `Bearer ${token}` },
                redirects: 'refused',
                accept: isAnswer,
            });
            if (answer.status >= 300)
                throw (0,refusals/* readRefusal */.ni)(answer, { operation, token, organization, projects, ...place });
            return answer;
        }
        catch (error) {
            if (!(error instanceof errors/* VendorError */.Hi) || error.details.status !== 429)
                throw error;
            throw new errors/* VendorError */.Hi(sentry_messages/* sentryMessages */.a['sentry-rate-limited'](operation), error.details, { cause: error });
        }
    }
    async function* pages(question, shape) {
        const { operation, query = [] } = question;
        let position = [];
        for (;;) {
            const answer = await send({ ...question, query: [...query, ['per_page', pageSize], ...position] });
            const content = answer.read(shape);
            const next = readNext(answer.headers.get('link') ?? '');
            if (next === undefined)
                throw unreadable(operation, 'it does not say whether the list goes on');
            yield content;
            if (!next.more)
                return;
            position = [['cursor', next.cursor]];
        }
    }
    return {
        clock,
        log,
        organization,
        projects,
        ...place,
        read: async (question, shape) => (await send(question)).read(shape),
        pages,
    };
}
/** Refusals are answers, too: what is in them is longer than what the kit keeps of a body. */
function isAnswer(status) {
    return status < 500 && ![408, 425, 429].includes(status);
}
/**
 * There is a link to a next page on the last one, too; `results` tells (https://docs.sentry.io/api/pagination/). The cursor is
 * taken from it and not the address: the token goes to no address that an answer names.
 */
function readNext(link) {
    const next = link.split(/,(?=\s*<)/).find((one) => /;\s*rel="next"/.test(one)) ?? '';
    const [, results] = /;\s*results="(true|false)"/.exec(next) ?? [];
    const [, cursor] = /;\s*cursor="([^"]+)"/.exec(next) ?? [];
    return results === undefined || cursor === undefined ? undefined : { more: results === 'true', cursor };
}
function unreadable(operation, reason) {
    const note = messages/* kitMessages */.Z['vendor-unreadable'](refusals/* vendor */.Vp, operation, reason);
    return new errors/* VendorError */.Hi(note, { vendor: refusals/* vendor */.Vp, operation, attempts: 1, ambiguous: false });
}


/***/ }),

/***/ 6134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ sentryMessages)
/* harmony export */ });
/* harmony import */ var _kit_messages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

const sentryMessages = (0,_kit_messages__WEBPACK_IMPORTED_MODULE_0__/* .defineMessages */ .Y)({
    'sentry-address-invalid': (value, reason) => ({
        text: `"${value}" cannot be the address of a Sentry server: ${reason}.`,
        cure: 'Give the root of the server, such as "https://sentry.example.com". For sentry.io leave it empty.',
    }),
    'sentry-release-invalid': (value, reason) => ({
        text: `"${value}" cannot be the name of a release at Sentry: ${reason}.`,
        cure: 'The rules are at https://docs.sentry.io/product/releases/naming-releases/; the name has to be the one that the app sends.',
    }),
    'sentry-unit-unsupported': (gate, unit) => ({
        text: `The gate "${gate}" counts the unit "${unit}", which Sentry's release health does not have.`,
        cure: 'Valid are "session", "user-hour" and "user-day".',
    }),
    'sentry-unauthorized': (operation, said) => ({
        text: `Sentry does not take the token for "${operation}": ${said}`,
        cure: 'Check that the secret holds the whole token, that it was not revoked, and the region: a token of de.sentry.io is unknown to us.sentry.io, and one of a self-hosted server to both.',
    }),
    'sentry-token-of-ci': (operation) => ({
        text: `The token may not "${operation}" at Sentry. It is an organization token (sntrys_...), which may upload symbols and read no sessions.`,
        cure: 'Give the gate the token of an internal integration with the permissions Organization: Read and Project: Read (Settings, Developer Settings, Custom Integrations).',
    }),
    'sentry-forbidden': (operation, projects, said) => ({
        text: `Sentry forbids "${operation}" for ${projects}: ${said} It says so for a token without org:read and for a project that is not there.`,
        cure: 'Check the slug of the project (it stands in the address of its settings), and that the token has the permissions Organization: Read and Project: Read.',
    }),
    'sentry-not-found': (operation, what, said) => ({
        text: `Sentry knows no ${what}, or shows none to this token; "${operation}" was answered: ${said}`,
        cure: 'Check the slugs: they stand in the address of the page, https://<organization>.sentry.io/projects/<project>/. An environment exists from its first event on.',
    }),
    'sentry-refused': (operation, status, said) => ({
        text: `Sentry answered ${status} to "${operation}": ${said}`,
        cure: 'The request was not repeated, since it would get the same answer.',
    }),
    'sentry-redirected': (operation, status, location) => ({
        text: `Sentry answered ${status} to "${operation}" and points to "${location}". The token was not sent there.`,
        cure: 'Give the address that it points to as the address of the server, if it is yours; a renamed organization or project has a new slug in it.',
    }),
    'sentry-rate-limited': (operation) => ({
        text: `Sentry goes on refusing "${operation}" because of too many requests.`,
        cure: 'The limit counts each token by itself. Give the gate a token of its own, or run the job again later.',
    }),
    'sentry-release-unknown': (release, asked, near) => ({
        text: `Sentry knows no release "${release}" in ${asked}. ${near}`,
        cure: 'The name has to be exactly the one that the app sends (Sentry.init, option "release"): by default <bundle id>@<version>+<build>. Correct it in the policy ("release"), or in the app.',
    }),
    'sentry-release-silent': (release, asked, near) => ({
        text: `Sentry counts no session of the release "${release}" in ${asked}. ${near}`,
        cure: 'Nothing is decided without data. If the app is in use: check that it sends sessions (enableAutoSessionTracking) and that name.',
    }),
});


/***/ }),

/***/ 2443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ tellPlace),
/* harmony export */   Vp: () => (/* binding */ vendor),
/* harmony export */   ez: () => (/* binding */ SentryRefusal),
/* harmony export */   ni: () => (/* binding */ readRefusal)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6134);


/** Sentry said no: an answer of 300 to 499. */
class SentryRefusal extends _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi {
}
const vendor = 'Sentry';
/** https://docs.sentry.io/account/auth-tokens/ */
const organizationToken = 'sntrys_';
/** What a refusal means, as an error. */
function readRefusal(response, asked) {
    const { status } = response;
    const said = readDetail(response);
    const details = { vendor, operation: asked.operation, status, attempts: 1, ambiguous: false, body: said };
    return new SentryRefusal(choose(response, asked, said), details);
}
function choose({ status, headers }, asked, said) {
    const { operation, token, projects } = asked;
    if (status < 400)
        return _messages_js__WEBPACK_IMPORTED_MODULE_1__/* .sentryMessages */ .a['sentry-redirected'](operation, status, headers.get('location') ?? '');
    if (status === 401)
        return _messages_js__WEBPACK_IMPORTED_MODULE_1__/* .sentryMessages */ .a['sentry-unauthorized'](operation, said);
    if (status === 403 && token.startsWith(organizationToken))
        return _messages_js__WEBPACK_IMPORTED_MODULE_1__/* .sentryMessages */ .a['sentry-token-of-ci'](operation);
    if (status === 403)
        return _messages_js__WEBPACK_IMPORTED_MODULE_1__/* .sentryMessages */ .a['sentry-forbidden'](operation, tellProjects(projects), said);
    if (status === 404)
        return _messages_js__WEBPACK_IMPORTED_MODULE_1__/* .sentryMessages */ .a['sentry-not-found'](operation, tellPlace(asked), said);
    return _messages_js__WEBPACK_IMPORTED_MODULE_1__/* .sentryMessages */ .a['sentry-refused'](operation, status, said);
}
function tellProjects(projects) {
    return `${projects.length === 1 ? 'the project' : 'the projects'} ${projects.map((slug) => `"${slug}"`).join(', ')}`;
}
/** "the project "tracker" of "acme", environment "production"". */
function tellPlace({ organization, projects, environment }) {
    const within = environment === undefined ? '' : `, environment "${environment}"`;
    return `${tellProjects(projects)} of "${organization}"${within}`.replace(/^the /, '');
}
/** `detail` is a text, or an object with a message (https://docs.sentry.io/api/requests/); a proxy says what it likes. */
function readDetail(response) {
    const text = response.text();
    return (readMessage(text) ?? text).slice(0, 500).replaceAll(/\s+/g, ' ').trim();
}
function readMessage(text) {
    try {
        const { detail } = JSON.parse(text);
        if (typeof detail === 'string')
            return detail;
        const { message } = (detail ?? {});
        return typeof message === 'string' ? message : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 4609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askSentry: () => (/* binding */ askSentry)
});

// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
// EXTERNAL MODULE: ./src/vendors/sentry/messages.js
var sentry_messages = __webpack_require__(6134);
// EXTERNAL MODULE: ./src/vendors/sentry/refusals.js
var refusals = __webpack_require__(2443);
;// CONCATENATED MODULE: ./src/vendors/sentry/release-names.js


/** https://docs.sentry.io/product/releases/naming-releases/ */
const rules = [
    [/^$/, 'it is empty'],
    [/[\n\r\t\\/]/, 'it has a slash, a backslash, a tab or a line break in it'],
    [/^\.{1,2}$/, 'it is "." or ".."'],
    [/^\s|\s$/, 'it begins or ends with a space'],
    [/^.{201}/, 'it has more than 200 characters'],
];
/** @throws ConfigurationError (`sentry-release-invalid`). */
function checkReleaseName(name) {
    const broken = rules.find(([pattern]) => pattern.test(name));
    if (broken !== undefined)
        throw new errors/* ConfigurationError */.j1(sentry_messages/* sentryMessages */.a['sentry-release-invalid'](name, broken[1]));
}
/** A term of Sentry's search that meets exactly this release: `*` would stand for anything, a quote would end it. */
function toSearchTerm(name) {
    return `release:"${name.replaceAll(/["*]/g, (character) => `\\${character}`)}"`;
}
/** "2.15.3" of "tracker-mobile@2.15.3+20250114.1": what near names are likely to share. The whole name where there is none. */
function findCore(name) {
    return /\d+\.\d+(?:\.\d+)*/.exec(name.slice(name.lastIndexOf('@') + 1))?.[0] ?? name;
}
const mostNear = 5;
/** Shares of pairs of letters in common below this are names of something else. */
const leastLikeness = 0.3;
/** The names that may have been meant, the nearest first. */
function rankNear(asked, names) {
    const core = findCore(asked);
    return [...new Set(names)]
        .filter((name) => name !== asked)
        .map((name) => ({ name, likeness: measureLikeness(asked, name) + (findCore(name) === core ? 1 : 0) }))
        .filter(({ likeness }) => likeness >= leastLikeness)
        .toSorted((one, other) => other.likeness - one.likeness || (one.name < other.name ? -1 : 1))
        .slice(0, mostNear)
        .map(({ name }) => name);
}
/** Dice's coefficient of the pairs of neighbouring letters: 0 for nothing in common, 1 for the same. */
function measureLikeness(one, other) {
    const [left, right] = [pairsOf(one), pairsOf(other)];
    const rest = [...right];
    const shared = left.filter((pair) => {
        const index = rest.indexOf(pair);
        if (index >= 0)
            rest.splice(index, 1);
        return index >= 0;
    });
    return left.length + right.length === 0 ? 0 : (2 * shared.length) / (left.length + right.length);
}
function pairsOf(name) {
    const lower = name.toLowerCase();
    return Array.from({ length: Math.max(0, lower.length - 1) }, (_, index) => lower.slice(index, index + 2));
}

// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/vendors/sentry/client.js + 1 modules
var client = __webpack_require__(5318);
;// CONCATENATED MODULE: ./src/vendors/sentry/sessions.js


const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/**
 * Sentry answers so many points at most, and leaves out what does not fit without a word, the least used releases first. The page
 * says 10,000; servers of a few years ago stop at half of that.
 */
const mostPoints = 5_000;
/** And 1,000 steps, or it refuses. 40 days of hours. */
const mostSteps = 960;
/** A span in pieces, each of which one request can answer for so many releases. */
function splitSpan({ start, end, step }, releases) {
    const width = step * Math.min(mostSteps, Math.max(1, Math.floor(mostPoints / releases) - 1));
    const pieces = Math.max(0, Math.ceil((end - start) / width));
    return Array.from({ length: pieces }, (_, index) => ({
        start: start + index * width,
        end: Math.min(end, start + (index + 1) * width),
        step,
    }));
}
/**
 * https://docs.sentry.io/api/releases/retrieve-release-health-session-statistics/
 * @throws VendorError, also when the answer leaves out a step that was asked for.
 */
async function readSessions(sentry, question) {
    const { operation, span, field, groupBy, search } = question;
    return sentry.read({
        operation,
        path: (0,client.path) `/sessions/`,
        query: [
            ['field', field],
            ...groupBy.map((name) => ['groupBy', name]),
            ['interval', span.step === hourMs ? '1h' : '1d'],
            ['start', toTime(span.start)],
            // Sentry takes the end as inclusive: with a full hour, another one would come along.
            ['end', toTime(span.end - 1_000)],
            ['includeTotals', '0'],
            ...(search === undefined ? [] : [['query', search]]),
        ],
    }, shapeFor(span, field, sentry.clock.now() - clockErrorMs));
}
/** By how much the clocks of Sentry and of the runner may differ: a step that begins now may not have begun there. */
const clockErrorMs = 5 * 60_000;
/** Without a zone it is UTC, as in the examples of the page. */
function toTime(at) {
    return new Date(at).toISOString().slice(0, 19);
}
const count = (0,shapes/* nullable */.me)((0,shapes/* number */.ai)('whole', 0, Number.MAX_SAFE_INTEGER));
const word = (0,shapes/* text */.Qq)(500);
const optionalWord = (value, where) => value === undefined ? undefined : word(value, where);
function shapeFor(span, field, youngest) {
    const shape = (0,shapes/* record */.g1)({
        intervals: (0,shapes/* list */.p_)((0,shapes/* text */.Qq)(40)),
        groups: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({
            by: (0,shapes/* record */.g1)({ release: optionalWord, 'session.status': optionalWord }, 'ignored'),
            series: (0,shapes/* record */.g1)({ [field]: (0,shapes/* list */.p_)(count) }, 'ignored'),
        }, 'ignored')),
    }, 'ignored');
    return (value, where) => {
        const { intervals, groups } = shape(value, where);
        const places = findPlaces(intervals, span, youngest);
        return groups.map(({ by, series }, index) => {
            const values = series[field] ?? [];
            if (values.length !== intervals.length)
                throw new SyntaxError(`groups[${index}] has ${values.length} counts for ${intervals.length} intervals`);
            const { release, 'session.status': status } = by;
            return {
                ...(release === undefined ? {} : { release }),
                ...(status === undefined ? {} : { status }),
                series: places.map((place) => (place === undefined ? null : (values[place] ?? null))),
            };
        });
    };
}
/**
 * Where each step of the span stands in the answer. Sentry rounds what it is asked for, so it is not taken on trust. Only a step
 * that has just begun may be missing: it has no data yet.
 */
function findPlaces(intervals, { start, end, step }, youngest) {
    const places = new Map(intervals.map((interval, index) => [Date.parse(interval), index]));
    return Array.from({ length: (end - start) / step }, (_, index) => {
        const at = start + index * step;
        const place = places.get(at);
        if (place === undefined && at < youngest) {
            const [first = 'nowhere', last = 'nowhere'] = [intervals[0], intervals.at(-1)];
            throw new SyntaxError(`it has no interval of ${toTime(at)}Z; it goes from ${first} to ${last}`);
        }
        return place;
    });
}

;// CONCATENATED MODULE: ./src/vendors/sentry/releases.js




const versions = (0,shapes/* list */.p_)((0,shapes/* record */.g1)({ version: (0,shapes/* text */.Qq)(500) }, 'ignored'));
const mostPages = 3;
/**
 * The names of the newest 300 releases that have this text in them, in any case and in any environment: one that nobody has used
 * yet is in none.
 * @throws SentryRefusal; VendorError
 */
async function listReleases(sentry, part) {
    const question = {
        operation: 'list the releases',
        path: (0,client.path) `/releases/`,
        query: [['query', part]],
        within: 'projects',
    };
    const found = [];
    for await (const page of sentry.pages(question, versions)) {
        found.push(page.map(({ version }) => version));
        if (found.length === mostPages)
            break;
    }
    return found.flat();
}
const usedDays = 7;
/**
 * The releases that had sessions in the last seven days (UTC), the most used first: the one before a new release is among them.
 * By day, so that some hundred of them fit into one answer.
 * @throws SentryRefusal; VendorError
 */
async function listUsed(sentry) {
    const end = Math.ceil(sentry.clock.now() / dayMs) * dayMs;
    const span = { start: end - usedDays * dayMs, end, step: dayMs };
    const operation = 'see which releases are in use';
    const groups = await readSessions(sentry, { operation, span, field: 'sum(session)', groupBy: ['release'] });
    return groups
        .map(({ release = '', series }) => ({
        release,
        sessions: series.reduce((sum, count) => sum + (count ?? 0), 0),
    }))
        .filter(({ release, sessions }) => release !== '' && sessions > 0)
        .toSorted((one, other) => other.sessions - one.sessions);
}
function optional(shape) {
    return (value, where) => (value === undefined ? null : (0,shapes/* nullable */.me)(shape)(value, where));
}
/** Percent here, although rates of sessions are fractions: https://docs.sentry.io/api/releases/retrieve-an-organizations-release/ */
const percent = optional((0,shapes/* number */.ai)('any', 0, Number.MAX_SAFE_INTEGER));
const details = (0,shapes/* record */.g1)({
    projects: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({
        slug: (0,shapes/* text */.Qq)(200),
        healthData: optional((0,shapes/* record */.g1)({ adoption: percent, sessionsAdoption: percent }, 'ignored')),
    }, 'ignored')),
    adoptionStages: (value, where) => readStages(value, where),
}, 'ignored');
const stageShape = optional((0,shapes/* record */.g1)({ stage: optional((0,shapes/* text */.Qq)(100)) }, 'ignored'));
function readStages(value, where) {
    if (typeof value !== 'object' || value === null)
        return new Map();
    return new Map(Object.entries(value).map(([slug, stage]) => [slug, stageShape(stage, `${where}.${slug}`)?.stage ?? null]));
}
/**
 * The adoption of a release in each of the projects that it is in, over all environments, since Sentry documents no filter for it
 * here; undefined for a release that Sentry does not know.
 * A token of CI (org:ci) is enough.
 * @throws SentryRefusal; VendorError
 */
async function readAdoption(sentry, release) {
    const found = await readRelease(sentry, release, details, ['health', 'adoptionStages']);
    if (found === undefined)
        return undefined;
    const { projects, adoptionStages } = found;
    return projects
        .filter(({ slug }) => sentry.projects.includes(slug))
        .map(({ slug, healthData }) => ({
        project: slug,
        ofUsers: toShare(healthData?.adoption),
        ofSessions: toShare(healthData?.sessionsAdoption),
        stage: adoptionStages.get(slug) ?? null,
    }));
}
/**
 * Whether Sentry has a release of exactly this name in the projects, used or not.
 * @throws SentryRefusal; VendorError
 */
async function hasRelease(sentry, release) {
    const found = await readRelease(sentry, release, bare, []);
    return found?.version === release && found.projects.some(({ slug }) => sentry.projects.includes(slug));
}
const bare = (0,shapes/* record */.g1)({ version: (0,shapes/* text */.Qq)(500), projects: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({ slug: (0,shapes/* text */.Qq)(200) }, 'ignored')) }, 'ignored');
async function readRelease(sentry, release, shape, extras) {
    const question = {
        operation: 'read the release',
        path: (0,client.path) `/releases/${release}/`,
        query: extras.map((name) => [name, '1']),
        // It takes one project at most, and tells all of them.
        within: 'organization',
    };
    try {
        return await sentry.read(question, shape);
    }
    catch (error) {
        if (error instanceof refusals/* SentryRefusal */.ez && error.details.status === 404)
            return undefined;
        throw error;
    }
}
/** Users are estimated, those of the release apart from those of all: a share may come out above 1. */
function toShare(value) {
    return value === null || value === undefined ? null : Math.min(1, value / 100);
}

;// CONCATENATED MODULE: ./src/vendors/sentry/tallies.js
/** https://develop.sentry.dev/sdk/telemetry/sessions/: what crash-free rates count as not free. */
const bad = 'crashed';
/**
 * Sentry counts distinct users by a sketch (ClickHouse's uniqCombined64), whose error is documented as a fraction of a percent
 * for large sets and none for small ones: https://clickhouse.com/docs/sql-reference/aggregate-functions/reference/uniqcombined
 */
const sketchError = 0.01;
/**
 * Adds up what was counted of the releases. Statuses exclude one another, so all of them together are the units, those that
 * Sentry may add to them included.
 * @throws SyntaxError where something is counted and crashes are not: that would be good news out of nothing.
 */
function tallyReleases(groups, releases, { steps, field }) {
    const of = releases.map((release) => collectStatuses(groups, release));
    return Array.from({ length: steps }, (_, step) => {
        const found = of.flatMap((statuses) => tallyStep(statuses, step) ?? []);
        const units = found.reduce((sum, one) => sum + one.units, 0);
        if (units === 0)
            return undefined;
        const tally = { units, bad: found.reduce((sum, one) => sum + one.bad, 0) };
        const uncertainty = field === 'count_unique(user)' ? Math.round(units * sketchError) : 0;
        return uncertainty === 0 ? tally : { ...tally, uncertainty };
    });
}
function collectStatuses(groups, release) {
    const statuses = new Map();
    for (const group of groups) {
        // Data of another release must not decide about this one.
        if (group.release !== release || group.status === undefined)
            continue;
        if (statuses.has(group.status))
            throw new SyntaxError(`"${release}" has the status "${group.status}" twice`);
        statuses.set(group.status, group.series);
    }
    if (statuses.size > 0 && !statuses.has(bad))
        throw new SyntaxError(`"${release}" has sessions and no count of those that ${bad}`);
    return statuses;
}
function tallyStep(statuses, step) {
    const counts = [...statuses].map(([status, series]) => ({ status, count: series[step] ?? null }));
    const known = counts.flatMap(({ status, count }) => (count === null ? [] : [{ status, count }]));
    if (known.length === 0)
        return undefined;
    const unknown = counts.find(({ count }) => count === null);
    if (unknown !== undefined)
        throw new SyntaxError(`of step ${step}, it counts some sessions and not those that are "${unknown.status}"`);
    return {
        units: known.reduce((sum, { count }) => sum + count, 0),
        bad: known.find(({ status }) => status === bad)?.count ?? 0,
    };
}

;// CONCATENATED MODULE: ./src/vendors/sentry/source.js








/** Distinct users of hours must not be added up to those of a day, so each is asked for by itself. Days are those of UTC. */
const countings = {
    session: { field: 'sum(session)', step: hourMs },
    'user-hour': { field: 'count_unique(user)', step: hourMs },
    'user-day': { field: 'count_unique(user)', step: dayMs },
};
/** How far back is looked for the newest session of anybody; older data are stale for every gate. */
const heartbeatMs = 48 * hourMs;
/**
 * Sessions or users of a release and of those before it, as a gate takes them: two requests at once for up to 40 days.
 *
 * Sentry puts a session into the hour of its begin, whenever it is reported, and a crash when the app starts again, so counts of an
 * hour grow for days: the gate's maturity or its curve is there for that. An hour that has not ended yet comes along; whoever
 * weighs it knows that it is open. How far the data reach Sentry does not say: it is the begin of the newest hour in which anybody
 * used the app at all. When the ingestion stands still, that stands still, too, and what looks like an hour without crashes is
 * told as stale.
 *
 * @throws ConfigurationError (`sentry-release-unknown` with near names, `sentry-release-invalid`, `sentry-unit-unsupported`),
 *   SentryRefusal, VendorError: whoever asks has no data then.
 */
async function askSentry(sentry, question) {
    const { gate, release, previous, unit } = question;
    const counting = countings[unit];
    if (counting === undefined)
        throw new errors/* ConfigurationError */.j1(sentry_messages/* sentryMessages */.a['sentry-unit-unsupported'](gate, unit));
    for (const name of [release, ...previous])
        checkReleaseName(name);
    const span = alignSpan(question, counting, sentry.clock.now());
    const [buckets, freshUntil] = await Promise.all([
        readBuckets(sentry, question, span, counting),
        readHeartbeat(sentry),
    ]);
    if (buckets.length === 0)
        await explainSilence(sentry, question);
    return { buckets, freshUntil };
}
/** Whole steps around what is asked for, up to the one that is open now. */
function alignSpan({ start, end }, { step }, now) {
    const last = Math.ceil(Math.min(end, now) / step) * step;
    return { start: Math.floor(start / step) * step, end: last, step };
}
async function readBuckets(sentry, { release, previous }, span, { field }) {
    const operation = 'read the sessions';
    const search = [release, ...previous].map(toSearchTerm).join(' OR ');
    const pieces = await Promise.all(splitSpan(span, 1 + previous.length).map(async (piece) => {
        const groupBy = ['release', 'session.status'];
        const groups = await readSessions(sentry, { operation, span: piece, field, groupBy, search });
        return makeBuckets(groups, { release, previous, piece, field, operation });
    }));
    return pieces.flat();
}
/** Steps in which the release was not used are left out: nothing is no evidence. */
function makeBuckets(groups, making) {
    const { release, previous, piece, field, operation } = making;
    const { start, end, step } = piece;
    const steps = (end - start) / step;
    try {
        const own = tallyReleases(groups, [release], { steps, field });
        const before = tallyReleases(groups, previous, { steps, field });
        return own.flatMap((tally, index) => {
            if (tally === undefined)
                return [];
            const at = start + index * step;
            const other = before[index];
            return [{ start: at, end: at + step, ...tally, ...(other === undefined ? {} : { previous: other }) }];
        });
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        const note = messages/* kitMessages */.Z['vendor-unreadable'](refusals/* vendor */.Vp, operation, error.message);
        throw new errors/* VendorError */.Hi(note, { vendor: refusals/* vendor */.Vp, operation, attempts: 1, ambiguous: false }, { cause: error });
    }
}
/** The begin of the newest hour with a session of any release. */
async function readHeartbeat(sentry) {
    const end = Math.ceil(sentry.clock.now() / hourMs) * hourMs;
    const span = { start: end - heartbeatMs, end, step: hourMs };
    const operation = 'see how far the data reach';
    const groups = await readSessions(sentry, { operation, span, field: 'sum(session)', groupBy: [] });
    const newest = Math.max(-1, ...groups.map(({ series }) => series.findLastIndex((count) => (count ?? 0) > 0)));
    // Without any, no more is known than that they do not reach into this time.
    return newest < 0 ? span.start : span.start + newest * hourMs;
}
/**
 * A name that nobody sends is the first suspect. A release that Sentry knows is only mentioned: it may be too young.
 * @throws ConfigurationError (`sentry-release-unknown`).
 */
async function explainSilence(sentry, { release }) {
    const [known, listed, used] = await Promise.all([
        unlessForbidden(hasRelease(sentry, release)),
        unlessForbidden(listReleases(sentry, findCore(release))),
        listUsed(sentry),
    ]);
    const names = used.map((one) => one.release);
    const near = tellNear(rankNear(release, names), rankNear(release, listed ?? []));
    if (known === false)
        throw new errors/* ConfigurationError */.j1(sentry_messages/* sentryMessages */.a['sentry-release-unknown'](release, (0,refusals/* tellPlace */.Lt)(sentry), near));
    const { text, cure } = sentry_messages/* sentryMessages */.a['sentry-release-silent'](release, (0,refusals/* tellPlace */.Lt)(sentry), near);
    sentry.log.info(`${text} ${cure}`);
}
/** A token may read sessions and no releases; then nobody knows. */
async function unlessForbidden(asking) {
    try {
        return await asking;
    }
    catch (error) {
        if (error instanceof refusals/* SentryRefusal */.ez && error.details.status === 403)
            return undefined;
        throw error;
    }
}
function tellNear(used, listed) {
    const quote = (names) => names.map((name) => `"${name}"`).join(', ');
    const unused = listed.filter((name) => !used.includes(name));
    const parts = [
        ...(used.length === 0 ? [] : [`In use are: ${quote(used)}.`]),
        ...(unused.length === 0 ? [] : [`Known without sessions: ${quote(unused)}.`]),
    ];
    return parts.length === 0 ? 'No release there has a name like it.' : parts.join(' ');
}


/***/ })

};
