export const id = 925;
export const ids = [925];
export const modules = {

/***/ 6161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ movedMuch),
/* harmony export */   ET: () => (/* binding */ learnCurve),
/* harmony export */   YZ: () => (/* binding */ assumeMaturity),
/* harmony export */   jD: () => (/* binding */ shareReportedAtMost),
/* harmony export */   k9: () => (/* binding */ comesLater),
/* harmony export */   lf: () => (/* binding */ shareReported)
/* harmony export */ });
/** Nothing before `maturity`, everything after: what is assumed of a source that has not been measured. */
function assumeMaturity(maturity) {
    return { steps: [{ age: maturity, share: 1 }], learnedFrom: 0 };
}
/** What is reported at least; 0 before the first step. */
function shareReported(curve, age) {
    let share = 0;
    for (const step of curve.steps) {
        if (step.age > age)
            break;
        share = step.share;
    }
    return share;
}
/**
 * What is reported at most: the share at the next step, since between two steps nothing is known. Too small a share
 * would make young hours look worse than they are, and halt; 0 before the first step, where nothing may be said at all.
 */
function shareReportedAtMost(curve, age) {
    if (shareReported(curve, age) <= 0)
        return 0;
    return (curve.steps.find((step) => step.age >= age) ?? curve.steps.at(-1))?.share ?? 0;
}
/** Below this many settled buckets a curve is a guess. */
const fewestBuckets = 20;
/** And below this many bad events in them: the share at each age would be off by more than a few hundredths. */
const fewestBad = 200;
/**
 * Compares early snapshots of each bucket with its last one. Ages are pooled by step and made to rise (pool adjacent
 * violators), since a share reported cannot fall with age.
 *
 * @returns undefined while fewer than 20 settled buckets with 200 bad events are known: the default stands
 */
function learnCurve(snapshots, options = {}) {
    const { settledAfter = 48 * 3_600_000, step = 3_600_000 } = options;
    const settled = findSettled(snapshots, settledAfter);
    const total = [...settled.values()].reduce((sum, { bucket }) => sum + bucket.bad, 0);
    if (settled.size < fewestBuckets || total < fewestBad)
        return undefined;
    const pools = new Map();
    for (const { bucket, seenAt } of snapshots) {
        const final = settled.get(bucket.start);
        if (final === undefined || seenAt < bucket.end)
            continue;
        // Rounded down, as when it is used: looks come at the same minute of the hour, so the error is the same both times.
        const age = Math.min(Math.floor((seenAt - bucket.end) / step) * step, settledAfter);
        const pool = pools.get(age) ?? { seen: 0, final: 0 };
        pools.set(age, { seen: pool.seen + bucket.bad, final: pool.final + final.bucket.bad });
    }
    const ages = [...pools.keys()].toSorted((one, other) => one - other);
    const shares = poolViolators(ages.map((age) => pools.get(age) ?? { seen: 0, final: 0 }));
    const steps = ages.map((age, index) => ({ age, share: Math.min(1, shares[index] ?? 0) }));
    return { steps, learnedFrom: settled.size };
}
/** The last snapshot of every bucket that was looked at after its counts had settled. */
function findSettled(snapshots, settledAfter) {
    const last = new Map();
    for (const snapshot of snapshots) {
        if (snapshot.seenAt - snapshot.bucket.end < settledAfter)
            continue;
        const known = last.get(snapshot.bucket.start);
        if (known === undefined || known.seenAt < snapshot.seenAt)
            last.set(snapshot.bucket.start, snapshot);
    }
    return last;
}
/** Isotonic regression: neighbours that fall are replaced by their pooled share. */
function poolViolators(pools) {
    const blocks = [];
    for (const { seen, final } of pools) {
        let block = { seen, final, width: 1 };
        for (let last = blocks.at(-1); last !== undefined && shareOf(last) >= shareOf(block); last = blocks.at(-1)) {
            block = { seen: last.seen + block.seen, final: last.final + block.final, width: last.width + block.width };
            blocks.pop();
        }
        blocks.push(block);
    }
    return blocks.flatMap((block) => Array.from({ length: block.width }, () => shareOf(block)));
}
function shareOf({ seen, final }) {
    return final > 0 ? seen / final : 0;
}
/** A curve that moved by more than this is another source: what was weighed by the old one proves nothing. */
const tolerableMove = 0.1;
function movedMuch(one, other) {
    return comesLater(one, other) || comesLater(other, one);
}
/** Whether reports come later than was thought, by more than a tenth at some age: then what was weighed as if they were in is not. */
function comesLater(thought, learned) {
    const ages = [...thought.steps, ...learned.steps].map((step) => step.age);
    return ages.some((age) => shareReported(thought, age) - shareReported(learned, age) > tolerableMove);
}


/***/ }),

/***/ 9879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RY: () => (/* binding */ latch),
/* harmony export */   U: () => (/* binding */ resume),
/* harmony export */   kP: () => (/* binding */ adoptCurve),
/* harmony export */   wz: () => (/* binding */ startRollout),
/* harmony export */   zr: () => (/* binding */ adoptParameters)
/* harmony export */ });
/* harmony import */ var _completeness_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6161);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4125);


/** Freezes the parameters for one rollout. `curves` are those known of each gate's source from earlier releases. */
function startRollout(parameters, startedAt, curves = {}) {
    const epoch = { number: 0, startedAt };
    const remember = ({ name }) => {
        const curve = curves[name];
        return [name, curve === undefined ? { epoch } : { epoch, curve }];
    };
    return { parameters, epoch, promotion: Object.fromEntries(parameters.gates.map(remember)) };
}
/** Remembers the first halt; later ones do not replace it, so that the person reads what began it. */
function latch(memory, halt) {
    return memory.halt === undefined ? { ...memory, halt } : memory;
}
/** A person resumes a halted rollout: what halted it is known and must not halt it again, so the windows begin anew. */
function resume(memory, at) {
    const { parameters, epoch, promotion } = memory;
    return beginEpoch({ parameters, epoch, promotion }, at);
}
/**
 * Takes over changed parameters. Evidence gathered under the old ones is not evidence under the new: choosing the limit
 * after the data would void every promise. A halt stays latched.
 *
 * @returns the same object when nothing changed
 */
function adoptParameters(memory, parameters, at) {
    if ((0,_parameters_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .Rj)(memory.parameters) === (0,_parameters_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .Rj)(parameters))
        return memory;
    const kept = parameters.gates.map(({ name }) => [
        name,
        memory.promotion[name] ?? { epoch: memory.epoch },
    ]);
    return beginEpoch({ ...memory, parameters, promotion: Object.fromEntries(kept) }, at);
}
/**
 * Takes over a newly learned curve where it differs from the one in use by more than a tenth; then the evidence for
 * promotion of that gate begins anew. A smaller difference changes nothing: the curve in use stays frozen.
 */
function adoptCurve(memory, gate, curve, at) {
    const known = memory.promotion[gate.name] ?? { epoch: memory.epoch };
    if (!(0,_completeness_js__WEBPACK_IMPORTED_MODULE_1__/* .movedMuch */ .$h)(known.curve ?? (0,_completeness_js__WEBPACK_IMPORTED_MODULE_1__/* .assumeMaturity */ .YZ)(gate.maturity), curve))
        return memory;
    const next = { epoch: { number: known.epoch.number + 1, startedAt: at }, curve };
    return { ...memory, promotion: { ...memory.promotion, [gate.name]: next } };
}
function beginEpoch(memory, at) {
    const begin = (epoch) => ({ number: epoch.number + 1, startedAt: at });
    const promotion = Object.entries(memory.promotion).map(([name, known]) => [
        name,
        { ...known, epoch: begin(known.epoch) },
    ]);
    return { ...memory, epoch: begin(memory.epoch), promotion: Object.fromEntries(promotion) };
}


/***/ }),

/***/ 4125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hw: () => (/* binding */ mobile),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   WA: () => (/* binding */ splitRisk),
/* harmony export */   pu: () => (/* binding */ defineGate)
/* harmony export */ });
/* unused harmony exports backend, comparePrevious, countHaltingTests, listChanges */
const hour = 3_600_000;
/** For apps: one rollout is days long, and a false halt costs a release train a day. */
const mobile = {
    falseHaltRisk: 0.01,
    falsePromotionRisk: 0.05,
    maxHold: 72 * hour,
    onInsufficient: 'ask',
};
/** For backends: fifteen deploys a day at 1 % could be a false abort every week. */
const backend = {
    falseHaltRisk: 0.001,
    falsePromotionRisk: 0.05,
    maxHold: 30 * 60_000,
    onInsufficient: 'halt',
};
/** Fills in what a gate of an app or a backend leaves open; `minimumIncrease` is a fifth of the limit. */
function defineGate(setting, gate) {
    const times = setting === 'mobile' ? { maturity: 6 * hour, staleness: 6 * hour } : { maturity: 30_000, staleness: 60_000 };
    return { required: true, margin: 1.5, lateUnits: false, ...times, ...gate };
}
/** The default comparison with the previous version for a gate with this limit. */
function comparePrevious(limit) {
    return { ratio: 1.5, minimumIncrease: 0.2 * limit };
}
/** Tests that can halt: one per gate, one more for each that is compared with the previous version. */
function countHaltingTests(gates) {
    return gates.reduce((sum, gate) => sum + (gate.comparison === undefined ? 1 : 2), 0);
}
/**
 * Splits the risk: evenly among the tests that can halt; half of an absolute test's part for the whole rollout, half
 * for its stages. Each new epoch may spend half of what the one before could, so all of them together at most twice.
 *
 * @param epoch 0 for the first
 */
function splitRisk(parameters, epoch, promotionEpoch) {
    const risk = (parameters.falseHaltRisk * 2 ** -epoch) / countHaltingTests(parameters.gates);
    return {
        rollout: Math.log(2 / risk),
        stage: Math.log((2 * parameters.stages) / risk),
        relative: Math.log(1 / risk),
        promotion: Math.log(1 / (parameters.falsePromotionRisk * 2 ** -promotionEpoch)),
    };
}
/**
 * The parameters as one text that is equal exactly when they are: keys sorted, numbers in their shortest form. It is
 * not hashed here, since two texts can be compared to say **what** changed; whoever wants it short hashes it.
 */
function fingerprint(parameters) {
    return flatten(parameters, '').join('\n');
}
/** Names of what differs, such as `gates.crash.limit: 0.005 \u2192 0.01`; empty when nothing does. */
function listChanges(frozen, current) {
    const entries = (parameters) => new Map(flatten(parameters, '').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
    const [before, after] = [entries(frozen), entries(current)];
    return [...new Set([...before.keys(), ...after.keys()])]
        .filter((key) => before.get(key) !== after.get(key))
        .map((key) => `${key}: ${before.get(key) ?? 'absent'} \u2192 ${after.get(key) ?? 'absent'}`);
}
/** `path=value` lines. Gates are known by name, so that their order does not count. */
function flatten(value, path) {
    if (typeof value !== 'object' || value === null)
        return [`${path}=${JSON.stringify(value)}`];
    const entries = Array.isArray(value)
        ? value.map((gate) => [gate.name, gate])
        : Object.entries(value).filter(([, inner]) => inner !== undefined);
    return entries
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`));
}


/***/ }),

/***/ 5029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ childEnvironment)
/* harmony export */ });
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3246);


/**
 * What commands under check may see of the runner's environment. An allow-list, because code under test must not be able
 * to write our result or to speak to GitHub in our name: no INPUT_*, no ACTIONS_*, no token, and none of the paths of the
 * runner's file commands. Names are matched exactly, `*` at the end stands for any rest.
 */
const allowed = [
    // Who and where.
    ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TERM', 'TZ', 'LANG', 'LANGUAGE', 'LC_*', 'XDG_*', 'PWD'],
    ...['TMPDIR', 'TMP', 'TEMP'],
    // Windows needs these to start any process.
    ...[
        'SystemRoot',
        'SYSTEMROOT',
        'ComSpec',
        'COMSPEC',
        'PATHEXT',
        'Path',
        'USERPROFILE',
        'APPDATA',
        'LOCALAPPDATA',
        'ProgramFiles*',
    ],
    // How tools behave. Without GITHUB_ACTIONS, since with it they would print annotations of their own beside ours.
    ...['CI', 'NODE_ENV', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'FORCE_COLOR', 'NO_COLOR', 'SSL_CERT_*', 'JEST_*'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy', 'NODE_USE_ENV_PROXY'],
    // Package managers and toolchains.
    ...['npm_config_*', 'NPM_CONFIG_*', 'COREPACK_*', 'YARN_*', 'PNPM_HOME', 'VOLTA_HOME', 'NVM_*', 'ASDF_*', 'MISE_*'],
    ...['JAVA_HOME*', 'GRADLE_*', 'ANDROID_*', 'DEVELOPER_DIR', 'SDKROOT', 'GEM_*', 'BUNDLE_*', 'RBENV_*', 'ImageOS'],
    // Which commit this is: public facts that reports like to carry.
    ...[
        'GITHUB_WORKSPACE',
        'GITHUB_REPOSITORY',
        'GITHUB_SHA',
        'GITHUB_REF',
        'GITHUB_REF_NAME',
        'GITHUB_HEAD_REF',
        'GITHUB_BASE_REF',
    ],
    ...['GITHUB_EVENT_NAME', 'GITHUB_RUN_ID', 'GITHUB_RUN_NUMBER', 'GITHUB_RUN_ATTEMPT', 'GITHUB_SERVER_URL'],
    // The runner ends left-over processes of a job by this one.
    ...['RUNNER_OS', 'RUNNER_ARCH', 'RUNNER_TRACKING_ID'],
];
/** Package managers take credentials through their own variables; these stay here unless `pass-env` names them. */
const credential = /token|auth|password|secret|credential/i;
/** Never handed on, whatever `pass-env` says. */
const refused = [
    ...['INPUT_*', 'STATE_*', 'ACTIONS_*', 'GITHUB_TOKEN', 'GH_TOKEN'],
    ...['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ARTIFACTS'],
];
/**
 * The environment for a command: what is allowed, and what the user passes by name.
 * @param extra names from the input `pass-env`; `*` at the end stands for any rest.
 * @throws ConfigurationError (`environment-refused`) when it names what must never be passed.
 */
function childEnvironment(environment, extra = []) {
    // Both directions: `pass-env: GITHUB_*` would reach GITHUB_TOKEN just as `GITHUB_TOKEN` does.
    const forbidden = extra.filter((name) => refused.some((other) => covers(other, name) || covers(name, other)));
    if (forbidden.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .kitMessages */ .Z['environment-refused'](forbidden.join(', ')));
    return Object.fromEntries(Object.entries(environment).filter((entry) => {
        const [name, value] = entry;
        if (value === undefined)
            return false;
        if (extra.some((pattern) => covers(pattern, name)))
            return true;
        // Only a family of names can hide a credential; a name that stands on the list in full is known.
        if (allowed.includes(name))
            return true;
        return allowed.some((pattern) => covers(pattern, name)) && !credential.test(name);
    }));
}
function covers(pattern, name) {
    return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}


/***/ }),

/***/ 132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ emptyLedger),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   dE: () => (/* binding */ setClaim),
/* harmony export */   v7: () => (/* binding */ addEvents)
/* harmony export */ });
/** "tracker-mobile@2.15.3+20250114.1": also the tag in git, and the name of the ledger. */
function tagOf({ name, version, build }) {
    return `${name}@${version}+${build}`;
}
const emptyLedger = { entries: [], claims: {} };
/** The same ledger with more in it. */
function addEvents(ledger, events, { now, run }) {
    if (events.length === 0)
        return ledger;
    const at = new Date(now).toISOString();
    return { ...ledger, entries: [...ledger.entries, ...events.map((event) => ({ ...event, at, run }))] };
}
function setClaim(ledger, platform, claim) {
    const others = Object.fromEntries(Object.entries(ledger.claims).filter(([name]) => name !== platform));
    return { ...ledger, claims: claim === undefined ? others : { ...others, [platform]: claim } };
}


/***/ }),

/***/ 5505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oM: () => (/* binding */ archivePath),
  G0: () => (/* binding */ ledgerFolder),
  tf: () => (/* binding */ ledgerPath),
  h8: () => (/* binding */ parseLedger),
  mG: () => (/* binding */ writeHeadline),
  XL: () => (/* binding */ writeLedger)
});

// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/rollout/entries.js
var entries = __webpack_require__(132);
;// CONCATENATED MODULE: ./src/rollout/ledger-shapes.js

const word = (0,shapes/* text */.Qq)(200);
const sentence = (0,shapes/* text */.Qq)(20_000);
const instant = (0,shapes/* text */.Qq)(30, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'a time such as 2026-11-30T08:17:00.000Z');
const whole = (0,shapes/* number */.ai)('whole', 0, Number.MAX_SAFE_INTEGER);
const any = (0,shapes/* number */.ai)('any', 0, Number.MAX_VALUE);
const share = (0,shapes/* number */.ai)('any', 0, 1);
const ledger_shapes_boolean = (0,shapes/* oneOf */.yL)([true, false]);
const doer = (value, where) => (0,shapes/* text */.Qq)(200, /^(controller|store|@.+|gate .+)$/, 'who did it')(value, where);
const release = (0,shapes/* record */.g1)({ name: word, version: word, build: word });
const place = (0,shapes/* record */.g1)({ track: word, share });
const artifact = (value, where) => {
    const { store } = (0,shapes/* record */.g1)({ store: (0,shapes/* oneOf */.yL)(['google-play', 'app-store']) }, 'ignored')(value, where);
    return store === 'google-play'
        ? (0,shapes/* record */.g1)({ store: (0,shapes/* oneOf */.yL)(['google-play']), versionCode: whole })(value, where)
        : (0,shapes/* record */.g1)({ store: (0,shapes/* oneOf */.yL)(['app-store']), build: word })(value, where);
};
const baseline = (0,shapes/* record */.g1)({ releaseName: word, versionCodes: (0,shapes/* list */.p_)(whole, 100) });
const curve = (0,shapes/* record */.g1)({ steps: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({ age: any, share }), 1_000), learnedFrom: whole });
const gate = (value, where) => {
    const { comparison, ...read } = (0,shapes/* record */.g1)({
        name: word,
        unit: (0,shapes/* oneOf */.yL)(['session', 'user-hour', 'user-day', 'request', 'rating']),
        limit: share,
        required: ledger_shapes_boolean,
        margin: any,
        comparison: (0,shapes/* optional */.lq)((0,shapes/* record */.g1)({ ratio: any, minimumIncrease: any })),
        overdispersion: (0,shapes/* record */.g1)({ value: any, origin: (0,shapes/* oneOf */.yL)(['given', 'estimated', 'floor', 'fallback']) }),
        maturity: any,
        lateUnits: ledger_shapes_boolean,
        staleness: any,
    })(value, where);
    return comparison === undefined ? read : { ...read, comparison };
};
const parameters = (0,shapes/* record */.g1)({
    falseHaltRisk: share,
    falsePromotionRisk: share,
    stages: whole,
    maxHold: any,
    onInsufficient: (0,shapes/* oneOf */.yL)(['ask', 'promote-unproven', 'hold', 'halt']),
    gates: (0,shapes/* list */.p_)(gate, 100),
});
const reviews = (0,shapes/* record */.g1)({
    lookedAt: (0,shapes/* nullable */.me)(any),
    reviews: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({ id: word, versionCode: whole, stars: (0,shapes/* number */.ai)('whole', 1, 5), at: any }), 100_000),
});
const triple = (value, where) => {
    const [hour, units, bad, ...others] = (0,shapes/* list */.p_)(any, 3)(value, where);
    if (hour === undefined || units === undefined || bad === undefined || others.length > 0)
        throw new SyntaxError(`${where} has to be three numbers`);
    return [hour, units, bad];
};
/** Values by names that users chose. */
function dictionary(shape) {
    return (value, where) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw new SyntaxError(`${where} has to be an object`);
        return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shape(one, `${where}.${name}`)]));
    };
}
const base = { at: instant, run: word };
const of = { ...base, platform: word };
const kinds = {
    opened: (0,shapes/* record */.g1)({ ...base, kind: (0,shapes/* oneOf */.yL)(['opened']), release, policy: word, by: doer }),
    joined: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['joined']), artifact, baseline: (0,shapes/* nullable */.me)(baseline), by: doer }),
    began: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['began']), parameters, curves: dictionary(curve) }),
    reached: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['reached']), place, how: (0,shapes/* oneOf */.yL)(['move', 'seen', 'drift']), by: doer }),
    published: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['published']) }),
    decided: (value, where) => {
        const { choice, ...rest } = (0,shapes/* record */.g1)({
            ...of,
            kind: (0,shapes/* oneOf */.yL)(['decided']),
            state: (0,shapes/* oneOf */.yL)(['promote', 'hold', 'halt', 'done']),
            reason: word,
            sentence,
            choice: (0,shapes/* optional */.lq)(sentence),
        })(value, where);
        return choice === undefined ? rest : { ...rest, choice };
    },
    halted: (0,shapes/* record */.g1)({
        ...of,
        kind: (0,shapes/* oneOf */.yL)(['halted']),
        reason: word,
        gate: (0,shapes/* nullable */.me)(word),
        by: doer,
        sentence,
        isCritical: ledger_shapes_boolean,
    }),
    stopped: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['stopped']) }),
    resumed: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['resumed']), by: doer }),
    paused: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['paused']), reason: word }),
    unpaused: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['unpaused']) }),
    held: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['held']), until: instant, why: sentence, by: doer }),
    released: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['released']), by: doer }),
    expedited: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['expedited']), by: doer }),
    parameters: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['parameters']), parameters }),
    curve: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['curve']), gate: word, curve }),
    snapshot: (value, where) => {
        const { reviews: read, ...rest } = (0,shapes/* record */.g1)({
            ...of,
            kind: (0,shapes/* oneOf */.yL)(['snapshot']),
            counts: dictionary((0,shapes/* list */.p_)(triple, 1_000)),
            looked: ledger_shapes_boolean,
            reviews: (0,shapes/* optional */.lq)(reviews),
        })(value, where);
        return read === undefined ? rest : { ...rest, reviews: read };
    },
    superseded: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['superseded']), by: word }),
    completed: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['completed']) }),
    abandoned: (0,shapes/* record */.g1)({ ...of, kind: (0,shapes/* oneOf */.yL)(['abandoned']), by: doer, why: sentence }),
};
const entryShape = (value, where) => {
    const { kind } = (0,shapes/* record */.g1)({ kind: (0,shapes/* oneOf */.yL)(Object.keys(kinds)) }, 'ignored')(value, where);
    return kinds[kind](value, where);
};
const claimsShape = dictionary((0,shapes/* record */.g1)({ run: word, at: instant, move: word, place, by: doer, reason: (0,shapes/* nullable */.me)(word) }));

;// CONCATENATED MODULE: ./src/rollout/ledger-file.js



/** Of the form of the file. A reader refuses a later one: what it does not know it would lose. */
const schema = 1;
/** Entries of one release: a year of ticks would be 8,760. */
const mostEntries = 20_000;
const fileShape = (0,shapes/* record */.g1)({
    schema: (0,shapes/* number */.ai)('whole', 1, 1_000),
    claims: claimsShape,
    entries: (0,shapes/* list */.p_)(entryShape, mostEntries),
});
/** Where the ledger of a release lies on its branch: `releases/tracker-mobile/2.15.3+20250114.1.json`. */
function ledgerPath({ name, version, build }) {
    return `${ledgerFolder(name)}/${version}+${build}.json`;
}
/** Of the releases of one app. */
function ledgerFolder(name) {
    return `releases/${name}`;
}
/** Of those that are over: each tick reads the others only. */
function archivePath({ name, version, build }) {
    return `archive/${name}/${version}+${build}.json`;
}
/** JSON with a line for each entry, so that git shows what was added. */
function writeLedger({ entries, claims }) {
    const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
    return `{\n  "schema": ${schema},\n  "claims": ${JSON.stringify(claims)},\n  "entries": [\n${lines}\n  ]\n}\n`;
}
/** @throws SyntaxError that says what is wrong with it */
function parseLedger(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw new SyntaxError('it is no JSON', { cause: error });
    }
    const { schema: found } = (0,shapes/* record */.g1)({ schema: (0,shapes/* number */.ai)('whole', 1, 1_000_000) }, 'ignored')(value, '');
    if (found > schema)
        throw new SyntaxError(`it was written by a newer version (schema ${found}, and ${schema} is known)`);
    const { entries, claims } = fileShape(value, '');
    return { entries, claims };
}
/** Headline of a commit. Branches start other people's CI: https://docs.github.com/actions/managing-workflow-runs/skipping-workflow-runs */
function writeHeadline(release, what) {
    return `${(0,entries/* tagOf */.cO)(release)}: ${what} [skip ci]`;
}


/***/ }),

/***/ 2042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ isFinished),
/* harmony export */   DV: () => (/* binding */ readLedgers),
/* harmony export */   HI: () => (/* binding */ findRollout),
/* harmony export */   _u: () => (/* binding */ toChange),
/* harmony export */   c0: () => (/* binding */ compareReleases),
/* harmony export */   vo: () => (/* binding */ archiveFinished)
/* harmony export */ });
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(132);
/* harmony import */ var _ledger_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5505);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8813);



/** Reads what the files of the folder say. One that cannot be read takes nothing from the others. */
function readLedgers({ head, files }) {
    const rollouts = [];
    const unreadable = [];
    let uploading;
    for (const [path, text] of files) {
        if (path.endsWith('/uploading.json'))
            uploading = text;
        if (!path.endsWith('.json') || path.endsWith('/uploading.json'))
            continue;
        try {
            const ledger = (0,_ledger_file_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLedger */ .h8)(text);
            rollouts.push({ path, ledger, state: (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .readState */ .un)(ledger) });
        }
        catch (error) {
            if (!(error instanceof SyntaxError))
                throw error;
            unreadable.push({ path, reason: error.message });
        }
    }
    const sorted = rollouts.toSorted((one, other) => compareReleases(other.state.release, one.state.release));
    return { head, rollouts: sorted, unreadable, uploading };
}
/** By version, then by build; numbers by their value. */
function compareReleases(one, other) {
    return compareNumbers(one.version, other.version) || compareNumbers(one.build, other.build);
}
function compareNumbers(one, other) {
    const [parts, others] = [one.split(/\D+/).map(Number), other.split(/\D+/).map(Number)];
    for (let index = 0; index < Math.max(parts.length, others.length); index += 1) {
        const difference = (parts[index] ?? 0) - (others[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Whether no platform of it moves any more. */
function isFinished({ state }) {
    return state.platforms.every(({ life }) => life === 'superseded' || life === 'complete' || life === 'abandoned');
}
/** Files that have to change for these ledgers to be the ones that count. */
function toChange({ head }, changed, message) {
    return {
        expectedHead: head,
        additions: new Map(changed.map(({ release, ledger }) => [(0,_ledger_file_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerPath */ .tf)(release), (0,_ledger_file_js__WEBPACK_IMPORTED_MODULE_1__/* .writeLedger */ .XL)(ledger)])),
        deletions: [],
        message,
    };
}
/**
 * Moves releases that are over out of the folder that every tick reads. The newest of them stays: the next release is compared with
 * it.
 */
function archiveFinished({ rollouts }, change) {
    const finished = rollouts.filter(isFinished).slice(1);
    const additions = new Map(change.additions);
    for (const { ledger, state } of finished)
        additions.set((0,_ledger_file_js__WEBPACK_IMPORTED_MODULE_1__/* .archivePath */ .oM)(state.release), (0,_ledger_file_js__WEBPACK_IMPORTED_MODULE_1__/* .writeLedger */ .XL)(ledger));
    return { ...change, additions, deletions: [...change.deletions, ...finished.map(({ path }) => path)] };
}
function findRollout({ rollouts }, release) {
    return rollouts.find(({ state }) => (0,_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(state.release) === (0,_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(release));
}


/***/ }),

/***/ 7495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ openRelease),
  s: () => (/* binding */ planOpening)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/rollout/entries.js
var entries = __webpack_require__(132);
// EXTERNAL MODULE: ./src/rollout/ledger-file.js + 1 modules
var ledger_file = __webpack_require__(5505);
// EXTERNAL MODULE: ./src/rollout/ledgers.js
var rollout_ledgers = __webpack_require__(2042);
// EXTERNAL MODULE: ./src/rollout/release-name.js
var release_name = __webpack_require__(5217);
// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
;// CONCATENATED MODULE: ./src/rollout/messages.js

const rolloutMessages = (0,messages/* defineMessages */.Y)({
    'release-open-otherwise': (tag, platform, known, given) => ({
        text: `${tag} is open for ${platform} with ${known}, and not with ${given}.`,
        cure: 'Give what was uploaded under that version and build; another build is another release.',
    }),
    'ledger-contended': (branch, attempts) => ({
        text: `The ledger on the branch ${branch} was changed by somebody else ${attempts} times in a row.`,
        cure: 'Run the job again; if it stays so, look who writes to that branch besides this suite.',
    }),
});

;// CONCATENATED MODULE: ./src/rollout/opening.js







const mostAttempts = 6;
/** "3f2a\u2026" of the whole policy: another one begins new evidence. */
function hashPolicy(policy) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(policy)).digest('hex').slice(0, 16);
}
/**
 * Opens a release, or adds platforms to one that is open. Who opens the same twice changes nothing; of two who open at once both
 * are in it.
 * @throws ConfigurationError (`release-open-otherwise`), VendorError (`ledger-contended`)
 */
async function openRelease(branch, opening) {
    for (let attempt = 1;; attempt += 1) {
        const ledgers = (0,rollout_ledgers/* readLedgers */.DV)(await branch.read());
        const known = (0,rollout_ledgers/* findRollout */.HI)(ledgers, opening.release);
        const events = listEvents(ledgers, opening);
        const ledger = (0,entries/* addEvents */.v7)(known?.ledger ?? entries/* emptyLedger */.Hg, events, opening);
        if (events.length === 0)
            return { isNew: false, ledger, ledgers };
        const { release, artifacts } = opening;
        const message = (0,ledger_file/* writeHeadline */.mG)(release, `opened for ${artifacts.map(({ platform }) => platform).join(', ')}`);
        const change = (0,rollout_ledgers/* archiveFinished */.vo)(ledgers, (0,rollout_ledgers/* toChange */._u)(ledgers, [{ release, ledger }], message));
        const written = await branch.write(change);
        if (written.is === 'written')
            return { isNew: true, ledger, ledgers };
        if (written.is === 'unknown')
            throw written.error;
        if (attempt === mostAttempts) {
            const note = rolloutMessages['ledger-contended'](branch.name, mostAttempts);
            throw new errors/* VendorError */.Hi(note, {
                vendor: 'GitHub',
                operation: 'open the release',
                attempts: attempt,
                ambiguous: false,
            });
        }
    }
}
/**
 * What the ledger of a release would be, without writing it.
 * @throws ConfigurationError (`release-open-otherwise`)
 */
function planOpening(ledgers, opening) {
    const known = (0,rollout_ledgers/* findRollout */.HI)(ledgers, opening.release)?.ledger ?? entries/* emptyLedger */.Hg;
    return (0,entries/* addEvents */.v7)(known, listEvents(ledgers, opening), opening);
}
function listEvents(ledgers, { policy, release, artifacts, by }) {
    const known = (0,rollout_ledgers/* findRollout */.HI)(ledgers, release);
    const joins = artifacts.flatMap(({ platform: name, artifact }) => {
        const platform = policy.platforms.find((one) => one.name === name);
        // Whoever opens chooses from the platforms of the policy.
        if (platform?.store !== artifact.store)
            throw new TypeError(`The policy has no platform "${name}" of ${artifact.store}.`);
        const joined = known?.state.platforms.find((one) => one.platform === name);
        if (joined === undefined)
            return [{ kind: 'joined', platform: name, artifact, baseline: findBaseline(ledgers, policy, release, name), by }];
        if (JSON.stringify(joined.artifact) === JSON.stringify(artifact))
            return [];
        const told = rolloutMessages['release-open-otherwise'];
        throw new errors/* ConfigurationError */.j1(told((0,entries/* tagOf */.cO)(release), name, tellArtifact(joined.artifact), tellArtifact(artifact)));
    });
    if (known !== undefined)
        return joins;
    return [{ kind: 'opened', release, policy: hashPolicy(policy), by }, ...joins];
}
function tellArtifact(artifact) {
    return artifact.store === 'google-play' ? `version code ${artifact.versionCode}` : `build ${artifact.build}`;
}
/** The release that most users of the platform have: what the new one is compared with. */
function findBaseline(ledgers, policy, release, name) {
    const platform = policy.platforms.find((one) => one.name === name);
    const candidates = ledgers.rollouts
        .filter(({ state }) => (0,entries/* tagOf */.cO)(state.release) !== (0,entries/* tagOf */.cO)(release))
        .flatMap(({ state }) => state.platforms
        .filter((one) => one.platform === name && one.productionAt !== null)
        .map((one) => ({ release: state.release, state: one, share: exposureOf(one) })));
    // Of equals the newest, which comes first.
    const most = candidates.toSorted((one, other) => other.share - one.share)[0];
    if (most === undefined || platform === undefined)
        return null;
    const { artifact } = most.state;
    return {
        releaseName: (0,release_name/* fillReleaseName */.g)(policy, platform, most.release, artifact),
        versionCodes: artifact.store === 'google-play' ? [artifact.versionCode] : [],
    };
}
function exposureOf({ life, place, productionAt }) {
    if (productionAt === null)
        return 0;
    return life === 'complete' ? 1 : (place?.share ?? 0);
}


/***/ }),

/***/ 4602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ tellPlace),
/* harmony export */   O: () => (/* binding */ isSamePlace)
/* harmony export */ });
/* harmony import */ var _policy_stages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4974);

function isSamePlace(one, other) {
    return one?.track === other.track && Math.abs(one.share - other.share) < 1e-6;
}
/** "production 5 %". */
function tellPlace({ track, share }) {
    return `${track} ${(0,_policy_stages_js__WEBPACK_IMPORTED_MODULE_0__/* .tell */ .qz)(share)}`;
}


/***/ }),

/***/ 1294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FS: () => (/* binding */ nameApp),
  ON: () => (/* binding */ parsePolicy),
  OG: () => (/* binding */ readPolicyText)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/rollout/policy-messages.js
var policy_messages = __webpack_require__(3201);
// EXTERNAL MODULE: ./src/rollout/policy-stages.js
var policy_stages = __webpack_require__(4974);
// EXTERNAL MODULE: ./src/rollout/policy-tree.js
var policy_tree = __webpack_require__(6601);
// EXTERNAL MODULE: ./src/rollout/policy-values.js
var policy_values = __webpack_require__(3247);
;// CONCATENATED MODULE: ./src/rollout/policy-gates.js




const hour = 3_600_000;
const unitWords = ['session', 'user-hour', 'user-day', 'request', 'rating'];
const sources = ['sentry', 'play-vitals', 'reviews', 'prometheus', 'command'];
/** What a gate is where the policy does not say, by its source: docs/health-sources.md. */
const defaults = {
    sentry: { unit: 'session', required: true, staleness: 6 * hour, lateUnits: false },
    // Their own freshness lags by hours, and the hour's users come as late as its crashes.
    'play-vitals': { unit: 'user-hour', required: true, staleness: 12 * hour, lateUnits: true },
    // A review shows within a day.
    reviews: { unit: 'rating', required: false, staleness: 48 * hour, lateUnits: false },
    prometheus: { unit: 'request', required: true, staleness: 6 * hour, lateUnits: false },
    command: { unit: 'session', required: true, staleness: 6 * hour, lateUnits: false },
};
/** What a source can count: docs/health-sources.md. */
const countable = {
    sentry: ['session', 'user-hour', 'user-day'],
    'play-vitals': ['user-hour', 'user-day'],
    reviews: ['rating'],
    prometheus: unitWords,
    command: unitWords,
};
const maxDefaults = {
    session: 0.005,
    'user-hour': 0.005,
    'user-day': 0.005,
    request: 0.005,
    rating: 0.05,
};
/** The seed's line for paging: below 99 % crash-free. */
const pageDefault = 0.01;
const anyText = (0,policy_values/* readText */.yR)(/^[\s\S]{1,20000}$/, 'a text', '"\u2026"');
const slug = (0,policy_values/* readText */.yR)(/^[\w.-]{1,100}$/, 'a slug: letters, digits, "-", "_" and "."', 'example');
const readers = {
    source: (0,policy_values/* readWord */.pS)(sources),
    unit: (0,policy_values/* readWord */.pS)(unitWords),
    max: policy_values/* readShare */.cb,
    'page-above': policy_values/* readShare */.cb,
    required: policy_values/* readBoolean */.Vf,
    compare: readCompare,
    staleness: policy_values/* readSpan */.F2,
    maturity: policy_values/* readDuration */.$7,
    'late-units': policy_values/* readBoolean */.Vf,
    platforms: (0,policy_values/* readSome */.jV)((0,policy_values/* readText */.yR)(/^\S+$/, 'names of platforms', '[android, ios]')),
    organization: slug,
    project: (0,policy_values/* readSome */.jV)(slug),
    environment: (0,policy_values/* readText */.yR)(/^[^\s/][^/\n]{0,63}$/, 'the name of an environment', 'production'),
    at: (0,policy_values/* readText */.yR)(/^(us|de|https:\/\/\S+)$/, '"us", "de" or an https address', 'us'),
    measure: (0,policy_values/* readWord */.pS)(['crash', 'anr']),
    url: (0,policy_values/* readText */.yR)(/^https?:\/\/\S+$/, 'an address', 'https://prometheus.example.com'),
    bad: anyText,
    total: anyText,
    good: anyText,
    step: policy_values/* readSpan */.F2,
    settle: policy_values/* readDuration */.$7,
    run: anyText,
    timeout: policy_values/* readSpan */.F2,
};
/** Keys that belong to one source. */
const own = {
    sentry: ['organization', 'project', 'environment', 'at'],
    'play-vitals': ['measure'],
    reviews: [],
    prometheus: ['url', 'bad', 'total', 'good', 'step', 'settle'],
    command: ['run', 'timeout'],
};
const shared = Object.keys(readers).filter((key) => !Object.values(own).some((keys) => keys.some((one) => one === key)));
/** @param platforms that the policy has, for whom a gate may be */
function readGates(tree, platforms) {
    return (0,policy_tree/* readEntries */.$2)(tree)?.flatMap((entry) => readGate(entry, platforms) ?? []);
}
function readGate({ key: name, keyTree, value }, platforms) {
    if (!/^[a-z][a-z0-9-]{0,30}$/.test(name))
        return (0,policy_tree/* refuse */.TR)(keyTree, policy_messages/* policyMessages */.d['policy-text']('a name of small letters, digits and "-"', 'crash'));
    const entries = (0,policy_tree/* readEntries */.$2)(value);
    if (entries === undefined)
        return undefined;
    const sourceTree = entries.find(({ key }) => key === 'source')?.value;
    if (sourceTree === undefined)
        return (0,policy_tree/* refuse */.TR)(value, policy_messages/* policyMessages */.d['policy-key-missing']('source', 'source: sentry'));
    const kind = (0,policy_values/* readWord */.pS)(sources)(sourceTree);
    if (kind === undefined)
        return undefined;
    const valid = [...shared, ...own[kind]];
    const read = (0,policy_tree/* readMap */.l8)(value, Object.fromEntries(valid.map((key) => [key, readers[key]])));
    const source = read === undefined ? undefined : toSource(kind, name, read, value);
    if (read === undefined || source === undefined)
        return undefined;
    const known = defaults[kind];
    const unit = read.unit ?? known.unit;
    const max = read.max ?? maxDefaults[unit];
    const place = (key) => entries.find((entry) => entry.key === key)?.value ?? value;
    if (!countable[kind].includes(unit))
        return (0,policy_tree/* refuse */.TR)(place('unit'), policy_messages/* policyMessages */.d['policy-gate-unit'](unit, kind, countable[kind].join(', ')));
    if (max * 1.5 >= 1)
        return (0,policy_tree/* refuse */.TR)(place('max'), policy_messages/* policyMessages */.d['policy-gate-loose']((0,policy_stages/* tell */.qz)(max)));
    const page = read['page-above'] ?? (unit === 'rating' ? undefined : Math.max(pageDefault, max * 2));
    if (page !== undefined && page < max)
        return (0,policy_tree/* refuse */.TR)(place('page-above'), policy_messages/* policyMessages */.d['policy-gate-page']((0,policy_stages/* tell */.qz)(page), (0,policy_stages/* tell */.qz)(max)));
    const compare = read.compare ?? (unit === 'rating' ? 0 : 1.5);
    return {
        name,
        unit,
        max,
        ...(page === undefined ? {} : { pageAbove: page }),
        required: read.required ?? known.required,
        ...(compare === 0 ? {} : { compare }),
        staleness: read.staleness ?? known.staleness,
        maturity: read.maturity ?? 6 * hour,
        lateUnits: read['late-units'] ?? known.lateUnits,
        platforms: choosePlatforms(kind, read.platforms, platforms, place('platforms')),
        source,
    };
}
function choosePlatforms(kind, given, platforms, tree) {
    const fitting = platforms
        .filter(({ store }) => kind !== 'play-vitals' || store === 'google-play')
        .map(({ name }) => name);
    const valid = fitting.length === 0 ? 'none, since no platform here is of Google Play' : fitting.join(', ');
    if (given === undefined && fitting.length === 0)
        (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-gate-platform']('of Google Play', valid));
    for (const name of given ?? [])
        if (!fitting.includes(name))
            (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-gate-platform'](`"${name}"`, valid));
    return given ?? fitting;
}
function toSource(kind, gate, read, tree) {
    const missing = (key, example) => {
        const isThere = (0,policy_tree/* readEntries */.$2)(tree)?.some((entry) => entry.key === key) === true;
        return isThere ? undefined : (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-key-missing'](key, example));
    };
    switch (kind) {
        case 'sentry': {
            const { organization, project, environment, at = 'us' } = read;
            if (organization === undefined)
                return missing('organization', 'organization: example');
            const [first, ...others] = project ?? [];
            if (first === undefined)
                return missing('project', 'project: tracker-mobile');
            return {
                kind,
                organization,
                projects: [first, ...others],
                ...(environment === undefined ? {} : { environment }),
                at,
            };
        }
        case 'play-vitals':
            return { kind, measure: read.measure ?? (gate === 'anr' ? 'anr' : 'crash') };
        case 'reviews':
            return { kind };
        case 'prometheus': {
            const { url, bad, total, good, step = hour, settle = 120_000 } = read;
            if (url === undefined)
                return missing('url', 'url: https://prometheus.example.com');
            if (bad === undefined)
                return missing('bad', 'bad: sum(increase(errors_total{version="{{version}}"}[{{step}}]))');
            if (total !== undefined && good !== undefined)
                return (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-keys-apart']('total', 'good'));
            if (total !== undefined)
                return { kind, url, bad, beside: { total }, step, settle };
            if (good === undefined)
                return missing('total', 'total: sum(increase(requests_total{version="{{version}}"}[{{step}}]))');
            return { kind, url, bad, beside: { good }, step, settle };
        }
        case 'command': {
            const { run, timeout = 120_000 } = read;
            return run === undefined ? missing('run', 'run: node scripts/health.js') : { kind, run, timeout };
        }
    }
}
/** How many times the previous version's share is tolerated: "1.5x", or "off" as 0. */
function readCompare(tree) {
    const written = (0,policy_tree/* readWritten */.IL)(tree);
    if (written === undefined)
        return undefined;
    if (written === 'off')
        return 0;
    const factor = Number(/^(\d+(?:\.\d+)?)\s*x$/.exec(written)?.[1]);
    // Below 1.25 who updates first halts good releases: docs/health.md.
    return factor >= 1.25 && factor <= 10
        ? factor
        : (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-text']('a factor from 1.25x to 10x, or "off"', '1.5x'));
}
/** Where a policy names no gate, Google's own figures are asked, which need no further credentials. */
function defaultGates(platforms) {
    const play = platforms.filter(({ store }) => store === 'google-play').map(({ name }) => name);
    if (play.length === 0)
        return [];
    return ['crash', 'anr'].map((measure) => ({
        name: measure,
        ...defaults['play-vitals'],
        max: maxDefaults['user-hour'],
        pageAbove: pageDefault,
        compare: 1.5,
        maturity: 6 * hour,
        platforms: play,
        source: { kind: 'play-vitals', measure },
    }));
}

// EXTERNAL MODULE: ./src/rollout/presets.js
var presets = __webpack_require__(6864);
;// CONCATENATED MODULE: ./src/rollout/policy-platforms.js





const platformName = /^[a-z][a-z0-9-]{0,30}$/;
/** Reasons of a hold for which a phased release can be paused; those of data and of incidents always do. */
const pauseReasons = ['no-data', 'not-enough-evidence', 'needs-human'];
/** @returns those that could be read; what could not is noted */
function readPlatforms(tree) {
    const entries = (0,policy_tree/* readEntries */.$2)(tree);
    if (entries === undefined)
        return undefined;
    if (entries.length === 0)
        return (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-platform-none']());
    const names = entries.map(({ key }) => key);
    const platforms = entries.map((entry) => readPlatform(entry, names));
    checkAfter(entries, platforms);
    return platforms.flatMap((platform) => platform ?? []);
}
function readPlatform({ key: name, keyTree, value }, names) {
    if (!platformName.test(name))
        return (0,policy_tree/* refuse */.TR)(keyTree, policy_messages/* policyMessages */.d['policy-text']('a name of small letters, digits and "-", at most 31', 'android'));
    const entries = (0,policy_tree/* readEntries */.$2)(value);
    if (entries === undefined)
        return undefined;
    const keys = new Set(entries.map(({ key }) => key));
    const stores = ['package', 'app', 'bundle-id'].filter((key) => keys.has(key));
    if (stores.length !== 1)
        return (0,policy_tree/* refuse */.TR)(value, policy_messages/* policyMessages */.d['policy-platform-kind']());
    return keys.has('package') ? readPlay(name, value, names) : readAppStore(name, value);
}
const common = { after: readAfter, watch: policy_values/* readDuration */.$7 };
function readPlay(name, tree, names) {
    const read = (0,policy_tree/* readMap */.l8)(tree, {
        package: (0,policy_values/* readText */.yR)(/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/, 'the package name of an Android app', 'com.example.app'),
        stages: policy_stages/* readPlaySteps */._D,
        expedite: policy_stages/* readRollout */.wW,
        ...common,
    });
    if (read?.package === undefined)
        return undefined;
    const isWear = name === 'wear';
    const steps = read.stages ?? (0,policy_stages/* defaultPlaySteps */.ji)(isWear);
    return {
        store: 'google-play',
        name,
        package: read.package,
        steps,
        expedite: (0,policy_stages/* makeExpedite */.nN)(steps, read.expedite),
        after: read.after ?? (isWear && names.includes('android') ? [{ platform: 'android', delay: presets/* wearDelay */.lm }] : []),
        watch: read.watch ?? presets/* watchAfter */.iD,
    };
}
function readAppStore(name, tree) {
    const read = (0,policy_tree/* readMap */.l8)(tree, {
        app: (0,policy_values/* readText */.yR)(/^[1-9]\d{5,14}$/, "Apple's number of the app", '"1234567890"'),
        'bundle-id': (0,policy_values/* readText */.yR)(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, 'a bundle id', 'com.example.app'),
        stages: policy_stages/* readAppStoreStages */.O9,
        'pause-on': (0,policy_values/* readSome */.jV)((0,policy_values/* readWord */.pS)(pauseReasons)),
        ...common,
    });
    const app = read?.app === undefined ? undefined : { id: read.app };
    const bundle = read?.['bundle-id'] === undefined ? undefined : { bundleId: read['bundle-id'] };
    const of = app ?? bundle;
    if (read === undefined || of === undefined)
        return undefined;
    return {
        store: 'app-store',
        name,
        app: of,
        ...(read.stages ?? policy_stages/* defaultAppStoreStages */.hA),
        pauseOn: read['pause-on'] ?? [],
        after: read.after ?? [],
        watch: read.watch ?? presets/* watchAfter */.iD,
    };
}
function readAfter(tree) {
    return (0,policy_tree/* readEntries */.$2)(tree)?.flatMap(({ key, value }) => {
        const delay = (0,policy_values/* readDuration */.$7)(value);
        return delay === undefined ? [] : [{ platform: key, delay }];
    });
}
/** Whom a platform waits for has to be there, and must not wait for it. */
function checkAfter(entries, platforms) {
    const names = entries.map(({ key }) => key);
    const waitsFor = new Map(platforms.flatMap((platform) => platform === undefined ? [] : [[platform.name, platform.after.map((one) => one.platform)]]));
    const told = new Set();
    for (const { key, value } of entries) {
        for (const other of waitsFor.get(key) ?? []) {
            const valid = names.filter((name) => name !== key).join(', ') || 'none, since there is only this one';
            if (!names.includes(other))
                (0,policy_tree/* refuse */.TR)(value, policy_messages/* policyMessages */.d['policy-after-unknown'](other, valid));
        }
        const circle = findCircle(key, waitsFor);
        if (circle === undefined || circle.some((name) => told.has(name)))
            continue;
        for (const name of circle)
            told.add(name);
        (0,policy_tree/* refuse */.TR)(value, policy_messages/* policyMessages */.d['policy-after-circle']([...circle, key].join(' after ')));
    }
}
function findCircle(start, waitsFor) {
    const walk = (name, path) => {
        for (const other of waitsFor.get(name) ?? []) {
            if (other === start)
                return path;
            if (path.includes(other))
                continue;
            const found = walk(other, [...path, other]);
            if (found !== undefined)
                return found;
        }
        return undefined;
    };
    return walk(start, [start]);
}

;// CONCATENATED MODULE: ./src/rollout/policy-file.js





const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** One without a part of its own for each release would count all releases as one. */
const releaseNamePattern = /^(?=.{1,250}$)(?:[^\s/{}]|\{(?:release|version|build|version-code|app)\})*\{(?:version|build|version-code)\}(?:[^\s/{}]|\{(?:release|version|build|version-code|app)\})*$/;
/**
 * Reads a policy file. All mistakes are told at once, each where it stands.
 * @param name of the release where the file does not say: mostly the name of the repository
 */
function readPolicy(text, name) {
    const { tree, defects } = (0,policy_tree/* readTree */.Zc)(text);
    const policy = tree === undefined ? undefined : readWhole(tree, name);
    const [first, ...others] = withoutTwins(defects).toSorted((one, other) => one.line - other.line || one.column - other.column);
    if (first !== undefined)
        return { defects: [first, ...others] };
    if (policy === undefined)
        throw new TypeError('A policy without a defect could not be read.');
    return { policy };
}
/** A place that is read twice says the same twice. */
function withoutTwins(defects) {
    const keyOf = ({ line, column, message }) => `${line}:${column} ${message.text}`;
    return [...new Map(defects.map((defect) => [keyOf(defect), defect])).values()];
}
function readWhole(tree, name) {
    const platformsTree = (0,policy_tree/* isTreeMap */.vD)(tree) ? (0,policy_tree/* readEntries */.$2)(tree)?.find(({ key }) => key === 'platforms')?.value : undefined;
    if ((0,policy_tree/* isTreeMap */.vD)(tree) && platformsTree === undefined)
        (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-platform-none']());
    const platforms = (platformsTree === undefined ? undefined : readPlatforms(platformsTree)) ?? [];
    const read = (0,policy_tree/* readMap */.l8)(tree, {
        release: (0,policy_values/* readText */.yR)(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/, 'a name of letters, digits, ".", "_" and "-", at most 64', 'tracker-mobile'),
        platforms: () => platforms,
        gates: (value) => readGates(value, platforms),
        'on-insufficient': (0,policy_values/* readWord */.pS)(['ask', 'promote-unproven', 'hold']),
        'max-hold': policy_values/* readSpan */.F2,
        window: readWindow,
        freeze: readFreezes,
        needs: readNeeds,
        mention: (0,policy_values/* readSome */.jV)((0,policy_values/* readText */.yR)(/^@[A-Za-z0-9-]+(\/[\w.-]+)?$/, 'a person or a team of GitHub', '"@octocat"')),
        ledger: (0,policy_values/* readText */.yR)(/^(?!refs\/)[A-Za-z0-9][\w./-]{0,100}$/, 'the name of a branch', 'slipway-ledger'),
        'release-name': (0,policy_values/* readText */.yR)(releaseNamePattern, 'a name with {version}, {build} or {version-code}, and beside these only {release} and {app}', '"{release}@{version}+{build}"'),
    });
    if (read === undefined)
        return undefined;
    return {
        release: read.release ?? name,
        platforms,
        gates: read.gates ?? defaultGates(platforms),
        onInsufficient: read['on-insufficient'] ?? 'ask',
        maxHold: read['max-hold'] ?? 72 * 3_600_000,
        ...(read.window === undefined ? {} : { window: read.window }),
        freezes: read.freeze ?? [],
        needs: read.needs ?? [],
        mention: read.mention ?? [],
        ledger: read.ledger ?? 'slipway-ledger',
        releaseName: read['release-name'] ?? '{release}@{version}+{build}',
    };
}
function readWindow(tree) {
    const read = (0,policy_tree/* readMap */.l8)(tree, { days: readDays, hours: readHours, timezone: readZone });
    if (read === undefined)
        return undefined;
    const { from, to } = read.hours ?? { from: 0, to: 1_440 };
    return { days: read.days ?? [0, 1, 2, 3, 4, 5, 6], from, to, timezone: read.timezone ?? 'UTC' };
}
/** "mon-fri", or a list of days. */
function readDays(tree) {
    if (!(0,policy_tree/* isList */.Lv)(tree)) {
        const [, first = '', last = first] = /^([a-z]{3})(?:-([a-z]{3}))?$/.exec((0,policy_tree/* readWritten */.IL)(tree) ?? '') ?? [];
        const [from, to] = [days.indexOf(first), days.indexOf(last)];
        if (from < 0 || to < 0)
            return (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-days']());
        return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => (from + index) % 7);
    }
    const items = (0,policy_tree/* readItems */.F1)(tree)?.map((item) => days.indexOf((0,policy_tree/* readWritten */.IL)(item) ?? ''));
    if (items === undefined || items.length === 0 || items.includes(-1))
        return (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-days']());
    return [...new Set(items)];
}
function readHours(tree) {
    const written = (0,policy_tree/* readWritten */.IL)(tree);
    if (written === undefined)
        return undefined;
    const note = policy_messages/* policyMessages */.d['policy-hours'];
    const [, ...parts] = /^(\d\d):(\d\d)\s*-\s*(\d\d):(\d\d)$/.exec(written) ?? [];
    if (parts.length === 0)
        return (0,policy_tree/* refuse */.TR)(tree, note('it has another form'));
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = parts.map(Number);
    if (fromMinute > 59 || toMinute > 59)
        return (0,policy_tree/* refuse */.TR)(tree, note('an hour has 60 minutes'));
    const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
    if (to > 1_440)
        return (0,policy_tree/* refuse */.TR)(tree, note('a day ends at 24:00'));
    return from < to ? { from, to } : (0,policy_tree/* refuse */.TR)(tree, note('it ends before it begins'));
}
function readZone(tree) {
    const written = (0,policy_tree/* readWritten */.IL)(tree);
    if (written === undefined)
        return undefined;
    // The first format of a process takes longer than all else that reads a policy, so it is for names outside of this list: `UTC`,
    // those of before a renaming.
    if (Intl.supportedValuesOf('timeZone').includes(written))
        return written;
    try {
        return new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone;
    }
    catch {
        return (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-time-zone'](written));
    }
}
function readFreezes(tree) {
    return (0,policy_tree/* readItems */.F1)(tree)?.flatMap((item) => {
        const read = (0,policy_tree/* isTreeMap */.vD)(item)
            ? (0,policy_tree/* readMap */.l8)(item, { days: readDates, reason: (0,policy_values/* readText */.yR)(/^.{1,200}$/, 'a reason', 'holidays') })
            : { days: readDates(item) };
        if (read === undefined)
            return [];
        if ((0,policy_tree/* isTreeMap */.vD)(item) && !(0,policy_tree/* readEntries */.$2)(item)?.some(({ key }) => key === 'days')) {
            (0,policy_tree/* refuse */.TR)(item, policy_messages/* policyMessages */.d['policy-key-missing']('days', 'days: 2026-12-20..2027-01-02'));
            return [];
        }
        if (read.days === undefined)
            return [];
        return [{ ...read.days, reason: 'reason' in read ? (read.reason ?? '') : '' }];
    });
}
function readDates(tree) {
    const written = (0,policy_tree/* readWritten */.IL)(tree);
    if (written === undefined)
        return undefined;
    const note = policy_messages/* policyMessages */.d['policy-date'];
    const [, from, to = from] = /^(\d{4}-\d\d-\d\d)(?:\s*\.\.\s*(\d{4}-\d\d-\d\d))?$/.exec(written) ?? [];
    if (from === undefined || to === undefined)
        return (0,policy_tree/* refuse */.TR)(tree, note('it has another form'));
    const odd = [from, to].find((day) => !isDay(day));
    if (odd !== undefined)
        return (0,policy_tree/* refuse */.TR)(tree, note(`there is no ${odd}`));
    return from <= to ? { from, to } : (0,policy_tree/* refuse */.TR)(tree, note('it ends before it begins'));
}
function isDay(text) {
    const at = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
function readNeeds(tree) {
    return (0,policy_tree/* readItems */.F1)(tree)?.flatMap((item) => readNeed(item) ?? []);
}
function readNeed(tree) {
    const read = (0,policy_tree/* readMap */.l8)(tree, {
        name: (0,policy_values/* readText */.yR)(/^.{1,100}$/, 'a name', 'backend@2.15.0'),
        run: (0,policy_values/* readText */.yR)(/^[\s\S]{1,20000}$/, 'a command', 'test "$(curl -sf https://example.com/version)" = 2.15.0'),
        url: (0,policy_values/* readText */.yR)(/^https:\/\/\S+$/, 'an https address', 'https://example.com/version'),
        contains: (0,policy_values/* readText */.yR)(/^.{1,1000}$/, 'a text', '2.15.0'),
    });
    if (read === undefined)
        return undefined;
    const { name, run, url, contains } = read;
    if (name === undefined)
        return (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-key-missing']('name', 'name: backend@2.15.0'));
    const other = url === undefined ? (contains === undefined ? undefined : 'contains') : 'url';
    if (run !== undefined && other !== undefined)
        return (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-keys-apart']('run', other));
    if (run !== undefined)
        return { name, check: { run } };
    if (url === undefined)
        return (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-key-missing']('url or run', 'url: https://example.com/version'));
    if (contains === undefined)
        return (0,policy_tree/* refuse */.TR)(tree, policy_messages/* policyMessages */.d['policy-key-missing']('contains', 'contains: 2.15.0'));
    return { name, check: { url, contains } };
}

;// CONCATENATED MODULE: ./src/rollout/policy-loading.js





const mostBytes = 256 * 1024;
/**
 * The text of a policy file; undefined where there is none.
 * @throws ConfigurationError (`policy-unreadable`)
 */
function readPolicyText({ folder, path }) {
    try {
        const bytes = (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(folder, path));
        if (bytes.length > mostBytes)
            throw new SyntaxError(`it has ${bytes.length} bytes`);
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        if ((0,errors/* isSystemError */.Or)(error) && error.code === 'ENOENT')
            return undefined;
        if (!(error instanceof SyntaxError) && !(error instanceof TypeError) && !(0,errors/* isSystemError */.Or)(error))
            throw error;
        const reason = error instanceof TypeError ? 'it is no UTF-8' : (0,errors/* describeError */.Uc)(error);
        throw new errors/* ConfigurationError */.j1(policy_messages/* policyMessages */.d['policy-unreadable'](path, reason), [], { cause: error });
    }
}
/**
 * A policy, or all that is wrong with it: as a table, and as an annotation at each mistake.
 * @param name of the release where the file does not say
 * @throws ConfigurationError (`policy-invalid`)
 */
function parsePolicy(text, path, name, annotations) {
    const result = readPolicy(text, name);
    if ('policy' in result)
        return result.policy;
    for (const { line, column, message } of result.defects)
        annotations.add({
            ...{ level: 'error', file: path, line, endLine: line, column },
            message: `${message.text}. ${message.cure} [${message.id}]`,
        });
    const problems = result.defects.map(({ line, column, path: at, value, message }) => ({
        name: `line ${line}, column ${column}${at === '' ? '' : `: ${at}`}`,
        value,
        reason: `${message.text} [${message.id}]`,
        valid: message.cure,
    }));
    throw new errors/* ConfigurationError */.j1(policy_messages/* policyMessages */.d['policy-invalid'](path, problems.length), problems);
}
/** The app's name for tags and ledger, where the policy has none: as given, else that of the repository. */
function nameApp(environment, given) {
    return given ?? (environment['GITHUB_REPOSITORY'] ?? '').split('/')[1] ?? 'app';
}


/***/ }),

/***/ 3201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ policyMessages)
/* harmony export */ });
/* harmony import */ var _kit_messages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

/** What can be wrong with a policy file. Each is told with file, line and column. */
const policyMessages = (0,_kit_messages__WEBPACK_IMPORTED_MODULE_0__/* .defineMessages */ .Y)({
    'policy-missing': (path) => ({
        text: `There is no policy file ${path}.`,
        cure: 'Check the repository out before this step, or name the file with "policy"; "package-name" or "bundle-id" begin without one.',
    }),
    'policy-unreadable': (path, reason) => ({
        text: `The policy file ${path} cannot be read: ${reason}.`,
        cure: 'It has to be a text in UTF-8 of at most 256 kB.',
    }),
    'policy-invalid': (path, count) => ({
        text: `The policy ${path} has ${count === 1 ? 'a mistake' : `${count} mistakes`}; nothing was moved.`,
        cure: 'Correct it. docs/policy.md has every key, and the first line that lets an editor complete and check them (schemas/policy.schema.json).',
    }),
    'policy-syntax': (reason) => ({
        text: `it is no YAML: ${reason}`,
        cure: 'Look at this line and the one before it: mostly an indentation, a quote or a bracket.',
    }),
    'policy-tab': () => ({
        text: 'a tab stands where YAML takes spaces only',
        cure: 'Indent with spaces.',
    }),
    'policy-key-twice': (key) => ({
        text: `"${key}" stands here twice, and one of the two would be lost`,
        cure: 'Keep one of them.',
    }),
    'policy-anchor': (what) => ({
        text: `${what} changes what stands elsewhere, which nobody sees when reading this place`,
        cure: 'Write the value out.',
    }),
    'policy-documents': () => ({
        text: 'a second document begins here',
        cure: 'Keep one policy in a file; take the "---" out.',
    }),
    'policy-kind': (expected, found) => ({
        text: `${expected} belongs here, not ${found}`,
        cure: 'See docs/policy.md for the form of this key.',
    }),
    'policy-key-unknown': (key, meant, valid) => ({
        text: `"${key}" is no key of this place${meant === '' ? '' : `; did you mean "${meant}"?`}`,
        cure: `Valid here: ${valid}.`,
    }),
    'policy-key-missing': (key, example) => ({
        text: `"${key}" is missing`,
        cure: `Write it, such as: ${example}`,
    }),
    'policy-keys-apart': (one, other) => ({
        text: `"${one}" and "${other}" stand side by side, and only one of the two can hold`,
        cure: 'Keep one of them.',
    }),
    'policy-word': (valid, meant) => ({
        text: `it is none of the words that stand here${meant === '' ? '' : `; did you mean "${meant}"?`}`,
        cure: `Valid: ${valid}.`,
    }),
    'policy-text': (valid, example) => ({
        text: `it is not ${valid}`,
        cure: `Write it as: ${example}`,
    }),
    'policy-duration': (reason) => ({
        text: `it is no duration: ${reason}`,
        cure: 'Write a number and one of min, h, d: 90min, 24h, 7d.',
    }),
    'policy-share-bare': (percent, tiny) => ({
        text: `without "%" nobody knows whether this means ${percent} or ${tiny}`,
        cure: `Write ${percent} or ${tiny}.`,
    }),
    'policy-share': (reason) => ({
        text: `it is no share: ${reason}`,
        cure: 'Write a percentage above 0 % and at most 100 %, such as 0.5%.',
    }),
    'policy-plan-start': (first) => ({
        text: `the plan begins at ${first}`,
        cure: 'Begin it with 0h: hours are counted from the first users of this track.',
    }),
    'policy-plan-order': (later, earlier) => ({
        text: `${later} comes after ${earlier}, and is not later`,
        cure: 'Write the hours in rising order.',
    }),
    'policy-plan-falling': (to, from) => ({
        text: `${to} comes after ${from}: a rollout is never lowered`,
        cure: 'Write rising shares; who has the version keeps it.',
    }),
    'policy-plan-end': (last) => ({
        text: `the plan ends at ${last}, and no one would finish it`,
        cure: 'End it with 100%.',
    }),
    'policy-evidence': () => ({
        text: 'it is no evidence',
        cure: 'Write halt-only, proven, or screened with a factor: screened 5x.',
    }),
    'policy-evidence-count': (given, needed) => ({
        text: `there are ${given} kinds of evidence for ${needed} ${needed === 1 ? 'raise' : 'raises'}`,
        cure: 'Write one for each raise (the last stage needs none), or one word for all.',
    }),
    'policy-track': (track) => ({
        text: `"${track}" is no name that a track can have`,
        cure: 'Write it as Google Play lists it: internal, closed, production, wear:production, or the name of your own track.',
    }),
    'policy-track-twice': (track) => ({
        text: `the track "${track}" has two stages`,
        cure: 'Write one stage for a track; its "rollout" may have many steps.',
    }),
    'policy-stage-kind': () => ({
        text: 'a stage is for a track of Google Play, for TestFlight or for the App Store, and this is for none or for several',
        cure: 'Write one of: track, testflight, app-store.',
    }),
    'policy-stage-store': (stage, store) => ({
        text: `"${stage}" is no stage of ${store}`,
        cure: 'An app of Google Play has "track" stages, one of the App Store has "testflight" and "app-store".',
    }),
    'policy-stage-order': (late, early) => ({
        text: `"${late}" comes before "${early}"`,
        cure: 'Write the stages in the order in which users get the release; production or the App Store is the last.',
    }),
    'policy-stage-last': (last) => ({
        text: `the last stage is "${last}", so that no user of the store would get the release`,
        cure: 'End with a stage for production (Google Play) or app-store.',
    }),
    'policy-stage-soak': (stage) => ({
        text: `"${stage}" has both a soak and a rollout`,
        cure: 'A rollout has its hours (production has one by default, fast-48h); take "soak" out.',
    }),
    'policy-stage-testflight': () => ({
        text: 'TestFlight gives a build to the whole group at once, and one raise leads from it to the App Store',
        cure: 'Write "soak", one word of "evidence" and "testers" beside "testflight", and nothing else.',
    }),
    'policy-stage-apple': () => ({
        text: 'Apple sets the days and the shares of the App Store: 1, 2, 5, 10, 20, 50 and 100 %, a day each',
        cure: 'Write nothing beside "app-store: phased" (or "app-store: all", for everybody at once).',
    }),
    'policy-platform-kind': () => ({
        text: 'nothing says which store this platform is of',
        cure: 'Write "package" for Google Play, or "app" (its number) or "bundle-id" for the App Store, and one of them only.',
    }),
    'policy-platform-none': () => ({
        text: 'there is no platform',
        cure: 'Write at least one: platforms: { android: { package: com.example.app } }',
    }),
    'policy-after-unknown': (platform, valid) => ({
        text: `there is no platform "${platform}" to come after`,
        cure: `Valid: ${valid}.`,
    }),
    'policy-after-circle': (circle) => ({
        text: `each would wait for the other: ${circle}`,
        cure: 'Take one of these "after" out.',
    }),
    'policy-gate-platform': (platform, valid) => ({
        text: `there is no platform ${platform} that this gate could be asked for`,
        cure: `Valid: ${valid}.`,
    }),
    'policy-gate-unit': (unit, source, valid) => ({
        text: `${source} does not count by "${unit}"`,
        cure: `Write one that it counts by: ${valid}.`,
    }),
    'policy-gate-page': (page, max) => ({
        text: `"page-above" (${page}) lies below "max" (${max}), so that every halt would be critical`,
        cure: 'Write a share above max.',
    }),
    'policy-gate-loose': (max) => ({
        text: `${max} of bad units times the margin of 1.5 leaves nothing to prove`,
        cure: 'Write a limit below 66 %.',
    }),
    'policy-time-zone': (zone) => ({
        text: `"${zone}" is no time zone`,
        cure: 'Write a name of the IANA database, such as Europe/Madrid or UTC.',
    }),
    'policy-hours': (reason) => ({
        text: `it is no span of a day: ${reason}`,
        cure: 'Write it as 08:00-20:00, the end after the start and at most 24:00.',
    }),
    'policy-days': () => ({
        text: 'it is no list of weekdays',
        cure: 'Write mon-fri, or [mon, wed, fri].',
    }),
    'policy-date': (reason) => ({
        text: `it is no day or span of days: ${reason}`,
        cure: 'Write 2026-12-24, or 2026-12-20..2027-01-02.',
    }),
});


/***/ }),

/***/ 4974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J8: () => (/* binding */ isProductionTrack),
/* harmony export */   O9: () => (/* binding */ readAppStoreStages),
/* harmony export */   _D: () => (/* binding */ readPlaySteps),
/* harmony export */   hA: () => (/* binding */ defaultAppStoreStages),
/* harmony export */   ji: () => (/* binding */ defaultPlaySteps),
/* harmony export */   nN: () => (/* binding */ makeExpedite),
/* harmony export */   qz: () => (/* binding */ tell),
/* harmony export */   wW: () => (/* binding */ readRollout)
/* harmony export */ });
/* harmony import */ var _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3201);
/* harmony import */ var _policy_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6601);
/* harmony import */ var _policy_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3247);
/* harmony import */ var _presets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6864);




const trackName = /^[^/\s](?:[^/]{0,98}[^/\s])?$/;
function readStage(tree) {
    const read = (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readMap */ .l8)(tree, {
        track: (value) => {
            const written = (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readWritten */ .IL)(value);
            if (written === undefined || trackName.test(written))
                return written;
            return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(value, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-track'](written));
        },
        testflight: (0,_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(/^\S.{0,99}$/, 'the name of a group of TestFlight, or "internal"', 'internal'),
        'app-store': (0,_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readWord */ .pS)(['phased', 'all']),
        soak: _policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readDuration */ .$7,
        evidence: readEvidences,
        testers: readTesters,
        rollout: readRollout,
    });
    if (read === undefined)
        return undefined;
    const kinds = [read.track, read.testflight, read['app-store']].filter((kind) => kind !== undefined);
    const named = ((0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)(tree) ?? []).filter(({ key }) => ['track', 'testflight', 'app-store'].includes(key));
    if (named.length !== 1)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-stage-kind']());
    return kinds.length === 1 ? { tree, ...read } : undefined;
}
function readTesters(tree) {
    const written = (0,_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(/^[1-9]\d{0,7}$/, 'a number of testers', '100')(tree);
    return written === undefined ? undefined : Number(written);
}
function readEvidences(tree) {
    const items = (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(tree) ? (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readItems */ .F1)(tree) : [tree];
    const read = items?.map(_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readEvidence */ .At);
    return read?.every((one) => one !== undefined) === true ? read : undefined;
}
/** A plan by name, or hours and shares: `{ 0h: 5%, 6h: 10%, 48h: 100% }`. */
function readRollout(tree) {
    if (!(0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isTreeMap */ .vD)(tree)) {
        const name = (0,_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readWord */ .pS)(Object.keys(_presets_js__WEBPACK_IMPORTED_MODULE_3__/* .rollouts */ .R9))(tree);
        return name === undefined ? undefined : _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .rollouts */ .R9[name];
    }
    const entries = (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)(tree) ?? [];
    const offsets = entries.map(({ keyTree, value }) => ({ at: (0,_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readDuration */ .$7)(keyTree), share: (0,_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readShare */ .cb)(value) }));
    const plan = offsets.flatMap(({ at, share }) => (at === undefined || share === undefined ? [] : [{ at, share }]));
    if (plan.length < entries.length)
        return undefined;
    const first = entries[0];
    if (first === undefined)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-kind']('a map with hours', 'an empty one'));
    if (plan[0]?.at !== 0)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(first.keyTree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-plan-start'](first.key));
    for (const [index, { at, share }] of plan.entries()) {
        const [before, entry, previous] = [plan[index - 1], entries[index], entries[index - 1]];
        if (before === undefined || entry === undefined || previous === undefined)
            continue;
        if (at <= before.at)
            return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(entry.keyTree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-plan-order'](entry.key, previous.key));
        if (share <= before.share)
            return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(entry.value, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-plan-falling'](tell(share), tell(before.share)));
    }
    const [last, lastEntry] = [plan.at(-1), entries.at(-1)];
    if (last !== undefined && lastEntry !== undefined && last.share < 1)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(lastEntry.value, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-plan-end'](tell(last.share)));
    return plan;
}
/** "5 %". */
function tell(share) {
    return `${Number((share * 100).toPrecision(8))} %`;
}
/** The steps of an app of Google Play. */
function readPlaySteps(tree) {
    const stages = readStages(tree, 'Google Play', (stage) => stage.track !== undefined);
    if (stages === undefined)
        return undefined;
    const steps = [];
    for (const [index, stage] of stages.entries()) {
        const { track = '', tree: place } = stage;
        const twin = stages.slice(0, index).some((other) => other.track === track);
        if (twin)
            return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(place, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-track-twice'](track));
        const isProduction = isProductionTrack(track);
        const isLast = index === stages.length - 1;
        if (isProduction && !isLast)
            return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(place, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-stage-order'](track, stages[index + 1]?.track ?? ''));
        if (isLast && !isProduction)
            return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(place, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-stage-last'](track));
        if ((isProduction || stage.rollout !== undefined) && stage.soak !== undefined)
            return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(place, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-stage-soak'](track));
        const more = toSteps(stage, track, isProduction);
        if (more === undefined)
            return undefined;
        steps.push(...more);
    }
    return steps;
}
function isProductionTrack(track) {
    return /(^|:)production$/.test(track);
}
function readStages(tree, store, fits) {
    const items = (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readItems */ .F1)(tree);
    if (items === undefined)
        return undefined;
    if (items.length === 0)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-kind']('a list with stages', 'an empty one'));
    const stages = items.map(readStage);
    const whole = stages.flatMap((stage) => stage ?? []);
    for (const stage of whole) {
        if (fits(stage))
            continue;
        const name = stage.track ?? (stage.testflight === undefined ? 'app-store' : 'testflight');
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(stage.tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-stage-store'](name, store));
    }
    return whole.length === items.length ? whole : undefined;
}
function toSteps(stage, track, isProduction) {
    const offsets = stage.rollout ?? (isProduction ? _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .rollouts */ .R9['fast-48h'] : [{ at: 0, share: 1 }]);
    const raises = offsets.length - 1;
    const given = stage.evidence ?? (isProduction ? (0,_presets_js__WEBPACK_IMPORTED_MODULE_3__/* .gradeEvidence */ .bx)(raises) : [_presets_js__WEBPACK_IMPORTED_MODULE_3__/* .haltOnly */ .E5]);
    // The last step of production goes nowhere; of a track for testing the next stage follows.
    const needed = isProduction ? raises : offsets.length;
    if (given.length !== 1 && given.length !== needed)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(stage.tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-evidence-count'](given.length, needed));
    return makeSteps(track, offsets, {
        isProduction,
        evidence: given.length === 1 ? Array.from({ length: needed }, () => given[0] ?? _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .haltOnly */ .E5) : given,
        lastSoak: stage.soak ?? 0,
        ...(stage.testers === undefined ? {} : { testers: stage.testers }),
    });
}
/** The least time in a step is the distance to the next: a raise that comes late moves the rest, and shortens nothing. */
function makeSteps(track, offsets, making) {
    const { isProduction, evidence, lastSoak, testers } = making;
    return offsets.map(({ at, share }, index) => {
        const next = offsets[index + 1];
        return {
            name: offsets.length === 1 && share === 1 && !isProduction ? track : `${track} ${tell(share)}`,
            track,
            reach: share,
            isProduction,
            soak: next === undefined ? lastSoak : next.at - at,
            evidence: evidence[index] ?? _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .haltOnly */ .E5,
            ...(testers === undefined ? {} : { testers }),
        };
    });
}
/** The plan of a phone: internal, closed, then production in two days. */
function defaultPlaySteps(isWear) {
    const test = (track, lastSoak, testers) => makeSteps(track, [{ at: 0, share: 1 }], {
        isProduction: false,
        evidence: [_presets_js__WEBPACK_IMPORTED_MODULE_3__/* .haltOnly */ .E5],
        lastSoak,
        ...(testers === undefined ? {} : { testers }),
    });
    if (isWear) {
        const production = { isProduction: true, evidence: [_presets_js__WEBPACK_IMPORTED_MODULE_3__/* .haltOnly */ .E5], lastSoak: 0 };
        return [
            ...test('wear:internal', _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .soaks */ .Oq.wearInternal),
            ...test('wear:beta', _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .soaks */ .Oq.wearBeta),
            ...makeSteps('wear:production', _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .wearRollout */ .To, production),
        ];
    }
    const offsets = _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .rollouts */ .R9['fast-48h'];
    const production = { isProduction: true, evidence: (0,_presets_js__WEBPACK_IMPORTED_MODULE_3__/* .gradeEvidence */ .bx)(offsets.length - 1), lastSoak: 0 };
    return [
        ...test('internal', _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .soaks */ .Oq.internal, 100),
        ...test('closed', _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .soaks */ .Oq.closed, 10_000),
        ...makeSteps('production', offsets, production),
    ];
}
/** A hotfix waits in no track for testing, and proves nothing: no test may have halted it, and that is all. */
function makeExpedite(steps, offsets = _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .hotfix */ .VD) {
    const track = steps.at(-1)?.track ?? 'production';
    const evidence = Array.from({ length: offsets.length - 1 }, () => _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .haltOnly */ .E5);
    return makeSteps(track, offsets, { isProduction: true, evidence, lastSoak: 0 });
}

const defaultAppStoreStages = {
    testFlight: { soak: _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .soaks */ .Oq.testFlight, evidence: _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .haltOnly */ .E5, group: 'internal' },
    phased: true,
};
/** TestFlight and the App Store; Apple sets the steps of the second. */
function readAppStoreStages(tree) {
    const stages = readStages(tree, 'the App Store', (stage) => stage.track === undefined);
    if (stages === undefined)
        return undefined;
    const last = stages.at(-1);
    const store = stages.findIndex((stage) => stage['app-store'] !== undefined);
    const late = stages[store];
    if (last === undefined)
        return undefined;
    if (late === undefined)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(last.tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-stage-last']('testflight'));
    if (late !== last)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(late.tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-stage-order']('app-store', 'testflight'));
    if ((late.soak ?? late.evidence ?? late.rollout ?? late.testers) !== undefined)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(late.tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-stage-apple']());
    const test = stages[0] === late ? undefined : stages.at(-2);
    if (test !== undefined && (test.rollout !== undefined || (test.evidence?.length ?? 1) !== 1))
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(test.tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-stage-testflight']());
    if (stages.length > 2 && stages[0] !== undefined)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(stages[1]?.tree ?? stages[0].tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-stage-order']('testflight', 'app-store'));
    return {
        phased: late['app-store'] === 'phased',
        ...(test === undefined
            ? {}
            : {
                testFlight: {
                    group: test.testflight ?? 'internal',
                    soak: test.soak ?? _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .soaks */ .Oq.testFlight,
                    evidence: test.evidence?.[0] ?? _presets_js__WEBPACK_IMPORTED_MODULE_3__/* .haltOnly */ .E5,
                    ...(test.testers === undefined ? {} : { testers: test.testers }),
                },
            }),
    };
}


/***/ }),

/***/ 6601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   F1: () => (/* binding */ readItems),
/* harmony export */   IL: () => (/* binding */ readWritten),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   Zc: () => (/* binding */ readTree),
/* harmony export */   l8: () => (/* binding */ readMap),
/* harmony export */   vD: () => (/* binding */ isTreeMap)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1917);
/* harmony import */ var _kit_suggest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9839);
/* harmony import */ var _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3201);



/**
 * Reads the form of a policy: a tree of maps, lists and plain values. Everything that would make a reader and the machine understand
 * different things (keys that stand twice, anchors, merges, tags, a second document) is a defect.
 * @returns undefined with the defects where it is no YAML
 */
function readTree(text) {
    // Not those of the parser: where it cannot go on it forgets some.
    const lines = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    const defects = [];
    const file = { text, lines, defects };
    const documents = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, { prettyErrors: false, uniqueKeys: true });
    const [document, second] = 'empty' in documents ? [] : documents;
    for (const { code, message, pos } of document?.errors ?? []) {
        const quoted = text.slice(pos[0]).split(/[:\s]/, 1)[0] ?? '';
        const note = code === 'TAB_AS_INDENT'
            ? _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .policyMessages */ .d['policy-tab']()
            : code === 'DUPLICATE_KEY'
                ? _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .policyMessages */ .d['policy-key-twice'](quoted)
                : _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .policyMessages */ .d['policy-syntax'](message);
        const place = toPlace(file, pos[0]);
        // What comes behind on the same line are guesses.
        if (note.id === 'policy-syntax' && defects.some(({ line }) => line === place.line))
            continue;
        defects.push({ ...place, path: '', value: lineOf(text, pos[0]), message: note });
    }
    if (second !== undefined)
        defects.push({
            ...toPlace(file, second.range[0]),
            path: '',
            value: '---',
            message: _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .policyMessages */ .d['policy-documents'](),
        });
    if (document === undefined)
        return { tree: { node: null, path: '', file }, defects };
    if (document.errors.length > 0)
        return { tree: undefined, defects };
    const tree = { node: document.contents, path: '', file };
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias: (_, node) => {
            refuse({ ...tree, node }, _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .policyMessages */ .d['policy-anchor']('an alias (*)'));
        },
        Node: (_, node) => {
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
                return;
            if (node.anchor !== undefined)
                refuse({ ...tree, node }, _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .policyMessages */ .d['policy-anchor']('an anchor (&)'));
            if (node.tag !== undefined)
                refuse({ ...tree, node }, _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .policyMessages */ .d['policy-anchor']('a tag (!)'));
        },
    });
    return { tree, defects };
}
/** Notes what is wrong there. */
function refuse({ node, path, file }, message) {
    const offset = node?.range?.[0] ?? file.text.length;
    file.defects.push({ ...toPlace(file, offset), path, value: show(file, node), message });
    return undefined;
}
function toPlace({ lines }, offset) {
    const index = lines.findLastIndex((start) => start <= offset);
    return { line: index + 1, column: offset - (lines[index] ?? 0) + 1 };
}
function lineOf(text, offset) {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    return shorten(text.slice(start).split('\n', 1)[0]?.trim() ?? '');
}
function show({ text }, node) {
    if (node?.range === undefined || node.range === null)
        return '';
    return shorten(text.slice(node.range[0], node.range[1]).trim());
}
function shorten(value) {
    const flat = value.replaceAll(/\s+/g, ' ');
    return flat.length > 60 ? `${flat.slice(0, 60)}\u2026` : flat;
}
/**
 * Reads a map. Keys that are not named are defects, with the one that was probably meant.
 * @returns the values that stand there and could be read; undefined where no map stands
 */
function readMap(tree, readers) {
    const entries = readEntries(tree);
    if (entries === undefined)
        return undefined;
    const valid = Object.keys(readers);
    const values = {};
    for (const { key, keyTree, value } of entries) {
        const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
        if (read === undefined)
            refuse(keyTree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .policyMessages */ .d['policy-key-unknown'](key, (0,_kit_suggest__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .Z)(key, valid) ?? '', valid.join(', ')));
        else {
            const one = read(value);
            if (one !== undefined)
                values[key] = one;
        }
    }
    return values;
}
/** The keys and values of a map with keys of the user's own; undefined, with a defect, where no map stands. */
function readEntries(tree) {
    const { node } = tree;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return refuse(tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .policyMessages */ .d['policy-kind']('a map', kindOf(node)));
    return node.items.flatMap((pair) => {
        const { key, value } = pair;
        const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? writtenOf({ ...tree, node: key }) : undefined;
        const keyTree = { ...tree, node: key };
        if (name === undefined) {
            refuse(keyTree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .policyMessages */ .d['policy-kind']('a key', kindOf(key)));
            return [];
        }
        const path = tree.path === '' ? name : `${tree.path}.${name}`;
        return [{ key: name, keyTree: { ...keyTree, path }, value: { ...tree, node: value ?? null, path } }];
    });
}
/** The items of a list; undefined, with a defect, where none stands. */
function readItems(tree) {
    const { node } = tree;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return refuse(tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .policyMessages */ .d['policy-kind']('a list', kindOf(node)));
    return node.items.map((item, index) => ({ ...tree, node: item, path: `${tree.path}[${index}]` }));
}
function isList({ node }) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node);
}
function isTreeMap({ node }) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node);
}
/** A plain value as it is written: "0.50" is not 0.5 here, and "no" is not false. Undefined, with a defect, for anything else. */
function readWritten(tree) {
    const written = writtenOf(tree);
    return written ?? refuse(tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .policyMessages */ .d['policy-kind']('a single value', kindOf(tree.node)));
}
function writtenOf({ node }) {
    // "null" and "~" are nothing, and no name.
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || node.value === null)
        return undefined;
    if (typeof node.value === 'string')
        return node.value;
    const { source } = node;
    return source === undefined || source === '' ? undefined : source;
}
function kindOf(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return 'a map';
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return 'a list';
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value !== null && node.source !== undefined && node.source !== '')
        return 'a single value';
    return 'nothing';
}


/***/ }),

/***/ 3247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ readDuration),
/* harmony export */   At: () => (/* binding */ readEvidence),
/* harmony export */   F2: () => (/* binding */ readSpan),
/* harmony export */   Vf: () => (/* binding */ readBoolean),
/* harmony export */   cb: () => (/* binding */ readShare),
/* harmony export */   jV: () => (/* binding */ readSome),
/* harmony export */   pS: () => (/* binding */ readWord),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _kit_suggest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9839);
/* harmony import */ var _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3201);
/* harmony import */ var _policy_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6601);



const units = { min: 60_000, h: 3_600_000, d: 86_400_000 };
const longestDuration = 90 * units.d;
/** "24h" in milliseconds. */
function readDuration(tree) {
    const written = (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readWritten */ .IL)(tree);
    if (written === undefined)
        return undefined;
    const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(min|h|d)$/.exec(written) ?? [];
    const note = _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-duration'];
    if (amount === undefined || unit === undefined)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, note(/^\d+$/.test(written) ? 'the unit is missing' : 'it has another form'));
    const ms = Math.round(Number(amount) * units[unit]);
    return ms <= longestDuration ? ms : (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, note('90 days are the most'));
}
/** The same for a time in which something has to happen: none is too short for anything. */
function readSpan(tree) {
    const span = readDuration(tree);
    return span === 0 ? (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-duration']('it is 0')) : span;
}
/** "0.5%" as a fraction of 1. */
function readShare(tree) {
    const written = (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readWritten */ .IL)(tree);
    if (written === undefined)
        return undefined;
    const note = _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-share'];
    if (/^\d*\.?\d+$/.test(written)) {
        const value = Number(written);
        if (value === 0)
            return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, note('it is 0'));
        // Nobody means a multiple of everybody.
        if (value > 1)
            return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, note('"%" is missing'));
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-share-bare'](`${tidy(value * 100)}%`, `${tidy(value)}%`));
    }
    const [, amount] = /^(\d+(?:\.\d+)?)\s*%$/.exec(written) ?? [];
    if (amount === undefined)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, note(written.includes(',') ? 'decimals stand behind a point' : 'it has another form'));
    const percent = Number(amount);
    if (percent <= 0)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, note('it is 0'));
    if (percent > 100)
        return (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, note('it is more than everybody'));
    return Number((percent / 100).toPrecision(12));
}
function tidy(value) {
    return String(Number(value.toPrecision(12)));
}
function readEvidence(tree) {
    const written = (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readWritten */ .IL)(tree);
    if (written === undefined)
        return undefined;
    if (written === 'proven' || written === 'halt-only')
        return { kind: written };
    const factor = Number(/^screened\s+(\d+(?:\.\d+)?)\s*x$/.exec(written)?.[1]);
    // At twice the limit a screen asks for nearly as much as proof; at a hundred times it asks for nothing.
    return factor >= 1.5 && factor <= 20
        ? { kind: 'screened', factor }
        : (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-evidence']());
}
function readBoolean(tree) {
    const written = (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readWritten */ .IL)(tree);
    if (written === undefined)
        return undefined;
    if (written === 'true')
        return true;
    return written === 'false' ? false : (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-word']('true, false', ''));
}
function readWord(words) {
    return (tree) => {
        const written = (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readWritten */ .IL)(tree);
        if (written === undefined)
            return undefined;
        const found = words.find((word) => word === written);
        return found ?? (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-word'](words.join(', '), (0,_kit_suggest__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .Z)(written, words) ?? ''));
    };
}
function readText(pattern, valid, example) {
    return (tree) => {
        const written = (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readWritten */ .IL)(tree);
        if (written === undefined)
            return undefined;
        return pattern.test(written) ? written : (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(tree, _policy_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .policyMessages */ .d['policy-text'](valid, example));
    };
}
/** A list, or a single value in place of one. What cannot be read is left out, with its defect. */
function readSome(read) {
    return (tree) => {
        const items = (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(tree) ? (0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readItems */ .F1)(tree) : [tree];
        return items?.flatMap((item) => {
            const one = read(item);
            return one === undefined ? [] : [one];
        });
    };
}


/***/ }),

/***/ 6864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E5: () => (/* binding */ haltOnly),
/* harmony export */   Oq: () => (/* binding */ soaks),
/* harmony export */   R9: () => (/* binding */ rollouts),
/* harmony export */   To: () => (/* binding */ wearRollout),
/* harmony export */   VD: () => (/* binding */ hotfix),
/* harmony export */   VS: () => (/* binding */ phaseEvidence),
/* harmony export */   bx: () => (/* binding */ gradeEvidence),
/* harmony export */   iD: () => (/* binding */ watchAfter),
/* harmony export */   lm: () => (/* binding */ wearDelay),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
const hour = 3_600_000;
const day = 24 * hour;
/** Plans of production by name. */
const rollouts = {
    /** Two days, for whoever releases often. */
    'fast-48h': [
        { at: 0, share: 0.05 },
        { at: 6 * hour, share: 0.1 },
        { at: 12 * hour, share: 0.2 },
        { at: 24 * hour, share: 0.5 },
        { at: 48 * hour, share: 1 },
    ],
    /** From Friday to Thursday: the weekend at 5 %, then a step on each working day. */
    'week-train': [
        { at: 0, share: 0.05 },
        { at: 3 * day, share: 0.1 },
        { at: 4 * day, share: 0.2 },
        { at: 5 * day, share: 0.5 },
        { at: 6 * day, share: 1 },
    ],
};
/** A hotfix in the middle of a rollout: what it mends hurts somebody at every hour. */
const hotfix = [
    { at: 0, share: 0.2 },
    { at: 2 * hour, share: 0.5 },
    { at: 6 * hour, share: 1 },
];
const soaks = { internal: day, closed: 2 * day, wearInternal: 4 * day, wearBeta: 2 * day, testFlight: day };
/** A watch has few users: half of them, and a day later everybody. */
const wearRollout = [
    { at: 0, share: 0.5 },
    { at: day, share: 1 },
];
const watchAfter = day;
/** A watch usually follows its phone by a day or two, so that what the phone shows is known. */
const wearDelay = day;
const haltOnly = { kind: 'halt-only' };
/**
 * What each raise of a rollout needs where the policy does not say: the smaller the step, the less (docs/health.md).
 */
function gradeEvidence(raises) {
    const first = [
        { kind: 'screened', factor: 5 },
        { kind: 'screened', factor: 3 },
    ];
    return Array.from({ length: raises }, (_, index) => raises > 2 ? (first[index] ?? { kind: 'proven' }) : { kind: 'proven' });
}
/** What a day of a phased release needs to be followed by the next: nothing, unless the policy lets it rest for the lack of it. */
function phaseEvidence({ pauseOn }) {
    return pauseOn.length === 0 ? haltOnly : { kind: 'screened', factor: 5 };
}
/** Apple's own plan, by day; nobody can change it. https://developer.apple.com/help/app-store-connect/update-your-app/release-a-version-update-in-phases */
const phases = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];


/***/ }),

/***/ 5217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ fillReleaseName)
/* harmony export */ });
/**
 * The release as the sources of health know it. `{release}`, `{version}`, `{build}`, `{version-code}` (of Google Play; elsewhere the
 * build) and `{app}` (package or bundle id) stand for its parts.
 */
function fillReleaseName({ releaseName }, platform, { name, version, build }, artifact) {
    const values = {
        release: name,
        version,
        build,
        'version-code': artifact.store === 'google-play' ? `${artifact.versionCode}` : build,
        app: appOf(platform),
    };
    return releaseName.replaceAll(/\{([a-z-]+)\}/g, (whole, part) => values[part] ?? whole);
}
function appOf(platform) {
    if (platform.store === 'google-play')
        return platform.package;
    return 'bundleId' in platform.app ? platform.app.bundleId : platform.app.id;
}


/***/ }),

/***/ 1508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ newReviews),
/* harmony export */   v: () => (/* binding */ addReviews)
/* harmony export */ });
/** What a memory knows beyond an earlier one: a ledger writes each review down once, and not again with every look. */
function newReviews({ reviews: earlier }, { lookedAt, reviews }) {
    const known = byKey(earlier);
    return { lookedAt, reviews: reviews.filter((one) => known.get(keyOf(one))?.stars !== one.stars) };
}
/** The opposite: what was known, and what `newReviews` has told since. */
function addReviews({ reviews: known }, { lookedAt, reviews }) {
    return { lookedAt, reviews: [...new Map([...byKey(known), ...byKey(reviews)]).values()] };
}
/** An author has one review for each version. */
function keyOf({ id, versionCode }) {
    return `${versionCode} ${id}`;
}
function byKey(reviews) {
    return new Map(reviews.map((one) => [keyOf(one), one]));
}


/***/ }),

/***/ 7420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readRunner)
/* harmony export */ });
function readRunner(environment) {
    const id = environment['GITHUB_RUN_ID'] ?? 'local';
    const attempt = environment['GITHUB_RUN_ATTEMPT'] ?? '1';
    return { by: `@${environment['GITHUB_ACTOR'] ?? 'somebody'}`, run: `${id}.${attempt}` };
}


/***/ }),

/***/ 8813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ apply),
/* harmony export */   Ms: () => (/* binding */ isNews),
/* harmony export */   Z4: () => (/* binding */ isStorePlace),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _health_epochs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9879);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4602);
/* harmony import */ var _policy_stages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4974);
/* harmony import */ var _review_news_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1508);




const hourMs = 3_600_000;
/**
 * What the entries of a ledger mean together.
 * @throws SyntaxError for a ledger that does not begin with the opening of its release, or names a platform that never joined
 */
function readState({ entries }) {
    const [first, ...others] = entries;
    if (first?.kind !== 'opened')
        throw new SyntaxError('it does not begin with the opening of a release');
    const platforms = new Map();
    for (const entry of others) {
        // Two who open at once: the first one stands.
        if (entry.kind === 'opened')
            continue;
        const known = platforms.get(entry.platform);
        if (entry.kind === 'joined')
            platforms.set(entry.platform, known ?? join(entry));
        else if (known === undefined)
            throw new SyntaxError(`"${entry.platform}" is "${entry.kind}" and never joined`);
        else
            platforms.set(entry.platform, apply(known, entry));
    }
    const { release, by, policy, at } = first;
    return { release, openedAt: Date.parse(at), openedBy: by, policy, platforms: [...platforms.values()] };
}
function join({ platform, artifact, baseline, at }) {
    return {
        platform,
        artifact,
        baseline,
        joinedAt: Date.parse(at),
        life: 'open',
        place: null,
        reachedAt: null,
        publishedAt: null,
        productionAt: null,
        memory: null,
        decided: null,
        inReviewSince: null,
        halt: null,
        pause: null,
        hold: null,
        isExpedited: false,
        supersededBy: null,
        lookedAt: null,
        snapshotAt: null,
        snapshots: {},
        reviews: { lookedAt: null, reviews: [] },
    };
}
/** Users of the store, as opposed to testers. */
function isStorePlace({ track }) {
    return track === 'app-store' || (0,_policy_stages_js__WEBPACK_IMPORTED_MODULE_2__/* .isProductionTrack */ .J8)(track);
}
const reviewReasons = new Set(['in-review', 'review-overdue']);
/** What a verdict says that says nothing about the reviewers: they have it all the while. */
const otherReasons = new Set(['store-unreadable', 'held', 'hold-overdue', 'released', 'resumed']);
/** The state after one more entry. */
function apply(state, entry) {
    const at = Date.parse(entry.at);
    switch (entry.kind) {
        case 'began':
            return { ...state, memory: (0,_health_epochs__WEBPACK_IMPORTED_MODULE_0__/* .startRollout */ .wz)(entry.parameters, at, entry.curves) };
        case 'reached':
            return { ...state, place: entry.place, reachedAt: at, publishedAt: null };
        case 'published': {
            const isStore = state.place !== null && isStorePlace(state.place);
            return { ...state, publishedAt: at, productionAt: state.productionAt ?? (isStore ? at : null) };
        }
        case 'decided':
            return {
                ...state,
                decided: { state: entry.state, reason: entry.reason, choice: entry.choice ?? null, at },
                inReviewSince: reviewReasons.has(entry.reason)
                    ? (state.inReviewSince ?? at)
                    : otherReasons.has(entry.reason)
                        ? state.inReviewSince
                        : null,
            };
        case 'halted':
            return applyHalt(state, entry, at);
        case 'stopped':
            return state.halt === null ? state : { ...state, halt: { ...state.halt, isShown: true } };
        case 'resumed':
            return {
                ...state,
                life: 'open',
                halt: null,
                hold: null,
                // Its stage begins anew, as its evidence does.
                publishedAt: null,
                memory: state.memory === null ? null : (0,_health_epochs__WEBPACK_IMPORTED_MODULE_0__/* .resume */ .U)(state.memory, at),
            };
        case 'paused':
            return { ...state, pause: { reason: entry.reason, at } };
        case 'unpaused':
            return { ...state, pause: null };
        case 'held':
            return { ...state, hold: { until: Date.parse(entry.until), why: entry.why, by: entry.by, at } };
        case 'released':
            return { ...state, hold: null };
        case 'expedited':
            return { ...state, isExpedited: true };
        case 'parameters':
            return state.memory === null ? state : { ...state, memory: (0,_health_epochs__WEBPACK_IMPORTED_MODULE_0__/* .adoptParameters */ .zr)(state.memory, entry.parameters, at) };
        case 'curve':
            return applyCurve(state, entry, at);
        case 'snapshot':
            return applySnapshot(state, entry, at);
        case 'superseded':
            return { ...state, life: 'superseded', supersededBy: entry.by };
        case 'completed':
            return { ...state, life: 'complete' };
        case 'abandoned':
            return { ...state, life: 'abandoned' };
    }
}
function applyHalt(state, { reason, gate, by, sentence, isCritical }, at) {
    // Later ones do not replace the first, which is what a person has to read.
    if (state.halt !== null)
        return state;
    const memory = gate === null || state.memory === null
        ? state.memory
        : (0,_health_epochs__WEBPACK_IMPORTED_MODULE_0__/* .latch */ .RY)(state.memory, { reason: reason, gate, at });
    return { ...state, life: 'halted', halt: { reason, gate, by, at, sentence, isCritical, isShown: false }, memory };
}
function applyCurve(state, { gate: name, curve }, at) {
    const gate = state.memory?.parameters.gates.find((one) => one.name === name);
    if (state.memory === null || gate === undefined)
        return state;
    return { ...state, memory: (0,_health_epochs__WEBPACK_IMPORTED_MODULE_0__/* .adoptCurve */ .kP)(state.memory, gate, curve, at) };
}
function applySnapshot(state, { counts, looked, reviews }, seenAt) {
    const added = Object.entries(counts).map(([gate, buckets]) => [
        gate,
        [
            ...(state.snapshots[gate] ?? []),
            ...buckets.map(([hour, units, bad]) => ({
                bucket: { start: hour * hourMs, end: (hour + 1) * hourMs, units, bad },
                seenAt,
            })),
        ],
    ]);
    return {
        ...state,
        snapshotAt: seenAt,
        lookedAt: looked ? seenAt : state.lookedAt,
        snapshots: { ...state.snapshots, ...Object.fromEntries(added) },
        reviews: reviews === undefined ? state.reviews : (0,_review_news_js__WEBPACK_IMPORTED_MODULE_3__/* .addReviews */ .v)(state.reviews, reviews),
    };
}
/** Whether an event of a move says what the ledger does not say yet: another run may have looked in between, and have written it down. */
function isNews({ platforms }, event) {
    if (event.kind === 'opened' || event.kind === 'joined')
        return true;
    const state = platforms.find(({ platform }) => platform === event.platform);
    if (state === undefined)
        return true;
    if (event.kind === 'reached')
        return !(0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .isSamePlace */ .O)(state.place, event.place);
    if (event.kind === 'published')
        return state.publishedAt === null;
    if (event.kind === 'stopped')
        return state.halt?.isShown !== true;
    if (event.kind === 'paused')
        return state.pause === null;
    return event.kind !== 'unpaused' || state.pause !== null;
}


/***/ }),

/***/ 986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ markUpload),
/* harmony export */   f: () => (/* binding */ readUploads)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8331);
/* harmony import */ var _ledger_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5505);



const mostAttempts = 4;
const shape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({
    schema: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)('whole', 1, 1),
    uploads: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({ package: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(300), run: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(100), until: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(30) }), 100),
});
/** In the folder of the app's ledgers, so that one request reads both. */
function uploadsPath(app) {
    return `${(0,_ledger_file_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerFolder */ .G0)(app)}/uploading.json`;
}
/** Those that are not over; a file that cannot be read says nothing, and is in the way of nothing. */
function readUploads(file, now) {
    if (file === undefined)
        return [];
    try {
        const { uploads } = shape(JSON.parse(file), '');
        return uploads.filter(({ until }) => Date.parse(until) > now);
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return [];
        throw error;
    }
}
/**
 * Says that an upload begins, or that it is over (`until` absent).
 * @returns whether it stands there now
 * @throws CancelledError and defects only: an upload is not stopped for want of its mark
 */
async function markUpload(branch, marking, until) {
    const { app, package: name, run, now } = marking;
    const path = uploadsPath(app);
    try {
        for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
            const { head, files } = await branch.read();
            const known = files.get(path);
            const others = readUploads(known, now).filter((one) => one.run !== run || one.package !== name);
            const own = until === undefined ? [] : [{ package: name, run, until: new Date(until).toISOString() }];
            const uploads = [...others, ...own];
            if (uploads.length === 0 && known === undefined)
                return true;
            const written = await branch.write({
                expectedHead: head,
                ...(uploads.length === 0
                    ? { additions: new Map(), deletions: [path] }
                    : { additions: new Map([[path, `${JSON.stringify({ schema: 1, uploads })}\n`]]), deletions: [] }),
                message: `${app}: ${until === undefined ? 'the upload is over' : 'an upload begins'} [skip ci]`,
            });
            if (written.is === 'written')
                return true;
            if (written.is === 'unknown')
                return false;
        }
        return false;
    }
    catch (error) {
        if (!(error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ForeseenError */ .U8) || error.fault === 'cancelled')
            throw error;
        return false;
    }
}


/***/ }),

/***/ 9736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ openBranchFolder)
});

// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/vendors/github/branch-head.js


const objectId = (0,shapes/* text */.Qq)(64, /^[0-9a-f]{40,64}$/, 'the full name of an object');
/** A commit behind a branch, read with more of its members. */
function targetOf(members) {
    const target = (0,shapes/* record */.g1)({ oid: objectId, ...members }, 'ignored');
    return (0,shapes/* record */.g1)({ repository: (0,shapes/* record */.g1)({ ref: (0,shapes/* nullable */.me)((0,shapes/* record */.g1)({ target }, 'ignored')) }, 'ignored') }, 'ignored');
}
/** Where a branch stands, and the ids of files there; of one commit, in one request. */
async function readHead(github, branch, paths) {
    const names = paths.map((_, index) => `file${index}`);
    const declared = names.map((name) => `, $${name}: String!`).join('');
    const asked = names.map((name) => `${name}: file(path: $${name}) { oid }`).join(' ');
    const commit = paths.length === 0 ? '' : `... on Commit { ${asked} }`;
    const question = {
        operation: `look at the branch ${branch}`,
        document: `query ($owner: String!, $name: String!, $ref: String!${declared}) {
  repository(owner: $owner, name: $name) { ref(qualifiedName: $ref) { target { oid ${commit} } } }
}`,
        variables: {
            owner: github.owner,
            name: github.name,
            ref: `refs/heads/${branch}`,
            ...Object.fromEntries(names.map((name, index) => [name, paths[index]])),
        },
    };
    const fileShape = (0,shapes/* nullable */.me)((0,shapes/* record */.g1)({ oid: objectId }, 'ignored'));
    const members = Object.fromEntries(names.map((name) => [name, fileShape]));
    const { ref } = (await github.graphql(question, targetOf(members))).repository;
    if (ref === null)
        return { head: undefined, ids: new Map() };
    const { oid: head, ...files } = ref.target;
    const ids = paths.flatMap((path, index) => {
        const id = files[`file${index}`]?.oid;
        return id === undefined ? [] : [[path, id]];
    });
    return { head, ids: new Map(ids) };
}
/** The id that git gives to a file of this content (gitformat-loose): equal ids are equal bytes. */
function blobId(content) {
    const bytes = Buffer.from(content);
    return (0,external_node_crypto_.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

;// CONCATENATED MODULE: ./src/vendors/github/branch-commit.js



const commitDocument = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
const commitShape = (0,shapes/* record */.g1)({ createCommitOnBranch: (0,shapes/* record */.g1)({ commit: (0,shapes/* record */.g1)({ oid: objectId }, 'ignored') }, 'ignored') }, 'ignored');
/** https://docs.github.com/en/graphql/reference/commits#createcommitonbranch */
async function commitOnBranch(github, change, expectedHeadOid) {
    const { branch, additions, deletions, message } = change;
    const [headline = '', ...rest] = message.split('\n');
    const input = {
        branch: { repositoryNameWithOwner: `${github.owner}/${github.name}`, branchName: branch },
        expectedHeadOid,
        message: { headline, body: rest.join('\n').trim() },
        fileChanges: {
            additions: [...additions].map(([path, content]) => ({ path, contents: Buffer.from(content).toString('base64') })),
            deletions: deletions.map((path) => ({ path })),
        },
    };
    const question = { operation: `write to the branch ${branch}`, document: commitDocument, variables: { input } };
    try {
        const { createCommitOnBranch } = await github.graphql(question, commitShape);
        return { is: 'written', head: createCommitOnBranch.commit.oid };
    }
    catch (error) {
        if (!(error instanceof errors/* VendorError */.Hi))
            throw error;
        if (error.details.ambiguous)
            return { is: 'unknown', error };
        if (error.details.code === 'STALE_DATA')
            return { is: 'moved' };
        // Of a branch that is gone GitHub says the same as of a repository that is out of sight.
        if (error.details.code === 'NOT_FOUND' && (await readHead(github, branch, [])).head === undefined)
            return { is: 'moved' };
        throw error;
    }
}

// EXTERNAL MODULE: ./src/vendors/github/messages.js
var messages = __webpack_require__(2706);
// EXTERNAL MODULE: ./src/vendors/github/refs.js
var refs = __webpack_require__(3172);
;// CONCATENATED MODULE: ./src/vendors/github/orphan-branch.js



const shaShape = (0,shapes/* record */.g1)({ sha: objectId }, 'ignored');
/**
 * A first commit that descends from none, so that a branch of its own begins with it. Until it is claimed nothing shows it;
 * so who is refused, or never comes to it, leaves nothing behind that anybody sees.
 * @returns claims the name of the branch for the commit; of two who claim it, one is told that it `moved`
 * @throws VendorError
 */
async function createBranchClaim(github, { branch, additions, message }) {
    // A tree makes the blobs of its files too: https://docs.github.com/en/rest/git/trees#create-a-tree.
    const tree = await github.read({
        operation: `prepare the files of the branch ${branch}`,
        route: 'POST /repos/{owner}/{repo}/git/trees',
        parameters: {
            tree: [...additions].map(([path, content]) => ({
                path,
                mode: '100644',
                type: 'blob',
                content,
            })),
        },
        repeatable: true,
    }, shaShape);
    const commit = await github.read({
        operation: `prepare the first commit of the branch ${branch}`,
        route: 'POST /repos/{owner}/{repo}/git/commits',
        parameters: { message, tree: tree.sha, parents: [] },
        repeatable: true,
    }, shaShape);
    return async () => {
        const made = await (0,refs/* createRef */._3)(github, `refs/heads/${branch}`, commit.sha);
        if (made.is === 'created')
            return { is: 'written', head: commit.sha };
        return made.is === 'taken' ? { is: 'moved' } : made;
    };
}

// EXTERNAL MODULE: ./src/vendors/github/refusals.js
var refusals = __webpack_require__(7479);
;// CONCATENATED MODULE: ./src/vendors/github/branch-files.js







/** Characters of a file: more than a folder of a ledger has in all, and less than an answer may hold. */
const mostUnits = 60_000_000;
const mostAttempts = 3;
const permission = 'contents: write';
/**
 * Of every entry, whether it is a file at all. A text is taken only when it has the id of the file: GraphQL cuts after 512,000
 * bytes (sveltia/sveltia-cms#950), and what is no UTF-8 becomes another text.
 */
const entryShape = (value, where) => {
    const { name, type, object } = (0,shapes/* record */.g1)({ name: (0,shapes/* text */.Qq)(4_096), type: (0,shapes/* text */.Qq)(20), object: (inner) => inner }, 'ignored')(value, where);
    if (type !== 'blob')
        return undefined;
    const members = { oid: objectId, isTruncated: (0,shapes/* oneOf */.yL)([true, false]), text: (0,shapes/* nullable */.me)((0,shapes/* text */.Qq)(mostUnits)) };
    const { oid, isTruncated, text: given } = (0,shapes/* record */.g1)(members, 'ignored')(object, `${where}.object`);
    const whole = !isTruncated && given !== null && blobId(given) === oid;
    return { name, oid, text: whole ? given : undefined };
};
const entriesShape = (0,shapes/* record */.g1)({ entries: (0,shapes/* list */.p_)(entryShape) }, 'ignored');
/** Ref and files in one query could be of two commits; asked for through the ref's target they are of one. */
const folderDocument = `query ($owner: String!, $name: String!, $ref: String!, $folder: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) {
      target {
        oid
        ... on Commit {
          file(path: $folder) {
            object {
              ... on Tree { entries { name type object { ... on Blob { oid isTruncated text } } } }
            }
          }
        }
      }
    }
  }
}`;
const folderShape = targetOf({ file: (0,shapes/* nullable */.me)((0,shapes/* record */.g1)({ object: entriesShape }, 'ignored')) });
/**
 * The files of a folder of a branch, without those of its sub-folders, in one request; one more for each file that is larger
 * than GraphQL gives. A branch that does not exist has no head and no files, one without the folder has a head and no files.
 * @param folder from the root, such as `ledger/tracker`
 * @throws ConfigurationError (`github-permission-missing`, `github-file-not-text`), VendorError
 */
async function readFolder(github, { branch, folder }) {
    const question = {
        operation: `read ${folder} of the branch ${branch}`,
        document: folderDocument,
        variables: { owner: github.owner, name: github.name, ref: `refs/heads/${branch}`, folder },
    };
    const { ref } = (await (0,refusals/* explained */.t)(github.graphql(question, folderShape), { permission: 'contents: read' })).repository;
    if (ref === null)
        return { head: undefined, files: new Map() };
    const files = new Map();
    for (const entry of ref.target.file?.object.entries ?? []) {
        if (entry === undefined)
            continue;
        const path = `${folder}/${entry.name}`;
        files.set(path, entry.text ?? (await readBlob(github, entry, branch, path)));
    }
    return { head: ref.target.oid, files };
}
/** A file of up to 100 MB, whole: https://docs.github.com/en/rest/git/blobs#get-a-blob. */
async function readBlob(github, { oid }, branch, path) {
    const question = {
        operation: `read ${path} of the branch ${branch}`,
        route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
        parameters: { file_sha: oid },
    };
    const bytes = (value, where) => {
        const blob = (0,shapes/* record */.g1)({ content: (0,shapes/* text */.Qq)(mostUnits * 2), encoding: (0,shapes/* oneOf */.yL)(['base64']) }, 'ignored')(value, where);
        const content = Buffer.from(blob.content, 'base64');
        if (blobId(content) !== oid)
            throw new SyntaxError(`content is not that of ${oid}`);
        return content;
    };
    const content = await github.read(question, bytes);
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    }
    catch (error) {
        throw new errors/* ConfigurationError */.j1(messages/* githubMessages */.S['github-file-not-text'](branch, path), [], { cause: error });
    }
}
/**
 * Writes files to a branch if it still is at the commit that was expected: one request where the branch exists, three where it
 * does not. After an answer that does not say whether it happened, the branch is looked at before anything is repeated. Two who
 * want the very same are both told that it stands there: who needs to know whose it is puts something of his own into a file.
 * @throws ConfigurationError (`github-permission-missing`, `github-branch-protected`), VendorError for any other refusal:
 *   then nothing was written
 */
async function writeFiles(github, change) {
    const { expectedHead } = change;
    const send = expectedHead === undefined
        ? await (0,refusals/* explained */.t)(createBranchClaim(github, change), { permission, branch: change.branch })
        : () => commitOnBranch(github, change, expectedHead);
    let failure;
    for (let attempt = 1;; attempt += 1) {
        const tried = await attemptAgain(send, change.branch, failure);
        // Without doubt from before, a refusal is about somebody else's write; with it, the write may be our own.
        if (tried.is === 'written' || (tried.is === 'moved' && failure === undefined))
            return tried;
        if (tried.is === 'unknown')
            failure = tried.error;
        const seen = await look(github, change);
        if (seen !== 'as-before')
            return seen;
        if (failure !== undefined && attempt >= mostAttempts)
            return { is: 'unknown', error: failure };
    }
}
/** A refusal of the second attempt says nothing about the first one, which may still be on its way. */
async function attemptAgain(send, branch, failure) {
    try {
        return await (0,refusals/* explained */.t)(send(), { permission, branch });
    }
    catch (error) {
        if (failure !== undefined && error instanceof errors/* VendorError */.Hi)
            return { is: 'unknown', error: failure };
        throw error;
    }
}
/** Whether what was wanted stands on the branch now. */
async function look(github, change) {
    const { branch, expectedHead, additions, deletions } = change;
    try {
        const { head, ids } = await readHead(github, branch, [...additions.keys(), ...deletions]);
        if (head === expectedHead)
            return 'as-before';
        if (head === undefined)
            return { is: 'moved' };
        const stands = [...additions].every(([path, content]) => ids.get(path) === blobId(content)) &&
            deletions.every((path) => additions.has(path) || ids.get(path) === undefined);
        return stands ? { is: 'written', head } : { is: 'moved' };
    }
    catch (error) {
        if (error instanceof errors/* VendorError */.Hi)
            return { is: 'unknown', error };
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/vendors/github/branch-folder.js

/** @param place its branch, and the folder from the root, such as `releases/tracker` */
function openBranchFolder(github, place) {
    const { branch } = place;
    return {
        name: branch,
        read: async () => readFolder(github, place),
        write: async (change) => writeFiles(github, { branch, ...change }),
    };
}


/***/ }),

/***/ 7479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _graphql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5801);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2706);



/** Of GraphQL; the second is that of a classic personal access token. */
const forbidden = ['FORBIDDEN', 'INSUFFICIENT_SCOPES'];
/**
 * Asks, and says what a refusal means for who set up the workflow: a permission that the token lacks, or a branch that is
 * protected. Any other error stays as it is.
 * @throws ConfigurationError (`github-permission-missing`, `github-branch-protected`), VendorError
 */
async function explained(asked, wanted) {
    try {
        return await asked;
    }
    catch (error) {
        throw error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi ? explainRefusal(error, wanted) : error;
    }
}
function explainRefusal(error, { permission, branch }) {
    const { status, code = '', body = '', operation } = error.details;
    const because = { cause: error };
    const isRule = (0,_graphql_js__WEBPACK_IMPORTED_MODULE_1__/* .isRuleViolation */ .G9)(body) || (status === 422 && /reference update failed/i.test(body));
    if (branch !== undefined && isRule)
        return new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .githubMessages */ .S['github-branch-protected'](branch, body), [], because);
    if (forbidden.includes(code) || (status === 403 && /not accessible by/i.test(body)))
        return new _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .githubMessages */ .S['github-permission-missing'](operation, permission, body), [], because);
    return error;
}


/***/ })

};
