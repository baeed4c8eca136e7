import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listScenarios, parseScenario, findScenario } from '#rehearsal/release/library';
import type { Scenario } from '#rehearsal/release/scenario';
import { readScenario } from '#rehearsal/release/scenario-file';

const hour = 3_600_000;

function read(text: string): Scenario {
  const result = readScenario(text, 'mine');
  if ('defects' in result) throw new Error(result.defects.map(({ message }) => message.text).join('\n'));
  return result.scenario;
}

/** `line:column path: message`, one a line. */
function defectsOf(text: string): readonly string[] {
  const result = readScenario(text, 'mine');
  if (!('defects' in result)) throw new Error('it has no mistake');
  return result.defects.map(
    ({ line, column, path, message }) => `${line}:${column} ${path === '' ? '' : `${path}: `}${message.text}`,
  );
}

test.each(listScenarios().map((file) => [file.name, file] as const))(
  '%s can be read, and says what must hold',
  (_, file) => {
    const result = parseScenario(file);
    expect(result).not.toHaveProperty('defects');
    if ('defects' in result) return;
    expect(result.scenario.expect.length).toBeGreaterThan(0);
    expect(result.scenario.about).not.toBe('');
  },
);

test('the scenarios that the documents name are all there', () => {
  expect(listScenarios().map(({ name }) => name)).toEqual([
    'console-drift',
    'crash-spike-in-stage-2',
    'feed-stalls',
    'healthy',
    'hotfix',
    'hundred-testers',
    'ledger-lost',
    'overlap',
    'previous-already-bad',
    'rejected-by-apple',
    'review-bomb',
    'shared-incident',
    'slow-anr-growth',
    'small-app',
    'ten-hour-gap',
  ]);
});

test('the smallest one has a healthy app of a million phones', () => {
  const scenario = read('about: Nothing happens.\nexpect: [{ on: android, life: complete }]\n');
  expect(scenario).toMatchObject({
    name: 'mine',
    users: { android: 1_000_000, wear: 30_000, ios: 800_000 },
    versions: { previous: { crash: 0.003 }, release: { crash: 0.003 } },
    acts: [],
    expect: [{ on: 'android', of: 'release', life: 'complete', held: [] }],
  });
  expect(scenario.versions.next).toBeUndefined();
});

test('everything that can be said is read as it is meant', () => {
  const scenario = read(`about: All of it.
seed: 7
start: "2026-12-01T06:00Z"
limit: 3d
users: { android: 9M, ios: 10k }
testers: { closed: 1_000 }
adoption: 12h
versions: { previous: { crash: 0% }, release: { crash: 1%, one-star: 4% } }
next: { after: 30h, expedite: true }
changes:
  - { of: release, on: wear, what: one-star, to: 5x, from-share: 10%, within: 4h, lasts: 8h }
reviewers: { google: 1h, apple: 20h, rejects: true }
ticks: { drift: 30min, dropped: 10%, gaps: [{ after: 5h, lasts: 2h }] }
acts:
  - { after: 20h, does: stall, source: vitals, lasts: 3h }
  - { after: 2h, does: run, command: halt, on: ios }
  - { after: 9h, does: raise, on: android, to: 50% }
expect:
  - { on: ios, of: next, life: halted, halt: 30min..12h, exposed: 0.5%..3%, users: 0..20k, held: stale }
`);
  expect(scenario).toMatchObject({
    seed: 7,
    start: Date.parse('2026-12-01T06:00:00Z'),
    limit: 72 * hour,
    users: { android: 9_000_000, wear: 30_000, ios: 10_000 },
    adoption: 12 * hour,
    versions: { previous: { crash: 0 }, release: { crash: 0.01, oneStar: 0.04 }, next: { crash: 0.003 } },
    next: { after: 30 * hour, expedite: true },
    changes: [{ what: 'oneStar', to: { times: 5 }, at: { share: 0.1 }, within: 4 * hour, lasts: 8 * hour }],
    reviewers: { google: hour, apple: 20 * hour, rejects: true },
    ticks: { drift: hour / 2, dropped: 0.1, gaps: [{ after: 5 * hour, lasts: 2 * hour }] },
    expect: [
      {
        halt: { from: hour / 2, to: 12 * hour },
        exposed: { from: 0.005, to: 0.03 },
        users: { from: 0, to: 20_000 },
        held: ['stale'],
      },
    ],
  });
  // Policies call it "closed", Google "alpha".
  expect(scenario.testers['alpha']).toBe(1_000);
  expect(scenario.acts.map(({ after, does }) => [after / hour, does])).toEqual([
    [2, 'run'],
    [9, 'raise'],
    [20, 'stall'],
  ]);
});

test.each([
  [
    'a key that was mistyped',
    'abuot: X\nexpect: []',
    '1:1 abuot: "abuot" is no key of this place; did you mean "about"?',
  ],
  ['nothing about it', 'expect: []', '1:1 "about" is missing'],
  ['nothing that must hold', 'about: X', '1:1 "expect" is missing'],
  [
    'no YAML',
    'about: [',
    '1:9 it is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'a platform that there is not',
    'about: X\nexpect: [{ on: androit, life: open }]',
    '2:16 expect[0].on: it is none of the words that stand here; did you mean "android"?',
  ],
  ['an end without a life', 'about: X\nexpect: [{ on: ios }]', '2:10 expect[0]: "life" is missing'],
  [
    'a range that falls',
    'about: X\nexpect: [{ on: ios, life: open, halt: 9h..2h }]',
    '2:39 expect[0].halt: it is not a range from less to more',
  ],
  [
    'a range without a unit',
    'about: X\nexpect: [{ on: ios, life: open, exposed: 1..2 }]',
    '2:42 expect[0].exposed: it is not a range from less to more',
  ],
  ['half a user', 'about: X\nusers: { ios: 0.5 }\nexpect: []', '2:15 users.ios: it is not a whole number'],
  [
    'a start within an hour',
    'about: X\nstart: "2026-11-30T08:30Z"\nexpect: []',
    '2:8 start: it is not a full hour in UTC',
  ],
  [
    'a change without a moment',
    'about: X\nchanges: [{ what: crash, to: 1% }]\nexpect: []',
    '2:11 changes[0]: "after or from-share" is missing',
  ],
  [
    'a change with two moments',
    'about: X\nchanges: [{ what: crash, to: 1%, after: 1h, from-share: 5% }]\nexpect: []',
    '2:11 changes[0]: "after or from-share" is missing',
  ],
  [
    'a rate without a unit',
    'about: X\nchanges: [{ what: crash, to: 0.01, after: 1h }]\nexpect: []',
    '2:30 changes[0].to: without "%" nobody knows whether this means 1% or 0.01%',
  ],
  [
    'an act that says too little',
    'about: X\nacts: [{ after: 1h, does: stall, source: sentry }]\nexpect: []',
    '2:8 acts[0]: "lasts" is missing',
  ],
])('%s is told where it stands', (_, text, expected) => {
  expect(defectsOf(text)[0]).toBe(expected);
});

test('all mistakes are told at once, from the top', () => {
  expect(
    defectsOf('about: X\nlimit: 3\nusers: { phones: 5 }\nexpect: [{ on: ios, life: dead }]').map(
      (one) => one.split(' ')[0],
    ),
  ).toEqual(['2:8', '3:10', '4:27']);
});

test('whatever stands in a file is read or refused, and nothing else', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const result = readScenario(text, 'any');
      return 'defects' in result ? result.defects.every(({ line, column }) => line >= 1 && column >= 1) : true;
    }),
  );
});

test('a name that is not there is answered with the one that was meant', () => {
  expect(findScenario('helthy')).toMatch(
    /^there is no scenario "helthy"; did you mean "healthy"\? There are: console-drift, /,
  );
  expect(findScenario('./nowhere.yml')).toBe('there is no file "./nowhere.yml"');
});
