export const id = 588;
export const ids = [588];
export const modules = {

/***/ 4588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  storeUpload: () => (/* binding */ storeUpload)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./actions/store-upload/context.js
/** The outputs, with the values that they have until more is known. */
const outputs = {
    uploaded: 'false',
    'bundle-id': '',
    version: '',
    build: '',
    'build-id': '',
    'version-code': '',
    track: '',
    lifecycle: '',
};

// EXTERNAL MODULE: ./src/kit/inputs.js
var inputs = __webpack_require__(4636);
// EXTERNAL MODULE: ../../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(1917);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
;// CONCATENATED MODULE: ./actions/store-upload/release-options.js


/** Of the App Store, https://developer.apple.com/help/app-store-connect/reference/platform-version-information; Google Play takes fewer. */
const mostCharacters = 4_000;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?$/;
/** @throws SyntaxError for anything but a share above 0 and below 1: 1 is everybody, which is no rollout */
function parseFraction(text) {
    const fraction = /^0?\.\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (fraction > 0 && fraction < 1)
        return fraction;
    if (/^(1(\.0*)?|100\s*%)$/.test(text))
        throw new SyntaxError('everybody is no share: leave "rollout" out');
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text)?.[1];
    const meant = percent === undefined ? '' : `; did you mean "${Number(percent) / 100}"?`;
    throw new SyntaxError(`it is no share above 0 and below 1${meant}`);
}
/** Release notes by language, as a map in YAML. @throws SyntaxError */
function parseNotes(text) {
    let read;
    try {
        read = (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        throw new SyntaxError((0,errors/* describeError */.Uc)(error), { cause: error });
    }
    if (typeof read !== 'object' || read === null || Array.isArray(read))
        throw new SyntaxError('it is no map from languages to texts');
    return Object.fromEntries(Object.entries(read).map(([language, note]) => [language, readNote(language, note)]));
}
function readNote(language, note) {
    if (!LANGUAGE.test(language))
        throw new SyntaxError(`"${language}" is no language such as en-US`);
    if (typeof note !== 'string' || note.trim() === '')
        throw new SyntaxError(`${language} has no text`);
    // By code points: what Google counts is not said, and this is what people take for characters.
    const length = Array.from(note.trim()).length;
    if (length > mostCharacters)
        throw new SyntaxError(`the text for ${language} has ${length} characters, and ${mostCharacters} are the most`);
    return note.trim();
}

;// CONCATENATED MODULE: ./actions/store-upload/inputs.js


/** The inputs of `action.yml`, in its order. */
function fields(workspace) {
    return {
        artifact: (0,inputs/* text */.Qq)({ valid: 'the path of an .ipa or .aab', example: 'build/app.aab', pattern: /\.(ipa|aab)$/i }),
        'bundle-id': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({
            valid: 'a bundle id, or the package name of an Android app',
            example: 'com.example.app',
            pattern: /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/,
        })),
        version: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'one to three numbers with dots between', example: '2.15.3', pattern: /^\d+(\.\d+){0,2}$/ })),
        build: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'one to three numbers with dots between', example: '20250114.1', pattern: /^\d+(\.\d+){0,2}$/ })),
        'version-code': (0,inputs/* optional */.lq)((0,inputs/* number */.ai)({ min: 1, max: 2_100_000_000, example: '250114010' })),
        destination: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['testflight', 'app-store']), 'testflight'),
        groups: (0,inputs/* withDefault */.IQ)((0,inputs/* list */.p_)((0,inputs/* text */.Qq)({ valid: 'names of groups of TestFlight', example: 'Friends' })), ''),
        'what-to-test': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'a text of at most 4000 characters', example: 'Try the new map.', pattern: /^[\s\S]{1,4000}$/ })),
        locale: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({ valid: 'a language of Apple', example: 'en-US', pattern: /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/ }), 'en-US'),
        'uses-non-exempt-encryption': (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)(['false', 'true'])),
        'app-store-connect-key-id': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'a key id', example: '2X9R4HXF34', pattern: /^[\w-]+$/ })),
        'app-store-connect-issuer-id': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'a UUID', example: '57246542-96fe-1a63-e053-0824d011072a', pattern: /^[0-9a-fA-F-]{36}$/ })),
        'app-store-connect-key': (0,inputs/* optional */.lq)((0,inputs/* secret */.rJ)((0,inputs/* text */.Qq)({ valid: "the content of the key's .p8 file", example: '' }))),
        'processing-minutes': (0,inputs/* withDefault */.IQ)((0,inputs/* number */.ai)({ min: 1, max: 1_440, unit: 'minutes', example: '60' }), '60'),
        release: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['manual', 'automatic']), 'manual'),
        'phased-release': (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'true'),
        'submit-for-review': (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'true'),
        track: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({ valid: 'a track of Google Play', example: 'internal', pattern: /^[^/]{1,100}$/ }), 'internal'),
        rollout: (0,inputs/* optional */.lq)((0,inputs/* structured */.uv)(parseFraction, { valid: 'a share above 0 and below 1', example: '0.05' })),
        'release-notes': (0,inputs/* withDefault */.IQ)((0,inputs/* structured */.uv)(parseNotes, {
            valid: 'YAML: a text for each language, at most 500 characters for Google Play and 4000 for the App Store',
            example: 'en-US: Faster.',
        }), '{}'),
        'in-app-update-priority': (0,inputs/* optional */.lq)((0,inputs/* number */.ai)({ min: 0, max: 5, example: '3' })),
        mapping: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: "the path of R8's mapping.txt, or of a zip with native symbols", example: 'mapping.txt' })),
        supersede: (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'false'),
        'on-review': (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['stop', 'cancel']), 'stop'),
        'google-credentials': (0,inputs/* withDefault */.IQ)((0,inputs/* secret */.rJ)((0,inputs/* text */.Qq)({ valid: 'JSON of a service account or of workload identity, a path, or "machine"', example: '' })), ''),
        lane: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({
            valid: 'a lane, with its platform if it has one',
            example: 'android release',
            pattern: /^[\w-]+( [\w-]+)?$/,
        })),
        'pass-env': (0,inputs/* withDefault */.IQ)((0,inputs/* list */.p_)((0,inputs/* text */.Qq)({ valid: 'names of variables', example: 'MATCH_PASSWORD', pattern: /^[A-Za-z_][A-Za-z0-9_]*\*?$/ })), ''),
        'upload-minutes': (0,inputs/* withDefault */.IQ)((0,inputs/* number */.ai)({ min: 1, max: 350, unit: 'minutes', example: '30' }), '30'),
        'working-directory': (0,inputs/* withDefault */.IQ)((0,inputs/* folder */.TV)(workspace), '.'),
        'dry-run': (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'false'),
    };
}

;// CONCATENATED MODULE: ./actions/store-upload/main.js



const storeUpload = {
    name: 'store-upload',
    fields: fields,
    outputs: outputs,
    main: async (context) => {
        const { artifact, workingDirectory } = context.inputs;
        const path = (0,external_node_path_.resolve)(workingDirectory, artifact);
        // A step pays only for the store that it asks.
        if (/\.ipa$/i.test(artifact))
            await (await Promise.all(/* import() */[__webpack_require__.e(658), __webpack_require__.e(39)]).then(__webpack_require__.bind(__webpack_require__, 5039))).uploadIos(context, path);
        else
            await (await Promise.all(/* import() */[__webpack_require__.e(658), __webpack_require__.e(983)]).then(__webpack_require__.bind(__webpack_require__, 5983))).uploadAndroid(context, path);
    },
};


/***/ })

};
