export const id = 491;
export const ids = [491];
export const modules = {

/***/ 3491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qualityComment: () => (/* binding */ qualityComment)
});

// EXTERNAL MODULE: ./src/kit/errors.js + 1 modules
var errors = __webpack_require__(3888);
// EXTERNAL MODULE: ./src/kit/summary.js
var kit_summary = __webpack_require__(257);
;// CONCATENATED MODULE: ./src/kit/shapes.js
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
function shapes_text(most, pattern = /^/, expected = `a text of at most ${most} characters`) {
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
    return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}

;// CONCATENATED MODULE: ./src/reports/quality-figures-shape.js

/** Items of a list, and UTF-16 units of a text: what a reader of a stranger's file is ready to hold. */
const quality_figures_shape_most = {
    reasons: 100,
    checks: 2_000,
    findings: 50,
    packages: 500,
    worstFiles: 20,
    units: 4_000_000,
};
const quality_figures_shape_longest = { word: 80, name: 200, path: 500, extent: 200, sentence: 1_000, ranges: 300 };
/** Line breaks, other control characters, halves of a character, and what turns the direction of writing. */
const unfit = String.raw `\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
const quality_figures_shape_unfitRun = new RegExp(`[${unfit}]+`, 'gu');
const line = (longestOf) => shapes_text(longestOf, new RegExp(`^[^${unfit}]*$`, 'u'), `one line of at most ${longestOf} characters`);
const whole = (max = Number.MAX_SAFE_INTEGER) => number('whole', 0, max);
const percent = number('any', 0, 100);
const countShape = (value, where) => {
    const count = record({ covered: whole(), total: whole() })(value, where);
    if (count.covered > count.total)
        throw new SyntaxError(`${where} has ${count.covered} covered of ${count.total}: more than there are`);
    return count;
};
const countsShape = record({
    lines: countShape,
    branches: countShape,
    functions: countShape,
    statements: countShape,
});
const commitShape = shapes_text(64, /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'the full name of a commit');
/** Becomes part of the name of an artifact and of a file. */
const gateName = shapes_text(64, /^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a name of letters, digits, ".", "_" and "-"');
const timeShape = (value, where) => {
    const expected = 'a time of ISO 8601 in UTC';
    const time = shapes_text(30, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/, expected)(value, where);
    if (Number.isNaN(Date.parse(time)))
        throw new SyntaxError(`${where} has to be ${expected}, and is "${time}"`);
    return time;
};
const baseShape = (value, where) => typeof value === 'object' && value !== null && 'none' in value
    ? record({ none: line(quality_figures_shape_longest.sentence) })(value, where)
    : record({ commit: commitShape, distance: whole() })(value, where);
const patchShape = (value, where) => {
    const { threshold, ...count } = record({ covered: whole(), total: whole(), threshold: percent })(value, where);
    return { ...countShape(count, where), threshold };
};
/** `schemas/quality-figures.schema.json` says the same to others. */
const figuresShape = record({
    version: oneOf([1]),
    name: gateName,
    commit: (value, where) => (value === '' ? '' : commitShape(value, where)),
    event: line(quality_figures_shape_longest.word),
    measuredAt: timeShape,
    verdict: oneOf(['pass', 'fail']),
    blame: oneOf(['', 'code', 'configuration', 'tool']),
    reasons: list(record({
        id: line(quality_figures_shape_longest.word),
        text: line(quality_figures_shape_longest.sentence),
        cure: line(quality_figures_shape_longest.sentence),
        package: line(quality_figures_shape_longest.name),
    }), quality_figures_shape_most.reasons),
    checks: list(record({
        package: line(quality_figures_shape_longest.name),
        name: line(quality_figures_shape_longest.word),
        outcome: oneOf(['passed', 'failed', 'not-run']),
        extent: line(quality_figures_shape_longest.extent),
        findings: whole(),
        durationMs: whole(),
    }), quality_figures_shape_most.checks),
    findings: list(record({
        file: line(quality_figures_shape_longest.path),
        line: nullable(number('whole', 1, Number.MAX_SAFE_INTEGER)),
        title: line(quality_figures_shape_longest.name),
        message: line(quality_figures_shape_longest.sentence),
        check: line(quality_figures_shape_longest.word),
    }), quality_figures_shape_most.findings),
    coverage: record({
        packages: list(record({
            name: line(quality_figures_shape_longest.name),
            suite: oneOf(['unit', 'integration']),
            counts: countsShape,
            threshold: percent,
            base: nullable(countsShape),
        }), quality_figures_shape_most.packages),
        total: nullable(record({ counts: countsShape, base: nullable(countsShape) })),
        patch: nullable(patchShape),
        base: nullable(baseShape),
        worstFiles: list(record({ file: line(quality_figures_shape_longest.path), lines: countShape, uncovered: line(quality_figures_shape_longest.ranges) }), quality_figures_shape_most.worstFiles),
    }),
    pyramid: record({
        unit: nullable(whole()),
        integration: nullable(whole()),
        e2e: nullable(whole()),
    }),
    leftOut: record({ reasons: whole(), checks: whole(), packages: whole() }),
});

;// CONCATENATED MODULE: ./src/reports/quality-figures.js

/**
 * Reads figures that may be a stranger's: sizes are bounded, nothing is guessed, unknown members are refused. Every text
 * is one line without control characters; it is still foreign, so whoever shows it escapes it.
 * @throws SyntaxError that names the place, the value and what is valid.
 */
function readFigures(file) {
    if (file.length > quality_figures_shape_most.units)
        throw new SyntaxError(`the figures have ${file.length} characters, and ${quality_figures_shape_most.units} are the most`);
    const value = JSON.parse(file);
    // Before anything else is looked at: what a newer version added would read as a mistake.
    const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
    if (typeof version === 'number' && version !== 1)
        throw new SyntaxError(`the figures have the version ${version}; this version of the suite reads 1`);
    const figures = figuresShape(value, '');
    if ((figures.verdict === 'pass') !== (figures.blame === ''))
        throw new SyntaxError(`the verdict "${figures.verdict}" does not go with the blame "${figures.blame}"`);
    return figures;
}
/**
 * JSON of the figures. Lists that are too long lose their end, and `leftOut` says how much; texts become one line, lose
 * their control characters and, when they are too long, their end, with "…" in its place.
 * @throws SyntaxError for figures that cannot be (more covered than there is, a pass with a blame): nobody could read them.
 */
function writeFigures(figures) {
    const { reasons, checks, findings, coverage, pyramid } = figures;
    const { packages, total, patch, base, worstFiles } = coverage;
    const fitted = {
        version: 1,
        name: figures.name,
        commit: figures.commit,
        event: fit(figures.event, longest.word),
        measuredAt: figures.measuredAt,
        verdict: figures.verdict,
        blame: figures.blame,
        reasons: reasons.slice(0, most.reasons).map((reason) => ({
            id: fit(reason.id, longest.word),
            text: fit(reason.text, longest.sentence),
            cure: fit(reason.cure, longest.sentence),
            package: fit(reason.package, longest.name),
        })),
        checks: checks.slice(0, most.checks).map((check) => ({
            package: fit(check.package, longest.name),
            name: fit(check.name, longest.word),
            outcome: check.outcome,
            extent: fit(check.extent, longest.extent),
            findings: check.findings,
            durationMs: Math.max(0, Math.round(check.durationMs)),
        })),
        findings: findings.slice(0, most.findings).map((finding) => ({
            file: fit(finding.file, longest.path),
            line: finding.line,
            title: fit(finding.title, longest.name),
            message: fit(finding.message.trimStart().split('\n')[0] ?? '', longest.sentence),
            check: fit(finding.check, longest.word),
        })),
        coverage: {
            packages: packages.slice(0, most.packages).map((one) => ({
                name: fit(one.name, longest.name),
                suite: one.suite,
                counts: pickCounts(one.counts),
                threshold: one.threshold,
                base: one.base === null ? null : pickCounts(one.base),
            })),
            total: total === null
                ? null
                : { counts: pickCounts(total.counts), base: total.base === null ? null : pickCounts(total.base) },
            patch: patch === null ? null : { ...pickCount(patch), threshold: patch.threshold },
            base: base !== null && 'none' in base
                ? { none: fit(base.none, longest.sentence) }
                : base === null
                    ? null
                    : { commit: base.commit, distance: base.distance },
            worstFiles: worstFiles.slice(0, most.worstFiles).map(({ file, lines, uncovered }) => ({
                file: fit(file, longest.path),
                lines: pickCount(lines),
                uncovered: fit(uncovered, longest.ranges),
            })),
        },
        pyramid: { unit: pyramid.unit, integration: pyramid.integration, e2e: pyramid.e2e },
        leftOut: {
            reasons: Math.max(0, reasons.length - most.reasons),
            checks: Math.max(0, checks.length - most.checks),
            packages: Math.max(0, packages.length - most.packages),
        },
    };
    const file = `${JSON.stringify(fitted, undefined, 1)}\n`;
    readFigures(file);
    return file;
}
function fit(foreign, longestOf) {
    const flat = foreign.replaceAll(unfitRun, ' ').trim();
    if (flat.length <= longestOf)
        return flat;
    // A cut in the middle of a character leaves half of one.
    return `${flat.slice(0, longestOf - 1).replace(/\p{Cs}$/u, '')}…`;
}
/** Without what else an object may carry: the format refuses unknown members. */
function pickCount({ covered, total }) {
    return { covered, total };
}
function pickCounts(counts) {
    return {
        lines: pickCount(counts.lines),
        branches: pickCount(counts.branches),
        functions: pickCount(counts.functions),
        statements: pickCount(counts.statements),
    };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/vendors/github/zip.js

/** Files in an artifact, of which most are strangers to us: as many as a report of a large project can hold. */
const mostEntries = 5_000;
/**
 * The named files of a zip archive that a stranger may have made. All other entries are passed over, so their names,
 * however unsafe, are never used; nothing is written anywhere.
 * @param limits most bytes of each wanted file, unpacked
 * @throws SyntaxError when it is no archive, is damaged, holds too much, or one of the files twice
 */
async function readZip(archive, limits) {
    // Only who downloads something pays for it.
    const { fromBufferPromise } = await __webpack_require__.e(/* import() */ 557).then(__webpack_require__.t.bind(__webpack_require__, 6557, 19));
    try {
        // Names stay bytes: with decoding, an unsafe name anywhere in the archive would be an error.
        const zip = await fromBufferPromise(Buffer.from(archive), { decodeStrings: false });
        if (zip.entryCount > mostEntries)
            throw new SyntaxError(`it holds ${zip.entryCount} files, and ${mostEntries} are the most`);
        const files = new Map();
        for await (const entry of zip.eachEntry()) {
            const name = entry.fileNameRaw.toString('utf8');
            const limit = Object.hasOwn(limits, name) ? limits[name] : undefined;
            if (limit === undefined)
                continue;
            if (files.has(name))
                throw new SyntaxError(`it holds ${name} twice`);
            files.set(name, await readEntry(zip, entry, name, limit));
        }
        return files;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            throw error;
        throw new SyntaxError(`the archive is damaged: ${error.message}`, { cause: error });
    }
}
async function readEntry(zip, entry, name, limit) {
    const tooLarge = () => new SyntaxError(`${name} has more than ${limit} bytes`);
    if (entry.uncompressedSize > limit)
        throw tooLarge();
    const chunks = [];
    let size = 0;
    // What an entry says of its size is checked by yauzl; this holds without it.
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
        size += chunk.length;
        if (size > limit)
            throw tooLarge();
        chunks.push(chunk);
    }
    const content = Buffer.concat(chunks);
    if ((0,external_node_zlib_.crc32)(content) !== entry.crc32)
        throw new SyntaxError(`${name} is damaged: its checksum is another one`);
    return content;
}

;// CONCATENATED MODULE: ./src/vendors/github/artifacts.js



/** Bytes of an archive that we are ready to hold. */
const mostBytes = 32_000_000;
const id = number('whole', 1, Number.MAX_SAFE_INTEGER);
const runShape = record({
    id,
    repository_id: id,
    head_repository_id: id,
    head_branch: nullable(shapes_text(1_000)),
    head_sha: shapes_text(64, /^[0-9a-f]{40,64}$/),
}, 'ignored');
const artifactShape = (value, where) => {
    const raw = record({
        id,
        name: shapes_text(1_000),
        size_in_bytes: number('whole', 0, Number.MAX_SAFE_INTEGER),
        expired: oneOf([true, false]),
        workflow_run: readRun,
    }, 'ignored')(value, where);
    return { id: raw.id, name: raw.name, size: raw.size_in_bytes, expired: raw.expired, run: raw.workflow_run };
};
function readRun(run, where) {
    let raw;
    try {
        raw = runShape(run, where);
    }
    catch {
        return null;
    }
    return {
        id: raw.id,
        repositoryId: raw.repository_id,
        headRepositoryId: raw.head_repository_id,
        headBranch: raw.head_branch ?? '',
        headSha: raw.head_sha,
    };
}
/**
 * The newest artifact of a run by its exact name.
 * @throws VendorError
 */
async function findRunArtifact(github, runId, name) {
    const question = {
        operation: 'list the artifacts of the run',
        route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
        parameters: { run_id: runId, name },
    };
    const found = [];
    for await (const page of github.pages(question, artifactShape, 3, 'artifacts'))
        found.push(...page.filter((artifact) => artifact.name === name && artifact.run?.id === runId));
    return found.toSorted((a, b) => b.id - a.id)[0];
}
/**
 * Downloads an artifact and takes the named files out of it. The API redirects to a storage on another host; `fetch`
 * leaves the token behind there (Fetch Standard, HTTP-redirect fetch).
 * @param limits most bytes of each file
 * @throws VendorError, but not for an artifact that has expired or is damaged: then the result is the reason.
 */
async function downloadArtifact(github, { id: artifactId, name, size, expired }, limits) {
    if (expired)
        return { none: `the artifact ${name} has expired` };
    if (size > mostBytes)
        return { none: `the artifact ${name} has ${size} bytes, and ${mostBytes} are the most` };
    try {
        const { body } = await github.send({
            operation: `download the artifact ${name}`,
            route: 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
            parameters: { artifact_id: artifactId, archive_format: 'zip' },
        });
        return { files: await readZip(body, limits) };
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return { none: `the artifact ${name} cannot be read: ${(0,errors/* describeError */.Uc)(error)}` };
        if (error instanceof errors/* VendorError */.Hi && error.details.status === 410)
            return { none: `the artifact ${name} has expired` };
        throw error;
    }
}

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


// EXTERNAL MODULE: ./src/kit/endpoints.js
var endpoints = __webpack_require__(7731);
// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __webpack_require__(6513);
;// CONCATENATED MODULE: ./src/vendors/github/messages.js

const githubMessages = (0,messages/* defineMessages */.Y)({
    'github-repository-unknown': (given) => ({
        text: `GITHUB_REPOSITORY is "${given}", and has to name a repository as owner/name.`,
        cure: 'GitHub sets it in every job; outside of one, set it yourself.',
    }),
});

;// CONCATENATED MODULE: ./src/vendors/github/client.js






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
    async function send(question) {
        const { operation, route, parameters, repeatable } = question;
        const { method, url, body } = endpoint(route, { baseUrl, owner, repo: name, ...parameters });
        return http.request({
            vendor: 'GitHub',
            operation,
            method,
            url,
            headers: {
                accept: 'application/vnd.github+json',
                'x-github-api-version': '2022-11-28',
                authorization: `Bearer ${token}`,
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(body === undefined || body === '' ? {} : { body: JSON.stringify(body) }),
            ...(repeatable === undefined ? {} : { repeatable }),
            timeoutMs,
        });
    }
    async function read(question, shape) {
        return readAnswer(await send(question), question, shape);
    }
    async function* pages(question, item, most, member) {
        const items = list(item, pageSize);
        for (let page = 1; page <= most; page += 1) {
            // By number and not by the link of the answer: the token goes to no address that an answer names.
            const parameters = { ...question.parameters, per_page: pageSize, page };
            const answer = await send({ ...question, parameters });
            yield readAnswer(answer, question, (value, where) => items(member === undefined ? value : memberOf(value, member), member ?? where));
            if (!/;\s*rel="next"/.test(answer.headers.get('link') ?? ''))
                return;
        }
    }
    return { owner, name, actsAsApp: token.startsWith('ghs_'), send, read, pages };
}
/** What `ask` finds; undefined where GitHub answers that there is no such thing. */
async function orMissing(ask) {
    try {
        return await ask;
    }
    catch (error) {
        if (error instanceof errors/* VendorError */.Hi && error.details.status === 404)
            return undefined;
        throw error;
    }
}
function memberOf(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
}
function readAnswer(answer, { operation, route }, shape) {
    const value = answer.json();
    try {
        return shape(value, '');
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        const correlationId = answer.headers.get('x-github-request-id');
        throw new errors/* VendorError */.Hi(messages/* kitMessages */.Z['vendor-unreadable']('GitHub', operation, error.message), {
            vendor: 'GitHub',
            operation,
            status: answer.status,
            attempts: 1,
            // The status was a success: what the request was to change may have changed.
            ambiguous: !route.startsWith('GET '),
            ...(correlationId === null ? {} : { correlationId }),
        }, { cause: error });
    }
}
function readRepository(environment) {
    const given = environment['GITHUB_REPOSITORY'] ?? '';
    const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
    if (owner === undefined || name === undefined)
        throw new errors/* ConfigurationError */.j1(githubMessages['github-repository-unknown'](given));
    return { owner, name };
}
/** GitHub's own hosts, github.com and those of data residency; the token goes to no other but this machine. */
function readApiUrl(environment) {
    const given = environment['GITHUB_API_URL'] ?? '';
    if (given === '' || given === publicApi)
        return publicApi;
    if (/^https:\/\/api\.[a-z0-9-]+\.ghe\.com$/.test(given))
        return given;
    return (0,endpoints/* readRedirect */.Dr)('GITHUB_API_URL', environment) ?? publicApi;
}

// EXTERNAL MODULE: ./src/kit/suite.js
var suite = __webpack_require__(3937);
;// CONCATENATED MODULE: ./src/vendors/github/comments.js




/** UTF-16 units: GitHub's own "body is too long (maximum is 65536 characters)". */
const mostUnits = 65_536;
/** An issue takes no more than 2,500 comments (openshift/release#20821). */
const mostPages = 25;
/** Every write is followed by a look at what came of it; so many are enough for three that went wrong. */
const mostLooks = 5;
const commentShape = record({
    id: number('whole', 1, Number.MAX_SAFE_INTEGER),
    html_url: shapes_text(1_000, /^https:\/\//, 'an address'),
    body: shapes_text(Number.MAX_SAFE_INTEGER),
    user: nullable(record({ login: shapes_text(300), type: shapes_text(100) }, 'ignored')),
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
    const author = github.actsAsApp ? undefined : await readLogin(github);
    const body = composeBody(comment);
    let created;
    let tried;
    let wrote = false;
    let failure;
    for (let look = 1; look <= mostLooks; look += 1) {
        const ours = await listOurs(github, comment, author);
        // A list may be older than what was just made.
        if (created !== undefined && ours.every(({ id }) => id !== created?.id))
            ours.push(created);
        const [oldest, ...others] = ours.toSorted((a, b) => a.id - b.id);
        // What has been written is not compared letter by letter: should GitHub store a text otherwise, that is its own.
        const isSaid = (one) => one.body.trim() === body.trim() || (wrote && compareRuns(one.run, comment.run) === 0);
        try {
            if (oldest === undefined) {
                tried = 'created';
                created = await createComment(github, comment, body);
                wrote = true;
            }
            else if (ours.some(({ run }) => compareRuns(run, comment.run) > 0)) {
                // The newer run tidies the rest; what this one has made is its own to take back.
                for (const { id, run } of others)
                    if (compareRuns(run, comment.run) === 0)
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
            if (!(error instanceof errors/* VendorError */.Hi) || !error.details.ambiguous)
                throw error;
            failure = error;
        }
    }
    throw failure ?? new Error(`the comment of #${comment.number} changed each time that it was looked at`);
}
/** More than 0 when the first is the newer one. */
function compareRuns(one, other) {
    return one.id - other.id || one.attempt - other.attempt;
}
function markerOf({ key, run }) {
    return `<!-- ${suite/* suite */.r.name} ${key} run ${run.id} attempt ${run.attempt} -->`;
}
/** The run that a body is of, by the marker that is its first line; undefined for any other text. */
function readMarker(body, key) {
    const [line = ''] = body.split(/\r?\n/, 1);
    const [, id, attempt] = / run (\d{1,15}) attempt (\d{1,9}) -->$/.exec(line) ?? [];
    const run = { id: Number(id), attempt: Number(attempt) };
    return id !== undefined && line === markerOf({ key, run }) ? run : undefined;
}
/** The marker and as many of the blocks as fit, never a part of one. */
function composeBody(comment) {
    const { blocks } = comment;
    const compose = (count) => {
        const left = blocks.length - count;
        const note = left === 0 ? [] : [`… ${left === 1 ? 'A section is' : `${left} sections are`} left out: too long for a comment.`];
        return [markerOf(comment), [...blocks.slice(0, count), ...note].join('\n\n')].join('\n');
    };
    let count = blocks.length;
    while (count > 0 && compose(count).length > mostUnits)
        count -= 1;
    return compose(count);
}
/** A person's account; tokens of apps may not ask. */
async function readLogin(github) {
    const question = { operation: 'read whose token this is', route: 'GET /user', parameters: {} };
    const { login } = await github.read(question, record({ login: shapes_text(300) }, 'ignored'));
    return login;
}
async function listOurs(github, { number: issue, key }, author) {
    const question = {
        operation: 'list the comments',
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { issue_number: issue },
    };
    const ours = [];
    for await (const page of github.pages(question, commentShape, mostPages)) {
        for (const { id, body, html_url: url, user } of page) {
            const run = readMarker(body, key);
            const byUs = author === undefined ? user?.type === 'Bot' : user?.login === author;
            if (run !== undefined && byUs)
                ours.push({ id, body, url, run });
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
    await orMissing(github.read(question, commentShape));
}
async function deleteComment(github, id) {
    const sent = github.send({
        operation: 'delete the second comment',
        route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
        parameters: { comment_id: id },
        repeatable: true,
    });
    // Gone already, by the other run or by the attempt before.
    await orMissing(sent);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/vendors/github/event.js


const sha = shapes_text(64, /^[0-9a-f]{40,64}$/, 'the full name of a commit');
const comparisons = {
    pull_request: (payload, where) => {
        const side = record({ sha }, 'ignored');
        const shape = record({ pull_request: record({ base: side, head: side }, 'ignored') }, 'ignored');
        const { base, head } = shape(payload, where).pull_request;
        return { base: base.sha, head: head.sha };
    },
    merge_group: (payload, where) => {
        const shape = record({ merge_group: record({ base_sha: sha, head_sha: sha }, 'ignored') }, 'ignored');
        const { base_sha: base, head_sha: head } = shape(payload, where).merge_group;
        return { base, head };
    },
};
/**
 * What the event of this run is compared with: the base of a pull request or merge group, on the default branch the
 * commit before, on any other branch or tag the default branch.
 * @throws SyntaxError when the event does not say it.
 */
function readComparison(environment, defaultBranch) {
    const payload = comparisons[environment['GITHUB_EVENT_NAME'] ?? ''];
    if (payload !== undefined)
        return payload(readPayload(environment), '');
    const head = sha(environment['GITHUB_SHA'] ?? '', 'GITHUB_SHA');
    return environment['GITHUB_REF'] === `refs/heads/${defaultBranch}`
        ? { firstParentOf: head }
        : { base: defaultBranch, head };
}
/**
 * The run that a `workflow_run` event is about; undefined for other events.
 * @throws SyntaxError
 */
function readTriggeringRun(environment) {
    if (environment['GITHUB_EVENT_NAME'] !== 'workflow_run')
        return undefined;
    const id = number('whole', 1, Number.MAX_SAFE_INTEGER);
    const shape = record({ workflow_run: record({ id }, 'ignored') }, 'ignored');
    return shape(readPayload(environment), '').workflow_run.id;
}
function readPayload(environment) {
    const path = environment['GITHUB_EVENT_PATH'] ?? '';
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new SyntaxError(`the event cannot be read from GITHUB_EVENT_PATH ("${path}")`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./src/vendors/github/pulls.js

const pulls_mostPages = 10;
const pullShape = record({
    number: number('whole', 1, Number.MAX_SAFE_INTEGER),
    head: record({ sha: shapes_text(64), repo: nullable(record({ full_name: shapes_text(300) }, 'ignored')) }, 'ignored'),
}, 'ignored');
/**
 * The open pull request whose head is the code of a run: the same commit of the same repository. The event of a run says
 * no number for pull requests from forks (github/docs#22501), and what the run itself wrote could name any.
 * @returns its number, or why there is none
 * @throws VendorError
 */
async function findPullRequest(github, { headSha, headRepository, headBranch }) {
    if (headRepository === null)
        return { none: 'the repository that the code came from has been deleted' };
    const [owner = ''] = headRepository.split('/');
    const question = {
        operation: 'find the pull request',
        route: 'GET /repos/{owner}/{repo}/pulls',
        parameters: { state: 'open', head: `${owner}:${headBranch}` },
    };
    const found = [];
    for await (const page of github.pages(question, pullShape, pulls_mostPages)) {
        for (const { number, head } of page) {
            const same = head.sha === headSha && head.repo?.full_name.toLowerCase() === headRepository.toLowerCase();
            if (same)
                found.push(number);
        }
    }
    const [first, ...others] = found;
    if (first === undefined)
        return { none: `no open pull request has ${headSha} of ${headRepository} as its head: it is closed, or moved on` };
    if (others.length > 0)
        return {
            none: `${found.length} open pull requests have the head ${headSha}: ${found.map((one) => `#${one}`).join(', ')}`,
        };
    return { number: first };
}

;// CONCATENATED MODULE: ./src/vendors/github/runs.js

const positive = number('whole', 1, Number.MAX_SAFE_INTEGER);
const fullName = shapes_text(300, /^[\w.-]+\/[\w.-]+$/, 'owner/name');
const runs_runShape = record({
    id: positive,
    run_attempt: positive,
    event: shapes_text(100),
    conclusion: nullable(shapes_text(100)),
    head_sha: shapes_text(64, /^[0-9a-f]{40,64}$/),
    head_branch: nullable(shapes_text(1_000)),
    head_repository: nullable(record({ full_name: fullName }, 'ignored')),
    // It becomes a link, so nothing in it may end one.
    html_url: shapes_text(1_000, /^https:\/\/[\w.:/-]+$/, 'an address'),
}, 'ignored');
/** @throws VendorError */
async function runs_readRun(github, runId) {
    const question = {
        operation: 'read the run',
        route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
        parameters: { run_id: runId },
    };
    const raw = await github.read(question, runs_runShape);
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

// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __webpack_require__(8825);
// EXTERNAL MODULE: ./src/reports/coverage.js
var reports_coverage = __webpack_require__(3350);
;// CONCATENATED MODULE: ./actions/quality-comment/inert.js

const gap = '\u200B';
/**
 * What the builders of Markdown cannot prevent by escaping: GitHub looks for mentions, issues, commits and addresses in
 * the text that comes out, whatever it was written as (so Dependabot and Renovate break a mention with a space of no
 * width, as this does). It looks at no code.
 */
const active = [
    // @person, @organisation/team, and the address of a mailbox.
    [/@/g, `@${gap}`],
    // #12, owner/name#12, GH-12.
    [/#(?=\d)/g, `#${gap}`],
    [/\b(gh-)(?=\d)/gi, `$1${gap}`],
    // https://…, any other scheme, and www.
    [/:(?=\/\/)/g, `:${gap}`],
    [/\b(www|mailto|xmpp)(?=[.:])/gi, `$1${gap}`],
    // The name of a commit, whole or abbreviated.
    [/\b([0-9a-f]{6})(?=[0-9a-f]+\b)/gi, `$1${gap}`],
];
/** A stranger's text that stays text when GitHub shows it; to be handed to a builder that escapes Markdown and HTML. */
function inert(foreign) {
    return active.reduce((text, [pattern, replacement]) => text.replaceAll(pattern, replacement), foreign);
}
/** The same as code, exact to the letter where the builder can write it as a code span. */
function inertCode(foreign) {
    return (0,kit_summary/* code */.aY)(/[`|\\]/.test(foreign) ? inert(foreign) : foreign);
}

;// CONCATENATED MODULE: ./actions/quality-comment/comment.js




/** Rows of a table: a comment is read, a report is searched. */
const comment_most = { reasons: 10, checks: 30, packages: 30, findings: 20, worstFiles: 10 };
/**
 * The comment as blocks, the most important first, so that what does not fit is left out from the end. The figures come
 * from the code under check, possibly of a fork: every text of theirs is made inert. How the run ended is GitHub's word,
 * and where the two disagree it is the run that counts.
 */
function describeRun(name, run, left) {
    const passed = run.conclusion === 'success' && 'figures' in left && left.figures.verdict === 'pass';
    const blocks = [block((summary) => describeVerdict(summary, name, run, left, passed))];
    if ('missing' in left)
        return blocks;
    const { reasons, checks, coverage, pyramid } = left.figures;
    if (reasons.length > 0)
        blocks.push(block((summary) => describeReasons(summary, left.figures)));
    if (checks.length > 0)
        blocks.push(block((summary) => describeChecks(summary, left.figures)));
    if (coverage.packages.length > 0 || coverage.patch !== null)
        blocks.push(block((summary) => describeCoverage(summary, left.figures)));
    if (left.figures.findings.length > 0)
        blocks.push(block((summary) => describeFindings(summary, left.figures)));
    if (coverage.worstFiles.length > 0)
        blocks.push(block((summary) => describeWorstFiles(summary, coverage)));
    if (Object.values(pyramid).some((count) => count !== null))
        blocks.push(block((summary) => describePyramid(summary, pyramid)));
    return blocks;
}
function block(describe) {
    const summary = (0,kit_summary/* createSummary */.Ft)();
    describe(summary);
    // Whole: what is too long is left out as a block, and the tables are short already.
    return summary.render(Number.POSITIVE_INFINITY);
}
function describeVerdict(summary, name, run, left, passed) {
    summary.heading(3, `${passed ? '✅' : '❌'} ${name}: ${passed ? 'pass' : 'fail'}`);
    const ended = run.conclusion ?? 'nothing yet';
    const link = { markdown: `[run ${run.id}](${run.url})` };
    const attempt = run.attempt > 1 ? `, attempt ${run.attempt}` : '';
    summary.paragraph((0,kit_summary.md) `Commit ${(0,kit_summary/* code */.aY)(run.headSha.slice(0, 10))}, ${link}${attempt}, which ended with ${(0,kit_summary/* code */.aY)(ended)}.`);
    if ('missing' in left) {
        summary.paragraph((0,kit_summary.md) `⚠️ There are no figures of it: ${inert(left.missing)}.`);
        return;
    }
    const { verdict } = left.figures;
    if (verdict === 'pass' && !passed)
        summary.paragraph((0,kit_summary.md) `
⚠️ The figures say pass, and the run did not succeed. Another job of it may have failed, or the figures are not true: the run counts.
    `);
    if (verdict === 'fail' && run.conclusion === 'success')
        summary.paragraph((0,kit_summary.md) `
⚠️ The figures say fail, and the run succeeded all the same: nothing there stops a merge.
    `);
}
/** "and 7 more", where the comment or the file does not hold all. */
function more(summary, shown, all) {
    if (all > shown)
        summary.paragraph(`… and ${all - shown} more; the job summary of the run has them.`);
}
function describeReasons(summary, { reasons, leftOut, blame }) {
    if (blame !== '')
        summary.paragraph((0,kit_summary.md) `Whose fault it is: **${blame === 'code' ? 'the code under check' : blame}**.`);
    const shown = reasons.slice(0, comment_most.reasons);
    summary.list(shown.map((reason) => {
        const of = reason.package === '' ? '' : (0,kit_summary.md) `${inertCode(reason.package)}: `;
        return (0,kit_summary.md) `${of}**${inert(reason.text)}** ${inert(reason.cure)} (${inertCode(reason.id)})`;
    }));
    more(summary, shown.length, reasons.length + leftOut.reasons);
}
const outcomes = {
    passed: '✅ passed',
    failed: '❌ failed',
    'not-run': '⏭️ not run',
};
function describeChecks(summary, { checks, leftOut }) {
    const several = new Set(checks.map((check) => check.package).filter((name) => name !== '')).size > 1;
    const shown = checks.slice(0, comment_most.checks);
    const right = (title) => ({ title, align: 'right' });
    summary.heading(4, 'Checks');
    summary.table([
        ...(several ? [{ title: 'Package' }] : []),
        { title: 'Check' },
        { title: 'Result' },
        { title: 'Looked at' },
        right('Found'),
        right('Time'),
    ], shown.map((check) => [
        ...(several ? [check.package === '' ? 'all' : inertCode(check.package)] : []),
        inert(check.name),
        outcomes[check.outcome],
        inert(check.extent),
        `${check.findings}`,
        check.outcome === 'not-run' ? '' : (0,duration/* formatDuration */.a)(check.durationMs),
    ]));
    more(summary, shown.length, checks.length + leftOut.checks);
}
function describeCoverage(summary, { coverage, leftOut }) {
    const { packages, total, patch, base } = coverage;
    summary.heading(4, 'Coverage');
    if (packages.length > 0) {
        const shown = packages.slice(0, comment_most.packages);
        summary.table([
            { title: 'Package' },
            { title: 'Suite' },
            ...reports_coverage/* coverageMetrics */.wv.map((title) => ({ title, align: 'right' })),
            { title: 'Required', align: 'right' },
        ], [
            ...shown.map((one) => [
                inertCode(one.name),
                one.suite,
                ...shares(one.counts, one.base, one.threshold),
                `${one.threshold} %`,
            ]),
            ...(total === null || packages.length < 2 ? [] : [['all', '', ...shares(total.counts, total.base), '']]),
        ]);
        more(summary, shown.length, packages.length + leftOut.packages);
    }
    if (patch !== null)
        summary.paragraph(describePatch(patch, patch.threshold));
    if (base !== null)
        summary.paragraph(describeBase(base));
}
/** "81.25 % (+1.25) ✅" for each metric. */
function shares(counts, base, threshold) {
    return reports_coverage/* coverageMetrics */.wv.map((metric) => {
        const count = counts[metric];
        const change = base === null ? '' : ` (${(0,reports_coverage/* formatShareChange */.pY)(base[metric], count)})`;
        return `${(0,reports_coverage/* formatShare */.T1)(count)}${change}${threshold === undefined ? '' : ` ${markOf(count, threshold)}`}`.trim();
    });
}
function markOf(count, threshold) {
    if (count.total === 0)
        return '';
    return (0,reports_coverage/* reaches */.O6)(count, threshold) ? '✅' : '❌';
}
function describePatch(patch, threshold) {
    if (patch.total === 0)
        return 'Changed lines: none of them is executable.';
    const { covered, total } = patch;
    return `Changed lines: ${(0,reports_coverage/* formatShare */.T1)(patch)} (${covered} of ${total}), required ${threshold} % ${markOf(patch, threshold)}`;
}
function describeBase(base) {
    if ('none' in base)
        return `No baseline: ${inert(base.none)}.`;
    const { commit, distance } = base;
    const where = distance === 0 ? 'where the change begins' : `${distance} before the change begins`;
    return (0,kit_summary.md) `Compared with ${(0,kit_summary/* code */.aY)(commit.slice(0, 10))}, ${where}.`;
}
function describeFindings(summary, { findings, checks }) {
    const shown = findings.slice(0, comment_most.findings);
    summary.heading(4, 'What to mend');
    summary.table([{ title: 'Where' }, { title: 'Check' }, { title: 'What' }], shown.map(({ file, line, title, message, check }) => [
        inertCode(line === null ? file : `${file}:${line}`),
        inert(check),
        (0,kit_summary.md) `**${inert(title)}** ${inert(message)}`,
    ]));
    const all = checks.reduce((sum, check) => sum + check.findings, 0);
    more(summary, shown.length, Math.max(all, findings.length));
}
function describeWorstFiles(summary, { worstFiles }) {
    summary.details('Least covered files', (inner) => {
        inner.table([{ title: 'File' }, { title: 'Lines', align: 'right' }, { title: 'Not covered' }], worstFiles
            .slice(0, comment_most.worstFiles)
            .map(({ file, lines, uncovered }) => [inertCode(file), (0,reports_coverage/* formatShare */.T1)(lines), inert(uncovered)]));
    });
}
/** The shape that most tests low down make: 70 % unit, 20 % integration, 10 % end to end. */
const goals = {
    unit: ['Unit', 70],
    integration: ['Integration', 20],
    e2e: ['End to end', 10],
};
function describePyramid(summary, pyramid) {
    const kinds = Object.keys(goals);
    const known = kinds.every((kind) => pyramid[kind] !== null);
    const total = kinds.reduce((sum, kind) => sum + (pyramid[kind] ?? 0), 0);
    summary.heading(4, 'Shape of the tests');
    summary.table([
        { title: 'Kind' },
        { title: 'Tests', align: 'right' },
        { title: 'Share', align: 'right' },
        { title: 'Goal', align: 'right' },
    ], kinds.map((kind) => {
        const [title, percent] = goals[kind];
        const covered = pyramid[kind];
        const share = known && covered !== null ? (0,reports_coverage/* formatShare */.T1)({ covered, total }) : '';
        return [title, covered === null ? 'not known' : `${covered}`, share, `${percent} %`];
    }));
}

// EXTERNAL MODULE: ./src/kit/inputs.js + 1 modules
var inputs = __webpack_require__(4196);
;// CONCATENATED MODULE: ./actions/quality-comment/inputs.js

const inputs_positive = /^[1-9]\d{0,14}$/;
/** The inputs of `action.yml`, in its order. */
function fields() {
    return {
        // An empty token leaves the default as it stands here, which no token looks like.
        'github-token': (0,inputs/* withDefault */.IQ)((0,inputs/* secret */.rJ)((0,inputs/* text */.Qq)({ valid: 'a token of GitHub', example: '', pattern: /^[^\s${}]+$/ })), '${{ github.token }}'),
        name: (0,inputs/* withDefault */.IQ)((0,inputs/* text */.Qq)({
            valid: 'letters, digits, ".", "_" and "-", at most 64',
            example: 'quality',
            pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
        }), 'quality'),
        'run-id': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'the number in the address of a run', example: '12345678901', pattern: inputs_positive })),
        'pull-request': (0,inputs/* optional */.lq)((0,inputs/* text */.Qq)({ valid: 'the number of a pull request', example: '42', pattern: inputs_positive })),
        'dry-run': (0,inputs/* withDefault */.IQ)((0,inputs/* boolean */.zM)(), 'false'),
    };
}

;// CONCATENATED MODULE: ./actions/quality-comment/messages.js

const messages_messages = (0,messages/* defineMessages */.Y)({
    'run-unknown': (event) => ({
        text: `It is not known which run to comment on: the event is ${event}, and only workflow_run says it.`,
        cure: 'Start the workflow on "workflow_run" of the one with the gate, or give "run-id".',
    }),
    'event-unreadable': (reason) => ({
        text: `It is not known which run to comment on: ${reason}.`,
        cure: 'GitHub writes the event for every job; a step before this one may have changed it. Or give "run-id".',
    }),
    'run-not-found': (runId, repository) => ({
        text: `GitHub shows this token no run ${runId} in ${repository}.`,
        cure: 'The run has to be one of this repository, and the job needs "actions: read".',
    }),
    'pull-request-not-found': (number, repository) => ({
        text: `GitHub shows this token no pull request #${number} in ${repository}.`,
        cure: 'The number has to be one of this repository, and the job needs "pull-requests: write".',
    }),
    'token-lacks-permission': (operation, permission, said) => ({
        text: `The token may not ${operation}: ${said}`,
        cure: `Grant "${permission}" to the job, and to the job that calls its workflow. Nothing can be written where the conversation is locked.`,
    }),
    'figures-missing': (reason) => ({
        text: `The run left no figures that can be shown: ${reason}.`,
        cure: 'The comment says how the run ended. The log of its gate says why there are none.',
    }),
});

;// CONCATENATED MODULE: ./actions/quality-comment/main.js












const outputs = { 'comment-url': '', 'pull-request': '' };
const qualityComment = { name: 'quality-comment', fields: fields, outputs, main };
/** Bytes of quality.json; what the reader takes at most is less. */
const mostFigures = 16_000_000;
async function main(context) {
    const { inputs, environment, http } = context;
    const runId = inputs.runId === undefined ? readRunId(context) : Number(inputs.runId);
    const github = createGitHub({ http: http(), environment, token: inputs.githubToken });
    try {
        await comment(context, github, runId);
    }
    catch (error) {
        throw explain(error, github, runId, inputs.pullRequest);
    }
}
async function comment(context, github, runId) {
    const { inputs, outputs: out, log, summary } = context;
    const run = await runs_readRun(github, runId);
    const found = await findTarget(github, run, inputs.pullRequest);
    if ('none' in found) {
        log.info(`nothing to comment on: ${found.none}`);
        summary.heading(2, 'quality-comment: nothing to comment on').paragraph(`${found.none}.`);
        return;
    }
    const left = await readLeft(github, run, inputs.name);
    if ('missing' in left)
        warn(context, left.missing);
    const sticky = {
        number: found.number,
        key: `quality-comment/${inputs.name}`,
        run,
        blocks: describeRun(inputs.name, run, left),
    };
    out.set({ 'pull-request': found.number });
    if (inputs.dryRun) {
        const body = composeBody(sticky);
        log.info(`dry run: this would be the comment on #${found.number}:\n${body}`);
        summary.heading(2, `quality-comment: a dry run, for #${found.number}`).code('markdown', body.split('\n'));
        return;
    }
    const { did, url } = await upsertComment(github, sticky);
    out.set({ 'comment-url': url });
    log.info(`comment on #${found.number}: ${says[did]} (${url})`);
    const link = { markdown: `[comment](${url})` };
    summary.heading(2, 'quality-comment: done').paragraph((0,kit_summary.md) `The ${link} on #${found.number} ${says[did]}.`);
}
const says = {
    created: 'was written',
    updated: 'was changed',
    unchanged: 'says it already',
    outdated: 'is of a newer run, and was left alone',
};
function readRunId({ environment }) {
    let id;
    try {
        id = readTriggeringRun(environment);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        throw new errors/* ConfigurationError */.j1(messages_messages['event-unreadable'](error.message));
    }
    if (id !== undefined)
        return id;
    throw new errors/* ConfigurationError */.j1(messages_messages['run-unknown'](environment['GITHUB_EVENT_NAME'] ?? 'unknown'));
}
/** A number that was given is the caller's own word; without one only runs for pull requests have one. */
async function findTarget(github, run, given) {
    if (run.conclusion === null)
        return { none: `run ${run.id} is not over: its end will start this again` };
    if (given !== undefined)
        return { number: Number(given) };
    if (run.event !== 'pull_request')
        return { none: `run ${run.id} was started by ${run.event}, not by a pull request` };
    return findPullRequest(github, run);
}
/** The figures, taken for a stranger's: whatever is wrong with them is said in the comment, and never trusted. */
async function readLeft(github, run, name) {
    const artifact = await findRunArtifact(github, run.id, `${name}-reports`);
    if (artifact === undefined)
        return { missing: `the run kept no artifact ${name}-reports` };
    const downloaded = await downloadArtifact(github, artifact, { 'quality.json': mostFigures });
    if ('none' in downloaded)
        return { missing: downloaded.none };
    const file = downloaded.files.get('quality.json');
    if (file === undefined)
        return { missing: `the artifact ${artifact.name} has no quality.json in it` };
    try {
        const figures = readFigures(file.toString('utf8'));
        return figures.name === name ? { figures } : { missing: `quality.json is of the gate "${figures.name}"` };
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        return { missing: `quality.json cannot be used: ${(0,errors/* describeError */.Uc)(error)}` };
    }
}
function warn({ annotations, log }, reason) {
    const { text, cure, id } = messages_messages['figures-missing'](reason);
    annotations.add({ level: 'warning', message: `${text} ${cure} [${id}]` });
    log.info(`${text}\n   → ${cure}`);
}
/** What a refusal means for whoever wrote the workflow. */
function explain(error, github, runId, given) {
    if (!(error instanceof errors/* VendorError */.Hi))
        return error;
    const { status, operation, body = '' } = error.details;
    const repository = `${github.owner}/${github.name}`;
    const cause = { cause: error };
    if (status === 403) {
        const permission = permissions.find(([operations]) => operations.test(operation))?.[1] ?? 'pull-requests: write';
        return new errors/* ConfigurationError */.j1(messages_messages['token-lacks-permission'](operation, permission, body), [], cause);
    }
    if (status === 404 && operation === 'read the run')
        return new errors/* ConfigurationError */.j1(messages_messages['run-not-found'](runId, repository), [], cause);
    if (status === 404 && given !== undefined && operation === 'list the comments')
        return new errors/* ConfigurationError */.j1(messages_messages['pull-request-not-found'](Number(given), repository), [], cause);
    return error;
}
const permissions = [
    [/run|artifact/, 'actions: read'],
    [/./, 'pull-requests: write'],
];


/***/ }),

/***/ 7731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ readRedirect)
/* harmony export */ });
/* unused harmony exports redirects, isLoopback */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3888);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6513);


/** The variables by which tests and rehearsals put an emulator in a service's place. */
const redirects = { npm: 'SLIPWAY_NPM_REGISTRY' };
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

/***/ 3350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   RH: () => (/* binding */ readCoverageMap),
/* harmony export */   T1: () => (/* binding */ formatShare),
/* harmony export */   W_: () => (/* binding */ sumCounts),
/* harmony export */   _7: () => (/* binding */ missingTo),
/* harmony export */   at: () => (/* binding */ countCoverage),
/* harmony export */   pY: () => (/* binding */ formatShareChange),
/* harmony export */   wv: () => (/* binding */ coverageMetrics)
/* harmony export */ });
/* unused harmony export countByPackage */
/* harmony import */ var istanbul_lib_coverage__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3855);


const coverageMetrics = ['lines', 'branches', 'functions', 'statements'];
const nothing = {
    lines: { covered: 0, total: 0 },
    branches: { covered: 0, total: 0 },
    functions: { covered: 0, total: 0 },
    statements: { covered: 0, total: 0 },
};
/**
 * Counts what an Istanbul coverage map covers.
 * @throws SyntaxError when the value is not such a map.
 */
function countCoverage(map) {
    const coverageMap = readCoverageMap(map);
    const files = coverageMap.files().map((file) => {
        const coverage = coverageMap.fileCoverageFor(file);
        const summary = coverage.toSummary();
        const counts = Object.fromEntries(coverageMetrics.map((metric) => [metric, { covered: summary[metric].covered, total: summary[metric].total }]));
        return { file, counts, uncoveredLines: coverage.getUncoveredLines().map(Number) };
    });
    return { files, total: sumCounts(files.map(({ counts }) => counts)) };
}
/** @throws SyntaxError when the value is not a coverage map of Istanbul. */
function readCoverageMap(map) {
    if (typeof map !== 'object' || map === null || Array.isArray(map))
        throw new SyntaxError('there is no coverage map');
    try {
        return istanbul_lib_coverage__WEBPACK_IMPORTED_MODULE_0__.createCoverageMap(map);
    }
    catch (error) {
        throw new SyntaxError('the coverage map is not one of Istanbul', { cause: error });
    }
}
function sumCounts(all) {
    return all.reduce(addCounts, nothing);
}
/**
 * Counts by package, sorted by name.
 * @param packageOf the name of the package that a file (absolute) belongs to; undefined leaves the file out
 */
function countByPackage({ files }, packageOf) {
    const packages = new Map();
    for (const { file, counts } of files) {
        const name = packageOf(file);
        if (name !== undefined)
            packages.set(name, addCounts(packages.get(name) ?? nothing, counts));
    }
    return new Map([...packages].toSorted(([a], [b]) => compareText(a, b)));
}
function addCounts(a, b) {
    const add = (metric) => ({
        covered: a[metric].covered + b[metric].covered,
        total: a[metric].total + b[metric].total,
    });
    return { lines: add('lines'), branches: add('branches'), functions: add('functions'), statements: add('statements') };
}
/**
 * Whether the count reaches a threshold in percent. Nothing counted reaches nothing. Compared in whole numbers (the
 * threshold in millionths), since 0.1 + 0.2 style errors sit exactly where thresholds sit.
 */
function reaches({ covered, total }, threshold) {
    return total > 0 && covered * 100_000_000 >= Math.round(threshold * 1_000_000) * total;
}
/** How many more would have to be covered to reach a threshold in percent; 0 or less when it is reached. */
function missingTo({ covered, total }, threshold) {
    return Math.ceil((threshold * total) / 100 - 1e-9) - covered;
}
/** Percent with two digits, cut and not rounded: what falls short of 80 never reads "80.00". "none" for nothing counted. */
function formatShare({ covered, total }) {
    if (total === 0)
        return 'none';
    return `${(Math.floor((covered * 10_000) / total) / 100).toFixed(2)} %`;
}
/** "+1.25", "-0.01" or "0.00" percentage points between the shares as they are shown; "none" where one has nothing counted. */
function formatShareChange(before, after) {
    if (before.total === 0 || after.total === 0)
        return 'none';
    const hundredths = ({ covered, total }) => Math.floor((covered * 10_000) / total);
    const change = hundredths(after) - hundredths(before);
    return `${change > 0 ? '+' : ''}${(change / 100).toFixed(2)}`;
}


/***/ })

};
