import { refuse } from './refusals.ts';
import type { Call } from './routing.ts';

/** https://docs.sentry.io/api/releases/list-an-organizations-releases/: by default, and at most. */
const PAGE_SIZE = 100;

/**
 * The page that `cursor` and `per_page` ask for. Both links are always there; whether there is something behind them says `results`:
 * https://docs.sentry.io/api/pagination/
 */
export function paginate<T>(
  { request, url, value }: Call,
  items: readonly T[],
): { readonly items: readonly T[]; readonly headers: Readonly<Record<string, string>> } {
  const size = Number(value('per_page') ?? PAGE_SIZE);
  if (!Number.isInteger(size) || size < 1 || size > PAGE_SIZE)
    throw refuse(400, `Invalid per_page value. Must be between 1 and ${PAGE_SIZE}.`);
  const [, from] = /^0:(\d+):[01]$/.exec(value('cursor') ?? '0:0:0') ?? [];
  if (from === undefined) throw refuse(400, 'Invalid cursor parameter.');
  const start = Number(from);
  const link = (rel: string, to: number, back: 0 | 1, results: boolean): string => {
    const cursor = `0:${to}:${back}`;
    const query = new URLSearchParams();
    for (const [name, list] of Object.entries(request.queryLists))
      for (const one of name === 'cursor' ? [] : list) query.append(name, one);
    query.append('cursor', cursor);
    return `<${url}${request.path}?${query.toString()}>; rel="${rel}"; results="${results}"; cursor="${cursor}"`;
  };
  return {
    items: items.slice(start, start + size),
    headers: {
      link: [
        link('previous', Math.max(0, start - size), 1, start > 0),
        link('next', start + size, 0, start + size < items.length),
      ].join(', '),
    },
  };
}
