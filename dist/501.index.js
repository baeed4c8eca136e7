export const id = 501;
export const ids = [501,315];
export const modules = {

/***/ 5315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPrometheus: () => (/* binding */ createPrometheus),
  vendor: () => (/* binding */ vendor)
});

// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/vendors/prometheus/messages.js
var messages = __webpack_require__(7491);
;// CONCATENATED MODULE: ./src/vendors/prometheus/address.js


/**
 * The address of the user's own server, with a path before the API where a provider has one, without a slash at its end. http is
 * the user's decision.
 * @throws ConfigurationError (`prometheus-address-invalid`).
 */
function readAddress(value) {
    const defect = findDefect(value);
    if (defect !== undefined)
        throw new errors/* ConfigurationError */.j1(messages/* prometheusMessages */.V['prometheus-address-invalid'](value, defect));
    const { origin, pathname } = new URL(value);
    return `${origin}${pathname}`.replace(/\/+$/, '');
}
function findDefect(value) {
    if (!URL.canParse(value))
        return 'it is no URL';
    const { protocol, username, password, search, hash, pathname } = new URL(value);
    if (protocol !== 'https:' && protocol !== 'http:')
        return 'it is neither https nor http';
    if (username !== '' || password !== '')
        return 'it has credentials in it';
    if (search !== '' || hash !== '')
        return 'it has a query or a fragment';
    return /\/api\/v1(\/|$)/.test(pathname) ? 'it names the API itself' : undefined;
}

// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
;// CONCATENATED MODULE: ./src/vendors/prometheus/matrix.js

const numbers = {
    NaN: Number.NaN,
    '+Inf': Infinity,
    Inf: Infinity,
    '-Inf': -Infinity,
};
/** [ <unix time in seconds>, "<value>" ] */
const sample = (value, where) => {
    if (!Array.isArray(value) || value.length !== 2)
        throw new SyntaxError(`${where} has to be a pair of time and value`);
    const [time, written] = value;
    if (typeof time !== 'number' || !Number.isFinite(time))
        throw new SyntaxError(`${where} has no time`);
    const read = typeof written === 'string' ? (numbers[written] ?? toNumber(written)) : undefined;
    if (read === undefined)
        throw new SyntaxError(`${where} has no value`);
    return { at: Math.round(time * 1_000), value: read };
};
/** Only what is a number: an empty text would be 0. */
function toNumber(written) {
    return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(written) ? Number(written) : undefined;
}
const labels = (value, where) => {
    if (typeof value !== 'object' || value === null)
        throw new SyntaxError(`${where} has to be labels`);
    const { __name__: name = '', ...rest } = value;
    return `${name}{${Object.entries(rest)
        .map(([label, one]) => `${label}=${JSON.stringify(one)}`)
        .join(', ')}}`;
};
const plainSeries = (0,shapes/* record */.g1)({ metric: labels, values: (0,shapes/* list */.p_)(sample) }, 'ignored');
const series = (value, where) => {
    if (typeof value === 'object' && value !== null && 'histograms' in value)
        throw new SyntaxError(`${where} has histograms, and numbers were expected: use histogram_count(...) or histogram_sum(...)`);
    const { metric, values } = plainSeries(value, where);
    return { name: metric, samples: values };
};
const optionalTexts = (value, where) => value === undefined || value === null ? [] : (0,shapes/* list */.p_)((0,shapes/* text */.Qq)(10_000))(value, where);
const successShape = (0,shapes/* record */.g1)({
    status: (0,shapes/* oneOf */.yL)(['success']),
    data: (0,shapes/* record */.g1)({ resultType: (0,shapes/* oneOf */.yL)(['matrix']), result: (0,shapes/* list */.p_)(series) }, 'ignored'),
    warnings: optionalTexts,
    infos: optionalTexts,
}, 'ignored');
/** https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview */
const answerShape = (value, where) => {
    const { data, warnings, infos } = successShape(value, where);
    return { data: data.result, warnings, infos };
};
const errorShape = (0,shapes/* record */.g1)({ status: (0,shapes/* oneOf */.yL)(['error']), errorType: (0,shapes/* text */.Qq)(200), error: (0,shapes/* text */.Qq)(10_000) }, 'ignored');

;// CONCATENATED MODULE: ./src/vendors/prometheus/client.js




const vendor = 'Prometheus';
/** Prometheus is told to give up before we do, so that its own words arrive. */
const timeoutMs = 30_000;
const serverTimeout = '25s';
/**
 * The HTTP API of Prometheus (https://prometheus.io/docs/prometheus/latest/querying/api/), as Thanos, Mimir, VictoriaMetrics,
 * Google Cloud and Amazon answer it, too. By GET, which all of them document.
 * @throws ConfigurationError (`prometheus-address-invalid`).
 */
function createPrometheus({ http, clock, log, vault, address, credentials }) {
    const base = readAddress(address);
    const authorization = authorize(credentials, vault);
    async function queryRange(query) {
        const { gate, role, expression, start, end, step } = query;
        const operation = `ask for "${role}" of the gate "${gate}"`;
        const parameters = new URLSearchParams({
            query: expression,
            start: `${start / 1_000}`,
            end: `${end / 1_000}`,
            step: `${step / 1_000}`,
            timeout: serverTimeout,
        });
        const answer = await http.request({
            vendor,
            operation,
            method: 'GET',
            url: `${base}/api/v1/query_range?${parameters.toString()}`,
            headers: { accept: 'application/json', ...authorization },
            timeoutMs,
            redirects: 'refused',
            accept: (status) => status < 500 && ![408, 425, 429].includes(status),
        });
        if (answer.status >= 300)
            throw refuse(answer, query, operation, base);
        const { data, warnings, infos } = answer.read(answerShape);
        for (const info of infos)
            log.info(`${vendor} remarks on "${role}" of the gate "${gate}": ${info}`);
        if (warnings.length > 0)
            throw fail(messages/* prometheusMessages */.V['prometheus-partial'](operation, warnings.join('; ').slice(0, 500)), operation, answer);
        return data;
    }
    return { clock, log, queryRange };
}
function authorize(credentials, vault) {
    if (credentials === undefined)
        return {};
    if (credentials.kind === 'bearer') {
        vault.add('Prometheus token', credentials.token);
        return { authorization: `Bearer ${credentials.token}` };
    }
    const pair = Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64');
    vault.add('Prometheus password', credentials.password);
    vault.add('Prometheus credentials', pair);
    return { authorization: `Basic ${pair}` };
}
/** What a refusal means: the user's query, the user's credentials, or an address at which something else stands. */
function refuse(answer, query, operation, base) {
    const { status } = answer;
    const said = readError(answer);
    if (said !== undefined && (status === 400 || status === 422)) {
        const note = messages/* prometheusMessages */.V['prometheus-query-refused'](query.gate, query.expression, said);
        return new errors/* ConfigurationError */.j1(note);
    }
    const text = (said ?? answer.text()).slice(0, 500).replaceAll(/\s+/g, ' ').trim();
    return fail(choose(answer, { operation, text, base }), operation, answer, text);
}
function choose({ status, headers }, { operation, text, base }) {
    if (status < 400)
        return messages/* prometheusMessages */.V['prometheus-redirected'](operation, status, headers.get('location') ?? '');
    if (status === 401 || status === 403)
        return messages/* prometheusMessages */.V['prometheus-unauthorized'](operation, status, text);
    if (status === 404)
        return messages/* prometheusMessages */.V['prometheus-not-found'](operation, base);
    return messages/* prometheusMessages */.V['prometheus-refused'](operation, status, text);
}
function readError(answer) {
    try {
        const { errorType, error } = answer.read(errorShape);
        return `${error} (${errorType})`;
    }
    catch (error) {
        if (error instanceof errors/* VendorError */.Hi)
            return undefined;
        throw error;
    }
}
function fail(note, operation, { status }, body) {
    const details = { vendor, operation, status, attempts: 1, ambiguous: false };
    return new errors/* VendorError */.Hi(note, body === undefined ? details : { ...details, body });
}


/***/ }),

/***/ 7491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ prometheusMessages)
/* harmony export */ });
/* harmony import */ var _kit_messages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

const prometheusMessages = (0,_kit_messages__WEBPACK_IMPORTED_MODULE_0__/* .defineMessages */ .Y)({
    'prometheus-address-invalid': (value, reason) => ({
        text: `"${value}" cannot be the address of a Prometheus server: ${reason}.`,
        cure: 'Give the address to which /api/v1/query_range is added, such as "https://prometheus.example.com" or "https://monitoring.googleapis.com/v1/projects/<id>/location/global/prometheus". Credentials have inputs of their own.',
    }),
    'prometheus-step-invalid': (gate, step) => ({
        text: `The gate "${gate}" has buckets of ${step}, and they have to be whole seconds.`,
        cure: 'Use "1h" for an app, "15s" for a backend.',
    }),
    'prometheus-time-too-long': (gate, steps, most) => ({
        text: `The gate "${gate}" asks for ${steps} buckets, and Prometheus answers ${most} at most.`,
        cure: 'Take longer buckets.',
    }),
    'prometheus-placeholder-unknown': (gate, placeholder, valid) => ({
        text: `A query of the gate "${gate}" has the placeholder {{${placeholder}}}, which there is not.`,
        cure: `Valid are ${valid}.`,
    }),
    'prometheus-placeholder-misplaced': (gate, placeholder, before) => ({
        text: `A query of the gate "${gate}" has {{${placeholder}}} behind "${before}", where no value of a label stands.`,
        cure: 'Put it into the quotes of a label, such as http_requests_total{version="{{version}}"}; with =~ it is escaped for the regular expression. Only {{step}} stands outside.',
    }),
    'prometheus-placeholder-empty': (gate, placeholder, release) => ({
        text: `The gate "${gate}" asks for {{${placeholder}}}, and the release "${release}" has none.`,
        cure: 'Name releases as <app>@<version>+<build>, or use {{release}}.',
    }),
    'prometheus-value-unsafe': (gate, value) => ({
        text: `The gate "${gate}" cannot put "${value}" into its query: it has a character that the literal there cannot hold.`,
        cure: 'Use double quotes around the placeholder, and names of releases without control characters.',
    }),
    'prometheus-query-for-all': (gate, query) => ({
        text: `A query of the gate "${gate}" counts all versions together: ${query}`,
        cure: 'Add a label with the version, such as {version="{{version}}"}: the gate judges one release.',
    }),
    'prometheus-query-refused': (gate, query, said) => ({
        text: `Prometheus refuses a query of the gate "${gate}": ${said}. It was: ${query}`,
        cure: 'Try it in the console of Prometheus. Until it answers the gate has no data, which is never good news.',
    }),
    'prometheus-unauthorized': (operation, status, said) => ({
        text: `Prometheus answered ${status} to "${operation}": ${said}`,
        cure: 'Check the token, or user and password. Tokens of Google Cloud last an hour: make one in a step before (google-github-actions/auth, token_format: access_token).',
    }),
    'prometheus-not-found': (operation, address) => ({
        text: `There is no Prometheus at "${address}": "${operation}" was answered with 404.`,
        cure: 'The address is the one to which /api/v1/query_range is added.',
    }),
    'prometheus-redirected': (operation, status, location) => ({
        text: `Prometheus answered ${status} to "${operation}" and points to "${location}". Nothing was sent there.`,
        cure: 'A sign-in page in front of it needs a token; a moved server its new address.',
    }),
    'prometheus-refused': (operation, status, said) => ({
        text: `Prometheus answered ${status} to "${operation}": ${said}`,
        cure: 'The request was not repeated, since it would get the same answer.',
    }),
    'prometheus-partial': (operation, warnings) => ({
        text: `Prometheus warns that its answer to "${operation}" may be incomplete: ${warnings}`,
        cure: 'Counts that are partly missing are no evidence. Look at the named store or metric; the warning goes away with its cause.',
    }),
    'prometheus-many-series': (gate, query, count, some) => ({
        text: `A query of the gate "${gate}" gives ${count} series, and one was expected: ${some}. It was: ${query}`,
        cure: 'Put sum(...) around it.',
    }),
    'prometheus-series-missing': (gate, missing, there, release) => ({
        text: `Of "${release}", the gate "${gate}" got a series for "${there}" and none for "${missing}": whether that is none at all or not measured, nobody knows.`,
        cure: `If a missing series means 0, say so in the query of "${missing}": sum(...) or vector(0). Otherwise check its labels.`,
    }),
    'prometheus-series-apart': (gate, missing, time, count, release) => ({
        text: `Of "${release}", the series of the gate "${gate}" do not match: at ${time}${count > 1 ? `, and ${count - 1} more times,` : ''} there is no sample of "${missing}" beside the other.`,
        cure: `If a missing sample means 0, say so in the query of "${missing}": sum(...) or vector(0). Otherwise both have to be scraped together.`,
    }),
    'prometheus-value-unusable': (gate, query, value, time) => ({
        text: `A query of the gate "${gate}" gives ${value} at ${time}, which is no count. It was: ${query}`,
        cure: 'Ask for counts of one bucket each, sum(increase(...[{{step}}])), and not for a rate or quotient: 0/0 is NaN. Below 0 falls what is made of gauges or of a raw counter that was reset.',
    }),
    'prometheus-bad-exceeds': (gate, bad, units, time) => ({
        text: `The gate "${gate}" has ${bad} bad of only ${units} units at ${time}.`,
        cure: 'Both queries have to count the same things over the same time; check their labels and ranges.',
    }),
    'prometheus-no-series': (gate, release, queries) => ({
        text: `Prometheus has no series of "${release}" for the gate "${gate}": there are no data. It was asked: ${queries}`,
        cure: 'Right after the start that is to be expected; later check the label with the version.',
    }),
});


/***/ }),

/***/ 6501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askPrometheus: () => (/* binding */ askPrometheus)
});

// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/vendors/prometheus/messages.js
var messages = __webpack_require__(7491);
// EXTERNAL MODULE: ./src/kit/messages.js
var kit_messages = __webpack_require__(6513);
// EXTERNAL MODULE: ./src/vendors/prometheus/client.js + 2 modules
var client = __webpack_require__(5315);
;// CONCATENATED MODULE: ./src/vendors/prometheus/pairs.js




/**
 * increase() estimates what happened between the last sample and the end of its range, for each series by itself: where all is
 * bad, the two sums may differ by a little. More than this share is another thing.
 */
const tolerance = 0.01;
/**
 * What was counted of one release, by the end of the bucket. Empty when there is no series of it at all.
 * @throws ConfigurationError where the two series do not fit each other or a value is no count.
 */
async function pairSeries(prometheus, pairing) {
    const { queries } = pairing;
    const role = 'total' in queries ? 'total' : 'good';
    const expression = 'total' in queries ? queries.total : queries.good;
    const [bad, other] = await Promise.all([
        readValues(prometheus, pairing, 'bad', queries.bad),
        readValues(prometheus, pairing, role, expression),
    ]);
    checkMatch(pairing, bad, role, other);
    return new Map([...bad].map(([time, count]) => {
        const units = (other.get(time) ?? 0) + (role === 'good' ? count : 0);
        if (count > units * (1 + tolerance))
            throw exceeds(pairing.gate, count, units, time);
        return [time, { units: Math.max(units, count), bad: count }];
    }));
}
async function readValues(prometheus, { gate, grid, step }, role, expression) {
    const [start = 0] = grid;
    const end = grid.at(-1) ?? start;
    const matrix = await prometheus.queryRange({ gate, role, expression, start, end, step });
    const [series, ...more] = matrix;
    if (more.length > 0) {
        const some = matrix.slice(0, 3).map(({ name }) => name);
        throw problem(messages/* prometheusMessages */.V['prometheus-many-series'](gate, expression, matrix.length, some.join(', ')));
    }
    const times = new Set(grid);
    const values = new Map();
    for (const { at, value } of series?.samples ?? []) {
        if (!times.has(at))
            throw unasked(gate, role, at);
        if (!Number.isFinite(value) || value < 0)
            throw problem(messages/* prometheusMessages */.V['prometheus-value-unusable'](gate, expression, `${value}`, tellTime(at)));
        values.set(at, value);
    }
    return values;
}
function checkMatch({ gate, release, grid }, bad, role, other) {
    const sides = [
        { missing: 'bad', values: bad, there: role, others: other },
        { missing: role, values: other, there: 'bad', others: bad },
    ];
    for (const { missing, values, there, others } of sides) {
        if (values.size === 0 && others.size > 0)
            throw problem(messages/* prometheusMessages */.V['prometheus-series-missing'](gate, missing, there, release));
        const apart = grid.filter((time) => others.has(time) && !values.has(time));
        const [first] = apart;
        if (first !== undefined)
            throw problem(messages/* prometheusMessages */.V['prometheus-series-apart'](gate, missing, tellTime(first), apart.length, release));
    }
}
/** A value at another time belongs to no bucket. */
function unasked(gate, role, at) {
    const operation = `ask for "${role}" of the gate "${gate}"`;
    const reason = `it has a value at ${tellTime(at)}, which was not asked for`;
    const note = kit_messages/* kitMessages */.Z['vendor-unreadable'](client.vendor, operation, reason);
    return new errors/* VendorError */.Hi(note, { vendor: client.vendor, operation, attempts: 1, ambiguous: false });
}
function exceeds(gate, bad, units, time) {
    return problem(messages/* prometheusMessages */.V['prometheus-bad-exceeds'](gate, bad, units, tellTime(time)));
}
function problem(note) {
    return new errors/* ConfigurationError */.j1(note);
}
function tellTime(at) {
    return new Date(at).toISOString().replace('.000Z', 'Z');
}

;// CONCATENATED MODULE: ./src/vendors/prometheus/template.js


const placeholder = /^\{\{\s*([\w-]+)\s*\}\}/;
/** Behind one of these a literal is the value of a label. */
const matcher = /(!=|=~|!~|=)\s*$/;
const ofRelease = ['release', 'version', 'build'];
/**
 * Fills `{{release}}`, `{{version}}` ("2.15.3"), `{{build}}` ("20250114.1") and `{{step}}` ("3600s") into a query.
 *
 * A value can never leave its place: it may stand only within the quotes of a label's value; what would end the quotes or begin an
 * escape is escaped by the rules of that kind of quotes (https://prometheus.io/docs/prometheus/latest/querying/basics/), and behind
 * `=~` and `!~` everything that means something to a regular expression before that. `{{step}}` is a number and stands anywhere.
 *
 * @throws ConfigurationError (`prometheus-placeholder-\u2026`, `prometheus-value-unsafe`, `prometheus-query-for-all`).
 */
function fillTemplate(template, filling) {
    let filled = '';
    let rest = template;
    let literal;
    let comment = false;
    let before = '';
    let named = false;
    while (rest !== '') {
        const [whole, name = ''] = (comment ? null : placeholder.exec(rest)) ?? [];
        if (whole !== undefined) {
            filled += fill(name, filling, { literal, before });
            named ||= ofRelease.includes(name);
            rest = rest.slice(whole.length);
            continue;
        }
        const character = rest.charAt(0);
        // A backslash and what it escapes go together, so that an escaped quote ends nothing.
        const width = character === '\\' && literal !== undefined && literal !== '`' ? 2 : 1;
        if (comment)
            comment = character !== '\n';
        else if (literal === undefined) {
            if (character === '#')
                comment = true;
            else if (character === '"' || character === "'" || character === '`') {
                literal = character;
                before = filled;
            }
        }
        else if (character === literal && width === 1)
            literal = undefined;
        filled += rest.slice(0, width);
        rest = rest.slice(width);
    }
    if (!named)
        throw new errors/* ConfigurationError */.j1(messages/* prometheusMessages */.V['prometheus-query-for-all'](filling.gate, template));
    return filled;
}
function fill(name, filling, { literal, before }) {
    const { gate, release, step } = filling;
    if (name === 'step')
        return `${step / 1_000}s`;
    if (!ofRelease.includes(name)) {
        const valid = [...ofRelease, 'step'].map((one) => `{{${one}}}`).join(', ');
        throw new errors/* ConfigurationError */.j1(messages/* prometheusMessages */.V['prometheus-placeholder-unknown'](gate, name, valid));
    }
    const [, operator] = matcher.exec(before) ?? [];
    if (literal === undefined || operator === undefined) {
        const place = (literal === undefined ? '' : before).trim().slice(-30);
        throw new errors/* ConfigurationError */.j1(messages/* prometheusMessages */.V['prometheus-placeholder-misplaced'](gate, name, place));
    }
    const value = partOf(release, name);
    if (value === '')
        throw new errors/* ConfigurationError */.j1(messages/* prometheusMessages */.V['prometheus-placeholder-empty'](gate, name, release));
    const meant = operator.endsWith('~') ? quoteExpression(value) : value;
    if (/[\u0000-\u001f\u007f]/.test(value) || (literal === '`' && meant.includes('`')))
        throw new errors/* ConfigurationError */.j1(messages/* prometheusMessages */.V['prometheus-value-unsafe'](gate, value));
    if (literal === '`')
        return meant;
    return meant.replaceAll('\\', '\\\\').replaceAll(literal, `\\${literal}`);
}
function partOf(release, name) {
    if (name === 'release')
        return release;
    const [version = '', ...build] = release.slice(release.lastIndexOf('@') + 1).split('+');
    return name === 'version' ? version : build.join('+');
}
/** Everything that RE2 gives a meaning, as its own QuoteMeta does: https://github.com/google/re2/wiki/Syntax */
function quoteExpression(value) {
    return value.replaceAll(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}

;// CONCATENATED MODULE: ./src/vendors/prometheus/source.js





/** https://github.com/prometheus/prometheus/blob/main/web/api/v1/api.go: points of one series. */
const mostSteps = 11_000;
/**
 * Asks two range queries for the release and two for each one before. The value at a time T is taken for what happened in the
 * step before T, as `increase(...[{{step}}])` counts it, and only when the step has been over for `settle`.
 *
 * Missing is not 0: a bucket without both values is left out, one with a single value is an error, and a value that is no count is
 * one, too. Data reach up to the newest bucket of the release that has values.
 *
 * @throws ConfigurationError (`prometheus-\u2026`), VendorError: whoever asks has no data then.
 */
async function askPrometheus(prometheus, source, question) {
    const { gate, release, previous } = question;
    const { step } = source;
    const grid = alignGrid(source, question, prometheus.clock.now());
    const asked = [release, ...previous].map((name) => ({
        name,
        queries: fillPair(source, { gate, release: name, step }),
    }));
    if (grid.length === 0)
        return { buckets: [] };
    const [own = new Map(), ...before] = await Promise.all(asked.map(async ({ name, queries }) => {
        const found = await pairSeries(prometheus, { gate, release: name, queries, grid, step });
        if (found.size === 0)
            prometheus.log.info(tellNothing(gate, name, Object.values(queries)));
        return found;
    }));
    const newest = Math.max(...own.keys());
    return {
        buckets: grid.flatMap((end) => makeBucket({ start: end - step, end }, own.get(end), before)),
        ...(own.size === 0 ? {} : { freshUntil: newest }),
    };
}
/** Ends of the buckets that are over and settled. */
function alignGrid({ step, settle }, { gate, start, end }, now) {
    if (!Number.isSafeInteger(step / 1_000) || step <= 0)
        throw new errors/* ConfigurationError */.j1(messages/* prometheusMessages */.V['prometheus-step-invalid'](gate, (0,duration/* formatDuration */.a)(step)));
    const first = Math.floor(start / step) * step + step;
    const last = Math.floor(Math.min(end, now - settle) / step) * step;
    const steps = Math.max(0, (last - first) / step + 1);
    if (steps > mostSteps)
        throw new errors/* ConfigurationError */.j1(messages/* prometheusMessages */.V['prometheus-time-too-long'](gate, steps, mostSteps));
    return Array.from({ length: steps }, (_, index) => first + index * step);
}
function fillPair({ queries, step }, { gate, release }) {
    const fill = (template) => fillTemplate(template, { gate, release, step });
    const bad = fill(queries.bad);
    return 'total' in queries ? { bad, total: fill(queries.total) } : { bad, good: fill(queries.good) };
}
/** None without units of the release: nothing is no evidence. */
function makeBucket(time, own, before) {
    if (own === undefined || own.units === 0)
        return [];
    const others = before.flatMap((tallies) => tallies.get(time.end) ?? []);
    const previous = {
        units: others.reduce((sum, { units }) => sum + units, 0),
        bad: others.reduce((sum, { bad }) => sum + bad, 0),
    };
    return [{ ...time, ...own, ...(previous.units === 0 ? {} : { previous }) }];
}
function tellNothing(gate, release, queries) {
    const { text, cure } = messages/* prometheusMessages */.V['prometheus-no-series'](gate, release, queries.join(' and '));
    return `${text} ${cure}`;
}


/***/ })

};
