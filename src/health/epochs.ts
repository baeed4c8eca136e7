import { assumeMaturity, movedMuch } from './completeness.ts';
import type { Curve } from './completeness.ts';
import { fingerprint } from './parameters.ts';
import type { Gate, Parameters } from './parameters.ts';
import type { HaltReason } from './verdict.ts';

/** A stretch of time whose evidence is weighed together. The next one begins from nothing and may spend half the risk. */
export interface Epoch {
  /** 0 for the first. */
  readonly number: number;
  /** Milliseconds since the epoch of Unix. */
  readonly startedAt: number;
}

/** What has to be remembered between looks. Plain data: it is stored as JSON. */
export interface Memory {
  readonly parameters: Parameters;
  /** Of the tests that halt. */
  readonly epoch: Epoch;
  /** By the name of the gate. */
  readonly promotion: Readonly<Record<string, PromotionMemory>>;
  readonly halt?: LatchedHalt;
}

export interface PromotionMemory {
  readonly epoch: Epoch;
  /** Absent while the source has not been measured. */
  readonly curve?: Curve;
}

export interface LatchedHalt {
  readonly reason: HaltReason;
  readonly gate: string;
  readonly at: number;
}

/** Freezes the parameters for one rollout. `curves` are those known of each gate's source from earlier releases. */
export function startRollout(
  parameters: Parameters,
  startedAt: number,
  curves: Readonly<Record<string, Curve>> = {},
): Memory {
  const epoch = { number: 0, startedAt };
  const remember = ({ name }: Gate): [string, PromotionMemory] => {
    const curve = curves[name];
    return [name, curve === undefined ? { epoch } : { epoch, curve }];
  };
  return { parameters, epoch, promotion: Object.fromEntries(parameters.gates.map(remember)) };
}

/** Remembers the first halt; later ones do not replace it, so that the person reads what began it. */
export function latch(memory: Memory, halt: LatchedHalt): Memory {
  return memory.halt === undefined ? { ...memory, halt } : memory;
}

/** A person resumes a halted rollout: what halted it is known and must not halt it again, so the windows begin anew. */
export function resume(memory: Memory, at: number): Memory {
  const { parameters, epoch, promotion } = memory;
  return beginEpoch({ parameters, epoch, promotion }, at);
}

/**
 * Takes over changed parameters. Evidence gathered under the old ones is not evidence under the new: choosing the limit
 * after the data would void every promise. A halt stays latched.
 *
 * @returns the same object when nothing changed
 */
export function adoptParameters(memory: Memory, parameters: Parameters, at: number): Memory {
  if (fingerprint(memory.parameters) === fingerprint(parameters)) return memory;
  const kept = parameters.gates.map(({ name }): [string, PromotionMemory] => [
    name,
    memory.promotion[name] ?? { epoch: memory.epoch },
  ]);
  return beginEpoch({ ...memory, parameters, promotion: Object.fromEntries(kept) }, at);
}

/**
 * Takes over a newly learned curve where it differs from the one in use by more than a tenth; then the evidence for
 * promotion of that gate begins anew. A smaller difference changes nothing: the curve in use stays frozen.
 */
export function adoptCurve(memory: Memory, gate: Gate, curve: Curve, at: number): Memory {
  const known = memory.promotion[gate.name] ?? { epoch: memory.epoch };
  if (!movedMuch(known.curve ?? assumeMaturity(gate.maturity), curve)) return memory;
  const next = { epoch: { number: known.epoch.number + 1, startedAt: at }, curve };
  return { ...memory, promotion: { ...memory.promotion, [gate.name]: next } };
}

function beginEpoch(memory: Memory, at: number): Memory {
  const begin = (epoch: Epoch): Epoch => ({ number: epoch.number + 1, startedAt: at });
  const promotion = Object.entries(memory.promotion).map(([name, known]) => [
    name,
    { ...known, epoch: begin(known.epoch) },
  ]);
  return { ...memory, epoch: begin(memory.epoch), promotion: Object.fromEntries(promotion) as Memory['promotion'] };
}
