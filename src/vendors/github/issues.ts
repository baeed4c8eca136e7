import { VendorError } from '#kit/errors';
import { number, oneOf, optional, nullable, record, text } from '#kit/shapes';
import { suite } from '#kit/suite';
import { authorShape, recogniseAuthor } from './authors.ts';
import type { Author } from './authors.ts';
import type { GitHub } from './client.ts';
import { upsertComment } from './comments.ts';
import { compareRuns, composeBody, readMarker } from './markers.ts';
import type { Marker, RunOrder } from './markers.ts';
import { explained } from './refusals.ts';

/** Something that people are called for, and how it stands. */
export interface CallIssue {
  /** Tells our issues apart; without spaces. */
  readonly key: string;
  /** When this changes, people are called again; without spaces. */
  readonly state: string;
  readonly run: RunOrder;
  readonly title: string;
  /** Markdown of the body, in the order of importance. A change of it alone calls nobody. */
  readonly blocks: readonly string[];
  /** What is said as a comment when the state is another one than before. */
  readonly notice: string;
}

export interface Called {
  /**
   * `called`: this run has opened the issue, or called by a comment. `updated`: its text was changed. `outdated`: a newer run has
   * spoken, so nothing was written.
   */
  readonly did: 'called' | 'updated' | 'unchanged' | 'outdated';
  readonly number: number;
  readonly url: string;
}

export interface Closed {
  /** `none`: there is no open issue of this key. */
  readonly did: 'closed' | 'none';
}

/** By which our issues are found with one request, however many a repository has. */
const label: string = suite.name;
/** A thousand issues of ours; the newest come first. */
const mostPages = 10;
/** Every creation is followed by a look at what came of it; so many are enough for three answers that were lost. */
const mostLooks = 5;

interface Found {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
  readonly marker: Marker;
}

const issueShape = record(
  {
    number: number('whole', 1, Number.MAX_SAFE_INTEGER),
    html_url: text(1_000, /^https:\/\//, 'an address'),
    title: text(10_000),
    body: optional(nullable(text(Number.MAX_SAFE_INTEGER))),
    state: oneOf(['open', 'closed']),
    user: authorShape,
  },
  'ignored',
);

/**
 * Makes the one issue of this key, or brings it up to date: a text that says the same is left alone, one that says something
 * else is changed, and where the state is another one it is opened again and a comment calls those who are mentioned (a changed
 * text notifies nobody at GitHub). An issue that a person has closed stays closed until the state is another one. One request
 * where nothing is new.
 *
 * GitHub has no compare-and-swap for issues, so a creation is followed by a look. Of two that were made at once the oldest stays
 * and the other is closed as its duplicate; nobody but an administrator can delete one.
 * @throws ConfigurationError (`github-permission-missing`), VendorError
 */
export async function upsertIssue(github: GitHub, wanted: CallIssue): Promise<Called> {
  return explained(bring(github, wanted), { permission: 'issues: write' });
}

/**
 * Says what became of it and closes what is open of this key.
 * @throws ConfigurationError (`github-permission-missing`), VendorError
 */
export async function closeIssue(
  github: GitHub,
  { key, run, comment }: Pick<CallIssue, 'key' | 'run'> & { readonly comment: string },
): Promise<Closed> {
  return explained(close(), { permission: 'issues: write' });

  async function close(): Promise<Closed> {
    const open = (await find(github, key)).filter(({ isOpen }) => isOpen);
    for (const [index, issue] of open.entries()) {
      if (index === 0) await upsertComment(github, { number: issue.number, key: `${key}/end`, run, blocks: [comment] });
      await update(github, issue.number, { state: 'closed', state_reason: 'completed' });
    }
    return { did: open.length === 0 ? 'none' : 'closed' };
  }
}

async function bring(github: GitHub, wanted: CallIssue): Promise<Called> {
  const { key, state, run, title, blocks, notice } = wanted;
  const body = composeBody({ key, state, run, blocks });
  let made: Found | undefined;
  let failure: VendorError | undefined;
  for (let look = 1; look <= mostLooks; look += 1) {
    const found = await find(github, key);
    // A list may be older than what was just made.
    if (made !== undefined && found.every((each) => each.number !== made?.number)) found.push(made);
    const [issue, ...others] = found.toSorted((a, b) => rank(a) - rank(b) || a.number - b.number);
    if (issue === undefined) {
      try {
        made = { ...(await create(github, title, body)), isOpen: true, marker: { key, state, run } };
      } catch (error) {
        // It may have happened all the same: look before anything is repeated.
        if (!(error instanceof VendorError) || !error.details.ambiguous) throw error;
        failure = error;
      }
      continue;
    }
    const { number: issueNumber, url, marker } = issue;
    for (const other of others)
      if (other.isOpen) await update(github, other.number, { state: 'closed', state_reason: 'duplicate' });
    const end = { number: issueNumber, url };
    if (compareRuns(marker.run, run) > 0) return { did: 'outdated', ...end };
    const isMine = compareRuns(marker.run, run) === 0;
    if (marker.state !== state) {
      // First the call, then the text that says it is made: a run that dies between them is made up for by the next.
      await upsertComment(github, { number: issueNumber, key: `${key}/${state}`, run, blocks: [notice] });
      await update(github, issueNumber, { title, body, state: 'open' });
      return { did: 'called', ...end };
    }
    // What has been written is not compared letter by letter: should GitHub store a text otherwise, that is its own.
    const isSaid = isMine || (issue.title === title && withoutMarker(issue.body) === withoutMarker(body));
    if (isSaid) return { did: isMine ? 'called' : 'unchanged', ...end };
    await update(github, issueNumber, { title, body });
    return { did: 'updated', ...end };
  }
  throw failure ?? new Error(`the issue of ${key} was gone each time that it was looked at`);
}

/** An open one goes before a closed one. */
const rank = ({ isOpen }: Found): number => (isOpen ? 0 : 1);

const withoutMarker = (body: string): string =>
  body
    .replaceAll('\r\n', '\n')
    .replace(/^.*\n?/, '')
    .trim();

/**
 * The keys of our open issues that begin so.
 * @throws ConfigurationError (`github-permission-missing`), VendorError
 */
export async function listOpenKeys(github: GitHub, prefix: string): Promise<readonly string[]> {
  const listed = list(github, 'open', (key) => key.startsWith(prefix));
  const open = await explained(listed, { permission: 'issues: write' });
  return [...new Set(open.map(({ marker }) => marker.key))];
}

async function find(github: GitHub, key: string): Promise<Found[]> {
  return list(github, 'all', (one) => one === key);
}

async function list(github: GitHub, state: 'open' | 'all', isWanted: (key: string) => boolean): Promise<Found[]> {
  const isOurs = await recogniseAuthor(github);
  const question = {
    operation: 'look for the issues that call a person',
    route: 'GET /repos/{owner}/{repo}/issues',
    parameters: { labels: label, state, sort: 'created', direction: 'desc' },
  } as const;
  const found: Found[] = [];
  for await (const page of github.pages(question, issueShape, mostPages)) {
    for (const issue of page) {
      const marker = readMarker(issue.body ?? '');
      if (marker !== undefined && isWanted(marker.key) && isOurs(issue.user)) found.push(asFound(issue, marker));
    }
    // Those of one key were made within moments of each other where there are two, and so are of one page.
    if (state === 'all' && found.length > 0) break;
  }
  return found;
}

type Issue = Omit<Found, 'url' | 'isOpen' | 'marker' | 'body'> & {
  readonly html_url: string;
  readonly body?: string | null | undefined;
  readonly state: 'open' | 'closed';
  readonly user: Author;
};

function asFound({ number: issueNumber, html_url: url, title, body, state }: Issue, marker: Marker): Found {
  return { number: issueNumber, url, title, body: body ?? '', isOpen: state === 'open', marker };
}

async function create(
  github: GitHub,
  title: string,
  body: string,
): Promise<Pick<Found, 'number' | 'url' | 'title' | 'body'>> {
  const question = {
    operation: 'open the issue that calls a person',
    route: 'POST /repos/{owner}/{repo}/issues' as const,
    parameters: { title, body, labels: [label] },
  };
  const { number: issueNumber, html_url: url } = await github.read(question, issueShape);
  return { number: issueNumber, url, title, body };
}

async function update(
  github: GitHub,
  issue: number,
  change: {
    readonly title?: string;
    readonly body?: string;
    readonly state?: 'open' | 'closed';
    readonly state_reason?: 'completed' | 'duplicate';
  },
): Promise<void> {
  const question = {
    operation: 'change the issue that calls a person',
    route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
    parameters: { issue_number: issue, ...change },
    repeatable: true,
  } as const;
  await github.read(question, issueShape);
}
