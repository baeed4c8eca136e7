export const id = 963;
export const ids = [963];
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


/***/ })

};
