import type { Answer, EmulatorRequest, HandlerContext, Route } from '../base/routes.ts';
import { NO_WISHES, writeResources, type Writing } from './documents.ts';
import type { Task } from './keys.ts';
import type { QueryRules } from './queries.ts';
import { notFound, refuse } from './refusals.ts';
import type { AnyResource } from './resources.ts';
import type { AscState, Resources, ResourceType } from './state.ts';

/** What Apple asks of the caller of a route. `free`: no token; it must not have one. */
export type Needs = { readonly task: Task } | { readonly free: true };

export interface AscRoute extends Route<AscState, Needs> {
  /** What its query may hold, where it reads. */
  readonly rules?: QueryRules;
}

/** A request, as the rules see it. */
export interface Call extends Writing {
  readonly request: EmulatorRequest;
  /** The resource that the path names; the empty string where it names none. */
  readonly id: string;
}

export function inCall(handle: (call: Call) => Answer): AscRoute['handler'] {
  return (request, state, context) => handle(createCall(request, state, context));
}

function createCall(request: EmulatorRequest, state: AscState, { now, url }: HandlerContext): Call {
  return { request, state, now, id: request.params['id'] ?? '', base: state.settings.publicUrl ?? url };
}

/** The resource of an id; 404 where there is none. */
export function requireResource<T extends ResourceType>({ state }: Call, type: T, id: string): Resources[T] {
  const found = state.tables[type][id];
  if (found === undefined) throw refuse(notFound(type, id));
  return found;
}

/** One resource as an answer: 200 for what was changed, 201 for what is new. */
export function answerWith(call: Call, status: number, type: ResourceType, resource: object): Answer {
  const { data } = writeResources(call, type, [resource as AnyResource], NO_WISHES);
  const path = status === 201 ? `/v1/${type}/${(resource as AnyResource).id}` : call.request.path;
  return { status, body: { data: data[0], links: { self: `${call.base}${path}` } } };
}

export const DONE: Answer = { status: 204 };
