export const id = 91;
export const ids = [91];
export const modules = {

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


/***/ })

};
