/** Notices, safety, the plan, tables. */
const BARS = Array.from(
  { length: 11 },
  (_, n) => `.b${n}{width:calc(${n} * (100% - var(--room,5.5rem)) / 10)}`,
).join('');

export const CONTENT = `
.notice{margin:1.75rem 0;padding:1.125rem 1.25rem;border-radius:12px;border:1px solid var(--line);border-left-width:6px;background:var(--card)}
.notice h2,.safety h2{margin:0 0 .5rem;font-size:1.25rem}
.notice>:last-child,.safety>:last-child{margin-bottom:0}
.notice.calm{border-left-color:var(--teal);background:var(--teal-wash)}
.notice.caution{border-color:var(--amber);background:var(--amber-wash)}
.notice.stop{border-color:var(--brick);background:var(--brick-wash)}
.notice.stop h2{color:var(--brick)}
.notice.caution h2{color:var(--amber)}
.notice.stop li::marker{color:var(--brick)}
.notice.caution li::marker{color:var(--amber)}
.notice.stop a,.safety.stop a{color:var(--brick)}
.notice.caution a,.safety.caution a{color:var(--ink)}
.safety{margin:0 0 2rem;padding:1.375rem 1.25rem;border-radius:14px;border:3px solid var(--brick);background:var(--brick-wash)}
.safety.caution{border-color:var(--amber);background:var(--amber-wash)}
.safety h2{font-size:1.625rem;color:var(--brick)}
.safety.caution h2{color:var(--ink)}
.safety ol{font-size:1.125rem}
.safety li::marker{color:inherit;font-weight:600}
.because,.stopped{font-weight:600}
.numbers{display:grid;gap:.625rem;margin:1rem 0}
.numbers>div{padding:.75rem 1rem;background:var(--card);border-radius:10px}
.numbers dt{font-size:.9375rem;color:var(--quiet)}
.numbers dd{margin:0;font-size:1.125rem}
.phone{display:inline-flex;align-items:center;min-height:44px;min-width:44px;font-weight:700;font-variant-numeric:tabular-nums}
.numbers .phone{font-size:1.75rem;line-height:1.2}
.changes{list-style:none;padding:0;margin:1rem 0;display:grid;gap:.5rem}
.changes li{display:grid;grid-template-columns:2.75rem 1fr;align-items:center;column-gap:.75rem;margin:0;padding:.75rem 1rem .75rem .75rem;background:var(--card);border:1px solid var(--line);border-radius:12px}
.changes .arrow{grid-row:span 2;display:grid;place-items:center;width:2.75rem;height:2.75rem;border-radius:50%;background:var(--teal-wash);color:var(--teal-strong);font-size:1.375rem;font-weight:700}
.changes .down .arrow{background:var(--amber-wash);color:var(--amber)}
.changes .track{font-size:.875rem;font-weight:600;color:var(--quiet)}
.changes .track::first-letter{text-transform:uppercase}
.why{margin:1.75rem 0;padding:1.125rem 1.25rem;border-left:6px solid var(--teal);background:var(--card);border-radius:0 12px 12px 0}
.why h2{margin:0 0 .5rem;font-size:1.25rem}
.why>:last-child{margin-bottom:0}
.understood ul{list-style:none;padding:0}
.understood li{padding:.5rem 0;margin:0;border-bottom:1px solid var(--line)}
.follow-up{margin:1.75rem 0;padding:1.25rem;border:2px solid var(--amber);border-radius:12px;background:var(--card)}
.follow-up form{margin:0}
.follow-up .field{margin-bottom:1.25rem}
.plan{margin:2rem 0;padding:1.25rem;border:1px solid var(--line);border-radius:16px;background:var(--card)}
.plan h2{margin:.125rem 0 .75rem;font-size:1.625rem}
.block{margin-top:1.5rem;padding-top:.25rem;border-top:1px solid var(--line)}
.block p::first-letter{text-transform:uppercase}
.pain-rule{margin:0 0 1rem;padding:.875rem 1.125rem;border-radius:12px;background:var(--teal-wash)}
.pain-rule h3{margin:0 0 .25rem}
.pain-rule ol{list-style:none;padding:0;margin:0}
.cards{list-style:none;padding:0;margin:0}
.exercise{margin:0;padding:.25rem 0}
.exercise summary{color:var(--ink)}
.exercise h4{display:inline;color:var(--teal)}
.exercise .dose{display:block;font-weight:400}
.exercise+.exercise{border-top:1px dashed var(--line)}
.dose{margin:.125rem 0;font-variant-numeric:tabular-nums}
.exercise p{margin-bottom:.5rem}
.cue{font-style:italic}
.drawing{display:block;max-width:100%;height:auto;margin:.5rem 0 .75rem;border-radius:10px}
.tag{display:inline-block;padding:.0625rem .5rem;border-radius:99px;background:var(--teal);color:var(--on-teal);font-size:.8125rem;font-weight:600;vertical-align:2px}
.history{list-style:none;padding:0}
.history>li{margin:0;padding:.875rem 0;border-bottom:1px solid var(--line)}
.history h2{margin:0 0 .25rem;font:600 1.125rem/1.3 var(--sans)}
.history p,.history ul{margin:0}
.named{margin:0;border-bottom:1px solid var(--line)}
.named:target>summary{text-decoration:underline;text-underline-offset:.25em}
.named:target::details-content{content-visibility:visible;block-size:auto;opacity:1}
table{width:100%;border-collapse:collapse;font-size:1rem}
caption{padding-bottom:.5rem;text-align:left;font-weight:600}
th,td{padding:.625rem .75rem .625rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{font-size:.9375rem;color:var(--quiet)}
.kept>div,.countries>div{padding:.75rem 0;border-bottom:1px solid var(--line)}
.kept dt,.countries dt{font-weight:600}
.kept dd,.countries dd{margin:0}
.kept .long{font-size:.9375rem;color:var(--quiet)}
.chart{margin:2rem 0}
.chart th[scope=row]{width:4rem;font-variant-numeric:tabular-nums}
.chart td{padding-right:0;white-space:nowrap}
.bar{display:inline-block;height:1.125rem;min-width:3px;margin-right:.5rem;border-radius:3px;background:var(--teal);vertical-align:-.2rem}
.value{font-variant-numeric:tabular-nums;font-weight:600}
${BARS}
.bnone{width:0;min-width:0;margin:0}
.sheet{--room:1.75rem}.sheet td{white-space:normal}.sheet .pain{width:30%;min-width:4.5rem;white-space:nowrap;padding-right:.75rem}.then{color:var(--quiet)}@media (min-width:40rem){.sheet .pain{width:9rem}}
.bnone+.value{font-weight:400;color:var(--quiet)}
@media (min-width:40rem){.countries>div{display:grid;grid-template-columns:11rem 9rem 1fr;gap:0 1rem;align-items:baseline}.kept>div{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem}.kept dt{grid-row:span 2}.numbers{grid-template-columns:1fr 1.6fr}.plan{padding:1.75rem 2rem}}
`;
