import type { AnnotationLevel } from './runner.ts';
import type { Log } from './log.ts';
import type { Vault } from './secrets.ts';

/** GitHub shows 10 annotations per level and step and drops the rest without a word (actions/toolkit, problem-matchers). */
const perLevel = 10;
/** The runner cuts a message here (actions/runner, ExecutionContext). */
const longestMessage = 4_096;

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly message: string;
  readonly title?: string;
  /** Path from the root of the workspace, with forward slashes. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly endLine?: number;
  /** 1-based. GitHub shows columns only when `line` and `endLine` are equal. */
  readonly column?: number;
  /** Lower comes first when there are more than GitHub shows; 0 unless given. */
  readonly rank?: number;
}

export interface Annotations {
  add(annotation: Annotation): void;
  /**
   * Prints them, the most useful first, at most as many as GitHub shows. Returns how many of each level were left out.
   * @param reserved places of the level `error` that the caller needs itself (the verdict's own line).
   */
  flush(reserved?: number): Readonly<Record<AnnotationLevel, number>>;
}

export function createAnnotations(log: Log, vault: Vault): Annotations {
  const collected = new Map<string, Annotation>();

  return {
    add(annotation) {
      // The same problem found by two tools is one annotation.
      const { file, line, column, message } = annotation;
      collected.set(JSON.stringify([annotation.level, file, line, column, message]), annotation);
    },
    flush(reserved = 0) {
      const leftOut = { error: 0, warning: 0, notice: 0 };
      for (const level of ['error', 'warning', 'notice'] as const) {
        const places = level === 'error' ? perLevel - reserved : perLevel;
        const sorted = [...collected.values()].filter((one) => one.level === level).sort(compare);
        const shown = sorted.slice(0, places);
        leftOut[level] = sorted.length - shown.length;
        for (const annotation of shown) print(log, vault, annotation);
      }
      collected.clear();
      return leftOut;
    },
  };
}

function compare(a: Annotation, b: Annotation): number {
  return (
    (a.rank ?? 0) - (b.rank ?? 0) ||
    (a.file ?? '').localeCompare(b.file ?? '', 'en') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0)
  );
}

function print(log: Log, vault: Vault, annotation: Annotation): void {
  const message = vault.redact(annotation.message).slice(0, longestMessage);
  log.speak((runner) => {
    runner.annotate(annotation.level, message, {
      ...(annotation.title === undefined ? {} : { title: vault.redact(annotation.title) }),
      ...(annotation.file === undefined ? {} : { file: annotation.file }),
      ...(annotation.line === undefined
        ? {}
        : { startLine: annotation.line, endLine: annotation.endLine ?? annotation.line }),
      ...(annotation.column === undefined ? {} : { startColumn: annotation.column }),
    });
  });
}
