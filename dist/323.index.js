export const id = 323;
export const ids = [323];
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

/***/ 8422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y0: () => (/* binding */ createGooglePlay),
  Ae: () => (/* binding */ path),
  RY: () => (/* binding */ publisherScope)
});

// EXTERNAL MODULE: ./src/kit/endpoints.js
var endpoints = __webpack_require__(7731);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
;// CONCATENATED MODULE: ./src/vendors/google-auth/api.js


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
const words = (0,shapes/* text */.Qq)(50_000);
const reasonsShape = (0,shapes/* optional */.lq)((0,shapes/* list */.p_)((0,shapes/* record */.g1)({ reason: (0,shapes/* optional */.lq)(words) }, 'ignored')));
const errorShape = (0,shapes/* record */.g1)({
    error: (0,shapes/* record */.g1)({ message: (0,shapes/* optional */.lq)(words), status: (0,shapes/* optional */.lq)(words), errors: reasonsShape, details: reasonsShape }, 'ignored'),
}, 'ignored');
function readError(answer) {
    try {
        const { message = '', status = '', errors = [], details = [] } = answer.read(errorShape).error;
        const reasons = [...errors, ...details].flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
        return { httpStatus: answer.status, status, said: message, reasons };
    }
    catch (error) {
        if (!(error instanceof errors/* VendorError */.Hi))
            throw error;
        const said = answer.text().slice(0, 500).replaceAll(/\s+/g, ' ').trim();
        return { httpStatus: answer.status, status: '', said, reasons: [] };
    }
}

// EXTERNAL MODULE: ./src/vendors/google-play/refusals.js
var refusals = __webpack_require__(7296);
;// CONCATENATED MODULE: ./src/vendors/google-play/client.js





/** https://developers.google.com/android-publisher/authorization */
const publisherScope = 'https://www.googleapis.com/auth/androidpublisher';
const uploadTimeoutMs = 300_000;
const publicApi = 'https://androidpublisher.googleapis.com';
/** An address below an app; what is put in is escaped, so that "wear:internal" and "My testers" are names like any other. */
function path(parts, ...names) {
    return String.raw({ raw: parts }, ...names.map((name) => encodeURIComponent(name)));
}
/**
 * A thin client on `kit/http`, so that deadlines, repetitions and redirects are those of all clients here. Google's own
 * package sends by a network stack of its own and repeats commits.
 * https://developers.google.com/android-publisher/api-ref/rest
 * @throws ConfigurationError (`endpoint-not-loopback`).
 */
function createGooglePlay(options) {
    const { http, clock, log, signal, environment, signIn, packageName } = options;
    const base = (0,endpoints/* readRedirect */.Dr)(endpoints/* redirects */.cq.google, environment) ?? publicApi;
    const below = `/androidpublisher/v3/applications/${encodeURIComponent(packageName)}`;
    const app = `${base}${below}`;
    const api = createGoogleApi({ vendor: refusals/* vendor */.Vp, http, clock, signal, signIn, explain: refusals/* explainRefusal */.GC });
    return {
        packageName,
        clock,
        log,
        read: async ({ operation, path: address, query }, shape) => (await api.send({ operation, method: 'GET', url: `${app}${address}${toQuery(query)}` })).read(shape),
        command: async ({ operation, method, path: address, query, body, repeatable }) => api.send({
            operation,
            method,
            url: `${app}${address}${toQuery(query)}`,
            repeatable,
            ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        }),
        upload: async ({ operation, to, headers, body, repeatable }) => api.send({
            operation,
            method: 'POST',
            url: 'path' in to ? `${base}/upload${below}${to.path}` : checkAddress(to.address, base, operation),
            headers,
            repeatable,
            // "Set a timeout of two minutes": https://developers.google.com/android-publisher/api-ref/rest/v3/edits.bundles/upload
            timeoutMs: uploadTimeoutMs,
            deadlineMs: uploadTimeoutMs * 2,
            ...(body === undefined ? {} : { body }),
        }),
        sleep: async (ms) => clock.sleep(ms, signal),
    };
}
function toQuery(query = {}) {
    const written = new URLSearchParams(query).toString();
    return written === '' ? '' : `?${written}`;
}
/** The token goes to Google, or to where everything goes, whatever an answer names. */
function checkAddress(address, base, operation) {
    const named = URL.canParse(address) ? new URL(address) : undefined;
    const isGoogle = named?.protocol === 'https:' && /^([a-z0-9-]+\.)+googleapis\.com$/.test(named.host);
    if (named?.origin === new URL(base).origin || (base === publicApi && isGoogle))
        return address;
    const reason = `the address of the upload is "${address.slice(0, 80)}", which is none of Google's`;
    const note = messages/* kitMessages */.Z['vendor-unreadable'](refusals/* vendor */.Vp, operation, reason);
    throw new errors/* VendorError */.Hi(note, { vendor: refusals/* vendor */.Vp, operation, attempts: 1, ambiguous: false });
}


/***/ }),

/***/ 7085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ googlePlayMessages)
/* harmony export */ });
/* harmony import */ var _kit_messages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

/** A refusal of Google's: what it means, what Google says, what to do. */
function refusal(meaning, cure) {
    return (operation, said) => ({
        text: `Google Play refused "${operation}": ${meaning}. It says: ${said === '' ? '(nothing)' : said}`,
        cure,
    });
}
const googlePlayMessages = (0,_kit_messages__WEBPACK_IMPORTED_MODULE_0__/* .defineMessages */ .Y)({
    'google-play-track-unknown': (asked, packageName, there, meant) => ({
        text: `${packageName} has no track "${asked}". There is: ${there}.`,
        cure: `Name one of these${meant === '' ? '' : ` (did you mean "${meant}"?)`}. A closed track is made in the Play Console under Testing; tracks of a watch appear once the form factor is added (Setup, Advanced settings).`,
    }),
    'google-play-track-ambiguous': (asked, packageName, candidates) => ({
        text: `"${asked}" could be several tracks of ${packageName}: ${candidates}.`,
        cure: 'Name the one that is meant as it is written here.',
    }),
    'google-play-move-refused': (move, seen, why) => ({
        text: `"${move}" was not tried: ${why}. Seen: ${seen}.`,
        cure: 'Nothing was changed. Look at the track in the Play Console, and ask for a move that its state allows.',
    }),
    'google-play-fraction-invalid': (move, why) => ({
        text: `"${move}" was not tried: ${why}.`,
        cure: 'A staged rollout goes to more than 0 and less than 1 (100 %) of the users, and upwards only. Everybody is a move of its own: complete.',
    }),
    'google-play-not-shown': (move, waited, seen) => ({
        text: `Google Play took "${move}", and ${waited} later does not show it. Seen: ${seen}.`,
        cure: 'Run the job again: it looks at the state first and repeats nothing that was done.',
    }),
    'google-play-not-proven': (move, why) => ({
        text: `Google Play took "${move}", and whether it shows could not be read: ${why}`,
        cure: 'Take it for made until you have looked. Run the job again: it looks at the state first and repeats nothing that was done.',
    }),
    'google-play-overtaken': (move, seen) => ({
        text: `Google Play took "${move}", and the track is already another: somebody else changed it at the same time. Seen: ${seen}.`,
        cure: 'Nothing was repeated, and what the other one did stands. See who changes this track beside Slipway, then run the job again: it decides by what it sees.',
    }),
    'google-play-file-unfit': (what, size, largest) => ({
        text: `The ${what} has ${size} bytes, and 1 to ${largest} can be uploaded.`,
        cure: 'Check that the build wrote the whole file, and this one. Nothing was sent.',
    }),
    'google-play-upload-broken': (what, sent, last) => ({
        text: `The upload of the ${what} broke off time and again, with ${sent} at Google; the last time with: ${last}.`,
        cure: "Look at the runner's network and at Google's status page, then run the job again: it begins anew, in an edit of its own.",
    }),
    'google-play-upload-differs': (what, sent, there) => ({
        text: `What Google has of the ${what} is not what was sent: SHA-256 ${there} instead of ${sent}.`,
        cure: 'Nothing was released. Run the job again; if it happens twice, something between the runner and Google changes the bytes.',
    }),
    'google-play-edit-gone': refusal('the edit was ended from outside, by another job with the same account, by another account or by a person in the Play Console', 'Give all jobs that change this app one concurrency group, then run the job again: it looks at the state first.'),
    'google-play-in-review': refusal('something of this app is in review, and sending this change would take it out of the queue', 'Wait until the review is over (Play Console, Publishing overview). Where this change is worth more, such as a halt, ask for it with the review restarted.'),
    'google-play-review-by-hand': refusal('after a rejection Google sends no change of this app for review by itself', 'Mend what was rejected in the Play Console and send it for review there. Or allow changes that are not sent by themselves: then somebody has to send them in the Console (Publishing overview).'),
    'google-play-review-automatic': refusal('Google sends the changes of this app for review by itself, and does not let a change wait for a person', 'Do not ask for a review by hand. To keep an approved change from users use managed publishing (Play Console, Publishing overview).'),
    'google-play-unauthorized': refusal('it does not take the access token, nor one made afresh', 'Check that the service account still exists and is not disabled.'),
    'google-play-forbidden': refusal('the account may not do this with this app', 'Invite the service account in the Play Console (Users and permissions) and give it for this app: view app information, release to testing tracks, release to production, and reply to reviews where ratings are a gate.'),
    'google-play-api-disabled': refusal('the Google Play Android Developer API is switched off in the project of the account', 'Enable androidpublisher.googleapis.com in the Google Cloud project that it names, and wait some minutes.'),
    'google-play-scope-missing': refusal('the access token does not have the scope of this API', 'Sign in with the scope https://www.googleapis.com/auth/androidpublisher (google-github-actions/auth: access_token_scopes).'),
    'google-play-package-unknown': refusal('it knows no app with this package name', 'Check the spelling, and that the app belongs to this developer account. A new app needs its first bundle uploaded by hand in the Play Console.'),
    'google-play-track-not-found': refusal('the app has no such track', 'Name a track as the Play Console and the list of tracks write it.'),
    'google-play-codes-unknown': refusal('no bundle or APK with these version codes was uploaded', 'Upload the bundle first, and check the version code against the App bundle explorer of the Play Console.'),
    'google-play-code-used': refusal('the version code was used before, and Google never takes one twice', 'Build with a higher version code. If the upload of an earlier run went through, go on with that bundle.'),
    'google-play-package-invalid': refusal('the file is not what this app takes', 'Upload the signed release bundle (or APK) of this very package.'),
    'google-play-no-upgrade': refusal('nobody who has the app could update to this version', 'Its version code has to be higher than those that users of this track have, and its devices have to be theirs (a watch bundle belongs on a watch track).'),
    'google-play-form-factor': refusal('the bundle and the track are for different form factors', 'Release a watch bundle on a track that begins with "wear:", and a phone bundle on one that does not.'),
    'google-play-no-countries': refusal('the track is available in no country', 'Choose countries for the track in the Play Console (the track, tab Countries / regions).'),
    'google-play-declaration-missing': refusal('the app uses a permission that has to be declared', 'Fill in the declaration in the Play Console (Policy, App content), then run the job again.'),
    'google-play-account-blocked': refusal('the developer account may not publish', 'The account owner has to look at the messages in the Play Console.'),
    'google-play-draft-app': refusal('the app was never published, and takes only drafts', 'Publish the first release by hand in the Play Console, or start this one as a draft.'),
    'google-play-first-staged': refusal('nobody has the app from this track yet, so there is nothing to stage', 'Give the first release of a track to everybody.'),
    'google-play-fully-released': refusal('the version is out to everybody, and cannot be staged any more', 'Nothing is left to raise. To stop it, halt it.'),
    'google-play-fraction': refusal('the fraction is not one that this release can have', 'A fraction lies between 0 and 1, both excluded, and belongs only to a release under way or halted.'),
    'google-play-notes-too-long': refusal('release notes are too long', 'Shorten them to 500 characters in each language.'),
    'google-play-one-of-a-kind': refusal('a track holds one release of each status', 'Look at the track in the Play Console: somebody may have started another release meanwhile.'),
    'google-play-release-to-halt-missing': refusal('a halted release of this track is in the way', 'Discard or complete the halted release in the Play Console, then run the job again.'),
    'google-play-rate-limited': refusal('too many requests', 'Run the job again later. 3,000 requests a minute are shared by all jobs of the project.'),
    'google-play-precondition': refusal('the app is in a state that does not allow it, and Google does not name which', 'Open the Publishing overview and the dashboard of the app in the Play Console: unfinished forms, a pending review or a first release that was never made by hand are what it usually is.'),
    'google-play-refused': refusal('it would refuse the same request again', 'Mend in the Play Console what it names, then run the job again.'),
});


/***/ }),

/***/ 4160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ openGooglePlay)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/kit/endpoints.js
var endpoints = __webpack_require__(7731);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/jwt.js
var jwt = __webpack_require__(128);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
;// CONCATENATED MODULE: ./src/vendors/google-auth/messages.js

const googleAuthMessages = (0,messages/* defineMessages */.Y)({
    'google-credentials-missing': () => ({
        text: 'There are no credentials for Google: neither the input nor GOOGLE_APPLICATION_CREDENTIALS names any.',
        cure: 'Run google-github-actions/auth in a step before this one, or give the JSON of a service account key. On a machine of Google Cloud give "machine".',
    }),
    'google-credentials-unusable': (where, reason) => ({
        text: `The credentials for Google in ${where} cannot be used: ${reason}.`,
        cure: 'Give the JSON as Google or google-github-actions/auth wrote it: of the type service_account, external_account or authorized_user.',
    }),
    'google-sign-in-refused': (who, said) => ({
        text: `Google does not let ${who} in: ${said}`,
        cure: 'Look whether the key or the grant still exists, whether the workload identity pool accepts this repository and branch, and whether the clock of the machine is right.',
    }),
});

;// CONCATENATED MODULE: ./src/vendors/google-auth/credentials.js





/**
 * Finds credentials: what is given (JSON, or the path of a file that holds it, or the word "machine"), or else the file that
 * GOOGLE_APPLICATION_CREDENTIALS names, which google-github-actions/auth sets.
 * @param given the empty string for none
 * @throws ConfigurationError (`google-credentials-missing`, `google-credentials-unusable`), before anything is sent.
 */
function findCredentials(given, environment) {
    if (given.trim() === 'machine')
        return { credentials: { kind: 'machine' }, secrets: [] };
    if (given.trim().startsWith('{'))
        return readJson(given, 'the input');
    const variable = 'GOOGLE_APPLICATION_CREDENTIALS';
    const file = given.trim() === '' ? (environment[variable] ?? '') : given.trim();
    if (file === '')
        throw new errors/* ConfigurationError */.j1(googleAuthMessages['google-credentials-missing']());
    // A path is shown, but not a text that only might be one: it could be a cut-off key.
    const where = given.trim() === '' ? variable : 'the file that the input names';
    let content;
    try {
        content = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown';
        throw unusable(where, `they are neither JSON nor a file that can be read (${code})`);
    }
    return readJson(content, where);
}
function readJson(text, where) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        // The parser's own message would quote the text.
        throw unusable(where, 'they are no JSON, or cut off');
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw unusable(where, 'they are no object');
    const members = value;
    const universe = members['universe_domain'] ?? 'googleapis.com';
    if (universe !== 'googleapis.com')
        throw unusable(where, `their universe_domain is ${show(universe)}`);
    const type = members['type'] ?? 'missing';
    const read = typeof type === 'string' && Object.hasOwn(readers, type) ? readers[type] : undefined;
    if (read === undefined)
        throw unusable(where, `their type is ${show(type)}`);
    const credentials = read(members, where);
    return { credentials, secrets: listSecrets(credentials, members) };
}
function listSecrets(credentials, members) {
    if (credentials.kind === 'service-account')
        return [String(members['private_key'])];
    if (credentials.kind === 'authorized-user')
        return [credentials.clientSecret, credentials.refreshToken];
    if (credentials.kind === 'machine' || !('headers' in credentials.source.at))
        return [];
    return Object.entries(credentials.source.at.headers)
        .filter(([name]) => name.toLowerCase() === 'authorization')
        .map(([, value]) => value.replace(/^\w+ +/, ''));
}
const readers = {
    service_account: (members, where) => {
        const keyId = members['private_key_id'];
        return {
            kind: 'service-account',
            email: textOf(members, 'client_email', where),
            ...(typeof keyId === 'string' && keyId !== '' ? { keyId } : {}),
            key: readKey(textOf(members, 'private_key', where), where),
        };
    },
    external_account: (members, where) => {
        const impersonationUrl = members['service_account_impersonation_url'];
        return {
            kind: 'workload-identity',
            audience: textOf(members, 'audience', where),
            subjectTokenType: textOf(members, 'subject_token_type', where),
            tokenUrl: ofGoogle(textOf(members, 'token_url', where), 'token_url', where),
            source: readSource(members['credential_source'], where),
            ...(typeof impersonationUrl === 'string' && impersonationUrl !== ''
                ? { impersonationUrl: ofGoogle(impersonationUrl, 'service_account_impersonation_url', where) }
                : {}),
        };
    },
    authorized_user: (members, where) => ({
        kind: 'authorized-user',
        clientId: textOf(members, 'client_id', where),
        clientSecret: textOf(members, 'client_secret', where),
        refreshToken: textOf(members, 'refresh_token', where),
    }),
};
function readKey(pem, where) {
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)(pem);
    }
    catch (error) {
        // OpenSSL names the step that failed and nothing of the key.
        throw unusable(where, `their private_key is damaged or cut off (${(0,errors/* describeError */.Uc)(error)})`);
    }
    if (key.asymmetricKeyType === 'rsa')
        return key;
    throw unusable(where, `their private_key is of the kind ${key.asymmetricKeyType ?? 'unknown'}, and has to be RSA`);
}
/** https://google.aip.dev/auth/4117: file and url; the others need a program or Amazon's signature. */
function readSource(value, where) {
    const source = (typeof value === 'object' && value !== null ? value : {});
    const format = (typeof source['format'] === 'object' && source['format'] !== null ? source['format'] : {});
    const field = format['type'] === 'json' ? { field: textOf(format, 'subject_token_field_name', where) } : {};
    if (typeof source['file'] === 'string' && source['file'] !== '')
        return { at: { file: source['file'] }, ...field };
    if (typeof source['url'] === 'string' && source['url'] !== '') {
        const { url } = source;
        if (!URL.canParse(url) || (new URL(url).protocol !== 'https:' && !(0,endpoints/* isLoopback */.U9)(url)))
            throw unusable(where, `the url of their credential_source is no https address`);
        return { at: { url, headers: readHeaders(source['headers']) }, ...field };
    }
    throw unusable(where, 'their credential_source is neither a file nor a url');
}
function readHeaders(value) {
    const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
    return Object.fromEntries(entries.map(([name, content]) => [name, String(content)]));
}
/** Tokens go to Google and to this machine only, whatever the file says. */
function ofGoogle(url, name, where) {
    const host = URL.canParse(url) ? new URL(url) : undefined;
    const isGoogle = host?.protocol === 'https:' && /^([a-z0-9-]+\.)+googleapis\.com$/.test(host.host);
    if (isGoogle || (0,endpoints/* isLoopback */.U9)(url))
        return url;
    throw unusable(where, `their ${name} is ${show(url)}, which is no address of Google`);
}
function textOf(members, name, where) {
    const value = members[name];
    if (typeof value === 'string' && value !== '')
        return value;
    throw unusable(where, `they have no ${name}`);
}
function unusable(where, reason) {
    return new errors/* ConfigurationError */.j1(googleAuthMessages['google-credentials-unusable'](where, reason));
}
function show(value) {
    return JSON.stringify(value).slice(0, 80);
}

;// CONCATENATED MODULE: ./src/vendors/google-auth/sign-in.js








const vendor = 'Google';
/** Longer than the deadline of one request (kit/http: 120 s), whose attempts all carry the same token. */
const marginMs = 150_000;
/** https://developers.google.com/identity/protocols/oauth2/service-account: an hour is the most. */
const assertionSeconds = 3_600;
/** Clocks differ, and an assertion from the future is refused. */
const backdatedSeconds = 30;
const tokenUrl = 'https://oauth2.googleapis.com/token';
const metadataUrl = 'http://metadata.google.internal';
/** What the pool's identity needs to ask for a token of a service account, and no more. */
const iamScope = 'https://www.googleapis.com/auth/iam';
const longest = 20_000;
/**
 * Google maintains a library for this, which is not used: it sends by its own network stack, without our deadlines and
 * repetitions and past the refusal of redirected hosts, and reads the time by itself. What a runner needs of it are four
 * requests.
 * @throws ConfigurationError for credentials that cannot be used, before anything is sent.
 */
function createGoogleSignIn(options) {
    const { http, clock, environment, vault, given, scopes } = options;
    const redirect = (0,endpoints/* readRedirect */.Dr)(endpoints/* redirects */.cq.google, environment);
    const { credentials, secrets } = findCredentials(given, environment);
    for (const secret of secrets)
        vault.add('Google credentials', secret);
    const who = describe(credentials);
    let token;
    let last;
    /** Google's hosts are all one where an emulator stands for them. */
    const at = (url) => (redirect === undefined ? url : `${redirect}${new URL(url).pathname}`);
    async function ask(request) {
        try {
            // A token more changes nothing for anybody.
            return await http.request({ ...request, vendor, repeatable: true });
        }
        catch (error) {
            if (!(error instanceof errors/* VendorError */.Hi) || ![400, 401, 403].includes(error.details.status ?? 0))
                throw error;
            const note = googleAuthMessages['google-sign-in-refused'](who, readReason(error));
            throw new errors/* ConfigurationError */.j1(note, [], { cause: error });
        }
    }
    async function exchange(url, form) {
        const answer = await ask({
            operation: 'sign in',
            method: 'POST',
            url: at(url),
            headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
            body: new URLSearchParams(form).toString(),
        });
        const { access_token: value, expires_in: seconds } = answer.read(tokenShape);
        return keep(value, clock.now() + seconds * 1_000);
    }
    function keep(value, expires) {
        vault.add('Google access token', value);
        return { value, expires };
    }
    async function readSubject({ at: place, field }) {
        const raw = 'file' in place ? readSubjectFile(place.file) : await fetchSubject(place.url, place.headers);
        const subject = field === undefined ? raw.trim() : readField(raw, field);
        if (subject === '')
            throw refuseSubject('the token of the identity provider is empty');
        vault.add('token of the identity provider', subject);
        return subject;
    }
    async function fetchSubject(url, headers) {
        const answer = await ask({ operation: 'read the token of the identity provider', method: 'GET', url, headers });
        return answer.text();
    }
    function readSubjectFile(file) {
        try {
            return (0,external_node_fs_.readFileSync)(file, 'utf8');
        }
        catch {
            throw refuseSubject(`the file with the token of the identity provider cannot be read: ${file}`);
        }
    }
    function readField(raw, field) {
        try {
            return (0,shapes/* record */.g1)({ [field]: (0,shapes/* text */.Qq)(longest) }, 'ignored')(JSON.parse(raw), '')[field] ?? '';
        }
        catch {
            throw refuseSubject(`the token of the identity provider does not come as JSON with "${field}"`);
        }
    }
    function refuseSubject(reason) {
        return new errors/* ConfigurationError */.j1(googleAuthMessages['google-sign-in-refused'](who, `${reason}.`));
    }
    async function impersonate(url, by) {
        const answer = await ask({
            operation: 'sign in as the service account',
            method: 'POST',
            url: at(url),
            headers: { authorization: `Bearer ${by.value}`, 'content-type': 'application/json' },
            body: JSON.stringify({ scope: scopes }),
        });
        const { accessToken, expireTime } = answer.read(impersonatedShape);
        return keep(accessToken, Date.parse(expireTime));
    }
    const ways = {
        'service-account': async (own) => exchange(tokenUrl, {
            grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
            assertion: makeAssertion(own, scopes, clock),
        }),
        'workload-identity': async (own) => {
            const { impersonationUrl } = own;
            const federated = await exchange(own.tokenUrl, {
                grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
                audience: own.audience,
                scope: impersonationUrl === undefined ? scopes.join(' ') : iamScope,
                requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
                subject_token: await readSubject(own.source),
                subject_token_type: own.subjectTokenType,
            });
            return impersonationUrl === undefined ? federated : impersonate(impersonationUrl, federated);
        },
        'authorized-user': async (own) => exchange(tokenUrl, {
            grant_type: 'refresh_token',
            client_id: own.clientId,
            client_secret: own.clientSecret,
            refresh_token: own.refreshToken,
        }),
        machine: async () => {
            const answer = await ask({
                operation: "read the machine's token",
                method: 'GET',
                url: `${at(`${metadataUrl}/computeMetadata/v1/instance/service-accounts/default/token`)}?${new URLSearchParams({ scopes: scopes.join(',') }).toString()}`,
                headers: { 'metadata-flavor': 'Google' },
            });
            const { access_token: value, expires_in: seconds } = answer.read(tokenShape);
            return keep(value, clock.now() + seconds * 1_000);
        },
    };
    async function renew() {
        const way = ways[credentials.kind];
        const asked = way(credentials);
        token = asked;
        try {
            last = await asked;
            return last.value;
        }
        finally {
            if (token === asked)
                token = undefined;
        }
    }
    return {
        who,
        renew,
        accessToken: async () => {
            if (token !== undefined)
                return (await token).value;
            if (last !== undefined && clock.now() < last.expires - marginMs)
                return last.value;
            return renew();
        },
    };
}
const tokenShape = (0,shapes/* record */.g1)({ access_token: (0,shapes/* text */.Qq)(longest, /./, 'a token'), expires_in: (0,shapes/* number */.ai)('whole', 1, 86_400) }, 'ignored');
const impersonatedShape = (0,shapes/* record */.g1)({ accessToken: (0,shapes/* text */.Qq)(longest, /./, 'a token'), expireTime: (0,shapes/* text */.Qq)(40, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, 'a time') }, 'ignored');
function makeAssertion({ email, keyId, key }, scopes, clock) {
    const issued = Math.floor(clock.now() / 1_000) - backdatedSeconds;
    const header = { alg: 'RS256', typ: 'JWT', ...(keyId === undefined ? {} : { kid: keyId }) };
    const claims = { iss: email, scope: scopes.join(' '), aud: tokenUrl, iat: issued, exp: issued + assertionSeconds };
    return (0,jwt/* makeJwt */.I)(header, claims, (content) => (0,external_node_crypto_.sign)('RSA-SHA256', content, key));
}
function describe(credentials) {
    switch (credentials.kind) {
        case 'service-account':
            return credentials.email;
        case 'workload-identity': {
            const account = /\/serviceAccounts\/([^/:]+):/.exec(credentials.impersonationUrl ?? '')?.[1];
            return account === undefined ? `the workload identity ${credentials.audience}` : decodeURIComponent(account);
        }
        case 'authorized-user':
            return 'the person who agreed';
        case 'machine':
            return 'the account of this machine';
    }
}
/** `error_description` of OAuth (RFC 6749, 5.2), the message of Google's APIs, or the answer as it is. */
function readReason({ details }) {
    const said = details.body ?? '';
    const description = /"(?:error_description|message)"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(said)?.[1];
    return `${details.status ?? ''} ${description === undefined ? said : String(JSON.parse(description))}`.trim();
}

// EXTERNAL MODULE: ./src/vendors/google-play/client.js + 1 modules
var client = __webpack_require__(8422);
;// CONCATENATED MODULE: ./src/vendors/google-play/open.js


/**
 * The app at Google Play, with the credentials of an input.
 * @param given JSON, the path of a file that holds it, "machine", or nothing
 * @throws ConfigurationError for credentials that are none
 */
function openGooglePlay(context, given, packageName) {
    const { http: openHttp, clock, log, signal, environment, vault } = context;
    const http = openHttp();
    const signIn = createGoogleSignIn({ http, clock, environment, vault, given, scopes: [client/* publisherScope */.RY] });
    log.info(`Google Play: signing in as ${signIn.who}`);
    return (0,client/* createGooglePlay */.y0)({ http, clock, log, signal, environment, signIn, packageName });
}


/***/ }),

/***/ 7296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ explainRefusal),
/* harmony export */   Vp: () => (/* binding */ vendor),
/* harmony export */   W$: () => (/* binding */ findRefusal)
/* harmony export */ });
/* unused harmony export GooglePlayRefusal */
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7085);


const vendor = 'Google Play';
/** Google Play said no. */
class GooglePlayRefusal extends _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi {
    /** Which row of the table it is: the id of its message without "google-play-". Decisions rest on it. */
    kind;
    constructor(note, details) {
        super(note, details);
        this.name = 'GooglePlayRefusal';
        this.kind = note.id.replace(/^google-play-/, '');
    }
}
const tramline = 'https://github.com/tramlinehq/tramline (play_developer/error.rb)';
const pages = 'https://developers.google.com/android-publisher';
const says = (pattern, ...statuses) => ({ said, httpStatus }) => pattern.test(said) && (statuses.length === 0 || statuses.includes(httpStatus));
const gives = (...names) => ({ reasons }) => reasons.some((reason) => names.includes(reason));
const either = (...tests) => (error) => tests.some((test) => test(error));
const messages = _messages_js__WEBPACK_IMPORTED_MODULE_1__/* .googlePlayMessages */ .u;
/** In this order: the first that fits. A 403 is as often a bundle that Google does not take as a permission. */
const table = [
    {
        note: messages['google-play-edit-gone'],
        fault: 'vendor',
        when: either(says(/edit has been deleted|edit has expired|outside of this edit|already been successfully committed/i), says(/^edit not found/i, 404), gives('editExpired', 'editNotFound', 'editAlreadyCommitted'), ({ httpStatus }) => httpStatus === 409),
        source: `${pages}/concurrency-considerations, ${pages}/api-ref/rest/v3/edits; the words: ${tramline}, https://github.com/r0adkll/upload-google-play/issues/96; legacy reasons: https://github.com/Triple-T/gradle-play-publisher (Responses.kt)`,
    },
    {
        note: messages['google-play-in-review'],
        fault: 'vendor',
        when: either(gives('CHANGES_ALREADY_IN_REVIEW'), says(/already have changes in review/i)),
        source: `${pages}/api-ref/rest/v3/edits/commit#changes_in_review_error_message_sample`,
    },
    {
        note: messages['google-play-review-by-hand'],
        fault: 'user',
        when: says(/cannot be sent for review automatically/i),
        source: 'https://github.com/r0adkll/upload-google-play/issues/228',
    },
    {
        note: messages['google-play-review-automatic'],
        fault: 'user',
        when: says(/changesNotSentForReview must not be set/i),
        source: 'https://github.com/r0adkll/upload-google-play/issues/228',
    },
    {
        note: messages['google-play-rate-limited'],
        fault: 'vendor',
        when: gives('rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded'),
        source: `${pages}/quotas`,
    },
    {
        note: messages['google-play-unauthorized'],
        fault: 'user',
        when: ({ httpStatus }) => httpStatus === 401,
        source: 'https://cloud.google.com/docs/authentication/troubleshoot-adc',
    },
    {
        note: messages['google-play-api-disabled'],
        fault: 'user',
        when: either(says(/has not been used in project|it is disabled/i, 403), gives('accessNotConfigured', 'SERVICE_DISABLED')),
        source: tramline,
    },
    {
        note: messages['google-play-scope-missing'],
        fault: 'user',
        when: either(says(/insufficient authentication scopes/i), gives('ACCESS_TOKEN_SCOPE_INSUFFICIENT')),
        source: 'https://cloud.google.com/docs/authentication/troubleshoot-adc',
    },
    {
        note: messages['google-play-forbidden'],
        fault: 'user',
        when: says(/caller does not have permission/i, 403),
        source: tramline,
    },
    {
        note: messages['google-play-code-used'],
        fault: 'user',
        when: either(says(/version code .*already been used/i), gives('apkUpgradeVersionConflict', 'apkNotificationMessageKeyUpgradeVersionConflict')),
        source: `${tramline}, https://github.com/fastlane/fastlane/issues/16553`,
    },
    {
        note: messages['google-play-form-factor'],
        fault: 'user',
        when: says(/android\.hardware\.type\.watch/),
        source: 'https://github.com/r0adkll/upload-google-play/issues/235',
    },
    {
        note: messages['google-play-no-upgrade'],
        fault: 'user',
        when: either(says(/does not allow any existing users to upgrade/i), gives('apkNoUpgradePath')),
        source: tramline,
    },
    {
        note: messages['google-play-package-invalid'],
        fault: 'user',
        when: says(/was not signed|wrong package name|not a valid zip archive/i),
        source: tramline,
    },
    {
        note: messages['google-play-no-countries'],
        fault: 'user',
        when: says(/targeting no countries/i),
        source: tramline,
    },
    {
        note: messages['google-play-declaration-missing'],
        fault: 'user',
        when: says(/you must let us know whether/i),
        source: tramline,
    },
    {
        note: messages['google-play-account-blocked'],
        fault: 'user',
        when: says(/issues with your account/i),
        source: tramline,
    },
    {
        note: messages['google-play-notes-too-long'],
        fault: 'user',
        when: says(/notes in language .* too long/i),
        source: 'https://github.com/keymanapp/keyman/issues/5533',
    },
    {
        note: messages['google-play-package-unknown'],
        fault: 'user',
        when: either(says(/^package not found/i, 404), gives('applicationNotFound')),
        source: tramline,
    },
    {
        note: messages['google-play-codes-unknown'],
        fault: 'user',
        when: says(/version codes could not be found/i, 404),
        source: tramline,
    },
    {
        note: messages['google-play-track-not-found'],
        fault: 'user',
        when: either(says(/track (not found|empty)/i, 404), gives('trackNotFound', 'trackEmpty')),
        source: 'https://github.com/fastlane/fastlane (supply/lib/supply/client.rb)',
    },
    {
        note: messages['google-play-draft-app'],
        fault: 'user',
        when: says(/only releases with status draft/i),
        source: tramline,
    },
    {
        note: messages['google-play-first-staged'],
        fault: 'user',
        when: says(/first release on a track cannot be staged/i),
        source: tramline,
    },
    {
        note: messages['google-play-fully-released'],
        fault: 'user',
        when: says(/fully released can ?not be staged/i),
        source: tramline,
    },
    {
        note: messages['google-play-fraction'],
        fault: 'user',
        when: says(/user ?fraction/i, 400),
        source: 'https://github.com/fastlane/fastlane/issues/17605',
    },
    {
        note: messages['google-play-one-of-a-kind'],
        fault: 'user',
        when: says(/only one \w+ release is allowed/i),
        source: 'https://github.com/fastlane/fastlane/issues/28995',
    },
    {
        note: messages['google-play-release-to-halt-missing'],
        fault: 'user',
        when: gives('releaseToHaltNotFound'),
        source: 'https://github.com/fastlane/fastlane/issues/13588',
    },
    {
        note: messages['google-play-precondition'],
        fault: 'vendor',
        when: either(says(/precondition check failed/i), ({ status }) => status === 'FAILED_PRECONDITION'),
        source: 'https://github.com/r0adkll/upload-google-play/issues/239',
    },
];
/** What a refusal means. A user's fault is a ConfigurationError that has the refusal as its cause. */
function explainRefusal(error, details) {
    const row = table.find(({ when }) => when(error));
    const note = (row?.note ?? messages['google-play-refused'])(details.operation, error.said);
    const refusal = new GooglePlayRefusal(note, details);
    return row?.fault === 'user' ? new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(note, [], { cause: refusal }) : refusal;
}
/** The refusal behind an error, whosever fault it is; undefined for every other error. */
function findRefusal(error) {
    if (error instanceof GooglePlayRefusal)
        return error;
    return error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1 && error.cause instanceof GooglePlayRefusal ? error.cause : undefined;
}


/***/ }),

/***/ 9091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MM: () => (/* binding */ tracksShape),
/* harmony export */   j5: () => (/* binding */ isSameFraction),
/* harmony export */   lP: () => (/* binding */ toTrack),
/* harmony export */   lS: () => (/* binding */ tellTrack),
/* harmony export */   nd: () => (/* binding */ integer)
/* harmony export */ });
/* unused harmony exports idOf, findRelease, tellFraction */
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8331);

/** An int64, which Google's JSON writes as a text and some clients as a number. */
const integer = (value, where) => {
    const written = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(19, /^\d+$/, 'a whole number')(typeof value === 'number' ? String(value) : value, where);
    return (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)('whole', 0, Number.MAX_SAFE_INTEGER)(Number(written), where);
};
/** A double, of which the same holds. */
const fraction = (value, where) => (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)('any', 0, 1)(typeof value === 'string' && value !== '' ? Number(value) : value, where);
const words = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(10_000);
const releaseShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
    name: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(words),
    versionCodes: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(integer)),
    status: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(['draft', 'inProgress', 'halted', 'completed']),
    userFraction: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(fraction),
    inAppUpdatePriority: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)('whole', 0, 5)),
    releaseNotes: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ language: words, text: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(words) }, 'ignored'))),
    countryTargeting: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ countries: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(words)), includeRestOfWorld: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)([true, false])) }, 'ignored')),
}, 'ignored');
const readRelease = (value, where) => {
    const { name, versionCodes, status, userFraction, ...read } = releaseShape(value, where);
    return {
        name: name ?? '',
        versionCodes: versionCodes ?? [],
        status,
        fraction: userFraction ?? null,
        priority: read.inAppUpdatePriority ?? 0,
        notes: (read.releaseNotes ?? []).map((note) => ({ language: note.language, text: note.text ?? '' })),
        countries: read.countryTargeting === undefined
            ? null
            : {
                codes: read.countryTargeting.countries ?? [],
                restOfWorld: read.countryTargeting.includeRestOfWorld ?? false,
            },
        sent: value,
    };
};
const trackShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ track: words, releases: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(readRelease)) }, 'ignored');
/** `tracks` of https://developers.google.com/android-publisher/api-ref/rest/v3/edits.tracks/list. */
const tracksShape = (value, where) => {
    const { tracks } = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ tracks: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(trackShape) }, 'ignored')(value, where);
    return tracks.map(({ track, releases }) => ({ name: track, releases: releases ?? [] }));
};
/** Without what only goes back to Google. */
function toTrack({ name, releases }) {
    return {
        name,
        releases: releases.map(({ name: label, versionCodes, status, fraction: share, priority, notes, countries }) => ({
            name: label,
            versionCodes,
            status,
            fraction: share,
            priority,
            notes,
            countries,
        })),
    };
}
/** By which a release is the same one from look to look. */
function idOf({ versionCodes }) {
    return Math.max(...versionCodes);
}
/** The release of which this is the highest version code: one that merely retains it is another. */
function findRelease({ releases }, versionCode) {
    return releases.find((release) => idOf(release) === versionCode);
}
/** Doubles that went through JSON, and perhaps through a float on the way. */
function isSameFraction(one, other) {
    if (one === null || other === null)
        return one === other;
    return Math.abs(one - other) < 1e-6;
}
/** "5 %", "99.9 %". */
function tellFraction(share) {
    return `${Number((share * 100).toFixed(4))} %`;
}
/** In words, as messages show it: "production has 42 inProgress at 5 %, 40 completed". */
function tellTrack({ name, releases }) {
    const told = releases.map(({ versionCodes, status, fraction: share }) => {
        const codes = versionCodes.length === 0 ? 'no version code' : versionCodes.toSorted((a, b) => b - a).join('+');
        return `${codes} ${status}${share === null ? '' : ` at ${tellFraction(share)}`}`;
    });
    return `${name} has ${told.length === 0 ? 'no release' : told.join(', ')}`;
}


/***/ }),

/***/ 8287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ listSpellings),
/* harmony export */   M: () => (/* binding */ resolveTrack)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _kit_suggest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9839);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7085);



/**
 * Form factors whose tracks have names of their own: https://developers.google.com/android-publisher/tracks#ff-track-name
 * (wear, automotive); the others are those that users of the API have seen.
 */
const prefixes = ['wear:', 'automotive:', 'tv:', 'android_xr:', 'google_play_games_pc:'];
/** Spellings of one track: documents say "qa" where lists of tracks say "internal", and the Play Console says "open" for "beta". */
const spellings = {
    internal: ['internal', 'qa'],
    qa: ['qa', 'internal'],
    open: ['beta'],
};
const namedTracks = new Set(['production', 'beta', 'internal', 'qa']);
/** Names under which a track may be found where nobody has the list of tracks; the likeliest first. */
function listSpellings(asked) {
    const [prefix, name] = split(asked);
    const known = name === 'closed' ? ['alpha'] : (spellings[name] ?? [name]);
    return [...new Set([...known.map((one) => prefix + one), asked])];
}
/**
 * The name that a track has in this app. "closed" is the closed track of a form factor: "alpha", or one with a name of its own;
 * never "beta", which is open to everybody. Which releases are there does not matter, so that the answer is the same tomorrow.
 * @param there names of all tracks of the app
 * @throws ConfigurationError (`google-play-track-unknown`, `google-play-track-ambiguous`), with the names that there are.
 */
function resolveTrack(asked, there, packageName) {
    if (there.includes(asked))
        return asked;
    const [prefix, name] = split(asked);
    const candidates = name === 'closed' ? listClosed(prefix, there) : listSpellings(asked).filter((one) => there.includes(one));
    const [first, second] = candidates;
    const quoted = (names) => names.map((one) => `"${one}"`).join(', ');
    if (first !== undefined && (name !== 'closed' || second === undefined))
        return first;
    if (second !== undefined) {
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .googlePlayMessages */ .u['google-play-track-ambiguous'](asked, packageName, quoted(candidates)));
    }
    const list = there.length === 0 ? 'none' : quoted(there);
    const meant = (0,_kit_suggest__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .Z)(asked, there) ?? '';
    throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .googlePlayMessages */ .u['google-play-track-unknown'](asked, packageName, list, meant));
}
function listClosed(prefix, there) {
    return there.filter((one) => {
        const [own, name] = split(one);
        return own === prefix && !namedTracks.has(name);
    });
}
function split(track) {
    const prefix = prefixes.find((one) => track.startsWith(one)) ?? '';
    return [prefix, track.slice(prefix.length)];
}


/***/ }),

/***/ 3058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AW: () => (/* binding */ findLifecycle),
  DO: () => (/* binding */ readLifecycle),
  LR: () => (/* binding */ readTracks),
  Ul: () => (/* binding */ readTracksAndCodes)
});

// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/vendors/google-play/client.js + 1 modules
var client = __webpack_require__(8422);
// EXTERNAL MODULE: ./src/vendors/google-play/refusals.js
var refusals = __webpack_require__(7296);
// EXTERNAL MODULE: ./src/vendors/google-play/releases.js
var releases = __webpack_require__(9091);
;// CONCATENATED MODULE: ./src/vendors/google-play/edits.js





const committing = 'commit the edit';
const mostEdits = 3;
const pauseMs = 5_000;
const editShape = (0,shapes/* record */.g1)({ id: (0,shapes/* text */.Qq)(200, /^[\w.-]+$/, 'an id') }, 'ignored');
/**
 * Opens an edit, which ends any other edit that this account has open for the app, and closes it again unless it was
 * committed. What is uploaded into an edit is lost with it.
 * https://developers.google.com/android-publisher/edits, https://developers.google.com/android-publisher/concurrency-considerations
 */
async function withEdit(play, use) {
    const opened = await play.command({
        operation: 'open an edit',
        method: 'POST',
        path: '/edits',
        // A second one ends the first, and that is all.
        repeatable: true,
    });
    const { id } = opened.read(editShape);
    const state = { isOpen: true };
    const edit = {
        id,
        readTracks: async () => play.read({ operation: 'read the tracks', path: (0,client/* path */.Ae) `/edits/${id}/tracks` }, releases/* tracksShape */.MM),
        putTrack: async (name, releases) => {
            await play.command({
                operation: 'change the track',
                method: 'PUT',
                path: (0,client/* path */.Ae) `/edits/${id}/tracks/${name}`,
                body: { track: name, releases },
                // Nothing but the edit changes, and to the same.
                repeatable: true,
            });
        },
        commit: async (policy) => commit(play, id, policy, () => {
            state.isOpen = false;
        }),
    };
    try {
        return await use(edit);
    }
    finally {
        if (state.isOpen)
            await edits_close(play, id);
    }
}
/**
 * The same, with a new edit when one was ended from outside. For what only reads: whoever changes something has to look again.
 * @throws GooglePlayRefusal (`google-play-edit-gone`) when that happens time and again.
 */
async function readInEdit(play, read) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await withEdit(play, read);
        }
        catch (error) {
            if ((0,refusals/* findRefusal */.W$)(error)?.kind !== 'edit-gone' || attempt === mostEdits)
                throw error;
            play.log.info(`Google Play: the edit was ended from outside; attempt ${attempt + 1} of ${mostEdits}`);
            // Who comes back at once ends the edit of the one that ended his.
            await play.sleep(pauseMs * attempt);
        }
    }
}
async function commit(play, id, policy, onEnd) {
    const { inReview = 'refuse', review = 'automatic' } = policy;
    const send = async (byHand) => {
        const changesInReviewBehavior = inReview === 'refuse' ? 'ERROR_IF_IN_REVIEW' : 'CANCEL_IN_REVIEW_AND_SUBMIT';
        try {
            await play.command({
                operation: committing,
                method: 'POST',
                path: (0,client/* path */.Ae) `/edits/${id}:commit`,
                // Where Google sends by itself the parameter has to be left out: it refuses even a needless one.
                query: { changesInReviewBehavior, ...(byHand ? { changesNotSentForReview: 'true' } : {}) },
                repeatable: false,
            });
            onEnd();
        }
        catch (error) {
            // Deleting an edit whose commit is under way would decide what nobody knows.
            if (error instanceof errors/* VendorError */.Hi && error.details.ambiguous)
                onEnd();
            throw error;
        }
    };
    try {
        await send(review === 'by-hand');
        return review !== 'by-hand';
    }
    catch (error) {
        if (review !== 'as-asked' || (0,refusals/* findRefusal */.W$)(error)?.kind !== 'review-by-hand')
            throw error;
        play.log.info('Google Play sends no change of this app for review by itself: committing for a person to send it');
        await send(true);
        return false;
    }
}
/** An edit that stays open does no harm but to the account's next one, which ends it. */
async function edits_close(play, id) {
    try {
        await play.command({ operation: 'close the edit', method: 'DELETE', path: (0,client/* path */.Ae) `/edits/${id}`, repeatable: true });
    }
    catch (error) {
        if ((0,refusals/* findRefusal */.W$)(error) === undefined && !(error instanceof errors/* VendorError */.Hi))
            throw error;
        play.log.info(`Google Play: the edit ${id} was not closed, and ends by itself`);
    }
}

// EXTERNAL MODULE: ./src/vendors/google-play/track-names.js
var track_names = __webpack_require__(8287);
// EXTERNAL MODULE: ./src/vendors/google-play/messages.js
var messages = __webpack_require__(7085);
// EXTERNAL MODULE: ./src/kit/messages.js
var kit_messages = __webpack_require__(6513);
;// CONCATENATED MODULE: ./src/vendors/google-play/resumable-upload.js





/** So much goes with one request, so that a break costs little and memory stays small; rounded up to what Google asks for. */
const leastChunkBytes = (/* unused pure expression or super */ null && (8 * 1_024 * 1_024));
/** Breaks in a row without a byte that arrived. */
const mostBreaks = 5;
const mostSessions = 3;
/**
 * X-Goog-Upload-*, which Google's own clients speak: begin, send in order, and after a break ask how much has arrived and go on
 * from there.
 * https://developers.google.com/streetview/publish/resumable-uploads
 * @throws as `GooglePlay.command`; VendorError (`google-play-upload-broken`).
 */
async function resumable_upload_uploadResumably(play, upload) {
    for (let attempt = 1;; attempt += 1) {
        const session = await begin(play, upload);
        try {
            return await sendAll(play, upload, session);
        }
        catch (error) {
            if (!isForgotten(error) || attempt === mostSessions)
                throw error;
            // Perhaps since everything had arrived.
            const there = await upload.find();
            if (there !== undefined)
                return there;
            play.log.info(`${vendor}: the upload of the ${upload.what} begins anew, since Google has forgotten about it`);
        }
    }
}
async function begin(play, { what, path, file }) {
    const operation = `begin the upload of the ${what}`;
    const { headers } = await play.upload({
        operation,
        to: { path },
        headers: {
            'x-goog-upload-protocol': 'resumable',
            'x-goog-upload-command': 'start',
            'x-goog-upload-header-content-length': String(file.size),
            'x-goog-upload-header-content-type': 'application/octet-stream',
        },
        // One that was begun and not continued is nothing.
        repeatable: true,
    });
    const address = headers.get('x-goog-upload-url');
    if (address === null)
        throw unreadable(operation, 'it does not say where to');
    const granularity = Math.max(1, Number(headers.get('x-goog-upload-chunk-granularity') ?? 1) || 1);
    return { address, chunkBytes: Math.ceil(leastChunkBytes / granularity) * granularity };
}
async function sendAll(play, upload, session) {
    let received = 0;
    let breaks = 0;
    let mustAsk = false;
    for (;;) {
        try {
            const progress = mustAsk
                ? await askProgress(play, upload, session)
                : await sendChunk(play, upload, session, received);
            if ('result' in progress)
                return progress.result;
            if (progress.received > received)
                breaks = 0;
            else if (!mustAsk)
                throw unreadable(`upload the ${upload.what}`, 'it took a request, and has no byte more');
            if (mustAsk)
                play.log.info(`${vendor}: ${formatBytes(progress.received)} of the ${upload.what} have arrived`);
            received = progress.received;
            mustAsk = false;
        }
        catch (error) {
            if (!(error instanceof VendorError) || findRefusal(error) !== undefined)
                throw error;
            mustAsk = true;
            breaks += 1;
            if (breaks > mostBreaks) {
                const note = googlePlayMessages['google-play-upload-broken'];
                throw new VendorError(note(upload.what, formatBytes(received), error.message), error.details, { cause: error });
            }
            await play.sleep(1_000 * 2 ** breaks);
        }
    }
}
async function sendChunk(play, upload, { address, chunkBytes }, offset) {
    const { what, file } = upload;
    const body = await file.read(offset, Math.min(chunkBytes, file.size - offset));
    const end = offset + body.byteLength;
    const isLast = end >= file.size;
    // All bytes may be there and only the end be missing.
    const commands = [...(body.byteLength > 0 ? ['upload'] : []), ...(isLast ? ['finalize'] : [])];
    const answer = await play.upload({
        operation: `upload the ${what}`,
        to: { address },
        headers: {
            'content-type': 'application/octet-stream',
            'x-goog-upload-command': commands.join(', '),
            'x-goog-upload-offset': String(offset),
        },
        body,
        repeatable: false,
    });
    return readProgress(upload, answer, end);
}
async function askProgress(play, upload, { address }) {
    const answer = await play.upload({
        operation: `ask how much of the ${upload.what} has arrived`,
        to: { address },
        headers: { 'x-goog-upload-command': 'query' },
        repeatable: true,
    });
    return readProgress(upload, answer, undefined);
}
/** @param assumed what has arrived where the answer does not say: all that it is the answer to */
function readProgress({ what, file, shape }, answer, assumed) {
    const status = answer.headers.get('x-goog-upload-status') ?? 'missing';
    if (status === 'final')
        return { result: answer.read(shape) };
    const operation = `upload the ${what}`;
    if (status !== 'active')
        throw unreadable(operation, `the status of the upload is ${status}`);
    const received = Number(answer.headers.get('x-goog-upload-size-received') ?? assumed ?? Number.NaN);
    if (Number.isSafeInteger(received) && received >= 0 && received <= file.size)
        return { received };
    throw unreadable(operation, 'it does not say how much has arrived');
}
/** The address of an upload that is over, or too old. */
function isForgotten(error) {
    const refusal = findRefusal(error);
    return refusal !== undefined && refusal.kind !== 'edit-gone' && [404, 410].includes(refusal.details.status ?? 0);
}
function unreadable(operation, reason) {
    const note = kitMessages['vendor-unreadable'](vendor, operation, reason);
    return new VendorError(note, { vendor, operation, attempts: 1, ambiguous: true });
}

;// CONCATENATED MODULE: ./src/vendors/google-play/uploads.js







/** `maxSize` of each method: https://androidpublisher.googleapis.com/$discovery/rest?version=v3 */
const largest = { bundle: 53_687_091_200, symbols: 2_097_152_000 };
const bundleShape = (0,shapes/* record */.g1)({ versionCode: releases/* integer */.nd, sha256: (0,shapes/* text */.Qq)(64, /^[0-9a-fA-F]{64}$/, 'a SHA-256 in hex') }, 'ignored');
const symbolsShape = (0,shapes/* record */.g1)({ deobfuscationFile: (0,shapes/* record */.g1)({ symbolType: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(40)) }, 'ignored') }, 'ignored');
/**
 * Uploads a bundle into an edit of the caller's, where it stays until the edit is committed; unless these very bytes are there
 * already, since Google takes no version code twice.
 * @throws ConfigurationError (`google-play-file-unfit` before anything is sent, or what Google refuses); GooglePlayRefusal
 *   (`google-play-edit-gone`: the caller begins anew); VendorError.
 */
async function uploadBundle(play, edit, file) {
    checkSize('bundle', file, largest.bundle);
    const known = await findBundle(play, edit, file);
    if (known !== undefined)
        return known;
    const { id } = edit;
    const uploaded = await uploadResumably(play, {
        what: 'bundle',
        path: path `/edits/${id}/bundles`,
        file,
        shape: bundleShape,
        find: async () => findBundle(play, edit, file),
    });
    if (uploaded.sha256.toLowerCase() !== file.sha256) {
        const note = googlePlayMessages['google-play-upload-differs']('bundle', file.sha256, uploaded.sha256);
        throw new VendorError(note, { vendor, operation: 'upload the bundle', attempts: 1, ambiguous: false });
    }
    return { versionCode: uploaded.versionCode, sha256: file.sha256 };
}
/**
 * Uploads what makes crash reports of a version readable: the mapping of R8 (`proguard`) or a zip of native symbols
 * (`nativeCode`). A second file of a kind takes the place of the first.
 * https://developers.google.com/android-publisher/api-ref/rest/v3/edits.deobfuscationfiles/upload
 * @throws as `uploadBundle`
 */
async function uploadSymbols(play, edit, of, file) {
    const what = of.kind === 'proguard' ? 'mapping' : 'archive of native symbols';
    checkSize(what, file, largest.symbols);
    await uploadResumably(play, {
        what,
        path: path `/edits/${edit.id}/apks/${String(of.versionCode)}/deobfuscationFiles/${of.kind}`,
        file,
        shape: symbolsShape,
        find: async () => Promise.resolve(undefined),
    });
}
async function findBundle(play, edit, { sha256 }) {
    return (await readBundles(play, edit)).find((bundle) => bundle.sha256.toLowerCase() === sha256);
}
/** The bundles that the app has, on a track or on none. Google may leave out old ones. */
async function readBundles(play, { id }) {
    const question = { operation: 'read the bundles', path: (0,client/* path */.Ae) `/edits/${id}/bundles` };
    const { bundles = [] } = await play.read(question, (0,shapes/* record */.g1)({ bundles: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)(bundleShape)) }, 'ignored'));
    return bundles;
}
function checkSize(what, { size }, most) {
    if (size >= 1 && size <= most)
        return;
    throw new ConfigurationError(googlePlayMessages['google-play-file-unfit'](what, size, most));
}

;// CONCATENATED MODULE: ./src/vendors/google-play/tracks.js








const prefix = 'RELEASE_LIFECYCLE_STATE_';
const summaryShape = (0,shapes/* record */.g1)({
    releaseName: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(1_000)),
    releaseLifecycleState: (0,shapes/* text */.Qq)(100),
    activeArtifacts: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)((0,shapes/* record */.g1)({ versionCode: releases/* integer */.nd }, 'ignored'))),
}, 'ignored');
const shape = (0,shapes/* record */.g1)({ releases: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)(summaryShape)) }, 'ignored');
/**
 * Where the releases of a track stand between commit and users. It costs nothing: no edit is opened, and nobody's work is
 * disturbed. It knows no fractions, nor whether a release is halted: that is `readTracks`.
 * @param asked a name of a track, in any spelling that can be told without the list of tracks
 * @throws ConfigurationError, GooglePlayRefusal, VendorError.
 */
async function readLifecycle(play, asked) {
    const names = (0,track_names/* listSpellings */.G)(asked);
    for (const [index, track] of names.entries()) {
        try {
            const question = { operation: 'read the releases', path: (0,client/* path */.Ae) `/tracks/${track}/releases` };
            const { releases = [] } = await play.read(question, shape);
            return { track, releases: releases.map(toLifecycle) };
        }
        catch (error) {
            if ((0,refusals/* findRefusal */.W$)(error)?.kind !== 'track-not-found' || index === names.length - 1)
                throw error;
        }
    }
    throw new RangeError('A track has a name.');
}
/**
 * All tracks with the releases, statuses and fractions that the app is to have; whether users have them already is
 * `readLifecycle`. **It has a price**: fractions are told only inside an edit, and opening one ends any other edit that this
 * account has open for the app. Ask when something is to be decided, and never while an upload of the same account runs; an
 * account of its own for looks disturbs nobody. The edit is closed again.
 * @throws ConfigurationError, GooglePlayRefusal, VendorError.
 */
async function readTracks(play) {
    return readInEdit(play, async (edit) => (await edit.readTracks()).map(releases/* toTrack */.lP));
}
/**
 * The same, and the version codes that cannot be uploaded any more: those of the bundles that the app has, on a track or on
 * none. A code that is missing may be used all the same, since Google need not list what is old.
 * @throws as `readTracks`
 */
async function readTracksAndCodes(play) {
    return readInEdit(play, async (edit) => ({
        tracks: (await edit.readTracks()).map(releases/* toTrack */.lP),
        versionCodes: (await readBundles(play, edit)).map(({ versionCode }) => versionCode),
    }));
}
/** What is known of one version in a track, null where Google does not tell: a release that was made may be on its way. */
async function findLifecycle(play, track, versionCode) {
    try {
        const { releases } = await readLifecycle(play, track);
        return releases.find(({ versionCodes }) => Math.max(...versionCodes) === versionCode)?.state ?? null;
    }
    catch (error) {
        // The move that this is asked after is made, and stays made.
        if ((0,refusals/* findRefusal */.W$)(error) === undefined && !(error instanceof errors/* VendorError */.Hi))
            throw error;
        return null;
    }
}
function toLifecycle({ releaseName, releaseLifecycleState, activeArtifacts }) {
    return {
        name: releaseName ?? '',
        versionCodes: (activeArtifacts ?? []).map(({ versionCode }) => versionCode),
        state: releaseLifecycleState.startsWith(prefix)
            ? releaseLifecycleState.slice(prefix.length)
            : releaseLifecycleState,
    };
}


/***/ })

};
