/**
 * A small, plausible mistake in our own code. Emulators and clients come from the same hands, so a suite has to prove
 * that it would notice: each mutant must make at least one of its tests fail.
 */
export interface Mutant {
  readonly id: string;
  /** Relative to the root. */
  readonly file: string;
  /** Text that stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** What a user would suffer from it. */
  readonly why: string;
  /** Pattern of the test files that must notice. */
  readonly killedBy: string;
  /** Pattern of the names of those tests in them that must; all unless given. For files that take long. */
  readonly among?: string;
  /** Only a bundle shows it, so one is built with the mistake in it. For few: that takes longer than most tests. */
  readonly bundled?: boolean;
}
