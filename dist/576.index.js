export const id = 576;
export const ids = [576,542];
export const modules = {

/***/ 128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ makeJwt)
/* harmony export */ });
/**
 * A signed JSON Web Token in its compact form (RFC 7515, 3.1).
 * @param sign gives the signature of what it gets, by the algorithm that the header names
 */
function makeJwt(header, claims, sign) {
    const content = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${content}.${sign(Buffer.from(content)).toString('base64url')}`;
}


/***/ }),

/***/ 3542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createAppStoreConnect: () => (/* binding */ createAppStoreConnect),
  A: () => (/* binding */ path),
  y: () => (/* binding */ readAll)
});

// EXTERNAL MODULE: ./src/kit/endpoints.js
var endpoints = __webpack_require__(7731);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/messages.js
var app_store_connect_messages = __webpack_require__(8661);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/refusals.js
var refusals = __webpack_require__(2968);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/kit/jwt.js
var jwt = __webpack_require__(128);
;// CONCATENATED MODULE: ./src/vendors/app-store-connect/key.js



const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/**
 * The key that signs tokens: EC on P-256, since Apple takes ES256 only.
 * @throws ConfigurationError that says what is wrong with the key, and never a part of it.
 */
function readSigningKey({ keyId, issuerId, privateKey }) {
    if (!/^[\w-]+$/.test(keyId))
        throw wrongId('key id', keyId);
    if (issuerId !== undefined && !uuid.test(issuerId))
        throw wrongId('issuer id', issuerId);
    const key = parse(toPem(privateKey));
    if (key.asymmetricKeyType !== 'ec')
        throw unusable(`it is of the kind ${key.asymmetricKeyType ?? 'unknown'}, and has to be an EC key`);
    const curve = key.asymmetricKeyDetails?.namedCurve ?? 'unknown';
    if (curve !== 'prime256v1')
        throw unusable(`it lies on the curve ${curve}, and has to lie on P-256 (prime256v1)`);
    return key;
}
function toPem(given) {
    const text = given.trim().replaceAll('\\n', '\n');
    if (text === '')
        throw unusable('it is empty');
    if (text.startsWith('-----BEGIN '))
        return text;
    const decoded = /^[\w+/\s-]+=*$/.test(text) ? Buffer.from(text, 'base64').toString('utf8').trim() : '';
    if (decoded.startsWith('-----BEGIN '))
        return decoded;
    throw unusable('it is neither PEM ("-----BEGIN PRIVATE KEY-----") nor PEM in base64');
}
function parse(pem) {
    const label = /^-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem)?.[1] ?? 'unknown';
    if (label.startsWith('ENCRYPTED'))
        throw unusable('it is encrypted, and Apple hands out keys without a passphrase');
    if (!label.endsWith('PRIVATE KEY'))
        throw unusable(`it is a PEM file of the kind "${label}", and no private key`);
    try {
        return (0,external_node_crypto_.createPrivateKey)(pem);
    }
    catch (error) {
        // OpenSSL names the step that failed ("DECODER routines::unsupported") and nothing of the key.
        throw unusable(`it is damaged or cut off (${(0,errors/* describeError */.Uc)(error)})`);
    }
}
function unusable(reason) {
    return new errors/* ConfigurationError */.j1(app_store_connect_messages/* appStoreMessages */.J['app-store-key-unusable'](reason));
}
function wrongId(name, value) {
    return new errors/* ConfigurationError */.j1(app_store_connect_messages/* appStoreMessages */.J['app-store-key-id-invalid'](name, value));
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/token.js



/** More than 20 minutes are refused; half of it leaves room for a clock that is wrong. */
const lifetimeSeconds = 600;
/** `iat` lies this far back: a token from the future is refused, and clocks differ. */
const backdatedSeconds = 60;
/** Longer than the deadline of one request (kit/http: 120 s), whose attempts all carry the same token. */
const marginSeconds = 150;
/**
 * https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests
 * @throws ConfigurationError for a key that cannot sign.
 */
function createTokens(key, clock, vault) {
    const signingKey = readSigningKey(key);
    vault.add('App Store Connect private key', key.privateKey);
    let token = '';
    let expires = 0;
    function renew() {
        const now = Math.floor(clock.now() / 1_000);
        expires = now + lifetimeSeconds;
        const header = { alg: 'ES256', kid: key.keyId, typ: 'JWT' };
        const who = key.issuerId === undefined ? { sub: 'user' } : { iss: key.issuerId };
        const claims = { ...who, iat: now - backdatedSeconds, exp: expires, aud: 'appstoreconnect-v1' };
        // JWS wants the two numbers raw and side by side, and not as OpenSSL writes them (RFC 7518, 3.4).
        token = (0,jwt/* makeJwt */.I)(header, claims, (content) => (0,external_node_crypto_.sign)('sha256', content, { key: signingKey, dsaEncoding: 'ieee-p1363' }));
        vault.add('App Store Connect token', token);
        return token;
    }
    return { renew, current: () => (clock.now() / 1_000 > expires - marginSeconds ? renew() : token) };
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/client.js







const publicApi = 'https://api.appstoreconnect.apple.com';
/** Apple lists 200 at most. */
const pageSize = '200';
const mostPages = 25;
/** For one part, of some megabytes, on a line that is slow; and for all attempts at it. */
const partLimits = { timeoutMs: 5 * 60_000, deadlineMs: 20 * 60_000 };
/** An address within the API; what is put in is escaped. */
function path(parts, ...ids) {
    return String.raw({ raw: parts }, ...ids.map((id) => encodeURIComponent(id)));
}
/**
 * A thin client, since Apple maintains none: https://developer.apple.com/documentation/appstoreconnectapi
 * @throws ConfigurationError (`app-store-key-unusable`, `app-store-key-id-invalid`, `endpoint-not-loopback`).
 */
function createAppStoreConnect(options) {
    const { http, clock, log, signal, environment, vault, key } = options;
    const base = (0,endpoints/* readRedirect */.Dr)(endpoints/* redirects */.cq.appStoreConnect, environment) ?? publicApi;
    const tokens = createTokens(key, clock, vault);
    let budget;
    async function send(request) {
        const first = await sendWith(tokens.current(), request);
        // Nothing was done, so a write may be sent again, too: a token may be refused for a clock that is a little off.
        const answer = first.status === 401 ? await sendWith(tokens.renew(), request) : first;
        if (answer.status >= 400)
            throw (0,refusals/* readRefusal */.ni)(answer, request.operation);
        return answer;
    }
    async function sendWith(token, request) {
        try {
            const answer = await http.request({
                ...request,
                vendor: refusals/* vendor */.Vp,
                headers: { accept: 'application/json', ...request.headers, authorization: `Bearer ${token}` },
                accept: isAnswer,
            });
            budget = readBudget(answer.headers) ?? budget;
            return answer;
        }
        catch (error) {
            if (!(error instanceof errors/* VendorError */.Hi) || error.details.status !== 429)
                throw error;
            const left = budget === undefined ? '' : ` (${budget.left} of ${budget.limit} an hour were left before)`;
            const note = app_store_connect_messages/* appStoreMessages */.J['app-store-rate-limited'](request.operation, left);
            throw new errors/* VendorError */.Hi(note, error.details, { cause: error });
        }
    }
    async function read({ operation, path: address, query = {} }, shape) {
        const url = `${base}${address}${toQuery(query)}`;
        return (await send({ operation, method: 'GET', url })).read(shape);
    }
    async function* pages(question, shape) {
        let cursor;
        for (let page = 1; page <= mostPages; page += 1) {
            const query = { ...question.query, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
            const found = await read({ ...question, query }, (value, where) => ({
                content: shape(value, where),
                // The cursor is taken from the link and not the link itself: the token goes to no address that an answer names.
                cursor: readCursor(linksShape(value, where).links?.next),
            }));
            yield found.content;
            cursor = found.cursor;
            if (cursor === undefined)
                return;
        }
        const { operation } = question;
        const note = messages/* kitMessages */.Z['vendor-unreadable'](refusals/* vendor */.Vp, operation, `the list goes on after ${mostPages} pages`);
        throw new errors/* VendorError */.Hi(note, { vendor: refusals/* vendor */.Vp, operation, attempts: 1, ambiguous: false });
    }
    async function command({ operation, method, path: address, data }) {
        await send({
            operation,
            method,
            url: `${base}${address}`,
            repeatable: false,
            ...(data === undefined
                ? {}
                : { body: JSON.stringify({ data }), headers: { 'content-type': 'application/json' } }),
        });
    }
    async function sendPart({ operation, method, url, headers, bytes }) {
        const methods = ['PUT', 'POST'];
        const known = methods.find((one) => one === method);
        if (known === undefined || !(url.startsWith('https://') || url.startsWith(`${base}/`))) {
            const note = messages/* kitMessages */.Z['vendor-unreadable'](refusals/* vendor */.Vp, operation, `a part is to be sent by ${method} to ${url}`);
            throw new errors/* VendorError */.Hi(note, { vendor: refusals/* vendor */.Vp, operation, attempts: 1, ambiguous: false });
        }
        await http.request({
            vendor: refusals/* vendor */.Vp,
            operation,
            method: known,
            url,
            headers,
            body: bytes,
            repeatable: true,
            ...partLimits,
        });
    }
    return {
        clock,
        log,
        read,
        pages,
        command,
        sendPart,
        sleep: async (ms) => clock.sleep(ms, signal),
        budget: () => budget,
    };
}
const linksShape = (0,shapes/* record */.g1)({ links: (0,shapes/* optional */.lq)((0,shapes/* record */.g1)({ next: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(5_000)) }, 'ignored')) }, 'ignored');
/** Everything on the pages of a list. */
async function readAll(connect, question, shape) {
    const all = [];
    for await (const page of connect.pages(question, shape))
        all.push(...page);
    return all;
}
/** Refusals are answers, too: the reasons in them are longer than what the kit keeps of a body. */
function isAnswer(status) {
    return (status >= 200 && status <= 299) || (status >= 400 && status <= 499 && ![408, 425, 429].includes(status));
}
function toQuery(query) {
    const written = new URLSearchParams(query).toString();
    return written === '' ? '' : `?${written}`;
}
function readCursor(next) {
    if (next === undefined)
        return undefined;
    const cursor = URL.canParse(next, publicApi) ? new URL(next, publicApi).searchParams.get('cursor') : null;
    if (cursor === null || cursor === '')
        throw new SyntaxError(`the link to the next page has no cursor ("${next.slice(0, 80)}")`);
    return cursor;
}
/** "user-hour-lim:3500;user-hour-rem:500;": https://developer.apple.com/documentation/appstoreconnectapi/identifying-rate-limits */
function readBudget(headers) {
    const written = headers.get('x-rate-limit') ?? '';
    const [, limit] = /user-hour-lim:(\d+)/.exec(written) ?? [];
    const [, left] = /user-hour-rem:(\d+)/.exec(written) ?? [];
    return limit === undefined || left === undefined ? undefined : { limit: Number(limit), left: Number(left) };
}


/***/ }),

/***/ 5479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vk: () => (/* binding */ readIncluded),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   _d: () => (/* binding */ many),
/* harmony export */   uR: () => (/* binding */ instant),
/* harmony export */   xH: () => (/* binding */ one)
/* harmony export */ });
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8331);

/** An enumeration of Apple's. It may grow, so a word that is not known is no error of the answer: nothing is decided for it. */
const word = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(100, /^[A-Z][A-Z_0-9]*$/, 'a word in capitals');
/** A point in time, in milliseconds since the epoch. */
const instant = (value, where) => {
    const written = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(40, /^\d{4}-\d\d-\d\dT/, 'a date and time')(value, where);
    const read = Date.parse(written);
    if (Number.isNaN(read))
        throw new SyntaxError(`${where} has to be a date and time, and is "${written}"`);
    return read;
};
const id = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(500, /^[\x21-\x7e]+$/, 'an id');
const head = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ type: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(100), id }, 'ignored');
function resource(type, attributes) {
    return (value, where) => {
        const found = head(value, where);
        if (found.type !== type)
            throw new SyntaxError(`${where} has to be of the type ${type}, and is ${found.type}`);
        const raw = value;
        return {
            id: found.id,
            attributes: attributes(raw.attributes ?? {}, `${where}.attributes`),
            related: readRelated(raw.relationships, `${where}.relationships`),
        };
    };
}
function readRelated(value, where) {
    if (typeof value !== 'object' || value === null)
        return {};
    const related = Object.entries(value).map(([name, relationship]) => {
        const data = typeof relationship === 'object' && relationship !== null && 'data' in relationship
            ? relationship.data
            : undefined;
        return [name, readIds(data, `${where}.${name}.data`)];
    });
    return Object.fromEntries(related);
}
function readIds(data, where) {
    if (data === undefined)
        return undefined;
    if (data === null)
        return [];
    return Array.isArray(data) ? (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(head)(data, where).map((one) => one.id) : [head(data, where).id];
}
/** An answer with one resource, turned into what the caller needs. */
function one(type, attributes, make) {
    const shape = documentOf(resource(type, attributes));
    return (value, where) => {
        const { data, included } = shape(value, where);
        return make(data, included);
    };
}
/** An answer with a list of them. */
function many(type, attributes, make) {
    const shape = documentOf((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(resource(type, attributes)));
    return (value, where) => {
        const { data, included } = shape(value, where);
        return data.map((item) => make(item, included));
    };
}
function documentOf(data) {
    const shape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ data, included: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((value) => value)) }, 'ignored');
    return (value, where) => {
        const read = shape(value, where);
        return { data: read.data, included: read.included ?? [] };
    };
}
/**
 * The resource that came along under a to-one relationship; null when there is none.
 * @throws SyntaxError when the answer does not tell, although it was asked: that is not the same as none.
 */
function readIncluded(included, related, type, attributes) {
    if (related === undefined)
        throw new SyntaxError(`the answer does not tell its ${type}`);
    const [wanted] = related;
    if (wanted === undefined)
        return null;
    const found = included.find((one) => {
        const { type: kind, id: name } = (one ?? {});
        return kind === type && name === wanted;
    });
    return resource(type, attributes)(found, `${type} ${wanted}`);
}


/***/ }),

/***/ 8661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ appStoreMessages)
/* harmony export */ });
/* harmony import */ var _kit_messages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

const appStoreMessages = (0,_kit_messages__WEBPACK_IMPORTED_MODULE_0__/* .defineMessages */ .Y)({
    'app-store-key-unusable': (reason) => ({
        text: `The private key for App Store Connect cannot be used: ${reason}.`,
        cure: 'Give the whole content of the .p8 file that App Store Connect let you download once (Users and Access, Integrations), as it is or in base64.',
    }),
    'app-store-key-id-invalid': (name, value) => ({
        text: `The ${name} for App Store Connect is "${value}", and cannot be one.`,
        cure: 'Copy it from Users and Access, Integrations: the key id beside the key ("2X9R4HXF34"), the issuer id (a UUID) above the list. Individual keys have no issuer id.',
    }),
    'app-store-unauthorized': (operation, said) => ({
        text: `App Store Connect does not take the credentials for "${operation}", nor a token made afresh: ${said}`,
        cure: "Check that key id, issuer id and private key belong together and that the key was not revoked (Users and Access, Integrations), and the runner's clock.",
    }),
    'app-store-agreement-missing': (operation, said) => ({
        text: `App Store Connect refuses everything until an agreement is signed; "${operation}" was answered: ${said}`,
        cure: 'The Account Holder signs in at appstoreconnect.apple.com and accepts the agreement under Business (for the developer program: developer.apple.com/account).',
    }),
    'app-store-forbidden': (operation, said) => ({
        text: `The key may not "${operation}" at App Store Connect: ${said}`,
        cure: 'Give the key the role App Manager, and access to this app (Users and Access, Integrations).',
    }),
    'app-store-refused': (operation, status, said) => ({
        text: `App Store Connect answered ${status} to "${operation}": ${said}`,
        cure: 'Mend in App Store Connect what it names, then run the job again. The request was not repeated, since it would get the same answer.',
    }),
    'app-store-rate-limited': (operation, budget) => ({
        text: `App Store Connect goes on refusing "${operation}" because of too many requests${budget}.`,
        cure: 'The limit counts the last hour of each key. Run the job again later, or give Slipway a key of its own.',
    }),
    'app-store-move-refused': (move, seen, why) => ({
        text: `"${move}" was not tried: ${why}. Seen: ${seen}.`,
        cure: 'Nothing was changed. Look at the app in App Store Connect, and ask for a move that its state allows.',
    }),
    'app-store-not-shown': (move, waited, seen) => ({
        text: `App Store Connect took "${move}", and ${waited} later does not show it. Seen: ${seen}.`,
        cure: 'Run the job again: it looks at the state first and repeats nothing that was done.',
    }),
    'app-store-not-proven': (move, why) => ({
        text: `Whether "${move}" took effect at App Store Connect could not be read back: ${why}`,
        cure: 'Run the job again: it looks at the state first and repeats nothing that was done.',
    }),
    'app-store-wait-ended': (waitedFor, waited, seen) => ({
        text: `Waiting for ${waitedFor} was given up after ${waited}. Seen: ${seen}.`,
        cure: 'Run the job again later: it goes on where this run stopped.',
    }),
    'app-store-news-too-long': (locale, length, most) => ({
        text: `What is new has ${length} characters in "${locale}", and ${most} are the most.`,
        cure: 'Shorten it; nothing was sent.',
    }),
    'app-store-language-missing': (missing, known) => ({
        text: `The version has no language ${missing}. It has: ${known}.`,
        cure: 'Add the language in App Store Connect, with description and screenshots, or leave its text out: Apple reviews no version that lacks them.',
    }),
    'app-store-upload-incomplete': (build, said) => ({
        text: `The file of build ${build} did not arrive whole at App Store Connect, though it was sent again: ${said}.`,
        cure: 'Run the job again. Nothing of it is shown to anybody, and its number is still free.',
    }),
    'app-store-screenshots-refused': (sets, said) => ({
        text: `Apple has looked at the screenshots of ${sets}, and does not take them: ${said}.`,
        cure: 'Mend the pictures that it names, and run the job again: those that were taken are not sent again.',
    }),
    'app-store-app-unknown': (bundleId) => ({
        text: `App Store Connect shows this key no app with the bundle id "${bundleId}".`,
        cure: 'Check the spelling, that the app was created in App Store Connect, and that the key has access to it.',
    }),
    'app-store-group-unknown': (names, there) => ({
        text: `TestFlight has no ${names} for this app. There ${there}.`,
        cure: 'Create the group in App Store Connect (TestFlight), or correct its name.',
    }),
    'app-store-notes-too-long': (locale, length, most) => ({
        text: `The notes on what to test for "${locale}" have ${length} characters, and ${most} are the most.`,
        cure: 'Shorten them; nothing was sent.',
    }),
});


/***/ }),

/***/ 2968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ AppStoreRefusal),
/* harmony export */   Vp: () => (/* binding */ vendor),
/* harmony export */   ni: () => (/* binding */ readRefusal)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _kit_messages__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6513);
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8331);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8661);




/** App Store Connect said no, with its reasons. */
class AppStoreRefusal extends _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi {
    reasons;
    constructor(note, details, reasons) {
        super(note, details);
        this.name = 'AppStoreRefusal';
        this.reasons = reasons;
    }
}
const vendor = 'App Store Connect';
const words = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(20_000);
const plainError = {
    code: words,
    title: words,
    detail: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(words),
    source: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ pointer: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(words), parameter: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(words) }, 'ignored')),
};
const associatedErrors = (value, where) => {
    const lists = typeof value === 'object' && value !== null ? Object.values(value) : [];
    return lists.flatMap((errors) => (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)(plainError, 'ignored'))(errors, where));
};
const errorShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ ...plainError, meta: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ associatedErrors: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(associatedErrors) }, 'ignored')) }, 'ignored');
const bodyShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ errors: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(errorShape) }, 'ignored');
/** What an answer of 400 to 499 says, as an error. Associated errors are the ones that tell what is missing. */
function readRefusal(response, operation) {
    const { status } = response;
    const reasons = readReasons(response);
    const said = reasons.length === 0 ? response.text().slice(0, 500).replaceAll(/\s+/g, ' ') : reasons.map(tell).join('; ');
    const details = { vendor, operation, status, attempts: 1, ambiguous: false, body: said, ...correlation(response) };
    return new AppStoreRefusal(choose(reasons, status, operation, said), details, reasons);
}
function choose(reasons, status, operation, said) {
    if (reasons.some(({ code }) => code.startsWith('FORBIDDEN.REQUIRED_AGREEMENTS')))
        return _messages_js__WEBPACK_IMPORTED_MODULE_2__/* .appStoreMessages */ .J['app-store-agreement-missing'](operation, said);
    if (status === 401)
        return _messages_js__WEBPACK_IMPORTED_MODULE_2__/* .appStoreMessages */ .J['app-store-unauthorized'](operation, said);
    // Without a reason it was perhaps not Apple that answered.
    if (reasons.length === 0)
        return _kit_messages__WEBPACK_IMPORTED_MODULE_1__/* .kitMessages */ .Z['vendor-refused'](vendor, operation, status, said);
    if (status === 403)
        return _messages_js__WEBPACK_IMPORTED_MODULE_2__/* .appStoreMessages */ .J['app-store-forbidden'](operation, said);
    return _messages_js__WEBPACK_IMPORTED_MODULE_2__/* .appStoreMessages */ .J['app-store-refused'](operation, status, said);
}
function readReasons(response) {
    try {
        return response
            .read(bodyShape)
            .errors.flatMap((error) => [error, ...(error.meta?.associatedErrors ?? [])].map(toReason));
    }
    catch (error) {
        if (error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi)
            return [];
        throw error;
    }
}
function toReason({ code, title, detail, source }) {
    return { code, title, detail: detail ?? '', where: source?.pointer ?? source?.parameter ?? '' };
}
function tell({ code, title, detail, where }) {
    const sentence = [title, detail].filter((part) => part !== '').join(' ');
    return `${sentence} [${[code, where].filter((part) => part !== '').join(' at ')}]`;
}
function correlation({ headers }) {
    const id = headers.get('x-request-id') ?? headers.get('x-apple-request-uuid');
    return id === null ? {} : { correlationId: id };
}


/***/ })

};
