/** One edit of the clean repository in __tests__/fixtures/lint/repository, and the only finding that it must cause. */
export interface BadExample {
  readonly rule: string;
  readonly what: string;
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** The finding points at the first occurrence of this text after the edit. */
  readonly at: string;
  readonly message: string;
  /** The file that the finding is in, if it is another one. */
  readonly foundIn?: string;
  /** The rules of all other findings that the edit cannot help causing, in the order of the report. */
  readonly also?: readonly string[];
}

export const release = '.github/workflows/release.yml';
export const nightly = '.github/workflows/nightly.yml';
export const tick = '.github/workflows/self-tick.yml';
export const manifest = 'actions/quality-gate/action.yml';
export const guard = 'action.yml';
export const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1';

type Row = Omit<BadExample, 'rule' | 'file'>;
/** Bad examples of one rule in one file. */
export const rows = (rule: string, file: string, ...examples: Row[]): BadExample[] =>
  examples.map((example) => ({ rule, file, ...example }));
