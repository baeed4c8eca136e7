export const id = 587;
export const ids = [587];
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

/***/ 5587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGoogleSignIn: () => (/* binding */ createGoogleSignIn)
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


/***/ })

};
