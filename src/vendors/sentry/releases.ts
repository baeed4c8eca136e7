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

const mostPages = 3;

/**
 * The names of the newest 300 releases that have this text in them, in any case and in any environment: one that nobody has used
 * yet is in none.
 * @throws SentryRefusal; VendorError
 */
export async function listReleases(sentry: Sentry, part: string): Promise<readonly string[]> {
  const question = {
    operation: 'list the releases',
    path: path`/releases/`,
    query: [['query', part] as const],
    within: 'projects' as const,
  };
  const found: string[][] = [];
  for await (const page of sentry.pages(question, versions)) {
    found.push(page.map(({ version }) => version));
    if (found.length === mostPages) break;
  }
  return found.flat();
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
  const found = await readRelease(sentry, release, details, ['health', 'adoptionStages']);
  if (found === undefined) return undefined;
  const { projects, adoptionStages } = found;
  return projects
    .filter(({ slug }) => sentry.projects.includes(slug))
    .map(({ slug, healthData }) => ({
      project: slug,
      ofUsers: toShare(healthData?.adoption),
      ofSessions: toShare(healthData?.sessionsAdoption),
      stage: adoptionStages.get(slug) ?? null,
    }));
}

/**
 * Whether Sentry has a release of exactly this name in the projects, used or not.
 * @throws SentryRefusal; VendorError
 */
export async function hasRelease(sentry: Sentry, release: string): Promise<boolean> {
  const found = await readRelease(sentry, release, bare, []);
  return found?.version === release && found.projects.some(({ slug }) => sentry.projects.includes(slug));
}

const bare = record({ version: text(500), projects: list(record({ slug: text(200) }, 'ignored')) }, 'ignored');

async function readRelease<T>(
  sentry: Sentry,
  release: string,
  shape: Shape<T>,
  extras: readonly string[],
): Promise<T | undefined> {
  const question = {
    operation: 'read the release',
    path: path`/releases/${release}/`,
    query: extras.map((name) => [name, '1'] as const),
    // It takes one project at most, and tells all of them.
    within: 'organization' as const,
  };
  try {
    return await sentry.read(question, shape);
  } catch (error) {
    if (error instanceof SentryRefusal && error.details.status === 404) return undefined;
    throw error;
  }
}

/** Users are estimated, those of the release apart from those of all: a share may come out above 1. */
function toShare(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.min(1, value / 100);
}
