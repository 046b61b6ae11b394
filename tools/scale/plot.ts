/** Curves over hours as SVG, complete without script or style. Their numbers stand in a table beside them. */

const BOX = { width: 720, height: 280, left: 64, right: 150, top: 16, bottom: 40 } as const;
const INNER = { width: BOX.width - BOX.left - BOX.right, height: BOX.height - BOX.top - BOX.bottom } as const;
const COLOURS = ['#1f5f4a', '#b3541e', '#3b5bA9', '#7a4b94'] as const;
const MOST_POINTS = 160;

export interface Curve {
  readonly name: string;
  /** One value a minute. */
  readonly minutes: readonly number[];
}
export interface Drawing {
  readonly title: string;
  readonly unit: string;
  readonly hours: number;
  readonly curves: readonly Curve[];
}

const fixed = (value: number): string => value.toFixed(1);

function lineOf(
  { minutes }: Curve,
  n: number,
  { hours, top }: { readonly hours: number; readonly top: number },
) {
  const shown = minutes.slice(0, hours * 60);
  const step = Math.max(1, Math.ceil(shown.length / MOST_POINTS));
  const points = shown
    .map((value, minute) => ({ value, minute }))
    .filter(({ minute }) => minute % step === 0 || minute === shown.length - 1)
    .map(({ value, minute }) => {
      const x = BOX.left + (minute / (hours * 60)) * INNER.width;
      return `${fixed(x)},${fixed(BOX.top + (1 - value / top) * INNER.height)}`;
    });
  const colour = COLOURS[n % COLOURS.length];
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`;
}

/** The drawing as a file. */
export function plot({ title, unit, hours, curves }: Drawing): string {
  const top = Math.max(1, ...curves.flatMap(({ minutes }) => minutes)) * 1.05;
  const rows = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const y = fixed(BOX.top + (1 - share) * INNER.height);
    const label = Math.round(top * share).toLocaleString('en-GB');
    return (
      `<line x1="${BOX.left}" x2="${BOX.left + INNER.width}" y1="${y}" y2="${y}" stroke="#d8dcd9"/>` +
      `<text x="${BOX.left - 6}" y="${y}" dy="4" text-anchor="end">${label}</text>`
    );
  });
  const columns = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const x = fixed(BOX.left + share * INNER.width);
    return `<text x="${x}" y="${BOX.height - 20}" text-anchor="middle">${Math.round(hours * share)} h</text>`;
  });
  const names = curves.map(
    ({ name }, n) =>
      `<text x="${BOX.left + INNER.width + 10}" y="${BOX.top + 14 + n * 18}" ` +
      `fill="${COLOURS[n % COLOURS.length]}">${name}</text>`,
  );
  const lines = curves.map((curve, n) => lineOf(curve, n, { hours, top }));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${BOX.width} ${BOX.height}" role="img" ` +
    `aria-label="${title}" font-family="system-ui,sans-serif" font-size="12" fill="#3d4742">` +
    `<rect width="${BOX.width}" height="${BOX.height}" fill="#ffffff"/>` +
    `${rows.join('')}${columns.join('')}${lines.join('')}${names.join('')}` +
    `<text x="${BOX.left}" y="${BOX.height - 4}">${title}, ${unit}</text></svg>\n`
  );
}
