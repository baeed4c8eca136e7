import { describe, expect, test } from '@jest/globals';
import { ALL_FAULTS, casesFor } from '#emulators/base/fault-cases';
import { createFaultPlan } from '#emulators/base/fault-plan';
import type { GitHubWorld } from '#emulators/github/world';
import { CancelledError, VendorError } from '#kit/errors';
import { kitMessages } from '#kit/messages';
import { upsertComment } from '#vendors/github/comments';
import { composeBody } from '#vendors/github/markers';
import type { Upserted } from '#vendors/github/comments';
import type { RunOrder } from '#vendors/github/markers';
import type { GitHub } from '#vendors/github/client';
import { bodies, bodyOf, bot, comments, key, leave, prepare, sticky } from './speaking.ts';
import { withClient } from './stage.ts';

describe('one comment', () => {
  test('made, left alone when nothing changed, then changed by each newer run or attempt', async () => {
    await withClient({ prepare }, async (stage) => {
      const say = async (run: RunOrder | number): Promise<Upserted['did']> =>
        (await upsertComment(stage.github(), sticky(run))).did;
      expect(await say(7)).toBe('created');
      expect(bodies(stage)).toEqual([`<!-- slipway ${key} run 7 attempt 1 -->\nrun 7`]);
      expect(comments(stage)[0]?.author).toBe(bot);
      const asked = stage.asked().length;
      expect(await say(7)).toBe('unchanged');
      expect(stage.asked().slice(asked)).toEqual(['issues/list-comments']);
      expect(await say(8)).toBe('updated');
      expect(await say({ id: 8, attempt: 2 })).toBe('updated');
      expect(bodies(stage)).toEqual([bodyOf({ id: 8, attempt: 2 })]);
    });
  });

  test('an older run, or an older attempt, leaves what a newer one said', async () => {
    const newer = { id: 10, attempt: 2 };
    const after = (world: GitHubWorld): void => {
      prepare(world);
      leave(world, bodyOf(newer));
    };
    await withClient({ prepare: after }, async (stage) => {
      for (const run of [9, { id: 9, attempt: 5 }, 10]) {
        const { did, url } = await upsertComment(stage.github(), sticky(run));
        expect([did, url]).toEqual(['outdated', expect.stringContaining('#issuecomment-')]);
      }
      expect(bodies(stage)).toEqual([bodyOf(newer)]);
      expect(new Set(stage.asked())).toEqual(new Set(['issues/list-comments']));
    });
  });

  test.each([
    ['a person who quotes it', bodyOf(3), 'mallory'],
    ['a person whose name looks like a bot', bodyOf(3), 'github-actions-bot'],
    ['a bot that quotes it further down', `> said before\n${bodyOf(3)}`, bot],
    ['a bot that quotes it in a line', `see ${bodyOf(3)}`, bot],
    ['the comment of another gate', bodyOf(3).replace('/quality ', '/quality-2 '), bot],
    ['a marker without a run', `<!-- slipway ${key} -->`, bot],
    ['a marker with something behind it', bodyOf(3).replace(' -->', ' --> x'), bot],
    ['a marker whose run is no number', bodyOf(3).replace('run 3', 'run 3e1'), bot],
    ['an account that is gone', bodyOf(3), 'ghost'],
  ])('%s is not ours', async (_, body, author) => {
    const before = (world: GitHubWorld): void => {
      prepare(world);
      leave(world, body, author);
    };
    await withClient({ prepare: before }, async (stage) => {
      expect(await upsertComment(stage.github(), sticky(7))).toMatchObject({ did: 'created' });
      expect(bodies(stage)).toEqual([body, bodyOf(7)]);
    });
  });

  test("with a person's token, that person's comments are ours and a bot's are not", async () => {
    const before = (world: GitHubWorld): void => {
      prepare(world);
      world.addToken({ name: 'person', secret: 'ghp_ada', actor: 'ada', kind: 'pat' });
      leave(world, bodyOf(3));
      leave(world, bodyOf(4), 'mallory');
      leave(world, bodyOf(5), 'ada');
    };
    await withClient({ prepare: before }, async (stage) => {
      expect(await upsertComment(stage.github('ghp_ada'), sticky(7))).toMatchObject({ did: 'updated' });
      expect(bodies(stage)).toEqual([bodyOf(3), bodyOf(4), bodyOf(7)]);
      expect(stage.asked()[0]).toBe('users/get-authenticated');
    });
  });

  test('found behind hundreds of others; lines that end in CR LF are read too', async () => {
    const before = (world: GitHubWorld): void => {
      prepare(world);
      for (let n = 0; n < 240; n += 1) leave(world, `talk ${n}`, 'ada');
      leave(world, bodyOf(3).replaceAll('\n', '\r\n'));
    };
    await withClient({ prepare: before }, async (stage) => {
      expect(await upsertComment(stage.github(), sticky(7))).toMatchObject({ did: 'updated' });
      expect(comments(stage)).toHaveLength(241);
      expect(bodies(stage).at(-1)).toBe(bodyOf(7));
    });
  });

  test('what earlier runs left behind is tidied: the oldest stays', async () => {
    const before = (world: GitHubWorld): void => {
      prepare(world);
      for (const run of [5, 3, 6]) leave(world, bodyOf(run));
      leave(world, 'a word', 'ada');
    };
    await withClient({ prepare: before }, async (stage) => {
      const [first] = comments(stage);
      await upsertComment(stage.github(), sticky(7));
      expect(comments(stage).map(({ id, body }) => [id === first?.id, body])).toEqual([
        [true, bodyOf(7)],
        [false, 'a word'],
      ]);
    });
  });

  test('a pull request that is not there, or may not be written to, is said as it is', async () => {
    const readOnly = (world: GitHubWorld): void => {
      prepare(world);
      world.addToken({ name: 'reader', permissions: { pull_requests: 'read' } });
    };
    await withClient({ prepare: readOnly }, async (stage) => {
      await expect(upsertComment(stage.github('ghs_reader'), sticky(7))).rejects.toMatchObject({
        details: { status: 403, operation: 'write the comment', correlationId: expect.stringMatching(/./) },
      });
      await expect(upsertComment(stage.github(), { ...sticky(7), number: 9 })).rejects.toMatchObject({
        details: { status: 404, operation: 'list the comments' },
      });
    });
  });
});

describe('the length of a comment', () => {
  const compose = (blocks: readonly string[]): string => composeBody({ key, run: { id: 1, attempt: 1 }, blocks });
  const marker = compose([]);

  test('what fits stays whole, to the last character', () => {
    const room = 65_536 - marker.length - 'first'.length - 2;
    const fits = compose(['first', 'x'.repeat(room)]);
    expect(fits).toHaveLength(65_536);
    expect(fits.endsWith('x')).toBe(true);
    const over = compose(['first', 'x'.repeat(room + 1)]);
    expect(over).toBe(`${marker}first\n\n… A section is left out: too long for a comment.`);
  });

  test('sections are left out from the end, never in the middle of one, and GitHub takes the rest', async () => {
    const blocks = Array.from({ length: 10 }, (_, n) => `${n}`.repeat(9_000));
    const body = compose(blocks);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toBe(
      `${marker}${blocks.slice(0, 7).join('\n\n')}\n\n… 3 sections are left out: too long for a comment.`,
    );
    await withClient({ prepare }, async (stage) => {
      await upsertComment(stage.github(), { ...sticky(1), blocks });
      expect(bodies(stage)).toEqual([body]);
    });
  });
});

describe('every request, every fault', () => {
  test.each([
    ['a first comment', []],
    ['a change', [3]],
    ['a change with something to tidy', [3, 4]],
  ] as const)(
    '%s: what is reported as said is said, and after the next run there is one comment',
    async (_, before) => {
      const set = (world: GitHubWorld): void => {
        prepare(world);
        leave(world, 'a word', 'ada');
        for (const run of before) leave(world, bodyOf(run));
      };
      let cases: ReturnType<typeof casesFor> = [];
      await withClient({ prepare: set }, async (stage) => {
        await upsertComment(stage.github(), sticky(7));
        cases = casesFor(stage.emulator.log.entries(), ALL_FAULTS);
      });
      expect(cases.length).toBeGreaterThan(30);
      const wrong: string[] = [];
      for (const { name, match, fault } of cases) {
        // In this process a caller is killed by what a killed one does: it asks nothing more.
        const killed = new AbortController();
        const kill = (): void => {
          killed.abort(new CancelledError(kitMessages.cancelled()));
        };
        await withClient({ prepare: set, faults: createFaultPlan([{ match, fault }], kill) }, async (stage) => {
          const said = await outcome(stage.github(undefined, killed.signal), 7);
          expect(stage.faults.unused()).toEqual([]);
          const now = bodies(stage);
          if (said === 'said' && !now.includes(bodyOf(7))) wrong.push(`${name}: reported, and not there`);
          if (said === 'failed' && fault.kind === 'rate-limit') wrong.push(`${name}: a limit was not waited for`);
          await upsertComment(stage.github(), sticky(8));
          const then = bodies(stage);
          if (JSON.stringify(then) !== JSON.stringify(['a word', bodyOf(8)]))
            wrong.push(`${name}: ${JSON.stringify(then)}`);
        });
      }
      expect(wrong).toEqual([]);
    },
  );

  async function outcome(github: GitHub, run: number): Promise<'said' | 'failed' | 'killed'> {
    try {
      await upsertComment(github, sticky(run));
      return 'said';
    } catch (error) {
      if (error instanceof CancelledError) return 'killed';
      if (error instanceof VendorError) return 'failed';
      throw error;
    }
  }

  test('an answer that is lost on the way is looked after, and nothing is said twice', async () => {
    for (const kind of ['cut-after', 'cut-before', 'malformed-body', 'empty-body'] as const) {
      const faults = createFaultPlan([{ match: { operation: 'issues/create-comment' }, fault: { kind }, times: 2 }]);
      await withClient({ prepare, faults }, async (stage) => {
        expect(await upsertComment(stage.github(), sticky(7))).toMatchObject({ did: 'created' });
        expect(bodies(stage)).toEqual([bodyOf(7)]);
      });
    }
  });

  test('a comment that vanishes before it is changed is made anew', async () => {
    const before = (world: GitHubWorld): void => {
      prepare(world);
      leave(world, bodyOf(3));
    };
    await withClient({ prepare: before }, async (stage) => {
      const { github, request } = stage;
      const hooked: GitHub = {
        ...github(),
        read: async (question, shape) => {
          if (question.operation === 'change the comment')
            await request('DELETE', `/issues/comments/${comments(stage)[0]?.id ?? 0}`);
          return github().read(question, shape);
        },
      };
      expect(await upsertComment(hooked, sticky(7))).toMatchObject({ did: 'created' });
      expect(bodies(stage)).toEqual([bodyOf(7)]);
    });
  });
});
