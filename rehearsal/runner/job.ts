import { randomUUID } from 'node:crypto';
import { killOrphans } from '#kit/orphans';

/** An id for `stepEnvironment`, as the runner gives each job one. */
export function createTrackingId(): string {
  return `github_${randomUUID()}`;
}

/** What the runner does when a job is over: it ends every process that still carries the job's id. */
export function endJob(trackingId: string): void {
  killOrphans(trackingId, 'RUNNER_TRACKING_ID');
}
