/** One word of the `slipway` command. */
export interface Command {
  /** Behind `./slipway `: the word and its arguments. */
  readonly usage: string;
  readonly summary: string;
  /** Resolves to the exit code. */
  readonly run: (args: readonly string[], root: string) => Promise<number>;
}
