import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1368:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(8760);


/***/ }),

/***/ 8760:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 8825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration),
/* harmony export */   z: () => (/* binding */ formatBytes)
/* harmony export */ });
const units = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
];
/** `850 ms`, `4.2 s`, `1 min 5 s`, `2 h 10 min`: two units at most, never a zero behind the first. */
function formatDuration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`;
    const index = units.findIndex(([size]) => ms >= size);
    const [size, suffix] = units[index] ?? [60_000, 'min'];
    const [smaller, smallerSuffix] = units[index + 1] ?? [1_000, 's'];
    const rest = Math.floor((ms % size) / smaller);
    return `${Math.floor(ms / size)} ${suffix}${rest > 0 ? ` ${rest} ${smallerSuffix}` : ''}`;
}
/** `512 B`, `4.0 kB`, `1.5 MB`: decimal units, as registries and GitHub print them. */
function formatBytes(bytes) {
    if (bytes < 1_000)
        return `${bytes} B`;
    if (bytes < 1_000_000)
        return `${(bytes / 1_000).toFixed(1)} kB`;
    return `${(bytes / 1_000_000).toFixed(1)} MB`;
}


/***/ }),

/***/ 3246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ VendorError),
/* harmony export */   Or: () => (/* binding */ isSystemError),
/* harmony export */   U8: () => (/* binding */ ForeseenError),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   hS: () => (/* binding */ exitCodes),
/* harmony export */   j1: () => (/* binding */ ConfigurationError)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

/**
 * Exit codes, so that a script can tell them apart without reading. 130 is the shell's code for an interrupted command
 * (128 + SIGINT).
 */
const exitCodes = {
    gate: 1,
    configuration: 2,
    vendor: 3,
    ours: 4,
    cancelled: 130,
};
/** A failure that we foresaw. Anything that is thrown and is not one of these is a defect of ours. */
class ForeseenError extends Error {
    fault;
    /** What a person is told, the most important first. */
    notes;
    described;
    constructor(fault, notes, options = {}) {
        super(notes[0].text, options);
        this.name = 'ForeseenError';
        this.fault = fault;
        this.notes = notes;
        this.described = options.described ?? false;
    }
}
/** The user can mend it: a wrong input, a missing tool, a broken policy. Shown with its cure and without a stack. */
class ConfigurationError extends ForeseenError {
    /** One row per problem, shown as a table: all of them at once, so that nobody repairs them one run at a time. */
    problems;
    constructor(note, problems = [], options) {
        super('configuration', [note], options);
        this.name = 'ConfigurationError';
        this.problems = problems;
    }
}
/** Somebody else's service refused, failed or stayed silent. */
class VendorError extends ForeseenError {
    details;
    constructor(note, details, options) {
        super('vendor', [note], options);
        this.name = 'VendorError';
        this.details = details;
    }
}
/** The runner asked us to stop (SIGINT, then SIGTERM). */
class CancelledError extends ForeseenError {
    constructor(note) {
        super('cancelled', [note]);
        this.name = 'CancelledError';
    }
}
/** Text of anything that can be thrown, with the causes behind it: `fetch failed: connect ECONNREFUSED 127.0.0.1:9`. */
function describeError(error) {
    // Not `instanceof`: an error may come from another realm (a worker, a test's sandbox).
    if (!Error.isError(error))
        return typeof error === 'string' ? error : (0,node_util__WEBPACK_IMPORTED_MODULE_0__.inspect)(error, { breakLength: Infinity });
    // Node's AggregateError (several addresses tried) often has an empty message of its own.
    const own = error instanceof AggregateError && error.errors.length > 0 ? describeError(error.errors[0]) : error.message;
    const cause = error.cause === undefined ? '' : describeError(error.cause);
    const parts = [own === '' ? error.name : own, cause].filter((part, index, all) => part !== '' && all.indexOf(part) === index);
    return parts.join(': ');
}
/** Of the operating system (a full disk, no permission, no such file), as Node throws them. */
function isSystemError(error) {
    return Error.isError(error) && 'syscall' in error;
}


/***/ }),

/***/ 6376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ createExec),
  l: () => (/* binding */ describeEnd)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __nccwpck_require__(8825);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./src/kit/orphans.js


/** The variable that marks every process of one command, however far it has detached itself from us. */
const markVariable = 'SLIPWAY_COMMAND';
/**
 * Ends what a command left behind: processes that moved into a group or session of their own, which a signal to the
 * command's group does not reach. Such a process could write into our files after our verdict, or hold a port or a
 * simulator. The runner does the same at the end of a job with RUNNER_TRACKING_ID; a step wants it at once.
 * @param variable the variable that carries the mark.
 * @returns the process ids that were sent SIGKILL.
 */
function killOrphans(mark, variable = markVariable) {
    const killed = [];
    // A process can start another one between the listing and the kill: look again until there is nothing more.
    for (let round = 0; round < 10; round += 1) {
        const found = findMarked(`${variable}=${mark}`).filter((pid) => !killed.includes(pid));
        if (found.length === 0)
            break;
        for (const pid of found) {
            killed.push(pid);
            signalProcess(pid, 'SIGKILL');
        }
    }
    return killed;
}
/** Sends a signal to a process, or to a whole group when `pid` is negative. True when somebody was there to get it. */
function signalProcess(pid, signal) {
    try {
        return process.kill(pid, signal);
    }
    catch {
        return false;
    }
}
function findMarked(wanted) {
    if (process.platform === 'linux')
        return findInProc(wanted);
    // Windows has no way to read another process's environment; there `taskkill /T` follows the parent links (exec.ts).
    return process.platform === 'win32' ? [] : findByPs(wanted);
}
function findInProc(wanted) {
    return (0,external_node_fs_.readdirSync)('/proc')
        .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
        .filter((name) => {
        try {
            return (0,external_node_fs_.readFileSync)(`/proc/${name}/environ`, 'latin1').split('\0').includes(wanted);
        }
        catch {
            // Gone meanwhile, or somebody else's.
            return false;
        }
    })
        .map(Number);
}
function findByPs(wanted) {
    try {
        // BSD ps: `E` shows the environment of the user's own processes behind the command.
        const listing = (0,external_node_child_process_namespaceObject.execFileSync)('ps', ['-axEww', '-o', 'pid=,command='], { encoding: 'utf8', maxBuffer: 64_000_000 });
        return listing
            .split('\n')
            .filter((line) => line.includes(wanted))
            .map((line) => Number.parseInt(line, 10))
            .filter((pid) => pid > 0 && pid !== process.pid);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./src/kit/exec.js





/** A longer line is cut: somebody printed a bundle. */
const longestLine = 32_768;
/** How long a command may take to end after SIGTERM before it gets SIGKILL. The runner gives us 7.5 s on a cancel. */
const graceMs = 2_000;
/** How long we wait for a command's pipes to close after it has ended: a daemon may hold them for ever. */
const drainMs = 1_000;
/** A log that says nothing for longer looks hung. */
const defaultHeartbeatMs = 30_000;
/** Lines kept for error messages. */
const tailLines = 40;
const largestCapture = 64_000_000;
/**
 * Runs commands: argument arrays (never a shell string), a given environment, streamed output, a time limit, and an end
 * that takes everything with it that the command had started.
 * @param cancel aborts when the step is cancelled: every running command is ended.
 * @param elapsed a monotonic clock in milliseconds.
 */
function createExec(log, cancel, elapsed) {
    const closing = new AbortController();
    const signal = AbortSignal.any([cancel, closing.signal]);
    const running = new Set();
    return {
        async run(command) {
            signal.throwIfAborted();
            const outcome = runCommand(command, log, signal, elapsed);
            running.add(outcome);
            try {
                return await outcome;
            }
            finally {
                running.delete(outcome);
            }
        },
        async close() {
            closing.abort(new Error('the step has ended'));
            await Promise.allSettled(running);
        },
    };
}
async function runCommand(command, log, signal, elapsed) {
    const startedAt = elapsed();
    const mark = (0,external_node_crypto_.randomBytes)(12).toString('hex');
    const tail = [];
    const captured = [];
    let capturedSize = 0;
    const keeps = command.capture !== undefined && command.capture !== false;
    const finish = (end, orphans = 0) => ({
        end,
        tail,
        orphans,
        durationMs: elapsed() - startedAt,
        stdout: keeps && capturedSize <= largestCapture ? captured.join('') : undefined,
    });
    const child = (0,external_node_child_process_namespaceObject.spawn)(command.file, command.args, {
        cwd: command.cwd,
        env: { ...command.env, [markVariable]: mark },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A process group of its own, so that a signal reaches the command and its children and not us.
        detached: process.platform !== 'win32',
        windowsHide: true,
    });
    const onLine = (line) => {
        tail.push(line);
        if (tail.length > tailLines)
            tail.shift();
        log.foreign(command.name, line);
    };
    const keep = (text) => {
        capturedSize += text.length;
        if (capturedSize <= largestCapture)
            captured.push(text);
    };
    readLines(child.stderr, onLine);
    if (keeps)
        readText(child.stdout, keep);
    if (command.capture !== true)
        readLines(child.stdout, onLine);
    return new Promise((resolve, reject) => {
        let timedOut = false;
        let killTimer;
        const stop = () => {
            if (killTimer !== undefined)
                return;
            signalGroup(child, 'SIGTERM');
            killTimer = setTimeout(() => {
                signalGroup(child, 'SIGKILL');
            }, graceMs);
        };
        const timer = setTimeout(() => {
            timedOut = true;
            stop();
        }, command.timeoutMs);
        signal.addEventListener('abort', stop, { once: true });
        let heartbeat;
        const beat = () => {
            heartbeat = setTimeout(() => {
                const [elapsedText, limit] = [elapsed() - startedAt, command.timeoutMs].map(duration/* formatDuration */.a);
                log.info(`${command.name}: running for ${elapsedText ?? ''}, limit ${limit ?? ''}`);
                beat();
            }, command.heartbeatMs ?? defaultHeartbeatMs);
        };
        beat();
        const release = () => {
            clearTimeout(timer);
            clearTimeout(heartbeat);
            clearTimeout(killTimer);
            signal.removeEventListener('abort', stop);
        };
        child.once('error', (error) => {
            // `error` also comes when a signal could not be sent; then the command runs and `exit` will follow.
            if (child.pid !== undefined)
                return;
            release();
            resolve(finish({ kind: 'not-started', reason: error.message }));
        });
        child.once('exit', (code, killedBy) => {
            release();
            // What is left of the group, then what has left the group; only then can the pipes be expected to close.
            signalGroup(child, 'SIGKILL');
            const orphans = killOrphans(mark).length;
            void drained(child).then(() => {
                if (signal.aborted)
                    reject(signal.reason);
                else if (timedOut)
                    resolve(finish({ kind: 'timed-out' }, orphans));
                else if (killedBy !== null)
                    resolve(finish({ kind: 'killed', signal: killedBy }, orphans));
                else
                    resolve(finish({ kind: 'exited', code: code ?? -1 }, orphans));
            });
        });
    });
}
function signalGroup(child, signal) {
    if (child.pid === undefined)
        return;
    if (process.platform === 'win32')
        (0,external_node_child_process_namespaceObject.spawnSync)('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else
        signalProcess(-child.pid, signal);
}
async function drained(child) {
    const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
    await new Promise((resolve) => {
        const timer = setTimeout(resolve, drainMs);
        child.once('close', () => {
            clearTimeout(timer);
            resolve();
        });
    });
    for (const stream of streams)
        stream.destroy();
}
function readText(stream, onText) {
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    stream.on('data', (chunk) => {
        onText(decoder.write(chunk));
    });
    stream.on('end', () => {
        onText(decoder.end());
    });
}
/** Calls back for each whole line; a rest without a line end counts as one when the stream ends. */
function readLines(stream, onLine) {
    let rest = '';
    let dropped = 0;
    const flush = () => {
        onLine(dropped === 0 ? rest : `${rest} \u2026 (${dropped} characters more)`);
        [rest, dropped] = ['', 0];
    };
    const append = (text) => {
        const room = longestLine - rest.length;
        rest += text.slice(0, room);
        dropped += Math.max(0, text.length - room);
    };
    readText(stream, (text) => {
        const [first = '', ...others] = text.split(/\r?\n/);
        append(first);
        for (const other of others) {
            flush();
            append(other);
        }
    });
    // Also when we destroy the stream because somebody else holds the pipe.
    stream.on('close', () => {
        if (rest !== '')
            flush();
    });
}
/** What a person calls the end of a command: "exit code 2", "SIGKILL". */
function describeEnd(end) {
    switch (end.kind) {
        case 'exited':
            return `exit code ${end.code}`;
        case 'killed':
            return end.signal;
        case 'timed-out':
            return 'the time limit';
        case 'not-started':
            return `not started: ${end.reason}`;
    }
}


/***/ }),

/***/ 4636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IQ: () => (/* binding */ withDefault),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TV: () => (/* binding */ folder),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   uv: () => (/* binding */ structured),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony export inputVariable */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3246);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6513);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9839);





/** Why a text is not a value, without the text itself. */
class InvalidInput extends Error {
}
function field(parse, described) {
    return { ...described, parse, required: true, secret: false };
}
/** A field that may be absent and then has this text. */
function withDefault(inner, text) {
    return { ...inner, default: text, required: false };
}
/** A field that may be absent and then has no value. */
function optional(inner) {
    const parse = (text) => (text === '' ? undefined : inner.parse(text));
    return { ...inner, parse, default: '', required: false };
}
/** A field whose value is masked before anything else happens, and never shown. */
function secret(inner) {
    return { ...inner, secret: true };
}
/** @param pattern what the whole text has to match; `valid` says it in words. */
function text({ pattern, ...described }) {
    return field((value) => {
        if (pattern?.test(value) === false)
            throw new InvalidInput('it does not have this form');
        return value;
    }, described);
}
/** A text with an inner form (YAML, JSON). `parse` throws a SyntaxError whose message is the reason. */
function structured(parse, described) {
    return field((value) => {
        try {
            return parse(value);
        }
        catch (error) {
            if (error instanceof SyntaxError)
                throw new InvalidInput(error.message);
            throw error;
        }
    }, described);
}
/** "true" or "false" in the three spellings of YAML 1.2; "yes" and "1" are refused, as `@actions/core` does. */
function boolean() {
    return field((value) => {
        if (/^(true|True|TRUE)$/.test(value))
            return true;
        if (/^(false|False|FALSE)$/.test(value))
            return false;
        throw new InvalidInput('it is neither true nor false');
    }, { valid: 'true or false', example: 'true' });
}
/** A decimal number within bounds, both ends included. `unit` is only for the wording. */
function number(bounds) {
    const unit = bounds.unit === undefined ? '' : ` ${bounds.unit}`;
    return field((value) => {
        // Number() would also take "", "0x10" and "1e3"; parseFloat would take "80%" for 80.
        if (!/^-?\d+(\.\d+)?$/.test(value))
            throw new InvalidInput('it is not a plain decimal number');
        const parsed = Number(value);
        if (parsed < bounds.min || parsed > bounds.max)
            throw new InvalidInput('it is outside the range');
        return parsed;
    }, { valid: `a number from ${bounds.min} to ${bounds.max}${unit}`, example: bounds.example });
}
/** One of a few words, in lower case. */
function oneOf(words) {
    return field((value) => {
        const found = words.find((word) => word === value);
        if (found !== undefined)
            return found;
        const near = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .Z)(value, words);
        throw new InvalidInput(near === undefined ? 'it is not one of the words' : `did you mean "${near}"?`);
    }, { valid: words.map((word) => `"${word}"`).join(', '), example: words[0] });
}
/** Several values, one per line; a comma separates too. Empty lines are skipped, doubles are one. */
function list(inner) {
    return field((value) => {
        const items = value
            .split(/[\n,]/)
            .map((item) => item.trim())
            .filter((item) => item !== '');
        return [...new Set(items)].map((item) => inner.parse(item));
    }, { valid: `${inner.valid}; several on lines of their own`, example: inner.example });
}
/** An existing folder below the workspace, as an absolute path. */
function folder(workspace) {
    return field((value) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, value);
        if (!isFolder(path))
            throw new InvalidInput('there is no such folder in the workspace (does actions/checkout run before this step?)');
        return path;
    }, { valid: 'a folder, relative to the workspace', example: 'mobile' });
}
function isFolder(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
/** The variable in which the runner hands over an input: upper case, spaces become underscores, hyphens stay. */
function inputVariable(name) {
    return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
/**
 * Reads all inputs, masks the secrets first, and reports every problem at once. An empty input is an absent input: that
 * is what an expression for an unset variable leaves. An unknown input is a problem, since a misspelt threshold would
 * otherwise silently be the default.
 * @throws ConfigurationError (`inputs-invalid`, with the problems; `secret-too-short`).
 */
function readInputs(action, fields, environment, vault) {
    const names = Object.keys(fields);
    const given = (name) => (environment[inputVariable(name)] ?? '').trim();
    for (const name of names)
        if (fields[name]?.secret === true && given(name) !== '')
            vault.add(name, given(name));
    const values = {};
    const problems = unknownInputs(names, environment);
    for (const [name, one] of Object.entries(fields)) {
        const outcome = readField(name, one, given(name));
        if ('problem' in outcome)
            problems.push(outcome.problem);
        else
            values[camelCase(name)] = outcome.value;
    }
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1(_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .kitMessages */ .Z['inputs-invalid'](action, problems.length), problems);
    return values;
}
function readField(name, one, given) {
    const problem = (reason) => ({
        problem: {
            name,
            value: given === '' ? '' : one.secret ? '***' : given,
            reason,
            valid: one.valid,
            example: one.secret ? `\${{ secrets.${name.toUpperCase().replaceAll('-', '_')} }}` : one.example,
        },
    });
    const effective = given === '' ? one.default : given;
    if (effective === undefined)
        return problem('it is required and is empty');
    try {
        return { value: one.parse(effective) };
    }
    catch (error) {
        if (error instanceof InvalidInput)
            return problem(error.message);
        throw error;
    }
}
function unknownInputs(names, environment) {
    const known = new Set(names.map(inputVariable));
    return Object.keys(environment)
        .filter((variable) => variable.startsWith('INPUT_') && !known.has(variable))
        .map((variable) => {
        const name = variable.slice('INPUT_'.length).toLowerCase();
        const near = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .Z)(name, names);
        return {
            name,
            value: '',
            reason: near === undefined ? 'there is no such input' : `there is no such input; did you mean "${near}"?`,
            valid: names.join(', '),
            example: near ?? names[0] ?? '',
        };
    });
}
function camelCase(name) {
    return name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
}


/***/ }),

/***/ 6513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ defineMessages),
/* harmony export */   Z: () => (/* binding */ kitMessages)
/* harmony export */ });
/* harmony import */ var _suite_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3937);

/**
 * Turns templates into message makers that carry their key as id. Each stage has one catalogue; a test fails for an id
 * that no scenario produces through a built bundle.
 */
function defineMessages(templates) {
    const makers = Object.entries(templates).map(([id, template]) => [
        id,
        (...values) => ({ id, ...template(...values) }),
    ]);
    return Object.fromEntries(makers);
}
/** Messages of the kit itself: the same for every stage. */
const kitMessages = defineMessages({
    'inputs-invalid': (action, count) => ({
        text: `${action} got ${count === 1 ? 'an input' : `${count} inputs`} that it cannot use.`,
        cure: 'Correct the values under "with:"; nothing has been run yet.',
    }),
    'secret-too-short': (name) => ({
        text: `The secret in "${name}" has fewer than 4 characters: masking it would blacken ordinary words, and it is hardly the real one.`,
        cure: 'Check that the secret is set to its full value in the repository, organization or environment.',
    }),
    'output-unwritable': (name, reason) => ({
        text: `The output "${name}" could not be written: ${reason}.`,
        cure: 'Free disk space on the runner. Later jobs may rely on outputs, so this step fails even if everything else passed.',
    }),
    'summary-unwritable': (reason) => ({
        text: `The job summary could not be written: ${reason}.`,
        cure: 'It is printed in the log below instead; the verdict is not touched by this.',
    }),
    'endpoint-not-loopback': (variable, value) => ({
        text: `${variable} is "${value}", and an endpoint may be redirected by environment only to this machine (127.0.0.0/8, ::1 or localhost).`,
        cure: `Unset ${variable}. Redirecting real traffic with a variable would let anyone who can set one receive your credentials.`,
    }),
    'proxy-unsupported': (nodeVersion) => ({
        text: `A proxy is configured (HTTPS_PROXY or HTTP_PROXY), but Node ${nodeVersion} cannot take one up at run time.`,
        cure: 'Set "NODE_USE_ENV_PROXY: 1" in the job\'s env, or update the runner to one that brings Node 24.14 or newer.',
    }),
    'tool-not-found': (tool, searched) => ({
        text: `"${tool}" was not found. Searched: ${searched}.`,
        cure: `Install it before this step (for a package of the project: run the package manager's install first).`,
    }),
    'tool-checksum': (tool, url, expected, found) => ({
        text: `The download of ${tool} from ${url} has the checksum ${found}, expected ${expected}. It was not unpacked.`,
        cure: 'Try again; if it happens twice, do not use this download: a mirror or proxy serves something else.',
    }),
    'registry-unknown': (tool, said) => ({
        text: `${tool} cannot be downloaded, since npm does not say which registry it uses: ${said}.`,
        cure: `Put npm on PATH (actions/setup-node does), or install ${tool} in a step before this one.`,
    }),
    'tool-unavailable': (tool, platform, available) => ({
        text: `There is no build of ${tool} for ${platform}; there is one for ${available}.`,
        cure: `Install ${tool} on the runner yourself, so that it is found on PATH.`,
    }),
    'environment-refused': (names) => ({
        text: `"pass-env" names ${names}, which commands under check must never see: with these they could write this step's result or speak to GitHub in its name.`,
        cure: 'Take them off the list. Give a command a value it needs under a name of its own.',
    }),
    'vendor-refused': (vendor, operation, status, said) => ({
        text: `${vendor} answered ${status} to "${operation}": ${said}`,
        cure: 'The request was not repeated, since the same request would get the same answer.',
    }),
    'vendor-unreachable': (vendor, operation, attempts, last) => ({
        text: `${vendor} could not be reached for "${operation}" in ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}; the last one ended with: ${last}.`,
        cure: "Look at the vendor's status page and the runner's network, then run the job again.",
    }),
    'vendor-deadline': (vendor, operation, waited, last) => ({
        text: `"${operation}" at ${vendor} was given up after ${waited}; the last answer was: ${last}.`,
        cure: 'Run the job again later. Nothing is repeated behind your back after this point.',
    }),
    'vendor-ambiguous': (vendor, operation, last) => ({
        text: `Whether ${vendor} carried out "${operation}" is not known: ${last}. It was not sent again, since it may have taken effect.`,
        cure: 'Run the job again: it looks at the state first and repeats nothing that was done.',
    }),
    'vendor-unreadable': (vendor, operation, reason) => ({
        text: `${vendor} answered "${operation}" with something that is not an answer: ${reason}.`,
        cure: 'Often a proxy or a maintenance page stands between. Run the job again; if it stays, open the URL from the log by hand.',
    }),
    cancelled: () => ({
        text: 'The run was cancelled. Every process that this step had started was ended, and its temporary files were removed.',
        cure: 'Run the job again when you are ready; nothing needs to be cleaned up.',
    }),
    'internal-error': (what) => ({
        text: `${_suite_js__WEBPACK_IMPORTED_MODULE_0__/* .suite */ .r.name} itself failed: ${what}`,
        cure: `This is a defect of ours. Please report it with the log of this step: ${_suite_js__WEBPACK_IMPORTED_MODULE_0__/* .suite */ .r.issues}`,
    }),
});


/***/ }),

/***/ 9839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest)
/* harmony export */ });
/** The candidate that a typing mistake most likely meant: at most one edit per three letters away; otherwise undefined. */
function suggest(word, candidates) {
    const limit = Math.max(1, Math.floor(word.length / 3));
    const scored = candidates
        .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
        .filter(({ distance }) => distance <= limit)
        .sort((a, b) => a.distance - b.distance);
    return scored[0]?.candidate;
}
/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a, b) {
    const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
    const at = (i, j) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
    for (let i = 1; i <= a.length; i += 1) {
        rows.push([i]);
        for (let j = 1; j <= b.length; j += 1) {
            const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
            rows[i]?.push(Math.min(replaced, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1));
        }
    }
    return at(a.length, b.length);
}


/***/ }),

/***/ 3937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ suite)
/* harmony export */ });
/**
 * The suite's own names, in one place: examples, docs and `uses:` lines are held against this file by a test, so that a
 * fork changes one file and learns from the test what else says the old name.
 */
const suite = {
    /** What people call it, and the prefix of its temp folders, environment variables and log lines. */
    name: 'slipway',
    /** Owner and repository on GitHub: the first part of every `uses:` line. */
    repository: 'slipway-ci/slipway',
    /** The moving major tag that callers may pin when they do not pin a commit. */
    majorTag: 'v1',
    /** Sent as the user agent, so that a vendor's support can find our requests. */
    version: '0.1.0',
    docs: 'https://github.com/slipway-ci/slipway#readme',
    issues: 'https://github.com/slipway-ci/slipway/issues/new',
};


/***/ }),

/***/ 257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ createSummary),
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   md: () => (/* binding */ md)
/* harmony export */ });
/** Below the runner's 1 MiB, at which it drops the whole summary; close to it, it was seen to drop it silently. */
const summaryLimit = 900 * 1024;
/** Builds a job summary: GitHub-flavoured Markdown that also reads well as plain text in a log. */
function createSummary() {
    const blocks = [];
    const fixed = (text) => {
        blocks.push({ rows: 0, render: () => text });
        return summary;
    };
    const summary = {
        heading: (level, text) => fixed(`${'#'.repeat(level)} ${toMarkdown(text)}`),
        paragraph: (text) => fixed(toMarkdown(text)),
        list: (items) => fixed(items.map((item) => `- ${toMarkdown(item)}`).join('\n')),
        table(columns, rows) {
            blocks.push(tableBlock(columns, rows));
            return summary;
        },
        code(language, lines) {
            blocks.push(codeBlock(language, lines));
            return summary;
        },
        diagram(source, columns, rows) {
            blocks.push(codeBlock('mermaid', source), tableBlock(columns, rows));
            return summary;
        },
        details(title, body, open = false) {
            const inner = createBlocks(body);
            blocks.push({
                rows: inner.reduce((sum, block) => sum + block.rows, 0),
                render: (rows) => `<details${open ? ' open' : ''}><summary>${escapeHtml(title)}</summary>\n\n${renderBlocks(inner, rows)}\n\n</details>`,
            });
            return summary;
        },
        isEmpty: () => blocks.length === 0,
        render: (limit = summaryLimit) => renderWithin(blocks, limit),
    };
    collections.set(summary, blocks);
    return summary;
}
/** The blocks behind a builder, so that `details` can share the limit of the whole. */
const collections = new WeakMap();
function createBlocks(body) {
    const inner = createSummary();
    body(inner);
    return collections.get(inner) ?? [];
}
/** Finds the largest number of rows per block with which everything fits: the longest blocks give way first. */
function renderWithin(blocks, limit) {
    const whole = renderBlocks(blocks, Number.POSITIVE_INFINITY);
    if (byteLength(whole) <= limit)
        return whole;
    let fits = 0;
    let tooMany = Math.max(...blocks.map((block) => block.rows)) + 1;
    while (tooMany - fits > 1) {
        const middle = Math.floor((fits + tooMany) / 2);
        if (byteLength(renderBlocks(blocks, middle)) <= limit)
            fits = middle;
        else
            tooMany = middle;
    }
    const least = renderBlocks(blocks, fits);
    if (byteLength(least) <= limit)
        return least;
    // Only fixed text can be left: cut it between characters and say so.
    const note = '\n\n\u2026 (cut: the summary was too large)\n';
    return `${Buffer.from(least, 'utf8')
        .subarray(0, limit - byteLength(note))
        .toString('utf8')
        .replace(/\uFFFD+$/, '')}${note}`;
}
function renderBlocks(blocks, rows) {
    return blocks.map((block) => block.render(rows)).join('\n\n');
}
function tableBlock(columns, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const head = [
        line(columns.map((column) => escapeMarkdown(column.title))),
        line(columns.map((column) => (column.align === 'right' ? '---:' : '---'))),
    ];
    return {
        rows: rows.length,
        render(limit) {
            const shown = rows
                .slice(0, limit)
                .map((row) => line(row.map((cell) => toMarkdown(cell).replaceAll('\n', '<br>'))));
            return [...head, ...shown, ...leftOut(rows.length - shown.length, 'rows')].join('\n');
        },
    };
}
function codeBlock(language, lines) {
    // A fence longer than any run of backticks inside.
    const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
    const fence = '`'.repeat(longest + 1);
    return {
        rows: lines.length,
        render(limit) {
            const shown = lines.slice(0, limit);
            return [`${fence}${language}`, ...shown, fence, ...leftOut(lines.length - shown.length, 'lines')].join('\n');
        },
    };
}
function leftOut(count, what) {
    return count > 0 ? ['', `\u2026 and ${count} more ${what}; the log of this step has them all.`] : [];
}
/** Markdown of ours, passed through unescaped. */
function md(strings, ...values) {
    const parts = strings.map((string, index) => {
        const value = values[index];
        return value === undefined ? string : string + (typeof value === 'number' ? String(value) : toMarkdown(value));
    });
    return { markdown: parts.join('') };
}
/** Inline code. Backticks read well in a log too; what they cannot hold in a table is written as HTML. */
function code(text) {
    const flat = text.replaceAll(/\s*\n\s*/g, ' ');
    const plain = flat.trim() !== '' && !/[`|\\]/.test(flat);
    return { markdown: plain ? `\`${flat}\`` : `<code>${escapeMarkdown(flat)}</code>` };
}
/** Foreign text made harmless: no formatting, links, mentions, images or HTML come out of it. */
function escapeMarkdown(text) {
    return (text
        .replaceAll(/[\\`*_{}[\]()#|~]/g, String.raw `\$&`)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('@', '&#64;')
        // GitHub makes a link of every bare address.
        .replaceAll(/\b(https?|ftp):/gi, '$1&#58;')
        .replaceAll(/\bwww\./gi, (www) => `${www.slice(0, -1)}&#46;`)
        // At the start of a line: indented code, lists, underlined headings.
        .replaceAll(/^[ \t]+/gm, '')
        .replaceAll(/^([-+](?=[-\s]|$)|=(?==*\s*$))/gm, String.raw `\$&`)
        .replaceAll(/^(\d+)\.(?=\s|$)/gm, String.raw `$1\.`));
}
function toMarkdown(text) {
    return typeof text === 'string' ? escapeMarkdown(text) : text.markdown;
}
function escapeHtml(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function byteLength(text) {
    return Buffer.byteLength(text, 'utf8');
}
/** `\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u258c\u2591` for a share from 0 to 1; values outside are drawn as the nearer end. */
function bar(share, width = 10) {
    const eighths = ['', '\u258f', '\u258e', '\u258d', '\u258c', '\u258b', '\u258a', '\u2589'];
    const filled = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * width;
    const full = Math.floor(filled + 1e-9);
    const rest = eighths[Math.floor((filled - full) * 8 + 1e-9)] ?? '';
    return ('\u2588'.repeat(full) + rest).padEnd(width, '\u2591');
}


/***/ }),

/***/ 1820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ExitCode: () => (/* binding */ ExitCode),
  addPath: () => (/* binding */ addPath),
  debug: () => (/* binding */ debug),
  endGroup: () => (/* binding */ endGroup),
  error: () => (/* binding */ error),
  exportVariable: () => (/* binding */ exportVariable),
  getBooleanInput: () => (/* binding */ getBooleanInput),
  getIDToken: () => (/* binding */ getIDToken),
  getInput: () => (/* binding */ getInput),
  getMultilineInput: () => (/* binding */ getMultilineInput),
  getState: () => (/* binding */ getState),
  group: () => (/* binding */ group),
  info: () => (/* binding */ info),
  isDebug: () => (/* binding */ isDebug),
  markdownSummary: () => (/* reexport */ markdownSummary),
  notice: () => (/* binding */ notice),
  platform: () => (/* reexport */ platform_namespaceObject),
  saveState: () => (/* binding */ saveState),
  setCommandEcho: () => (/* binding */ setCommandEcho),
  setFailed: () => (/* binding */ setFailed),
  setOutput: () => (/* binding */ setOutput),
  setSecret: () => (/* binding */ setSecret),
  startGroup: () => (/* binding */ startGroup),
  summary: () => (/* reexport */ summary),
  toPlatformPath: () => (/* reexport */ toPlatformPath),
  toPosixPath: () => (/* reexport */ toPosixPath),
  toWin32Path: () => (/* reexport */ toWin32Path),
  warning: () => (/* binding */ warning)
});

// NAMESPACE OBJECT: ../../../node_modules/@actions/core/lib/platform.js
var platform_namespaceObject = {};
__nccwpck_require__.r(platform_namespaceObject);
__nccwpck_require__.d(platform_namespaceObject, {
  arch: () => (arch),
  getDetails: () => (getDetails),
  isLinux: () => (isLinux),
  isMacOS: () => (isMacOS),
  isWindows: () => (isWindows),
  platform: () => (platform)
});

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ../../../node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ../../../node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ../../../node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ../../../node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(3117);
;// CONCATENATED MODULE: ../../../node_modules/@actions/http-client/lib/auth.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ../../../node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new lib/* HttpClient */.Qq('actions/oidc-client', [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ../../../node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = _summary;
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ../../../node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, external_path_.sep);
}
//# sourceMappingURL=path-utils.js.map
// EXTERNAL MODULE: ../../../node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __nccwpck_require__(1655);
;// CONCATENATED MODULE: ../../../node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec/* getExecOutput */.H('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec/* getExecOutput */.H('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec/* getExecOutput */.H('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec/* getExecOutput */.H('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ../../../node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 1655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ exec),
  H: () => (/* binding */ getExecOutput)
});

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
// EXTERNAL MODULE: external "child_process"
var external_child_process_ = __nccwpck_require__(5317);
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ../../../node_modules/@actions/io/lib/io.js
var io = __nccwpck_require__(2111);
// EXTERNAL MODULE: ../../../node_modules/@actions/io/lib/io-util.js
var io_util = __nccwpck_require__(8096);
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ../../../node_modules/@actions/exec/lib/toolrunner.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return __awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!io_util/* isRooted */.Qh(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield io/* which */.K7(this.toolPath, true);
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield io_util/* exists */.t2(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ../../../node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map

/***/ }),

/***/ 3117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient)
});

// UNUSED EXPORTS: Headers, HttpClientError, HttpClientResponse, HttpCodes, MediaTypes, getProxyUrl, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ../../../node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ../../../node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(1368);
;// CONCATENATED MODULE: ./undici.js
class ProxyAgent { constructor() { throw new Error('undici is not part of this bundle'); } }

;// CONCATENATED MODULE: ../../../node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 8096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ lstat),
/* harmony export */   Ck: () => (/* binding */ mkdir),
/* harmony export */   Cy: () => (/* binding */ readdir),
/* harmony export */   H8: () => (/* binding */ IS_WINDOWS),
/* harmony export */   Qh: () => (/* binding */ isRooted),
/* harmony export */   YN: () => (/* binding */ symlink),
/* harmony export */   dJ: () => (/* binding */ stat),
/* harmony export */   h_: () => (/* binding */ readlink),
/* harmony export */   k6: () => (/* binding */ chmod),
/* harmony export */   m3: () => (/* binding */ copyFile),
/* harmony export */   rm: () => (/* binding */ rm),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   vr: () => (/* binding */ tryGetExecutablePath),
/* harmony export */   y1: () => (/* binding */ unlink)
/* harmony export */ });
/* unused harmony exports open, rename, rmdir, UV_FS_O_EXLOCK, READONLY, isDirectory, getCmdPath */
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9896);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs__WEBPACK_IMPORTED_MODULE_0__.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs__WEBPACK_IMPORTED_MODULE_0__.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = path__WEBPACK_IMPORTED_MODULE_1__.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = path__WEBPACK_IMPORTED_MODULE_1__.dirname(filePath);
                        const upperName = path__WEBPACK_IMPORTED_MODULE_1__.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = path__WEBPACK_IMPORTED_MODULE_1__.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map

/***/ }),

/***/ 2111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ which),
/* harmony export */   U$: () => (/* binding */ mkdirP),
/* harmony export */   Yz: () => (/* binding */ rmRF),
/* harmony export */   cp: () => (/* binding */ cp)
/* harmony export */ });
/* unused harmony exports mv, findInPath */
/* harmony import */ var assert__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2613);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
/* harmony import */ var _io_util_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8096);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2(dest)) ? yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .stat */ .dJ(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path__WEBPACK_IMPORTED_MODULE_1__.join(dest, path__WEBPACK_IMPORTED_MODULE_1__.basename(source))
            : dest;
        if (!(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .stat */ .dJ(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path__WEBPACK_IMPORTED_MODULE_1__.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return __awaiter(this, void 0, void 0, function* () {
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        (0,assert__WEBPACK_IMPORTED_MODULE_0__.ok)(fsPath, 'a path argument must be provided');
        yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .mkdir */ .Ck(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8 && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .isRooted */ .Qh(tool)) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(path__WEBPACK_IMPORTED_MODULE_1__.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return __awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .readdir */ .Cy(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .lstat */ .$1(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .chmod */ .k6(destDir, (yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .stat */ .dJ(sourceDir)).mode);
    });
}
// Buffered file copy
function copyFile(srcFile, destFile, force) {
    return __awaiter(this, void 0, void 0, function* () {
        if ((yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .lstat */ .$1(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .lstat */ .$1(destFile);
                yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .unlink */ .y1(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .chmod */ .k6(destFile, '0666');
                    yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .unlink */ .y1(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .readlink */ .h_(srcFile);
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .symlink */ .YN(symlinkFull, destFile, _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8 ? 'junction' : null);
        }
        else if (!(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .exists */ .t2(destFile)) || force) {
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .copyFile */ .m3(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ start)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./src/kit/annotations.js
/** GitHub shows 10 annotations per level and step and drops the rest without a word (actions/toolkit, problem-matchers). */
const perLevel = 10;
/** The runner cuts a message here (actions/runner, ExecutionContext). */
const longestMessage = 4_096;
function createAnnotations(log, vault) {
    const collected = new Map();
    return {
        add(annotation) {
            // The same problem found by two tools is one annotation.
            const { file, line, column, message } = annotation;
            collected.set(JSON.stringify([annotation.level, file, line, column, message]), annotation);
        },
        flush(reserved = 0) {
            const leftOut = { error: 0, warning: 0, notice: 0 };
            for (const level of ['error', 'warning', 'notice']) {
                const places = level === 'error' ? perLevel - reserved : perLevel;
                const sorted = [...collected.values()].filter((one) => one.level === level).sort(compare);
                const shown = sorted.slice(0, places);
                leftOut[level] = sorted.length - shown.length;
                for (const annotation of shown)
                    print(log, vault, annotation);
            }
            collected.clear();
            return leftOut;
        },
    };
}
function compare(a, b) {
    return ((a.rank ?? 0) - (b.rank ?? 0) ||
        (a.file ?? '').localeCompare(b.file ?? '', 'en') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0));
}
function print(log, vault, annotation) {
    const message = vault.redact(annotation.message).slice(0, longestMessage);
    log.speak((runner) => {
        runner.annotate(annotation.level, message, {
            ...(annotation.title === undefined ? {} : { title: vault.redact(annotation.title) }),
            ...(annotation.file === undefined ? {} : { file: annotation.file }),
            ...(annotation.line === undefined
                ? {}
                : { startLine: annotation.line, endLine: annotation.endLine ?? annotation.line }),
            ...(annotation.column === undefined ? {} : { startColumn: annotation.column }),
        });
    });
}

// EXTERNAL MODULE: ./src/kit/errors.js
var errors = __nccwpck_require__(3246);
// EXTERNAL MODULE: ./src/kit/exec.js + 3 modules
var kit_exec = __nccwpck_require__(6376);
// EXTERNAL MODULE: ./src/kit/summary.js
var kit_summary = __nccwpck_require__(257);
;// CONCATENATED MODULE: ./src/kit/failure.js


/** How a kind of failure is introduced: whose fault it is, before anything else. */
const titles = {
    gate: 'the answer is no',
    configuration: 'cannot run as it is configured',
    vendor: 'somebody else failed',
    cancelled: 'cancelled',
    ours: 'a defect of ours',
};
const icons = {
    gate: '\u274c',
    configuration: '\u2699\ufe0f',
    vendor: '\ud83c\udf29\ufe0f',
    cancelled: '\u23f9\ufe0f',
    ours: '\ud83d\udc1e',
};
/** A failure as a person reads it, in the log, as an annotation and in the summary. */
function renderFailure(action, failure) {
    const [first] = failure.notes;
    const problems = failure instanceof errors/* ConfigurationError */.j1 ? failure.problems : [];
    const details = failure instanceof errors/* VendorError */.Hi ? vendorDetails(failure) : [];
    return {
        title: titles[failure.fault],
        headline: [
            ...failure.notes.map((note) => `${note.text} [${note.id}]`),
            ...problems.map((problem) => `${problem.name}: ${problem.reason}`),
        ].join('\n'),
        lines: [
            ...failure.notes.flatMap((note) => [`${icons[failure.fault]} ${note.text} [${note.id}]`, `   \u2192 ${note.cure}`]),
            ...problems.map(({ name, reason, value, valid, example }) => {
                const such = example === undefined ? '' : `; for example: ${example}`;
                return `   ${name}: ${reason}; got "${value}"; valid: ${valid}${such}`;
            }),
            ...details.map(([name, value]) => `   ${name}: ${value}`),
        ],
        describe(summary) {
            if (failure.described)
                return;
            summary.heading(2, `${icons[failure.fault]} ${action}: ${titles[failure.fault]}`);
            for (const note of failure.notes)
                summary.paragraph((0,kit_summary.md) `**${note.text}** ${note.cure} (${(0,kit_summary/* code */.aY)(note.id)})`);
            if (problems.length > 0)
                describeProblems(summary, problems);
            if (details.length > 0)
                summary.table([{ title: 'Request' }, { title: first.id }], details);
        },
    };
}
function describeProblems(summary, problems) {
    const areInputs = problems.some(({ example }) => example !== undefined);
    const columns = areInputs ? ['Input', 'Given', 'Problem', 'Valid', 'Example'] : ['What', 'Found', 'Problem', 'Valid'];
    const rows = problems.map(({ name, value, reason, valid, example = '' }) => [
        (0,kit_summary/* code */.aY)(name),
        value === '' ? '' : (0,kit_summary/* code */.aY)(value),
        reason,
        valid,
        ...(areInputs ? [(0,kit_summary/* code */.aY)(example)] : []),
    ]);
    summary.table(columns.map((title) => ({ title })), rows);
}
function vendorDetails({ details }) {
    const rows = [
        ['vendor', details.vendor],
        ['operation', details.operation],
        ['status', details.status?.toString()],
        ['attempts', String(details.attempts)],
        ['correlation id', details.correlationId],
        ['answer', details.body],
    ];
    return rows.filter((row) => row[1] !== undefined && row[1] !== '');
}

// EXTERNAL MODULE: ./src/kit/duration.js
var duration = __nccwpck_require__(8825);
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
var external_node_http_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_node_http_namespaceObject, 2);
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
var external_node_https_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_node_https_namespaceObject, 2);
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./src/kit/fetch.js




/** As the platform's fetch: https://fetch.spec.whatwg.org/#http-redirect-fetch. */
const mostRedirects = 20;
const redirecting = new Set([301, 302, 303, 307, 308]);
/** What speaks of a body that is not sent again. */
const aboutBody = new Set(['content-type', 'content-length', 'content-encoding']);
/** What is for the first host's eyes only. */
const confidential = new Set(['authorization', 'cookie', 'proxy-authorization']);
/** As the platform's fetch. */
const usualConnectMs = 10_000;
const connectTimeout = 'CONNECT_TIMEOUT';
/**
 * Fetch on top of `node:http`. The platform's own takes longer to load than a small action takes to run, and several milliseconds
 * for each request: bench/http. Proxies, certificates and kept connections are those of Node's global agents.
 */
const fetchOverHttp = createFetch();
/** @param connectMs real milliseconds until a connection has to stand: a host that is not there is worth another attempt */
function createFetch(connectMs = usualConnectMs) {
    return async (url, { redirect, signal, ...options }) => {
        let hop = { ...options, url: new URL(url) };
        for (let hops = 0;; hops += 1) {
            const message = await send(hop, signal, connectMs);
            let next;
            try {
                next = redirect === 'follow' ? follow(hop, message) : undefined;
            }
            catch (error) {
                message.destroy();
                throw error;
            }
            if (next === undefined)
                return toAnswer(hop, message);
            message.resume();
            if (hops === mostRedirects)
                throw new Error(`more than ${mostRedirects} redirects`);
            hop = next;
        }
    };
}
async function send({ url, method, headers, body }, signal, connectMs) {
    const { request } = url.protocol === 'https:' ? external_node_https_namespaceObject_0 : external_node_http_namespaceObject_0;
    // Of a body that is not there only these speak (RFC 9110 8.6).
    const length = body === undefined && !/^(POST|PUT|PATCH)$/.test(method) ? {} : { 'content-length': lengthOf(body) };
    return new Promise((resolve, reject) => {
        const sent = request(url, {
            method,
            signal,
            headers: { accept: '*/*', 'accept-encoding': 'gzip, deflate', ...headers, ...length },
        });
        sent.on('response', resolve);
        sent.on('error', reject);
        limitConnecting(sent, connectMs);
        sent.end(body);
    });
}
function lengthOf(body) {
    if (body === undefined)
        return 0;
    return typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
}
function limitConnecting(sent, connectMs) {
    sent.on('socket', (socket) => {
        if (!socket.connecting)
            return;
        const timer = setTimeout(() => {
            sent.destroy(Object.assign(new Error(`no connection within ${connectMs / 1_000} s`), { code: connectTimeout }));
        }, connectMs);
        const clear = () => {
            clearTimeout(timer);
        };
        // A host that takes a connection and never begins with TLS is not there either.
        socket.once(sent.protocol === 'https:' ? 'secureConnect' : 'connect', clear);
        socket.once('close', clear);
    });
}
/** Where it goes on; undefined when this is the answer. */
function follow(hop, { statusCode = 0, headers: { location } }) {
    if (!redirecting.has(statusCode) || location === undefined)
        return undefined;
    const url = new URL(location, hop.url);
    if (!/^https?:$/.test(url.protocol))
        throw new Error(`a redirect to ${url.protocol}, which is no HTTP`);
    const isAsked = /^(GET|HEAD)$/.test(hop.method);
    const becomesGet = (statusCode === 303 && !isAsked) || (statusCode <= 302 && hop.method === 'POST');
    const isLeft = (name) => (becomesGet && aboutBody.has(name)) || (url.origin !== hop.url.origin && confidential.has(name));
    const { body, ...rest } = hop;
    return {
        ...rest,
        url,
        headers: Object.fromEntries(Object.entries(hop.headers).filter(([name]) => !isLeft(name.toLowerCase()))),
        ...(becomesGet ? { method: 'GET' } : body === undefined ? {} : { body }),
    };
}
function toAnswer({ url, method }, message) {
    const { statusCode: status = 0, statusMessage: statusText = '', headers } = message;
    const get = (name) => {
        const value = headers[name.toLowerCase()];
        return value === undefined ? null : String(value);
    };
    const answer = { status, statusText, url: url.href, headers: { get, has: (name) => get(name) !== null } };
    // No body comes with these, whatever their headers announce (RFC 9110 6.4.1).
    if (method === 'HEAD' || status === 204 || status === 304) {
        message.resume();
        return { ...answer, body: null };
    }
    const isPacked = /^(x-)?(gzip|deflate)$/i.test(get('content-encoding') ?? '') && get('content-length') !== '0';
    // What breaks the transfer breaks the unpacking, which whoever reads is told of.
    return { ...answer, body: isPacked ? (0,external_node_stream_namespaceObject.pipeline)(message, (0,external_node_zlib_.createUnzip)(), () => undefined) : message };
}

;// CONCATENATED MODULE: ./src/kit/http-body.js
/** In bytes, where the caller does not say. */
const usualLargest = 64_000_000;
class BodyTooLarge extends Error {
}
/** Carries what the caller's own code threw, so that it is not taken for a failure of the vendor's. */
class ReceiverFailed extends Error {
}
/** @throws BodyTooLarge, and whatever breaks a transfer */
async function readBody(response, largest) {
    const pieces = [];
    for await (const piece of streamBody(response, largest))
        pieces.push(piece);
    return Buffer.concat(pieces);
}
/**
 * Hands a body over piece by piece, the next when the last is taken.
 * @throws ReceiverFailed with what `take` threw as its cause; else as `readBody`
 */
async function handOver(response, take, largest) {
    for await (const piece of streamBody(response, largest)) {
        try {
            await take(piece);
        }
        catch (error) {
            throw new ReceiverFailed('The receiver failed.', { cause: error });
        }
    }
}
async function* streamBody({ headers, body }, largest = usualLargest) {
    const check = (bytes) => {
        if (bytes > largest)
            throw new BodyTooLarge(`an answer of more than ${largest / 1_000_000} MB`);
    };
    // An answer to HEAD announces a body that does not come.
    if (body === null)
        return;
    check(Number(headers.get('content-length') ?? 0));
    let size = 0;
    for await (const piece of body) {
        size += piece.byteLength;
        check(size);
        yield piece;
    }
}

// EXTERNAL MODULE: ./src/kit/messages.js
var messages = __nccwpck_require__(6513);
// EXTERNAL MODULE: ./src/kit/suite.js
var suite = __nccwpck_require__(3937);
;// CONCATENATED MODULE: ./src/kit/http.js






const defaults = { timeoutMs: 30_000, deadlineMs: 120_000, attempts: 5 };
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** Errors from before the request left (names by libuv); every other connection error may have come after. */
const notSentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', connectTimeout]);
/** RFC 9110 and 6585; a status that is not here is `refused`. */
const effects = {
    408: 'unknown',
    // "Too early": the server refused to process it (RFC 8470).
    425: 'not-sent',
    429: 'not-sent',
    500: 'unknown',
    502: 'unknown',
    503: 'unknown',
    504: 'unknown',
};
/** HTTP with the manners that vendors expect: only what is safe is repeated, with jitter, and every wait has an end. */
function createHttp(dependencies) {
    return { request: async (request) => sendUntilAnswered(request, dependencies) };
}
async function sendUntilAnswered(request, dependencies) {
    const { clock, log, random, signal } = dependencies;
    const attempts = request.attempts ?? defaults.attempts;
    const repeatable = request.repeatable ?? (request.method === 'GET' || request.method === 'HEAD');
    const startedAt = clock.now();
    const endsAt = startedAt + (request.deadlineMs ?? defaults.deadlineMs);
    for (let attempt = 1;; attempt += 1) {
        signal.throwIfAborted();
        const outcome = await sendOnce(request, dependencies, endsAt - clock.now());
        if ('answer' in outcome)
            return outcome.answer;
        const { failure } = outcome;
        const fail = (note) => toVendorError(note, request, failure, attempt, repeatable);
        if (failure.effect === 'refused') {
            throw fail(messages/* kitMessages */.Z['vendor-refused'](request.vendor, request.operation, failure.status ?? 0, failure.body ?? ''));
        }
        if (failure.effect === 'unknown' && !repeatable) {
            throw fail(messages/* kitMessages */.Z['vendor-ambiguous'](request.vendor, request.operation, failure.said));
        }
        if (attempt >= attempts) {
            throw fail(messages/* kitMessages */.Z['vendor-unreachable'](request.vendor, request.operation, attempt, failure.said));
        }
        const pause = pauseBefore(attempt, failure, random);
        if (clock.now() + pause >= endsAt) {
            const waited = (0,duration/* formatDuration */.a)(clock.now() - startedAt);
            const asked = failure.waitMs === undefined ? '' : ` (it asks to wait ${(0,duration/* formatDuration */.a)(failure.waitMs)})`;
            throw fail(messages/* kitMessages */.Z['vendor-deadline'](request.vendor, request.operation, waited, failure.said + asked));
        }
        log.info(`${request.vendor}: "${request.operation}" ended with ${failure.said}; attempt ${attempt + 1} of ${attempts} in ${(0,duration/* formatDuration */.a)(pause)}`);
        await clock.sleep(pause, signal);
    }
}
/** Exponential with full jitter, so that jobs which failed together do not come back together. */
function pauseBefore(attempt, failure, random) {
    const ceiling = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
    const jittered = Math.round(ceiling / 2 + (random() * ceiling) / 2);
    return failure.waitMs === undefined ? jittered : failure.waitMs + Math.round(random() * 1_000);
}
async function sendOnce(request, { clock, fetch, signal }, leftMs) {
    const limit = Math.max(1, Math.min(request.timeoutMs ?? defaults.timeoutMs, leftMs));
    const deadline = clock.deadline(limit);
    try {
        const response = await fetch(request.url, {
            method: request.method,
            headers: { 'user-agent': `${suite/* suite */.r.name}/${suite/* suite */.r.version}`, ...request.headers },
            ...(request.body === undefined ? {} : { body: request.body }),
            redirect: request.redirects === 'refused' ? 'manual' : 'follow',
            signal: AbortSignal.any([deadline, signal]),
        });
        const accept = request.accept ?? ((status) => status >= 200 && status <= 299);
        const isAccepted = accept(response.status);
        const isReceived = isAccepted && request.receive !== undefined;
        const body = isReceived ? new Uint8Array() : await readBody(response, request.largestBody);
        const told = isReceived ? undefined : request.failureIn?.(response.status, new TextDecoder().decode(body));
        if (told !== undefined)
            return { failure: toFailure(response, body, clock, told) };
        if (!isAccepted)
            return { failure: toFailure(response, body, clock) };
        if (request.receive !== undefined)
            await handOver(response, request.receive(), request.largestBody);
        return { answer: http_toAnswer(request, response, body) };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof ReceiverFailed)
            throw error.cause;
        if (error instanceof BodyTooLarge)
            return { failure: { effect: 'refused', said: error.message, body: error.message } };
        if (deadline.aborted)
            return { failure: { effect: 'unknown', said: `no answer within ${(0,duration/* formatDuration */.a)(limit)}`, cause: error } };
        const effect = notSentCodes.has(errorCode(error)) ? 'not-sent' : 'unknown';
        return { failure: { effect, said: (0,errors/* describeError */.Uc)(error), cause: error } };
    }
}
function http_toAnswer(request, response, body) {
    const text = () => new TextDecoder().decode(body);
    const unreadable = (reason, cause) => {
        const note = messages/* kitMessages */.Z['vendor-unreadable'](request.vendor, request.operation, reason);
        // The status was a success: what the request was to change may have changed.
        const failure = {
            effect: 'unknown',
            said: reason,
            status: response.status,
            ...correlation(response),
            cause,
        };
        return toVendorError(note, request, failure, 1, request.method === 'GET');
    };
    const json = () => {
        try {
            return JSON.parse(text());
        }
        catch (error) {
            const start = text().slice(0, 80).replaceAll(/\s+/g, ' ');
            throw unreadable(body.byteLength === 0 ? 'the body is empty' : `it begins with "${start}"`, error);
        }
    };
    return {
        status: response.status,
        url: response.url,
        headers: response.headers,
        body,
        text,
        json,
        read(shape) {
            const value = json();
            try {
                return shape(value, '');
            }
            catch (error) {
                throw error instanceof SyntaxError ? unreadable(error.message, error) : error;
            }
        },
    };
}
function toFailure(response, body, clock, told) {
    const { status, headers } = response;
    const throttled = told?.effect === 'not-sent' ||
        status === 429 ||
        (status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0'));
    const waitMs = readRetryAfter(headers, clock) ?? (throttled ? readRateLimitReset(headers, clock) : undefined) ?? told?.waitMs;
    return {
        effect: throttled ? 'not-sent' : (told?.effect ?? effects[status] ?? 'refused'),
        said: told?.said ?? `${status} ${response.statusText}`.trim(),
        status,
        body: (told?.said ?? new TextDecoder().decode(body)).slice(0, 500).replaceAll(/\s+/g, ' ').trim(),
        ...(told?.code === undefined ? {} : { code: told.code }),
        ...(waitMs === undefined ? {} : { waitMs }),
        ...correlation(response),
    };
}
/** Seconds or an HTTP date (RFC 9110, 10.2.3). */
function readRetryAfter(headers, clock) {
    const value = headers.get('retry-after');
    if (value === null)
        return undefined;
    const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - clock.now();
    return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
/** GitHub's primary limit has no Retry-After: seconds since the epoch. While something remains, another limit was hit. */
function readRateLimitReset(headers, clock) {
    if ((headers.get('x-ratelimit-remaining') ?? '0') !== '0')
        return undefined;
    const reset = headers.get('x-ratelimit-reset');
    return reset !== null && /^\d+$/.test(reset) ? Math.max(0, Number(reset) * 1_000 - clock.now()) : undefined;
}
const correlationHeaders = ['x-github-request-id', 'x-amzn-requestid', 'x-request-id', 'x-guploader-uploadid'];
function correlation(response) {
    const name = correlationHeaders.find((header) => response.headers.has(header));
    return name === undefined ? {} : { correlationId: response.headers.get(name) ?? '' };
}
/** Of the error, or of what is behind it. */
function errorCode(error) {
    if (typeof error !== 'object' || error === null)
        return '';
    if ('code' in error && typeof error.code === 'string')
        return error.code;
    return 'cause' in error ? errorCode(error.cause) : '';
}
function toVendorError(note, request, failure, attempts, repeatable) {
    return new errors/* VendorError */.Hi(note, {
        vendor: request.vendor,
        operation: request.operation,
        attempts,
        ambiguous: failure.effect === 'unknown' && !repeatable,
        ...(failure.status === undefined ? {} : { status: failure.status }),
        ...(failure.code === undefined ? {} : { code: failure.code }),
        ...(failure.correlationId === undefined ? {} : { correlationId: failure.correlationId }),
        ...(failure.body === undefined ? {} : { body: failure.body }),
    }, { cause: failure.cause });
}

// EXTERNAL MODULE: ./src/kit/inputs.js
var kit_inputs = __nccwpck_require__(4636);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./src/kit/log.js


/**
 * While lines of a child are on their way the runner is told to stop reading commands, with a token that the child
 * cannot guess: it would obey `::add-mask::` or `::set-output::` of anyone who prints them. The prefix alone is not
 * enough, since the old form `##[command]` is found anywhere in a line.
 */
function createLog(runner, vault, clock) {
    let stopToken;
    let openGroup = false;
    const listen = () => {
        if (stopToken === undefined)
            return;
        runner.command(`::${stopToken}::`);
        stopToken = undefined;
    };
    const stopListening = () => {
        if (stopToken !== undefined)
            return;
        stopToken = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        runner.command(`::stop-commands::${stopToken}`);
    };
    /** Our own text may quote foreign text (a test's title, a file name), so it must not start a command either. */
    const printOwn = (text) => {
        const redacted = vault.redact(text);
        const risky = redacted.split('\n').some((line) => line.trimStart().startsWith('::') || line.includes('##['));
        if (risky)
            stopListening();
        for (const line of redacted.split('\n'))
            runner.line(line);
    };
    return {
        info: printOwn,
        debug(text) {
            listen();
            runner.debug(vault.redact(text));
        },
        async group(title, work) {
            const nested = openGroup;
            const startedAt = clock.now();
            if (nested) {
                printOwn(title);
            }
            else {
                listen();
                runner.startGroup(vault.redact(title));
                openGroup = true;
            }
            try {
                return await work();
            }
            finally {
                if (!nested) {
                    printOwn(`${title}: ${(0,duration/* formatDuration */.a)(clock.now() - startedAt)}`);
                    listen();
                    runner.endGroup();
                    openGroup = false;
                }
            }
        },
        foreign(source, line) {
            stopListening();
            runner.line(`${source} \u2502 ${vault.redact(stripControls(line))}`);
        },
        speak(words) {
            listen();
            words(runner);
        },
        close: listen,
    };
}
/** Keeps colours and drops what moves the cursor or rings the bell: a log is not a terminal. */
function stripControls(line) {
    return line.replaceAll(/\u001B\[[0-9;?]*[A-LN-Za-ln-z]|[\u0000-\u0008\u000B-\u001A\u001C-\u001F]/g, '');
}

;// CONCATENATED MODULE: ./src/kit/outputs.js


/**
 * The outputs of a step. The negative values are written before anything else happens, so that a step that is killed
 * leaves "fail" behind and not an empty string, which an expression would take for false in one place and for
 * "not failed" in another.
 * @throws ForeseenError (`output-unwritable`) when the runner's file cannot be written.
 */
function createOutputs(negatives, log, vault) {
    const values = { ...negatives };
    const write = (name, value) => {
        try {
            // A secret in an output would travel to other jobs and logs; the runner drops it silently, we blacken it visibly.
            log.speak((runner) => runner.setOutput(name, vault.redact(value)));
        }
        catch (error) {
            const note = messages/* kitMessages */.Z['output-unwritable'](name, (0,errors/* describeError */.Uc)(error));
            throw new errors/* ForeseenError */.U8('ours', [note], { cause: error });
        }
    };
    for (const name of Object.keys(negatives))
        write(name, negatives[name]);
    return {
        set(changes) {
            for (const [name, value] of Object.entries(changes)) {
                values[name] = String(value);
                write(name, values[name]);
            }
        },
        current: () => values,
    };
}

;// CONCATENATED MODULE: ./src/kit/proxy.js



/**
 * Makes every client of this process (fetch and with it octokit, node:http and with it the AWS SDK) take the proxy of the
 * environment. Node does it itself, so no bundle needs undici for it (0.9 MB).
 * @throws ConfigurationError (`proxy-unsupported`) on a Node that cannot: going out directly would hang or be refused.
 */
function useProxy(environment, node = external_node_http_namespaceObject_0, nodeVersion = process.version) {
    const named = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => (environment[name] ?? '') !== '');
    // With NODE_USE_ENV_PROXY=1 (since 24.0) Node has taken it up at its start.
    if (!named || environment['NODE_USE_ENV_PROXY'] === '1')
        return;
    if (node.setGlobalProxyFromEnv === undefined)
        throw new errors/* ConfigurationError */.j1(messages/* kitMessages */.Z['proxy-unsupported'](nodeVersion));
    node.setGlobalProxyFromEnv(environment);
}

;// CONCATENATED MODULE: ./src/kit/secrets.js


/** Shorter values would blacken ordinary words; GitHub gives the same advice for `add-mask`. */
const shortestSecret = 4;
/** Lines of a multi-line secret that are shorter say nothing (`}`, `-----`) and would blacken the log. */
const shortestLine = 8;
/** Fields of a JSON credential whose value is a secret of its own (`private_key`, `client_secret`, `token` ...). */
const secretField = /key|secret|token|password|credential/i;
/**
 * @param mask tells the runner, which blackens its log and job summary and refuses job outputs that hold the value.
 *   The runner is the second line: what we write ourselves is redacted before it leaves the process.
 */
function createVault(mask) {
    const known = new Set();
    /** The longest first: a whole key must not be left half visible because one of its lines matched before it. */
    let forms = [];
    return {
        add(name, secret) {
            if (secret.trim().length < shortestSecret)
                throw new errors/* ConfigurationError */.j1(messages/* kitMessages */.Z['secret-too-short'](name));
            for (const form of formsOf(secret)) {
                if (known.has(form))
                    continue;
                known.add(form);
                mask(form);
            }
            forms = [...known].sort((a, b) => b.length - a.length);
        },
        // One after the other: a pattern of a hundred long alternatives takes longer to compile than all lines of a run to search.
        redact: (text) => forms.reduce((left, form) => left.replaceAll(form, () => '***'), text),
        holds: (text) => forms.some((form) => text.includes(form)),
    };
}
/** Every way in which the secret may come back at us in a log: raw, by line, encoded for a header, a URL, JSON or XML. */
function formsOf(secret) {
    const raw = [secret, secret.trim(), ...linesOf(secret), ...fieldsOf(secret)];
    const forms = raw.flatMap((value) => [
        value,
        encodeURIComponent(value),
        new URLSearchParams({ v: value }).toString().slice(2),
        JSON.stringify(value).slice(1, -1),
        escapeXml(value),
        Buffer.from(value, 'utf8').toString('hex'),
        ...base64Forms(value),
    ]);
    return [...new Set(forms)].filter((form) => form.length >= shortestSecret);
}
function linesOf(secret) {
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    return lines.length < 2 ? [] : lines.filter((line) => line.length >= shortestLine);
}
function fieldsOf(secret) {
    if (!secret.trimStart().startsWith('{'))
        return [];
    try {
        const fields = JSON.parse(secret);
        if (typeof fields !== 'object' || fields === null)
            return [];
        return Object.entries(fields).flatMap(([key, value]) => typeof value === 'string' && value.length >= shortestLine && secretField.test(key)
            ? [value, ...linesOf(value)]
            : []);
    }
    catch {
        return [];
    }
}
/**
 * Base64 works on groups of three bytes, so the same secret looks different behind a prefix (`user:secret` in a Basic
 * header). For each of the three offsets, the characters that do not depend on the neighbours.
 */
function base64Forms(value) {
    const bytes = Buffer.from(value, 'utf8');
    const inner = [0, 1, 2].flatMap((offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString('base64')
            .replaceAll('=', '');
        const start = Math.ceil((offset * 4) / 3);
        const end = Math.floor(((offset + bytes.length) * 8) / 6);
        return [encoded.slice(start, end)];
    });
    const whole = [bytes.toString('base64'), ...inner];
    return [...whole, ...whole.map((form) => form.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))].filter(
    // A short fragment of base64 stands in any log by chance.
    (form) => form.length >= shortestLine);
}
function escapeXml(value) {
    const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
    return value.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

;// CONCATENATED MODULE: ./src/kit/state.js
function createState(log, vault) {
    return {
        save(name, value) {
            if (vault.holds(value))
                throw new Error(`state "${name}" would hold a secret`);
            log.speak((runner) => runner.saveState(name, value));
        },
        read(name) {
            let value = '';
            log.speak((runner) => {
                value = runner.readState(name);
            });
            return value;
        },
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./src/kit/temp.js




const stateName = 'temporary-folder';
function createTemp(root, action, state) {
    let folder;
    const open = () => {
        if (folder !== undefined)
            return folder;
        const path = (0,external_node_path_.join)(root, `${suite/* suite */.r.name}-${action}-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
        // Saved before the folder exists: killed in between, `post` finds nothing to remove, which is better than the reverse.
        state.save(stateName, path);
        (0,external_node_fs_.mkdirSync)(path, { recursive: true, mode: 0o700 });
        folder = path;
        return path;
    };
    return {
        folder: open,
        write(name, content) {
            const path = (0,external_node_path_.join)(open(), name);
            // `wx`: never through a link that somebody laid there.
            (0,external_node_fs_.writeFileSync)(path, content, { mode: 0o600, flag: 'wx' });
            return path;
        },
        remove() {
            if (folder !== undefined)
                (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 });
            folder = undefined;
        },
    };
}
/** What `post` does for a `main` that was killed before it could clean up. Returns the folder, or "" when there was none. */
function removeLeftTemp(root, action, state) {
    const path = state.read(stateName);
    // Only what this module could have made: state is a file that other code on the machine can reach.
    if (!path.startsWith((0,external_node_path_.join)(root, `${suite/* suite */.r.name}-${action}-`)) || path.includes('..'))
        return '';
    (0,external_node_fs_.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
    return path;
}

;// CONCATENATED MODULE: ./src/kit/action.js
















const results = {
    gate: 'failure',
    configuration: 'misconfigured',
    vendor: 'vendor-error',
    cancelled: 'cancelled',
    ours: 'error',
};
/**
 * Runs one phase of an action from the masks to the exit code. Never throws: what is thrown inside becomes an
 * annotation, a section of the summary, the output `result` and an exit code that is not 0.
 */
async function runAction(action, phase, host) {
    const { environment, runner, clock } = host;
    const vault = createVault((form) => {
        runner.mask(form);
    });
    const log = createLog(runner, vault, clock);
    const state = createState(log, vault);
    const workspace = environment['GITHUB_WORKSPACE'] ?? process.cwd();
    const shared = { workspace, environment, log, state, clock, http: () => openHttp(host, log) };
    const code = phase === 'post' ? await runPost(action, shared) : await runMain(action, host, shared, vault);
    log.close();
    return code;
}
async function runMain(action, host, shared, vault) {
    const { environment, log, state, workspace } = shared;
    const annotations = createAnnotations(log, vault);
    const summary = (0,kit_summary/* createSummary */.Ft)();
    const temp = createTemp(tempRoot(environment), action.name, state);
    const exec = (0,kit_exec/* createExec */.k)(log, host.cancel, host.elapsed);
    let outputs;
    let failure;
    try {
        outputs = createOutputs({ ...action.outputs, result: 'error' }, log, vault);
        const inputs = (0,kit_inputs/* readInputs */.Ko)(action.name, action.fields(workspace), environment, vault);
        const { cancel: signal, elapsed } = host;
        await action.main({ ...shared, inputs, outputs, annotations, summary, exec, temp, vault, elapsed, signal });
        host.cancel.throwIfAborted();
    }
    catch (error) {
        failure = toForeseen(host.cancel.aborted ? host.cancel.reason : error, log);
    }
    await exec.close();
    try {
        outputs?.set(finalOutputs(action.outputs, failure));
    }
    catch (error) {
        failure ??= toForeseen(error, log);
    }
    removeTemp(temp, log);
    if (failure !== undefined)
        reportFailure(action.name, failure, { log, annotations, summary, vault });
    else
        annotations.flush();
    writeSummary(environment, summary, log, vault);
    return failure === undefined ? 0 : errors/* exitCodes */.hS[failure.fault];
}
/** What cannot be removed now is removed by `post`, or by the runner after the job; it changes no verdict. */
function removeTemp(temp, log) {
    try {
        temp.remove();
    }
    catch (error) {
        log.info(`temporary files could not be removed: ${(0,errors/* describeError */.Uc)(error)}`);
    }
}
/** A step that failed elsewhere than in its own verdict takes back a verdict that it may have given before. */
function finalOutputs(negatives, failure) {
    if (failure === undefined)
        return { result: 'success' };
    const verdict = failure.described || negatives['verdict'] === undefined ? {} : { verdict: negatives['verdict'] };
    return { result: results[failure.fault], ...verdict };
}
async function runPost(action, shared) {
    // The job's verdict stands already; a failure to clean up is told, and changes nothing.
    try {
        await action.post?.(shared);
        const removed = removeLeftTemp(tempRoot(shared.environment), action.name, shared.state);
        if (removed !== '')
            shared.log.debug(`removed ${removed}`);
    }
    catch (error) {
        shared.log.speak((runner) => {
            runner.annotate('warning', `${action.name}: cleaning up failed: ${(0,errors/* describeError */.Uc)(error)}`, {});
        });
    }
    return 0;
}
function openHttp(host, log) {
    useProxy(host.environment);
    return createHttp({ fetch: host.fetch, clock: host.clock, log, signal: host.cancel, random: host.random });
}
function tempRoot(environment) {
    return environment['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)();
}
function toForeseen(error, log) {
    if (error instanceof errors/* ForeseenError */.U8)
        return error;
    // A defect of ours: the stack is for whoever gets the report.
    log.info(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return new errors/* ForeseenError */.U8('ours', [messages/* kitMessages */.Z['internal-error']((0,errors/* describeError */.Uc)(error))], { cause: error });
}
function reportFailure(action, failure, { log, annotations, summary, vault }) {
    const rendered = renderFailure(action, failure);
    // The verdict's own line keeps a place of the ten.
    const leftOut = annotations.flush(1);
    const hidden = leftOut.error + leftOut.warning + leftOut.notice;
    const more = hidden === 0 ? '' : ` (${hidden} more annotations than GitHub shows: see the job summary)`;
    log.speak((runner) => {
        runner.annotate('error', vault.redact(`${rendered.headline}${more}`), { title: `${action}: ${rendered.title}` });
    });
    for (const line of rendered.lines)
        log.info(line);
    rendered.describe(summary);
}
function writeSummary(environment, summary, log, vault) {
    const path = environment['GITHUB_STEP_SUMMARY'];
    if (summary.isEmpty())
        return;
    const markdown = vault.redact(summary.render());
    try {
        if (path === undefined || path === '')
            return;
        (0,external_node_fs_.appendFileSync)(path, `${markdown}\n`);
    }
    catch (error) {
        const note = messages/* kitMessages */.Z['summary-unwritable']((0,errors/* describeError */.Uc)(error));
        log.speak((runner) => {
            runner.annotate('warning', `${note.text} ${note.cure} [${note.id}]`, {});
        });
        log.info(markdown);
    }
}

;// CONCATENATED MODULE: external "node:perf_hooks"
const external_node_perf_hooks_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./src/kit/clock.js

const systemClock = {
    now: () => Date.now(),
    sleep: async (ms, signal) => {
        try {
            await (0,promises_namespaceObject.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
        }
        catch (error) {
            // Node wraps the reason into its own AbortError; callers want the reason they gave.
            throw signal?.aborted === true ? signal.reason : error;
        }
    },
    deadline: (ms) => AbortSignal.timeout(ms),
};

// EXTERNAL MODULE: ../../../node_modules/@actions/core/lib/core.js + 8 modules
var core = __nccwpck_require__(1820);
;// CONCATENATED MODULE: ./src/kit/runner.js

function createActionsRunner(write) {
    return {
        line: (text) => write(`${text}\n`),
        debug: (text) => core.debug(text),
        annotate: (level, message, place) => core[level](message, place),
        startGroup: (title) => core.startGroup(title),
        endGroup: () => core.endGroup(),
        mask: (secret) => core.setSecret(secret),
        setOutput: (name, value) => core.setOutput(name, value),
        saveState: (name, value) => core.saveState(name, value),
        readState: (name) => core.getState(name),
        command: (text) => write(`${text}\n`),
    };
}

;// CONCATENATED MODULE: ./src/kit/host.js






/** The real process as a host: its environment, its clock, its signals. Called once per process. */
function createProcessHost() {
    const cancel = new AbortController();
    // GitHub's runner sends SIGINT, SIGTERM 7.5 s later, and kills after another 2.5 s (actions/runner, ProcessInvoker).
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            cancel.abort(new errors/* CancelledError */.cc(messages/* kitMessages */.Z.cancelled()));
        });
    }
    // An error in an event handler would end the process and leave running commands behind: take the way of a cancel.
    process.on('uncaughtException', (error) => {
        cancel.abort(error);
    });
    process.on('unhandledRejection', (reason) => {
        cancel.abort(reason);
    });
    return {
        environment: process.env,
        runner: createActionsRunner((text) => {
            process.stdout.write(text);
        }),
        clock: systemClock,
        fetch: fetchOverHttp,
        elapsed: () => external_node_perf_hooks_namespaceObject.performance.now(),
        random: Math.random,
        cancel: cancel.signal,
    };
}

;// CONCATENATED MODULE: ./actions/start.js


/** Every action of the suite. Loaded on demand: a step pays only for the stage that it runs. */
const actions = {
    'quality-comment': async (phase, host) => runAction((await Promise.all(/* import() */[__nccwpck_require__.e(235), __nccwpck_require__.e(729), __nccwpck_require__.e(815)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6815))).qualityComment, phase, host),
    'store-upload': async (phase, host) => runAction((await Promise.all(/* import() */[__nccwpck_require__.e(917), __nccwpck_require__.e(293)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1293))).storeUpload, phase, host),
    'release-version': async (phase, host) => runAction((await Promise.all(/* import() */[__nccwpck_require__.e(172), __nccwpck_require__.e(446)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8344))).releaseVersion, phase, host),
    'staged-promote': async (phase, host) => runAction((await Promise.all(/* import() */[__nccwpck_require__.e(917), __nccwpck_require__.e(172), __nccwpck_require__.e(925), __nccwpck_require__.e(244)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4890))).stagedPromote, phase, host),
    'quality-gate': async (phase, host) => runAction((await Promise.all(/* import() */[__nccwpck_require__.e(917), __nccwpck_require__.e(235), __nccwpck_require__.e(729), __nccwpck_require__.e(753)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3753))).qualityGate, phase, host),
};
/** What each stub in dist/ calls: runs one phase of one action and ends the process with its verdict. */
async function start(name, phase) {
    const code = await actions[name](phase, createProcessHost());
    // Ends what may still hold the process: keep-alive sockets, pipes that a daemon of the user's inherited. The empty
    // write comes back when everything before it has left.
    process.stdout.write('', () => {
        process.exit(code);
    });
}

var __webpack_exports__start = __webpack_exports__.n;
export { __webpack_exports__start as start };
