export const id = 416;
export const ids = [416];
export const modules = {

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
    'version-not-open': (version, seen) => ({
        text: `Version ${version} cannot take this build any more: ${seen}.`,
        cure: 'Build a version with a higher number; or take the version out of review first, if it waits there with the wrong build.',
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
        cure: 'A code is taken for good. Promote that release to the track, or build again with another code, such as the next of "release-version".',
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
        cure: 'Mend what it names, and run the job again. Nothing of the upload is left at Google Play, and the code is free.',
    }),
    'upload-shown-otherwise': (code, seen, end) => ({
        text: `Google Play shows version code ${code}, and not as asked for: ${seen}. Fastlane ended with ${end}.`,
        cure: 'Look into the Play Console: the release is there, and its state has to be set right by staged-promote or by hand.',
    }),
});


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
        throw new SyntaxError(`it is no zip archive, or it is cut off: ${error.message}`, { cause: error });
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


/***/ })

};
