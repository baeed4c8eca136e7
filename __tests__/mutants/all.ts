import { mutants as kit } from './kit.ts';
import { mutants as lint } from './lint.ts';
import type { Mutant } from './mutant.ts';

export const allMutants: readonly Mutant[] = [...kit, ...lint];
