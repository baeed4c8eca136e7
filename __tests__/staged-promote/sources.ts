import { createPrometheusEmulator, type PrometheusEmulator } from '#emulators/prometheus/server';
import { createSentryEmulator, type SentryEmulator } from '#emulators/sentry/server';
import type { AscEmulator } from '#emulators/app-store-connect/server';
import { findAll } from '#emulators/app-store-connect/state';
import { createSentryWorld } from '#emulators/sentry/world';
import type { LogEntry } from '#emulators/base/request-log';
import type { Mode, Seen } from '../support/scenario.ts';
import { CODE, openStage, PACKAGE, TAG, type Stage, type StageOptions } from './stage.ts';

export const hour = 3_600_000;
export const APP_ID = '1500000001';
const password = 'canary-password-of-prometheus';

export type Source = 'sentry' | 'play-vitals' | 'reviews' | 'prometheus';
export const sourceNames: readonly Source[] = ['sentry', 'play-vitals', 'reviews', 'prometheus'];

/** A stage with every source of health beside the stores, on the same clock. */
export interface SourcesStage {
  readonly stage: Stage;
  readonly sentry: SentryEmulator;
  readonly prometheus: PrometheusEmulator;
  /** A gate of the source, as a policy has it. */
  readonly gate: (source: Source, more?: string) => string;
  /** Adds what users of the release do, hour by hour from the begin, a share of them bad. @param ratings an hour, default 10 */
  readonly fill: (source: Source, hours: number, share: number, ratings?: number) => void;
  readonly run: (mode: Mode, policy: string, inputs?: Readonly<Record<string, string>>) => Promise<Seen>;
  /** Secrets that stand where nobody should read them. */
  readonly findLeaks: (seen: Seen) => readonly string[];
  /** Requests to everybody since the last call. */
  readonly takeRequests: () => readonly LogEntry[];
  readonly stop: () => Promise<void>;
}

/** Apple's id of a version. */
export function findVersion(apple: AscEmulator, version: string): string | undefined {
  return findAll(apple.snapshot(), 'appStoreVersions', ({ attributes }) => attributes.versionString === version)[0]?.id;
}

export async function openSources(options: StageOptions): Promise<SourcesStage> {
  const stage = await openStage(options);
  const { clock } = stage;
  const begun = clock.now();
  const world = createSentryWorld();
  world.addOrganization('acme');
  world.addProject('acme', 'tracker');
  world.addRelease('acme', TAG, { project: 'tracker', createdAt: new Date(begun).toISOString() });
  const token = world.addToken('acme', 'integration');
  const sentry = createSentryEmulator({ world, clock });
  const pair = Buffer.from(`slipway:${password}`).toString('base64');
  const prometheus = createPrometheusEmulator({ clock, authorization: `Basic ${pair}` });
  await Promise.all([sentry.start(), prometheus.start()]);
  let taken = 0;
  let reviews = 0;
  const at = (hours: number, minutes = 0): string =>
    new Date(Math.floor(begun / hour) * hour + hours * hour + minutes * 60_000).toISOString();
  const version = 'version="2.15.3"';

  const fill: SourcesStage['fill'] = (source, hours, share, ratings = 10) => {
    const all = Array.from({ length: hours }, (_, index) => index);
    switch (source) {
      case 'sentry':
        for (const index of all) {
          const crashed = Math.round(4_000 * share);
          const sessions = { healthy: 4_000 - crashed, crashed };
          sentry.ingestion.addSessions('acme', { project: 'tracker', release: TAG, at: at(index, 20), sessions });
        }
        return;
      case 'play-vitals':
        for (const index of all)
          stage.play.console.addVitals(PACKAGE, {
            hour: at(index),
            versionCode: CODE,
            users: 20_000,
            anrUsers: Math.round(20_000 * share),
          });
        return;
      case 'reviews':
        for (const index of all.flatMap((one) => Array.from({ length: ratings }, () => one))) {
          reviews += 1;
          const isBad = reviews % 10 < Math.round(10 * share);
          const stars = isBad ? 1 : 5;
          const wroteAt = at(index, 30);
          stage.play.console.addReviews(PACKAGE, {
            id: `r${reviews}`,
            stars,
            at: wroteAt,
            text: 'So it is.',
            versionCode: CODE,
          });
          const versionId = stage.apple === undefined ? undefined : findVersion(stage.apple, '2.15.3');
          if (versionId !== undefined)
            stage.apple?.console.addReviews(APP_ID, { rating: stars, createdDate: wroteAt, versionId });
        }
        return;
      case 'prometheus': {
        const series = (count: number) => ({
          series: [{ metric: {}, values: Object.fromEntries(all.map((index) => [at(index + 1), `${count}`])) }],
        });
        prometheus.answer(`sum(increase(bad_total{${version}}[3600s]))`, series(Math.round(10_000 * share)));
        prometheus.answer(`sum(increase(all_total{${version}}[3600s]))`, series(10_000));
      }
    }
  };

  const counts = (name: string): string => `'sum(increase(${name}_total{version="{{version}}"}[{{step}}]))'`;
  const gates: Readonly<Record<Source, () => string>> = {
    sentry: () => 'crash: { source: sentry, max: 0.5%, organization: acme, project: tracker',
    'play-vitals': () => 'anr: { source: play-vitals, max: 0.5%',
    reviews: () => 'one-star: { source: reviews, max: 5%',
    prometheus: () =>
      `errors: { source: prometheus, unit: request, max: 1%, url: "${prometheus.url}", bad: ${counts('bad')}, total: ${counts('all')}`,
  };

  return {
    stage,
    sentry,
    prometheus,
    gate: (source, more = '') => `${gates[source]()}${more === '' ? '' : `, ${more}`} }`,
    fill,
    run: async (mode, policy, inputs = {}) =>
      stage.run(
        mode,
        { 'sentry-token': token, 'prometheus-user': 'slipway', 'prometheus-token': password, ...inputs },
        { policy, env: { SLIPWAY_SENTRY_API: sentry.url } },
      ),
    findLeaks: ({ log, summary, outputs, annotations, raw }) => {
      const places = {
        log,
        summary,
        outputs: JSON.stringify(outputs),
        annotations: JSON.stringify(annotations),
        // What the runner is told to mask is told by the secret itself.
        raw: raw.replaceAll(/^::add-mask::.*$/gm, ''),
        ledger: JSON.stringify(stage.ledger()),
      };
      const secrets = { token, password, pair };
      return Object.entries(places).flatMap(([place, text]) =>
        Object.entries(secrets).flatMap(([name, secret]) => (text.includes(secret) ? [`${name} in ${place}`] : [])),
      );
    },
    takeRequests: () => {
      const everything = [...stage.requests(), ...sentry.log.entries(), ...prometheus.log.entries()];
      const since = everything.filter(({ at: time }) => Date.parse(time) >= taken);
      taken = clock.now() + 1;
      return since;
    },
    stop: async () => {
      await Promise.all([stage.stop(), sentry.stop(), prometheus.stop()]);
    },
  };
}
