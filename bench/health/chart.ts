export interface Series {
  readonly name: string;
  /** Points that are not finite are left out: the line ends where there is nothing to show. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Chart {
  readonly title: string;
  /** For who does not see the picture. */
  readonly description: string;
  /** Logarithmic. */
  readonly x: { readonly title: string; readonly ticks: readonly number[] };
  readonly y: { readonly title: string; readonly ticks: readonly number[]; readonly scale: 'linear' | 'log' };
  /** The last one is ours and drawn strongest. */
  readonly series: readonly Series[];
}

const [width, height] = [760, 420];
const plot = { left: 64, right: 590, top: 56, bottom: 356 };
/** Told apart by form as well as by colour; each colour has enough contrast on white and on GitHub's dark ground. */
const styles = [
  { colour: '#8c6d1f', dash: '' },
  { colour: '#b4632d', dash: '7 4' },
  { colour: '#c0508a', dash: '2 4' },
  { colour: '#6f7bd4', dash: '10 3 2 3' },
  { colour: '#4f8f8b', dash: '4 2' },
  { colour: '#2f9e44', dash: '' },
] as const;

/** A line chart that reads on light and dark ground: it has no ground of its own, and its ink follows the reader's theme. */
export function drawChart(chart: Chart): string {
  const place = {
    x: placeOn(chart.x.ticks, 'log', plot.left, plot.right),
    y: placeOn(chart.y.ticks, chart.y.scale, plot.bottom, plot.top),
  };
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${chart.title}</title>`,
    `<desc id="description">${chart.description}</desc>`,
    '<style>',
    'text { font: 13px -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }',
    '.title { font-size: 16px; font-weight: 600 } .axis { fill: #59636e; font-size: 12px } .grid { stroke: #59636e; stroke-opacity: 0.25 }',
    '@media (prefers-color-scheme: dark) { text { fill: #f0f6fc } .axis { fill: #9198a1 } .grid { stroke: #9198a1 } }',
    '</style>',
    `<text class="title" x="${plot.left}" y="26">${chart.title}</text>`,
    `<text class="axis" x="${plot.left}" y="46">${chart.y.title}</text>`,
    ...chart.y.ticks.map((tick) => drawRow(tick, place.y(tick))),
    ...chart.x.ticks.map(
      (tick) =>
        `<text class="axis" x="${round(place.x(tick))}" y="${plot.bottom + 20}" text-anchor="middle">${shorten(tick)}</text>`,
    ),
    `<text class="axis" x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 44}" text-anchor="middle">${chart.x.title}</text>`,
    // Ours lies lowest, so that a line that runs along it is still seen.
    ...chart.series.map((series, index) => drawLine(series, index, chart.series.length, place)).toReversed(),
    ...drawLegend(chart.series),
    '</svg>',
  ].join('\n')}\n`;
}

function drawRow(tick: number, y: number): string {
  return `<line class="grid" x1="${plot.left}" x2="${plot.right}" y1="${round(y)}" y2="${round(y)}"/><text class="axis" x="${plot.left - 8}" y="${round(y + 4)}" text-anchor="end">${tick}</text>`;
}

function drawLine({ points }: Series, index: number, count: number, place: { x: Place; y: Place }): string {
  const shown = points
    .filter(({ y }) => Number.isFinite(y))
    .map(({ x, y }) => `${round(place.x(x))},${round(place.y(y))}`);
  const { colour, dash } = styleOf(index, count);
  const strength = index === count - 1 ? 4 : 2;
  const markers = shown.map((point) => {
    const [x, y] = point.split(',');
    return `<circle cx="${x}" cy="${y}" r="${strength}" fill="${colour}"/>`;
  });
  return `<polyline points="${shown.join(' ')}" fill="none" stroke="${colour}" stroke-width="${strength - 0.5}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>${markers.join('')}`;
}

function drawLegend(series: readonly Series[]): string[] {
  return series.map(({ name }, index) => {
    const { colour, dash } = styleOf(index, series.length);
    const y = plot.top + 20 + index * 26;
    const strong = index === series.length - 1;
    return `<line x1="${plot.right + 16}" x2="${plot.right + 50}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="${strong ? 3.5 : 2}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/><text x="${plot.right + 58}" y="${y + 4}"${strong ? ' font-weight="600"' : ''}>${name}</text>`;
  });
}

function styleOf(index: number, count: number): { colour: string; dash: string } {
  return styles[index === count - 1 ? styles.length - 1 : index] ?? styles[0];
}

type Place = (value: number) => number;

/** Maps the range of the ticks onto pixels; values outside stop at the edge. */
function placeOn(ticks: readonly number[], scale: 'linear' | 'log', from: number, to: number): Place {
  const [low, high] = [Math.min(...ticks), Math.max(...ticks)];
  const flatten = (value: number): number => (scale === 'log' ? Math.log(value) : value);
  return (value) => {
    const inside = Math.min(high, Math.max(low, value));
    return from + ((flatten(inside) - flatten(low)) / (flatten(high) - flatten(low))) * (to - from);
  };
}

function shorten(value: number): string {
  return value >= 1e6 ? `${value / 1e6} M` : `${value / 1e3} k`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
