/** A stream of random numbers that is the same for the same seed and name, whatever else is drawn elsewhere. */
export interface Random {
  /** Uniform, from 0 to below 1. */
  uniform(): number;
}

/** 32-bit state (the generator known as mulberry32): plenty for some 10^8 draws that nobody attacks. */
export function createRandom(seed: number, name: string): Random {
  let state = seed | 0;
  for (const character of name)
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x5b_d1_e9_95) ^ (state >>> 15);
  return {
    uniform() {
      state = (state + 0x6d_2b_79_f5) | 0;
      let bits = Math.imul(state ^ (state >>> 15), state | 1);
      bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
      return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
    },
  };
}

export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
}

export function drawExponential(random: Random, mean: number): number {
  return -mean * Math.log(1 - random.uniform());
}

/** 1, 2, 3 ...: tries until the first success. */
export function drawGeometric(random: Random, success: number): number {
  return success >= 1 ? 1 : 1 + Math.floor(Math.log(1 - random.uniform()) / Math.log(1 - success));
}

export function drawPoisson(random: Random, mean: number): number {
  if (mean <= 0) return 0;
  return mean < 12 ? multiplyUntil(random, Math.exp(-mean)) : rejectTransformed(random, mean);
}

function multiplyUntil(random: Random, bound: number): number {
  let product = random.uniform();
  let count = 0;
  while (product > bound) {
    product *= random.uniform();
    count += 1;
  }
  return count;
}

/** Transformed rejection with squeeze (Hörmann 1993): exact, a few draws whatever the mean. */
function rejectTransformed(random: Random, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const distance = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / distance + b) * u + mean + 0.43);
    if (distance >= 0.07 && v <= squeeze) return count;
    if (count < 0 || (distance < 0.013 && v > distance)) continue;
    const accept = Math.log((v * inverseAlpha) / (a / (distance * distance) + b));
    if (accept <= -mean + count * Math.log(mean) - logFactorial(count)) return count;
  }
}

/** Stirling's series; small values are multiplied out. */
function logFactorial(count: number): number {
  if (count < 10) {
    let product = 1;
    for (let factor = 2; factor <= count; factor += 1) product *= factor;
    return Math.log(product);
  }
  const x = count + 1;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3);
}

/**
 * Sizes of the clusters in which bad units come, with `mean` bad units expected: Poisson many clusters of geometric
 * size, so that the variance is `phi` times the mean.
 */
export function drawClusters(random: Random, mean: number, phi: number): { count: number; success: number } {
  const success = 2 / (phi + 1);
  return { count: drawPoisson(random, mean * success), success };
}

/** The same, summed up; many clusters at once by the normal approximation of their sum. */
export function drawClustered(random: Random, mean: number, phi: number): number {
  const { count, success } = drawClusters(random, mean, phi);
  if (success >= 1) return count;
  if (count > 200) {
    const sum = count / success + (drawNormal(random) * Math.sqrt(count * (1 - success))) / success;
    return Math.max(count, Math.round(sum));
  }
  let sum = 0;
  for (let cluster = 0; cluster < count; cluster += 1) sum += drawGeometric(random, success);
  return sum;
}
