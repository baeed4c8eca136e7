import type { Log } from './log.ts';
import type { Vault } from './secrets.ts';

/** What `main` leaves for `post` of the same step. The runner keeps it in a file and hands it over as STATE_<name>. */
export interface State {
  /** @throws Error when the value holds a secret: state files are plain text on the runner's disk. */
  save(name: string, value: string): void;
  /** Empty when `main` saved nothing under this name. */
  read(name: string): string;
}

export function createState(log: Log, vault: Vault): State {
  return {
    save(name, value) {
      if (vault.holds(value)) throw new Error(`state "${name}" would hold a secret`);
      log.speak((runner) => runner.saveState(name, value));
    },
    read(name) {
      let value = '';
      log.speak((runner) => {
        value = runner.readState(name);
      });
      return value;
    },
  };
}
