/** What is counted as bad: a user of the hour or day who had at least one. */
export type Measure = 'crash' | 'user-perceived-crash' | 'anr' | 'user-perceived-anr';

export interface Metrics {
  /** The metric set, as its address names it. */
  readonly set: string;
  readonly rate: string;
  /** What it is in words. */
  readonly name: string;
}

/**
 * "User-perceived" are crashes while an activity is shown or a foreground service runs, and ANRs of input dispatching: those that
 * Google's own limits (1.09 % and 0.47 %) are about. https://developer.android.com/topic/performance/vitals
 */
export const measures: Readonly<Record<Measure, Metrics>> = {
  crash: { set: 'crashRateMetricSet', rate: 'crashRate', name: 'crash rates' },
  'user-perceived-crash': { set: 'crashRateMetricSet', rate: 'userPerceivedCrashRate', name: 'crash rates' },
  anr: { set: 'anrRateMetricSet', rate: 'anrRate', name: 'ANR rates' },
  'user-perceived-anr': { set: 'anrRateMetricSet', rate: 'userPerceivedAnrRate', name: 'ANR rates' },
};

/** The users of the hour or day that a rate is a share of, rounded. */
export const usersMetric = 'distinctUsers';
