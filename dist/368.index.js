export const id = 368;
export const ids = [368];
export const modules = {

/***/ 2368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   recordDeployment: () => (/* binding */ recordDeployment)
/* harmony export */ });
/* unused harmony export cutDescription */
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8331);
/* harmony import */ var _kit_suite__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3937);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7479);




const longestDescription = 140;
const pageSize = 100;
/** A thousand deployments of one environment: for one every hour, those of six weeks. */
const mostPages = 10;
/** Every creation is followed by a look at what came of it; so many are enough for three answers that were lost. */
const mostLooks = 5;
/**
 * Makes the deployment of this environment, task and key, or finds it, and adds a status unless the newest one says the same.
 * One request where nothing has changed, two for a new status, four for the first one. Nothing is merged, no check is waited
 * for, and no other deployment becomes inactive by it. After an answer that was lost it looks before it repeats.
 *
 * GitHub has no compare-and-swap for deployments. Should two at once make one each, both go on with the older one. Statuses are
 * kept for 90 days but for the newest (https://docs.github.com/en/rest/deployments/statuses): this is a view, and no memory.
 * @throws ConfigurationError (`github-permission-missing`), VendorError
 */
async function recordDeployment(github, wanted) {
    return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .explained */ .t)(bring(github, wanted), { permission: 'deployments: write' });
}
async function bring(github, wanted) {
    const description = cutDescription(wanted.status.description);
    const state = wanted.status.state.toUpperCase();
    let did = 'unchanged';
    let made;
    let failure;
    for (let look = 1; look <= mostLooks; look += 1) {
        // A list may be older than what was just made.
        const found = (await find(github, wanted)) ?? made;
        try {
            if (found === undefined) {
                did = 'created';
                made = await create(github, wanted);
            }
            else if (found.status?.state === state && found.status.description === description) {
                return { did, id: found.id };
            }
            else {
                if (did === 'unchanged')
                    did = 'updated';
                await addStatus(github, found.id, { ...wanted.status, description });
                return { did, id: found.id };
            }
        }
        catch (error) {
            // It may have happened all the same: look before anything is repeated.
            if (!(error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi) || !error.details.ambiguous)
                throw error;
            failure = error;
        }
    }
    throw failure ?? new Error(`the deployment ${wanted.key} was gone each time that it was looked at`);
}
/** On one line, and of at most 140 UTF-16 units, cut between words where there are any. */
function cutDescription(description) {
    const line = description.replaceAll(/\s+/g, ' ').trim();
    if (line.length <= longestDescription)
        return line;
    const room = line.slice(0, longestDescription - 1);
    const space = line[room.length] === ' ' ? room.length : room.lastIndexOf(' ');
    // Half a character, of those that need two units, is none.
    const cut = space > 0 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '');
    return `${cut.replace(/[\s,;:.]+$/, '')}\u2026`;
}
const listDocument = `query ($owner: String!, $name: String!, $environment: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    deployments(
      environments: [$environment]
      first: $first
      after: $after
      orderBy: { field: CREATED_AT, direction: DESC }
    ) {
      nodes { id task payload latestStatus { state description } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
const statusShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ state: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(50), description: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(10_000)) }, 'ignored');
const nodeShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({
    id: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(300, /./),
    task: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(1_000)),
    payload: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(1_000_000)),
    latestStatus: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(statusShape),
}, 'ignored');
const pageShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({
    nodes: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .me)(nodeShape)),
    pageInfo: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ hasNextPage: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .yL)([true, false]), endCursor: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(1_000)) }, 'ignored'),
}, 'ignored');
const listShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ repository: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ deployments: pageShape }, 'ignored') }, 'ignored');
/** Of those with this key the oldest, which is the same one for everybody. */
async function find(github, { environment, task, key }) {
    let after;
    for (let page = 1; page <= mostPages; page += 1) {
        const question = {
            operation: `look at the deployments to ${environment}`,
            document: listDocument,
            variables: { owner: github.owner, name: github.name, environment, first: pageSize, after },
        };
        const { nodes, pageInfo } = (await github.graphql(question, listShape)).repository.deployments;
        // Newest first, and made within moments of each other where there are two: so they are of one page.
        const oldest = nodes.findLast((node) => node !== null && node.task === task && readKey(node.payload ?? '') === key);
        if (oldest !== null && oldest !== undefined) {
            const { id, latestStatus: status } = oldest;
            return { id, status: status && { state: status.state, description: status.description ?? '' } };
        }
        if (!pageInfo.hasNextPage || pageInfo.endCursor === undefined)
            return undefined;
        after = pageInfo.endCursor;
    }
    return undefined;
}
/** GraphQL gives the payload as JSON; of a payload that was a text, as JSON of JSON. */
function readKey(payload, depth = 0) {
    let value;
    try {
        value = JSON.parse(payload);
    }
    catch {
        return undefined;
    }
    if (typeof value === 'string' && depth === 0)
        return readKey(value, 1);
    return typeof value === 'object' && value !== null && Object.hasOwn(value, _kit_suite__WEBPACK_IMPORTED_MODULE_1__/* .suite */ .r.name)
        ? value[_kit_suite__WEBPACK_IMPORTED_MODULE_1__/* .suite */ .r.name]
        : undefined;
}
/** https://docs.github.com/en/rest/deployments/deployments#create-a-deployment: GraphQL knows no production environments. */
async function create(github, wanted) {
    const { environment, task, key, ref, description, payload, production } = wanted;
    const question = {
        operation: `make the deployment to ${environment}`,
        route: 'POST /repos/{owner}/{repo}/deployments',
        parameters: {
            ref,
            task,
            environment,
            description: cutDescription(description),
            payload: { ...payload, [_kit_suite__WEBPACK_IMPORTED_MODULE_1__/* .suite */ .r.name]: key },
            production_environment: production,
            // By default GitHub merges the default branch into the ref, and refuses while any check is not green.
            auto_merge: false,
            required_contexts: [],
        },
    };
    const shape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ id: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai)('whole', 1, Number.MAX_SAFE_INTEGER), node_id: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(300, /./) }, 'ignored');
    return { id: (await github.read(question, shape)).node_id, status: undefined };
}
const statusDocument = `mutation ($input: CreateDeploymentStatusInput!) {
  createDeploymentStatus(input: $input) { deploymentStatus { state description } }
}`;
/** By GraphQL, since that is the id that there is. */
async function addStatus(github, deploymentId, status) {
    const { state, description, logUrl } = status;
    const input = {
        deploymentId,
        state: state.toUpperCase(),
        description,
        ...(logUrl === undefined ? {} : { logUrl }),
        autoInactive: false,
    };
    const question = { operation: 'add the status of the deployment', document: statusDocument, variables: { input } };
    const said = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ state: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .yL)([input.state]), description: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(10_000)) }, 'ignored');
    const payload = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ deploymentStatus: said }, 'ignored');
    await github.graphql(question, (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)({ createDeploymentStatus: payload }, 'ignored'));
}


/***/ })

};
