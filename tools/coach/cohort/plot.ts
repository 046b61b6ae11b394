/** Two plots as SVG, each complete without script or style. Their numbers stand in a table beside them. */

const BOX = { width: 640, height: 260, left: 44, right: 12, top: 12, bottom: 34 } as const;
const INNER = { width: BOX.width - BOX.left - BOX.right, height: BOX.height - BOX.top - BOX.bottom } as const;

export interface Point {
  readonly x: number;
  readonly y: number;
  /** An interval around it, where there is one. */
  readonly low?: number;
  readonly high?: number;
}
export interface Axes {
  /** Said to whoever cannot see it. */
  readonly title: string;
  readonly top: number;
  readonly unit: string;
  /** First and last x. */
  readonly from: number;
  readonly to: number;
}

const at = ({ top, from, to }: Axes) => ({
  x: (x: number): number => BOX.left + ((x - from) / Math.max(1, to - from)) * INNER.width,
  y: (y: number): number => BOX.top + (1 - Math.min(top, Math.max(0, y)) / top) * INNER.height,
});
const one = (value: number): string => value.toFixed(1);

function frame(axes: Axes, inside: string): string {
  const { x, y } = at(axes);
  const rows = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const height = one(y(share * axes.top));
    return (
      `<line x1="${BOX.left}" x2="${BOX.width - BOX.right}" y1="${height}" y2="${height}" ` +
      `stroke="#d8dcd9"/><text x="${BOX.left - 6}" y="${height}" dy="4" text-anchor="end">` +
      `${share * axes.top}${axes.unit}</text>`
    );
  });
  const columns = Array.from({ length: axes.to - axes.from + 1 }, (_, i) => axes.from + i).map(
    (week) => `<text x="${one(x(week))}" y="${BOX.height - 12}" text-anchor="middle">${week}</text>`,
  );
  return (
    `<svg viewBox="0 0 ${BOX.width} ${BOX.height}" role="img" aria-label="${axes.title}" ` +
    `font-family="system-ui,sans-serif" font-size="12" fill="#3d4742">` +
    `${rows.join('')}${columns.join('')}${inside}</svg>`
  );
}

/** Points with their intervals, joined where weeks follow each other. */
export function linePlot(axes: Axes, points: readonly Point[]): string {
  const { x, y } = at(axes);
  const bars = points.flatMap(({ x: week, low, high }) =>
    low === undefined || high === undefined
      ? []
      : [
          `<line x1="${one(x(week))}" x2="${one(x(week))}" y1="${one(y(low))}" y2="${one(y(high))}" ` +
            'stroke="#8fb3a4" stroke-width="6" stroke-linecap="round"/>',
        ],
  );
  const joins = points.flatMap((point, i) => {
    const before = points[i - 1];
    return before === undefined || before.x !== point.x - 1
      ? []
      : [
          `<line x1="${one(x(before.x))}" y1="${one(y(before.y))}" x2="${one(x(point.x))}" ` +
            `y2="${one(y(point.y))}" stroke="#1f5f4a" stroke-width="2"/>`,
        ];
  });
  const dots = points.map(
    (point) => `<circle cx="${one(x(point.x))}" cy="${one(y(point.y))}" r="4" fill="#1f5f4a"/>`,
  );
  return frame(axes, [...bars, ...joins, ...dots].join(''));
}

/** A column a point. */
export function barPlot(axes: Axes, points: readonly Point[]): string {
  const wide: Axes = { ...axes, from: axes.from - 1, to: axes.to + 1 };
  const { x, y } = at(wide);
  const width = Math.min(36, (INNER.width / (wide.to - wide.from)) * 0.6);
  const columns = points.map(
    ({ x: week, y: height }) =>
      `<rect x="${one(x(week) - width / 2)}" y="${one(y(height))}" width="${one(width)}" ` +
      `height="${one(y(0) - y(height))}" fill="#1f5f4a"/>`,
  );
  const inFrame = frame(wide, columns.join(''));
  // Weeks beyond the columns are room, not weeks.
  return inFrame
    .replace(new RegExp(`<text[^>]*text-anchor="middle">${wide.from}</text>`), '')
    .replace(new RegExp(`<text[^>]*text-anchor="middle">${wide.to}</text>`), '');
}
