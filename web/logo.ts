/** The mark: a calf's line between two footfalls. Drawn here, so that no page fetches anything. */
import { trusted } from './html.ts';
import { LIGHT } from './tokens.ts';

export const LOGO = trusted(
  '<svg class="mark" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true" focusable="false">' +
    '<rect class="mark-ground" width="40" height="40" rx="11"/>' +
    '<path class="mark-leg" d="M17 7c-4.6 5.2-5.4 11 -2 16 1.5 2.300 2 4.300 1.600 7.500" fill="none" stroke-width="3" stroke-linecap="round"/>' +
    '<path class="mark-leg" d="M24 7c.6 7.500-.4 13.500-1.200 18.500 -.4 2.600 .7 3.900 3 4.400l5 1.100" fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>' +
    '<path class="mark-arc" d="M10 34.500h21" fill="none" stroke-width="3" stroke-linecap="round"/></svg>',
);

/** The same mark as a file for the browser's tab; it brings its own colours. */
export const ICON = String(LOGO)
  .replace('<svg class="mark"', '<svg xmlns="http://www.w3.org/2000/svg"')
  .replace(' aria-hidden="true" focusable="false"', '')
  .replace('class="mark-ground"', `fill="${LIGHT.teal}"`)
  .replace(/class="mark-leg"/g, `stroke="${LIGHT.onTeal}"`)
  .replace('class="mark-arc"', `stroke="${LIGHT.onTeal}" opacity=".55"`);
