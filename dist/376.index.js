export const id = 376;
export const ids = [376,381,344,148,820];
export const modules = {

/***/ 376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uploadIos: () => (/* binding */ uploadIos)
});

// EXTERNAL MODULE: ./src/vendors/app-store-connect/key-inputs.js
var key_inputs = __webpack_require__(3982);
// EXTERNAL MODULE: ./src/kit/errors.js
var kit_errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: ./src/kit/summary.js
var kit_summary = __webpack_require__(257);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/artifacts/archive.js
var archive = __webpack_require__(1504);
// EXTERNAL MODULE: ./src/artifacts/certificate.js
var certificate = __webpack_require__(9597);
// EXTERNAL MODULE: ./src/kit/xml-reader.js
var xml_reader = __webpack_require__(9290);
;// CONCATENATED MODULE: ./src/artifacts/plist.js

const BINARY = 'bplist00';
const TEXT_OF_ELEMENT = {
    string: (text) => text,
    integer: readNumber,
    real: readNumber,
    true: () => true,
    false: () => false,
    date: (text) => new Date(text),
    data: (text) => Buffer.from(text, 'base64'),
};
/**
 * Reads a property list, XML or binary: what an app's Info.plist is, a provisioning profile and its entitlements.
 * @throws SyntaxError when it is none, or its root is no dictionary
 */
async function readPlist(bytes) {
    const root = bytes.toString('latin1', 0, BINARY.length) === BINARY ? await readBinary(bytes) : readXml(bytes.toString('utf8'));
    if (!isDictionary(root))
        throw new SyntaxError('the property list is no dictionary');
    return root;
}
function isDictionary(value) {
    return (typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof Uint8Array));
}
/** The text of a key; undefined where it is missing, or no text. */
function stringAt(plist, key) {
    const value = Object.hasOwn(plist, key) ? plist[key] : undefined;
    return typeof value === 'string' ? value : undefined;
}
async function readBinary(bytes) {
    // Only who opens an app pays for it.
    const { parseBuffer } = await __webpack_require__.e(/* import() */ 309).then(__webpack_require__.bind(__webpack_require__, 309));
    try {
        return parseBuffer(bytes)[0];
    }
    catch (error) {
        throw new SyntaxError('the binary property list is damaged', { cause: error });
    }
}
function readXml(text) {
    const root = (0,xml_reader/* parseXml */.N)(text);
    const [value] = root.children;
    if (root.name !== 'plist' || value === undefined)
        throw new SyntaxError('it is no property list');
    return readElement(value);
}
function readElement(element) {
    const { name, children, text, line } = element;
    if (name === 'dict')
        return readDictionary(element);
    if (name === 'array')
        return children.map(readElement);
    const read = TEXT_OF_ELEMENT[name];
    if (read === undefined)
        throw new SyntaxError(`line ${line}: <${name}> is no value of a property list`);
    return read(text);
}
function readDictionary({ children, line }) {
    if (children.length % 2 !== 0)
        throw new SyntaxError(`line ${line}: a key of the dictionary has no value`);
    const entries = [];
    for (let index = 0; index < children.length; index += 2) {
        const [key, value] = children.slice(index, index + 2);
        if (key.name !== 'key')
            throw new SyntaxError(`line ${key.line}: <${key.name}> stands where a key has to`);
        entries.push([key.text, readElement(value)]);
    }
    return Object.fromEntries(entries);
}
function readNumber(text) {
    const number = Number(text);
    if (text.trim() === '' || Number.isNaN(number))
        throw new SyntaxError(`"${text}" is no number of a property list`);
    return number;
}

// EXTERNAL MODULE: ./src/artifacts/signed-data.js + 1 modules
var signed_data = __webpack_require__(3894);
;// CONCATENATED MODULE: ./src/artifacts/code-signature.js



/** Source of all numbers: kern/cs_blobs.h of Apple's open source (xnu). All are big-endian. */
const MAGIC = { all: 0xfa_de_0c_c0, directory: 0xfa_de_0c_02, entitlements: 0xfa_de_71_71, cms: 0xfa_de_0b_01 };
const SLOT = { directory: 0, entitlements: 5, cms: 0x1_00_00 };
/**
 * @param bytes what a Mach-O file holds at the place of its signature
 * @throws SyntaxError when it is damaged, or the certificate's signature is not over this app's code directory
 */
async function readCodeSignature(bytes) {
    const blobs = readBlobs(bytes);
    const directory = blobs.get(SLOT.directory);
    if (directory?.readUInt32BE(0) !== MAGIC.directory)
        throw new SyntaxError('its code signature has no directory');
    const cms = contentOf(blobs.get(SLOT.cms), MAGIC.cms);
    const entitlements = contentOf(blobs.get(SLOT.entitlements), MAGIC.entitlements);
    return {
        signer: cms.length === 0 ? undefined : findSigner(cms, directory),
        entitlements: entitlements.length === 0 ? {} : await readPlist(entitlements),
    };
}
function readBlobs(bytes) {
    try {
        if (bytes.readUInt32BE(0) !== MAGIC.all)
            throw new SyntaxError('its code signature is none');
        const blobs = new Map();
        for (let index = 0; index < bytes.readUInt32BE(8); index += 1) {
            const start = bytes.readUInt32BE(16 + index * 8);
            const size = bytes.readUInt32BE(start + 4);
            if (size < 8 || start + size > bytes.length)
                throw new SyntaxError('its code signature is cut off');
            blobs.set(bytes.readUInt32BE(12 + index * 8), bytes.subarray(start, start + size));
        }
        return blobs;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            throw error;
        throw new SyntaxError('its code signature is cut off', { cause: error });
    }
}
function contentOf(blob, magic) {
    if (blob === undefined)
        return Buffer.alloc(0);
    if (blob.readUInt32BE(0) !== magic)
        throw new SyntaxError('a part of its code signature is another than it says');
    return blob.subarray(8);
}
function findSigner(cms, directory) {
    const [signer] = (0,signed_data/* readSignedData */.f)(cms).signersOf(directory);
    if (signer === undefined)
        throw new SyntaxError('its code signature is not that of this app');
    return (0,certificate/* describeCertificate */.d)(signer);
}

// EXTERNAL MODULE: ./src/artifacts/file-hash.js
var file_hash = __webpack_require__(2447);
;// CONCATENATED MODULE: ./src/artifacts/mach-o.js
/** Load commands stand at the start of each part; those of a large app take some 20 kB. */
const MACH_O_START_BYTES = 256 * 1024;
/** Source of all numbers: mach-o/loader.h, mach-o/fat.h and mach/machine.h of Apple's open source (xnu). */
const mach_o_MAGIC = { fat: 0xca_fe_ba_be, fat64: 0xca_fe_ba_bf, bits32: 0xfe_ed_fa_ce, bits64: 0xfe_ed_fa_cf };
const COMMAND = { uuid: 0x1b, signature: 0x1d, minimumIos: 0x25, minimumWatch: 0x30, build: 0x32 };
const ARM64 = 0x01_00_00_0c;
const ARCHITECTURES = new Map([
    [0x07, 'i386'],
    [0x0c, 'armv7'],
    [0x01_00_00_07, 'x86_64'],
    [ARM64, 'arm64'],
    [0x02_00_00_0c, 'arm64_32'],
]);
const PLATFORMS = new Map([
    [1, 'macos'],
    [2, 'ios'],
    [3, 'tvos'],
    [4, 'watchos'],
    [6, 'mac-catalyst'],
    [7, 'ios-simulator'],
    [8, 'tvos-simulator'],
    [9, 'watchos-simulator'],
    [11, 'visionos'],
    [12, 'visionos-simulator'],
]);
/** A file for all processors there are has fewer; more of them means that it is a Java class, which begins alike. */
const mostSlices = 20;
/**
 * Reads the load commands of each part. @param bytes the whole file, or its start where it holds one part only
 * @throws SyntaxError when it is no Mach-O file, or cut off
 */
function readMachO(bytes) {
    try {
        const magic = bytes.readUInt32BE(0);
        if (magic !== mach_o_MAGIC.fat && magic !== mach_o_MAGIC.fat64)
            return [readSlice(bytes, 0)];
        const count = bytes.readUInt32BE(4);
        if (count > mostSlices)
            throw new SyntaxError('it is no Mach-O file');
        return Array.from({ length: count }, (_, index) => {
            const offset = magic === mach_o_MAGIC.fat ? bytes.readUInt32BE(16 + index * 20) : Number(bytes.readBigUInt64BE(16 + index * 32));
            return readSlice(bytes.subarray(offset), offset);
        });
    }
    catch (error) {
        if (error instanceof SyntaxError)
            throw error;
        throw new SyntaxError('the Mach-O file is cut off', { cause: error });
    }
}
function readSlice(slice, start) {
    const magic = slice.readUInt32LE(0);
    if (magic !== mach_o_MAGIC.bits32 && magic !== mach_o_MAGIC.bits64)
        throw new SyntaxError('it is no Mach-O file');
    const processor = slice.readUInt32LE(4);
    let read = {
        architecture: nameProcessor(processor, slice.readUInt32LE(8)),
        uuid: undefined,
        platform: undefined,
        minimumOs: undefined,
        signature: undefined,
    };
    let at = magic === mach_o_MAGIC.bits64 ? 32 : 28;
    for (let left = slice.readUInt32LE(16); left > 0; left -= 1) {
        const size = slice.readUInt32LE(at + 4);
        if (size < 8)
            throw new SyntaxError('a load command of the Mach-O file has no size');
        read = { ...read, ...readCommand(slice.readUInt32LE(at), slice.subarray(at, at + size), start) };
        at += size;
    }
    return read;
}
function nameProcessor(processor, variant) {
    if (processor === ARM64 && (variant & 0xff_ff_ff) === 2)
        return 'arm64e';
    return ARCHITECTURES.get(processor) ?? `processor ${processor}`;
}
function readCommand(command, bytes, start) {
    switch (command) {
        case COMMAND.uuid:
            return { uuid: formatUuid(bytes.subarray(8, 24)) };
        case COMMAND.signature:
            return { signature: { offset: start + bytes.readUInt32LE(8), size: bytes.readUInt32LE(12) } };
        case COMMAND.build: {
            const platform = bytes.readUInt32LE(8);
            return {
                platform: PLATFORMS.get(platform) ?? `platform ${platform}`,
                minimumOs: formatVersion(bytes.readUInt32LE(12)),
            };
        }
        case COMMAND.minimumIos:
            return { platform: 'ios', minimumOs: formatVersion(bytes.readUInt32LE(8)) };
        case COMMAND.minimumWatch:
            return { platform: 'watchos', minimumOs: formatVersion(bytes.readUInt32LE(8)) };
        default:
            return {};
    }
}
function formatUuid(bytes) {
    if (bytes.length !== 16)
        throw new SyntaxError('the Mach-O file is cut off');
    return bytes
        .toString('hex')
        .toUpperCase()
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
/** Sixteen bits of major, eight of minor, eight of patch. */
function formatVersion(packed) {
    const patch = packed & 0xff;
    return `${packed >>> 16}.${(packed >>> 8) & 0xff}${patch === 0 ? '' : `.${patch}`}`;
}

;// CONCATENATED MODULE: ./src/artifacts/provisioning-profile.js


/**
 * Reads an `embedded.mobileprovision`. Apple's signature over it is checked against the certificate inside; that this one is
 * Apple's is not.
 * @throws SyntaxError when it is none
 */
async function readProvisioningProfile(bytes) {
    const signed = (0,signed_data/* readSignedData */.f)(bytes);
    if (signed.content === undefined)
        throw new SyntaxError('the provisioning profile is empty');
    const plist = await readPlist(signed.content);
    const { TeamIdentifier: teams, ExpirationDate: expires } = plist;
    const [team] = Array.isArray(teams) ? teams : [];
    return {
        name: stringAt(plist, 'Name') ?? '',
        uuid: stringAt(plist, 'UUID') ?? '',
        team: typeof team === 'string' ? team : undefined,
        expires: expires instanceof Date && !Number.isNaN(expires.getTime()) ? expires.toISOString() : undefined,
        distribution: readDistribution(plist),
    };
}
/** https://developer.apple.com/documentation/technotes/tn3125-inside-code-signing-provisioning-profiles */
function readDistribution(plist) {
    const entitlements = plist['Entitlements'];
    if (isDictionary(entitlements) && entitlements['get-task-allow'] === true)
        return 'development';
    if (plist['ProvisionsAllDevices'] === true)
        return 'enterprise';
    return Array.isArray(plist['ProvisionedDevices']) ? 'ad-hoc' : 'app-store';
}

;// CONCATENATED MODULE: ./src/artifacts/ipa.js







const APP = /^Payload\/[^/]+\.app(?=\/)/;
const WATCH_APP = /^Payload\/[^/]+\.app\/(?:Watch|com\.apple\.WatchPlaceholder)\/[^/]+\.app(?=\/)/;
const EXTENSION = /^Payload\/[^/]+\.app\/(?:Watch\/[^/]+\.app\/)?(?:PlugIns|Extensions)\/[^/]+\.appex(?=\/)/;
const LIBRARY = /\/Frameworks\/(?:([^/]+)\.framework\/\1|[^/]+\.dylib)$/;
const largestPlist = 16 * 1024 * 1024;
/** Far more than the largest program; it has to fit into memory. */
const largestProgram = 1024 * 1024 * 1024;
/**
 * Opens an .ipa.
 * @throws SyntaxError when it is none, or damaged
 * @throws an error of the file system when it cannot be read
 */
async function readIpa(path) {
    const { size } = await (0,promises_.stat)(path);
    return await (0,archive/* withArchive */.x)(path, async (archive) => {
        const names = [...archive.files.keys()];
        const find = (pattern) => [
            ...new Set(names.flatMap((name) => pattern.exec(name)?.[0] ?? [])),
        ];
        const apps = find(APP);
        const [app] = apps;
        if (app === undefined)
            throw new SyntaxError('it is no .ipa: it holds no Payload/<name>.app');
        if (apps.length > 1)
            throw new SyntaxError(`it holds more than one app: ${apps.join(', ')}`);
        const readAll = async (paths) => {
            const bundles = [];
            for (const one of paths)
                bundles.push(await readAppBundle(archive, one));
            return bundles;
        };
        return {
            bytes: size,
            sha256: await (0,file_hash/* hashFile */.D)(path),
            app: await readAppBundle(archive, app),
            watchApps: await readAll(find(WATCH_APP)),
            extensions: await readAll(find(EXTENSION)),
            libraries: await readLibraries(archive, names.filter((name) => LIBRARY.test(name))),
        };
    });
}
async function readAppBundle(archive, path) {
    const info = await within(`${path}/Info.plist`, async (name) => readPlist(await archive.read(name, largestPlist)));
    const need = (key) => {
        const value = stringAt(info, key);
        if (value === undefined || value === '')
            throw new SyntaxError(`${path}/Info.plist has no ${key}`);
        return value;
    };
    const program = await archive.read(`${path}/${need('CFBundleExecutable')}`, largestProgram);
    const slices = await within(`${path}/${need('CFBundleExecutable')}`, () => readMachO(program));
    const profile = `${path}/embedded.mobileprovision`;
    return {
        path,
        bundleId: need('CFBundleIdentifier'),
        version: need('CFBundleShortVersionString'),
        build: need('CFBundleVersion'),
        minimumOs: stringAt(info, 'MinimumOSVersion'),
        usesNonExemptEncryption: booleanAt(info, 'ITSAppUsesNonExemptEncryption'),
        companion: stringAt(info, 'WKCompanionAppBundleIdentifier'),
        slices,
        signature: await within(path, () => readSignature(program, slices)),
        profile: archive.files.has(profile)
            ? await within(profile, async (name) => readProvisioningProfile(await archive.read(name, largestPlist)))
            : undefined,
    };
}
/** That of the first part: all parts of one program are signed alike. */
async function readSignature(program, slices) {
    const place = slices[0]?.signature;
    if (place === undefined)
        return undefined;
    return await readCodeSignature(program.subarray(place.offset, place.offset + place.size));
}
function booleanAt(plist, key) {
    const value = plist[key];
    return typeof value === 'boolean' ? value : undefined;
}
async function readLibraries(archive, names) {
    const libraries = [];
    for (const path of names) {
        const slices = await within(path, async () => {
            const start = await archive.readStart(path, MACH_O_START_BYTES);
            // The parts of a file for several processors lie far apart.
            return readMachO(start.readUInt32BE(0) >>> 8 === 0xca_fe_ba ? await archive.read(path, largestProgram) : start);
        });
        libraries.push({ path, slices });
    }
    return libraries;
}
/** Says in which file something is wrong. */
async function within(path, read) {
    try {
        return await read(path);
    }
    catch (error) {
        if (error instanceof SyntaxError)
            throw new SyntaxError(`${path}: ${error.message}`, { cause: error });
        throw error;
    }
}

// EXTERNAL MODULE: ./src/vendors/app-store-connect/builds.js
var builds = __webpack_require__(5820);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/open.js
var app_store_connect_open = __webpack_require__(3241);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/client.js + 2 modules
var client = __webpack_require__(3542);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/documents.js
var documents = __webpack_require__(5479);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/messages.js
var messages = __webpack_require__(8661);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/moves.js
var moves = __webpack_require__(9159);
;// CONCATENATED MODULE: ./src/vendors/app-store-connect/testflight.js







const flag = (0,shapes/* optional */.lq)((0,shapes/* oneOf */.yL)([true, false]));
const groupShape = (0,documents/* many */._d)('betaGroups', (0,shapes/* record */.g1)({ name: (0,shapes/* text */.Qq)(500), isInternalGroup: flag, hasAccessToAllBuilds: flag }, 'ignored'), ({ id, attributes }) => ({
    id,
    name: attributes.name,
    internal: attributes.isInternalGroup ?? false,
    allBuilds: attributes.hasAccessToAllBuilds ?? false,
}));
/**
 * Gives a build to groups of testers, by name.
 * @returns the groups of the app that have it
 * @throws ConfigurationError (`app-store-group-unknown`) before anything is sent; VendorError.
 */
async function addToGroups(connect, { appId, buildId }, names) {
    const wanted = await findGroups(connect, appId, names);
    const needed = wanted.filter(({ allBuilds }) => !allBuilds);
    const missing = (have) => needed.filter((group) => !have.some(({ id }) => id === group.id));
    return (0,moves/* carryOut */.u0)(connect, {
        name: 'give the build to groups of testers',
        look: async () => readGroups(connect, appId, buildId),
        isDone: (have) => missing(have).length === 0,
        findObstacle: () => undefined,
        tell: (have) => `groups with the build: ${have.length === 0 ? 'none' : have.map(({ name }) => name).join(', ')}`,
        act: async (have) => connect.command({
            operation: 'give the build to groups of testers',
            method: 'POST',
            path: (0,client/* path */.A) `/v1/builds/${buildId}/relationships/betaGroups`,
            data: missing(have).map(({ id }) => ({ type: 'betaGroups', id })),
        }),
    });
}
/**
 * The groups of an app with these names.
 * @throws ConfigurationError (`app-store-group-unknown`), VendorError
 */
async function findGroups(connect, appId, names) {
    const groups = await readGroups(connect, appId);
    const unknown = names.filter((name) => !groups.some((group) => group.name === name));
    if (unknown.length === 0)
        return groups.filter(({ name }) => names.includes(name));
    const there = groups.length === 0 ? 'are none' : `are ${groups.map(({ name }) => `"${name}"`).join(', ')}`;
    const called = unknown.map((name) => `"${name}"`).join(', ');
    throw new kit_errors/* ConfigurationError */.j1(messages/* appStoreMessages */.J['app-store-group-unknown'](`group ${called}`, there));
}
/** @throws VendorError */
async function readGroups(connect, appId, buildId) {
    const question = {
        operation: buildId === undefined ? 'read the groups of testers' : 'read the groups that have the build',
        path: (0,client/* path */.A) `/v1/betaGroups`,
        query: { 'filter[app]': appId, ...(buildId === undefined ? {} : { 'filter[builds]': buildId }) },
    };
    return (0,client/* readAll */.y)(connect, question, groupShape);
}
const mostNotes = 4_000;
const notesShape = (0,documents/* many */._d)('betaBuildLocalizations', (0,shapes/* record */.g1)({ locale: (0,shapes/* text */.Qq)(50), whatsNew: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(100_000)) }, 'ignored'), ({ id, attributes }) => ({ id, locale: attributes.locale, notes: attributes.whatsNew ?? '' }));
/**
 * @param locale "en-US"
 * @param notes at most 4,000 characters
 * @throws ConfigurationError (`app-store-notes-too-long`); VendorError.
 */
async function setWhatToTest(connect, buildId, locale, notes) {
    if (notes.length > mostNotes)
        throw new kit_errors/* ConfigurationError */.j1(messages/* appStoreMessages */.J['app-store-notes-too-long'](locale, notes.length, mostNotes));
    const question = {
        operation: 'read the notes for testers',
        path: (0,client/* path */.A) `/v1/builds/${buildId}/betaBuildLocalizations`,
    };
    const operation = 'write the notes for testers';
    const type = 'betaBuildLocalizations';
    const { did } = await (0,moves/* carryOut */.u0)(connect, {
        name: operation,
        look: async () => (await (0,client/* readAll */.y)(connect, question, notesShape)).find((one) => one.locale === locale),
        isDone: (found) => found?.notes === notes,
        findObstacle: () => undefined,
        tell: (found) => (found === undefined ? `no notes in ${locale}` : `other notes in ${locale}`),
        act: async (found) => connect.command(found === undefined
            ? {
                operation,
                method: 'POST',
                path: (0,client/* path */.A) `/v1/betaBuildLocalizations`,
                data: {
                    type,
                    attributes: { locale, whatsNew: notes },
                    relationships: { build: { data: { type: 'builds', id: buildId } } },
                },
            }
            : {
                operation,
                method: 'PATCH',
                path: (0,client/* path */.A) `/v1/betaBuildLocalizations/${found.id}`,
                data: { type, id: found.id, attributes: { whatsNew: notes } },
            }),
    });
    return { did, state: notes };
}
/** What became of a build that was given to Apple's beta review once. */
const pastSubmission = new Set([
    'WAITING_FOR_BETA_REVIEW',
    'IN_BETA_REVIEW',
    'BETA_APPROVED',
    'READY_FOR_BETA_TESTING',
    'IN_BETA_TESTING',
]);
const betaObstacles = {
    PROCESSING: 'Apple has not processed the build yet',
    PROCESSING_EXCEPTION: 'Apple could not process the build',
    MISSING_EXPORT_COMPLIANCE: 'nobody has said whether the build uses encryption (export compliance)',
    IN_EXPORT_COMPLIANCE_REVIEW: 'Apple looks at the documents on encryption first',
    BETA_REJECTED: 'the beta review has rejected this build; upload another one',
    EXPIRED: 'the build has expired',
    NOT_APPLICABLE: 'the build is for internal testers only',
};
/**
 * External testers get a build only after Apple's beta review.
 * @throws ConfigurationError (`app-store-move-refused`) where the state does not allow it; VendorError.
 */
async function submitForBetaReview(connect, buildId) {
    const operation = 'submit the build for beta review';
    return (0,moves/* carryOut */.u0)(connect, {
        name: operation,
        look: async () => (0,builds/* readBuild */.lT)(connect, buildId),
        isDone: ({ externalState }) => pastSubmission.has(externalState ?? ''),
        findObstacle: ({ externalState }) => externalState === 'READY_FOR_BETA_SUBMISSION'
            ? undefined
            : (betaObstacles[externalState ?? 'PROCESSING'] ?? 'this state of a build is not known'),
        tell: builds/* tellBuild */.a9,
        act: async () => connect.command({
            operation,
            method: 'POST',
            path: (0,client/* path */.A) `/v1/betaAppReviewSubmissions`,
            data: {
                type: 'betaAppReviewSubmissions',
                relationships: { build: { data: { type: 'builds', id: buildId } } },
            },
        }),
    });
}
/** For good: testers cannot install the build any more. @throws VendorError */
async function expireBuild(connect, buildId) {
    return changeBuild(connect, buildId, {
        name: 'expire the build',
        attributes: { expired: true },
        isDone: ({ expired }) => expired,
        findObstacle: () => undefined,
    });
}
/**
 * Whether the build uses encryption that is not exempt from declaration. Apple takes it once.
 * @throws ConfigurationError (`app-store-move-refused`) when the other answer was given before; VendorError.
 */
async function setExportCompliance(connect, buildId, usesNonExemptEncryption) {
    return changeBuild(connect, buildId, {
        name: 'set the export compliance',
        attributes: { usesNonExemptEncryption },
        isDone: (build) => build.usesNonExemptEncryption === usesNonExemptEncryption,
        findObstacle: (build) => build.usesNonExemptEncryption === null
            ? undefined
            : `it was declared that the build ${build.usesNonExemptEncryption ? 'uses' : 'does not use'} such encryption, which cannot be changed`,
    });
}
async function changeBuild(connect, buildId, change) {
    const { name, attributes, isDone, findObstacle } = change;
    return (0,moves/* carryOut */.u0)(connect, {
        name,
        isDone,
        findObstacle,
        look: async () => (0,builds/* readBuild */.lT)(connect, buildId),
        tell: builds/* tellBuild */.a9,
        act: async () => connect.command({
            operation: name,
            method: 'PATCH',
            path: (0,client/* path */.A) `/v1/builds/${buildId}`,
            data: { type: 'builds', id: buildId, attributes },
        }),
    });
}

// EXTERNAL MODULE: ./src/vendors/app-store-connect/versions.js + 1 modules
var versions = __webpack_require__(7381);
// EXTERNAL MODULE: ./src/kit/exec.js + 3 modules
var exec = __webpack_require__(6376);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/phased-release.js
var phased_release = __webpack_require__(1344);
;// CONCATENATED MODULE: ./src/vendors/app-store-connect/preparation.js








async function readState(connect, { appId, version, platform = 'IOS' }) {
    const all = await (0,versions.readVersions)(connect, appId, platform);
    return {
        all,
        wanted: all.find((one) => (0,builds.isSameVersion)(one.version, version)),
        open: all.find(({ state }) => !versions.outStates.has(state)),
    };
}
function findObstacle({ open }) {
    if (open === undefined || versions.editableStates.has(open.state))
        return undefined;
    return `version ${open.version} is on its way, and Apple prepares one version at a time`;
}
function tell({ all }) {
    return all.length === 0 ? 'no version' : all.slice(0, 3).map(versions.tellVersion).join('; ');
}
/**
 * The same look as `prepareVersion`, and nothing else.
 * @throws as `prepareVersion`
 */
async function findVersion(connect, wish) {
    const state = await readState(connect, wish);
    const obstacle = state.wanted === undefined ? findObstacle(state) : undefined;
    if (obstacle !== undefined)
        throw (0,moves/* refuseMove */.E9)(`prepare version ${wish.version}`, tell(state), obstacle);
    const { wanted, open, all } = state;
    return { version: wanted, base: wanted ?? open ?? all[0], isFirst: isFirst(state) };
}
function isFirst({ all, wanted }) {
    return !all.some((one) => versions.outStates.has(one.state) && one !== wanted);
}
/**
 * Sees to it that the app has this version. Where another one is still being prepared, that one gets the number: Apple prepares one
 * at a time. In which state the version is, the caller has to look at.
 * @throws ConfigurationError (`app-store-move-refused`) while another version is in review, or approved; VendorError
 */
async function prepareVersion(connect, wish) {
    const { did, state } = await (0,moves/* carryOut */.u0)(connect, {
        name: `prepare version ${wish.version}`,
        look: async () => readState(connect, wish),
        isDone: ({ wanted }) => wanted !== undefined,
        findObstacle,
        tell,
        act: async ({ open }) => {
            if (open === undefined)
                await create(connect, wish);
            else
                await rename(connect, open.id, wish.version);
        },
    });
    if (state.wanted === undefined)
        throw new Error('a version that was prepared is not there');
    return { did, state: state.wanted, isFirst: isFirst(state) };
}
async function create(connect, { appId, version, platform = 'IOS' }) {
    await connect.command({
        operation: 'create the version',
        method: 'POST',
        path: (0,client/* path */.A) `/v1/appStoreVersions`,
        data: {
            type: 'appStoreVersions',
            attributes: { platform, versionString: version },
            relationships: { app: { data: { type: 'apps', id: appId } } },
        },
    });
}
async function rename(connect, versionId, version) {
    connect.log.info(`App Store Connect: the version that is being prepared becomes ${version}`);
    await connect.command({
        operation: 'give the version its number',
        method: 'PATCH',
        path: (0,client/* path */.A) `/v1/appStoreVersions/${versionId}`,
        data: { type: 'appStoreVersions', id: versionId, attributes: { versionString: version } },
    });
}
const localizationShape = (0,documents/* many */._d)('appStoreVersionLocalizations', (0,shapes/* record */.g1)({ locale: (0,shapes/* text */.Qq)(20), whatsNew: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(10_000)) }, 'ignored'), ({ id, attributes: { locale, whatsNew } }) => ({ id, locale, whatsNew: whatsNew ?? null }));
/** https://developer.apple.com/help/app-store-connect/reference/platform-version-information */
const mostCharacters = 4_000;
/**
 * Writes what is new, in languages that the version has.
 * @param notes by language, at most 4,000 characters each
 * @throws ConfigurationError (`app-store-language-missing`, `app-store-news-too-long`) before anything is sent; VendorError
 */
async function setReleaseNotes(connect, versionId, notes) {
    for (const [locale, note] of Object.entries(notes))
        if (note.length > mostCharacters)
            throw new kit_errors/* ConfigurationError */.j1(messages/* appStoreMessages */.J['app-store-news-too-long'](locale, note.length, mostCharacters));
    const there = await readLocalizations(connect, versionId);
    const missing = Object.keys(notes).filter((locale) => !there.some((one) => one.locale === locale));
    if (missing.length > 0) {
        const known = there.map(({ locale }) => locale).join(', ');
        throw new kit_errors/* ConfigurationError */.j1(messages/* appStoreMessages */.J['app-store-language-missing'](missing.join(', '), known));
    }
    let did = 'unchanged';
    for (const [locale, whatsNew] of Object.entries(notes))
        if ((await setNews(connect, versionId, locale, whatsNew)).did === 'moved')
            did = 'moved';
    return { did };
}
async function setNews(connect, versionId, locale, whatsNew) {
    return (0,moves/* carryOut */.u0)(connect, {
        name: `write what is new in ${locale}`,
        look: async () => (await readLocalizations(connect, versionId)).find((one) => one.locale === locale),
        isDone: (found) => found?.whatsNew === whatsNew,
        findObstacle: (found) => (found === undefined ? 'the version has no such language any more' : undefined),
        tell: (found) => ((found?.whatsNew ?? null) === null ? 'nothing is written' : 'something else is written'),
        act: async (found) => {
            if (found === undefined)
                return;
            await connect.command({
                operation: 'write what is new',
                method: 'PATCH',
                path: (0,client/* path */.A) `/v1/appStoreVersionLocalizations/${found.id}`,
                data: { type: 'appStoreVersionLocalizations', id: found.id, attributes: { whatsNew } },
            });
        },
    });
}
async function readLocalizations(connect, versionId) {
    const question = {
        operation: 'read the languages of the version',
        path: (0,client/* path */.A) `/v1/appStoreVersions/${versionId}/appStoreVersionLocalizations`,
    };
    return (0,client/* readAll */.y)(connect, question, localizationShape);
}

// EXTERNAL MODULE: ./src/vendors/app-store-connect/release.js
var release = __webpack_require__(148);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/refusals.js
var refusals = __webpack_require__(2968);
;// CONCATENATED MODULE: ./src/vendors/app-store-connect/review-commands.js

/** What is sent to change what lies with Apple's reviewers. */
function createSubmission({ appId, platform = 'IOS' }) {
    return {
        operation: 'create a review submission',
        method: 'POST',
        path: (0,client/* path */.A) `/v1/reviewSubmissions`,
        data: {
            type: 'reviewSubmissions',
            attributes: { platform },
            relationships: { app: { data: { type: 'apps', id: appId } } },
        },
    };
}
function addItem(submissionId, versionId) {
    return {
        operation: 'put the version into the review submission',
        method: 'POST',
        path: (0,client/* path */.A) `/v1/reviewSubmissionItems`,
        data: {
            type: 'reviewSubmissionItems',
            relationships: {
                reviewSubmission: { data: { type: 'reviewSubmissions', id: submissionId } },
                appStoreVersion: { data: { type: 'appStoreVersions', id: versionId } },
            },
        },
    };
}
function changeSubmission(id, attributes, operation) {
    return {
        operation,
        method: 'PATCH',
        path: (0,client/* path */.A) `/v1/reviewSubmissions/${id}`,
        data: { type: 'reviewSubmissions', id, attributes },
    };
}
/** Takes the version out of a draft; what else lies in it stays there. */
async function takeOut(connect, { items }, versionId) {
    for (const { id } of items.filter((item) => item.versionId === versionId)) {
        await connect.command({
            operation: 'take the version out of the review submission',
            method: 'DELETE',
            path: (0,client/* path */.A) `/v1/reviewSubmissionItems/${id}`,
        });
    }
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/review-submissions.js



/** All but COMPLETE. */
const openStates = [
    'READY_FOR_REVIEW',
    'WAITING_FOR_REVIEW',
    'IN_REVIEW',
    'UNRESOLVED_ISSUES',
    'CANCELING',
    'COMPLETING',
];
const attributes = (0,shapes/* record */.g1)({ state: (0,shapes/* optional */.lq)(documents/* word */.Vm) }, 'ignored');
/**
 * The submissions of an app that are not over, drafts among them.
 * @throws VendorError
 */
async function readReviewSubmissions(connect, appId, platform = 'IOS') {
    const question = {
        operation: 'read the review submissions',
        path: (0,client/* path */.A) `/v1/apps/${appId}/reviewSubmissions`,
        query: { 'filter[platform]': platform, 'filter[state]': openStates.join(',') },
    };
    const shape = (0,documents/* many */._d)('reviewSubmissions', attributes, ({ id, attributes: { state } }) => ({ id, state: state ?? '' }));
    const submissions = [];
    for (const { id, state } of await (0,client/* readAll */.y)(connect, question, shape)) {
        submissions.push({ id, state, items: await readItems(connect, id) });
    }
    return submissions;
}
async function readItems(connect, submissionId) {
    const question = {
        operation: 'read the items of the review submission',
        path: (0,client/* path */.A) `/v1/reviewSubmissions/${submissionId}/items`,
        query: { include: 'appStoreVersion' },
    };
    const shape = (0,documents/* many */._d)('reviewSubmissionItems', attributes, ({ id, attributes: { state }, related }) => ({
        id,
        state,
        versionId: related['appStoreVersion']?.[0] ?? null,
    }));
    const items = await (0,client/* readAll */.y)(connect, question, shape);
    return items.filter(({ state }) => state !== 'REMOVED').map(({ id, versionId }) => ({ id, versionId }));
}
/** One with a version in it: one with other items only lies beside it and does not block a version. */
function holdsVersion({ items }) {
    return items.some(({ versionId }) => versionId !== null);
}
function holds({ items }, wanted) {
    return items.some(({ versionId }) => versionId === wanted);
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/review-state.js


const readyMs = 5 * 60_000;
const cancelMs = 15 * 60_000;
const pauseMs = 15_000;
/** The state of a submission that was not sent, and of a version in it. */
const draft = 'READY_FOR_REVIEW';
/** With the reviewers, or back from them with questions. */
const cancellable = new Set(['WAITING_FOR_REVIEW', 'IN_REVIEW', 'UNRESOLVED_ISSUES']);
/** @throws VendorError */
async function readReview(connect, of) {
    const submissions = await readReviewSubmissions(connect, of.appId, of.platform);
    // The version last: what no submission holds any more is then seen as what it has become, and not as what it was before.
    return { version: await (0,versions.readVersion)(connect, of.versionId), submissions };
}
/** Whether it lies with the reviewers. While it is being taken back the version still says so, and it does not. */
function isSubmitted({ version, submissions }) {
    const isLeaving = submissions.some((one) => one.state === 'CANCELING' && holds(one, version.id));
    return versions.inReviewStates.has(version.state) && !isLeaving;
}
function tellReview({ version, submissions }) {
    const drafts = submissions.map(({ state, items }) => `${state} with ${items.length} ${items.length === 1 ? 'item' : 'items'}`);
    return `${(0,versions.tellVersion)(version)}; submissions: ${drafts.length === 0 ? 'none' : drafts.join(', ')}`;
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/submission.js









const submitting = 'submit for review';
/** Submissions of other versions that keep nobody from submitting: not sent, or about to be gone. */
const passing = new Set([draft, 'CANCELING']);
/**
 * Puts the version before Apple's reviewers: a submission, the version in it, and away. A draft of an earlier run is
 * continued and not made a second time. When Apple refuses, the version is taken out of the draft again, since in it
 * nobody could edit what Apple asks for.
 * @throws ConfigurationError (`app-store-move-refused`); AppStoreRefusal with what is missing; VendorError.
 */
async function submitForReview(connect, of, limits = {}) {
    const common = {
        tell: tellReview,
        look: async () => readReview(connect, of),
        findObstacle: (state) => submission_findObstacle(state, of.versionId),
    };
    const seen = await common.look();
    if (isSubmitted(seen))
        return { did: 'unchanged', state: seen };
    const obstacle = common.findObstacle(seen);
    if (obstacle !== undefined)
        throw (0,moves/* refuseMove */.E9)(submitting, tellReview(seen), obstacle);
    const free = await waitUntilCancelled(connect, of, limits.cancelMs ?? cancelMs, seen);
    const created = await (0,moves/* carryOut */.u0)(connect, {
        ...common,
        name: 'create a review submission',
        isDone: (state) => isSubmitted(state) || findDraft(state, of.versionId) !== undefined,
        act: async () => connect.command(createSubmission(of)),
    }, free);
    // From here on this one and no other, whatever a late answer of Apple's shows.
    const id = findDraft(created.state, of.versionId)?.id ?? '';
    await (0,moves/* carryOut */.u0)(connect, {
        ...common,
        name: 'put the version into the review submission',
        isDone: (state) => isSubmitted(state) || findHolder(state, of.versionId) !== undefined,
        act: async () => connect.command(addItem(id, of.versionId)),
    }, created.state);
    const ready = await waitUntilReady(connect, of, limits.readyMs ?? readyMs);
    try {
        const { state } = await (0,moves/* carryOut */.u0)(connect, {
            ...common,
            name: submitting,
            isDone: isSubmitted,
            act: async () => connect.command(changeSubmission(id, { submitted: true }, submitting)),
        }, ready);
        return { did: 'moved', state };
    }
    catch (error) {
        // Of the submission itself, and not of a look at it.
        if (error instanceof refusals/* AppStoreRefusal */.DC && error.details.operation === submitting)
            await withdraw(connect, of);
        throw error;
    }
}
function submission_findObstacle({ version, submissions }, versionId) {
    const ours = submissions.find((one) => holds(one, versionId));
    if (ours?.state === 'UNRESOLVED_ISSUES' && version.state === 'ACCEPTED')
        return 'the version is accepted, and other items of its submission are not: mend those or take them out in App Store Connect, or cancel the submission';
    if (ours?.state === 'UNRESOLVED_ISSUES')
        return 'its submission came back from review with questions; cancel that one first, and mend what was found';
    if (ours !== undefined && cancellable.has(ours.state) && versions.editableStates.has(version.state))
        return 'an earlier submission still holds the version; cancel that one first';
    const other = submissions.find((one) => one !== ours && holdsVersion(one) && !passing.has(one.state));
    if (other !== undefined)
        return 'another version of the app is in review';
    if (ours?.state === draft && ours.items.length > 1)
        return 'the version lies in a draft together with other items, which would be submitted with it';
    if (version.build === null)
        return 'the version has no build';
    // What it will be then is not known yet: it is waited for first.
    if (ours?.state === 'CANCELING')
        return undefined;
    return versions.editableStates.has(version.state) || version.state === draft ? undefined : 'the version is past its review';
}
/** The draft that the version is in, or an empty one that it can be put into. */
function findDraft(state, versionId) {
    const empty = state.submissions.find((one) => one.state === draft && one.items.length === 0);
    return findHolder(state, versionId) ?? empty;
}
function findHolder({ submissions }, versionId) {
    return submissions.find((one) => one.state === draft && holds(one, versionId));
}
async function waitUntilCancelled(connect, of, limitMs, seen) {
    const name = 'the end of a cancelled submission';
    const isDone = ({ version, submissions }) => !submissions.some((one) => one.state === 'CANCELING' && holdsVersion(one)) &&
        // Apple may show the end of the submission before that of the version's review.
        (!versions.inReviewStates.has(version.state) || submissions.some((one) => holds(one, version.id)));
    if (isDone(seen))
        return seen;
    return (0,moves/* waitFor */.fm)(connect, {
        name,
        isDone,
        look: async () => readReview(connect, of),
        tell: tellReview,
        limitMs,
        pauseMs: pauseMs,
        giveUp: (last) => messages/* appStoreMessages */.J['app-store-wait-ended'](name, (0,duration/* formatDuration */.a)(limitMs), last),
    });
}
async function waitUntilReady(connect, of, limitMs) {
    const name = 'the version to be ready for review';
    return (0,moves/* waitFor */.fm)(connect, {
        name,
        look: async () => readReview(connect, of),
        isDone: (state) => state.version.state === draft || isSubmitted(state),
        tell: tellReview,
        limitMs,
        pauseMs: pauseMs,
        giveUp: (seen) => messages/* appStoreMessages */.J['app-store-wait-ended'](name, (0,duration/* formatDuration */.a)(limitMs), seen),
    });
}
/** After a refusal, so that the person who reads of it can mend it. What fails here is done by the next run. */
async function withdraw(connect, { appId, versionId, platform }) {
    try {
        const submissions = await readReviewSubmissions(connect, appId, platform);
        const ours = submissions.find((one) => one.state === draft && holds(one, versionId));
        if (ours !== undefined)
            await takeOut(connect, ours, versionId);
    }
    catch (error) {
        if (!(error instanceof kit_errors/* VendorError */.Hi))
            throw error;
        connect.log.info(`The version stays in its draft for review, since taking it out failed: ${error.message}`);
    }
}

// EXTERNAL MODULE: ./actions/store-upload/fastlane.js
var store_upload_fastlane = __webpack_require__(241);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/vendors/app-store-connect/listing-texts.js




const versionTexts = {
    type: 'appStoreVersionLocalizations',
    owner: 'appStoreVersion',
    owners: 'appStoreVersions',
    name: 'the version',
};
const appTexts = {
    type: 'appInfoLocalizations',
    owner: 'appInfo',
    owners: 'appInfos',
    name: 'the app',
};
const words = (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(20_000));
const shape = (0,shapes/* record */.g1)({
    locale: (0,shapes/* text */.Qq)(20),
    description: words,
    keywords: words,
    marketingUrl: words,
    promotionalText: words,
    supportUrl: words,
    whatsNew: words,
    name: words,
    subtitle: words,
    privacyPolicyUrl: words,
}, 'ignored');
/** The languages that there are, with their ids. @throws VendorError */
async function readLanguages(connect, { type, owners, name }, ownerId) {
    const question = {
        operation: `read the languages of ${name}`,
        path: (0,client/* path */.A) `/v1/${owners}/${ownerId}/${type}`,
    };
    return (0,client/* readAll */.y)(connect, question, (0,documents/* many */._d)(type, shape, ({ id, attributes: { locale, ...texts } }) => ({ id, locale, texts })));
}
/** What would have to be written. @throws VendorError */
async function compareTexts(connect, place, ownerId, wanted) {
    return findChanges(await readLanguages(connect, place, ownerId), wanted);
}
/**
 * Writes what differs, a language at a time; what was not asked for stays as it is. A language that is not there is added.
 * @returns what was written
 * @throws AppStoreRefusal, VendorError
 */
async function writeTexts(connect, place, ownerId, wanted) {
    let there = await readLanguages(connect, place, ownerId);
    const changes = findChanges(there, wanted);
    for (const { locale } of changes) {
        const { state } = await (0,moves/* carryOut */.u0)(connect, {
            name: `write the texts of ${place.name} in ${locale}`,
            look: async () => readLanguages(connect, place, ownerId),
            isDone: (seen) => differing(seen, locale, wanted[locale] ?? {}).length === 0,
            findObstacle: () => undefined,
            tell: (seen) => `not as asked for: ${differing(seen, locale, wanted[locale] ?? {}).join(', ')}`,
            act: async (seen) => send(connect, place, ownerId, { seen, locale, wanted: wanted[locale] ?? {} }),
        }, there);
        there = state;
    }
    return changes;
}
function findChanges(there, wanted) {
    return Object.entries(wanted).flatMap(([locale, texts]) => {
        const fields = differing(there, locale, texts);
        return fields.length === 0 ? [] : [{ locale, fields, isNew: !there.some((one) => one.locale === locale) }];
    });
}
function differing(there, locale, wanted) {
    const texts = there.find((one) => one.locale === locale)?.texts ?? {};
    return Object.keys(wanted).filter((name) => !isSameText(texts[name], wanted[name]));
}
/** Line ends, spaces around and the way of writing an accent are nobody's change. */
function isSameText(one, other) {
    const plain = (value) => (value ?? '').replaceAll('\r\n', '\n').trim().normalize('NFC');
    return plain(one) === plain(other);
}
async function send(connect, { type, owner, owners, name }, ownerId, { seen, locale, wanted }) {
    const there = seen.find((one) => one.locale === locale);
    const fields = differing(seen, locale, wanted);
    const attributes = Object.fromEntries(fields.map((field) => [field, wanted[field]]));
    connect.log.info(`App Store Connect: ${name} in ${locale}: ${fields.join(', ')}`);
    if (there === undefined) {
        await connect.command({
            operation: `add ${locale} to ${name}`,
            method: 'POST',
            path: (0,client/* path */.A) `/v1/${type}`,
            data: {
                type,
                attributes: { locale, ...attributes },
                relationships: { [owner]: { data: { type: owners, id: ownerId } } },
            },
        });
        return;
    }
    await connect.command({
        operation: `write the texts of ${name} in ${locale}`,
        method: 'PATCH',
        path: (0,client/* path */.A) `/v1/${type}/${there.id}`,
        data: { type, id: there.id, attributes },
    });
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/app-information.js








async function readInformation(connect, appId) {
    const question = { operation: "read the app's information", path: (0,client/* path */.A) `/v1/apps/${appId}/appInfos` };
    const shape = (0,shapes/* record */.g1)({ state: documents/* word */.Vm }, 'ignored');
    return (0,client/* readAll */.y)(connect, question, (0,documents/* many */._d)('appInfos', shape, ({ id, attributes: { state } }) => ({ id, state })));
}
const live = 'READY_FOR_DISTRIBUTION';
const outStates = new Set([live, 'REPLACED_WITH_NEW_INFO']);
function findEditable(all) {
    return all.find(({ state }) => versions.editableStates.has(state));
}
/** What of names, subtitles and addresses on privacy would have to be written. @throws VendorError */
async function compareAppTexts(connect, appId, wanted) {
    if (Object.keys(wanted).length === 0)
        return [];
    const all = await readInformation(connect, appId);
    // Where none is on its way, the next version begins with what is out.
    const base = all.find(({ state }) => !outStates.has(state)) ?? all.find(({ state }) => state === live);
    return base === undefined ? [] : compareTexts(connect, appTexts, base.id, wanted);
}
/** Apple makes the next one together with the version, which it may show before. */
const openWithinMs = 60_000;
/**
 * Writes what differs into the information that comes with the next version.
 * @throws VendorError (`app-store-wait-ended`) where none can be edited, AppStoreRefusal
 */
async function writeAppTexts(connect, appId, wanted) {
    if ((await compareAppTexts(connect, appId, wanted)).length === 0)
        return [];
    const name = "the app's information to be open for changes";
    const all = await (0,moves/* waitFor */.fm)(connect, {
        name,
        look: async () => readInformation(connect, appId),
        isDone: (seen) => findEditable(seen) !== undefined,
        tell: (seen) => seen.map(({ state }) => state).join(', '),
        limitMs: openWithinMs,
        pauseMs: 5_000,
        giveUp: (seen) => messages/* appStoreMessages */.J['app-store-wait-ended'](name, (0,duration/* formatDuration */.a)(openWithinMs), seen),
    });
    const information = findEditable(all);
    if (information === undefined)
        throw new Error('information that was open is not there');
    return writeTexts(connect, appTexts, information.id, wanted);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/vendors/app-store-connect/file-parts.js




/** Where a part belongs, and how it is sent: `uploadOperations` of Apple's. */
const partShape = (0,shapes/* record */.g1)({
    method: (0,shapes/* text */.Qq)(10),
    url: (0,shapes/* text */.Qq)(10_000),
    offset: (0,shapes/* number */.ai)('whole', 0, Number.MAX_SAFE_INTEGER),
    length: (0,shapes/* number */.ai)('whole', 1, Number.MAX_SAFE_INTEGER),
    requestHeaders: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)((0,shapes/* record */.g1)({ name: (0,shapes/* text */.Qq)(200), value: (0,shapes/* text */.Qq)(10_000) }, 'ignored'))),
    entityTag: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(500)),
}, 'ignored');
const findings = (0,shapes/* optional */.lq)((0,shapes/* list */.p_)((0,shapes/* record */.g1)({ code: (0,shapes/* text */.Qq)(200), description: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(5_000)) }, 'ignored')));
function toFindings(read) {
    return (read ?? []).map(({ code, description }) => ({ code, description: description ?? '' }));
}
/** Sends what has not arrived. @returns why it cannot be gone on with; undefined when all of it is sent */
async function sendParts(connect, parts, file) {
    const end = parts.reduce((at, { offset, length }) => (offset === at ? offset + length : Number.NaN), 0);
    if (end !== file.size)
        return `its ${parts.length} parts are not the whole file`;
    for (const [index, { method, url, offset, length, requestHeaders = [], entityTag }] of parts.entries()) {
        const operation = `send part ${index + 1} of ${parts.length}`;
        const bytes = await file.read(offset, length);
        // The tag of a part is its MD5, as stores of objects give it; were it anything else, the part would be sent once more.
        if (entityTag?.includes((0,external_node_crypto_.createHash)('md5').update(bytes).digest('hex')) === true)
            continue;
        connect.log.info(`${refusals/* vendor */.Vp}: ${operation} (${length} bytes)`);
        const headers = Object.fromEntries(requestHeaders.map(({ name, value }) => [name, value]));
        try {
            await connect.sendPart({ operation, method, url, headers, bytes });
        }
        catch (error) {
            // Its address has expired, or somebody else has finished the file.
            if (error instanceof kit_errors/* VendorError */.Hi && [403, 404].includes(error.details.status ?? 0))
                return error.message;
            throw error;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/making.js




const making_pauseMs = 5_000;
/** Looks, makes what is not there, and looks until it is there: a lost answer may have made it, and a list may lag behind. */
async function make(connect, look, creation) {
    const found = await look();
    if (found !== undefined)
        return found;
    let failure;
    for (let attempt = 1; attempt <= 3; attempt += 1) {
        try {
            await connect.command({ ...creation, method: 'POST' });
        }
        catch (error) {
            if (!(error instanceof kit_errors/* VendorError */.Hi))
                throw error;
            const unsure = error.details.ambiguous || error instanceof refusals/* AppStoreRefusal */.DC;
            if (!unsure)
                throw error;
            failure = error;
        }
        for (let pause = 0; pause < 4; pause += 1) {
            const made = await look();
            if (made !== undefined)
                return made;
            await connect.sleep(making_pauseMs);
        }
        if (failure instanceof refusals/* AppStoreRefusal */.DC)
            throw failure;
    }
    throw failure ?? notShown(creation.operation);
}
function notShown(operation) {
    const note = messages/* appStoreMessages */.J['app-store-not-shown'](operation, (0,duration/* formatDuration */.a)(4 * making_pauseMs), 'nothing of it');
    return new kit_errors/* VendorError */.Hi(note, { vendor: refusals/* vendor */.Vp, operation, attempts: 3, ambiguous: true });
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/screenshot-plan.js
/** What makes the pictures of a set those of the folder, in its order. A picture is the same where its checksum is. */
function planSet(pictures, there) {
    const free = new Set(there);
    const matched = pictures.map((picture) => {
        const found = [...free].find((one) => isThis(one, picture));
        if (found !== undefined)
            free.delete(found);
        return { picture, found };
    });
    const keep = matched.flatMap(({ found }) => (found === undefined ? [] : [found.id]));
    const send = matched.flatMap(({ picture, found }) => (found === undefined ? [picture] : []));
    const firstSent = matched.findIndex(({ found }) => found === undefined);
    const isSentLast = firstSent === -1 || matched.slice(firstSent).every(({ found }) => found === undefined);
    const shown = there.filter((one) => !free.has(one)).map(({ id }) => id);
    return { send, keep, remove: [...free], reorder: !isSentLast || shown.join() !== keep.join() };
}
function isThis({ state, checksum, name, size }, picture) {
    if (state === 'COMPLETE')
        return checksum === picture.checksum;
    // Apple is looking at it, and shows no checksum yet.
    return (state === 'UPLOAD_COMPLETE' &&
        (checksum ?? picture.checksum) === picture.checksum &&
        name === picture.name &&
        size === picture.size);
}
/** Whether Apple is done with all of them, as far as can be seen. */
function isSettled(there) {
    return there.every(({ state, checksum }) => state !== 'UPLOAD_COMPLETE' && (state !== 'COMPLETE' || checksum !== null));
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/screenshot-sets.js




const setShape = (0,shapes/* record */.g1)({ screenshotDisplayType: documents/* word */.Vm }, 'ignored');
const screenshot_sets_shape = (0,shapes/* record */.g1)({
    fileName: (0,shapes/* text */.Qq)(1_000),
    fileSize: (0,shapes/* number */.ai)('whole', 0, Number.MAX_SAFE_INTEGER),
    sourceFileChecksum: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(200)),
    assetDeliveryState: (0,shapes/* optional */.lq)((0,shapes/* record */.g1)({ state: documents/* word */.Vm, errors: findings }, 'ignored')),
    uploadOperations: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)(partShape)),
}, 'ignored');
/** The sets of one language of a version. @throws VendorError */
async function readSets(connect, localizationId) {
    const question = {
        operation: 'read the sets of screenshots',
        path: (0,client/* path */.A) `/v1/appStoreVersionLocalizations/${localizationId}/appScreenshotSets`,
    };
    return (0,client/* readAll */.y)(connect, question, (0,documents/* many */._d)('appScreenshotSets', setShape, ({ id, attributes }) => ({
        id,
        displayType: attributes.screenshotDisplayType,
    })));
}
/**
 * The screenshots of a set, in the order in which users see them. Only the list of their ids is said to have that order:
 * https://developer.apple.com/documentation/appstoreconnectapi/get-v1-appscreenshotsets-_id_-relationships-appscreenshots
 * @throws VendorError
 */
async function readScreenshots(connect, setId) {
    const operation = 'read the screenshots of a set';
    const address = (0,client/* path */.A) `/v1/appScreenshotSets/${setId}/appScreenshots`;
    const all = await (0,client/* readAll */.y)(connect, { operation, path: address }, (0,documents/* many */._d)('appScreenshots', screenshot_sets_shape, ({ id, attributes: read }) => ({
        id,
        name: read.fileName,
        size: read.fileSize,
        checksum: read.sourceFileChecksum?.toLowerCase() ?? null,
        state: read.assetDeliveryState?.state ?? 'AWAITING_UPLOAD',
        errors: toFindings(read.assetDeliveryState?.errors),
        parts: read.uploadOperations ?? [],
    })));
    if (all.length < 2)
        return all;
    const order = await (0,client/* readAll */.y)(connect, {
        operation: 'read the order of a set',
        path: (0,client/* path */.A) `/v1/appScreenshotSets/${setId}/relationships/appScreenshots`,
    }, (0,documents/* many */._d)('appScreenshots', (0,shapes/* record */.g1)({}, 'ignored'), ({ id }) => id));
    // What has come between the two answers stands at the end.
    const placeOf = ({ id }) => (order.includes(id) ? order.indexOf(id) : order.length);
    return all.toSorted((one, other) => placeOf(one) - placeOf(other));
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/screenshots.js











/** How often a screenshot that Apple does not take, or that did not arrive, is sent. */
const mostRounds = 3;
const screenshots_pauseMs = 5_000;
/** Of one set. Fastlane waits for an hour at most; users report seconds, and minutes on bad days. */
const processedWithinMs = 30 * 60_000;
/** After that long a screenshot without a checksum is taken for somebody else's. */
const checksumWithinMs = 60_000;
/** What would be sent, removed and put in order. A language that is not there has no screenshots. @throws VendorError */
async function compareScreenshots(connect, versionId, wanted) {
    if (wanted.length === 0)
        return [];
    const languages = await readLanguages(connect, versionTexts, versionId);
    const changes = [];
    for (const set of wanted) {
        const language = languages.find(({ locale }) => locale === set.locale);
        const sets = language === undefined ? [] : await readSets(connect, language.id);
        const found = sets.find(({ displayType }) => displayType === set.displayType);
        const there = found === undefined ? [] : await readScreenshots(connect, found.id);
        changes.push(...toChange(set, planSet(set.pictures, there)));
    }
    return changes;
}
/**
 * Makes each set the one that is asked for; sets of other languages and displays stay as they are. Pictures that are there are
 * not sent again, those that are not asked for are removed, and so is what a run that stopped has begun.
 * @returns what was done, set by set
 * @throws ConfigurationError (`app-store-language-missing`; `app-store-screenshots-refused`), VendorError
 */
async function writeScreenshots(connect, versionId, wanted) {
    if (wanted.length === 0)
        return [];
    const places = await findPlaces(connect, versionId, wanted);
    const changes = [];
    let left = places;
    let refused = [];
    let lacking = [];
    for (let round = 1; round <= mostRounds && left.length > 0; round += 1) {
        for (const place of left) {
            const there = await settle(connect, place);
            const plan = planSet(place.pictures, there);
            if (round === 1)
                changes.push(...toChange(place, plan));
            await removeAll(connect, place, there, plan.remove);
            for (const picture of plan.send)
                await sendPicture(connect, place, picture);
        }
        // All of them are sent before Apple is waited for.
        const open = [];
        refused = [];
        lacking = [];
        for (const place of left) {
            const there = await settle(connect, place);
            const { send, remove } = planSet(place.pictures, there);
            refused.push(...there.filter(({ state }) => state === 'FAILED'));
            lacking.push(...send.map(({ name }) => name));
            if (send.length > 0 || remove.length > 0)
                open.push(place);
        }
        left = open;
    }
    if (left.length > 0)
        throw giveUp(left, refused, lacking);
    for (const place of places)
        await putInOrder(connect, place);
    return changes;
}
function toChange({ locale, displayType }, { send, remove, reorder }) {
    if (send.length === 0 && remove.length === 0 && !reorder)
        return [];
    return [{ locale, displayType, sent: send.length, removed: remove.length, reordered: reorder }];
}
async function findPlaces(connect, versionId, wanted) {
    const languages = await readLanguages(connect, versionTexts, versionId);
    const missing = wanted.filter((set) => !languages.some(({ locale }) => locale === set.locale));
    if (missing.length > 0) {
        const names = [...new Set(missing.map(({ locale }) => locale))].join(', ');
        const known = languages.map(({ locale }) => locale).join(', ');
        throw new kit_errors/* ConfigurationError */.j1(messages/* appStoreMessages */.J['app-store-language-missing'](names, known));
    }
    const places = [];
    for (const set of wanted) {
        const localizationId = languages.find(({ locale }) => locale === set.locale)?.id ?? '';
        places.push({ ...set, setId: await findSet(connect, localizationId, set) });
    }
    return places;
}
async function findSet(connect, localizationId, { locale, displayType }) {
    const look = async () => (await readSets(connect, localizationId)).find((set) => set.displayType === displayType)?.id;
    return make(connect, look, {
        operation: `make the set ${displayType} in ${locale}`,
        path: (0,client/* path */.A) `/v1/appScreenshotSets`,
        data: {
            type: 'appScreenshotSets',
            attributes: { screenshotDisplayType: displayType },
            relationships: {
                appStoreVersionLocalization: { data: { type: 'appStoreVersionLocalizations', id: localizationId } },
            },
        },
    });
}
/** Waits until Apple is done with what has been sent before. */
async function settle(connect, { setId, ...set }) {
    const name = `Apple to look at the screenshots of ${tellSet(set)}`;
    const look = async () => readScreenshots(connect, setId);
    let there = await (0,moves/* waitFor */.fm)(connect, {
        name,
        look,
        isDone: (seen) => !seen.some(({ state }) => state === 'UPLOAD_COMPLETE'),
        tell: (seen) => seen.map(({ state }) => state).join(', '),
        limitMs: processedWithinMs,
        pauseMs: screenshots_pauseMs,
        giveUp: (seen) => messages/* appStoreMessages */.J['app-store-wait-ended'](name, (0,duration/* formatDuration */.a)(processedWithinMs), seen),
    });
    for (let waited = 0; waited < checksumWithinMs && !isSettled(there); waited += screenshots_pauseMs) {
        await connect.sleep(screenshots_pauseMs);
        there = await look();
    }
    return there;
}
async function removeAll(connect, { setId, ...set }, there, strangers) {
    let seen = there;
    for (const { id, name } of strangers) {
        connect.log.info(`${refusals/* vendor */.Vp}: ${tellSet(set)}: ${name} is removed`);
        const move = {
            name: `remove the screenshot ${name} of ${tellSet(set)}`,
            look: async () => readScreenshots(connect, setId),
            isDone: (now) => !now.some((one) => one.id === id),
            findObstacle: () => undefined,
            tell: () => 'it is there',
            act: async () => connect.command({ operation: 'remove a screenshot', method: 'DELETE', path: (0,client/* path */.A) `/v1/appScreenshots/${id}` }),
        };
        seen = (await (0,moves/* carryOut */.u0)(connect, move, seen)).state;
    }
}
/** Whether it arrived, the world says: what did not is sent again in the next round. */
async function sendPicture(connect, { setId, ...set }, picture) {
    const { name, size, checksum } = picture;
    connect.log.info(`${refusals/* vendor */.Vp}: ${tellSet(set)}: ${name} is sent`);
    // None of an earlier run is left, so one that waits for this file is ours.
    const look = async () => (await readScreenshots(connect, setId)).find((one) => one.state === 'AWAITING_UPLOAD' && one.name === name && one.size === size);
    const reserved = await make(connect, look, {
        operation: `announce the screenshot ${name}`,
        path: (0,client/* path */.A) `/v1/appScreenshots`,
        data: {
            type: 'appScreenshots',
            attributes: { fileName: name, fileSize: size },
            relationships: { appScreenshotSet: { data: { type: 'appScreenshotSets', id: setId } } },
        },
    });
    const failure = await sendParts(connect, reserved.parts, picture);
    if (failure !== undefined) {
        connect.log.info(`${refusals/* vendor */.Vp}: ${name} did not arrive whole (${failure})`);
        return;
    }
    try {
        await connect.command({
            operation: `say that the screenshot ${name} is sent`,
            method: 'PATCH',
            path: (0,client/* path */.A) `/v1/appScreenshots/${reserved.id}`,
            data: {
                type: 'appScreenshots',
                id: reserved.id,
                attributes: { uploaded: true, sourceFileChecksum: checksum },
            },
        });
    }
    catch (error) {
        if (!(error instanceof kit_errors/* VendorError */.Hi))
            throw error;
        if (!error.details.ambiguous && !(error instanceof refusals/* AppStoreRefusal */.DC))
            throw error;
    }
}
async function putInOrder(connect, { setId, pictures, ...set }) {
    const name = `put the screenshots of ${tellSet(set)} in order`;
    await (0,moves/* carryOut */.u0)(connect, {
        name,
        look: async () => readScreenshots(connect, setId),
        isDone: (seen) => !planSet(pictures, seen).reorder,
        findObstacle: () => undefined,
        tell: (seen) => seen.map((one) => one.name).join(', '),
        act: async (seen) => {
            const data = planSet(pictures, seen).keep.map((id) => ({ type: 'appScreenshots', id }));
            await connect.command({
                operation: name,
                method: 'PATCH',
                path: (0,client/* path */.A) `/v1/appScreenshotSets/${setId}/relationships/appScreenshots`,
                data,
            });
        },
    });
}
function giveUp(left, refused, lacking) {
    const sets = left.map(tellSet).join('; ');
    const found = refused.flatMap(({ name, errors }) => errors.map(({ code, description }) => `${name}: ${[description, `[${code}]`].join(' ').trim()}`));
    if (found.length > 0)
        return new kit_errors/* ConfigurationError */.j1(messages/* appStoreMessages */.J['app-store-screenshots-refused'](sets, found.join('; ')));
    const what = `send the screenshots of ${sets}`;
    const seen = lacking.length === 0 ? 'more than were sent' : `${lacking.join(', ')} not there`;
    const note = messages/* appStoreMessages */.J['app-store-not-shown'](what, `${mostRounds} rounds`, seen);
    return new kit_errors/* VendorError */.Hi(note, { vendor: refusals/* vendor */.Vp, operation: 'send the screenshots', attempts: mostRounds, ambiguous: true });
}
function tellSet({ locale, displayType }) {
    return `${locale}, ${displayType}`;
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/version-details.js





const version_details_words = (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(20_000));
const version_details_flag = (0,shapes/* optional */.lq)((value, where) => {
    if (typeof value !== 'boolean')
        throw new SyntaxError(`${where} has to be true or false`);
    return value;
});
const versionShape = (0,shapes/* record */.g1)({ copyright: version_details_words, usesIdfa: version_details_flag }, 'ignored');
const contactShape = (0,shapes/* record */.g1)({
    contactFirstName: version_details_words,
    contactLastName: version_details_words,
    contactPhone: version_details_words,
    contactEmail: version_details_words,
    demoAccountName: version_details_words,
    demoAccountPassword: version_details_words,
    demoAccountRequired: version_details_flag,
    notes: version_details_words,
}, 'ignored');
async function read(connect, versionId) {
    const question = {
        operation: 'read the details of the version',
        path: (0,client/* path */.A) `/v1/appStoreVersions/${versionId}`,
        query: { include: 'appStoreReviewDetail' },
    };
    const shape = (0,documents/* one */.xH)('appStoreVersions', versionShape, ({ attributes, related }, included) => {
        const found = (0,documents/* readIncluded */.Vk)(included, related['appStoreReviewDetail'], 'appStoreReviewDetails', contactShape);
        return { version: attributes, contact: found === null ? null : { id: found.id, values: found.attributes } };
    });
    return connect.read(question, shape);
}
function toWanted({ copyright, usesIdfa, contact = {} }) {
    const hasAccount = contact['demoAccountName'] !== undefined;
    return {
        version: { ...(copyright === undefined ? {} : { copyright }), ...(usesIdfa === undefined ? {} : { usesIdfa }) },
        contact: { ...contact, ...(hasAccount ? { demoAccountRequired: true } : {}) },
    };
}
/** Names of what is other than asked for. */
function version_details_differing(there, wanted) {
    return Object.entries(wanted).flatMap(([name, value]) => (isSame(there[name], value) ? [] : [name]));
}
function isSame(one, other) {
    return typeof one === 'boolean' || typeof other === 'boolean' ? one === other : isSameText(one, other);
}
function pick(values, names) {
    return Object.fromEntries(names.map((name) => [name, values[name]]));
}
/** Names of what would have to be written. @throws VendorError */
async function compareDetails(connect, versionId, details) {
    return version_details_findChanges(await read(connect, versionId), toWanted(details));
}
function version_details_findChanges({ version, contact }, wanted) {
    return [...version_details_differing(version, wanted.version), ...version_details_differing(contact?.values ?? {}, wanted.contact)];
}
/**
 * Writes what differs of the version itself, and of what the reviewers are told.
 * @returns the names of what was written
 * @throws AppStoreRefusal, VendorError
 */
async function writeDetails(connect, versionId, details) {
    const wanted = toWanted(details);
    const seen = await read(connect, versionId);
    const changes = version_details_findChanges(seen, wanted);
    if (changes.length === 0)
        return changes;
    const look = async () => read(connect, versionId);
    const common = { look, findObstacle: () => undefined };
    const { state } = await (0,moves/* carryOut */.u0)(connect, {
        ...common,
        name: 'write what the version says in no language',
        isDone: ({ version }) => version_details_differing(version, wanted.version).length === 0,
        tell: ({ version }) => `not as asked for: ${version_details_differing(version, wanted.version).join(', ')}`,
        act: async ({ version }) => writeVersion(connect, versionId, pick(wanted.version, version_details_differing(version, wanted.version))),
    }, seen);
    let isSent = false;
    const lacks = ({ contact }) => version_details_differing(contact?.values ?? {}, wanted.contact).filter(
    // A password that Apple does not show counts once it was sent.
    (name) => !(isSent && name === 'demoAccountPassword' && contact?.values[name] === undefined));
    await (0,moves/* carryOut */.u0)(connect, {
        ...common,
        name: 'write what the reviewers are told',
        isDone: (now) => lacks(now).length === 0,
        tell: (now) => `not as asked for: ${lacks(now).join(', ')}`,
        act: async (now) => {
            await writeContact(connect, versionId, now.contact?.id, pick(wanted.contact, lacks(now)));
            isSent = true;
        },
    }, state);
    return changes;
}
async function writeVersion(connect, id, attributes) {
    await connect.command({
        operation: 'write what the version says in no language',
        method: 'PATCH',
        path: (0,client/* path */.A) `/v1/appStoreVersions/${id}`,
        data: { type: 'appStoreVersions', id, attributes },
    });
}
async function writeContact(connect, versionId, id, attributes) {
    const operation = 'write what the reviewers are told';
    const type = 'appStoreReviewDetails';
    if (id !== undefined) {
        await connect.command({
            operation,
            method: 'PATCH',
            path: (0,client/* path */.A) `/v1/appStoreReviewDetails/${id}`,
            data: { type, id, attributes },
        });
        return;
    }
    await connect.command({
        operation,
        method: 'POST',
        path: (0,client/* path */.A) `/v1/appStoreReviewDetails`,
        data: {
            type,
            attributes,
            relationships: { appStoreVersion: { data: { type: 'appStoreVersions', id: versionId } } },
        },
    });
}

;// CONCATENATED MODULE: ./actions/store-upload/listing-files.js
/** Of a language of the version: https://developer.apple.com/help/app-store-connect/reference/platform-version-information */
const versionFiles = [
    { name: 'description', attribute: 'description', most: 4_000 },
    { name: 'keywords', attribute: 'keywords', most: 100 },
    { name: 'promotional_text', attribute: 'promotionalText', most: 170 },
    { name: 'release_notes', attribute: 'whatsNew', most: 4_000 },
    { name: 'marketing_url', attribute: 'marketingUrl', isUrl: true },
    { name: 'support_url', attribute: 'supportUrl', isUrl: true },
];
/** Of a language of the app: https://developer.apple.com/help/app-store-connect/reference/app-information */
const appFiles = [
    { name: 'name', attribute: 'name', least: 2, most: 30 },
    { name: 'subtitle', attribute: 'subtitle', most: 30 },
    { name: 'privacy_url', attribute: 'privacyPolicyUrl', isUrl: true },
];
/** In `review_information`: https://developer.apple.com/help/app-store-connect/reference/app-review-information */
const reviewFiles = [
    { name: 'first_name', attribute: 'contactFirstName' },
    { name: 'last_name', attribute: 'contactLastName' },
    { name: 'phone_number', attribute: 'contactPhone' },
    { name: 'email_address', attribute: 'contactEmail' },
    { name: 'demo_user', attribute: 'demoAccountName' },
    { name: 'demo_password', attribute: 'demoAccountPassword' },
    { name: 'notes', attribute: 'notes', most: 4_000 },
];
const rootFiles = [{ name: 'copyright', attribute: 'copyright' }];
/** What Fastlane reads, and this action leaves to people: categories, television, clips, trade in Korea. */
const othersFiles = new Set([
    'apple_tv_privacy_policy',
    'primary_category',
    'secondary_category',
    'primary_first_sub_category',
    'primary_second_sub_category',
    'secondary_first_sub_category',
    'secondary_second_sub_category',
]);
const othersFolders = new Set([
    'android',
    'app_clip_review_information',
    'appleTV',
    'fonts',
    'trade_representative_contact_information',
]);
const byAttribute = new Map([
    ...[...versionFiles, ...appFiles, ...reviewFiles, ...rootFiles].map(({ attribute, name }) => [attribute, name]),
    ['usesIdfa', 'uses-idfa'],
    ['demoAccountRequired', 'that they sign in'],
]);
/** The file or the input that an attribute comes from, by which its writer knows it. */
function tellFile(attribute) {
    return byAttribute.get(attribute) ?? attribute;
}

;// CONCATENATED MODULE: ./src/artifacts/picture.js
/**
 * Reads a PNG (https://www.w3.org/TR/png-3/) or a JPEG (https://www.w3.org/Graphics/JPEG/itu-t81.pdf), whatever its name says.
 * @throws SyntaxError for anything else, and for a file that ends too early
 */
function readPicture(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
        if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
            return readPng(view);
        if (startsWith(bytes, [0xff, 0xd8, 0xff]))
            return readJpeg(view);
    }
    catch (error) {
        if (error instanceof RangeError)
            throw new SyntaxError('it ends too early', { cause: error });
        throw error;
    }
    throw new SyntaxError('it is neither a PNG nor a JPEG');
}
function startsWith(bytes, signature) {
    return signature.every((byte, index) => bytes[index] === byte);
}
/** Colour types with a channel for transparency: grey, and red, green and blue. */
const alphaTypes = new Set([4, 6]);
function readPng(view) {
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    let hasAlpha = alphaTypes.has(view.getUint8(25));
    // Chunks before the pixels: length, name, content, checksum.
    for (let at = 8;; at += 12 + view.getUint32(at)) {
        const name = [4, 5, 6, 7].map((offset) => String.fromCodePoint(view.getUint8(at + offset))).join('');
        if (name === 'tRNS')
            hasAlpha = true;
        if (name === 'IDAT' || name === 'IEND')
            return { format: 'png', width, height, hasAlpha };
    }
}
/** Markers that look like the head of a frame and are tables. */
const tables = new Set([0xc4, 0xc8, 0xcc]);
function readJpeg(view) {
    for (let at = 2;; at += 2 + view.getUint16(at + 2)) {
        // Any number of these may stand before a marker.
        while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff)
            at += 1;
        const marker = view.getUint8(at + 1);
        if (view.getUint8(at) !== 0xff)
            throw new SyntaxError('it is a JPEG whose segments cannot be followed');
        if (marker < 0xc0 || marker > 0xcf || tables.has(marker))
            continue;
        return { format: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7), hasAlpha: false };
    }
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/display-types.js
/** What an app for iOS, with its watch app, can be shown on: https://developer.apple.com/help/app-store-connect/reference/screenshot-specifications */
const rows = [
    {
        type: 'APP_IPHONE_67',
        isHandheld: true,
        sizes: [
            [1260, 2736],
            [1290, 2796],
            [1320, 2868],
        ],
    },
    {
        type: 'APP_IPHONE_65',
        isHandheld: true,
        sizes: [
            [1242, 2688],
            [1284, 2778],
        ],
    },
    {
        type: 'APP_IPHONE_61',
        isHandheld: true,
        sizes: [
            [1179, 2556],
            [1206, 2622],
        ],
    },
    {
        type: 'APP_IPHONE_58',
        isHandheld: true,
        sizes: [
            [1080, 2340],
            [1125, 2436],
            [1170, 2532],
        ],
    },
    { type: 'APP_IPHONE_55', isHandheld: true, sizes: [[1242, 2208]] },
    { type: 'APP_IPHONE_47', isHandheld: true, sizes: [[750, 1334]] },
    {
        type: 'APP_IPHONE_40',
        isHandheld: true,
        sizes: [[640, 1136]],
        more: [
            [640, 1096],
            [1136, 600],
        ],
    },
    {
        type: 'APP_IPHONE_35',
        isHandheld: true,
        sizes: [[640, 960]],
        more: [
            [640, 920],
            [960, 600],
        ],
    },
    {
        type: 'APP_IPAD_PRO_3GEN_129',
        isHandheld: true,
        sizes: [
            [2048, 2732],
            [2064, 2752],
        ],
    },
    {
        type: 'APP_IPAD_PRO_3GEN_11',
        isHandheld: true,
        sizes: [
            [1488, 2266],
            [1640, 2360],
            [1668, 2388],
            [1668, 2420],
        ],
    },
    { type: 'APP_IPAD_105', isHandheld: true, sizes: [[1668, 2224]] },
    {
        type: 'APP_IPAD_97',
        isHandheld: true,
        sizes: [
            [768, 1024],
            [1536, 2048],
        ],
        more: [
            [768, 1004],
            [1024, 748],
            [1536, 2008],
            [2048, 1496],
        ],
    },
    {
        type: 'APP_WATCH_ULTRA',
        isHandheld: false,
        sizes: [
            [410, 502],
            [422, 514],
        ],
    },
    { type: 'APP_WATCH_SERIES_10', isHandheld: false, sizes: [[416, 496]] },
    { type: 'APP_WATCH_SERIES_7', isHandheld: false, sizes: [[396, 484]] },
    { type: 'APP_WATCH_SERIES_4', isHandheld: false, sizes: [[368, 448]] },
    { type: 'APP_WATCH_SERIES_3', isHandheld: false, sizes: [[312, 390]] },
];
const known = rows.flatMap(({ type, sizes, more = [], isHandheld }) => [...sizes, ...(isHandheld ? sizes.map(([width, height]) => [height, width]) : []), ...more].map(([width, height]) => ({ type, width, height })));
/** Apps for Messages have sets of their own, for phones from 4 inches on and for tablets. */
const withoutMessages = new Set([
    'APP_IPHONE_35',
    ...rows.filter(({ isHandheld }) => !isHandheld).map(({ type }) => type),
]);
/** The set that a picture belongs to; undefined where no display has its size. */
function findDisplayType({ width, height, path, isMessages }) {
    const found = known.find((one) => one.width === width && one.height === height)?.type;
    if (found === undefined || (isMessages && withoutMessages.has(found)))
        return undefined;
    const type = isSecondGeneration(width, height, path) ? 'APP_IPAD_PRO_129' : found;
    return isMessages ? `IMESSAGE_${type}` : type;
}
function isSecondGeneration(width, height, path) {
    const [name, sides] = [path.toLowerCase(), [width, height].toSorted((a, b) => a - b).join('x')];
    return (sides === '2048x2732' &&
        (name.includes('app_ipad_pro_129') || (name.includes('12.9') && name.includes('2nd generation'))));
}
/** The size that comes nearest, in words. */
function tellNearestSize(width, height) {
    const distance = (one) => Math.abs(one.width - width) + Math.abs(one.height - height);
    const nearest = known.reduce((best, one) => (distance(one) < distance(best) ? one : best));
    return `${nearest.width} x ${nearest.height} for ${nearest.type}`;
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/languages.js
/** https://developer.apple.com/help/app-store-connect/reference/app-information/app-store-localizations */
const languages = [
    'ar-SA',
    'bn-BD',
    'ca',
    'cs',
    'da',
    'de-DE',
    'el',
    'en-AU',
    'en-CA',
    'en-GB',
    'en-US',
    'es-ES',
    'es-MX',
    'fi',
    'fr-CA',
    'fr-FR',
    'gu-IN',
    'he',
    'hi',
    'hr',
    'hu',
    'id',
    'it',
    'ja',
    'kn-IN',
    'ko',
    'ml-IN',
    'mr-IN',
    'ms',
    'nl-NL',
    'no',
    'or-IN',
    'pa-IN',
    'pl',
    'pt-BR',
    'pt-PT',
    'ro',
    'ru',
    'sk',
    'sl-SI',
    'sv',
    'ta-IN',
    'te-IN',
    'th',
    'tr',
    'uk',
    'ur-PK',
    'vi',
    'zh-Hans',
    'zh-Hant',
];

// EXTERNAL MODULE: ./src/kit/suggest.js
var suggest = __webpack_require__(9839);
;// CONCATENATED MODULE: ./actions/store-upload/listing-texts.js





/** Its texts are those of every language that has no file of its own, as Fastlane has it. */
const COMMON = 'default';
/**
 * Reads texts in the layout of Fastlane's deliver. An empty file is not the wish to delete what App Store Connect has: Fastlane itself
 * writes such files for whatever is not set there.
 * @param shown the folder as messages name it
 * @throws SystemError for a folder that cannot be read
 */
function readTexts(folder, shown, findings) {
    const read = (under, files) => readFiles({ folder: (0,external_node_path_.join)(folder, under), shown: under === '' ? shown : `${shown}/${under}`, files }, findings);
    const entries = list(folder);
    const found = entries.filter((one) => one.isDirectory() && isLanguage(one.name, shown, findings));
    const byLanguage = found.map(({ name }) => ({ name, texts: read(name, [...versionFiles, ...appFiles]) }));
    const common = byLanguage.find(({ name }) => name === COMMON)?.texts ?? {};
    const own = byLanguage.filter(({ name }) => name !== COMMON);
    if (Object.keys(common).length > 0 && own.length === 0) {
        findings.problems.push({
            name: `${shown}/${COMMON}`,
            value: 'no other language',
            reason: 'its texts are those of languages that have a folder',
            valid: 'a folder for each language, which may be empty',
        });
    }
    const pick = (files) => Object.fromEntries(own.flatMap(({ name, texts }) => {
        const picked = pickTexts(files, { ...common, ...texts });
        return Object.keys(picked).length === 0 ? [] : [[name, picked]];
    }));
    const review = entries.some(({ name }) => name === 'review_information')
        ? read('review_information', reviewFiles)
        : {};
    checkAccount(review, `${shown}/review_information`, findings);
    const { copyright } = read('', rootFiles);
    const texts = { version: pick(versionFiles), app: pick(appFiles), copyright, review };
    if (isEmpty(texts) && findings.problems.length === 0) {
        findings.problems.push({
            name: shown,
            value: 'no text',
            reason: 'nothing in it could be written',
            valid: 'en-US/description.txt and its like',
        });
    }
    return texts;
}
function isEmpty({ version, app, copyright, review }) {
    return copyright === undefined && [version, app, review].every((one) => Object.keys(one).length === 0);
}
function pickTexts(files, texts) {
    return Object.fromEntries(files.flatMap(({ attribute }) => {
        const text = texts[attribute];
        return text === undefined ? [] : [[attribute, text]];
    }));
}
/** Without what no writer of texts has put there: `.DS_Store`, `.gitkeep`. */
function list(folder) {
    const entries = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
/** Whether a folder is one of a language; others are a problem, or are nobody's here. */
function isLanguage(name, shown, findings) {
    if (name === COMMON || languages.includes(name))
        return true;
    if (name === 'review_information')
        return false;
    if (othersFolders.has(name)) {
        findings.leftAlone.push(`${shown}/${name} is not handled`);
        return false;
    }
    findings.problems.push(tellUnknownLanguage(name, shown));
    return false;
}
function tellUnknownLanguage(name, shown) {
    const meant = (0,suggest/* suggest */.Z)(name, [...languages, 'review_information', 'default']) ?? guessRegion(name);
    return {
        name: `${shown}/${name}`,
        value: name,
        reason: `it is no language of the App Store${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
        valid: 'a language as Apple writes it, such as en-US, ja or zh-Hans',
    };
}
/** "de" is de-DE to Apple, and "ja-JP" is ja. */
function guessRegion(name) {
    const [language = ''] = name.toLowerCase().split(/[-_]/);
    return languages.find((one) => one.toLowerCase().split('-')[0] === language);
}
function readFiles({ folder, shown, files }, findings) {
    const texts = {};
    for (const entry of list(folder).filter((one) => !one.isDirectory())) {
        const where = `${shown}/${entry.name}`;
        const [stem, isText] = [entry.name.replace(/\.txt$/, ''), entry.name.endsWith('.txt')];
        const file = isText ? files.find(({ name }) => name === stem) : undefined;
        if (file === undefined) {
            tellStranger({ where, stem, isText }, files, findings);
            continue;
        }
        const text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, entry.name), 'utf8').replaceAll('\r\n', '\n').trim();
        if (text === '')
            findings.leftAlone.push(`${where} is empty, which deletes nothing`);
        else if (checkText(text, where, file, findings))
            texts[file.attribute] = text;
    }
    return texts;
}
function tellStranger({ where, stem, isText }, files, findings) {
    if (!isText || othersFiles.has(stem)) {
        findings.leftAlone.push(`${where} is not handled`);
        return;
    }
    const names = files.map(({ name }) => name);
    const meant = (0,suggest/* suggest */.Z)(stem, names);
    findings.problems.push({
        name: where,
        value: `${stem}.txt`,
        reason: `no text has this name${meant === undefined ? '' : `; did you mean "${meant}.txt"?`}`,
        valid: names.map((name) => `${name}.txt`).join(', '),
    });
}
/** By code points, which is what people take for characters. @returns whether it can be sent */
function checkText(text, where, { most, least, isUrl }, { problems }) {
    const length = Array.from(text).length;
    const value = `${length} characters`;
    if (most !== undefined && length > most)
        problems.push({ name: where, value, reason: 'it is too long', valid: `at most ${most} characters` });
    else if (least !== undefined && length < least)
        problems.push({ name: where, value, reason: 'it is too short', valid: `at least ${least} characters` });
    else if (isUrl === true && !isSecureUrl(text))
        problems.push({
            name: where,
            value: text,
            reason: 'it is no address with https',
            valid: 'https://example.com/support',
        });
    else
        return true;
    return false;
}
function isSecureUrl(text) {
    return !/\s/.test(text) && URL.canParse(text) && new URL(text).protocol === 'https:';
}
/** Reviewers who cannot sign in send the app back. */
function checkAccount(review, shown, { problems }) {
    const [user, password] = [review['demoAccountName'], review['demoAccountPassword']];
    if ((user === undefined) === (password === undefined))
        return;
    const [there, missing] = user === undefined ? ['demo_password', 'demo_user'] : ['demo_user', 'demo_password'];
    problems.push({
        name: `${shown}/${missing}.txt`,
        value: 'missing or empty',
        reason: `there is a ${there}.txt, and nobody can sign in with that alone`,
        valid: 'both, or neither',
    });
}

;// CONCATENATED MODULE: ./actions/store-upload/listing-pictures.js








/** https://developer.apple.com/help/app-store-connect/manage-app-information/upload-app-previews-and-screenshots */
const mostInSet = 10;
const formats = {
    '.png': 'png',
    '.jpg': 'jpeg',
    '.jpeg': 'jpeg',
};
const otherPictures = new Set([
    '.gif',
    '.webp',
    '.heic',
    '.heif',
    '.tif',
    '.tiff',
    '.bmp',
    '.avif',
]);
const MESSAGES = 'iMessage';
/** 2 before 10, as Fastlane sorts. */
const byName = new Intl.Collator('en', { numeric: true });
/**
 * Reads screenshots in the layout of Fastlane's deliver, each into the set that its size in pixels says, in the order of their names.
 * @throws SystemError for what cannot be read
 */
async function readPictures(folder, shown, findings) {
    const before = findings.problems.length;
    const sets = await readLanguageFolders({ folder, shown, isMessages: false }, findings);
    if (sets.length === 0 && findings.problems.length === before) {
        findings.problems.push({
            name: shown,
            value: 'no picture',
            reason: 'nothing in it could be sent',
            valid: 'en-US/1-home.png and its like',
        });
    }
    return sets;
}
async function readLanguageFolders(place, findings) {
    const { folder, shown, isMessages } = place;
    const sets = [];
    for (const entry of list(folder)) {
        const { name } = entry;
        const inner = { folder: (0,external_node_path_.join)(folder, name), shown: `${shown}/${name}` };
        if (!entry.isDirectory())
            tellLooseFile(name, shown, findings);
        else if (languages.includes(name))
            sets.push(...(await readLanguage(name, { ...inner, isMessages }, findings)));
        else if (name === MESSAGES && !isMessages)
            sets.push(...(await readLanguageFolders({ ...inner, isMessages: true }, findings)));
        else if (othersFolders.has(name))
            findings.leftAlone.push(`${shown}/${name} is not handled`);
        else
            findings.problems.push(tellUnknownLanguage(name, shown));
    }
    return sets;
}
function tellLooseFile(name, shown, { problems, leftAlone }) {
    if (formats[(0,external_node_path_.extname)(name).toLowerCase()] === undefined)
        leftAlone.push(`${shown}/${name} is not handled`);
    else {
        problems.push({
            name: `${shown}/${name}`,
            value: name,
            reason: 'it lies in no folder of a language',
            valid: `${shown}/en-US/${name}`,
        });
    }
}
async function readLanguage(locale, place, findings) {
    const names = pickFramed(list(place.folder)
        .filter((one) => !one.isDirectory())
        .map(({ name }) => name), place, findings);
    const found = [];
    for (const name of names.toSorted(byName.compare)) {
        const picture = await readOne(name, place, findings);
        if (picture !== undefined)
            found.push(picture);
    }
    const types = [...new Set(found.map(({ displayType }) => displayType))];
    return types.map((displayType) => {
        const pictures = found.filter((one) => one.displayType === displayType);
        checkSet(`${place.shown}, ${displayType}`, pictures, findings);
        return { locale, displayType, pictures };
    });
}
/** Where frames were drawn, the pictures without one are their sources; watches have no frames. */
function pickFramed(names, { shown }, { leftAlone }) {
    if (!names.some((name) => /_framed\.\w+$/i.test(name)))
        return names;
    const isMeant = (name) => formats[(0,external_node_path_.extname)(name).toLowerCase()] === undefined || /framed|watch/i.test(name);
    leftAlone.push(...names.filter((name) => !isMeant(name)).map((name) => `${shown}/${name} is without its frame`));
    return names.filter(isMeant);
}
async function readOne(name, { folder, shown, isMessages }, findings) {
    const [where, path, extension] = [`${shown}/${name}`, (0,external_node_path_.join)(folder, name), (0,external_node_path_.extname)(name).toLowerCase()];
    const format = formats[extension];
    const say = (value, reason, valid) => {
        findings.problems.push({ name: where, value, reason, valid });
    };
    if (format === undefined) {
        if (otherPictures.has(extension))
            return say(extension, 'Apple does not take such pictures', 'a PNG or a JPEG');
        findings.leftAlone.push(`${where} is not handled`);
        return undefined;
    }
    const bytes = await (0,promises_.readFile)(path);
    let picture;
    try {
        picture = readPicture(bytes);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        return say(`${bytes.length} bytes`, error.message, 'a PNG or a JPEG');
    }
    const { width, height } = picture;
    if (picture.format !== format)
        return say(picture.format.toUpperCase(), `its name says ${extension}`, 'a name that fits');
    if (picture.hasAlpha)
        say('alpha', 'parts of it can be seen through', 'a picture without an alpha channel');
    const displayType = findDisplayType({ width, height, path: where, isMessages });
    if (displayType === undefined)
        return say(`${width} x ${height}`, 'no display has this size', `such as ${tellNearestSize(width, height)}`);
    return {
        name,
        where,
        displayType,
        size: bytes.length,
        checksum: (0,external_node_crypto_.createHash)('md5').update(bytes).digest('hex'),
        read: async (offset, length) => readBytes(path, offset, length),
    };
}
function checkSet(where, pictures, { problems }) {
    if (pictures.length > mostInSet) {
        problems.push({
            name: where,
            value: `${pictures.length} pictures`,
            reason: 'it is more than a set holds',
            valid: `at most ${mostInSet}`,
        });
    }
    for (const [index, { where: path, checksum, name }] of pictures.entries()) {
        const first = pictures.slice(0, index).find((one) => one.checksum === checksum);
        if (first === undefined)
            continue;
        problems.push({
            name: path,
            value: name,
            reason: `it is the same picture as ${first.name}`,
            valid: 'each picture once in a set',
        });
    }
}
/** Not kept in memory: there may be hundreds. */
async function readBytes(path, offset, length) {
    const file = await (0,promises_.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
        if (bytesRead !== length)
            throw new SyntaxError('it became shorter while it was read');
        return buffer;
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ./actions/store-upload/messages.js
var store_upload_messages = __webpack_require__(9629);
;// CONCATENATED MODULE: ./actions/store-upload/listing.js











/**
 * Reads the folders of texts and screenshots, and says everything that is wrong with them at once.
 * @returns undefined where nothing was asked for
 * @throws ConfigurationError (`listing-unfit`, `listing-unused`)
 */
async function readListing(context) {
    const { metadata, screenshots, usesIdfa, destination, releaseNotes } = context.inputs;
    const given = Object.entries({ metadata, screenshots, 'uses-idfa': usesIdfa }).filter(([, value]) => value !== undefined);
    if (given.length === 0)
        return undefined;
    if (destination !== 'app-store')
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['listing-unused'](given.map(([name]) => `"${name}"`).join(' and ')));
    const findings = { problems: [], leftAlone: [] };
    const open = (input, shown) => findFolder(context, input, shown, findings);
    const [textsIn, picturesIn] = [open('metadata', metadata), open('screenshots', screenshots)];
    const texts = textsIn === undefined ? undefined : readTexts(textsIn, metadata ?? '', findings);
    const sets = picturesIn === undefined ? [] : await readPictures(picturesIn, screenshots ?? '', findings);
    const password = texts?.review['demoAccountPassword'];
    if (password !== undefined)
        context.vault.add('review_information/demo_password.txt', password);
    findings.problems.push(...findDoubles(texts?.version ?? {}, releaseNotes, metadata ?? ''));
    if (findings.problems.length > 0)
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['listing-unfit'](findings.problems.length), findings.problems);
    noteLeftAlone(context, findings.leftAlone);
    const contact = Object.keys(texts?.review ?? {}).length === 0 ? undefined : texts?.review;
    return {
        version: texts?.version ?? {},
        app: texts?.app ?? {},
        details: {
            ...(texts?.copyright === undefined ? {} : { copyright: texts.copyright }),
            ...(usesIdfa === undefined ? {} : { usesIdfa: usesIdfa === 'true' }),
            ...(contact === undefined ? {} : { contact }),
        },
        sets,
    };
}
function findFolder({ inputs }, input, shown, { problems }) {
    if (shown === undefined)
        return undefined;
    const path = (0,external_node_path_.resolve)(inputs.workingDirectory, shown);
    if ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true)
        return path;
    const valid = 'a folder, relative to the working directory';
    problems.push({ name: input, value: shown, reason: 'there is no such folder', valid });
    return undefined;
}
/** Nobody knows which of two texts is meant. */
function findDoubles(texts, notes, shown) {
    return Object.keys(notes)
        .filter((locale) => texts[locale]?.['whatsNew'] !== undefined)
        .map((locale) => ({
        name: `${shown}/${locale}/release_notes.txt`,
        value: locale,
        reason: 'the input "release-notes" has a text of this language, too',
        valid: 'one of them',
    }));
}
const mostNamed = 10;
function noteLeftAlone({ annotations, log }, leftAlone) {
    if (leftAlone.length === 0)
        return;
    for (const one of leftAlone)
        log.info(one);
    const more = leftAlone.length > mostNamed ? `; and ${leftAlone.length - mostNamed} more` : '';
    const { text, cure, id } = store_upload_messages/* messages */.D['listing-left-alone'](`${leftAlone.slice(0, mostNamed).join('; ')}${more}`);
    annotations.add({ level: 'notice', message: `${text} ${cure} [${id}]` });
}
/**
 * What would be written, and nothing else.
 * @param isCopied whether the version is that which the asked one will begin as: Apple copies everything but what is new
 * @throws ConfigurationError (`listing-unfit`) for a language that would be added and lacks what Apple asks for; VendorError
 */
async function compareListing(connect, { appId, versionId }, listing, isCopied) {
    const texts = await compareTexts(connect, versionTexts, versionId, listing.version);
    const appTexts = await compareAppTexts(connect, appId, listing.app);
    const problems = findIncomplete(listing, texts, appTexts);
    if (problems.length > 0)
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['listing-unfit'](problems.length), problems);
    const details = await compareDetails(connect, versionId, listing.details);
    const sets = await compareScreenshots(connect, versionId, listing.sets);
    return listing_tell({ texts: isCopied ? addNews(texts, listing.version) : texts, appTexts, details, sets });
}
function addNews(changes, wanted) {
    const withNews = Object.keys(wanted).filter((locale) => wanted[locale]?.['whatsNew'] !== undefined);
    const kept = changes.map((one) => withNews.includes(one.locale) && !one.fields.includes('whatsNew')
        ? { ...one, fields: [...one.fields, 'whatsNew'] }
        : one);
    const added = withNews.filter((locale) => !changes.some((one) => one.locale === locale));
    return [...kept, ...added.map((locale) => ({ locale, fields: ['whatsNew'], isNew: false }))];
}
/** A language without these keeps the whole version from being reviewed. */
function findIncomplete({ version, app, sets }, texts, appTexts) {
    const lack = (locale, file) => ({
        name: locale,
        value: `no ${file}`,
        reason: 'App Store Connect does not have this language yet, and it cannot be reviewed without that',
        valid: `${locale}/${file}`,
    });
    return [
        ...texts
            .filter(({ isNew, locale }) => isNew && version[locale]?.['description'] === undefined)
            .map(({ locale }) => lack(locale, 'description.txt')),
        ...appTexts
            .filter(({ isNew, locale }) => isNew && app[locale]?.['name'] === undefined)
            .map(({ locale }) => lack(locale, 'name.txt')),
        ...texts
            .filter(({ isNew, locale }) => isNew && sets.length > 0 && !sets.some((set) => set.locale === locale))
            .map(({ locale }) => lack(locale, 'screenshots')),
    ];
}
/**
 * Writes what differs, and reads it back.
 * @returns what was written
 * @throws ConfigurationError (`app-store-screenshots-refused`, `app-store-language-missing`), VendorError
 */
async function writeListing(connect, { appId, versionId }, { version, app, details, sets }) {
    // Fastlane found that Apple wants the version first.
    const written = await writeDetails(connect, versionId, details);
    const texts = await writeTexts(connect, versionTexts, versionId, version);
    const appTexts = await writeAppTexts(connect, appId, app);
    return listing_tell({ details: written, texts, appTexts, sets: await writeScreenshots(connect, versionId, sets) });
}
/**
 * Writes what may be changed at all times, in languages that are there:
 * https://developer.apple.com/help/app-store-connect/reference/required-localizable-and-editable-properties
 * @throws VendorError
 */
async function writePromotions(connect, { versionId }, { version }) {
    const wanted = pickFields(version, (name) => name === 'promotionalText');
    const changes = await compareTexts(connect, versionTexts, versionId, wanted);
    const there = changes.filter(({ isNew }) => !isNew).map(({ locale }) => [locale, wanted[locale] ?? {}]);
    const texts = await writeTexts(connect, versionTexts, versionId, Object.fromEntries(there));
    return listing_tell({ texts, appTexts: [], details: [], sets: [] });
}
/** Apple takes no news for a version that is the first. */
function leaveOutNews(listing) {
    return { ...listing, version: pickFields(listing.version, (name) => name !== 'whatsNew') };
}
function pickFields(texts, isWanted) {
    const picked = Object.entries(texts).map(([locale, one]) => [locale, Object.entries(one).filter(([name]) => isWanted(name))]);
    return Object.fromEntries(picked.filter(([, fields]) => fields.length > 0).map(([locale, fields]) => [locale, Object.fromEntries(fields)]));
}
function listing_tell({ texts, appTexts, details, sets }) {
    const tellTexts = ({ locale, fields, isNew }, of) => ({
        where: `${locale}, ${of}`,
        what: `${isNew ? 'a new language: ' : ''}${fields.map(tellFile).join(', ')}`,
    });
    return [
        ...(details.length === 0 ? [] : [{ where: 'version and reviewers', what: details.map(tellFile).join(', ') }]),
        ...texts.map((one) => tellTexts(one, 'the version')),
        ...appTexts.map((one) => tellTexts(one, 'the app')),
        ...sets.map(({ locale, displayType, sent, removed, reordered }) => ({
            where: `${locale}, ${displayType}`,
            what: [
                ...(sent > 0 ? [`${sent} new`] : []),
                ...(removed > 0 ? [`${removed} removed`] : []),
                ...(reordered ? ['another order'] : []),
            ].join(', '),
        })),
    ];
}

;// CONCATENATED MODULE: ./actions/store-upload/app-store.js










/**
 * Whether the version can be prepared, before a build of it is sent.
 * @returns whether a lane has nothing left to do: it is in a submission, or further, with this very build
 * @throws ConfigurationError (`version-not-open`, `app-store-move-refused`), VendorError
 */
async function checkVersion({ connect, appId, version, number }) {
    const { version: found } = await findVersion(connect, { appId, version });
    if (found === undefined || versions.editableStates.has(found.state))
        return false;
    if (found.build?.number === number)
        return true;
    throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['version-not-open'](version, (0,versions.tellVersion)(found)));
}
/**
 * What of texts and screenshots would be written, before a build is sent.
 * @throws ConfigurationError (`listing-unfit`), VendorError
 */
async function checkListing({ connect, appId, version, listing }) {
    if (listing === undefined)
        return [];
    const { base, isFirst } = await findVersion(connect, { appId, version });
    if (base === undefined)
        return [{ where: 'everything', what: 'the app has no version yet' }];
    const wanted = isFirst ? leaveOutNews(listing) : listing;
    return compareListing(connect, { appId, versionId: base.id }, wanted, versions.outStates.has(base.state));
}
/** Handed in, or about to be: the only states in which a submission is made or gone on with. */
const openForReview = new Set([...versions.editableStates, 'READY_FOR_REVIEW', ...versions.inReviewStates]);
/**
 * Prepares the version and puts it before Apple's reviewers. Each step looks first, so that a run that was stopped is gone on
 * with; what can still be set of a version that was submitted is set as asked for.
 * @throws ConfigurationError, VendorError
 */
async function submitToAppStore(wish, build) {
    const { connect, appId, notes, releaseType, phased, submit } = wish;
    const { state: version, isFirst } = await prepareVersion(connect, { appId, version: wish.version });
    const isEditable = versions.editableStates.has(version.state);
    if (!isEditable && version.build?.id !== build.id)
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['version-not-open'](wish.version, (0,versions.tellVersion)(version)));
    const of = { appId, versionId: version.id };
    const listed = await app_store_list(wish, version, isFirst);
    if (versions.outStates.has(version.state))
        return { version, leftOut: [], ...listed };
    if (isEditable && !isFirst)
        await setReleaseNotes(connect, version.id, notes);
    await (0,release/* setReleaseType */.W)(connect, version.id, { releaseType });
    if (phased && !isFirst)
        await (0,phased_release.createPhasedRelease)(connect, of);
    if (isEditable)
        await (0,release/* attachBuild */.a)(connect, version.id, build.id);
    if (submit && openForReview.has(version.state))
        await submitForReview(connect, of);
    const leftOut = [
        ...(isFirst && (Object.keys(notes).length > 0 || hasNews(wish.listing)) ? ['what is new'] : []),
        ...(isFirst && phased ? ['the phased release'] : []),
    ];
    return { version: await (0,versions.readVersion)(connect, version.id), leftOut, ...listed };
}
function hasNews(listing) {
    return Object.values(listing?.version ?? {}).some(({ whatsNew }) => whatsNew !== undefined);
}
/** Texts and screenshots. Of a version that was submitted only the promotional texts can be written, and the rest is told. */
async function app_store_list({ connect, appId, listing }, { id: versionId, state }, isFirst) {
    if (listing === undefined)
        return { listed: [], tooLate: [] };
    const wanted = isFirst ? leaveOutNews(listing) : listing;
    const of = { appId, versionId };
    if (versions.editableStates.has(state))
        return { listed: await writeListing(connect, of, wanted), tooLate: [] };
    const listed = state === 'REPLACED_WITH_NEW_VERSION' ? [] : await writePromotions(connect, of, wanted);
    return { listed, tooLate: await compareListing(connect, of, wanted, false) };
}
/**
 * A lane that failed may have left out what cannot be seen from here, such as screenshots. It counts only where it came as far as
 * handing the version in, which is the last thing that Fastlane does.
 * @throws VendorError (`lane-failed`)
 */
async function checkLane({ connect, appId, version, number }, failed) {
    const { version: found } = await findVersion(connect, { appId, version });
    if (found !== undefined && !versions.editableStates.has(found.state) && found.build?.number === number)
        return;
    const seen = found === undefined ? 'it is not there' : (0,versions.tellVersion)(found);
    const note = store_upload_messages/* messages */.D['lane-failed'](version, (0,exec/* describeEnd */.l)(failed.end), (0,store_upload_fastlane/* tellReason */.WJ)(failed), seen);
    throw new kit_errors/* VendorError */.Hi(note, { vendor: 'App Store Connect', operation: 'lane', attempts: 1, ambiguous: false });
}

;// CONCATENATED MODULE: ./actions/store-upload/preflight-ios.js
/** https://developer.apple.com/documentation/bundleresources/information-property-list/cfbundleversion */
const NUMBERS = /^\d+(\.\d+){0,2}$/;
const longestNumber = 18;
/** What Apple refuses, mostly an hour after the upload, and what would go to the wrong place. First things first. */
const RULES = [
    { name: 'bundle id', find: ({ app }, { bundleId }) => compare(app.bundleId, bundleId) },
    { name: 'version', find: ({ app }, { version }) => compare(app.version, version) },
    { name: 'build', find: ({ app }, { build }) => compare(app.build, build) },
    { name: 'version', find: ({ app }) => checkNumber(app.version, '2.15.3') },
    { name: 'build', find: ({ app }) => checkNumber(app.build, '20250114.1') },
    {
        name: 'signature',
        find: ({ app, watchApps, extensions }) => [app, ...watchApps, ...extensions]
            .filter(({ signature }) => signature?.signer === undefined)
            .map(({ path, signature }) => ({
            where: path,
            value: signature === undefined ? 'none' : 'of nobody (ad hoc)',
            reason: 'nobody has signed it',
            valid: 'the signature of an Apple Distribution certificate',
        })),
    },
    {
        name: 'provisioning profile',
        find: ({ app }) => app.profile !== undefined
            ? []
            : [{ value: 'none', reason: 'it has no embedded.mobileprovision', valid: 'an App Store profile' }],
    },
    {
        name: 'provisioning profile',
        find: ({ app, watchApps, extensions }) => [app, ...watchApps, ...extensions].flatMap(({ path, profile }) => profile === undefined || profile.distribution === 'app-store'
            ? []
            : [
                {
                    where: path,
                    value: `${profile.name} (${profile.distribution})`,
                    reason: 'it was exported for another way of distribution',
                    valid: 'an App Store profile: exportOptions.plist with method app-store-connect',
                },
            ]),
    },
    {
        name: 'provisioning profile',
        find: ({ app, watchApps, extensions }, _expected, now) => [app, ...watchApps, ...extensions].flatMap(({ path, profile }) => profile?.expires === undefined || Date.parse(profile.expires) > now
            ? []
            : [
                {
                    where: path,
                    value: `${profile.name}, ${profile.expires}`,
                    reason: 'it has expired',
                    valid: 'a profile of today',
                },
            ]),
    },
    {
        name: 'entitlement get-task-allow',
        find: ({ app }) => app.signature?.entitlements['get-task-allow'] === true
            ? [{ value: 'true', reason: 'a debugger may attach to it', valid: 'a Release build' }]
            : [],
    },
    {
        name: 'platform',
        find: ({ app, watchApps }) => [app, ...watchApps].flatMap(({ path, slices }) => slices
            .filter(({ platform }) => platform?.endsWith('-simulator') === true)
            .map(({ platform = '', architecture }) => ({
            where: path,
            value: `${architecture} for ${platform}`,
            reason: 'it was built for a simulator',
            valid: 'a build for devices',
        }))),
    },
    {
        // Apple answers 90379 for watch apps, and a mail for extensions.
        name: 'version',
        find: ({ app, watchApps, extensions }) => [...watchApps, ...extensions]
            .filter(({ version, build }) => version !== app.version || build !== app.build)
            .map(({ path, version, build }) => ({
            where: path,
            value: `${version} (${build})`,
            reason: 'it differs from that of the app around it',
            valid: `${app.version} (${app.build})`,
        })),
    },
    {
        name: 'companion of the watch app',
        find: ({ app, watchApps }) => watchApps
            .filter(({ companion }) => companion !== undefined && companion !== app.bundleId)
            .map(({ path, companion = '' }) => ({
            where: path,
            value: companion,
            reason: 'its WKCompanionAppBundleIdentifier names another app',
            valid: app.bundleId,
        })),
    },
];
/** Everything that is wrong with an artifact, so that nobody mends it one build at a time. @param now ms since 1970 */
function findProblems(ipa, expected, now) {
    return RULES.flatMap(({ name, find }) => find(ipa, expected, now).map(({ where, value, reason, valid }) => ({
        name: where === undefined || where === ipa.app.path ? name : `${name} of ${where}`,
        value,
        reason,
        valid,
    })));
}
function compare(found, expected) {
    if (expected === undefined || found === expected)
        return [];
    return [{ value: found, reason: 'the workflow says another one', valid: expected }];
}
function checkNumber(value, example) {
    if (NUMBERS.test(value) && value.length <= longestNumber)
        return [];
    return [
        {
            value,
            reason: 'Apple does not take it',
            valid: `one to three numbers with dots between, at most ${longestNumber} characters, such as ${example}`,
        },
    ];
}

// EXTERNAL MODULE: ./actions/store-upload/rollout.js
var store_upload_rollout = __webpack_require__(4120);
;// CONCATENATED MODULE: ./src/vendors/app-store-connect/build-uploads.js











const uploadAttributes = (0,shapes/* record */.g1)({
    cfBundleVersion: (0,shapes/* text */.Qq)(100),
    state: (0,shapes/* record */.g1)({ state: documents/* word */.Vm, errors: findings, warnings: findings }, 'ignored'),
}, 'ignored');
const fileAttributes = (0,shapes/* record */.g1)({
    assetType: documents/* word */.Vm,
    fileSize: (0,shapes/* number */.ai)('whole', 0, Number.MAX_SAFE_INTEGER),
    assetDeliveryState: (0,shapes/* optional */.lq)((0,shapes/* record */.g1)({ state: documents/* word */.Vm, errors: findings }, 'ignored')),
    uploadOperations: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)(partShape)),
}, 'ignored');
/** How often a file that did not arrive whole is sent from its beginning. */
const build_uploads_mostRounds = 3;
const build_uploads_pauseMs = 5_000;
const arrivedWithinMs = 5 * 60_000;
/**
 * Sends a file in parts, by the Build Upload API, which any system can do: https://developer.apple.com/documentation/appstoreconnectapi/build-uploads
 * What a run before has begun is gone on with: parts that arrived are not sent again, and a file that arrived is not sent at all.
 * @returns the upload, which Apple looks into from now on: `waitForUpload`
 * @throws VendorError (`app-store-upload-incomplete`), AppStoreRefusal for a number that was used
 */
async function sendBuild(connect, build, file) {
    let said = '';
    for (let round = 1; round <= build_uploads_mostRounds; round += 1) {
        const upload = await begin(connect, build);
        if (upload.state !== 'AWAITING_UPLOAD')
            return upload;
        const outcome = await sendFile(connect, upload, file);
        if ('upload' in outcome)
            return outcome.upload;
        said = outcome.said;
        connect.log.info(`${refusals/* vendor */.Vp}: the file did not arrive whole (${said}); it is sent again from its beginning`);
        await discard(connect, upload);
    }
    const name = `${build.version} (${build.number})`;
    const details = { vendor: refusals/* vendor */.Vp, operation: 'send the build', attempts: build_uploads_mostRounds, ambiguous: false };
    throw new kit_errors/* VendorError */.Hi(messages/* appStoreMessages */.J['app-store-upload-incomplete'](name, said), details);
}
/** The newest upload of this build that has not failed; undefined where there is none. @throws VendorError */
async function findUpload(connect, { appId, version, number: build, platform }) {
    const question = {
        operation: 'find the upload of the build',
        path: (0,client/* path */.A) `/v1/apps/${appId}/buildUploads`,
        query: {
            'filter[cfBundleShortVersionString]': version,
            'filter[cfBundleVersion]': build,
            'filter[platform]': platform,
            'filter[state]': 'AWAITING_UPLOAD,PROCESSING,COMPLETE',
            sort: '-uploadedDate',
        },
    };
    const found = await (0,client/* readAll */.y)(connect, question, (0,documents/* many */._d)('buildUploads', uploadAttributes, toUpload));
    const order = ['COMPLETE', 'PROCESSING', 'AWAITING_UPLOAD'];
    return order.flatMap((state) => found.filter((upload) => upload.state === state))[0];
}
/** @throws VendorError */
async function readUpload(connect, uploadId) {
    const question = { operation: 'read the upload', path: (0,client/* path */.A) `/v1/buildUploads/${uploadId}` };
    return connect.read(question, (0,documents/* one */.xH)('buildUploads', uploadAttributes, toUpload));
}
/**
 * Waits until Apple has looked into the file. It may have failed: `errors` says why.
 * @throws VendorError (`app-store-wait-ended`) at the limit
 */
async function waitForUpload(connect, uploadId, limitMs) {
    const name = 'Apple to look into the file';
    return (0,moves/* waitFor */.fm)(connect, {
        name,
        look: async () => readUpload(connect, uploadId),
        isDone: ({ state }) => state === 'COMPLETE' || state === 'FAILED',
        tell: ({ state }) => `the upload is ${state}`,
        limitMs,
        pauseMs: 15_000,
        giveUp: (seen) => messages/* appStoreMessages */.J['app-store-wait-ended'](name, (0,duration/* formatDuration */.a)(limitMs), seen),
    });
}
/**
 * Waits until an upload that is complete is listed as a build, which is a little later.
 * @throws VendorError (`app-store-wait-ended`) at the limit
 */
async function waitUntilListed(connect, build, limitMs) {
    const name = 'the upload to be listed as a build';
    const listed = await (0,moves/* waitFor */.fm)(connect, {
        name,
        look: async () => (await (0,builds.findBuilds)(connect, build)).find(({ platform }) => platform === build.platform),
        isDone: (found) => found !== undefined,
        tell: (found) => (found === undefined ? 'no such build' : (0,builds/* tellBuild */.a9)(found)),
        limitMs,
        pauseMs: 10_000,
        giveUp: (seen) => messages/* appStoreMessages */.J['app-store-wait-ended'](name, (0,duration/* formatDuration */.a)(limitMs), seen),
    });
    if (listed === undefined)
        throw new Error('a build that was listed is not there');
    return listed;
}
function toUpload({ id, attributes: { state } }) {
    return { id, state: state.state, errors: toFindings(state.errors), warnings: toFindings(state.warnings) };
}
/** The upload that is there, or a new one. */
async function begin(connect, build) {
    const { appId, version, number: bundleVersion, platform } = build;
    return make(connect, async () => findUpload(connect, build), {
        operation: 'announce the build',
        path: (0,client/* path */.A) `/v1/buildUploads`,
        data: {
            type: 'buildUploads',
            attributes: { cfBundleShortVersionString: version, cfBundleVersion: bundleVersion, platform },
            relationships: { app: { data: { type: 'apps', id: appId } } },
        },
    });
}
async function sendFile(connect, upload, file) {
    const look = async () => findFile(connect, upload.id);
    const announced = await make(connect, look, {
        operation: 'announce the file',
        path: (0,client/* path */.A) `/v1/buildUploadFiles`,
        data: {
            type: 'buildUploadFiles',
            attributes: { assetType: 'ASSET', fileName: file.name, fileSize: file.size, uti: 'com.apple.ipa' },
            relationships: { buildUpload: { data: { type: 'buildUploads', id: upload.id } } },
        },
    });
    if (announced.size !== file.size)
        return { said: `another file of ${announced.size} bytes was announced before` };
    if (announced.state === 'AWAITING_UPLOAD') {
        const failure = await sendParts(connect, announced.parts, file);
        if (failure !== undefined)
            return { said: failure };
        await say(connect, announced.id);
    }
    return await readArrival(connect, upload.id);
}
async function findFile(connect, uploadId) {
    const question = {
        operation: 'read the file of the upload',
        path: (0,client/* path */.A) `/v1/buildUploads/${uploadId}/buildUploadFiles`,
    };
    const files = await (0,client/* readAll */.y)(connect, question, (0,documents/* many */._d)('buildUploadFiles', fileAttributes, toFile));
    return files.find(({ isAsset }) => isAsset);
}
function toFile({ id, attributes: read, }) {
    return {
        id,
        isAsset: read.assetType === 'ASSET',
        size: read.fileSize,
        state: read.assetDeliveryState?.state ?? 'AWAITING_UPLOAD',
        errors: toFindings(read.assetDeliveryState?.errors),
        parts: read.uploadOperations ?? [],
    };
}
/** Says that all is sent. Whether that is so, the world says. */
async function say(connect, fileId) {
    try {
        await connect.command({
            operation: 'say that the file is sent',
            method: 'PATCH',
            path: (0,client/* path */.A) `/v1/buildUploadFiles/${fileId}`,
            data: { type: 'buildUploadFiles', id: fileId, attributes: { uploaded: true } },
        });
    }
    catch (error) {
        if (!(error instanceof kit_errors/* VendorError */.Hi))
            throw error;
        if (!error.details.ambiguous && !(error instanceof refusals/* AppStoreRefusal */.DC))
            throw error;
    }
}
async function readArrival(connect, uploadId) {
    const name = 'the file to have arrived';
    const seen = await (0,moves/* waitFor */.fm)(connect, {
        name,
        look: async () => ({ upload: await readUpload(connect, uploadId), file: await findFile(connect, uploadId) }),
        isDone: ({ upload, file }) => upload.state !== 'AWAITING_UPLOAD' || file?.state === 'FAILED',
        tell: ({ upload, file }) => `the upload is ${upload.state}, its file ${file?.state ?? 'not there'}`,
        limitMs: arrivedWithinMs,
        pauseMs: build_uploads_pauseMs,
        giveUp: (told) => messages/* appStoreMessages */.J['app-store-wait-ended'](name, (0,duration/* formatDuration */.a)(arrivedWithinMs), told),
    });
    if (seen.file?.state !== 'FAILED')
        return { upload: seen.upload };
    return { said: seen.file.errors.map(({ code, description }) => `${code} ${description}`).join('; ') };
}
/** An upload that cannot be gone on with. One that failed cannot be deleted, and need not be. */
async function discard(connect, { id }) {
    try {
        await connect.command({ operation: 'delete the upload', method: 'DELETE', path: (0,client/* path */.A) `/v1/buildUploads/${id}` });
    }
    catch (error) {
        if (!(error instanceof kit_errors/* VendorError */.Hi))
            throw error;
        if (!error.details.ambiguous && !(error instanceof refusals/* AppStoreRefusal */.DC))
            throw error;
    }
}

;// CONCATENATED MODULE: ./actions/store-upload/testflight.js









/**
 * Sends the build unless App Store Connect has it, and waits until it can be tested.
 * @throws ConfigurationError (`number-used-otherwise`, `apple-found-errors`, `build-invalid`), VendorError
 */
async function deliver(delivery) {
    const { connect, build } = delivery;
    const there = await findOurs(connect, build);
    const sent = await provide(delivery, there);
    const processed = await (0,builds/* waitForProcessing */.qE)(connect, sent.id, delivery.processingMs);
    if (processed.processing !== 'VALID')
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['build-invalid'](testflight_name(build), processed.processing));
    return { ...sent, build: processed, uploaded: there === undefined };
}
function testflight_name({ version, number }) {
    return `${version} (${number})`;
}
async function provide(delivery, there) {
    if (delivery.lane !== undefined)
        return await sendByLane(delivery, delivery.lane);
    return there === undefined ? await testflight_send(delivery) : { id: there.id, warnings: [] };
}
/** Between looks for the build of a lane that failed: it may be there all the same. */
const lookMs = [0, 10_000, 30_000];
/** However the lane ends, the build has to be there. */
async function sendByLane({ connect, build, processingMs }, lane) {
    const outcome = await lane();
    const end = (0,exec/* describeEnd */.l)(outcome.end);
    if (outcome.end.kind === 'exited' && outcome.end.code === 0)
        return { id: (await waitUntilListed(connect, build, processingMs)).id, warnings: [] };
    for (const pause of lookMs) {
        if (pause > 0)
            await connect.sleep(pause);
        const found = await findOurs(connect, build);
        if (found === undefined)
            continue;
        connect.log.info(`Fastlane ended with ${end}, and the build is there all the same`);
        return { id: found.id, warnings: [], failed: outcome };
    }
    const note = store_upload_messages/* messages */.D['build-not-shown'](testflight_name(build), end, (0,store_upload_fastlane/* tellReason */.WJ)(outcome));
    throw new kit_errors/* VendorError */.Hi(note, { vendor: 'App Store Connect', operation: 'upload', attempts: 1, ambiguous: false });
}
/** The build with this number; undefined where the number is free. @throws ConfigurationError where it is spoilt */
async function findOurs(connect, build) {
    const found = (await (0,builds.findBuilds)(connect, build)).find(({ platform }) => platform === null || platform === build.platform);
    if (found === undefined)
        return undefined;
    if (found.expired || found.processing === 'INVALID' || found.processing === 'FAILED')
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['number-used-otherwise'](testflight_name(build), (0,builds/* tellBuild */.a9)(found)));
    return found;
}
async function testflight_send(delivery) {
    const { connect, build, path, size, processingMs } = delivery;
    const file = await (0,promises_.open)(path);
    let upload;
    try {
        upload = await sendBuild(connect, build, {
            name: (0,external_node_path_.basename)(path),
            size,
            read: async (offset, length) => {
                const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
                if (bytesRead !== length)
                    throw new SyntaxError('it became shorter while it was read');
                return buffer;
            },
        });
    }
    finally {
        await file.close();
    }
    const { state, errors, warnings } = await waitForUpload(connect, upload.id, processingMs);
    if (state === 'FAILED')
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['apple-found-errors'](testflight_name(build), tellFindings(errors)));
    return { id: (await waitUntilListed(connect, build, processingMs)).id, warnings };
}
function tellFindings(findings) {
    return findings.map(({ code, description }) => `${description} [${code}]`).join('; ');
}
/** Says what there is to say of a build, then gives it to its testers. @throws ConfigurationError, VendorError */
async function handToTesters(delivery, build, testing) {
    const { connect } = delivery;
    const { groups, whatToTest, locale, usesNonExemptEncryption } = testing;
    if (usesNonExemptEncryption !== undefined && build.usesNonExemptEncryption === null)
        await setExportCompliance(connect, build.id, usesNonExemptEncryption);
    if (whatToTest !== undefined)
        await setWhatToTest(connect, build.id, locale, whatToTest);
    if (groups.length === 0)
        return build;
    const { state } = await addToGroups(connect, { appId: delivery.build.appId, buildId: build.id }, groups);
    const external = state.some(({ name: group, internal }) => groups.includes(group) && !internal);
    return external ? (await submitForBetaReview(connect, build.id)).state : build;
}

;// CONCATENATED MODULE: ./actions/store-upload/ios.js
















/** An .ipa to TestFlight, and from there to Apple's reviewers where that is asked for. */
async function uploadIos(context, given) {
    const { inputs, log, outputs: out } = context;
    const key = (0,key_inputs/* readKeyInputs */.h)(inputs);
    if (typeof key === 'string')
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['input-missing'](key, '.ipa'));
    const ipa = await log.group('Preflight', async () => preflight(context, given));
    const listing = await readListing(context);
    const { bundleId, version, build: number } = ipa.app;
    out.set({ 'bundle-id': bundleId, version, build: number });
    const connect = (0,app_store_connect_open/* openAppStoreConnect */.F)(context, key);
    // Everything that can be wrong is asked for before a byte is sent.
    const app = await (0,versions.findApp)(connect, bundleId);
    const rollout = (0,store_upload_rollout/* planRollout */.ne)(context, version, [{ store: 'app-store', bundleId, appId: app.id, build: number }]);
    await findGroups(connect, app.id, inputs.groups);
    const build = { appId: app.id, version, number, platform: 'IOS' };
    const processingMs = inputs.processingMinutes * 60_000;
    const wish = inputs.destination === 'app-store' ? makeWish(context, connect, build, listing) : undefined;
    const there = await findOurs(connect, build);
    const isDone = wish === undefined ? there !== undefined : await checkVersion(wish);
    const changes = wish === undefined ? [] : await checkListing(wish);
    const lane = inputs.lane === undefined || isDone ? undefined : makeLane(context, inputs.lane, given.path, key);
    const delivery = { connect, build, path: given.path, size: ipa.bytes, processingMs, lane };
    if (inputs.dryRun) {
        describeDryRun(context, ipa, { appName: app.name, there, changes });
        await (0,store_upload_rollout/* openRollout */.WV)(context, rollout);
        return;
    }
    const delivered = await log.group('Upload to App Store Connect', async () => deliver(delivery));
    out.set({ uploaded: delivered.uploaded, 'build-id': delivered.build.id });
    warn(context, `${version} (${number})`, delivered);
    const { groups, whatToTest, locale, usesNonExemptEncryption: answer } = inputs;
    // Apple reads it in the app, too; where it has not, it is told.
    const usesNonExemptEncryption = answer === undefined ? ipa.app.usesNonExemptEncryption : answer === 'true';
    const testing = { groups, whatToTest, locale, usesNonExemptEncryption };
    const handed = await log.group('TestFlight', async () => handToTesters(delivery, delivered.build, testing));
    const store = wish === undefined
        ? undefined
        : await log.group('App Store', async () => {
            if (delivered.failed !== undefined)
                await checkLane(wish, delivered.failed);
            return submitToAppStore(wish, handed);
        });
    if (store !== undefined)
        note(context, store);
    describe(context, ipa, app.name, delivered, handed, store);
    await (0,store_upload_rollout/* openRollout */.WV)(context, rollout);
}
function makeWish({ inputs }, connect, build, listing) {
    return {
        connect,
        appId: build.appId,
        version: build.version,
        number: build.number,
        notes: inputs.releaseNotes,
        releaseType: inputs.release === 'manual' ? 'MANUAL' : 'AFTER_APPROVAL',
        phased: inputs.phasedRelease,
        submit: inputs.submitForReview,
        listing,
    };
}
/** @throws ConfigurationError (`fastlane-missing`) at once, and not after an hour */
function makeLane(context, lane, path, key) {
    const { environment, temp, exec, inputs, workspace } = context;
    const fastlane = (0,store_upload_fastlane/* findFastlane */.WH)(environment, inputs.workingDirectory, workspace);
    const keyFile = {
        key_id: key.keyId,
        ...(key.issuerId === undefined ? {} : { issuer_id: key.issuerId }),
        key: key.privateKey,
    };
    return () => (0,store_upload_fastlane/* runLane */.i8)({
        environment,
        temp,
        exec,
        fastlane,
        lane,
        folder: inputs.workingDirectory,
        passEnv: inputs.passEnv,
        timeoutMs: inputs.uploadMinutes * 60_000,
        variables: {
            APP_STORE_CONNECT_API_KEY_PATH: temp.write('app-store-connect-key.json', JSON.stringify(keyFile)),
            SLIPWAY_ARTIFACT: path,
        },
    });
}
function note({ annotations, log }, { version, leftOut, tooLate }) {
    if (leftOut.length > 0) {
        const { text, cure, id } = store_upload_messages/* messages */.D['first-version'](leftOut.join(' and '));
        annotations.add({ level: 'notice', message: `${text} ${cure} [${id}]` });
        log.info(text);
    }
    if (tooLate.length === 0)
        return;
    const changes = tooLate.map(({ where, what }) => `${where} (${what})`).join('; ');
    const { text, cure, id } = store_upload_messages/* messages */.D['listing-too-late']((0,versions.tellVersion)(version), changes);
    annotations.add({ level: 'warning', message: `${text} ${cure} [${id}]` });
    log.info(`${text}\n   \u2192 ${cure}`);
}
async function preflight(context, given) {
    const { inputs, log, clock } = context;
    const ipa = await openArtifact(given);
    const { app } = ipa;
    log.info(`${given.name}: ${app.bundleId} ${app.version} (${app.build}), ${(0,duration/* formatBytes */.z)(ipa.bytes)}`);
    const problems = findProblems(ipa, inputs, clock.now());
    if (problems.length > 0)
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['artifact-unfit'](given.name, problems.length), problems);
    if (app.usesNonExemptEncryption !== undefined || inputs.usesNonExemptEncryption !== undefined)
        return ipa;
    const undeclared = store_upload_messages/* messages */.D['encryption-undeclared'](given.name);
    const isNeeded = inputs.groups.length > 0 || inputs.destination === 'app-store';
    if (isNeeded)
        throw new kit_errors/* ConfigurationError */.j1(undeclared);
    context.annotations.add({ level: 'warning', message: `${undeclared.text} ${undeclared.cure} [${undeclared.id}]` });
    return ipa;
}
async function openArtifact({ path, name }) {
    try {
        return await readIpa(path);
    }
    catch (error) {
        if (!(error instanceof SyntaxError) && !(0,kit_errors/* isSystemError */.Or)(error))
            throw error;
        const reason = error instanceof SyntaxError ? error.message : (0,kit_errors/* describeError */.Uc)(error);
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['artifact-unreadable'](name, reason), [], { cause: error });
    }
}
function warn({ annotations, log }, build, { warnings }) {
    if (warnings.length === 0)
        return;
    const { text, cure, id } = store_upload_messages/* messages */.D['apple-found-warnings'](build, tellFindings(warnings));
    annotations.add({ level: 'warning', message: `${text} ${cure} [${id}]` });
    log.info(`${text}\n   \u2192 ${cure}`);
}
function describeDryRun({ log, summary }, ipa, { appName, there, changes }) {
    const name = `${ipa.app.version} (${ipa.app.build})`;
    const what = there === undefined
        ? `would send ${(0,duration/* formatBytes */.z)(ipa.bytes)} to ${appName}`
        : `is there already: ${(0,builds/* tellBuild */.a9)(there)}`;
    log.info(`dry run: ${name} ${what}`);
    summary.heading(2, `store-upload: a dry run for ${name}`).paragraph(`${name} ${what}.`);
    for (const one of changes)
        log.info(`dry run: would change ${one.where}: ${one.what}`);
    describeChanges(summary, 'Would change at the App Store', changes);
    describeArtifact(summary, ipa);
}
function describe({ inputs, log, summary }, ipa, appName, { uploaded }, build, store) {
    const name = `${ipa.app.version} (${ipa.app.build})`;
    const did = uploaded ? 'is at App Store Connect' : 'was at App Store Connect already';
    log.info(`${name} of ${appName} ${did}: ${(0,builds/* tellBuild */.a9)(build)}`);
    summary.heading(2, `store-upload: ${name} ${did}`);
    const testers = inputs.groups.length === 0 ? 'no group was asked for' : `groups: ${inputs.groups.join(', ')}`;
    summary.paragraph(`${appName}, TestFlight: internal ${build.internalState ?? 'nothing yet'}, external ${build.externalState ?? 'nothing yet'}; ${testers}.`);
    if (store !== undefined) {
        const { version, listed } = store;
        log.info(`App Store: ${(0,versions.tellVersion)(version)}`);
        summary.paragraph(`App Store: ${(0,versions.tellVersion)(version)}, its release type ${version.releaseType ?? 'not chosen'}.`);
        describeChanges(summary, 'Changed at the App Store', listed);
    }
    describeArtifact(summary, ipa);
}
function describeChanges(summary, title, changes) {
    if (changes.length === 0)
        return;
    summary.table([{ title }, { title: '' }], changes.map(({ where, what }) => [where, what]));
}
function describeArtifact(summary, { app, watchApps, bytes, sha256 }) {
    summary.table([{ title: 'Artifact' }, { title: '' }], [
        ['Bundle id', (0,kit_summary/* code */.aY)(app.bundleId)],
        ['Version (build)', `${app.version} (${app.build})`],
        ['Watch app', watchApps.length === 0 ? 'none' : (0,kit_summary/* code */.aY)(watchApps.map(({ bundleId }) => bundleId).join(', '))],
        ['Signed by', app.signature?.signer?.subject ?? 'nobody'],
        [
            'Profile',
            app.profile === undefined ? 'none' : `${app.profile.name}, until ${app.profile.expires ?? 'unknown'}`,
        ],
        ['UUID', (0,kit_summary/* code */.aY)(app.slices.map(({ uuid, architecture }) => `${uuid ?? 'none'} (${architecture})`).join(', '))],
        ['Size', (0,duration/* formatBytes */.z)(bytes)],
        ['SHA-256', (0,kit_summary/* code */.aY)(sha256)],
    ]);
}


/***/ }),

/***/ 9290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseXml)
/* harmony export */ });
/** Deeper than any report of tests or coverage; whoever walks the tree may do it by recursion. */
const deepest = 100;
/**
 * Reads XML 1.0 as reports are written in it: elements, attributes, texts, CDATA sections, comments, the five entities
 * and character references. A document type may be named (Cobertura's is) and is never fetched; one that declares
 * anything is refused, and so are other entities: no expansion, no file, no network. Names are ASCII.
 *
 * Our own, since what is maintained is large for three small formats: bundled by ncc, saxes is 86 kB and fast-xml-parser
 * 233 kB, and the latter accepts documents that are cut off.
 * @throws SyntaxError with the number of the line when the text is not well-formed or not within that.
 */
function parseXml(source) {
    const text = source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
    const refuse = (reason, position) => {
        throw new SyntaxError(`line ${lineAt(text, position)}: ${reason}`);
    };
    if (text.trim() === '')
        throw new SyntaxError('the document is empty');
    const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(text);
    if (forbidden !== null)
        refuse('it has a character that XML forbids', forbidden.index);
    return readDocument(text, refuse);
}
const name = '[A-Za-z_:][A-Za-z0-9_:.-]*';
const attribute = `(${name})\\s*=\\s*("[^<"]*"|'[^<']*')`;
const openTag = new RegExp(`<(${name})((?:\\s+${attribute})*)\\s*(/?)>`, 'y');
const closeTag = new RegExp(`</(${name})\\s*>`, 'y');
const declaration = /<\?xml\s+version\s*=\s*["']1\.\d["'](?:\s+encoding\s*=\s*["']([\w.-]+)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>/y;
const doctype = new RegExp(`<!DOCTYPE\\s+${name}(?:\\s+(?:SYSTEM|PUBLIC\\s+(?:"[^"]*"|'[^']*'))\\s+(?:"[^"]*"|'[^']*'))?\\s*>`, 'y');
function readDocument(text, refuse) {
    const open = [];
    let root;
    let position = 0;
    let line = 1;
    const match = (pattern) => {
        pattern.lastIndex = position;
        return pattern.exec(text);
    };
    const advance = (end) => {
        for (let at = text.indexOf('\n', position); at >= 0 && at < end; at = text.indexOf('\n', at + 1))
            line += 1;
        position = end;
    };
    /** What stands up to the end of a section that is not looked into. */
    const skip = (start, end) => {
        const found = text.indexOf(end, position + start.length);
        if (found < 0)
            refuse(`"${start}" is not closed`, position);
        const inner = text.slice(position + start.length, found);
        advance(found + end.length);
        return inner;
    };
    const close = (element) => {
        const parent = open.at(-1);
        if (parent === undefined)
            root = element;
        else
            parent.children.push(element);
    };
    const declared = match(declaration);
    if (declared !== null) {
        if (!/^(utf-?8|us-ascii)$/i.test(declared[1] ?? 'UTF-8'))
            refuse(`it is written in ${declared[1] ?? ''}, not in UTF-8`, 0);
        advance(declared[0].length);
    }
    while (position < text.length) {
        const inside = open.at(-1);
        if (text[position] !== '<') {
            const end = text.indexOf('<', position);
            const raw = text.slice(position, end < 0 ? text.length : end);
            if (inside !== undefined)
                inside.text += decode(raw, position, refuse);
            else if (raw.trim() !== '')
                refuse('there is text outside of the root element', position);
            advance(position + raw.length);
        }
        else if (text.startsWith('<!--', position)) {
            skip('<!--', '-->');
        }
        else if (text.startsWith('<![CDATA[', position)) {
            if (inside === undefined)
                refuse('there is text outside of the root element', position);
            else
                inside.text += skip('<![CDATA[', ']]>');
        }
        else if (text.startsWith('<?', position)) {
            skip('<?', '?>');
        }
        else if (text.startsWith('<!', position)) {
            const found = root === undefined && inside === undefined ? match(doctype) : null;
            advance(position + (found ?? refuse('declarations are not read', position))[0].length);
        }
        else if (text.startsWith('</', position)) {
            const closed = match(closeTag) ?? refuse('the tag is not closed', position);
            if (inside?.name !== closed[1])
                refuse(`</${closed[1] ?? ''}> closes nothing that is open`, position);
            if (inside !== undefined) {
                open.pop();
                close(inside);
            }
            advance(position + closed[0].length);
        }
        else {
            const tag = match(openTag) ?? refuse('it is no well-formed tag', position);
            if (root !== undefined)
                refuse('there is a second root element', position);
            if (open.length === deepest)
                refuse(`elements are nested deeper than ${deepest}`, position);
            const element = {
                name: tag[1] ?? '',
                attributes: readAttributes(tag[2] ?? '', position, refuse),
                children: [],
                text: '',
                line,
            };
            if (tag.at(-1) === '/')
                close(element);
            else
                open.push(element);
            advance(position + tag[0].length);
        }
    }
    const unclosed = open.at(-1);
    if (unclosed !== undefined)
        refuse(`<${unclosed.name}> of line ${unclosed.line} is not closed: the document is cut off`, position);
    return root ?? refuse('there is no element', 0);
}
function readAttributes(text, position, refuse) {
    const attributes = new Map();
    for (const [, key = '', quoted = ''] of text.matchAll(new RegExp(attribute, 'g'))) {
        if (attributes.has(key))
            refuse(`the attribute ${key} stands twice`, position);
        // White space becomes spaces, before references are resolved. Source: https://www.w3.org/TR/xml/#AVNormalize
        attributes.set(key, decode(quoted.slice(1, -1).replaceAll(/[\t\n]/g, ' '), position, refuse));
    }
    return attributes;
}
const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
function decode(text, position, refuse) {
    return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));|&/g, (whole, decimal, hex, named) => {
        if (named !== undefined)
            return entities[named] ?? refuse(`the entity ${whole} is not known`, position);
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
        const allowed = [9, 10, 13].includes(code) ||
            (code >= 0x20 && code <= 0xd7ff) ||
            (code >= 0xe000 && code <= 0xfffd) ||
            (code >= 0x10000 && code <= 0x10ffff);
        return allowed ? String.fromCodePoint(code) : refuse(`"${whole}" is no reference to a character`, position);
    });
}
function lineAt(text, position) {
    return text.slice(0, position).split('\n').length;
}


/***/ }),

/***/ 5820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZP: () => (/* binding */ findBuildsSince),
/* harmony export */   a9: () => (/* binding */ tellBuild),
/* harmony export */   findBuilds: () => (/* binding */ findBuilds),
/* harmony export */   isSameVersion: () => (/* binding */ isSameVersion),
/* harmony export */   lT: () => (/* binding */ readBuild),
/* harmony export */   qE: () => (/* binding */ waitForProcessing)
/* harmony export */ });
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8331);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3542);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5479);
/* harmony import */ var _moves_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9159);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8661);
/* harmony import */ var _kit_duration__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8825);






const attributes = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)({
    version: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(100),
    processingState: _documents_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm,
    uploadedDate: _documents_js__WEBPACK_IMPORTED_MODULE_1__/* .instant */ .uR,
    expired: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)([true, false]),
    usesNonExemptEncryption: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)([true, false])),
}, 'ignored');
const preReleaseAttributes = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)({ version: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(100), platform: _documents_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm }, 'ignored');
const betaAttributes = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)({ internalBuildState: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm), externalBuildState: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm) }, 'ignored');
const include = 'preReleaseVersion,buildBetaDetail';
/** Without it Apple leaves some builds out. */
const everyState = 'PROCESSING,FAILED,INVALID,VALID';
/**
 * The builds with this version and build number, one for each platform; processing, failed and invalid ones, too.
 * @throws VendorError
 */
async function findBuilds(connect, { appId, version, number }) {
    const question = {
        operation: 'find the build',
        path: (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .A) `/v1/builds`,
        query: {
            'filter[app]': appId,
            'filter[preReleaseVersion.version]': spellings(version).join(','),
            'filter[version]': number,
            'filter[processingState]': everyState,
            include,
        },
    };
    const builds = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .readAll */ .y)(connect, question, (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .many */ ._d)('builds', attributes, toBuild));
    return builds.filter((build) => build.number === number);
}
/**
 * The builds of the app that were uploaded since then, of every version and platform, the newest first.
 * @param since milliseconds since 1970
 * @throws VendorError
 */
async function findBuildsSince(connect, appId, since) {
    const question = {
        operation: 'find the newest builds',
        path: (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .A) `/v1/builds`,
        query: {
            'filter[app]': appId,
            'filter[processingState]': everyState,
            sort: '-uploadedDate',
            include,
        },
    };
    const builds = [];
    for await (const page of connect.pages(question, (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .many */ ._d)('builds', attributes, toBuild))) {
        builds.push(...page.filter(({ uploadedAt }) => uploadedAt >= since));
        if (page.some(({ uploadedAt }) => uploadedAt < since))
            break;
    }
    return builds;
}
/** 1.1 and 1.1.0 are the same version to Apple, and only the one that was uploaded first is found. */
function spellings(version) {
    if (/^\d+\.\d+\.0$/.test(version))
        return [version, version.slice(0, -2)];
    return /^\d+\.\d+$/.test(version) ? [version, `${version}.0`] : [version];
}
/** Whether Apple takes them for the same: 1.1 and 1.1.0. */
function isSameVersion(one, other) {
    return spellings(one).includes(other);
}
/** @throws VendorError */
async function readBuild(connect, buildId) {
    const question = { operation: 'read the build', path: (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .A) `/v1/builds/${buildId}`, query: { include } };
    return connect.read(question, (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .one */ .xH)('builds', attributes, toBuild));
}
const processingPauseMs = 30_000;
/**
 * Waits until Apple has processed the build, for TestFlight, too. How it ended stands in the build: it may be invalid.
 * @throws VendorError (`app-store-wait-ended`) at the limit.
 */
async function waitForProcessing(connect, buildId, limitMs) {
    const name = 'the processing of the build';
    return (0,_moves_js__WEBPACK_IMPORTED_MODULE_2__/* .waitFor */ .fm)(connect, {
        name,
        look: async () => readBuild(connect, buildId),
        isDone: (build) => ![build.processing, build.internalState, build.externalState].includes('PROCESSING'),
        tell: tellBuild,
        limitMs,
        pauseMs: processingPauseMs,
        giveUp: (seen) => _messages_js__WEBPACK_IMPORTED_MODULE_3__/* .appStoreMessages */ .J['app-store-wait-ended'](name, (0,_kit_duration__WEBPACK_IMPORTED_MODULE_5__/* .formatDuration */ .a)(limitMs), seen),
    });
}
function tellBuild({ version, number, processing, internalState, externalState, expired }) {
    const tests = `TestFlight internal ${internalState ?? 'nothing yet'}, external ${externalState ?? 'nothing yet'}`;
    return `build ${number} of ${version ?? 'an unknown version'} is ${processing}${expired ? ' and expired' : ''}, ${tests}`;
}
function toBuild({ id, attributes: read, related }, included) {
    const pre = (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .readIncluded */ .Vk)(included, related['preReleaseVersion'], 'preReleaseVersions', preReleaseAttributes);
    const beta = (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .readIncluded */ .Vk)(included, related['buildBetaDetail'], 'buildBetaDetails', betaAttributes);
    return {
        id,
        version: pre?.attributes.version ?? null,
        number: read.version,
        platform: pre?.attributes.platform ?? null,
        processing: read.processingState,
        uploadedAt: read.uploadedDate,
        expired: read.expired,
        usesNonExemptEncryption: read.usesNonExemptEncryption ?? null,
        internalState: beta?.attributes.internalBuildState ?? null,
        externalState: beta?.attributes.externalBuildState ?? null,
    };
}


/***/ }),

/***/ 9159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ refuseMove),
/* harmony export */   fm: () => (/* binding */ waitFor),
/* harmony export */   u0: () => (/* binding */ carryOut)
/* harmony export */ });
/* harmony import */ var _kit_duration__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8825);
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8661);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2968);




const mostAttempts = 3;
const pauseMs = 5_000;
const showWithinMs = 60_000;
/**
 * Looks (unless somebody just did), acts, and reads back. An answer that leaves open whether it took effect is looked after before anything is sent
 * again, and an answer is never taken for the deed: only the world that was read back is.
 * @throws ConfigurationError (`app-store-move-refused`) before anything is sent; VendorError, `ambiguous` where what was sent could not be read back.
 */
async function carryOut(connect, move, seen) {
    let state = seen ?? (await move.look());
    if (move.isDone(state))
        return { did: 'unchanged', state };
    let perhapsSent = false;
    for (let attempt = 1;; attempt += 1) {
        const obstacle = move.findObstacle(state);
        if (obstacle !== undefined)
            throw refuseMove(move.name, move.tell(state), obstacle);
        const failure = await tryAct(move, state);
        if (failure === undefined)
            return { did: 'moved', state: await readBack(connect, move) };
        state = await lookAfter(move);
        // Who was refused and finds it done was outrun by somebody else, or by an earlier attempt of his own.
        if (move.isDone(state))
            return { did: failure.details.ambiguous || perhapsSent ? 'moved' : 'unchanged', state };
        if (!failure.details.ambiguous || attempt === mostAttempts)
            throw failure;
        perhapsSent = true;
        await connect.sleep(pauseMs);
    }
}
/** Undefined when it was answered with success; the failure when the world has to be asked what it means. */
async function tryAct(move, state) {
    try {
        await move.act(state);
        return undefined;
    }
    catch (error) {
        if (error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi && (error.details.ambiguous || error instanceof _refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .AppStoreRefusal */ .DC))
            return error;
        throw error;
    }
}
/** Whoever reads only of a look that failed would take the move for not made. @throws VendorError (`app-store-not-proven`) */
async function lookAfter({ name, look }) {
    try {
        return await look();
    }
    catch (error) {
        if (!(error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ForeseenError */ .U8) || error.fault === 'cancelled')
            throw error;
        const note = _messages_js__WEBPACK_IMPORTED_MODULE_1__/* .appStoreMessages */ .J['app-store-not-proven'](name, error.notes[0].text);
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi(note, { vendor: _refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .vendor */ .Vp, operation: name, attempts: 1, ambiguous: true }, { cause: error });
    }
}
/** Apple shows some writes late. */
async function readBack(connect, move) {
    const limit = move.showWithinMs ?? showWithinMs;
    return waitFor(connect, {
        ...move,
        look: async () => lookAfter(move),
        limitMs: limit,
        pauseMs: move.pauseMs ?? pauseMs,
        giveUp: (seen) => _messages_js__WEBPACK_IMPORTED_MODULE_1__/* .appStoreMessages */ .J['app-store-not-shown'](move.name, (0,_kit_duration__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(limit), seen),
    });
}
/**
 * Looks until it is done, and says what it waits for.
 * @throws VendorError at the limit.
 */
async function waitFor(connect, wait) {
    const endsAt = connect.clock.now() + wait.limitMs;
    for (;;) {
        const state = await wait.look();
        if (wait.isDone(state))
            return state;
        const seen = wait.tell(state);
        const left = endsAt - connect.clock.now();
        if (left < wait.pauseMs)
            throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi(wait.giveUp(seen), { vendor: _refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .vendor */ .Vp, operation: wait.name, attempts: 1, ambiguous: true });
        connect.log.info(`${_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .vendor */ .Vp}: waiting for "${wait.name}" to show (${seen}), at most ${(0,_kit_duration__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(left)} more`);
        await connect.sleep(wait.pauseMs);
    }
}
function refuseMove(name, seen, why) {
    return new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .appStoreMessages */ .J['app-store-move-refused'](name, seen, why));
}


/***/ }),

/***/ 3241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ openAppStoreConnect)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3542);

/** App Store Connect, with the key of a stage's inputs. */
function openAppStoreConnect(context, key) {
    const { http, clock, log, signal, environment, vault } = context;
    return (0,_client_js__WEBPACK_IMPORTED_MODULE_0__.createAppStoreConnect)({ http: http(), clock, log, signal, environment, vault, key });
}


/***/ }),

/***/ 1344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changePhasedRelease: () => (/* binding */ changePhasedRelease),
/* harmony export */   createPhasedRelease: () => (/* binding */ createPhasedRelease)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3542);
/* harmony import */ var _moves_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9159);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7381);



/**
 * Before the release, so that it will begin with day 1: Apple turns the INACTIVE one ACTIVE.
 * @throws ConfigurationError when the app has no version that users could be updated from, or this one is out already.
 */
async function createPhasedRelease(connect, of) {
    const { versionId } = of;
    let isFirst = false;
    const look = async () => {
        const versions = await (0,_versions_js__WEBPACK_IMPORTED_MODULE_2__.readVersions)(connect, of.appId, of.platform);
        isFirst = !versions.some(({ id, state }) => id !== versionId && hadUsers.has(state));
        // A version of another app or platform is refused by the answer to this.
        return versions.find(({ id }) => id === versionId) ?? (0,_versions_js__WEBPACK_IMPORTED_MODULE_2__.readVersion)(connect, versionId);
    };
    return (0,_moves_js__WEBPACK_IMPORTED_MODULE_1__/* .carryOut */ .u0)(connect, {
        name: 'create the phased release',
        look,
        isDone: ({ phasedRelease }) => phasedRelease !== null && phasedRelease.state !== 'COMPLETE',
        findObstacle: ({ state, phasedRelease }) => {
            if (phasedRelease !== null)
                return 'its phased release is over, and cannot begin again';
            if (isFirst)
                return 'the first version of an app cannot be released in phases: nobody has it to be updated';
            return _versions_js__WEBPACK_IMPORTED_MODULE_2__.outStates.has(state) ? 'the version is out already, to everybody' : undefined;
        },
        tell: _versions_js__WEBPACK_IMPORTED_MODULE_2__.tellVersion,
        act: async () => connect.command({
            operation: 'create the phased release',
            method: 'POST',
            path: (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .A) `/v1/appStoreVersionPhasedReleases`,
            data: {
                type: 'appStoreVersionPhasedReleases',
                attributes: { phasedReleaseState: 'INACTIVE' },
                relationships: { appStoreVersion: { data: { type: 'appStoreVersions', id: versionId } } },
            },
        }),
    });
}
const hadUsers = new Set(['READY_FOR_DISTRIBUTION', 'REPLACED_WITH_NEW_VERSION']);
const changes = {
    pause: { name: 'pause the phased release', to: 'PAUSED', from: ['ACTIVE'] },
    resume: { name: 'resume the phased release', to: 'ACTIVE', from: ['PAUSED'] },
    complete: { name: 'complete the phased release', to: 'COMPLETE', from: ['ACTIVE', 'PAUSED'] },
};
const obstacles = {
    INACTIVE: 'the phased release has not begun, since the version is not released',
    COMPLETE: 'the phased release is over, which is final: everybody gets the version',
    PAUSED: 'the phased release is paused',
    ACTIVE: 'the phased release is under way',
};
/**
 * Pauses, resumes, or gives the version to everybody at once, which is final.
 * https://developer.apple.com/documentation/appstoreconnectapi/app-store-version-phased-releases
 * @throws ConfigurationError (`app-store-move-refused`) where the state does not allow it; VendorError.
 */
async function changePhasedRelease(connect, versionId, change) {
    const { name, to, from } = changes[change];
    return (0,_moves_js__WEBPACK_IMPORTED_MODULE_1__/* .carryOut */ .u0)(connect, {
        name,
        look: async () => (0,_versions_js__WEBPACK_IMPORTED_MODULE_2__.readVersion)(connect, versionId),
        // Apple answers a change to the same state with an error.
        isDone: ({ phasedRelease }) => phasedRelease?.state === to,
        findObstacle: ({ phasedRelease }) => {
            if (phasedRelease === null)
                return 'the version has no phased release';
            if (from.includes(phasedRelease.state))
                return undefined;
            return obstacles[phasedRelease.state] ?? 'this state of a phased release is not known';
        },
        tell: _versions_js__WEBPACK_IMPORTED_MODULE_2__.tellVersion,
        act: async ({ phasedRelease }) => connect.command(changeTo(phasedRelease?.id ?? '', to, name)),
    });
}
function changeTo(id, phasedReleaseState, operation) {
    return {
        operation,
        method: 'PATCH',
        path: (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .A) `/v1/appStoreVersionPhasedReleases/${id}`,
        data: { type: 'appStoreVersionPhasedReleases', id, attributes: { phasedReleaseState } },
    };
}


/***/ }),

/***/ 148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ setReleaseType),
/* harmony export */   a: () => (/* binding */ attachBuild),
/* harmony export */   releaseVersion: () => (/* binding */ releaseVersion)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3542);
/* harmony import */ var _builds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5820);
/* harmony import */ var _moves_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9159);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7381);




/**
 * Gives an approved version, which waits for this, to the users.
 * @throws ConfigurationError (`app-store-move-refused`) when it does not wait for it; VendorError.
 */
async function releaseVersion(connect, versionId) {
    return (0,_moves_js__WEBPACK_IMPORTED_MODULE_2__/* .carryOut */ .u0)(connect, {
        name: 'release the version',
        look: async () => (0,_versions_js__WEBPACK_IMPORTED_MODULE_3__.readVersion)(connect, versionId),
        isDone: ({ state }) => _versions_js__WEBPACK_IMPORTED_MODULE_3__.releasedStates.has(state),
        findObstacle: ({ state }) => {
            if (state === 'PENDING_DEVELOPER_RELEASE')
                return undefined;
            if (state === 'PENDING_APPLE_RELEASE')
                return 'Apple holds the approved version, for its date or for a release of the operating system; for a date, set the release type to MANUAL first';
            return 'only an approved version that waits for its release can be released';
        },
        tell: _versions_js__WEBPACK_IMPORTED_MODULE_3__.tellVersion,
        act: async () => connect.command({
            operation: 'release the version',
            method: 'POST',
            path: (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .A) `/v1/appStoreVersionReleaseRequests`,
            data: {
                type: 'appStoreVersionReleaseRequests',
                relationships: { appStoreVersion: { data: { type: 'appStoreVersions', id: versionId } } },
            },
        }),
    });
}
/**
 * When the version comes to the users once it is approved.
 * @throws ConfigurationError (`app-store-move-refused`) when it is out already; VendorError.
 */
async function setReleaseType(connect, versionId, plan) {
    const earliest = plan.releaseType === 'SCHEDULED' ? plan.earliestRelease : null;
    return (0,_moves_js__WEBPACK_IMPORTED_MODULE_2__/* .carryOut */ .u0)(connect, {
        name: `set the release type to ${plan.releaseType}`,
        look: async () => (0,_versions_js__WEBPACK_IMPORTED_MODULE_3__.readVersion)(connect, versionId),
        isDone: ({ releaseType, earliestRelease }) => releaseType === plan.releaseType && (earliest === null || earliestRelease === earliest),
        findObstacle: ({ state }) => (_versions_js__WEBPACK_IMPORTED_MODULE_3__.outStates.has(state) ? 'the version is out already' : undefined),
        tell: (version) => `${(0,_versions_js__WEBPACK_IMPORTED_MODULE_3__.tellVersion)(version)}, its release type ${version.releaseType ?? 'not chosen'}`,
        act: async () => connect.command({
            operation: 'set the release type',
            method: 'PATCH',
            path: (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .A) `/v1/appStoreVersions/${versionId}`,
            data: {
                type: 'appStoreVersions',
                id: versionId,
                attributes: {
                    releaseType: plan.releaseType,
                    earliestReleaseDate: earliest === null ? null : new Date(earliest).toISOString(),
                },
            },
        }),
    });
}
/**
 * Makes a processed build the one of the version.
 * @throws ConfigurationError (`app-store-move-refused`) when the version or the build is not ready for it; VendorError.
 */
async function attachBuild(connect, versionId, buildId) {
    const build = await (0,_builds_js__WEBPACK_IMPORTED_MODULE_1__/* .readBuild */ .lT)(connect, buildId);
    return (0,_moves_js__WEBPACK_IMPORTED_MODULE_2__/* .carryOut */ .u0)(connect, {
        name: `attach the build ${build.number}`,
        look: async () => (0,_versions_js__WEBPACK_IMPORTED_MODULE_3__.readVersion)(connect, versionId),
        isDone: (version) => version.build?.id === buildId,
        findObstacle: ({ state, version }) => {
            if (build.version !== null && !(0,_builds_js__WEBPACK_IMPORTED_MODULE_1__.isSameVersion)(build.version, version))
                return `the build is of version ${build.version}`;
            if (build.processing !== 'VALID')
                return `the build is ${build.processing}, and has to be VALID`;
            if (build.expired)
                return 'the build has expired';
            return _versions_js__WEBPACK_IMPORTED_MODULE_3__.editableStates.has(state) ? undefined : findFixedReason(state);
        },
        tell: (version) => `${(0,_versions_js__WEBPACK_IMPORTED_MODULE_3__.tellVersion)(version)}, its build ${version.build?.number ?? 'not chosen'}`,
        act: async () => connect.command({
            operation: 'attach the build',
            method: 'PATCH',
            path: (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .A) `/v1/appStoreVersions/${versionId}`,
            data: {
                type: 'appStoreVersions',
                id: versionId,
                relationships: { build: { data: { type: 'builds', id: buildId } } },
            },
        }),
    });
}
function findFixedReason(state) {
    if (_versions_js__WEBPACK_IMPORTED_MODULE_3__.approvedStates.has(state))
        return 'the version is approved with the build that it has';
    if (_versions_js__WEBPACK_IMPORTED_MODULE_3__.releasedStates.has(state))
        return 'the version is out already';
    return 'the version is in review, or in a state that cannot be edited';
}


/***/ }),

/***/ 7381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  approvedStates: () => (/* binding */ approvedStates),
  editableStates: () => (/* binding */ editableStates),
  findApp: () => (/* binding */ findApp),
  inReviewStates: () => (/* binding */ inReviewStates),
  inSubmissionStates: () => (/* binding */ inSubmissionStates),
  outStates: () => (/* binding */ outStates),
  readVersion: () => (/* binding */ readVersion),
  readVersions: () => (/* binding */ readVersions),
  releasedStates: () => (/* binding */ releasedStates),
  tellVersion: () => (/* binding */ tellVersion)
});

// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/client.js + 2 modules
var client = __webpack_require__(3542);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/documents.js
var documents = __webpack_require__(5479);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/messages.js
var messages = __webpack_require__(8661);
;// CONCATENATED MODULE: ./src/vendors/app-store-connect/phased-release-state.js


const phasedReleaseAttributes = (0,shapes/* record */.g1)({
    phasedReleaseState: documents/* word */.Vm,
    startDate: (0,shapes/* optional */.lq)(documents/* instant */.uR),
    totalPauseDuration: (0,shapes/* optional */.lq)((0,shapes/* number */.ai)('whole', 0, 10_000)),
    currentDayNumber: (0,shapes/* optional */.lq)((0,shapes/* number */.ai)('whole', 0, 7)),
}, 'ignored');
function toPhasedRelease({ id, attributes, }) {
    const { phasedReleaseState: state, startDate, totalPauseDuration, currentDayNumber } = attributes;
    return {
        id,
        state,
        day: currentDayNumber === undefined || currentDayNumber === 0 ? null : currentDayNumber,
        startedAt: startDate ?? null,
        pausedDays: totalPauseDuration ?? 0,
    };
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/versions.js






/** Apple's 15 states, by what may be done (https://developer.apple.com/documentation/appstoreconnectapi/appversionstate). */
const editableStates = new Set([
    'PREPARE_FOR_SUBMISSION',
    'DEVELOPER_REJECTED',
    'REJECTED',
    'METADATA_REJECTED',
    'INVALID_BINARY',
]);
/** With the reviewers. */
const inReviewStates = new Set(['WAITING_FOR_REVIEW', 'IN_REVIEW']);
/**
 * Part of a submission, and of nothing else: in a draft, with the reviewers, or accepted while other items of it are not
 * (https://developer.apple.com/help/app-store-connect/reference/app-and-submission-statuses).
 */
const inSubmissionStates = new Set(['READY_FOR_REVIEW', ...inReviewStates, 'ACCEPTED']);
/** Approved, and not yet with anybody. */
const approvedStates = new Set([
    'PENDING_DEVELOPER_RELEASE',
    // Apple holds it, for a date or for a release of the operating system: nobody has it yet.
    'PENDING_APPLE_RELEASE',
]);
/** On its way to users, or with them. */
const releasedStates = new Set(['PROCESSING_FOR_DISTRIBUTION', 'READY_FOR_DISTRIBUTION']);
/** The same, and had by users once: nothing of such a version can be set any more, and it does not stand in the way of the next. */
const outStates = new Set([...releasedStates, 'REPLACED_WITH_NEW_VERSION']);
const attributes = (0,shapes/* record */.g1)({
    versionString: (0,shapes/* text */.Qq)(100),
    appVersionState: documents/* word */.Vm,
    releaseType: (0,shapes/* optional */.lq)(documents/* word */.Vm),
    earliestReleaseDate: (0,shapes/* optional */.lq)(documents/* instant */.uR),
    createdDate: documents/* instant */.uR,
}, 'ignored');
const buildAttributes = (0,shapes/* record */.g1)({ version: (0,shapes/* text */.Qq)(100) }, 'ignored');
const include = 'build,appStoreVersionPhasedRelease';
/** @throws ConfigurationError (`app-store-app-unknown`) when the key sees no such app; VendorError. */
async function findApp(connect, bundleId) {
    const question = { operation: 'find the app', path: (0,client/* path */.A) `/v1/apps`, query: { 'filter[bundleId]': bundleId } };
    const shape = (0,shapes/* record */.g1)({ bundleId: (0,shapes/* text */.Qq)(500), name: (0,shapes/* text */.Qq)(500) }, 'ignored');
    const apps = await (0,client/* readAll */.y)(connect, question, (0,documents/* many */._d)('apps', shape, ({ id, attributes: { bundleId: found, name } }) => ({ id, name, found })));
    const app = apps.find(({ found }) => found === bundleId);
    if (app === undefined)
        throw new errors/* ConfigurationError */.j1(messages/* appStoreMessages */.J['app-store-app-unknown'](bundleId));
    return { id: app.id, name: app.name };
}
/**
 * All versions of an app on one platform, the newest first.
 * @throws VendorError
 */
async function readVersions(connect, appId, platform = 'IOS') {
    const question = {
        operation: 'read the versions',
        path: (0,client/* path */.A) `/v1/apps/${appId}/appStoreVersions`,
        query: { 'filter[platform]': platform, include },
    };
    const versions = await (0,client/* readAll */.y)(connect, question, (0,documents/* many */._d)('appStoreVersions', attributes, toVersion));
    return versions.toSorted((first, second) => second.createdAt - first.createdAt);
}
/** @throws VendorError */
async function readVersion(connect, versionId) {
    const question = {
        operation: 'read the version',
        path: (0,client/* path */.A) `/v1/appStoreVersions/${versionId}`,
        query: { include },
    };
    return connect.read(question, (0,documents/* one */.xH)('appStoreVersions', attributes, toVersion));
}
function toVersion({ id, attributes: read, related }, included) {
    const build = (0,documents/* readIncluded */.Vk)(included, related['build'], 'builds', buildAttributes);
    const phased = related['appStoreVersionPhasedRelease'];
    const phasedRelease = (0,documents/* readIncluded */.Vk)(included, phased, 'appStoreVersionPhasedReleases', phasedReleaseAttributes);
    return {
        id,
        version: read.versionString,
        state: read.appVersionState,
        releaseType: read.releaseType ?? null,
        earliestRelease: read.earliestReleaseDate ?? null,
        createdAt: read.createdDate,
        build: build === null ? null : { id: build.id, number: build.attributes.version },
        phasedRelease: phasedRelease === null ? null : toPhasedRelease(phasedRelease),
    };
}
/** In words, as messages show it. */
function tellVersion({ version, state, phasedRelease: phased }) {
    const day = phased?.day === null || phased?.day === undefined ? '' : ` on day ${phased.day}`;
    return `version ${version} is ${state}, ${phased === null ? 'without a phased release' : `its phased release ${phased.state}${day}`}`;
}


/***/ })

};
