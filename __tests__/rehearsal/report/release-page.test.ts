import { describe, expect, test } from '@jest/globals';
import { emptyLedger } from '#rollout/entries';
import { toParameters } from '#rollout/gates';
import { readState } from '#rollout/state';
import { writeLedger } from '#rollout/ledger-file';
import { viewLedgers } from '#rehearsal/report/release-from-ledger';
import { viewRehearsal } from '#rehearsal/report/release-from-rehearsal';
import { renderReleasePage } from '#rehearsal/report/release-page';
import { foldDecisions } from '#rehearsal/report/release-steps';
import { policyOf } from '../release/releases.ts';
import { byClass, byName, findAll, parseHtml, textOf, type Element } from '../../support/html.ts';
import { at, entriesOf, hour, openedAt, release, tag } from './ledgers.ts';
import { policyText, rehearsed } from './rehearsed.ts';

function pageOf(result = rehearsed()): Element {
  return parseHtml(renderReleasePage(viewRehearsal(result)));
}

function ledgerPage(sentence?: string, withPolicy = true): Element {
  const ledger = { ...emptyLedger, entries: entriesOf(sentence) };
  const rollout = { path: 'x.json', ledger, state: readState(ledger), text: writeLedger(ledger) };
  const view = viewLedgers({
    ...{ rollouts: [rollout], origin: 'a <folder>', notes: ['b.json cannot be read: it is no JSON.'] },
    ...{ workflow: 'promote.yml', now: openedAt + 8 * hour, address: 'https://github.com/example/app' },
    ...(withPolicy ? { policy: policyOf(policyText) } : {}),
  });
  return parseHtml(renderReleasePage(view));
}

/** The rows of a card, by their names. */
function cardOf(page: Element, platform: string): Readonly<Record<string, string>> & { readonly state: string } {
  const card = byClass(page, 'card').find((one) => textOf(byName(one, 'h3')[0] ?? one) === platform);
  if (card === undefined) throw new Error(`no card of ${platform}`);
  const rows = byName(card, 'dt').map((name, index): [string, string] => [
    textOf(name),
    textOf(byName(card, 'dd')[index] ?? name),
  ]);
  return {
    ...Object.fromEntries(rows),
    state: textOf(byClass(card, 'state')[0] ?? card),
    place: textOf(byClass(card, 'place')[0] ?? card),
  };
}

describe('the first screen of a rehearsal', () => {
  test('says where it is, why, what is next, who has it and how to stop it', () => {
    const { state, place, Why, Next, Exposed, Stop, ...rest } = cardOf(pageOf(), 'android');
    expect({ state, place }).toEqual({ state: 'halted', place: 'production 10 %' });
    expect(Why).toBe('2 % crash: above the limit above-threshold said Mon 30 Nov 14:00');
    expect(Next).toBe('A person decides: resume or abandon it.');
    expect(Exposed).toBe('700 of 10,000 users have it (7 %)');
    expect(rest['Open to']).toBe('0 % of the users of the store');
    expect(Stop).toContain(
      `gh workflow run mobile-promote.yml -f command=resume -f release='${tag}' -f platform=android -f confirm=2.15.3`,
    );
  });

  test('of one that is with the reviewers it says until when, and how to stop it', () => {
    const { state, place, Next, Stop } = cardOf(pageOf(), 'ios');
    expect({ state, place }).toEqual({ state: 'holds: in review', place: 'not in the store' });
    expect(Next).toMatch(/^Tue 1 Dec 04:00 UTC, in 12 h\./);
    expect(Stop).toContain('-f command=halt');
  });

  test('leads from one line for each platform to its part of the page', () => {
    const page = pageOf();
    const nav = byName(page, 'nav')[0] ?? page;
    expect(byName(nav, 'a').map((link) => [link.attributes['href'], textOf(link)])).toEqual([
      ['#android-2-15-3', 'android halted , production 10 %'],
      ['#ios-2-15-3', 'ios holds: in review , not in the store'],
    ]);
    const ids = findAll(page, ({ attributes }) => attributes['id'] !== undefined).map(
      ({ attributes }) => attributes['id'],
    );
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [
      ...byName(page, 'a').map(({ attributes }) => attributes['href'] ?? ''),
      ...findAll(page, ({ attributes }) => 'aria-labelledby' in attributes).map(
        ({ attributes }) => `#${attributes['aria-labelledby'] ?? ''}`,
      ),
    ].filter((target) => target.startsWith('#'));
    for (const target of targets) expect(ids).toContain(target.slice(1));
  });
});

describe('below it', () => {
  test('every chart has a sentence and a table of its numbers', () => {
    const page = pageOf();
    const section = findAll(page, ({ attributes }) => attributes['aria-labelledby'] === 'android-2-15-3')[0] ?? page;
    const charts = byClass(section, 'chart');
    expect(charts.map(({ attributes }) => [attributes['role'], attributes['aria-label']])).toEqual([
      ['img', expect.stringMatching(/^2\.15\.3 on android over 8 hours; .*700 users have it; halted after 6 hours$/)],
      ['img', 'crash: 2 %, 247 of 12,345 sessions; limit 0.5 %'],
    ]);
    const [exposure, evidence] = byName(section, 'table').map((table) => byName(table, 'tr').map(textOf));
    expect(exposure).toContain('3.0 Mon 30 Nov 11:00 production 10 % production 10 % soaked 10 % 0 % 0 %');
    expect(exposure).toContain('6.0 Mon 30 Nov 14:00 production 10 % production 10 % above-threshold 0 % 6 % 0 %');
    expect(evidence).toContain('crash 6.0 12,345 247 2 % 0.5 %');
    expect(textOf(section)).toContain('hour 6 halt, moved above threshold');
  });

  test('a threshold, and what was expected, beside what was', () => {
    const items = byClass(pageOf(), 'comparisons')
      .flatMap((list) => byName(list, 'li'))
      .map(textOf);
    expect(items[0]).toMatch(/^android as expected .*FALSE halt in hour 3: crash 4 of 121; 1,234,567 users have it$/);
    expect(items[1]).toMatch(/^ios not as expected .*its life should be complete, and is open\.$/);
    expect(textOf(pageOf())).toContain('Expected and observed: 1 not as expected');
  });

  test('runs that did something, those that did not, and what they wrote', () => {
    const page = pageOf();
    const section = findAll(page, ({ attributes }) => attributes['aria-labelledby'] === 'runs')[0] ?? page;
    const [loud, still] = byName(section, 'table').map((table) => byName(table, 'tr').slice(1).map(textOf));
    expect(loud).toEqual([
      '#1 Mon 30 Nov 08:00 open success',
      '#3 Mon 30 Nov 11:00 tick success 2.15.3 android promote (soaked): production 10 %',
      '#5 Mon 30 Nov 14:00 tick failure 2.15.3 android halt (above-threshold): production 10 %',
    ]);
    expect(still).toHaveLength(2);
    expect(byName(section, 'pre').map(textOf)).toContain('it is </script> open');
  });
});

test('of the version before it shows what became of it, and nothing where nothing did', () => {
  const result = rehearsed();
  const [android, ...others] = result.platforms;
  const [story] = android?.stories ?? [];
  if (android === undefined || story === undefined) throw new Error('there is a story');
  const namesWith = (life: 'complete' | 'halted'): readonly string[] => {
    const looks = story.looks.map((one) => ({ ...one, life }));
    const before = { ...story, role: 'previous' as const, tag: 'tracker-mobile@2.15.2+20261116.1', looks };
    const platforms = [{ ...android, stories: [before, ...android.stories] }, ...others];
    return byClass(pageOf({ ...result, platforms }), 'card').map((card) => textOf(byName(card, 'h3')[0] ?? card));
  };
  expect(namesWith('complete')).toEqual(['android', 'ios']);
  // With two versions of a platform each says which it is.
  expect(namesWith('halted').toSorted()).toEqual(['android, 2.15.2', 'android, 2.15.3', 'ios, 2.15.3']);
});

test('what is said again is one decision, and each move is one of its own', () => {
  const say = (hours: number, tone: 'wait' | 'go', place: string) => ({
    ...{ at: openedAt + hours * hour, what: tone === 'go' ? 'promote, moved' : 'hold', tone, reason: 'soaked' },
    ...{ sentence: `at ${hours}`, place, run: `#${hours}` },
  });
  const told = foldDecisions([
    ...[say(0, 'wait', 'internal'), say(1, 'wait', 'internal'), say(2, 'go', '5 %')],
    ...[say(3, 'go', '5 %'), say(4, 'wait', '5 %')],
  ]);
  expect(
    told.map(({ sentence, looks, until }) => [sentence, looks, until === null ? null : (until - openedAt) / hour]),
  ).toEqual([
    ['at 1', 2, 2],
    ['at 2', 1, 3],
    ['at 3', 1, 4],
    ['at 4', 1, null],
  ]);
});

test('of a release that fails each hour for a week it keeps what the last runs wrote', () => {
  const result = rehearsed();
  const [first] = result.runs;
  if (first === undefined) throw new Error('there is a run');
  const runs = Array.from({ length: 168 }, (_, index) => ({
    ...first,
    ...{ number: index + 1, command: 'tick', conclusion: 'failure', summary: `said by ${index + 1}`, log: ['x'] },
  }));
  const text = textOf(pageOf({ ...result, runs }));
  expect(text).toContain('What the last 24 wrote');
  expect([...text.matchAll(/said by (\d+)/g)].map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 24 }, (_, index) => 145 + index),
  );
});

const hostile = `"><script>alert(1)</script></style><img src=x onerror='a()'> & 'quotes'`;

test.each([
  ['a rehearsal', () => pageOf(rehearsed({ sentence: hostile, text: hostile }))],
  ['a ledger', () => ledgerPage(hostile)],
])('%s: foreign text stays text, and nothing is asked of the network', (_, make) => {
  const page = make();
  expect(textOf(page)).toContain(hostile);
  expect(byName(page, 'script')).toEqual([]);
  expect(byName(page, 'img')).toEqual([]);
  expect(byName(page, 'style')).toHaveLength(1);
  const all = findAll(page, () => true);
  expect(
    all.filter(({ attributes }) => Object.keys(attributes).some((name) => name === 'src' || name.startsWith('on'))),
  ).toEqual([]);
  expect(textOf(byName(page, 'style')[0] ?? page)).not.toMatch(/url\(|@import/);
  const policy = byName(page, 'meta').find(({ attributes }) => 'http-equiv' in attributes);
  expect(policy?.attributes['content']).toBe("default-src 'none'; style-src 'unsafe-inline'");
});

describe('the page of a ledger', () => {
  test('says the same of a real rollout', () => {
    const { state, place, Why, Next, Stop, ...rest } = cardOf(ledgerPage(), 'android');
    expect({ state, place }).toEqual({ state: 'halted', place: 'production 20 %' });
    expect(Why).toBe('2 % crash: above the limit above-threshold said Mon 30 Nov 14:00');
    expect(Next).toBe('A person decides: resume it, or abandon it.');
    expect(Stop).toContain('gh workflow run promote.yml -f command=resume');
    expect(rest).not.toHaveProperty('Exposed');
  });

  test('exposure from what was reached and published, evidence from the snapshots, each hour as it was last seen', () => {
    const page = ledgerPage();
    const tables = byName(page, 'table').map((table) => byName(table, 'tr').map(textOf));
    // At 10 % it was published an hour after it was reached; at 20 % somebody put it.
    expect(tables[0]).toContain('3.0 Mon 30 Nov 11:00 production 10 % production 10 % soaked 0 %');
    expect(tables[0]).toContain('4.0 Mon 30 Nov 12:00 production 10 % production 10 % soaking 10 %');
    expect(tables[0]).toContain('5.0 Mon 30 Nov 13:00 production 10 % production 20 % soaking 20 %');
    expect(tables[0]).toContain('6.0 Mon 30 Nov 14:00 production 10 % production 20 % above-threshold 0 %');
    expect(tables[1]?.slice(1)).toEqual(['crash 4.0 600 2 0.333 % 0.5 %', 'crash 6.0 1,000 18 1.8 % 0.5 %']);
  });

  test('the limit that is shown is the one that decides, and not what the policy says by now', () => {
    const policy = policyOf(policyText);
    const [android] = policy.platforms;
    if (android === undefined) throw new Error('the policy has a platform');
    const parameters = toParameters(policy, android, {});
    const [first, ...rest] = entriesOf();
    if (first === undefined) throw new Error('there are entries');
    const [second, ...others] = rest;
    const began = at(0, { kind: 'began', platform: 'android', parameters, curves: {} });
    const ledger = { ...emptyLedger, entries: [first, ...(second === undefined ? [] : [second]), began, ...others] };
    const rollout = { path: 'x.json', ledger, state: readState(ledger), text: '' };
    const view = viewLedgers({
      ...{ rollouts: [rollout], origin: 'x', notes: [], workflow: 'x.yml', now: openedAt + 8 * hour },
      policy: policyOf(policyText.replace('max: 0.5%', 'max: 9%')),
    });
    expect(view.stories[0]?.evidence.map(({ max }) => max)).toEqual([0.005]);
  });

  test('leaves out what only a rehearsal knows, and says what is missing', () => {
    const page = ledgerPage();
    expect(textOf(page)).not.toMatch(/threshold instead|Expected|have it|people and services/);
    expect(byClass(page, 'note').map(textOf)).toEqual(['b.json cannot be read: it is no JSON.']);
    const without = ledgerPage(undefined, false);
    expect(byClass(without, 'note').map(textOf)).toContain(
      'No policy was read, so the plan and what comes next are left out.',
    );
    expect(byClass(without, 'plan')).toEqual([]);
  });

  test('decisions: the move with its reason, what somebody did at the store, and the halt once', () => {
    const whats = byClass(ledgerPage(), 'decisions')
      .flatMap((list) => byName(list, 'strong'))
      .map(textOf);
    expect(whats).toEqual([
      'halted by gate crash',
      'found at production 20 %',
      'hold',
      'promote, moved',
      'hold',
      'seen at internal 100 %',
    ]);
  });

  test('runs lead to GitHub', () => {
    const page = ledgerPage();
    const links = byName(page, 'a').filter(({ attributes }) => attributes['href']?.startsWith('https:') === true);
    expect(links.map(({ attributes }) => attributes['href'])).toContain(
      'https://github.com/example/app/actions/runs/9006',
    );
  });

  test('people: held, released, resumed, expedited; a claim that is under way', () => {
    const of = { platform: 'android' } as const;
    const entries = [
      ...entriesOf().slice(0, 9),
      at(5, { kind: 'held', ...of, until: '2026-12-02T08:00:00.000Z', why: 'a <talk>', by: '@bob' }),
      at(5, { kind: 'decided', ...of, state: 'hold', reason: 'held', sentence: '@bob holds it' }),
    ];
    const claim = {
      run: '9005.1',
      at: '2026-11-30T13:00:00.000Z',
      move: 'raise',
      by: 'controller',
      reason: null,
    } as const;
    const ledger = { entries, claims: { android: { ...claim, place: { track: 'production', share: 0.5 } } } };
    const rollout = { path: 'x.json', ledger, state: readState(ledger), text: '' };
    const view = viewLedgers({
      ...{
        rollouts: [rollout],
        origin: 'x',
        notes: [],
        workflow: 'promote.yml',
        now: openedAt + 6 * hour,
        policy: policyOf(policyText),
      },
    });
    const card = cardOf(parseHtml(renderReleasePage(view)), 'android');
    expect(card.state).toBe('holds: held');
    expect(card['Next']).toBe('Wed 2 Dec 08:00 UTC, in 1 d 18 h. Next stage: production 100 %.');
    expect(card['Under way']).toBe('raise to production 50 %, by run 9005.1 since Mon 30 Nov 13:00 UTC');
    expect(view.stories[0]?.decisions.map(({ what, sentence }) => `${what} ${sentence}`)).toContain(
      'held by @bob Until Wed 2 Dec 08:00 UTC: a <talk>',
    );
  });

  test('what waits for a person says so, and what the person may do, until it is over', () => {
    const of = { platform: 'android' } as const;
    const asks = { kind: 'decided', ...of, state: 'hold', reason: 'needs-human', sentence: 'too few <users>' } as const;
    const entries = [...entriesOf().slice(0, 9), at(5, { ...asks, choice: 'promote, hold, halt or abandon' })];
    const show = (all: typeof entries): ReturnType<typeof cardOf> => {
      const ledger = { ...emptyLedger, entries: all };
      const rollouts = [{ path: 'x.json', ledger, state: readState(ledger), text: '' }];
      const view = viewLedgers({ rollouts, origin: 'x', notes: [], workflow: 'x.yml', now: openedAt + 6 * hour });
      return cardOf(parseHtml(renderReleasePage(view)), 'android');
    };
    const waiting = show(entries);
    expect(waiting.state).toBe('asks a person: needs human');
    expect(waiting['Next']).toBe('A person decides: promote, hold, halt or abandon.');
    const counting = at(6, { ...asks, reason: 'not-enough-evidence' });
    expect(show([...entries, counting])['Next']).toBe('The next tick looks again.');
    const over = show([...entries, at(6, { kind: 'abandoned', ...of, by: '@bob', why: 'a hotfix comes' })]);
    expect([over.state, over['Next']]).toEqual(['abandoned', 'Nothing: it is not moved any more.']);
  });

  test('a clock that is behind does not draw the release into the past', () => {
    const ledger = { ...emptyLedger, entries: entriesOf() };
    const rollout = { path: 'x.json', ledger, state: readState(ledger), text: '' };
    const view = viewLedgers({
      rollouts: [rollout],
      origin: 'x',
      notes: [],
      workflow: 'x.yml',
      now: openedAt - 24 * hour,
    });
    expect(view.now).toBe(openedAt + 6 * hour);
    expect(view.stories[0]?.curve.to).toBe(openedAt + 6 * hour);
    expect(view.title).toBe(`${release.name}@2.15.3+20261130.1`);
  });
});
