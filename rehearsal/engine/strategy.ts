import { evaluateValue, isTruthy } from '#rehearsal/expressions/evaluate';
import type { Scope } from '#rehearsal/expressions/evaluate';
import type { Job } from '#rehearsal/workflow/workflow';
import { describeLeg, expandMatrix } from './matrix.ts';
import type { JsonObject, Leg } from './matrix.ts';

/** One leg of a job, and how it runs beside the others. */
export interface LegPlan {
  readonly index: number;
  readonly total: number;
  /** Undefined for a job without a matrix. */
  readonly values: Leg | undefined;
  /** Values in brackets. */
  readonly description: string;
  readonly failFast: boolean;
  readonly maxParallel: number;
}

/** @throws Error for a matrix that GitHub refuses */
export function readStrategy(job: Job, scope: Scope): LegPlan[] {
  const strategy = readMembers(job, scope);
  const legs = strategy.matrix === undefined ? [undefined] : expandMatrix(strategy.matrix);
  const total = legs.length;
  return legs.map((values, index) => ({
    index,
    total,
    values,
    description: values === undefined ? '' : describeLeg(values),
    failFast: strategy.failFast,
    maxParallel: strategy.maxParallel ?? total,
  }));
}

interface Members {
  readonly matrix: JsonObject | undefined;
  readonly failFast: boolean;
  readonly maxParallel: number | undefined;
}

function readMembers({ strategy }: Job, scope: Scope): Members {
  if (strategy === undefined) return { matrix: undefined, failFast: true, maxParallel: undefined };
  const raw =
    strategy.kind === 'text'
      ? (evaluateValue(strategy, scope) as JsonObject)
      : ({
          matrix: strategy.matrix === undefined ? null : evaluateValue(strategy.matrix, scope),
          'fail-fast': strategy.failFast === undefined ? true : evaluateValue(strategy.failFast, scope),
          'max-parallel': strategy.maxParallel === undefined ? null : evaluateValue(strategy.maxParallel, scope),
        } as JsonObject);
  const { matrix, 'fail-fast': failFast, 'max-parallel': maxParallel } = raw;
  if (matrix !== null && matrix !== undefined && (typeof matrix !== 'object' || Array.isArray(matrix)))
    throw new Error(`the matrix is no object: ${JSON.stringify(matrix)}`);
  const most = Number(maxParallel ?? 0);
  return {
    matrix: (matrix ?? undefined) as JsonObject | undefined,
    failFast: isTruthy(failFast ?? true),
    maxParallel: most >= 1 ? Math.floor(most) : undefined,
  };
}
