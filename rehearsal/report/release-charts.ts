import { escapeHtml } from './parts.ts';
import { endOfRates, listHourTicks, shareTicks, toHeight, type Tick } from './release-scales.ts';
import { valueAt } from './release-steps.ts';
import type { CurveView, EvidenceView, Span, Step, StoryView, Tone } from './release-view.ts';
import { tellCount, tellReason, tellShare, tellUnits } from './release-words.ts';

// Drawings stretch to the width of the page, their texts do not: they are HTML at places in per cent.
const size = 1_000;

/** Exposure against the plan, with where it was and why below it. */
export function renderExposure({ platform, version, curve, open, place, exposed }: StoryView): string {
  const { from, to, plan, users, naive: threshold } = curve;
  const lines = [
    ...(plan.length === 0 ? [] : [{ name: 'plan', kind: 'plan', steps: plan }]),
    ...(threshold.length === 0
      ? []
      : [{ name: 'what a threshold would have opened', kind: 'naive', steps: threshold }]),
    { name: 'open to users of the store', kind: 'open', steps: curve.open },
  ];
  const halts = curve.verdicts.filter(({ tone }) => tone === 'stop');
  const said = [
    `${version} on ${platform} over ${Math.round((to - from) / 3_600_000)} hours`,
    place === null
      ? 'not in the store'
      : `at the end ${place.track} ${tellShare(place.share)}, open to ${tellShare(open)} of the store`,
    ...(exposed === undefined ? [] : [`${tellCount(exposed.users)} users have it`]),
    ...(halts[0] === undefined ? [] : [`halted after ${tellHour(halts[0].from - from)}`]),
  ].join('; ');
  const drawn = [
    ...(users.length === 0 ? [] : [`<path class="users" d="${drawArea(users, curve)}"/>`]),
    ...lines.map(({ kind, steps }) => `<path class="line ${kind}" d="${drawSteps(steps, curve)}"/>`),
    ...halts.map(({ from: at }) => `<path class="mark" d="M${toX(at, curve)} 0V${size}"/>`),
  ].join('');
  const legend = [
    ...lines.map(({ name, kind }) => legendItem(`<path class="line ${kind}" d="M0 5H28"/>`, name)),
    ...(users.length === 0 ? [] : [legendItem('<path class="users" d="M0 0H28V10H0Z"/>', 'have it')]),
    ...(halts.length === 0 ? [] : [legendItem('<path class="mark" d="M14 0V10"/>', 'halt')]),
  ].join('');
  const flags = halts
    .slice(0, 3)
    .map((halt) => `<span class="flag" style="left:${percent((halt.from - from) / (to - from))}">halt</span>`);
  const strips = `<div class="strips" aria-hidden="true">${plan.length === 0 ? '' : strip('plan', planSpans(curve), curve)}${strip('was at', curve.stays, curve)}${strip('why', curve.verdicts, curve)}</div>`;
  const isEmpty = [...lines.flatMap(({ steps }) => steps), ...users].every(({ at, share }) => share === 0 || at >= to);
  if (isEmpty) return `<p>No user of the store has it, and none should by the plan.</p>${strips}`;
  return `<ul class="legend">${legend}<li class="dim">heights are square roots: small shares matter most</li></ul>
${renderChart(said, 'tall', drawn, { rows: shareTicks, columns: listHourTicks(from, to) }, flags.join(''))}
${strips}`;
}

interface Axes {
  readonly rows: readonly Tick[];
  readonly columns: readonly Tick[];
}

/** @param said for whoever does not see it; the table behind it has the numbers */
function renderChart(said: string, kind: 'tall' | 'low', drawn: string, { rows, columns }: Axes, more = ''): string {
  const grid = [
    ...rows.map(({ at }) => `M0 ${toY(at)}H${size}`),
    ...columns.map(({ at }) => `M${round(at * size)} 0V${size}`),
  ].join('');
  const texts = [
    ...rows.map(
      (tick) => `<span class="y${tick.isMinor ? ' minor' : ''}" style="bottom:${percent(tick.at)}">${tick.text}</span>`,
    ),
    ...columns.map(
      (tick) => `<span class="x${tick.isMinor ? ' minor' : ''}" style="left:${percent(tick.at)}">${tick.text}</span>`,
    ),
  ].join('');
  return `<div class="chart ${kind}" role="img" aria-label="${escapeHtml(said)}"><svg viewBox="0 0 ${size} ${size}" preserveAspectRatio="none" aria-hidden="true"><path class="grid" d="${grid}"/>${drawn}</svg>${texts}${more}</div>`;
}

function legendItem(drawn: string, text: string): string {
  return `<li><svg viewBox="0 0 28 10" aria-hidden="true">${drawn}</svg> ${escapeHtml(text)}</li>`;
}

/** Stages or verdicts below a chart: as much of their names as fits. */
function strip(name: string, spans: readonly (Span & { readonly tone?: Tone })[], { from, to }: CurveView): string {
  const parts = spans
    .filter((span) => span.to > from && span.from < to)
    .map((span) => {
      const [start, end] = [Math.max(from, span.from), Math.min(to, span.to)];
      const width = (end - start) / (to - from);
      const short =
        span.tone === undefined ? (/[\d.]+ %$|day \d+$/.exec(span.name)?.[0] ?? span.name) : tellReason(span.name);
      const full = tellReason(span.name);
      const text = fits(full, width) !== '' ? `<span class="${fits(full, width)}">${escapeHtml(full)}</span>` : '';
      const brief =
        short !== full && fits(full, width) !== 'fits-all' && fits(short, width) !== ''
          ? `<span class="brief ${fits(short, width)} ${fits(full, width) === '' ? '' : 'instead'}">${escapeHtml(short)}</span>`
          : '';
      return `<span class="part ${span.tone ?? 'stay'}" style="left:${percent((start - from) / (to - from))};width:${percent(width)}">${text}${brief}</span>`;
    });
  return `<div class="strip"><span class="label">${name}</span><div>${parts.join('')}</div></div>`;
}

/** Letters that a strip holds: about 140 where the page is wide, 40 on a phone. */
function fits(text: string, width: number): 'fits-all' | 'fits-wide' | '' {
  if (text.length + 2 <= width * 40) return 'fits-all';
  return text.length + 2 <= width * 135 ? 'fits-wide' : '';
}

function planSpans({ plan, to }: CurveView): readonly Span[] {
  return plan.map(({ at, name }, index) => ({ from: at, to: plan[index + 1]?.at ?? Math.max(to, at), name }));
}

/** The rate of a gate as it was known at each time, with its limit. */
export function renderRates({ gate, unit, max, points }: EvidenceView, { curve: { from, to } }: StoryView): string {
  const end = endOfRates(max, points);
  const last = points.at(-1);
  const seen = points.filter(({ units }) => units > 0);
  const line = seen
    .map(
      ({ at, units, bad }, index) =>
        `${index === 0 ? 'M' : 'L'}${toX(at, { from, to })} ${toY(Math.min(1, bad / units / end))}`,
    )
    .join('');
  const tell = ({ units, bad }: { readonly units: number; readonly bad: number }): string =>
    units === 0 ? 'nothing was counted' : `${tellShare(bad / units)}, ${tellCount(bad)} of ${tellUnits(units, unit)}`;
  const isOver = last !== undefined && last.units > 0 && last.bad / last.units > max;
  const result = last === undefined ? 'nothing was counted' : tell(last);
  const limit = `limit ${tellShare(max)}`;
  const rows = [0, end / 2, end].map((rate) => ({ at: rate / end, text: tellShare(rate), isMinor: false }));
  const drawn = `<path class="limit" d="M0 ${toY(max / end)}H${size}"/><path class="line rate${isOver ? ' over' : ''}" d="${line}"/>`;
  const more = `<span class="limit-text" style="bottom:${percent(max / end)}">${limit}</span>`;
  return `<h4>${escapeHtml(gate)} <span class="time">${result}; ${isOver ? 'above' : 'within'} the ${limit}</span></h4>
${renderChart(`${gate}: ${result}; ${limit}`, 'low', drawn, { rows, columns: listHourTicks(from, to) }, more)}`;
}

type Range = Pick<CurveView, 'from' | 'to'>;

function drawSteps(steps: readonly Step[], range: Range): string {
  const shown = steps.filter(({ at }) => at > range.from && at < range.to);
  const start = toY(toHeight(valueAt(steps, range.from)));
  return `M0 ${start}${shown.map(({ at, share }) => `H${toX(at, range)}V${toY(toHeight(share))}`).join('')}H${size}`;
}

function drawArea(points: readonly Step[], range: Range): string {
  const shown = points.filter(({ at }) => at >= range.from && at <= range.to);
  const last = shown.at(-1);
  if (last === undefined) return '';
  const line = shown.map(({ at, share }) => `L${toX(at, range)} ${toY(toHeight(share))}`).join('');
  return `M0 ${size}${line}L${toX(last.at, range)} ${size}Z`;
}

function toX(at: number, { from, to }: Range): number {
  return round((size * (at - from)) / Math.max(1, to - from));
}

function toY(height: number): number {
  return round(size * (1 - height));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function percent(part: number): string {
  return `${Math.round(part * 10_000) / 100}%`;
}

function tellHour(ms: number): string {
  return `${Math.round(ms / 3_600_000)} hours`;
}
