/** What the server holds: what it answers to which expression. It evaluates nothing. */
export interface PrometheusState {
  answers: Record<string, PlannedAnswer>;
}

/** Series with their values at the times of evaluation; a time without one has no sample. */
export interface PlannedSeries {
  readonly metric: Readonly<Record<string, string>>;
  /** By ISO 8601 time. Values as Prometheus writes them: "3", "NaN", "+Inf". */
  readonly values: Readonly<Record<string, string>>;
  /** Whether these are native histograms, which are written in another way. */
  readonly histograms?: true;
}

export interface PlannedAnswer {
  readonly series: readonly PlannedSeries[];
  readonly warnings?: readonly string[];
  readonly infos?: readonly string[];
  /** An expression that cannot be carried out. */
  readonly error?: { readonly status: number; readonly errorType: string; readonly error: string };
}
