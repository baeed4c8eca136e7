import { formatDuration } from '#kit/duration';
import type { LiveEvent } from '#rehearsal/engine/run-state';
import { createLiveTree } from '#rehearsal/report/live';
import { marks, shortName } from '#rehearsal/report/words';

/** Shows a run while it goes on. */
export interface Live {
  readonly take: (event: LiveEvent) => void;
  /** Leaves the terminal as it would be without. */
  readonly end: () => void;
}

const redrawMs = 100;

/** On a terminal a tree that changes in its place; elsewhere, and with every line wanted, one line after the other. */
export function showLive(stream: NodeJS.WriteStream, allLines: boolean): Live {
  return stream.isTTY && !allLines ? showTree(stream) : showLines(stream, allLines);
}

function showTree(stream: NodeJS.WriteStream): Live {
  const tree = createLiveTree(() => performance.now());
  let drawn = 0;
  const erase = (): void => {
    if (drawn > 0) stream.write(`\u001B[${drawn}A\u001B[0J`);
    drawn = 0;
  };
  const draw = (): void => {
    // What does not fit the window could not be taken back.
    // Signs take two columns each, so two are left free.
    const lines = tree.draw(stream.columns - 2).slice(-Math.max(1, stream.rows - 1));
    erase();
    stream.write(lines.map((line) => `${line}\n`).join(''));
    drawn = lines.length;
  };
  const timer = setInterval(draw, redrawMs);
  return {
    take: tree.take,
    end: () => {
      clearInterval(timer);
      erase();
    },
  };
}

function showLines(stream: NodeJS.WriteStream, allLines: boolean): Live {
  const names = new Map<string, string>();
  const say = (text: string): void => {
    stream.write(`${text}\n`);
  };
  return {
    take: (event) => {
      const name = names.get(event.key) ?? event.key;
      switch (event.kind) {
        case 'job-started':
          names.set(event.key, event.name);
          say(`⏳ ${event.name}`);
          return;
        case 'step-started':
          say(`   ⏳ ${name}: ${shortName(event.step)}`);
          return;
        case 'line':
          if (allLines) say(`      ${event.line}`);
          return;
        case 'step-ended':
          if (event.step.phase !== 'set-up' && event.step.phase !== 'complete')
            say(
              `   ${marks[event.step.outcome]} ${name}: ${shortName(event.step.name)}  ${formatDuration(event.step.durationMs)}`,
            );
          return;
        case 'job-ended':
          say(`${marks[event.job.result]} ${event.job.name}  ${formatDuration(event.job.durationMs)}`);
          return;
      }
    },
    end: () => undefined,
  };
}
