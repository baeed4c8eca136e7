export const id = 112;
export const ids = [112,381,820];
export const modules = {

/***/ 6112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBuildsInStores: () => (/* binding */ readBuildsInStores)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _vendors_app_store_connect_builds__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5820);
/* harmony import */ var _vendors_app_store_connect_key_inputs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3982);
/* harmony import */ var _vendors_app_store_connect_open__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3241);
/* harmony import */ var _vendors_app_store_connect_versions__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7381);
/* harmony import */ var _vendors_google_play_open__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9745);
/* harmony import */ var _vendors_google_play_tracks__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2741);
/* harmony import */ var _versions_build__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8186);
/* harmony import */ var _versions_version_code__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(974);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1874);










/**
 * The builds of a day that the stores know, whoever sent them: another repository, a laptop, a workflow of before.
 * @param date YYYYMMDD
 * @throws ConfigurationError (`store-code-larger`, `store-input-missing`), VendorError
 */
async function readBuildsInStores(context, date) {
    const { packageName, bundleId } = context.inputs;
    const builds = [
        ...(packageName === undefined ? [] : await readPlay(context, packageName, date)),
        ...(bundleId === undefined ? [] : await readAppStore(context, bundleId, date)),
    ];
    if (builds.length > 0)
        context.log.info(`The stores know ${[...new Set(builds.map(_versions_build__WEBPACK_IMPORTED_MODULE_9__/* .formatBuild */ .s6))].join(', ')}`);
    return builds;
}
async function readPlay(context, packageName, date) {
    const { googleCredentials, versionCodeOffset: offset } = context.inputs;
    const play = (0,_vendors_google_play_open__WEBPACK_IMPORTED_MODULE_5__/* .openGooglePlay */ .G)(context, googleCredentials, packageName);
    const { tracks, versionCodes } = await (0,_vendors_google_play_tracks__WEBPACK_IMPORTED_MODULE_6__.readTracksAndCodes)(play);
    const codes = [...versionCodes, ...tracks.flatMap(({ releases }) => releases.flatMap((one) => one.versionCodes))];
    const largest = Math.max(0, ...codes);
    const first = (0,_versions_version_code__WEBPACK_IMPORTED_MODULE_7__/* .toVersionCode */ .B6)({ date, number: 1 }, 'phone', offset);
    // A device does not update to a smaller code.
    if (largest > first && (0,_versions_version_code__WEBPACK_IMPORTED_MODULE_7__/* .readBuildNumber */ .y9)(largest, date, offset) === undefined)
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_8__/* .messages */ .D['store-code-larger'](largest, first, offset + largest - first + 1));
    const numbers = codes.map((code) => (0,_versions_version_code__WEBPACK_IMPORTED_MODULE_7__/* .readBuildNumber */ .y9)(code, date, offset));
    return numbers.flatMap((number) => (number === undefined ? [] : [{ date, number }]));
}
async function readAppStore(context, bundleId, date) {
    const key = (0,_vendors_app_store_connect_key_inputs__WEBPACK_IMPORTED_MODULE_2__/* .readKeyInputs */ .h)(context.inputs);
    if (typeof key === 'string')
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_8__/* .messages */ .D['store-input-missing'](key));
    const connect = (0,_vendors_app_store_connect_open__WEBPACK_IMPORTED_MODULE_3__/* .openAppStoreConnect */ .F)(context, key);
    const { id } = await (0,_vendors_app_store_connect_versions__WEBPACK_IMPORTED_MODULE_4__.findApp)(connect, bundleId);
    const midnight = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00Z`);
    const found = await (0,_vendors_app_store_connect_builds__WEBPACK_IMPORTED_MODULE_1__/* .findBuildsSince */ .ZP)(connect, id, midnight);
    return (0,_versions_build__WEBPACK_IMPORTED_MODULE_9__/* .readBuilds */ .Az)(found.map(({ number }) => number));
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
