export const id = 584;
export const ids = [584];
export const modules = {

/***/ 3679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ carryOut)
/* harmony export */ });
/* harmony import */ var _kit_duration__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8825);
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _edits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2936);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7085);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7296);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9091);
/* harmony import */ var _tracks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2741);







const mostAttempts = 4;
/** Before looking again; each time so many times longer, so that two who end each other's edits do not meet for ever. */
const pauseMs = 5_000;
const pauseGrowth = 3;
/** Between two looks at whether a commit shows, and for how long: each look opens an edit. */
const showPauseMs = 15_000;
const showWithinMs = 60_000;
/**
 * Opens an edit, looks in it, changes the track and commits; then reads back in another edit, since an answer is never taken for
 * the deed. An edit that was ended from outside is made anew, and a commit whose answer leaves open whether it took effect is
 * looked after before anything is sent again: both come to looking once more, and at most four times.
 * @throws ConfigurationError (`google-play-move-refused` before anything is changed, or what Google refuses);
 *   GooglePlayRefusal; VendorError.
 */
async function carryOut(play, move, policy = {}) {
    let before;
    let perhapsCommitted = false;
    for (let attempt = 1;; attempt += 1) {
        const turn = await takeTurn(play, move, policy);
        if (turn.kind === 'done') {
            // Who finds it done after a commit of his own with an open end has done it.
            const did = perhapsCommitted ? 'moved' : 'unchanged';
            return report(play, move, { did, before: before ?? turn.seen, after: turn.seen }, policy);
        }
        if (turn.kind === 'committed') {
            const seen = { did: 'moved', before: before ?? turn.seen, after: await readBack(play, move, turn.seen) };
            return report(play, move, seen, policy, turn.sentForReview);
        }
        before ??= turn.seen;
        const { failure } = turn;
        const isOpenEnd = failure instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi && failure.details.ambiguous;
        const isEnded = (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__.findRefusal)(failure)?.kind === 'edit-gone';
        // A refusal may come of an earlier commit that took effect late, and only a look can tell.
        const isWorthALook = isOpenEnd || isEnded || (perhapsCommitted && (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__.findRefusal)(failure) !== undefined);
        if (!isWorthALook || attempt === mostAttempts)
            throw failure;
        if (isOpenEnd && failure.details.operation === _edits_js__WEBPACK_IMPORTED_MODULE_1__/* .committing */ .YL)
            perhapsCommitted = true;
        play.log.info(`${_refusals_js__WEBPACK_IMPORTED_MODULE_3__.vendor}: "${move.name}" is looked at again, since it ended with: ${describe(failure)}`);
        await play.sleep(pauseMs * pauseGrowth ** (attempt - 1));
    }
}
async function takeTurn(play, move, policy) {
    let seen;
    try {
        return await (0,_edits_js__WEBPACK_IMPORTED_MODULE_1__/* .withEdit */ .LJ)(play, async (edit) => {
            const tracks = await edit.readTracks();
            seen = move.find(tracks);
            if (move.isDone(seen))
                return { kind: 'done', seen };
            const obstacle = move.findObstacle(seen, tracks);
            if (obstacle !== undefined)
                throw refuseMove(move.name, seen, obstacle);
            await edit.putTrack(seen.name, move.make(seen, tracks));
            return { kind: 'committed', seen, sentForReview: await edit.commit(policy) };
        });
    }
    catch (failure) {
        if (!(failure instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi) && (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__.findRefusal)(failure) === undefined)
            throw failure;
        return { kind: 'failed', seen, failure };
    }
}
/**
 * Google may show a commit late: then the track is as it was before. Any other state is somebody else's doing, and no wait brings
 * ours back.
 * @throws VendorError (`google-play-not-shown`, `google-play-overtaken`, `google-play-not-proven`).
 */
async function readBack(play, move, before) {
    const { name } = move;
    const endsAt = play.clock.now() + showWithinMs;
    for (;;) {
        const seen = await lookAfter(play, move);
        if (move.isDone(seen))
            return seen;
        const told = (0,_releases_js__WEBPACK_IMPORTED_MODULE_4__.tellTrack)(seen);
        const isOvertaken = signOf(seen) !== signOf(before);
        if (isOvertaken || endsAt - play.clock.now() < showPauseMs) {
            const note = isOvertaken
                ? _messages_js__WEBPACK_IMPORTED_MODULE_2__/* .googlePlayMessages */ .u['google-play-overtaken'](name, told)
                : _messages_js__WEBPACK_IMPORTED_MODULE_2__/* .googlePlayMessages */ .u['google-play-not-shown'](name, (0,_kit_duration__WEBPACK_IMPORTED_MODULE_6__/* .formatDuration */ .a)(showWithinMs), told);
            throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi(note, { vendor: _refusals_js__WEBPACK_IMPORTED_MODULE_3__.vendor, operation: name, attempts: 1, ambiguous: true });
        }
        play.log.info(`${_refusals_js__WEBPACK_IMPORTED_MODULE_3__.vendor}: waiting for "${name}" to show (${told})`);
        await play.sleep(showPauseMs);
    }
}
/** What a track holds, in whatever order it is told. */
function signOf({ releases }) {
    return releases
        .map(({ versionCodes, status, fraction }) => `${versionCodes.toSorted().join('+')} ${status} ${fraction ?? ''}`)
        .toSorted()
        .join();
}
async function lookAfter(play, move) {
    try {
        return await (0,_edits_js__WEBPACK_IMPORTED_MODULE_1__/* .readInEdit */ .YM)(play, async (edit) => move.find(await edit.readTracks()));
    }
    catch (error) {
        if (!(error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi) && (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__.findRefusal)(error) === undefined)
            throw error;
        // Whoever reads only of the look would take the move for not made.
        const note = _messages_js__WEBPACK_IMPORTED_MODULE_2__/* .googlePlayMessages */ .u['google-play-not-proven'](move.name, describe(error));
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi(note, { vendor: _refusals_js__WEBPACK_IMPORTED_MODULE_3__.vendor, operation: move.name, attempts: 1, ambiguous: true }, { cause: error });
    }
}
async function report(play, move, { did, before, after }, policy, sentForReview = policy.review !== 'by-hand') {
    const lifecycle = await (0,_tracks_js__WEBPACK_IMPORTED_MODULE_5__.findLifecycle)(play, after.name, move.versionCode);
    const waitsForPerson = lifecycle === 'NOT_SENT_FOR_REVIEW' || (did === 'moved' && !sentForReview);
    return { did, before: (0,_releases_js__WEBPACK_IMPORTED_MODULE_4__.toTrack)(before), after: (0,_releases_js__WEBPACK_IMPORTED_MODULE_4__.toTrack)(after), lifecycle, waitsForPerson };
}
function refuseMove(name, seen, why) {
    return new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .googlePlayMessages */ .u['google-play-move-refused'](name, (0,_releases_js__WEBPACK_IMPORTED_MODULE_4__.tellTrack)(seen), why));
}
function describe(failure) {
    return Error.isError(failure) ? failure.message : String(failure);
}


/***/ }),

/***/ 6584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkFraction: () => (/* binding */ checkFraction),
/* harmony export */   completeRollout: () => (/* binding */ completeRollout),
/* harmony export */   findTrack: () => (/* binding */ findTrack),
/* harmony export */   haltRelease: () => (/* binding */ haltRelease),
/* harmony export */   raiseRollout: () => (/* binding */ raiseRollout),
/* harmony export */   replaceRelease: () => (/* binding */ replaceRelease),
/* harmony export */   resumeRelease: () => (/* binding */ resumeRelease)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7085);
/* harmony import */ var _moves_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3679);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9091);
/* harmony import */ var _track_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8287);





/**
 * Gives a release under way to more users.
 * @param step.from the fraction that the caller saw: another one means that somebody else moved it, and then nothing is done
 * @param step.to above `from` and below 1
 * @throws ConfigurationError (`google-play-fraction-invalid`) before any request, `google-play-move-refused` after a look;
 *   GooglePlayRefusal; VendorError.
 */
async function raiseRollout(play, of, step, policy) {
    const { from, to } = step;
    const name = `raise ${of.versionCode} to ${(0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.tellFraction)(to)} on ${of.track}`;
    checkFraction(name, to);
    if (!(to > from)) {
        const note = _messages_js__WEBPACK_IMPORTED_MODULE_1__/* .googlePlayMessages */ .u['google-play-fraction-invalid'];
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(note(name, `the rollout is at ${(0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.tellFraction)(from)}, and is not lowered but halted`));
    }
    return changeRelease(play, of, policy, {
        name,
        isDone: ({ status, fraction }) => status === 'inProgress' && (0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.isSameFraction)(fraction, to),
        findObstacle: ({ status, fraction }) => {
            if (status !== 'inProgress')
                return obstacles[status];
            if ((0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.isSameFraction)(fraction, from))
                return undefined;
            return `somebody else moved it: ${(0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.tellFraction)(from)} was seen before, and it is at ${(0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.tellFraction)(fraction ?? 0)}`;
        },
        to: { status: 'inProgress', userFraction: to },
    });
}
/**
 * Nobody more gets the version; who has it keeps it. A release that everybody could get is halted, too, and Google offers the
 * one before again; not on internal tracks, and not the first of a track.
 * https://support.google.com/googleplay/android-developer/answer/16285429
 * @throws as `raiseRollout`
 */
async function haltRelease(play, of, policy) {
    return changeRelease(play, of, policy, {
        name: `halt ${of.versionCode} on ${of.track}`,
        isDone: ({ status }) => status === 'halted',
        findObstacle: ({ status }, { name }) => {
            if (status === 'completed' && /(^|:)(internal|qa)$/.test(name))
                return 'Google halts nothing on an internal track that everybody there can get';
            return status === 'draft' ? obstacles.draft : undefined;
        },
        // The fraction stays what it is, and a release without one gets none.
        to: { status: 'halted' },
    });
}
/**
 * Takes up a halted release, with any fraction.
 * @param fraction above 0 and below 1
 * @throws as `raiseRollout`
 */
async function resumeRelease(play, of, fraction, policy) {
    const name = `resume ${of.versionCode} at ${(0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.tellFraction)(fraction)} on ${of.track}`;
    checkFraction(name, fraction);
    return changeRelease(play, of, policy, {
        name,
        isDone: ({ status, fraction: share }) => status === 'inProgress' && (0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.isSameFraction)(share, fraction),
        findObstacle: ({ status, fraction: share }, { releases }) => {
            if (status === 'inProgress')
                return `it goes on already, at ${(0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.tellFraction)(share ?? 0)}`;
            if (status !== 'halted')
                return obstacles[status];
            const other = releases.find((release) => release.status === 'inProgress');
            return other === undefined ? undefined : `the rollout of ${(0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.idOf)(other)} is under way, and would end with it`;
        },
        to: { status: 'inProgress', userFraction: fraction },
    });
}
/**
 * Gives a release under way to everybody. A halted one has to be resumed first, by somebody who means it.
 * @throws as `raiseRollout`
 */
async function completeRollout(play, of, policy) {
    return changeRelease(play, of, policy, {
        name: `complete ${of.versionCode} on ${of.track}`,
        isDone: ({ status }) => status === 'completed',
        findObstacle: ({ status }) => (status === 'inProgress' ? undefined : obstacles[status]),
        to: { status: 'completed' },
    });
}
const obstacles = {
    draft: 'the release is a draft, which nobody gets yet',
    inProgress: 'the release is under way',
    halted: 'the release was halted, and only a resume takes it up again',
    completed: 'the release is out to everybody already',
};
async function changeRelease(play, { track: asked, versionCode }, policy, { name, isDone, findObstacle, to }) {
    const move = {
        name,
        versionCode,
        find: (tracks) => findTrack(play, tracks, asked),
        isDone: (track) => {
            const release = (0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.findRelease)(track, versionCode);
            return release !== undefined && isDone(release);
        },
        findObstacle: (track) => {
            const release = (0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.findRelease)(track, versionCode);
            return release === undefined ? explainAbsence(track, versionCode) : findObstacle(release, track);
        },
        make: (track) => {
            const release = (0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.findRelease)(track, versionCode);
            return release === undefined ? [] : replaceRelease(track, changeSent(release, to));
        },
    };
    return (0,_moves_js__WEBPACK_IMPORTED_MODULE_2__/* .carryOut */ .u)(play, move, policy);
}
/** @throws ConfigurationError for a name that no track has. */
function findTrack(play, tracks, asked) {
    const there = tracks.map(({ name }) => name);
    const name = (0,_track_names_js__WEBPACK_IMPORTED_MODULE_4__.resolveTrack)(asked, there, play.packageName);
    return tracks.find((track) => track.name === name) ?? { name, releases: [] };
}
/** Who retains a version code does not stand for it: raising a release must not raise the one that came after it. */
function explainAbsence({ releases }, versionCode) {
    const retaining = releases.find(({ versionCodes }) => versionCodes.includes(versionCode));
    return retaining === undefined
        ? `no release on this track has the version code ${versionCode}`
        : `${versionCode} is only retained here, by the release ${(0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.idOf)(retaining)}`;
}
/** The release as Google gave it, in another status. */
function changeSent({ sent, fraction }, { status, userFraction }) {
    const share = userFraction ?? (status === 'halted' ? (fraction ?? undefined) : undefined);
    // "Only allowed to be set for inProgress releases in the production track".
    const left = status === 'inProgress' ? ['userFraction'] : ['userFraction', 'countryTargeting'];
    const kept = Object.fromEntries(Object.entries(sent).filter(([name]) => !left.includes(name)));
    return { ...kept, status, ...(share === undefined ? {} : { userFraction: share }) };
}
/**
 * What a track shall hold when one release of it changes, or comes in: the others as they were read, since what is not named may
 * be dropped, but for the one that it takes the place of. A track has one release of each status, drafts aside.
 * https://github.com/fastlane/fastlane/issues/28995
 */
function replaceRelease({ releases }, sent, isDropped = () => false) {
    const codes = readCodes(sent);
    const kept = releases.filter((release) => (0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.idOf)(release) !== Math.max(...codes) &&
        !isDropped(release) &&
        (release.status === 'draft' || release.status !== sent['status']));
    return [sent, ...kept.map((release) => release.sent)];
}
function readCodes(sent) {
    const { versionCodes } = sent;
    return Array.isArray(versionCodes) ? versionCodes.map(Number) : [];
}
/** @throws ConfigurationError (`google-play-fraction-invalid`), before anything is sent. */
function checkFraction(name, fraction) {
    if (fraction > 0 && fraction < 1)
        return;
    const note = _messages_js__WEBPACK_IMPORTED_MODULE_1__/* .googlePlayMessages */ .u['google-play-fraction-invalid'];
    throw new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(note(name, `${(0,_releases_js__WEBPACK_IMPORTED_MODULE_3__.tellFraction)(fraction)} is no fraction of a staged rollout`));
}


/***/ })

};
