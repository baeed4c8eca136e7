import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import type { kitMessages } from '#kit/messages';
import type { PlannedFault } from '#emulators/base/fault-plan';
import { withCounter } from '../emulators/counter-emulator.ts';
import { probe } from '../probe/probe.ts';
import { play } from '../support/scenario.ts';
import type { Scenario } from '../support/scenario.ts';
import { serveTime } from '../support/virtual-time.ts';

const full = existsSync('/dev/full') ? '/dev/full' : '/';
const noBuild = JSON.stringify({
  name: 'nowhere',
  version: '1.0.0',
  builds: { 'plan9-mips': { package: 'x', integrity: '', executable: 'x' } },
});
const anyBuild = JSON.stringify({
  name: 'elsewhere',
  version: '1.0.0',
  builds: { [`${process.platform}-${process.arch}`]: { package: 'x', integrity: 'sha512-x', executable: 'x' } },
});
/** A Node that is too old to take up a proxy, as far as the bundle can see. */
const oldNode = [
  '--import',
  'data:text/javascript,import http from "node:http"; import { syncBuiltinESMExports } from "node:module"; delete http.setGlobalProxyFromEnv; syncBuiltinESMExports();',
];

type Row = Scenario & { readonly faults?: readonly PlannedFault[]; readonly at?: string };

const request = { does: 'request-json', method: 'POST' };
const status = (code: number): readonly PlannedFault[] => [
  { match: {}, fault: { kind: 'status', status: code }, times: Number.POSITIVE_INFINITY },
];

/** How a built bundle comes to say each message of the kit. */
const rows: Readonly<Record<keyof typeof kitMessages, Row>> = {
  'inputs-invalid': { inputs: { does: 'nothing' } },
  'secret-too-short': { inputs: { does: 'pass', token: 'abc' } },
  'output-unwritable': { inputs: { does: 'pass' }, fileCommands: { GITHUB_OUTPUT: full } },
  'summary-unwritable': { inputs: { does: 'summarize' }, fileCommands: { GITHUB_STEP_SUMMARY: full } },
  'endpoint-not-loopback': {
    inputs: { does: 'tool', text: anyBuild },
    env: { SLIPWAY_NPM_REGISTRY: 'http://10.0.0.1' },
  },
  'proxy-unsupported': {
    inputs: { ...request, url: 'http://127.0.0.1' },
    env: { HTTPS_PROXY: 'http://127.0.0.1:1' },
    nodeOptions: oldNode,
  },
  'tool-not-found': { inputs: { does: 'project-tool', text: 'no-such-tool' } },
  'tool-checksum': { inputs: { does: 'tool', text: anyBuild }, at: 'SLIPWAY_NPM_REGISTRY' },
  'registry-unknown': { inputs: { does: 'tool', text: anyBuild }, env: { PATH: '/nowhere' } },
  'tool-unavailable': { inputs: { does: 'tool', text: noBuild } },
  'environment-refused': { inputs: { does: 'run', command: '["true"]', 'pass-env': 'GITHUB_TOKEN' } },
  'vendor-refused': { inputs: request, faults: status(403) },
  'vendor-unreachable': { inputs: { ...request, method: 'GET' }, faults: status(503) },
  'vendor-deadline': { inputs: request, faults: [{ match: {}, fault: { kind: 'rate-limit', retryAfter: 3_600 } }] },
  'vendor-ambiguous': { inputs: request, faults: [{ match: {}, fault: { kind: 'cut-after' } }] },
  'vendor-unreadable': { inputs: request, faults: [{ match: {}, fault: { kind: 'empty-body' } }] },
  cancelled: {
    inputs: {
      does: 'run',
      command: JSON.stringify([process.execPath, '-e', 'console.log("up"); setInterval(() => {}, 1e3)']),
    },
    cancelWhen: (line) => line.includes('up'),
  },
  'internal-error': { inputs: { does: 'throw' } },
};

describe('bundle: every message of the kit', () => {
  test.each(Object.entries(rows))(
    '%s comes with its text and its cure',
    async (id, { faults = [], at, ...scenario }) => {
      await withCounter({ faults }, async ({ emulator, clock }) => {
        const time = await serveTime(clock);
        const url = faults.length > 0 ? { url: `${emulator.url}/value` } : {};
        const env = at === undefined ? (scenario.env ?? {}) : { [at]: emulator.url };
        // A download that answers 404 is refused; one that answers something else has another checksum.
        if (id === 'tool-checksum') emulator.faults.add({ match: {}, fault: { kind: 'empty-body' } });
        await play(
          'bundle',
          probe,
          {
            ...scenario,
            ...(scenario.nodeOptions === undefined ? time.scenario : {}),
            inputs: { ...scenario.inputs, ...url },
            env,
          },
          (seen) => {
            expect(seen.log).toContain(`[${id}]`);
            const annotation = seen.annotations.find((one) => one.message.includes(`[${id}]`));
            expect(annotation).toBeDefined();
            if (id === 'summary-unwritable') return;
            const lines = seen.log.split('\n');
            const cure =
              lines[
                lines.findIndex(
                  (line) => /^\S+ .*\[/.test(line) && line.includes(`[${id}]`) && !line.startsWith('error:'),
                ) + 1
              ] ?? '';
            expect(cure).toMatch(/^ {3}→ \S.{20,}/);
            expect(seen.summary).toContain(`(\`${id}\`)`);
            expect(seen.exitCode).toBeGreaterThan(0);
          },
        );
        await time.stop();
      });
    },
  );
});
