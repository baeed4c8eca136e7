import { refuse } from './refusals.ts';
import { readProjects, type Call } from './routing.ts';
import { DAY, startOf, sumOf, total, userRows, type Counts, type SessionRow } from './sessions.ts';
import type { Project, Release } from './state.ts';

const HOUR = 3_600_000;

/** https://docs.sentry.io/api/releases/retrieve-an-organizations-release/, with its default. */
const PERIODS: Readonly<Record<string, number>> = {
  '1h': HOUR,
  '1d': DAY,
  '24h': DAY,
  '2d': 2 * DAY,
  '48h': 2 * DAY,
  '7d': 7 * DAY,
  '14d': 14 * DAY,
  '30d': 30 * DAY,
  '90d': 90 * DAY,
};

/** A release as the API shows it; health and adoption stages only where they are asked for. */
export function renderRelease(call: Call, release: Release): Record<string, unknown> {
  const asked = readProjects(call);
  const projects = asked.filter(({ slug }) => release.projects.includes(slug));
  const at = release.version.lastIndexOf('@');
  const raw = release.version.slice(at + 1);
  return {
    id: release.id,
    version: release.version,
    status: 'open',
    shortVersion: raw,
    versionInfo: {
      package: at > 0 ? release.version.slice(0, at) : null,
      version: { raw },
      description: raw,
      buildHash: null,
    },
    ref: null,
    url: null,
    dateReleased: null,
    dateCreated: new Date(release.createdAt).toISOString(),
    data: {},
    newGroups: 0,
    owner: null,
    commitCount: 0,
    lastCommit: null,
    deployCount: 0,
    lastDeploy: null,
    authors: [],
    projects: projects.map((project) => renderProject(call, release, project)),
    firstEvent: null,
    lastEvent: null,
    currentProjectMeta: {},
    userAgent: null,
    ...(isOn(call, 'adoptionStages') ? { adoptionStages: renderStages(call, release, projects) } : {}),
  };
}

function isOn({ value }: Call, name: string): boolean {
  return ['1', 'true'].includes(value(name) ?? '');
}

function renderProject(call: Call, { version }: Release, { id, slug }: Project): Record<string, unknown> {
  const rows = call.rows.filter(({ project }) => project === id);
  const own = rows.filter(({ release }) => release === version);
  return {
    id,
    slug,
    name: slug,
    newGroups: 0,
    platform: 'react-native',
    platforms: ['react-native'],
    hasHealthData: own.length > 0,
    ...(isOn(call, 'health') ? { healthData: renderHealth(call, rows, own) } : {}),
  };
}

/** Rates and adoption are percent here, unlike those of sessions; null is no data. */
function renderHealth(call: Call, rows: readonly SessionRow[], own: readonly SessionRow[]): Record<string, unknown> {
  const period = call.value('summaryStatsPeriod') ?? '14d';
  const width = PERIODS[period];
  if (width === undefined) throw refuse(400, `Invalid summaryStatsPeriod: '${period}'`);
  const since = (list: readonly SessionRow[], span: number): readonly SessionRow[] =>
    list.filter(({ at }) => at >= call.now - span);
  const sessions = sumSessions(since(own, width));
  const users = sumUsers(since(own, width));
  const [day, all] = [since(own, DAY), since(rows, DAY)];
  const known = (count: number): number | null => (own.length === 0 ? null : count);
  return {
    durationP50: null,
    durationP90: null,
    crashFreeUsers: percent(total(users) - users.crashed, total(users)),
    crashFreeSessions: percent(total(sessions) - sessions.crashed, total(sessions)),
    totalUsers: known(total(users)),
    totalUsers24h: known(total(sumUsers(day))),
    totalProjectUsers24h: known(total(sumUsers(all))),
    totalSessions: known(total(sessions)),
    totalSessions24h: known(total(sumSessions(day))),
    totalProjectSessions24h: known(total(sumSessions(all))),
    adoption: own.length === 0 ? null : percent(total(sumUsers(day)), total(sumUsers(all))),
    sessionsAdoption: own.length === 0 ? null : percent(total(sumSessions(day)), total(sumSessions(all))),
    sessionsCrashed: sessions.crashed,
    sessionsErrored: sessions.errored,
    hasHealthData: own.length > 0,
    stats: {},
  };
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}

function sumSessions(rows: readonly SessionRow[]): Counts {
  return sumOf(rows.map(({ sessions }) => sessions));
}

function sumUsers(rows: readonly SessionRow[]): Counts {
  return sumOf(userRows(rows, HOUR).map(({ users }) => users));
}

/** From this share of an environment's sessions in an hour on, a release counts as adopted: docs/unverified.md. */
const ADOPTED = 0.1;

function renderStages(call: Call, { version }: Release, projects: readonly Project[]): Record<string, unknown> {
  return Object.fromEntries(
    projects.map(({ id, slug }) => {
      const rows = call.rows.filter(({ project }) => project === id);
      const hours = [...new Set(rows.map(({ at }) => startOf(HOUR, at)))].toSorted((one, other) => one - other);
      const adopted = hours.filter((hour) => {
        const within = rows.filter(({ at }) => startOf(HOUR, at) === hour);
        const own = total(sumSessions(within.filter(({ release }) => release === version)));
        return own > 0 && own >= ADOPTED * total(sumSessions(within));
      });
      const [first, last] = [adopted[0], adopted.at(-1)];
      const lost = last === undefined ? undefined : hours.find((hour) => hour > last);
      return [
        slug,
        {
          stage: first === undefined ? 'low_adoption' : lost === undefined ? 'adopted' : 'replaced',
          adopted: first === undefined ? null : new Date(first).toISOString(),
          unadopted: lost === undefined ? null : new Date(lost).toISOString(),
        },
      ];
    }),
  );
}
