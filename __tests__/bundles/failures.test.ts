import { describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { probe } from '../probe/probe.ts';
import { modes, play } from '../support/scenario.ts';

/** Always full (Linux). Elsewhere a folder stands in the file's place, which cannot be written either. */
const full = existsSync('/dev/full') ? '/dev/full' : '/';

describe.each(modes)('%s: inputs', (mode) => {
  test('all problems are reported at once, with what is valid and an example, before anything runs', async () => {
    const inputs = { does: 'runn', count: '80%', 'timeout-ms': '0', cuont: '3', methd: '' };
    await play(mode, probe, { inputs }, (seen) => {
      expect(seen.exitCode).toBe(2);
      expect(seen.outputs).toEqual({ result: 'misconfigured', verdict: 'fail', seen: '' });
      expect(seen.annotations).toHaveLength(1);
      const { message, title } = seen.annotations[0] ?? { message: '', title: '' };
      expect(title).toBe('probe: cannot run as it is configured');
      expect(message).toContain('[inputs-invalid]');
      expect(message.split('\n').slice(1).sort()).toEqual([
        'count: it is not a plain decimal number',
        'cuont: there is no such input; did you mean "count"?',
        'does: did you mean "run"?',
        'methd: there is no such input; did you mean "method"?',
        'timeout-ms: it is outside the range',
      ]);
      expect(seen.log).toContain('got "80%"; valid: a number from 0 to 100000');
      expect(seen.summary).toContain(
        '| `count` | `80%` | it is not a plain decimal number | a number from 0 to 100000 | `1` |',
      );
    });
  });

  test('a required input that is empty is an absent one', async () => {
    await play(mode, probe, { inputs: { does: '  ' } }, (seen) => {
      expect(seen.exitCode).toBe(2);
      expect(seen.log).toContain('does: it is required and is empty');
    });
  });
});

describe.each(modes)('%s: what the runner cannot take', (mode) => {
  test('a summary that cannot be written is printed in the log, and the verdict stays', async () => {
    await play(
      mode,
      probe,
      { inputs: { does: 'summarize', count: '2' }, fileCommands: { GITHUB_STEP_SUMMARY: full } },
      (seen) => {
        expect(seen.exitCode).toBe(0);
        expect(seen.outputs['verdict']).toBe('pass');
        expect(seen.annotations).toEqual([
          expect.objectContaining({ level: 'warning', message: expect.stringContaining('[summary-unwritable]') }),
        ]);
        expect(seen.log).toContain('## Large');
      },
    );
  });

  test('an output that cannot be written fails the step, whatever else passed', async () => {
    await play(mode, probe, { inputs: { does: 'pass' }, fileCommands: { GITHUB_OUTPUT: full } }, (seen) => {
      expect(seen.exitCode).toBe(4);
      expect(seen.log).toContain('[output-unwritable]');
    });
  });

  test('more annotations than GitHub shows: the most useful come first and the rest is counted', async () => {
    await play(mode, probe, { inputs: { does: 'annotate', count: '30', text: 'throw' } }, (seen) => {
      const errors = seen.annotations.filter((one) => one.level === 'error');
      expect(errors).toHaveLength(10);
      // Rank before place: the last one added has the best rank, then the lines in order.
      expect(errors.slice(0, 3).map((one) => one.message)).toEqual(['problem 29', 'problem 28', 'problem 27']);
      expect(errors.at(-1)?.message).toContain('(21 more annotations than GitHub shows');
    });
  });

  test('a summary stays below the size at which GitHub drops it, with what was left out said', async () => {
    await play(mode, probe, { inputs: { does: 'summarize', count: '20000' } }, (seen) => {
      expect(seen.exitCode).toBe(0);
      const size = Buffer.byteLength(seen.summary);
      expect(size).toBeLessThanOrEqual(900 * 1024 + 1);
      expect(size).toBeGreaterThan(850 * 1024);
      expect(seen.summary).toMatch(/… and \d+ more rows/);
      expect(seen.summary.trimEnd().endsWith('The end.')).toBe(true);
      expect(seen.summary).not.toContain('<b>');
      expect(seen.summary).not.toContain('@someone');
    });
  });
});

describe.each(modes)('%s: a defect of ours', (mode) => {
  test('shows its stack, asks for a report, and takes nothing for granted', async () => {
    await play(mode, probe, { inputs: { does: 'throw' } }, (seen) => {
      expect(seen.exitCode).toBe(4);
      expect(seen.outputs).toMatchObject({ result: 'error', verdict: 'fail' });
      expect(seen.annotations[0]?.message).toContain('itself failed: a defect, made on purpose [internal-error]');
      expect(seen.log).toMatch(/TypeError: a defect, made on purpose\n\s+at /);
      expect(seen.summary).toContain('/issues/new');
    });
  });
});

test('bundle: an error that nobody catches ends the step as a defect, not silently', async () => {
  await play('bundle', probe, { inputs: { does: 'throw-later' } }, (seen) => {
    expect(seen.exitCode).toBe(4);
    expect(seen.outputs).toMatchObject({ result: 'error', verdict: 'fail' });
    expect(seen.log).toContain('thrown where nobody catches [internal-error]');
  });
});

describe.each(modes)('%s: a variable that must not reach a command', (mode) => {
  test.each(['GITHUB_TOKEN', 'GITHUB_*', 'INPUT_X', 'ACTIONS_RUNTIME_TOKEN', 'GITHUB_OUTPUT'])(
    'pass-env: %s is refused',
    async (name) => {
      await play(mode, probe, { inputs: { does: 'run', command: '["true"]', 'pass-env': `OK\n${name}` } }, (seen) => {
        expect(seen.exitCode).toBe(2);
        expect(seen.log).toContain('[environment-refused]');
        expect(seen.log).toContain(`names ${name},`);
      });
    },
  );
});

describe.each(modes)('%s: our own text', (mode) => {
  test('that quotes something foreign is never taken for a command', async () => {
    const text = 'first\n::error::forged\n##[warning]forged\nlast';
    await play(mode, probe, { inputs: { does: 'say', text } }, (seen) => {
      expect(seen.annotations).toEqual([]);
      expect(seen.log).toContain('::error::forged');
      expect(seen.log).toContain('##[warning]forged');
    });
  });
});

describe.each(modes)('%s: a tool with a native binary', (mode) => {
  test('is taken from PATH when it is there', async () => {
    const tool = { name: 'my-tool', version: '1.0.0', builds: {} };
    await play(
      mode,
      probe,
      {
        inputs: { does: 'tool', text: JSON.stringify(tool) },
        prepare: (workspace) => {
          mkdirSync(join(workspace, 'node_modules/.bin'), { recursive: true });
          writeFileSync(join(workspace, 'node_modules/.bin/my-tool'), '#!/bin/sh\n', { mode: 0o755 });
        },
      },
      (seen) => {
        expect(seen.exitCode).toBe(0);
        expect(seen.outputs['seen']).toBe(join(seen.workspace, 'node_modules/.bin/my-tool'));
      },
    );
  });

  test('of which there is no build for this platform is named with those that exist', async () => {
    await play(mode, probe, { inputs: { does: 'tool-elsewhere' } }, (seen) => {
      expect(seen.exitCode).toBe(2);
      expect(seen.log).toContain('[tool-unavailable]');
      expect(seen.log).toContain('plan9-mips');
    });
  });
});
