export const id = 293;
export const ids = [293];
export const modules = {

/***/ 1293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  storeUpload: () => (/* binding */ storeUpload)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/artifacts/file-hash.js
var file_hash = __webpack_require__(2447);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: ./src/kit/endpoints.js
var endpoints = __webpack_require__(7731);
// EXTERNAL MODULE: ./actions/store-upload/messages.js
var messages = __webpack_require__(9629);
;// CONCATENATED MODULE: ./actions/store-upload/download.js








/** A build of gigabytes over a slow line, in milliseconds; larger than any that Apple takes, in bytes. */
const limits = { timeoutMs: 20 * 60_000, deadlineMs: 45 * 60_000, largestBody: 8 * 1024 ** 3 };
/**
 * Downloads a file to the disk, and sums it up on the way. A transfer that breaks is begun anew.
 * @throws ConfigurationError (`artifact-in-clear`, `artifact-sum`), VendorError
 */
async function download({ http, log, temp, vault }, { url: given, sha256, fileName }) {
    const url = new URL(given);
    const name = nameOf(url);
    refuseInClear(given);
    // A signed link is a key to what it names.
    if (url.search.length > 4)
        vault.add('artifact', url.search.slice(1));
    const path = (0,external_node_path_.join)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temp.folder(), 'download-')), fileName ?? external_node_path_.posix.basename(url.pathname));
    // `wx`: never through a link that somebody laid there.
    const file = await (0,promises_.open)(path, 'wx', 0o600);
    try {
        const sink = createSink(file);
        const answer = await http().request({
            vendor: url.host,
            operation: 'download the artifact',
            method: 'GET',
            url: given,
            receive: sink.begin,
            ...limits,
        });
        refuseInClear(answer.url);
        const found = sink.finish();
        log.info(`${name}: ${(0,duration/* formatBytes */.z)(found.bytes)}`);
        if (sha256 !== undefined && found.sha256 !== sha256)
            throw new errors/* ConfigurationError */.j1(messages/* messages */.D['artifact-sum'](name, sha256, found.sha256));
    }
    finally {
        await file.close();
    }
    return { path, name };
}
/** Without what may be secret in it. */
function nameOf({ origin, pathname }) {
    return `${origin}${pathname}`;
}
/** @throws ConfigurationError (`artifact-in-clear`) */
function refuseInClear(url) {
    const { protocol } = new URL(url);
    if (protocol !== 'https:' && !(0,endpoints/* isLoopback */.U9)(url))
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['artifact-in-clear'](nameOf(new URL(url))));
}
function createSink(file) {
    let sum = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    return {
        begin: () => {
            sum = (0,external_node_crypto_.createHash)('sha256');
            bytes = 0;
            return async (piece) => {
                if (bytes === 0)
                    await file.truncate(0);
                await writeWhole(file, piece, bytes);
                sum.update(piece);
                bytes += piece.byteLength;
            };
        },
        finish: () => ({ bytes, sha256: sum.digest('hex') }),
    };
}
/** A write may take less than it was given. */
async function writeWhole(file, piece, position) {
    for (let done = 0; done < piece.byteLength;) {
        const { bytesWritten } = await file.write(piece, done, piece.byteLength - done, position + done);
        done += bytesWritten;
    }
}

;// CONCATENATED MODULE: ./actions/store-upload/artifact.js





/**
 * The artifacts where they lie, or downloaded and then the very ones that were asked for: what a link gives today may be another
 * file tomorrow.
 * @throws ConfigurationError for what is missing, another file, or of another platform; VendorError
 */
async function locate(context) {
    const { artifact: given, artifactSha256: sums = [] } = context.inputs;
    if (sums.length > 0 && sums.length !== given.length)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['artifact-sums'](sums.length, given.length));
    const found = [];
    for (const [index, one] of given.entries())
        found.push(await locateOne(context, one, sums[index]));
    const [first, ...more] = stayTogether(found);
    const is = isIpa(first) ? 'ios' : 'android';
    const { platform: wanted = is } = context.inputs;
    if (is !== wanted)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['artifact-platform'](first.name, is, wanted));
    return [first, ...more];
}
async function locateOne(context, given, sha256) {
    if (/^https?:\/\//i.test(given)) {
        if (sha256 === undefined)
            throw new errors/* ConfigurationError */.j1(messages/* messages */.D['input-missing']('artifact-sha256', 'artifact from a URL'));
        return await context.log.group('Download', async () => download(context, { url: given, sha256 }));
    }
    const build = /^eas:(.+)$/i.exec(given)?.[1];
    if (build !== undefined) {
        const { artifact, platform } = context.inputs;
        // Only bundles for Android go together, and gigabytes are not downloaded to find out.
        const wanted = platform ?? (artifact.length > 1 ? 'android' : undefined);
        const { findArchive } = await __webpack_require__.e(/* import() */ 134).then(__webpack_require__.bind(__webpack_require__, 1134));
        return await context.log.group('Download', async () => download(context, { ...(await findArchive(context, build, wanted)), sha256 }));
    }
    const path = (0,external_node_path_.resolve)(context.inputs.workingDirectory, given);
    const found = sha256 === undefined ? undefined : await sumUp(path);
    if (sha256 !== undefined && found !== undefined && found !== sha256)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['artifact-sum'](given, sha256, found));
    return { path, name: given };
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
/** Only bundles of one app for several kinds of devices go together: each .ipa is a release of its own. */
function stayTogether(found) {
    const [first, ...more] = found;
    if (first === undefined)
        throw new RangeError('An upload has an artifact.');
    const names = found.map(({ name }) => name).join(', ');
    const ipas = found.filter(isIpa).length;
    if (ipas > 0 && more.length > 0) {
        const reason = ipas === found.length ? 'each is a release of its own' : 'they go to different stores';
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['artifacts-apart'](names, reason));
    }
    if (found.length > 2)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['artifacts-apart'](names, 'they are more than two'));
    return [first, ...more];
}
function isIpa({ path }) {
    return /\.ipa$/i.test(path);
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
    'wear-uploaded': 'false',
    'wear-version-code': '',
    'wear-track': '',
    'wear-lifecycle': '',
    opened: 'false',
    'release-tag': '',
};

// EXTERNAL MODULE: ./src/kit/inputs.js
var inputs = __webpack_require__(4636);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/key-inputs.js
var key_inputs = __webpack_require__(3982);
// EXTERNAL MODULE: ./src/vendors/google-auth/inputs.js
var google_auth_inputs = __webpack_require__(9428);
;// CONCATENATED MODULE: ./actions/store-upload/artifact-inputs.js
const PATH = /^(?!https?:\/\/|eas:).*\.(ipa|aab)$/i;
const ADDRESS = /^https?:\/\/[^\s/]+\/[^\s?#]+\.(ipa|aab)(\?\S*)?$/i;
const EAS = /^eas:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Artifacts, one a line: a comma may stand in a path. @throws SyntaxError */
function parseArtifacts(text) {
    const lines = splitLines(text);
    for (const line of lines)
        if (![PATH, ADDRESS, EAS].some((form) => form.test(line)))
            throw new SyntaxError(lines.length === 1 ? 'it does not have this form' : `"${line}" does not have this form`);
    const twice = lines.find((line, index) => lines.indexOf(line) !== index);
    if (twice !== undefined)
        throw new SyntaxError(`"${twice}" stands there twice`);
    return lines;
}
/** The sum of each artifact, in their order. @throws SyntaxError */
function parseSums(text) {
    const lines = splitLines(text);
    if (lines.every((line) => /^[0-9a-fA-F]{64}$/.test(line)))
        return lines.map((line) => line.toLowerCase());
    throw new SyntaxError('it does not have this form');
}
function splitLines(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
}

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
/** The same, or 1 for everybody, who are what is left out elsewhere. @throws SyntaxError */
function parseWearFraction(text) {
    return text === '1' ? 1 : parseFraction(text);
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
        artifact: (0,inputs/* structured */.uv)(parseArtifacts, {
            valid: 'the path or the https address of an .ipa or .aab, or "eas:" and the id of a build; those of a phone and of a watch on lines of their own',
            example: 'build/app.aab',
        }),
        'artifact-sha256': (0,inputs/* optional */.lq)((0,inputs/* structured */.uv)(parseSums, {
            valid: 'a SHA-256 in hex for each artifact, in their order',
            example: '9f86d081884c7d65\u2026',
        })),
        'expo-token': (0,inputs/* optional */.lq)((0,inputs/* secret */.rJ)((0,inputs/* text */.Qq)({ valid: 'an access token of Expo', example: '' }))),
        platform: (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)(['android', 'ios'])),
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
        metadata: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'the path of a folder', example: 'fastlane/metadata' })),
        screenshots: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'the path of a folder', example: 'fastlane/screenshots' })),
        'uses-idfa': (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)(['false', 'true'])),
        track: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({ valid: 'a track of Google Play', example: 'internal', pattern: /^[^/]{1,100}$/ }), 'internal'),
        rollout: (0,inputs/* optional */.lq)((0,inputs/* structured */.uv)(parseFraction, { valid: 'a share above 0 and below 1', example: '0.05' })),
        'release-notes': (0,inputs/* withDefault */.IQ)((0,inputs/* structured */.uv)(parseNotes, {
            valid: 'YAML: a text for each language, at most 500 characters for Google Play and 4000 for the App Store',
            example: 'en-US: Faster.',
        }), '{}'),
        'wear-track': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'a track of Wear OS', example: 'wear:internal', pattern: /^wear:[^/]{1,95}$/ })),
        'wear-rollout': (0,inputs/* optional */.lq)((0,inputs/* structured */.uv)(parseWearFraction, { valid: 'a share above 0, up to 1 for everybody', example: '0.5' })),
        'wear-version-code': (0,inputs/* optional */.lq)((0,inputs/* number */.ai)({ min: 1, max: 2_100_000_000, example: '250114011' })),
        'in-app-update-priority': (0,inputs/* optional */.lq)((0,inputs/* number */.ai)({ min: 0, max: 5, example: '3' })),
        mapping: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: "the path of R8's mapping.txt", example: 'mapping.txt' })),
        'native-symbols': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'the path of a zip', example: 'native-debug-symbols.zip' })),
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
        'open-rollout': (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'false'),
        policy: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({ valid: 'a path', example: '.github/slipway.yml' }), '.github/slipway.yml'),
        app: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({
            valid: 'letters, digits, ".", "_" and "-", at most 64',
            example: 'tracker-mobile',
            pattern: /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/,
        })),
        'github-token': (0,inputs/* withDefault */.IQ)(
        // An empty token leaves the default as it stands here, which no token looks like.
        (0,inputs/* secret */.rJ)((0,inputs/* text */.Qq)({ valid: 'a token of GitHub', example: '', pattern: /^[^\s${}]+$/ })), '${{ github.token }}'),
        'dry-run': (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'false'),
    };
}

;// CONCATENATED MODULE: ./actions/store-upload/main.js



const storeUpload = {
    name: 'store-upload',
    fields: fields,
    outputs: outputs,
    main: async (context) => {
        const artifacts = await locate(context);
        // A step pays only for the store that it asks.
        if (isIpa(artifacts[0]))
            await (await Promise.all(/* import() */[__webpack_require__.e(576), __webpack_require__.e(172), __webpack_require__.e(925), __webpack_require__.e(782), __webpack_require__.e(376)]).then(__webpack_require__.bind(__webpack_require__, 376))).uploadIos(context, artifacts[0]);
        else
            await (await Promise.all(/* import() */[__webpack_require__.e(102), __webpack_require__.e(741), __webpack_require__.e(172), __webpack_require__.e(925), __webpack_require__.e(782), __webpack_require__.e(317)]).then(__webpack_require__.bind(__webpack_require__, 6317))).uploadAndroid(context, artifacts);
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
    'artifact-sums': (sums, artifacts) => ({
        text: `"artifact-sha256" has ${sums} ${sums === 1 ? 'line' : 'lines'}, and "artifact" has ${artifacts}.`,
        cure: 'Give a sum for each artifact, in the same order, or for none.',
    }),
    'artifacts-apart': (names, reason) => ({
        text: `${names} cannot go in one call: ${reason}.`,
        cure: 'Give each a step of its own. Only the bundle of a phone and that of its watch go together. Nothing was sent.',
    }),
    'artifact-platform': (name, is, wanted) => ({
        text: `${name} is for ${is}, and ${wanted} is wanted.`,
        cure: 'Correct "artifact" or "platform". Nothing was sent.',
    }),
    'eas-build-unfinished': (id, status) => ({
        text: `The EAS build ${id} is not finished: it is ${status}.`,
        cure: 'Start this step when it is: "eas build" waits for it unless it is told not to.',
    }),
    'eas-build-failed': (id, status, reason) => ({
        text: `The EAS build ${id} came to nothing: it is ${status}, for ${reason}.`,
        cure: 'Look at its log at expo.dev, and build again.',
    }),
    'eas-build-expired': (id, when) => ({
        text: `The archive of the EAS build ${id} expired on ${when}.`,
        cure: 'Build again, or give the file itself, where somebody has kept it.',
    }),
    'eas-build-unfit': (id, reason, profile) => ({
        text: `The EAS build ${id} is not for a store: ${reason} (its profile is ${profile}).`,
        cure: 'Build with a profile of eas.json whose distribution is "store": without developmentClient or simulator, and for Android with the buildType "app-bundle".',
    }),
    'artifact-in-clear': (url) => ({
        text: `The artifact ${url} would be downloaded without encryption.`,
        cure: 'Give its address with https.',
    }),
    'artifact-unfit': (path, count) => ({
        text: `The artifact ${path} is not fit for the store: ${count} ${count === 1 ? 'thing is' : 'things are'} wrong with it.`,
        cure: 'Mend what the table lists, and build again. Nothing was sent.',
    }),
    'artifacts-unfit': (names, count) => ({
        text: `${names} are not fit for the store: ${count} ${count === 1 ? 'thing is' : 'things are'} wrong with them.`,
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
    'listing-unfit': (count) => ({
        text: `The texts and screenshots are not fit for the App Store: ${count} ${count === 1 ? 'thing is' : 'things are'} wrong with them.`,
        cure: 'Mend what the table lists. Nothing was sent, and no build either.',
    }),
    'listing-unused': (inputs) => ({
        text: `${inputs} would have no effect: texts and screenshots belong to a version of the App Store.`,
        cure: 'Give "destination: app-store" as well, or leave them out.',
    }),
    'listing-left-alone': (files) => ({
        text: `These change nothing at App Store Connect: ${files}.`,
        cure: 'Nothing has to be done. What is to be deleted, or is not handled, is done at App Store Connect.',
    }),
    'listing-too-late': (version, changes) => ({
        text: `Texts and screenshots stay as they are, since ${version}. Other than asked for: ${changes}.`,
        cure: 'Put them into the next version, or take this one out of review first. Promotional texts can be changed at all times, and were.',
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
    'watch-left-behind': (phone, watch) => ({
        text: `The phone's bundle ${phone.versionCode} is on ${phone.track}, and the watch's ${watch.versionCode} is not on ${watch.track}.`,
        cure: 'Mend what the error says, and run the job again: it finds the bundle of the phone, and goes on with that of the watch.',
    }),
    'upload-shown-otherwise': (code, seen, end) => ({
        text: `Google Play shows version code ${code}, and not as asked for: ${seen}. Fastlane ended with ${end}.`,
        cure: 'Look into the Play Console: the release is there, and its state has to be set right by staged-promote or by hand.',
    }),
    'rollout-build-missing': () => ({
        text: 'A rollout is opened for a version and a build, and an .aab says nothing of its build.',
        cure: 'Give "build", the number of release-version, such as 20250114.1.',
    }),
    'rollout-platform-missing': (what, platforms) => ({
        text: `The policy has no platform for ${what}; its platforms are: ${platforms}.`,
        cure: 'Add the platform to the policy, or upload without "open-rollout".',
    }),
    'rollout-unopened': (tag, reason) => ({
        text: `The upload stands, and the rollout of ${tag} could not be opened: ${reason}`,
        cure: 'Run the job again: it finds the upload there, and opens the rollout.',
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
