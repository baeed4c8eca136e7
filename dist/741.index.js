export const id = 741;
export const ids = [741,91];
export const modules = {

/***/ 2936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LJ: () => (/* binding */ withEdit),
/* harmony export */   YL: () => (/* binding */ committing),
/* harmony export */   YM: () => (/* binding */ readInEdit)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8331);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5102);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7296);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9091);





const committing = 'commit the edit';
const mostEdits = 3;
const pauseMs = 5_000;
const editShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)({ id: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(200, /^[\w.-]+$/, 'an id') }, 'ignored');
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
        readTracks: async () => play.read({ operation: 'read the tracks', path: (0,_client_js__WEBPACK_IMPORTED_MODULE_1__.path) `/edits/${id}/tracks` }, _releases_js__WEBPACK_IMPORTED_MODULE_3__.tracksShape),
        putTrack: async (name, releases) => {
            await play.command({
                operation: 'change the track',
                method: 'PUT',
                path: (0,_client_js__WEBPACK_IMPORTED_MODULE_1__.path) `/edits/${id}/tracks/${name}`,
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
            await close(play, id);
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
            if ((0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__.findRefusal)(error)?.kind !== 'edit-gone' || attempt === mostEdits)
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
                path: (0,_client_js__WEBPACK_IMPORTED_MODULE_1__.path) `/edits/${id}:commit`,
                // Where Google sends by itself the parameter has to be left out: it refuses even a needless one.
                query: { changesInReviewBehavior, ...(byHand ? { changesNotSentForReview: 'true' } : {}) },
                repeatable: false,
            });
            onEnd();
        }
        catch (error) {
            // Deleting an edit whose commit is under way would decide what nobody knows.
            if (error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi && error.details.ambiguous)
                onEnd();
            throw error;
        }
    };
    try {
        await send(review === 'by-hand');
        return review !== 'by-hand';
    }
    catch (error) {
        if (review !== 'as-asked' || (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__.findRefusal)(error)?.kind !== 'review-by-hand')
            throw error;
        play.log.info('Google Play sends no change of this app for review by itself: committing for a person to send it');
        await send(true);
        return false;
    }
}
/** An edit that stays open does no harm but to the account's next one, which ends it. */
async function close(play, id) {
    try {
        await play.command({ operation: 'close the edit', method: 'DELETE', path: (0,_client_js__WEBPACK_IMPORTED_MODULE_1__.path) `/edits/${id}`, repeatable: true });
    }
    catch (error) {
        if ((0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__.findRefusal)(error) === undefined && !(error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi))
            throw error;
        play.log.info(`Google Play: the edit ${id} was not closed, and ends by itself`);
    }
}


/***/ }),

/***/ 9091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findRelease: () => (/* binding */ findRelease),
/* harmony export */   idOf: () => (/* binding */ idOf),
/* harmony export */   integer: () => (/* binding */ integer),
/* harmony export */   isSameFraction: () => (/* binding */ isSameFraction),
/* harmony export */   tellFraction: () => (/* binding */ tellFraction),
/* harmony export */   tellTrack: () => (/* binding */ tellTrack),
/* harmony export */   toTrack: () => (/* binding */ toTrack),
/* harmony export */   tracksShape: () => (/* binding */ tracksShape)
/* harmony export */ });
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8331);

/** An int64, which Google's JSON writes as a text and some clients as a number. */
const integer = (value, where) => {
    const written = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(19, /^\d+$/, 'a whole number')(typeof value === 'number' ? String(value) : value, where);
    return (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)('whole', 0, Number.MAX_SAFE_INTEGER)(Number(written), where);
};
/** A double, of which the same holds. */
const fraction = (value, where) => (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)('any', 0, 1)(typeof value === 'string' && value !== '' ? Number(value) : value, where);
const words = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(10_000);
const releaseShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
    name: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(words),
    versionCodes: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(integer)),
    status: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(['draft', 'inProgress', 'halted', 'completed']),
    userFraction: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(fraction),
    inAppUpdatePriority: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)('whole', 0, 5)),
    releaseNotes: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ language: words, text: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(words) }, 'ignored'))),
    countryTargeting: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ countries: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(words)), includeRestOfWorld: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)([true, false])) }, 'ignored')),
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
const trackShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ track: words, releases: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(readRelease)) }, 'ignored');
/** `tracks` of https://developers.google.com/android-publisher/api-ref/rest/v3/edits.tracks/list. */
const tracksShape = (value, where) => {
    const { tracks } = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ tracks: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(trackShape) }, 'ignored')(value, where);
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


/***/ }),

/***/ 8287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listSpellings: () => (/* binding */ listSpellings),
/* harmony export */   resolveTrack: () => (/* binding */ resolveTrack)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _kit_suggest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9839);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7085);



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
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .googlePlayMessages */ .u['google-play-track-ambiguous'](asked, packageName, quoted(candidates)));
    }
    const list = there.length === 0 ? 'none' : quoted(there);
    const meant = (0,_kit_suggest__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .Z)(asked, there) ?? '';
    throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .googlePlayMessages */ .u['google-play-track-unknown'](asked, packageName, list, meant));
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


/***/ }),

/***/ 2741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findLifecycle: () => (/* binding */ findLifecycle),
  readLifecycle: () => (/* binding */ readLifecycle),
  readTracks: () => (/* binding */ readTracks),
  readTracksAndCodes: () => (/* binding */ readTracksAndCodes)
});

// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/vendors/google-play/client.js
var client = __webpack_require__(5102);
// EXTERNAL MODULE: ./src/vendors/google-play/edits.js
var edits = __webpack_require__(2936);
// EXTERNAL MODULE: ./src/vendors/google-play/refusals.js
var refusals = __webpack_require__(7296);
// EXTERNAL MODULE: ./src/vendors/google-play/releases.js
var releases = __webpack_require__(9091);
// EXTERNAL MODULE: ./src/vendors/google-play/track-names.js
var track_names = __webpack_require__(8287);
// EXTERNAL MODULE: ./src/vendors/google-play/messages.js
var messages = __webpack_require__(7085);
// EXTERNAL MODULE: ./src/kit/messages.js
var kit_messages = __webpack_require__(6513);
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
const bundleShape = (0,shapes/* record */.g1)({ versionCode: releases.integer, sha256: (0,shapes/* text */.Qq)(64, /^[0-9a-fA-F]{64}$/, 'a SHA-256 in hex') }, 'ignored');
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
    const question = { operation: 'read the bundles', path: (0,client.path) `/edits/${id}/bundles` };
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
    activeArtifacts: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)((0,shapes/* record */.g1)({ versionCode: releases.integer }, 'ignored'))),
}, 'ignored');
const shape = (0,shapes/* record */.g1)({ releases: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)(summaryShape)) }, 'ignored');
/**
 * Where the releases of a track stand between commit and users. It costs nothing: no edit is opened, and nobody's work is
 * disturbed. It knows no fractions, nor whether a release is halted: that is `readTracks`.
 * @param asked a name of a track, in any spelling that can be told without the list of tracks
 * @throws ConfigurationError, GooglePlayRefusal, VendorError.
 */
async function readLifecycle(play, asked) {
    const names = (0,track_names.listSpellings)(asked);
    for (const [index, track] of names.entries()) {
        try {
            const question = { operation: 'read the releases', path: (0,client.path) `/tracks/${track}/releases` };
            const { releases = [] } = await play.read(question, shape);
            return { track, releases: releases.map(toLifecycle) };
        }
        catch (error) {
            if ((0,refusals.findRefusal)(error)?.kind !== 'track-not-found' || index === names.length - 1)
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
    return (0,edits/* readInEdit */.YM)(play, async (edit) => (await edit.readTracks()).map(releases.toTrack));
}
/**
 * The same, and the version codes that cannot be uploaded any more: those of the bundles that the app has, on a track or on
 * none. A code that is missing may be used all the same, since Google need not list what is old.
 * @throws as `readTracks`
 */
async function readTracksAndCodes(play) {
    return (0,edits/* readInEdit */.YM)(play, async (edit) => ({
        tracks: (await edit.readTracks()).map(releases.toTrack),
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
        if ((0,refusals.findRefusal)(error) === undefined && !(error instanceof errors/* VendorError */.Hi))
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


/***/ })

};
