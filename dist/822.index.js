export const id = 822;
export const ids = [822];
export const modules = {

/***/ 822:
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
// EXTERNAL MODULE: ./src/vendors/github/client.js + 2 modules
var client = __webpack_require__(8777);
// EXTERNAL MODULE: ./src/versions/build.js
var versions_build = __webpack_require__(8186);
;// CONCATENATED MODULE: ./src/versions/version.js
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

;// CONCATENATED MODULE: ./src/versions/release.js


/** `2.15.3 (20250114.1)`, for people. Neither store takes that in one field. */
function formatRelease({ version, build }) {
    return `${formatVersion(version)} (${(0,versions_build/* formatBuild */.s6)(build)})`;
}
/** `tracker-mobile@2.15.3+20250114.1`: the tag in git, and the release at Sentry. @param name of the app */
function formatTag(name, { version, build }) {
    return `${name}@${formatVersion(version)}+${(0,versions_build/* formatBuild */.s6)(build)}`;
}
/** @throws SyntaxError when it is no such tag */
function parseTag(tag) {
    const [, name, version, build] = /^([^@]+)@([^+]+)\+(.+)$/.exec(tag) ?? [];
    if (name === undefined || version === undefined || build === undefined)
        throw new SyntaxError(`"${tag}" is no tag of the form NAME@MAJOR.MINOR.PATCH+YYYYMMDD.N`);
    return { name, version: parseVersion(version), build: (0,versions_build/* parseBuild */.EH)(build) };
}
/** Less than 0 where the first is the older one: by version, then by build. */
function compareReleases(one, other) {
    return compareVersions(one.version, other.version) || (0,versions_build/* compareBuilds */.V4)(one.build, other.build);
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
        version: (0,inputs/* optional */.lq)((0,inputs/* structured */.uv)(parseVersion, { valid: 'MAJOR.MINOR.PATCH', example: '2.15.3' })),
        tag: (0,inputs/* optional */.lq)((0,inputs/* structured */.uv)(parseTag, { valid: 'NAME@MAJOR.MINOR.PATCH+YYYYMMDD.N', example: 'tracker-mobile@2.15.3+20250114.1' })),
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
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
;// CONCATENATED MODULE: ./src/vendors/github/refs.js



const objectShape = (0,shapes/* record */.g1)({ sha: (0,shapes/* text */.Qq)(64, /^[0-9a-f]{40,64}$/, 'the full name of an object'), type: (0,shapes/* text */.Qq)(20) }, 'ignored');
const refShape = (0,shapes/* record */.g1)({ ref: (0,shapes/* text */.Qq)(1_000), object: objectShape }, 'ignored');
const mostRefs = 100_000;
/**
 * All refs whose names begin so. @param start without `refs/`, such as `tags/tracker@`
 * @throws VendorError
 */
async function listRefs(github, start) {
    const question = {
        operation: `list the refs ${start}*`,
        route: 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
        parameters: { ref: start },
    };
    // GitHub gives all of them in one answer: the route has no pages.
    return (await github.read(question, (0,shapes/* list */.p_)(refShape, mostRefs))).map(toRef);
}
/** Undefined where there is none. @param name all of it. @throws VendorError */
async function readRef(github, name) {
    const question = {
        operation: `read the ref ${name}`,
        route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
        parameters: { ref: name.replace(/^refs\//, '') },
    };
    const found = await (0,client/* orMissing */.M)(github.read(question, refShape));
    return found === undefined ? undefined : toRef(found);
}
function toRef({ ref, object }) {
    return { name: ref, ...object };
}
/**
 * Makes a ref that must not exist yet. @param name all of it
 * @throws VendorError for every refusal but that it exists
 */
async function createRef(github, name, sha) {
    const question = {
        operation: `make the ref ${name}`,
        route: 'POST /repos/{owner}/{repo}/git/refs',
        parameters: { ref: name, sha },
    };
    try {
        await github.read(question, refShape);
        return { is: 'created' };
    }
    catch (error) {
        if (!(error instanceof errors/* VendorError */.Hi))
            throw error;
        const { status, body = '', ambiguous } = error.details;
        if (status === 422 && /already exists/i.test(body))
            return { is: 'taken' };
        if (ambiguous)
            return { is: 'unknown', error };
        throw error;
    }
}
/** The commit that a tag names, also where an object with a message stands between. @throws VendorError */
async function resolveTag(github, ref) {
    let { sha, type } = ref;
    // A tag of a tag is allowed; more of them are nobody's intention.
    for (let depth = 0; type === 'tag' && depth < 5; depth += 1) {
        const question = {
            operation: `read the tag ${ref.name}`,
            route: 'GET /repos/{owner}/{repo}/git/tags/{tag_sha}',
            parameters: { tag_sha: sha },
        };
        ({ sha, type } = (await github.read(question, (0,shapes/* record */.g1)({ object: objectShape }, 'ignored'))).object);
    }
    return sha;
}

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
    const tag = formatTag(name, release);
    const made = [];
    try {
        await lookOrMake(() => checkTag(publication, tag), async () => {
            made.push('tag');
            const answer = await createRef(github, `refs/tags/${tag}`, commit);
            return answer.is === 'unknown' ? answer.error : undefined;
        });
        let body;
        const published = await lookOrMake(() => findRelease(github, tag), async () => {
            made.push('release');
            body ??= notes === 'none' ? '' : await writeNotes(github, tag, await findPrevious(publication));
            return await createRelease(github, { tag, name: formatRelease(release), body, prerelease, latest });
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
    const ref = await readRef(github, `refs/tags/${tag}`);
    if (ref === undefined)
        return undefined;
    const found = await resolveTag(github, ref);
    if (found !== commit)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['tag-elsewhere'](tag, found, commit));
    return found;
}
async function findPrevious({ github, name, release }) {
    const refs = await listRefs(github, `tags/${name}@`);
    return findPreviousTag(name, release, refs.map((ref) => ref.name.replace(/^refs\/tags\//, '')));
}
/** What would be done, and is not. @throws as `publish` does */
async function preview(publication) {
    const tag = formatTag(publication.name, publication.release);
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
        const made = await createRef(github, nameRef(reservation, build), commit);
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
    const refs = await listRefs(github, `${start}${date}.`);
    const reserved = (0,versions_build/* readBuilds */.Az)(refs.map(({ name }) => name.slice(`refs/${start}`.length)));
    return [...taken, ...reserved];
}
const packageShape = (0,shapes/* record */.g1)({ version: (0,shapes/* text */.Qq)(100) }, 'ignored');
/** The version that package.json names. @throws ConfigurationError */
function readPackageVersion(folder) {
    const path = (0,external_node_path_.join)(folder, 'package.json');
    try {
        const { version } = packageShape(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')), '');
        return parseVersion(version);
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
    const taken = asksStores ? await (await Promise.all(/* import() */[__webpack_require__.e(323), __webpack_require__.e(222), __webpack_require__.e(112)]).then(__webpack_require__.bind(__webpack_require__, 6112))).readBuildsInStores(context, date) : [];
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
    log.info(`${formatRelease(release)} ${did}: version code ${phone} on the phone, ${wear} on the watch`);
    summary.heading(2, `release-version: ${formatRelease(release)} ${did}`);
    summary.table([{ title: 'Where' }, { title: 'Value' }], [
        ['CFBundleShortVersionString, versionName', (0,kit_summary/* code */.aY)(formatVersion(version))],
        ['CFBundleVersion', (0,kit_summary/* code */.aY)((0,versions_build/* formatBuild */.s6)(release.build))],
        ['versionCode, phone', (0,kit_summary/* code */.aY)(`${phone}`)],
        ['versionCode, Wear OS', (0,kit_summary/* code */.aY)(`${wear}`)],
        ['Tag, and release at Sentry', (0,kit_summary/* code */.aY)(formatTag(inputs.release, release))],
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
    const tag = formatTag(name, release);
    if (inputs.dryRun) {
        const { missing } = await preview(publication);
        const what = missing.length === 0 ? 'nothing is missing' : `would make the ${missing.join(' and the ')}`;
        log.info(`dry run: ${what} of ${tag} at ${publication.commit}`);
        summary.heading(2, `release-version: a dry run for ${formatRelease(release)}`);
        summary.paragraph((0,kit_summary.md) `${what} of ${(0,kit_summary/* code */.aY)(tag)} at ${(0,kit_summary/* code */.aY)(publication.commit)}.`);
        return;
    }
    const { published, made } = await publish(publication);
    out.set({ 'release-url': published.url });
    const what = made.length === 0 ? 'was published before' : `is published: the ${made.join(' and the ')} made`;
    log.info(`${formatRelease(release)} ${what} (${published.url})`);
    summary.heading(2, `release-version: ${formatRelease(release)} ${what}`);
    const link = { markdown: `[release](${published.url})` };
    summary.paragraph((0,kit_summary.md) `The ${link} of ${(0,kit_summary/* code */.aY)(tag)} is at commit ${(0,kit_summary/* code */.aY)(publication.commit)}.`);
}
function describe({ outputs: out }, name, release) {
    out.set({
        version: formatVersion(release.version),
        build: (0,versions_build/* formatBuild */.s6)(release.build),
        name: formatRelease(release),
        tag: formatTag(name, release),
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

/***/ 8331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   me: () => (/* binding */ nullable),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/**
 * An object with all of these members.
 * @param others what happens to further members: a file format of ours refuses them, an answer of a vendor may have them
 */
function record(members, others = 'refused') {
    const names = Object.keys(members);
    return (value, where) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw wrong(where, 'an object', value);
        const raw = value;
        const unknown = others === 'ignored' ? undefined : Object.keys(raw).find((name) => !Object.hasOwn(members, name));
        if (unknown !== undefined)
            throw new SyntaxError(`${where} has a member ${show(unknown)} that it cannot have`);
        const read = names.map((name) => [
            name,
            members[name](Object.hasOwn(raw, name) ? raw[name] : undefined, where === '' ? name : `${where}.${name}`),
        ]);
        return Object.fromEntries(read);
    };
}
/** A list of at most so many items. */
function list(item, most = Number.POSITIVE_INFINITY) {
    return (value, where) => {
        if (!Array.isArray(value))
            throw wrong(where, 'a list', value);
        if (value.length > most)
            throw new SyntaxError(`${where} has ${value.length} items, and ${most} are the most`);
        return value.map((one, index) => item(one, `${where}[${index}]`));
    };
}
/** A text of at most so many UTF-16 units that matches the pattern. `expected` says in words what it asks for. */
function text(most, pattern = /^/, expected = `a text of at most ${most} characters`) {
    return (value, where) => {
        if (typeof value !== 'string' || value.length > most || !pattern.test(value))
            throw wrong(where, expected, value);
        return value;
    };
}
/** A number within bounds, both ends included; whole numbers are those that a double holds exactly. */
function number(kind, min, max) {
    const expected = `a ${kind === 'whole' ? 'whole number' : 'number'} from ${min} to ${max}`;
    return (value, where) => {
        const fits = typeof value === 'number' && value >= min && value <= max;
        if (!fits || (kind === 'whole' && !Number.isSafeInteger(value)))
            throw wrong(where, expected, value);
        return value;
    };
}
function oneOf(words) {
    return (value, where) => {
        const found = words.find((word) => word === value);
        if (found === undefined)
            throw wrong(where, words.map(show).join(' or '), value);
        return found;
    };
}
/** A member that a vendor leaves out or writes as null where there is nothing, which is the same to it. */
function optional(shape) {
    return (value, where) => (value === undefined || value === null ? undefined : shape(value, where));
}
function nullable(shape) {
    return (value, where) => (value === null ? null : shape(value, where));
}
function wrong(where, expected, value) {
    return new SyntaxError(`${where === '' ? 'the whole' : where} has to be ${expected}, and is ${show(value)}`);
}
/** Short, and on one line whatever the value holds: JSON has an escape for every line break but two. */
function show(value) {
    const json = value === undefined ? 'missing' : JSON.stringify(value);
    const flat = json.replaceAll(/[\u2028\u2029]/g, ' ');
    return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
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

/***/ 8777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ createGitHub),
  M: () => (/* binding */ orMissing)
});

// EXTERNAL MODULE: ../../../node_modules/@octokit/endpoint/dist-bundle/index.js + 1 modules
var dist_bundle = __webpack_require__(2681);
// EXTERNAL MODULE: ./src/kit/endpoints.js
var endpoints = __webpack_require__(7731);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
;// CONCATENATED MODULE: ./src/vendors/github/graphql.js
/**
 * Errors after which nothing has been done, by their type. What is not here (timeouts and GitHub's own faults have no type)
 * may have happened: unknown is neither success nor failure. Types are not documented; these were seen in reports.
 */
const refusals = new Set([
    'STALE_DATA',
    'FORBIDDEN',
    'INSUFFICIENT_SCOPES',
    'NOT_FOUND',
    'UNPROCESSABLE',
    'BRANCH_PROTECTION_RULE_VIOLATION',
    'INVALID',
    'MISSING_PAGINATION_BOUNDARIES',
    'EXCESSIVE_PAGINATION',
    'MAX_NODE_LIMIT_EXCEEDED',
]);
/**
 * "Otherwise, wait for at least one minute before retrying", where no header says how long:
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit
 */
const limitWaitMs = 60_000;
const limitWords = /secondary rate limit|API rate limit exceeded|abuse detection/i;
/** A limit that only the words of a refusal tell: a secondary one may come as 403 without any header. */
function findLimit(status, body) {
    if (status !== 403 && status !== 429)
        return undefined;
    return limitWords.test(body) ? throttled(status, body) : undefined;
}
/**
 * What an answer of GraphQL says against its status 200: errors, even beside data, are a failure, and so is an answer without
 * either. Whether it may have happened all the same is told by `effect`.
 */
function findGraphqlFailure(status, body, kind) {
    if (status < 200 || status > 299)
        return findLimit(status, body);
    const answer = parse(body);
    if (answer === undefined)
        return { effect: 'unknown', said: 'an answer that is no JSON object' };
    const errors = Array.isArray(answer['errors']) ? answer['errors'] : [];
    const [first] = errors;
    if (first === undefined)
        return isObject(answer['data']) ? undefined : { effect: 'unknown', said: 'an answer with neither data nor errors' };
    const said = errors.map(describe).join('; ');
    if (first.type === 'RATE_LIMITED' || limitWords.test(said))
        return throttled(status, said);
    const done = kind === 'mutation' && isObject(answer['data']) && Object.values(answer['data']).some((root) => root !== null);
    return {
        effect: errors.every(isRefusal) && !done ? 'refused' : 'unknown',
        said,
        ...(typeof first.type === 'string' ? { code: first.type } : {}),
    };
}
function throttled(status, said) {
    return { effect: 'not-sent', said: `${status}: ${said}`, waitMs: limitWaitMs };
}
function isRefusal({ type, message, extensions }) {
    if (typeof type === 'string' && refusals.has(type))
        return true;
    // A document that does not fit the schema has a code instead; rulesets refuse in words, with a type that nobody has told.
    return typeof extensions?.code === 'string' || (typeof message === 'string' && isRuleViolation(message));
}
/** Whether GitHub refuses a change of a branch for the sake of its protection or of a ruleset. */
function isRuleViolation(said) {
    return /rule violations? found|protected branch|BRANCH_PROTECTION_RULE_VIOLATION|must be made through/i.test(said);
}
function describe({ type, message }) {
    return [type, message].filter((part) => typeof part === 'string').join(': ') || 'an error without words';
}
function parse(body) {
    try {
        const value = JSON.parse(body);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
;// CONCATENATED MODULE: ./src/vendors/github/messages.js

const githubMessages = (0,messages/* defineMessages */.Y)({
    'github-repository-unknown': (given) => ({
        text: `GITHUB_REPOSITORY is "${given}", and has to name a repository as owner/name.`,
        cure: 'GitHub sets it in every job; outside of one, set it yourself.',
    }),
    'github-permission-missing': (operation, permission, said) => ({
        text: `The token may not do this at GitHub: "${operation}" needs "${permission}". GitHub said: ${said}`,
        cure: `Grant "${permission}" under "permissions:" of the job (and of the workflow that calls it), or give a token that has it.`,
    }),
    'github-branch-protected': (branch, said) => ({
        text: `GitHub takes no direct change of the branch "${branch}", by a rule of the repository. It said: ${said}`,
        cure: 'Exempt it in the repository settings (Rules, Branches): no rule may ask for pull requests, signatures or checks on it, nor forbid to make it.',
    }),
    'github-file-not-text': (branch, path) => ({
        text: `"${path}" on the branch "${branch}" is no text (UTF-8), and so nothing that was written here.`,
        cure: 'See who put it there, and take it off the branch.',
    }),
});

;// CONCATENATED MODULE: ./src/vendors/github/client.js






const publicApi = 'https://api.github.com';
const pageSize = 100;
/** Limit for one attempt: GitHub itself gives up after 10 seconds. */
const timeoutMs = 20_000;
/**
 * Of Octokit this is the half that knows GitHub: routes, their parameters and how they become a URL, headers and a body.
 * The other half, which sends, is kit/http. Octokit's own repeats nothing, reads a damaged answer as a text without a
 * word, hides our errors in one of status 500, and what `@actions/github` makes of it brings undici for proxies, which is
 * nine tenths of a bundle.
 * @throws ConfigurationError (`github-repository-unknown`, `endpoint-not-loopback`).
 */
function createGitHub({ http, environment, token }) {
    const { owner, name } = readRepository(environment);
    const baseUrl = readApiUrl(environment);
    const headers = {
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        authorization: `Bearer ${token}`,
    };
    async function send(question) {
        const { operation, route, parameters, repeatable } = question;
        const { method, url, body } = (0,dist_bundle/* endpoint */.s)(route, { baseUrl, owner, repo: name, ...parameters });
        return http.request({
            vendor: 'GitHub',
            operation,
            method,
            url,
            headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
            failureIn: findLimit,
            ...(body === undefined || body === '' ? {} : { body: JSON.stringify(body) }),
            ...(repeatable === undefined ? {} : { repeatable }),
            timeoutMs,
        });
    }
    async function read(question, shape) {
        return (await send(question)).read(shape);
    }
    async function graphql({ operation, document, variables }, shape) {
        const kind = document.startsWith('query') ? 'query' : 'mutation';
        const answer = await http.request({
            vendor: 'GitHub',
            operation,
            method: 'POST',
            url: `${baseUrl}/graphql`,
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify({ query: document, variables }),
            repeatable: kind === 'query',
            failureIn: (status, told) => findGraphqlFailure(status, told, kind),
            timeoutMs,
        });
        return answer.read((value, where) => shape(memberOf(value, 'data'), where));
    }
    async function* pages(question, item, most, member) {
        const items = (0,shapes/* list */.p_)(item, pageSize);
        for (let page = 1; page <= most; page += 1) {
            // By number and not by the link of the answer: the token goes to no address that an answer names.
            const parameters = { ...question.parameters, per_page: pageSize, page };
            const answer = await send({ ...question, parameters });
            yield answer.read((value, where) => items(member === undefined ? value : memberOf(value, member), member ?? where));
            if (!/;\s*rel="next"/.test(answer.headers.get('link') ?? ''))
                return;
        }
    }
    return { owner, name, actsAsApp: token.startsWith('ghs_'), send, read, graphql, pages };
}
/** What `ask` finds; undefined where GitHub answers that there is no such thing. */
async function orMissing(ask) {
    try {
        return await ask;
    }
    catch (error) {
        if (error instanceof errors/* VendorError */.Hi && error.details.status === 404)
            return undefined;
        throw error;
    }
}
function memberOf(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
}
function readRepository(environment) {
    const given = environment['GITHUB_REPOSITORY'] ?? '';
    const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
    if (owner === undefined || name === undefined)
        throw new errors/* ConfigurationError */.j1(githubMessages['github-repository-unknown'](given));
    return { owner, name };
}
/** GitHub's own hosts, github.com and those of data residency; the token goes to no other but this machine. */
function readApiUrl(environment) {
    const given = environment['GITHUB_API_URL'] ?? '';
    if (given === '' || given === publicApi)
        return publicApi;
    if (/^https:\/\/api\.[a-z0-9-]+\.ghe\.com$/.test(given))
        return given;
    return (0,endpoints/* readRedirect */.Dr)('GITHUB_API_URL', environment) ?? publicApi;
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

/***/ 2681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ endpoint)
});

;// CONCATENATED MODULE: ../../../node_modules/universal-user-agent/index.js
function getUserAgent() {
  if (typeof navigator === "object" && "userAgent" in navigator) {
    return navigator.userAgent;
  }

  if (typeof process === "object" && process.version !== undefined) {
    return `Node.js/${process.version.substr(1)} (${process.platform}; ${
      process.arch
    })`;
  }

  return "<environment undetectable>";
}

;// CONCATENATED MODULE: ../../../node_modules/@octokit/endpoint/dist-bundle/index.js
// pkg/dist-src/defaults.js


// pkg/dist-src/version.js
var VERSION = "0.0.0-development";

// pkg/dist-src/defaults.js
var userAgent = `octokit-endpoint.js/${VERSION} ${getUserAgent()}`;
var DEFAULTS = {
  method: "GET",
  baseUrl: "https://api.github.com",
  headers: {
    accept: "application/vnd.github.v3+json",
    "user-agent": userAgent
  },
  mediaType: {
    format: ""
  }
};

// pkg/dist-src/util/lowercase-keys.js
function lowercaseKeys(object) {
  if (!object) {
    return {};
  }
  return Object.keys(object).reduce((newObj, key) => {
    newObj[key.toLowerCase()] = object[key];
    return newObj;
  }, {});
}

// pkg/dist-src/util/is-plain-object.js
function isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}

// pkg/dist-src/util/merge-deep.js
function mergeDeep(defaults, options) {
  const result = Object.assign({}, defaults);
  Object.keys(options).forEach((key) => {
    if (isPlainObject(options[key])) {
      if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
      else result[key] = mergeDeep(defaults[key], options[key]);
    } else {
      Object.assign(result, { [key]: options[key] });
    }
  });
  return result;
}

// pkg/dist-src/util/remove-undefined-properties.js
function removeUndefinedProperties(obj) {
  for (const key in obj) {
    if (obj[key] === void 0) {
      delete obj[key];
    }
  }
  return obj;
}

// pkg/dist-src/merge.js
function merge(defaults, route, options) {
  if (typeof route === "string") {
    let [method, url] = route.split(" ");
    options = Object.assign(url ? { method, url } : { url: method }, options);
  } else {
    options = Object.assign({}, route);
  }
  options.headers = lowercaseKeys(options.headers);
  removeUndefinedProperties(options);
  removeUndefinedProperties(options.headers);
  const mergedOptions = mergeDeep(defaults || {}, options);
  if (options.url === "/graphql") {
    if (defaults && defaults.mediaType.previews?.length) {
      mergedOptions.mediaType.previews = defaults.mediaType.previews.filter(
        (preview) => !mergedOptions.mediaType.previews.includes(preview)
      ).concat(mergedOptions.mediaType.previews);
    }
    mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
  }
  return mergedOptions;
}

// pkg/dist-src/util/add-query-parameters.js
function addQueryParameters(url, parameters) {
  const separator = /\?/.test(url) ? "&" : "?";
  const names = Object.keys(parameters);
  if (names.length === 0) {
    return url;
  }
  return url + separator + names.map((name) => {
    if (name === "q") {
      return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
    }
    return `${name}=${encodeURIComponent(parameters[name])}`;
  }).join("&");
}

// pkg/dist-src/util/extract-url-variable-names.js
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
  return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
  const matches = url.match(urlVariableRegex);
  if (!matches) {
    return [];
  }
  return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}

// pkg/dist-src/util/omit.js
function omit(object, keysToOmit) {
  const result = { __proto__: null };
  for (const key of Object.keys(object)) {
    if (keysToOmit.indexOf(key) === -1) {
      result[key] = object[key];
    }
  }
  return result;
}

// pkg/dist-src/util/url-template.js
function encodeReserved(str) {
  return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
    if (!/%[0-9A-Fa-f]/.test(part)) {
      part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
    }
    return part;
  }).join("");
}
function encodeUnreserved(str) {
  return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
    return "%" + c.charCodeAt(0).toString(16).toUpperCase();
  });
}
function encodeValue(operator, value, key) {
  value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
  if (key) {
    return encodeUnreserved(key) + "=" + value;
  } else {
    return value;
  }
}
function isDefined(value) {
  return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
  return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
  var value = context[key], result = [];
  if (isDefined(value) && value !== "") {
    if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
      value = value.toString();
      if (modifier && modifier !== "*") {
        value = value.substring(0, parseInt(modifier, 10));
      }
      result.push(
        encodeValue(operator, value, isKeyOperator(operator) ? key : "")
      );
    } else {
      if (modifier === "*") {
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            result.push(
              encodeValue(operator, value2, isKeyOperator(operator) ? key : "")
            );
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              result.push(encodeValue(operator, value[k], k));
            }
          });
        }
      } else {
        const tmp = [];
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            tmp.push(encodeValue(operator, value2));
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              tmp.push(encodeUnreserved(k));
              tmp.push(encodeValue(operator, value[k].toString()));
            }
          });
        }
        if (isKeyOperator(operator)) {
          result.push(encodeUnreserved(key) + "=" + tmp.join(","));
        } else if (tmp.length !== 0) {
          result.push(tmp.join(","));
        }
      }
    }
  } else {
    if (operator === ";") {
      if (isDefined(value)) {
        result.push(encodeUnreserved(key));
      }
    } else if (value === "" && (operator === "&" || operator === "?")) {
      result.push(encodeUnreserved(key) + "=");
    } else if (value === "") {
      result.push("");
    }
  }
  return result;
}
function parseUrl(template) {
  return {
    expand: expand.bind(null, template)
  };
}
function expand(template, context) {
  var operators = ["+", "#", ".", "/", ";", "?", "&"];
  template = template.replace(
    /\{([^\{\}]+)\}|([^\{\}]+)/g,
    function(_, expression, literal) {
      if (expression) {
        let operator = "";
        const values = [];
        if (operators.indexOf(expression.charAt(0)) !== -1) {
          operator = expression.charAt(0);
          expression = expression.substr(1);
        }
        expression.split(/,/g).forEach(function(variable) {
          var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
          values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
        });
        if (operator && operator !== "+") {
          var separator = ",";
          if (operator === "?") {
            separator = "&";
          } else if (operator !== "#") {
            separator = operator;
          }
          return (values.length !== 0 ? operator : "") + values.join(separator);
        } else {
          return values.join(",");
        }
      } else {
        return encodeReserved(literal);
      }
    }
  );
  if (template === "/") {
    return template;
  } else {
    return template.replace(/\/$/, "");
  }
}

// pkg/dist-src/parse.js
function parse(options) {
  let method = options.method.toUpperCase();
  let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
  let headers = Object.assign({}, options.headers);
  let body;
  let parameters = omit(options, [
    "method",
    "baseUrl",
    "url",
    "headers",
    "request",
    "mediaType"
  ]);
  const urlVariableNames = extractUrlVariableNames(url);
  url = parseUrl(url).expand(parameters);
  if (!/^http/.test(url)) {
    url = options.baseUrl + url;
  }
  const omittedParameters = Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl");
  const remainingParameters = omit(parameters, omittedParameters);
  const isBinaryRequest = /application\/octet-stream/i.test(headers.accept);
  if (!isBinaryRequest) {
    if (options.mediaType.format) {
      headers.accept = headers.accept.split(/,/).map(
        (format) => format.replace(
          /application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/,
          `application/vnd$1$2.${options.mediaType.format}`
        )
      ).join(",");
    }
    if (url.endsWith("/graphql")) {
      if (options.mediaType.previews?.length) {
        const previewsFromAcceptHeader = headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || [];
        headers.accept = previewsFromAcceptHeader.concat(options.mediaType.previews).map((preview) => {
          const format = options.mediaType.format ? `.${options.mediaType.format}` : "+json";
          return `application/vnd.github.${preview}-preview${format}`;
        }).join(",");
      }
    }
  }
  if (["GET", "HEAD"].includes(method)) {
    url = addQueryParameters(url, remainingParameters);
  } else {
    if ("data" in remainingParameters) {
      body = remainingParameters.data;
    } else {
      if (Object.keys(remainingParameters).length) {
        body = remainingParameters;
      }
    }
  }
  if (!headers["content-type"] && typeof body !== "undefined") {
    headers["content-type"] = "application/json; charset=utf-8";
  }
  if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") {
    body = "";
  }
  return Object.assign(
    { method, url, headers },
    typeof body !== "undefined" ? { body } : null,
    options.request ? { request: options.request } : null
  );
}

// pkg/dist-src/endpoint-with-defaults.js
function endpointWithDefaults(defaults, route, options) {
  return parse(merge(defaults, route, options));
}

// pkg/dist-src/with-defaults.js
function withDefaults(oldDefaults, newDefaults) {
  const DEFAULTS2 = merge(oldDefaults, newDefaults);
  const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
  return Object.assign(endpoint2, {
    DEFAULTS: DEFAULTS2,
    defaults: withDefaults.bind(null, DEFAULTS2),
    merge: merge.bind(null, DEFAULTS2),
    parse
  });
}

// pkg/dist-src/index.js
var endpoint = withDefaults(null, DEFAULTS);



/***/ })

};
