import type { EmulatorRequest } from './routes.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** `Link` with rel prev, next, last and first as they apply (RFC 8288); no header on the only page. */
  readonly headers: Readonly<Record<string, string>>;
  readonly total: number;
}

export interface PageRules {
  /** Items on a page where the caller does not ask. */
  readonly standard: number;
  /** The most that a caller gets, whatever it asks for. */
  readonly most: number;
}

/**
 * Cuts the page out of a list that `page` (from 1) and `per_page` of the query ask for; values that are no number of at least 1
 * count as not given.
 *
 * @param url where the request went, without query: the links repeat it with the other parameters.
 */
export function paginate<T>(request: EmulatorRequest, url: string, list: readonly T[], rules: PageRules): Page<T> {
  const perPage = Math.min(rules.most, positive(request.query['per_page']) ?? rules.standard);
  const page = positive(request.query['page']) ?? 1;
  const last = Math.max(1, Math.ceil(list.length / perPage));
  const link = (to: number, rel: string): string => {
    const query = new URLSearchParams({ ...request.query, page: `${to}` });
    return `<${url}?${query.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    items: list.slice((page - 1) * perPage, page * perPage),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
    total: list.length,
  };
}

function positive(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 ? number : undefined;
}
