/** The first page: a plan on a phone beside the headline, the days of a week, halves on a large screen. */
export const FRONT = `
.hero .facts{list-style:none;padding:0;margin:1.5rem 0 0}
.hero .facts li{margin:0;padding:.625rem 0;border-top:1px solid var(--line)}
.hero .facts strong{color:var(--teal)}
.plan-phone{margin:1.5rem auto 0;max-width:21rem}
.plan-phone .screen{padding:1.25rem 1rem;border:.5rem solid var(--ink);border-radius:2rem;background:var(--card);
font-size:.9375rem;line-height:1.45}
.plan-phone p{margin:0 0 .625rem}
.plan-phone .phone-title{font:600 1.375rem/1.2 var(--serif)}
.phone-why{padding-left:.75rem;border-left:4px solid var(--amber)}
.phone-days{display:grid;grid-template-columns:repeat(7,1fr);gap:.25rem;list-style:none;padding:0;margin:.875rem 0}
.phone-days li{margin:0;padding:.5rem 0;text-align:center;font-size:.8125rem;border-radius:6px;background:var(--teal-wash)}
.phone-days .train{background:var(--teal);color:var(--on-teal)}
.phone-days .checkIn{background:var(--amber-wash)}
.phone-sessions{list-style:none;padding:0;margin:0}
.phone-sessions li{margin:0;padding:.5rem 0;border-top:1px solid var(--line)}
.phone-sessions .often,.cite{color:var(--quiet)}
.cite{font-size:.9375rem}
.plan-phone figcaption{margin-top:.625rem;font-size:.875rem;color:var(--quiet);text-align:center}
.sample-week{display:grid;gap:.375rem;list-style:none;padding:0}
.sample-week li{display:grid;grid-template-columns:7rem 1fr auto;gap:.5rem;margin:0;padding:.625rem .75rem;
border-radius:10px;background:var(--card);border:1px solid var(--line)}
.sample-week .train{border-left:6px solid var(--teal)}
.sample-week .checkIn{border-left:6px solid var(--amber)}
.sample-week .minutes{color:var(--quiet);font-variant-numeric:tabular-nums}
@media (min-width:60rem){
body:has(.wide) .row{max-width:70rem}
.hero{display:grid;grid-template-columns:1fr 22rem;gap:4rem;align-items:center}
.plan-phone{margin:0}
.halves{display:grid;grid-template-columns:1fr 1fr;gap:0 4rem;align-items:start}
.halves>.notice{margin-top:2.5rem}
.sample-week{grid-template-columns:repeat(7,1fr)}
.sample-week li{grid-template-columns:1fr;align-content:start;gap:.25rem;min-height:7rem}
.sample-week .train,.sample-week .checkIn{border-left-width:1px;border-top-width:6px}
.sample-week .train{border-left-color:var(--line);border-top-color:var(--teal)}
.sample-week .checkIn{border-left-color:var(--line);border-top-color:var(--amber)}
}
`;
