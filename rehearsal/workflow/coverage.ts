import type { FileKind } from './schema.ts';

export interface CoverageRow {
  readonly state: 'run' | 'checked' | 'refused' | 'without-effect';
  readonly reason: string;
}

export function findRow(_kind: FileKind, definition: string, name: string): CoverageRow | undefined {
  if (definition === 'job-factory' && ['container', 'services', 'snapshot'].includes(name)) {
    return { state: 'refused', reason: 'A rehearsal runs on the host, without containers.' };
  }
  return undefined;
}
