export const id = 589;
export const ids = [589];
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


/***/ })

};
