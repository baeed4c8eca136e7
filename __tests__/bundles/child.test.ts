import { describe, expect, test } from '@jest/globals';
import { probe } from '../probe/probe.ts';
import { untilGone } from '../support/processes.ts';
import { modes, play } from '../support/scenario.ts';

/** A command for the probe: this Node with a script. */
function script(code: string): string {
  return JSON.stringify([process.execPath, '-e', code]);
}

interface SeenChild {
  end: { kind: string; code?: number; signal?: string };
  orphans: number;
  tail: string[];
}

describe.each(modes)('%s: a command under our control', (mode) => {
  test('cannot speak to the runner: every form of command stays text', async () => {
    const lines = [
      '::error file=a.ts,line=1::forged',
      '   ::warning::forged',
      '##[error]forged',
      'text ##[add-mask]verdict',
      '::add-mask::verdict',
      '::set-output name=verdict::pass',
      '::group::forged',
      '::stop-commands::forged',
      'a line\r::notice::forged',
    ];
    const command = script(`for (const line of ${JSON.stringify(lines)}) { console.log(line); console.error(line); }`);
    await play(mode, probe, { inputs: { does: 'run', command } }, (seen) => {
      expect(seen.annotations).toEqual([]);
      expect(seen.outputs['verdict']).toBe('pass');
      for (const line of lines.slice(0, 4)) expect(seen.log).toContain(`child │ ${line}`);
      // "verdict" would be *** had the mask been obeyed.
      expect(seen.log).not.toContain('***');
      expect(seen.exitCode).toBe(0);
    });
  });

  test('does not see the token, the inputs or the files of the runner; passes what the user names', async () => {
    const command = script('console.log(JSON.stringify(Object.keys(process.env)) + process.env.API_URL)');
    const env = {
      GITHUB_TOKEN: 'ghs_0123456789',
      ACTIONS_RUNTIME_TOKEN: 'x1234',
      npm_config__authToken: 'y1234',
      API_URL: 'http://api',
      OTHER: 'z',
    };
    await play(mode, probe, { inputs: { does: 'run', command, 'pass-env': 'API_*' }, env }, (seen) => {
      const names = seen.log.split('│ ')[1] ?? '';
      expect(names).toContain('"PATH"');
      expect(names).toContain('http://api');
      for (const hidden of [
        'GITHUB_TOKEN',
        'ACTIONS_',
        'INPUT_',
        'GITHUB_OUTPUT',
        'GITHUB_STEP_SUMMARY',
        'GITHUB_STATE',
        'GITHUB_ENV',
        'RUNNER_TEMP',
        'authToken',
        'OTHER',
      ]) {
        expect(names).not.toContain(hidden);
      }
    });
  });

  test('a detached grandchild that wants to write an output after our verdict is ended and writes nothing', async () => {
    // It leaves our process group, waits until its parent has ended, and then tries what it can reach.
    const grandchild = `
      process.on('SIGTERM', () => {});
      const write = () => { const path = process.env.GITHUB_OUTPUT; if (path) require('fs').appendFileSync(path, 'verdict=forged\\n'); };
      setInterval(write, 20);`;
    const command = script(`
      const child = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
      console.log('grandchild', child.pid);
      setTimeout(() => process.exit(0), 150);`);
    await play(mode, probe, { inputs: { does: 'run', command } }, async (seen) => {
      const pid = Number(/grandchild (\d+)/.exec(seen.log)?.[1]);
      expect(pid).toBeGreaterThan(0);
      await untilGone(pid);
      expect(JSON.parse(seen.outputs['seen'] ?? '') as SeenChild).toMatchObject({
        end: { kind: 'exited', code: 0 },
        orphans: 1,
      });
      expect(seen.outputs['verdict']).toBe('pass');
    });
  });

  test('that hangs and ignores SIGTERM is ended at its limit', async () => {
    const command = script(
      "process.on('SIGTERM', () => {}); console.log('pid', process.pid); setInterval(() => {}, 1000);",
    );
    await play(mode, probe, { inputs: { does: 'run', command, 'timeout-ms': '600' } }, async (seen) => {
      const pid = Number(/pid (\d+)/.exec(seen.log)?.[1]);
      await untilGone(pid);
      expect(JSON.parse(seen.outputs['seen'] ?? '') as SeenChild).toMatchObject({ end: { kind: 'timed-out' } });
    });
  });

  test('that cannot be started, fails or is killed is told apart', async () => {
    const ends: [command: string, end: object][] = [
      [JSON.stringify(['/no/such/program']), { kind: 'not-started' }],
      [script('process.exit(7)'), { kind: 'exited', code: 7 }],
      [script("process.kill(process.pid, 'SIGKILL')"), { kind: 'killed', signal: 'SIGKILL' }],
    ];
    for (const [command, end] of ends) {
      await play(mode, probe, { inputs: { does: 'run', command } }, (seen) => {
        expect((JSON.parse(seen.outputs['seen'] ?? '') as SeenChild).end).toMatchObject(end);
      });
    }
  });

  test('that says nothing for long is reported as running, with its time and its limit', async () => {
    const command = script('setTimeout(() => {}, 500)');
    await play(mode, probe, { inputs: { does: 'run', command, count: '100' } }, (seen) => {
      expect(seen.log).toMatch(/child: running for \d+ ms, limit 1 min/);
    });
  });

  test('long lines are cut, cursor movements and a missing last line end do not disturb the log', async () => {
    const command = script(`process.stdout.write('\\u001b[2K\\u001b[1Aup\\n' + 'x'.repeat(100000) + '\\nlast')`);
    await play(mode, probe, { inputs: { does: 'run', command } }, (seen) => {
      expect(seen.log).toContain('child │ up');
      expect(seen.log).toContain('(67232 characters more)');
      expect(seen.log.endsWith('child │ last')).toBe(true);
    });
  });

  test('a cancel ends it and everything it started, leaves no file, and says so', async () => {
    const child = `
      process.on('SIGTERM', () => {});
      const other = require('child_process').spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"], { detached: true, stdio: 'ignore' });
      console.log('pids', process.pid, other.pid);
      setInterval(() => {}, 1000);`;
    const cancelWhen = (line: string): boolean => line.includes('pids');
    await play(mode, probe, { inputs: { does: 'run', command: script(child) }, cancelWhen }, async (seen) => {
      const pids = /pids (\d+) (\d+)/.exec(seen.log)?.slice(1).map(Number) ?? [];
      expect(pids).toHaveLength(2);
      for (const pid of pids) await untilGone(pid);
      expect(seen.exitCode).toBe(130);
      expect(seen.outputs).toMatchObject({ result: 'cancelled', verdict: 'fail' });
      expect(seen.log).toContain('[cancelled]');
      expect(seen.left).toEqual([]);
    });
  });
});

test('bundle: a killed step leaves the negative outputs, and post removes its secret file', async () => {
  let pid = 0;
  const scenario = {
    inputs: { does: 'secret-file', token: 'super-secret-value', text: 'hang' },
    onStart: (started: number): void => {
      pid ||= started;
    },
    cancelWhen: (line: string): boolean => {
      if (line.startsWith('wrote ')) process.kill(pid, 'SIGKILL');
      return false;
    },
  };
  await play('bundle', probe, scenario, (seen) => {
    expect(seen.exitCode).toBe(137);
    expect(seen.outputs).toEqual({ result: 'error', verdict: 'fail', seen: '600 18' });
    expect(seen.postLog).toContain('post read');
    expect(seen.left).toEqual([]);
  });
});
