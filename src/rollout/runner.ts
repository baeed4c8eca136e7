import type { Environment } from '#kit/child-env';

/** Who started a run, and its id and attempt: a run that is started anew is another one. */
export interface Runner {
  readonly by: `@${string}`;
  readonly run: string;
}

export function readRunner(environment: Environment): Runner {
  const id = environment['GITHUB_RUN_ID'] ?? 'local';
  const attempt = environment['GITHUB_RUN_ATTEMPT'] ?? '1';
  return { by: `@${environment['GITHUB_ACTOR'] ?? 'somebody'}`, run: `${id}.${attempt}` };
}
