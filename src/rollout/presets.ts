import type { RaiseNeed } from '#health/verdict';

const hour = 3_600_000;
const day = 24 * hour;

/** One step of a rollout: the share of users from an hour on, counted from the first. */
export interface Offset {
  readonly at: number;
  readonly share: number;
}

/** Plans of production by name. */
export const rollouts = {
  /** Two days, for whoever releases often. */
  'fast-48h': [
    { at: 0, share: 0.05 },
    { at: 6 * hour, share: 0.1 },
    { at: 12 * hour, share: 0.2 },
    { at: 24 * hour, share: 0.5 },
    { at: 48 * hour, share: 1 },
  ],
  /** From Friday to Thursday: the weekend at 5 %, then a step on each working day. */
  'week-train': [
    { at: 0, share: 0.05 },
    { at: 3 * day, share: 0.1 },
    { at: 4 * day, share: 0.2 },
    { at: 5 * day, share: 0.5 },
    { at: 6 * day, share: 1 },
  ],
} as const satisfies Record<string, readonly Offset[]>;

/** A hotfix in the middle of a rollout: what it mends hurts somebody at every hour. */
export const hotfix: readonly Offset[] = [
  { at: 0, share: 0.2 },
  { at: 2 * hour, share: 0.5 },
  { at: 6 * hour, share: 1 },
];

export const soaks = { internal: day, closed: 2 * day, wearInternal: 4 * day, wearBeta: 2 * day, testFlight: day };

/** A watch has few users: half of them, and a day later everybody. */
export const wearRollout: readonly Offset[] = [
  { at: 0, share: 0.5 },
  { at: day, share: 1 },
];

export const watchAfter = day;
/** A watch usually follows its phone by a day or two, so that what the phone shows is known. */
export const wearDelay = day;

export const haltOnly: RaiseNeed = { kind: 'halt-only' };

/**
 * What each raise of a rollout needs where the policy does not say: the smaller the step, the less (docs/health.md).
 */
export function gradeEvidence(raises: number): readonly RaiseNeed[] {
  const first: readonly RaiseNeed[] = [
    { kind: 'screened', factor: 5 },
    { kind: 'screened', factor: 3 },
  ];
  return Array.from({ length: raises }, (_, index) =>
    raises > 2 ? (first[index] ?? { kind: 'proven' }) : { kind: 'proven' },
  );
}

/** What a day of a phased release needs to be followed by the next: nothing, unless the policy lets it rest for the lack of it. */
export function phaseEvidence({ pauseOn }: { readonly pauseOn: readonly string[] }): RaiseNeed {
  return pauseOn.length === 0 ? haltOnly : { kind: 'screened', factor: 5 };
}

/** Apple's own plan, by day; nobody can change it. https://developer.apple.com/help/app-store-connect/update-your-app/release-a-version-update-in-phases */
export const phases: readonly number[] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
