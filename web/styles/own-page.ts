/**
 * The participant's page: four parts of one document, of which one shows, by the address alone; the way to
 * "got worse" at the foot of the screen; the ladders. A browser without `:has` shows the parts one below the
 * other, and a screen that is too low keeps the button in its place.
 */
const PARTS = ['week', 'progress', 'settings', 'data'] as const;
const NONE_CHOSEN = 'main:not(:has(.part:target,.part :target))';
const CURRENT = PARTS.map((id, at) => {
  const link = `.parts li:nth-child(${at + 1}) a`;
  return `main:has(#${id}:target,#${id} :target) ${link},${NONE_CHOSEN}:has(#${id}.open) ${link}`;
}).join(',');

export const OWN_PAGE = `
.parts ul{display:grid;grid-template-columns:repeat(4,auto);gap:.25rem;list-style:none;padding:0;margin:0 0 1.5rem;border-bottom:1px solid var(--line)}
.parts li{margin:0}
.parts a{display:flex;align-items:center;justify-content:center;min-height:48px;padding:.25rem .125rem;font-weight:600;text-decoration:none;border-bottom:4px solid transparent}
.parts a:hover{border-color:var(--line)}
.part{scroll-margin-top:9rem}
.part-title{margin-top:0}
#week>.part-title{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%)}
@supports selector(:has(*)){
.part{display:none}
.part:target,.part:has(:target),${NONE_CHOSEN} .part.open{display:block}
${CURRENT}{border-color:var(--teal);color:var(--ink)}
}
.button.stop{background:var(--card);color:var(--brick);border-color:var(--brick)}
.button.stop:hover{background:var(--brick-wash)}
.got-worse .button{width:100%}
@media (min-height:30rem){
.got-worse{position:fixed;inset:auto 0 0;z-index:1;margin:0;padding:.5rem 1rem;text-align:center;background:var(--paper);border-top:1px solid var(--line)}
.got-worse .button{max-width:42rem}
html:has(.got-worse){scroll-padding-bottom:5rem}
body:has(.got-worse){padding-bottom:4.5rem}
}
.ladders{display:grid;gap:1.5rem;margin:0 0 1.5rem}
.ladder h3{margin-top:0}
.ladder ol{list-style:none;padding:0;margin:.5rem 0 0}
.ladder li{position:relative;margin:0;padding:.3125rem .625rem .3125rem 2rem;color:var(--quiet);border-radius:8px}
.ladder li::before{content:"";position:absolute;left:.625rem;top:.8125rem;width:.75rem;height:.75rem;border-radius:50%;border:2px solid var(--edge);background:var(--card)}
.ladder li+li::after{content:"";position:absolute;left:.9375rem;top:-.875rem;height:1.5rem;border-left:2px solid var(--edge)}
.ladder .done{color:var(--ink)}
.ladder .done::before{background:var(--teal);border-color:var(--teal)}
.ladder .here{background:var(--teal-wash);color:var(--ink);font-weight:600}
.ladder .here::before{background:var(--amber);border-color:var(--amber)}
.ladder .mark{display:inline-block;font-size:.8125rem;color:var(--teal-strong);white-space:nowrap}
@media (min-width:40rem){.ladders{grid-template-columns:1fr 1fr}.parts ul{grid-template-columns:repeat(4,8rem)}}
@media print{.part{display:block!important}}
`;
