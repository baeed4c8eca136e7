export const id = 13;
export const ids = [13];
export const modules = {

/***/ 5013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   countReviews: () => (/* binding */ countReviews),
/* harmony export */   toReport: () => (/* binding */ toReport)
/* harmony export */ });
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8331);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3542);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5479);



const dayMs = 86_400_000;
/** A review that is written may take a day to be shown. */
const showsWithinMs = dayMs;
const shape = (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .many */ ._d)('customerReviews', (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({ rating: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)('whole', 1, 5), createdDate: _documents_js__WEBPACK_IMPORTED_MODULE_1__/* .instant */ .uR }, 'ignored'), ({ id, attributes: { rating, createdDate } }) => ({ id, rating, createdDate }));
/**
 * Counts the reviews of one version, from the day of `since` on, oldest day first; days without any are left out.
 * @param since milliseconds since the epoch
 * @throws VendorError
 */
async function countReviews(connect, versionId, since) {
    const now = connect.clock.now();
    const first = Math.floor(since / dayMs) * dayMs;
    const question = {
        operation: 'read the customer reviews',
        path: (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .A) `/v1/appStoreVersions/${versionId}/customerReviews`,
        query: { sort: '-createdDate', 'fields[customerReviews]': 'rating,createdDate' },
    };
    const days = new Map();
    // A review that comes while the pages are read moves the others on: the last of a page is the first of the next.
    const counted = new Set();
    for await (const page of connect.pages(question, shape)) {
        for (const { id, rating, createdDate } of page) {
            if (createdDate < first || createdDate >= now || counted.has(id))
                continue;
            counted.add(id);
            const start = Math.floor(createdDate / dayMs) * dayMs;
            const stars = days.get(start) ?? [0, 0, 0, 0, 0];
            stars[rating - 1] = (stars[rating - 1] ?? 0) + 1;
            days.set(start, stars);
        }
        if (page.some(({ createdDate }) => createdDate < first))
            break;
    }
    return [...days]
        .sort(([one], [other]) => one - other)
        .map(([start, stars]) => ({ start, end: Math.min(start + dayMs, now), stars }));
}
/**
 * As the health gate takes them: a rating is a unit, one with a single star is a bad one.
 * @param askedAt when they were counted: they are fresh up to a day before, since later ones may not be shown yet
 */
function toReport(days, askedAt) {
    const buckets = days.map(({ start, end, stars }) => ({
        start,
        end,
        units: stars.reduce((sum, count) => sum + count, 0),
        bad: stars[0],
    }));
    return { buckets, freshUntil: askedAt - showsWithinMs };
}


/***/ })

};
