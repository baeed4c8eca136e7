export const id = 148;
export const ids = [148,381,820];
export const modules = {

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
