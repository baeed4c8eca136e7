export const id = 782;
export const ids = [782];
export const modules = {

/***/ 241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WH: () => (/* binding */ findFastlane),
/* harmony export */   WJ: () => (/* binding */ tellReason),
/* harmony export */   i8: () => (/* binding */ runLane),
/* harmony export */   lK: () => (/* binding */ runSupply),
/* harmony export */   nc: () => (/* binding */ googleVariables)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _kit_child_env__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5029);
/* harmony import */ var _kit_endpoints__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7731);
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3246);
/* harmony import */ var _kit_tools__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7262);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9629);







/**
 * Quiet, and calling nobody but the store: the look-up of newer versions, usage figures and the search for known issues are off.
 * An empty value would count as on.
 */
const HABITS = {
    CI: 'true',
    LANG: 'C.UTF-8',
    FASTLANE_SKIP_UPDATE_CHECK: '1',
    FASTLANE_OPT_OUT_USAGE: '1',
    FASTLANE_HIDE_GITHUB_ISSUES: '1',
    FASTLANE_DISABLE_COLORS: '1',
    FASTLANE_HIDE_TIMESTAMP: '1',
    FASTLANE_SKIP_ACTION_SUMMARY: '1',
    FASTLANE_SKIP_DOCS: '1',
    FASTLANE_SKIP_RUBY_VERSION_WARNING: '1',
    SKIP_SLOW_FASTLANE_WARNING: '1',
};
/**
 * @param from the working directory; its Gemfile, or that of a folder above it up to the workspace, is the one
 * @throws ConfigurationError (`fastlane-missing`)
 */
function findFastlane(environment, from, workspace) {
    const gemfile = findGemfile(from, workspace);
    const bundle = gemfile === undefined ? undefined : (0,_kit_tools__WEBPACK_IMPORTED_MODULE_5__/* .findOnPath */ .aY)('bundle', environment);
    if (gemfile !== undefined && bundle !== undefined)
        return { file: bundle, args: ['exec', 'fastlane'], env: { BUNDLE_GEMFILE: gemfile } };
    const fastlane = (0,_kit_tools__WEBPACK_IMPORTED_MODULE_5__/* .findOnPath */ .aY)('fastlane', environment);
    if (fastlane === undefined)
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_4__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .messages */ .D['fastlane-missing'](gemfile ?? 'none'));
    return { file: fastlane, args: [], env: {} };
}
function findGemfile(from, workspace) {
    for (let folder = from;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'Gemfile');
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
            return path;
        if (folder === workspace || folder === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder))
            return undefined;
    }
}
/**
 * Runs the user's own lane as it is, where it lies. How it ends is no proof of anything either.
 * @throws ConfigurationError (`environment-refused`)
 */
async function runLane(run) {
    const { environment, temp, exec, fastlane, lane, folder, variables, passEnv, timeoutMs } = run;
    return await exec.run({
        name: 'fastlane',
        file: fastlane.file,
        args: [...fastlane.args, ...lane.split(' ')],
        cwd: folder,
        env: {
            ...(0,_kit_child_env__WEBPACK_IMPORTED_MODULE_2__/* .childEnvironment */ .Q)(environment, passEnv),
            ...HABITS,
            // A report of its steps, which it would leave in the checkout.
            FL_REPORT_PATH: temp.folder(),
            ...fastlane.env,
            ...variables,
        },
        timeoutMs,
    });
}
/**
 * Uploads one bundle by `fastlane supply`. In a folder of its own, where no file of the checkout can change what it does: a stray
 * bundle, a Supplyfile, an .env, a lane of the same name. How it ends is no proof of anything: whoever calls looks at the store.
 */
async function runSupply(run) {
    const { environment, temp, exec, fastlane, artifact, track, fraction, priority, notes, timeoutMs } = run;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp.folder(), `supply-${run.versionCode}`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder);
    const options = [
        ['aab', artifact],
        ['track', track],
        ['skip_upload_apk', 'true'],
        ['skip_upload_images', 'true'],
        ['skip_upload_screenshots', 'true'],
        ['skip_upload_metadata', 'true'],
    ];
    if (Object.keys(notes).length === 0)
        options.push(['skip_upload_changelogs', 'true']);
    else
        options.push(['metadata_path', writeNotes(folder, run.versionCode, notes)]);
    const symbols = layOutSymbols(folder, run);
    if (symbols.length > 0)
        options.push(['mapping_paths', symbols.join(',')]);
    if (fraction !== undefined)
        options.push(['rollout', `${fraction}`]);
    if (priority !== undefined)
        options.push(['in_app_update_priority', `${priority}`]);
    return await exec.run({
        name: 'fastlane',
        file: fastlane.file,
        args: [...fastlane.args, 'supply', ...options.flatMap(([name, value]) => [`--${name}`, value])],
        cwd: folder,
        env: {
            ...(0,_kit_child_env__WEBPACK_IMPORTED_MODULE_2__/* .childEnvironment */ .Q)(environment),
            ...HABITS,
            ...fastlane.env,
            ...run.credentials,
            SUPPLY_PACKAGE_NAME: run.packageName,
        },
        timeoutMs,
    });
}
/**
 * The variables by which Fastlane finds the credentials: by a file that only this user can read, or by the one that others wrote,
 * and never on a command line. @param given JSON, the absolute path of a file that holds it, "machine", or nothing
 */
function googleVariables(environment, temp, given) {
    const root = (0,_kit_endpoints__WEBPACK_IMPORTED_MODULE_3__/* .readRedirect */ .Dr)(_kit_endpoints__WEBPACK_IMPORTED_MODULE_3__/* .redirects */ .cq.google, environment);
    const redirected = root === undefined ? {} : { SUPPLY_ROOT_URL: `${root}/` };
    if (given.startsWith('{'))
        return { ...redirected, SUPPLY_JSON_KEY: temp.write('google-credentials.json', given) };
    const path = given === '' ? environment['GOOGLE_APPLICATION_CREDENTIALS'] : given;
    if (path === undefined || path === '' || path === 'machine')
        return redirected;
    return { ...redirected, SUPPLY_JSON_KEY: path };
}
/** Fastlane tells their kinds apart by the ends of their names, and separates paths by commas, which may stand in one. */
function layOutSymbols(folder, { mapping, nativeSymbols }) {
    const files = { 'mapping.txt': mapping, 'native-symbols.zip': nativeSymbols };
    return Object.entries(files).flatMap(([name, path]) => {
        if (path === undefined)
            return [];
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)(path, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
        return [name];
    });
}
/** As Fastlane wants them: a folder for each language, and a file for the version code. */
function writeNotes(folder, versionCode, notes) {
    const metadata = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'metadata');
    for (const [language, text] of Object.entries(notes)) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(metadata, language, 'changelogs'), { recursive: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(metadata, language, 'changelogs', `${versionCode}.txt`), text);
    }
    return metadata;
}
/** What Fastlane says is wrong stands behind "[!]". */
function tellReason({ tail }) {
    return tail.findLast((line) => line.includes('[!]'))?.replace(/^.*\[!\]\s*/, '') ?? tail.at(-1) ?? 'nothing';
}


/***/ }),

/***/ 4120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WV: () => (/* binding */ openRollout),
/* harmony export */   gM: () => (/* binding */ whileMarked),
/* harmony export */   ne: () => (/* binding */ planRollout)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _kit_summary__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(257);
/* harmony import */ var _rollout_entries__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(132);
/* harmony import */ var _rollout_ledger_file__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5505);
/* harmony import */ var _rollout_opening__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7495);
/* harmony import */ var _rollout_policy_loading__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1294);
/* harmony import */ var _rollout_policy_messages__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3201);
/* harmony import */ var _rollout_runner__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7420);
/* harmony import */ var _rollout_uploads__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(986);
/* harmony import */ var _vendors_github_branch_folder__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9736);
/* harmony import */ var _vendors_github_client__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3589);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9629);












/**
 * Plans the opening before a byte is sent; undefined where none is asked for.
 * @throws ConfigurationError (`policy-\u2026`, `rollout-build-missing`, `rollout-platform-missing`)
 */
function planRollout(context, version, uploads) {
    const { inputs, environment, annotations } = context;
    if (!inputs.openRollout)
        return undefined;
    const place = { folder: inputs.workingDirectory, path: inputs.policy };
    const text = (0,_rollout_policy_loading__WEBPACK_IMPORTED_MODULE_5__/* .readPolicyText */ .OG)(place);
    if (text === undefined)
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_rollout_policy_messages__WEBPACK_IMPORTED_MODULE_6__/* .policyMessages */ .d['policy-missing'](inputs.policy));
    const name = (0,_rollout_policy_loading__WEBPACK_IMPORTED_MODULE_5__/* .nameApp */ .FS)(environment, inputs.app);
    const policy = (0,_rollout_policy_loading__WEBPACK_IMPORTED_MODULE_5__/* .parsePolicy */ .ON)(text, inputs.policy, name, annotations);
    const apple = uploads.find((one) => one.store === 'app-store');
    const build = apple?.build ?? inputs.build;
    if (build === undefined)
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_10__/* .messages */ .D['rollout-build-missing']());
    const artifacts = uploads.map((one) => ({
        platform: findPlatform(policy, one).name,
        artifact: one.store === 'google-play'
            ? { store: one.store, versionCode: one.versionCode }
            : { store: one.store, build: one.build },
    }));
    const release = { name: policy.release, version, build };
    context.outputs.set({ 'release-tag': (0,_rollout_entries__WEBPACK_IMPORTED_MODULE_2__/* .tagOf */ .cO)(release) });
    return { policy, release, artifacts };
}
function findPlatform({ platforms }, upload) {
    const found = platforms.find((platform) => isOf(platform, upload));
    if (found !== undefined)
        return found;
    const what = upload.store === 'google-play' ? `${upload.packageName}${upload.isWatch ? ' on watches' : ''}` : upload.bundleId;
    throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_10__/* .messages */ .D['rollout-platform-missing'](what, platforms.map(({ name }) => name).join(', ')));
}
/** Phone and watch are two platforms of one package, told apart by their tracks. */
function isOf(platform, upload) {
    if (platform.store === 'app-store') {
        if (upload.store !== 'app-store')
            return false;
        return 'id' in platform.app ? platform.app.id === upload.appId : platform.app.bundleId === upload.bundleId;
    }
    const isWatch = platform.steps.at(-1)?.track.startsWith('wear:') === true;
    return upload.store === 'google-play' && platform.package === upload.packageName && isWatch === upload.isWatch;
}
/**
 * Opens what has arrived, in the ledger that staged-promote reads.
 * @param arrived which of the planned artifacts, by their place
 * @throws ForeseenError (`rollout-unopened`): the upload stands
 */
async function openRollout(context, planned, arrived) {
    if (planned === undefined)
        return;
    const { environment, inputs, clock, log, summary, outputs } = context;
    const { policy, release } = planned;
    const artifacts = planned.artifacts.filter((_, index) => arrived?.includes(index) ?? true);
    const tag = (0,_rollout_entries__WEBPACK_IMPORTED_MODULE_2__/* .tagOf */ .cO)(release);
    const names = artifacts.map(({ platform }) => platform).join(', ');
    if (inputs.dryRun) {
        log.info(`would open the rollout of ${tag} for ${names}`);
        summary.paragraph((0,_kit_summary__WEBPACK_IMPORTED_MODULE_1__.md) `It would open the rollout of ${(0,_kit_summary__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(tag)} for ${names}.`);
        return;
    }
    try {
        const { isNew } = await (0,_rollout_opening__WEBPACK_IMPORTED_MODULE_4__/* .openRelease */ .g)(openBranch(context, policy), {
            ...{ policy, release, artifacts, now: clock.now() },
            ...(0,_rollout_runner__WEBPACK_IMPORTED_MODULE_11__/* .readRunner */ .f)(environment),
        });
        outputs.set({ opened: isNew });
        const did = isNew ? 'is open' : 'was open already';
        log.info(`The rollout of ${tag} ${did} for ${names}`);
        summary.paragraph((0,_kit_summary__WEBPACK_IMPORTED_MODULE_1__.md) `The rollout of ${(0,_kit_summary__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(tag)} ${did} for ${names}.`);
    }
    catch (error) {
        if (!(error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ForeseenError */ .U8) || error.fault === 'cancelled')
            throw error;
        const { text, cure } = error.notes[0];
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ForeseenError */ .U8(error.fault, [_messages_js__WEBPACK_IMPORTED_MODULE_10__/* .messages */ .D['rollout-unopened'](tag, `${text} ${cure}`)], { cause: error });
    }
}
function openBranch({ http, environment, inputs }, { ledger: branch, release }) {
    const github = (0,_vendors_github_client__WEBPACK_IMPORTED_MODULE_9__/* .createGitHub */ .C)({ http: http(), environment, token: inputs.githubToken });
    return (0,_vendors_github_branch_folder__WEBPACK_IMPORTED_MODULE_8__/* .openBranchFolder */ .B)(github, { branch, folder: (0,_rollout_ledger_file__WEBPACK_IMPORTED_MODULE_3__/* .ledgerFolder */ .G0)(release) });
}
/** Sends while staged-promote knows of it: its looks at fractions would end the edit of the upload. */
async function whileMarked(context, planned, { packageName, uploads }, send) {
    const { environment, inputs, clock, log } = context;
    if (planned === undefined || inputs.dryRun || uploads === 0)
        return send();
    const branch = openBranch(context, planned.policy);
    const marking = { app: planned.policy.release, package: packageName, run: (0,_rollout_runner__WEBPACK_IMPORTED_MODULE_11__/* .readRunner */ .f)(environment).run };
    const until = clock.now() + uploads * inputs.uploadMinutes * 60_000;
    if (!(await (0,_rollout_uploads__WEBPACK_IMPORTED_MODULE_7__/* .markUpload */ .T)(branch, { ...marking, now: clock.now() }, until)))
        log.info('That an upload is under way could not be written beside the ledger; a promotion may end it meanwhile.');
    try {
        return await send();
    }
    finally {
        await (0,_rollout_uploads__WEBPACK_IMPORTED_MODULE_7__/* .markUpload */ .T)(branch, { ...marking, now: clock.now() });
    }
}


/***/ }),

/***/ 1504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ withArchive)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);

/** More files than any app holds; Expo's largest have some twenty thousand. */
const mostEntries = 200_000;
/**
 * Opens an archive, hands it over and closes it.
 * @throws SyntaxError when the file is no zip archive, is cut off, or holds a name twice: tools that disagree about which
 * of the two counts have been used to smuggle content past a signature
 * @throws an error of the file system when it cannot be read
 */
async function withArchive(path, use) {
    // Only who opens an artifact pays for it.
    const { openPromise } = await __webpack_require__.e(/* import() */ 557).then(__webpack_require__.t.bind(__webpack_require__, 6557, 19));
    const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch((error) => {
        if (Error.isError(error) && 'code' in error)
            throw error;
        throw new SyntaxError('it is no zip archive, or it is cut off', { cause: error });
    });
    try {
        const entries = await listEntries(zip);
        return await use({
            files: new Map([...entries].map(([name, { uncompressedSize, compressedSize }]) => [
                name,
                { size: uncompressedSize, packed: compressedSize },
            ])),
            read: async (name, limit) => {
                const entry = find(entries, name);
                if (entry.uncompressedSize > limit)
                    throw new SyntaxError(`${name} has more than ${limit} bytes`);
                const chunks = [];
                for await (const chunk of streamEntry(zip, entry, name))
                    chunks.push(chunk);
                return Buffer.concat(chunks);
            },
            stream: (name) => streamEntry(zip, find(entries, name), name),
            readStart: async (name, bytes) => {
                const chunks = [];
                let size = 0;
                for await (const chunk of streamEntry(zip, find(entries, name), name)) {
                    chunks.push(chunk);
                    size += chunk.length;
                    if (size >= bytes)
                        break;
                }
                return Buffer.concat(chunks).subarray(0, bytes);
            },
        });
    }
    finally {
        zip.close();
    }
}
async function listEntries(zip) {
    if (zip.entryCount > mostEntries)
        throw new SyntaxError(`it holds ${zip.entryCount} files, and ${mostEntries} are the most`);
    const entries = new Map();
    try {
        for await (const entry of zip.eachEntry()) {
            const name = entry.fileNameRaw.toString('utf8');
            if (name.endsWith('/'))
                continue;
            if (entries.has(name))
                throw new SyntaxError(`it holds ${name} twice`);
            entries.set(name, entry);
        }
    }
    catch (error) {
        if (error instanceof SyntaxError)
            throw error;
        throw new SyntaxError(`the archive is damaged: ${error.message}`, { cause: error });
    }
    return entries;
}
function find(entries, name) {
    const entry = entries.get(name);
    if (entry === undefined)
        throw new SyntaxError(`it holds no ${name}`);
    return entry;
}
async function* streamEntry(zip, entry, name) {
    let sum = 0;
    try {
        // yauzl refuses more or fewer bytes than the directory says.
        for await (const chunk of await zip.openReadStreamPromise(entry)) {
            sum = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(chunk, sum);
            yield chunk;
        }
    }
    catch (error) {
        throw new SyntaxError(`${name} is damaged: ${error.message}`, { cause: error });
    }
    if (sum !== entry.crc32)
        throw new SyntaxError(`${name} is damaged: its checksum is another one`);
}


/***/ }),

/***/ 9597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ describeCertificate),
/* harmony export */   h: () => (/* binding */ parseCertificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** @throws SyntaxError when it is no certificate */
function parseCertificate(der) {
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(der);
    }
    catch (error) {
        throw new SyntaxError('the certificate of its signature is damaged', { cause: error });
    }
}
/** @throws SyntaxError when it says no time up to which it is good */
function describeCertificate(certificate) {
    const subject = certificate.subject.split('\n').join(', ');
    const notAfter = new Date(certificate.validTo);
    if (Number.isNaN(notAfter.getTime()))
        throw new SyntaxError('the certificate of its signature is damaged');
    return {
        sha256: certificate.fingerprint256,
        subject,
        notAfter: notAfter.toISOString(),
        // https://developer.android.com/studio/publish/app-signing#debug-mode
        debug: /(^|, )CN=Android Debug(,|$)/.test(subject),
    };
}


/***/ }),

/***/ 3894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ readSignedData)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/artifacts/certificate.js
var certificate = __webpack_require__(9597);
;// CONCATENATED MODULE: ./src/artifacts/der.js
const TAG = {
    integer: 0x02,
    octets: 0x04,
    constructedOctets: 0x24,
    oid: 0x06,
    sequence: 0x30,
    set: 0x31,
    /** `[n]`, constructed. */
    context: (number) => 0xa0 + number,
};
/** Deeper than any certificate. */
const deepest = 40;
/**
 * Reads the first value: DER, and BER of indefinite length, since Apple's tools write that (X.690 8.1.3.6).
 * @throws SyntaxError when it is none, or cut off
 */
function readAsn1(bytes, depth = 0) {
    const tag = byteAt(bytes, 0);
    if ((tag & 0x1f) === 0x1f)
        throw new SyntaxError('a value of ASN.1 has a long tag');
    if (depth > deepest)
        throw new SyntaxError(`values of ASN.1 lie more than ${deepest} deep`);
    const first = byteAt(bytes, 1);
    if (first === 0x80)
        return readIndefinite(bytes, tag, depth);
    const more = first > 0x80 ? first - 0x80 : 0;
    if (more > 4)
        throw new SyntaxError('a value of ASN.1 is too long');
    const start = 2 + more;
    const length = more === 0 ? first : readNumber(bytes, more);
    if (bytes.length < start + length)
        throw new SyntaxError('a value of ASN.1 is cut off');
    return { tag, content: bytes.subarray(start, start + length), raw: bytes.subarray(0, start + length) };
}
function readIndefinite(bytes, tag, depth) {
    let position = 2;
    while (byteAt(bytes, position) !== 0 || byteAt(bytes, position + 1) !== 0) {
        position += readAsn1(bytes.subarray(position), depth + 1).raw.length;
    }
    return { tag, content: bytes.subarray(2, position), raw: bytes.subarray(0, position + 2) };
}
function byteAt(bytes, position) {
    const byte = bytes[position];
    if (byte === undefined)
        throw new SyntaxError('a value of ASN.1 is cut off');
    return byte;
}
function readNumber(bytes, count) {
    if (bytes.length < 2 + count)
        throw new SyntaxError('a value of ASN.1 is cut off');
    return bytes.readUIntBE(2, count);
}
/** The values inside a sequence, a set or a tagged value. */
function childrenOf({ content }) {
    const children = [];
    for (let position = 0; position < content.length;) {
        const child = readAsn1(content.subarray(position));
        children.push(child);
        position += child.raw.length;
    }
    return children;
}
/** The bytes of an octet string, put together where it was written in pieces. */
function octetsOf(value) {
    if (value.tag === TAG.octets)
        return value.content;
    if (value.tag === TAG.constructedOctets)
        return Buffer.concat(childrenOf(value).map(octetsOf));
    throw new SyntaxError('a value of ASN.1 is no octet string');
}
/** An object identifier in dots, such as `1.2.840.113549.1.7.2`. */
function oidOf({ tag, content }) {
    if (tag !== TAG.oid || content.length === 0)
        throw new SyntaxError('a value of ASN.1 is no object identifier');
    const parts = [];
    let part = 0;
    for (const byte of content) {
        part = part * 128 + (byte & 0x7f);
        if (byte >= 0x80)
            continue;
        parts.push(part);
        part = 0;
    }
    const [head = 0, ...rest] = parts;
    const first = Math.min(Math.floor(head / 40), 2);
    return [first, head - first * 40, ...rest].join('.');
}

;// CONCATENATED MODULE: ./src/artifacts/signed-data.js



/** Identifiers of RFC 5652 (CMS), RFC 5754 (digests) and RFC 4056 (RSASSA-PSS). */
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const RSA_PSS = '1.2.840.113549.1.1.10';
const HASHES = {
    '1.3.14.3.2.26': 'sha1',
    '2.16.840.1.101.3.4.2.1': 'sha256',
    '2.16.840.1.101.3.4.2.2': 'sha384',
    '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** @throws SyntaxError when it is no signature block */
function readSignedData(bytes) {
    const [type, wrapped] = childrenOf(readAsn1(bytes));
    if (type === undefined || wrapped === undefined || oidOf(type) !== SIGNED_DATA)
        throw new SyntaxError('its signature is no block of signed data');
    const parts = childrenOf(firstOf(wrapped));
    const inner = childrenOf(at(parts, 2))[1];
    const content = inner === undefined ? undefined : octetsOf(firstOf(inner));
    const certificates = parts
        .filter(({ tag }) => tag === TAG.context(0))
        .flatMap(childrenOf)
        .map(({ raw }) => (0,certificate/* parseCertificate */.h)(raw));
    const signers = childrenOf(at(parts, parts.length - 1)).map(readSigner);
    return {
        content,
        certificates,
        signersOf: (signed = content) => signed === undefined ? [] : signers.flatMap((signer) => findSigner(signer, signed, certificates) ?? []),
    };
}
function at(values, index) {
    const value = values[index];
    if (value === undefined)
        throw new SyntaxError('its signature is cut off');
    return value;
}
function firstOf(value) {
    return at(childrenOf(value), 0);
}
function readSigner(signer) {
    const [, , digest, ...rest] = childrenOf(signer);
    const attributes = rest[0]?.tag === TAG.context(0) ? rest[0] : undefined;
    const [algorithm, signature] = attributes === undefined ? rest : rest.slice(1);
    if (digest === undefined || algorithm === undefined || signature === undefined)
        throw new SyntaxError('its signature is cut off');
    const oid = oidOf(firstOf(digest));
    const hash = HASHES[oid];
    if (hash === undefined)
        throw new SyntaxError(`its signature uses the digest ${oid}, which is not known here`);
    return { hash, attributes, pss: oidOf(firstOf(algorithm)) === RSA_PSS, signature: octetsOf(signature) };
}
/** The block says by issuer and number whose signature it is; trying the few certificates says the same, and proves it. */
function findSigner(signer, signed, certificates) {
    const covered = coveredBytes(signer, signed);
    if (covered === undefined)
        return undefined;
    return certificates.find((certificate) => isSignedBy(certificate, signer, covered));
}
/** With signed attributes the signature covers those, and one of them is the digest of what is signed (RFC 5652 5.4). */
function coveredBytes({ attributes, hash }, signed) {
    if (attributes === undefined)
        return signed;
    const digest = childrenOf(attributes)
        .map(childrenOf)
        .find(([type]) => type !== undefined && oidOf(type) === MESSAGE_DIGEST)?.[1];
    if (digest === undefined || !octetsOf(firstOf(digest)).equals((0,external_node_crypto_.createHash)(hash).update(signed).digest()))
        return undefined;
    // Signed as a set, though written with another tag.
    return Buffer.concat([Buffer.from([TAG.set]), attributes.raw.subarray(1)]);
}
function isSignedBy(certificate, { hash, pss, signature }, covered) {
    const padding = { padding: external_node_crypto_.constants.RSA_PKCS1_PSS_PADDING, saltLength: external_node_crypto_.constants.RSA_PSS_SALTLEN_AUTO };
    try {
        const key = certificate.publicKey;
        return (0,external_node_crypto_.verify)(hash, covered, pss ? { key, ...padding } : key, signature);
    }
    catch {
        // A key of another kind than the signature, or one that cannot be read.
        return false;
    }
}


/***/ }),

/***/ 7262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aY: () => (/* binding */ findOnPath),
/* harmony export */   fp: () => (/* binding */ findProjectTool)
/* harmony export */ });
/* unused harmony exports provideTool, isExecutable */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _child_env_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5029);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7731);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3246);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6513);








/**
 * The executable of a package of the project: `node_modules/.bin/<name>` in `from` or a folder above it, as far as `top`.
 * @throws ConfigurationError (`tool-not-found`).
 */
function findProjectTool(name, from, top) {
    const searched = [];
    for (let folder = from;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder)) {
        const bin = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'node_modules', '.bin');
        searched.push(bin);
        const found = findExecutable(name, bin);
        if (found !== undefined)
            return found;
        if (folder === top || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) === folder)
            break;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .kitMessages */ .Z['tool-not-found'](name, searched.join(', ')));
}
/** The first executable of this name on PATH. */
function findOnPath(name, environment) {
    const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((folder) => folder !== '');
    return folders.map((folder) => findExecutable(name, folder)).find((found) => found !== undefined);
}
/**
 * A tool with a native binary, which cannot be bundled: the project's own, the one on PATH, the runner's tool cache, and
 * last a download of exactly one version by checksum.
 * @throws ConfigurationError (`tool-unavailable`, `tool-checksum`), VendorError when the download fails.
 */
async function provideTool(tool, from, top, dependencies) {
    const { environment, log } = dependencies;
    const own = findProjectToolOrNothing(tool.name, from, top) ?? findOnPath(tool.name, environment);
    if (own !== undefined) {
        log.info(`${tool.name}: using ${own}`);
        return own;
    }
    const platform = dependencies.platform ?? `${process.platform}-${process.arch}`;
    const build = tool.builds[platform];
    if (build === undefined) {
        throw new ConfigurationError(kitMessages['tool-unavailable'](tool.name, platform, Object.keys(tool.builds).join(', ')));
    }
    // Loaded only here: most runs find their tool.
    const toolCache = await __webpack_require__.e(/* import() */ 803).then(__webpack_require__.bind(__webpack_require__, 1803));
    const cached = toolCache.find(tool.name, tool.version);
    if (cached !== '')
        return join(cached, build.executable);
    const archive = await download(tool, build, from, dependencies);
    const unpacked = await toolCache.extractTar(archive, undefined, ['xz', '--strip-components=1']);
    const folder = await toolCache.cacheDir(unpacked, tool.name, tool.version);
    return join(folder, build.executable);
}
async function download(tool, build, from, dependencies) {
    const registry = readRedirect(redirects.npm, dependencies.environment) ?? (await askRegistry(tool, from, dependencies));
    const file = `${build.package.split('/').at(-1) ?? build.package}-${tool.version}.tgz`;
    const url = `${registry}/${build.package}/-/${file}`;
    const answer = await dependencies.http.request({
        vendor: 'the npm registry',
        operation: `download ${file}`,
        method: 'GET',
        url,
    });
    const found = `sha512-${createHash('sha512').update(answer.body).digest('base64')}`;
    if (found !== build.integrity)
        throw new ConfigurationError(kitMessages['tool-checksum'](tool.name, url, build.integrity, found));
    dependencies.log.info(`${tool.name} ${tool.version}: downloaded ${formatBytes(answer.body.byteLength)} from ${url}, checksum as expected`);
    return dependencies.temp.write(file, answer.body);
}
/**
 * The registry that npm is configured for on this machine: behind a company's wall there is often only a mirror. The
 * checksum is ours, so whoever serves the file cannot change it.
 */
async function askRegistry(tool, from, { environment, exec }) {
    const fail = (said) => new ConfigurationError(kitMessages['registry-unknown'](tool.name, said));
    const npm = findOnPath('npm', environment);
    if (npm === undefined)
        throw fail('it is not on PATH');
    const args = ['config', 'get', 'registry'];
    const env = childEnvironment(environment);
    const { stdout } = await exec.run({ name: 'npm', file: npm, args, cwd: from, env, timeoutMs: 60_000, capture: true });
    const registry = stdout?.trim().replace(/\/+$/, '') ?? '';
    if (!/^https?:\/\/[^\s/]/.test(registry))
        throw fail(registry === '' ? 'it printed nothing' : `it printed "${registry.slice(0, 80)}"`);
    return registry;
}
function findProjectToolOrNothing(name, from, top) {
    try {
        return findProjectTool(name, from, top);
    }
    catch (error) {
        if (error instanceof ConfigurationError)
            return undefined;
        throw error;
    }
}
function findExecutable(name, folder) {
    const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
    return names.map((one) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, one)).find(isExecutable);
}
/** Whether there is a file that may be started. */
function isExecutable(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}


/***/ })

};
