import * as core from '@actions/core';

/**
 * The runner's side of an action, as far as we use it. `@actions/core` speaks the protocol; this port is the only place
 * that calls it, so that everything above can be redacted, ordered and tested in one spot.
 */
export interface Runner {
  /** A line of the log, written as it is. */
  line(text: string): void;
  debug(text: string): void;
  annotate(level: AnnotationLevel, message: string, place: core.AnnotationProperties): void;
  startGroup(title: string): void;
  endGroup(): void;
  mask(secret: string): void;
  /** Throws when the runner's file cannot be written (full disk, missing file). */
  setOutput(name: string, value: string): void;
  saveState(name: string, value: string): void;
  readState(name: string): string;
  /** A raw workflow command: used only for `stop-commands`, which core does not offer. */
  command(text: string): void;
}

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export function createActionsRunner(write: (text: string) => void): Runner {
  return {
    line: (text) => write(`${text}\n`),
    debug: (text) => core.debug(text),
    annotate: (level, message, place) => core[level](message, place),
    startGroup: (title) => core.startGroup(title),
    endGroup: () => core.endGroup(),
    mask: (secret) => core.setSecret(secret),
    setOutput: (name, value) => core.setOutput(name, value),
    saveState: (name, value) => core.saveState(name, value),
    readState: (name) => core.getState(name),
    command: (text) => write(`${text}\n`),
  };
}
