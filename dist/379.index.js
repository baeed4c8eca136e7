export const id = 379;
export const ids = [379];
export const modules = {

/***/ 70:
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
// EXTERNAL MODULE: ./src/vendors/app-store-connect/client.js + 2 modules
var client = __webpack_require__(3542);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
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
            path: (0,client/* path */.Ae) `/v1/builds/${buildId}/relationships/betaGroups`,
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
        path: (0,client/* path */.Ae) `/v1/betaGroups`,
        query: { 'filter[app]': appId, ...(buildId === undefined ? {} : { 'filter[builds]': buildId }) },
    };
    return (0,client/* readAll */.yw)(connect, question, groupShape);
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
        path: (0,client/* path */.Ae) `/v1/builds/${buildId}/betaBuildLocalizations`,
    };
    const operation = 'write the notes for testers';
    const type = 'betaBuildLocalizations';
    const { did } = await (0,moves/* carryOut */.u0)(connect, {
        name: operation,
        look: async () => (await (0,client/* readAll */.yw)(connect, question, notesShape)).find((one) => one.locale === locale),
        isDone: (found) => found?.notes === notes,
        findObstacle: () => undefined,
        tell: (found) => (found === undefined ? `no notes in ${locale}` : `other notes in ${locale}`),
        act: async (found) => connect.command(found === undefined
            ? {
                operation,
                method: 'POST',
                path: (0,client/* path */.Ae) `/v1/betaBuildLocalizations`,
                data: {
                    type,
                    attributes: { locale, whatsNew: notes },
                    relationships: { build: { data: { type: 'builds', id: buildId } } },
                },
            }
            : {
                operation,
                method: 'PATCH',
                path: (0,client/* path */.Ae) `/v1/betaBuildLocalizations/${found.id}`,
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
            path: (0,client/* path */.Ae) `/v1/betaAppReviewSubmissions`,
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
            path: (0,client/* path */.Ae) `/v1/builds/${buildId}`,
            data: { type: 'builds', id: buildId, attributes },
        }),
    });
}

// EXTERNAL MODULE: ./src/vendors/app-store-connect/versions.js + 1 modules
var app_store_connect_versions = __webpack_require__(7381);
// EXTERNAL MODULE: ./src/kit/exec.js + 3 modules
var exec = __webpack_require__(6376);
;// CONCATENATED MODULE: ./src/vendors/app-store-connect/phased-release.js



/**
 * Before the release, so that it will begin with day 1: Apple turns the INACTIVE one ACTIVE.
 * @throws ConfigurationError when the app has no version that users could be updated from, or this one is out already.
 */
async function createPhasedRelease(connect, of) {
    const { versionId } = of;
    let isFirst = false;
    const look = async () => {
        const versions = await (0,app_store_connect_versions/* readVersions */.q2)(connect, of.appId, of.platform);
        isFirst = !versions.some(({ id, state }) => id !== versionId && hadUsers.has(state));
        // A version of another app or platform is refused by the answer to this.
        return versions.find(({ id }) => id === versionId) ?? (0,app_store_connect_versions/* readVersion */.$4)(connect, versionId);
    };
    return (0,moves/* carryOut */.u0)(connect, {
        name: 'create the phased release',
        look,
        isDone: ({ phasedRelease }) => phasedRelease !== null && phasedRelease.state !== 'COMPLETE',
        findObstacle: ({ state, phasedRelease }) => {
            if (phasedRelease !== null)
                return 'its phased release is over, and cannot begin again';
            if (isFirst)
                return 'the first version of an app cannot be released in phases: nobody has it to be updated';
            return app_store_connect_versions/* outStates */.Hp.has(state) ? 'the version is out already, to everybody' : undefined;
        },
        tell: app_store_connect_versions/* tellVersion */.AG,
        act: async () => connect.command({
            operation: 'create the phased release',
            method: 'POST',
            path: (0,client/* path */.Ae) `/v1/appStoreVersionPhasedReleases`,
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
    return carryOut(connect, {
        name,
        look: async () => readVersion(connect, versionId),
        // Apple answers a change to the same state with an error.
        isDone: ({ phasedRelease }) => phasedRelease?.state === to,
        findObstacle: ({ phasedRelease }) => {
            if (phasedRelease === null)
                return 'the version has no phased release';
            if (from.includes(phasedRelease.state))
                return undefined;
            return obstacles[phasedRelease.state] ?? 'this state of a phased release is not known';
        },
        tell: tellVersion,
        act: async ({ phasedRelease }) => connect.command(changeTo(phasedRelease?.id ?? '', to, name)),
    });
}
function changeTo(id, phasedReleaseState, operation) {
    return {
        operation,
        method: 'PATCH',
        path: path `/v1/appStoreVersionPhasedReleases/${id}`,
        data: { type: 'appStoreVersionPhasedReleases', id, attributes: { phasedReleaseState } },
    };
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/preparation.js








async function readState(connect, { appId, version, platform = 'IOS' }) {
    const all = await (0,app_store_connect_versions/* readVersions */.q2)(connect, appId, platform);
    return {
        all,
        wanted: all.find((one) => (0,builds/* isSameVersion */.p)(one.version, version)),
        open: all.find(({ state }) => !app_store_connect_versions/* outStates */.Hp.has(state)),
    };
}
function findObstacle({ open }) {
    if (open === undefined || app_store_connect_versions/* editableStates */.Bv.has(open.state))
        return undefined;
    return `version ${open.version} is on its way, and Apple prepares one version at a time`;
}
function tell({ all }) {
    return all.length === 0 ? 'no version' : all.slice(0, 3).map(app_store_connect_versions/* tellVersion */.AG).join('; ');
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
    return { version: state.wanted, isFirst: isFirst(state) };
}
function isFirst({ all, wanted }) {
    return !all.some((one) => app_store_connect_versions/* outStates */.Hp.has(one.state) && one !== wanted);
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
        path: (0,client/* path */.Ae) `/v1/appStoreVersions`,
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
        path: (0,client/* path */.Ae) `/v1/appStoreVersions/${versionId}`,
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
                path: (0,client/* path */.Ae) `/v1/appStoreVersionLocalizations/${found.id}`,
                data: { type: 'appStoreVersionLocalizations', id: found.id, attributes: { whatsNew } },
            });
        },
    });
}
async function readLocalizations(connect, versionId) {
    const question = {
        operation: 'read the languages of the version',
        path: (0,client/* path */.Ae) `/v1/appStoreVersions/${versionId}/appStoreVersionLocalizations`,
    };
    return (0,client/* readAll */.yw)(connect, question, localizationShape);
}

;// CONCATENATED MODULE: ./src/vendors/app-store-connect/release.js




/**
 * Gives an approved version, which waits for this, to the users.
 * @throws ConfigurationError (`app-store-move-refused`) when it does not wait for it; VendorError.
 */
async function releaseVersion(connect, versionId) {
    return carryOut(connect, {
        name: 'release the version',
        look: async () => readVersion(connect, versionId),
        isDone: ({ state }) => releasedStates.has(state),
        findObstacle: ({ state }) => {
            if (state === 'PENDING_DEVELOPER_RELEASE')
                return undefined;
            if (state === 'PENDING_APPLE_RELEASE')
                return 'Apple holds the approved version, for its date or for a release of the operating system; for a date, set the release type to MANUAL first';
            return 'only an approved version that waits for its release can be released';
        },
        tell: tellVersion,
        act: async () => connect.command({
            operation: 'release the version',
            method: 'POST',
            path: path `/v1/appStoreVersionReleaseRequests`,
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
    return (0,moves/* carryOut */.u0)(connect, {
        name: `set the release type to ${plan.releaseType}`,
        look: async () => (0,app_store_connect_versions/* readVersion */.$4)(connect, versionId),
        isDone: ({ releaseType, earliestRelease }) => releaseType === plan.releaseType && (earliest === null || earliestRelease === earliest),
        findObstacle: ({ state }) => (app_store_connect_versions/* outStates */.Hp.has(state) ? 'the version is out already' : undefined),
        tell: (version) => `${(0,app_store_connect_versions/* tellVersion */.AG)(version)}, its release type ${version.releaseType ?? 'not chosen'}`,
        act: async () => connect.command({
            operation: 'set the release type',
            method: 'PATCH',
            path: (0,client/* path */.Ae) `/v1/appStoreVersions/${versionId}`,
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
    const build = await (0,builds/* readBuild */.lT)(connect, buildId);
    return (0,moves/* carryOut */.u0)(connect, {
        name: `attach the build ${build.number}`,
        look: async () => (0,app_store_connect_versions/* readVersion */.$4)(connect, versionId),
        isDone: (version) => version.build?.id === buildId,
        findObstacle: ({ state, version }) => {
            if (build.version !== null && !(0,builds/* isSameVersion */.p)(build.version, version))
                return `the build is of version ${build.version}`;
            if (build.processing !== 'VALID')
                return `the build is ${build.processing}, and has to be VALID`;
            if (build.expired)
                return 'the build has expired';
            return app_store_connect_versions/* editableStates */.Bv.has(state) ? undefined : findFixedReason(state);
        },
        tell: (version) => `${(0,app_store_connect_versions/* tellVersion */.AG)(version)}, its build ${version.build?.number ?? 'not chosen'}`,
        act: async () => connect.command({
            operation: 'attach the build',
            method: 'PATCH',
            path: (0,client/* path */.Ae) `/v1/appStoreVersions/${versionId}`,
            data: {
                type: 'appStoreVersions',
                id: versionId,
                relationships: { build: { data: { type: 'builds', id: buildId } } },
            },
        }),
    });
}
function findFixedReason(state) {
    if (app_store_connect_versions/* approvedStates */.u0.has(state))
        return 'the version is approved with the build that it has';
    if (app_store_connect_versions/* releasedStates */.OS.has(state))
        return 'the version is out already';
    return 'the version is in review, or in a state that cannot be edited';
}

// EXTERNAL MODULE: ./src/vendors/app-store-connect/refusals.js
var refusals = __webpack_require__(2968);
;// CONCATENATED MODULE: ./src/vendors/app-store-connect/review-commands.js

/** What is sent to change what lies with Apple's reviewers. */
function createSubmission({ appId, platform = 'IOS' }) {
    return {
        operation: 'create a review submission',
        method: 'POST',
        path: (0,client/* path */.Ae) `/v1/reviewSubmissions`,
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
        path: (0,client/* path */.Ae) `/v1/reviewSubmissionItems`,
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
        path: (0,client/* path */.Ae) `/v1/reviewSubmissions/${id}`,
        data: { type: 'reviewSubmissions', id, attributes },
    };
}
/** Takes the version out of a draft; what else lies in it stays there. */
async function takeOut(connect, { items }, versionId) {
    for (const { id } of items.filter((item) => item.versionId === versionId)) {
        await connect.command({
            operation: 'take the version out of the review submission',
            method: 'DELETE',
            path: (0,client/* path */.Ae) `/v1/reviewSubmissionItems/${id}`,
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
        path: (0,client/* path */.Ae) `/v1/apps/${appId}/reviewSubmissions`,
        query: { 'filter[platform]': platform, 'filter[state]': openStates.join(',') },
    };
    const shape = (0,documents/* many */._d)('reviewSubmissions', attributes, ({ id, attributes: { state } }) => ({ id, state: state ?? '' }));
    const submissions = [];
    for (const { id, state } of await (0,client/* readAll */.yw)(connect, question, shape)) {
        submissions.push({ id, state, items: await readItems(connect, id) });
    }
    return submissions;
}
async function readItems(connect, submissionId) {
    const question = {
        operation: 'read the items of the review submission',
        path: (0,client/* path */.Ae) `/v1/reviewSubmissions/${submissionId}/items`,
        query: { include: 'appStoreVersion' },
    };
    const shape = (0,documents/* many */._d)('reviewSubmissionItems', attributes, ({ id, attributes: { state }, related }) => ({
        id,
        state,
        versionId: related['appStoreVersion']?.[0] ?? null,
    }));
    const items = await (0,client/* readAll */.yw)(connect, question, shape);
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
    return { version: await (0,app_store_connect_versions/* readVersion */.$4)(connect, of.versionId), submissions };
}
/** Whether it lies with the reviewers. While it is being taken back the version still says so, and it does not. */
function isSubmitted({ version, submissions }) {
    const isLeaving = submissions.some((one) => one.state === 'CANCELING' && holds(one, version.id));
    return app_store_connect_versions/* inReviewStates */.mQ.has(version.state) && !isLeaving;
}
function tellReview({ version, submissions }) {
    const drafts = submissions.map(({ state, items }) => `${state} with ${items.length} ${items.length === 1 ? 'item' : 'items'}`);
    return `${(0,app_store_connect_versions/* tellVersion */.AG)(version)}; submissions: ${drafts.length === 0 ? 'none' : drafts.join(', ')}`;
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
    if (ours !== undefined && cancellable.has(ours.state) && app_store_connect_versions/* editableStates */.Bv.has(version.state))
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
    return app_store_connect_versions/* editableStates */.Bv.has(version.state) || version.state === draft ? undefined : 'the version is past its review';
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
        (!app_store_connect_versions/* inReviewStates */.mQ.has(version.state) || submissions.some((one) => holds(one, version.id)));
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
// EXTERNAL MODULE: ./actions/store-upload/messages.js
var store_upload_messages = __webpack_require__(9629);
;// CONCATENATED MODULE: ./actions/store-upload/app-store.js









/**
 * Whether the version can be prepared, before a build of it is sent.
 * @returns whether a lane has nothing left to do: it is in a submission, or further, with this very build
 * @throws ConfigurationError (`version-not-open`, `app-store-move-refused`), VendorError
 */
async function checkVersion({ connect, appId, version, number }) {
    const { version: found } = await findVersion(connect, { appId, version });
    if (found === undefined || app_store_connect_versions/* editableStates */.Bv.has(found.state))
        return false;
    if (found.build?.number === number)
        return true;
    throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['version-not-open'](version, (0,app_store_connect_versions/* tellVersion */.AG)(found)));
}
/** Handed in, or about to be: the only states in which a submission is made or gone on with. */
const openForReview = new Set([...app_store_connect_versions/* editableStates */.Bv, 'READY_FOR_REVIEW', ...app_store_connect_versions/* inReviewStates */.mQ]);
/**
 * Prepares the version and puts it before Apple's reviewers. Each step looks first, so that a run that was stopped is gone on
 * with; what can still be set of a version that was submitted is set as asked for.
 * @returns the version as it is then, and what was left out because the app has no users yet
 * @throws ConfigurationError, VendorError
 */
async function submitToAppStore(wish, build) {
    const { connect, appId, notes, releaseType, phased, submit } = wish;
    const { state: version, isFirst } = await prepareVersion(connect, { appId, version: wish.version });
    const isEditable = app_store_connect_versions/* editableStates */.Bv.has(version.state);
    if (!isEditable && version.build?.id !== build.id)
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['version-not-open'](wish.version, (0,app_store_connect_versions/* tellVersion */.AG)(version)));
    if (app_store_connect_versions/* outStates */.Hp.has(version.state))
        return { version, leftOut: [] };
    const of = { appId, versionId: version.id };
    if (isEditable && !isFirst)
        await setReleaseNotes(connect, version.id, notes);
    await setReleaseType(connect, version.id, { releaseType });
    if (phased && !isFirst)
        await createPhasedRelease(connect, of);
    if (isEditable)
        await attachBuild(connect, version.id, build.id);
    if (submit && openForReview.has(version.state))
        await submitForReview(connect, of);
    const leftOut = [
        ...(isFirst && Object.keys(notes).length > 0 ? ['what is new'] : []),
        ...(isFirst && phased ? ['the phased release'] : []),
    ];
    return { version: await (0,app_store_connect_versions/* readVersion */.$4)(connect, version.id), leftOut };
}
/**
 * A lane that failed may have left out what cannot be seen from here, such as screenshots. It counts only where it came as far as
 * handing the version in, which is the last thing that Fastlane does.
 * @throws VendorError (`lane-failed`)
 */
async function checkLane({ connect, appId, version, number }, failed) {
    const { version: found } = await findVersion(connect, { appId, version });
    if (found !== undefined && !app_store_connect_versions/* editableStates */.Bv.has(found.state) && found.build?.number === number)
        return;
    const seen = found === undefined ? 'it is not there' : (0,app_store_connect_versions/* tellVersion */.AG)(found);
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/vendors/app-store-connect/build-uploads.js










const findings = (0,shapes/* optional */.lq)((0,shapes/* list */.p_)((0,shapes/* record */.g1)({ code: (0,shapes/* text */.Qq)(200), description: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(5_000)) }, 'ignored')));
const uploadAttributes = (0,shapes/* record */.g1)({
    cfBundleVersion: (0,shapes/* text */.Qq)(100),
    state: (0,shapes/* record */.g1)({ state: documents/* word */.Vm, errors: findings, warnings: findings }, 'ignored'),
}, 'ignored');
const operationShape = (0,shapes/* record */.g1)({
    method: (0,shapes/* text */.Qq)(10),
    url: (0,shapes/* text */.Qq)(10_000),
    offset: (0,shapes/* number */.ai)('whole', 0, Number.MAX_SAFE_INTEGER),
    length: (0,shapes/* number */.ai)('whole', 1, Number.MAX_SAFE_INTEGER),
    requestHeaders: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)((0,shapes/* record */.g1)({ name: (0,shapes/* text */.Qq)(200), value: (0,shapes/* text */.Qq)(10_000) }, 'ignored'))),
    entityTag: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(500)),
}, 'ignored');
const fileAttributes = (0,shapes/* record */.g1)({
    assetType: documents/* word */.Vm,
    fileSize: (0,shapes/* number */.ai)('whole', 0, Number.MAX_SAFE_INTEGER),
    assetDeliveryState: (0,shapes/* optional */.lq)((0,shapes/* record */.g1)({ state: documents/* word */.Vm, errors: findings }, 'ignored')),
    uploadOperations: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)(operationShape)),
}, 'ignored');
/** How often a file that did not arrive whole is sent from its beginning. */
const mostRounds = 3;
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
    for (let round = 1; round <= mostRounds; round += 1) {
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
    const details = { vendor: refusals/* vendor */.Vp, operation: 'send the build', attempts: mostRounds, ambiguous: false };
    throw new kit_errors/* VendorError */.Hi(messages/* appStoreMessages */.J['app-store-upload-incomplete'](name, said), details);
}
/** The newest upload of this build that has not failed; undefined where there is none. @throws VendorError */
async function findUpload(connect, { appId, version, number: build, platform }) {
    const question = {
        operation: 'find the upload of the build',
        path: (0,client/* path */.Ae) `/v1/apps/${appId}/buildUploads`,
        query: {
            'filter[cfBundleShortVersionString]': version,
            'filter[cfBundleVersion]': build,
            'filter[platform]': platform,
            'filter[state]': 'AWAITING_UPLOAD,PROCESSING,COMPLETE',
            sort: '-uploadedDate',
        },
    };
    const found = await (0,client/* readAll */.yw)(connect, question, (0,documents/* many */._d)('buildUploads', uploadAttributes, toUpload));
    const order = ['COMPLETE', 'PROCESSING', 'AWAITING_UPLOAD'];
    return order.flatMap((state) => found.filter((upload) => upload.state === state))[0];
}
/** @throws VendorError */
async function readUpload(connect, uploadId) {
    const question = { operation: 'read the upload', path: (0,client/* path */.Ae) `/v1/buildUploads/${uploadId}` };
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
        look: async () => (await (0,builds/* findBuilds */.vo)(connect, build)).find(({ platform }) => platform === build.platform),
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
function toFindings(read) {
    return (read ?? []).map(({ code, description }) => ({ code, description: description ?? '' }));
}
/** The upload that is there, or a new one. */
async function begin(connect, build) {
    const { appId, version, number: bundleVersion, platform } = build;
    return make(connect, async () => findUpload(connect, build), {
        operation: 'announce the build',
        path: (0,client/* path */.Ae) `/v1/buildUploads`,
        data: {
            type: 'buildUploads',
            attributes: { cfBundleShortVersionString: version, cfBundleVersion: bundleVersion, platform },
            relationships: { app: { data: { type: 'apps', id: appId } } },
        },
    });
}
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
            await connect.sleep(build_uploads_pauseMs);
        }
        if (failure instanceof refusals/* AppStoreRefusal */.DC)
            throw failure;
    }
    throw failure ?? notShown(creation.operation);
}
function notShown(operation) {
    const note = messages/* appStoreMessages */.J['app-store-not-shown'](operation, (0,duration/* formatDuration */.a)(4 * build_uploads_pauseMs), 'nothing of it');
    return new kit_errors/* VendorError */.Hi(note, { vendor: refusals/* vendor */.Vp, operation, attempts: 3, ambiguous: true });
}
async function sendFile(connect, upload, file) {
    const look = async () => findFile(connect, upload.id);
    const announced = await make(connect, look, {
        operation: 'announce the file',
        path: (0,client/* path */.Ae) `/v1/buildUploadFiles`,
        data: {
            type: 'buildUploadFiles',
            attributes: { assetType: 'ASSET', fileName: file.name, fileSize: file.size, uti: 'com.apple.ipa' },
            relationships: { buildUpload: { data: { type: 'buildUploads', id: upload.id } } },
        },
    });
    if (announced.size !== file.size)
        return { said: `another file of ${announced.size} bytes was announced before` };
    if (announced.state === 'AWAITING_UPLOAD') {
        const failure = await sendParts(connect, announced, file);
        if (failure !== undefined)
            return { said: failure };
        await say(connect, announced.id);
    }
    return await readArrival(connect, upload.id);
}
async function findFile(connect, uploadId) {
    const question = {
        operation: 'read the file of the upload',
        path: (0,client/* path */.Ae) `/v1/buildUploads/${uploadId}/buildUploadFiles`,
    };
    const files = await (0,client/* readAll */.yw)(connect, question, (0,documents/* many */._d)('buildUploadFiles', fileAttributes, toFile));
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
/** Sends what has not arrived. @returns why it cannot be gone on with; undefined when all of it is sent */
async function sendParts(connect, { parts }, file) {
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
/** Says that all is sent. Whether that is so, the world says. */
async function say(connect, fileId) {
    try {
        await connect.command({
            operation: 'say that the file is sent',
            method: 'PATCH',
            path: (0,client/* path */.Ae) `/v1/buildUploadFiles/${fileId}`,
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
        await connect.command({ operation: 'delete the upload', method: 'DELETE', path: (0,client/* path */.Ae) `/v1/buildUploads/${id}` });
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
    return there === undefined ? await send(delivery) : { id: there.id, warnings: [] };
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
    const found = (await (0,builds/* findBuilds */.vo)(connect, build)).find(({ platform }) => platform === null || platform === build.platform);
    if (found === undefined)
        return undefined;
    if (found.expired || found.processing === 'INVALID' || found.processing === 'FAILED')
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['number-used-otherwise'](testflight_name(build), (0,builds/* tellBuild */.a9)(found)));
    return found;
}
async function send(delivery) {
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
    const { inputs, log, outputs: out, clock } = context;
    const key = (0,key_inputs/* readKeyInputs */.h)(inputs);
    if (typeof key === 'string')
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['input-missing'](key, '.ipa'));
    const ipa = await log.group('Preflight', async () => preflight(context, given));
    const { bundleId, version, build: number } = ipa.app;
    out.set({ 'bundle-id': bundleId, version, build: number });
    const connect = (0,client/* createAppStoreConnect */.nn)({
        http: context.http(),
        clock,
        log,
        signal: context.signal,
        environment: context.environment,
        vault: context.vault,
        key,
    });
    // Everything that can be wrong is asked for before a byte is sent.
    const app = await (0,app_store_connect_versions/* findApp */.J0)(connect, bundleId);
    await findGroups(connect, app.id, inputs.groups);
    const build = { appId: app.id, version, number, platform: 'IOS' };
    const processingMs = inputs.processingMinutes * 60_000;
    const wish = inputs.destination === 'app-store' ? makeWish(context, connect, build) : undefined;
    const there = await findOurs(connect, build);
    const isDone = wish === undefined ? there !== undefined : await checkVersion(wish);
    const lane = inputs.lane === undefined || isDone ? undefined : makeLane(context, inputs.lane, given.path, key);
    const delivery = { connect, build, path: given.path, size: ipa.bytes, processingMs, lane };
    if (inputs.dryRun) {
        describeDryRun(context, ipa, app.name, there);
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
        noteLeftOut(context, store.leftOut);
    describe(context, ipa, app.name, delivered, handed, store?.version);
}
function makeWish({ inputs }, connect, build) {
    return {
        connect,
        appId: build.appId,
        version: build.version,
        number: build.number,
        notes: inputs.releaseNotes,
        releaseType: inputs.release === 'manual' ? 'MANUAL' : 'AFTER_APPROVAL',
        phased: inputs.phasedRelease,
        submit: inputs.submitForReview,
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
function noteLeftOut({ annotations, log }, leftOut) {
    if (leftOut.length === 0)
        return;
    const { text, cure, id } = store_upload_messages/* messages */.D['first-version'](leftOut.join(' and '));
    annotations.add({ level: 'notice', message: `${text} ${cure} [${id}]` });
    log.info(text);
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
    log.info(`${text}\n   → ${cure}`);
}
function describeDryRun({ log, summary }, ipa, appName, there) {
    const name = `${ipa.app.version} (${ipa.app.build})`;
    const what = there === undefined
        ? `would send ${(0,duration/* formatBytes */.z)(ipa.bytes)} to ${appName}`
        : `is there already: ${(0,builds/* tellBuild */.a9)(there)}`;
    log.info(`dry run: ${name} ${what}`);
    summary.heading(2, `store-upload: a dry run for ${name}`).paragraph(`${name} ${what}.`);
    describeArtifact(summary, ipa);
}
function describe({ inputs, log, summary }, ipa, appName, { uploaded }, build, version) {
    const name = `${ipa.app.version} (${ipa.app.build})`;
    const did = uploaded ? 'is at App Store Connect' : 'was at App Store Connect already';
    log.info(`${name} of ${appName} ${did}: ${(0,builds/* tellBuild */.a9)(build)}`);
    summary.heading(2, `store-upload: ${name} ${did}`);
    const testers = inputs.groups.length === 0 ? 'no group was asked for' : `groups: ${inputs.groups.join(', ')}`;
    summary.paragraph(`${appName}, TestFlight: internal ${build.internalState ?? 'nothing yet'}, external ${build.externalState ?? 'nothing yet'}; ${testers}.`);
    if (version !== undefined) {
        log.info(`App Store: ${(0,app_store_connect_versions/* tellVersion */.AG)(version)}`);
        summary.paragraph(`App Store: ${(0,app_store_connect_versions/* tellVersion */.AG)(version)}, its release type ${version.releaseType ?? 'not chosen'}.`);
    }
    describeArtifact(summary, ipa);
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


/***/ })

};
