export const id = 344;
export const ids = [344,381];
export const modules = {

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
