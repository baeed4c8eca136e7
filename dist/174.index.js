export const id = 174;
export const ids = [174,589];
export const modules = {

/***/ 2649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createGoogleApi)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8331);


/** Before a request that was over a quota is sent again, in milliseconds. */
const quotaPausesMs = [10_000, 20_000, 40_000];
/** Quotas that older APIs answer with 403, without `Retry-After`: https://developers.google.com/android-publisher/quotas. */
const quotaReasons = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded']);
/** The part of a thin client that is the same for every API of Google. */
function createGoogleApi({ vendor, http, clock, signal, signIn, explain }) {
    async function send(request) {
        for (let attempt = 1;; attempt += 1) {
            const answer = await sendSignedIn(request);
            if (answer.status < 400)
                return answer;
            const error = readError(answer);
            const pause = quotaPausesMs[attempt - 1];
            // Nothing was done, so a write may be sent again, too.
            if (pause === undefined || !isOverQuota(error))
                throw explain(error, describe(answer, request, error, attempt));
            await clock.sleep(pause, signal);
        }
    }
    async function sendSignedIn(request) {
        const first = await sendWith(await signIn.accessToken(), request);
        return first.status === 401 ? sendWith(await signIn.renew(), request) : first;
    }
    async function sendWith(token, request) {
        return http.request({
            ...request,
            vendor,
            headers: { accept: 'application/json', ...request.headers, authorization: `Bearer ${token}` },
            accept: isAnswer,
        });
    }
    function describe({ status }, { operation }, { said }, attempts) {
        return { vendor, operation, status, attempts, ambiguous: false, body: said };
    }
    return { send };
}
/** Refusals are answers: the reasons in them are longer than what the kit keeps of a body. */
function isAnswer(status) {
    return (status >= 200 && status <= 299) || (status >= 400 && status <= 499 && ![408, 425, 429].includes(status));
}
function isOverQuota({ httpStatus, reasons }) {
    return httpStatus === 403 && reasons.some((reason) => quotaReasons.has(reason));
}
const words = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(50_000);
const reasonsShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ reason: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(words) }, 'ignored')));
const errorShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
    error: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ message: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(words), status: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(words), errors: reasonsShape, details: reasonsShape }, 'ignored'),
}, 'ignored');
function readError(answer) {
    try {
        const { message = '', status = '', errors = [], details = [] } = answer.read(errorShape).error;
        const reasons = [...errors, ...details].flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
        return { httpStatus: answer.status, status, said: message, reasons };
    }
    catch (error) {
        if (!(error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi))
            throw error;
        const said = answer.text().slice(0, 500).replaceAll(/\s+/g, ' ').trim();
        return { httpStatus: answer.status, status: '', said, reasons: [] };
    }
}


/***/ }),

/***/ 8589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPlayVitals: () => (/* binding */ createPlayVitals),
  unreadable: () => (/* binding */ unreadable),
  vendor: () => (/* binding */ vendor),
  vitalsScopes: () => (/* binding */ vitalsScopes)
});

// EXTERNAL MODULE: ./src/kit/endpoints.js
var endpoints = __webpack_require__(7731);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
// EXTERNAL MODULE: ./src/vendors/google-auth/api.js
var api = __webpack_require__(2649);
// EXTERNAL MODULE: ./src/vendors/play-vitals/messages.js
var play_vitals_messages = __webpack_require__(8711);
;// CONCATENATED MODULE: ./src/vendors/play-vitals/refusals.js


/** Google said no: an answer of 400 to 499. */
class VitalsRefusal extends errors/* VendorError */.Hi {
}
const apis = {
    /** https://developers.google.com/play/developer/reporting */
    reporting: {
        title: 'Google Play Developer Reporting API',
        origin: 'https://playdeveloperreporting.googleapis.com',
        scope: 'https://www.googleapis.com/auth/playdeveloperreporting',
        permission: 'View app information (read-only)',
    },
    /** https://developers.google.com/android-publisher */
    publisher: {
        title: 'Google Play Android Developer API',
        origin: 'https://androidpublisher.googleapis.com',
        scope: 'https://www.googleapis.com/auth/androidpublisher',
        permission: 'Reply to reviews',
    },
};
/**
 * What a refusal means. The Reporting API gives its reason in `details`, the older one in a list `errors`
 * (https://cloud.google.com/apis/docs/troubleshooting, https://cloud.google.com/apis/design/errors#error_info).
 */
function explainRefusal(error, details, asked) {
    return new VitalsRefusal(choose(error, details.operation, asked), details);
}
const disabled = new Set(['SERVICE_DISABLED', 'accessNotConfigured']);
const unscoped = new Set(['ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientPermissions']);
function choose({ httpStatus, said, reasons }, operation, asked) {
    const { api, packageName, who } = asked;
    if (httpStatus === 401)
        return play_vitals_messages/* vitalsMessages */.Y['vitals-unauthorized'](operation, who, said);
    if (reasons.some((reason) => disabled.has(reason)))
        return play_vitals_messages/* vitalsMessages */.Y['vitals-api-disabled'](operation, api.title, said);
    if (reasons.some((reason) => unscoped.has(reason)))
        return play_vitals_messages/* vitalsMessages */.Y['vitals-scope-missing'](operation, api.scope);
    if (httpStatus === 403)
        return play_vitals_messages/* vitalsMessages */.Y['vitals-forbidden'](operation, who, api.permission, said);
    if (httpStatus === 404)
        return play_vitals_messages/* vitalsMessages */.Y['vitals-app-unknown'](operation, packageName, said);
    return play_vitals_messages/* vitalsMessages */.Y['vitals-refused'](operation, httpStatus, said);
}

;// CONCATENATED MODULE: ./src/vendors/play-vitals/client.js





/** What a sign-in has to ask for: vitals and reviews are two APIs. */
const vitalsScopes = [apis.reporting.scope, apis.publisher.scope];
const vendor = 'Google Play';
const roots = { reporting: '/v1beta1/apps/', publisher: '/androidpublisher/v3/applications/' };
/**
 * A thin client of the Play Developer Reporting API, for which Google maintains no small one, and of the reviews of the Play
 * Developer API.
 * @throws ConfigurationError (`endpoint-not-loopback`).
 */
function createPlayVitals(options) {
    const { http, clock, log, signal, environment, signIn, packageName } = options;
    const redirect = (0,endpoints/* readRedirect */.Dr)(endpoints/* redirects */.cq.google, environment);
    const connect = (name) => {
        const asked = { api: apis[name], packageName, who: signIn.who };
        const explain = (...[error, details]) => explainRefusal(error, details, asked);
        return (0,api/* createGoogleApi */.q)({ vendor, http, clock, signal, signIn, explain });
    };
    const connections = { reporting: connect('reporting'), publisher: connect('publisher') };
    return {
        clock,
        log,
        read: async ({ operation, api, path, query = {}, body }, shape) => {
            const root = `${redirect ?? apis[api].origin}${roots[api]}${encodeURIComponent(packageName)}`;
            const written = new URLSearchParams(query).toString();
            const url = `${root}${path}${written === '' ? '' : `?${written}`}`;
            const asked = body === undefined
                ? { method: 'GET' }
                : {
                    method: 'POST',
                    repeatable: true,
                    body: JSON.stringify(body),
                    headers: { 'content-type': 'application/json' },
                };
            return (await connections[api].send({ operation, url, ...asked })).read(shape);
        },
    };
}
/** An answer that contradicts itself, or what was asked. */
function unreadable(operation, reason, cause) {
    const note = messages/* kitMessages */.Z['vendor-unreadable'](vendor, operation, reason);
    return new errors/* VendorError */.Hi(note, { vendor, operation, attempts: 1, ambiguous: false }, { cause });
}


/***/ }),

/***/ 9245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gk: () => (/* binding */ int64),
/* harmony export */   _: () => (/* binding */ decimal),
/* harmony export */   lq: () => (/* binding */ optional)
/* harmony export */ });
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8331);

/** What Google leaves out where it is the default of its type. */
function optional(shape) {
    return (value, where) => (value === undefined || value === null ? undefined : shape(value, where));
}
const digits = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(100, /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, 'a decimal number as a text');
/** `google.type.Decimal`: https://github.com/googleapis/googleapis/blob/master/google/type/decimal.proto. */
const decimal = (value, where) => {
    if (typeof value !== 'object' || value === null)
        throw new SyntaxError(`${where} has to be an object with a value`);
    const { value: written } = value;
    // An empty text is 0 by definition, and an empty text is left out.
    return written === undefined || written === '' ? 0 : Number(digits(written, `${where}.value`));
};
/** An int64, which JSON writes as a text; whole numbers that a double holds exactly. */
const int64 = (value, where) => {
    const read = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (typeof read !== 'number' || !Number.isSafeInteger(read))
        throw new SyntaxError(`${where} has to be a whole number as a text, and is ${JSON.stringify(value)}`);
    return read;
};


/***/ }),

/***/ 8711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ vitalsMessages)
/* harmony export */ });
/* harmony import */ var _kit_messages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

const vitalsMessages = (0,_kit_messages__WEBPACK_IMPORTED_MODULE_0__/* .defineMessages */ .Y)({
    'vitals-unit-unsupported': (gate, unit) => ({
        text: `The gate "${gate}" counts the unit "${unit}", which Play's vitals do not have.`,
        cure: 'Valid are "user-hour" and "user-day": vitals say which share of the users of an hour or a day was hit.',
    }),
    'vitals-freshness-missing': (set, period, told) => ({
        text: `Google Play does not say how far the ${period} figures of ${set} reach${told === '' ? '' : ` (only: ${told})`}.`,
        cure: 'Nothing is decided on figures of an unknown age. If it stays so, let the gate count the other unit ("user-hour" is HOURLY, "user-day" is DAILY).',
    }),
    'vitals-stalled': (set, period, until, behind) => ({
        text: `The ${period} figures of ${set} reach to ${until} and are ${behind} behind: the feed of Google Play stands still.`,
        cure: 'Its calls go on succeeding then. The gate has no fresh data and holds. Compare with Android vitals in the Play Console, and let another source decide if it stays so.',
    }),
    'vitals-silent': (versions, cohort, from, to) => ({
        text: `Google Play shows no users (${cohort}) of ${versions} from ${from} to ${to}.`,
        cure: 'Slices with few users are left out, so this is no data and no good news. Check the version codes, and for a testing track that testers are counted.',
    }),
    'vitals-unauthorized': (operation, who, said) => ({
        text: `Google does not take the token of ${who} for "${operation}": ${said}`,
        cure: 'Look whether the service account still exists and whether the clock of the machine is right.',
    }),
    'vitals-api-disabled': (operation, api, said) => ({
        text: `${api} is switched off in the project of the service account, so "${operation}" was refused: ${said}`,
        cure: `Switch on "${api}" in that project (APIs & Services, Library) and wait a few minutes. It is another API than the one that publishes.`,
    }),
    'vitals-scope-missing': (operation, scope) => ({
        text: `The token was made without the scope "${scope}" that "${operation}" needs.`,
        cure: 'Where google-github-actions/auth makes a token, add the scope to "access_token_scopes"; better, give the credentials and no token.',
    }),
    'vitals-forbidden': (operation, who, permission, said) => ({
        text: `${who} may not "${operation}": ${said}`,
        cure: `In the Play Console under Users and permissions, give it "${permission}" for this app. It may take a day to hold.`,
    }),
    'vitals-app-unknown': (operation, packageName, said) => ({
        text: `Google Play knows no ${packageName}, or shows it not to this account; "${operation}" was answered: ${said}`,
        cure: 'Check the package name, and that the service account was invited to the developer account that owns the app.',
    }),
    'vitals-refused': (operation, status, said) => ({
        text: `Google answered ${status} to "${operation}": ${said}`,
        cure: 'The request was not repeated, since it would get the same answer.',
    }),
    'play-reviews-gap': (days) => ({
        text: `The reviews were last read ${days} ago, and Google Play shows those of the last week only.`,
        cure: 'Reviews from between are lost; those that are known count. Let the gate look at least once a week.',
    }),
    'play-reviews-unattributed': (count, all) => ({
        text: `${count} of ${all} reviews of the last week do not name a version and count for none.`,
        cure: 'Google Play leaves the version out where it does not know it. Nothing needs to be done.',
    }),
});


/***/ }),

/***/ 174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askVitals: () => (/* binding */ askVitals)
});

// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/vendors/play-vitals/client.js + 1 modules
var client = __webpack_require__(8589);
// EXTERNAL MODULE: ./src/vendors/play-vitals/documents.js
var documents = __webpack_require__(9245);
// EXTERNAL MODULE: ./src/vendors/play-vitals/messages.js
var messages = __webpack_require__(8711);
;// CONCATENATED MODULE: ./src/vendors/play-vitals/periods.js


const hourMs = 3_600_000;
const losAngeles = 'America/Los_Angeles';
const hourly = {
    name: 'HOURLY',
    zone: 'UTC',
    stalledAfterMs: 24 * hourMs,
    begin: (at) => Math.floor(at / hourMs) * hourMs,
    next: (begin) => begin + hourMs,
    toPoint: (begin) => {
        const date = new Date(begin);
        const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        return { ...day, hours: date.getUTCHours(), timeZone: { id: 'UTC' } };
    },
    // Midnight comes without hours.
    fromPoint: ({ year, month, day, hours = 0 }) => {
        const at = Date.UTC(year, month - 1, day, hours);
        const date = new Date(at);
        const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hours;
        return same ? at : undefined;
    },
};
const daily = {
    name: 'DAILY',
    zone: losAngeles,
    stalledAfterMs: 5 * 24 * hourMs,
    begin: beginOfDay,
    // A day has 23 to 25 hours, so this is well within the next one.
    next: (begin) => beginOfDay(begin + 36 * hourMs),
    toPoint: (begin) => ({ ...readWall(begin).date, timeZone: { id: losAngeles } }),
    fromPoint: ({ hours = 0, ...date }) => (hours === 0 ? findMidnight(date) : undefined),
};
/** Users of hours must not be added up to users of a day, so each unit is asked for by itself. */
const periods = { 'user-hour': hourly, 'user-day': daily };
function beginOfDay(at) {
    const { date } = readWall(at);
    const midnight = findMidnight(date);
    if (midnight === undefined)
        throw new Error(`${new Date(at).toISOString()} has no midnight in ${losAngeles}.`);
    return midnight;
}
/** Los Angeles is 7 or 8 hours behind UTC, and puts its clocks forward and back later in the night. */
function findMidnight({ year, month, day }) {
    return [7, 8]
        .map((hours) => Date.UTC(year, month - 1, day, hours))
        .find((at) => {
        const { date, hours } = readWall(at);
        return hours === 0 && date.year === year && date.month === month && date.day === day;
    });
}
/** What the clocks of Los Angeles show. */
function readWall(at) {
    const numeric = 'numeric';
    const format = new Intl.DateTimeFormat('en-US', {
        timeZone: losAngeles,
        hourCycle: 'h23',
        year: numeric,
        month: numeric,
        day: numeric,
        hour: numeric,
    });
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (type) => parts.get(type) ?? Number.NaN;
    return { date: { year: part('year'), month: part('month'), day: part('day') }, hours: part('hour') };
}
const pointShape = (0,shapes/* record */.g1)({
    year: (0,shapes/* number */.ai)('whole', 1_970, 9_999),
    month: (0,shapes/* number */.ai)('whole', 1, 12),
    day: (0,shapes/* number */.ai)('whole', 1, 31),
    hours: (0,documents/* optional */.lq)((0,shapes/* number */.ai)('whole', 0, 23)),
    minutes: (0,documents/* optional */.lq)((0,shapes/* number */.ai)('whole', 0, 0)),
    seconds: (0,documents/* optional */.lq)((0,shapes/* number */.ai)('whole', 0, 0)),
    timeZone: (0,documents/* optional */.lq)((0,shapes/* record */.g1)({ id: (0,documents/* optional */.lq)((0,shapes/* text */.Qq)(100)) }, 'ignored')),
    utcOffset: (0,documents/* optional */.lq)((0,shapes/* text */.Qq)(100)),
}, 'ignored');
/** The begin of an hour or day of this period. What is of another zone or begins at another time is no answer. */
function beginOf(period) {
    return (value, where) => {
        const { year, month, day, hours, timeZone, utcOffset = '' } = pointShape(value, where);
        const zone = timeZone?.id ?? '';
        const isOurs = zone === '' ? ['', '0s'].includes(utcOffset) : zone === period.zone;
        if (!isOurs)
            throw new SyntaxError(`${where} is of the zone "${zone}${utcOffset}", and ${period.zone} was asked for`);
        const at = period.fromPoint({ year, month, day, ...(hours === undefined ? {} : { hours }) });
        if (at === undefined)
            throw new SyntaxError(`${where} is no begin of ${period.name} figures in ${period.zone}`);
        return at;
    };
}

;// CONCATENATED MODULE: ./src/vendors/play-vitals/freshness.js






const anything = (value) => value;
const shape = (0,shapes/* record */.g1)({
    freshnessInfo: (0,documents/* optional */.lq)((0,shapes/* record */.g1)({
        freshnesses: (0,documents/* optional */.lq)((0,shapes/* list */.p_)((0,shapes/* record */.g1)({ aggregationPeriod: (0,shapes/* text */.Qq)(100), latestEndTime: anything }, 'ignored'))),
    }, 'ignored')),
}, 'ignored');
/**
 * The end, exclusive, of the newest figures that can be asked for; milliseconds since the epoch.
 * https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/FreshnessInfo
 * @throws VitalsRefusal; VendorError (`vitals-freshness-missing` when Google does not say).
 */
async function readFreshness(play, { set, name }, period) {
    const operation = `see how far the ${name} reach`;
    const { freshnessInfo } = await play.read({ operation, api: 'reporting', path: `/${set}` }, shape);
    const told = freshnessInfo?.freshnesses ?? [];
    // Periods that this code does not know may come along, in zones of their own.
    const own = told.find(({ aggregationPeriod }) => aggregationPeriod === period.name);
    if (own === undefined) {
        const others = told.map(({ aggregationPeriod }) => aggregationPeriod).join(', ');
        const note = messages/* vitalsMessages */.Y['vitals-freshness-missing'](set, period.name, others);
        throw new errors/* VendorError */.Hi(note, { vendor: client.vendor, operation, attempts: 1, ambiguous: false });
    }
    try {
        // Of figures that reach into the future nobody could ever say that they are old.
        return Math.min(beginOf(period)(own.latestEndTime, 'latestEndTime'), period.begin(play.clock.now()));
    }
    catch (error) {
        throw error instanceof SyntaxError ? (0,client.unreadable)(operation, error.message, error) : error;
    }
}

;// CONCATENATED MODULE: ./src/vendors/play-vitals/measures.js
/**
 * "User-perceived" are crashes while an activity is shown or a foreground service runs, and ANRs of input dispatching: those that
 * Google's own limits (1.09 % and 0.47 %) are about. https://developer.android.com/topic/performance/vitals
 */
const measures = {
    crash: { set: 'crashRateMetricSet', rate: 'crashRate', name: 'crash rates' },
    'user-perceived-crash': { set: 'crashRateMetricSet', rate: 'userPerceivedCrashRate', name: 'crash rates' },
    anr: { set: 'anrRateMetricSet', rate: 'anrRate', name: 'ANR rates' },
    'user-perceived-anr': { set: 'anrRateMetricSet', rate: 'userPerceivedAnrRate', name: 'ANR rates' },
};
/** The users of the hour or day that a rate is a share of, rounded. */
const usersMetric = 'distinctUsers';

;// CONCATENATED MODULE: ./src/vendors/play-vitals/rows.js





/** What Google gives where nothing is said. 1,000 hours are 41 days. */
const pageSize = 1_000;
const mostPages = 25;
/**
 * All rows of one version. Hours and days that have none were left out: too few users, or no data; either way nothing is known.
 * https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/vitals.crashrate/query
 * @throws VitalsRefusal; VendorError, also for a row that was not asked for or comes twice, and for more than 25 pages.
 */
async function readRows(play, question) {
    const { metrics, period, start, end, versionCode, cohort } = question;
    const operation = `read the ${metrics.name}`;
    const shape = pageOf(question);
    const rows = new Map();
    let pageToken;
    for (let page = 1; page <= mostPages; page += 1) {
        const found = await play.read({
            operation,
            api: 'reporting',
            path: `/${metrics.set}:query`,
            // A page is good for the query that named it, so nothing else may differ.
            body: {
                timelineSpec: {
                    aggregationPeriod: period.name,
                    startTime: period.toPoint(start),
                    endTime: period.toPoint(end),
                },
                dimensions: ['versionCode'],
                metrics: [metrics.rate, usersMetric],
                filter: `versionCode = ${versionCode}`,
                userCohort: cohort,
                pageSize,
                ...(pageToken === undefined ? {} : { pageToken }),
            },
        }, shape);
        for (const row of found.rows) {
            if (row.versionCode !== versionCode)
                continue;
            if (rows.has(row.start))
                throw (0,client.unreadable)(operation, `${new Date(row.start).toISOString()} comes twice`);
            rows.set(row.start, row);
        }
        pageToken = found.nextPageToken;
        if (pageToken === undefined)
            return [...rows.values()].toSorted((one, other) => one.start - other.start);
    }
    throw (0,client.unreadable)(operation, `the list goes on after ${mostPages} pages`);
}
function pageOf({ metrics, period, start, end }) {
    const begin = beginOf(period);
    const within = (value, where) => {
        const at = begin(value, where);
        if (at < start || at >= end)
            throw new SyntaxError(`${where} is ${new Date(at).toISOString()}, which was not asked for`);
        return at;
    };
    const row = (0,shapes/* record */.g1)({
        aggregationPeriod: (0,shapes/* oneOf */.yL)([period.name]),
        startTime: within,
        dimensions: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({ dimension: (0,shapes/* text */.Qq)(100), int64Value: (0,documents/* optional */.lq)(documents/* int64 */.Gk) }, 'ignored')),
        metrics: (0,shapes/* list */.p_)(metricShape),
    }, 'ignored');
    const page = (0,shapes/* record */.g1)({ rows: (0,documents/* optional */.lq)((0,shapes/* list */.p_)(row)), nextPageToken: (0,documents/* optional */.lq)((0,shapes/* text */.Qq)(10_000)) }, 'ignored');
    return (value, where) => {
        const { rows = [], nextPageToken } = page(value, where);
        return {
            rows: rows.map(({ startTime, dimensions, metrics: values }, index) => ({
                versionCode: readVersionCode(dimensions, `rows[${index}]`),
                start: startTime,
                ...readMetrics(values, metrics.rate, `rows[${index}]`),
            })),
            nextPageToken: nextPageToken === '' ? undefined : nextPageToken,
        };
    };
}
/** A bound of zero is left out, as a default is: https://protobuf.dev/programming-guides/json/ */
const bounds = (0,shapes/* record */.g1)({ lowerBound: (0,documents/* optional */.lq)(documents/* decimal */._), upperBound: (0,documents/* optional */.lq)(documents/* decimal */._) }, 'ignored');
const metricShape = (0,shapes/* record */.g1)({ metric: (0,shapes/* text */.Qq)(100), decimalValue: (0,documents/* optional */.lq)(documents/* decimal */._), decimalValueConfidenceInterval: (0,documents/* optional */.lq)(bounds) }, 'ignored');
function readVersionCode(dimensions, where) {
    const versionCode = dimensions.find(({ dimension }) => dimension === 'versionCode')?.int64Value;
    if (versionCode === undefined)
        throw new SyntaxError(`${where} does not say of which version it is`);
    return versionCode;
}
/** A rate that is missing is not a rate of 0. */
function readMetrics(values, rateMetric, where) {
    const find = (name) => {
        const found = values.find(({ metric }) => metric === name);
        if (found?.decimalValue === undefined)
            throw new SyntaxError(`${where} has no value of ${name}`);
        return { ...found, decimalValue: found.decimalValue };
    };
    const { decimalValue: rate, decimalValueConfidenceInterval: interval } = find(rateMetric);
    const { decimalValue: users } = find(usersMetric);
    if (rate < 0 || rate > 1)
        throw new SyntaxError(`${where} has a ${rateMetric} of ${rate}, which is no share`);
    if (!Number.isSafeInteger(users) || users < 0)
        throw new SyntaxError(`${where} has ${users} users`);
    if (interval === undefined)
        return { rate, users };
    const { lowerBound: lower = 0, upperBound: upper = 0 } = interval;
    if (lower > rate || upper < rate)
        throw new SyntaxError(`${where} has a ${rateMetric} of ${rate} outside of its interval, ${lower} to ${upper}`);
    return { rate, users, interval: { lower, upper } };
}

;// CONCATENATED MODULE: ./src/vendors/play-vitals/rounding.js
/**
 * "Rounded to the nearest multiple of 10, 100, 1,000 or 1,000,000, depending on the magnitude of the value":
 * https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/vitals.crashrate
 */
const steps = [1_000_000, 1_000, 100, 10, 1];
/**
 * How few a rounded count may stand for. At which magnitude which step is taken is not documented, so it is learned from the counts
 * themselves: a count that is no multiple of 100 was not rounded to hundreds, and then no smaller count was. Where that says
 * nothing, the coarsest step that fits is taken.
 * @param counts all of the same metric that are known
 */
function learnRounding(counts) {
    const finest = new Map();
    let step = Number.POSITIVE_INFINITY;
    for (const count of counts.toSorted((one, other) => other - one)) {
        step = Math.min(step, coarsestStep(count));
        finest.set(count, step);
    }
    return (count) => {
        const by = finest.get(count) ?? coarsestStep(count);
        return by === 1 ? count : Math.max(0, count - by / 2);
    };
}
function coarsestStep(count) {
    return steps.find((step) => count % step === 0) ?? 1;
}

;// CONCATENATED MODULE: ./src/vendors/play-vitals/tallies.js

/**
 * Turns a rate of a rounded number of users into counts.
 *
 * The rate is kept, and stands for no more users than there surely were: the fewest that the rounding allows, and no more than the
 * interval of the rate speaks for. So a row may weigh less than it is worth, and never more. Weighing less is no bias: a part of
 * a stake on a fair bet is a fair bet (E[W^w] \u2264 E[W]^w for 0 \u2264 w \u2264 1), so the promises of docs/health.md hold for a halt and for a
 * raise. A rate times the rounded number would not keep them: of "10 users" that are 5, one who crashes would become two.
 *
 * @param rows all rows of the answers, from which the rounding is learned
 */
function createTallying(rows) {
    const leastUsers = learnRounding(rows.map(({ users }) => users));
    const precision = learnPrecision(rows);
    return (row) => {
        const units = Math.min(leastUsers(row.users), countSupported(row, precision));
        return units > 0 ? { units, bad: units * row.rate } : undefined;
    };
}
/** Of what level Google's intervals are is not documented. At a lower one this never takes anything away, at a higher one more. */
const z = 1.96;
/**
 * For how many independent users an interval speaks: Google may estimate a rate from fewer than all users, and its interval is
 * wider then. By Wilson's score the distance of a bound to the rate is z standard errors at that bound. Taken is the farther
 * bound, where other kinds of interval say nearly the same; the nearer one is cut off at zero by some. A bound at 0 or 1 that
 * is far from the rate speaks for nobody.
 * @param precision by how much the distance of a bound may have grown when both were rounded
 */
function countSupported({ rate, interval }, precision) {
    if (interval === undefined)
        return Number.POSITIVE_INFINITY;
    const { lower, upper } = interval;
    const bound = upper - rate >= rate - lower ? upper : lower;
    const distance = Math.abs(bound - rate) - precision;
    // Perhaps of no width, and then it takes nothing away.
    if (distance <= 0)
        return Number.POSITIVE_INFINITY;
    return (z * z * bound * (1 - bound)) / distance ** 2;
}
/**
 * Rates that users have stored have up to four decimals (https://github.com/ActivityWatch/stats, data/android-crash-rate.csv), and
 * then the interval of many users is a few last decimals wide.
 */
const decimalsAtLeast = 4;
const decimalsAtMost = 12;
/** One of the last decimal that is written anywhere, since zeros at the end are left out. */
function learnPrecision(rows) {
    const written = rows.flatMap(({ rate, interval }) => interval === undefined ? [rate] : [rate, interval.lower, interval.upper]);
    let decimals = decimalsAtLeast;
    for (const value of written)
        while (decimals < decimalsAtMost && Number(value.toFixed(decimals)) !== value)
            decimals += 1;
    return 10 ** -decimals;
}
/** Tallies of several version codes of one release together; undefined where none has any. */
function addTallies(tallies) {
    const known = tallies.filter((tally) => tally !== undefined);
    if (known.length === 0)
        return undefined;
    return {
        units: known.reduce((sum, { units }) => sum + units, 0),
        bad: known.reduce((sum, { bad }) => sum + bad, 0),
    };
}

;// CONCATENATED MODULE: ./src/vendors/play-vitals/source.js








/**
 * Crashes or ANRs of a release and of those before it, as a gate takes them: one request for how far the figures reach, and one or
 * more for each version code. Hours are those of UTC, days those of Los Angeles; the hour or day in which `start` lies comes along.
 *
 * Google says how far its figures reach, and goes on answering when they no longer advance: only that end tells. Nothing is asked
 * for beyond it, which Google would refuse, and nothing is made up for what is not there: an hour without a row had too few users
 * for Google to show, or none.
 *
 * How rates become counts: tallies.ts. A user who updates is counted in both versions in that hour.
 *
 * @throws ConfigurationError (`vitals-unit-unsupported`); VitalsRefusal; VendorError: whoever asks has no data then.
 */
async function askVitals(play, question) {
    const { gate, versionCodes, previous, measure, unit, testers = false } = question;
    const period = periods[unit];
    if (period === undefined)
        throw new errors/* ConfigurationError */.j1(messages/* vitalsMessages */.Y['vitals-unit-unsupported'](gate, unit));
    const metrics = measures[measure];
    const freshUntil = await readFreshness(play, metrics, period);
    const behind = play.clock.now() - freshUntil;
    if (behind > period.stalledAfterMs) {
        const { set } = metrics;
        tell(play, messages/* vitalsMessages */.Y['vitals-stalled'](set, period.name, showTime(freshUntil), (0,duration/* formatDuration */.a)(behind)));
    }
    const span = alignSpan(question, period, freshUntil);
    if (span.start >= span.end)
        return { buckets: [], freshUntil };
    const cohort = testers ? 'APP_TESTERS' : 'OS_PUBLIC';
    const rows = [];
    // One after the other: Google documents no quota that many at once would surely keep.
    for (const versionCode of new Set([...versionCodes, ...previous]))
        rows.push(...(await readRows(play, { metrics, period, ...span, versionCode, cohort })));
    const buckets = makeBuckets(rows, question, period);
    if (buckets.length === 0) {
        const codes = `version code ${versionCodes.join(', ')}`;
        tell(play, messages/* vitalsMessages */.Y['vitals-silent'](codes, cohort, showTime(span.start), showTime(span.end)));
    }
    return { buckets, freshUntil };
}
/** Whole hours or days around what is asked for, up to where the figures reach. */
function alignSpan({ start, end }, period, freshUntil) {
    const last = period.begin(end);
    return { start: period.begin(start), end: Math.min(last < end ? period.next(last) : last, freshUntil) };
}
function makeBuckets(rows, { versionCodes, previous }, period) {
    const tallyRow = createTallying(rows);
    const tallyAt = (start, codes) => addTallies(rows.filter((row) => row.start === start && codes.includes(row.versionCode)).map(tallyRow));
    return [...new Set(rows.map(({ start }) => start))]
        .toSorted((one, other) => one - other)
        .flatMap((start) => {
        const own = tallyAt(start, versionCodes);
        if (own === undefined)
            return [];
        const before = tallyAt(start, previous);
        const bucket = { start, end: period.next(start), ...own };
        return [before === undefined ? bucket : { ...bucket, previous: before }];
    });
}
function tell(play, { text, cure }) {
    play.log.info(`${text} ${cure}`);
}
function showTime(at) {
    return new Date(at).toISOString().replace(/:00\.000Z$/, 'Z');
}


/***/ })

};
