export const id = 112;
export const ids = [112];
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
/* harmony import */ var _vendors_google_play_open__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4160);
/* harmony import */ var _vendors_google_play_tracks__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3058);
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
    const { tracks, versionCodes } = await (0,_vendors_google_play_tracks__WEBPACK_IMPORTED_MODULE_6__/* .readTracksAndCodes */ .Ul)(play);
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
    const { id } = await (0,_vendors_app_store_connect_versions__WEBPACK_IMPORTED_MODULE_4__/* .findApp */ .J0)(connect, bundleId);
    const midnight = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00Z`);
    const found = await (0,_vendors_app_store_connect_builds__WEBPACK_IMPORTED_MODULE_1__/* .findBuildsSince */ .ZP)(connect, id, midnight);
    return (0,_versions_build__WEBPACK_IMPORTED_MODULE_9__/* .readBuilds */ .Az)(found.map(({ number }) => number));
}


/***/ })

};
