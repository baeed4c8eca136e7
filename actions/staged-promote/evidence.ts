import { estimateOverdispersion, type Overdispersion } from '#health/overdispersion';
import type { Bucket, Report, SourceError, Tally } from '#health/report';
import { ConfigurationError, ForeseenError } from '#kit/errors';
import type { ReleaseId } from '#rollout/entries';
import { gatesOf } from '#rollout/gates';
import type { GatePolicy, PlatformPolicy, Policy } from '#rollout/policy';
import { fillReleaseName } from '#rollout/release-name';
import { snapshotEveryMs } from '#rollout/snapshot';
import type { PlatformState } from '#rollout/state';
import type { Sight } from '#rollout/world';
import type { ReviewMemory } from '#vendors/play-vitals/review-memory';
import type { Credentials } from '#vendors/prometheus/client';
import type { PromoteContext } from './context.ts';
import { messages } from './messages.ts';
import type { Stores } from './stores.ts';

const dayMs = 86_400_000;

export interface Evidence {
  readonly reports: Readonly<Record<string, Report | SourceError>>;
  /** Of Google Play's reviews, for the next look. */
  readonly reviews?: ReviewMemory;
}

export interface Subject {
  readonly policy: Policy;
  readonly platform: PlatformPolicy;
  readonly release: ReleaseId;
  readonly state: PlatformState;
}

interface Asking extends Subject {
  readonly gate: GatePolicy;
  readonly releaseName: string;
  readonly start: number;
  readonly end: number;
}

/** Asks every gate of a platform, all at once; one that fails is a source without an answer, and never good news. */
export async function gatherEvidence(
  context: PromoteContext,
  stores: Stores,
  subject: Subject,
  sight: Sight,
): Promise<Evidence> {
  const { policy, platform, release, state } = subject;
  const now = context.clock.now();
  const gates = gatesOf(policy, platform);
  const { memory, artifact } = state;
  // Nobody had it before now: there is nothing to be asked.
  if (memory === null)
    return { reports: Object.fromEntries(gates.map(({ name }) => [name, { buckets: [], freshUntil: now }])) };
  const releaseName = fillReleaseName(policy, platform, release, artifact);
  let reviews: ReviewMemory | undefined;
  const asked = await Promise.all(
    gates.map(async (gate): Promise<readonly [string, Report | SourceError]> => {
      const asking: Asking = { ...subject, gate, releaseName, start: memory.epoch.startedAt, end: now };
      try {
        if (gate.source.kind !== 'reviews') return [gate.name, await ask(context, stores, asking)];
        const answer = await askReviews(context, stores, asking, sight);
        reviews = answer.memory ?? reviews;
        return [gate.name, answer.report];
      } catch (error) {
        if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
        const [{ id, text, cure }] = error.notes;
        context.log.info(`${platform.name}: gate ${gate.name}: ${text.replace(/\.?$/, '.')} ${cure} [${id}]`);
        return [gate.name, { error: error.notes[0].text }];
      }
    }),
  );
  return { reports: Object.fromEntries(asked), ...(reviews === undefined ? {} : { reviews }) };
}

async function ask(context: PromoteContext, stores: Stores, asking: Asking): Promise<Report> {
  const { gate, state, releaseName, start, end, platform } = asking;
  const { name, unit, source } = gate;
  const { baseline, artifact } = state;
  const previous = baseline === null ? [] : [baseline.releaseName];
  switch (source.kind) {
    case 'sentry': {
      const [{ createSentry }, { askSentry }] = await Promise.all([
        import('#vendors/sentry/client'),
        import('#vendors/sentry/source'),
      ]);
      const { inputs, http, clock, log, environment: variables, vault } = context;
      const { organization, projects, environment, at } = source;
      const token = inputs.sentryToken;
      if (token === '') throw new ConfigurationError(messages['source-credentials-missing'](name, 'sentry-token'));
      const sentry = createSentry({
        ...{ http: http(), clock, log, variables, vault, token, organization, projects },
        ...(environment === undefined ? {} : { environment }),
        ...(at === 'us' || at === 'de' ? { region: at } : { selfHosted: at }),
      });
      return askSentry(sentry, { gate: name, release: releaseName, previous, unit, start, end });
    }
    case 'play-vitals': {
      if (platform.store !== 'google-play' || artifact.store !== 'google-play')
        throw new TypeError('Vitals are of Google Play.');
      const { askVitals } = await import('#vendors/play-vitals/source');
      return askVitals(await stores.vitals(platform.package), {
        gate: name,
        versionCodes: [artifact.versionCode],
        previous: baseline?.versionCodes ?? [],
        measure: source.measure,
        unit,
        testers: state.productionAt === null,
        start,
        end,
      });
    }
    case 'prometheus': {
      const [{ createPrometheus }, { askPrometheus }] = await Promise.all([
        import('#vendors/prometheus/client'),
        import('#vendors/prometheus/source'),
      ]);
      const { http, clock, log, vault, inputs } = context;
      const { prometheusUser: user, prometheusToken: token } = inputs;
      const credentials = toCredentials(user, token);
      const prometheus = createPrometheus({
        ...{ http: http(), clock, log, vault, address: source.url },
        ...(credentials === undefined ? {} : { credentials }),
      });
      const { bad, beside, step, settle } = source;
      return askPrometheus(
        prometheus,
        { queries: { bad, ...beside }, step, settle },
        { gate: name, release: releaseName, previous, start, end },
      );
    }
    case 'command': {
      const { askCommand } = await import('#vendors/command/source');
      const { exec, inputs, environment } = context;
      return askCommand(
        {
          ...{ exec, environment, run: source.run, folder: inputs.workingDirectory },
          passEnv: inputs.passEnv,
          timeoutMs: source.timeout,
        },
        {
          gate: name,
          release: releaseName,
          unit,
          start,
          end,
          ...(previous[0] === undefined ? {} : { previous: previous[0] }),
        },
      );
    }
    case 'reviews':
      throw new TypeError('Reviews are asked for by themselves.');
  }
}

function toCredentials(user: string, token: string): Credentials | undefined {
  if (token === '') return undefined;
  return user === '' ? { kind: 'bearer', token } : { kind: 'basic', user, password: token };
}

/** Reviews show within a day, so Google's are asked for every six hours, and remembered in between. */
async function askReviews(
  context: PromoteContext,
  stores: Stores,
  { platform, state, start }: Asking,
  sight: Sight,
): Promise<{ readonly report: Report | SourceError; readonly memory?: ReviewMemory }> {
  const now = context.clock.now();
  const { artifact, baseline, reviews, snapshotAt, joinedAt } = state;
  if (platform.store === 'app-store') {
    if ('error' in sight) return { report: sight };
    const version = sight.store === 'app-store' ? sight.version : null;
    // Only in TestFlight so far, and who tests writes no reviews.
    if (version === null) return { report: { buckets: [], freshUntil: now } };
    const { countReviews, toReport } = await import('#vendors/app-store-connect/customer-reviews');
    const days = await countReviews(await stores.connect(), version.id, start);
    return { report: toReport(days, now) };
  }
  if (artifact.store !== 'google-play') throw new TypeError('An app of Google Play has version codes.');
  const window = { versionCodes: [artifact.versionCode], previous: baseline?.versionCodes ?? [], since: start };
  const { lookedAt } = reviews;
  if (lookedAt === null || now - (snapshotAt ?? joinedAt) >= snapshotEveryMs) {
    const { askReviews: askPlay } = await import('#vendors/play-vitals/reviews-source');
    return askPlay(await stores.vitals(platform.package), window, reviews);
  }
  const { toReport } = await import('#vendors/play-vitals/review-memory');
  return { report: toReport({ reviews: reviews.reviews, lookedAt }, window) };
}

/**
 * How much the bad units of the release before cluster, by gate: measured once, when the first user gets the new one, over the week
 * before.
 */
export async function measureBefore(
  context: PromoteContext,
  stores: Stores,
  subject: Subject,
): Promise<Readonly<Record<string, Overdispersion>>> {
  const counted = Object.entries(await countBefore(context, stores, subject));
  return Object.fromEntries(
    counted.map(([name, buckets]) => {
      const unit = subject.policy.gates.find((gate) => gate.name === name)?.unit ?? 'session';
      return [name, estimateOverdispersion(buckets satisfies readonly Tally[], { unit })];
    }),
  );
}

/** What the gates counted of the release before, over the last week. A gate that cannot tell is left out. */
export async function countBefore(
  context: PromoteContext,
  stores: Stores,
  subject: Subject,
): Promise<Readonly<Record<string, readonly Bucket[]>>> {
  const { policy, platform, state } = subject;
  const { baseline } = state;
  if (baseline === null) return {};
  const now = context.clock.now();
  const counted = await Promise.all(
    gatesOf(policy, platform).map(async (gate): Promise<readonly (readonly [string, readonly Bucket[]])[]> => {
      if (gate.source.kind === 'reviews') return [];
      const versionCode = baseline.versionCodes[0];
      const before: PlatformState = {
        ...state,
        baseline: null,
        productionAt: now,
        artifact: versionCode === undefined ? state.artifact : { store: 'google-play', versionCode },
      };
      const asking: Asking = {
        ...subject,
        state: before,
        gate,
        releaseName: baseline.releaseName,
        start: now - 7 * dayMs,
        end: now,
      };
      try {
        return [[gate.name, (await ask(context, stores, asking)).buckets]];
      } catch (error) {
        if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
        context.log.info(
          `${platform.name}: gate ${gate.name}: the release before could not be measured: ${error.notes[0].text}`,
        );
        return [];
      }
    }),
  );
  return Object.fromEntries(counted.flat());
}
