export const id = 983;
export const ids = [983];
export const modules = {

/***/ 5983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uploadAndroid: () => (/* binding */ uploadAndroid)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: ./src/kit/exec.js + 3 modules
var exec = __webpack_require__(6376);
// EXTERNAL MODULE: ./src/kit/summary.js
var kit_summary = __webpack_require__(257);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/kit/endpoints.js
var endpoints = __webpack_require__(7731);
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
            email: credentials_textOf(members, 'client_email', where),
            ...(typeof keyId === 'string' && keyId !== '' ? { keyId } : {}),
            key: readKey(credentials_textOf(members, 'private_key', where), where),
        };
    },
    external_account: (members, where) => {
        const impersonationUrl = members['service_account_impersonation_url'];
        return {
            kind: 'workload-identity',
            audience: credentials_textOf(members, 'audience', where),
            subjectTokenType: credentials_textOf(members, 'subject_token_type', where),
            tokenUrl: ofGoogle(credentials_textOf(members, 'token_url', where), 'token_url', where),
            source: readSource(members['credential_source'], where),
            ...(typeof impersonationUrl === 'string' && impersonationUrl !== ''
                ? { impersonationUrl: ofGoogle(impersonationUrl, 'service_account_impersonation_url', where) }
                : {}),
        };
    },
    authorized_user: (members, where) => ({
        kind: 'authorized-user',
        clientId: credentials_textOf(members, 'client_id', where),
        clientSecret: credentials_textOf(members, 'client_secret', where),
        refreshToken: credentials_textOf(members, 'refresh_token', where),
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
    const field = format['type'] === 'json' ? { field: credentials_textOf(format, 'subject_token_field_name', where) } : {};
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
function credentials_textOf(members, name, where) {
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








const sign_in_vendor = 'Google';
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
            return await http.request({ ...request, vendor: sign_in_vendor, repeatable: true });
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

;// CONCATENATED MODULE: ./src/vendors/google-auth/api.js


/** Before a request that was over a quota is sent again, in milliseconds. */
const quotaPausesMs = [10_000, 20_000, 40_000];
/** Quotas that older APIs answer with 403, without `Retry-After`: https://developers.google.com/android-publisher/quotas. */
const quotaReasons = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded']);
/** The part of a thin client that is the same for every API of Google. */
function createGoogleApi({ vendor, http, clock, signal, signIn, explain }) {
    async function send(request) {
        for (let attempt = 1;; attempt += 1) {
            const answer = await sendSignedIn(request);
            if (answer.status < 400)
                return answer;
            const error = readError(answer);
            const pause = quotaPausesMs[attempt - 1];
            // Nothing was done, so a write may be sent again, too.
            if (pause === undefined || !isOverQuota(error))
                throw explain(error, describe(answer, request, error, attempt));
            await clock.sleep(pause, signal);
        }
    }
    async function sendSignedIn(request) {
        const first = await sendWith(await signIn.accessToken(), request);
        return first.status === 401 ? sendWith(await signIn.renew(), request) : first;
    }
    async function sendWith(token, request) {
        return http.request({
            ...request,
            vendor,
            headers: { accept: 'application/json', ...request.headers, authorization: `Bearer ${token}` },
            accept: isAnswer,
        });
    }
    function describe({ status }, { operation }, { said }, attempts) {
        return { vendor, operation, status, attempts, ambiguous: false, body: said };
    }
    return { send };
}
/** Refusals are answers: the reasons in them are longer than what the kit keeps of a body. */
function isAnswer(status) {
    return (status >= 200 && status <= 299) || (status >= 400 && status <= 499 && ![408, 425, 429].includes(status));
}
function isOverQuota({ httpStatus, reasons }) {
    return httpStatus === 403 && reasons.some((reason) => quotaReasons.has(reason));
}
const words = (0,shapes/* text */.Qq)(50_000);
const reasonsShape = (0,shapes/* optional */.lq)((0,shapes/* list */.p_)((0,shapes/* record */.g1)({ reason: (0,shapes/* optional */.lq)(words) }, 'ignored')));
const errorShape = (0,shapes/* record */.g1)({
    error: (0,shapes/* record */.g1)({ message: (0,shapes/* optional */.lq)(words), status: (0,shapes/* optional */.lq)(words), errors: reasonsShape, details: reasonsShape }, 'ignored'),
}, 'ignored');
function readError(answer) {
    try {
        const { message = '', status = '', errors = [], details = [] } = answer.read(errorShape).error;
        const reasons = [...errors, ...details].flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
        return { httpStatus: answer.status, status, said: message, reasons };
    }
    catch (error) {
        if (!(error instanceof errors/* VendorError */.Hi))
            throw error;
        const said = answer.text().slice(0, 500).replaceAll(/\s+/g, ' ').trim();
        return { httpStatus: answer.status, status: '', said, reasons: [] };
    }
}

;// CONCATENATED MODULE: ./src/vendors/google-play/messages.js

/** A refusal of Google's: what it means, what Google says, what to do. */
function refusal(meaning, cure) {
    return (operation, said) => ({
        text: `Google Play refused "${operation}": ${meaning}. It says: ${said === '' ? '(nothing)' : said}`,
        cure,
    });
}
const messages_googlePlayMessages = (0,messages/* defineMessages */.Y)({
    'google-play-track-unknown': (asked, packageName, there, meant) => ({
        text: `${packageName} has no track "${asked}". There is: ${there}.`,
        cure: `Name one of these${meant === '' ? '' : ` (did you mean "${meant}"?)`}. A closed track is made in the Play Console under Testing; tracks of a watch appear once the form factor is added (Setup, Advanced settings).`,
    }),
    'google-play-track-ambiguous': (asked, packageName, candidates) => ({
        text: `"${asked}" could be several tracks of ${packageName}: ${candidates}.`,
        cure: 'Name the one that is meant as it is written here.',
    }),
    'google-play-move-refused': (move, seen, why) => ({
        text: `"${move}" was not tried: ${why}. Seen: ${seen}.`,
        cure: 'Nothing was changed. Look at the track in the Play Console, and ask for a move that its state allows.',
    }),
    'google-play-fraction-invalid': (move, why) => ({
        text: `"${move}" was not tried: ${why}.`,
        cure: 'A staged rollout goes to more than 0 and less than 1 (100 %) of the users, and upwards only. Everybody is a move of its own: complete.',
    }),
    'google-play-not-shown': (move, waited, seen) => ({
        text: `Google Play took "${move}", and ${waited} later does not show it. Seen: ${seen}.`,
        cure: 'Run the job again: it looks at the state first and repeats nothing that was done.',
    }),
    'google-play-not-proven': (move, why) => ({
        text: `Google Play took "${move}", and whether it shows could not be read: ${why}`,
        cure: 'Take it for made until you have looked. Run the job again: it looks at the state first and repeats nothing that was done.',
    }),
    'google-play-overtaken': (move, seen) => ({
        text: `Google Play took "${move}", and the track is already another: somebody else changed it at the same time. Seen: ${seen}.`,
        cure: 'Nothing was repeated, and what the other one did stands. See who changes this track beside Slipway, then run the job again: it decides by what it sees.',
    }),
    'google-play-file-unfit': (what, size, largest) => ({
        text: `The ${what} has ${size} bytes, and 1 to ${largest} can be uploaded.`,
        cure: 'Check that the build wrote the whole file, and this one. Nothing was sent.',
    }),
    'google-play-upload-broken': (what, sent, last) => ({
        text: `The upload of the ${what} broke off time and again, with ${sent} at Google; the last time with: ${last}.`,
        cure: "Look at the runner's network and at Google's status page, then run the job again: it begins anew, in an edit of its own.",
    }),
    'google-play-upload-differs': (what, sent, there) => ({
        text: `What Google has of the ${what} is not what was sent: SHA-256 ${there} instead of ${sent}.`,
        cure: 'Nothing was released. Run the job again; if it happens twice, something between the runner and Google changes the bytes.',
    }),
    'google-play-edit-gone': refusal('the edit was ended from outside, by another job with the same account, by another account or by a person in the Play Console', 'Give all jobs that change this app one concurrency group, then run the job again: it looks at the state first.'),
    'google-play-in-review': refusal('something of this app is in review, and sending this change would take it out of the queue', 'Wait until the review is over (Play Console, Publishing overview). Where this change is worth more, such as a halt, ask for it with the review restarted.'),
    'google-play-review-by-hand': refusal('after a rejection Google sends no change of this app for review by itself', 'Mend what was rejected in the Play Console and send it for review there. Or allow changes that are not sent by themselves: then somebody has to send them in the Console (Publishing overview).'),
    'google-play-review-automatic': refusal('Google sends the changes of this app for review by itself, and does not let a change wait for a person', 'Do not ask for a review by hand. To keep an approved change from users use managed publishing (Play Console, Publishing overview).'),
    'google-play-unauthorized': refusal('it does not take the access token, nor one made afresh', 'Check that the service account still exists and is not disabled.'),
    'google-play-forbidden': refusal('the account may not do this with this app', 'Invite the service account in the Play Console (Users and permissions) and give it for this app: view app information, release to testing tracks, release to production, and reply to reviews where ratings are a gate.'),
    'google-play-api-disabled': refusal('the Google Play Android Developer API is switched off in the project of the account', 'Enable androidpublisher.googleapis.com in the Google Cloud project that it names, and wait some minutes.'),
    'google-play-scope-missing': refusal('the access token does not have the scope of this API', 'Sign in with the scope https://www.googleapis.com/auth/androidpublisher (google-github-actions/auth: access_token_scopes).'),
    'google-play-package-unknown': refusal('it knows no app with this package name', 'Check the spelling, and that the app belongs to this developer account. A new app needs its first bundle uploaded by hand in the Play Console.'),
    'google-play-track-not-found': refusal('the app has no such track', 'Name a track as the Play Console and the list of tracks write it.'),
    'google-play-codes-unknown': refusal('no bundle or APK with these version codes was uploaded', 'Upload the bundle first, and check the version code against the App bundle explorer of the Play Console.'),
    'google-play-code-used': refusal('the version code was used before, and Google never takes one twice', 'Build with a higher version code. If the upload of an earlier run went through, go on with that bundle.'),
    'google-play-package-invalid': refusal('the file is not what this app takes', 'Upload the signed release bundle (or APK) of this very package.'),
    'google-play-no-upgrade': refusal('nobody who has the app could update to this version', 'Its version code has to be higher than those that users of this track have, and its devices have to be theirs (a watch bundle belongs on a watch track).'),
    'google-play-form-factor': refusal('the bundle and the track are for different form factors', 'Release a watch bundle on a track that begins with "wear:", and a phone bundle on one that does not.'),
    'google-play-no-countries': refusal('the track is available in no country', 'Choose countries for the track in the Play Console (the track, tab Countries / regions).'),
    'google-play-declaration-missing': refusal('the app uses a permission that has to be declared', 'Fill in the declaration in the Play Console (Policy, App content), then run the job again.'),
    'google-play-account-blocked': refusal('the developer account may not publish', 'The account owner has to look at the messages in the Play Console.'),
    'google-play-draft-app': refusal('the app was never published, and takes only drafts', 'Publish the first release by hand in the Play Console, or start this one as a draft.'),
    'google-play-first-staged': refusal('nobody has the app from this track yet, so there is nothing to stage', 'Give the first release of a track to everybody.'),
    'google-play-fully-released': refusal('the version is out to everybody, and cannot be staged any more', 'Nothing is left to raise. To stop it, halt it.'),
    'google-play-fraction': refusal('the fraction is not one that this release can have', 'A fraction lies between 0 and 1, both excluded, and belongs only to a release under way or halted.'),
    'google-play-notes-too-long': refusal('release notes are too long', 'Shorten them to 500 characters in each language.'),
    'google-play-one-of-a-kind': refusal('a track holds one release of each status', 'Look at the track in the Play Console: somebody may have started another release meanwhile.'),
    'google-play-release-to-halt-missing': refusal('a halted release of this track is in the way', 'Discard or complete the halted release in the Play Console, then run the job again.'),
    'google-play-rate-limited': refusal('too many requests', 'Run the job again later. 3,000 requests a minute are shared by all jobs of the project.'),
    'google-play-precondition': refusal('the app is in a state that does not allow it, and Google does not name which', 'Open the Publishing overview and the dashboard of the app in the Play Console: unfinished forms, a pending review or a first release that was never made by hand are what it usually is.'),
    'google-play-refused': refusal('it would refuse the same request again', 'Mend in the Play Console what it names, then run the job again.'),
});

;// CONCATENATED MODULE: ./src/vendors/google-play/refusals.js


const refusals_vendor = 'Google Play';
/** Google Play said no. */
class GooglePlayRefusal extends errors/* VendorError */.Hi {
    /** Which row of the table it is: the id of its message without "google-play-". Decisions rest on it. */
    kind;
    constructor(note, details) {
        super(note, details);
        this.name = 'GooglePlayRefusal';
        this.kind = note.id.replace(/^google-play-/, '');
    }
}
const tramline = 'https://github.com/tramlinehq/tramline (play_developer/error.rb)';
const pages = 'https://developers.google.com/android-publisher';
const says = (pattern, ...statuses) => ({ said, httpStatus }) => pattern.test(said) && (statuses.length === 0 || statuses.includes(httpStatus));
const gives = (...names) => ({ reasons }) => reasons.some((reason) => names.includes(reason));
const either = (...tests) => (error) => tests.some((test) => test(error));
const refusals_messages = messages_googlePlayMessages;
/** In this order: the first that fits. A 403 is as often a bundle that Google does not take as a permission. */
const table = [
    {
        note: refusals_messages['google-play-edit-gone'],
        fault: 'vendor',
        when: either(says(/edit has been deleted|edit has expired|outside of this edit|already been successfully committed/i), says(/^edit not found/i, 404), gives('editExpired', 'editNotFound', 'editAlreadyCommitted'), ({ httpStatus }) => httpStatus === 409),
        source: `${pages}/concurrency-considerations, ${pages}/api-ref/rest/v3/edits; the words: ${tramline}, https://github.com/r0adkll/upload-google-play/issues/96; legacy reasons: https://github.com/Triple-T/gradle-play-publisher (Responses.kt)`,
    },
    {
        note: refusals_messages['google-play-in-review'],
        fault: 'vendor',
        when: either(gives('CHANGES_ALREADY_IN_REVIEW'), says(/already have changes in review/i)),
        source: `${pages}/api-ref/rest/v3/edits/commit#changes_in_review_error_message_sample`,
    },
    {
        note: refusals_messages['google-play-review-by-hand'],
        fault: 'user',
        when: says(/cannot be sent for review automatically/i),
        source: 'https://github.com/r0adkll/upload-google-play/issues/228',
    },
    {
        note: refusals_messages['google-play-review-automatic'],
        fault: 'user',
        when: says(/changesNotSentForReview must not be set/i),
        source: 'https://github.com/r0adkll/upload-google-play/issues/228',
    },
    {
        note: refusals_messages['google-play-rate-limited'],
        fault: 'vendor',
        when: gives('rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded'),
        source: `${pages}/quotas`,
    },
    {
        note: refusals_messages['google-play-unauthorized'],
        fault: 'user',
        when: ({ httpStatus }) => httpStatus === 401,
        source: 'https://cloud.google.com/docs/authentication/troubleshoot-adc',
    },
    {
        note: refusals_messages['google-play-api-disabled'],
        fault: 'user',
        when: either(says(/has not been used in project|it is disabled/i, 403), gives('accessNotConfigured', 'SERVICE_DISABLED')),
        source: tramline,
    },
    {
        note: refusals_messages['google-play-scope-missing'],
        fault: 'user',
        when: either(says(/insufficient authentication scopes/i), gives('ACCESS_TOKEN_SCOPE_INSUFFICIENT')),
        source: 'https://cloud.google.com/docs/authentication/troubleshoot-adc',
    },
    {
        note: refusals_messages['google-play-forbidden'],
        fault: 'user',
        when: says(/caller does not have permission/i, 403),
        source: tramline,
    },
    {
        note: refusals_messages['google-play-code-used'],
        fault: 'user',
        when: either(says(/version code .*already been used/i), gives('apkUpgradeVersionConflict', 'apkNotificationMessageKeyUpgradeVersionConflict')),
        source: `${tramline}, https://github.com/fastlane/fastlane/issues/16553`,
    },
    {
        note: refusals_messages['google-play-form-factor'],
        fault: 'user',
        when: says(/android\.hardware\.type\.watch/),
        source: 'https://github.com/r0adkll/upload-google-play/issues/235',
    },
    {
        note: refusals_messages['google-play-no-upgrade'],
        fault: 'user',
        when: either(says(/does not allow any existing users to upgrade/i), gives('apkNoUpgradePath')),
        source: tramline,
    },
    {
        note: refusals_messages['google-play-package-invalid'],
        fault: 'user',
        when: says(/was not signed|wrong package name|not a valid zip archive/i),
        source: tramline,
    },
    {
        note: refusals_messages['google-play-no-countries'],
        fault: 'user',
        when: says(/targeting no countries/i),
        source: tramline,
    },
    {
        note: refusals_messages['google-play-declaration-missing'],
        fault: 'user',
        when: says(/you must let us know whether/i),
        source: tramline,
    },
    {
        note: refusals_messages['google-play-account-blocked'],
        fault: 'user',
        when: says(/issues with your account/i),
        source: tramline,
    },
    {
        note: refusals_messages['google-play-notes-too-long'],
        fault: 'user',
        when: says(/notes in language .* too long/i),
        source: 'https://github.com/keymanapp/keyman/issues/5533',
    },
    {
        note: refusals_messages['google-play-package-unknown'],
        fault: 'user',
        when: either(says(/^package not found/i, 404), gives('applicationNotFound')),
        source: tramline,
    },
    {
        note: refusals_messages['google-play-codes-unknown'],
        fault: 'user',
        when: says(/version codes could not be found/i, 404),
        source: tramline,
    },
    {
        note: refusals_messages['google-play-track-not-found'],
        fault: 'user',
        when: either(says(/track (not found|empty)/i, 404), gives('trackNotFound', 'trackEmpty')),
        source: 'https://github.com/fastlane/fastlane (supply/lib/supply/client.rb)',
    },
    {
        note: refusals_messages['google-play-draft-app'],
        fault: 'user',
        when: says(/only releases with status draft/i),
        source: tramline,
    },
    {
        note: refusals_messages['google-play-first-staged'],
        fault: 'user',
        when: says(/first release on a track cannot be staged/i),
        source: tramline,
    },
    {
        note: refusals_messages['google-play-fully-released'],
        fault: 'user',
        when: says(/fully released can ?not be staged/i),
        source: tramline,
    },
    {
        note: refusals_messages['google-play-fraction'],
        fault: 'user',
        when: says(/user ?fraction/i, 400),
        source: 'https://github.com/fastlane/fastlane/issues/17605',
    },
    {
        note: refusals_messages['google-play-one-of-a-kind'],
        fault: 'user',
        when: says(/only one \w+ release is allowed/i),
        source: 'https://github.com/fastlane/fastlane/issues/28995',
    },
    {
        note: refusals_messages['google-play-release-to-halt-missing'],
        fault: 'user',
        when: gives('releaseToHaltNotFound'),
        source: 'https://github.com/fastlane/fastlane/issues/13588',
    },
    {
        note: refusals_messages['google-play-precondition'],
        fault: 'vendor',
        when: either(says(/precondition check failed/i), ({ status }) => status === 'FAILED_PRECONDITION'),
        source: 'https://github.com/r0adkll/upload-google-play/issues/239',
    },
];
/** What a refusal means. A user's fault is a ConfigurationError that has the refusal as its cause. */
function explainRefusal(error, details) {
    const row = table.find(({ when }) => when(error));
    const note = (row?.note ?? refusals_messages['google-play-refused'])(details.operation, error.said);
    const refusal = new GooglePlayRefusal(note, details);
    return row?.fault === 'user' ? new errors/* ConfigurationError */.j1(note, [], { cause: refusal }) : refusal;
}
/** The refusal behind an error, whosever fault it is; undefined for every other error. */
function refusals_findRefusal(error) {
    if (error instanceof GooglePlayRefusal)
        return error;
    return error instanceof errors/* ConfigurationError */.j1 && error.cause instanceof GooglePlayRefusal ? error.cause : undefined;
}

;// CONCATENATED MODULE: ./src/vendors/google-play/client.js





/** https://developers.google.com/android-publisher/authorization */
const publisherScope = 'https://www.googleapis.com/auth/androidpublisher';
const uploadTimeoutMs = 300_000;
const publicApi = 'https://androidpublisher.googleapis.com';
/** An address below an app; what is put in is escaped, so that "wear:internal" and "My testers" are names like any other. */
function client_path(parts, ...names) {
    return String.raw({ raw: parts }, ...names.map((name) => encodeURIComponent(name)));
}
/**
 * A thin client on `kit/http`, so that deadlines, repetitions and redirects are those of all clients here. Google's own
 * package sends by a network stack of its own and repeats commits.
 * https://developers.google.com/android-publisher/api-ref/rest
 * @throws ConfigurationError (`endpoint-not-loopback`).
 */
function createGooglePlay(options) {
    const { http, clock, log, signal, environment, signIn, packageName } = options;
    const base = (0,endpoints/* readRedirect */.Dr)(endpoints/* redirects */.cq.google, environment) ?? publicApi;
    const below = `/androidpublisher/v3/applications/${encodeURIComponent(packageName)}`;
    const app = `${base}${below}`;
    const api = createGoogleApi({ vendor: refusals_vendor, http, clock, signal, signIn, explain: explainRefusal });
    return {
        packageName,
        clock,
        log,
        read: async ({ operation, path: address, query }, shape) => (await api.send({ operation, method: 'GET', url: `${app}${address}${toQuery(query)}` })).read(shape),
        command: async ({ operation, method, path: address, query, body, repeatable }) => api.send({
            operation,
            method,
            url: `${app}${address}${toQuery(query)}`,
            repeatable,
            ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        }),
        upload: async ({ operation, to, headers, body, repeatable }) => api.send({
            operation,
            method: 'POST',
            url: 'path' in to ? `${base}/upload${below}${to.path}` : checkAddress(to.address, base, operation),
            headers,
            repeatable,
            // "Set a timeout of two minutes": https://developers.google.com/android-publisher/api-ref/rest/v3/edits.bundles/upload
            timeoutMs: uploadTimeoutMs,
            deadlineMs: uploadTimeoutMs * 2,
            ...(body === undefined ? {} : { body }),
        }),
        sleep: async (ms) => clock.sleep(ms, signal),
    };
}
function toQuery(query = {}) {
    const written = new URLSearchParams(query).toString();
    return written === '' ? '' : `?${written}`;
}
/** The token goes to Google, or to where everything goes, whatever an answer names. */
function checkAddress(address, base, operation) {
    const named = URL.canParse(address) ? new URL(address) : undefined;
    const isGoogle = named?.protocol === 'https:' && /^([a-z0-9-]+\.)+googleapis\.com$/.test(named.host);
    if (named?.origin === new URL(base).origin || (base === publicApi && isGoogle))
        return address;
    const reason = `the address of the upload is "${address.slice(0, 80)}", which is none of Google's`;
    const note = messages/* kitMessages */.Z['vendor-unreadable'](refusals_vendor, operation, reason);
    throw new errors/* VendorError */.Hi(note, { vendor: refusals_vendor, operation, attempts: 1, ambiguous: false });
}

;// CONCATENATED MODULE: ./src/vendors/google-play/releases.js

/** An int64, which Google's JSON writes as a text and some clients as a number. */
const integer = (value, where) => {
    const written = (0,shapes/* text */.Qq)(19, /^\d+$/, 'a whole number')(typeof value === 'number' ? String(value) : value, where);
    return (0,shapes/* number */.ai)('whole', 0, Number.MAX_SAFE_INTEGER)(Number(written), where);
};
/** A double, of which the same holds. */
const fraction = (value, where) => (0,shapes/* number */.ai)('any', 0, 1)(typeof value === 'string' && value !== '' ? Number(value) : value, where);
const releases_words = (0,shapes/* text */.Qq)(10_000);
const releaseShape = (0,shapes/* record */.g1)({
    name: (0,shapes/* optional */.lq)(releases_words),
    versionCodes: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)(integer)),
    status: (0,shapes/* oneOf */.yL)(['draft', 'inProgress', 'halted', 'completed']),
    userFraction: (0,shapes/* optional */.lq)(fraction),
    inAppUpdatePriority: (0,shapes/* optional */.lq)((0,shapes/* number */.ai)('whole', 0, 5)),
    releaseNotes: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)((0,shapes/* record */.g1)({ language: releases_words, text: (0,shapes/* optional */.lq)(releases_words) }, 'ignored'))),
    countryTargeting: (0,shapes/* optional */.lq)((0,shapes/* record */.g1)({ countries: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)(releases_words)), includeRestOfWorld: (0,shapes/* optional */.lq)((0,shapes/* oneOf */.yL)([true, false])) }, 'ignored')),
}, 'ignored');
const readRelease = (value, where) => {
    const { name, versionCodes, status, userFraction, ...read } = releaseShape(value, where);
    return {
        name: name ?? '',
        versionCodes: versionCodes ?? [],
        status,
        fraction: userFraction ?? null,
        priority: read.inAppUpdatePriority ?? 0,
        notes: (read.releaseNotes ?? []).map((note) => ({ language: note.language, text: note.text ?? '' })),
        countries: read.countryTargeting === undefined
            ? null
            : {
                codes: read.countryTargeting.countries ?? [],
                restOfWorld: read.countryTargeting.includeRestOfWorld ?? false,
            },
        sent: value,
    };
};
const trackShape = (0,shapes/* record */.g1)({ track: releases_words, releases: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)(readRelease)) }, 'ignored');
/** `tracks` of https://developers.google.com/android-publisher/api-ref/rest/v3/edits.tracks/list. */
const tracksShape = (value, where) => {
    const { tracks } = (0,shapes/* record */.g1)({ tracks: (0,shapes/* list */.p_)(trackShape) }, 'ignored')(value, where);
    return tracks.map(({ track, releases }) => ({ name: track, releases: releases ?? [] }));
};
/** Without what only goes back to Google. */
function toTrack({ name, releases }) {
    return {
        name,
        releases: releases.map(({ name: label, versionCodes, status, fraction: share, priority, notes, countries }) => ({
            name: label,
            versionCodes,
            status,
            fraction: share,
            priority,
            notes,
            countries,
        })),
    };
}
/** By which a release is the same one from look to look. */
function idOf({ versionCodes }) {
    return Math.max(...versionCodes);
}
/** The release of which this is the highest version code: one that merely retains it is another. */
function findRelease({ releases }, versionCode) {
    return releases.find((release) => idOf(release) === versionCode);
}
/** Doubles that went through JSON, and perhaps through a float on the way. */
function isSameFraction(one, other) {
    if (one === null || other === null)
        return one === other;
    return Math.abs(one - other) < 1e-6;
}
/** "5 %", "99.9 %". */
function tellFraction(share) {
    return `${Number((share * 100).toFixed(4))} %`;
}
/** In words, as messages show it: "production has 42 inProgress at 5 %, 40 completed". */
function tellTrack({ name, releases }) {
    const told = releases.map(({ versionCodes, status, fraction: share }) => {
        const codes = versionCodes.length === 0 ? 'no version code' : versionCodes.toSorted((a, b) => b - a).join('+');
        return `${codes} ${status}${share === null ? '' : ` at ${tellFraction(share)}`}`;
    });
    return `${name} has ${told.length === 0 ? 'no release' : told.join(', ')}`;
}

;// CONCATENATED MODULE: ./src/vendors/google-play/edits.js





const committing = 'commit the edit';
const mostEdits = 3;
const pauseMs = 5_000;
const editShape = (0,shapes/* record */.g1)({ id: (0,shapes/* text */.Qq)(200, /^[\w.-]+$/, 'an id') }, 'ignored');
/**
 * Opens an edit, which ends any other edit that this account has open for the app, and closes it again unless it was
 * committed. What is uploaded into an edit is lost with it.
 * https://developers.google.com/android-publisher/edits, https://developers.google.com/android-publisher/concurrency-considerations
 */
async function withEdit(play, use) {
    const opened = await play.command({
        operation: 'open an edit',
        method: 'POST',
        path: '/edits',
        // A second one ends the first, and that is all.
        repeatable: true,
    });
    const { id } = opened.read(editShape);
    const state = { isOpen: true };
    const edit = {
        id,
        readTracks: async () => play.read({ operation: 'read the tracks', path: client_path `/edits/${id}/tracks` }, tracksShape),
        putTrack: async (name, releases) => {
            await play.command({
                operation: 'change the track',
                method: 'PUT',
                path: client_path `/edits/${id}/tracks/${name}`,
                body: { track: name, releases },
                // Nothing but the edit changes, and to the same.
                repeatable: true,
            });
        },
        commit: async (policy) => commit(play, id, policy, () => {
            state.isOpen = false;
        }),
    };
    try {
        return await use(edit);
    }
    finally {
        if (state.isOpen)
            await edits_close(play, id);
    }
}
/**
 * The same, with a new edit when one was ended from outside. For what only reads: whoever changes something has to look again.
 * @throws GooglePlayRefusal (`google-play-edit-gone`) when that happens time and again.
 */
async function readInEdit(play, read) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await withEdit(play, read);
        }
        catch (error) {
            if (refusals_findRefusal(error)?.kind !== 'edit-gone' || attempt === mostEdits)
                throw error;
            play.log.info(`Google Play: the edit was ended from outside; attempt ${attempt + 1} of ${mostEdits}`);
            // Who comes back at once ends the edit of the one that ended his.
            await play.sleep(pauseMs * attempt);
        }
    }
}
async function commit(play, id, policy, onEnd) {
    const { inReview = 'refuse', review = 'automatic' } = policy;
    const send = async (byHand) => {
        const changesInReviewBehavior = inReview === 'refuse' ? 'ERROR_IF_IN_REVIEW' : 'CANCEL_IN_REVIEW_AND_SUBMIT';
        try {
            await play.command({
                operation: committing,
                method: 'POST',
                path: client_path `/edits/${id}:commit`,
                // Where Google sends by itself the parameter has to be left out: it refuses even a needless one.
                query: { changesInReviewBehavior, ...(byHand ? { changesNotSentForReview: 'true' } : {}) },
                repeatable: false,
            });
            onEnd();
        }
        catch (error) {
            // Deleting an edit whose commit is under way would decide what nobody knows.
            if (error instanceof errors/* VendorError */.Hi && error.details.ambiguous)
                onEnd();
            throw error;
        }
    };
    try {
        await send(review === 'by-hand');
        return review !== 'by-hand';
    }
    catch (error) {
        if (review !== 'as-asked' || refusals_findRefusal(error)?.kind !== 'review-by-hand')
            throw error;
        play.log.info('Google Play sends no change of this app for review by itself: committing for a person to send it');
        await send(true);
        return false;
    }
}
/** An edit that stays open does no harm but to the account's next one, which ends it. */
async function edits_close(play, id) {
    try {
        await play.command({ operation: 'close the edit', method: 'DELETE', path: client_path `/edits/${id}`, repeatable: true });
    }
    catch (error) {
        if (refusals_findRefusal(error) === undefined && !(error instanceof errors/* VendorError */.Hi))
            throw error;
        play.log.info(`Google Play: the edit ${id} was not closed, and ends by itself`);
    }
}

// EXTERNAL MODULE: ./src/kit/suggest.js
var suggest = __webpack_require__(9839);
;// CONCATENATED MODULE: ./src/vendors/google-play/track-names.js



/**
 * Form factors whose tracks have names of their own: https://developers.google.com/android-publisher/tracks#ff-track-name
 * (wear, automotive); the others are those that users of the API have seen.
 */
const prefixes = ['wear:', 'automotive:', 'tv:', 'android_xr:', 'google_play_games_pc:'];
/** Spellings of one track: documents say "qa" where lists of tracks say "internal", and the Play Console says "open" for "beta". */
const spellings = {
    internal: ['internal', 'qa'],
    qa: ['qa', 'internal'],
    open: ['beta'],
};
const namedTracks = new Set(['production', 'beta', 'internal', 'qa']);
/** Names under which a track may be found where nobody has the list of tracks; the likeliest first. */
function listSpellings(asked) {
    const [prefix, name] = split(asked);
    const known = name === 'closed' ? ['alpha'] : (spellings[name] ?? [name]);
    return [...new Set([...known.map((one) => prefix + one), asked])];
}
/**
 * The name that a track has in this app. "closed" is the closed track of a form factor: "alpha", or one with a name of its own;
 * never "beta", which is open to everybody. Which releases are there does not matter, so that the answer is the same tomorrow.
 * @param there names of all tracks of the app
 * @throws ConfigurationError (`google-play-track-unknown`, `google-play-track-ambiguous`), with the names that there are.
 */
function resolveTrack(asked, there, packageName) {
    if (there.includes(asked))
        return asked;
    const [prefix, name] = split(asked);
    const candidates = name === 'closed' ? listClosed(prefix, there) : listSpellings(asked).filter((one) => there.includes(one));
    const [first, second] = candidates;
    const quoted = (names) => names.map((one) => `"${one}"`).join(', ');
    if (first !== undefined && (name !== 'closed' || second === undefined))
        return first;
    if (second !== undefined) {
        throw new errors/* ConfigurationError */.j1(messages_googlePlayMessages['google-play-track-ambiguous'](asked, packageName, quoted(candidates)));
    }
    const list = there.length === 0 ? 'none' : quoted(there);
    const meant = (0,suggest/* suggest */.Z)(asked, there) ?? '';
    throw new errors/* ConfigurationError */.j1(messages_googlePlayMessages['google-play-track-unknown'](asked, packageName, list, meant));
}
function listClosed(prefix, there) {
    return there.filter((one) => {
        const [own, name] = split(one);
        return own === prefix && !namedTracks.has(name);
    });
}
function split(track) {
    const prefix = prefixes.find((one) => track.startsWith(one)) ?? '';
    return [prefix, track.slice(prefix.length)];
}

;// CONCATENATED MODULE: ./src/vendors/google-play/resumable-upload.js





/** So much goes with one request, so that a break costs little and memory stays small; rounded up to what Google asks for. */
const leastChunkBytes = (/* unused pure expression or super */ null && (8 * 1_024 * 1_024));
/** Breaks in a row without a byte that arrived. */
const mostBreaks = 5;
const mostSessions = 3;
/**
 * X-Goog-Upload-*, which Google's own clients speak: begin, send in order, and after a break ask how much has arrived and go on
 * from there.
 * https://developers.google.com/streetview/publish/resumable-uploads
 * @throws as `GooglePlay.command`; VendorError (`google-play-upload-broken`).
 */
async function resumable_upload_uploadResumably(play, upload) {
    for (let attempt = 1;; attempt += 1) {
        const session = await begin(play, upload);
        try {
            return await sendAll(play, upload, session);
        }
        catch (error) {
            if (!isForgotten(error) || attempt === mostSessions)
                throw error;
            // Perhaps since everything had arrived.
            const there = await upload.find();
            if (there !== undefined)
                return there;
            play.log.info(`${vendor}: the upload of the ${upload.what} begins anew, since Google has forgotten about it`);
        }
    }
}
async function begin(play, { what, path, file }) {
    const operation = `begin the upload of the ${what}`;
    const { headers } = await play.upload({
        operation,
        to: { path },
        headers: {
            'x-goog-upload-protocol': 'resumable',
            'x-goog-upload-command': 'start',
            'x-goog-upload-header-content-length': String(file.size),
            'x-goog-upload-header-content-type': 'application/octet-stream',
        },
        // One that was begun and not continued is nothing.
        repeatable: true,
    });
    const address = headers.get('x-goog-upload-url');
    if (address === null)
        throw unreadable(operation, 'it does not say where to');
    const granularity = Math.max(1, Number(headers.get('x-goog-upload-chunk-granularity') ?? 1) || 1);
    return { address, chunkBytes: Math.ceil(leastChunkBytes / granularity) * granularity };
}
async function sendAll(play, upload, session) {
    let received = 0;
    let breaks = 0;
    let mustAsk = false;
    for (;;) {
        try {
            const progress = mustAsk
                ? await askProgress(play, upload, session)
                : await sendChunk(play, upload, session, received);
            if ('result' in progress)
                return progress.result;
            if (progress.received > received)
                breaks = 0;
            else if (!mustAsk)
                throw unreadable(`upload the ${upload.what}`, 'it took a request, and has no byte more');
            if (mustAsk)
                play.log.info(`${vendor}: ${formatBytes(progress.received)} of the ${upload.what} have arrived`);
            received = progress.received;
            mustAsk = false;
        }
        catch (error) {
            if (!(error instanceof VendorError) || findRefusal(error) !== undefined)
                throw error;
            mustAsk = true;
            breaks += 1;
            if (breaks > mostBreaks) {
                const note = googlePlayMessages['google-play-upload-broken'];
                throw new VendorError(note(upload.what, formatBytes(received), error.message), error.details, { cause: error });
            }
            await play.sleep(1_000 * 2 ** breaks);
        }
    }
}
async function sendChunk(play, upload, { address, chunkBytes }, offset) {
    const { what, file } = upload;
    const body = await file.read(offset, Math.min(chunkBytes, file.size - offset));
    const end = offset + body.byteLength;
    const isLast = end >= file.size;
    // All bytes may be there and only the end be missing.
    const commands = [...(body.byteLength > 0 ? ['upload'] : []), ...(isLast ? ['finalize'] : [])];
    const answer = await play.upload({
        operation: `upload the ${what}`,
        to: { address },
        headers: {
            'content-type': 'application/octet-stream',
            'x-goog-upload-command': commands.join(', '),
            'x-goog-upload-offset': String(offset),
        },
        body,
        repeatable: false,
    });
    return readProgress(upload, answer, end);
}
async function askProgress(play, upload, { address }) {
    const answer = await play.upload({
        operation: `ask how much of the ${upload.what} has arrived`,
        to: { address },
        headers: { 'x-goog-upload-command': 'query' },
        repeatable: true,
    });
    return readProgress(upload, answer, undefined);
}
/** @param assumed what has arrived where the answer does not say: all that it is the answer to */
function readProgress({ what, file, shape }, answer, assumed) {
    const status = answer.headers.get('x-goog-upload-status') ?? 'missing';
    if (status === 'final')
        return { result: answer.read(shape) };
    const operation = `upload the ${what}`;
    if (status !== 'active')
        throw unreadable(operation, `the status of the upload is ${status}`);
    const received = Number(answer.headers.get('x-goog-upload-size-received') ?? assumed ?? Number.NaN);
    if (Number.isSafeInteger(received) && received >= 0 && received <= file.size)
        return { received };
    throw unreadable(operation, 'it does not say how much has arrived');
}
/** The address of an upload that is over, or too old. */
function isForgotten(error) {
    const refusal = findRefusal(error);
    return refusal !== undefined && refusal.kind !== 'edit-gone' && [404, 410].includes(refusal.details.status ?? 0);
}
function unreadable(operation, reason) {
    const note = kitMessages['vendor-unreadable'](vendor, operation, reason);
    return new VendorError(note, { vendor, operation, attempts: 1, ambiguous: true });
}

;// CONCATENATED MODULE: ./src/vendors/google-play/uploads.js







/** `maxSize` of each method: https://androidpublisher.googleapis.com/$discovery/rest?version=v3 */
const largest = { bundle: 53_687_091_200, symbols: 2_097_152_000 };
const bundleShape = (0,shapes/* record */.g1)({ versionCode: integer, sha256: (0,shapes/* text */.Qq)(64, /^[0-9a-fA-F]{64}$/, 'a SHA-256 in hex') }, 'ignored');
const symbolsShape = (0,shapes/* record */.g1)({ deobfuscationFile: (0,shapes/* record */.g1)({ symbolType: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(40)) }, 'ignored') }, 'ignored');
/**
 * Uploads a bundle into an edit of the caller's, where it stays until the edit is committed; unless these very bytes are there
 * already, since Google takes no version code twice.
 * @throws ConfigurationError (`google-play-file-unfit` before anything is sent, or what Google refuses); GooglePlayRefusal
 *   (`google-play-edit-gone`: the caller begins anew); VendorError.
 */
async function uploadBundle(play, edit, file) {
    checkSize('bundle', file, largest.bundle);
    const known = await findBundle(play, edit, file);
    if (known !== undefined)
        return known;
    const { id } = edit;
    const uploaded = await uploadResumably(play, {
        what: 'bundle',
        path: path `/edits/${id}/bundles`,
        file,
        shape: bundleShape,
        find: async () => findBundle(play, edit, file),
    });
    if (uploaded.sha256.toLowerCase() !== file.sha256) {
        const note = googlePlayMessages['google-play-upload-differs']('bundle', file.sha256, uploaded.sha256);
        throw new VendorError(note, { vendor, operation: 'upload the bundle', attempts: 1, ambiguous: false });
    }
    return { versionCode: uploaded.versionCode, sha256: file.sha256 };
}
/**
 * Uploads what makes crash reports of a version readable: the mapping of R8 (`proguard`) or a zip of native symbols
 * (`nativeCode`). A second file of a kind takes the place of the first.
 * https://developers.google.com/android-publisher/api-ref/rest/v3/edits.deobfuscationfiles/upload
 * @throws as `uploadBundle`
 */
async function uploadSymbols(play, edit, of, file) {
    const what = of.kind === 'proguard' ? 'mapping' : 'archive of native symbols';
    checkSize(what, file, largest.symbols);
    await uploadResumably(play, {
        what,
        path: path `/edits/${edit.id}/apks/${String(of.versionCode)}/deobfuscationFiles/${of.kind}`,
        file,
        shape: symbolsShape,
        find: async () => Promise.resolve(undefined),
    });
}
async function findBundle(play, edit, { sha256 }) {
    return (await readBundles(play, edit)).find((bundle) => bundle.sha256.toLowerCase() === sha256);
}
/** The bundles that the app has, on a track or on none. Google may leave out old ones. */
async function readBundles(play, { id }) {
    const question = { operation: 'read the bundles', path: client_path `/edits/${id}/bundles` };
    const { bundles = [] } = await play.read(question, (0,shapes/* record */.g1)({ bundles: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)(bundleShape)) }, 'ignored'));
    return bundles;
}
function checkSize(what, { size }, most) {
    if (size >= 1 && size <= most)
        return;
    throw new ConfigurationError(googlePlayMessages['google-play-file-unfit'](what, size, most));
}

;// CONCATENATED MODULE: ./src/vendors/google-play/tracks.js








const prefix = 'RELEASE_LIFECYCLE_STATE_';
const summaryShape = (0,shapes/* record */.g1)({
    releaseName: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(1_000)),
    releaseLifecycleState: (0,shapes/* text */.Qq)(100),
    activeArtifacts: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)((0,shapes/* record */.g1)({ versionCode: integer }, 'ignored'))),
}, 'ignored');
const shape = (0,shapes/* record */.g1)({ releases: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)(summaryShape)) }, 'ignored');
/**
 * Where the releases of a track stand between commit and users. It costs nothing: no edit is opened, and nobody's work is
 * disturbed. It knows no fractions, nor whether a release is halted: that is `readTracks`.
 * @param asked a name of a track, in any spelling that can be told without the list of tracks
 * @throws ConfigurationError, GooglePlayRefusal, VendorError.
 */
async function readLifecycle(play, asked) {
    const names = listSpellings(asked);
    for (const [index, track] of names.entries()) {
        try {
            const question = { operation: 'read the releases', path: client_path `/tracks/${track}/releases` };
            const { releases = [] } = await play.read(question, shape);
            return { track, releases: releases.map(toLifecycle) };
        }
        catch (error) {
            if (refusals_findRefusal(error)?.kind !== 'track-not-found' || index === names.length - 1)
                throw error;
        }
    }
    throw new RangeError('A track has a name.');
}
/**
 * All tracks with the releases, statuses and fractions that the app is to have; whether users have them already is
 * `readLifecycle`. **It has a price**: fractions are told only inside an edit, and opening one ends any other edit that this
 * account has open for the app. Ask when something is to be decided, and never while an upload of the same account runs; an
 * account of its own for looks disturbs nobody. The edit is closed again.
 * @throws ConfigurationError, GooglePlayRefusal, VendorError.
 */
async function readTracks(play) {
    return readInEdit(play, async (edit) => (await edit.readTracks()).map(toTrack));
}
/**
 * The same, and the version codes that cannot be uploaded any more: those of the bundles that the app has, on a track or on
 * none. A code that is missing may be used all the same, since Google need not list what is old.
 * @throws as `readTracks`
 */
async function readTracksAndCodes(play) {
    return readInEdit(play, async (edit) => ({
        tracks: (await edit.readTracks()).map(toTrack),
        versionCodes: (await readBundles(play, edit)).map(({ versionCode }) => versionCode),
    }));
}
/** What is known of one version in a track, null where Google does not tell: a release that was made may be on its way. */
async function findLifecycle(play, track, versionCode) {
    try {
        const { releases } = await readLifecycle(play, track);
        return releases.find(({ versionCodes }) => Math.max(...versionCodes) === versionCode)?.state ?? null;
    }
    catch (error) {
        // The move that this is asked after is made, and stays made.
        if (refusals_findRefusal(error) === undefined && !(error instanceof errors/* VendorError */.Hi))
            throw error;
        return null;
    }
}
function toLifecycle({ releaseName, releaseLifecycleState, activeArtifacts }) {
    return {
        name: releaseName ?? '',
        versionCodes: (activeArtifacts ?? []).map(({ versionCode }) => versionCode),
        state: releaseLifecycleState.startsWith(prefix)
            ? releaseLifecycleState.slice(prefix.length)
            : releaseLifecycleState,
    };
}

// EXTERNAL MODULE: ./actions/store-upload/fastlane.js
var store_upload_fastlane = __webpack_require__(241);
// EXTERNAL MODULE: ./actions/store-upload/messages.js
var store_upload_messages = __webpack_require__(9629);
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

;// CONCATENATED MODULE: ./actions/store-upload/android.js














/** An app bundle to a track of Google Play, by Fastlane; whether it arrived, the store says. */
async function uploadAndroid(context, given) {
    const { inputs, log, outputs: out } = context;
    const artifact = await log.group('Preflight', async () => preflight(context, given));
    const { packageName, versionCode, versionName } = artifact.manifest;
    out.set({ 'bundle-id': packageName, version: versionName ?? '', 'version-code': versionCode });
    const fastlane = (0,store_upload_fastlane/* findFastlane */.WH)(context.environment, inputs.workingDirectory, context.workspace);
    const play = android_open(context, packageName);
    const { tracks, versionCodes } = await readTracksAndCodes(play);
    const track = resolveTrack(inputs.track, tracks.map(({ name }) => name), packageName);
    out.set({ track });
    const wish = { versionCode, track, fraction: inputs.rollout };
    const there = await compareWithStore(context, play, { tracks, versionCodes }, wish);
    if (there === undefined && inputs.dryRun) {
        android_describe(context, artifact, wish, 'a dry run', undefined);
        return;
    }
    if (there !== undefined) {
        const lifecycle = await findLifecycle(play, track, versionCode);
        android_describe(context, artifact, wish, 'was there already', { track: there, lifecycle });
        return;
    }
    const outcome = await log.group('Fastlane', async () => upload(context, given.path, packageName, fastlane, wish));
    const seen = await log.group('Proof', async () => prove(play, wish, outcome));
    out.set({ uploaded: true });
    android_describe(context, artifact, wish, 'is at Google Play', seen);
}
async function preflight(context, given) {
    const { inputs, log, clock } = context;
    const artifact = await openArtifact(given);
    const { packageName, versionCode, versionName } = artifact.manifest;
    log.info(`${given.name}: ${packageName} ${versionName ?? ''} (${versionCode}), ${(0,duration/* formatBytes */.z)(artifact.bytes)}`);
    const expected = {
        packageName: inputs.bundleId,
        version: inputs.version,
        versionCode: inputs.versionCode,
        track: inputs.track,
        notes: inputs.releaseNotes,
    };
    const problems = findAndroidProblems(artifact, expected, clock.now());
    if (problems.length > 0)
        throw new errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['artifact-unfit'](given.name, problems.length), problems);
    return artifact;
}
async function openArtifact({ path, name }) {
    try {
        const artifact = await readAndroidArtifact(path);
        if (artifact.kind === 'aab')
            return artifact;
        throw new SyntaxError('it is an APK with the name of an app bundle');
    }
    catch (error) {
        if (!(error instanceof SyntaxError) && !(0,errors/* isSystemError */.Or)(error))
            throw error;
        const reason = error instanceof SyntaxError ? error.message : (0,errors/* describeError */.Uc)(error);
        throw new errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['artifact-unreadable'](name, reason), [], { cause: error });
    }
}
function android_open(context, packageName) {
    const { clock, log, signal, environment, vault, inputs } = context;
    const http = context.http();
    const signIn = createGoogleSignIn({
        http,
        clock,
        environment,
        vault,
        given: inputs.googleCredentials,
        scopes: [publisherScope],
    });
    log.info(`Google Play: signing in as ${signIn.who}`);
    return createGooglePlay({ http, clock, log, signal, environment, signIn, packageName });
}
/** @returns the track, where the release is there as asked for. @throws ConfigurationError for what would go wrong */
async function compareWithStore({ inputs }, play, { tracks, versionCodes }, wish) {
    const { versionCode } = wish;
    const track = trackOf(tracks, wish);
    const there = releaseOf(track, versionCode);
    if (there !== undefined) {
        if (isAsWished(there, wish))
            return track;
        throw new errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['code-on-track-otherwise'](versionCode, tellTrack(track)));
    }
    const elsewhere = tracks.filter((one) => releaseOf(one, versionCode) !== undefined).map(({ name }) => name);
    if (elsewhere.length > 0 || versionCodes.includes(versionCode))
        throw new errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['code-used'](versionCode, elsewhere.join(', ') || 'no track'));
    if (track.releases.length === 0 && wish.fraction !== undefined)
        throw new errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['first-release-staged'](track.name));
    const running = track.releases.some(({ status }) => status === 'inProgress' || status === 'halted');
    if (running && !inputs.supersede)
        throw new errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['rollout-under-way'](track.name, tellTrack(track)));
    if (inputs.onReview === 'stop')
        await refuseInReview(play, tracks);
    return undefined;
}
/** Fastlane commits so that everything in review is sent anew: who else waits there is asked first. */
async function refuseInReview(play, tracks) {
    const waiting = [];
    for (const { name, releases } of tracks) {
        if (releases.length === 0)
            continue;
        const lifecycle = await readLifecycle(play, name);
        for (const { state, versionCodes } of lifecycle.releases)
            if (state === 'IN_REVIEW')
                waiting.push(`${Math.max(...versionCodes)} on ${name}`);
    }
    if (waiting.length > 0)
        throw new errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['in-review'](waiting.join(', ')));
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
    return status === 'inProgress' && isSameFraction(fraction, wish.fraction);
}
async function upload(context, path, packageName, fastlane, { versionCode, track, fraction }) {
    const { inputs, environment, temp, exec } = context;
    const credentials = (0,store_upload_fastlane/* googleVariables */.nc)(environment, temp, toAbsolute(inputs.googleCredentials.trim(), inputs));
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
                SLIPWAY_ARTIFACT: path,
                SLIPWAY_TRACK: track,
                ...(fraction === undefined ? {} : { SLIPWAY_ROLLOUT: `${fraction}` }),
            },
        });
    return await (0,store_upload_fastlane/* runSupply */.lK)({
        ...shared,
        packageName,
        artifact: path,
        mapping: inputs.mapping === undefined ? undefined : (0,external_node_path_.resolve)(inputs.workingDirectory, inputs.mapping),
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
        const track = trackOf(await readTracks(play), wish);
        const release = releaseOf(track, wish.versionCode);
        if (release === undefined) {
            play.log.info(`Google Play: ${tellTrack(track)}`);
            continue;
        }
        if (!isAsWished(release, wish))
            throw new errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['upload-shown-otherwise'](wish.versionCode, tellTrack(track), end));
        const lifecycle = await findLifecycle(play, wish.track, wish.versionCode);
        play.log.info(`Google Play: ${tellTrack(track)}; ${lifecycle ?? 'how far it has come is not told'}`);
        if (outcome.end.kind !== 'exited' || outcome.end.code !== 0)
            play.log.info(`Fastlane ended with ${end}, and the release is there all the same`);
        return { track, lifecycle };
    }
    const note = store_upload_messages/* messages */.D['upload-not-shown'](wish.versionCode, wish.track, end, (0,store_upload_fastlane/* tellReason */.WJ)(outcome));
    throw new errors/* VendorError */.Hi(note, { vendor: 'Google Play', operation: 'upload', attempts: 1, ambiguous: false });
}
/** https://developers.google.com/android-publisher/api-ref/rest/v3/applications.tracks.releases */
const android_says = {
    DRAFT: 'It is a draft, which nobody gets.',
    NOT_SENT_FOR_REVIEW: 'Nobody gets it before somebody sends it for review in the Play Console.',
    IN_REVIEW: 'Google is reviewing it; users get it after that.',
    APPROVED_NOT_PUBLISHED: 'Google has approved it, and somebody has to publish it in the Play Console.',
    NOT_APPROVED: 'Google has not approved it: see the Play Console.',
    PUBLISHED: 'It is on its way to users.',
};
function android_describe({ inputs, log, outputs: out, summary }, { manifest, bytes, sha256, signature, holdsMapping }, { versionCode, track, fraction }, what, seen) {
    const name = `${manifest.versionName ?? ''} (${versionCode})`.trim();
    const reach = fraction === undefined ? 'everybody' : `${Number((fraction * 100).toFixed(4))} %`;
    log.info(`${name}, ${track}, ${reach}: ${what}`);
    summary.heading(2, `store-upload: ${name} ${what}`);
    if (seen === undefined)
        summary.paragraph(`Would go to ${reach} of ${track}.`);
    else {
        // A commit is no publication.
        const lifecycle = seen.lifecycle ?? '';
        out.set({ lifecycle });
        summary.paragraph(`Google Play: ${tellTrack(seen.track)}. ${android_says[lifecycle] ?? 'How far it has come is not told.'}`);
    }
    summary.table([{ title: 'Artifact' }, { title: '' }], [
        ['Package', (0,kit_summary/* code */.aY)(manifest.packageName)],
        ['Version (code)', name],
        ['For', manifest.watch ? 'watches' : 'phones and tablets'],
        ['Signed by', (signature?.signers ?? []).map(({ subject }) => subject).join('; ')],
        ['Certificate', (0,kit_summary/* code */.aY)((signature?.signers ?? []).map(({ sha256: print }) => print).join(' '))],
        ['Mapping of R8', holdsMapping ? 'inside the bundle' : (inputs.mapping ?? 'none')],
        ['Size', (0,duration/* formatBytes */.z)(bytes)],
        ['SHA-256', (0,kit_summary/* code */.aY)(sha256)],
    ]);
}


/***/ })

};
