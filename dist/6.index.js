export const id = 6;
export const ids = [6];
export const modules = {

/***/ 1352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ authorShape),
/* harmony export */   z: () => (/* binding */ recogniseAuthor)
/* harmony export */ });
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8331);

const authorShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ login: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(300), type: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(100) }, 'ignored'));
/** Says of an author whether it is the one that the token speaks as. A person can quote a marker, but not write as a bot. */
async function recogniseAuthor(github) {
    // Tokens of apps may not ask who they are.
    if (github.actsAsApp)
        return (author) => author?.type === 'Bot';
    const question = { operation: 'read whose token this is', route: 'GET /user', parameters: {} };
    const { login } = await github.read(question, (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ login: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(300) }, 'ignored'));
    return (author) => author?.login === login;
}


/***/ }),

/***/ 7568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8331);
/* harmony import */ var _authors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1352);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3589);
/* harmony import */ var _markers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7423);





/** An issue takes no more than 2,500 comments (openshift/release#20821). */
const mostPages = 25;
/** Every write is followed by a look at what came of it; so many are enough for three that went wrong. */
const mostLooks = 5;
const commentShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)({
    id: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)('whole', 1, Number.MAX_SAFE_INTEGER),
    html_url: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(1_000, /^https:\/\//, 'an address'),
    body: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(Number.MAX_SAFE_INTEGER),
    user: _authors_js__WEBPACK_IMPORTED_MODULE_1__/* .authorShape */ .J,
}, 'ignored');
/**
 * Writes the one comment of this key: changes it where there is one, makes it where there is none, and writes nothing
 * where nothing would change. It is ours when its first line is our marker and its author is the token's: a person can
 * quote a marker, but not write as a bot.
 *
 * GitHub has no compare-and-swap for comments, so every write is followed by a look. Two runs at once may each find none
 * and make one: the oldest stays, with what the newest run says, and the others go. What a killed run leaves behind, the
 * next one tidies. One order remains that no look can mend: the older run looks, the newer one writes and looks, the older
 * one writes. A workflow excludes it by letting one run at a time speak to a pull request (`concurrency`).
 * @throws VendorError
 */
async function upsertComment(github, comment) {
    const isOurs = await (0,_authors_js__WEBPACK_IMPORTED_MODULE_1__/* .recogniseAuthor */ .z)(github);
    const body = (0,_markers_js__WEBPACK_IMPORTED_MODULE_3__/* .composeBody */ .h$)(comment);
    let created;
    let tried;
    let wrote = false;
    let failure;
    for (let look = 1; look <= mostLooks; look += 1) {
        const ours = await listOurs(github, comment, isOurs);
        // A list may be older than what was just made.
        if (created !== undefined && ours.every(({ id }) => id !== created?.id))
            ours.push(created);
        const [oldest, ...others] = ours.toSorted((a, b) => a.id - b.id);
        // What has been written is not compared letter by letter: should GitHub store a text otherwise, that is its own.
        const isSaid = (one) => one.body.trim() === body.trim() || (wrote && (0,_markers_js__WEBPACK_IMPORTED_MODULE_3__/* .compareRuns */ .qB)(one.run, comment.run) === 0);
        try {
            if (oldest === undefined) {
                tried = 'created';
                created = await createComment(github, comment, body);
                wrote = true;
            }
            else if (ours.some(({ run }) => (0,_markers_js__WEBPACK_IMPORTED_MODULE_3__/* .compareRuns */ .qB)(run, comment.run) > 0)) {
                // The newer run tidies the rest; what this one has made is its own to take back.
                for (const { id, run } of others)
                    if ((0,_markers_js__WEBPACK_IMPORTED_MODULE_3__/* .compareRuns */ .qB)(run, comment.run) === 0)
                        await deleteComment(github, id);
                return { did: 'outdated', url: oldest.url };
            }
            else if (isSaid(oldest)) {
                for (const { id } of others)
                    await deleteComment(github, id);
                return { did: tried ?? 'unchanged', url: oldest.url };
            }
            else {
                tried ??= 'updated';
                await updateComment(github, oldest.id, body);
                created = undefined;
                wrote = true;
            }
        }
        catch (error) {
            // It may have happened all the same: look before anything is repeated.
            if (!(error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi) || !error.details.ambiguous)
                throw error;
            failure = error;
        }
    }
    throw failure ?? new Error(`the comment of #${comment.number} changed each time that it was looked at`);
}
async function listOurs(github, { number: issue, key }, isOurs) {
    const question = {
        operation: 'list the comments',
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { issue_number: issue },
    };
    const ours = [];
    for await (const page of github.pages(question, commentShape, mostPages)) {
        for (const { id, body, html_url: url, user } of page) {
            const marker = (0,_markers_js__WEBPACK_IMPORTED_MODULE_3__/* .readMarker */ .t7)(body);
            if (marker?.key === key && isOurs(user))
                ours.push({ id, body, url, run: marker.run });
        }
    }
    return ours;
}
async function createComment(github, { number: issue, run }, body) {
    const question = {
        operation: 'write the comment',
        route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { issue_number: issue, body },
    };
    const { id, html_url: url } = await github.read(question, commentShape);
    return { id, url, body, run };
}
/** Not there any more is no error: whoever looks again sees it. */
async function updateComment(github, id, body) {
    const question = {
        operation: 'change the comment',
        route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
        parameters: { comment_id: id, body },
        repeatable: true,
    };
    await (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .orMissing */ .M)(github.read(question, commentShape));
}
async function deleteComment(github, id) {
    const sent = github.send({
        operation: 'delete the second comment',
        route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
        parameters: { comment_id: id },
        repeatable: true,
    });
    // Gone already, by the other run or by the attempt before.
    await (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .orMissing */ .M)(sent);
}


/***/ }),

/***/ 5006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   closeIssue: () => (/* binding */ closeIssue),
/* harmony export */   listOpenKeys: () => (/* binding */ listOpenKeys),
/* harmony export */   upsertIssue: () => (/* binding */ upsertIssue)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8331);
/* harmony import */ var _kit_suite__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3937);
/* harmony import */ var _authors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1352);
/* harmony import */ var _comments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7568);
/* harmony import */ var _markers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7423);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7479);







/** By which our issues are found with one request, however many a repository has. */
const label = _kit_suite__WEBPACK_IMPORTED_MODULE_1__/* .suite */ .r.name;
/** A thousand issues of ours; the newest come first. */
const mostPages = 10;
/** Every creation is followed by a look at what came of it; so many are enough for three answers that were lost. */
const mostLooks = 5;
const issueShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g1)({
    number: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_6__/* .number */ .ai)('whole', 1, Number.MAX_SAFE_INTEGER),
    html_url: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)(1_000, /^https:\/\//, 'an address'),
    title: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)(10_000),
    body: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_6__/* .nullable */ .me)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)(Number.MAX_SAFE_INTEGER))),
    state: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_6__/* .oneOf */ .yL)(['open', 'closed']),
    user: _authors_js__WEBPACK_IMPORTED_MODULE_2__/* .authorShape */ .J,
}, 'ignored');
/**
 * Makes the one issue of this key, or brings it up to date: a text that says the same is left alone, one that says something
 * else is changed, and where the state is another one it is opened again and a comment calls those who are mentioned (a changed
 * text notifies nobody at GitHub). An issue that a person has closed stays closed until the state is another one. One request
 * where nothing is new.
 *
 * GitHub has no compare-and-swap for issues, so a creation is followed by a look. Of two that were made at once the oldest stays
 * and the other is closed as its duplicate; nobody but an administrator can delete one.
 * @throws ConfigurationError (`github-permission-missing`), VendorError
 */
async function upsertIssue(github, wanted) {
    return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_5__/* .explained */ .t)(bring(github, wanted), { permission: 'issues: write' });
}
/**
 * Says what became of it and closes what is open of this key.
 * @throws ConfigurationError (`github-permission-missing`), VendorError
 */
async function closeIssue(github, { key, run, comment }) {
    return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_5__/* .explained */ .t)(close(), { permission: 'issues: write' });
    async function close() {
        const open = (await find(github, key)).filter(({ isOpen }) => isOpen);
        for (const [index, issue] of open.entries()) {
            if (index === 0)
                await (0,_comments_js__WEBPACK_IMPORTED_MODULE_3__/* .upsertComment */ .l)(github, { number: issue.number, key: `${key}/end`, run, blocks: [comment] });
            await update(github, issue.number, { state: 'closed', state_reason: 'completed' });
        }
        return { did: open.length === 0 ? 'none' : 'closed' };
    }
}
async function bring(github, wanted) {
    const { key, state, run, title, blocks, notice } = wanted;
    const body = (0,_markers_js__WEBPACK_IMPORTED_MODULE_4__/* .composeBody */ .h$)({ key, state, run, blocks });
    let made;
    let failure;
    for (let look = 1; look <= mostLooks; look += 1) {
        const found = await find(github, key);
        // A list may be older than what was just made.
        if (made !== undefined && found.every((each) => each.number !== made?.number))
            found.push(made);
        const [issue, ...others] = found.toSorted((a, b) => rank(a) - rank(b) || a.number - b.number);
        if (issue === undefined) {
            try {
                made = { ...(await create(github, title, body)), isOpen: true, marker: { key, state, run } };
            }
            catch (error) {
                // It may have happened all the same: look before anything is repeated.
                if (!(error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi) || !error.details.ambiguous)
                    throw error;
                failure = error;
            }
            continue;
        }
        const { number: issueNumber, url, marker } = issue;
        for (const other of others)
            if (other.isOpen)
                await update(github, other.number, { state: 'closed', state_reason: 'duplicate' });
        const end = { number: issueNumber, url };
        if ((0,_markers_js__WEBPACK_IMPORTED_MODULE_4__/* .compareRuns */ .qB)(marker.run, run) > 0)
            return { did: 'outdated', ...end };
        const isMine = (0,_markers_js__WEBPACK_IMPORTED_MODULE_4__/* .compareRuns */ .qB)(marker.run, run) === 0;
        if (marker.state !== state) {
            // First the call, then the text that says it is made: a run that dies between them is made up for by the next.
            await (0,_comments_js__WEBPACK_IMPORTED_MODULE_3__/* .upsertComment */ .l)(github, { number: issueNumber, key: `${key}/${state}`, run, blocks: [notice] });
            await update(github, issueNumber, { title, body, state: 'open' });
            return { did: 'called', ...end };
        }
        // What has been written is not compared letter by letter: should GitHub store a text otherwise, that is its own.
        const isSaid = isMine || (issue.title === title && withoutMarker(issue.body) === withoutMarker(body));
        if (isSaid)
            return { did: isMine ? 'called' : 'unchanged', ...end };
        await update(github, issueNumber, { title, body });
        return { did: 'updated', ...end };
    }
    throw failure ?? new Error(`the issue of ${key} was gone each time that it was looked at`);
}
/** An open one goes before a closed one. */
const rank = ({ isOpen }) => (isOpen ? 0 : 1);
const withoutMarker = (body) => body
    .replaceAll('\r\n', '\n')
    .replace(/^.*\n?/, '')
    .trim();
/**
 * The keys of our open issues that begin so.
 * @throws ConfigurationError (`github-permission-missing`), VendorError
 */
async function listOpenKeys(github, prefix) {
    const listed = list(github, 'open', (key) => key.startsWith(prefix));
    const open = await (0,_refusals_js__WEBPACK_IMPORTED_MODULE_5__/* .explained */ .t)(listed, { permission: 'issues: write' });
    return [...new Set(open.map(({ marker }) => marker.key))];
}
async function find(github, key) {
    return list(github, 'all', (one) => one === key);
}
async function list(github, state, isWanted) {
    const isOurs = await (0,_authors_js__WEBPACK_IMPORTED_MODULE_2__/* .recogniseAuthor */ .z)(github);
    const question = {
        operation: 'look for the issues that call a person',
        route: 'GET /repos/{owner}/{repo}/issues',
        parameters: { labels: label, state, sort: 'created', direction: 'desc' },
    };
    const found = [];
    for await (const page of github.pages(question, issueShape, mostPages)) {
        for (const issue of page) {
            const marker = (0,_markers_js__WEBPACK_IMPORTED_MODULE_4__/* .readMarker */ .t7)(issue.body ?? '');
            if (marker !== undefined && isWanted(marker.key) && isOurs(issue.user))
                found.push(asFound(issue, marker));
        }
        // Those of one key were made within moments of each other where there are two, and so are of one page.
        if (state === 'all' && found.length > 0)
            break;
    }
    return found;
}
function asFound({ number: issueNumber, html_url: url, title, body, state }, marker) {
    return { number: issueNumber, url, title, body: body ?? '', isOpen: state === 'open', marker };
}
async function create(github, title, body) {
    const question = {
        operation: 'open the issue that calls a person',
        route: 'POST /repos/{owner}/{repo}/issues',
        parameters: { title, body, labels: [label] },
    };
    const { number: issueNumber, html_url: url } = await github.read(question, issueShape);
    return { number: issueNumber, url, title, body };
}
async function update(github, issue, change) {
    const question = {
        operation: 'change the issue that calls a person',
        route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
        parameters: { issue_number: issue, ...change },
        repeatable: true,
    };
    await github.read(question, issueShape);
}


/***/ }),

/***/ 7423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h$: () => (/* binding */ composeBody),
/* harmony export */   qB: () => (/* binding */ compareRuns),
/* harmony export */   t7: () => (/* binding */ readMarker)
/* harmony export */ });
/* harmony import */ var _kit_suite__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3937);

/** UTF-16 units: GitHub's own "body is too long (maximum is 65536 characters)". */
const mostUnits = 65_536;
/** More than 0 when the first is the newer one. */
function compareRuns(one, other) {
    return one.id - other.id || one.attempt - other.attempt;
}
function markerOf({ key, state, run }) {
    const about = state === undefined ? '' : ` state ${state}`;
    return `<!-- ${_kit_suite__WEBPACK_IMPORTED_MODULE_0__/* .suite */ .r.name} ${key}${about} run ${run.id} attempt ${run.attempt} -->`;
}
const form = new RegExp(`^<!-- ${_kit_suite__WEBPACK_IMPORTED_MODULE_0__/* .suite */ .r.name} (\\S+)(?: state (\\S+))? run (\\d{1,15}) attempt (\\d{1,9}) -->$`);
/** The marker that is the first line of a body; undefined for any other text. */
function readMarker(body) {
    const [line = ''] = body.split(/\r?\n/, 1);
    const [found, key = '', state, id, attempt] = form.exec(line) ?? [];
    if (found === undefined)
        return undefined;
    return { key, run: { id: Number(id), attempt: Number(attempt) }, ...(state === undefined ? {} : { state }) };
}
/** The marker and as many of the blocks as fit, never a part of one. */
function composeBody({ blocks, ...marker }) {
    const compose = (count) => {
        const left = blocks.length - count;
        const note = left === 0 ? [] : [`\u2026 ${left === 1 ? 'A section is' : `${left} sections are`} left out: too long for a comment.`];
        return [markerOf(marker), [...blocks.slice(0, count), ...note].join('\n\n')].join('\n');
    };
    let count = blocks.length;
    while (count > 0 && compose(count).length > mostUnits)
        count -= 1;
    return compose(count);
}


/***/ })

};
