import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { createStepLog, keep } from '#rehearsal/runner/log-commands';
import type { Annotation } from '#rehearsal/runner/log-commands';
import type { Done, Machine, StepSink } from './machine.ts';
import type { Phase, PlacedAnnotation, Result, StepReport } from './result.ts';

/** A step while it runs: its log, its annotations, its times. */
export interface StepRecord {
  readonly sink: StepSink;
  readonly name: () => string;
  readonly rename: (name: string) => void;
  /** Tells those who watch that the step has begun. */
  readonly start: () => void;
  /** Whether a command could not be obeyed. */
  readonly failed: () => boolean;
  /** Outputs set by the old command on standard output. */
  readonly legacyOutputs: () => Readonly<Record<string, string>>;
  /** State saved likewise, for the post of the step. */
  readonly legacyState: () => ReadonlyMap<string, string>;
  readonly finish: (outcome: Result, conclusion: Result, done?: Done) => StepReport;
}

export interface RecordOptions {
  readonly phase: Phase;
  readonly id?: string | undefined;
  readonly name?: string;
  readonly parent?: StepSink | undefined;
}

export function createStepRecord(machine: Machine, options: RecordOptions): StepRecord {
  const { run, key, masks, matchers, folders } = machine;
  const log = createStepLog({
    masks,
    matchers,
    readMatcher: (file) => {
      const path = resolve(folders.workspace, file);
      if (!existsSync(path)) throw new Error(`Could not find file '${file}'.`);
      return readFileSync(path, 'utf8');
    },
    debug: machine.contexts.secrets['ACTIONS_STEP_DEBUG'] === 'true',
  });
  const startMs = run.elapsed();
  const virtualStart = run.ground.clock.now();
  let name = options.name ?? '';
  let shown = 0;
  const show = (): void => {
    for (const line of log.visible.slice(shown)) run.emit({ kind: 'line', key, line });
    shown = log.visible.length;
  };
  const annotate = (level: Annotation['level'], message: string): void => {
    keep(log, { level, message: log.mask(message) });
    log.visible.push(...log.mask(`${level}: ${message}`).split('\n'));
    show();
  };
  const sink: StepSink = {
    read: (line) => {
      log.read(line);
      show();
    },
    fail: (message) => {
      annotate('error', message);
    },
    warn: (message) => {
      annotate('warning', message);
    },
  };
  return {
    sink,
    name: () => name,
    rename: (to) => {
      name = to;
    },
    start: () => {
      run.emit({ kind: 'step-started', key, step: name });
    },
    failed: () => log.failed,
    legacyOutputs: () => Object.fromEntries(log.legacyOutputs),
    legacyState: () => log.legacyState,
    finish: (outcome, conclusion, done) => {
      const children = done?.children ?? [];
      // What the steps of a composite action say is said by the step that uses it.
      for (const annotation of children.flatMap((child) => child.annotations)) keep(log, annotation);
      const report: StepReport = {
        name,
        ...(options.id === undefined ? {} : { id: options.id }),
        phase: options.phase,
        outcome,
        conclusion,
        outputs: maskAll(done?.outputs ?? {}, (text) => log.mask(text)),
        annotations: log.annotations.map((annotation) => withExcerpt(annotation, folders.workspace)),
        dropped: log.dropped.length + children.reduce((sum, child) => sum + child.dropped, 0),
        summary: log.mask(done?.summary ?? ''),
        log: log.visible,
        ...(done?.standIn === undefined ? {} : { standIn: done.standIn }),
        startMs,
        durationMs: run.elapsed() - startMs,
        waitedMs: run.ground.clock.now() - virtualStart,
        children,
      };
      run.emit({ kind: 'step-ended', key, step: report });
      return report;
    },
  };
}

function maskAll(values: Readonly<Record<string, string>>, mask: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, mask(value)]));
}

const linesAround = 2;

/** Adds the lines around an annotation's place while the workspace is still there. */
function withExcerpt(annotation: Annotation, workspace: string): PlacedAnnotation {
  const { file, line } = annotation;
  if (file === undefined || line === undefined) return annotation;
  const path = resolve(workspace, file);
  const shown = isAbsolute(file) ? { file: relative(workspace, file).split(sep).join('/') } : {};
  if (!existsSync(path) || !statSync(path).isFile() || !path.startsWith(workspace + sep)) return annotation;
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const first = Math.max(1, line - linesAround);
  const excerpt = lines
    .slice(first - 1, (annotation.endLine ?? line) + linesAround)
    .slice(0, 12)
    .map((text, index) => ({ line: first + index, text }));
  return { ...annotation, ...shown, ...(excerpt.length === 0 ? {} : { excerpt }) };
}
