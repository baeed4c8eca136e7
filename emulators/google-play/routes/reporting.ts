import { createHash } from 'node:crypto';
import { isRecord } from '../../base/data.ts';
import type { Answer } from '../../base/routes.ts';
import { BETA_DIMENSIONS, METRIC_SETS, PERIODS, type MetricSet } from '../metric-sets.ts';
import { refuse } from '../refusals.ts';
import { readFilter } from '../reporting-filter.ts';
import { makeRows, type Question } from '../reporting-rows.ts';
import { readTimeline, renderPoint } from '../reporting-timeline.ts';
import { lifecycleOf } from '../review.ts';
import { inApp, type AppCall, type PlayRoute } from '../routing.ts';
import { latestEnd, type Cohort } from '../vitals.ts';

const DOCS = 'https://developers.google.com/play/developer/reporting/reference/rest/v1beta1';
const APP = '/v1beta1/apps/{packageName}';
const NEEDS = { api: 'reporting', permission: 'CAN_ACCESS_APP' } as const;

/** Rows of a page where the query does not say, and the most that it gets: https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/vitals.crashrate/query. */
const PAGE = { standard: 1_000, most: 100_000 };

const FIELDS = ['timelineSpec', 'dimensions', 'metrics', 'filter', 'pageSize', 'pageToken'];

/** Google's names for kinds of tracks in `fetchReleaseFilterOptions`; other tracks are closed. */
const TRACK_TYPES: Readonly<Record<string, readonly [type: string, displayName: string]>> = {
  production: ['PRODUCTION', 'Production'],
  beta: ['OPEN_TESTING', 'Open testing'],
  internal: ['INTERNAL_TESTING', 'Internal testing'],
};

export const REPORTING_ROUTES: readonly PlayRoute[] = [
  ...METRIC_SETS.flatMap((set): PlayRoute[] => [
    {
      operation: `${set.method}.query`,
      method: 'POST',
      path: `${APP}/${set.name}:query`,
      reads: true,
      needs: NEEDS,
      source: `${set.source}/query`,
      handler: inApp((call) => query(call, set)),
    },
    {
      operation: `${set.method}.get`,
      method: 'GET',
      path: `${APP}/${set.name}`,
      needs: NEEDS,
      source: `${set.source}/get; https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/FreshnessInfo`,
      handler: inApp((call) => describe(call, set)),
    },
  ]),
  {
    operation: 'apps.fetchReleaseFilterOptions',
    method: 'GET',
    path: `${APP}:fetchReleaseFilterOptions`,
    needs: NEEDS,
    source: `${DOCS}/apps/fetchReleaseFilterOptions`,
    handler: inApp(listReleases),
  },
];

function describe({ app, now }: AppCall, set: MetricSet): Answer {
  const freshnesses = PERIODS.map((period) => ({
    aggregationPeriod: period,
    latestEndTime: renderPoint(period, latestEnd(app.vitals, period, now)),
  }));
  return { status: 200, body: { name: `apps/${app.packageName}/${set.name}`, freshnessInfo: { freshnesses } } };
}

function query(call: AppCall, set: MetricSet): Answer {
  const { app, body } = call;
  const question = readQuestion(call, set);
  const asked = sign({ ...body, pageToken: undefined });
  const from = readToken(body['pageToken'], asked);
  const size = readPageSize(body['pageSize']);
  const rows = makeRows(app.vitals, question);
  const page = rows.slice(from, from + size);
  return {
    status: 200,
    body: {
      ...(page.length === 0 ? {} : { rows: page }),
      ...(from + size < rows.length ? { nextPageToken: writeToken(from + size, asked) } : {}),
    },
  };
}

function readQuestion({ request, app, body, now }: AppCall, set: MetricSet): Question {
  if (!isRecord(request.body)) throw refuse('INVALID_ARGUMENT', 'Invalid JSON payload received.');
  const known = set.cohorts === null ? FIELDS : [...FIELDS, 'userCohort'];
  const unknown = Object.keys(body).find((field) => !known.includes(field));
  if (unknown !== undefined) {
    throw refuse('INVALID_ARGUMENT', `Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`);
  }
  const timeline = readTimeline(body['timelineSpec'], app.vitals, now);
  const cohort = readCohort(body['userCohort'], set);
  const allowed = cohort === 'OS_BETA' ? BETA_DIMENSIONS : set.dimensions;
  const dimensions = readNames('dimensions', body['dimensions'], allowed);
  const missing = set.required.find((dimension) => !dimensions.includes(dimension));
  if (missing !== undefined) throw refuse('INVALID_ARGUMENT', `Dimension ${missing} must be specified.`);
  const metrics = readNames('metrics', body['metrics'], Object.keys(set.metrics));
  if (metrics.length === 0) throw refuse('INVALID_ARGUMENT', 'At least one metric must be specified.');
  const daily = metrics.find((name) => {
    const metric = set.metrics[name];
    return metric?.kind === 'rate' && metric.days > 1;
  });
  if (timeline.period === 'HOURLY' && daily !== undefined) {
    throw refuse('INVALID_ARGUMENT', `Metric ${daily} is not supported in HOURLY granularity.`);
  }
  const { filter = '' } = body;
  if (typeof filter !== 'string')
    throw refuse('INVALID_ARGUMENT', `Invalid value at 'filter': ${JSON.stringify(filter)}`);
  return { set, timeline, dimensions, metrics, cohort, filter: readFilter(filter, [...allowed, ...set.filters]) };
}

function readCohort(value: unknown, { cohorts }: MetricSet): Cohort | null {
  if (cohorts === null) return null;
  if (value === undefined || value === 'USER_COHORT_UNSPECIFIED') return 'OS_PUBLIC';
  const cohort = cohorts.find((one) => one === value);
  if (cohort === undefined)
    throw refuse('INVALID_ARGUMENT', `Invalid value at 'user_cohort': ${JSON.stringify(value)}`);
  return cohort;
}

function readNames(field: string, value: unknown, allowed: readonly string[]): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw refuse('INVALID_ARGUMENT', `Invalid value at '${field}': ${JSON.stringify(value)}`);
  const names = value.map(String);
  const unknown = names.find((name, index) => !allowed.includes(name) || names.indexOf(name) !== index);
  if (unknown !== undefined) throw refuse('INVALID_ARGUMENT', `Invalid value in '${field}': ${unknown}`);
  return names;
}

function readPageSize(value: unknown = 0): number {
  const size = Number(value);
  if (!Number.isInteger(size) || size < 0)
    throw refuse('INVALID_ARGUMENT', `Invalid value at 'page_size': ${JSON.stringify(value)}`);
  return size === 0 ? PAGE.standard : Math.min(size, PAGE.most);
}

/** A page token is good for the query that gave it, and for no other. */
function writeToken(from: number, asked: string): string {
  return Buffer.from(`${from} ${asked}`).toString('base64url');
}

function readToken(token: unknown = '', asked: string): number {
  if (token === '') return 0;
  const [from = '', given] = Buffer.from(String(token), 'base64url').toString().split(' ');
  if (given !== asked)
    throw refuse('INVALID_ARGUMENT', 'Invalid page token: all other parameters must match the call that gave it.');
  return Number(from);
}

function sign(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16);
}

function listReleases({ app, now }: AppCall): Answer {
  const tracks = app.content.tracks.map(({ name, releases }) => {
    const [type, displayName] = TRACK_TYPES[name] ?? ['CLOSED_TESTING', name];
    const servingReleases = releases
      .filter((release) => lifecycleOf(app, release, now) === 'PUBLISHED' && release.status !== 'halted')
      .map(({ name: label, versionCodes }) => ({ displayName: label, versionCodes: versionCodes.map(String) }));
    return { displayName, type, ...(servingReleases.length === 0 ? {} : { servingReleases }) };
  });
  return { status: 200, body: { tracks } };
}
