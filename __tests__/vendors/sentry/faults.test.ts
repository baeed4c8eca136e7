import { expect, test } from '@jest/globals';
import type { SentryWorld } from '#emulators/sentry/world';
import { ConfigurationError } from '#kit/errors';
import type { Sentry } from '#vendors/sentry/client';
import { listReleases, readAdoption } from '#vendors/sentry/releases';
import { askSentry } from '#vendors/sentry/source';
import { playFaults } from '../fault-matrix.ts';
import { fillTwoHours, question, release, withSentry } from './stage.ts';
import type { ClientStage } from './stage.ts';

// Every request of every question x every fault of the plan that applies to it.

interface Play {
  readonly act: (sentry: Sentry) => Promise<unknown>;
  readonly prepare?: (world: SentryWorld) => void;
  /** What is right, too, where a fault looks like a refusal that means something. */
  readonly also?: readonly unknown[];
}

const manyReleases = ({ addRelease }: SentryWorld): void => {
  for (let index = 0; index < 250; index += 1)
    addRelease('acme', `app@2.15.3+${index}`, { project: 'tracker', createdAt: '2026-11-01T00:00:00Z' });
};
/** What a question ends with, a foreseen "there is no such release" among it. */
const told = async (asking: Promise<unknown>): Promise<unknown> => {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof ConfigurationError) return error.notes[0].id;
    throw error;
  }
};

const plays: Readonly<Record<string, Play>> = {
  'two hours': { act: async (sentry) => askSentry(sentry, question) },
  'two pieces of a long time': {
    act: async (sentry) => askSentry(sentry, { ...question, start: Date.parse('2026-09-10T00:00:00Z') }),
  },
  'a release that is not there': {
    act: async (sentry) => told(askSentry(sentry, { ...question, release: 'app@2.15.3' })),
    prepare: manyReleases,
    // A token that may not list releases: nobody knows, and there are no data.
    also: [{ buckets: [], freshUntil: Date.parse('2026-11-24T11:00:00Z') }],
  },
  'three pages of releases': { act: async (sentry) => listReleases(sentry, '2.15.3'), prepare: manyReleases },
  adoption: { act: async (sentry) => readAdoption(sentry, release), also: [undefined] },
};

test.each(Object.entries(plays))('%s', async (name, { act, prepare, also = [] }) => {
  const options = { fill: fillTwoHours, ...(prepare === undefined ? {} : { prepare }) };
  let expected: unknown;
  await withSentry(options, async ({ connect }) => {
    expected = await act(connect());
  });
  const played = await playFaults<ClientStage, unknown>({
    open: async (faults, run) => withSentry({ ...options, faults }, run),
    act: async (stage, signal) => act(stage.connect({ signal })),
    judge: ({ outcome, again }) => {
      if (!('value' in outcome)) return [];
      const right = [expected, ...(again ? [] : also)].map((one) => JSON.stringify(one));
      return right.includes(JSON.stringify(outcome.value)) ? [] : [`it read ${JSON.stringify(outcome.value)}`];
    },
  });
  console.log(`${name}: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  // What a request passes by being repeated: outages, cuts, limits, slowness.
  expect(played.survived).toBeGreaterThanOrEqual(played.requests * 8);
});
