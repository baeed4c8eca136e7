export const id = 446;
export const ids = [446];
export const modules = {

/***/ 8344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  releaseVersion: () => (/* binding */ releaseVersion)
});

// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/summary.js
var kit_summary = __webpack_require__(257);
// EXTERNAL MODULE: ./src/vendors/github/client.js
var client = __webpack_require__(3589);
// EXTERNAL MODULE: ./src/versions/build.js
var versions_build = __webpack_require__(8186);
// EXTERNAL MODULE: ./src/versions/release.js
var versions_release = __webpack_require__(8143);
// EXTERNAL MODULE: ./src/versions/version.js
var versions_version = __webpack_require__(9950);
// EXTERNAL MODULE: ./src/versions/version-code.js
var version_code = __webpack_require__(974);
// EXTERNAL MODULE: ./src/kit/inputs.js
var inputs = __webpack_require__(4636);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/key-inputs.js
var key_inputs = __webpack_require__(3982);
// EXTERNAL MODULE: ./src/vendors/google-auth/inputs.js
var google_auth_inputs = __webpack_require__(9428);
;// CONCATENATED MODULE: ./actions/release-version/inputs.js





/** The inputs of `action.yml`, in its order. */
function fields(workspace) {
    return {
        command: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['reserve', 'publish']), 'reserve'),
        release: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({
            valid: 'letters, digits, ".", "_" and "-", at most 64',
            example: 'tracker-mobile',
            pattern: /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/,
        })),
        version: (0,inputs/* optional */.lq)((0,inputs/* structured */.uv)(versions_version/* parseVersion */.ot, { valid: 'MAJOR.MINOR.PATCH', example: '2.15.3' })),
        tag: (0,inputs/* optional */.lq)((0,inputs/* structured */.uv)(versions_release/* parseTag */.ED, { valid: 'NAME@MAJOR.MINOR.PATCH+YYYYMMDD.N', example: 'tracker-mobile@2.15.3+20250114.1' })),
        commit: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'the full name of a commit', example: 'a'.repeat(40), pattern: /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/ })),
        notes: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['pull-requests', 'none']), 'pull-requests'),
        prerelease: (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'false'),
        latest: (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'true'),
        'version-code-offset': (0,inputs/* withDefault */.IQ)((0,inputs/* number */.ai)({ min: 0, max: 2_000_000_000, example: '1000000000' }), '0'),
        'package-name': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({
            valid: 'the package name of an Android app',
            example: 'com.example.app',
            pattern: /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/,
        })),
        ...google_auth_inputs/* credentialsFields */.e,
        'bundle-id': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'a bundle id', example: 'com.example.app', pattern: /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/ })),
        ...key_inputs/* keyFields */.F,
        reservations: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({
            valid: 'a folder of refs outside of refs/heads',
            example: 'refs/slipway/builds',
            pattern: /^refs\/(?!heads\/|heads$)[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)+$/,
        }), 'refs/slipway/builds'),
        'working-directory': (0,inputs/* withDefault */.IQ)((0,inputs/* folder */.TV)(workspace), '.'),
        'github-token': (0,inputs/* withDefault */.IQ)(
        // An empty token leaves the default as it stands here, which no token looks like.
        (0,inputs/* secret */.rJ)((0,inputs/* text */.Qq)({ valid: 'a token of GitHub', example: '', pattern: /^[^\s${}]+$/ })), '${{ github.token }}'),
        'dry-run': (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'false'),
    };
}

// EXTERNAL MODULE: ./actions/release-version/messages.js
var messages = __webpack_require__(1874);
// EXTERNAL MODULE: ./src/vendors/github/refs.js
var github_refs = __webpack_require__(3172);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
;// CONCATENATED MODULE: ./src/vendors/github/releases.js



const releaseShape = (0,shapes/* record */.g1)({ tag_name: (0,shapes/* text */.Qq)(1_000), name: (0,shapes/* nullable */.me)((0,shapes/* text */.Qq)(1_000)), html_url: (0,shapes/* text */.Qq)(2_000, /^https?:\/\//, 'an address') }, 'ignored');
const notesShape = (0,shapes/* record */.g1)({ body: (0,shapes/* text */.Qq)(200_000) }, 'ignored');
/** The published release of a tag; undefined where there is none. @throws VendorError */
async function findRelease(github, tag) {
    const question = {
        operation: `read the release of ${tag}`,
        route: 'GET /repos/{owner}/{repo}/releases/tags/{tag}',
        parameters: { tag },
    };
    const found = await (0,client/* orMissing */.M)(github.read(question, releaseShape));
    return found === undefined ? undefined : { tag: found.tag_name, name: found.name, url: found.html_url };
}
/**
 * What GitHub writes of the pull requests that were merged between two tags, as `.github/release.yml` of the repository sorts
 * them. @param previous undefined for the first release, which has all of them
 * @throws VendorError
 */
async function writeNotes(github, tag, previous) {
    const question = {
        operation: `write the notes of ${tag}`,
        route: 'POST /repos/{owner}/{repo}/releases/generate-notes',
        parameters: { tag_name: tag, ...(previous === undefined ? {} : { previous_tag_name: previous }) },
        // It keeps nothing.
        repeatable: true,
    };
    return (await github.read(question, notesShape)).body;
}
/**
 * Publishes a release for a tag that exists. That there is one already, or that no answer says, is no error: whoever looks
 * again sees it.
 * @returns the error where no answer says
 * @throws VendorError for every other refusal
 */
async function createRelease(github, release) {
    const { tag, name, body, prerelease, latest } = release;
    const question = {
        operation: `publish the release of ${tag}`,
        route: 'POST /repos/{owner}/{repo}/releases',
        parameters: { tag_name: tag, name, body, prerelease, make_latest: latest ? 'true' : 'false' },
    };
    try {
        await github.read(question, releaseShape);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* VendorError */.Hi))
            throw error;
        const { status, body: said = '', ambiguous } = error.details;
        if (status === 422 && said.includes('already_exists'))
            return undefined;
        if (ambiguous)
            return error;
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/release-version/publish.js





/** How often it is looked whether a tag or a release is there: an answer may be lost, and a list may lag behind. */
const mostLooks = 4;
/**
 * Makes the tag, then the release, each only where it is not there yet, and looks whether it is afterwards: a run that was
 * killed between is finished by the next.
 * @returns the release, and which of the two were made
 * @throws ConfigurationError (`tag-elsewhere` and what a refusal means), VendorError
 */
async function publish(publication) {
    const { github, name, release, commit, notes, prerelease, latest } = publication;
    const tag = (0,versions_release/* formatTag */._3)(name, release);
    const made = [];
    try {
        await lookOrMake(() => checkTag(publication, tag), async () => {
            made.push('tag');
            const answer = await (0,github_refs/* createRef */._3)(github, `refs/tags/${tag}`, commit);
            return answer.is === 'unknown' ? answer.error : undefined;
        });
        let body;
        const published = await lookOrMake(() => findRelease(github, tag), async () => {
            made.push('release');
            body ??= notes === 'none' ? '' : await writeNotes(github, tag, await findPrevious(publication));
            return await createRelease(github, { tag, name: (0,versions_release/* formatRelease */.B9)(release), body, prerelease, latest });
        });
        return { published, made: [...new Set(made)] };
    }
    catch (error) {
        throw explain(error, commit);
    }
}
/** Looks, and makes what is not there, until it is there. */
async function lookOrMake(look, make) {
    let failure;
    for (let looks = 1; looks <= mostLooks; looks += 1) {
        const found = await look();
        if (found !== undefined)
            return found;
        if (looks < mostLooks)
            failure = (await make()) ?? failure;
    }
    throw failure ?? new Error('what GitHub said it had made cannot be found there');
}
/** The commit of the tag where it is ours; undefined where there is no tag. @throws ConfigurationError when it is another */
async function checkTag({ github, commit }, tag) {
    const ref = await (0,github_refs/* readRef */.sg)(github, `refs/tags/${tag}`);
    if (ref === undefined)
        return undefined;
    const found = await (0,github_refs/* resolveTag */.fn)(github, ref);
    if (found !== commit)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['tag-elsewhere'](tag, found, commit));
    return found;
}
async function findPrevious({ github, name, release }) {
    const refs = await (0,github_refs/* listRefs */.Dy)(github, `tags/${name}@`);
    return (0,versions_release/* findPreviousTag */.Hf)(name, release, refs.map((ref) => ref.name.replace(/^refs\/tags\//, '')));
}
/** What would be done, and is not. @throws as `publish` does */
async function preview(publication) {
    const tag = (0,versions_release/* formatTag */._3)(publication.name, publication.release);
    const missing = [];
    if ((await checkTag(publication, tag)) === undefined)
        missing.push('tag');
    if ((await findRelease(publication.github, tag)) === undefined)
        missing.push('release');
    return { missing };
}
/** What a refusal means for whoever wrote the workflow. */
function explain(error, commit) {
    if (!(error instanceof errors/* VendorError */.Hi))
        return error;
    const { status, operation, body = '' } = error.details;
    const cause = { cause: error };
    if (status === 403)
        return new errors/* ConfigurationError */.j1(messages/* messages */.D['token-lacks-permission'](operation, body), [], cause);
    if (status === 422 && operation.startsWith('make the ref'))
        return new errors/* ConfigurationError */.j1(messages/* messages */.D['commit-not-found'](commit, body), [], cause);
    return error;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./actions/release-version/reserve.js








/** So many answers in a row that do not say whether a number was taken; each of them costs a number. */
const mostUnknown = 3;
/**
 * Takes the next free build number of the day: the ref of a number can be made once, so of two runs at the same time one takes
 * the next. A number whose ref may have been made or not is left out: numbers are cheap, and none is used twice.
 * @throws ConfigurationError, VendorError
 */
async function reserveBuild(reservation) {
    const { github, date, commit, log } = reservation;
    let unknown = 0;
    for (const build of (0,versions_build/* listFreeBuilds */.Qc)(date, await listTaken(reservation))) {
        const made = await (0,github_refs/* createRef */._3)(github, nameRef(reservation, build), commit);
        if (made.is === 'created')
            return build;
        if (made.is === 'taken') {
            log(`${(0,versions_build/* formatBuild */.s6)(build)} was taken by another run`);
            unknown = 0;
            continue;
        }
        log(`${(0,versions_build/* formatBuild */.s6)(build)} is left out: no answer of GitHub says whether it was taken`);
        unknown += 1;
        if (unknown === mostUnknown)
            throw made.error;
    }
    throw new errors/* ConfigurationError */.j1(messages/* messages */.D['builds-exhausted'](date));
}
/** The number that `reserveBuild` would take first. @throws ConfigurationError, VendorError */
async function previewBuild(reservation) {
    const [next] = (0,versions_build/* listFreeBuilds */.Qc)(reservation.date, await listTaken(reservation));
    if (next === undefined)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['builds-exhausted'](reservation.date));
    return next;
}
function nameRef({ folder, release }, build) {
    return `${folder}/${release}/${(0,versions_build/* formatBuild */.s6)(build)}`;
}
async function listTaken({ github, folder, release, date, taken }) {
    const start = `${folder}/${release}/`.replace(/^refs\//, '');
    const refs = await (0,github_refs/* listRefs */.Dy)(github, `${start}${date}.`);
    const reserved = (0,versions_build/* readBuilds */.Az)(refs.map(({ name }) => name.slice(`refs/${start}`.length)));
    return [...taken, ...reserved];
}
const packageShape = (0,shapes/* record */.g1)({ version: (0,shapes/* text */.Qq)(100) }, 'ignored');
/** The version that package.json names. @throws ConfigurationError */
function readPackageVersion(folder) {
    const path = (0,external_node_path_.join)(folder, 'package.json');
    try {
        const { version } = packageShape(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')), '');
        return (0,versions_version/* parseVersion */.ot)(version);
    }
    catch (error) {
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['version-unreadable'](path, (0,errors/* describeError */.Uc)(error)));
    }
}
/** What a refusal means for whoever wrote the workflow. */
function explainReservation(error, { folder, commit }) {
    if (!(error instanceof errors/* VendorError */.Hi))
        return error;
    const { status, operation, body = '' } = error.details;
    const cause = { cause: error };
    if (status === 403)
        return new errors/* ConfigurationError */.j1(messages/* messages */.D['token-lacks-permission'](operation, body), [], cause);
    if (status !== 422)
        return error;
    return /object does not exist/i.test(body)
        ? new errors/* ConfigurationError */.j1(messages/* messages */.D['commit-not-found'](commit, body), [], cause)
        : new errors/* ConfigurationError */.j1(messages/* messages */.D['reservations-refused'](folder, body), [], cause);
}

;// CONCATENATED MODULE: ./actions/release-version/main.js











const outputs = {
    version: '',
    build: '',
    name: '',
    tag: '',
    'version-code': '',
    'version-code-wear': '',
    'release-url': '',
};
const releaseVersion = { name: 'release-version', fields: fields, outputs, main };
async function main(context) {
    await (context.inputs.command === 'reserve' ? reserve(context) : publishRelease(context));
}
function readCommit({ inputs, environment }) {
    const sha = environment['GITHUB_SHA'] ?? '';
    if (inputs.commit !== undefined)
        return inputs.commit;
    if (!/^[0-9a-f]{40,64}$/.test(sha))
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['commit-unknown'](sha));
    return sha;
}
async function reserve(context) {
    const { inputs, environment, http, clock, log, outputs: out, summary } = context;
    if (inputs.release === undefined)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['release-missing']());
    const version = inputs.version ?? readPackageVersion(inputs.workingDirectory);
    // Once for the whole release: what is built from here on may end on another day.
    const date = (0,versions_build/* toBuildDate */.AP)(clock.now());
    const codesOf = (release) => toCodes(release, inputs.versionCodeOffset);
    // Before a number is taken: an offset that is too large would waste it.
    codesOf({ version, build: { date, number: 99 } });
    const asksStores = inputs.packageName !== undefined || inputs.bundleId !== undefined;
    const taken = asksStores ? await (await Promise.all(/* import() */[__webpack_require__.e(576), __webpack_require__.e(102), __webpack_require__.e(741), __webpack_require__.e(112)]).then(__webpack_require__.bind(__webpack_require__, 6112))).readBuildsInStores(context, date) : [];
    const reservation = {
        github: (0,client/* createGitHub */.C)({ http: http(), environment, token: inputs.githubToken }),
        folder: inputs.reservations,
        release: inputs.release,
        date,
        taken,
        commit: readCommit(context),
        log: (line) => {
            log.info(line);
        },
    };
    let release;
    try {
        release = { version, build: await (inputs.dryRun ? previewBuild(reservation) : reserveBuild(reservation)) };
    }
    catch (error) {
        throw explainReservation(error, reservation);
    }
    const { phone, wear } = codesOf(release);
    describe(context, inputs.release, release);
    out.set({ 'version-code': phone, 'version-code-wear': wear });
    const did = inputs.dryRun ? 'would be reserved (dry run)' : 'is reserved';
    log.info(`${(0,versions_release/* formatRelease */.B9)(release)} ${did}: version code ${phone} on the phone, ${wear} on the watch`);
    summary.heading(2, `release-version: ${(0,versions_release/* formatRelease */.B9)(release)} ${did}`);
    summary.table([{ title: 'Where' }, { title: 'Value' }], [
        ['CFBundleShortVersionString, versionName', (0,kit_summary/* code */.aY)((0,versions_version/* formatVersion */.qh)(version))],
        ['CFBundleVersion', (0,kit_summary/* code */.aY)((0,versions_build/* formatBuild */.s6)(release.build))],
        ['versionCode, phone', (0,kit_summary/* code */.aY)(`${phone}`)],
        ['versionCode, Wear OS', (0,kit_summary/* code */.aY)(`${wear}`)],
        ['Tag, and release at Sentry', (0,kit_summary/* code */.aY)((0,versions_release/* formatTag */._3)(inputs.release, release))],
    ]);
}
function toCodes({ build }, offset) {
    try {
        return { phone: (0,version_code/* toVersionCode */.B6)(build, 'phone', offset), wear: (0,version_code/* toVersionCode */.B6)(build, 'wear', offset) };
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['version-code-too-large'](error.message));
    }
}
async function publishRelease(context) {
    const { inputs, environment, http, log, outputs: out, summary } = context;
    if (inputs.tag === undefined)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['tag-missing']());
    const { name, ...release } = inputs.tag;
    const publication = {
        github: (0,client/* createGitHub */.C)({ http: http(), environment, token: inputs.githubToken }),
        name,
        release,
        commit: readCommit(context),
        notes: inputs.notes,
        prerelease: inputs.prerelease,
        latest: inputs.latest,
    };
    describe(context, name, release);
    const tag = (0,versions_release/* formatTag */._3)(name, release);
    if (inputs.dryRun) {
        const { missing } = await preview(publication);
        const what = missing.length === 0 ? 'nothing is missing' : `would make the ${missing.join(' and the ')}`;
        log.info(`dry run: ${what} of ${tag} at ${publication.commit}`);
        summary.heading(2, `release-version: a dry run for ${(0,versions_release/* formatRelease */.B9)(release)}`);
        summary.paragraph((0,kit_summary.md) `${what} of ${(0,kit_summary/* code */.aY)(tag)} at ${(0,kit_summary/* code */.aY)(publication.commit)}.`);
        return;
    }
    const { published, made } = await publish(publication);
    out.set({ 'release-url': published.url });
    const what = made.length === 0 ? 'was published before' : `is published: the ${made.join(' and the ')} made`;
    log.info(`${(0,versions_release/* formatRelease */.B9)(release)} ${what} (${published.url})`);
    summary.heading(2, `release-version: ${(0,versions_release/* formatRelease */.B9)(release)} ${what}`);
    const link = { markdown: `[release](${published.url})` };
    summary.paragraph((0,kit_summary.md) `The ${link} of ${(0,kit_summary/* code */.aY)(tag)} is at commit ${(0,kit_summary/* code */.aY)(publication.commit)}.`);
}
function describe({ outputs: out }, name, release) {
    out.set({
        version: (0,versions_version/* formatVersion */.qh)(release.version),
        build: (0,versions_build/* formatBuild */.s6)(release.build),
        name: (0,versions_release/* formatRelease */.B9)(release),
        tag: (0,versions_release/* formatTag */._3)(name, release),
    });
}


/***/ }),

/***/ 1874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ messages)
/* harmony export */ });
/* harmony import */ var _kit_messages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

const messages = (0,_kit_messages__WEBPACK_IMPORTED_MODULE_0__/* .defineMessages */ .Y)({
    'release-missing': () => ({
        text: 'The input "release" is missing: the name of the app, with which its tags begin.',
        cure: 'Give it, such as "release: tracker-mobile".',
    }),
    'tag-missing': () => ({
        text: 'The input "tag" is missing: it says what to publish.',
        cure: 'Give the output "tag" of the step that reserved the build, by the outputs of its job.',
    }),
    'commit-unknown': (given) => ({
        text: `GITHUB_SHA is "${given}", and has to be the full name of a commit.`,
        cure: 'GitHub sets it in every job; outside of one, give the input "commit".',
    }),
    'version-unreadable': (path, reason) => ({
        text: `The version cannot be read from ${path}: ${reason}.`,
        cure: 'Give the input "version", or a "working-directory" whose package.json has a version such as 2.15.3.',
    }),
    'version-code-too-large': (reason) => ({
        text: `With this offset ${reason}.`,
        cure: 'Give a smaller "version-code-offset": the codes themselves end at 991231994, in the year 2099.',
    }),
    'builds-exhausted': (date) => ({
        text: `All 99 build numbers of ${date} (UTC) are taken.`,
        cure: 'Wait for the next day. That many builds a day point to a workflow that reserves more often than it releases.',
    }),
    'store-code-larger': (largest, first, offset) => ({
        text: `Google Play has the version code ${largest} already, above ${first}, the first of today: no device would update to it.`,
        cure: `Give "version-code-offset: ${offset}" or more, and never less after that. No number was taken.`,
    }),
    'store-input-missing': (input) => ({
        text: `The input "${input}" is missing: with "bundle-id" App Store Connect is asked.`,
        cure: 'Give it, from a variable or a secret of the repository; or leave "bundle-id" out.',
    }),
    'reservations-refused': (ref, said) => ({
        text: `GitHub does not keep ${ref}: ${said}`,
        cure: 'Give "reservations: refs/tags/builds", or another folder that a rule of the repository allows.',
    }),
    'tag-elsewhere': (tag, found, wanted) => ({
        text: `The tag ${tag} exists already, at ${found}, and not at ${wanted}.`,
        cure: 'A build number is never used twice: reserve a new one and build again. Nothing was changed.',
    }),
    'token-lacks-permission': (operation, said) => ({
        text: `The token may not ${operation}: ${said}`,
        cure: 'Grant "contents: write" to the job, and to the job that calls its workflow. A ruleset for tags may forbid it, too.',
    }),
    'commit-not-found': (commit, said) => ({
        text: `GitHub does not take the commit ${commit}: ${said}`,
        cure: 'It has to be pushed, and to be of this repository.',
    }),
});


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


/***/ }),

/***/ 8186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ toBuildDate),
/* harmony export */   Az: () => (/* binding */ readBuilds),
/* harmony export */   EH: () => (/* binding */ parseBuild),
/* harmony export */   Qc: () => (/* binding */ listFreeBuilds),
/* harmony export */   V4: () => (/* binding */ compareBuilds),
/* harmony export */   s6: () => (/* binding */ formatBuild)
/* harmony export */ });
/** As many as an Android version code has room for; see `toVersionCode`. */
const MOST_BUILDS_A_DAY = 99;
const BUILD = /^(20\d\d)(\d\d)(\d\d)\.([1-9]\d?)$/;
/** @throws SyntaxError for anything but a day of this century and a number from 1 to 99, such as `20250114.1` */
function parseBuild(text) {
    const [, year, month, day, number] = BUILD.exec(text) ?? [];
    const date = `${year ?? ''}${month ?? ''}${day ?? ''}`;
    if (number === undefined || !isDay(`${year ?? ''}-${month ?? ''}-${day ?? ''}`))
        throw new SyntaxError(`"${text}" is no build of the form YYYYMMDD.N with N from 1 to 99, such as 20250114.1`);
    return { date, number: Number(number) };
}
/** Those of the texts that are builds; others are passed over. */
function readBuilds(texts) {
    return texts.flatMap((text) => {
        try {
            return [parseBuild(text)];
        }
        catch (error) {
            if (error instanceof SyntaxError)
                return [];
            throw error;
        }
    });
}
function isDay(text) {
    const at = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
function formatBuild({ date, number }) {
    return `${date}.${number}`;
}
/** Less than 0 where the first is the older one. */
function compareBuilds(one, other) {
    return Number(one.date) - Number(other.date) || one.number - other.number;
}
/** The day of a moment, in UTC: jobs on either side of anybody's midnight agree. @param at milliseconds since 1970 */
function toBuildDate(at) {
    return new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
}
/**
 * The builds of a day that are still free, the next one first: above the highest that is taken, since a number that was left
 * out may be one whose reservation got lost.
 */
function listFreeBuilds(date, taken) {
    const last = Math.max(0, ...taken.filter((build) => build.date === date).map(({ number }) => number));
    return Array.from({ length: Math.max(0, MOST_BUILDS_A_DAY - last) }, (_, index) => ({
        date,
        number: last + 1 + index,
    }));
}


/***/ }),

/***/ 8143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ formatRelease),
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   Hf: () => (/* binding */ findPreviousTag),
/* harmony export */   _3: () => (/* binding */ formatTag)
/* harmony export */ });
/* unused harmony export compareReleases */
/* harmony import */ var _build_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8186);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9950);


/** `2.15.3 (20250114.1)`, for people. Neither store takes that in one field. */
function formatRelease({ version, build }) {
    return `${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(version)} (${(0,_build_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBuild */ .s6)(build)})`;
}
/** `tracker-mobile@2.15.3+20250114.1`: the tag in git, and the release at Sentry. @param name of the app */
function formatTag(name, { version, build }) {
    return `${name}@${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(version)}+${(0,_build_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBuild */ .s6)(build)}`;
}
/** @throws SyntaxError when it is no such tag */
function parseTag(tag) {
    const [, name, version, build] = /^([^@]+)@([^+]+)\+(.+)$/.exec(tag) ?? [];
    if (name === undefined || version === undefined || build === undefined)
        throw new SyntaxError(`"${tag}" is no tag of the form NAME@MAJOR.MINOR.PATCH+YYYYMMDD.N`);
    return { name, version: (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(version), build: (0,_build_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBuild */ .EH)(build) };
}
/** Less than 0 where the first is the older one: by version, then by build. */
function compareReleases(one, other) {
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(one.version, other.version) || (0,_build_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBuilds */ .V4)(one.build, other.build);
}
/** The tag of the newest release of this app before another; undefined for the first. Tags of other forms are passed over. */
function findPreviousTag(name, release, tags) {
    return tags
        .flatMap((tag) => {
        try {
            const parsed = parseTag(tag);
            return parsed.name === name && compareReleases(parsed, release) < 0 ? [{ tag, parsed }] : [];
        }
        catch (error) {
            if (error instanceof SyntaxError)
                return [];
            throw error;
        }
    })
        .toSorted((one, other) => compareReleases(one.parsed, other.parsed))
        .at(-1)?.tag;
}


/***/ }),

/***/ 974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B6: () => (/* binding */ toVersionCode),
/* harmony export */   y9: () => (/* binding */ readBuildNumber)
/* harmony export */ });
/* unused harmony exports LARGEST_VERSION_CODE, FORM_FACTORS */
/** The largest that Google Play takes. https://developer.android.com/studio/publish/versioning#versioningsettings */
const LARGEST_VERSION_CODE = 2_100_000_000;
/**
 * Last digit of a version code: artifacts of one package need different ones, whatever device they are for, and a later build for
 * one device must lie above an earlier one for another. https://developer.android.com/training/wearables/packaging
 */
const FORM_FACTORS = { phone: 0, wear: 1, tv: 2, automotive: 3, xr: 4 };
/**
 * YYMMDD, two digits for the number of the build, one for the form factor: 20261122.1 for the phone is 261122010, and the last
 * one of this century is 991231999. Between two builds of one day lie 10, between two days 1000, so that a later build always
 * has the larger code.
 * @param offset added to each, for an app whose codes are above that already
 * @throws RangeError above what Google Play takes
 */
function toVersionCode(build, formFactor, offset = 0) {
    const code = Number(build.date.slice(2)) * 1000 + build.number * 10 + FORM_FACTORS[formFactor] + offset;
    if (code > LARGEST_VERSION_CODE)
        throw new RangeError(`the version code ${code} is above ${LARGEST_VERSION_CODE}, the largest that Google Play takes`);
    return code;
}
/** The number within that day of the build that has this code; undefined for a code of another day, or of another scheme. */
function readBuildNumber(code, date, offset = 0) {
    const rest = code - offset - Number(date.slice(2)) * 1000;
    return rest >= 10 && rest < 1000 ? Math.floor(rest / 10) : undefined;
}


/***/ }),

/***/ 9950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qh: () => (/* binding */ formatVersion)
/* harmony export */ });
const PART = '(0|[1-9]\\d{0,5})';
const VERSION = new RegExp(`^${PART}\\.${PART}\\.${PART}$`);
/**
 * @throws SyntaxError for anything but three numbers from 0 to 999999 without leading zeros, such as `2.15.3`
 */
function parseVersion(text) {
    const [, major, minor, patch] = VERSION.exec(text) ?? [];
    if (major === undefined)
        throw new SyntaxError(`"${text}" is no version of the form MAJOR.MINOR.PATCH, such as 2.15.3`);
    return { major: Number(major), minor: Number(minor), patch: Number(patch) };
}
function formatVersion({ major, minor, patch }) {
    return `${major}.${minor}.${patch}`;
}
/** Less than 0 where the first is the older one. */
function compareVersions(one, other) {
    return one.major - other.major || one.minor - other.minor || one.patch - other.patch;
}


/***/ })

};
