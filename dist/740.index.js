export const id = 740;
export const ids = [740,839,589];
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

/***/ 1839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ rememberReviews),
/* harmony export */   toReport: () => (/* binding */ toReport)
/* harmony export */ });
/* unused harmony export noReviews */
const noReviews = { lookedAt: null, reviews: [] };
/**
 * Adds what a look has shown. Google lists the last week, so what is no longer there is kept: it became old, or was taken back,
 * and nobody can tell. An edit changes the stars and not the day, since data that move from day to day look like data that
 * are lost. An edit under another version counts for that one, too: it says what its author thinks of it.
 * @param versionCodes those that matter; others are not kept
 */
function rememberReviews({ reviews: known }, seen, { versionCodes, now }) {
    const keyOf = (id, code) => `${code} ${id}`;
    const reviews = new Map(known.map((one) => [keyOf(one.id, one.versionCode), one]));
    for (const { id, versionCode, stars, modifiedAt } of seen) {
        if (versionCode === null || !versionCodes.includes(versionCode))
            continue;
        const key = keyOf(id, versionCode);
        // Google's clock may be ahead of ours.
        const at = reviews.get(key)?.at ?? Math.min(modifiedAt, now - 1);
        reviews.set(key, { id, versionCode, stars, at });
    }
    return { lookedAt: now, reviews: [...reviews.values()] };
}
const dayMs = 86_400_000;
/** How late a review is shown is not documented: later ones of this time may be missing still. */
const showsWithinMs = dayMs;
/** As the health gate takes them: a review is a unit, one with a single star is a bad one; by day, days without any left out. */
function toReport({ reviews, lookedAt }, { versionCodes, previous, since }) {
    const dayOf = (at) => Math.floor(at / dayMs) * dayMs;
    const first = dayOf(since);
    const tallyDay = (start, codes) => {
        const own = reviews.filter(({ at, versionCode }) => dayOf(at) === start && codes.includes(versionCode));
        return { units: own.length, bad: own.filter(({ stars }) => stars === 1).length };
    };
    const days = [...new Set(reviews.map(({ at }) => dayOf(at)))].filter((start) => start >= first);
    const buckets = days
        .toSorted((one, other) => one - other)
        .flatMap((start) => {
        const own = tallyDay(start, versionCodes);
        if (own.units === 0)
            return [];
        const before = tallyDay(start, previous);
        const bucket = { start, end: Math.min(start + dayMs, lookedAt), ...own };
        return [before.units === 0 ? bucket : { ...bucket, previous: before }];
    });
    return { buckets, freshUntil: lookedAt - showsWithinMs };
}


/***/ }),

/***/ 9740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askReviews: () => (/* binding */ askReviews)
});

// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: ./src/vendors/play-vitals/messages.js
var messages = __webpack_require__(8711);
// EXTERNAL MODULE: ./src/vendors/play-vitals/review-memory.js
var review_memory = __webpack_require__(1839);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/vendors/play-vitals/client.js + 1 modules
var client = __webpack_require__(8589);
// EXTERNAL MODULE: ./src/vendors/play-vitals/documents.js
var documents = __webpack_require__(9245);
;// CONCATENATED MODULE: ./src/vendors/play-vitals/reviews.js



/** How many a page may have is not documented; a shorter one is as good. */
const pageSize = '100';
const mostPages = 100;
const comment = (0,shapes/* record */.g1)({
    starRating: (0,shapes/* number */.ai)('whole', 1, 5),
    lastModified: (0,shapes/* record */.g1)({ seconds: documents/* int64 */.Gk, nanos: (0,documents/* optional */.lq)((0,shapes/* number */.ai)('whole', 0, 999_999_999)) }, 'ignored'),
    appVersionCode: (0,documents/* optional */.lq)(documents/* int64 */.Gk),
}, 'ignored');
const shape = (0,shapes/* record */.g1)({
    reviews: (0,documents/* optional */.lq)((0,shapes/* list */.p_)((0,shapes/* record */.g1)({
        reviewId: (0,shapes/* text */.Qq)(1_000, /./, 'an id'),
        comments: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({ userComment: (0,documents/* optional */.lq)(comment) }, 'ignored')),
    }, 'ignored'))),
    tokenPagination: (0,documents/* optional */.lq)((0,shapes/* record */.g1)({ nextPageToken: (0,documents/* optional */.lq)((0,shapes/* text */.Qq)(10_000)) }, 'ignored')),
}, 'ignored');
/**
 * The reviews of the last week; Google lists no others. Only of production.
 * https://developers.google.com/android-publisher/reply-to-reviews
 * @throws VitalsRefusal; VendorError, also for more than 100 pages: a list that was cut is not the list.
 */
async function readReviews(play) {
    const operation = 'read the reviews';
    // A review that comes while the pages are read moves the others on: the last of a page may be the first of the next.
    const reviews = new Map();
    let token;
    for (let page = 1; page <= mostPages; page += 1) {
        const query = { maxResults: pageSize, ...(token === undefined ? {} : { token }) };
        const found = await play.read({ operation, api: 'publisher', path: '/reviews', query }, shape);
        for (const { reviewId, comments } of found.reviews ?? []) {
            const newest = findNewest(comments.flatMap(({ userComment }) => userComment ?? []));
            // An answer of the developer is no review.
            if (newest === undefined)
                throw (0,client.unreadable)(operation, `the review ${reviewId} has no comment of its author`);
            reviews.set(reviewId, toReview(reviewId, newest));
        }
        token = found.tokenPagination?.nextPageToken;
        if (token === undefined || token === '')
            return [...reviews.values()];
    }
    throw (0,client.unreadable)(operation, `the list goes on after ${mostPages} pages`);
}
function findNewest(comments) {
    return comments.toSorted((one, other) => timeOf(other) - timeOf(one))[0];
}
function timeOf({ lastModified: { seconds, nanos = 0 } }) {
    return seconds * 1_000 + Math.floor(nanos / 1_000_000);
}
function toReview(id, comment) {
    return { id, versionCode: comment.appVersionCode ?? null, stars: comment.starRating, modifiedAt: timeOf(comment) };
}

;// CONCATENATED MODULE: ./src/vendors/play-vitals/reviews-source.js




const weekMs = 7 * 86_400_000;
/**
 * Reviews of a release and of those before it, of this look and of earlier ones. Whoever asks keeps the memory: without it, what
 * is older than a week is forgotten, and data that shrink are invalid.
 * @throws VitalsRefusal; VendorError: whoever asks has no data then, and the memory that it had.
 */
async function askReviews(play, window, memory) {
    // Runners differ in their clocks, and a look is not before the one before it.
    const now = Math.max(play.clock.now(), memory.lookedAt ?? 0);
    const tell = ({ text, cure }) => {
        play.log.info(`${text} ${cure}`);
    };
    const seen = await readReviews(play);
    const pause = now - (memory.lookedAt ?? now);
    if (pause > weekMs)
        tell(messages/* vitalsMessages */.Y['play-reviews-gap']((0,duration/* formatDuration */.a)(pause)));
    const unattributed = seen.filter(({ versionCode }) => versionCode === null).length;
    if (unattributed > 0)
        tell(messages/* vitalsMessages */.Y['play-reviews-unattributed'](unattributed, seen.length));
    const versionCodes = [...window.versionCodes, ...window.previous];
    const { reviews } = (0,review_memory/* rememberReviews */.h)(memory, seen, { versionCodes, now });
    return { report: (0,review_memory.toReport)({ reviews, lookedAt: now }, window), memory: { lookedAt: now, reviews } };
}


/***/ })

};
