export const id = 381;
export const ids = [381];
export const modules = {

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
