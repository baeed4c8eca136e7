/**
 * Keeps a process on this machine: `node --import file:///.../preload.mjs bundle.js`. A connection to any other host fails as one
 * that nobody answers, with a reason that names the host. Programs that the process starts are not bound by it.
 */
import net from 'node:net';

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/i;

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  // Calls of the module itself hand the normalized arguments over as one list.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const options = typeof first === 'object' && first !== null ? first : { port: first, host: second };
  const host = typeof options.host === 'string' ? options.host : 'localhost';
  if (typeof options.path === 'string' || loopback.test(host)) return connect.apply(this, args);
  const error = new Error(`a rehearsal reaches no host but this machine: ${host}:${options.port}`);
  process.nextTick(() => this.destroy(Object.assign(error, { code: 'ECONNREFUSED', syscall: 'connect' })));
  return this;
};
