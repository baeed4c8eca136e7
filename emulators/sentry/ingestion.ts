import type { Store } from '../base/store.ts';
import type { VirtualClock } from '../base/clock.ts';
import { readSessionsInput, type Ingestion, type SessionsInput } from './sessions.ts';
import { ensureRelease, type Organization, type SentryState } from './state.ts';

/** What apps send to Sentry, and how it comes in. */
export interface SentryIngestion {
  /** Adds sessions. Their release comes into being with them. */
  readonly addSessions: (organization: string, ...sessions: readonly SessionsInput[]) => void;
  /** Changes how late sessions that are added from now on are counted, ms; what is not given stays. */
  readonly set: (organization: string, settings: Partial<Omit<Ingestion, 'frozenAt'>>) => void;
  /** Stops it: nothing that would come later is counted, and every call goes on succeeding. */
  readonly freeze: (organization: string) => void;
  /** What has waited is counted at once. */
  readonly thaw: (organization: string) => void;
}

export function createIngestion(store: Store<SentryState>, clock: VirtualClock): SentryIngestion {
  const change = (slug: string, act: (organization: Organization, state: SentryState) => void): void => {
    store.transact((state) => {
      const organization = state.organizations[slug];
      if (organization === undefined) throw new Error(`The Sentry emulator has no organization ${slug}.`);
      act(organization, state);
    });
  };
  return {
    addSessions: (slug, ...sessions) => {
      change(slug, (organization, state) => {
        for (const input of sessions) {
          const project = organization.projects.find((one) => one.slug === input.project);
          if (project === undefined) throw new Error(`${slug} has no project ${input.project}.`);
          const row = readSessionsInput(input, project.id, organization.ingestion);
          organization.sessions.push(row);
          ensureRelease(state, organization, row.release, { project: project.slug, at: row.at });
        }
      });
    },
    set: (slug, settings) => {
      change(slug, ({ ingestion }) => {
        Object.assign(ingestion, settings);
      });
    },
    freeze: (slug) => {
      change(slug, ({ ingestion }) => {
        ingestion.frozenAt = clock.now();
      });
    },
    thaw: (slug) => {
      change(slug, ({ ingestion }) => {
        ingestion.frozenAt = null;
      });
    },
  };
}
