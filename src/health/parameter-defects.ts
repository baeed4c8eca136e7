import type { Gate, Parameters } from './parameters.ts';

/** Everything that makes parameters unusable, each with its place and what is valid; empty when they are sound. */
export function findParameterDefects(parameters: Parameters): string[] {
  const { falseHaltRisk, falsePromotionRisk, stages, maxHold, gates } = parameters;
  const names = gates.map(({ name }) => name);
  const doubles = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...require(falseHaltRisk > 0 &&
      falseHaltRisk <= 0.1, `falseHaltRisk: ${falseHaltRisk} is not above 0 and at most 0.1`),
    ...require(falsePromotionRisk > 0 &&
      falsePromotionRisk <= 0.5, `falsePromotionRisk: ${falsePromotionRisk} is not above 0 and at most 0.5`),
    ...require(Number.isInteger(stages) && stages >= 1, `stages: ${stages} is not a whole number from 1`),
    ...require(maxHold > 0 && Number.isFinite(maxHold), `maxHold: ${maxHold} ms is not above 0 and finite`),
    ...require(gates.length > 0, 'gates: there is none, so nothing could ever halt'),
    ...doubles.map((name) => `gates: "${name}" is there twice`),
    ...gates.flatMap((gate) => findGateDefects(gate).map((defect) => `gates.${gate.name}.${defect}`)),
  ];
}

function findGateDefects(gate: Gate): string[] {
  const { name, limit, margin, comparison, overdispersion, maturity, staleness } = gate;
  return [
    // Names are keys of what is stored and of what is compared.
    ...require(/^[a-z][a-z0-9-]*$/.test(name), `name: "${name}" is not made of a-z, 0-9 and -`),
    ...require(limit > 0 && limit < 1, `limit: ${limit} is not between 0 and 1 (0.5 % is 0.005)`),
    ...require(margin > 1 && limit * margin < 1, `margin: ${margin} is not above 1 with limit × margin below 1`),
    ...require(overdispersion.value >= 1 &&
      overdispersion.value <= 20, `overdispersion: ${overdispersion.value} is not from 1 to 20`),
    ...require(maturity >= 0 && Number.isFinite(maturity), `maturity: ${maturity} ms is not 0 or more`),
    ...require(staleness > 0 && Number.isFinite(staleness), `staleness: ${staleness} ms is not above 0 and finite`),
    ...(comparison === undefined
      ? []
      : [
          ...require(comparison.ratio >= 1 &&
            comparison.ratio <= 10, `comparison.ratio: ${comparison.ratio} is not from 1 to 10`),
          ...require(comparison.minimumIncrease >= 0 &&
            comparison.minimumIncrease <
              1, `comparison.minimumIncrease: ${comparison.minimumIncrease} is not from 0 to 1`),
        ]),
  ];
}

/** NaN fails every comparison, so it is never taken for sound. */
function require(sound: boolean, defect: string): string[] {
  return sound ? [] : [defect];
}
