/**
 * The session page: the strip of the week, sets to tick, pictures that move at the printed tempo. Motion is CSS
 * alone: it stands still for whoever asks for stillness, and a tick pauses it (WCAG 2.2.2).
 */

/** Seconds up, held and down for every tempo a dose may have. */
export const TEMPO_SECONDS: Readonly<Record<string, readonly [number, number, number]>> = {
  '2-1-3': [2, 1, 3],
  '2-1-4': [2, 1, 4],
  '3-0-3': [3, 0.2, 3],
  easy: [1, 0.2, 1],
  quick: [0.4, 0.1, 0.4],
  slow: [2, 0.3, 2],
  hold: [1, 4, 1],
};
const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 1000) / 10}%`;
const TEMPOS = Object.entries(TEMPO_SECONDS)
  .map(([name, [up, held, down]]) => {
    const whole = up + held + down;
    return `@keyframes k-${name}{0%,100%{opacity:0}${percent(up, whole)}${held === 0 ? '' : `,${percent(up + held, whole)}`}{opacity:1}}
main:not(:has(#still:checked)) .motion.t-${name} .end{animation:k-${name} ${whole}s ease-in-out infinite}`;
  })
  .join('\n');

export const SESSION = `
.strip ol{display:grid;grid-template-columns:repeat(auto-fit,minmax(4.75rem,1fr));gap:.375rem;list-style:none;padding:0;margin:1.25rem 0}
.strip li{margin:0;padding:.5rem .375rem;border:1px solid var(--line);border-radius:10px;background:var(--card);text-align:center;font-size:.9375rem;line-height:1.3}
.strip .today{border:2px solid var(--teal);background:var(--teal-wash)}
.strip p{margin:0}
.strip .what{color:var(--quiet)}
.strip a{display:flex;align-items:center;justify-content:center;gap:.25rem;min-height:44px}
.strip a[aria-current]{font-weight:700}
.strip .minutes{font-weight:600;font-variant-numeric:tabular-nums}
.session-cards{list-style:none;padding:0;margin:1.5rem 0}
.session-card{margin:0 0 1.5rem;padding:1rem;border:1px solid var(--line);border-radius:16px;background:var(--card)}
.session-card h2{margin:0 0 .75rem}
.session-card p{margin:.5rem 0}
.amount{font:600 1.625rem/1.2 var(--serif)}
.tempo{color:var(--quiet)}
.sets{display:flex;flex-wrap:wrap;gap:.5rem;margin:.75rem 0;padding:0;border:0}
.sets label{position:relative;display:block;flex:1 1 3.5rem;max-width:7rem;cursor:pointer}
.sets input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.sets span{display:grid;place-items:center;min-height:52px;border:2px solid var(--teal);border-radius:12px;font-weight:600}
.sets input:checked+span{background:var(--teal);color:var(--on-teal)}
.sets input:checked+span::after{content:" ✓"}
.sets input:focus-visible+span{outline:3px solid var(--teal);outline-offset:2px}
.pause{display:flex;align-items:center;gap:.625rem;min-height:44px}
.pause input{width:1.375rem;height:1.375rem;margin:0;accent-color:var(--teal)}
.pause label{padding:.625rem 0}
.still .drawing{width:100%;margin:0}
.motion{display:grid;grid-template-columns:1fr 1fr;overflow:hidden;border-radius:12px;background:#f1f6f5}
.half{position:relative;display:block;overflow:hidden;aspect-ratio:130/178}
.half::after{content:"";position:absolute;left:2.5%;top:0;width:14.5%;height:10.5%;background:#f1f6f5}
.half .drawing{position:absolute;left:-3.85%;top:-5.05%;width:215.4%;max-width:none;height:auto;margin:0;border-radius:0}
.half.end .drawing{left:-111.5%}
.mirror .half{transform:scaleX(-1)}
@media (prefers-reduced-motion:no-preference){
main:not(:has(#still:checked)) .motion{display:block;position:relative;max-width:24rem;margin:0 auto}
main:not(:has(#still:checked)) .motion .end{position:absolute;inset:0}
${TEMPOS}
}
@media print{.motion{display:grid!important;max-width:8cm}.motion .end{position:relative!important;animation:none!important;opacity:1!important}.session-card{break-inside:avoid}}
@media (forced-colors:active){.sets input:checked+span{outline:3px solid Highlight}}
`;
