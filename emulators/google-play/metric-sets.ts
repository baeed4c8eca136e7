import type { Cohort, Period, VitalsRow } from './vitals.ts';

/** One slice of users as a metric set counts it. */
export interface Fact {
  readonly start: number;
  readonly users: number;
  /** Counted things by name, such as `crashUsers`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly dimensions: Readonly<Record<string, string>>;
}

/**
 * How a metric comes from counts. `rate`: users that had it, of all, over so many days up to the row's; `users`: distinct users,
 * rounded; `count`: as it is.
 */
export type Metric =
  | { readonly kind: 'rate'; readonly of: string; readonly days: 1 | 7 | 28 }
  | { readonly kind: 'users' }
  | { readonly kind: 'count'; readonly of: string };

export interface MetricSet {
  /** The last part of its resource name. */
  readonly name: string;
  /** Google's name of it in the list of methods. */
  readonly method: string;
  readonly source: string;
  readonly metrics: Readonly<Record<string, Metric>>;
  /** Dimensions that every query must name. */
  readonly required: readonly string[];
  readonly dimensions: readonly string[];
  /** Dimensions that only a filter may name. */
  readonly filters: readonly string[];
  /** Cohorts that can be asked for; null where a query does not choose. */
  readonly cohorts: readonly Cohort[] | null;
  /** Whether rows with few users are left out. */
  readonly floored: boolean;
  readonly factsOf: (row: VitalsRow) => Fact[];
}

export const PERIODS: readonly Period[] = ['HOURLY', 'DAILY'];

const DOCS = 'https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/vitals';

/** int64 in answers; every other dimension is a string. */
export const NUMBERS: readonly string[] = ['versionCode', 'deviceRamBucket'];

const DEVICE = [
  'deviceRamBucket',
  'deviceSocMake',
  'deviceSocModel',
  'deviceCpuMake',
  'deviceCpuModel',
  'deviceGpuMake',
  'deviceGpuModel',
  'deviceGpuVersion',
  'deviceVulkanVersion',
  'deviceGlEsVersion',
  'deviceScreenSize',
  'deviceScreenDpi',
];

/** Dimensions of the cohort OS_BETA, whatever the metric set. */
export const BETA_DIMENSIONS: readonly string[] = ['versionCode', 'osBuild'];

const RATE_DIMENSIONS = [
  'apiLevel',
  'versionCode',
  'deviceModel',
  'deviceBrand',
  'deviceType',
  'countryCode',
  ...DEVICE,
];

/** The crash rate or the ANR rate: the same but for the names. */
function createRates(what: 'crash' | 'anr'): MetricSet {
  const word = what === 'crash' ? 'Crash' : 'Anr';
  const all = `${what}Rate`;
  const perceived = `userPerceived${word}Rate`;
  const rates = [
    [all, `${what}Users`],
    [perceived, `userPerceived${word}Users`],
  ].flatMap(([name = '', of = '']): [string, Metric][] => [
    [name, { kind: 'rate', of, days: 1 }],
    [`${name}7dUserWeighted`, { kind: 'rate', of, days: 7 }],
    [`${name}28dUserWeighted`, { kind: 'rate', of, days: 28 }],
  ]);
  return {
    name: `${all}MetricSet`,
    method: `vitals.${what}rate`,
    source: `${DOCS}.${what}rate`,
    metrics: { ...Object.fromEntries(rates), distinctUsers: { kind: 'users' } },
    required: [],
    dimensions: RATE_DIMENSIONS,
    filters: [],
    cohorts: ['OS_PUBLIC', 'OS_BETA', 'APP_TESTERS'],
    floored: true,
    factsOf: ({ start, users, crashUsers, userPerceivedCrashUsers, anrUsers, userPerceivedAnrUsers, ...row }) => [
      {
        start,
        users,
        counts: { crashUsers, userPerceivedCrashUsers, anrUsers, userPerceivedAnrUsers },
        dimensions: { ...row.dimensions, versionCode: `${row.versionCode}` },
      },
    ],
  };
}

const ERRORS: MetricSet = {
  name: 'errorCountMetricSet',
  method: 'vitals.errors.counts',
  source: `${DOCS}.errors.counts`,
  metrics: { errorReportCount: { kind: 'count', of: 'reports' }, distinctUsers: { kind: 'count', of: 'users' } },
  required: ['reportType'],
  dimensions: ['reportType', 'apiLevel', 'versionCode', 'deviceModel', 'deviceType', 'issueId', ...DEVICE],
  filters: ['isUserPerceived'],
  cohorts: null,
  floored: false,
  factsOf: (row) =>
    (
      [
        ['CRASH', row.crashUsers, row.crashReports],
        ['APPLICATION_NOT_RESPONDING', row.anrUsers, row.anrReports],
      ] as const
    )
      .filter(([, , reports]) => reports > 0)
      .map(([reportType, users, reports]) => ({
        start: row.start,
        users,
        counts: { users, reports },
        dimensions: { ...row.dimensions, versionCode: `${row.versionCode}`, reportType },
      })),
};

/** The metric sets that the emulator knows. */
export const METRIC_SETS: readonly MetricSet[] = [createRates('crash'), createRates('anr'), ERRORS];
