/**
 * The palette of the pages, once. Its twin for mails is emails/layout/tokens.ts; the walls keep the two
 * folders apart, so a change of colour is made in both. Contrast is AA on every ground in both schemes
 * (checked in a real browser).
 */
export interface Palette {
  readonly ink: string;
  readonly quiet: string;
  readonly paper: string;
  readonly card: string;
  readonly line: string;
  /** Borders of controls: 3 to 1 against paper and card (WCAG 1.4.11). */
  readonly edge: string;
  /** The petrol of the mails: their link colour, and their band as the strong one. */
  readonly teal: string;
  readonly tealStrong: string;
  readonly onTeal: string;
  readonly tealWash: string;
  readonly amber: string;
  readonly amberWash: string;
  readonly brick: string;
  readonly brickWash: string;
}

export const LIGHT: Palette = {
  ink: '#1f2a2e',
  quiet: '#4d5b60',
  paper: '#fbf8f3',
  card: '#ffffff',
  line: '#e4ddd0',
  edge: '#7d8784',
  teal: '#0a5566',
  tealStrong: '#0b4450',
  onTeal: '#ffffff',
  tealWash: '#e1eff1',
  amber: '#b45309',
  amberWash: '#fef5e7',
  brick: '#9b1c1c',
  brickWash: '#fbeae8',
};

export const DARK: Palette = {
  ink: '#edf1ee',
  quiet: '#b3bfbc',
  paper: '#13191b',
  card: '#1b2326',
  line: '#2f3a3d',
  edge: '#87938f',
  teal: '#8fd6e1',
  tealStrong: '#b3e5ec',
  onTeal: '#0a252b',
  tealWash: '#12323a',
  amber: '#f4b766',
  amberWash: '#33260f',
  brick: '#ffaba1',
  brickWash: '#3b1c1a',
};
