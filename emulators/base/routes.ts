/** A request as handlers see it. */
export interface EmulatorRequest {
  readonly method: string;
  /** Path without query, still percent-encoded. */
  readonly path: string;
  /** Values of the path's parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Query parameters, decoded; the last one counts where a name is repeated. */
  readonly query: Readonly<Record<string, string>>;
  /** All values of each query parameter in their order, for vendors that take a name more than once. */
  readonly queryLists: Readonly<Record<string, readonly string[]>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: Buffer;
  /** The parsed JSON body; an empty body is `{}`, a body that is no JSON is undefined. */
  readonly body: unknown;
}

/** A body that is a Buffer or a string is sent as it is, anything else as JSON; undefined is no body. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Ends a handler with an answer. As every throw does, it undoes what the handler has changed so far. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`Refused with ${answer.status}.`);
    this.name = 'Refusal';
    this.answer = answer;
  }
}

export interface HandlerContext {
  /** Virtual time in ms since the epoch. */
  readonly now: number;
  /** Virtual time, ISO 8601 in UTC. */
  readonly iso: string;
  /** Base URL of this server, without a slash at the end. */
  readonly url: string;
  /** Name of the caller's credential; the empty string where the vendor let nobody in by name. */
  readonly actor: string;
}

/**
 * One operation of the vendor. A handler is synchronous, so that a request is one transaction: if it throws or answers 400 and
 * above, nothing has changed. The handler of a route that reads gets the frozen state, any other one gets a draft.
 */
export interface Route<State, Needs = unknown> {
  /** The vendor's own name for it, such as `git/update-ref`. */
  readonly operation: string;
  readonly method: string;
  /**
   * Path template with `{name}` for one segment and `{name+}` for one or more. The first route of the table that fits wins, so
   * longer ones stand before shorter ones.
   */
  readonly path: string;
  /** Further condition, where one path serves many operations (GraphQL). */
  readonly when?: (request: EmulatorRequest) => boolean;
  /** Default: GET and HEAD read. */
  readonly reads?: boolean;
  /** What the caller must be allowed to do, in the vendor's terms. */
  readonly needs: Needs;
  /** The page of the vendor, or the rule, that this follows. */
  readonly source: string;
  readonly handler: (request: EmulatorRequest, state: State, context: HandlerContext) => Answer;
}

/** Whether a route only reads. */
export function readsOnly(route: Pick<Route<never>, 'reads' | 'method'>): boolean {
  return route.reads ?? (route.method === 'GET' || route.method === 'HEAD');
}

export interface Match<R> {
  readonly route: R;
  readonly request: EmulatorRequest;
}

/** Prepares a table of routes. The result finds the first one that fits, and fills in the path's parameters. */
export function createRouter<R extends Pick<Route<never>, 'method' | 'path' | 'when'>>(
  routes: readonly R[],
): (request: EmulatorRequest) => Match<R> | undefined {
  const compiled = routes.map((route) => ({ route, pattern: compilePath(route.path) }));
  return (request) => {
    for (const { route, pattern } of compiled) {
      if (route.method !== request.method) continue;
      const groups = pattern.exec(request.path)?.groups;
      if (groups === undefined) continue;
      const params = Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)]));
      const filled = { ...request, params };
      if (route.when === undefined || route.when(filled)) return { route, request: filled };
    }
    return undefined;
  };
}

function compilePath(template: string): RegExp {
  const source = template
    .split(/(\{\w+\+?\})/)
    .map((part) => {
      const parameter = /^\{(\w+)(\+?)\}$/.exec(part);
      if (parameter === null) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return `(?<${parameter[1] ?? ''}>${parameter[2] === '+' ? '.+' : '[^/]+'})`;
    })
    .join('');
  // The empty named group makes `groups` exist for paths without parameters.
  return new RegExp(`^(?:${source})(?<_>)/?$`);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
