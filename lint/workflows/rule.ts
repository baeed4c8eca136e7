import type { Repository } from './repository.ts';
import type { Source, Spot } from './source.ts';

/** What a rule says of one place. */
export interface Problem {
  readonly at: Spot;
  /** What is wrong here, as one sentence without a full stop. */
  readonly message: string;
}

/** What people read about a rule. */
export interface RuleText {
  /** Kebab-case, unique; what a suppression names. */
  readonly id: string;
  readonly appliesTo: readonly Source['kind'][];
  /** What a user or an attacker could otherwise do or suffer. */
  readonly why: string;
  /** Where the rule comes from. */
  readonly source: string;
  /** What to write instead. */
  readonly cure: string;
}

export interface Rule extends RuleText {
  readonly check: (source: Source, repository: Repository) => Iterable<Problem>;
}

export const workflows = ['workflow'] as const;
export const actions = ['action'] as const;
export const everywhere = ['workflow', 'action'] as const;
