import { expect } from '@jest/globals';
import { readDescription } from '#emulators/app-store-connect/contract/description';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { writeScreenshots } from '#vendors/app-store-connect/screenshots';
import { testWith } from '../../support/required.ts';
import { moves } from './move-table.ts';
import { reads } from './read-table.ts';
import type { Prepare, Scene } from './scene.ts';
import { having, PHONE_SET, pictureOf, STRANGER, TABLET, WATCH } from './screenshot-stage.ts';
import { withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

const description = readDescription();
const check = testWith('app-store-connect-sdk', typeof description === 'string' ? description : undefined);

/** What of the requests of a run Apple's description does not have, by operation. */
function findProblems({ emulator, bodies }: ClientStage): readonly string[] {
  if (typeof description === 'string') throw new Error(description);
  return emulator.log.entries().flatMap(({ operation, query, reads: isRead }, index) => {
    // The store of parts is no part of the API.
    if (operation === 'upload-parts/put') return [];
    const parameters = description.listParameters(operation);
    if (parameters === undefined) return [`${operation} is not described`];
    const wrong = Object.entries(query).flatMap(([name, value]) => {
      const words = parameters.get(name);
      // A cursor is not described as a parameter: it comes with the links that Apple gives.
      if (words === undefined) return name === 'cursor' ? [] : [`${operation} has no parameter ${name}`];
      const strange = words.length === 0 ? [] : value.split(',').filter((one) => !words.includes(one));
      return strange.map((one) => `${operation} has no ${name}=${one}`);
    });
    const body = bodies[index];
    if (isRead || body === undefined) return wrong;
    return [...wrong, ...description.findRequestProblems(operation, body).map((one) => `${operation}: ${one}`)];
  });
}

const runs: readonly (readonly [Prepare, (connect: AppStoreConnect, scene: Scene) => Promise<unknown>])[] = [
  ...Object.values(moves).map(({ prepare = () => undefined, act }) => [prepare, act] as const),
  ...Object.values(reads),
  [
    having([WATCH, STRANGER]),
    async (connect, { next }) => {
      const tablet = { locale: 'en-US', displayType: TABLET, pictures: [pictureOf('1.png', 5, [768, 1024])] };
      await writeScreenshots(connect, next, [PHONE_SET, tablet]);
    },
  ],
];

check("every request of every move and read is one of Apple's description", async () => {
  const problems = new Set<string>();
  const operations = new Set<string>();
  for (const [prepare, act] of runs) {
    await withClient({ prepare }, async (stage) => {
      await act(stage.connect(), stage.scene);
      for (const problem of findProblems(stage)) problems.add(problem);
      for (const { operation } of stage.emulator.log.entries()) operations.add(operation);
    });
  }
  expect([...problems]).toEqual([]);
  console.log(`${operations.size} operations of Apple's are used`);
  expect(operations.size).toBeGreaterThan(20);
});
