import type { Bucket } from '#health/report';
import type { RaiseNeed, Stage } from '#health/verdict';
import { drawClustered, drawClusters, drawExponential, drawGeometric, drawNormal } from './random.ts';
import type { Random } from './random.ts';

/** A made-up app or backend, a release for it and a plan. Times are steps (an hour for apps, 15 s for backends). */
export interface World {
  /** Milliseconds of one step; every step is one bucket and ends with one look. */
  readonly step: number;
  /** Test tracks in front of production. */
  readonly tests: readonly { readonly testers: number; readonly soak: number }[];
  readonly stages: readonly { readonly exposure: number; readonly soak: number; readonly evidence: RaiseNeed }[];
  /** Users of the whole platform; a tester makes as many units as any other. */
  readonly users: number;
  /** Units of one user in one step, mean over a day. */
  readonly unitsPerUser: number;
  /** Half the difference between day and night, as a share of the mean; people use it most at 18 h. */
  readonly diurnal: number;
  /** Hours of the day between which a person opens the rollout. */
  readonly opened: readonly [number, number];
  /** Steps in which 63 % take up the new version; 0 is at once. */
  readonly adoption: number;
  /** Bad share of the new version. `time` counts from the first production exposure. */
  readonly rate: (time: number, stage: number) => number;
  readonly previousRate: (time: number) => number;
  /** Variance of the bad units over their mean. */
  readonly phi: number;
  /** Share of bad units that are reported at once, and the mean delay of the others in steps. */
  readonly delay?: { readonly atOnce: number; readonly mean: number };
  /** Standard deviation of an hourly shock to both versions (log, autocorrelated by 0.9). */
  readonly shocks?: number;
  /** Steps after the first production exposure at which everything ends; earlier when the last stage's soak is over. */
  readonly horizon: number;
}

/** What a rule sees. */
interface Sighting {
  readonly buckets: readonly Bucket[];
  readonly now: number;
  readonly stage: Stage;
  /** Of the new version since the beginning, as reported by now. */
  readonly units: number;
  readonly bad: number;
  readonly soaked: boolean;
}

/** `promote` counts once the soak is over; `timeout` ends a rollout that proved nothing in time. */
export type Rule = (sighting: Sighting) => 'promote' | 'hold' | 'halt' | 'timeout';

export interface Outcome {
  /** Steps since the first production exposure; below 0 on a test track. */
  readonly haltedAt?: number;
  readonly timedOut: boolean;
  /** Share of all users that had the new version at the end. */
  readonly updated: number;
  /** Units and bad units of the new version in production until the end, whether reported or not. */
  readonly units: number;
  readonly badUnits: number;
  /** When each production stage began, as steps since the first exposure. */
  readonly begun: readonly number[];
}

interface MutableBucket extends Bucket {
  units: number;
  bad: number;
  previous: { units: number; bad: number };
}

/** One rollout from the first tester to the end, looked at after every step. */
export function simulate(world: World, rule: Rule, random: Random): Outcome {
  const lead = world.tests.reduce((sum, { soak }) => sum + soak, 0);
  const buckets: MutableBucket[] = [];
  const arrivals: (() => void)[][] = [];
  const tranches: { at: number; exposure: number }[] = [];
  const begun: number[] = [];
  const seen = { units: 0, bad: 0 };
  let [units, badUnits, shock, stageStep, current] = [0, 0, 0, 0, 0];
  const [from, to] = world.opened;
  const phase = from + random.uniform() * (to - from) - 12;
  const stages = [...world.tests.map(testStage), ...world.stages];
  const isTest = (): boolean => current < world.tests.length;
  enter();

  for (let step = 0; step < lead + world.horizon; step += 1) {
    const time = step - lead;
    const adopted = shareOfUsers(time);
    shock = world.shocks === undefined ? 0 : 0.9 * shock + drawNormal(random) * world.shocks * Math.sqrt(1 - 0.81);
    const activity = world.unitsPerUser * (1 + world.diurnal * Math.sin((2 * Math.PI * (step + phase)) / 24));
    const testers = isTest() ? (world.tests[current]?.testers ?? 0) : 0;
    const own = roundRandomly(activity * (testers + world.users * adopted));
    const others = roundRandomly(activity * world.users * (1 - adopted));
    const bucket = {
      start: step * world.step,
      end: (step + 1) * world.step,
      units: own,
      bad: 0,
      previous: { units: others, bad: 0 },
    };
    buckets.push(bucket);
    seen.units += own;
    const crashes = draw(
      own * Math.min(1, world.rate(time, current - world.tests.length) * Math.exp(shock)),
      step,
      (count) => {
        const added = Math.min(count, bucket.units - bucket.bad);
        bucket.bad += added;
        seen.bad += added;
      },
    );
    draw(others * Math.min(1, world.previousRate(time) * Math.exp(shock)), step, (count) => {
      bucket.previous.bad = Math.min(bucket.previous.bad + count, others);
    });
    if (time >= 0) {
      units += own;
      badUnits += crashes;
    }
    for (const arrive of arrivals[step] ?? []) arrive();

    const planned = stages[current];
    if (planned === undefined) break;
    const stage: Stage = {
      name: String(current),
      startedAt: stageStep * world.step,
      soak: planned.soak * world.step,
      evidence: planned.evidence,
    };
    const soaked = step + 1 >= stageStep + planned.soak;
    const verdict = rule({ buckets, now: bucket.end, stage, ...seen, soaked });
    if (verdict === 'halt') return { haltedAt: time + 1, timedOut: false, updated: adopted, units, badUnits, begun };
    if (verdict === 'timeout') return { timedOut: true, updated: adopted, units, badUnits, begun };
    if (soaked && current === stages.length - 1) break;
    // A test track asks for nothing, whatever the rule: its few testers could not prove anything.
    if ((verdict === 'promote' || isTest()) && soaked) {
      current += 1;
      stageStep = step + 1;
      enter();
    }
  }
  return { timedOut: false, updated: shareOfUsers(world.horizon), units, badUnits, begun };

  function enter(): void {
    const planned = world.stages[current - world.tests.length];
    if (planned === undefined) return;
    const before = tranches.reduce((sum, { exposure }) => sum + exposure, 0);
    tranches.push({ at: stageStep - lead, exposure: planned.exposure - before });
    begun.push(stageStep - lead);
  }

  /** In the middle of the step, whose bucket it fills. */
  function shareOfUsers(time: number): number {
    const share = ({ at, exposure }: { at: number; exposure: number }): number =>
      exposure * (world.adoption > 0 ? -Math.expm1(-Math.max(0, time + 0.5 - at) / world.adoption) : 1);
    return tranches.reduce((sum, tranche) => sum + share(tranche), 0);
  }

  function roundRandomly(mean: number): number {
    return Math.floor(mean + random.uniform());
  }

  /** Draws bad units and hands them to `report` when they are reported; returns how many there are. */
  function draw(mean: number, step: number, report: (count: number) => void): number {
    const { delay } = world;
    if (delay === undefined) {
      const count = drawClustered(random, mean, world.phi);
      report(count);
      return count;
    }
    const { count, success } = drawClusters(random, mean, world.phi);
    let sum = 0;
    for (let cluster = 0; cluster < count; cluster += 1) {
      const size = drawGeometric(random, success);
      sum += size;
      const late = random.uniform() < delay.atOnce ? 0 : Math.floor(drawExponential(random, delay.mean));
      if (late === 0) report(size);
      else
        (arrivals[step + late] ??= []).push(() => {
          report(size);
        });
    }
    return sum;
  }
}

function testStage({ soak }: { soak: number }): World['stages'][number] {
  return { exposure: 0, soak, evidence: { kind: 'halt-only' } };
}
