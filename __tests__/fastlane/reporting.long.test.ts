import { expect } from '@jest/globals';
import { join } from 'node:path';
import { PACKAGE, withPlay } from '../emulators/google-play/harness.ts';
import { root } from '../support/scenario.ts';
import { runBundled, testWithFastlane, withFolder } from './run-fastlane.ts';

interface Understood {
  readonly answers: readonly Readonly<Record<string, unknown>>[];
  readonly refusal: number | null;
}

testWithFastlane("Google's own client of the Reporting API understands all that the emulator answers", async () => {
  let token = '';
  await withPlay(
    {
      start: '2026-11-24T12:00:00Z',
      prepare: ({ addToken, accounts }) => {
        token = addToken(accounts[0]?.email ?? '', {
          scopes: ['https://www.googleapis.com/auth/playdeveloperreporting'],
        });
      },
    },
    async (stage) => {
      const hours = [0, 3, 8, 9];
      for (const hour of hours) {
        const slice = { hour: `2026-11-24T0${hour}:00:00Z`, versionCode: 42, users: 1_200 };
        stage.emulator.console.addVitals(PACKAGE, { ...slice, crashUsers: hour });
        stage.emulator.console.addVitals(PACKAGE, { ...slice, dimensions: { deviceType: 'WATCH' }, crashUsers: 1_200 });
      }
      const run = await withFolder({}, (cwd) =>
        runBundled(['ruby', join(root, '__tests__/fastlane/reporting.rb')], {
          cwd,
          env: { LANG: 'C.UTF-8', ROOT_URL: `${stage.emulator.url}/`, PACKAGE, TOKEN: token },
        }),
      );
      expect(run).toMatchObject({ exit: 0 });
      const { answers, refusal } = JSON.parse(run.stdout) as Understood;
      expect(refusal).toBe(400);

      // What its types do not have, or have otherwise, is lost on the way: each answer is compared with what was sent.
      const startTime = { year: 2026, month: 11, day: 24, timeZone: { id: 'UTC' } };
      const query = {
        timelineSpec: { aggregationPeriod: 'HOURLY', startTime, endTime: { ...startTime, hours: 9 } },
        dimensions: ['versionCode', 'deviceType'],
        metrics: ['crashRate', 'userPerceivedCrashRate', 'distinctUsers'],
        filter: 'versionCode = 42 AND deviceType = PHONE',
      };
      const sent = await Promise.all([
        stage.request('GET', '%/crashRateMetricSet'),
        stage.request('POST', '%/crashRateMetricSet:query', { body: query }),
        stage.request('GET', '%:fetchReleaseFilterOptions'),
      ]);
      const rows = answers.slice(1, -1).flatMap((page) => page['rows'] as object[]);
      expect([answers[0], { rows }, answers.at(-1)]).toEqual(sent.map(({ body }) => body));
      expect(rows).toHaveLength(3);
      expect(answers).toHaveLength(4);
    },
  );
});
