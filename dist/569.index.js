export const id = 569;
export const ids = [569];
export const modules = {

/***/ 7569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askCommand: () => (/* binding */ askCommand)
});

// EXTERNAL MODULE: ./src/kit/child-env.js
var child_env = __webpack_require__(5029);
// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/health/report.js
var health_report = __webpack_require__(7703);
// EXTERNAL MODULE: ./src/kit/shapes.js
var shapes = __webpack_require__(8331);
;// CONCATENATED MODULE: ./src/vendors/command/health-report.js


/** Hours of 40 days. */
const mostBuckets = 1_000;
const units = ['session', 'user-hour', 'user-day', 'request', 'rating'];
/** A member that may be missing, but is not null. */
function orAbsent(shape) {
    return (value, where) => (value === undefined ? undefined : shape(value, where));
}
const amount = (0,shapes/* number */.ai)('any', 0, Number.MAX_SAFE_INTEGER);
/** Of a day that exists: `Date.parse` alone takes 31 February. */
const instant = (value, where) => {
    const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
    const written = (0,shapes/* text */.Qq)(24, pattern, 'a time in UTC such as 2026-11-24T09:00:00Z')(value, where);
    const read = Date.parse(written);
    if (Number.isNaN(read) || !new Date(read).toISOString().startsWith(written.slice(0, 19)))
        throw new SyntaxError(`${where} has to be a time that exists, and is "${written}"`);
    return read;
};
const tally = { units: amount, bad: amount, uncertainty: orAbsent(amount) };
const shape = (0,shapes/* record */.g1)({
    version: (0,shapes/* oneOf */.yL)([1]),
    release: (0,shapes/* text */.Qq)(250),
    unit: (0,shapes/* oneOf */.yL)(units),
    freshUntil: orAbsent(instant),
    buckets: (0,shapes/* list */.p_)((0,shapes/* record */.g1)({ start: instant, end: instant, ...tally, previous: orAbsent((0,shapes/* record */.g1)(tally)) }), mostBuckets),
});
/**
 * Reads what a user's command printed: schemas/health-report.schema.json, and what a schema cannot say (no more bad than all,
 * no overlap, the release and the unit that were asked for).
 * @throws SyntaxError that says where something else was expected.
 */
function readHealthReport(json, subject) {
    if (json.trim() === '')
        throw new SyntaxError('it is empty');
    const { release, unit, freshUntil, buckets } = shape(parse(json), '');
    if (release !== subject.release)
        throw new SyntaxError(`it is about the release "${release}", and "${subject.release}" was asked for`);
    if (unit !== subject.unit)
        throw new SyntaxError(`it counts the unit "${unit}", and the gate asks for "${subject.unit}"`);
    const report = {
        ...(freshUntil === undefined ? {} : { freshUntil }),
        buckets: buckets.map(({ start, end, previous, ...own }) => ({
            start,
            end,
            ...present(own),
            ...(previous === undefined ? {} : { previous: present(previous) }),
        })),
    };
    const defect = (0,health_report/* findDefect */.B)(report);
    if (defect !== undefined)
        throw new SyntaxError(defect);
    return report;
}
function present({ units: all, bad, uncertainty }) {
    return { units: all, bad, ...(uncertainty === undefined ? {} : { uncertainty }) };
}
function parse(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        throw new SyntaxError(`it is no JSON, and begins with "${json.trim().slice(0, 60).replaceAll(/\s+/g, ' ')}"`);
    }
}

// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
;// CONCATENATED MODULE: ./src/vendors/command/messages.js

const commandMessages = (0,messages/* defineMessages */.Y)({
    'health-command-failed': (gate, end, last) => ({
        text: `The command of the gate "${gate}" gave no data: it ended with ${end}${last === '' ? '' : `. Its last words: ${last}`}`,
        cure: 'Run it by hand with the same variables. Until it answers the gate has no data, which is never good news.',
    }),
    'health-command-unreadable': (gate, reason) => ({
        text: `What the command of the gate "${gate}" printed is no health report: ${reason}.`,
        cure: 'It has to print one JSON document of schemas/health-report.schema.json and nothing else; logs belong to standard error.',
    }),
});

;// CONCATENATED MODULE: ./src/vendors/command/source.js





/**
 * Asks the user's command, the source for everybody whose tool has no client here. It learns what it is asked for from
 * SLIPWAY_RELEASE, SLIPWAY_PREVIOUS (empty for none), SLIPWAY_UNIT, SLIPWAY_START and SLIPWAY_END (ISO 8601, UTC), and prints a
 * health report. Values go by environment and never into the text of the command.
 * @throws ConfigurationError (`health-command-failed`, `health-command-unreadable`, `environment-refused`): whoever asks has
 *   no data then.
 */
async function askCommand(source, question) {
    const { exec, run, folder, environment, passEnv, timeoutMs } = source;
    const { gate, release, previous = '', unit, start, end } = question;
    const outcome = await exec.run({
        name: `gate ${gate}`,
        file: 'bash',
        args: ['-eo', 'pipefail', '-c', run],
        cwd: folder,
        env: {
            ...(0,child_env/* childEnvironment */.Q)(environment, passEnv),
            SLIPWAY_RELEASE: release,
            SLIPWAY_PREVIOUS: previous,
            SLIPWAY_UNIT: unit,
            SLIPWAY_START: new Date(start).toISOString(),
            SLIPWAY_END: new Date(end).toISOString(),
        },
        timeoutMs,
        capture: true,
    });
    const broken = describeBroken(outcome, timeoutMs);
    if (broken !== undefined) {
        const last = outcome.tail.findLast((line) => line.trim() !== '') ?? '';
        throw new errors/* ConfigurationError */.j1(commandMessages['health-command-failed'](gate, broken, last.slice(0, 300)));
    }
    try {
        return readHealthReport(outcome.stdout ?? '', question);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        throw new errors/* ConfigurationError */.j1(commandMessages['health-command-unreadable'](gate, error.message), [], {
            cause: error,
        });
    }
}
/** Undefined for a command that ended well and whose output is whole. */
function describeBroken({ end, stdout }, timeoutMs) {
    switch (end.kind) {
        case 'exited':
            if (end.code !== 0)
                return `exit code ${end.code}`;
            return stdout === undefined ? 'more than 64 MB of output' : undefined;
        case 'killed':
            return end.signal;
        case 'timed-out':
            return `the time limit of ${(0,duration/* formatDuration */.a)(timeoutMs)}`;
        case 'not-started':
            return `nothing, since it could not be started (${end.reason})`;
    }
}


/***/ })

};
