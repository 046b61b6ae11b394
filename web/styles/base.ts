/** Colours, type, the frame. System fonts only; light and dark by the reader's own setting. */
import { DARK, LIGHT, type Palette } from '../tokens.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const variables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--${kebab(name)}:${value};`)
    .join('');

export const BASE = `
:root{color-scheme:light dark;${variables(LIGHT)}
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 var(--sans);overflow-wrap:break-word}
.row{max-width:44rem;margin:0 auto;padding:0 1rem}
main{padding:1.5rem 0 3rem}
main:focus{outline:none}
h1,h2,h3,h4{line-height:1.22;text-wrap:balance}
h1{font:600 clamp(1.875rem,1.35rem + 2.4vw,2.625rem)/1.14 var(--serif);letter-spacing:-.012em;margin:.25rem 0 1rem}
h2{font:600 1.4375rem/1.25 var(--serif);margin:2.5rem 0 .75rem}
h3{font-size:1.125rem;margin:1.5rem 0 .375rem}
h4{font-size:1.0625rem;margin:0}
p,ul,ol,dl{margin:0 0 1rem}
ul,ol{padding-left:1.375rem}
li{margin:.3rem 0}
li::marker{color:var(--teal)}
a{color:var(--teal);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--teal);outline-offset:2px;border-radius:4px}
.lead{font-size:1.1875rem;line-height:1.55;color:var(--ink)}
.small{font-size:.9375rem;color:var(--quiet)}
.kicker{margin:0;font-size:.875rem;font-weight:600;letter-spacing:.05em;text-transform:uppercase;color:var(--teal)}
.sr{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-6rem;z-index:2;padding:.75rem 1rem;background:var(--teal);color:var(--on-teal);border-radius:0 0 8px 8px}
.skip:focus{top:0}
.top{border-bottom:1px solid var(--line);background:var(--card)}
.top .row{display:flex;align-items:center;justify-content:space-between;gap:1rem;min-height:64px}
.brand{display:inline-flex;align-items:center;gap:.625rem;min-height:44px;font:600 1.25rem/1 var(--serif);color:var(--ink);text-decoration:none;white-space:nowrap}
.help{display:inline-flex;align-items:center;min-height:44px;font-size:.9375rem;font-weight:600;text-align:right;line-height:1.25}
.mark-ground{fill:var(--teal)}
.mark-leg{stroke:var(--on-teal)}
.mark-arc{stroke:var(--on-teal);opacity:.55}
.foot{border-top:1px solid var(--line);padding:2rem 0 2.5rem;font-size:.9375rem;color:var(--quiet)}
.foot strong{color:var(--ink)}
.foot .links{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin:0}
.foot .links a,.foot p>a{display:inline-flex;align-items:center;min-height:44px}
.awaits{padding:.625rem .875rem;border-left:4px solid var(--amber);background:var(--amber-wash);color:var(--ink);border-radius:0 8px 8px 0}
.hero{padding:1.25rem 0 .5rem}
.hero h1{max-width:15ch;font-size:clamp(2.25rem,1.4rem + 4.2vw,3.5rem);line-height:1.06}
.hero .lead{max-width:34rem}
.steps,.phases{list-style:none;padding:0;margin:1rem 0;display:grid;gap:1rem}
.steps{counter-reset:step}
.steps>li{counter-increment:step;display:grid;grid-template-columns:3rem 1fr;column-gap:.75rem;margin:0}
.steps>li::before{content:counter(step);grid-row:span 2;display:grid;place-items:center;width:2.75rem;height:2.75rem;border-radius:50%;background:var(--teal-wash);color:var(--teal-strong);font:600 1.375rem/1 var(--serif)}
.steps h3{margin:.375rem 0 .25rem}
.steps p{margin:0}
.phases{gap:0;border-left:3px solid var(--teal);padding-left:1.25rem}
.phases>li{margin:0;padding:.625rem 0;position:relative}
.phases>li::before{content:"";position:absolute;left:calc(-1.25rem - 8px);top:1.05rem;width:13px;height:13px;border-radius:50%;background:var(--paper);border:3px solid var(--teal)}
.phases .weeks{font-size:.875rem;font-weight:600;color:var(--quiet)}
.phases h3{margin:0 0 .125rem;font:600 1.25rem/1.25 var(--serif)}
.phases p{margin:0}
.close{margin-top:2.5rem;padding:1.5rem;border-radius:16px;background:var(--teal-wash)}
.close h2{margin-top:0}
.close p:last-child{margin:0}
@media (min-width:40rem){.two{display:grid;grid-template-columns:1fr 1fr;gap:2rem}.steps{gap:1.25rem}}
`;
