import type { RaiseNeed } from '#health/verdict';
import type { PlayStep, TestFlightStage } from './policy.ts';
import { policyMessages } from './policy-messages.ts';
import { isList, isTreeMap, readEntries, readItems, readMap, readWritten, refuse, type Tree } from './policy-tree.ts';
import { readDuration, readEvidence, readShare, readText, readWord } from './policy-values.ts';
import { gradeEvidence, haltOnly, hotfix, rollouts, soaks, wearRollout, type Offset } from './presets.ts';

/** What a stage of the file says. */
interface Stage {
  readonly tree: Tree;
  readonly track?: string;
  readonly testflight?: string;
  readonly 'app-store'?: 'phased' | 'all';
  readonly soak?: number;
  readonly evidence?: readonly RaiseNeed[];
  readonly testers?: number;
  readonly rollout?: readonly Offset[];
}

const trackName = /^[^/\s](?:[^/]{0,98}[^/\s])?$/;

function readStage(tree: Tree): Stage | undefined {
  const read = readMap(tree, {
    track: (value) => {
      const written = readWritten(value);
      if (written === undefined || trackName.test(written)) return written;
      return refuse(value, policyMessages['policy-track'](written));
    },
    testflight: readText(/^\S.{0,99}$/, 'the name of a group of TestFlight, or "internal"', 'internal'),
    'app-store': readWord(['phased', 'all']),
    soak: readDuration,
    evidence: readEvidences,
    testers: readTesters,
    rollout: readRollout,
  });
  if (read === undefined) return undefined;
  const kinds = [read.track, read.testflight, read['app-store']].filter((kind) => kind !== undefined);
  const named = (readEntries(tree) ?? []).filter(({ key }) => ['track', 'testflight', 'app-store'].includes(key));
  if (named.length !== 1) return refuse(tree, policyMessages['policy-stage-kind']());
  return kinds.length === 1 ? { tree, ...read } : undefined;
}

function readTesters(tree: Tree): number | undefined {
  const written = readText(/^[1-9]\d{0,7}$/, 'a number of testers', '100')(tree);
  return written === undefined ? undefined : Number(written);
}

function readEvidences(tree: Tree): readonly RaiseNeed[] | undefined {
  const items = isList(tree) ? readItems(tree) : [tree];
  const read = items?.map(readEvidence);
  return read?.every((one) => one !== undefined) === true ? read : undefined;
}

/** A plan by name, or hours and shares: `{ 0h: 5%, 6h: 10%, 48h: 100% }`. */
function readRollout(tree: Tree): readonly Offset[] | undefined {
  if (!isTreeMap(tree)) {
    const name = readWord(Object.keys(rollouts) as (keyof typeof rollouts)[])(tree);
    return name === undefined ? undefined : rollouts[name];
  }
  const entries = readEntries(tree) ?? [];
  const offsets = entries.map(({ keyTree, value }) => ({ at: readDuration(keyTree), share: readShare(value) }));
  const plan = offsets.flatMap(({ at, share }) => (at === undefined || share === undefined ? [] : [{ at, share }]));
  if (plan.length < entries.length) return undefined;
  const first = entries[0];
  if (first === undefined) return refuse(tree, policyMessages['policy-kind']('a map with hours', 'an empty one'));
  if (plan[0]?.at !== 0) return refuse(first.keyTree, policyMessages['policy-plan-start'](first.key));
  for (const [index, { at, share }] of plan.entries()) {
    const [before, entry, previous] = [plan[index - 1], entries[index], entries[index - 1]];
    if (before === undefined || entry === undefined || previous === undefined) continue;
    if (at <= before.at) return refuse(entry.keyTree, policyMessages['policy-plan-order'](entry.key, previous.key));
    if (share <= before.share)
      return refuse(entry.value, policyMessages['policy-plan-falling'](tell(share), tell(before.share)));
  }
  const [last, lastEntry] = [plan.at(-1), entries.at(-1)];
  if (last !== undefined && lastEntry !== undefined && last.share < 1)
    return refuse(lastEntry.value, policyMessages['policy-plan-end'](tell(last.share)));
  return plan;
}

/** "5 %". */
export function tell(share: number): string {
  return `${Number((share * 100).toPrecision(8))} %`;
}

/** The steps of an app of Google Play. */
export function readPlaySteps(tree: Tree): readonly PlayStep[] | undefined {
  const stages = readStages(tree, 'Google Play', (stage) => stage.track !== undefined);
  if (stages === undefined) return undefined;
  const steps: PlayStep[] = [];
  for (const [index, stage] of stages.entries()) {
    const { track = '', tree: place } = stage;
    const twin = stages.slice(0, index).some((other) => other.track === track);
    if (twin) return refuse(place, policyMessages['policy-track-twice'](track));
    const isProduction = isProductionTrack(track);
    const isLast = index === stages.length - 1;
    if (isProduction && !isLast)
      return refuse(place, policyMessages['policy-stage-order'](track, stages[index + 1]?.track ?? ''));
    if (isLast && !isProduction) return refuse(place, policyMessages['policy-stage-last'](track));
    if ((isProduction || stage.rollout !== undefined) && stage.soak !== undefined)
      return refuse(place, policyMessages['policy-stage-soak'](track));
    const more = toSteps(stage, track, isProduction);
    if (more === undefined) return undefined;
    steps.push(...more);
  }
  return steps;
}

export function isProductionTrack(track: string): boolean {
  return /(^|:)production$/.test(track);
}

function readStages(tree: Tree, store: string, fits: (stage: Stage) => boolean): readonly Stage[] | undefined {
  const items = readItems(tree);
  if (items === undefined) return undefined;
  if (items.length === 0) return refuse(tree, policyMessages['policy-kind']('a list with stages', 'an empty one'));
  const stages = items.map(readStage);
  const whole = stages.flatMap((stage) => stage ?? []);
  for (const stage of whole) {
    if (fits(stage)) continue;
    const name = stage.track ?? (stage.testflight === undefined ? 'app-store' : 'testflight');
    return refuse(stage.tree, policyMessages['policy-stage-store'](name, store));
  }
  return whole.length === items.length ? whole : undefined;
}

function toSteps(stage: Stage, track: string, isProduction: boolean): readonly PlayStep[] | undefined {
  const offsets = stage.rollout ?? (isProduction ? rollouts['fast-48h'] : [{ at: 0, share: 1 }]);
  const raises = offsets.length - 1;
  const given = stage.evidence ?? (isProduction ? gradeEvidence(raises) : [haltOnly]);
  // The last step of production goes nowhere; of a track for testing the next stage follows.
  const needed = isProduction ? raises : offsets.length;
  if (given.length !== 1 && given.length !== needed)
    return refuse(stage.tree, policyMessages['policy-evidence-count'](given.length, needed));
  return makeSteps(track, offsets, {
    isProduction,
    evidence: given.length === 1 ? Array.from({ length: needed }, () => given[0] ?? haltOnly) : given,
    lastSoak: stage.soak ?? 0,
    ...(stage.testers === undefined ? {} : { testers: stage.testers }),
  });
}

interface Making {
  readonly isProduction: boolean;
  /** Of each step that another follows; the rest is halt-only. */
  readonly evidence: readonly RaiseNeed[];
  readonly lastSoak: number;
  readonly testers?: number;
}

/** The least time in a step is the distance to the next: a raise that comes late moves the rest, and shortens nothing. */
function makeSteps(track: string, offsets: readonly Offset[], making: Making): readonly PlayStep[] {
  const { isProduction, evidence, lastSoak, testers } = making;
  return offsets.map(({ at, share }, index) => {
    const next = offsets[index + 1];
    return {
      name: offsets.length === 1 && share === 1 && !isProduction ? track : `${track} ${tell(share)}`,
      track,
      reach: share,
      isProduction,
      soak: next === undefined ? lastSoak : next.at - at,
      evidence: evidence[index] ?? haltOnly,
      ...(testers === undefined ? {} : { testers }),
    };
  });
}

/** The plan of a phone: internal, closed, then production in two days. */
export function defaultPlaySteps(isWear: boolean): readonly PlayStep[] {
  const test = (track: string, lastSoak: number, testers?: number): readonly PlayStep[] =>
    makeSteps(track, [{ at: 0, share: 1 }], {
      isProduction: false,
      evidence: [haltOnly],
      lastSoak,
      ...(testers === undefined ? {} : { testers }),
    });
  if (isWear) {
    const production = { isProduction: true, evidence: [haltOnly], lastSoak: 0 };
    return [
      ...test('wear:internal', soaks.wearInternal),
      ...test('wear:beta', soaks.wearBeta),
      ...makeSteps('wear:production', wearRollout, production),
    ];
  }
  const offsets = rollouts['fast-48h'];
  const production = { isProduction: true, evidence: gradeEvidence(offsets.length - 1), lastSoak: 0 };
  return [
    ...test('internal', soaks.internal, 100),
    ...test('closed', soaks.closed, 10_000),
    ...makeSteps('production', offsets, production),
  ];
}

/** A hotfix waits in no track for testing, and proves nothing: no test may have halted it, and that is all. */
export function makeExpedite(steps: readonly PlayStep[], offsets: readonly Offset[] = hotfix): readonly PlayStep[] {
  const track = steps.at(-1)?.track ?? 'production';
  const evidence = Array.from({ length: offsets.length - 1 }, () => haltOnly);
  return makeSteps(track, offsets, { isProduction: true, evidence, lastSoak: 0 });
}

export { readRollout };

export interface AppStoreStages {
  readonly testFlight?: TestFlightStage;
  readonly phased: boolean;
}

export const defaultAppStoreStages: AppStoreStages = {
  testFlight: { soak: soaks.testFlight, evidence: haltOnly, group: 'internal' },
  phased: true,
};

/** TestFlight and the App Store; Apple sets the steps of the second. */
export function readAppStoreStages(tree: Tree): AppStoreStages | undefined {
  const stages = readStages(tree, 'the App Store', (stage) => stage.track === undefined);
  if (stages === undefined) return undefined;
  const last = stages.at(-1);
  const store = stages.findIndex((stage) => stage['app-store'] !== undefined);
  const late = stages[store];
  if (last === undefined) return undefined;
  if (late === undefined) return refuse(last.tree, policyMessages['policy-stage-last']('testflight'));
  if (late !== last) return refuse(late.tree, policyMessages['policy-stage-order']('app-store', 'testflight'));
  if ((late.soak ?? late.evidence ?? late.rollout ?? late.testers) !== undefined)
    return refuse(late.tree, policyMessages['policy-stage-apple']());
  const test = stages[0] === late ? undefined : stages.at(-2);
  if (test !== undefined && (test.rollout !== undefined || (test.evidence?.length ?? 1) !== 1))
    return refuse(test.tree, policyMessages['policy-stage-testflight']());
  if (stages.length > 2 && stages[0] !== undefined)
    return refuse(stages[1]?.tree ?? stages[0].tree, policyMessages['policy-stage-order']('testflight', 'app-store'));
  return {
    phased: late['app-store'] === 'phased',
    ...(test === undefined
      ? {}
      : {
          testFlight: {
            group: test.testflight ?? 'internal',
            soak: test.soak ?? soaks.testFlight,
            evidence: test.evidence?.[0] ?? haltOnly,
            ...(test.testers === undefined ? {} : { testers: test.testers }),
          },
        }),
  };
}
