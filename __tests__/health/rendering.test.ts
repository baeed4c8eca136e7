import { describe, expect, test } from '@jest/globals';
import { createSummary } from '#kit/summary';
import { latch, startRollout } from '#health/epochs';
import { renderPlan } from '#health/plan-rendering';
import { planRollout } from '#health/planner';
import { renderDecision } from '#health/rendering';
import { formatCount, formatGood, formatRatio, formatShare, formatSpan, formatTime } from '#health/wording';
import { begin, hour, look, oneBucket, parameters, proven } from './looks.ts';

function render(...args: Parameters<typeof look>): string {
  const summary = createSummary();
  renderDecision(summary, look(...args));
  return summary.render();
}

/** As a reader sees it: without the backslashes that keep foreign text harmless. */
function read(...args: Parameters<typeof look>): string {
  return render(...args).replaceAll('\\', '');
}

test('a hold shows the rate, the interval, the bars and what is missing', () => {
  const report = { buckets: [oneBucket(26, 5_700, { bad: 320, units: 100_000 })], freshUntil: begin + 11 * hour };
  expect(render(report)).toBe(`## ⏸️ hold: not-enough-evidence

Hold production 5 %: 99.54 % crash-free \\(0.18–0.77 % crash, valid at every look\\) in 5,700 sessions; neither proven good nor bad; about 621 more sessions are needed, about 7 h 18 min at the present pace.

| Gate | Verdict | Good | Bad, valid at every look | Limit | Units | Before | To a halt | To a raise | Data age |
| --- | --- | ---: | ---: | ---: | ---: | ---: | --- | --- | ---: |
| crash | ⏸️ not-enough-evidence | 99.54 % | 0.18 % to 0.77 % | 0.5 % | 5,700 sessions, 26 bad | 0.32 %, now 1.43 times that | ░░░░░░░░░░ 0 % | ████████▊░ 87 % | 1 h |
| anr \\(optional\\) | ⏸️ no-data | – | – | 0.5 % | 0 user-hours, 0 bad | – | ░░░░░░░░░░ 0 % | ░░░░░░░░░░ 0 % | 0 s |

- no user-hours for anr yet; about 581 more user-hours are needed

<details><summary>How this was weighed</summary>

- A raise from here needs proof that the rate is below the limit times the margin; the soak is over.
- The interval holds the true rate at every look at once, so looking every hour makes no false alarm. A full bar is all the evidence that is needed; a raise also asks that the rate itself keeps the limit.
- crash: counts are divided by an overdispersion of 1 \\(given\\); how late reports come is not measured, so a raise counts only what is older than 6 h.
- anr: counts are divided by an overdispersion of 1 \\(given\\); how late reports come is not measured, so a raise counts only what is older than 6 h.

</details>`);
});

describe('the section', () => {
  test('says when the soak ends and what a screened stage needs', () => {
    const stage = { ...proven, soak: 20 * hour, evidence: { kind: 'screened', factor: 5 } } as const;
    expect(read([oneBucket(0, 600)], { stage })).toContain(
      'A raise from here needs enough units that a release 5 times too bad would have been halted (or proof); the soak ends at 2026-01-15 05:00 UTC.',
    );
  });

  test('says that a test stage needs nothing', () => {
    const text = render([oneBucket(0, 60)], { stage: { ...proven, evidence: { kind: 'halt-only' } } });
    expect(text).toContain('needs nothing but that no test halts it');
    expect(text).toContain('needs none');
    expect(text).toContain('- anr agrees: no user-hours for anr');
  });

  test('names the source that cannot be read, without any number for it', () => {
    const text = render({ error: 'HTTP 503 <b>@everyone</b>' });
    expect(text).toContain('| crash | ⏸️ stale | – | – | 0.5 % | – | – | – | – | – |');
    expect(text).toContain('crash cannot be read: HTTP 503 &lt;b&gt;&#64;everyone&lt;/b&gt;');
  });

  test('shows a latched halt beside what is seen now', () => {
    const memory = latch(startRollout(parameters, begin), { reason: 'above-threshold', gate: 'crash', at: begin });
    const text = render([oneBucket(0, 600)], { memory });
    expect(text).toContain('## 🛑 halt: above-threshold');
    expect(text).toContain('| crash | ✅ proven |');
  });

  test('shows a full bar only where it decides', () => {
    expect(render([oneBucket(57, 5_700)])).toContain('██████████ 100 %');
    expect(render([oneBucket(0, 580)])).toContain('99 %');
  });

  test('does not fill the bar of a halt that is too small to matter', () => {
    const text = render([oneBucket(100, 100_000, { bad: 40, units: 200_000 })]);
    expect(text).toContain('0.02 %, now 5 times that | ████████░░ 80 %');
  });

  test('says where the overdispersion and the curve come from', () => {
    const curve = { steps: [{ age: 0, share: 1 }], learnedFrom: 212 };
    const gates = parameters.gates.map((gate) => ({
      ...gate,
      overdispersion: { value: 2.345, origin: 'estimated' as const },
    }));
    const memory = startRollout({ ...parameters, gates }, begin, { crash: curve });
    expect(read([oneBucket(1, 60)], { memory })).toContain(
      "crash: counts are divided by an overdispersion of 2.35 (estimated from the previous version's last seven days); how late reports come was learned from 212 buckets.",
    );
  });
});

test('a plan shows when each stage begins and ends, and what cannot work', () => {
  const day = 24 * hour;
  const stages = [
    { name: 'internal', exposure: 0, soak: day, evidence: { kind: 'halt-only' } },
    { name: '5 %', exposure: 0.05, soak: day, evidence: { kind: 'proven' } },
    { name: '20 %', exposure: 0.2, soak: day, evidence: { kind: 'proven' } },
  ] as const;
  const traffic = { crash: { unitsPerHour: 1_000, rate: 0.003, adoption: 36 * hour } };
  const summary = createSummary();
  renderPlan(summary, planRollout(parameters, stages, traffic));
  expect(summary.render())
    .toBe(`| Stage | Begins after | Ends after | Evidence | Units by the end of the soak | Units needed | Exposure in time |
| --- | ---: | ---: | --- | ---: | ---: | ---: |
| internal | 0 s | 24 h | needs none | – | – | – |
| 5 % | 24 h | 4 d | ⚠️ not within the longest hold | 192 | 2,853 | 74 % |
| 20 % | 4 d | 5 d | ✅ in time | 3,424 | 2,853 | 74 % |

- 5 %: about 192 of the 2,853 units that crash needs will count when its soak of 24 h ends, and not enough within 3 d either; then a person is asked. Begin it with about 74 % of the users, or soak longer.`);
});

test.each([
  [formatShare(0.0018), '0.18 %'],
  [formatShare(0.363), '36 %'],
  [formatShare(0.000_062_8), '0.0063 %'],
  [formatShare(0), '0 %'],
  [formatShare(1), '100 %'],
  [formatShare(0.9987), '99.87 %'],
  [formatShare(Infinity), '∞ %'],
  [formatGood(26 / 5_700), '99.54 %'],
  [formatGood(0), '100 %'],
  [formatGood(0.000_02), '99.9980 %'],
  [formatGood(0.000_000_1), '99.9999 %'],
  [formatCount(1_234_567.2), '1,234,568'],
  [formatCount(Infinity), 'infinitely many'],
  [formatSpan(45_000), '45 s'],
  [formatSpan(720_000), '12 min'],
  [formatSpan(2.5 * hour), '2 h 30 min'],
  [formatSpan(48 * hour), '48 h'],
  [formatSpan(76 * hour), '3 d 4 h'],
  [formatSpan(96 * hour), '4 d'],
  [formatRatio(2.4), '2.4 times'],
  [formatRatio(Infinity), 'infinitely many times'],
  [formatTime(begin), '2026-01-14 09:00 UTC'],
  [formatTime(Number.NaN), 'an unknown time'],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});
