export const id = 318;
export const ids = [318];
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


/***/ })

};
