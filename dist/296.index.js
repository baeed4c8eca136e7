export const id = 296;
export const ids = [296];
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

/***/ 7296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GooglePlayRefusal: () => (/* binding */ GooglePlayRefusal),
/* harmony export */   explainRefusal: () => (/* binding */ explainRefusal),
/* harmony export */   findRefusal: () => (/* binding */ findRefusal),
/* harmony export */   vendor: () => (/* binding */ vendor)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7085);


const vendor = 'Google Play';
/** Google Play said no. */
class GooglePlayRefusal extends _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi {
    /** Which row of the table it is: the id of its message without "google-play-". Decisions rest on it. */
    kind;
    constructor(note, details) {
        super(note, details);
        this.name = 'GooglePlayRefusal';
        this.kind = note.id.replace(/^google-play-/, '');
    }
}
const tramline = 'https://github.com/tramlinehq/tramline (play_developer/error.rb)';
const pages = 'https://developers.google.com/android-publisher';
const says = (pattern, ...statuses) => ({ said, httpStatus }) => pattern.test(said) && (statuses.length === 0 || statuses.includes(httpStatus));
const gives = (...names) => ({ reasons }) => reasons.some((reason) => names.includes(reason));
const either = (...tests) => (error) => tests.some((test) => test(error));
const messages = _messages_js__WEBPACK_IMPORTED_MODULE_1__/* .googlePlayMessages */ .u;
/** In this order: the first that fits. A 403 is as often a bundle that Google does not take as a permission. */
const table = [
    {
        note: messages['google-play-edit-gone'],
        fault: 'vendor',
        when: either(says(/edit has been deleted|edit has expired|outside of this edit|already been successfully committed/i), says(/^edit not found/i, 404), gives('editExpired', 'editNotFound', 'editAlreadyCommitted'), ({ httpStatus }) => httpStatus === 409),
        source: `${pages}/concurrency-considerations, ${pages}/api-ref/rest/v3/edits; the words: ${tramline}, https://github.com/r0adkll/upload-google-play/issues/96; legacy reasons: https://github.com/Triple-T/gradle-play-publisher (Responses.kt)`,
    },
    {
        note: messages['google-play-in-review'],
        fault: 'vendor',
        when: either(gives('CHANGES_ALREADY_IN_REVIEW'), says(/already have changes in review/i)),
        source: `${pages}/api-ref/rest/v3/edits/commit#changes_in_review_error_message_sample`,
    },
    {
        note: messages['google-play-review-by-hand'],
        fault: 'user',
        when: says(/cannot be sent for review automatically/i),
        source: 'https://github.com/r0adkll/upload-google-play/issues/228',
    },
    {
        note: messages['google-play-review-automatic'],
        fault: 'user',
        when: says(/changesNotSentForReview must not be set/i),
        source: 'https://github.com/r0adkll/upload-google-play/issues/228',
    },
    {
        note: messages['google-play-rate-limited'],
        fault: 'vendor',
        when: gives('rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded'),
        source: `${pages}/quotas`,
    },
    {
        note: messages['google-play-unauthorized'],
        fault: 'user',
        when: ({ httpStatus }) => httpStatus === 401,
        source: 'https://cloud.google.com/docs/authentication/troubleshoot-adc',
    },
    {
        note: messages['google-play-api-disabled'],
        fault: 'user',
        when: either(says(/has not been used in project|it is disabled/i, 403), gives('accessNotConfigured', 'SERVICE_DISABLED')),
        source: tramline,
    },
    {
        note: messages['google-play-scope-missing'],
        fault: 'user',
        when: either(says(/insufficient authentication scopes/i), gives('ACCESS_TOKEN_SCOPE_INSUFFICIENT')),
        source: 'https://cloud.google.com/docs/authentication/troubleshoot-adc',
    },
    {
        note: messages['google-play-forbidden'],
        fault: 'user',
        when: says(/caller does not have permission/i, 403),
        source: tramline,
    },
    {
        note: messages['google-play-code-used'],
        fault: 'user',
        when: either(says(/version code .*already been used/i), gives('apkUpgradeVersionConflict', 'apkNotificationMessageKeyUpgradeVersionConflict')),
        source: `${tramline}, https://github.com/fastlane/fastlane/issues/16553`,
    },
    {
        note: messages['google-play-form-factor'],
        fault: 'user',
        when: says(/android\.hardware\.type\.watch/),
        source: 'https://github.com/r0adkll/upload-google-play/issues/235',
    },
    {
        note: messages['google-play-no-upgrade'],
        fault: 'user',
        when: either(says(/does not allow any existing users to upgrade/i), gives('apkNoUpgradePath')),
        source: tramline,
    },
    {
        note: messages['google-play-package-invalid'],
        fault: 'user',
        when: says(/was not signed|wrong package name|not a valid zip archive/i),
        source: tramline,
    },
    {
        note: messages['google-play-no-countries'],
        fault: 'user',
        when: says(/targeting no countries/i),
        source: tramline,
    },
    {
        note: messages['google-play-declaration-missing'],
        fault: 'user',
        when: says(/you must let us know whether/i),
        source: tramline,
    },
    {
        note: messages['google-play-account-blocked'],
        fault: 'user',
        when: says(/issues with your account/i),
        source: tramline,
    },
    {
        note: messages['google-play-notes-too-long'],
        fault: 'user',
        when: says(/notes in language .* too long/i),
        source: 'https://github.com/keymanapp/keyman/issues/5533',
    },
    {
        note: messages['google-play-package-unknown'],
        fault: 'user',
        when: either(says(/^package not found/i, 404), gives('applicationNotFound')),
        source: tramline,
    },
    {
        note: messages['google-play-codes-unknown'],
        fault: 'user',
        when: says(/version codes could not be found/i, 404),
        source: tramline,
    },
    {
        note: messages['google-play-track-not-found'],
        fault: 'user',
        when: either(says(/track (not found|empty)/i, 404), gives('trackNotFound', 'trackEmpty')),
        source: 'https://github.com/fastlane/fastlane (supply/lib/supply/client.rb)',
    },
    {
        note: messages['google-play-draft-app'],
        fault: 'user',
        when: says(/only releases with status draft/i),
        source: tramline,
    },
    {
        note: messages['google-play-first-staged'],
        fault: 'user',
        when: says(/first release on a track cannot be staged/i),
        source: tramline,
    },
    {
        note: messages['google-play-fully-released'],
        fault: 'user',
        when: says(/fully released can ?not be staged/i),
        source: tramline,
    },
    {
        note: messages['google-play-fraction'],
        fault: 'user',
        when: says(/user ?fraction/i, 400),
        source: 'https://github.com/fastlane/fastlane/issues/17605',
    },
    {
        note: messages['google-play-one-of-a-kind'],
        fault: 'user',
        when: says(/only one \w+ release is allowed/i),
        source: 'https://github.com/fastlane/fastlane/issues/28995',
    },
    {
        note: messages['google-play-release-to-halt-missing'],
        fault: 'user',
        when: gives('releaseToHaltNotFound'),
        source: 'https://github.com/fastlane/fastlane/issues/13588',
    },
    {
        note: messages['google-play-precondition'],
        fault: 'vendor',
        when: either(says(/precondition check failed/i), ({ status }) => status === 'FAILED_PRECONDITION'),
        source: 'https://github.com/r0adkll/upload-google-play/issues/239',
    },
];
/** What a refusal means. A user's fault is a ConfigurationError that has the refusal as its cause. */
function explainRefusal(error, details) {
    const row = table.find(({ when }) => when(error));
    const note = (row?.note ?? messages['google-play-refused'])(details.operation, error.said);
    const refusal = new GooglePlayRefusal(note, details);
    return row?.fault === 'user' ? new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(note, [], { cause: refusal }) : refusal;
}
/** The refusal behind an error, whosever fault it is; undefined for every other error. */
function findRefusal(error) {
    if (error instanceof GooglePlayRefusal)
        return error;
    return error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1 && error.cause instanceof GooglePlayRefusal ? error.cause : undefined;
}


/***/ })

};
