export const id = 244;
export const ids = [244];
export const modules = {

/***/ 4890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stagedPromote: () => (/* binding */ stagedPromote)
});

// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __webpack_require__(3246);
// EXTERNAL MODULE: ./src/rollout/entries.js
var rollout_entries = __webpack_require__(132);
// EXTERNAL MODULE: ./src/rollout/ledgers.js
var rollout_ledgers = __webpack_require__(2042);
// EXTERNAL MODULE: ./src/rollout/runner.js
var runner = __webpack_require__(7420);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
;// CONCATENATED MODULE: ./actions/staged-promote/messages.js

const messages_messages = (0,messages/* defineMessages */.Y)({
    'nothing-open': (name) => ({
        text: `No release of ${name} is open, so nothing is moved.`,
        cure: 'Open one: store-upload does it with "open-rollout: true", and this action with "command: open".',
    }),
    'release-unknown': (wanted, known) => ({
        text: `${wanted} is not open${known === '' ? ', and no other release is' : `; open are: ${known}`}.`,
        cure: 'Give "release" as a tag that is open, or open it first.',
    }),
    'confirmation-missing': (command, version, typed) => ({
        text: `"${command}" has to be confirmed by typing the version, ${version}${typed === '' ? '' : `, and "${typed}" was typed`}.`,
        cure: `Give "confirm: ${version}".`,
    }),
    'platform-unknown': (name, known) => ({
        text: `The release has no platform "${name}".`,
        cure: `Valid: ${known}.`,
    }),
    'credentials-missing': (platform, input) => ({
        text: `${platform} cannot be looked at: the input "${input}" is missing.`,
        cure: `Give it, from a secret of the repository or of the environment.`,
    }),
    'source-credentials-missing': (gate, input) => ({
        text: `the input "${input}" is missing, and the gate "${gate}" asks a source that needs it`,
        cure: `Give it, from a secret.`,
    }),
    'app-missing': () => ({
        text: 'Nothing says which app this is about.',
        cure: 'Write a policy (.github/slipway.yml), or give "package-name" or "bundle-id".',
    }),
    'open-input-missing': (name, why) => ({
        text: `"command: open" needs the input "${name}"${why === '' ? '' : `: ${why}`}.`,
        cure: `Give "${name}".`,
    }),
    'ledger-unreadable': (path, reason) => ({
        text: `The ledger ${path} cannot be read: ${reason}. What it is about is not moved, but for a halt by hand.`,
        cure: 'Look at its last commit on the branch of the ledger and take back what broke it.',
    }),
    'ledger-unwritten': (reason) => ({
        text: `What was done could not be written into the ledger: ${reason}.`,
        cure: 'Nothing is lost: the next run sees at the stores what was done, and writes it down.',
    }),
    'app-store-other-build': (version, out, wanted) => ({
        text: `Version ${version} is out with build ${out}, and the release is of build ${wanted}.`,
        cure: 'Abandon this release, and open the one that is out.',
    }),
    'move-failed': (platform, what, reason) => ({
        text: `${platform}: "${what}" was not made: ${reason}`,
        cure: 'The next run looks at the store first, and tries again where that is still right.',
    }),
    'store-unreadable': (platform, reason) => ({
        text: `${platform} could not be looked at: ${reason}`,
        cure: "Look at the vendor's status page and at the credentials; nothing is moved until the store answers.",
    }),
    'call-failed': (reason) => ({
        text: `Something waits for a person, and no issue could call one: ${reason}`,
        cure: 'Grant "issues: write" to the job and to the workflow that calls it, or give "notify: none" and act upon the outputs "halted" and "needs-person".',
    }),
    'timeline-failed': (reason) => ({
        text: `The rollout could not be shown among the deployments: ${reason}`,
        cure: 'Nothing else depends on it. Grant "deployments: write" to the job and to the workflow that calls it, or give "timeline: none".',
    }),
    'ticks-late': (ago) => ({
        text: `The run before this one was ${ago} ago: GitHub delays and drops scheduled runs, and meanwhile nobody looked.`,
        cure: 'Give the promotion a second trigger: docs/promotion.md says which there are.',
    }),
    'halted-now': (platform, sentence, choice) => ({
        text: `${platform} is halted: ${sentence}.`,
        cure: `A person decides: ${choice}.`,
    }),
    'nothing-halted': (where) => ({
        text: `There was nothing to halt: ${where}.`,
        cure: 'Look at the stores: what is out to everybody in the App Store cannot be stopped, and Google halts nothing on internal tracks.',
    }),
});

;// CONCATENATED MODULE: ./actions/staged-promote/brake.js




/** Apps of the policy; where it is broken, those that stand in it as text, and those of the inputs. */
function findApps({ inputs }, policy) {
    const text = policy === undefined ? readText((0,external_node_path_.resolve)(inputs.workingDirectory, inputs.policy)) : '';
    const all = (pattern) => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
    const platforms = policy?.platforms ?? [];
    return {
        packages: unique([
            ...platforms.flatMap((platform) => (platform.store === 'google-play' ? [platform.package] : [])),
            ...all(/\bpackage:\s*["']?([A-Za-z]\w*(?:\.[A-Za-z]\w*)+)/g),
            ...(inputs.packageName === undefined ? [] : [inputs.packageName]),
        ]),
        apps: [
            ...platforms.flatMap((platform) => (platform.store === 'app-store' ? [platform.app] : [])),
            ...unique(all(/\bapp:\s*["']?([1-9]\d{5,14})\b/g)).map((id) => ({ id })),
            ...unique([
                ...all(/\bbundle-id:\s*["']?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/g),
                ...(inputs.bundleId === undefined ? [] : [inputs.bundleId]),
            ]).map((bundleId) => ({ bundleId })),
        ],
    };
}
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
function unique(names) {
    return [...new Set(names)];
}
/**
 * Halts what is under way at the stores, whatever the ledger says: every rollout in production at Google Play, or the one of the
 * version code that was given, and every phased release of the App Store. Nothing else is asked, so that nothing else can be in the way.
 * @throws ConfigurationError (`app-missing`)
 */
async function brake(context, stores, { packages, apps }) {
    if (packages.length === 0 && apps.length === 0)
        throw new errors/* ConfigurationError */.j1(messages_messages['app-missing']());
    const halted = [];
    const failures = [];
    const attempt = async (make) => {
        try {
            halted.push(...(await make()));
        }
        catch (error) {
            if (!(error instanceof errors/* ForeseenError */.U8) || error.fault === 'cancelled')
                throw error;
            context.log.info(`${error.notes[0].text} ${error.notes[0].cure}`);
            failures.push(error);
        }
    };
    for (const name of packages)
        await attempt(async () => haltPlay(context, stores, name));
    for (const app of apps)
        await attempt(async () => pauseVersions(stores, app));
    return { halted, failures };
}
async function haltPlay({ inputs }, stores, packageName) {
    const [{ readTracks }, { haltRelease }, { idOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(102), __webpack_require__.e(741)]).then(__webpack_require__.bind(__webpack_require__, 2741)),
        Promise.all(/* import() */[__webpack_require__.e(102), __webpack_require__.e(741), __webpack_require__.e(584)]).then(__webpack_require__.bind(__webpack_require__, 6584)),
        __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 9091)),
    ]);
    const play = await stores.play(packageName);
    const halted = [];
    for (const { name, releases } of await readTracks(play)) {
        if (!/(^|:)production$/.test(name))
            continue;
        for (const release of releases) {
            const code = idOf(release);
            const isMeant = inputs.versionCode === undefined ? release.status === 'inProgress' : code === inputs.versionCode;
            if (!isMeant || release.status === 'draft')
                continue;
            await haltRelease(play, { track: name, versionCode: code });
            halted.push(`${packageName} ${code} on ${name}`);
        }
    }
    return halted;
}
async function pauseVersions(stores, app) {
    const [{ readVersions, findApp }, { changePhasedRelease }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(576), __webpack_require__.e(381)]).then(__webpack_require__.bind(__webpack_require__, 7381)),
        Promise.all(/* import() */[__webpack_require__.e(576), __webpack_require__.e(344)]).then(__webpack_require__.bind(__webpack_require__, 1344)),
    ]);
    const connect = await stores.connect();
    const appId = 'id' in app ? app.id : (await findApp(connect, app.bundleId)).id;
    const paused = [];
    for (const version of await readVersions(connect, appId)) {
        if (version.phasedRelease?.state !== 'ACTIVE')
            continue;
        await changePhasedRelease(connect, version.id, 'pause');
        paused.push(`the phased release of ${version.version}`);
    }
    return paused;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/kit/summary.js
var kit_summary = __webpack_require__(257);
// EXTERNAL MODULE: ./src/rollout/places.js
var places = __webpack_require__(4602);
;// CONCATENATED MODULE: ./actions/staged-promote/people.js

/** What people read and type, the same in the summary, in issues and at deployments. */
/** "gh workflow run mobile-promote.yml -f command=resume \u2026", with the file that this run is of. */
function tellCommand({ environment }, command, release, platform) {
    const confirm = ['promote', 'resume', 'complete'].includes(command) ? ` -f confirm=${release.version}` : '';
    const only = platform === undefined ? '' : ` -f platform=${platform}`;
    return `gh workflow run ${readFileName(environment) ?? 'mobile-promote.yml'} -f command=${command} -f release='${(0,rollout_entries/* tagOf */.cO)(release)}'${only}${confirm}`;
}
/** Of the workflow that GitHub was asked to run: "owner/repo/.github/workflows/mobile-promote.yml@refs/heads/main". */
function readFileName(environment) {
    return /\/\.github\/workflows\/([\w.-]+\.ya?ml)@/.exec(environment['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
}
/** The address of the page of a run, "9001.1" by its id and attempt; undefined outside of GitHub. */
function addressOf({ environment }, run) {
    const [, id, attempt] = /^(\d+)\.(\d+)$/.exec(run) ?? [];
    const repository = environment['GITHUB_REPOSITORY'];
    if (id === undefined || repository === undefined)
        return undefined;
    const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
    return `${server}/${repository}/actions/runs/${id}${attempt === '1' ? '' : `/attempts/${attempt}`}`;
}
/** A link to a run. */
function tellRun(context, run) {
    const address = addressOf(context, run);
    if (address === undefined)
        return `run ${run}`;
    const link = { markdown: `[run ${run.split('.')[0] ?? run}](${address})` };
    return link;
}

;// CONCATENATED MODULE: ./actions/staged-promote/waiting.js

/** Releases that this run looked at, the newest first, in words that stay the same from run to run while nothing happens. */
function listAttention({ ledgers, outcomes }, signature) {
    return ledgers.rollouts.flatMap((rollout) => {
        const tag = (0,rollout_entries/* tagOf */.cO)(rollout.state.release);
        const own = outcomes.filter((outcome) => (0,rollout_entries/* tagOf */.cO)(outcome.rollout.state.release) === tag);
        if (own.length === 0)
            return [];
        const seen = own.flatMap((outcome) => readOutcome(outcome, signature));
        const others = readHalts(rollout, new Set(own.map(({ platform }) => platform.name)));
        const standing = own.map(({ platform, decision }) => `${platform.name}: ${decision.verdict.sentence}.`);
        return [{ release: rollout.state.release, waiting: [...seen, ...others], standing }];
    });
}
function readOutcome({ platform: { name }, decision, rollout, events }, signature) {
    const { verdict, state } = decision;
    const { choice, reason, isCritical = false } = verdict;
    if (choice === undefined)
        return [];
    const what = verdict.state === 'halt' ? 'halt' : 'hold';
    const { entries } = (0,rollout_entries/* addEvents */.v7)(rollout.ledger, events, signature);
    const began = findBeginning(entries, name, what);
    // The words in which it began: those of a hold change with every count.
    const sentence = began?.sentence ?? verdict.sentence;
    return [
        { platform: name, what, reason, sentence, choice, isCritical, place: state.place, ...readTime(began, signature) },
    ];
}
/** Platforms that this run did not look at, as far as the ledger knows that they are halted. */
function readHalts({ ledger, state }, looked) {
    return state.platforms.flatMap(({ platform, halt, place }) => {
        if (halt === null || looked.has(platform))
            return [];
        const { reason, sentence, isCritical } = halt;
        const began = findBeginning(ledger.entries, platform, 'halt');
        const choice = `resume or abandon ${(0,rollout_entries/* tagOf */.cO)(state.release)}`;
        return [{ platform, what: 'halt', reason, sentence, choice, isCritical, place, ...readTime(began) }];
    });
}
function findBeginning(entries, platform, what) {
    const kind = what === 'halt' ? 'halted' : 'decided';
    return entries.findLast((entry) => entry.kind === kind && entry.platform === platform);
}
function readTime(began, own) {
    if (began === undefined)
        return { since: null, run: own?.run ?? null };
    return { since: Date.parse(began.at), run: began.run };
}

;// CONCATENATED MODULE: ./actions/staged-promote/calls.js







const noCalls = { issues: new Map() };
/**
 * An issue for each release of which something waits for a person; it mentions whom the policy names, is brought up to date, calls
 * again when something else waits, and is closed when nothing does. One request where nothing waits and nothing did.
 */
async function callPeople(calling, ticked) {
    const { context, policy, github, signature } = calling;
    if (context.inputs.notify === 'none' || context.inputs.mode === 'observe')
        return noCalls;
    const attention = listAttention(ticked, signature);
    const asking = attention.filter(({ waiting }) => waiting.length > 0);
    const issues = new Map();
    try {
        const { closeIssue, listOpenKeys, upsertIssue } = await __webpack_require__.e(/* import() */ 6).then(__webpack_require__.bind(__webpack_require__, 5006));
        for (const one of asking) {
            const { did, url, number } = await upsertIssue(github, compose(calling, one));
            context.log.info(`issue #${number}: ${says[did]} (${url})`);
            issues.set((0,rollout_entries/* tagOf */.cO)(one.release), url);
        }
        const prefix = keyOf(`${policy.release}@`);
        for (const key of await listOpenKeys(github, prefix)) {
            const tag = key.slice(keyOf('').length);
            if (!isOver(tag, attention, ticked))
                continue;
            const standing = attention.find(({ release }) => (0,rollout_entries/* tagOf */.cO)(release) === tag)?.standing ?? [];
            const comment = ['Nothing of this release waits for a person any more.', ...standing.map((one) => `- ${one}`)];
            await closeIssue(github, { key, run: readRun(context), comment: comment.join('\n') });
            context.log.info(`the issue of ${tag} is closed: nothing waits any more`);
        }
        return { issues };
    }
    catch (error) {
        if (!(error instanceof errors/* ForeseenError */.U8) || error.fault === 'cancelled')
            throw error;
        context.log.info(`${error.notes[0].text} ${error.notes[0].cure}`);
        // Where nobody is needed, nobody misses the call.
        return asking.length === 0 ? noCalls : { issues, failure: error };
    }
}
const says = {
    called: 'it calls who is mentioned',
    updated: 'its text was brought up to date',
    unchanged: 'it says so already',
    outdated: 'it is of a newer run, and was left alone',
};
const keyOf = (tag) => `staged-promote/${tag}`;
function readRun({ environment }) {
    return {
        id: Number(environment['GITHUB_RUN_ID'] ?? 0),
        attempt: Number(environment['GITHUB_RUN_ATTEMPT'] ?? 1),
    };
}
/** Whether an issue has nothing to call for: a release that this run did not look at is left to the next one. */
function isOver(tag, attention, { ledgers }) {
    const looked = attention.find(({ release }) => (0,rollout_entries/* tagOf */.cO)(release) === tag);
    if (looked !== undefined)
        return looked.waiting.length === 0;
    const rollout = ledgers.rollouts.find(({ state }) => (0,rollout_entries/* tagOf */.cO)(state.release) === tag);
    if (rollout === undefined)
        return ledgers.unreadable.length === 0;
    return rollout.state.platforms.every(({ life }) => life !== 'open' && life !== 'halted');
}
function compose({ context, policy }, { release, waiting }) {
    const mentions = policy.mention.join(' ');
    const lines = waiting.map((one) => tellWaiting(context, one));
    const called = (0,kit_summary/* createSummary */.Ft)().list(lines).render();
    const commands = (0,kit_summary/* createSummary */.Ft)()
        .paragraph('What was seen is in the summary of the run. By hand: Actions, "Run workflow", or from a terminal:')
        .code('sh', listCommands(context, release, waiting))
        .render();
    const end = 'This issue is brought up to date while something waits, and closed when nothing does.';
    const present = (blocks) => blocks.filter((block) => block !== '');
    return {
        key: keyOf((0,rollout_entries/* tagOf */.cO)(release)),
        state: hashState(waiting),
        run: readRun(context),
        title: tellTitle(release, waiting),
        blocks: present([mentions, called, commands, end]),
        notice: present([mentions, called]).join('\n\n'),
    };
}
/** What people are called for: another halt is another call, another count is none. */
function hashState(waiting) {
    const about = waiting.map(({ platform, what, reason, since }) => [platform, what, reason, since]);
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 12);
}
function tellTitle({ name, version, build }, waiting) {
    const halted = waiting.filter(({ what }) => what === 'halt');
    const isCritical = halted.some((one) => one.isCritical);
    const names = (list) => list.map(({ platform }) => platform).join(', ');
    const what = halted.length > 0 ? `is halted on ${names(halted)}` : `waits for a decision about ${names(waiting)}`;
    return `${isCritical ? '\ud83d\udea8 Critical: ' : halted.length > 0 ? '\ud83d\uded1 ' : '\u23f8\ufe0f '}${name} ${version} (${build}) ${what}`;
}
function tellWaiting(context, one) {
    const { platform, what, isCritical, place, sentence, reason, choice, since, run } = one;
    const how = what === 'halt' ? `${isCritical ? 'critically ' : ''}halted` : 'held';
    const when = since === null ? how : `${how} since ${toTime(since)}`;
    const where = place === null ? when : `${when}, at ${(0,places/* tellPlace */.L)(place)}`;
    const told = (0,kit_summary.md) `**${platform}** is ${where}: ${sentence} (${(0,kit_summary/* code */.aY)(reason)}).`;
    const seen = run === null ? told : (0,kit_summary.md) `${told} Seen by ${tellRun(context, run)}.`;
    return (0,kit_summary.md) `${seen} A person decides: ${choice}.`;
}
/** "2026-11-30 08:17 UTC". */
function toTime(at) {
    return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
function listCommands(context, release, waiting) {
    const isHalted = waiting.some(({ what }) => what === 'halt');
    const commands = isHalted ? ['resume', 'abandon'] : ['promote', 'hold', 'halt', 'abandon'];
    const [only, ...more] = waiting;
    const platform = more.length === 0 ? only?.platform : undefined;
    return commands.map((command) => tellCommand(context, command, release, platform));
}

;// CONCATENATED MODULE: ./actions/staged-promote/context.js
/** The outputs, with the values that they have until more is known. */
const outputs = {
    verdict: 'none',
    release: '',
    moved: 'false',
    halted: 'false',
    critical: 'false',
    'needs-person': 'false',
    issue: '',
    'next-at': '',
    platforms: '{}',
};

// EXTERNAL MODULE: ./src/rollout/state.js
var rollout_state = __webpack_require__(8813);
;// CONCATENATED MODULE: ./actions/staged-promote/deployments.js





/**
 * Shows the rollout where people look for deployments at GitHub: one for each release and platform, with a status for each change.
 * It is a view of the ledger, which nothing is decided by: what one run could not show the next change shows.
 * @returns why it could not be shown
 */
async function showDeployments(calling, { outcomes }) {
    const { context } = calling;
    if (context.inputs.timeline === 'none' || context.inputs.mode === 'observe')
        return undefined;
    const changed = outcomes.filter(({ events, made }) => events.length > 0 || (made?.events ?? []).length > 0);
    try {
        for (const outcome of changed)
            await show(calling, outcome);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* ForeseenError */.U8) || error.fault === 'cancelled')
            throw error;
        context.log.info(`${error.notes[0].text} ${error.notes[0].cure}`);
        return error;
    }
}
async function show({ context, policy, github, signature }, outcome) {
    const { platform, decision, rollout, made } = outcome;
    const { release } = rollout.state;
    const tag = (0,rollout_entries/* tagOf */.cO)(release);
    const at = new Date(signature.now).toISOString();
    const state = (made?.events ?? []).reduce((sum, event) => (event.kind === 'opened' || event.kind === 'joined' ? sum : (0,rollout_state/* apply */.Bb)(sum, { ...event, at, run: '' })), decision.state);
    const logUrl = addressOf(context, signature.run);
    const { recordDeployment } = await __webpack_require__.e(/* import() */ 368).then(__webpack_require__.bind(__webpack_require__, 2368));
    const record = async (ref) => recordDeployment(github, {
        environment: `${policy.release} ${platform.name}`,
        task: 'rollout',
        key: `${tag} ${platform.name}`,
        ref,
        description: `${release.version} (${release.build}) to the users of ${platform.name}`,
        payload: { release: tag, platform: platform.name, ledger: policy.ledger },
        production: true,
        status: { ...tellStatus(state, decision.verdict.sentence), ...(logUrl === undefined ? {} : { logUrl }) },
    });
    try {
        await record(tag);
    }
    catch (error) {
        // The public tag is made last of all, and some teams make none: then it is the commit that this run is of.
        const commit = context.environment['GITHUB_SHA'];
        if (!(error instanceof errors/* VendorError */.Hi) || error.details.status !== 422 || commit === undefined)
            throw error;
        await record(commit);
    }
}
function tellStatus({ life, place, publishedAt, halt }, sentence) {
    const where = place === null ? 'not in the store yet' : (0,places/* tellPlace */.L)(place);
    const told = {
        halted: { state: 'failure', description: `halted at ${where}: ${halt?.sentence ?? sentence}` },
        complete: { state: 'success', description: `complete: ${sentence}` },
        superseded: { state: 'inactive', description: sentence },
        abandoned: { state: 'inactive', description: sentence },
        open: { state: publishedAt === null ? 'queued' : 'in_progress', description: `${where}: ${sentence}` },
    };
    return told[life];
}

// EXTERNAL MODULE: ./src/kit/inputs.js
var inputs = __webpack_require__(4636);
// EXTERNAL MODULE: ./src/vendors/app-store-connect/key-inputs.js
var key_inputs = __webpack_require__(3982);
// EXTERNAL MODULE: ./src/vendors/google-auth/inputs.js
var google_auth_inputs = __webpack_require__(9428);
// EXTERNAL MODULE: ./src/versions/release.js
var release = __webpack_require__(8143);
;// CONCATENATED MODULE: ./actions/staged-promote/inputs.js




const commands = [
    'tick',
    'open',
    'status',
    'promote',
    'hold',
    'halt',
    'resume',
    'complete',
    'expedite',
    'abandon',
];
const releaseName = { valid: 'letters, digits, ".", "_" and "-", at most 64', example: 'tracker-mobile' };
/** The inputs of `action.yml`, in its order. */
function fields(workspace) {
    return {
        command: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(commands), 'tick'),
        release: (0,inputs/* optional */.lq)((0,inputs/* structured */.uv)(release/* parseTag */.ED, { valid: 'NAME@MAJOR.MINOR.PATCH+YYYYMMDD.N', example: 'tracker-mobile@2.15.3+20250114.1' })),
        platform: (0,inputs/* withDefault */.IQ)((0,inputs/* list */.p_)((0,inputs/* text */.Qq)({ valid: 'names of platforms of the policy', example: 'android', pattern: /^[a-z][a-z0-9-]*$/ })), ''),
        confirm: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({ valid: 'the version, typed again', example: '2.15.3' }), ''),
        why: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({ valid: 'a reason, at most 500 characters', example: '', pattern: /^[\s\S]{0,500}$/ }), ''),
        'hold-hours': (0,inputs/* withDefault */.IQ)((0,inputs/* number */.ai)({ min: 1, max: 720, unit: 'hours', example: '72' }), '72'),
        'version-code': (0,inputs/* optional */.lq)((0,inputs/* number */.ai)({ min: 1, max: 2_100_000_000, example: '250114010' })),
        'daily-users': (0,inputs/* optional */.lq)((0,inputs/* number */.ai)({ min: 1, max: 1_000_000_000, example: '30000' })),
        mode: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['act', 'observe']), 'act'),
        notify: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['issue', 'none']), 'issue'),
        timeline: (0,inputs/* withDefault */.IQ)((0,inputs/* oneOf */.yL)(['deployments', 'none']), 'deployments'),
        policy: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({ valid: 'a path', example: '.github/slipway.yml' }), '.github/slipway.yml'),
        app: (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ ...releaseName, pattern: /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/ })),
        'package-name': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({
            valid: 'the package name of an Android app',
            example: 'com.example.app',
            pattern: /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/,
        })),
        'bundle-id': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'a bundle id', example: 'com.example.app', pattern: /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/ })),
        ...google_auth_inputs/* credentialsFields */.e,
        ...key_inputs/* keyFields */.F,
        'sentry-token': (0,inputs/* withDefault */.IQ)((0,inputs/* secret */.rJ)((0,inputs/* text */.Qq)({ valid: 'a token of Sentry', example: '' })), ''),
        'prometheus-user': (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({ valid: 'a user of Prometheus', example: '12345' }), ''),
        'prometheus-token': (0,inputs/* withDefault */.IQ)((0,inputs/* secret */.rJ)((0,inputs/* text */.Qq)({ valid: 'a bearer token, or with "prometheus-user" a password', example: '' })), ''),
        'pass-env': (0,inputs/* withDefault */.IQ)((0,inputs/* list */.p_)((0,inputs/* text */.Qq)({ valid: 'names of variables', example: 'DATADOG_API_KEY', pattern: /^[A-Za-z_][A-Za-z0-9_]*\*?$/ })), ''),
        'github-token': (0,inputs/* withDefault */.IQ)(
        // An empty token leaves the default as it stands here, which no token looks like.
        (0,inputs/* secret */.rJ)((0,inputs/* text */.Qq)({ valid: 'a token of GitHub', example: '', pattern: /^[^\s${}]+$/ })), '${{ github.token }}'),
        'working-directory': (0,inputs/* withDefault */.IQ)((0,inputs/* folder */.TV)(workspace), '.'),
    };
}

// EXTERNAL MODULE: ./src/rollout/ledger-file.js + 1 modules
var ledger_file = __webpack_require__(5505);
// EXTERNAL MODULE: ./src/vendors/github/branch-folder.js + 4 modules
var branch_folder = __webpack_require__(9736);
// EXTERNAL MODULE: ./src/vendors/github/client.js
var client = __webpack_require__(3589);
;// CONCATENATED MODULE: ./actions/staged-promote/ledger-branch.js



function openGitHub({ http, environment, inputs }) {
    return (0,client/* createGitHub */.C)({ http: http(), environment, token: inputs.githubToken });
}
/** The ledgers of the app that the policy is about. */
function openLedgers(github, { ledger: branch, release }) {
    return (0,branch_folder/* openBranchFolder */.B)(github, { branch, folder: (0,ledger_file/* ledgerFolder */.G0)(release) });
}

// EXTERNAL MODULE: ./src/rollout/opening.js + 1 modules
var rollout_opening = __webpack_require__(7495);
// EXTERNAL MODULE: ./src/versions/build.js
var build = __webpack_require__(8186);
// EXTERNAL MODULE: ./src/versions/version.js
var version = __webpack_require__(9950);
// EXTERNAL MODULE: ./src/versions/version-code.js
var version_code = __webpack_require__(974);
// EXTERNAL MODULE: ./src/health/completeness.js
var completeness = __webpack_require__(6161);
;// CONCATENATED MODULE: ./src/rollout/curves.js


/**
 * How late the reports of each gate come on a platform, from the newest release before this one that knows: from its counts where
 * enough of them have settled, else what it had taken over itself.
 */
function findCurves({ rollouts }, own, platform) {
    const curves = new Map();
    // The newest come first.
    for (const rollout of rollouts) {
        if ((0,rollout_ledgers/* compareReleases */.c0)(rollout.state.release, own) >= 0)
            continue;
        const state = rollout.state.platforms.find((one) => one.platform === platform);
        for (const [gate, curve] of state === undefined ? [] : listCurves(state))
            if (!curves.has(gate))
                curves.set(gate, curve);
    }
    return Object.fromEntries(curves);
}
function listCurves({ memory, snapshots }) {
    return (memory?.parameters.gates ?? []).flatMap(({ name }) => {
        const curve = (0,completeness/* learnCurve */.ET)(snapshots[name] ?? []) ?? memory?.promotion[name]?.curve;
        return curve === undefined ? [] : [[name, curve]];
    });
}

;// CONCATENATED MODULE: ./src/health/expected-units.js

/**
 * Units that count for a raise at `time`: each hour's units by the share that has been reported by then. With the
 * usual take-up, 1 - e^(-t/adoption), and a curve of steps, that has a closed form.
 */
function expectUnits(time, tranches, { adoption, curve }, maturity) {
    const { steps } = curve ?? (0,completeness/* assumeMaturity */.YZ)(maturity);
    return steps.reduce((sum, { age, share }, index) => {
        const newlyReported = share - (steps[index - 1]?.share ?? 0);
        const had = tranches.reduce((total, tranche) => total + accumulate(time - age - tranche.startedAt, tranche, adoption), 0);
        return sum + newlyReported * had;
    }, 0);
}
function accumulate(elapsed, { unitsPerHour }, adoption) {
    if (elapsed <= 0)
        return 0;
    const taken = adoption > 0 ? elapsed + adoption * Math.expm1(-elapsed / adoption) : elapsed;
    return (unitsPerHour * taken) / 3_600_000;
}
/**
 * The earliest time from `from` on at which `needed` units count, to the minute (or a thousandth of `within`).
 *
 * @returns undefined when they do not come before `within`
 */
function findTime(needed, count, from, within) {
    if (count(from) >= needed)
        return from;
    if (count(within) < needed)
        return undefined;
    let [early, late] = [from, within];
    while (late - early > Math.min(60_000, within / 1_000)) {
        const middle = (early + late) / 2;
        if (count(middle) >= needed)
            late = middle;
        else
            early = middle;
    }
    return late;
}

// EXTERNAL MODULE: ./src/health/parameters.js
var health_parameters = __webpack_require__(4125);
;// CONCATENATED MODULE: ./src/health/wording.js
/** `0.18 %`, `36 %`, `0.006 %`: two decimals below 10 %, and two digits that count below 0.01 %. */
function formatShare(share) {
    const percent = share * 100;
    if (!Number.isFinite(percent))
        return '\u221e %';
    if (percent === 0)
        return '0 %';
    if (percent >= 10)
        return `${trim(percent.toFixed(percent >= 99 && percent < 100 ? 2 : 0))} %`;
    return `${trim(percent >= 0.01 ? percent.toFixed(2) : percent.toPrecision(2))} %`;
}
function trim(text) {
    return text.includes('.') && !text.includes('e') ? text.replace(/\.?0+$/, '') : text;
}
/** `99.54 %` for what is good of a share that is bad; never rounded up to 100 % while something was bad. */
function formatGood(badShare) {
    const percent = (1 - badShare) * 100;
    if (badShare <= 0)
        return '100 %';
    const digits = badShare < 0.0001 ? 4 : 2;
    return `${Math.min(percent, 100 - 10 ** -digits).toFixed(digits)} %`;
}
/** `5,700`; fractions are rounded up, since a part of a unit is still to come. */
function formatCount(count) {
    if (!Number.isFinite(count))
        return 'infinitely many';
    return String(Math.ceil(count - 1e-9)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
/** `45 s`, `12 min`, `2 h 30 min`, `3 d 4 h`. */
function formatSpan(ms) {
    const minutes = Math.round(ms / 60_000);
    if (ms < 120_000)
        return `${Math.round(ms / 1_000)} s`;
    if (minutes < 60)
        return `${minutes} min`;
    const hours = Math.floor(minutes / 60);
    if (hours < 72)
        return hours < 12 && minutes % 60 > 0 ? `${hours} h ${minutes % 60} min` : `${Math.round(minutes / 60)} h`;
    const days = Math.floor(hours / 24);
    return hours % 24 > 0 ? `${days} d ${hours % 24} h` : `${days} d`;
}
/** `1 session`, `2,000 sessions`. */
function formatUnits(count, unit) {
    return `${formatCount(count)} ${unit}${Math.ceil(count - 1e-9) === 1 ? '' : 's'}`;
}
/** `2.4 times`, for a ratio of two rates. */
function formatRatio(ratio) {
    if (!Number.isFinite(ratio))
        return 'infinitely many times';
    return `${trim(ratio.toFixed(ratio >= 10 ? 0 : 2))} times`;
}
/** `2026-01-14 09:00 UTC`. */
function formatTime(at) {
    const date = new Date(at);
    return Number.isNaN(date.getTime()) ? 'an unknown time' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

;// CONCATENATED MODULE: ./src/health/plan-warnings.js

/** What follows when a stage never gets its evidence. */
const afterwards = {
    ask: 'a person is asked',
    'promote-unproven': 'it is raised unproven if nothing speaks against it',
    hold: 'it holds until somebody decides',
    halt: 'it is halted',
};
function warnOfPlan(parameters, stages, traffic) {
    return [
        ...parameters.gates.flatMap(({ name, limit }) => {
            const rate = traffic[name]?.rate ?? 0;
            return rate > limit
                ? [
                    `${name}: the previous version is at ${formatShare(rate)}, above the limit of ${formatShare(limit)}, so nearly every release would be halted. Raise the limit above what is normal today, or make the gate optional and mend the rate first.`,
                ]
                : [];
        }),
        ...warnOfEmptyGates(parameters, stages),
        ...stages.flatMap((stage) => warnOfStage(parameters, stage)),
    ];
}
function warnOfEmptyGates({ gates }, stages) {
    const asks = stages.some(({ stage }) => stage.evidence.kind !== 'halt-only');
    if (asks && !gates.some((gate) => gate.required)) {
        return [
            'No gate is required, so no stage that asks for evidence could ever be raised. Make one required, or give the stages "evidence: halt-only".',
        ];
    }
    const needing = stages.filter(({ outlook }) => outlook !== 'needs-nothing');
    if (needing.length > 0 && needing.every(({ outlook }) => outlook === 'never')) {
        return [
            'At this traffic no stage can prove anything within the longest hold: the plan is a timetable, not a test. Fewer and larger first stages decide sooner (20/50/100 % instead of 5/10/20/50/100 %), or choose "on-insufficient: promote-unproven" knowingly.',
        ];
    }
    return [];
}
function warnOfStage({ maxHold, onInsufficient }, { stage, outlook, gate, from, to }) {
    if (gate === undefined || (outlook !== 'late' && outlook !== 'never'))
        return [];
    const short = `${stage.name}: about ${formatCount(gate.expected)} of the ${formatCount(gate.needed)} units that ${gate.name} needs will count when its soak of ${formatSpan(stage.soak)} ends`;
    const unmeasured = gate.nothingCounts
        ? ' The source is unmeasured, so hours count only when they are old: this ends by itself once its delay has been learned.'
        : '';
    if (outlook === 'late')
        return [`${short}, so the raise comes after about ${formatSpan(to - from)}.${unmeasured}`];
    const hold = formatSpan(Math.max(maxHold, stage.soak));
    return [
        `${short}, and not enough within ${hold} either; then ${afterwards[onInsufficient]}. ${suggestCure(gate)}${unmeasured}`,
    ];
}
function suggestCure({ exposureInTime }) {
    return exposureInTime <= 1
        ? `Begin it with about ${formatShare(exposureInTime)} of the users, or soak longer.`
        : 'No exposure would do within this soak: soak longer, or give it "evidence: halt-only".';
}

;// CONCATENATED MODULE: ./src/health/mixture.js
/** Looked up once: one look calls them some thousand times. */
const { exp, log, log1p, max } = Math;
/**
 * How many times above the limit a release is suspected to be. Seven suspicions bet at once, a seventh of the stake on
 * each, so a rate 10 % above the limit is found as surely as a tenfold one, only later.
 */
const suspectedAbove = [1.1, 1.25, 1.5, 2, 3, 5, 10];
/** The mirror image: what share of the limit a good release is believed to stay at. */
const believedBelow = [0.9, 0.75, 0.6, 0.4, 0.2, 0.05];
/**
 * Log of the evidence that the bad share is above `limit`: 0 is none, positive speaks for it.
 *
 * As long as every unit is bad with a conditional probability of at most `limit`, whatever came before, the exponential
 * of this is a non-negative supermartingale that starts at 1: the chance that it **ever** reaches 1/a is at most a
 * (Ville), however often and at whatever data-dependent moments it is looked at. It needs no identical distribution, so
 * night and day may differ. This is the sub-Bernoulli process of Howard et al. 2021 with a discrete mixture.
 *
 * @param limit above 0 and below 1
 */
function evidenceAbove(counts, limit) {
    return mixLikelihoods(suspectedAbove, counts, limit);
}
/** Log of the evidence that the bad share is below `limit`; the mirror statement of `evidenceAbove`. */
function evidenceBelow(counts, limit) {
    return mixLikelihoods(believedBelow, counts, limit);
}
/** ln of the mean over m of m^bad \u00b7 (1 + (m - 1) \u00b7 limit)^(-units). */
function mixLikelihoods(factors, { units, bad }, limit) {
    return logMeanExp(factors.map((factor) => bad * log(factor) - units * log1p((factor - 1) * limit)));
}
/** ln of the mean of e^x. The largest is taken out first: e^x itself overflows above 709, and 10^9 units reach there. */
function logMeanExp(exponents) {
    const largest = max(...exponents);
    return largest + log(exponents.reduce((sum, exponent) => sum + exp(exponent - largest), 0) / exponents.length);
}

;// CONCATENATED MODULE: ./src/health/sample-size.js

/**
 * Units, times the overdispersion, after which `bad` bad ones still prove a rate below `limit`.
 *
 * @param evidence ln(1/risk), above 0
 * @returns a whole number, exact: one unit fewer is not enough
 */
function unitsToProve(bad, limit, evidence) {
    const proves = (units) => evidenceBelow({ units, bad }, limit) >= evidence;
    let enough = 1;
    while (!proves(enough))
        enough *= 2;
    let tooFew = enough / 2;
    while (enough - tooFew > 1) {
        const middle = Math.floor((tooFew + enough) / 2);
        if (proves(middle))
            enough = middle;
        else
            tooFew = middle;
    }
    return enough;
}
/**
 * Units, times the overdispersion, that a release at `rate` needs until it is proven to stay below `limit`, about.
 * The growth of the evidence per unit, with two nats for the price of the mixture; on the safe side: medians in
 * simulations are 10 to 40 % below.
 *
 * @returns infinite when `rate` is not below `limit`
 */
function expectUnitsToProve(rate, limit, evidence) {
    return rate < limit ? (evidence + 2) / divergence(rate, limit) : Number.POSITIVE_INFINITY;
}
/**
 * Units, times the overdispersion, after which a release at `factor` times `limit` would have been halted, about and on
 * the safe side.
 *
 * @param evidence what halts, ln(2/a)
 */
function unitsToScreen(factor, limit, evidence) {
    return factor > 1 ? (evidence + 2) / divergence(factor * limit, limit) : Number.POSITIVE_INFINITY;
}
/** Kullback-Leibler divergence per unit of two Poisson rates: a little less, so safer, than that of two shares. */
function divergence(rate, limit) {
    return (rate > 0 ? rate * Math.log(rate / limit) : 0) - rate + limit;
}

// EXTERNAL MODULE: ./src/rollout/presets.js
var presets = __webpack_require__(6864);
;// CONCATENATED MODULE: ./src/rollout/gates.js


const dayMs = 86_400_000;
/** Until the previous version was measured: what src/health assumes of one that cannot be. */
const assumed = { value: 3, origin: 'fallback' };
function gatesOf({ gates }, { name }) {
    return gates.filter(({ platforms }) => platforms.includes(name));
}
/**
 * What the verdicts of a platform depend on.
 * @param measured overdispersion by the name of the gate, where it could be estimated
 */
function toParameters(policy, platform, measured = {}) {
    const { onInsufficient, maxHold } = policy;
    const gates = gatesOf(policy, platform).map((gate) => toGate(gate, measured[gate.name] ?? assumed));
    return { ...health_parameters/* mobile */.Hw, onInsufficient, maxHold, stages: planStages(platform).length, gates };
}
function toGate(policy, overdispersion) {
    const { name, unit, max, required, compare, staleness, maturity, lateUnits } = policy;
    return (0,health_parameters/* defineGate */.pu)('mobile', {
        name,
        unit,
        limit: max,
        required,
        overdispersion,
        staleness,
        maturity,
        lateUnits,
        ...(compare === undefined ? {} : { comparison: { ratio: compare, minimumIncrease: 0.2 * max } }),
    });
}
/** The stages as the planner and the risk of a false halt count them. */
function planStages(platform) {
    if (platform.store === 'google-play')
        return platform.steps.map(({ name, reach, isProduction, soak, evidence }, index, { length }) => ({
            name,
            // Testers are few beside the users of the store.
            exposure: isProduction ? reach : 0,
            soak: index === length - 1 ? platform.watch : soak,
            evidence,
        }));
    const { testFlight, phased, watch } = platform;
    const test = testFlight === undefined ? [] : [{ name: 'testflight', exposure: 0, ...testFlight }];
    const shares = phased ? presets/* phases */.tW : [1];
    return [
        ...test.map(({ name, exposure, soak, evidence }) => ({ name, exposure, soak, evidence })),
        ...shares.map((share, index) => ({
            name: phased ? `app-store day ${index + 1}` : 'app-store',
            exposure: share,
            soak: share >= 1 ? watch : dayMs,
            evidence: share >= 1 ? presets/* haltOnly */.E5 : (0,presets/* phaseEvidence */.VS)(platform),
        })),
    ];
}

;// CONCATENATED MODULE: ./src/health/planner.js




/**
 * Says before the first byte is uploaded which stages can produce their evidence within their soak, for a release as
 * healthy as the previous one.
 *
 * @param traffic by the name of the gate; a required gate without it is taken to have none
 */
function planRollout(parameters, stages, traffic) {
    const forecasts = [];
    for (const stage of stages) {
        const from = forecasts.at(-1)?.to ?? 0;
        forecasts.push(forecastStage(parameters, forecasts, { stage, from }, traffic));
    }
    return { stages: forecasts, warnings: warnOfPlan(parameters, forecasts, traffic) };
}
function forecastStage(parameters, before, started, traffic) {
    const { stage, from } = started;
    const due = from + stage.soak;
    const required = stage.evidence.kind === 'halt-only' ? [] : parameters.gates.filter((gate) => gate.required);
    if (required.length === 0)
        return { stage, outlook: 'needs-nothing', from, to: due };
    const limit = from + Math.max(parameters.maxHold, stage.soak);
    const each = required.map((gate) => forecastGate(parameters, gate, before, started, traffic[gate.name], limit));
    const slowest = each.reduce((one, other) => ((other.at ?? Infinity) > (one.at ?? Infinity) ? other : one));
    const outlook = slowest.at === undefined ? 'never' : slowest.at > due ? 'late' : 'in-time';
    return { stage, outlook, from, to: slowest.at ?? limit, gate: slowest.forecast };
}
function forecastGate(parameters, gate, before, started, traffic = { unitsPerHour: 0, adoption: 0 }, limit) {
    const { stage, from } = started;
    const bars = (0,health_parameters/* splitRisk */.WA)(parameters, 0, 0);
    const tranches = [...before, started].map((one, index) => {
        const added = one.stage.exposure - (before[index - 1]?.stage.exposure ?? 0);
        return { startedAt: one.from, unitsPerHour: Math.max(0, added) * traffic.unitsPerHour };
    });
    const count = (time) => expectUnits(time, tranches, traffic, gate.maturity);
    const needed = countNeeded(gate, stage.evidence, bars, traffic.rate ?? 0.6 * gate.limit);
    const everybody = [{ startedAt: 0, unitsPerHour: traffic.unitsPerHour }];
    const all = expectUnits(stage.soak, everybody, traffic, gate.maturity);
    return {
        at: findTime(needed, count, from + stage.soak, limit),
        forecast: {
            name: gate.name,
            expected: count(from + stage.soak),
            needed,
            exposureInTime: needed / all,
            smallestExposure: countNeeded(gate, stage.evidence, bars, 0) / all,
            nothingCounts: traffic.curve === undefined && gate.maturity >= stage.soak,
        },
    };
}
/** Units as reported, for a release at `rate`; exact for one without bad units. */
function countNeeded(gate, need, bars, rate) {
    const limit = gate.limit * gate.margin;
    const proof = rate > 0 ? expectUnitsToProve(rate, limit, bars.promotion) : unitsToProve(0, limit, bars.promotion);
    const screen = need.kind === 'screened' ? unitsToScreen(need.factor, gate.limit, bars.rollout) : Infinity;
    return gate.overdispersion.value * Math.min(proof, screen);
}

;// CONCATENATED MODULE: ./src/rollout/outlook-cures.js


const hourMs = 3_600_000;
/** No cure is a soak that is longer than this. */
const longestSoak = 30 * 24 * hourMs;
/** Nothing has more users in a day than there are people. */
const mostUnits = 1e10;
/** Up to this stage. */
function forecastAll({ parameters, stages, index, traffic }) {
    return planRollout(parameters, stages.slice(0, index + 1), traffic).stages;
}
function forecastAt(chain) {
    const forecast = forecastAll(chain)[chain.index];
    if (forecast === undefined)
        throw new RangeError(`The plan has no stage ${chain.index}.`);
    return forecast;
}
/** The same with only these gates asked for their consent: what halts, and the risk that each may spend, stays as it is. */
function askOnly(parameters, names) {
    return {
        ...parameters,
        gates: parameters.gates.map((gate) => ({ ...gate, required: gate.required && names.includes(gate.name) })),
    };
}
function change(chain, changed) {
    const { stages, index } = chain;
    return { ...chain, stages: stages.map((stage, at) => (at === index ? { ...stage, ...changed } : stage)) };
}
function isInTime(chain) {
    return ['in-time', 'needs-nothing'].includes(forecastAt(chain).outlook);
}
/** @param canGrow whether a larger share is in the hands of the policy */
function findCures(chain, canGrow) {
    const { index, stages } = chain;
    const stage = stages[index];
    if (stage === undefined)
        return [];
    const share = canGrow ? findShare(chain, stage) : undefined;
    const soak = findSoak(chain);
    return [
        ...(soak === undefined ? [] : [{ kind: 'soak', soak }]),
        ...(share === undefined ? [] : [{ kind: 'share', share }]),
        { kind: 'evidence', evidence: findEvidence(chain, stage.evidence) },
    ];
}
/** In whole hours. */
function findSoak(chain) {
    const patient = { ...chain, parameters: { ...chain.parameters, maxHold: longestSoak } };
    const { outlook, from, to } = forecastAt(patient);
    if (outlook === 'never')
        return undefined;
    const soak = Math.ceil((to - from) / hourMs) * hourMs;
    return soak <= longestSoak && isInTime(change(chain, { soak })) ? soak : undefined;
}
/** In whole percent, so that it is easily written. */
function findShare(chain, { exposure }) {
    const { gate } = forecastAt(chain);
    const share = Math.ceil((gate?.exposureInTime ?? Infinity) * 100) / 100;
    if (!(share > exposure && share <= 1))
        return undefined;
    return isInTime(change(chain, { exposure: share })) ? share : undefined;
}
/** From the strictest on. */
const words = [
    ...[2, 3, 5, 10, 20].map((factor) => ({ kind: 'screened', factor })),
    presets/* haltOnly */.E5,
];
/** The strictest word that is weaker than what stands there, and decides in time. */
function findEvidence(chain, now) {
    const weaker = words.filter((word) => word.kind !== 'screened' || now.kind !== 'screened' || word.factor > now.factor);
    return weaker.find((evidence) => isInTime(change(chain, { evidence }))) ?? presets/* haltOnly */.E5;
}
/**
 * The least traffic of these gates with which the stage decides, of the gate that needs the most of it.
 * @param names of gates whose consent is needed and wanting
 */
function findEnough(chain, names) {
    const each = names.flatMap((name) => {
        const gate = chain.parameters.gates.find((one) => one.name === name);
        if (gate === undefined)
            return [];
        const known = chain.traffic[name] ?? { unitsPerHour: 0, adoption: 36 * hourMs };
        const at = (perDay) => forecastAt({
            ...chain,
            parameters: askOnly(chain.parameters, [name]),
            traffic: { ...chain.traffic, [name]: { ...known, unitsPerHour: perDay / 24 } },
        }).outlook;
        const inSoak = findLeast((perDay) => at(perDay) === 'in-time');
        if (inSoak !== undefined)
            return [{ gate: name, unit: gate.unit, perDay: inSoak, within: 'soak' }];
        const inHold = findLeast((perDay) => at(perDay) !== 'never');
        return inHold === undefined ? [] : [{ gate: name, unit: gate.unit, perDay: inHold, within: 'hold' }];
    });
    // One gate that nothing helps makes the others vain.
    if (each.length < names.length)
        return undefined;
    return each.toSorted((one, other) => rank(one) - rank(other) || other.perDay - one.perDay)[0];
}
function rank({ within }) {
    return within === 'hold' ? 0 : 1;
}
/** To two digits, upwards: more would be make-believe. */
function findLeast(isEnough) {
    if (!isEnough(mostUnits))
        return undefined;
    let [few, many] = [0, Math.log(mostUnits)];
    while (many - few > 0.005) {
        const middle = (few + many) / 2;
        if (isEnough(Math.exp(middle)))
            many = middle;
        else
            few = middle;
    }
    const least = Math.exp(many);
    const digit = 10 ** Math.max(0, Math.floor(Math.log10(least)) - 1);
    return Math.ceil(least / digit) * digit;
}

;// CONCATENATED MODULE: ./src/health/overdispersion.js
/** Hourly counts miss that one user crashes on several days, so an estimate is never believed below these. */
const floors = {
    session: 1.5,
    request: 1.5,
    'user-hour': 1.5,
    'user-day': 1.2,
    rating: 1.2,
};
const fallback = 3;
/** Slow requests come in bursts: one slow database makes thousands. */
const fallbackForLatency = 5;
const ceiling = 20;
/** Fewer buckets than this, or fewer expected bad units in one, make Pearson's statistic meaningless. */
const fewestBuckets = 24;
const fewestExpected = 2;
/**
 * Pearson's chi-squared per degree of freedom over the previous version's buckets of the last seven days. Estimate it
 * once, when a rollout starts, and freeze it: an estimate that follows the data would let a bad release excuse itself.
 *
 * @param buckets of the previous version, one hour each (15 s for a backend)
 */
function estimateOverdispersion(buckets, gate) {
    const units = buckets.reduce((sum, bucket) => sum + bucket.units, 0);
    const share = buckets.reduce((sum, bucket) => sum + bucket.bad, 0) / units;
    const usable = buckets.filter((bucket) => bucket.units * share >= fewestExpected);
    if (usable.length < fewestBuckets || !(share > 0 && share < 1)) {
        return { value: gate.latency === true ? fallbackForLatency : fallback, origin: 'fallback' };
    }
    const chiSquared = usable.reduce((sum, bucket) => {
        const expected = bucket.units * share;
        return sum + (bucket.bad - expected) ** 2 / (expected * (1 - share));
    }, 0);
    const estimate = chiSquared / (usable.length - 1);
    const floor = floors[gate.unit];
    return estimate > floor
        ? { value: Math.min(ceiling, estimate), origin: 'estimated' }
        : { value: floor, origin: 'floor' };
}

;// CONCATENATED MODULE: ./src/rollout/traffic.js


const traffic_hourMs = 3_600_000;
/** Units of which everybody who uses the app makes one a day at least. What is counted of requests and ratings, no number of users tells. */
const daily = new Set(['session', 'user-hour', 'user-day']);
function isDaily(unit) {
    return daily.has(unit);
}
/**
 * What a number of users makes of each gate: one unit a day from each, which is on the safe side for sessions and hours.
 * @param dailyUsers people who use the app of this platform in a day
 */
function estimateTraffic(policy, platform, dailyUsers) {
    if (!(dailyUsers > 0 && Number.isFinite(dailyUsers)))
        return {};
    const gates = gatesOf(policy, platform).filter(({ unit }) => isDaily(unit));
    return Object.fromEntries(gates.map(({ name }) => [name, { unitsPerHour: dailyUsers / 24, origin: 'estimated' }]));
}
/**
 * What the release before showed.
 * @param counts its buckets by the name of the gate, of the last days; a gate without one unit in them stays unknown
 * @param share of the users who had it in that time, above 0
 */
function measureTraffic(policy, platform, counts, share = 1) {
    const measured = gatesOf(policy, platform).flatMap(({ name, unit }) => {
        const buckets = counts[name] ?? [];
        const units = buckets.reduce((sum, bucket) => sum + bucket.units, 0);
        const bad = buckets.reduce((sum, bucket) => sum + bucket.bad, 0);
        const from = Math.min(...buckets.map(({ start }) => start));
        const to = Math.max(...buckets.map(({ end }) => end));
        if (!(units > 0 && to > from))
            return [];
        const unitsPerHour = units / share / ((to - from) / traffic_hourMs);
        const overdispersion = estimateOverdispersion(buckets, { unit });
        return [[name, { unitsPerHour, rate: bad / units, origin: 'measured', overdispersion }]];
    });
    return Object.fromEntries(measured);
}

;// CONCATENATED MODULE: ./src/rollout/outlook.js







/** Phones update by night and by Wi-Fi: in this time 63 % of those who may have a version take it up. */
const adoption = 36 * 3_600_000;
/** How many times above its limit a release is; coarse, since the numbers of users are. */
const factors = [1.5, 2, 3, 5, 10, 20, 50];
/**
 * Says which stages of a platform can decide within their time, what follows where they cannot, and what to change.
 *
 * A stage for testing is looked at by itself, and its testers are not counted for later stages: on the safe side. Until the release
 * before was measured, its overdispersion is taken to be 3 and its rate 0.6 of the limit.
 */
function planOutlook(policy, platform, known) {
    const parameters = toParameters(policy, platform, overdispersionsOf(known));
    const listed = listStages(platform);
    const inStore = listed.filter(({ isTest }) => !isTest).map(({ planned }) => planned);
    const store = mapTraffic(known, (one) => one);
    const stages = [];
    for (const { planned, isTest, testers, canGrow } of listed) {
        const chain = isTest
            ? { parameters, stages: [planned], index: 0, traffic: ofTesters(parameters, known, testers) }
            : { parameters, stages: inStore, index: inStore.indexOf(planned), traffic: store };
        const from = stages.at(-1)?.to ?? 0;
        const one = lookAt(chain, isTest, canGrow);
        stages.push({ ...one, ...(testers === undefined ? {} : { testers }), from, to: from + one.to - one.from });
    }
    const { onInsufficient, maxHold } = policy;
    return {
        platform: platform.name,
        ...{ onInsufficient, maxHold, stages },
        warnings: [...warnOfGates(parameters, platform, stages), ...warnOfPlan(parameters, [], store)],
        sources: parameters.gates.map(({ name }) => ({ gate: name, origin: known[name]?.origin ?? 'unknown' })),
    };
}
/** The exposure of a stage for testing is the share of its testers. */
function listStages(platform) {
    return planStages(platform).map((planned, index) => {
        if (platform.store === 'google-play') {
            const { isProduction = true, reach = 1, testers } = platform.steps[index] ?? {};
            if (isProduction)
                return { planned, isTest: false, canGrow: true };
            return listTest({ ...planned, exposure: reach }, testers);
        }
        if (platform.testFlight === undefined || index > 0)
            return { planned, isTest: false, canGrow: false };
        return listTest({ ...planned, exposure: 1 }, platform.testFlight.testers);
    });
}
function listTest(planned, testers) {
    return { planned, isTest: true, canGrow: false, ...(testers === undefined ? {} : { testers }) };
}
function mapTraffic(known, map) {
    return Object.fromEntries(Object.entries(known).map(([name, one]) => {
        const { unitsPerHour, rate, curve } = map(one);
        const more = { ...(rate === undefined ? {} : { rate }), ...(curve === undefined ? {} : { curve }) };
        return [name, { unitsPerHour, adoption, ...more }];
    }));
}
/** Each tester makes a unit a day of what people make; of requests and ratings nothing is known. */
function ofTesters({ gates }, known, testers) {
    if (testers === undefined)
        return {};
    const counting = gates.filter(({ unit }) => isDaily(unit));
    const each = counting.map(({ name }) => [
        name,
        { ...known[name], origin: 'estimated', unitsPerHour: testers / 24 },
    ]);
    return mapTraffic(Object.fromEntries(each), (one) => one);
}
function overdispersionsOf(known) {
    return Object.fromEntries(Object.entries(known).flatMap(([name, { overdispersion }]) => overdispersion === undefined ? [] : [[name, overdispersion]]));
}
function lookAt(chain, isTest, canGrow) {
    const { parameters, stages, index, traffic } = chain;
    const stage = stages[index];
    if (stage === undefined)
        throw new RangeError(`The plan has no stage ${index}.`);
    const needed = parameters.gates.filter(({ required }) => required).map(({ name }) => name);
    const known = needed.filter((name) => traffic[name] !== undefined);
    const asked = { ...chain, parameters: askOnly(parameters, known) };
    const forecasts = forecastAll(asked);
    const forecast = forecasts[index];
    if (forecast === undefined)
        throw new RangeError(`The plan has no stage ${index}.`);
    const base = { stage, isTest, unknown: [], cures: [], ...tellNotices(chain, forecasts) };
    const { from, to, gate } = forecast;
    if (stage.evidence.kind === 'halt-only')
        return { ...base, state: 'needs-nothing', from, to };
    // Whom nobody asks consents to nothing.
    if (needed.length === 0)
        return { ...base, state: 'never', from, to: from + Math.max(parameters.maxHold, stage.soak) };
    const unknown = needed.filter((name) => traffic[name] === undefined);
    const state = forecast.outlook === 'never' ? 'never' : unknown.length > 0 ? 'unknown' : forecast.outlook;
    const wanting = known.filter((name) => !isInTime({ ...chain, parameters: askOnly(parameters, [name]) }));
    const enough = state === 'in-time' ? undefined : findEnough(chain, [...wanting, ...unknown]);
    const unit = parameters.gates.find(({ name }) => name === gate?.name)?.unit;
    return {
        ...base,
        ...{ state, from, to, unknown },
        ...(gate === undefined || unit === undefined ? {} : { gate: { ...gate, unit } }),
        ...(enough === undefined ? {} : { enough }),
        // Of what nobody knows no change can be promised.
        cures: unknown.length === 0 && state !== 'in-time' ? findCures(asked, canGrow) : [],
    };
}
/** Units that can halt by the end of the soak, beside those that halt a release so many times above the limit. */
function tellNotices({ parameters, traffic }, forecasts) {
    const last = forecasts.at(-1);
    if (last === undefined)
        return {};
    const end = last.from + last.stage.soak;
    const each = parameters.gates.flatMap((gate) => {
        const own = traffic[gate.name];
        if (own === undefined)
            return [];
        const units = countHalting(gate, own, forecasts, end) / gate.overdispersion.value;
        const bar = (0,health_parameters/* splitRisk */.WA)(parameters, 0, 0).rollout;
        const factor = factors.find((one) => one * gate.limit < 1 && unitsToScreen(one, gate.limit, bar) <= units);
        return factor === undefined ? [] : [{ gate: gate.name, factor }];
    });
    const notices = each.toSorted((one, other) => one.factor - other.factor)[0];
    return notices === undefined ? {} : { notices };
}
/** Young hours may halt, unless their units are late as well. */
function countHalting(gate, traffic, forecasts, end) {
    const tranches = forecasts.map(({ from, stage }, index) => {
        const added = Math.max(0, stage.exposure - (forecasts[index - 1]?.stage.exposure ?? 0));
        return { startedAt: from, unitsPerHour: added * traffic.unitsPerHour };
    });
    return expectUnits(end, tranches, traffic, gate.lateUnits ? gate.maturity : 0);
}
function warnOfGates({ gates }, { name }, stages) {
    if (gates.length === 0)
        return [`No gate is asked for ${name}, so only a person can halt it. Write one under "gates", such as crash.`];
    const asks = stages.some(({ stage }) => stage.evidence.kind !== 'halt-only');
    return asks && !gates.some(({ required }) => required)
        ? [
            `No gate of ${name} is required, so no stage that asks for evidence is ever raised by itself. Make one required, or give the stages "evidence: halt-only".`,
        ]
        : [];
}

;// CONCATENATED MODULE: ./src/rollout/outlook-wording.js



/** As the policy writes it: "screened 5x". */
function tellEvidence(evidence) {
    return evidence.kind === 'screened' ? `screened ${evidence.factor}x` : evidence.kind;
}
/** What is wanting in a stage, what follows, and what to change; undefined where nothing is. */
function explainStage(outlook, one) {
    const { stage, state, from, to, gate, unknown } = one;
    const cure = [tellEnough(one), tellCures(one)].filter((part) => part !== '').join(' ');
    const end = `its soak of ${formatSpan(stage.soak)}`;
    if (state === 'unknown') {
        const why = one.isTest && one.testers === undefined
            ? `nobody knows how many test there, since its stage has no "testers"`
            : `nobody knows how much ${unknown.join(' and ')} will count`;
        return `${stage.name}: whether it decides within ${end} is not known: ${why}. ${cure}`.trim();
    }
    if (state !== 'late' && state !== 'never')
        return undefined;
    const then = afterwards[outlook.onInsufficient];
    const hold = formatSpan(Math.max(outlook.maxHold, stage.soak));
    if (gate === undefined)
        return `${stage.name}: no gate is required, so its evidence never comes; after ${hold} ${then}.`;
    const short = `${stage.name}: when ${end} ends, about ${formatCount(gate.expected)} of the ${formatUnits(gate.needed, gate.unit)} that ${gate.name} needs for "${tellEvidence(stage.evidence)}" count`;
    const unmeasured = gate.nothingCounts
        ? ' Hours count only when they are as old as "maturity" says, until the delay of the source has been learned.'
        : '';
    return state === 'late'
        ? `${short}; they are there after about ${formatSpan(to - from)}, and the rest of the plan moves by as much.${unmeasured} ${cure}`.trim()
        : `${short}, and not enough within ${hold} either; then ${then}.${unmeasured} ${cure}`.trim();
}
function tellEnough({ enough, isTest }) {
    if (enough === undefined)
        return '';
    const { gate, unit, perDay, within } = enough;
    const time = within === 'soak' ? 'within its soak' : 'within the longest hold (no number would do within its soak)';
    const who = !isDaily(unit)
        ? `${formatUnits(perDay, unit)} a day`
        : isTest
            ? `${formatCount(perDay)} testers`
            : `${formatCount(perDay)} users a day`;
    return `It takes about ${who} for ${gate} to decide ${time}.`;
}
function tellCures({ cures, stage }) {
    const written = cures.map((cure) => tellCure(cure));
    const last = written.at(-1);
    if (last === undefined)
        return '';
    const all = written.length > 1 ? `${written.slice(0, -1).join(', ')} or ${last}` : last;
    return `What would do, each by itself (now ${formatShare(stage.exposure)} for ${formatSpan(stage.soak)}): ${all}.`;
}
function tellCure(cure) {
    switch (cure.kind) {
        case 'soak':
            return `${formatSpan(cure.soak)} until the next stage`;
        case 'share':
            return `${formatShare(cure.share)} of the users`;
        case 'evidence':
            return `"evidence: ${tellEvidence(cure.evidence)}"`;
    }
}
/** Where the numbers come from. */
function explainSources({ sources, stages }) {
    const of = (wanted) => sources
        .filter(({ origin }) => origin === wanted)
        .map(({ gate }) => gate)
        .join(', ');
    const parts = [
        [of('measured'), 'counted of the release before'],
        [of('estimated'), 'estimated from the number of users, one unit a day from each'],
        [of('unknown'), 'unknown'],
    ].flatMap(([gates, from]) => (gates === '' ? [] : [`${gates}: ${from}`]));
    const testers = stages.some((one) => one.testers !== undefined) ? '; testers as the policy says' : '';
    return `Traffic: ${parts.length === 0 ? 'no gate' : parts.join('; ')}${testers}. All numbers are estimates; windows, freezes and reviews are not counted.`;
}
/** The outlook in one line, for the terminal. */
function describeOutlook(outlook) {
    const { platform, stages, warnings } = outlook;
    const asking = stages.filter(({ state }) => state !== 'needs-nothing');
    const named = (wanted, how) => asking.filter(({ state }) => state === wanted).map((one) => `${one.stage.name} ${how(one)}`);
    const troubles = [
        ...named('late', ({ from, to }) => `after about ${formatSpan(to - from)}`),
        ...named('never', () => `not within ${formatSpan(outlook.maxHold)}`),
        ...named('unknown', () => 'unknown'),
    ];
    const inTime = asking.filter(({ state }) => state === 'in-time').length;
    const sum = asking.length === 0
        ? 'no stage asks for evidence'
        : `${inTime} of ${asking.length} ${asking.length === 1 ? 'stage that asks' : 'stages that ask'} for evidence can decide in time`;
    const more = warnings.length === 0 ? '' : `; ${warnings.length === 1 ? 'a warning' : `${warnings.length} warnings`}`;
    return `${platform}: ${sum}${troubles.length === 0 ? '' : ` (${troubles.join(', ')})`}${more}`;
}

;// CONCATENATED MODULE: ./src/rollout/outlook-rendering.js


const columns = [
    { title: 'Stage' },
    { title: 'Begins after', align: 'right' },
    { title: 'Soak', align: 'right' },
    { title: 'The raise needs' },
    { title: 'Evidence' },
    { title: 'Units by then', align: 'right' },
    { title: 'Units needed', align: 'right' },
    { title: 'Would be halted by then' },
];
const states = {
    'in-time': '\u2705 in time',
    late: '\u23f3 late',
    never: '\u26a0\ufe0f not within the longest hold',
    unknown: '\u2754 unknown',
    'needs-nothing': 'needs none',
};
/** Writes an outlook as a section of a job summary: one row per stage, then what is wanting and what to change. */
function renderOutlook(summary, outlook) {
    summary.heading(3, `\ud83d\udd2d Outlook of ${outlook.platform}`);
    summary.paragraph(`${describeOutlook(outlook)}.`);
    summary.table(columns, outlook.stages.map(renderRow));
    const sentences = outlook.stages.flatMap((one) => explainStage(outlook, one) ?? []);
    const all = [...outlook.warnings, ...sentences];
    if (all.length > 0)
        summary.list(all);
    summary.paragraph(explainSources(outlook));
}
function renderRow(one) {
    const { stage, isTest, state, from, gate, notices } = one;
    const name = isTest && stage.exposure === 1 ? `${stage.name} (testers)` : stage.name;
    return [
        name,
        from === 0 ? 'at once' : formatSpan(from),
        formatSpan(stage.soak),
        tellEvidence(stage.evidence),
        states[state],
        gate === undefined ? '\u2013' : formatCount(gate.expected),
        gate === undefined ? '\u2013' : formatCount(gate.needed),
        notices === undefined ? '\u2013' : `${notices.factor} times the limit of ${notices.gate}`,
    ];
}

// EXTERNAL MODULE: ./src/rollout/release-name.js
var release_name = __webpack_require__(5217);
// EXTERNAL MODULE: ./src/rollout/review-news.js
var review_news = __webpack_require__(1508);
;// CONCATENATED MODULE: ./src/rollout/snapshot.js

const snapshot_hourMs = 3_600_000;
/** How often counts are written down where nothing else is. */
const snapshotEveryMs = 6 * snapshot_hourMs;
/** Counts older than this have settled, and were written down since: two days, and one snapshot more. */
const settledMs = 54 * snapshot_hourMs;
/**
 * Counts by hour as they are now, so that it can be learned how late they come; and that tracks were read. Every six hours, and
 * only of hours whose counts may still change.
 * @returns undefined while the last one is young
 */
function takeSnapshot(state, { reports, looked, reviews, now }) {
    if (now - (state.snapshotAt ?? state.joinedAt) < snapshotEveryMs)
        return undefined;
    const counts = Object.entries(reports).flatMap(([gate, report]) => {
        if ('error' in report)
            return [];
        const young = report.buckets.filter(({ start, end }) => end <= now && now - end <= settledMs && start % snapshot_hourMs === 0 && end - start === snapshot_hourMs);
        return young.length === 0
            ? []
            : [[gate, young.map(({ start, units, bad }) => [start / snapshot_hourMs, round(units), round(bad)])]];
    });
    return {
        kind: 'snapshot',
        platform: state.platform,
        counts: Object.fromEntries(counts),
        looked,
        ...(reviews === undefined ? {} : { reviews: (0,review_news/* newReviews */.G)(state.reviews, reviews) }),
    };
}
function round(value) {
    return Number(value.toPrecision(6));
}

;// CONCATENATED MODULE: ./actions/staged-promote/evidence.js






const evidence_dayMs = 86_400_000;
/** Asks every gate of a platform, all at once; one that fails is a source without an answer, and never good news. */
async function gatherEvidence(context, stores, subject, sight) {
    const { policy, platform, release, state } = subject;
    const now = context.clock.now();
    const gates = gatesOf(policy, platform);
    const { memory, artifact } = state;
    // Nobody had it before now: there is nothing to be asked.
    if (memory === null)
        return { reports: Object.fromEntries(gates.map(({ name }) => [name, { buckets: [], freshUntil: now }])) };
    const releaseName = (0,release_name/* fillReleaseName */.g)(policy, platform, release, artifact);
    let reviews;
    const asked = await Promise.all(gates.map(async (gate) => {
        const asking = { ...subject, gate, releaseName, start: memory.epoch.startedAt, end: now };
        try {
            if (gate.source.kind !== 'reviews')
                return [gate.name, await ask(context, stores, asking)];
            const answer = await askReviews(context, stores, asking, sight);
            reviews = answer.memory ?? reviews;
            return [gate.name, answer.report];
        }
        catch (error) {
            if (!(error instanceof errors/* ForeseenError */.U8) || error.fault === 'cancelled')
                throw error;
            const [{ id, text, cure }] = error.notes;
            context.log.info(`${platform.name}: gate ${gate.name}: ${text.replace(/\.?$/, '.')} ${cure} [${id}]`);
            return [gate.name, { error: error.notes[0].text }];
        }
    }));
    return { reports: Object.fromEntries(asked), ...(reviews === undefined ? {} : { reviews }) };
}
async function ask(context, stores, asking) {
    const { gate, state, releaseName, start, end, platform } = asking;
    const { name, unit, source } = gate;
    const { baseline, artifact } = state;
    const previous = baseline === null ? [] : [baseline.releaseName];
    switch (source.kind) {
        case 'sentry': {
            const [{ createSentry }, { askSentry }] = await Promise.all([
                __webpack_require__.e(/* import() */ 318).then(__webpack_require__.bind(__webpack_require__, 5318)),
                __webpack_require__.e(/* import() */ 609).then(__webpack_require__.bind(__webpack_require__, 4609)),
            ]);
            const { inputs, http, clock, log, environment: variables, vault } = context;
            const { organization, projects, environment, at } = source;
            const token = inputs.sentryToken;
            if (token === '')
                throw new errors/* ConfigurationError */.j1(messages_messages['source-credentials-missing'](name, 'sentry-token'));
            const sentry = createSentry({
                ...{ http: http(), clock, log, variables, vault, token, organization, projects },
                ...(environment === undefined ? {} : { environment }),
                ...(at === 'us' || at === 'de' ? { region: at } : { selfHosted: at }),
            });
            return askSentry(sentry, { gate: name, release: releaseName, previous, unit, start, end });
        }
        case 'play-vitals': {
            if (platform.store !== 'google-play' || artifact.store !== 'google-play')
                throw new TypeError('Vitals are of Google Play.');
            const { askVitals } = await __webpack_require__.e(/* import() */ 174).then(__webpack_require__.bind(__webpack_require__, 174));
            return askVitals(await stores.vitals(platform.package), {
                gate: name,
                versionCodes: [artifact.versionCode],
                previous: baseline?.versionCodes ?? [],
                measure: source.measure,
                unit,
                testers: state.productionAt === null,
                start,
                end,
            });
        }
        case 'prometheus': {
            const [{ createPrometheus }, { askPrometheus }] = await Promise.all([
                __webpack_require__.e(/* import() */ 315).then(__webpack_require__.bind(__webpack_require__, 5315)),
                __webpack_require__.e(/* import() */ 501).then(__webpack_require__.bind(__webpack_require__, 6501)),
            ]);
            const { http, clock, log, vault, inputs } = context;
            const { prometheusUser: user, prometheusToken: token } = inputs;
            const credentials = toCredentials(user, token);
            const prometheus = createPrometheus({
                ...{ http: http(), clock, log, vault, address: source.url },
                ...(credentials === undefined ? {} : { credentials }),
            });
            const { bad, beside, step, settle } = source;
            return askPrometheus(prometheus, { queries: { bad, ...beside }, step, settle }, { gate: name, release: releaseName, previous, start, end });
        }
        case 'command': {
            const { askCommand } = await __webpack_require__.e(/* import() */ 569).then(__webpack_require__.bind(__webpack_require__, 7569));
            const { exec, inputs, environment } = context;
            return askCommand({
                ...{ exec, environment, run: source.run, folder: inputs.workingDirectory },
                passEnv: inputs.passEnv,
                timeoutMs: source.timeout,
            }, {
                gate: name,
                release: releaseName,
                unit,
                start,
                end,
                ...(previous[0] === undefined ? {} : { previous: previous[0] }),
            });
        }
        case 'reviews':
            throw new TypeError('Reviews are asked for by themselves.');
    }
}
function toCredentials(user, token) {
    if (token === '')
        return undefined;
    return user === '' ? { kind: 'bearer', token } : { kind: 'basic', user, password: token };
}
/** Reviews show within a day, so Google's are asked for every six hours, and remembered in between. */
async function askReviews(context, stores, { platform, state, start }, sight) {
    const now = context.clock.now();
    const { artifact, baseline, reviews, snapshotAt, joinedAt } = state;
    if (platform.store === 'app-store') {
        if ('error' in sight)
            return { report: sight };
        const version = sight.store === 'app-store' ? sight.version : null;
        // Only in TestFlight so far, and who tests writes no reviews.
        if (version === null)
            return { report: { buckets: [], freshUntil: now } };
        const { countReviews, toReport } = await Promise.all(/* import() */[__webpack_require__.e(576), __webpack_require__.e(13)]).then(__webpack_require__.bind(__webpack_require__, 5013));
        const days = await countReviews(await stores.connect(), version.id, start);
        return { report: toReport(days, now) };
    }
    if (artifact.store !== 'google-play')
        throw new TypeError('An app of Google Play has version codes.');
    const window = { versionCodes: [artifact.versionCode], previous: baseline?.versionCodes ?? [], since: start };
    const { lookedAt } = reviews;
    if (lookedAt === null || now - (snapshotAt ?? joinedAt) >= snapshotEveryMs) {
        const { askReviews: askPlay } = await __webpack_require__.e(/* import() */ 740).then(__webpack_require__.bind(__webpack_require__, 9740));
        return askPlay(await stores.vitals(platform.package), window, reviews);
    }
    const { toReport } = await __webpack_require__.e(/* import() */ 839).then(__webpack_require__.bind(__webpack_require__, 1839));
    return { report: toReport({ reviews: reviews.reviews, lookedAt }, window) };
}
/**
 * How much the bad units of the release before cluster, by gate: measured once, when the first user gets the new one, over the week
 * before.
 */
async function measureBefore(context, stores, subject) {
    const counted = Object.entries(await countBefore(context, stores, subject));
    return Object.fromEntries(counted.map(([name, buckets]) => {
        const unit = subject.policy.gates.find((gate) => gate.name === name)?.unit ?? 'session';
        return [name, estimateOverdispersion(buckets, { unit })];
    }));
}
/** What the gates counted of the release before, over the last week. A gate that cannot tell is left out. */
async function countBefore(context, stores, subject) {
    const { policy, platform, state } = subject;
    const { baseline } = state;
    if (baseline === null)
        return {};
    const now = context.clock.now();
    const counted = await Promise.all(gatesOf(policy, platform).map(async (gate) => {
        if (gate.source.kind === 'reviews')
            return [];
        const versionCode = baseline.versionCodes[0];
        const before = {
            ...state,
            baseline: null,
            productionAt: now,
            artifact: versionCode === undefined ? state.artifact : { store: 'google-play', versionCode },
        };
        const asking = {
            ...subject,
            state: before,
            gate,
            releaseName: baseline.releaseName,
            start: now - 7 * evidence_dayMs,
            end: now,
        };
        try {
            return [[gate.name, (await ask(context, stores, asking)).buckets]];
        }
        catch (error) {
            if (!(error instanceof errors/* ForeseenError */.U8) || error.fault === 'cancelled')
                throw error;
            context.log.info(`${platform.name}: gate ${gate.name}: the release before could not be measured: ${error.notes[0].text}`);
            return [];
        }
    }));
    return Object.fromEntries(counted.flat());
}

;// CONCATENATED MODULE: ./actions/staged-promote/outlook.js







/** Says which stages can decide within their time, from what the release before showed and from the number of users that is given. */
async function outlook_describeOutlook(context, policy, stores, { ledger, ledgers }) {
    const { inputs, log, summary } = context;
    const { release, platforms } = (0,rollout_state/* readState */.un)(ledger);
    for (const state of platforms) {
        const platform = policy.platforms.find(({ name }) => name === state.platform);
        if (platform === undefined)
            continue;
        const counts = await countBefore(context, stores, { policy, platform, release, state });
        const told = inputs.dailyUsers === undefined ? {} : estimateTraffic(policy, platform, inputs.dailyUsers);
        const curves = findCurves(ledgers, release, platform.name);
        const traffic = Object.entries({ ...told, ...measureTraffic(policy, platform, counts) }).map(([gate, known]) => {
            const curve = curves[gate];
            return [gate, curve === undefined ? known : { ...known, curve }];
        });
        const outlook = planOutlook(policy, platform, Object.fromEntries(traffic));
        log.info(`${platform.name}: ${describeOutlook(outlook)}`);
        renderOutlook(summary, outlook);
    }
}

;// CONCATENATED MODULE: ./actions/staged-promote/open.js









/** The release that the input names. @throws ConfigurationError (`open-input-missing`) */
function readRelease({ inputs }, why) {
    const { release } = inputs;
    if (release === undefined)
        throw new errors/* ConfigurationError */.j1(messages_messages['open-input-missing']('release', why));
    return { name: release.name, version: (0,version/* formatVersion */.qh)(release.version), build: (0,build/* formatBuild */.s6)(release.build) };
}
/**
 * Opens a release by hand, for what was uploaded without store-upload.
 * @throws ConfigurationError, VendorError
 */
async function open_open(context, policy, { stores, branch, by, run }) {
    const { inputs, clock, log, summary, outputs } = context;
    const release = readRelease(context, '');
    const known = policy.platforms.map(({ name }) => name);
    const odd = inputs.platform.find((name) => !known.includes(name));
    if (odd !== undefined)
        throw new errors/* ConfigurationError */.j1(messages_messages['platform-unknown'](odd, known.join(', ')));
    const chosen = policy.platforms.filter(({ name }) => inputs.platform.length === 0 || inputs.platform.includes(name));
    const artifacts = chosen.map((platform) => ({
        platform: platform.name,
        artifact: toArtifact(context, platform, chosen),
    }));
    const tag = (0,rollout_entries/* tagOf */.cO)(release);
    outputs.set({ release: tag });
    const opening = { policy, release, artifacts, by, now: clock.now(), run };
    const names = artifacts.map(({ platform }) => platform).join(', ');
    if (inputs.mode === 'observe') {
        log.info(`would open ${tag} for ${names}`);
        summary.heading(2, `staged-promote: ${tag} would be opened`);
        const ledgers = (0,rollout_ledgers/* readLedgers */.DV)(await branch.read());
        await outlook_describeOutlook(context, policy, stores, { ledgers, ledger: (0,rollout_opening/* planOpening */.s)(ledgers, opening) });
        return;
    }
    const { isNew, ...opened } = await (0,rollout_opening/* openRelease */.g)(branch, opening);
    const did = isNew ? 'is open' : 'was open already';
    log.info(`${tag} ${did} for ${names}`);
    summary.heading(2, `staged-promote: ${tag} ${did}`);
    summary.table([{ title: 'Platform' }, { title: 'Artifact' }], artifacts.map(({ platform, artifact }) => [
        platform,
        artifact.store === 'google-play' ? `version code ${artifact.versionCode}` : `build ${artifact.build}`,
    ]));
    await outlook_describeOutlook(context, policy, stores, opened);
    if (chosen.some(({ store }) => store === 'google-play'))
        summary.paragraph('Google keeps one edit for each service account: one that also uploads loses its upload to the next look at the tracks. Give the promotion an account of its own, or upload with "open-rollout", which it waits for.');
}
/** Version codes of release-version are made of the build; another one is said. */
function toArtifact({ inputs }, platform, chosen) {
    const { release, versionCode } = inputs;
    if (release === undefined)
        throw new errors/* ConfigurationError */.j1(messages_messages['open-input-missing']('release', ''));
    if (platform.store === 'app-store')
        return { store: 'app-store', build: (0,build/* formatBuild */.s6)(release.build) };
    const isWear = platform.steps.every(({ track }) => track.startsWith('wear:'));
    const ofPlay = chosen.filter(({ store }) => store === 'google-play');
    if (versionCode !== undefined && ofPlay.length > 1)
        throw new errors/* ConfigurationError */.j1(messages_messages['open-input-missing']('platform', 'a version code is of one platform'));
    return { store: 'google-play', versionCode: versionCode ?? (0,version_code/* toVersionCode */.B6)(release.build, isWear ? 'wear' : 'phone') };
}

// EXTERNAL MODULE: ./src/rollout/policy-loading.js + 3 modules
var policy_loading = __webpack_require__(1294);
// EXTERNAL MODULE: ./src/rollout/policy-messages.js
var policy_messages = __webpack_require__(3201);
;// CONCATENATED MODULE: ./actions/staged-promote/policy.js



/**
 * The policy of the file, or, where there is none, the one of the inputs: three are enough to begin.
 * @throws ConfigurationError (`policy-\u2026`), with an annotation at each mistake
 */
function loadPolicy({ inputs, environment, annotations, log }) {
    const { packageName, bundleId, app, policy: path, workingDirectory: folder } = inputs;
    const name = (0,policy_loading/* nameApp */.FS)(environment, app);
    const text = (0,policy_loading/* readPolicyText */.OG)({ folder, path });
    if (text !== undefined)
        return (0,policy_loading/* parsePolicy */.ON)(text, path, name, annotations);
    if (packageName === undefined && bundleId === undefined)
        throw new errors/* ConfigurationError */.j1(policy_messages/* policyMessages */.d['policy-missing'](path));
    log.info(`There is no ${path}: everything but the app has its default`);
    const platforms = [
        ...(packageName === undefined ? [] : [`  android: { package: "${packageName}" }`]),
        ...(bundleId === undefined ? [] : [`  ios: { bundle-id: "${bundleId}" }`]),
    ];
    return (0,policy_loading/* parsePolicy */.ON)(`platforms:\n${platforms.join('\n')}\n`, path, name, annotations);
}

// EXTERNAL MODULE: ./src/vendors/github/runs.js
var runs = __webpack_require__(5372);
;// CONCATENATED MODULE: ./actions/staged-promote/pulse.js



const pulse_hourMs = 3_600_000;
/** Gaps of hourly schedules were reported to be 3 to 10 hours in autumn 2026: https://github.com/orgs/community/discussions/212160 */
const assumedGapMs = 3 * pulse_hourMs;
/** Above it somebody should know: a release may do harm unseen for so long. */
const lateMs = 3 * pulse_hourMs;
const ticks = 10;
const unknownPulse = { longestGap: assumedGapMs, sinceLast: undefined };
/**
 * Looks at when the workflow of this run ran before. GitHub delays and drops scheduled runs and says nothing of it, so the list of
 * runs is all that tells. Where it cannot be read, three hours are assumed.
 */
async function readPulse({ environment, clock, log }, github) {
    const file = readFileName(environment);
    if (file === undefined)
        return unknownPulse;
    try {
        const times = (await (0,runs/* listRunTimes */.I)(github, file, ticks)).filter((at) => at <= clock.now());
        const [last] = times;
        if (last === undefined)
            return unknownPulse;
        const gaps = [clock.now(), ...times].slice(0, -1).map((at, index) => at - (times[index] ?? at));
        // Less than a schedule can do is no gap: commands by hand follow each other within minutes.
        return { longestGap: Math.max(pulse_hourMs, ...gaps), sinceLast: clock.now() - last };
    }
    catch (error) {
        if (!(error instanceof errors/* ForeseenError */.U8) || error.fault === 'cancelled')
            throw error;
        log.info(`When this workflow ran before cannot be read: ${error.notes[0].text}`);
        return unknownPulse;
    }
}

// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
;// CONCATENATED MODULE: ./src/health/sentence.js

/** The whole decision as one plain sentence, for a log, a chat or a lock screen. */
function explainDecision(decision) {
    const { verdict, latched } = decision;
    const stage = decision.stage.name;
    if (verdict.state === 'halt' && latched !== undefined)
        return `${stage} stays halted since ${formatTime(latched.at)} (${latched.gate}: ${latched.reason}) until a person resumes it.`;
    return `${doing[verdict.state]} ${stage}: ${explainReason(decision)}.`;
}
const doing = { promote: 'Raise', hold: 'Hold', halt: 'Halt' };
/** Why, without what: half a sentence that begins small and has no end. */
function explainReason(decision) {
    const { verdict, because } = decision;
    const deciding = decision.gates.find(({ gate }) => gate.name === because);
    switch (verdict.state) {
        case 'promote':
            return explainConsent[verdict.reason](decision);
        case 'halt':
            return deciding === undefined ? verdict.reason : explainGate(deciding, decision);
        case 'hold':
            return deciding === undefined
                ? explainHold[verdict.reason]({ decision, verdict })
                : explainGate(deciding, decision);
    }
}
/** The same for a stage that the store ends by itself: nobody waits for its soak. */
function explainEvidence(decision) {
    const { verdict, because, gates } = decision;
    if (verdict.state !== 'hold' || verdict.reason !== 'soaking')
        return explainReason(decision);
    const deciding = gates.find(({ gate }) => gate.name === because);
    return describeGood({ ...deciding, decision });
}
const explainConsent = {
    proven: ({ gates }) => `${listRates(gates)}; proven good enough`,
    screened: ({ gates, stage }) => `${listRates(gates)}; a release ${describeFactor(stage.evidence)} too bad would have been halted by now`,
    soaked: ({ gates }) => gates.some(({ findings }) => (findings?.units ?? 0) > 0)
        ? `its soak is over and nothing has halted it; ${listRates(gates)}`
        : 'its soak is over and nothing has halted it; there were no data at all',
    unproven: ({ gates }) => `nothing speaks against it, yet it is not proven; ${listRates(gates)}`,
};
/** Why one gate says what it says, without its verdict. */
function explainGate({ gate, verdict, findings }, decision) {
    switch (verdict.state) {
        case 'promote':
            return `${gate.name} agrees: ${describeRate(gate, findings)}`;
        case 'halt':
            return explainHalt({ gate, verdict, findings: findings ?? nothing });
        case 'hold':
            return explainHold[verdict.reason]({ gate, findings: findings ?? nothing, verdict, decision });
    }
}
function explainHalt({ gate, verdict, findings, }) {
    if (verdict.reason === 'timeout')
        return `${gate.name} got no evidence in time; ${describeRate(gate, findings)}`;
    if (verdict.reason === 'worse-than-previous') {
        const { previous } = findings;
        const compared = previous === undefined
            ? 'clearly worse than the previous version'
            : `${formatRatio(previous.ratio)} the ${formatShare(previous.rate)} of the previous version, beyond chance`;
        return `${describeRate(gate, findings)}: ${compared}`;
    }
    const { stage } = findings;
    // What begins in a stage may not show in the whole yet.
    const inStage = findings.interval.low >= gate.limit
        ? ''
        : `, ${formatCount(stage.bad)} of ${formatCount(stage.units)} since this stage began`;
    return `${describeRate(gate, findings)}${inStage}: above the limit of ${formatShare(gate.limit)}, beyond chance`;
}
const nothing = {
    units: 0,
    bad: 0,
    interval: { low: 0, high: 1 },
    stage: { units: 0, bad: 0 },
    progress: { halt: 0 },
    curveFrom: 0,
};
const explainHold = {
    'invalid-data': ({ gate, verdict }) => `the data of ${nameOf(gate)} cannot be right (${verdict.detail ?? 'no detail'}), so nothing is concluded from them`,
    stale: ({ gate, findings, verdict }) => verdict.detail === undefined
        ? `the newest data of ${nameOf(gate)} are ${formatSpan(findings?.dataAge ?? 0)} old, too old to decide on`
        : `${nameOf(gate)} cannot be read: ${verdict.detail}`,
    'shared-incident': ({ gate, findings }) => `${nameOf(gate)} is above its limit (${describeRate(gate, findings)}), but so is the previous version: an incident of both, not of this release`,
    'needs-human': ({ gate, findings }) => `${describeRate(gate, findings)}; the evidence did not come in time, so a person has to decide`,
    'no-data': ({ gate, findings, verdict }) => `${verdict.detail ?? `no ${nameUnits(gate)} for ${nameOf(gate)} yet`}${describeMissing(gate, findings)}`,
    'not-enough-evidence': ({ gate, findings }) => `${describeRate(gate, findings)}; neither proven good nor bad${describeMissing(gate, findings) || '; at this rate more units alone will not prove it good'}`,
    soaking: (context) => {
        const { dueAt, now } = context.decision;
        return `${describeGood(context)}, and its soak ends in ${formatSpan(Math.max(0, dueAt - now))}`;
    },
};
/** What a stage has that only its soak holds. Where a soak is all that is asked, nothing is proven good, and no data stop nothing. */
function describeGood({ gate, findings, decision }) {
    if (gate === undefined)
        return 'nothing is asked of it';
    const rate = describeRate(gate, findings);
    if (findings?.rate === undefined)
        return `${rate} yet`;
    return decision.stage.evidence.kind === 'halt-only' ? `${rate}, nothing has halted it` : `${rate}, good enough`;
}
/** `99.54 % crash-free (0.18\u20130.77 % crash, valid at every look) in 5,700 sessions`. */
function describeRate(gate, findings) {
    if (gate === undefined || findings?.rate === undefined)
        return `no ${nameUnits(gate)} for ${nameOf(gate)}`;
    const { low, high } = findings.interval;
    const range = `${formatShare(low).replace(' %', '')}\u2013${formatShare(high)}`;
    return `${formatGood(findings.rate)} ${gate.name}-free (${range} ${gate.name}, valid at every look) in ${formatUnits(findings.units, gate.unit)}`;
}
function describeMissing(gate, findings) {
    if (findings?.missing === undefined)
        return '';
    const { units, time } = findings.missing;
    const wait = time === undefined ? '' : `, about ${formatSpan(time)} at the present pace`;
    return `; about ${formatUnits(units, `more ${gate?.unit ?? 'unit'}`)} ${units === 1 ? 'is' : 'are'} needed${wait}`;
}
function listRates(gates) {
    const rates = gates
        .filter(({ findings }) => findings?.rate !== undefined)
        .map(({ gate, findings }) => describeRate(gate, findings));
    return rates.length === 0 ? 'there are no data' : rates.join(', ');
}
function describeFactor(need) {
    return need.kind === 'screened' ? `${need.factor} times` : 'far';
}
function nameUnits(gate) {
    return gate === undefined ? 'units' : `${gate.unit}s`;
}
function nameOf(gate) {
    return gate?.name ?? 'any gate';
}

;// CONCATENATED MODULE: ./src/health/rendering.js



const marks = { promote: '\u2705', hold: '\u23f8\ufe0f', halt: '\ud83d\uded1' };
/** Writes one decision as a section of a job summary: the sentence first, then one row per gate, then how it was weighed. */
function renderDecision(summary, decision) {
    const { verdict, gates } = decision;
    summary.heading(2, `${marks[verdict.state]} ${verdict.state}: ${verdict.reason}`);
    summary.paragraph(explainDecision(decision));
    if (gates.length > 0) {
        summary.table(rendering_columns, gates.map(rendering_renderRow));
        const others = gates.filter(({ gate }) => gate.name !== decision.because);
        if (others.length > 0)
            summary.list(others.map((other) => explainGate(other, decision)));
    }
    summary.details('How this was weighed', (inner) => {
        inner.list([
            `A raise from here needs ${describeNeed(decision.stage.evidence)}; the soak ${decision.now < decision.dueAt ? `ends at ${formatTime(decision.dueAt)}` : 'is over'}.`,
            'The interval holds the true rate at every look at once, so looking every hour makes no false alarm. A full bar is all the evidence that is needed; a raise also asks that the rate itself keeps the limit.',
            ...gates.map(describeWeighing),
        ]);
    });
}
const rendering_columns = [
    { title: 'Gate' },
    { title: 'Verdict' },
    { title: 'Good', align: 'right' },
    { title: 'Bad, valid at every look', align: 'right' },
    { title: 'Limit', align: 'right' },
    { title: 'Units', align: 'right' },
    { title: 'Before', align: 'right' },
    { title: 'To a halt' },
    { title: 'To a raise' },
    { title: 'Data age', align: 'right' },
];
function rendering_renderRow({ gate, verdict, findings }) {
    const name = gate.required ? gate.name : `${gate.name} (optional)`;
    const state = `${marks[verdict.state]} ${verdict.reason}`;
    if (findings === undefined)
        return [name, state, '\u2013', '\u2013', formatShare(gate.limit), '\u2013', '\u2013', '\u2013', '\u2013', '\u2013'];
    const { rate, interval, previous, progress, dataAge } = findings;
    return [
        name,
        state,
        rate === undefined ? '\u2013' : formatGood(rate),
        rate === undefined ? '\u2013' : `${formatShare(interval.low)} to ${formatShare(interval.high)}`,
        formatShare(gate.limit),
        `${formatUnits(findings.units, gate.unit)}, ${formatCount(findings.bad)} bad`,
        previous === undefined ? '\u2013' : `${formatShare(previous.rate)}, now ${formatRatio(previous.ratio)} that`,
        renderBar(Math.max(progress.halt, progress.worse ?? 0)),
        progress.promote === undefined ? 'needs none' : renderBar(progress.promote),
        dataAge === undefined ? '\u2013' : formatSpan(dataAge),
    ];
}
/** Rounded down, so that 100 % means that it is there. */
function renderBar(share) {
    return (0,kit_summary.md) `${(0,kit_summary/* bar */.M0)(share)} ${Math.floor(Math.min(1, share) * 100)} %`;
}
function describeNeed(need) {
    switch (need.kind) {
        case 'proven':
            return 'proof that the rate is below the limit times the margin';
        case 'screened':
            return `enough units that a release ${describeFactor(need)} too bad would have been halted (or proof)`;
        case 'halt-only':
            return 'nothing but that no test halts it';
    }
}
function describeWeighing({ gate, findings }) {
    const { value, origin } = gate.overdispersion;
    const curve = (findings?.curveFrom ?? 0) > 0
        ? `how late reports come was learned from ${formatCount(findings?.curveFrom ?? 0)} buckets`
        : `how late reports come is not measured, so a raise counts only what is older than ${formatSpan(gate.maturity)}`;
    return `${gate.name}: counts are divided by an overdispersion of ${String(Number(value.toFixed(2)))} (${originWords[origin]}); ${curve}.`;
}
const originWords = {
    given: 'given',
    estimated: "estimated from the previous version's last seven days",
    floor: 'the least that is believed for this unit',
    fallback: 'assumed, since the previous version had too few bad units to estimate it',
};

;// CONCATENATED MODULE: ./src/rollout/timeline.js



/** What happened, from the ledger: each change of the exposure, in order. */
function listStays({ entries }, platform) {
    const stays = [];
    const ends = new Set(['superseded', 'completed', 'abandoned']);
    for (const entry of entries) {
        if (entry.kind === 'opened' || entry.platform !== platform)
            continue;
        const at = Date.parse(entry.at);
        const last = stays.at(-1);
        if (entry.kind === 'reached') {
            if (last !== undefined)
                stays[stays.length - 1] = { ...last, to: at };
            stays.push({ name: (0,places/* tellPlace */.L)(entry.place), from: at, to: null, publishedAt: null });
        }
        if (last === undefined)
            continue;
        if (entry.kind === 'published' && last.publishedAt === null)
            stays[stays.length - 1] = { ...last, publishedAt: at };
        if (ends.has(entry.kind) && last.to === null)
            stays[stays.length - 1] = { ...last, to: at };
    }
    return stays;
}
/** What is to come at the earliest, if every gate agrees as soon as it may: from now, or from when the stage is over. */
function listPlan(platform, state, now) {
    const stages = planStages(platform);
    const index = findStage(platform, state.place);
    const current = stages[index];
    let at = Math.max(now, (state.publishedAt ?? now) + (current?.soak ?? 0));
    return stages.slice(index + 1).map(({ name, soak }) => {
        const from = at;
        at += soak;
        return { name, from, to: at, publishedAt: from };
    });
}
function findStage(platform, place) {
    if (place === null)
        return -1;
    if (platform.store === 'google-play')
        return platform.steps.findLastIndex(({ track, reach }) => track === place.track && reach <= place.share + 1e-6);
    if (place.track === 'testflight')
        return 0;
    const tests = platform.testFlight === undefined ? 0 : 1;
    return tests + (platform.phased ? presets/* phases */.tW.findLastIndex((share) => share <= place.share + 1e-6) : 0);
}

// EXTERNAL MODULE: ./src/rollout/policy-stages.js
var policy_stages = __webpack_require__(4974);
;// CONCATENATED MODULE: ./actions/staged-promote/moves.js


/** A move in words: "raise production to 10 %". */
function tellMove(move) {
    switch (move.kind) {
        case 'raise':
            return `raise ${move.track} from ${(0,policy_stages/* tell */.qz)(move.from)} to ${(0,policy_stages/* tell */.qz)(move.to)}`;
        case 'complete':
            return `give ${move.track} to everybody`;
        case 'promote':
            return `bring it from ${move.from} to ${(0,places/* tellPlace */.L)({ track: move.track, share: move.to })}`;
        case 'halt':
            return `halt it on ${move.track}`;
        case 'resume':
            return `resume ${move.track} at ${(0,policy_stages/* tell */.qz)(move.to)}`;
        case 'release':
            return 'release the approved version';
        case 'pause':
            return 'pause the phased release';
        case 'unpause':
            return 'resume the phased release';
        case 'complete-phases':
            return 'give the version to everybody';
    }
}
/**
 * Makes a move and reads it back.
 * @throws ConfigurationError, VendorError; it is made only where nothing is thrown
 */
async function makeMove(stores, platform, decision, by) {
    const { move, to, state } = decision;
    const name = platform.name;
    if (platform.store === 'app-store')
        return changeVersion(stores, decision, name);
    const play = await stores.play(platform.package);
    const { did, lifecycle } = await movePlay(play, move);
    const isPublished = lifecycle === 'PUBLISHED';
    if (move.kind === 'halt')
        return { moved: did === 'moved', isPending: false, events: [{ kind: 'stopped', platform: name }] };
    const place = to ?? state.place ?? { track: '', share: 0 };
    return {
        moved: did === 'moved',
        isPending: false,
        events: [
            // A resume changes no exposure as a rule.
            ...((0,places/* isSamePlace */.O)(state.place, place)
                ? []
                : [{ kind: 'reached', platform: name, place, how: 'move', by }]),
            ...(isPublished ? [{ kind: 'published', platform: name }] : []),
        ],
    };
}
async function movePlay(play, move) {
    const rollout = await Promise.all(/* import() */[__webpack_require__.e(102), __webpack_require__.e(741), __webpack_require__.e(584)]).then(__webpack_require__.bind(__webpack_require__, 6584));
    // Whether Google sends a change for review by itself it says only when it is asked.
    const policy = { review: 'as-asked' };
    switch (move.kind) {
        case 'raise':
            return rollout.raiseRollout(play, move, { from: move.from, to: move.to }, policy);
        case 'complete':
            return rollout.completeRollout(play, move, policy);
        case 'halt':
            return rollout.haltRelease(play, move, policy);
        case 'resume':
            return rollout.resumeRelease(play, move, move.to, policy);
        case 'promote': {
            const { promoteRelease } = await Promise.all(/* import() */[__webpack_require__.e(102), __webpack_require__.e(741), __webpack_require__.e(369)]).then(__webpack_require__.bind(__webpack_require__, 369));
            const { from, track, versionCode, to, replacing } = move;
            const reach = to >= 1 ? 'everybody' : to;
            const wish = { from, track, versionCode, reach, ...(replacing === undefined ? {} : { replacing }) };
            return promoteRelease(play, wish, policy);
        }
        case 'release':
        case 'pause':
        case 'unpause':
        case 'complete-phases':
            throw new TypeError(`${move.kind} is no move of Google Play.`);
    }
}
async function changeVersion(stores, { move, state, verdict }, platform) {
    if (!('versionId' in move))
        throw new TypeError(`${move.kind} is no move of the App Store.`);
    const connect = await stores.connect();
    const { versionId } = move;
    if (move.kind === 'release') {
        const { releaseVersion } = await Promise.all(/* import() */[__webpack_require__.e(576), __webpack_require__.e(148)]).then(__webpack_require__.bind(__webpack_require__, 148));
        const { did } = await releaseVersion(connect, versionId);
        return { moved: did === 'moved', isPending: true, events: [] };
    }
    const { changePhasedRelease } = await Promise.all(/* import() */[__webpack_require__.e(576), __webpack_require__.e(344)]).then(__webpack_require__.bind(__webpack_require__, 1344));
    const change = { pause: 'pause', unpause: 'resume', 'complete-phases': 'complete' };
    const { did } = await changePhasedRelease(connect, versionId, change[move.kind]);
    const moved = did === 'moved';
    if (move.kind === 'complete-phases')
        return { moved, isPending: true, events: [] };
    if (move.kind === 'unpause')
        return { moved, isPending: false, events: state.pause === null ? [] : [{ kind: 'unpaused', platform }] };
    const paused = state.halt === null ? { kind: 'paused', platform, reason: verdict.reason } : { kind: 'stopped', platform };
    return { moved, isPending: false, events: [paused] };
}

;// CONCATENATED MODULE: ./actions/staged-promote/report.js








const report_marks = { promote: '\u2705', hold: '\u23f8\ufe0f', halt: '\ud83d\uded1', done: '\ud83c\udfc1' };
/** Draws what a run has seen, decided and done: the summary for people, the outputs for workflows. */
function report(context, ticked, { issues }, troubles) {
    const { outputs, summary, log } = context;
    const { outcomes } = ticked;
    const groups = groupByRelease(outcomes);
    for (const [tag, group] of groups)
        describeRelease(context, tag, group, issues.get(tag));
    for (const { message } of troubles) {
        summary.paragraph((0,kit_summary.md) `\u26a0\ufe0f ${message.text} ${message.cure} ${(0,kit_summary/* code */.aY)(message.id)}`);
        context.annotations.add({ level: 'warning', message: `${message.text} ${message.cure} [${message.id}]` });
    }
    for (const { platform, decision, made, rollout } of outcomes) {
        const { state, reason, sentence } = decision.verdict;
        const did = made === undefined ? '' : made.moved ? ' (made, and read back)' : ' (was so already)';
        log.info(`${report_marks[state]} ${(0,rollout_entries/* tagOf */.cO)(rollout.state.release)} ${platform.name}: ${state} (${reason})${did}: ${sentence}`);
    }
    const verdicts = outcomes.map(({ decision }) => decision.verdict);
    const next = verdicts.flatMap(({ until }) => until ?? []);
    outputs.set({
        verdict: strongest(outcomes),
        release: [...groups.keys()][0] ?? '',
        moved: outcomes.some(({ made }) => made?.moved === true),
        halted: verdicts.some(({ state }) => state === 'halt'),
        critical: verdicts.some(({ isCritical }) => isCritical === true),
        'needs-person': verdicts.some(({ choice }) => choice !== undefined),
        issue: [...issues.values()][0] ?? '',
        'next-at': next.length === 0 ? '' : report_toTime(Math.min(...next)),
        platforms: JSON.stringify(Object.fromEntries([...groups].map(([tag, group]) => [tag, Object.fromEntries(group.map(toOutput))]))),
    });
}
function groupByRelease(outcomes) {
    const groups = new Map();
    for (const outcome of outcomes) {
        const tag = (0,rollout_entries/* tagOf */.cO)(outcome.rollout.state.release);
        groups.set(tag, [...(groups.get(tag) ?? []), outcome]);
    }
    return groups;
}
/** One word for the run: what a workflow may branch on. */
function strongest(outcomes) {
    if (outcomes.some(({ decision }) => decision.verdict.state === 'halt'))
        return 'halt';
    if (outcomes.some(({ made }) => made !== undefined))
        return 'promote';
    if (outcomes.some(({ decision }) => decision.verdict.state !== 'done'))
        return 'hold';
    return outcomes.length === 0 ? 'none' : 'done';
}
function toOutput({ platform, decision, made }) {
    const { verdict, state } = decision;
    const { place } = afterMove(decision, made !== undefined);
    return [
        platform.name,
        {
            life: state.life,
            verdict: verdict.state,
            reason: verdict.reason,
            track: place?.track ?? null,
            share: place?.share ?? 0,
            moved: made?.moved ?? false,
            until: verdict.until === undefined ? null : report_toTime(verdict.until),
            choice: verdict.choice ?? null,
        },
    ];
}
function afterMove({ state, to, move }, isMade) {
    return { place: isMade && move?.kind !== 'release' ? (to ?? state.place) : state.place };
}
const report_columns = [
    { title: 'Platform' },
    { title: 'Where' },
    { title: 'Since' },
    { title: 'Now' },
    { title: 'Why' },
    { title: 'Next' },
];
function describeRelease(context, tag, outcomes, issue) {
    const { summary, clock, inputs } = context;
    const now = clock.now();
    const first = outcomes[0];
    if (first === undefined)
        return;
    const worst = ['halt', 'hold', 'promote', 'done'].find((state) => outcomes.some(({ decision }) => decision.verdict.state === state));
    summary.heading(2, (0,kit_summary.md) `${report_marks[worst ?? 'hold']} ${tag}`);
    if (inputs.mode === 'observe')
        summary.paragraph('Observed only: this says what would be done, and nothing was moved or written down.');
    summary.table(report_columns, outcomes.map((outcome) => toRow(outcome, now)));
    const asked = outcomes.filter(({ decision }) => decision.verdict.choice !== undefined);
    if (asked.length > 0)
        summary.list(asked.map(({ platform, decision }) => `A person decides about ${platform.name}: ${decision.verdict.choice ?? ''}.`));
    if (issue !== undefined) {
        const link = { markdown: `[issue](${issue})` };
        summary.paragraph((0,kit_summary.md) `An ${link} calls who is named in the policy.`);
    }
    for (const { platform, decision } of outcomes) {
        const { health } = decision;
        if (health === undefined || health.gates.length === 0)
            continue;
        summary.details(`Evidence on ${platform.name}`, (inner) => {
            renderDecision(inner, health);
        });
    }
    describePlan(summary, outcomes, now);
    describeCommands(context, first.rollout.state.release, outcomes);
}
function toRow({ platform, decision, made, failure }, now) {
    const { verdict, state, move } = decision;
    const { place } = afterMove(decision, made !== undefined);
    const since = state.publishedAt ?? state.reachedAt;
    const did = move === undefined
        ? `${report_marks[verdict.state]} ${verdict.state}`
        : made === undefined
            ? `${report_marks[verdict.state]} ${failure === undefined ? 'would' : 'could not'} ${tellMove(move)}`
            : `${report_marks[verdict.state]} ${made.moved ? 'did' : 'was already'}: ${tellMove(move)}`;
    const { until } = verdict;
    return [
        platform.name,
        place === null ? 'not in the store' : (0,places/* tellPlace */.L)(place),
        since === null || made !== undefined
            ? 'now'
            : `${(0,duration/* formatDuration */.a)(now - since)}${state.publishedAt === null ? ', not published yet' : ''}`,
        did,
        `${verdict.sentence} (${verdict.reason})`,
        until === undefined
            ? verdict.choice === undefined
                ? 'at the next tick'
                : 'a person decides'
            : `${report_toTime(until)}, in ${(0,duration/* formatDuration */.a)(Math.max(0, until - now))}`,
    ];
}
/** "2026-11-30T08:17Z". */
function report_toTime(at) {
    return `${new Date(at).toISOString().slice(0, 16)}Z`;
}
/** What happened beside what is to come, at the earliest. */
function describePlan(summary, outcomes, now) {
    const rows = [];
    const source = ['gantt', '  dateFormat YYYY-MM-DDTHH:mm', '  axisFormat %d %b %Hh'];
    const draw = (name, stay, word, end) => {
        // A name with a colon or a comma would end the field of the diagram.
        source.push(`    ${name.replaceAll(/[:;,#]/g, ' ')} :${word}${toMinute(stay.from)}, ${toMinute(Math.max(end, stay.from + 60_000))}`);
    };
    for (const { platform, rollout, decision, made } of outcomes) {
        source.push(`  section ${platform.name}`);
        const stays = listStays(rollout.ledger, platform.name);
        for (const stay of stays) {
            draw(stay.name, stay, stay.to === null ? 'active, ' : 'done, ', stay.to ?? now);
            rows.push([
                platform.name,
                stay.name,
                report_toTime(stay.from),
                stay.to === null ? 'lasts' : report_toTime(stay.to),
                'happened',
            ]);
        }
        const isOver = decision.verdict.state === 'done' || decision.verdict.state === 'halt';
        const { place } = afterMove(decision, made !== undefined);
        const ahead = isOver
            ? []
            : listPlan(platform, { ...decision.state, place, ...(made === undefined ? {} : { publishedAt: now }) }, now);
        for (const stay of ahead) {
            draw(stay.name, stay, '', stay.to ?? stay.from);
            rows.push([platform.name, stay.name, report_toTime(stay.from), report_toTime(stay.to ?? stay.from), 'at the earliest']);
        }
    }
    if (rows.length === 0)
        return;
    const titles = [{ title: 'Platform' }, { title: 'Stage' }, { title: 'From' }, { title: 'To' }, { title: '' }];
    summary.details('Plan and what happened', (inner) => {
        inner.diagram(source, titles, rows);
    });
}
function toMinute(at) {
    return new Date(at).toISOString().slice(0, 16);
}
function describeCommands(context, release, outcomes) {
    const isHalted = outcomes.some(({ decision }) => decision.verdict.state === 'halt');
    const commands = isHalted ? ['resume', 'abandon', 'status'] : ['halt', 'hold', 'promote', 'status'];
    context.summary.details('How to stop it, and what else a person can do', (inner) => {
        inner.paragraph('Run the promotion workflow by hand (Actions, "Run workflow"), or from a terminal:');
        inner.code('sh', commands.map((command) => tellCommand(context, command, release)));
    });
}

;// CONCATENATED MODULE: ./actions/staged-promote/stores.js



function createStores(context) {
    const { http: openHttp, clock, log, signal, environment, vault, inputs } = context;
    const http = openHttp();
    const signIn = once(async () => {
        const [{ createGoogleSignIn }, { vitalsScopes }, { publisherScope }] = await Promise.all([
            __webpack_require__.e(/* import() */ 587).then(__webpack_require__.bind(__webpack_require__, 5587)),
            __webpack_require__.e(/* import() */ 589).then(__webpack_require__.bind(__webpack_require__, 8589)),
            __webpack_require__.e(/* import() */ 102).then(__webpack_require__.bind(__webpack_require__, 5102)),
        ]);
        const scopes = [...new Set([publisherScope, ...vitalsScopes])];
        return createGoogleSignIn({ http, clock, environment, vault, given: inputs.googleCredentials, scopes });
    });
    const connect = once(async () => {
        const key = (0,key_inputs/* readKeyInputs */.h)(inputs);
        if (typeof key === 'string')
            throw new errors/* ConfigurationError */.j1(messages_messages['credentials-missing']('The App Store', key));
        const { createAppStoreConnect } = await __webpack_require__.e(/* import() */ 542).then(__webpack_require__.bind(__webpack_require__, 3542));
        return createAppStoreConnect({ http, clock, log, signal, environment, vault, key });
    });
    const findId = each(async (bundleId) => {
        const { findApp } = await Promise.all(/* import() */[__webpack_require__.e(576), __webpack_require__.e(381)]).then(__webpack_require__.bind(__webpack_require__, 7381));
        return (await findApp(await connect(), bundleId)).id;
    });
    return {
        play: each(async (packageName) => {
            const { createGooglePlay } = await __webpack_require__.e(/* import() */ 102).then(__webpack_require__.bind(__webpack_require__, 5102));
            return createGooglePlay({ http, clock, log, signal, environment, signIn: await signIn(), packageName });
        }),
        vitals: each(async (packageName) => {
            const { createPlayVitals } = await __webpack_require__.e(/* import() */ 589).then(__webpack_require__.bind(__webpack_require__, 8589));
            return createPlayVitals({ http, clock, log, signal, environment, signIn: await signIn(), packageName });
        }),
        connect,
        appId: async ({ app }) => ('id' in app ? app.id : findId(app.bundleId)),
    };
}
function once(make) {
    let made;
    return () => (made ??= make());
}
function each(make) {
    const made = new Map();
    return (name) => {
        const known = made.get(name) ?? make(name);
        made.set(name, known);
        return known;
    };
}

;// CONCATENATED MODULE: ./src/rollout/decision.js
/** Whether a move makes things safer; these wait for nobody, and need no claim. */
function isBrake({ kind }) {
    return kind === 'halt' || kind === 'pause';
}

;// CONCATENATED MODULE: ./src/rollout/drafting.js

function beginDraft(situation) {
    return { situation, state: situation.state, events: [] };
}
function note(draft, event) {
    const at = new Date(draft.situation.now).toISOString();
    return {
        ...draft,
        state: (0,rollout_state/* apply */.Bb)(draft.state, { ...event, at, run: '' }),
        events: [...draft.events, event],
    };
}
/** Closes a draft. A verdict that says the same as the last one is not written again: a ledger is read by people. */
function conclude(draft, verdict, ending = {}) {
    const { decided, platform } = draft.state;
    const { state, reason, sentence, choice } = verdict;
    const isSame = decided?.state === state && decided.reason === reason && decided.choice === (choice ?? null);
    const asked = choice === undefined ? {} : { choice };
    const last = isSame ? draft : note(draft, { kind: 'decided', platform, state, reason, sentence, ...asked });
    return { verdict, events: last.events, state: last.state, ...ending };
}
function hold(reason, sentence, rest = {}) {
    return { state: 'hold', reason, sentence, ...rest };
}
/** A release that is over, in the same words from then on. */
function concludeDone(draft, ending = {}) {
    const { life, supersededBy } = draft.state;
    const sentences = {
        complete: 'everybody may have it, and it was watched long enough',
        superseded: `${supersededBy ?? 'a newer release'} has taken its place`,
        abandoned: 'it was abandoned, and nothing moves it any more',
    };
    return conclude(draft, { state: 'done', reason: life, sentence: sentences[life] ?? '' }, ending);
}
function drafting_isOver({ life }) {
    return life === 'superseded' || life === 'complete' || life === 'abandoned';
}

// EXTERNAL MODULE: ./src/health/epochs.js
var epochs = __webpack_require__(9879);
;// CONCATENATED MODULE: ./src/health/comparison.js

/** Looked up once, as it is called for each bucket and factor. */
const { log1p: comparison_log1p } = Math;
/**
 * Log of the evidence that the new version's rate of bad units is above `ratio` times the previous one's.
 *
 * Bucket by bucket, given how many bad units both had together, the new version's part is binomial with the odds
 * `ratio` \u00d7 its units to the other's: the rate itself cancels, so neither the time of day nor a change of the shares
 * matters (Lindon and Malek 2022). Both halves of a bucket are equally late, so no completeness is needed either.
 *
 * @param overdispersion at least 1
 */
function evidenceWorse(buckets, ratio, overdispersion) {
    const prices = new Float64Array(suspectedAbove.length);
    let badOfNew = 0;
    for (const bucket of buckets) {
        const { previous } = bucket;
        if (previous === undefined || !isComparable(bucket, previous))
            continue;
        const badOfBoth = bucket.bad + previous.bad;
        if (badOfBoth === 0)
            continue;
        badOfNew += bucket.bad;
        // The most units of the new version and the fewest of the previous: rounding may not make a halt.
        const weighted = ratio * (bucket.units + (bucket.uncertainty ?? 0));
        const expected = weighted / (weighted + fewestUnits(previous));
        for (let index = 0; index < prices.length; index += 1) {
            prices[index] = (prices[index] ?? 0) + badOfBoth * comparison_log1p(((suspectedAbove[index] ?? 1) - 1) * expected);
        }
    }
    const weigh = (factor, index) => (badOfNew * Math.log(factor) - (prices[index] ?? 0)) / overdispersion;
    return logMeanExp(suspectedAbove.map(weigh));
}
/** Sums of the buckets in which both versions had users. */
function sumComparable(buckets) {
    const sums = { units: 0, bad: 0, previousUnits: 0, previousBad: 0 };
    for (const bucket of buckets) {
        const { previous } = bucket;
        if (previous === undefined || !isComparable(bucket, previous))
            continue;
        sums.units += bucket.units;
        sums.bad += bucket.bad;
        sums.previousUnits += previous.units;
        sums.previousBad += previous.bad;
    }
    return sums;
}
/** How much larger the new version's share of bad units is; NaN without comparable units. */
function measureIncrease({ units, bad, previousUnits, previousBad }) {
    return bad / units - previousBad / previousUnits;
}
/** Fewer bad units of the previous version than this say nothing about it. */
const fewestShared = 10;
/** Evidence at which the new version is worse by itself, whatever happens to both: 20 to 1. */
const worseByItself = Math.log(20);
/**
 * Whether both versions are bad at once: a backend that is down, not a release. The previous version's rate is taken at
 * the new version's hours. This only ever turns a halt into a hold, so it cannot add false halts.
 */
function isSharedIncident(buckets, limit, overdispersion) {
    let [bad, units, expected] = [0, 0, 0];
    for (const bucket of buckets) {
        const { previous } = bucket;
        if (previous === undefined || !isComparable(bucket, previous))
            continue;
        bad += previous.bad;
        units += bucket.units;
        expected += (bucket.units * previous.bad) / previous.units;
    }
    return bad >= fewestShared && expected > limit * units && evidenceWorse(buckets, 1, overdispersion) < worseByItself;
}
/** Both versions surely had units. */
function isComparable(bucket, previous) {
    return bucket.units > 0 && previous.units > 0 && fewestUnits(previous) > 0;
}
function fewestUnits({ units, bad, uncertainty = 0 }) {
    return Math.max(units - uncertainty, bad);
}

;// CONCATENATED MODULE: ./src/health/windows.js

/**
 * Whether a bucket counts in an epoch. The first takes every bucket that reaches into it, since this version had no
 * users before; a later one only whole buckets, so that nothing counts twice.
 */
function belongsTo(epoch, { start, end }) {
    return epoch.number === 0 ? end > epoch.startedAt : start >= epoch.startedAt;
}
/** Buckets that reach beyond `startedAt`, the one in which it lies included. */
function selectSince(buckets, startedAt) {
    return buckets.filter(({ end }) => end > startedAt);
}
function sumWindow(buckets, options) {
    const { gate, curve, now, promotionEpoch } = options;
    const phi = gate.overdispersion.value;
    const assumed = curve ?? (0,completeness/* assumeMaturity */.YZ)(gate.maturity);
    const halting = { units: 0, bad: 0 };
    const promoting = { units: 0, bad: 0 };
    const raw = { units: 0, bad: 0 };
    for (const bucket of buckets) {
        const { end, units, bad, uncertainty = 0 } = bucket;
        raw.units += units;
        raw.bad += bad;
        const age = Math.max(0, now - end);
        // Late bad units can only delay a halt, so an unmeasured source may halt on what it has.
        add(halting, units + uncertainty, bad, curve === undefined && !gate.lateUnits ? 1 : (0,completeness/* shareReportedAtMost */.jD)(assumed, age));
        // A bucket that is still open would be taken for a whole one.
        const counts = end <= now && belongsTo(promotionEpoch, bucket);
        add(promoting, units - uncertainty, bad, counts ? (0,completeness/* shareReported */.lf)(assumed, age) : 0);
    }
    return { halting: divide(halting, phi), promoting: divide(promoting, phi), raw };
}
function add(sums, units, bad, share) {
    if (share <= 0)
        return;
    // However few have been reported, there were at least as many units as bad ones.
    sums.units += Math.max(units * share, bad);
    sums.bad += bad;
}
function divide({ units, bad }, by) {
    return { units: units / by, bad: bad / by };
}

;// CONCATENATED MODULE: ./src/health/evidence.js



/** Always from the whole series of buckets, so that revised counts are simply counted anew. */
function weighEvidence(gate, report, sight) {
    const inEpoch = report.buckets.filter((bucket) => belongsTo(sight.epoch, bucket));
    const inStage = selectSince(inEpoch, sight.stageStartedAt);
    const options = { ...sight, gate };
    const [rollout, stage] = [sumWindow(inEpoch, options), sumWindow(inStage, options)];
    const { comparison } = gate;
    const phi = gate.overdispersion.value;
    return {
        rollout,
        stage,
        aboveInRollout: evidenceAbove(rollout.halting, gate.limit),
        aboveInStage: evidenceAbove(stage.halting, gate.limit),
        // Young buckets are no proof, yet the bad units in them are no secret: both sums have to agree to a raise, and the
        // interval that is shown (from the lower bound of one to the upper of both) always holds the rate that is shown.
        below: Math.min(evidenceBelow(rollout.promoting, gate.limit * gate.margin), evidenceBelow(rollout.halting, gate.limit * gate.margin)),
        ...(comparison === undefined
            ? {}
            : { worse: () => evidenceWorse(inEpoch, comparison.ratio, phi), comparable: sumComparable(inEpoch) }),
        sharedInRollout: () => isSharedIncident(inEpoch, gate.limit, phi),
        sharedInStage: () => isSharedIncident(inStage, gate.limit, phi),
    };
}

;// CONCATENATED MODULE: ./src/health/forecast.js


/** The pace is taken from at most the last day, so that a night does not look like an outage. */
const paceSpan = 24 * 3_600_000;
/** @returns undefined when nothing is missing, or when more units at the present rate would never do */
function forecast(gate, report, evidence, bars, sight, need) {
    const missing = countMissing(gate, evidence, bars, need);
    if (missing === undefined || missing <= 0)
        return undefined;
    const units = Math.ceil(missing * gate.overdispersion.value);
    const time = estimateTime(units, gate, report, sight);
    return time === undefined ? { units } : { units, time };
}
/** Missing units divided by the overdispersion, if the rate stays as it is. */
function countMissing(gate, evidence, bars, need) {
    const { units, bad } = evidence.rollout.promoting;
    if (need.kind === 'halt-only')
        return 0;
    const proof = countMissingForProof(units, bad, gate, bars);
    if (need.kind === 'proven')
        return proof;
    const screen = Math.max(0, unitsToScreen(need.factor, gate.limit, bars.rollout) - units);
    return proof === undefined ? screen : Math.min(screen, proof);
}
function countMissingForProof(units, bad, gate, bars) {
    const rate = units > 0 ? bad / units : 0;
    // Above the limit no number of units convinces the literal gate.
    if (rate > gate.limit)
        return undefined;
    const limit = gate.limit * gate.margin;
    const proves = (more) => evidenceBelow({ units: units + more, bad: bad + rate * more }, limit) >= bars.promotion;
    if (proves(0))
        return 0;
    let enough = 1;
    while (!proves(enough))
        enough *= 2;
    let tooFew = enough === 1 ? 0 : enough / 2;
    while (enough - tooFew > 1) {
        const middle = Math.floor((tooFew + enough) / 2);
        if (proves(middle))
            enough = middle;
        else
            tooFew = middle;
    }
    return enough;
}
/** First what has been reported and only has to grow old, then what has yet to come. */
function estimateTime(units, gate, { buckets }, { now, curve }) {
    const recent = buckets.filter(({ end }) => end > now - paceSpan).toSorted((one, other) => one.start - other.start);
    const lag = curve === undefined ? gate.maturity : 0;
    let waiting = units;
    for (const bucket of lag > 0 ? recent : []) {
        if (now - bucket.end >= lag)
            continue;
        waiting -= bucket.units;
        if (waiting <= 0)
            return bucket.end + lag - now;
    }
    const pace = measurePace(recent, now);
    if (pace <= 0)
        return undefined;
    // Under a curve every hour that passes lets the older ones grow, so that as much begins to count as comes in.
    return lag + waiting / pace;
}
/** Units per millisecond. */
function measurePace(recent, now) {
    const first = recent[0];
    if (first === undefined)
        return 0;
    return recent.reduce((sum, { units }) => sum + units, 0) / Math.max(1, Math.min(now - first.start, paceSpan));
}

;// CONCATENATED MODULE: ./src/health/interval.js

/** Halvings of [0, 1]: 60 leave less than the spacing of doubles around any rate that matters. */
const halvings = 60;
/**
 * The largest limit that the counts prove to be exceeded, so that `lowerBound(counts, e) >= limit` is the same question
 * as `evidenceAbove(counts, limit) >= e`: the evidence falls as the limit rises.
 *
 * @param evidence what counts as proof, ln(1/risk); above 0
 * @returns 0 to the observed share; 0 without units
 */
function lowerBound(counts, evidence) {
    if (counts.bad <= 0)
        return 0;
    return bisect((limit) => evidenceAbove(counts, limit) >= evidence).proven;
}
/**
 * The smallest limit that the counts prove to be kept: `upperBound(counts, e) <= limit` asks the same as
 * `evidenceBelow(counts, limit) >= e`.
 *
 * @returns the observed share to 1; 1 without units
 */
function upperBound(counts, evidence) {
    if (counts.units <= 0)
        return 1;
    return bisect((limit) => evidenceBelow(counts, limit) < evidence).other;
}
/** Narrows [0, 1] to the place where `holds` turns from true (below) to false (above). */
function bisect(holds) {
    let [proven, other] = [0, 1];
    for (let step = 0; step < halvings; step += 1) {
        const middle = (proven + other) / 2;
        if (holds(middle))
            proven = middle;
        else
            other = middle;
    }
    return { proven, other };
}

;// CONCATENATED MODULE: ./src/health/findings.js




function describeFindings(gate, report, evidence, bars, sight, need) {
    const { rollout, stage, comparable } = evidence;
    const { halting, promoting, raw } = rollout;
    const missing = forecast(gate, report, evidence, bars, sight, need);
    const dataAge = measureAge(report, sight.now);
    return {
        units: raw.units,
        bad: raw.bad,
        ...(raw.units > 0 ? { rate: halting.units > 0 ? halting.bad / halting.units : raw.bad / raw.units } : {}),
        interval: {
            low: lowerBound(halting, bars.rollout),
            high: Math.max(upperBound(promoting, bars.promotion), upperBound(halting, bars.promotion)),
        },
        stage: { units: stage.raw.units, bad: stage.raw.bad },
        progress: {
            halt: Math.max(0, evidence.aboveInRollout / bars.rollout, evidence.aboveInStage / bars.stage),
            ...measureWorse(gate, evidence, bars),
            ...measurePromotion(gate, evidence, bars, need),
        },
        ...(comparable !== undefined && comparable.previousUnits > 0 ? { previous: comparePrevious(comparable) } : {}),
        ...(dataAge === undefined ? {} : { dataAge }),
        ...(missing === undefined ? {} : { missing }),
        curveFrom: sight.curve?.learnedFrom ?? 0,
    };
}
/** Of the evidence or of the least increase, whichever is farther away: both are needed. */
function measureWorse({ comparison }, { worse, comparable }, bars) {
    if (comparison === undefined || worse === undefined || comparable === undefined)
        return {};
    const { minimumIncrease } = comparison;
    const increase = minimumIncrease > 0 ? measureIncrease(comparable) / minimumIncrease : Infinity;
    const share = Math.min(worse() / bars.relative, Number.isNaN(increase) ? 0 : increase);
    return { worse: Math.max(0, share) };
}
function measurePromotion(gate, { below, rollout }, bars, need) {
    if (need.kind === 'halt-only')
        return {};
    const proven = Math.max(0, below / bars.promotion);
    if (need.kind === 'proven')
        return { promote: proven };
    return { promote: Math.max(proven, rollout.promoting.units / unitsToScreen(need.factor, gate.limit, bars.rollout)) };
}
function comparePrevious(sums) {
    const rate = sums.previousBad / sums.previousUnits;
    const own = sums.bad / sums.units;
    return { units: sums.previousUnits, rate, ratio: own === 0 && rate === 0 ? 1 : own / rate };
}
function measureAge({ buckets, freshUntil }, now) {
    const newest = freshUntil ?? (buckets.length === 0 ? undefined : Math.max(...buckets.map(({ end }) => end)));
    return newest === undefined ? undefined : Math.max(0, now - newest);
}

// EXTERNAL MODULE: ./src/health/report.js
var health_report = __webpack_require__(7703);
;// CONCATENATED MODULE: ./src/health/verdict.js


/** Fewer bad units in a stage than this are chance, not a rate. */
const fewestTelling = 3;
/** The verdict of one gate whose data are sound and fresh. */
function judge(gate, evidence, bars, timing) {
    const fired = findHalt(gate, evidence, bars);
    if (fired !== undefined)
        return fired;
    const soaked = timing.now >= timing.stage.startedAt + timing.stage.soak;
    const reason = findConsent(gate, evidence, bars, timing.stage.evidence);
    if (reason !== undefined)
        return soaked ? { state: 'promote', reason } : { state: 'hold', reason: 'soaking' };
    if (isOverdue(timing))
        return judgeOverdue(gate, evidence, timing.onInsufficient);
    return { state: 'hold', reason: evidence.rollout.raw.units > 0 ? 'not-enough-evidence' : 'no-data' };
}
/** The tests that can halt; an absolute one is demoted to a hold while the previous version is as bad. */
function findHalt(gate, evidence, bars) {
    const inRollout = evidence.aboveInRollout >= bars.rollout;
    const inStage = evidence.aboveInStage >= bars.stage;
    if ((inRollout && !evidence.sharedInRollout()) || (inStage && !evidence.sharedInStage())) {
        return { state: 'halt', reason: 'above-threshold' };
    }
    if (isWorse(gate, evidence, bars))
        return { state: 'halt', reason: 'worse-than-previous' };
    return inRollout || inStage ? { state: 'hold', reason: 'shared-incident' } : undefined;
}
function isWorse({ comparison }, { worse, comparable }, bars) {
    if (comparison === undefined || worse === undefined || comparable === undefined)
        return false;
    // Without comparable units the increase is NaN, which is no increase.
    return measureIncrease(comparable) >= comparison.minimumIncrease && worse() >= bars.relative;
}
/** Why this gate agrees to a raise; undefined when it does not yet. */
function findConsent(gate, evidence, bars, need) {
    if (need.kind === 'halt-only')
        return 'soaked';
    const { rollout, stage } = evidence;
    if (rollout.raw.units <= 0)
        return undefined;
    const keepsInRollout = keeps(rollout.promoting, gate.limit) && keeps(rollout.halting, gate.limit);
    const keepsInStage = keeps(stage.promoting, gate.limit) && keeps(stage.halting, gate.limit);
    if (evidence.below >= bars.promotion && keepsInRollout && (keepsInStage || stage.raw.bad < fewestTelling))
        return 'proven';
    if (need.kind === 'proven')
        return undefined;
    const enough = rollout.promoting.units >= unitsToScreen(need.factor, gate.limit, bars.rollout);
    return enough && (keepsInRollout || rollout.raw.bad < fewestTelling) ? 'screened' : undefined;
}
/** Written as a product, so that no units are no breach. */
function keeps({ units, bad }, limit) {
    return bad <= limit * units;
}
function isOverdue({ now, stage, waitingSince, maxHold }) {
    return now >= waitingSince + Math.max(maxHold, stage.soak);
}
/** The evidence did not come in time. Without any data nothing is ever promoted. */
function judgeOverdue(gate, evidence, onInsufficient) {
    const { rollout } = evidence;
    const enough = rollout.raw.units > 0;
    switch (onInsufficient) {
        case 'halt':
            return { state: 'halt', reason: 'timeout' };
        case 'hold':
            return { state: 'hold', reason: enough ? 'not-enough-evidence' : 'no-data' };
        case 'ask':
            return { state: 'hold', reason: 'needs-human' };
        case 'promote-unproven': {
            const harmless = keeps(rollout.halting, gate.limit) && evidence.aboveInRollout <= 0 && evidence.aboveInStage <= 0;
            return enough && harmless ? { state: 'promote', reason: 'unproven' } : { state: 'hold', reason: 'needs-human' };
        }
    }
}

;// CONCATENATED MODULE: ./src/health/decision.js






/** Promote, hold or halt: the same input always gives the same decision, and nothing but the input is read. */
function decide(look) {
    const gates = look.memory.parameters.gates.map((gate) => decideGate(gate, look));
    const { stage, now } = look;
    return { ...combine(gates, look), gates, stage, now, dueAt: stage.startedAt + stage.soak };
}
/** What has to be stored after a decision: a halt is latched; anything else leaves the memory as it is. */
function rememberDecision(memory, { verdict, because, now }) {
    if (verdict.state !== 'halt' || because === undefined)
        return memory;
    return latch(memory, { reason: verdict.reason, gate: because, at: now });
}
function decideGate(gate, { memory, stage, now, reports }) {
    const { parameters, epoch } = memory;
    const promotion = memory.promotion[gate.name] ?? { epoch };
    const timing = {
        now,
        stage,
        waitingSince: Math.max(stage.startedAt, epoch.startedAt),
        maxHold: parameters.maxHold,
        onInsufficient: parameters.onInsufficient,
    };
    const report = reports[gate.name] ?? { error: 'its source was not asked' };
    if ('error' in report)
        return { gate, verdict: holdUnusable('stale', report.error, timing) };
    const defect = (0,health_report/* findDefect */.B)(report);
    if (defect !== undefined)
        return { gate, verdict: holdUnusable('invalid-data', defect, timing) };
    const bars = (0,health_parameters/* splitRisk */.WA)(parameters, epoch.number, promotion.epoch.number);
    const sight = {
        now,
        stageStartedAt: stage.startedAt,
        epoch,
        promotionEpoch: promotion.epoch,
        curve: promotion.curve,
    };
    const evidence = weighEvidence(gate, report, sight);
    const findings = describeFindings(gate, report, evidence, bars, sight, stage.evidence);
    if (findings.dataAge !== undefined && findings.dataAge > gate.staleness) {
        return { gate, verdict: holdUnusable('stale', undefined, timing), findings };
    }
    return { gate, verdict: judge(gate, evidence, bars, timing), findings };
}
/** Data that cannot be used decide nothing, except that a backend does not wait for them forever. */
function holdUnusable(reason, detail, timing) {
    if (timing.onInsufficient === 'halt' && isOverdue(timing))
        return { state: 'halt', reason: 'timeout' };
    return detail === undefined ? { state: 'hold', reason } : { state: 'hold', reason, detail };
}
/** The most serious first: what a person has to mend before what time mends. */
const gravity = [
    'invalid-data',
    'stale',
    'shared-incident',
    'needs-human',
    'no-data',
    'not-enough-evidence',
    'soaking',
];
/** Any halt halts; a raise needs the consent of every required gate, and no sign of trouble from any other. */
function combine(gates, { memory, now, stage }) {
    if (memory.halt !== undefined) {
        return { verdict: { state: 'halt', reason: memory.halt.reason }, because: memory.halt.gate, latched: memory.halt };
    }
    const halting = gates.find(({ verdict }) => verdict.state === 'halt');
    if (halting !== undefined)
        return { verdict: halting.verdict, because: halting.gate.name };
    const weight = ({ verdict }) => verdict.state === 'hold' ? gravity.indexOf(verdict.reason) : gravity.length;
    const holding = gates
        .filter(({ gate, verdict }) => verdict.state === 'hold' && (gate.required || verdict.reason === 'shared-incident'))
        .toSorted((one, other) => weight(one) - weight(other))[0];
    if (holding !== undefined)
        return { verdict: holding.verdict, because: holding.gate.name };
    return { verdict: agree(gates, stage, now) };
}
/** Nobody objects. Where no gate has to agree, nothing has been proven either, and only a stage that asks for nothing ends. */
function agree(gates, stage, now) {
    const consents = gates.filter(({ gate }) => gate.required).map(({ verdict }) => verdict);
    const weakest = ['unproven', 'soaked', 'screened', 'proven'].find((reason) => consents.some((verdict) => verdict.reason === reason));
    if (weakest !== undefined)
        return { state: 'promote', reason: weakest };
    if (stage.evidence.kind !== 'halt-only')
        return { state: 'hold', reason: 'no-data', detail: 'no gate is required' };
    return now >= stage.startedAt + stage.soak
        ? { state: 'promote', reason: 'soaked' }
        : { state: 'hold', reason: 'soaking' };
}

;// CONCATENATED MODULE: ./src/rollout/health-look.js






/**
 * From the first user on: freezes what verdicts depend on, and takes over a policy that has changed since, whose evidence begins
 * anew.
 */
function keepMemory(draft) {
    const { situation, state } = draft;
    const { parameters } = situation;
    const { platform, memory } = state;
    if (memory === null)
        return noteCurves(note(draft, { kind: 'began', platform, parameters, curves: situation.curves }));
    // Overdispersion was estimated when it began, and stays: a changed estimate is no changed policy.
    const kept = {
        ...parameters,
        gates: parameters.gates.map((gate) => {
            const frozen = memory.parameters.gates.find(({ name, unit }) => name === gate.name && unit === gate.unit);
            return frozen === undefined ? gate : { ...gate, overdispersion: frozen.overdispersion };
        }),
    };
    const current = (0,health_parameters/* fingerprint */.Rj)(kept) === (0,health_parameters/* fingerprint */.Rj)(memory.parameters)
        ? draft
        : note(draft, { kind: 'parameters', platform, parameters: kept });
    return noteCurves(current);
}
/**
 * What the counts that have settled say of how late reports come, where they come later than is thought: evidence for a raise begins
 * anew then. That they come sooner is for the next release to use: here it would cost more than it brings.
 */
function noteCurves(draft) {
    const { memory, snapshots, snapshotAt, platform } = draft.state;
    // Who looks twice in a moment says the same twice.
    if (snapshotAt === draft.situation.now)
        return draft;
    const learned = (memory?.parameters.gates ?? []).flatMap(({ name, maturity }) => {
        const curve = (0,completeness/* learnCurve */.ET)(snapshots[name] ?? []);
        const thought = memory?.promotion[name]?.curve ?? (0,completeness/* assumeMaturity */.YZ)(maturity);
        const isNews = curve !== undefined && (0,completeness/* comesLater */.k9)(thought, curve);
        return isNews ? [{ kind: 'curve', platform, gate: name, curve }] : [];
    });
    return learned.reduce(note, draft);
}
/** What the gates say about this stage; undefined before anybody has the release. */
function judgeHealth({ situation, state }, stage) {
    const { memory } = state;
    if (memory === null)
        return undefined;
    return decide({ now: situation.now, memory, stage, reports: situation.reports });
}
/** A gate halts it. */
function noteGateHalt(draft, health) {
    const { policy } = draft.situation;
    const { because = '', verdict } = health;
    const page = policy.gates.find(({ name }) => name === because)?.pageAbove;
    const rate = health.gates.find(({ gate }) => gate.name === because)?.findings?.rate;
    return note(draft, {
        kind: 'halted',
        platform: draft.state.platform,
        reason: verdict.reason,
        gate: because,
        by: `gate ${because}`,
        sentence: explainReason(health),
        isCritical: page !== undefined && rate !== undefined && rate > page,
    });
}
/** A person halts it. */
function noteOrderedHalt(draft, { by, why }) {
    // Who is not sure that it was heard says it again.
    if (draft.state.halt !== null)
        return draft;
    return note(draft, {
        kind: 'halted',
        platform: draft.state.platform,
        reason: 'by-hand',
        gate: null,
        by,
        sentence: `${by} halted it${why === '' ? '' : `: ${why}`}`,
        isCritical: false,
    });
}
/** Somebody halted it at the store. */
function noteStoreHalt(draft, where) {
    const { platform } = draft.state;
    const halted = note(draft, {
        kind: 'halted',
        platform,
        reason: 'halted-in-store',
        gate: null,
        by: 'store',
        sentence: `somebody halted it ${where}`,
        isCritical: false,
    });
    return note(halted, { kind: 'stopped', platform });
}
/** A halt that stands, in the words in which it began: a person reads them again at every run. */
function tellHalt({ state, situation }) {
    const { reason = 'halted', sentence = 'it is halted', isCritical = false } = state.halt ?? {};
    return {
        state: 'halt',
        reason,
        sentence,
        choice: `resume or abandon ${(0,rollout_entries/* tagOf */.cO)(situation.release)}`,
        ...(isCritical ? { isCritical } : {}),
    };
}
function withHealth(health) {
    return health === undefined ? {} : { health };
}
function tellHold({ state, situation }) {
    const { until = 0, why = '', by = 'controller' } = state.hold ?? {};
    const reason = why === '' ? '' : ` (${why})`;
    if (situation.now < until)
        return hold('held', `${by} holds it${reason}`, { until });
    return hold('hold-overdue', `${by} holds it${reason}, and the time for that is over`, {
        choice: 'resume or abandon',
    });
}
function holdBy({ situation }, health) {
    if (health === undefined)
        return hold('no-data', 'nobody has it yet');
    const { reason } = health.verdict;
    const needsPerson = reason === 'needs-human' || reason === 'invalid-data';
    return hold(reason, explainReason(health), {
        ...(situation.now < health.dueAt ? { until: health.dueAt } : {}),
        ...(needsPerson ? { choice: 'promote, hold, halt or abandon' } : {}),
    });
}

;// CONCATENATED MODULE: ./src/rollout/app-store-world.js




const app_store_world_dayMs = 86_400_000;
/** Apple moves by itself, day by day; what it shows is what is. */
function noteWorld(draft, sight, policy) {
    const { state, situation } = draft;
    const { platform } = state;
    const place = placeOf(sight, policy);
    let next = draft;
    if (place !== null && !(0,places/* isSamePlace */.O)(state.place, place)) {
        const { claim } = situation;
        const isOurs = claim !== undefined && (0,places/* isSamePlace */.O)(claim.place, place);
        const how = isOurs ? 'move' : isByHand(draft, sight) ? 'drift' : 'seen';
        next = note(next, { kind: 'reached', platform, place, how, by: isOurs ? claim.by : 'store' });
    }
    next = noteResume(next, sight);
    return place !== null && next.state.publishedAt === null ? note(next, { kind: 'published', platform }) : next;
}
/** Apple goes on by itself; that somebody at App Store Connect went on is told by what Apple would not have done. */
function isByHand({ state }, { version }) {
    if (state.place === null || version?.state !== 'READY_FOR_DISTRIBUTION')
        return false;
    const { phased, releaseType } = version;
    if (phased?.state === 'COMPLETE')
        return phased.day !== null && phased.day < presets/* phases */.tW.length;
    return state.place.track === 'testflight' && releaseType === 'MANUAL';
}
/** Where users get it; null before anybody does. */
function placeOf({ version, build }, policy) {
    if (version?.state === 'READY_FOR_DISTRIBUTION') {
        const { phased } = version;
        if (phased === null || phased.state === 'COMPLETE')
            return { track: 'app-store', share: 1 };
        const share = presets/* phases */.tW[(phased.day ?? 1) - 1] ?? 1;
        return { track: 'app-store', share };
    }
    if (policy.testFlight !== undefined && build?.isTestable === true)
        return { track: 'testflight', share: 1 };
    return null;
}
/** Somebody took it up again at App Store Connect: that is a decision of a person, and is not fought. */
function noteResume(draft, { version }) {
    const { platform, halt } = draft.state;
    const isActive = version?.phased?.state === 'ACTIVE';
    return isActive && halt?.isShown === true ? note(draft, { kind: 'resumed', platform, by: 'store' }) : draft;
}
/** A phased release that rests although nobody here let it rest was paused by somebody at App Store Connect. */
function notePause(draft, { version }) {
    const { platform, halt, pause } = draft.state;
    const phased = version?.phased?.state;
    if (phased === 'ACTIVE')
        return pause === null ? draft : note(draft, { kind: 'unpaused', platform });
    if (phased !== 'PAUSED' || halt?.isShown === true)
        return draft;
    if (halt !== null)
        return note(draft, { kind: 'stopped', platform });
    const { claim } = draft.situation;
    if (pause !== null || claim?.move === 'unpause')
        return draft;
    if (claim?.move === 'pause')
        return note(draft, { kind: 'paused', platform, reason: claim.reason ?? '' });
    return noteStoreHalt(draft, 'at App Store Connect');
}
/** A day of Apple's is a stage; its length is Apple's, and nothing raises it. */
function toStage({ state, situation }) {
    const { platform } = situation;
    const { place } = state;
    const startedAt = state.publishedAt ?? situation.now;
    const test = platform.testFlight;
    if (place === null || place.track === 'testflight') {
        // A hotfix does not wait for its testers; what they have shown counts all the same.
        const { soak, evidence } = test === undefined || state.isExpedited ? { soak: 0, evidence: presets/* haltOnly */.E5 } : test;
        return { name: 'testflight', startedAt, soak, evidence };
    }
    const isLast = place.share >= 1;
    return {
        name: isLast ? 'app-store 100 %' : `app-store day ${presets/* phases */.tW.indexOf(place.share) + 1}`,
        startedAt,
        soak: isLast ? platform.watch : app_store_world_dayMs,
        evidence: isLast ? presets/* haltOnly */.E5 : (0,presets/* phaseEvidence */.VS)(platform),
    };
}
/** When Apple takes the next step; null while it takes none. Days of pause do not count. */
function nextDay(phased) {
    if (phased?.state !== 'ACTIVE' || phased.startedAt === null)
        return null;
    return phased.startedAt + (phased.pausedDays + (phased.day ?? 1)) * app_store_world_dayMs;
}
function supersede(draft, by) {
    const superseded = note(draft, { kind: 'superseded', platform: draft.state.platform, by });
    return conclude(superseded, { state: 'done', reason: 'superseded', sentence: `${by} has taken its place` });
}

;// CONCATENATED MODULE: ./src/rollout/app-store-rest.js



/** https://developer.apple.com/help/app-store-connect/update-your-app/release-a-version-update-in-phases */
const pauseBudgetDays = 30;
const pauseWarningDays = 25;
/** For these a phased release always rests: nobody can see what it does. */
const blindReasons = ['stale', 'invalid-data', 'shared-incident'];
/**
 * A hold: Apple would go on all the same. For data that show nothing it is let rest, but no sooner than needed: a day is lost with each
 * pause. Whoever waits longer than the next tick may be late has missed the day.
 */
function rest(draft, { version }, verdict, { isForced, ...ending }) {
    const { situation } = draft;
    const { platform, now, longestGap } = situation;
    const phased = version?.phased ?? null;
    if (phased?.state === 'PAUSED')
        return conclude(draft, warnOfBudget(verdict, phased), ending);
    const boundary = nextDay(phased);
    if (boundary === null || version === null)
        return conclude(draft, verdict, ending);
    const isCause = isForced || blindReasons.includes(verdict.reason) || platform.pauseOn.includes(verdict.reason);
    if (!isCause)
        return conclude(draft, verdict, ending);
    // Apple refuses another pause then.
    if (phased !== null && phased.pausedDays >= pauseBudgetDays)
        return conclude(draft, warnOfBudget(verdict, phased), ending);
    if (!isForced && boundary - now > longestGap)
        return conclude(draft, {
            ...verdict,
            sentence: `${verdict.sentence}. Apple's next step is in ${(0,duration/* formatDuration */.a)(boundary - now)}; it is paused before that if this stays`,
        }, ending);
    return conclude(draft, verdict, { ...ending, move: { kind: 'pause', versionId: version.id } });
}
/** The end of the budget is told days before, with what a person can do. */
function warnOfBudget(verdict, { pausedDays }) {
    if (pausedDays < pauseWarningDays)
        return verdict;
    const left = Math.max(0, pauseBudgetDays - pausedDays);
    return {
        ...verdict,
        reason: 'pause-budget',
        sentence: `${verdict.sentence}. It was paused for ${pausedDays} of the ${pauseBudgetDays} days that Apple allows; after ${left} more it may go to everybody`,
        choice: 'resume it, release a newer version, or take the app from sale',
    };
}

;// CONCATENATED MODULE: ./src/rollout/app-store-halt.js




/** A gate halts it. */
function haltBy(draft, sight, health) {
    return keepHalt(notePause(noteGateHalt(draft, health), sight), sight, health);
}
/** A halt that stands: a phased release is paused, and nothing else can be stopped. */
function keepHalt(draft, { version }, health) {
    const told = tellHalt(draft);
    const ending = withHealth(health);
    const phased = version?.phased ?? null;
    if (phased?.state === 'PAUSED')
        return conclude(draft, warnOfBudget(told, phased), ending);
    if (phased?.state === 'ACTIVE' && version !== null)
        return conclude(draft, warnOfBudget(told, phased), { ...ending, move: { kind: 'pause', versionId: version.id } });
    const { sentence } = told;
    if (draft.state.place?.track !== 'app-store')
        return conclude(draft, tellUnreleased(told, version), ending);
    const choice = 'release a newer version, or take the app from sale at App Store Connect';
    return conclude(draft, { ...told, sentence: `${sentence}; everybody can have it, and Apple takes nothing back`, choice }, ending);
}
/** Nobody of the store has it. Where Apple gives it to users by itself once it has approved it, only a person can prevent that. */
function tellUnreleased(told, version) {
    const { sentence, choice = '' } = told;
    const isUnderWay = version !== null && onTheirWay.has(version.state);
    const isApproved = version?.state === 'PROCESSING_FOR_DISTRIBUTION' || version?.state === 'PENDING_APPLE_RELEASE';
    if (!isUnderWay || (version.releaseType === 'MANUAL' && !isApproved))
        return { ...told, sentence: `${sentence}; no user of the store has it, and it is not released` };
    const next = version.phased === null
        ? 'Apple gives it to everybody by itself, and takes nothing back'
        : 'Apple begins to give it to users by itself, and it is paused as soon as it shows';
    const prevent = version.state === 'PROCESSING_FOR_DISTRIBUTION'
        ? 'take the app from sale at App Store Connect'
        : 'take it out of review or set its release to manual at App Store Connect';
    return {
        ...told,
        sentence: `${sentence}; no user of the store has it yet, but ${next}`,
        choice: `${prevent}, ${choice}`,
    };
}
/** From these a version comes to its users without anybody here. */
const onTheirWay = new Set([
    'WAITING_FOR_REVIEW',
    'IN_REVIEW',
    'ACCEPTED',
    'PENDING_APPLE_RELEASE',
    'PROCESSING_FOR_DISTRIBUTION',
]);

;// CONCATENATED MODULE: ./src/rollout/app-store-orders.js






/** What a person asked for; undefined for a raise that nobody can make now. */
function carryOrder(begun, sight, order) {
    // Who halts what is paused already means it as well, and is not the store.
    const draft = order.command === 'halt' ? begun : notePause(begun, sight);
    const { state } = draft;
    const { platform } = state;
    const { command, by, why, until } = order;
    const { version } = sight;
    switch (command) {
        case 'abandon':
            return concludeDone(note(draft, { kind: 'abandoned', platform, by, why }));
        case 'hold': {
            const held = note(draft, { kind: 'held', platform, until: new Date(until).toISOString(), why, by });
            if (state.halt !== null)
                return keepHalt(held, sight, undefined);
            // It was to be resumed, and now it is not: it rests for the hold from now on.
            const isResting = version?.phased?.state === 'PAUSED' && state.pause === null;
            const resting = isResting ? note(held, { kind: 'paused', platform, reason: 'held' }) : held;
            return rest(resting, sight, tellHold(resting), { isForced: true });
        }
        case 'halt':
            return keepHalt(notePause(noteOrderedHalt(draft, order), sight), sight, undefined);
        case 'resume': {
            const isHalted = state.halt !== null;
            const isHeld = state.hold !== null;
            const resumed = isHalted
                ? note(draft, { kind: 'resumed', platform, by })
                : isHeld
                    ? note(draft, { kind: 'released', platform, by })
                    : draft;
            if (version?.phased?.state !== 'PAUSED')
                return conclude(resumed, hold(isHalted || isHeld ? 'resumed' : 'released', isHalted || isHeld ? `${by} resumed it` : 'it was neither held nor halted'));
            return conclude(resumed, { state: 'promote', reason: 'resumed', sentence: `${by} resumed it` }, { move: { kind: 'unpause', versionId: version.id } });
        }
        case 'promote':
        case 'complete':
            // What is due is done, whoever asks for something else.
            if (state.halt !== null && version?.phased?.state === 'ACTIVE')
                return keepHalt(draft, sight, undefined);
            if (state.halt !== null)
                return conclude(draft, {
                    state: 'halt',
                    reason: 'halted',
                    sentence: 'it is halted, and is resumed first',
                    choice: 'resume or abandon',
                });
            return raiseBy(draft, sight, order);
    }
}
/** By hand: an approved version is released, and one in phases goes to everybody where just that was asked for: it is final. */
function raiseBy(draft, sight, { by, command }) {
    const { version } = sight;
    const sentence = `${by} asked for it`;
    const verdict = { state: 'promote', reason: 'by-hand', sentence };
    if (version?.state === 'PENDING_DEVELOPER_RELEASE') {
        const to = { track: 'app-store', share: version.phased === null ? 1 : (presets/* phases */.tW[0] ?? 1) };
        return conclude(draft, verdict, { move: { kind: 'release', versionId: version.id }, to });
    }
    if (version?.phased?.state === 'PAUSED' && command === 'promote')
        return conclude(draft, verdict, { move: { kind: 'unpause', versionId: version.id } });
    const isPhasing = version?.phased?.state === 'ACTIVE' || version?.phased?.state === 'PAUSED';
    if (version !== null && version.state === 'READY_FOR_DISTRIBUTION' && isPhasing && command === 'complete')
        return conclude(draft, verdict, {
            move: { kind: 'complete-phases', versionId: version.id },
            to: { track: 'app-store', share: 1 },
        });
    return undefined;
}

;// CONCATENATED MODULE: ./src/rollout/calendar.js
const minute = 60_000;
const dayMinutes = 24 * 60;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** How far ahead an open moment is looked for; beyond it "not within a year" is told. */
const horizon = 366 * dayMinutes * minute;
/** Whether a raise may happen now. It never speaks about a halt. */
function findClosed(calendar, now) {
    const toLocal = createLocal(calendar.window?.timezone ?? 'UTC');
    const reason = closedAt(calendar, toLocal(now));
    return reason === undefined ? undefined : { ...reason, until: findOpening(calendar, toLocal, now) };
}
function closedAt({ window, freezes }, local) {
    const freeze = freezes.find(({ from, to }) => local.day >= from && local.day <= to);
    if (freeze !== undefined) {
        const span = freeze.from === freeze.to ? freeze.from : `${freeze.from} to ${freeze.to}`;
        return { reason: 'freeze', detail: freeze.reason === '' ? span : `${span} (${freeze.reason})` };
    }
    if (window === undefined)
        return undefined;
    const isOpen = window.days.includes(local.weekday) && local.minutes >= window.from && local.minutes < window.to;
    return isOpen ? undefined : { reason: 'window', detail: tellWindow(window) };
}
/** To the minute. What is closed stays closed until the window begins or the day ends, so that a weekend is a few looks. */
function findOpening(calendar, toLocal, now) {
    const isOpen = (at) => closedAt(calendar, toLocal(at)) === undefined;
    let at = Math.floor(now / minute) * minute;
    let local = toLocal(at);
    while (at < now + horizon) {
        const from = calendar.window?.from ?? 0;
        const wait = (local.minutes < from ? from : dayMinutes) - local.minutes;
        const next = at + wait * minute;
        const then = toLocal(next);
        if (then.elapsed - local.elapsed !== wait) {
            // The clocks of the zone are changed in between.
            for (let between = at + minute; between < next; between += minute)
                if (isOpen(between))
                    return between;
        }
        if (closedAt(calendar, then) === undefined)
            return next;
        at = next;
        local = then;
    }
    return null;
}
function createLocal(timeZone) {
    const format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
    });
    return (at) => {
        const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
        const { year = '', month = '', day: date = '', weekday = '', hour = '', minute: past = '' } = parts;
        const day = `${year}-${month}-${date}`;
        const minutes = Number(hour) * 60 + Number(past);
        return { day, weekday: weekdays.indexOf(weekday), minutes, elapsed: Date.parse(day) / minute + minutes };
    };
}
/** "mon, tue, 08:00 to 20:00, Europe/Madrid". */
function tellWindow({ days, from, to, timezone }) {
    const named = days.length === 7 ? 'every day' : days.map((day) => weekdays[day]?.toLowerCase() ?? '').join(', ');
    return `${named}, ${tellMinutes(from)} to ${tellMinutes(to)}, ${timezone}`;
}
function tellMinutes(minutes) {
    const pad = (value) => String(value).padStart(2, '0');
    return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

;// CONCATENATED MODULE: ./src/rollout/conditions.js


/** What stands in the way of giving the release to more users, besides its health; undefined when nothing does. */
function findObstacle(situation, entersStore) {
    const { policy, now } = situation;
    if (entersStore) {
        const waiting = findAfter(situation);
        if (waiting !== undefined)
            return { verdict: waiting };
        const unasked = policy.needs.some(({ name }) => situation.needs[name] === undefined);
        if (unasked)
            return { ask: true };
        const unmet = policy.needs.find(({ name }) => situation.needs[name]?.met !== true);
        if (unmet !== undefined) {
            const detail = situation.needs[unmet.name]?.detail ?? '';
            return { verdict: hold('needs', `it needs ${unmet.name} in production first: ${detail}`) };
        }
    }
    const closed = findClosed({ ...(policy.window === undefined ? {} : { window: policy.window }), freezes: policy.freezes }, now);
    if (closed === undefined)
        return undefined;
    const why = closed.reason === 'window' ? 'raises happen only on' : 'nothing is raised on';
    const until = closed.until === null ? {} : { until: closed.until };
    return { verdict: hold(closed.reason, `${why} ${closed.detail}`, until) };
}
/** Another platform whose first users of the store come before. One that will never come is a matter for a person. */
function findAfter({ platform, others, now, release }) {
    for (const { platform: name, delay } of platform.after) {
        const other = others.find((one) => one.platform === name);
        if (other === undefined)
            return hold('after', `it comes after ${name}, which is not part of this release yet`, {
                choice: `open ${release.version} for ${name}, or promote by hand`,
            });
        if (other.life === 'halted' || other.life === 'abandoned')
            return hold('after', `it comes after ${name}, which is ${other.life}`, { choice: 'promote by hand, or abandon' });
        if (other.productionAt === null)
            return hold('after', `it comes after ${name}, which no user of the store has yet`);
        const due = other.productionAt + delay;
        if (now < due)
            return hold('after', `it follows ${name} at a distance`, { until: due });
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/rollout/app-store-review.js







/** Apple reviews half of all within a day: https://developer.apple.com/app-store/review/ */
const reviewOverdueMs = 48 * 3_600_000;
/** Apple's words for what happens before users get a version. */
const waiting = {
    PREPARE_FOR_SUBMISSION: {
        reason: 'not-submitted',
        sentence: 'the version is prepared and not submitted',
        choice: 'submit it, by store-upload with "destination: app-store" or at App Store Connect',
    },
    READY_FOR_REVIEW: {
        reason: 'not-submitted',
        sentence: 'the version lies in a draft of a submission',
        choice: 'submit it at App Store Connect',
    },
    ACCEPTED: { reason: 'in-review', sentence: 'Apple accepted it, and other items of the submission are not decided' },
    REJECTED: {
        reason: 'rejected',
        sentence: 'Apple rejected it',
        choice: 'read the reason in the Resolution Center, and submit what mends it',
    },
    METADATA_REJECTED: {
        reason: 'rejected',
        sentence: 'Apple rejected its texts or pictures',
        choice: 'correct them at App Store Connect, and submit it again: the build stays',
    },
    INVALID_BINARY: {
        reason: 'rejected',
        sentence: 'Apple found the build invalid',
        choice: 'upload a build that mends it',
    },
    DEVELOPER_REJECTED: {
        reason: 'withdrawn',
        sentence: 'it was withdrawn from review',
        choice: 'submit it again, or abandon it',
    },
    WAITING_FOR_EXPORT_COMPLIANCE: {
        reason: 'export-compliance',
        sentence: 'Apple waits for papers about its encryption',
        choice: 'hand them in at App Store Connect',
    },
    PENDING_APPLE_RELEASE: {
        reason: 'pending-apple',
        sentence: 'Apple approved it and holds it, for its date or for a release of the system',
    },
    PROCESSING_FOR_DISTRIBUTION: { reason: 'processing', sentence: 'Apple prepares it for the store' },
};
/** Nobody of the store has it yet. */
function decideBefore(draft, sight, health) {
    const { state, situation } = draft;
    const ending = withHealth(health);
    const { version, build } = sight;
    if (version?.state === 'WAITING_FOR_REVIEW' || version?.state === 'IN_REVIEW')
        return conclude(draft, tellReview(draft, version.state), ending);
    if (version?.state === 'PENDING_DEVELOPER_RELEASE')
        return decideRelease(draft, version, health);
    const known = version === null ? undefined : waiting[version.state];
    if (known !== undefined) {
        const { reason, sentence, choice } = known;
        return conclude(draft, hold(reason, sentence, choice === undefined ? {} : { choice }), ending);
    }
    if (version !== null)
        return conclude(draft, hold('state-unknown', `App Store Connect calls it ${version.state}, which is not known here`), ending);
    const name = state.artifact.store === 'app-store' ? state.artifact.build : '';
    if (build === null)
        return conclude(draft, hold('not-uploaded', `build ${name} is not at App Store Connect`), ending);
    if (!build.isTestable)
        return conclude(draft, hold('processing', `build ${name} is ${build.state} in TestFlight`), ending);
    const due = (state.publishedAt ?? situation.now) + toStage(draft).soak;
    if (situation.now < due && health?.verdict.state !== 'hold')
        return conclude(draft, hold('soaking', 'testers have it', { until: due }), ending);
    if (health?.verdict.state === 'hold')
        return conclude(draft, hold(health.verdict.reason, explainReason(health), { until: health.dueAt }), ending);
    return conclude(draft, hold('not-submitted', `testers have it, and there is no version ${situation.release.version} for the App Store`, {
        choice: 'submit it, by store-upload with "destination: app-store"',
    }), ending);
}
function tellReview({ state, situation }, word) {
    const since = state.inReviewSince ?? situation.now;
    const waited = situation.now - since;
    const what = word === 'IN_REVIEW' ? 'Apple reviews it' : 'it waits for Apple\u2019s reviewers';
    if (waited < reviewOverdueMs)
        return hold('in-review', what, { until: since + reviewOverdueMs });
    return hold('review-overdue', `${what}, for ${(0,duration/* formatDuration */.a)(waited)}, longer than usual`, {
        choice: 'wait, or ask for an expedited review at https://developer.apple.com/contact/app-store',
    });
}
function decideRelease(draft, version, health) {
    const { situation, state } = draft;
    const ending = withHealth(health);
    const { platform } = situation;
    if (platform.testFlight !== undefined && !state.isExpedited && state.publishedAt === null)
        return conclude(draft, hold('no-testers', 'Apple approved it, and no tester has had it yet'), ending);
    if (health !== undefined && health.verdict.state !== 'promote')
        return conclude(draft, holdBy(draft, health), ending);
    if (platform.phased && version.phased === null)
        return conclude(draft, hold('not-phased', 'Apple approved it without a phased release, which the policy asks for: everybody would get it at once, as they do with the first version of an app', { choice: 'turn its phased release on at App Store Connect, or promote by hand: everybody gets it at once' }), ending);
    const obstacle = findObstacle(situation, true);
    if (obstacle !== undefined && 'ask' in obstacle)
        return conclude(draft, hold('asking', 'what it needs is asked'), { ...ending, ask: true });
    if (obstacle !== undefined)
        return conclude(draft, obstacle.verdict, ending);
    const to = { track: 'app-store', share: version.phased === null ? 1 : (presets/* phases */.tW[0] ?? 1) };
    const sentence = health === undefined ? 'Apple approved it' : `Apple approved it; ${explainReason(health)}`;
    const verdict = { state: 'promote', reason: health?.verdict.reason ?? 'approved', sentence };
    return conclude(draft, verdict, { ...ending, move: { kind: 'release', versionId: version.id }, to });
}

;// CONCATENATED MODULE: ./src/rollout/decide-app-store.js








/** The next move of a version at the App Store, and why; pure. */
function decideAppStore(situation) {
    const { sight, platform, order } = situation;
    if (drafting_isOver(situation.state))
        return concludeDone(beginDraft(situation));
    const draft = noteWorld(beginDraft(situation), sight, platform);
    const { isExpedited, platform: name } = draft.state;
    const superseding = findSuperseding(draft, sight);
    if (superseding !== undefined)
        return supersede(draft, superseding);
    if (order?.command === 'expedite')
        return decideOn(isExpedited ? draft : note(draft, { kind: 'expedited', platform: name, by: order.by }), sight);
    const carried = order === undefined ? undefined : carryOrder(draft, sight, { ...order, command: order.command });
    return carried ?? decideOn(draft, sight);
}
/** Whoever has the store after this one: Apple itself says so of a version that was out. One that was not is never released below it. */
function findSuperseding({ state, situation }, { version, newer }) {
    if (version?.state === 'REPLACED_WITH_NEW_VERSION')
        return newer ?? 'a newer version';
    if (newer !== null)
        return newer;
    if (state.place?.track === 'app-store')
        return undefined;
    return situation.managed.find(({ isNewer, state: other }) => isNewer && other.productionAt !== null)?.tag;
}
/** Whether somebody paused it at App Store Connect can be told only after the gates were asked: a run of ours may have died in between. */
function decideOn(draft, sight) {
    if (draft.state.halt !== null)
        return keepHalt(notePause(draft, sight), sight, undefined);
    const begun = draft.state.publishedAt === null ? draft : keepMemory(draft);
    const health = judgeHealth(begun, toStage(begun));
    if (health?.verdict.state === 'halt')
        return haltBy(begun, sight, health);
    const noted = notePause(begun, sight);
    if (noted.state.halt !== null)
        return keepHalt(noted, sight, undefined);
    const ending = withHealth(health);
    const { pause, place } = noted.state;
    if (noted.situation.claim?.move === 'unpause' && pause === null && sight.version?.phased?.state === 'PAUSED')
        return unpause(noted, sight.version.id, `${noted.situation.claim.by} resumed it`, ending);
    if (noted.state.hold !== null)
        return rest(noted, sight, tellHold(noted), { ...ending, isForced: true });
    if (place?.track !== 'app-store')
        return decideBefore(noted, sight, health);
    if (sight.version?.state !== 'READY_FOR_DISTRIBUTION')
        return tellGone(noted, sight, ending);
    if (health?.verdict.state !== 'hold' || health.verdict.reason === 'soaking')
        return goOn(noted, sight, health);
    const needsPerson = health.verdict.reason === 'needs-human' || health.verdict.reason === 'invalid-data';
    const choice = needsPerson ? { choice: 'hold, halt, resume or abandon' } : {};
    const verdict = hold(health.verdict.reason, explainReason(health), choice);
    return rest(noted, sight, verdict, { ...ending, isForced: false });
}
/** Users have it, and nothing speaks against it: what a hold let rest goes on, and what is over is over. */
function goOn(draft, { version }, health) {
    const { state, situation } = draft;
    const { platform, pause, place } = state;
    const ending = withHealth(health);
    const phased = version?.phased ?? null;
    if (pause !== null && phased?.state === 'PAUSED' && version !== null)
        return unpause(draft, version.id, `the reason for its rest (${pause.reason}) is gone`, ending);
    if (place !== null && place.share >= 1) {
        const { watch } = situation.platform;
        const due = (state.publishedAt ?? situation.now) + watch;
        if (situation.now < due)
            return conclude(draft, hold('watching', 'everybody may have it, and it is watched', { until: due }), ending);
        return concludeDone(note(draft, { kind: 'completed', platform }), ending);
    }
    const boundary = nextDay(phased);
    const until = boundary === null || boundary <= situation.now ? {} : { until: boundary };
    const told = health === undefined ? '' : `; ${explainEvidence(health)}`;
    const asked = situation.order?.command === 'promote' ? '; "complete" gives it to everybody at once' : '';
    return conclude(draft, hold('phasing', `Apple moves it on day by day${told}${asked}`, until), ending);
}
function unpause(draft, versionId, sentence, ending) {
    const move = { kind: 'unpause', versionId };
    return conclude(draft, { state: 'promote', reason: 'unpause', sentence }, { ...ending, move });
}
/** Users had it, and the store does not say so any more. */
function tellGone(draft, { version }, ending) {
    const what = version === null ? 'App Store Connect does not know it any more' : `App Store Connect calls it ${version.state}`;
    return conclude(draft, hold('gone', `users had it, and ${what}`, { choice: 'look at App Store Connect, or abandon it' }), ending);
}

;// CONCATENATED MODULE: ./src/rollout/play-world.js



/**
 * Why tracks have to be read in an edit, which ends every other edit of the account; undefined when what can be asked without one
 * fits to what is known.
 */
function findReasonToLook({ state, sight, order, claim, isUploading, now }) {
    if (sight.looked)
        return undefined;
    const { place, halt, lookedAt, reachedAt, joinedAt } = state;
    if (place === null)
        return 'where the release stands is not known';
    if (claim !== undefined)
        return 'a move was begun, and its end is not known';
    if (order !== undefined && !quietOrders.has(order.command))
        return 'somebody asked for a move';
    const found = findFurthest(sight, codeOf(state));
    if (found?.track !== place.track)
        return `the release is not on ${place.track}, where it was`;
    const newer = found.neighbours.find(({ versionCode }) => versionCode > found.versionCode);
    if (newer !== undefined)
        return `${newer.versionCode} is on ${found.track}, too`;
    if (halt !== null && !halt.isShown)
        return 'a halt is due';
    const age = now - Math.max(lookedAt ?? joinedAt, reachedAt ?? 0);
    return age >= lookEveryMs && !isUploading ? 'nobody has looked for six hours' : undefined;
}
/** They change nothing at the store. */
const quietOrders = new Set(['hold', 'abandon']);
/** How long a change by hand in the Play Console may go unseen while nothing is due. */
const lookEveryMs = 6 * 3_600_000;
function codeOf({ artifact }) {
    return artifact.store === 'google-play' ? artifact.versionCode : -1;
}
/** On the track that is nearest to the users of the store. */
function findFurthest({ tracks }, versionCode) {
    for (const { track, releases } of tracks.toReversed()) {
        const own = releases.find((release) => release.versionCode === versionCode);
        if (own === undefined)
            continue;
        return { ...own, track, neighbours: releases.filter((release) => release !== own) };
    }
    return undefined;
}
/** Compares what an edit showed with what is known: moves of ours that were not written down, and those of others. */
function play_world_noteWorld(draft, found) {
    const { state, situation } = draft;
    const { platform } = state;
    const place = { track: found.track, share: shareOf(found) };
    let next = draft;
    if (!(0,places/* isSamePlace */.O)(state.place, place)) {
        const { claim } = situation;
        const isOurs = claim !== undefined && (0,places/* isSamePlace */.O)(claim.place, place);
        const how = isOurs ? 'move' : state.place === null ? 'seen' : 'drift';
        next = note(next, { kind: 'reached', platform, place, how, by: isOurs ? claim.by : 'store' });
    }
    return notePublication(play_world_noteResume(next, found), found);
}
/** A halt that the store shows, of ours or of somebody there. */
function noteHalt(draft, { status }) {
    const { platform, halt } = draft.state;
    if (status !== 'halted' || halt?.isShown === true)
        return draft;
    // A resume that was decided and is not there yet is no new halt.
    if (halt === null && draft.situation.claim?.move === 'resume')
        return draft;
    if (halt === null)
        return noteStoreHalt(draft, 'at Google Play');
    return note(draft, { kind: 'stopped', platform });
}
/** Somebody took it up again at the store: that is a decision of a person, and is not fought. */
function play_world_noteResume(draft, { status }) {
    const { platform, halt } = draft.state;
    return halt?.isShown === true && status !== 'halted'
        ? note(draft, { kind: 'resumed', platform, by: 'store' })
        : draft;
}
function notePublication(draft, { lifecycle, status }) {
    const { platform, publishedAt, halt } = draft.state;
    // Google calls a halted release published, too: it could be resumed.
    const isWithUsers = lifecycle === 'PUBLISHED' && status !== 'halted' && halt === null;
    return isWithUsers && publishedAt === null ? note(draft, { kind: 'published', platform }) : draft;
}
/** A halted release without a fraction was with everybody. */
function shareOf({ status, fraction }) {
    return status === 'draft' ? 0 : (fraction ?? 1);
}
function play_world_supersede(draft, by) {
    const noted = note(draft, { kind: 'superseded', platform: draft.state.platform, by });
    return conclude(noted, { state: 'done', reason: 'superseded', sentence: `${by} has taken its place` });
}

;// CONCATENATED MODULE: ./src/rollout/play-halt.js



/** A gate halts it. */
function play_halt_haltBy(draft, found, health) {
    return play_halt_keepHalt(noteHalt(noteGateHalt(draft, health), found), found, health);
}
/** A halt that stands: the move where the store does not show it yet. */
function play_halt_keepHalt(draft, found, health) {
    const { halt } = draft.state;
    const verdict = tellHalt(draft);
    const ending = withHealth(health);
    if (halt?.isShown === true)
        return conclude(draft, verdict, ending);
    const move = toHalt(found);
    if (move !== undefined)
        return conclude(draft, verdict, { ...ending, move });
    const where = `on ${found.track} Google halts nothing that everybody there has; it goes no further`;
    return conclude(draft, { ...verdict, sentence: `${verdict.sentence}; ${where}` }, ending);
}
function toHalt({ track, status, versionCode, lifecycle }) {
    if (status === 'draft' || lifecycle === 'DRAFT')
        return undefined;
    const isInternal = /(^|:)(internal|qa)$/.test(track);
    if (isInternal && status !== 'inProgress')
        return undefined;
    return { kind: 'halt', track, versionCode };
}

;// CONCATENATED MODULE: ./src/rollout/play-plan.js
/** The steps of the plan that lie ahead and the one that is reached, by what the world shows: names of stages are not remembered. */
function planOf({ situation, state }) {
    const { platform } = situation;
    if (!state.isExpedited)
        return platform.steps;
    const tests = platform.steps.filter(({ isProduction }) => !isProduction);
    return [...tests, ...platform.expedite];
}
/** Index of the last step that is reached; -1 before the first. */
function findIndex(draft) {
    const { place } = draft.state;
    if (place === null)
        return -1;
    const plan = planOf(draft);
    const before = plan.findIndex(({ track }) => track === place.track) - 1;
    const reached = plan.findLastIndex(({ track, reach }) => track === place.track && reach <= place.share + 1e-6);
    return reached === -1 ? before : reached;
}
function findStep(draft) {
    return planOf(draft)[findIndex(draft)];
}
function findNext(draft) {
    const plan = planOf(draft);
    const next = plan[findIndex(draft) + 1];
    // A hotfix does not wait in the tracks for testing.
    return draft.state.isExpedited
        ? (plan.slice(findIndex(draft) + 1).find(({ isProduction }) => isProduction) ?? next)
        : next;
}
/** A place beside the plan (15 %, by hand) waits as long as the step before it, and asks for the same. */
function play_plan_toStage(draft, step) {
    const { state, situation } = draft;
    const isLast = findNext(draft) === undefined;
    const { platform } = situation;
    const isSkipped = state.isExpedited && step?.isProduction !== true;
    return {
        name: step?.name ?? state.place?.track ?? 'upload',
        startedAt: state.publishedAt ?? situation.now,
        soak: isLast ? platform.watch : isSkipped ? 0 : (step?.soak ?? 0),
        evidence: isLast || isSkipped || step === undefined ? { kind: 'halt-only' } : step.evidence,
    };
}

;// CONCATENATED MODULE: ./src/rollout/play-raise.js







function decideRaise(draft, found, raise) {
    const { situation } = draft;
    const { platform } = draft.state;
    const ending = withHealth(raise.health);
    const plan = planOf(draft);
    const next = raise.toAll === true ? plan.at(-1) : findNext(draft);
    if (next === undefined || (raise.toAll === true && found.status === 'completed' && found.track === next.track)) {
        return concludeDone(note(draft, { kind: 'completed', platform }), ending);
    }
    const entersStore = next.isProduction && !(0,rollout_state/* isStorePlace */.Z4)({ track: found.track, share: 1 });
    if (!raise.isForced) {
        const superseding = situation.managed.find(({ isNewer, state }) => isNewer && state.life === 'open' && state.productionAt !== null);
        if (superseding !== undefined && next.isProduction)
            return play_world_supersede(draft, superseding.tag);
        const obstacle = findObstacle(situation, entersStore);
        if (obstacle !== undefined && 'ask' in obstacle)
            return conclude(draft, hold('asking', 'what it needs is asked'), { ...ending, ask: true });
        if (obstacle !== undefined)
            return conclude(draft, obstacle.verdict, ending);
        if (situation.isUploading)
            return conclude(draft, tellUpload(situation), ending);
    }
    const { sight } = situation;
    if (!sight.looked)
        return conclude(draft, hold('looking', 'its tracks are read'), { ...ending, look: true });
    const target = sight.tracks.find(({ track }) => track === next.track);
    const blocked = found.track === next.track ? undefined : findBlock(draft, target?.releases ?? [], next, raise);
    if (blocked !== undefined)
        return conclude(draft, blocked, ending);
    const sentence = raise.by === undefined ? explainRaise(raise.health) : `${raise.by} asked for it`;
    const verdict = { state: 'promote', reason: raise.health?.verdict.reason ?? 'by-hand', sentence };
    const move = toMove(found, next, target?.releases ?? []);
    return conclude(draft, verdict, { ...ending, move, to: { track: next.track, share: next.reach } });
}
/** https://developers.google.com/android-publisher/edits: an account's new edit ends its open one. */
function tellUpload({ platform }) {
    const what = platform.store === 'google-play' ? platform.package : platform.name;
    return hold('uploading', `an upload of ${what} is under way, and a look at its tracks would end it`);
}
function explainRaise(health) {
    return health === undefined ? 'nothing is asked of it' : explainReason(health);
}
/** What on the next track stands in the way; a rollout of ours is none, since a newer release takes its place. */
function findBlock({ situation, state }, there, next, { isForced }) {
    const code = codeOf(state);
    const running = there.find(({ status }) => status === 'inProgress' || status === 'halted');
    if (running !== undefined && running.versionCode > code)
        return hold('older-than-store', `${running.versionCode} is rolled out on ${next.track}, and it is newer`, {
            choice: 'abandon',
        });
    const isOurs = situation.managed.some(({ state: other }) => codeOf(other) === running?.versionCode);
    if (running !== undefined && !isOurs && !isForced)
        return hold('unmanaged-rollout', `the rollout of ${running.versionCode} on ${next.track} was not opened here, and would end with this`, {
            choice: 'complete or halt that one, or promote this by hand',
        });
    if (there.length === 0 && next.reach < 1 && !isForced)
        return hold('first-release', `it would be the first release on ${next.track}, which Google gives to everybody or to nobody`, {
            choice: 'promote by hand: everybody gets it at once',
        });
    return undefined;
}
function toMove(found, next, there) {
    const { versionCode, track } = found;
    if (track === next.track) {
        if (next.reach >= 1)
            return { kind: 'complete', track, versionCode };
        return { kind: 'raise', track, versionCode, from: shareOf(found), to: next.reach };
    }
    const running = there.find(({ status }) => status === 'inProgress' || status === 'halted');
    return {
        kind: 'promote',
        from: track,
        track: next.track,
        versionCode,
        to: there.length === 0 ? 1 : next.reach,
        ...(running === undefined ? {} : { replacing: running.versionCode }),
    };
}

;// CONCATENATED MODULE: ./src/rollout/play-review.js


/** Google reviews within hours as a rule, and up to seven days: https://support.google.com/googleplay/android-developer/answer/9859751 */
const play_review_reviewOverdueMs = 4 * 3_600_000;
function play_review_tellReview({ state, situation }, { lifecycle, track }) {
    const since = state.inReviewSince ?? situation.now;
    const waited = situation.now - since;
    switch (lifecycle ?? '') {
        case 'IN_REVIEW':
            if (waited < play_review_reviewOverdueMs)
                return hold('in-review', `Google reviews it on ${track}`, { until: since + play_review_reviewOverdueMs });
            return hold('review-overdue', `Google has reviewed it on ${track} for ${(0,duration/* formatDuration */.a)(waited)}, longer than usual`, {
                choice: 'wait, or write to Google Play support',
            });
        case 'NOT_SENT_FOR_REVIEW':
            return hold('not-sent', `it waits on ${track} until a person sends it for review`, {
                choice: 'send it for review in the Play Console, under Publishing overview',
            });
        case 'APPROVED_NOT_PUBLISHED':
            return hold('not-published', `Google approved it on ${track}, and managed publishing waits for a person`, {
                choice: 'publish it in the Play Console, under Publishing overview',
            });
        case 'NOT_APPROVED':
            return hold('rejected', `Google rejected it on ${track}`, {
                choice: 'read the reason in the Play Console, and upload a build that mends it',
            });
        case 'DRAFT':
            return hold('draft', `it is a draft on ${track}, which nobody gets`, {
                choice: 'start it in the Play Console, or upload it with a rollout',
            });
        default:
            return hold('publication-unknown', `whether users get it on ${track} Google does not say (${lifecycle ?? 'nothing'})`);
    }
}

;// CONCATENATED MODULE: ./src/rollout/play-orders.js






/** What a person asked for; a hotfix's plan is no order but another plan. */
function play_orders_carryOrder(begun, found, order) {
    // Who halts what is halted already means it as well, and is not the store.
    const draft = order.command === 'halt' ? begun : noteHalt(begun, found);
    const { state } = draft;
    const { platform } = state;
    const { command, by, why, until } = order;
    switch (command) {
        case 'abandon':
            return concludeDone(note(draft, { kind: 'abandoned', platform, by, why }));
        case 'hold': {
            const held = note(draft, { kind: 'held', platform, until: new Date(until).toISOString(), why, by });
            return conclude(held, tellHold(held));
        }
        case 'halt':
            return play_halt_keepHalt(noteHalt(noteOrderedHalt(draft, order), found), found, undefined);
        case 'resume':
            return resumeBy(draft, found, by);
        case 'promote':
        case 'complete':
            // What is due is done, whoever asks for something else.
            if (state.halt?.isShown === false)
                return play_halt_keepHalt(draft, found, undefined);
            if (state.halt !== null)
                return conclude(draft, {
                    state: 'halt',
                    reason: 'halted',
                    sentence: 'it is halted, and is resumed first',
                    choice: 'resume or abandon',
                });
            if (state.publishedAt === null || found.lifecycle !== 'PUBLISHED')
                return conclude(draft, play_review_tellReview(draft, found));
            return decideRaise(keepMemory(draft), found, { isForced: true, by, toAll: command === 'complete' });
    }
}
function resumeBy(draft, found, by) {
    const { state } = draft;
    const { platform, halt } = state;
    if (halt === null && found.status === 'halted')
        return resumeAgain(draft, found);
    if (halt === null) {
        const released = state.hold === null ? draft : note(draft, { kind: 'released', platform, by });
        return conclude(released, hold('released', state.hold === null ? 'it was neither held nor halted' : `${by} took the hold back`));
    }
    const resumed = note(draft, { kind: 'resumed', platform, by });
    const sentence = `${by} resumed it; its evidence begins anew`;
    if (found.status !== 'halted')
        return conclude(resumed, hold('resumed', sentence));
    const share = shareOf(found);
    // A release that everybody had has no share of its own: the largest below everybody is asked for.
    const to = share < 1 ? share : 0.999;
    const move = { kind: 'resume', track: found.track, versionCode: found.versionCode, to };
    return conclude(resumed, { state: 'promote', reason: 'resumed', sentence }, { move, to: { track: found.track, share: to } });
}
/** A run that was to resume it has ended before that. */
function resumeAgain(draft, found) {
    const { claim } = draft.situation;
    const { track, versionCode } = found;
    const to = claim?.place.share ?? shareOf(found);
    const verdict = { state: 'promote', reason: 'resumed', sentence: `${claim?.by ?? 'somebody'} resumed it` };
    return conclude(draft, verdict, {
        move: { kind: 'resume', track, versionCode, to },
        to: { track, share: to },
    });
}

;// CONCATENATED MODULE: ./src/rollout/decide-play.js









/** The next move of a release at Google Play, and why; pure. */
function decidePlay(situation) {
    const { sight, state } = situation;
    const draft = beginDraft(situation);
    if (drafting_isOver(state))
        return concludeDone(draft);
    const reason = findReasonToLook(situation);
    if (reason !== undefined && mayWait(situation))
        return conclude(draft, tellUpload(situation));
    if (reason !== undefined)
        return conclude(draft, hold('looking', reason), { look: true });
    const found = findFurthest(sight, codeOf(state));
    if (found === undefined)
        return decideAbsent(draft, sight);
    const successor = findSuccessor(state, sight);
    // It may stand in a track for testing still, which a hotfix has passed by.
    const hasLeft = state.place !== null && (0,rollout_state/* isStorePlace */.Z4)(state.place) && !(0,rollout_state/* isStorePlace */.Z4)({ track: found.track, share: 1 });
    if (successor !== undefined && hasLeft)
        return play_world_supersede(draft, successor);
    const superseding = found.neighbours.find(({ versionCode, status }) => versionCode > found.versionCode && status !== 'draft' && status !== null);
    if (superseding !== undefined && (0,rollout_state/* isStorePlace */.Z4)({ track: found.track, share: 1 }))
        return play_world_supersede(draft, `version code ${superseding.versionCode}`);
    return decidePresent(sight.looked ? play_world_noteWorld(draft, found) : notePublication(draft, found), found);
}
/** A look would end an upload that is under way. It waits, unless somebody asked or a halt is due. */
function mayWait({ isUploading, order, state, claim }) {
    return isUploading && order === undefined && state.halt === null && claim === undefined;
}
/** What stands where users of the store, or testers, had the release last. */
function findSuccessor(state, { tracks }) {
    const newer = tracks
        .find(({ track }) => track === state.place?.track)
        ?.releases.find(({ versionCode, status }) => versionCode > codeOf(state) && status !== 'draft');
    return newer === undefined ? undefined : `version code ${newer.versionCode}`;
}
function decideAbsent(draft, sight) {
    const { state, situation } = draft;
    const code = codeOf(state);
    const successor = findSuccessor(state, sight);
    if (successor !== undefined)
        return play_world_supersede(draft, successor);
    if (state.place === null)
        return conclude(draft, hold('not-uploaded', `version code ${code} is on none of the tracks of the plan`));
    const { version } = situation.release;
    return conclude(draft, hold('gone', `version code ${code} is no longer on ${state.place.track}, and nothing newer is`, {
        choice: `upload ${version} again, or abandon it`,
    }));
}
function decidePresent(draft, found) {
    const { situation } = draft;
    const { platform } = draft.state;
    const { order } = situation;
    if (order?.command === 'expedite') {
        const isKnown = draft.state.isExpedited;
        return decideByHealth(isKnown ? draft : note(draft, { kind: 'expedited', platform, by: order.by }), found);
    }
    if (order !== undefined)
        return play_orders_carryOrder(draft, found, { ...order, command: order.command });
    return decideByHealth(draft, found);
}
/** Whether somebody halted it at the store can be told only after the gates were asked: a run of ours may have died before it wrote that down. */
function decideByHealth(draft, found) {
    if (draft.state.halt !== null)
        return play_halt_keepHalt(noteHalt(draft, found), found, undefined);
    const begun = draft.state.publishedAt === null ? draft : keepMemory(draft);
    const health = judgeHealth(begun, play_plan_toStage(begun, findStep(begun)));
    if (health?.verdict.state === 'halt')
        return play_halt_haltBy(begun, found, health);
    const noted = noteHalt(begun, found);
    if (noted.state.halt !== null)
        return play_halt_keepHalt(noted, found, undefined);
    if (found.status === 'halted')
        return resumeAgain(noted, found);
    const isPublished = noted.state.publishedAt !== null && found.lifecycle === 'PUBLISHED';
    if (!isPublished)
        return conclude(noted, play_review_tellReview(noted, found), withHealth(health));
    if (noted.state.hold !== null)
        return conclude(noted, tellHold(noted), withHealth(health));
    if (health?.verdict.state !== 'promote')
        return conclude(noted, holdBy(noted, health), withHealth(health));
    return decideRaise(noted, found, { isForced: false, ...withHealth(health) });
}

;// CONCATENATED MODULE: ./src/rollout/decide.js





/** A run that has not come back for so long is dead: a job of the controller has fewer minutes. */
const claimMs = 30 * 60_000;
/**
 * The next move of one release on one platform, and why. Pure: the same situation gives the same decision. At most one move, and
 * never one that another run is making.
 */
function decidePlatform(situation) {
    return respectClaim(situation, decideAlone(situation));
}
function decideAlone(situation) {
    const { sight, platform } = situation;
    if ('error' in sight)
        return decideBlind(situation, sight.error);
    if (platform.store === 'google-play' && sight.store === 'google-play')
        return decidePlay({ ...situation, platform, sight });
    if (platform.store === 'app-store' && sight.store === 'app-store')
        return decideAppStore({ ...situation, platform, sight });
    throw new TypeError(`${platform.name} is not of the store that was looked at.`);
}
/** The store does not answer: nothing is moved, but a halt by hand is kept, and carried out by whichever run sees the store again. */
function decideBlind(situation, error) {
    const draft = beginDraft(situation);
    const { order, state } = situation;
    if (order?.command === 'halt' && state.halt === null) {
        const halted = noteOrderedHalt(draft, order);
        const { sentence } = tellHalt(halted);
        const choice = 'halt it in the console of the store';
        return conclude(halted, {
            state: 'halt',
            reason: 'store-unreadable',
            sentence: `${sentence}; the store could not be read: ${error}`,
            choice,
        });
    }
    if (state.halt === null)
        return conclude(draft, hold('store-unreadable', `the store could not be read: ${error}`));
    // A halt stands whether or not it can be seen.
    const told = tellHalt(draft);
    const { isShown } = state.halt;
    return conclude(draft, {
        ...told,
        reason: 'store-unreadable',
        sentence: `${told.sentence}; ${isShown ? '' : 'it is still to be carried out, and '}the store could not be read: ${error}`,
        ...(isShown ? {} : { choice: 'halt it in the console of the store' }),
    });
}
function respectClaim({ claim, run, now, state }, decision) {
    const { move } = decision;
    if (move === undefined || isBrake(move) || claim === undefined || claim.run === run)
        return decision;
    const until = Date.parse(claim.at) + claimMs;
    if (now >= until)
        return decision;
    const { health } = decision;
    return {
        // Nothing is written: the other run writes.
        events: [],
        state,
        verdict: hold('claimed', `another run (${claim.run}) is making a move`, { until }),
        ...(health === undefined ? {} : { health }),
    };
}

// EXTERNAL MODULE: ./src/rollout/uploads.js
var uploads = __webpack_require__(986);
// EXTERNAL MODULE: ./src/kit/child-env.js
var child_env = __webpack_require__(5029);
// EXTERNAL MODULE: ./src/kit/exec.js + 3 modules
var kit_exec = __webpack_require__(6376);
;// CONCATENATED MODULE: ./actions/staged-promote/needs.js



const timeoutMs = 60_000;
/** Asks whether what the release needs is there. What gives no answer is not there. */
async function askNeeds(context, needs) {
    const answers = await Promise.all(needs.map(async (need) => [need.name, await askNeed(context, need)]));
    return Object.fromEntries(answers);
}
async function askNeed({ exec, environment, inputs, http }, { name, check }) {
    if ('run' in check) {
        const { end } = await exec.run({
            name: `need ${name}`,
            file: 'bash',
            args: ['-eo', 'pipefail', '-c', check.run],
            cwd: inputs.workingDirectory,
            env: (0,child_env/* childEnvironment */.Q)(environment, inputs.passEnv),
            timeoutMs,
        });
        const met = end.kind === 'exited' && end.code === 0;
        return { met, detail: met ? 'its command says so' : `its command ended with ${(0,kit_exec/* describeEnd */.l)(end)}` };
    }
    const host = new URL(check.url).host;
    try {
        const answer = await http().request({
            vendor: host,
            operation: `ask for ${name}`,
            method: 'GET',
            url: check.url,
            timeoutMs,
        });
        const met = Buffer.from(answer.body).toString('utf8').includes(check.contains);
        return { met, detail: met ? `${host} says so` : `the answer of ${host} does not contain "${check.contains}"` };
    }
    catch (error) {
        if (!(error instanceof errors/* ForeseenError */.U8) || error.fault === 'cancelled')
            throw error;
        return { met: false, detail: error.notes[0].text };
    }
}

;// CONCATENATED MODULE: ./actions/staged-promote/observe.js


/** States of a build in TestFlight in which testers can have it: https://developer.apple.com/documentation/appstoreconnectapi/internalbetastate */
const testable = new Set(['IN_BETA_TESTING', 'READY_FOR_BETA_TESTING']);
/**
 * Looks at the store of a platform, one or two requests where nothing is due.
 * @param inEdit at Google Play, where fractions are told only inside an edit, which ends every other edit of the account
 */
async function observe(stores, platform, release, state, inEdit) {
    try {
        if (platform.store === 'app-store')
            return { sight: await observeAppStore(stores, platform, release, state) };
        const play = await stores.play(platform.package);
        return { sight: await (inEdit ? lookInEdit(play, platform, state) : lookOutside(play, state)) };
    }
    catch (error) {
        if (!(error instanceof errors/* ForeseenError */.U8) || error.fault === 'cancelled')
            throw error;
        return { sight: { error: error.notes[0].text }, failure: error };
    }
}
/** Without an edit: how far the release has come on its track. */
async function lookOutside(play, { place }) {
    if (place === null)
        return { store: 'google-play', looked: false, tracks: [] };
    const [{ readLifecycle }, { findRefusal }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(102), __webpack_require__.e(741)]).then(__webpack_require__.bind(__webpack_require__, 2741)),
        __webpack_require__.e(/* import() */ 296).then(__webpack_require__.bind(__webpack_require__, 7296)),
    ]);
    try {
        const { releases } = await readLifecycle(play, place.track);
        const sights = releases.map(({ versionCodes, state }) => ({
            versionCode: Math.max(...versionCodes),
            lifecycle: state,
            status: null,
            fraction: null,
        }));
        return { store: 'google-play', looked: false, tracks: [{ track: place.track, releases: sights }] };
    }
    catch (error) {
        // A name of the policy's own ("closed") is told by the list of tracks, which is read in an edit.
        if (findRefusal(error)?.kind !== 'track-not-found')
            throw error;
        return { store: 'google-play', looked: false, tracks: [] };
    }
}
async function lookInEdit(play, { steps, package: name }, { artifact }) {
    const [{ readTracks, readLifecycle }, { resolveTrack }, { idOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(102), __webpack_require__.e(741)]).then(__webpack_require__.bind(__webpack_require__, 2741)),
        __webpack_require__.e(/* import() */ 287).then(__webpack_require__.bind(__webpack_require__, 8287)),
        __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 9091)),
    ]);
    const found = await readTracks(play);
    const there = found.map((track) => track.name);
    const code = artifact.store === 'google-play' ? artifact.versionCode : -1;
    const tracks = [...new Set(steps.map(({ track }) => track))].map((track) => {
        const real = resolveTrack(track, there, name);
        const releases = found.find((one) => one.name === real)?.releases ?? [];
        return { track, real, releases: releases.filter(({ versionCodes }) => versionCodes.length > 0) };
    });
    // How far it came is told by track, and matters on the one that is nearest to the users of the store.
    const furthest = tracks.findLast(({ releases }) => releases.some((release) => idOf(release) === code));
    const lifecycles = furthest === undefined ? [] : (await readLifecycle(play, furthest.real)).releases;
    return {
        store: 'google-play',
        looked: true,
        tracks: tracks.map(({ track, releases }) => ({
            track,
            releases: releases.map((release) => {
                const id = idOf(release);
                const told = track === furthest?.track
                    ? lifecycles.find(({ versionCodes }) => Math.max(...versionCodes) === id)
                    : undefined;
                return { versionCode: id, lifecycle: told?.state ?? null, status: release.status, fraction: release.fraction };
            }),
        })),
    };
}
async function observeAppStore(stores, policy, { version }, { artifact, place }) {
    const [connect, appId] = [await stores.connect(), await stores.appId(policy)];
    const { readVersions } = await Promise.all(/* import() */[__webpack_require__.e(576), __webpack_require__.e(381)]).then(__webpack_require__.bind(__webpack_require__, 7381));
    const { isSameVersion, findBuilds } = await Promise.all(/* import() */[__webpack_require__.e(576), __webpack_require__.e(820)]).then(__webpack_require__.bind(__webpack_require__, 5820));
    const number = artifact.store === 'app-store' ? artifact.build : '';
    const versions = await readVersions(connect, appId);
    const own = versions.find((one) => isSameVersion(one.version, version));
    const isOurs = own !== undefined && (own.build === null || own.build.number === number);
    if (own !== undefined && !isOurs && isOut(own))
        throw new errors/* ConfigurationError */.j1(messages_messages['app-store-other-build'](version, own.build?.number ?? '', number));
    const asksBuild = policy.testFlight !== undefined && place?.track !== 'app-store';
    const [build] = asksBuild ? await findBuilds(connect, { appId, version, number }) : [];
    const newer = versions.find((one) => isOut(one) && one.state === 'READY_FOR_DISTRIBUTION' && own !== undefined && one.createdAt > own.createdAt);
    return {
        store: 'app-store',
        version: own === undefined || !isOurs
            ? null
            : {
                id: own.id,
                state: own.state,
                releaseType: own.releaseType,
                phased: own.phasedRelease,
                build: own.build?.number ?? null,
            },
        build: build === undefined
            ? null
            : {
                id: build.id,
                isTestable: build.processing === 'VALID' &&
                    !build.expired &&
                    [build.internalState, build.externalState].some((word) => word !== null && testable.has(word)),
                state: build.expired
                    ? 'expired'
                    : build.processing === 'VALID'
                        ? (build.internalState ?? 'VALID')
                        : build.processing,
            },
        newer: newer === undefined ? null : newer.version,
    };
}
function isOut({ state }) {
    return state === 'READY_FOR_DISTRIBUTION' || state === 'REPLACED_WITH_NEW_VERSION';
}

;// CONCATENATED MODULE: ./actions/staged-promote/decisions.js










/** Platforms of releases that are not over, the newest release first. Each is decided by itself: the failure of one stops no other. */
async function decideAll(deciding, ledgers, wanted) {
    const decided = [];
    for (const rollout of ledgers.rollouts.filter((one) => !(0,rollout_ledgers/* isFinished */.$g)(one))) {
        const tag = (0,rollout_entries/* tagOf */.cO)(rollout.state.release);
        for (const state of rollout.state.platforms) {
            const platform = deciding.policy.platforms.find(({ name }) => name === state.platform);
            const isWanted = wanted.size === 0 || wanted.has(`${tag} ${state.platform}`);
            if (platform === undefined || !isWanted || decisions_isOver(state))
                continue;
            decided.push(await decideOne(deciding, ledgers, { rollout, state, platform }));
        }
    }
    return decided;
}
function decisions_isOver({ life }) {
    return life === 'superseded' || life === 'complete' || life === 'abandoned';
}
async function decideOne(deciding, ledgers, one) {
    const { context, policy, stores } = deciding;
    const { rollout, state, platform } = one;
    const { release } = rollout.state;
    const key = `${(0,rollout_entries/* tagOf */.cO)(release)} ${platform.name}`;
    const subject = { policy, platform, release, state };
    const remember = async (what, make) => {
        const known = deciding.seen.get(`${key} ${what}`) ?? make();
        deciding.seen.set(`${key} ${what}`, known);
        return known;
    };
    const look = async (inEdit) => observe(stores, platform, release, state, inEdit);
    let observed = await look(false);
    let evidence = { reports: {} };
    if (state.halt === null)
        evidence = await remember('evidence', async () => gatherEvidence(context, stores, subject, observed.sight));
    let needs = {};
    for (;;) {
        const isBeginning = state.memory === null && isWithUsers(observed);
        const measured = isBeginning ? await remember('before', async () => measureBefore(context, stores, subject)) : {};
        const situation = {
            ...subject,
            others: rollout.state.platforms.filter((other) => other !== state),
            managed: listManaged(ledgers, rollout, platform.name),
            sight: observed.sight,
            reports: evidence.reports,
            parameters: toParameters(policy, platform, measured),
            needs,
            longestGap: deciding.longestGap,
            // They are taken over once, when the first user gets it.
            curves: state.memory === null ? findCurves(ledgers, release, platform.name) : {},
            claim: rollout.ledger.claims[platform.name],
            isUploading: isUploading(ledgers, platform, context.clock.now()),
            order: deciding.orderFor((0,rollout_entries/* tagOf */.cO)(release), platform.name),
            now: context.clock.now(),
            run: deciding.run,
        };
        const decision = decidePlatform(situation);
        if (decision.look === true)
            observed = await look(true);
        else if (decision.ask === true)
            needs = await askNeeds(context, policy.needs);
        else
            return {
                rollout,
                platform,
                decision,
                observed,
                reports: evidence.reports,
                events: addSnapshot(decision, evidence, observed, situation.now),
            };
    }
}
function isUploading({ uploading }, platform, now) {
    if (platform.store !== 'google-play')
        return false;
    return (0,uploads/* readUploads */.f)(uploading, now).some((upload) => upload.package === platform.package);
}
/** Whether a store shows users who have it. */
function isWithUsers({ sight }) {
    if ('error' in sight)
        return false;
    if (sight.store === 'app-store')
        return sight.build?.isTestable === true || sight.version?.state === 'READY_FOR_DISTRIBUTION';
    return sight.tracks.some(({ releases }) => releases.some(({ lifecycle }) => lifecycle === 'PUBLISHED'));
}
function addSnapshot(decision, { reports, reviews }, { sight }, now) {
    const looked = 'looked' in sight && sight.looked;
    const snapshot = takeSnapshot(decision.state, {
        reports,
        looked,
        now,
        ...(reviews === undefined ? {} : { reviews }),
    });
    return snapshot === undefined ? decision.events : [...decision.events, snapshot];
}
function listManaged({ rollouts }, own, platform) {
    return rollouts
        .filter((other) => other !== own)
        .flatMap((other) => other.state.platforms
        .filter((state) => state.platform === platform)
        .map((state) => ({
        tag: (0,rollout_entries/* tagOf */.cO)(other.state.release),
        state,
        isNewer: (0,rollout_ledgers/* compareReleases */.c0)(other.state.release, own.state.release) > 0,
    })));
}

;// CONCATENATED MODULE: ./actions/staged-promote/tick.js










const mostAttempts = 6;
/**
 * Observe, decide, act, verify, record: at most one move for each platform. What is decided is written down before it is done, by
 * compare-and-swap, so that of two runs at once only one does it; a halt is done all the same where the ledger cannot be written.
 */
async function tick(ticking) {
    const { context } = ticking;
    const { ledgers, decided, unwritten } = await decideAndClaim(ticking);
    const isObserving = context.inputs.mode === 'observe';
    const outcomes = [];
    // Brakes first: a raise that takes its time must not keep a halt waiting.
    for (const one of decided.toSorted((first, second) => tick_rank(first) - tick_rank(second)))
        outcomes.push(isObserving ? one : await act(ticking, one, unwritten !== undefined));
    const recorded = isObserving ? undefined : await record(ticking, outcomes, unwritten !== undefined);
    const failure = recorded ?? (unwritten === undefined || outcomes.some(({ made }) => made !== undefined) ? undefined : unwritten);
    return { ledgers, outcomes, ...(failure === undefined ? {} : { unwritten: failure }) };
}
function tick_rank({ decision: { move } }) {
    return move === undefined ? 2 : isBrake(move) ? 0 : 1;
}
async function decideAndClaim(ticking) {
    const { context, branch, order, wanted } = ticking;
    const deciding = {
        ...ticking,
        longestGap: ticking.pulse.longestGap,
        orderFor: () => order,
        seen: new Map(),
    };
    for (let attempt = 1;; attempt += 1) {
        const ledgers = (0,rollout_ledgers/* readLedgers */.DV)(await branch.read());
        const decided = await context.log.group('Look and decide', async () => decideAll(deciding, ledgers, wanted));
        if (context.inputs.mode === 'observe')
            return { ledgers, decided };
        const changed = changeLedgers(ledgers, decided, (ledger, one) => claim((0,rollout_entries/* addEvents */.v7)(ledger, one.events, signature(ticking)), one, ticking));
        if (changed.length === 0)
            return { ledgers, decided };
        const message = headline(decided);
        try {
            const written = await branch.write((0,rollout_ledgers/* toChange */._u)(ledgers, changed, message));
            if (written.is === 'written')
                return { ledgers, decided };
            if (written.is === 'unknown')
                return { ledgers, decided, unwritten: written.error };
        }
        catch (error) {
            // A halt is worth more than its record.
            if (!(error instanceof errors/* ForeseenError */.U8) || error.fault === 'cancelled')
                throw error;
            return { ledgers, decided, unwritten: error };
        }
        context.log.info('The ledger was changed by somebody else: deciding anew');
        if (attempt === mostAttempts)
            return { ledgers, decided, unwritten: contended(branch, attempt) };
    }
}
function contended({ name }, attempts) {
    const note = messages_messages['ledger-unwritten'](`the branch ${name} was changed by somebody else ${attempts} times in a row`);
    return new errors/* VendorError */.Hi(note, { vendor: 'GitHub', operation: 'write the ledger', attempts, ambiguous: false });
}
function signature({ context, run }) {
    return { now: context.clock.now(), run };
}
function doerOf({ order }) {
    return order?.by ?? 'controller';
}
/** The ledger of each release that changes, with all of its platforms. */
function changeLedgers(ledgers, decided, change) {
    const changed = new Map();
    for (const one of decided) {
        const { release } = one.rollout.state;
        const known = changed.get((0,rollout_entries/* tagOf */.cO)(release))?.ledger ?? (0,rollout_ledgers/* findRollout */.HI)(ledgers, release)?.ledger;
        if (known === undefined)
            continue;
        const next = change(known, one);
        if (!isSame(next, known))
            changed.set((0,rollout_entries/* tagOf */.cO)(release), { release, ledger: next });
    }
    return [...changed.values()];
}
/** Entries are only ever added, and adding none leaves them as they are: a ledger of a week is not compared word by word. */
function isSame(one, other) {
    return one.entries === other.entries && JSON.stringify(one.claims) === JSON.stringify(other.claims);
}
/** Takes the move upon this run; a claim that is settled, or of a move that nobody wants any more, goes. */
function claim(ledger, { decision, platform: { name } }, ticking) {
    const { move, to, state, verdict } = decision;
    const known = ledger.claims[name];
    if (verdict.reason === 'claimed')
        return ledger;
    if (move === undefined) {
        const isWaiting = known !== undefined &&
            !(0,places/* isSamePlace */.O)(state.place, known.place) &&
            verdict.state === 'hold' &&
            verdict.reason === 'processing';
        return isWaiting || known === undefined ? ledger : (0,rollout_entries/* setClaim */.dE)(ledger, name, undefined);
    }
    const { now, run } = signature(ticking);
    const place = to ?? state.place ?? { track: '', share: 0 };
    const isHold = move.kind === 'pause' && state.halt === null;
    const next = {
        run,
        at: new Date(now).toISOString(),
        move: move.kind,
        place,
        // Who began it is who did it, also where another run finishes it.
        by: known?.move === move.kind && (0,places/* isSamePlace */.O)(known.place, place) ? known.by : doerOf(ticking),
        reason: isHold ? verdict.reason : null,
    };
    return (0,rollout_entries/* setClaim */.dE)(ledger, name, next);
}
function headline(decided) {
    const [first] = decided.filter(({ events, decision }) => events.length > 0 || decision.move !== undefined);
    if (first === undefined)
        return 'settled [skip ci]';
    const { platform, decision, rollout } = first;
    const { verdict } = decision;
    return (0,ledger_file/* writeHeadline */.mG)(rollout.state.release, `${platform.name}: ${verdict.state} (${verdict.reason})`);
}
async function act(ticking, one, isUnwritten) {
    const { context, stores } = ticking;
    const { decision, platform } = one;
    if (!hasMove(decision))
        return one;
    // What could not be claimed might be made by another run as well; a brake does no harm twice.
    if (isUnwritten && !isBrake(decision.move))
        return one;
    const what = tellMove(decision.move);
    return context.log.group(`${platform.name}: ${what}`, async () => {
        try {
            const claimed = one.rollout.ledger.claims[platform.name];
            const by = claimed?.move === decision.move.kind ? claimed.by : doerOf(ticking);
            return { ...one, made: await makeMove(stores, platform, decision, by) };
        }
        catch (error) {
            if (!(error instanceof errors/* ForeseenError */.U8) || error.fault === 'cancelled')
                throw error;
            context.log.info(`${error.notes[0].text} ${error.notes[0].cure}`);
            return { ...one, failure: error };
        }
    });
}
function hasMove(decision) {
    return decision.move !== undefined;
}
/**
 * Writes down what was made. Others may have written since: what is added to is what stands there now.
 * @returns why it could not be
 */
async function record(ticking, outcomes, isUnwritten) {
    const { branch } = ticking;
    const acted = outcomes
        .filter(({ decision }) => hasMove(decision))
        .filter(({ made, failure }) => made !== undefined || failure !== undefined);
    if (acted.length === 0)
        return undefined;
    try {
        for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
            const ledgers = (0,rollout_ledgers/* readLedgers */.DV)(await branch.read());
            const changed = changeLedgers(ledgers, acted, (ledger, outcome) => settle(ledger, outcome, ticking, isUnwritten));
            if (changed.length === 0)
                return undefined;
            const written = await branch.write((0,rollout_ledgers/* toChange */._u)(ledgers, changed, headline(acted)));
            if (written.is === 'written')
                return undefined;
            if (written.is === 'unknown')
                return written.error;
        }
        return contended(branch, mostAttempts);
    }
    catch (error) {
        if (!(error instanceof errors/* ForeseenError */.U8) || error.fault === 'cancelled')
            throw error;
        return error;
    }
}
function settle(ledger, { decision, platform: { name }, made, failure, events }, ticking, isUnwritten) {
    const { run } = ticking;
    const before = isUnwritten ? events : [];
    const known = (0,rollout_entries/* addEvents */.v7)(ledger, before, signature(ticking));
    const added = (made?.events ?? []).reduce((sum, event) => ((0,rollout_state/* isNews */.Ms)((0,rollout_state/* readState */.un)(sum), event) ? (0,rollout_entries/* addEvents */.v7)(sum, [event], signature(ticking)) : sum), known);
    const own = added.claims[name];
    // Whoever took over a claim of ours settles it.
    if (own?.run !== run || made?.isPending === true)
        return added;
    // Who resumed it has said so already: that stays to be done, also where a store refuses it for now.
    const isOpen = failure !== undefined &&
        (resumes.has(decision.move?.kind ?? '') || (failure instanceof errors/* VendorError */.Hi && failure.details.ambiguous));
    return isOpen || decision.move === undefined ? added : (0,rollout_entries/* setClaim */.dE)(added, name, undefined);
}
const resumes = new Set(['resume', 'unpause']);

;// CONCATENATED MODULE: ./actions/staged-promote/troubles.js




/** What the run has to say of what went wrong, the most serious first. */
function listTroubles({ outcomes, unwritten, ledgers }, { failure: uncalled }, hidden, { sinceLast }) {
    const moves = outcomes.flatMap(({ failure, platform, decision }) => {
        if (failure === undefined || decision.move === undefined)
            return [];
        const [{ text, cure }] = failure.notes;
        // What its owner can mend is mended by its own cure.
        const reason = failure.fault === 'configuration' ? `${text} ${cure}` : text;
        return [{ message: messages_messages['move-failed'](platform.name, tellMove(decision.move), reason), failure }];
    });
    const blind = outcomes.flatMap(({ observed: { failure }, platform: { name } }) => {
        if (failure === undefined)
            return [];
        const [own] = failure.notes;
        const isOwners = failure.fault === 'configuration';
        const message = isOwners ? { ...own, text: `${name}: ${own.text}` } : messages_messages['store-unreadable'](name, own.text);
        return [{ message, failure }];
    });
    const unread = ledgers.unreadable.map(({ path, reason }) => ({
        message: messages_messages['ledger-unreadable'](path, reason),
        failure: undefined,
    }));
    const isLate = sinceLast !== undefined && sinceLast > lateMs && outcomes.length > 0;
    const late = isLate
        ? [{ message: messages_messages['ticks-late']((0,duration/* formatDuration */.a)(sinceLast)), failure: undefined, isHarmless: true }]
        : [];
    return [
        ...moves,
        ...blind,
        ...tell('ledger-unwritten', unwritten),
        ...unread,
        ...tell('call-failed', uncalled),
        ...tell('timeline-failed', hidden).map((one) => ({ ...one, isHarmless: true })),
        ...late,
    ];
}
function tell(id, failure) {
    return failure === undefined ? [] : [{ message: messages_messages[id](failure.notes[0].text), failure }];
}

;// CONCATENATED MODULE: ./actions/staged-promote/main.js


















const stagedPromote = { name: 'staged-promote', fields: fields, outputs: outputs, main };
const main_hourMs = 3_600_000;
async function main(context) {
    const { command } = context.inputs;
    const stores = createStores(context);
    if (command === 'halt') {
        await halt(context, stores);
        return;
    }
    const policy = loadPolicy(context);
    const branch = openLedgers(openGitHub(context), policy);
    if (command === 'open') {
        await open_open(context, policy, { stores, branch, ...(0,runner/* readRunner */.f)(context.environment) });
        return;
    }
    if (command === 'tick' || command === 'status') {
        const observing = command === 'status' ? { ...context, inputs: { ...context.inputs, mode: 'observe' } } : context;
        const ticking = { ...(await withPulse(shared(observing, policy, stores))), wanted: new Set() };
        await main_conclude(ticking, await tick(ticking));
        return;
    }
    const ledgers = (0,rollout_ledgers/* readLedgers */.DV)(await branch.read());
    const rollout = findWanted(context, ledgers, policy);
    checkConfirmation(context, command, rollout.state.release);
    const order = toOrder(context, command);
    const ticking = {
        ...(await withPulse(shared(context, policy, stores))),
        ...{ order, wanted: listWanted(context, rollout) },
    };
    await main_conclude(ticking, await tick(ticking));
}
function shared(context, policy, stores) {
    const github = openGitHub(context);
    return {
        context,
        policy,
        stores,
        github,
        branch: openLedgers(github, policy),
        run: (0,runner/* readRunner */.f)(context.environment).run,
        pulse: unknownPulse,
    };
}
/** Not for a halt, which waits for nothing that it does not need. */
async function withPulse(ticking) {
    return { ...ticking, pulse: await readPulse(ticking.context, ticking.github) };
}
function toOrder(context, command) {
    const { inputs, clock } = context;
    return {
        command,
        by: (0,runner/* readRunner */.f)(context.environment).by,
        why: inputs.why,
        until: clock.now() + inputs.holdHours * main_hourMs,
    };
}
/** The release that the input names; without it the newest that is open. @throws ConfigurationError (`release-unknown`, `nothing-open`) */
function findWanted(context, { rollouts }, policy) {
    const open = rollouts.filter((rollout) => !(0,rollout_ledgers/* isFinished */.$g)(rollout));
    const known = open.map(({ state }) => (0,rollout_entries/* tagOf */.cO)(state.release)).join(', ');
    if (context.inputs.release === undefined) {
        const [newest] = open;
        if (newest === undefined)
            throw new errors/* ConfigurationError */.j1(messages_messages['nothing-open'](policy.release));
        return newest;
    }
    const wanted = (0,rollout_entries/* tagOf */.cO)(readRelease(context, ''));
    const found = open.find(({ state }) => (0,rollout_entries/* tagOf */.cO)(state.release) === wanted);
    if (found === undefined)
        throw new errors/* ConfigurationError */.j1(messages_messages['release-unknown'](wanted, known));
    return found;
}
/** "tag platform" of what the order is about. @throws ConfigurationError (`platform-unknown`) */
function listWanted({ inputs }, { state }) {
    const known = state.platforms.map(({ platform }) => platform);
    const odd = inputs.platform.find((name) => !known.includes(name));
    if (odd !== undefined)
        throw new errors/* ConfigurationError */.j1(messages_messages['platform-unknown'](odd, known.join(', ')));
    const names = inputs.platform.length === 0 ? known : inputs.platform;
    return new Set(names.map((name) => `${(0,rollout_entries/* tagOf */.cO)(state.release)} ${name}`));
}
const confirmed = new Set(['promote', 'resume', 'complete']);
/** What brings it to more users is typed twice. @throws ConfigurationError (`confirmation-missing`) */
function checkConfirmation({ inputs }, command, { version }) {
    if (confirmed.has(command) && inputs.confirm !== version)
        throw new errors/* ConfigurationError */.j1(messages_messages['confirmation-missing'](command, version, inputs.confirm));
}
/** Calls who is needed, shows and draws what was done, and ends the run with it. @throws ForeseenError */
async function main_conclude(ticking, ticked) {
    const { context, policy, github, run } = ticking;
    const calling = { context, policy, github, signature: { now: context.clock.now(), run } };
    const calls = await callPeople(calling, ticked);
    const hidden = await showDeployments(calling, ticked);
    const troubles = listTroubles(ticked, calls, hidden, ticking.pulse);
    report(context, ticked, calls, troubles);
    const { outcomes } = ticked;
    if (outcomes.length === 0) {
        const { text, cure } = messages_messages['nothing-open'](policy.release);
        context.log.info(`${text} ${cure}`);
        context.summary.paragraph(`${text} ${cure}`);
    }
    const halted = outcomes.filter(({ made, decision }) => made?.moved === true && decision.verdict.state === 'halt');
    const [first] = halted;
    if (first !== undefined && context.inputs.command === 'tick') {
        const { sentence, choice = '' } = first.decision.verdict;
        throw new errors/* ForeseenError */.U8('gate', [messages_messages['halted-now'](first.platform.name, sentence, choice)], {
            described: true,
        });
    }
    const [trouble] = troubles.filter(({ isHarmless }) => isHarmless !== true);
    if (trouble === undefined)
        return;
    if (trouble.failure !== undefined)
        throw new errors/* ForeseenError */.U8(trouble.failure.fault, [trouble.message], { described: true, cause: trouble.failure });
    throw new errors/* ConfigurationError */.j1(trouble.message, [], { described: true });
}
/**
 * Halts by hand. It needs no confirmation and waits for nobody; where policy or ledger cannot be read, or know nothing of it, what is
 * under way at the stores is halted.
 */
async function halt(context, stores) {
    const policy = unlessForeseen(context, () => loadPolicy(context));
    const ticked = policy === undefined ? undefined : await haltRelease(context, policy, stores);
    const isDone = ticked?.outcomes.some(({ made, decision }) => made !== undefined || decision.state.halt?.isShown === true) ?? false;
    if (policy !== undefined && ticked !== undefined && isDone) {
        await main_conclude({ ...shared(context, policy, stores), wanted: new Set() }, ticked);
        return;
    }
    const braked = await context.log.group('Halt at the stores', async () => brake(context, stores, findApps(context, policy)));
    // What was in the way may be gone, and then the ledger knows whose halt it is.
    const isKnown = policy !== undefined && braked.halted.length > 0 && (await haltRelease(context, policy, stores)) !== undefined;
    describeBraked(context, braked, isKnown);
}
async function haltRelease(context, policy, stores) {
    try {
        const ticking = shared(context, policy, stores);
        const rollout = findWanted(context, (0,rollout_ledgers/* readLedgers */.DV)(await ticking.branch.read()), policy);
        const order = toOrder(context, 'halt');
        return await tick({ ...ticking, order, wanted: listWanted(context, rollout) });
    }
    catch (error) {
        if (!(error instanceof errors/* ForeseenError */.U8) || error.fault === 'cancelled')
            throw error;
        tellIgnored(context, error);
        return undefined;
    }
}
function unlessForeseen(context, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof errors/* ForeseenError */.U8))
            throw error;
        tellIgnored(context, error);
        return undefined;
    }
}
/** What is in the way of everything else is not in the way of a halt. */
function tellIgnored({ log, annotations }, { notes: [{ id, text, cure }] }) {
    log.info(`${text} ${cure}`);
    annotations.add({ level: 'warning', message: `${text} The halt goes on without it. [${id}]` });
}
/** @throws ForeseenError where something could not be halted, or nothing was there */
function describeBraked({ summary, outputs: out, log }, { halted, failures }, isKnown) {
    const [failure] = failures;
    if (halted.length > 0) {
        out.set({ verdict: 'halt', halted: true, moved: true });
        summary.heading(2, '\ud83d\uded1 Halted at the stores').list(halted);
        if (!isKnown)
            summary.paragraph('The ledger does not know of it yet; the next tick writes it down.');
        for (const one of halted)
            log.info(`halted: ${one}`);
    }
    if (failure !== undefined)
        throw failure;
    if (halted.length === 0)
        throw new errors/* ConfigurationError */.j1(messages_messages['nothing-halted']('no rollout and no phased release is under way'));
}


/***/ }),

/***/ 7703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ findDefect)
/* harmony export */ });
/** Revisions that take away more than this share of a bucket's units are a broken source, not a revision. */
const tolerableShrinkage = 0.2;
/** The first thing that makes a report unusable, in words that name the bucket; undefined when it is sound. */
function findDefect({ buckets, freshUntil, earlier = [] }) {
    if (freshUntil !== undefined && !Number.isFinite(freshUntil))
        return `up to when the data reach is ${freshUntil}, which is no time`;
    const sorted = buckets.toSorted((one, other) => one.start - other.start);
    for (const [index, bucket] of sorted.entries()) {
        const defect = findBucketDefect(bucket, sorted[index - 1]);
        if (defect !== undefined)
            return `${nameBucket(bucket)}: ${defect}`;
    }
    return findShrinkage(sorted, earlier);
}
function findBucketDefect(bucket, before) {
    if (!(Number.isFinite(bucket.start) && Number.isFinite(bucket.end)))
        return 'its start or end is not a time';
    if (bucket.end <= bucket.start)
        return 'it ends before it starts';
    if (before !== undefined && before.end > bucket.start)
        return `it overlaps ${nameBucket(before)}`;
    const own = findTallyDefect(bucket);
    if (own !== undefined || bucket.previous === undefined)
        return own;
    const previous = findTallyDefect(bucket.previous);
    return previous === undefined ? undefined : `of the previous version, ${previous}`;
}
function findTallyDefect({ units, bad, uncertainty = 0 }) {
    const defect = findNumberDefect('units', units) ?? findNumberDefect('bad', bad) ?? findNumberDefect('uncertainty', uncertainty);
    return defect ?? (bad > units ? `${bad} bad of only ${units} units` : undefined);
}
function findNumberDefect(name, value) {
    // Infinity is refused, too: a rate of anything over infinity would be 0.
    if (!Number.isFinite(value))
        return `${name} is ${value}, which is no number of anything`;
    return value < 0 ? `${name} is ${value}, below 0` : undefined;
}
function findShrinkage(sorted, earlier) {
    const first = sorted[0]?.start ?? Number.POSITIVE_INFINITY;
    const now = new Map(sorted.map((bucket) => [bucket.start, bucket]));
    for (const then of earlier) {
        // A source may stop telling about the distant past.
        if (then.start < first)
            continue;
        const { units, uncertainty = 0 } = now.get(then.start) ?? { units: 0 };
        const least = (then.units - (then.uncertainty ?? 0)) * (1 - tolerableShrinkage);
        if (units + uncertainty < least)
            return `${nameBucket(then)}: it shrank from ${then.units} to ${units} units`;
    }
    return undefined;
}
function nameBucket({ start }) {
    const date = new Date(start);
    return `bucket ${Number.isNaN(date.getTime()) ? String(start) : date.toISOString().replace(/:00\.000Z$/, 'Z')}`;
}


/***/ }),

/***/ 7731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ readRedirect),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   cq: () => (/* binding */ redirects)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6513);


/** The variables by which tests and rehearsals put an emulator in a service's place. */
const redirects = {
    npm: 'SLIPWAY_NPM_REGISTRY',
    /** All hosts of Google that are asked: sign-in, Play Developer API, Play Developer Reporting. */
    google: 'SLIPWAY_GOOGLE_API',
    appStoreConnect: 'SLIPWAY_APP_STORE_CONNECT_API',
    sentry: 'SLIPWAY_SENTRY_API',
    expo: 'SLIPWAY_EXPO_API',
};
/**
 * The base URL that a variable redirects to, without a slash at its end; undefined when it is not set. A variable may
 * redirect only to this machine: whoever can set a variable must not be able to receive credentials. Other hosts are
 * reached only through an input made for that (self-hosted Sentry, GitHub Enterprise Server).
 * @throws ConfigurationError (`endpoint-not-loopback`).
 */
function readRedirect(variable, environment) {
    const redirected = environment[variable];
    if (redirected === undefined || redirected === '')
        return undefined;
    if (!isLoopback(redirected))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .kitMessages */ .Z['endpoint-not-loopback'](variable, redirected));
    return redirected.replace(/\/+$/, '');
}
/** True for http(s) URLs of 127.0.0.0/8, ::1 and localhost. The URL parser has resolved every spelling of an address. */
function isLoopback(url) {
    if (!URL.canParse(url))
        return false;
    const { hostname, protocol, username, password } = new URL(url);
    if (protocol !== 'http:' && protocol !== 'https:')
        return false;
    if (username !== '' || password !== '')
        return false;
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}


/***/ }),

/***/ 3982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ keyFields),
/* harmony export */   h: () => (/* binding */ readKeyInputs)
/* harmony export */ });
/* harmony import */ var _kit_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4636);

/** The inputs by which an action gets its key, in the order of its `action.yml`. */
const keyFields = {
    'app-store-connect-key-id': (0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ valid: 'a key id', example: '2X9R4HXF34', pattern: /^[\w-]+$/ })),
    'app-store-connect-issuer-id': (0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ valid: 'a UUID', example: '57246542-96fe-1a63-e053-0824d011072a', pattern: /^[0-9a-fA-F-]{36}$/ })),
    'app-store-connect-key': (0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)((0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ valid: "the content of the key's .p8 file", example: '' }))),
};
/** @returns the key, or the name of the input that it lacks */
function readKeyInputs(inputs) {
    const { appStoreConnectKeyId: keyId, appStoreConnectIssuerId: issuerId, appStoreConnectKey: privateKey } = inputs;
    if (keyId === undefined)
        return 'app-store-connect-key-id';
    if (privateKey === undefined)
        return 'app-store-connect-key';
    return { keyId, privateKey, ...(issuerId === undefined ? {} : { issuerId }) };
}


/***/ }),

/***/ 5372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ listRunTimes),
/* harmony export */   c: () => (/* binding */ readRun)
/* harmony export */ });
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8331);

const positive = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)('whole', 1, Number.MAX_SAFE_INTEGER);
const fullName = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(300, /^[\w.-]+\/[\w.-]+$/, 'owner/name');
const runShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
    id: positive,
    run_attempt: positive,
    event: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(100),
    conclusion: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(100)),
    head_sha: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(64, /^[0-9a-f]{40,64}$/),
    head_branch: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(1_000)),
    head_repository: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ full_name: fullName }, 'ignored')),
    // It becomes a link, so nothing in it may end one.
    html_url: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(1_000, /^https:\/\/[\w.:/-]+$/, 'an address'),
}, 'ignored');
/** @throws VendorError */
async function readRun(github, runId) {
    const question = {
        operation: 'read the run',
        route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
        parameters: { run_id: runId },
    };
    const raw = await github.read(question, runShape);
    return {
        id: raw.id,
        attempt: raw.run_attempt,
        event: raw.event,
        conclusion: raw.conclusion,
        headSha: raw.head_sha,
        headBranch: raw.head_branch ?? '',
        headRepository: raw.head_repository?.full_name ?? null,
        url: raw.html_url,
    };
}
const timeShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ run_started_at: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(30, /^\d{4}-\d\d-\d\dT/, 'a time'), conclusion: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(100)) }, 'ignored');
/** These never came to a step of ours. */
const idle = new Set(['cancelled', 'skipped', 'startup_failure', 'stale']);
/**
 * When the runs of a workflow began that are over, the newest first, at most so many; milliseconds since the epoch. Needs `actions: read`.
 * @param file such as `mobile-promote.yml`
 * @throws VendorError
 */
async function listRunTimes(github, file, most) {
    const question = {
        operation: 'list the runs of the workflow',
        route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
        parameters: { workflow_id: file, status: 'completed' },
    };
    for await (const page of github.pages(question, timeShape, 1, 'workflow_runs')) {
        const ran = page.filter(({ conclusion }) => !idle.has(conclusion ?? ''));
        return ran.slice(0, most).map((run) => Date.parse(run.run_started_at));
    }
    return [];
}


/***/ }),

/***/ 9428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ credentialsFields)
/* harmony export */ });
/* harmony import */ var _kit_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4636);

/** The input by which an action gets credentials of Google's. */
const credentialsFields = {
    'google-credentials': (0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)((0,_kit_inputs__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ valid: 'JSON of a service account or of workload identity, a path, or "machine"', example: '' })), ''),
};


/***/ }),

/***/ 8186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ toBuildDate),
/* harmony export */   Az: () => (/* binding */ readBuilds),
/* harmony export */   EH: () => (/* binding */ parseBuild),
/* harmony export */   Qc: () => (/* binding */ listFreeBuilds),
/* harmony export */   V4: () => (/* binding */ compareBuilds),
/* harmony export */   s6: () => (/* binding */ formatBuild)
/* harmony export */ });
/** As many as an Android version code has room for; see `toVersionCode`. */
const MOST_BUILDS_A_DAY = 99;
const BUILD = /^(20\d\d)(\d\d)(\d\d)\.([1-9]\d?)$/;
/** @throws SyntaxError for anything but a day of this century and a number from 1 to 99, such as `20250114.1` */
function parseBuild(text) {
    const [, year, month, day, number] = BUILD.exec(text) ?? [];
    const date = `${year ?? ''}${month ?? ''}${day ?? ''}`;
    if (number === undefined || !isDay(`${year ?? ''}-${month ?? ''}-${day ?? ''}`))
        throw new SyntaxError(`"${text}" is no build of the form YYYYMMDD.N with N from 1 to 99, such as 20250114.1`);
    return { date, number: Number(number) };
}
/** Those of the texts that are builds; others are passed over. */
function readBuilds(texts) {
    return texts.flatMap((text) => {
        try {
            return [parseBuild(text)];
        }
        catch (error) {
            if (error instanceof SyntaxError)
                return [];
            throw error;
        }
    });
}
function isDay(text) {
    const at = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
function formatBuild({ date, number }) {
    return `${date}.${number}`;
}
/** Less than 0 where the first is the older one. */
function compareBuilds(one, other) {
    return Number(one.date) - Number(other.date) || one.number - other.number;
}
/** The day of a moment, in UTC: jobs on either side of anybody's midnight agree. @param at milliseconds since 1970 */
function toBuildDate(at) {
    return new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
}
/**
 * The builds of a day that are still free, the next one first: above the highest that is taken, since a number that was left
 * out may be one whose reservation got lost.
 */
function listFreeBuilds(date, taken) {
    const last = Math.max(0, ...taken.filter((build) => build.date === date).map(({ number }) => number));
    return Array.from({ length: Math.max(0, MOST_BUILDS_A_DAY - last) }, (_, index) => ({
        date,
        number: last + 1 + index,
    }));
}


/***/ }),

/***/ 8143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ formatRelease),
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   Hf: () => (/* binding */ findPreviousTag),
/* harmony export */   _3: () => (/* binding */ formatTag)
/* harmony export */ });
/* unused harmony export compareReleases */
/* harmony import */ var _build_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8186);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9950);


/** `2.15.3 (20250114.1)`, for people. Neither store takes that in one field. */
function formatRelease({ version, build }) {
    return `${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(version)} (${(0,_build_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBuild */ .s6)(build)})`;
}
/** `tracker-mobile@2.15.3+20250114.1`: the tag in git, and the release at Sentry. @param name of the app */
function formatTag(name, { version, build }) {
    return `${name}@${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(version)}+${(0,_build_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBuild */ .s6)(build)}`;
}
/** @throws SyntaxError when it is no such tag */
function parseTag(tag) {
    const [, name, version, build] = /^([^@]+)@([^+]+)\+(.+)$/.exec(tag) ?? [];
    if (name === undefined || version === undefined || build === undefined)
        throw new SyntaxError(`"${tag}" is no tag of the form NAME@MAJOR.MINOR.PATCH+YYYYMMDD.N`);
    return { name, version: (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(version), build: (0,_build_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBuild */ .EH)(build) };
}
/** Less than 0 where the first is the older one: by version, then by build. */
function compareReleases(one, other) {
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(one.version, other.version) || (0,_build_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBuilds */ .V4)(one.build, other.build);
}
/** The tag of the newest release of this app before another; undefined for the first. Tags of other forms are passed over. */
function findPreviousTag(name, release, tags) {
    return tags
        .flatMap((tag) => {
        try {
            const parsed = parseTag(tag);
            return parsed.name === name && compareReleases(parsed, release) < 0 ? [{ tag, parsed }] : [];
        }
        catch (error) {
            if (error instanceof SyntaxError)
                return [];
            throw error;
        }
    })
        .toSorted((one, other) => compareReleases(one.parsed, other.parsed))
        .at(-1)?.tag;
}


/***/ }),

/***/ 974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B6: () => (/* binding */ toVersionCode),
/* harmony export */   y9: () => (/* binding */ readBuildNumber)
/* harmony export */ });
/* unused harmony exports LARGEST_VERSION_CODE, FORM_FACTORS */
/** The largest that Google Play takes. https://developer.android.com/studio/publish/versioning#versioningsettings */
const LARGEST_VERSION_CODE = 2_100_000_000;
/**
 * Last digit of a version code: artifacts of one package need different ones, whatever device they are for, and a later build for
 * one device must lie above an earlier one for another. https://developer.android.com/training/wearables/packaging
 */
const FORM_FACTORS = { phone: 0, wear: 1, tv: 2, automotive: 3, xr: 4 };
/**
 * YYMMDD, two digits for the number of the build, one for the form factor: 20261122.1 for the phone is 261122010, and the last
 * one of this century is 991231999. Between two builds of one day lie 10, between two days 1000, so that a later build always
 * has the larger code.
 * @param offset added to each, for an app whose codes are above that already
 * @throws RangeError above what Google Play takes
 */
function toVersionCode(build, formFactor, offset = 0) {
    const code = Number(build.date.slice(2)) * 1000 + build.number * 10 + FORM_FACTORS[formFactor] + offset;
    if (code > LARGEST_VERSION_CODE)
        throw new RangeError(`the version code ${code} is above ${LARGEST_VERSION_CODE}, the largest that Google Play takes`);
    return code;
}
/** The number within that day of the build that has this code; undefined for a code of another day, or of another scheme. */
function readBuildNumber(code, date, offset = 0) {
    const rest = code - offset - Number(date.slice(2)) * 1000;
    return rest >= 10 && rest < 1000 ? Math.floor(rest / 10) : undefined;
}


/***/ }),

/***/ 9950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qh: () => (/* binding */ formatVersion)
/* harmony export */ });
const PART = '(0|[1-9]\\d{0,5})';
const VERSION = new RegExp(`^${PART}\\.${PART}\\.${PART}$`);
/**
 * @throws SyntaxError for anything but three numbers from 0 to 999999 without leading zeros, such as `2.15.3`
 */
function parseVersion(text) {
    const [, major, minor, patch] = VERSION.exec(text) ?? [];
    if (major === undefined)
        throw new SyntaxError(`"${text}" is no version of the form MAJOR.MINOR.PATCH, such as 2.15.3`);
    return { major: Number(major), minor: Number(minor), patch: Number(patch) };
}
function formatVersion({ major, minor, patch }) {
    return `${major}.${minor}.${patch}`;
}
/** Less than 0 where the first is the older one. */
function compareVersions(one, other) {
    return one.major - other.major || one.minor - other.minor || one.patch - other.patch;
}


/***/ })

};
