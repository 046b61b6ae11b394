/**
 * The look of Calf Coach as plain constants, shared by mails and pages. Petrol and marigold on mist: a track
 * at first light. Every text colour has at least 4.5:1 on every ground it stands on, light and dark (WCAG
 * 2.2, 1.4.3).
 */
export const LIGHT = {
  /** Behind everything. */
  page: '#e6eeed',
  /** The sheet the words stand on. */
  card: '#fdfefd',
  ink: '#1a2b30',
  muted: '#47595e',
  link: '#0a5566',
  line: '#c9d8d6',
  /** The band on top, and its words. */
  band: '#0b4450',
  bandInk: '#f4faf9',
  /** The one strong colour: button, lane line, bar. Ink stands on it. */
  accent: '#f4b63f',
  accentInk: '#1a2b30',
  /** A quiet box, a warm box (why), and the box that stops. */
  soft: '#edf4f3',
  warm: '#fdf1d6',
  alert: '#fbe8e2',
  alertInk: '#7d2113',
  alertLine: '#b03a26',
} as const;

export const DARK = {
  page: '#0d1517',
  card: '#162124',
  ink: '#e9f0ee',
  muted: '#b4c3c2',
  link: '#8fd6e1',
  line: '#35494e',
  band: '#0a3640',
  bandInk: '#f0f8f7',
  accent: '#f4b63f',
  accentInk: '#1a2b30',
  soft: '#1f2f33',
  warm: '#332b17',
  alert: '#3b1d17',
  alertInk: '#ffc4b7',
  alertLine: '#e0745f',
} as const satisfies Readonly<Record<keyof typeof LIGHT, string>>;

/** One type scale: sizes and line heights in px. Nothing under 14, body 16. */
export const TYPE = {
  sans: '-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif',
  serif: 'Georgia,Cambria,Times New Roman,serif',
  h1: '25px',
  h1Line: '31px',
  h2: '19px',
  h2Line: '25px',
  h3: '17px',
  h3Line: '24px',
  body: '16px',
  bodyLine: '24px',
  small: '14px',
  smallLine: '21px',
} as const;

const serif = `font-family:${TYPE.serif};font-weight:bold`;
/** Word engines do not inherit type into tables, so every table says it again. */
const words = `font-family:${TYPE.sans};font-size:${TYPE.body};line-height:${TYPE.bodyLine}`;

/** Inline styles of the words inside a mail, written once. */
export const STYLES = {
  h1: `margin:0 0 8px;${serif};font-size:${TYPE.h1};line-height:${TYPE.h1Line}`,
  h2: `margin:18px 0 5px;${serif};font-size:${TYPE.h2};line-height:${TYPE.h2Line}`,
  /** A heading that runs into its first line. */
  runIn: `display:inline;margin:0;font-size:${TYPE.body};line-height:${TYPE.bodyLine};font-weight:bold`,
  boxTitle: `margin:0 0 6px;${serif};font-size:${TYPE.h2};line-height:${TYPE.h2Line}`,
  h3: `margin:0 0 2px;font-weight:bold;font-size:${TYPE.h3};line-height:${TYPE.h3Line}`,
  p: 'margin:0 0 8px',
  apart: `margin:12px 0 0;${words}`,
  last: 'margin:0',
  list: 'margin:0 0 8px;padding:0 0 0 22px',
  item: 'margin:0 0 3px',
  link: 'text-decoration:underline',
  strongLink: 'font-weight:bold;text-decoration:underline',
  /** On its own light ground in the dark too; never wider than a phone. */
  picture: 'display:block;width:150px;height:105px;border-radius:8px',
  pictureCell: 'padding:4px 12px 8px 0;vertical-align:top',
  doseCell: `padding:2px 0 8px;vertical-align:top;color:${LIGHT.link}`,
  /** Links under each other: 24 px at least to hit (WCAG 2.2, 2.5.8). */
  footLink: 'display:inline-block;padding:5px 0;text-decoration:underline',
  box: `margin:12px 0 0;border-collapse:separate;${words}`,
  warmCell: `background:${LIGHT.warm};color:${LIGHT.ink};border-left:5px solid ${LIGHT.accent};border-radius:8px;padding:12px 12px 8px`,
  softCell: `background:${LIGHT.soft};color:${LIGHT.ink};border-radius:8px;padding:12px 12px 8px`,
  alertCell: `background:${LIGHT.alert};color:${LIGHT.alertInk};border-left:5px solid ${LIGHT.alertLine};border-radius:8px;padding:16px 14px 6px`,
  inner: `border-collapse:collapse;color:${LIGHT.ink};${words}`,
  rows: `border-collapse:collapse;width:100%;color:${LIGHT.ink};${words}`,
  row: `padding:5px 0;border-top:1px solid ${LIGHT.line};vertical-align:top`,
  cardCell: `padding:10px 0 2px;border-top:1px solid ${LIGHT.line}`,
  worse: 'margin:12px 0 8px;font-size:17px;line-height:24px',
  days: `border-collapse:separate;border-spacing:0 2px;margin:0;color:${LIGHT.ink};${words}`,
  dayLit:
    `background:${LIGHT.band};color:${LIGHT.bandInk};border-radius:6px;` +
    'padding:1px 7px;white-space:nowrap;font-weight:bold',
  daySoft: `background:${LIGHT.soft};color:${LIGHT.ink};border-radius:6px;padding:1px 7px;white-space:nowrap`,
  dayWarm: `background:${LIGHT.warm};color:${LIGHT.ink};border-radius:6px;padding:1px 7px;white-space:nowrap`,
  dayWhat: 'padding:1px 4px 1px 8px',
  dayMinutes: 'padding:1px 0;white-space:nowrap',
  smallP: `margin:0 0 2px;font-size:${TYPE.small};line-height:${TYPE.smallLine};color:${LIGHT.muted}`,
  sessionName: `padding:1px 6px 1px 0;border-top:1px solid ${LIGHT.line};vertical-align:top`,
  sessionBody:
    `padding:1px 0;border-top:1px solid ${LIGHT.line};` +
    'vertical-align:top;font-size:15px;line-height:22px',
  often: `font-size:${TYPE.small};line-height:${TYPE.smallLine}`,
  ladderCell: 'padding:0 10px 4px 0;vertical-align:top',
  ladderStep: `font-size:2px;line-height:10px;border-right:2px solid ${LIGHT.card}`,
  /** The double line between the week and what is always said. */
  rule: `border-top:4px double ${LIGHT.muted};padding:0;font-size:2px;line-height:2px`,
  count: `padding:9px 12px 9px 0;border-top:1px solid ${LIGHT.line};vertical-align:top;font-weight:bold;white-space:nowrap`,
} as const;
