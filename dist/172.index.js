export const id = 172;
export const ids = [172];
export const modules = {

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


/***/ }),

/***/ 3589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ createGitHub),
/* harmony export */   M: () => (/* binding */ orMissing)
/* harmony export */ });
/* harmony import */ var _octokit_endpoint__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2681);
/* harmony import */ var _kit_endpoints__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7731);
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3246);
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8331);
/* harmony import */ var _graphql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5801);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2706);






const publicApi = 'https://api.github.com';
const pageSize = 100;
/** Limit for one attempt: GitHub itself gives up after 10 seconds. */
const timeoutMs = 20_000;
/**
 * Of Octokit this is the half that knows GitHub: routes, their parameters and how they become a URL, headers and a body.
 * The other half, which sends, is kit/http. Octokit's own repeats nothing, reads a damaged answer as a text without a
 * word, hides our errors in one of status 500, and what `@actions/github` makes of it brings undici for proxies, which is
 * nine tenths of a bundle.
 * @throws ConfigurationError (`github-repository-unknown`, `endpoint-not-loopback`).
 */
function createGitHub({ http, environment, token }) {
    const { owner, name } = readRepository(environment);
    const baseUrl = readApiUrl(environment);
    const headers = {
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        authorization: `Bearer ${token}`,
    };
    async function send(question) {
        const { operation, route, parameters, repeatable } = question;
        const { method, url, body } = (0,_octokit_endpoint__WEBPACK_IMPORTED_MODULE_4__/* .endpoint */ .s)(route, { baseUrl, owner, repo: name, ...parameters });
        return http.request({
            vendor: 'GitHub',
            operation,
            method,
            url,
            headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
            failureIn: _graphql_js__WEBPACK_IMPORTED_MODULE_2__/* .findLimit */ .ZC,
            ...(body === undefined || body === '' ? {} : { body: JSON.stringify(body) }),
            ...(repeatable === undefined ? {} : { repeatable }),
            timeoutMs,
        });
    }
    async function read(question, shape) {
        return (await send(question)).read(shape);
    }
    async function graphql({ operation, document, variables }, shape) {
        const kind = document.startsWith('query') ? 'query' : 'mutation';
        const answer = await http.request({
            vendor: 'GitHub',
            operation,
            method: 'POST',
            url: `${baseUrl}/graphql`,
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify({ query: document, variables }),
            repeatable: kind === 'query',
            failureIn: (status, told) => (0,_graphql_js__WEBPACK_IMPORTED_MODULE_2__/* .findGraphqlFailure */ .rE)(status, told, kind),
            timeoutMs,
        });
        return answer.read((value, where) => shape(memberOf(value, 'data'), where));
    }
    async function* pages(question, item, most, member) {
        const items = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)(item, pageSize);
        for (let page = 1; page <= most; page += 1) {
            // By number and not by the link of the answer: the token goes to no address that an answer names.
            const parameters = { ...question.parameters, per_page: pageSize, page };
            const answer = await send({ ...question, parameters });
            yield answer.read((value, where) => items(member === undefined ? value : memberOf(value, member), member ?? where));
            if (!/;\s*rel="next"/.test(answer.headers.get('link') ?? ''))
                return;
        }
    }
    return { owner, name, actsAsApp: token.startsWith('ghs_'), send, read, graphql, pages };
}
/** What `ask` finds; undefined where GitHub answers that there is no such thing. */
async function orMissing(ask) {
    try {
        return await ask;
    }
    catch (error) {
        if (error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_1__/* .VendorError */ .Hi && error.details.status === 404)
            return undefined;
        throw error;
    }
}
function memberOf(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
}
function readRepository(environment) {
    const given = environment['GITHUB_REPOSITORY'] ?? '';
    const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
    if (owner === undefined || name === undefined)
        throw new _kit_errors__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .githubMessages */ .S['github-repository-unknown'](given));
    return { owner, name };
}
/** GitHub's own hosts, github.com and those of data residency; the token goes to no other but this machine. */
function readApiUrl(environment) {
    const given = environment['GITHUB_API_URL'] ?? '';
    if (given === '' || given === publicApi)
        return publicApi;
    if (/^https:\/\/api\.[a-z0-9-]+\.ghe\.com$/.test(given))
        return given;
    return (0,_kit_endpoints__WEBPACK_IMPORTED_MODULE_0__/* .readRedirect */ .Dr)('GITHUB_API_URL', environment) ?? publicApi;
}


/***/ }),

/***/ 5801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ isRuleViolation),
/* harmony export */   ZC: () => (/* binding */ findLimit),
/* harmony export */   rE: () => (/* binding */ findGraphqlFailure)
/* harmony export */ });
/**
 * Errors after which nothing has been done, by their type. What is not here (timeouts and GitHub's own faults have no type)
 * may have happened: unknown is neither success nor failure. Types are not documented; these were seen in reports.
 */
const refusals = new Set([
    'STALE_DATA',
    'FORBIDDEN',
    'INSUFFICIENT_SCOPES',
    'NOT_FOUND',
    'UNPROCESSABLE',
    'BRANCH_PROTECTION_RULE_VIOLATION',
    'INVALID',
    'MISSING_PAGINATION_BOUNDARIES',
    'EXCESSIVE_PAGINATION',
    'MAX_NODE_LIMIT_EXCEEDED',
]);
/**
 * "Otherwise, wait for at least one minute before retrying", where no header says how long:
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit
 */
const limitWaitMs = 60_000;
const limitWords = /secondary rate limit|API rate limit exceeded|abuse detection/i;
/** A limit that only the words of a refusal tell: a secondary one may come as 403 without any header. */
function findLimit(status, body) {
    if (status !== 403 && status !== 429)
        return undefined;
    return limitWords.test(body) ? throttled(status, body) : undefined;
}
/**
 * What an answer of GraphQL says against its status 200: errors, even beside data, are a failure, and so is an answer without
 * either. Whether it may have happened all the same is told by `effect`.
 */
function findGraphqlFailure(status, body, kind) {
    if (status < 200 || status > 299)
        return findLimit(status, body);
    const answer = parse(body);
    if (answer === undefined)
        return { effect: 'unknown', said: 'an answer that is no JSON object' };
    const errors = Array.isArray(answer['errors']) ? answer['errors'] : [];
    const [first] = errors;
    if (first === undefined)
        return isObject(answer['data']) ? undefined : { effect: 'unknown', said: 'an answer with neither data nor errors' };
    const said = errors.map(describe).join('; ');
    if (first.type === 'RATE_LIMITED' || limitWords.test(said))
        return throttled(status, said);
    const done = kind === 'mutation' && isObject(answer['data']) && Object.values(answer['data']).some((root) => root !== null);
    return {
        effect: errors.every(isRefusal) && !done ? 'refused' : 'unknown',
        said,
        ...(typeof first.type === 'string' ? { code: first.type } : {}),
    };
}
function throttled(status, said) {
    return { effect: 'not-sent', said: `${status}: ${said}`, waitMs: limitWaitMs };
}
function isRefusal({ type, message, extensions }) {
    if (typeof type === 'string' && refusals.has(type))
        return true;
    // A document that does not fit the schema has a code instead; rulesets refuse in words, with a type that nobody has told.
    return typeof extensions?.code === 'string' || (typeof message === 'string' && isRuleViolation(message));
}
/** Whether GitHub refuses a change of a branch for the sake of its protection or of a ruleset. */
function isRuleViolation(said) {
    return /rule violations? found|protected branch|BRANCH_PROTECTION_RULE_VIOLATION|must be made through/i.test(said);
}
function describe({ type, message }) {
    return [type, message].filter((part) => typeof part === 'string').join(': ') || 'an error without words';
}
function parse(body) {
    try {
        const value = JSON.parse(body);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 2706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ githubMessages)
/* harmony export */ });
/* harmony import */ var _kit_messages__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

const githubMessages = (0,_kit_messages__WEBPACK_IMPORTED_MODULE_0__/* .defineMessages */ .Y)({
    'github-repository-unknown': (given) => ({
        text: `GITHUB_REPOSITORY is "${given}", and has to name a repository as owner/name.`,
        cure: 'GitHub sets it in every job; outside of one, set it yourself.',
    }),
    'github-permission-missing': (operation, permission, said) => ({
        text: `The token may not do this at GitHub: "${operation}" needs "${permission}". GitHub said: ${said}`,
        cure: `Grant "${permission}" under "permissions:" of the job (and of the workflow that calls it), or give a token that has it.`,
    }),
    'github-branch-protected': (branch, said) => ({
        text: `GitHub takes no direct change of the branch "${branch}", by a rule of the repository. It said: ${said}`,
        cure: 'Exempt it in the repository settings (Rules, Branches): no rule may ask for pull requests, signatures or checks on it, nor forbid to make it.',
    }),
    'github-file-not-text': (branch, path) => ({
        text: `"${path}" on the branch "${branch}" is no text (UTF-8), and so nothing that was written here.`,
        cure: 'See who put it there, and take it off the branch.',
    }),
});


/***/ }),

/***/ 3172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ listRefs),
/* harmony export */   _3: () => (/* binding */ createRef),
/* harmony export */   fn: () => (/* binding */ resolveTag),
/* harmony export */   sg: () => (/* binding */ readRef)
/* harmony export */ });
/* harmony import */ var _kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3246);
/* harmony import */ var _kit_shapes__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8331);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3589);



const objectShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({ sha: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(64, /^[0-9a-f]{40,64}$/, 'the full name of an object'), type: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(20) }, 'ignored');
const refShape = (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({ ref: (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(1_000), object: objectShape }, 'ignored');
const mostRefs = 100_000;
/**
 * All refs whose names begin so. @param start without `refs/`, such as `tags/tracker@`
 * @throws VendorError
 */
async function listRefs(github, start) {
    const question = {
        operation: `list the refs ${start}*`,
        route: 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
        parameters: { ref: start },
    };
    // GitHub gives all of them in one answer: the route has no pages.
    return (await github.read(question, (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(refShape, mostRefs))).map(toRef);
}
/** Undefined where there is none. @param name all of it. @throws VendorError */
async function readRef(github, name) {
    const question = {
        operation: `read the ref ${name}`,
        route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
        parameters: { ref: name.replace(/^refs\//, '') },
    };
    const found = await (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .orMissing */ .M)(github.read(question, refShape));
    return found === undefined ? undefined : toRef(found);
}
function toRef({ ref, object }) {
    return { name: ref, ...object };
}
/**
 * Makes a ref that must not exist yet. @param name all of it
 * @throws VendorError for every refusal but that it exists
 */
async function createRef(github, name, sha) {
    const question = {
        operation: `make the ref ${name}`,
        route: 'POST /repos/{owner}/{repo}/git/refs',
        parameters: { ref: name, sha },
    };
    try {
        await github.read(question, refShape);
        return { is: 'created' };
    }
    catch (error) {
        if (!(error instanceof _kit_errors__WEBPACK_IMPORTED_MODULE_0__/* .VendorError */ .Hi))
            throw error;
        const { status, body = '', ambiguous } = error.details;
        if (status === 422 && /already exists/i.test(body))
            return { is: 'taken' };
        if (ambiguous)
            return { is: 'unknown', error };
        throw error;
    }
}
/** The commit that a tag names, also where an object with a message stands between. @throws VendorError */
async function resolveTag(github, ref) {
    let { sha, type } = ref;
    // A tag of a tag is allowed; more of them are nobody's intention.
    for (let depth = 0; type === 'tag' && depth < 5; depth += 1) {
        const question = {
            operation: `read the tag ${ref.name}`,
            route: 'GET /repos/{owner}/{repo}/git/tags/{tag_sha}',
            parameters: { tag_sha: sha },
        };
        ({ sha, type } = (await github.read(question, (0,_kit_shapes__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)({ object: objectShape }, 'ignored'))).object);
    }
    return sha;
}


/***/ }),

/***/ 2681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ endpoint)
});

;// CONCATENATED MODULE: ../../../node_modules/universal-user-agent/index.js
function getUserAgent() {
  if (typeof navigator === "object" && "userAgent" in navigator) {
    return navigator.userAgent;
  }

  if (typeof process === "object" && process.version !== undefined) {
    return `Node.js/${process.version.substr(1)} (${process.platform}; ${
      process.arch
    })`;
  }

  return "<environment undetectable>";
}

;// CONCATENATED MODULE: ../../../node_modules/@octokit/endpoint/dist-bundle/index.js
// pkg/dist-src/defaults.js


// pkg/dist-src/version.js
var VERSION = "0.0.0-development";

// pkg/dist-src/defaults.js
var userAgent = `octokit-endpoint.js/${VERSION} ${getUserAgent()}`;
var DEFAULTS = {
  method: "GET",
  baseUrl: "https://api.github.com",
  headers: {
    accept: "application/vnd.github.v3+json",
    "user-agent": userAgent
  },
  mediaType: {
    format: ""
  }
};

// pkg/dist-src/util/lowercase-keys.js
function lowercaseKeys(object) {
  if (!object) {
    return {};
  }
  return Object.keys(object).reduce((newObj, key) => {
    newObj[key.toLowerCase()] = object[key];
    return newObj;
  }, {});
}

// pkg/dist-src/util/is-plain-object.js
function isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}

// pkg/dist-src/util/merge-deep.js
function mergeDeep(defaults, options) {
  const result = Object.assign({}, defaults);
  Object.keys(options).forEach((key) => {
    if (isPlainObject(options[key])) {
      if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
      else result[key] = mergeDeep(defaults[key], options[key]);
    } else {
      Object.assign(result, { [key]: options[key] });
    }
  });
  return result;
}

// pkg/dist-src/util/remove-undefined-properties.js
function removeUndefinedProperties(obj) {
  for (const key in obj) {
    if (obj[key] === void 0) {
      delete obj[key];
    }
  }
  return obj;
}

// pkg/dist-src/merge.js
function merge(defaults, route, options) {
  if (typeof route === "string") {
    let [method, url] = route.split(" ");
    options = Object.assign(url ? { method, url } : { url: method }, options);
  } else {
    options = Object.assign({}, route);
  }
  options.headers = lowercaseKeys(options.headers);
  removeUndefinedProperties(options);
  removeUndefinedProperties(options.headers);
  const mergedOptions = mergeDeep(defaults || {}, options);
  if (options.url === "/graphql") {
    if (defaults && defaults.mediaType.previews?.length) {
      mergedOptions.mediaType.previews = defaults.mediaType.previews.filter(
        (preview) => !mergedOptions.mediaType.previews.includes(preview)
      ).concat(mergedOptions.mediaType.previews);
    }
    mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
  }
  return mergedOptions;
}

// pkg/dist-src/util/add-query-parameters.js
function addQueryParameters(url, parameters) {
  const separator = /\?/.test(url) ? "&" : "?";
  const names = Object.keys(parameters);
  if (names.length === 0) {
    return url;
  }
  return url + separator + names.map((name) => {
    if (name === "q") {
      return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
    }
    return `${name}=${encodeURIComponent(parameters[name])}`;
  }).join("&");
}

// pkg/dist-src/util/extract-url-variable-names.js
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
  return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
  const matches = url.match(urlVariableRegex);
  if (!matches) {
    return [];
  }
  return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}

// pkg/dist-src/util/omit.js
function omit(object, keysToOmit) {
  const result = { __proto__: null };
  for (const key of Object.keys(object)) {
    if (keysToOmit.indexOf(key) === -1) {
      result[key] = object[key];
    }
  }
  return result;
}

// pkg/dist-src/util/url-template.js
function encodeReserved(str) {
  return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
    if (!/%[0-9A-Fa-f]/.test(part)) {
      part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
    }
    return part;
  }).join("");
}
function encodeUnreserved(str) {
  return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
    return "%" + c.charCodeAt(0).toString(16).toUpperCase();
  });
}
function encodeValue(operator, value, key) {
  value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
  if (key) {
    return encodeUnreserved(key) + "=" + value;
  } else {
    return value;
  }
}
function isDefined(value) {
  return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
  return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
  var value = context[key], result = [];
  if (isDefined(value) && value !== "") {
    if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
      value = value.toString();
      if (modifier && modifier !== "*") {
        value = value.substring(0, parseInt(modifier, 10));
      }
      result.push(
        encodeValue(operator, value, isKeyOperator(operator) ? key : "")
      );
    } else {
      if (modifier === "*") {
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            result.push(
              encodeValue(operator, value2, isKeyOperator(operator) ? key : "")
            );
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              result.push(encodeValue(operator, value[k], k));
            }
          });
        }
      } else {
        const tmp = [];
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            tmp.push(encodeValue(operator, value2));
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              tmp.push(encodeUnreserved(k));
              tmp.push(encodeValue(operator, value[k].toString()));
            }
          });
        }
        if (isKeyOperator(operator)) {
          result.push(encodeUnreserved(key) + "=" + tmp.join(","));
        } else if (tmp.length !== 0) {
          result.push(tmp.join(","));
        }
      }
    }
  } else {
    if (operator === ";") {
      if (isDefined(value)) {
        result.push(encodeUnreserved(key));
      }
    } else if (value === "" && (operator === "&" || operator === "?")) {
      result.push(encodeUnreserved(key) + "=");
    } else if (value === "") {
      result.push("");
    }
  }
  return result;
}
function parseUrl(template) {
  return {
    expand: expand.bind(null, template)
  };
}
function expand(template, context) {
  var operators = ["+", "#", ".", "/", ";", "?", "&"];
  template = template.replace(
    /\{([^\{\}]+)\}|([^\{\}]+)/g,
    function(_, expression, literal) {
      if (expression) {
        let operator = "";
        const values = [];
        if (operators.indexOf(expression.charAt(0)) !== -1) {
          operator = expression.charAt(0);
          expression = expression.substr(1);
        }
        expression.split(/,/g).forEach(function(variable) {
          var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
          values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
        });
        if (operator && operator !== "+") {
          var separator = ",";
          if (operator === "?") {
            separator = "&";
          } else if (operator !== "#") {
            separator = operator;
          }
          return (values.length !== 0 ? operator : "") + values.join(separator);
        } else {
          return values.join(",");
        }
      } else {
        return encodeReserved(literal);
      }
    }
  );
  if (template === "/") {
    return template;
  } else {
    return template.replace(/\/$/, "");
  }
}

// pkg/dist-src/parse.js
function parse(options) {
  let method = options.method.toUpperCase();
  let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
  let headers = Object.assign({}, options.headers);
  let body;
  let parameters = omit(options, [
    "method",
    "baseUrl",
    "url",
    "headers",
    "request",
    "mediaType"
  ]);
  const urlVariableNames = extractUrlVariableNames(url);
  url = parseUrl(url).expand(parameters);
  if (!/^http/.test(url)) {
    url = options.baseUrl + url;
  }
  const omittedParameters = Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl");
  const remainingParameters = omit(parameters, omittedParameters);
  const isBinaryRequest = /application\/octet-stream/i.test(headers.accept);
  if (!isBinaryRequest) {
    if (options.mediaType.format) {
      headers.accept = headers.accept.split(/,/).map(
        (format) => format.replace(
          /application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/,
          `application/vnd$1$2.${options.mediaType.format}`
        )
      ).join(",");
    }
    if (url.endsWith("/graphql")) {
      if (options.mediaType.previews?.length) {
        const previewsFromAcceptHeader = headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || [];
        headers.accept = previewsFromAcceptHeader.concat(options.mediaType.previews).map((preview) => {
          const format = options.mediaType.format ? `.${options.mediaType.format}` : "+json";
          return `application/vnd.github.${preview}-preview${format}`;
        }).join(",");
      }
    }
  }
  if (["GET", "HEAD"].includes(method)) {
    url = addQueryParameters(url, remainingParameters);
  } else {
    if ("data" in remainingParameters) {
      body = remainingParameters.data;
    } else {
      if (Object.keys(remainingParameters).length) {
        body = remainingParameters;
      }
    }
  }
  if (!headers["content-type"] && typeof body !== "undefined") {
    headers["content-type"] = "application/json; charset=utf-8";
  }
  if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") {
    body = "";
  }
  return Object.assign(
    { method, url, headers },
    typeof body !== "undefined" ? { body } : null,
    options.request ? { request: options.request } : null
  );
}

// pkg/dist-src/endpoint-with-defaults.js
function endpointWithDefaults(defaults, route, options) {
  return parse(merge(defaults, route, options));
}

// pkg/dist-src/with-defaults.js
function withDefaults(oldDefaults, newDefaults) {
  const DEFAULTS2 = merge(oldDefaults, newDefaults);
  const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
  return Object.assign(endpoint2, {
    DEFAULTS: DEFAULTS2,
    defaults: withDefaults.bind(null, DEFAULTS2),
    merge: merge.bind(null, DEFAULTS2),
    parse
  });
}

// pkg/dist-src/index.js
var endpoint = withDefaults(null, DEFAULTS);



/***/ })

};
