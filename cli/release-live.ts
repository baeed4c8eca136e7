import { releases } from '#rehearsal/release/app';
import type { SeenLook } from '#rehearsal/release/stage';
import type { RunRecord } from '#rehearsal/release/result';
import { tellLook } from '#rehearsal/release/terminal';

/** Shows a release while it is rehearsed. */
export interface ReleaseLive {
  readonly take: (run: RunRecord, looks: readonly SeenLook[]) => void;
  /** Leaves the terminal as it would be without. */
  readonly end: () => void;
}

/** On a terminal a line for each platform, changed in its place; elsewhere a line for each change. */
export function showRelease(stream: NodeJS.WriteStream, openedAt: number): ReleaseLive {
  const lines = new Map<string, string>();
  const told = new Map<string, string>();
  let drawn = 0;
  const erase = (): void => {
    if (drawn > 0) stream.write(`\u001B[${drawn}A\u001B[0J`);
    drawn = 0;
  };
  return {
    take: (run, looks) => {
      if (run.refusals.length > 0) stream.write(`${run.refusals.join('\n')}\n`);
      for (const { role, platform, look } of looks) {
        const key = `${role} ${platform}`;
        const { version } = releases[role];
        const line = tellLook(platform, version, look, openedAt);
        lines.set(key, line);
        const news = `${look.life} ${look.verdict} ${look.reason} ${look.track ?? ''} ${look.share}`;
        if (!stream.isTTY && told.get(key) !== news) stream.write(`${line}\n`);
        told.set(key, news);
      }
      if (!stream.isTTY) return;
      erase();
      // What does not fit the window could not be taken back.
      const fitting = [...lines.values()].map((line) => line.slice(0, Math.max(20, stream.columns - 4)));
      const shown = fitting.slice(0, Math.max(1, stream.rows - 1));
      stream.write(shown.map((line) => `${line}\n`).join(''));
      drawn = shown.length;
    },
    end: () => {
      drawn = 0;
    },
  };
}
