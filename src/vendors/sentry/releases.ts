import { list, nullable, number, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import { path } from './client.ts';
import type { Sentry } from './client.ts';
import { SentryRefusal } from './refusals.ts';
import { dayMs, readSessions } from './sessions.ts';

/** How much of a project's use a release has. */
export interface Adoption {
  /** Slug of the project. */
  readonly project: string;
  /** Shares (0 to 1) of the last 24 h; null without data, which is not 0. */
  readonly ofUsers: number | null;
  readonly ofSessions: number | null;
  /** "low_adoption", "adopted", "replaced"; null where Sentry does not say. */
  readonly stage: string | null;
}

const versions = list(record({ version: text(500) }, 'ignored'));

/**
 * The names of releases that have this text in them, in any case.
 * @throws SentryRefusal; VendorError
 */
export async function listReleases(sentry: Sentry, part: string): Promise<readonly string[]> {
  const names: string[] = [];
  const question = { operation: 'list the releases', path: path`/releases/`, query: [['query', part] as const] };
  for await (const page of sentry.pages(question, versions)) names.push(...page.map(({ version }) => version));
  return names;
}

/** A release with sessions. */
export interface Use {
  readonly release: string;
  readonly sessions: number;
}

const usedDays = 7;

/**
 * The releases that had sessions in the last seven days (UTC), the most used first: the one before a new release is among them.
 * By day, so that some hundred of them fit into one answer.
 * @throws SentryRefusal; VendorError
 */
export async function listUsed(sentry: Sentry): Promise<readonly Use[]> {
  const end = Math.ceil(sentry.clock.now() / dayMs) * dayMs;
  const span = { start: end - usedDays * dayMs, end, step: dayMs };
  const operation = 'see which releases are in use';
  const groups = await readSessions(sentry, { operation, span, field: 'sum(session)', groupBy: ['release'] });
  return groups
    .map(({ release = '', series }) => ({
      release,
      sessions: series.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    }))
    .filter(({ release, sessions }) => release !== '' && sessions > 0)
    .toSorted((one, other) => other.sessions - one.sessions);
}

function optional<T>(shape: Shape<T>): Shape<T | null> {
  return (value, where) => (value === undefined ? null : nullable(shape)(value, where));
}

/** Percent here, although rates of sessions are fractions: https://docs.sentry.io/api/releases/retrieve-an-organizations-release/ */
const percent = optional(number('any', 0, Number.MAX_SAFE_INTEGER));
const details = record(
  {
    projects: list(
      record(
        {
          slug: text(200),
          healthData: optional(record({ adoption: percent, sessionsAdoption: percent }, 'ignored')),
        },
        'ignored',
      ),
    ),
    adoptionStages: (value: unknown, where: string) => readStages(value, where),
  },
  'ignored',
);

const stageShape = optional(record({ stage: optional(text(100)) }, 'ignored'));

function readStages(value: unknown, where: string): ReadonlyMap<string, string | null> {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).map(([slug, stage]) => [slug, stageShape(stage, `${where}.${slug}`)?.stage ?? null]),
  );
}

/**
 * The adoption of a release in each of the projects that it is in, over all environments, since Sentry documents no filter for it
 * here; undefined for a release that Sentry does not know.
 * A token of CI (org:ci) is enough.
 * @throws SentryRefusal; VendorError
 */
export async function readAdoption(sentry: Sentry, release: string): Promise<readonly Adoption[] | undefined> {
  const question = {
    operation: 'read the release',
    path: path`/releases/${release}/`,
    query: [['health', '1'] as const, ['adoptionStages', '1'] as const],
    everywhere: true,
  };
  try {
    const { projects, adoptionStages } = await sentry.read(question, details);
    return projects
      .filter(({ slug }) => sentry.projects.includes(slug))
      .map(({ slug, healthData }) => ({
        project: slug,
        ofUsers: toShare(healthData?.adoption),
        ofSessions: toShare(healthData?.sessionsAdoption),
        stage: adoptionStages.get(slug) ?? null,
      }));
  } catch (error) {
    if (error instanceof SentryRefusal && error.details.status === 404) return undefined;
    throw error;
  }
}

/** Users are estimated, those of the release apart from those of all: a share may come out above 1. */
function toShare(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.min(1, value / 100);
}
