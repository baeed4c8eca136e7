export const id = 839;
export const ids = [839];
export const modules = {

/***/ 1839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ rememberReviews),
/* harmony export */   toReport: () => (/* binding */ toReport)
/* harmony export */ });
/* unused harmony export noReviews */
const noReviews = { lookedAt: null, reviews: [] };
/**
 * Adds what a look has shown. Google lists the last week, so what is no longer there is kept: it became old, or was taken back,
 * and nobody can tell. An edit changes the stars and not the day, since data that move from day to day look like data that
 * are lost. An edit under another version counts for that one, too: it says what its author thinks of it.
 * @param versionCodes those that matter; others are not kept
 */
function rememberReviews({ reviews: known }, seen, { versionCodes, now }) {
    const keyOf = (id, code) => `${code} ${id}`;
    const reviews = new Map(known.map((one) => [keyOf(one.id, one.versionCode), one]));
    for (const { id, versionCode, stars, modifiedAt } of seen) {
        if (versionCode === null || !versionCodes.includes(versionCode))
            continue;
        const key = keyOf(id, versionCode);
        // Google's clock may be ahead of ours.
        const at = reviews.get(key)?.at ?? Math.min(modifiedAt, now - 1);
        reviews.set(key, { id, versionCode, stars, at });
    }
    return { lookedAt: now, reviews: [...reviews.values()] };
}
const dayMs = 86_400_000;
/** How late a review is shown is not documented: later ones of this time may be missing still. */
const showsWithinMs = dayMs;
/** As the health gate takes them: a review is a unit, one with a single star is a bad one; by day, days without any left out. */
function toReport({ reviews, lookedAt }, { versionCodes, previous, since }) {
    const dayOf = (at) => Math.floor(at / dayMs) * dayMs;
    const first = dayOf(since);
    const tallyDay = (start, codes) => {
        const own = reviews.filter(({ at, versionCode }) => dayOf(at) === start && codes.includes(versionCode));
        return { units: own.length, bad: own.filter(({ stars }) => stars === 1).length };
    };
    const days = [...new Set(reviews.map(({ at }) => dayOf(at)))].filter((start) => start >= first);
    const buckets = days
        .toSorted((one, other) => one - other)
        .flatMap((start) => {
        const own = tallyDay(start, versionCodes);
        if (own.units === 0)
            return [];
        const before = tallyDay(start, previous);
        const bucket = { start, end: Math.min(start + dayMs, lookedAt), ...own };
        return [before.units === 0 ? bucket : { ...bucket, previous: before }];
    });
    return { buckets, freshUntil: lookedAt - showsWithinMs };
}


/***/ })

};
