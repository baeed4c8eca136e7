import { escapeHtml } from './parts.ts';
import { valueAt } from './release-steps.ts';
import type { EvidenceView, StoryView } from './release-view.ts';
import { tellCount, tellShare, tellTime } from './release-words.ts';

const hourMs = 3_600_000;
const mostRows = 48;

export interface Column {
  readonly title: string;
  readonly isNumber?: true;
}

/** A table that scrolls inside its own frame; its first column names the rows. Cells are HTML. */
export function renderTable(name: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const kind = (index: number): string => (columns[index]?.isNumber === true ? ' class="number-cell"' : '');
  const head = columns.map(({ title }, index) => `<th scope="col"${kind(index)}>${escapeHtml(title)}</th>`).join('');
  const body = rows.map(
    (cells) =>
      `<tr>${cells.map((cell, index) => (index === 0 ? `<th scope="row"${kind(index)}>${cell}</th>` : `<td${kind(index)}>${cell}</td>`)).join('')}</tr>`,
  );
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(name)}"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

export function fold(title: string, body: string): string {
  return `<details><summary>${escapeHtml(title)}</summary>${body}</details>`;
}

/** The numbers of the curves: at each change, and at even hours between. */
export function renderExposureTable({ platform, version, curve }: StoryView): string {
  const { from, to, plan, open, users, naive, stays, verdicts } = curve;
  const changes = [plan, open, naive, stays.map(({ from: at }) => ({ at })), verdicts.map(({ from: at }) => ({ at }))]
    .flat()
    .map(({ at }) => at);
  const every = Math.max(1, Math.ceil((to - from) / hourMs / 24)) * hourMs;
  const even = Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, index) => from + index * every);
  const times = [...new Set([...changes, ...even, to].filter((at) => at >= from && at <= to))].sort((a, b) => a - b);
  const nameAt = (spans: readonly { readonly from: number; readonly name: string }[], at: number): string =>
    escapeHtml(spans.findLast((span) => span.from <= at)?.name ?? '');
  const columns: Column[] = [
    { title: 'Hour', isNumber: true },
    { title: 'Time (UTC)' },
    ...(plan.length === 0 ? [] : [{ title: 'Plan' }]),
    { title: 'Was at' },
    { title: 'Why' },
    { title: 'Open to', isNumber: true },
    ...(users.length === 0 ? [] : [{ title: 'Have it', isNumber: true } as const]),
    ...(naive.length === 0 ? [] : [{ title: 'Threshold', isNumber: true } as const]),
  ];
  const rows = times.map((at) => [
    tellHour(at - from),
    tellTime(at),
    ...(plan.length === 0 ? [] : [escapeHtml(plan.findLast((step) => step.at <= at)?.name ?? '')]),
    nameAt(stays, at),
    nameAt(verdicts, at),
    tellShare(valueAt(open, at)),
    ...(users.length === 0 ? [] : [tellShare(valueAt(users, at))]),
    ...(naive.length === 0 ? [] : [tellShare(valueAt(naive, at))]),
  ]);
  return fold('The curves as a table', renderTable(`Exposure of ${version} on ${platform}`, columns, rows));
}

export function renderRatesTable(
  all: readonly EvidenceView[],
  { platform, version, curve: { from } }: StoryView,
): string {
  const rows = all.flatMap(({ gate, max, points }) => {
    const every = Math.ceil(points.length / mostRows);
    return points
      .filter((_, index) => index % every === 0 || index === points.length - 1)
      .map(({ at, units, bad }) => [
        escapeHtml(gate),
        tellHour(at - from),
        tellCount(units),
        tellCount(bad),
        units === 0 ? '' : tellShare(bad / units),
        tellShare(max),
      ]);
  });
  const columns: Column[] = [
    { title: 'Gate' },
    ...['Hour', 'Units', 'Bad', 'Rate', 'Limit'].map((title) => ({ title, isNumber: true }) as const),
  ];
  return fold('The evidence as a table', renderTable(`Evidence of ${version} on ${platform}`, columns, rows));
}

function tellHour(ms: number): string {
  return (ms / hourMs).toFixed(1);
}
