import type { PlatformPolicy, Policy } from '#rollout/policy';
import { listPlan } from '#rehearsal/release/plan';
import type { CurveView, DecisionView, Span, Step, Tone } from './release-view.ts';

/** Only the steps that change something. */
export function listChanges(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ share }, index) => share !== steps[index - 1]?.share);
}

/** The value that stands at a time; 0 before the first step. */
export function valueAt(steps: readonly Step[], at: number): number {
  return steps.findLast((step) => step.at <= at)?.share ?? 0;
}

/** What follows each other, as spans: each lasts until the next begins. Neighbours that are called the same are one. */
export function toSpans<T extends { readonly at: number; readonly name: string }>(
  marks: readonly T[],
  end: number,
): readonly (T & Span)[] {
  const starts = marks.filter(({ name }, index) => name !== marks[index - 1]?.name);
  return starts.map((mark, index) => ({ ...mark, from: mark.at, to: Math.max(mark.at, starts[index + 1]?.at ?? end) }));
}

/** What is said again and again, once. */
export function foldDecisions(all: readonly Omit<DecisionView, 'until' | 'looks'>[]): readonly DecisionView[] {
  const folded: DecisionView[] = [];
  for (const one of all) {
    const last = folded.at(-1);
    const isSame =
      one.tone !== 'go' &&
      last?.reason === one.reason &&
      last.place === one.place &&
      [one.what, `${one.what}, moved`].includes(last.what);
    if (isSame) folded[folded.length - 1] = { ...last, sentence: one.sentence, looks: last.looks + 1 };
    else {
      if (last !== undefined) folded[folded.length - 1] = { ...last, until: one.at };
      folded.push({ ...one, until: null, looks: 1 });
    }
  }
  return folded;
}

/** The plan as if every stage ended as soon as it may; a hotfix has its own. */
export function planOf(
  policy: Policy | undefined,
  platform: PlatformPolicy | undefined,
  openedAt: number,
  isExpedited: boolean,
): CurveView['plan'] {
  if (policy === undefined || platform === undefined) return [];
  if (!isExpedited || platform.store !== 'google-play') return listPlan(policy, platform, openedAt);
  return listPlan(policy, { ...platform, steps: platform.expedite, after: [] }, openedAt);
}

export function toVerdictSpans(
  marks: readonly { readonly at: number; readonly tone: Tone; readonly reason: string }[],
  end: number,
): CurveView['verdicts'] {
  const named = marks.map(({ at, tone, reason }) => ({ at, tone, name: `${tone} ${reason}` }));
  return toSpans(named, end).map(({ from, to, tone, name }) => ({ from, to, tone, name: name.slice(tone.length + 1) }));
}
