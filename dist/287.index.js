export const id = 287;
export const ids = [287];
export const modules = {

/***/ 7085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ googlePlayMessages)
/* harmony export */ });
/* harmony import */ var _kit_messages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

/** A refusal of Google's: what it means, what Google says, what to do. */
function refusal(meaning, cure) {
    return (operation, said) => ({
        text: `Google Play refused "${operation}": ${meaning}. It says: ${said === '' ? '(nothing)' : said}`,
        cure,
    });
}
const googlePlayMessages = (0,_kit_messages__WEBPACK_IMPORTED_MODULE_0__/* .defineMessages */ .Y)({
    'google-play-track-unknown': (asked, packageName, there, meant) => ({
        text: `${packageName} has no track "${asked}". There is: ${there}.`,
        cure: `Name one of these${meant === '' ? '' : ` (did you mean "${meant}"?)`}. A closed track is made in the Play Console under Testing; tracks of a watch appear once the form factor is added (Setup, Advanced settings).`,
    }),
    'google-play-track-ambiguous': (asked, packageName, candidates) => ({
        text: `"${asked}" could be several tracks of ${packageName}: ${candidates}.`,
        cure: 'Name the one that is meant as it is written here.',
    }),
    'google-play-move-refused': (move, seen, why) => ({
        text: `"${move}" was not tried: ${why}. Seen: ${seen}.`,
        cure: 'Nothing was changed. Look at the track in the Play Console, and ask for a move that its state allows.',
    }),
    'google-play-fraction-invalid': (move, why) => ({
        text: `"${move}" was not tried: ${why}.`,
        cure: 'A staged rollout goes to more than 0 and less than 1 (100 %) of the users, and upwards only. Everybody is a move of its own: complete.',
    }),
    'google-play-not-shown': (move, waited, seen) => ({
        text: `Google Play took "${move}", and ${waited} later does not show it. Seen: ${seen}.`,
        cure: 'Run the job again: it looks at the state first and repeats nothing that was done.',
    }),
    'google-play-not-proven': (move, why) => ({
        text: `Google Play took "${move}", and whether it shows could not be read: ${why}`,
        cure: 'Take it for made until you have looked. Run the job again: it looks at the state first and repeats nothing that was done.',
    }),
    'google-play-overtaken': (move, seen) => ({
        text: `Google Play took "${move}", and the track is already another: somebody else changed it at the same time. Seen: ${seen}.`,
        cure: 'Nothing was repeated, and what the other one did stands. See who changes this track beside Slipway, then run the job again: it decides by what it sees.',
    }),
    'google-play-file-unfit': (what, size, largest) => ({
        text: `The ${what} has ${size} bytes, and 1 to ${largest} can be uploaded.`,
        cure: 'Check that the build wrote the whole file, and this one. Nothing was sent.',
    }),
    'google-play-upload-broken': (what, sent, last) => ({
        text: `The upload of the ${what} broke off time and again, with ${sent} at Google; the last time with: ${last}.`,
        cure: "Look at the runner's network and at Google's status page, then run the job again: it begins anew, in an edit of its own.",
    }),
    'google-play-upload-differs': (what, sent, there) => ({
        text: `What Google has of the ${what} is not what was sent: SHA-256 ${there} instead of ${sent}.`,
        cure: 'Nothing was released. Run the job again; if it happens twice, something between the runner and Google changes the bytes.',
    }),
    'google-play-edit-gone': refusal('the edit was ended from outside, by another job with the same account, by another account or by a person in the Play Console', 'Give all jobs that change this app one concurrency group, then run the job again: it looks at the state first.'),
    'google-play-in-review': refusal('something of this app is in review, and sending this change would take it out of the queue', 'Wait until the review is over (Play Console, Publishing overview). Where this change is worth more, such as a halt, ask for it with the review restarted.'),
    'google-play-review-by-hand': refusal('after a rejection Google sends no change of this app for review by itself', 'Mend what was rejected in the Play Console and send it for review there. Or allow changes that are not sent by themselves: then somebody has to send them in the Console (Publishing overview).'),
    'google-play-review-automatic': refusal('Google sends the changes of this app for review by itself, and does not let a change wait for a person', 'Do not ask for a review by hand. To keep an approved change from users use managed publishing (Play Console, Publishing overview).'),
    'google-play-unauthorized': refusal('it does not take the access token, nor one made afresh', 'Check that the service account still exists and is not disabled.'),
    'google-play-forbidden': refusal('the account may not do this with this app', 'Invite the service account in the Play Console (Users and permissions) and give it for this app: view app information, release to testing tracks, release to production, and reply to reviews where ratings are a gate.'),
    'google-play-api-disabled': refusal('the Google Play Android Developer API is switched off in the project of the account', 'Enable androidpublisher.googleapis.com in the Google Cloud project that it names, and wait some minutes.'),
    'google-play-scope-missing': refusal('the access token does not have the scope of this API', 'Sign in with the scope https://www.googleapis.com/auth/androidpublisher (google-github-actions/auth: access_token_scopes).'),
    'google-play-package-unknown': refusal('it knows no app with this package name', 'Check the spelling, and that the app belongs to this developer account. A new app needs its first bundle uploaded by hand in the Play Console.'),
    'google-play-track-not-found': refusal('the app has no such track', 'Name a track as the Play Console and the list of tracks write it.'),
    'google-play-codes-unknown': refusal('no bundle or APK with these version codes was uploaded', 'Upload the bundle first, and check the version code against the App bundle explorer of the Play Console.'),
    'google-play-code-used': refusal('the version code was used before, and Google never takes one twice', 'Build with a higher version code. If the upload of an earlier run went through, go on with that bundle.'),
    'google-play-package-invalid': refusal('the file is not what this app takes', 'Upload the signed release bundle (or APK) of this very package.'),
    'google-play-no-upgrade': refusal('nobody who has the app could update to this version', 'Its version code has to be higher than those that users of this track have, and its devices have to be theirs (a watch bundle belongs on a watch track).'),
    'google-play-form-factor': refusal('the bundle and the track are for different form factors', 'Release a watch bundle on a track that begins with "wear:", and a phone bundle on one that does not.'),
    'google-play-no-countries': refusal('the track is available in no country', 'Choose countries for the track in the Play Console (the track, tab Countries / regions).'),
    'google-play-declaration-missing': refusal('the app uses a permission that has to be declared', 'Fill in the declaration in the Play Console (Policy, App content), then run the job again.'),
    'google-play-account-blocked': refusal('the developer account may not publish', 'The account owner has to look at the messages in the Play Console.'),
    'google-play-draft-app': refusal('the app was never published, and takes only drafts', 'Publish the first release by hand in the Play Console, or start this one as a draft.'),
    'google-play-first-staged': refusal('nobody has the app from this track yet, so there is nothing to stage', 'Give the first release of a track to everybody.'),
    'google-play-fully-released': refusal('the version is out to everybody, and cannot be staged any more', 'Nothing is left to raise. To stop it, halt it.'),
    'google-play-fraction': refusal('the fraction is not one that this release can have', 'A fraction lies between 0 and 1, both excluded, and belongs only to a release under way or halted.'),
    'google-play-notes-too-long': refusal('release notes are too long', 'Shorten them to 500 characters in each language.'),
    'google-play-one-of-a-kind': refusal('a track holds one release of each status', 'Look at the track in the Play Console: somebody may have started another release meanwhile.'),
    'google-play-release-to-halt-missing': refusal('a halted release of this track is in the way', 'Discard or complete the halted release in the Play Console, then run the job again.'),
    'google-play-rate-limited': refusal('too many requests', 'Run the job again later. 3,000 requests a minute are shared by all jobs of the project.'),
    'google-play-precondition': refusal('the app is in a state that does not allow it, and Google does not name which', 'Open the Publishing overview and the dashboard of the app in the Play Console: unfinished forms, a pending review or a first release that was never made by hand are what it usually is.'),
    'google-play-refused': refusal('it would refuse the same request again', 'Mend in the Play Console what it names, then run the job again.'),
});


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


/***/ })

};
