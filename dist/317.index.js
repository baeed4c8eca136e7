export const id = 317;
export const ids = [317,587];
export const modules = {

/***/ 6317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uploadAndroid: () => (/* binding */ uploadAndroid)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/vendors/google-play/open.js
var google_play_open = __webpack_require__(9745);
// EXTERNAL MODULE: ./src/vendors/google-play/tracks.js + 2 modules
var google_play_tracks = __webpack_require__(2741);
// EXTERNAL MODULE: ./src/vendors/google-play/track-names.js
var track_names = __webpack_require__(8287);
// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./src/artifacts/android-manifest.js
const WATCH = 'android.hardware.type.watch';
const STANDALONE = 'com.google.android.wearable.standalone';
/**
 * Source of names and defaults: https://developer.android.com/guide/topics/manifest/manifest-intro
 * @throws SyntaxError when the root is no manifest, or package and version code are missing
 */
function readAndroidManifest(root) {
    if (root.name !== 'manifest')
        throw new SyntaxError(`the manifest's root is <${root.name}>, not <manifest>`);
    const packageName = root.attributes.get('package') ?? '';
    if (packageName === '')
        throw new SyntaxError('the manifest names no package');
    const uses = childrenOf(root, 'uses-sdk').at(-1);
    const minSdk = readApi(uses, 'android:minSdkVersion') ?? 1;
    const application = childrenOf(root, 'application').at(-1);
    const watch = childrenOf(root, 'uses-feature').some(({ attributes }) => attributes.get('android:name') === WATCH && attributes.get('android:required') !== 'false');
    const standalone = childrenOf(application, 'meta-data').find(({ attributes }) => attributes.get('android:name') === STANDALONE);
    const versionName = root.attributes.get('android:versionName');
    return {
        packageName,
        versionCode: readVersionCode(root),
        versionName: versionName?.startsWith('@') === true ? undefined : versionName,
        minSdk,
        targetSdk: readApi(uses, 'android:targetSdkVersion') ?? minSdk,
        debuggable: application?.attributes.get('android:debuggable') === 'true',
        testOnly: application?.attributes.get('android:testOnly') === 'true',
        watch,
        standalone: standalone === undefined ? undefined : standalone.attributes.get('android:value') === 'true',
    };
}
function childrenOf(element, name) {
    return (element?.children ?? []).filter((child) => child.name === name);
}
function readVersionCode(root) {
    const text = root.attributes.get('android:versionCode');
    if (text === undefined)
        throw new SyntaxError('the manifest has no android:versionCode');
    // The upper half of a long version code. Google Play takes none above 2,100,000,000.
    const major = root.attributes.get('android:versionCodeMajor') ?? '0';
    const code = Number(major) * 2 ** 32 + Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(code) || code < 1)
        throw new SyntaxError(`the manifest's android:versionCode is "${text}", no number from 1 on`);
    return code;
}
/** An API level; that of a preview is a letter, which counts as newer than every number. */
function readApi(uses, name) {
    const text = uses?.attributes.get(name);
    if (text === undefined)
        return undefined;
    return /^\d+$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
}

// EXTERNAL MODULE: ./src/artifacts/certificate.js
var artifacts_certificate = __webpack_require__(9597);
;// CONCATENATED MODULE: ./src/artifacts/apk-signature.js


/** https://source.android.com/docs/security/features/apksigning/v2#apk-signing-block-format */
const MAGIC = 'APK Sig Block 42';
/** Schemes by the id of their block, the newest first. */
const SCHEMES = new Map([
    [0x1b_93_ad_61, 'v3.1'],
    [0xf0_53_68_c0, 'v3'],
    [0x71_09_87_1a, 'v2'],
]);
const END_OF_DIRECTORY = 0x06_05_4b_50;
/** The end of a zip archive with the longest comment there can be. */
const longestEnd = 22 + 0xff_ff;
/** Certificates and digests of a signer take a few kB; Google's own metadata, which lies beside them, up to some MB. */
const largestBlock = 64 * 1024 * 1024;
/**
 * @returns undefined where there is no such signature
 * @throws SyntaxError when the block is damaged
 */
async function readApkSignature(path) {
    const file = await (0,promises_.open)(path);
    try {
        const block = await findBlock(file);
        if (block === undefined)
            return undefined;
        const values = readPairs(block);
        for (const [id, scheme] of SCHEMES) {
            const value = values.get(id);
            if (value !== undefined)
                return { scheme, signers: readSigners(value) };
        }
        return undefined;
    }
    finally {
        await file.close();
    }
}
async function readAt(file, position, length) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
}
/** It stands right before the archive's directory. */
async function findBlock(file) {
    const { size } = await file.stat();
    const tail = await readAt(file, Math.max(0, size - longestEnd), Math.min(size, longestEnd));
    for (let at = tail.length - 22; at >= 0; at -= 1) {
        if (tail.readUInt32LE(at) !== END_OF_DIRECTORY)
            continue;
        const directory = tail.readUInt32LE(at + 16);
        if (directory < 32)
            return undefined;
        const footer = await readAt(file, directory - 24, 24);
        if (footer.toString('latin1', 8) !== MAGIC)
            return undefined;
        const length = Number(footer.readBigUInt64LE(0));
        if (length < 24 || length > largestBlock || length + 8 > directory)
            throw new SyntaxError('the size of its APK signing block does not fit');
        return await readAt(file, directory - length, length - 24);
    }
    return undefined;
}
function readPairs(block) {
    const pairs = new Map();
    for (let at = 0; at + 12 <= block.length;) {
        const length = Number(block.readBigUInt64LE(at));
        if (length < 4 || length > block.length - at - 8)
            throw new SyntaxError('its APK signing block is cut off');
        pairs.set(block.readUInt32LE(at + 8), block.subarray(at + 12, at + 8 + length));
        at += 8 + length;
    }
    return pairs;
}
/** Parts that follow one another, each behind its length. @param most how many to read; other things may stand behind them */
function readParts(bytes, most = Infinity) {
    const parts = [];
    for (let at = 0; parts.length < most && at < bytes.length;) {
        const length = at + 4 <= bytes.length ? bytes.readUInt32LE(at) : Infinity;
        if (length > bytes.length - at - 4)
            throw new SyntaxError('its APK signing block is cut off');
        parts.push(bytes.subarray(at + 4, at + 4 + length));
        at += 4 + length;
    }
    return parts;
}
const NOTHING = Buffer.alloc(0);
/** A signer holds its signed data first, which holds digests, then certificates, of which the first is the signer's own. */
function readSigners(value) {
    return readParts(readParts(value, 1)[0] ?? NOTHING).map((signer) => {
        const [signed = NOTHING] = readParts(signer, 1);
        const [, certificates = NOTHING] = readParts(signed, 2);
        const [certificate] = readParts(certificates, 1);
        if (certificate === undefined)
            throw new SyntaxError('its APK signing block names no certificate');
        return (0,artifacts_certificate/* describeCertificate */.d)((0,artifacts_certificate/* parseCertificate */.h)(certificate));
    });
}

// EXTERNAL MODULE: ./src/artifacts/archive.js
var archive = __webpack_require__(1504);
;// CONCATENATED MODULE: ./src/artifacts/manifest-element.js
const ANDROID = 'http://schemas.android.com/apk/res/android';
/**
 * Names of the attributes that are read here by their resource ids: what counts to the platform is the id, and tools that shrink
 * resources take the names away. https://developer.android.com/reference/android/R.attr
 */
const ATTRIBUTE_NAMES = new Map([
    [0x01010003, 'name'],
    [0x0101000f, 'debuggable'],
    [0x01010024, 'value'],
    [0x0101020c, 'minSdkVersion'],
    [0x0101021b, 'versionCode'],
    [0x0101021c, 'versionName'],
    [0x01010270, 'targetSdkVersion'],
    [0x01010272, 'testOnly'],
    [0x0101028e, 'required'],
    [0x01010576, 'versionCodeMajor'],
]);

;// CONCATENATED MODULE: ./src/artifacts/binary-xml.js

/** Types of chunks and values, from ResourceTypes.h of the Android Open Source Project, frameworks/base/libs/androidfw. */
const CHUNK = { xml: 0x0003, texts: 0x0001, ids: 0x0180, startElement: 0x0102, endElement: 0x0103 };
const VALUE = { reference: 0x01, text: 0x03, decimal: 0x10, hexadecimal: 0x11, boolean: 0x12 };
const UTF8 = 1 << 8;
/** Index that stands for no text. */
const NONE = 0xff_ff_ff_ff;
/**
 * The root element of an XML document as an APK holds it.
 * @throws SyntaxError when it is none, or cut off
 */
function readBinaryXml(bytes) {
    try {
        return readDocument(bytes);
    }
    catch (error) {
        if (error instanceof SyntaxError)
            throw error;
        // A read past the end.
        throw new SyntaxError('the manifest is damaged: it is cut off', { cause: error });
    }
}
function refuse(reason) {
    throw new SyntaxError(`the manifest is damaged: ${reason}`);
}
function readDocument(bytes) {
    if (bytes.readUInt16LE(0) !== CHUNK.xml)
        refuse('it is no binary XML');
    let texts = [];
    let ids = [];
    const open = [];
    let root;
    for (const { type, header, chunk } of listChunks(bytes)) {
        if (type === CHUNK.texts)
            texts = readTexts(chunk);
        if (type === CHUNK.ids)
            ids = Array.from({ length: (chunk.length - header) / 4 }, (_, index) => chunk.readUInt32LE(header + index * 4));
        if (type === CHUNK.startElement) {
            const element = readElement(chunk.subarray(header), texts, ids);
            open.at(-1)?.children.push(element);
            root ??= element;
            open.push(element);
        }
        if (type === CHUNK.endElement)
            open.pop();
    }
    if (open.length > 0)
        refuse('an element is not closed');
    return root ?? refuse('it has no element');
}
function* listChunks(bytes) {
    const end = bytes.readUInt32LE(4);
    for (let position = bytes.readUInt16LE(2); position < end;) {
        const size = bytes.readUInt32LE(position + 4);
        const header = bytes.readUInt16LE(position + 2);
        if (size < 8 || header > size || position + size > bytes.length)
            refuse('the size of a part does not fit');
        const chunk = bytes.subarray(position, position + size);
        yield { type: bytes.readUInt16LE(position), header, chunk };
        position += size;
    }
}
function readTexts(chunk) {
    const count = chunk.readUInt32LE(8);
    if (count * 4 > chunk.length)
        refuse('it names more texts than it holds');
    const utf8 = (chunk.readUInt32LE(16) & UTF8) !== 0;
    const start = chunk.readUInt32LE(20);
    const offsets = chunk.readUInt16LE(2);
    return Array.from({ length: count }, (_, index) => {
        const at = start + chunk.readUInt32LE(offsets + index * 4);
        return utf8 ? readUtf8(chunk, at) : readUtf16(chunk, at);
    });
}
function readUtf16(chunk, at) {
    const first = chunk.readUInt16LE(at);
    const long = (first & 0x80_00) !== 0;
    const length = long ? ((first & 0x7f_ff) << 16) | chunk.readUInt16LE(at + 2) : first;
    const begin = at + (long ? 4 : 2);
    return take(chunk, begin, length * 2).toString('utf16le');
}
function readUtf8(chunk, at) {
    const [, afterUnits] = readLength(chunk, at);
    const [length, begin] = readLength(chunk, afterUnits);
    return take(chunk, begin, length).toString('utf8');
}
/** One byte, or two where the highest bit is set. */
function readLength(chunk, at) {
    const first = chunk.readUInt8(at);
    return (first & 0x80) === 0 ? [first, at + 1] : [((first & 0x7f) << 8) | chunk.readUInt8(at + 1), at + 2];
}
function take(chunk, begin, length) {
    if (begin + length > chunk.length)
        refuse('a text is cut off');
    return chunk.subarray(begin, begin + length);
}
function readElement(content, texts, ids) {
    const textAt = (index) => (index === NONE ? '' : (texts[index] ?? refuse('a text is missing')));
    const start = content.readUInt16LE(8);
    const size = content.readUInt16LE(10);
    const count = content.readUInt16LE(12);
    const attributes = Array.from({ length: count }, (_, index) => {
        const at = content.subarray(start + index * size);
        const nameIndex = at.readUInt32LE(4);
        const known = ATTRIBUTE_NAMES.get(ids[nameIndex] ?? 0);
        const prefix = known !== undefined || textAt(at.readUInt32LE(0)) === ANDROID ? 'android:' : '';
        const value = readValue(at.readUInt8(15), at.readUInt32LE(16), textAt) ?? textAt(at.readUInt32LE(8));
        return [`${prefix}${known ?? textAt(nameIndex)}`, value];
    });
    return { name: textAt(content.readUInt32LE(4)), attributes: new Map(attributes), children: [] };
}
function readValue(type, data, textAt) {
    switch (type) {
        case VALUE.text:
            return textAt(data);
        case VALUE.decimal:
        case VALUE.hexadecimal:
            return `${data | 0}`;
        case VALUE.boolean:
            return data === 0 ? 'false' : 'true';
        case VALUE.reference:
            return `@${data.toString(16)}`;
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./src/artifacts/elf.js
/** The header, the program headers and the notes of a linker stand within the first bytes of a library. */
const ELF_START_BYTES = 64 * 1024;
/** Source of numbers: System V ABI, https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html */
const ABIS = {
    3: 'x86',
    40: 'armeabi-v7a',
    62: 'x86_64',
    183: 'arm64-v8a',
    243: 'riscv64',
};
const SEGMENT = { load: 1, note: 4 };
const BUILD_ID = 3;
/**
 * Reads the beginning of a library.
 * @throws SyntaxError when it is none, or cut off
 */
function readElf(bytes) {
    if (bytes.length < 20 || bytes.readUInt32BE(0) !== 0x7f_45_4c_46)
        throw new SyntaxError('it is no ELF file');
    if (bytes[5] !== 1)
        throw new SyntaxError('it is an ELF file of the other byte order, which Android does not run');
    const bits = bytes[4] === 2 ? 64 : 32;
    const machine = bytes.readUInt16LE(18);
    try {
        const segments = readSegments(bytes, bits);
        const loaded = segments.filter(({ type }) => type === SEGMENT.load).map(({ alignment }) => alignment);
        if (loaded.length === 0)
            throw new SyntaxError('the ELF file has no part that is loaded');
        return {
            abi: ABIS[machine] ?? `machine ${machine}`,
            bits,
            buildId: segments
                .filter(({ type }) => type === SEGMENT.note)
                .map(({ offset, size }) => findBuildId(bytes.subarray(offset, offset + size)))
                .find((id) => id !== undefined),
            alignment: Math.min(...loaded),
        };
    }
    catch (error) {
        if (error instanceof SyntaxError)
            throw error;
        throw new SyntaxError('the ELF file is cut off', { cause: error });
    }
}
function readSegments(bytes, bits) {
    const word = (at) => (bits === 64 ? Number(bytes.readBigUInt64LE(at)) : bytes.readUInt32LE(at));
    const [start, entrySize, count] = bits === 64
        ? [word(32), bytes.readUInt16LE(54), bytes.readUInt16LE(56)]
        : [word(28), bytes.readUInt16LE(42), bytes.readUInt16LE(44)];
    return Array.from({ length: count }, (_, index) => {
        const at = start + index * entrySize;
        const [offset, size, alignment] = bits === 64 ? [at + 8, at + 32, at + 48] : [at + 4, at + 16, at + 28];
        return { type: bytes.readUInt32LE(at), offset: word(offset), size: word(size), alignment: word(alignment) };
    });
}
/** Notes follow one another: sizes of name and content, type, name, content, each filled up to four bytes. */
function findBuildId(notes) {
    for (let at = 0; at + 12 <= notes.length;) {
        const [nameSize, size, type] = [notes.readUInt32LE(at), notes.readUInt32LE(at + 4), notes.readUInt32LE(at + 8)];
        const content = at + 12 + fill(nameSize);
        const name = notes.toString('latin1', at + 12, at + 12 + nameSize);
        if (type === BUILD_ID && name === 'GNU\0')
            return notes.toString('hex', content, content + size);
        at = content + fill(size);
    }
    return undefined;
}
function fill(size) {
    return Math.ceil(size / 4) * 4;
}

// EXTERNAL MODULE: ./src/artifacts/file-hash.js
var file_hash = __webpack_require__(2447);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/artifacts/signed-data.js + 1 modules
var signed_data = __webpack_require__(3894);
;// CONCATENATED MODULE: ./src/artifacts/jar-signature.js



const MANIFEST = 'META-INF/MANIFEST.MF';
/** Far more than the manifest of an app with a hundred thousand files. */
const mostBytes = 64 * 1024 * 1024;
const BLOCK = /^META-INF\/[^/]+\.(?:RSA|DSA|EC)$/i;
/** What a signature does not cover. https://docs.oracle.com/en/java/javase/21/docs/specs/jar/jar.html#signed-jar-file */
const UNCOVERED = /^META-INF\/(?:MANIFEST\.MF|SIG-[^/]*|[^/]+\.(?:SF|RSA|DSA|EC))$/i;
const HASHES = {
    'SHA1-Digest': 'sha1',
    'SHA-256-Digest': 'sha256',
    'SHA-384-Digest': 'sha384',
    'SHA-512-Digest': 'sha512',
};
/**
 * Checks the whole chain: certificate, signature file, manifest, and the content of every file.
 * @returns undefined where nothing is signed
 * @throws SyntaxError when a part of the signature is damaged, or does not fit to another
 */
async function readJarSignature(archive) {
    const blocks = [...archive.files.keys()].filter((name) => BLOCK.test(name));
    if (blocks.length === 0)
        return undefined;
    const manifest = await archive.read(MANIFEST, mostBytes);
    const signers = [];
    for (const block of blocks) {
        const file = await archive.read(block.replace(/\.\w+$/, '.SF'), mostBytes);
        const found = (0,signed_data/* readSignedData */.f)(await archive.read(block, mostBytes)).signersOf(file);
        if (found.length === 0)
            throw new SyntaxError(`${block} is not the signature of its .SF file`);
        if (!covers(file, manifest))
            throw new SyntaxError(`${MANIFEST} was changed after signing`);
        signers.push(...found.map(artifacts_certificate/* describeCertificate */.d));
    }
    return { signers, ...(await compareFiles(archive, manifest)) };
}
/** Sections of a manifest: the first is that of the archive, each other one that of a file. */
function readSections(bytes) {
    // A line of more than 72 bytes goes on after a line break and a space, in the middle of a character if need be.
    const unfolded = bytes.toString('latin1').replaceAll(/\r\n?/g, '\n').replaceAll('\n ', '');
    const text = Buffer.from(unfolded, 'latin1').toString('utf8');
    return text
        .split(/\n\n+/)
        .filter((section) => section !== '')
        .map((section) => new Map(section.split('\n').map(readLine)));
}
function readLine(line) {
    const colon = line.indexOf(': ');
    return colon === -1 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 2)];
}
/** Whether a signature file speaks of just this manifest. */
function covers(signatureFile, manifest) {
    const [main = new Map()] = readSections(signatureFile);
    const digests = Object.entries(HASHES).flatMap(([name, hash]) => {
        const digest = main.get(`${name}-Manifest`);
        return digest === undefined ? [] : [{ digest, hash }];
    });
    return (digests.length > 0 &&
        digests.every(({ digest, hash }) => (0,external_node_crypto_.createHash)(hash).update(manifest).digest('base64') === digest));
}
async function compareFiles(archive, manifest) {
    const changed = [];
    const listed = new Set();
    for (const section of readSections(manifest).slice(1)) {
        const name = section.get('Name');
        const digests = Object.entries(HASHES).filter(([digest]) => section.has(digest));
        if (name === undefined || digests.length === 0)
            continue;
        listed.add(name);
        if (!archive.files.has(name) || !(await hasDigests(archive, name, section, digests)))
            changed.push(name);
    }
    const added = [...archive.files.keys()].filter((name) => !listed.has(name) && !UNCOVERED.test(name));
    return { changed, added };
}
async function hasDigests(archive, name, section, digests) {
    const hashes = digests.map(([digest, hash]) => ({ expected: section.get(digest), hash: (0,external_node_crypto_.createHash)(hash) }));
    for await (const chunk of archive.stream(name))
        for (const { hash } of hashes)
            hash.update(chunk);
    return hashes.every(({ expected, hash }) => hash.digest('base64') === expected);
}

;// CONCATENATED MODULE: ./src/artifacts/protobuf.js
const WIRE = { varint: 0, fixed64: 1, delimited: 2, fixed32: 5 };
const FIXED_BYTES = { [WIRE.fixed64]: 8, [WIRE.fixed32]: 4 };
/**
 * The fields of a protobuf message in their order, https://protobuf.dev/programming-guides/encoding/. Groups, which have been
 * out of use for longer than the formats read here exist, are refused.
 * @throws SyntaxError when the bytes are no message
 */
function readFields(bytes) {
    const fields = [];
    let position = 0;
    const readVarint = () => {
        let value = 0n;
        for (let shift = 0n; shift < 70n; shift += 7n) {
            const byte = bytes[position];
            if (byte === undefined)
                throw new SyntaxError('a protobuf message is cut off');
            position += 1;
            value |= BigInt(byte & 0x7f) << shift;
            if (byte < 0x80)
                return BigInt.asUintN(64, value);
        }
        throw new SyntaxError('a number of a protobuf message has too many bytes');
    };
    const readBytes = (length) => {
        if (length > bytes.length - position)
            throw new SyntaxError('a protobuf message is cut off');
        position += length;
        return bytes.subarray(position - length, position);
    };
    while (position < bytes.length) {
        const key = readVarint();
        const number = Number(key >> 3n);
        const wire = Number(key & 7n);
        if (number === 0)
            throw new SyntaxError('a field of a protobuf message has the number 0');
        if (wire === WIRE.varint) {
            fields.push({ number, value: readVarint() });
            continue;
        }
        const length = wire === WIRE.delimited ? Number(readVarint()) : FIXED_BYTES[wire];
        if (length === undefined)
            throw new SyntaxError(`a field of a protobuf message has the wire type ${wire}`);
        fields.push({ number, value: readBytes(length) });
    }
    return fields;
}
/** All values of a field that holds texts or messages. */
function bytesOf(fields, number) {
    return fields.flatMap((field) => (field.number === number && Buffer.isBuffer(field.value) ? [field.value] : []));
}
/** The last value of a field as text, which is the one that counts; empty where there is none. */
function textOf(fields, number) {
    return bytesOf(fields, number).at(-1)?.toString('utf8') ?? '';
}
/** The last value of a number; undefined where there is none. */
function numberOf(fields, number) {
    const value = fields.findLast((field) => field.number === number)?.value;
    return typeof value === 'bigint' ? value : undefined;
}

;// CONCATENATED MODULE: ./src/artifacts/proto-xml.js


/** Deeper than any manifest; a message that nests itself on and on ends here. */
const deepest = 50;
/** Numbers of the fields, from Resources.proto of aapt2 in the Android Open Source Project, frameworks/base/tools/aapt2. */
const NODE = { element: 1 };
const ELEMENT = { name: 3, attribute: 4, child: 5 };
const ATTRIBUTE = { namespace: 1, name: 2, value: 3, resourceId: 5, compiled: 6 };
const ITEM = { reference: 1, text: 2, rawText: 3, primitive: 7 };
const REFERENCE = { id: 2, name: 3 };
const TEXT = { value: 1 };
const PRIMITIVE = { decimal: 6, hexadecimal: 7, boolean: 8 };
/**
 * The root element of an XML document as an Android App Bundle holds it.
 * @throws SyntaxError when it is none
 */
function readProtoXml(bytes) {
    return readNode(bytes, 0) ?? proto_xml_refuse('its root is no element');
}
function proto_xml_refuse(reason) {
    throw new SyntaxError(`the manifest is damaged: ${reason}`);
}
/** Undefined for a text. */
function readNode(bytes, depth) {
    if (depth > deepest)
        proto_xml_refuse(`its elements lie more than ${deepest} deep`);
    const [element] = bytesOf(readFields(bytes), NODE.element);
    if (element === undefined)
        return undefined;
    const fields = readFields(element);
    return {
        name: textOf(fields, ELEMENT.name),
        attributes: new Map(bytesOf(fields, ELEMENT.attribute).map((attribute) => readAttribute(readFields(attribute)))),
        children: bytesOf(fields, ELEMENT.child).flatMap((child) => readNode(child, depth + 1) ?? []),
    };
}
function readAttribute(fields) {
    const known = ATTRIBUTE_NAMES.get(Number(numberOf(fields, ATTRIBUTE.resourceId) ?? 0n));
    const name = known ?? textOf(fields, ATTRIBUTE.name);
    const prefix = known !== undefined || textOf(fields, ATTRIBUTE.namespace) === ANDROID ? 'android:' : '';
    const [compiled] = bytesOf(fields, ATTRIBUTE.compiled);
    // The compiled value is what the platform gets; the text is what somebody wrote, such as 0x2a.
    const value = compiled === undefined ? undefined : readItem(readFields(compiled));
    return [`${prefix}${name}`, value ?? textOf(fields, ATTRIBUTE.value)];
}
function readItem(item) {
    const [reference] = bytesOf(item, ITEM.reference);
    if (reference !== undefined) {
        const fields = readFields(reference);
        return `@${textOf(fields, REFERENCE.name) || (numberOf(fields, REFERENCE.id) ?? 0n).toString(16)}`;
    }
    const [text] = [...bytesOf(item, ITEM.text), ...bytesOf(item, ITEM.rawText)];
    if (text !== undefined)
        return textOf(readFields(text), TEXT.value);
    const [primitive] = bytesOf(item, ITEM.primitive);
    if (primitive === undefined)
        return undefined;
    const fields = readFields(primitive);
    const truth = numberOf(fields, PRIMITIVE.boolean);
    if (truth !== undefined)
        return truth === 0n ? 'false' : 'true';
    const number = numberOf(fields, PRIMITIVE.decimal) ?? numberOf(fields, PRIMITIVE.hexadecimal);
    return number === undefined ? undefined : BigInt.asIntN(32, number).toString();
}

;// CONCATENATED MODULE: ./src/artifacts/android-artifact.js









/** A manifest takes some hundred kB at most. */
const largestManifest = 16 * 1024 * 1024;
/** https://developer.android.com/guide/app-bundle/app-bundle-format */
const BASE_MANIFEST = 'base/manifest/AndroidManifest.xml';
const APK_MANIFEST = 'AndroidManifest.xml';
const MAPPING = 'BUNDLE-METADATA/com.android.tools.build.obfuscation/proguard.map';
const NATIVE_SYMBOLS = /^BUNDLE-METADATA\/com\.android\.tools\.build\.debugsymbols\/.+\.(?:dbg|sym)$/;
const LIBRARY = /^(?:[^/]+\/)?lib\/[^/]+\/[^/]+\.so$/;
/**
 * Opens an AAB or an APK. Which of the two it is, its content says, not its name.
 * @throws SyntaxError when it is neither, or damaged
 * @throws an error of the file system when it cannot be read
 */
async function readAndroidArtifact(path) {
    const { size } = await (0,promises_.stat)(path);
    return await (0,archive/* withArchive */.x)(path, async (archive) => {
        const kind = archive.files.has(BASE_MANIFEST) ? 'aab' : 'apk';
        if (kind === 'apk' && !archive.files.has(APK_MANIFEST))
            throw new SyntaxError(`it is neither an app bundle nor an APK: it holds neither ${BASE_MANIFEST} nor ${APK_MANIFEST}`);
        const [name, readXml] = kind === 'aab' ? [BASE_MANIFEST, readProtoXml] : [APK_MANIFEST, readBinaryXml];
        const names = [...archive.files.keys()];
        return {
            kind,
            bytes: size,
            sha256: await (0,file_hash/* hashFile */.D)(path),
            manifest: readAndroidManifest(readXml(await archive.read(name, largestManifest))),
            signature: (kind === 'apk' ? await readSchemes(path) : undefined) ?? (await readJar(archive)),
            libraries: await readLibraries(archive, names),
            holdsMapping: archive.files.has(MAPPING),
            holdsNativeSymbols: names.some((file) => NATIVE_SYMBOLS.test(file)),
        };
    });
}
async function readSchemes(path) {
    const signature = await readApkSignature(path);
    return signature === undefined ? undefined : { ...signature, changed: [], added: [] };
}
async function readJar(archive) {
    const signature = await readJarSignature(archive);
    return signature === undefined ? undefined : { scheme: 'jar', ...signature };
}
async function readLibraries(archive, names) {
    const libraries = [];
    for (const path of names.filter((name) => LIBRARY.test(name))) {
        try {
            libraries.push({ path, ...readElf(await archive.readStart(path, ELF_START_BYTES)) });
        }
        catch (error) {
            if (error instanceof SyntaxError)
                throw new SyntaxError(`${path}: ${error.message}`, { cause: error });
            throw error;
        }
    }
    return libraries;
}

;// CONCATENATED MODULE: ./src/artifacts/symbols.js


/** Of deobfuscationfiles.upload: https://developers.google.com/android-publisher/api-ref/rest/v3/edits.deobfuscationfiles/upload */
const largest = 2_097_152_000;
/** R8 writes some ten lines about itself before the first class. */
const startBytes = 64 * 1024;
/** `com.example.Original -> a.b:`, as https://www.guardsquare.com/manual/tools/retrace has it. */
const CLASS_LINE = /^\S+ -> \S+:\s*$/;
/** What R8 says of itself, in a mapping that may hold no class at all. */
const R8_LINE = /^# compiler: R8\s*$/;
/** https://developer.android.com/build/include-native-symbols */
const symbols_NATIVE_SYMBOLS = /\.(?:so|dbg|sym)$/;
/**
 * Opens what is said to be R8's mapping.txt. Whether it is the one of a certain build, it does not say.
 * @throws SyntaxError when it is none, or larger than Google Play takes
 * @throws an error of the file system when it cannot be read
 */
async function checkMapping(path) {
    const start = await readStart(path);
    const lines = start.toString('utf8').split('\n');
    const first = lines.find((line) => line.trim() !== '' && !line.startsWith('#'));
    if (first === undefined ? lines.some((line) => R8_LINE.test(line)) : CLASS_LINE.test(first))
        return;
    const said = (first ?? '').slice(0, 60).replaceAll(/[^\x20-\x7e]/g, '?');
    throw new SyntaxError(first === undefined ? 'it names no class' : `its first line names no class with its new name: "${said}"`);
}
/** Opens what is said to be a zip of native symbols. Throws as `checkMapping` does. */
async function checkNativeSymbols(path) {
    await readStart(path);
    const names = await (0,archive/* withArchive */.x)(path, ({ files }) => Promise.resolve([...files.keys()]));
    if (!names.some((name) => symbols_NATIVE_SYMBOLS.test(name)))
        throw new SyntaxError('it holds no file that ends with .so, .sym or .dbg');
}
async function readStart(path) {
    const file = await (0,promises_.open)(path);
    try {
        const { size } = await file.stat();
        if (size === 0)
            throw new SyntaxError('it is empty');
        if (size > largest)
            throw new SyntaxError(`it has ${size} bytes, and Google Play takes ${largest} at most`);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ./actions/store-upload/messages.js
var messages = __webpack_require__(9629);
;// CONCATENATED MODULE: ./actions/store-upload/preflight-android.js
/** https://developer.android.com/studio/publish/versioning#versioningsettings */
const largestCode = 2_100_000_000;
/** Apps for Android 15 and newer have to run on pages of 16 kB: https://developer.android.com/guide/practices/page-sizes */
const largePages = { bytes: 16 * 1024, from: 35 };
/** https://support.google.com/googleplay/android-developer/answer/9859348 */
const longestNote = 500;
/** What Google Play refuses, mostly after the whole upload, and what would go to the wrong place. */
const RULES = [
    {
        name: 'package name',
        find: ({ manifest }, { packageName }) => compare(manifest.packageName, packageName),
    },
    {
        name: 'version',
        // A version that is a resource cannot be read, and is not compared.
        find: ({ manifest }, { version }) => manifest.versionName === undefined ? [] : compare(manifest.versionName, version),
    },
    {
        name: 'version code',
        find: ({ manifest }, { versionCode }) => compare(`${manifest.versionCode}`, versionCode === undefined ? undefined : `${versionCode}`),
    },
    {
        name: 'version code',
        find: ({ manifest: { versionCode } }) => versionCode <= largestCode
            ? []
            : [{ value: `${versionCode}`, reason: 'Google Play does not take it', valid: `at most ${largestCode}` }],
    },
    {
        name: 'signature',
        find: ({ signature }) => signature !== undefined
            ? []
            : [{ value: 'none', reason: 'nobody has signed it', valid: 'the signature of the upload key' }],
    },
    {
        name: 'signature',
        find: ({ signature }) => (signature?.signers ?? [])
            .filter(({ debug }) => debug)
            .map(({ subject }) => ({
            value: subject,
            reason: 'it was signed for debugging',
            valid: 'the signature of the upload key',
        })),
    },
    {
        name: 'signature',
        find: ({ signature }) => {
            const touched = [...(signature?.changed ?? []), ...(signature?.added ?? [])];
            const [first = ''] = touched;
            if (touched.length === 0)
                return [];
            const more = touched.length === 1 ? '' : ` and ${touched.length - 1} more`;
            return [{ value: `${first}${more}`, reason: 'it was changed after signing', valid: 'a bundle as it was signed' }];
        },
    },
    {
        name: 'certificate',
        find: ({ signature }, _expected, now) => (signature?.signers ?? [])
            .filter(({ notAfter }) => Date.parse(notAfter) <= now)
            .map(({ subject, notAfter }) => ({
            value: `${subject}, ${notAfter}`,
            reason: 'it has expired',
            valid: 'a certificate of today',
        })),
    },
    {
        name: 'android:debuggable',
        find: ({ manifest }) => manifest.debuggable ? [{ value: 'true', reason: 'a debugger may attach to it', valid: 'a release build' }] : [],
    },
    {
        name: 'android:testOnly',
        find: ({ manifest }) => manifest.testOnly ? [{ value: 'true', reason: 'it is for tests only', valid: 'a release build' }] : [],
    },
    {
        name: 'track',
        find: ({ manifest: { watch } }, { track }) => {
            if (watch === track.startsWith('wear:'))
                return [];
            return watch
                ? [{ value: track, reason: 'the app runs on watches only', valid: 'a track of Wear OS, such as wear:internal' }]
                : [{ value: track, reason: 'the app does not ask for a watch', valid: `a track without "wear:"` }];
        },
    },
    {
        name: 'release notes',
        find: (_artifact, { notes }) => Object.entries(notes)
            // By code points: what Google counts is not said, and this is what people take for characters.
            .map(([language, note]) => ({ language, length: Array.from(note).length }))
            .filter(({ length }) => length > longestNote)
            .map(({ language, length }) => ({
            value: `${length} characters in ${language}`,
            reason: 'they are too long',
            valid: `at most ${longestNote}`,
        })),
    },
    {
        name: 'native libraries',
        find: ({ libraries, manifest: { targetSdk } }) => {
            if (targetSdk < largePages.from)
                return [];
            const small = libraries.filter(({ bits, alignment }) => bits === 64 && alignment < largePages.bytes);
            const [first] = small;
            if (first === undefined)
                return [];
            const more = small.length === 1 ? '' : ` and ${small.length - 1} more`;
            return [
                {
                    value: `${first.path}${more}, aligned to ${first.alignment}`,
                    reason: 'they do not load on devices with pages of 16 kB',
                    valid: 'libraries linked with -Wl,-z,max-page-size=16384',
                },
            ];
        },
    },
];
/** Everything that is wrong with an artifact, so that nobody mends it one build at a time. @param now ms since 1970 */
function findAndroidProblems(artifact, expected, now) {
    return RULES.flatMap(({ name, find }) => find(artifact, expected, now).map((found) => ({ name, ...found })));
}
function compare(found, expected) {
    if (expected === undefined || found === expected)
        return [];
    return [{ value: found, reason: 'the workflow says another one', valid: expected }];
}

;// CONCATENATED MODULE: ./actions/store-upload/bundles.js







/**
 * Opens every bundle of the call, and finds all that is wrong with any of them, or with what goes with them.
 * @returns the phone's first
 * @throws ConfigurationError (`artifact-unreadable`, `artifact-unfit`, `artifacts-apart`)
 */
async function openBundles(context, given) {
    const { inputs, log, clock } = context;
    const names = given.map(({ name }) => name).join(', ');
    const opened = [];
    const problems = [];
    for (const one of given) {
        const found = await openBundle(one);
        if ('artifact' in found)
            opened.push(found);
        else if (given.length === 1)
            throw new errors/* ConfigurationError */.j1(messages/* messages */.D['artifact-unreadable'](one.name, found.reason));
        else
            problems.push({ name: 'archive', value: one.name, reason: found.reason, valid: 'an app bundle, whole' });
    }
    const shipments = opened
        .sort((a, b) => Number(a.artifact.manifest.watch) - Number(b.artifact.manifest.watch))
        .map((one, index) => plan(inputs, one, index === 0));
    const [first, second] = shipments;
    if (first?.form === second?.form && second !== undefined)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['artifacts-apart'](names, `they are both for ${tellForm(second)}`));
    for (const shipment of shipments) {
        const { packageName, versionCode, versionName } = shipment.artifact.manifest;
        const { given: file, artifact } = shipment;
        log.info(`${file.name}: ${packageName} ${versionName ?? ''} (${versionCode}), ${(0,duration/* formatBytes */.z)(artifact.bytes)}`);
        const found = findAndroidProblems(artifact, expect(inputs, shipment), clock.now());
        const where = given.length === 1 ? '' : ` of ${file.name}`;
        problems.push(...found.map((problem) => ({ ...problem, name: `${problem.name}${where}` })));
    }
    if (first !== undefined && second !== undefined)
        problems.push(...comparePair(first, second));
    problems.push(...(await findSymbolProblems(inputs)), ...findMissingWatch(inputs, shipments, given.length));
    if (first === undefined || problems.length > 0)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D[given.length === 1 ? 'artifact-unfit' : 'artifacts-unfit'](names, problems.length), problems);
    return [first, ...shipments.slice(1)];
}
async function openBundle(given) {
    try {
        const artifact = await readAndroidArtifact(given.path);
        if (artifact.kind === 'aab')
            return { given, artifact };
        return { reason: 'it is an APK with the name of an app bundle' };
    }
    catch (error) {
        return { reason: tellDamage(error) };
    }
}
/** @throws what is neither damage nor the system's */
function tellDamage(error) {
    if (error instanceof SyntaxError)
        return error.message;
    if ((0,errors/* isSystemError */.Or)(error))
        return (0,errors/* describeError */.Uc)(error);
    throw error;
}
/** The inputs without "wear-" are the phone's, or those of the only bundle. */
function plan(inputs, { given, artifact }, isFirst) {
    const form = artifact.manifest.watch ? 'watch' : 'phone';
    const { track, rollout, wearRollout = rollout, wearTrack } = inputs;
    const own = (path) => path === undefined || !isFirst ? undefined : (0,external_node_path_.resolve)(inputs.workingDirectory, path);
    const files = { mapping: own(inputs.mapping), nativeSymbols: own(inputs.nativeSymbols) };
    if (form === 'phone')
        return { form, isFirst, given, artifact, track, fraction: rollout, ...files };
    const stands = isFirst || track.startsWith('wear:') ? track : `wear:${track}`;
    const fraction = wearRollout === 1 ? undefined : wearRollout;
    return { form, isFirst, given, artifact, track: wearTrack ?? stands, fraction, ...files };
}
function tellForm({ form }) {
    return form === 'watch' ? 'watches' : 'phones and tablets';
}
function expect(inputs, { form, isFirst, track }) {
    const { bundleId: packageName, version, versionCode, wearVersionCode, releaseNotes: notes } = inputs;
    const codeOfWatch = wearVersionCode ?? (isFirst ? versionCode : undefined);
    return { packageName, version, versionCode: form === 'phone' ? versionCode : codeOfWatch, track, notes };
}
/** Google Play knows both by one package name, and a code only once: https://developer.android.com/training/wearables/packaging */
function comparePair(phone, watch) {
    const { packageName, versionCode } = phone.artifact.manifest;
    const other = watch.artifact.manifest;
    const { name } = watch.given;
    return [
        ...(other.packageName === packageName
            ? []
            : [
                {
                    name: `package name of ${name}`,
                    value: other.packageName,
                    reason: 'the bundle of the phone has another one',
                    valid: packageName,
                },
            ]),
        ...(other.versionCode === versionCode
            ? [
                {
                    name: `version code of ${name}`,
                    value: `${versionCode}`,
                    reason: 'the bundle of the phone has it, too',
                    valid: 'a code of its own, such as version-code-wear of release-version',
                },
            ]
            : []),
    ];
}
async function findSymbolProblems({ mapping, nativeSymbols, workingDirectory }) {
    const files = [
        { name: 'mapping', path: mapping, check: checkMapping, valid: 'mapping.txt as R8 writes it' },
        { name: 'native-symbols', path: nativeSymbols, check: checkNativeSymbols, valid: 'a zip of native symbols' },
    ];
    const problems = [];
    for (const { name, path, check, valid } of files) {
        if (path === undefined)
            continue;
        try {
            await check((0,external_node_path_.resolve)(workingDirectory, path));
        }
        catch (error) {
            problems.push({ name, value: path, reason: tellDamage(error), valid });
        }
    }
    return problems;
}
/** Who expects a code of the watch has built a bundle of the watch. */
function findMissingWatch({ wearVersionCode }, shipments, given) {
    if (wearVersionCode === undefined || shipments.length < given || shipments.some(({ form }) => form === 'watch'))
        return [];
    const reason = 'the workflow says a code for the watch, and no bundle is for one';
    return [{ name: 'wear-version-code', value: 'none', reason, valid: `${wearVersionCode}` }];
}

// EXTERNAL MODULE: ./actions/store-upload/fastlane.js
var store_upload_fastlane = __webpack_require__(241);
// EXTERNAL MODULE: ./src/kit/exec.js + 3 modules
var exec = __webpack_require__(6376);
// EXTERNAL MODULE: ./src/vendors/google-play/releases.js
var releases = __webpack_require__(9091);
;// CONCATENATED MODULE: ./actions/store-upload/play-release.js






/**
 * @param supersede whether a rollout that is under way may end by this
 * @returns the track, where the release is there as asked for
 * @throws ConfigurationError for what would go wrong
 */
function compareWithStore({ tracks, versionCodes }, wish, supersede) {
    const { versionCode } = wish;
    const track = trackOf(tracks, wish);
    const there = releaseOf(track, versionCode);
    if (there !== undefined) {
        if (isAsWished(there, wish))
            return track;
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['code-on-track-otherwise'](versionCode, (0,releases.tellTrack)(track)));
    }
    const elsewhere = tracks.filter((one) => releaseOf(one, versionCode) !== undefined).map(({ name }) => name);
    if (elsewhere.length > 0 || versionCodes.includes(versionCode))
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['code-used'](versionCode, elsewhere.join(', ') || 'no track'));
    if (track.releases.length === 0 && wish.fraction !== undefined)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['first-release-staged'](track.name));
    const running = track.releases.some(({ status }) => status === 'inProgress' || status === 'halted');
    if (running && !supersede)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['rollout-under-way'](track.name, (0,releases.tellTrack)(track)));
    return undefined;
}
/** Fastlane commits so that everything in review is sent anew: who else waits there is asked first. */
async function refuseInReview(play, tracks) {
    const waiting = [];
    for (const { name, releases } of tracks) {
        if (releases.length === 0)
            continue;
        const lifecycle = await (0,google_play_tracks.readLifecycle)(play, name);
        for (const { state, versionCodes } of lifecycle.releases)
            if (state === 'IN_REVIEW')
                waiting.push(`${Math.max(...versionCodes)} on ${name}`);
    }
    if (waiting.length > 0)
        throw new errors/* ConfigurationError */.j1(messages/* messages */.D['in-review'](waiting.join(', ')));
}
function trackOf(tracks, { track }) {
    return tracks.find(({ name }) => name === track) ?? { name: track, releases: [] };
}
function releaseOf({ releases }, versionCode) {
    return releases.find(({ versionCodes }) => versionCodes.includes(versionCode));
}
function isAsWished({ status, fraction }, wish) {
    if (wish.fraction === undefined)
        return status === 'completed';
    return status === 'inProgress' && (0,releases.isSameFraction)(fraction, wish.fraction);
}
/** Looks for a while: after a commit whose answer was lost the release may show a little later. */
const lookMs = [0, 5_000, 15_000];
/**
 * Whether the release is there, however Fastlane ended. Looking ends the edit that a failed run leaves open.
 * @throws ConfigurationError (`upload-shown-otherwise`), VendorError (`upload-not-shown`)
 */
async function prove(play, wish, outcome) {
    const end = (0,exec/* describeEnd */.l)(outcome.end);
    for (const pause of lookMs) {
        if (pause > 0)
            await play.sleep(pause);
        const track = trackOf(await (0,google_play_tracks.readTracks)(play), wish);
        const release = releaseOf(track, wish.versionCode);
        if (release === undefined) {
            play.log.info(`Google Play: ${(0,releases.tellTrack)(track)}`);
            continue;
        }
        if (!isAsWished(release, wish))
            throw new errors/* ConfigurationError */.j1(messages/* messages */.D['upload-shown-otherwise'](wish.versionCode, (0,releases.tellTrack)(track), end));
        const lifecycle = await (0,google_play_tracks.findLifecycle)(play, wish.track, wish.versionCode);
        play.log.info(`Google Play: ${(0,releases.tellTrack)(track)}; ${lifecycle ?? 'how far it has come is not told'}`);
        if (outcome.end.kind !== 'exited' || outcome.end.code !== 0)
            play.log.info(`Fastlane ended with ${end}, and the release is there all the same`);
        return { track, lifecycle };
    }
    const note = messages/* messages */.D['upload-not-shown'](wish.versionCode, wish.track, end, (0,store_upload_fastlane/* tellReason */.WJ)(outcome));
    throw new errors/* VendorError */.Hi(note, { vendor: 'Google Play', operation: 'upload', attempts: 1, ambiguous: false });
}

// EXTERNAL MODULE: ./src/kit/summary.js
var kit_summary = __webpack_require__(257);
;// CONCATENATED MODULE: ./actions/store-upload/play-summary.js




const HEADINGS = {
    sent: 'is at Google Play',
    there: 'was there already',
    'dry-run': 'a dry run',
    missing: 'is not at Google Play',
};
/** https://developers.google.com/android-publisher/api-ref/rest/v3/applications.tracks.releases */
const says = {
    DRAFT: 'It is a draft, which nobody gets.',
    NOT_SENT_FOR_REVIEW: 'Nobody gets it before somebody sends it for review in the Play Console.',
    IN_REVIEW: 'Google is reviewing it; users get it after that.',
    APPROVED_NOT_PUBLISHED: 'Google has approved it, and somebody has to publish it in the Play Console.',
    NOT_APPROVED: 'Google has not approved it: see the Play Console.',
    PUBLISHED: 'It is on its way to users.',
};
/** What became of a bundle, for people. */
function describeArrival({ inputs, log, summary }, { artifact, mapping, nativeSymbols, ...shipment }, { versionCode, track, fraction }, arrival) {
    const { manifest, bytes, sha256, signature, holdsMapping, holdsNativeSymbols } = artifact;
    const name = `${manifest.versionName ?? ''} (${versionCode})`.trim();
    const reach = fraction === undefined ? 'everybody' : `${Number((fraction * 100).toFixed(4))} %`;
    const what = HEADINGS[arrival.kind];
    log.info(`${name}, ${track}, ${reach}: ${what}`);
    summary.heading(2, `store-upload: ${name} ${what}`);
    if ('proof' in arrival) {
        // A commit is no publication.
        const state = says[arrival.proof.lifecycle ?? ''] ?? 'How far it has come is not told.';
        summary.paragraph(`Google Play: ${(0,releases.tellTrack)(arrival.proof.track)}. ${state}`);
    }
    else if (arrival.kind === 'dry-run')
        summary.paragraph(`Would go to ${reach} of ${track}.`);
    else
        summary.paragraph(`It was to go to ${reach} of ${track}. The next run goes on with it.`);
    const told = (given, isInside) => {
        const own = given === undefined ? [] : [`${given}${arrival.kind === 'there' ? ' (not sent in this run)' : ''}`];
        return [...(isInside ? ['inside the bundle'] : []), ...own].join('; ') || 'none';
    };
    summary.table([{ title: 'Artifact' }, { title: '' }], [
        ['Package', (0,kit_summary/* code */.aY)(manifest.packageName)],
        ['Version (code)', name],
        ['For', tellForm(shipment)],
        ['Signed by', (signature?.signers ?? []).map(({ subject }) => subject).join('; ')],
        ['Certificate', (0,kit_summary/* code */.aY)((signature?.signers ?? []).map(({ sha256: print }) => print).join(' '))],
        ['Mapping of R8', told(mapping === undefined ? undefined : inputs.mapping, holdsMapping)],
        ['Native symbols', told(nativeSymbols === undefined ? undefined : inputs.nativeSymbols, holdsNativeSymbols)],
        ['Size', (0,duration/* formatBytes */.z)(bytes)],
        ['SHA-256', (0,kit_summary/* code */.aY)(sha256)],
    ]);
}

// EXTERNAL MODULE: ./actions/store-upload/rollout.js
var store_upload_rollout = __webpack_require__(4120);
;// CONCATENATED MODULE: ./actions/store-upload/android.js










/** App bundles to tracks of Google Play, by Fastlane; whether they arrived, the store says. */
async function uploadAndroid(context, given) {
    const { inputs, log, outputs: out, environment, temp } = context;
    const shipments = await log.group('Preflight', async () => openBundles(context, given));
    const { packageName, versionName } = shipments[0].artifact.manifest;
    out.set({ 'bundle-id': packageName, version: versionName ?? '' });
    for (const shipment of shipments)
        set(context, shipment, { 'version-code': shipment.artifact.manifest.versionCode });
    const rollout = (0,store_upload_rollout/* planRollout */.ne)(context, versionName ?? '', shipments.map(({ form, artifact: { manifest } }) => ({
        ...{ store: 'google-play', packageName, isWatch: form === 'watch' },
        versionCode: manifest.versionCode,
    })));
    const fastlane = (0,store_upload_fastlane/* findFastlane */.WH)(environment, inputs.workingDirectory, context.workspace);
    const play = (0,google_play_open/* openGooglePlay */.G)(context, inputs.googleCredentials, packageName);
    const tasks = await makeTasks(context, play, shipments);
    const credentials = (0,store_upload_fastlane/* googleVariables */.nc)(environment, temp, toAbsolute(inputs.googleCredentials.trim(), inputs));
    const uploads = tasks.filter(({ there }) => there === undefined).length;
    await (0,store_upload_rollout/* whileMarked */.gM)(context, rollout, { packageName, uploads }, async () => deliverAll(context, { play, fastlane, credentials }, tasks, rollout));
    await (0,store_upload_rollout/* openRollout */.WV)(context, rollout);
}
async function deliverAll(context, sender, tasks, rollout) {
    for (const [index, task] of tasks.entries()) {
        try {
            const arrival = await deliver(context, sender, task);
            if ('proof' in arrival)
                set(context, task.shipment, {
                    uploaded: arrival.kind === 'sent',
                    lifecycle: arrival.proof.lifecycle ?? '',
                });
            describeArrival(context, task.shipment, task.wish, arrival);
        }
        catch (error) {
            const before = tasks[index - 1];
            if (before === undefined)
                throw error;
            noteMissing(context, before.wish, task);
            // What has arrived need not wait for the watch.
            await (0,store_upload_rollout/* openRollout */.WV)(context, rollout, [index - 1]);
            throw error;
        }
    }
}
/**
 * Everything that is known to go wrong is asked for before a byte of any bundle is sent. Reviews, too: what the phone's upload puts
 * into review is some seconds old when the watch's restarts it.
 */
async function makeTasks(context, play, shipments) {
    const { inputs } = context;
    const seen = await (0,google_play_tracks.readTracksAndCodes)(play);
    const names = seen.tracks.map(({ name }) => name);
    const wishes = shipments.map((shipment) => {
        const { packageName, versionCode } = shipment.artifact.manifest;
        const track = (0,track_names.resolveTrack)(shipment.track, names, packageName);
        set(context, shipment, { track });
        return { shipment, wish: { versionCode, track, fraction: shipment.fraction } };
    });
    const tasks = wishes.map((one) => ({ ...one, there: compareWithStore(seen, one.wish, inputs.supersede) }));
    if (inputs.onReview === 'stop' && tasks.some(({ there }) => there === undefined))
        await refuseInReview(play, seen.tracks);
    return tasks;
}
async function deliver(context, sender, { shipment, wish, there }) {
    const { play } = sender;
    if (there !== undefined) {
        const lifecycle = await (0,google_play_tracks.findLifecycle)(play, wish.track, wish.versionCode);
        return { kind: 'there', proof: { track: there, lifecycle } };
    }
    if (context.inputs.dryRun)
        return { kind: 'dry-run' };
    const { log } = context;
    const of = ` (${wish.versionCode})`;
    const outcome = await log.group(`Fastlane${of}`, async () => upload(context, sender, shipment, wish));
    return { kind: 'sent', proof: await log.group(`Proof${of}`, async () => prove(play, wish, outcome)) };
}
async function upload(context, { fastlane, credentials }, { given, artifact, mapping, nativeSymbols }, { versionCode, track, fraction }) {
    const { inputs, environment, temp, exec } = context;
    const { packageName } = artifact.manifest;
    const shared = { environment, temp, exec, fastlane, timeoutMs: inputs.uploadMinutes * 60_000 };
    if (inputs.lane !== undefined)
        return await (0,store_upload_fastlane/* runLane */.i8)({
            ...shared,
            lane: inputs.lane,
            folder: inputs.workingDirectory,
            passEnv: inputs.passEnv,
            variables: {
                ...credentials,
                SUPPLY_PACKAGE_NAME: packageName,
                SLIPWAY_ARTIFACT: given.path,
                SLIPWAY_TRACK: track,
                ...(fraction === undefined ? {} : { SLIPWAY_ROLLOUT: `${fraction}` }),
                ...(mapping === undefined ? {} : { SLIPWAY_MAPPING: mapping }),
                ...(nativeSymbols === undefined ? {} : { SLIPWAY_NATIVE_SYMBOLS: nativeSymbols }),
            },
        });
    return await (0,store_upload_fastlane/* runSupply */.lK)({
        ...shared,
        packageName,
        artifact: given.path,
        mapping,
        nativeSymbols,
        versionCode,
        track,
        fraction,
        priority: inputs.inAppUpdatePriority,
        notes: inputs.releaseNotes,
        credentials,
    });
}
/** Fastlane may run in another folder. */
function toAbsolute(given, { workingDirectory }) {
    const isPath = given !== '' && given !== 'machine' && !given.startsWith('{');
    return isPath && !(0,external_node_path_.isAbsolute)(given) ? (0,external_node_path_.resolve)(workingDirectory, given) : given;
}
/** One bundle has arrived, and the other has not. */
function noteMissing(context, arrived, { shipment, wish }) {
    describeArrival(context, shipment, wish, { kind: 'missing' });
    const { text, cure, id } = messages/* messages */.D['watch-left-behind'](arrived, wish);
    context.annotations.add({ level: 'warning', message: `${text} ${cure} [${id}]` });
}
/** The outputs without "wear-" speak of the phone's bundle, or of the only one. */
function set({ outputs }, { form, isFirst }, values) {
    if (isFirst)
        outputs.set(values);
    if (form === 'watch')
        outputs.set(Object.fromEntries(Object.entries(values).map(([name, value]) => [`wear-${name}`, value])));
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


/***/ }),

/***/ 9745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ openGooglePlay)
/* harmony export */ });
/* harmony import */ var _vendors_google_auth_sign_in__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5587);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5102);


/**
 * The app at Google Play, with the credentials of an input.
 * @param given JSON, the path of a file that holds it, "machine", or nothing
 * @throws ConfigurationError for credentials that are none
 */
function openGooglePlay(context, given, packageName) {
    const { http: openHttp, clock, log, signal, environment, vault } = context;
    const http = openHttp();
    const signIn = (0,_vendors_google_auth_sign_in__WEBPACK_IMPORTED_MODULE_0__.createGoogleSignIn)({ http, clock, environment, vault, given, scopes: [_client_js__WEBPACK_IMPORTED_MODULE_1__.publisherScope] });
    log.info(`Google Play: signing in as ${signIn.who}`);
    return (0,_client_js__WEBPACK_IMPORTED_MODULE_1__.createGooglePlay)({ http, clock, log, signal, environment, signIn, packageName });
}


/***/ })

};
