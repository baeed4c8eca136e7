import { describe, expect, test } from '@jest/globals';
import type { SentryWorld } from '#emulators/sentry/world';
import { VendorError } from '#kit/errors';
import { findAddress } from '#vendors/sentry/address';
import { hasRelease, listReleases, listUsed, readAdoption } from '#vendors/sentry/releases';
import { askSentry } from '#vendors/sentry/source';
import { startServer } from '../../support/server.ts';
import { fillTwoHours, previous, question, release, speakWith, withSentry } from './stage.ts';
import type { ClientStage } from './stage.ts';

describe('where it asks', () => {
  test.each([
    [{}, 'https://sentry.io'],
    [{ region: 'us' as const }, 'https://us.sentry.io'],
    [{ region: 'de' as const }, 'https://de.sentry.io'],
    [{ selfHosted: 'https://sentry.example.com/' }, 'https://sentry.example.com'],
    [{ selfHosted: 'http://sentry.lan:9000' }, 'http://sentry.lan:9000'],
  ])('%j', (place, address) => {
    expect(findAddress(place, {})).toBe(address);
    expect(findAddress(place, { SLIPWAY_SENTRY_API: 'http://127.0.0.1:9/' })).toBe('http://127.0.0.1:9');
  });

  test.each(['sentry.example.com', 'ftp://sentry', 'https://a:b@sentry', 'https://sentry/api/0', 'https://sentry/?x'])(
    'not at %s',
    (selfHosted) => {
      expect(() => findAddress({ selfHosted }, {})).toThrow(`"${selfHosted}" cannot be the address`);
    },
  );

  test('an environment redirects to this machine and nowhere else', () => {
    expect(() => findAddress({}, { SLIPWAY_SENTRY_API: 'https://sentry.example.com' })).toThrow('only to this machine');
  });

  test('a redirect is told, and the token does not follow it', async () => {
    const other = await startServer((_, response) => response.end('{}'));
    const first = await startServer((_, response) => response.writeHead(302, { location: `${other.url}/x` }).end());
    try {
      await withSentry({}, async ({ connect }) => {
        const sentry = connect({ variables: {}, selfHosted: first.url });
        const asking = listReleases(sentry, 'x');
        await expect(asking).rejects.toMatchObject({ notes: [{ id: 'sentry-redirected' }] });
        await expect(asking).rejects.toThrow(`points to "${other.url}/x"`);
      });
      expect([first.requests.length, other.requests.length]).toEqual([1, 0]);
    } finally {
      await first.stop();
      await other.stop();
    }
  });
});

describe('what a refusal means', () => {
  const cases: readonly [id: string, options: object, said: string][] = [
    ['sentry-unauthorized', { token: 'sntryi_revoked' }, 'Invalid token'],
    ['sentry-forbidden', { projects: ['trakcer'] }, 'for the project "trakcer"'],
    ['sentry-not-found', { organization: 'acmee' }, 'knows no project "tracker" of "acmee"'],
    ['sentry-not-found', { environment: 'prod' }, 'environment "prod"'],
  ];
  test.each(cases)('%s %j', async (id, options, said) => {
    await withSentry({ fill: fillTwoHours }, async ({ connect, asked }) => {
      const asking = askSentry(connect(options), question);
      await expect(asking).rejects.toThrow(VendorError);
      await expect(asking).rejects.toMatchObject({ notes: [{ id }] });
      await expect(asking).rejects.toThrow(said);
      // The same request would get the same answer.
      expect(asked().length).toBeLessThanOrEqual(2);
    });
  });

  test('a token of CI reads adoption and no sessions, and is told apart', async () => {
    let token = '';
    const prepare = (world: SentryWorld): void => {
      token = world.addToken('acme', 'organization');
    };
    await withSentry({ prepare, fill: fillTwoHours }, async ({ connect, secrets }) => {
      await expect(askSentry(connect({ token }), question)).rejects.toMatchObject({
        notes: [{ id: 'sentry-token-of-ci', cure: expect.stringContaining('internal integration') }],
      });
      expect(await readAdoption(connect({ token }), release)).toHaveLength(1);
      expect(secrets).toContain(token);
    });
  });

  test('an object for a detail, a page and a bad request are told as they are', async () => {
    const sso = { detail: { code: 'sso-required', message: 'Must login via SSO' } };
    const ask = async (body: string, status: number): Promise<unknown> =>
      listReleases(speakWith(() => new Response(body, { status })).sentry, 'x');
    await expect(ask(JSON.stringify(sso), 401)).rejects.toThrow('Must login via SSO');
    await expect(ask('<html>\n  blocked</html>', 403)).rejects.toThrow('<html> blocked</html>');
    await expect(ask('{"detail":"Invalid cursor parameter."}', 400)).rejects.toMatchObject({
      notes: [{ id: 'sentry-refused', text: expect.stringContaining('400') }],
      details: { status: 400, ambiguous: false },
    });
  });

  test('a limit that two requests at once exceed is waited out', async () => {
    await withSentry({ fill: fillTwoHours, limit: { limit: 1, window: 1 } }, async ({ connect, emulator }) => {
      expect((await askSentry(connect(), question)).buckets).toHaveLength(2);
      expect(emulator.log.entries().some(({ status }) => status === 429)).toBe(true);
    });
  });

  test('too many requests are waited for, and told when it does not help', async () => {
    let refused = 2;
    const patient = speakWith(() =>
      refused-- > 0 ? new Response('{}', { status: 429 }) : new Response('[]', { headers: { link: last } }),
    );
    expect(await listReleases(patient.sentry, 'x')).toEqual([]);
    const { sentry, urls } = speakWith(() => new Response('{"detail":"too frequently"}', { status: 429 }));
    await expect(listReleases(sentry, 'x')).rejects.toMatchObject({ notes: [{ id: 'sentry-rate-limited' }] });
    expect(urls).toHaveLength(5);
  });
});

const last = '<https://sentry.io/x>; rel="next"; results="false"; cursor="0:100:0"';

describe('pages', () => {
  test('are read to the last, at the same address whatever a link says', async () => {
    const links = ['true', 'false'].map(
      (results, index) =>
        `<https://sentry.io/x?a=1,2>; rel="previous"; results="false"; cursor="0:0:1", <https://evil.example/x>; rel="next"; results="${results}"; cursor="0:${index + 1}00:0"`,
    );
    const { sentry, urls } = speakWith((url) => {
      const page = url.searchParams.get('cursor') === '0:100:0' ? 1 : 0;
      return new Response(JSON.stringify([{ version: `v${page}` }]), { headers: { link: links[page] ?? '' } });
    });
    expect(await listReleases(sentry, 'v')).toEqual(['v0', 'v1']);
    expect(urls.map(({ host }) => host)).toEqual(['sentry.io', 'sentry.io']);
    expect(urls.map(({ searchParams }) => searchParams.get('query'))).toEqual(['v', 'v']);
  });

  test('without a word on whether there are more are no list, and three are enough', async () => {
    const silent = speakWith(() => new Response('[]'));
    await expect(listReleases(silent.sentry, 'x')).rejects.toThrow('does not say whether the list goes on');
    const more = last.replace('"false"', '"true"');
    const endless = speakWith(() => new Response('[{"version":"x"}]', { headers: { link: more } }));
    expect(await listReleases(endless.sentry, 'x')).toEqual(['x', 'x', 'x']);
    expect(endless.urls).toHaveLength(3);
  });
});

test('releases in use are listed, the most used first', async () => {
  const fill = (stage: ClientStage): void => {
    fillTwoHours(stage);
    stage.add(
      { at: '2026-11-18T00:00:00Z', sessions: { healthy: 30 } },
      { at: '2026-11-17T23:59:59Z', release: 'long@ago', sessions: { healthy: 9_000 } },
    );
  };
  await withSentry({ fill }, async ({ connect }) => {
    expect(await listUsed(connect())).toEqual([
      { release: previous, sessions: 1_900 },
      { release, sessions: 330 },
    ]);
  });
});

describe('adoption', () => {
  test('is a share, by project, over all environments, and null without data', async () => {
    const { sentry, urls } = speakWith(
      () =>
        new Response(
          JSON.stringify({
            projects: [
              { slug: 'tracker', healthData: { adoption: 2.5, sessionsAdoption: null } },
              { slug: 'elsewhere', healthData: null },
            ],
            adoptionStages: { tracker: { stage: 'low_adoption', adopted: null, unadopted: null } },
          }),
        ),
    );
    expect(await readAdoption(sentry, 'a b@1+2')).toEqual([
      { project: 'tracker', ofUsers: 0.025, ofSessions: null, stage: 'low_adoption' },
    ]);
    expect(urls[0]?.pathname).toBe('/api/0/organizations/acme/releases/a%20b%401%2B2/');
  });

  test('as the emulator computes it, and undefined for a release that is not there', async () => {
    const at = '2026-11-24T11:00:00Z';
    const fill = ({ add }: ClientStage): void =>
      add(
        { at, sessions: { healthy: 5 } },
        { at, release: previous, environment: 'beta', sessions: { healthy: 95 }, users: { healthy: 45 } },
      );
    await withSentry({ fill }, async ({ connect }) => {
      expect(await readAdoption(connect(), release)).toEqual([
        { project: 'tracker', ofUsers: 0.1, ofSessions: 0.05, stage: 'low_adoption' },
      ]);
      expect(await readAdoption(connect(), `${release}0`)).toBeUndefined();
      expect(await readAdoption(connect({ projects: ['watch', 'tracker'] }), release)).toHaveLength(1);
      // It is there, and in no project that was asked for.
      expect(await hasRelease(connect({ projects: ['watch', 'tracker'] }), release)).toBe(true);
      expect(await hasRelease(connect({ projects: ['watch'] }), release)).toBe(false);
    });
  });
});
