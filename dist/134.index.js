export const id = 134;
export const ids = [134];
export const modules = {

/***/ 1134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findArchive: () => (/* binding */ findArchive)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/kit/errors.js
var kit_errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/endpoints.js
var endpoints = __webpack_require__(7731);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
;// CONCATENATED MODULE: ./src/vendors/expo/messages.js

const expoMessages = (0,messages/* defineMessages */.Y)({
    'expo-token-refused': (id, said) => ({
        text: `Expo does not let this token read the build ${id}. It says: ${said}`,
        cure: 'Give a token of an account that may read the project (expo.dev, Account settings, Access tokens), and check the id: builds of others look the same from outside.',
    }),
    'expo-build-unknown': (id, said) => ({
        text: `Expo knows no build ${id}. It says: ${said}`,
        cure: 'Give the id that "eas build --json" prints, or the last part of the address of the build at expo.dev.',
    }),
    'expo-failed': (id, said) => ({
        text: `Expo did not answer what the build ${id} is. It says: ${said}`,
        cure: 'Look at status.expo.dev, then run the job again. Nothing was downloaded or sent.',
    }),
});

;// CONCATENATED MODULE: ./src/vendors/expo/builds.js




const vendor = 'Expo';
const operation = 'read the build';
const publicApi = 'https://api.expo.dev';
/** https://github.com/expo/eas-cli/blob/main/packages/eas-cli/graphql.schema.json */
const QUERY = `query Build($buildId: ID!) {
  builds {
    byId(buildId: $buildId) {
      id status platform distribution isForIosSimulator developmentClient buildProfile appVersion appBuildVersion expirationDate
      error { errorCode message }
      artifacts { applicationArchiveUrl buildUrl }
    }
  }
}`;
const words = (0,shapes/* text */.Qq)(4_000);
const buildShape = (0,shapes/* record */.g1)({
    id: words,
    status: words,
    platform: (0,shapes/* oneOf */.yL)(['ANDROID', 'IOS']),
    distribution: (0,shapes/* optional */.lq)(words),
    isForIosSimulator: (0,shapes/* optional */.lq)((0,shapes/* oneOf */.yL)([true, false])),
    developmentClient: (0,shapes/* optional */.lq)((0,shapes/* oneOf */.yL)([true, false])),
    buildProfile: (0,shapes/* optional */.lq)(words),
    appVersion: (0,shapes/* optional */.lq)(words),
    appBuildVersion: (0,shapes/* optional */.lq)(words),
    expirationDate: (0,shapes/* optional */.lq)((0,shapes/* text */.Qq)(40, /^\d{4}-\d{2}-\d{2}T/, 'a time')),
    error: (0,shapes/* optional */.lq)((0,shapes/* record */.g1)({ errorCode: words, message: words }, 'ignored')),
    artifacts: (0,shapes/* optional */.lq)((0,shapes/* record */.g1)({ applicationArchiveUrl: (0,shapes/* optional */.lq)(words), buildUrl: (0,shapes/* optional */.lq)(words) }, 'ignored')),
}, 'ignored');
const errorShape = (0,shapes/* record */.g1)({
    message: words,
    extensions: (0,shapes/* optional */.lq)((0,shapes/* record */.g1)({ errorCode: (0,shapes/* optional */.lq)(words), isTransient: (0,shapes/* optional */.lq)((0,shapes/* oneOf */.yL)([true, false])) }, 'ignored')),
}, 'ignored');
const answerShape = (0,shapes/* record */.g1)({
    errors: (0,shapes/* optional */.lq)((0,shapes/* list */.p_)(errorShape)),
    data: (0,shapes/* optional */.lq)((0,shapes/* record */.g1)({ builds: (0,shapes/* record */.g1)({ byId: (0,shapes/* nullable */.me)(buildShape) }, 'ignored') }, 'ignored')),
}, 'ignored');
/** Pauses before Expo is asked again that calls its own answer transient. */
const pauses = [2_000, 8_000];
/**
 * Asks Expo's GraphQL API for one build. The token goes there and nowhere else.
 * @throws ConfigurationError (`expo-token-refused`, `expo-build-unknown`), VendorError
 */
async function readEasBuild({ clock, signal, ...options }, id) {
    for (let attempt = 1;; attempt += 1) {
        const { answer, errors, build } = await ask(options, id);
        if (build !== undefined && build !== null && errors.length === 0)
            return toBuild(build);
        const pause = errors.some(({ extensions }) => extensions?.isTransient === true) ? pauses[attempt - 1] : undefined;
        if (pause === undefined)
            throw explain(id, answer, errors, build === null, attempt);
        await clock.sleep(pause, signal);
    }
}
async function ask({ http, environment, token }, id) {
    const answer = await http.request({
        vendor,
        operation,
        method: 'POST',
        url: `${(0,endpoints/* readRedirect */.Dr)(endpoints/* redirects */.cq.expo, environment) ?? publicApi}/graphql`,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: QUERY, variables: { buildId: id } }),
        // It only reads.
        repeatable: true,
        redirects: 'refused',
        accept: (status) => status === 200 || (status >= 400 && status < 500 && ![408, 425, 429].includes(status)),
    });
    try {
        const { errors = [], data } = answer.read(answerShape);
        return { answer, errors, build: data?.builds.byId };
    }
    catch (error) {
        // What stands in front of the API refuses with a page.
        if (answer.status === 200 || !(error instanceof kit_errors/* VendorError */.Hi))
            throw error;
        return { answer, errors: [], build: undefined };
    }
}
function explain(id, answer, errors, isNull, attempts) {
    const { status } = answer;
    const said = (errors.map(({ message }) => message).join('; ') || answer.text())
        .slice(0, 500)
        .replaceAll(/\s+/g, ' ')
        .trim();
    const codes = errors.map(({ extensions, message }) => `${extensions?.errorCode ?? ''} ${message}`).join('\n');
    if (status === 401 || status === 403 || /UNAUTHORIZED|AUTHENTICATION|not authorized/i.test(codes))
        return new kit_errors/* ConfigurationError */.j1(expoMessages['expo-token-refused'](id, said));
    if (isNull || /NOT_FOUND|not found/i.test(codes))
        return new kit_errors/* ConfigurationError */.j1(expoMessages['expo-build-unknown'](id, said));
    const note = expoMessages['expo-failed'](id, said);
    return new kit_errors/* VendorError */.Hi(note, { vendor, operation, status, attempts, ambiguous: false, body: said });
}
function toBuild(build) {
    const { artifacts, error, expirationDate } = build;
    return {
        id: build.id,
        status: build.status,
        platform: build.platform === 'IOS' ? 'ios' : 'android',
        distribution: build.distribution,
        isForSimulator: build.isForIosSimulator === true || build.distribution === 'SIMULATOR',
        isDevelopment: build.developmentClient === true,
        profile: build.buildProfile,
        version: build.appVersion,
        number: build.appBuildVersion,
        expires: expirationDate === undefined ? undefined : Date.parse(expirationDate),
        error: error === undefined ? undefined : `${error.message} (${error.errorCode})`,
        archive: artifacts?.applicationArchiveUrl ?? artifacts?.buildUrl,
    };
}

// EXTERNAL MODULE: ./actions/store-upload/messages.js
var store_upload_messages = __webpack_require__(9629);
;// CONCATENATED MODULE: ./actions/store-upload/eas.js




const failedStates = new Set(['ERRORED', 'CANCELED', 'PENDING_CANCEL']);
const ends = { android: '.aab', ios: '.ipa' };
/** Why a build cannot be uploaded; the first that holds is told. What EAS calls otherwise one day is no finished build. */
const REFUSALS = [
    ({ build: { id, platform }, wanted }) => wanted === undefined || platform === wanted
        ? undefined
        : store_upload_messages/* messages */.D['artifact-platform'](`The EAS build ${id}`, platform, wanted),
    ({ build: { id, status, error } }) => failedStates.has(status) ? store_upload_messages/* messages */.D['eas-build-failed'](id, status, error ?? 'no reason') : undefined,
    ({ build: { id, status } }) => (status === 'FINISHED' ? undefined : store_upload_messages/* messages */.D['eas-build-unfinished'](id, status)),
    ({ build: { id, expires }, now }) => expires !== undefined && expires <= now
        ? store_upload_messages/* messages */.D['eas-build-expired'](id, new Date(expires).toISOString())
        : undefined,
    ({ build }) => {
        const reason = findUnfit(build);
        return reason === undefined ? undefined : store_upload_messages/* messages */.D['eas-build-unfit'](build.id, reason, build.profile ?? 'unknown');
    },
];
function findUnfit({ platform, archive, isDevelopment, isForSimulator, distribution }) {
    if (isForSimulator)
        return 'it is for simulators';
    if (isDevelopment)
        return 'it is a development build';
    if (distribution === 'INTERNAL' && platform === 'ios')
        return 'it is for internal distribution';
    if (archive === undefined)
        return 'it has no archive';
    const end = /\.(?:tar\.)?[a-z]+$/i.exec(new URL(archive).pathname)?.[0].toLowerCase();
    return end === undefined || end === ends[platform] ? undefined : `its archive is no ${ends[platform]}, but a ${end}`;
}
/**
 * Where the archive of a build is. Expo gives no sum of it.
 * @param wanted the only platform that will do, where there is one
 * @throws ConfigurationError (`input-missing`, `artifact-platform`, `eas-build-\u2026`, those of Expo), VendorError
 */
async function findArchive({ inputs, http, clock, signal, environment, log }, id, wanted) {
    const { expoToken: token } = inputs;
    if (token === undefined)
        throw new kit_errors/* ConfigurationError */.j1(store_upload_messages/* messages */.D['input-missing']('expo-token', 'EAS build'));
    const build = await readEasBuild({ http: http(), clock, signal, environment, token }, id);
    const { platform, version = 'unknown', number = 'unknown', profile = 'unknown', archive = '' } = build;
    log.info(`EAS build ${id}: ${build.status}, ${platform} ${version} (${number}), profile ${profile}`);
    for (const refuse of REFUSALS) {
        const note = refuse({ build, wanted, now: clock.now() });
        if (note !== undefined)
            throw new kit_errors/* ConfigurationError */.j1(note);
    }
    const { pathname } = new URL(archive);
    const name = external_node_path_.posix.basename(pathname);
    // What is downloaded is known by the end of its name.
    return { url: archive, fileName: name.toLowerCase().endsWith(ends[platform]) ? name : `${id}${ends[platform]}` };
}


/***/ }),

/***/ 8331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   me: () => (/* binding */ nullable),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/**
 * An object with all of these members.
 * @param others what happens to further members: a file format of ours refuses them, an answer of a vendor may have them
 */
function record(members, others = 'refused') {
    const names = Object.keys(members);
    return (value, where) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw wrong(where, 'an object', value);
        const raw = value;
        const unknown = others === 'ignored' ? undefined : Object.keys(raw).find((name) => !Object.hasOwn(members, name));
        if (unknown !== undefined)
            throw new SyntaxError(`${where} has a member ${show(unknown)} that it cannot have`);
        const read = names.map((name) => [
            name,
            members[name](Object.hasOwn(raw, name) ? raw[name] : undefined, where === '' ? name : `${where}.${name}`),
        ]);
        return Object.fromEntries(read);
    };
}
/** A list of at most so many items. */
function list(item, most = Number.POSITIVE_INFINITY) {
    return (value, where) => {
        if (!Array.isArray(value))
            throw wrong(where, 'a list', value);
        if (value.length > most)
            throw new SyntaxError(`${where} has ${value.length} items, and ${most} are the most`);
        return value.map((one, index) => item(one, `${where}[${index}]`));
    };
}
/** A text of at most so many UTF-16 units that matches the pattern. `expected` says in words what it asks for. */
function text(most, pattern = /^/, expected = `a text of at most ${most} characters`) {
    return (value, where) => {
        if (typeof value !== 'string' || value.length > most || !pattern.test(value))
            throw wrong(where, expected, value);
        return value;
    };
}
/** A number within bounds, both ends included; whole numbers are those that a double holds exactly. */
function number(kind, min, max) {
    const expected = `a ${kind === 'whole' ? 'whole number' : 'number'} from ${min} to ${max}`;
    return (value, where) => {
        const fits = typeof value === 'number' && value >= min && value <= max;
        if (!fits || (kind === 'whole' && !Number.isSafeInteger(value)))
            throw wrong(where, expected, value);
        return value;
    };
}
function oneOf(words) {
    return (value, where) => {
        const found = words.find((word) => word === value);
        if (found === undefined)
            throw wrong(where, words.map(show).join(' or '), value);
        return found;
    };
}
/** A member that a vendor leaves out or writes as null where there is nothing, which is the same to it. */
function optional(shape) {
    return (value, where) => (value === undefined || value === null ? undefined : shape(value, where));
}
function nullable(shape) {
    return (value, where) => (value === null ? null : shape(value, where));
}
function wrong(where, expected, value) {
    return new SyntaxError(`${where === '' ? 'the whole' : where} has to be ${expected}, and is ${show(value)}`);
}
/** Short, and on one line whatever the value holds: JSON has an escape for every line break but two. */
function show(value) {
    const json = value === undefined ? 'missing' : JSON.stringify(value);
    const flat = json.replaceAll(/[\u2028\u2029]/g, ' ');
    return flat.length > 60 ? `${flat.slice(0, 60)}\u2026` : flat;
}


/***/ })

};
