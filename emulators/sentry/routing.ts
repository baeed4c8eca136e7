import type { Answer, EmulatorRequest, Route } from '../base/routes.ts';
import { FORBIDDEN, MISSING, refuse } from './refusals.ts';
import { asKnown, type SessionRow } from './sessions.ts';
import type { Organization, Project, SentryState } from './state.ts';

/** Scopes of which a token needs one. */
export type Needs = readonly string[];

export type SentryRoute = Route<SentryState, Needs>;

export const ORGANIZATION = '/api/0/organizations/{organization}';

/** A request to one organization. */
export interface Call {
  readonly request: EmulatorRequest;
  readonly params: Readonly<Record<string, string>>;
  /** All values of a parameter. */
  readonly values: (name: string) => readonly string[];
  /** The last value of a parameter. */
  readonly value: (name: string) => string | undefined;
  readonly organization: Organization;
  /** What has come in by now. */
  readonly rows: readonly SessionRow[];
  readonly now: number;
  readonly url: string;
}

export function inOrganization(handle: (call: Call) => Answer): SentryRoute['handler'] {
  return (request, state, { now, url }) => {
    const organization = findOrganization(state, request);
    if (organization === undefined) throw refuse(404, MISSING);
    return handle({
      request,
      params: request.params,
      values: (name) => request.queryLists[name] ?? [],
      value: (name) => request.query[name],
      organization,
      rows: organization.sessions
        .map((row) => asKnown(row, organization.ingestion, now))
        .filter((row) => row !== undefined),
      now,
      url,
    });
  };
}

/** By slug or number. */
export function findOrganization(state: SentryState, { params }: EmulatorRequest): Organization | undefined {
  const asked = params['organization'] ?? '';
  return state.organizations[asked] ?? Object.values(state.organizations).find(({ id }) => `${id}` === asked);
}

/** The projects that `project` names, by slug or number; all of them without it and for -1. Others' are forbidden. */
export function readProjects({ organization, values }: Call): readonly Project[] {
  const asked = values('project');
  if (asked.length === 0 || asked.includes('-1')) return organization.projects;
  return asked.map((name) => {
    const found = organization.projects.find(({ id, slug }) => slug === name || `${id}` === name);
    if (found === undefined) throw refuse(403, FORBIDDEN);
    return found;
  });
}

/** The environments that are asked for; null for all. One that was never seen does not exist. */
export function readEnvironments({ organization, values }: Call): readonly string[] | null {
  const asked = values('environment');
  const known = new Set(organization.sessions.map(({ environment }) => environment));
  if (asked.some((name) => !known.has(name))) throw refuse(404, MISSING);
  return asked.length === 0 ? null : asked;
}
