import type { Curve } from '#health/completeness';
import type { Gate, Parameters } from '#health/parameters';
import { list, nullable, number, oneOf, optional, record, text, type Shape } from '#kit/shapes';
import type { ReviewMemory } from '#vendors/play-vitals/review-memory';
import type { ArtifactId, Baseline, Claim, Doer, Entry, Place, ReleaseId } from './entries.ts';

const word = text(200);
const sentence = text(20_000);
const instant = text(30, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'a time such as 2026-11-30T08:17:00.000Z');
const whole = number('whole', 0, Number.MAX_SAFE_INTEGER);
const any = number('any', 0, Number.MAX_VALUE);
const share = number('any', 0, 1);
const boolean = oneOf([true, false]);

const doer: Shape<Doer> = (value, where) =>
  text(200, /^(controller|store|@.+|gate .+)$/, 'who did it')(value, where) as Doer;
const release: Shape<ReleaseId> = record({ name: word, version: word, build: word });
const place: Shape<Place> = record({ track: word, share });

const artifact: Shape<ArtifactId> = (value, where) => {
  const { store } = record({ store: oneOf(['google-play', 'app-store']) }, 'ignored')(value, where);
  return store === 'google-play'
    ? record({ store: oneOf(['google-play']), versionCode: whole })(value, where)
    : record({ store: oneOf(['app-store']), build: word })(value, where);
};
const baseline: Shape<Baseline> = record({ releaseName: word, versionCodes: list(whole, 100) });

const curve: Shape<Curve> = record({ steps: list(record({ age: any, share }), 1_000), learnedFrom: whole });

const gate: Shape<Gate> = (value, where) => {
  const { comparison, ...read } = record({
    name: word,
    unit: oneOf(['session', 'user-hour', 'user-day', 'request', 'rating']),
    limit: share,
    required: boolean,
    margin: any,
    comparison: optional(record({ ratio: any, minimumIncrease: any })),
    overdispersion: record({ value: any, origin: oneOf(['given', 'estimated', 'floor', 'fallback']) }),
    maturity: any,
    lateUnits: boolean,
    staleness: any,
  })(value, where);
  return comparison === undefined ? read : { ...read, comparison };
};
const parameters: Shape<Parameters> = record({
  falseHaltRisk: share,
  falsePromotionRisk: share,
  stages: whole,
  maxHold: any,
  onInsufficient: oneOf(['ask', 'promote-unproven', 'hold', 'halt']),
  gates: list(gate, 100),
});

const reviews: Shape<ReviewMemory> = record({
  lookedAt: nullable(any),
  reviews: list(record({ id: word, versionCode: whole, stars: number('whole', 1, 5), at: any }), 100_000),
});

const triple: Shape<readonly [number, number, number]> = (value, where) => {
  const [hour, units, bad, ...others] = list(any, 3)(value, where);
  if (hour === undefined || units === undefined || bad === undefined || others.length > 0)
    throw new SyntaxError(`${where} has to be three numbers`);
  return [hour, units, bad];
};

/** Values by names that users chose. */
function dictionary<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, where) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new SyntaxError(`${where} has to be an object`);
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shape(one, `${where}.${name}`)]));
  };
}

const base = { at: instant, run: word };
const of = { ...base, platform: word };

type Kind = Entry['kind'];
type ShapeOf<K extends Kind> = Shape<Entry & { readonly kind: K }>;

const kinds: { readonly [K in Kind]: ShapeOf<K> } = {
  opened: record({ ...base, kind: oneOf(['opened']), release, policy: word, by: doer }),
  joined: record({ ...of, kind: oneOf(['joined']), artifact, baseline: nullable(baseline), by: doer }),
  began: record({ ...of, kind: oneOf(['began']), parameters, curves: dictionary(curve) }),
  reached: record({ ...of, kind: oneOf(['reached']), place, how: oneOf(['move', 'seen', 'drift']), by: doer }),
  published: record({ ...of, kind: oneOf(['published']) }),
  decided: (value, where) => {
    const { choice, ...rest } = record({
      ...of,
      kind: oneOf(['decided']),
      state: oneOf(['promote', 'hold', 'halt', 'done']),
      reason: word,
      sentence,
      choice: optional(sentence),
    })(value, where);
    return choice === undefined ? rest : { ...rest, choice };
  },
  halted: record({
    ...of,
    kind: oneOf(['halted']),
    reason: word,
    gate: nullable(word),
    by: doer,
    sentence,
    isCritical: boolean,
  }),
  stopped: record({ ...of, kind: oneOf(['stopped']) }),
  resumed: record({ ...of, kind: oneOf(['resumed']), by: doer }),
  paused: record({ ...of, kind: oneOf(['paused']), reason: word }),
  unpaused: record({ ...of, kind: oneOf(['unpaused']) }),
  held: record({ ...of, kind: oneOf(['held']), until: instant, why: sentence, by: doer }),
  released: record({ ...of, kind: oneOf(['released']), by: doer }),
  expedited: record({ ...of, kind: oneOf(['expedited']), by: doer }),
  parameters: record({ ...of, kind: oneOf(['parameters']), parameters }),
  curve: record({ ...of, kind: oneOf(['curve']), gate: word, curve }),
  snapshot: (value, where) => {
    const { reviews: read, ...rest } = record({
      ...of,
      kind: oneOf(['snapshot']),
      counts: dictionary(list(triple, 1_000)),
      looked: boolean,
      reviews: optional(reviews),
    })(value, where);
    return read === undefined ? rest : { ...rest, reviews: read };
  },
  superseded: record({ ...of, kind: oneOf(['superseded']), by: word }),
  completed: record({ ...of, kind: oneOf(['completed']) }),
  abandoned: record({ ...of, kind: oneOf(['abandoned']), by: doer, why: sentence }),
};

export const entryShape: Shape<Entry> = (value, where) => {
  const { kind } = record({ kind: oneOf(Object.keys(kinds) as Kind[]) }, 'ignored')(value, where);
  return kinds[kind](value, where);
};

export const claimsShape: Shape<Readonly<Record<string, Claim>>> = dictionary(
  record({ run: word, at: instant, move: word, place, by: doer, reason: nullable(word) }),
);
