export const id = 369;
export const ids = [369];
export const modules = {

/***/ 4369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  storeUpload: () => (/* binding */ storeUpload)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: ./src/kit/endpoints.js
var endpoints = __webpack_require__(7731);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/artifacts/file-hash.js
var file_hash = __webpack_require__(2447);
// EXTERNAL MODULE: ./actions/store-upload/messages.js
var messages = __webpack_require__(9629);
;// CONCATENATED MODULE: ./actions/store-upload/artifact.js







/** A build of gigabytes over a slow line, in milliseconds. */
const limits = { timeoutMs: 20 * 60_000, deadlineMs: 45 * 60_000 };
/**
 * The artifact where it lies, or downloaded and then the very one that was asked for: what a link gives today may be another file
 * tomorrow.
 * @throws ConfigurationError (`input-missing`, `artifact-sum`), VendorError
 */
async function locate(context) {
    const { artifact: given, artifactSha256: expected, workingDirectory } = context.inputs;
    if (/^https?:\/\//i.test(given))
        return await context.log.group('Download', async () => download(context, given));
    const path = (0,external_node_path_.resolve)(workingDirectory, given);
    if (expected !== undefined)
        checkSum(given, expected, await sumUp(path));
    return { path, name: given };
}
async function download({ inputs, http, log, temp, vault }, given) {
    const { artifactSha256: expected } = inputs;
    if (expected === undefined)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['input-missing']('artifact-sha256', 'artifact from a URL'));
    const url = new URL(given);
    const name = `${url.origin}${url.pathname}`;
    if (url.protocol === 'http:' && !(0,endpoints/* isLoopback */.U9)(given))
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['artifact-in-clear'](name));
    // A signed link is a key to what it names.
    if (url.search.length > 4)
        vault.add('artifact', url.search.slice(1));
    const { body } = await http().request({
        vendor: url.host,
        operation: 'download the artifact',
        method: 'GET',
        url: given,
        ...limits,
    });
    log.info(`${name}: ${(0,duration/* formatBytes */.z)(body.byteLength)}`);
    checkSum(name, expected, (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex'));
    return { path: temp.write(external_node_path_.posix.basename(url.pathname), body), name };
}
/** @returns undefined for a file that cannot be read: whoever opens it says so */
async function sumUp(path) {
    try {
        return await (0,file_hash/* hashFile */.D)(path);
    }
    catch (error) {
        if ((0,errors/* isSystemError */.Or)(error))
            return undefined;
        throw error;
    }
}
function checkSum(name, expected, found) {
    if (found === undefined || found === expected.toLowerCase())
        return;
    throw new errors/* ConfigurationError */.j1(messages/* messages */.D['artifact-sum'](name, expected, found));
}

;// CONCATENATED MODULE: ./actions/store-upload/context.js
/** The outputs, with the values that they have until more is known. */
const outputs = {
    uploaded: 'false',
    'bundle-id': '',
    version: '',
    build: '',
    'build-id': '',
    'version-code': '',
    track: '',
    lifecycle: '',
};

// EXTERNAL MODULE: ./src/kit/inputs.js
var inputs = __webpack_require__(4636);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/key-inputs.js
var key_inputs = __webpack_require__(3982);
// EXTERNAL MODULE: ./src/vendors/google-auth/inputs.js
var google_auth_inputs = __webpack_require__(9428);
// EXTERNAL MODULE: ../../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(1917);
;// CONCATENATED MODULE: ./actions/store-upload/release-options.js


/** Of the App Store, https://developer.apple.com/help/app-store-connect/reference/platform-version-information; Google Play takes fewer. */
const mostCharacters = 4_000;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?$/;
/** @throws SyntaxError for anything but a share above 0 and below 1: 1 is everybody, which is no rollout */
function parseFraction(text) {
    const fraction = /^0?\.\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (fraction > 0 && fraction < 1)
        return fraction;
    if (/^(1(\.0*)?|100\s*%)$/.test(text))
        throw new SyntaxError('everybody is no share: leave "rollout" out');
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text)?.[1];
    const meant = percent === undefined ? '' : `; did you mean "${Number(percent) / 100}"?`;
    throw new SyntaxError(`it is no share above 0 and below 1${meant}`);
}
/** Release notes by language, as a map in YAML. @throws SyntaxError */
function parseNotes(text) {
    let read;
    try {
        read = (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        throw new SyntaxError((0,errors/* describeError */.Uc)(error), { cause: error });
    }
    if (typeof read !== 'object' || read === null || Array.isArray(read))
        throw new SyntaxError('it is no map from languages to texts');
    return Object.fromEntries(Object.entries(read).map(([language, note]) => [language, readNote(language, note)]));
}
function readNote(language, note) {
    if (!LANGUAGE.test(language))
        throw new SyntaxError(`"${language}" is no language such as en-US`);
    if (typeof note !== 'string' || note.trim() === '')
        throw new SyntaxError(`${language} has no text`);
    // By code points: what Google counts is not said, and this is what people take for characters.
    const length = Array.from(note.trim()).length;
    if (length > mostCharacters)
        throw new SyntaxError(`the text for ${language} has ${length} characters, and ${mostCharacters} are the most`);
    return note.trim();
}

;// CONCATENATED MODULE: ./actions/store-upload/inputs.js




/** The inputs of `action.yml`, in its order. */
function fields(workspace) {
    return {
        artifact: (0,inputs/* text */.Qq)({
            valid: 'the path or the https address of an .ipa or .aab',
            example: 'build/app.aab',
            pattern: /^https?:\/\/[^\s/]+\/[^\s?#]+\.(ipa|aab)(\?\S*)?$|^(?!https?:\/\/).*\.(ipa|aab)$/i,
        }),
        'artifact-sha256': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'a SHA-256 in hex', example: '9f86d081884c7d65…', pattern: /^[0-9a-fA-F]{64}$/ })),
        'bundle-id': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({
            valid: 'a bundle id, or the package name of an Android app',
            example: 'com.example.app',
            pattern: /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/,
        })),
        version: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'one to three numbers with dots between', example: '2.15.3', pattern: /^\d+(\.\d+){0,2}$/ })),
        build: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'one to three numbers with dots between', example: '20250114.1', pattern: /^\d+(\.\d+){0,2}$/ })),
        'version-code': (0,inputs/* optional */.lq)((0,inputs/* number */.ai)({ min: 1, max: 2_100_000_000, example: '250114010' })),
        destination: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['testflight', 'app-store']), 'testflight'),
        groups: (0,inputs/* withDefault */.IQ)((0,inputs/* list */.p_)((0,inputs/* text */.Qq)({ valid: 'names of groups of TestFlight', example: 'Friends' })), ''),
        'what-to-test': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'a text of at most 4000 characters', example: 'Try the new map.', pattern: /^[\s\S]{1,4000}$/ })),
        locale: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({ valid: 'a language of Apple', example: 'en-US', pattern: /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/ }), 'en-US'),
        'uses-non-exempt-encryption': (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)(['false', 'true'])),
        ...key_inputs/* keyFields */.F,
        'processing-minutes': (0,inputs/* withDefault */.IQ)((0,inputs/* number */.ai)({ min: 1, max: 1_440, unit: 'minutes', example: '60' }), '60'),
        release: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['manual', 'automatic']), 'manual'),
        'phased-release': (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'true'),
        'submit-for-review': (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'true'),
        track: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({ valid: 'a track of Google Play', example: 'internal', pattern: /^[^/]{1,100}$/ }), 'internal'),
        rollout: (0,inputs/* optional */.lq)((0,inputs/* structured */.uv)(parseFraction, { valid: 'a share above 0 and below 1', example: '0.05' })),
        'release-notes': (0,inputs/* withDefault */.IQ)((0,inputs/* structured */.uv)(parseNotes, {
            valid: 'YAML: a text for each language, at most 500 characters for Google Play and 4000 for the App Store',
            example: 'en-US: Faster.',
        }), '{}'),
        'in-app-update-priority': (0,inputs/* optional */.lq)((0,inputs/* number */.ai)({ min: 0, max: 5, example: '3' })),
        mapping: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: "the path of R8's mapping.txt, or of a zip with native symbols", example: 'mapping.txt' })),
        supersede: (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'false'),
        'on-review': (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['stop', 'cancel']), 'stop'),
        ...google_auth_inputs/* credentialsFields */.e,
        lane: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({
            valid: 'a lane, with its platform if it has one',
            example: 'android release',
            pattern: /^[\w-]+( [\w-]+)?$/,
        })),
        'pass-env': (0,inputs/* withDefault */.IQ)((0,inputs/* list */.p_)((0,inputs/* text */.Qq)({ valid: 'names of variables', example: 'MATCH_PASSWORD', pattern: /^[A-Za-z_][A-Za-z0-9_]*\*?$/ })), ''),
        'upload-minutes': (0,inputs/* withDefault */.IQ)((0,inputs/* number */.ai)({ min: 1, max: 350, unit: 'minutes', example: '30' }), '30'),
        'working-directory': (0,inputs/* withDefault */.IQ)((0,inputs/* folder */.TV)(workspace), '.'),
        'dry-run': (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'false'),
    };
}

;// CONCATENATED MODULE: ./actions/store-upload/main.js



const storeUpload = {
    name: 'store-upload',
    fields: fields,
    outputs: outputs,
    main: async (context) => {
        const artifact = await locate(context);
        // A step pays only for the store that it asks.
        if (/\.ipa$/i.test(artifact.path))
            await (await Promise.all(/* import() */[__webpack_require__.e(736), __webpack_require__.e(11), __webpack_require__.e(379)]).then(__webpack_require__.bind(__webpack_require__, 70))).uploadIos(context, artifact);
        else
            await (await Promise.all(/* import() */[__webpack_require__.e(148), __webpack_require__.e(11), __webpack_require__.e(232)]).then(__webpack_require__.bind(__webpack_require__, 2232))).uploadAndroid(context, artifact);
    },
};


/***/ }),

/***/ 9629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ messages)
/* harmony export */ });
/* harmony import */ var _kit_messages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

const messages = (0,_kit_messages__WEBPACK_IMPORTED_MODULE_0__/* .defineMessages */ .Y)({
    'artifact-unreadable': (path, reason) => ({
        text: `The artifact ${path} cannot be read: ${reason}.`,
        cure: 'Build it again, or correct "artifact". A download that broke off is the usual cause. Nothing was sent.',
    }),
    'artifact-sum': (path, expected, found) => ({
        text: `The artifact ${path} has the SHA-256 ${found}, and "artifact-sha256" is ${expected}.`,
        cure: 'It is not the file that was built: look for a later build under the same name, or a download that broke off. Nothing was sent.',
    }),
    'artifact-in-clear': (url) => ({
        text: `The artifact ${url} would be downloaded without encryption.`,
        cure: 'Give its address with https.',
    }),
    'artifact-unfit': (path, count) => ({
        text: `The artifact ${path} is not fit for the store: ${count} ${count === 1 ? 'thing is' : 'things are'} wrong with it.`,
        cure: 'Mend what the table lists, and build again. Nothing was sent.',
    }),
    'input-missing': (input, kind) => ({
        text: `The input "${input}" is missing: an ${kind} cannot be uploaded without it.`,
        cure: 'Give it, from a variable or a secret of the repository.',
    }),
    'encryption-undeclared': (path) => ({
        text: `${path} does not say whether it uses encryption, and neither does the input.`,
        cure: 'Set ITSAppUsesNonExemptEncryption in its Info.plist, or give "uses-non-exempt-encryption": until somebody answers, nobody can test the build.',
    }),
    'number-used-otherwise': (build, seen) => ({
        text: `App Store Connect has build ${build} already, and it cannot be used: ${seen}.`,
        cure: 'A number is taken for good. Build again with another one, such as the next of "release-version".',
    }),
    'apple-found-errors': (build, errors) => ({
        text: `Apple has looked into build ${build}, and does not take it: ${errors}`,
        cure: 'Mend what it names, and build again. Its number is free still.',
    }),
    'apple-found-warnings': (build, warnings) => ({
        text: `Apple has looked into build ${build}, and takes it, but says: ${warnings}`,
        cure: 'Such warnings become errors one day: mend it with the next build.',
    }),
    'build-invalid': (build, processing) => ({
        text: `Apple has processed build ${build}, and it is ${processing}.`,
        cure: 'Apple writes the reasons to the Account Holder by mail, and under TestFlight in App Store Connect. The number is used: build again with another one.',
    }),
    'build-not-shown': (build, end, said) => ({
        text: `App Store Connect does not show build ${build}. The lane ended with ${end}; it said: ${said}`,
        cure: 'Mend what it names, and run the job again. Fastlane sends an .ipa from a Mac only; without "lane" it is sent from any system.',
    }),
    'version-not-open': (version, seen) => ({
        text: `Version ${version} cannot take this build any more: ${seen}.`,
        cure: 'Build a version with a higher number; or take the version out of review first, if it waits there with the wrong build.',
    }),
    'lane-failed': (version, end, said, seen) => ({
        text: `The lane ended with ${end} before version ${version} was handed in (${seen}); it said: ${said}`,
        cure: 'Mend what it names, and run the job again. Nothing was submitted, since what the lane has not done, such as screenshots, cannot be seen from here.',
    }),
    'first-version': (leftOut) => ({
        text: `This is the first version of the app, so ${leftOut} was left out: there are no users to be told or updated.`,
        cure: 'Nothing is to be done. The next version has it.',
    }),
    'fastlane-missing': (gemfile) => ({
        text: `Fastlane is not there: no "bundle" and Gemfile (${gemfile}), and no "fastlane" on PATH.`,
        cure: 'Put fastlane into the Gemfile of the app and run ruby/setup-ruby with "bundler-cache: true" before this step.',
    }),
    'code-on-track-otherwise': (code, seen) => ({
        text: `Version code ${code} is on the track already, and not as asked for: ${seen}.`,
        cure: 'An upload changes no release that is there. Raise, halt or complete it with staged-promote, or in the Play Console.',
    }),
    'code-used': (code, tracks) => ({
        text: `Google Play has version code ${code} already, on ${tracks}.`,
        cure: 'A code is taken for good. Promote that bundle to the track, in the Play Console if it is on none, or build again with another code, such as the next of "release-version".',
    }),
    'first-release-staged': (track) => ({
        text: `The track ${track} has no release yet, and the first one of a track cannot go to a share of the users.`,
        cure: 'Leave "rollout" out for this one upload.',
    }),
    'rollout-under-way': (track, seen) => ({
        text: `On ${track} a rollout is under way, and this upload would end it: ${seen}.`,
        cure: 'Complete or halt it first; or give "supersede: true" if this release is meant to take its place.',
    }),
    'in-review': (releases) => ({
        text: `Google is reviewing ${releases}, and this upload would take it out of review and to the end of the queue.`,
        cure: 'Wait for the review; or give "on-review: cancel" if that is meant.',
    }),
    'upload-not-shown': (code, track, end, said) => ({
        text: `Google Play does not show version code ${code} on ${track}. Fastlane ended with ${end}; it said: ${said}`,
        cure: 'Mend what it names, and run the job again. Nothing of the upload is left at Google Play; a code that was free is free still.',
    }),
    'upload-shown-otherwise': (code, seen, end) => ({
        text: `Google Play shows version code ${code}, and not as asked for: ${seen}. Fastlane ended with ${end}.`,
        cure: 'Look into the Play Console: the release is there, and its state has to be set right by staged-promote or by hand.',
    }),
});


/***/ }),

/***/ 2447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ hashFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);


/** SHA-256 of a file of any size, in hexadecimal. */
async function hashFile(path) {
    const sum = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path))
        sum.update(chunk);
    return sum.digest('hex');
}


/***/ }),

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

/***/ 3982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ keyFields),
/* harmony export */   h: () => (/* binding */ readKeyInputs)
/* harmony export */ });
/* harmony import */ var _kit_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4636);

/** The inputs by which an action gets its key, in the order of its `action.yml`. */
const keyFields = {
    'app-store-connect-key-id': (0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ valid: 'a key id', example: '2X9R4HXF34', pattern: /^[\w-]+$/ })),
    'app-store-connect-issuer-id': (0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ valid: 'a UUID', example: '57246542-96fe-1a63-e053-0824d011072a', pattern: /^[0-9a-fA-F-]{36}$/ })),
    'app-store-connect-key': (0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)((0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ valid: "the content of the key's .p8 file", example: '' }))),
};
/** @returns the key, or the name of the input that it lacks */
function readKeyInputs(inputs) {
    const { appStoreConnectKeyId: keyId, appStoreConnectIssuerId: issuerId, appStoreConnectKey: privateKey } = inputs;
    if (keyId === undefined)
        return 'app-store-connect-key-id';
    if (privateKey === undefined)
        return 'app-store-connect-key';
    return { keyId, privateKey, ...(issuerId === undefined ? {} : { issuerId }) };
}


/***/ }),

/***/ 9428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ credentialsFields)
/* harmony export */ });
/* harmony import */ var _kit_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4636);

/** The input by which an action gets credentials of Google's. */
const credentialsFields = {
    'google-credentials': (0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)((0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ valid: 'JSON of a service account or of workload identity, a path, or "machine"', example: '' })), ''),
};


/***/ })

};
