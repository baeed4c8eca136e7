import { mutants as kit } from './kit.ts';
import type { Mutant } from './mutant.ts';

export const allMutants: readonly Mutant[] = [...kit];
