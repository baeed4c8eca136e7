import type { VirtualClock } from '../base/clock.ts';
import type { FaultPlan } from '../base/fault-plan.ts';
import type { Answer, EmulatorRequest, Route } from '../base/routes.ts';
import { createEmulator, extendEmulator, type Emulator, type VendorManners } from '../base/server.ts';
import { createStore } from '../base/store.ts';
import { readParameters, type RangeParameters } from './parameters.ts';
import { errorAnswer, failure, refuse } from './refusals.ts';
import type { PlannedAnswer, PlannedSeries, PrometheusState } from './state.ts';

export interface PrometheusEmulatorOptions {
  readonly clock: VirtualClock;
  readonly faults?: FaultPlan;
  /** The value of `Authorization` that is let in, by a proxy in front as is usual; null (default) for everybody. */
  readonly authorization?: string | null;
  /** A path before the API, as Google Cloud and Amazon have one. Default: none. */
  readonly prefix?: string;
}

export interface PrometheusEmulator extends Emulator<PrometheusState> {
  /** Sets what is answered to exactly this expression. */
  readonly answer: (expression: string, answer: PlannedAnswer) => void;
}

type NoNeeds = null;

const SOURCE = 'https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries';

/** A server that answers range queries from a table of expressions. One that is not in the table gets 501: nothing is evaluated. */
export function createPrometheusEmulator(options: PrometheusEmulatorOptions): PrometheusEmulator {
  const { clock, faults, authorization = null, prefix = '' } = options;
  const store = createStore<PrometheusState>({ answers: {} });
  const routes: readonly Route<PrometheusState, NoNeeds>[] = [
    {
      operation: 'query_range',
      method: 'GET',
      path: `${prefix}/api/v1/query_range`,
      needs: null,
      source: SOURCE,
      handler: ({ query }, state) => answerRange(state, query),
    },
    {
      operation: 'query_range',
      method: 'POST',
      path: `${prefix}/api/v1/query_range`,
      needs: null,
      reads: true,
      source: SOURCE,
      handler: ({ raw }, state) => answerRange(state, Object.fromEntries(new URLSearchParams(raw.toString()))),
    },
  ];
  const isAllowed = ({ headers }: EmulatorRequest): boolean =>
    authorization === null || headers['authorization'] === authorization;
  const manners: VendorManners<PrometheusState, NoNeeds> = {
    identify: (request) =>
      isAllowed(request) ? ((authorization ?? 'anybody').split(' ')[0]?.toLowerCase() ?? null) : null,
    admit: (request) =>
      isAllowed(request)
        ? undefined
        : { status: 401, headers: { 'www-authenticate': 'Basic' }, body: 'Unauthorized\n' },
    notFound: () => ({ status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found\n' }),
    fail: failure,
  };
  const emulator = createEmulator({ vendor: 'prometheus', routes, manners, store, clock, faults });
  return extendEmulator(emulator, {
    // Its address is known only once it has started.
    get url() {
      return `${emulator.url}${prefix}`;
    },
    answer: (expression: string, answer: PlannedAnswer) => {
      store.transact((state) => {
        state.answers[expression] = answer;
      });
    },
  });
}

function answerRange({ answers }: PrometheusState, query: Readonly<Record<string, string>>): Answer {
  const parameters = readParameters(query);
  const planned = Object.hasOwn(answers, parameters.query) ? answers[parameters.query] : undefined;
  if (planned === undefined) throw refuse(501, 'not_in_table', `The emulator has no answer to ${parameters.query}`);
  const { error, warnings, infos } = planned;
  if (error !== undefined) return errorAnswer(error.status, error.errorType, error.error);
  return {
    status: 200,
    body: {
      status: 'success',
      data: { resultType: 'matrix', result: planned.series.flatMap((one) => renderSeries(one, parameters)) },
      ...(warnings === undefined ? {} : { warnings }),
      ...(infos === undefined ? {} : { infos }),
    },
  };
}

/** A series without a sample in the range is not part of the answer. */
function renderSeries({ metric, values, histograms }: PlannedSeries, { start, end, step }: RangeParameters): object[] {
  const byTime = new Map(Object.entries(values).map(([time, value]) => [Date.parse(time) / 1_000, value]));
  const count = Math.floor((end - start) / step) + 1;
  const samples = Array.from({ length: count }, (_, index) => start + index * step).flatMap((time) => {
    const value = byTime.get(time);
    return value === undefined ? [] : [[time, value]];
  });
  if (samples.length === 0) return [];
  if (histograms === undefined) return [{ metric, values: samples }];
  return [{ metric, histograms: samples.map(([time]) => [time, { count: '1', sum: '1', buckets: [] }]) }];
}
