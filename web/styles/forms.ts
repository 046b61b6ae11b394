/** Controls: at least 44 px to tap, borders one can see, errors that do not rely on colour. */
export const FORMS = `
form{margin:1.5rem 0}
.field{margin:0 0 2rem;padding:0;border:0;min-width:0}
.field label,legend{font-weight:600}
legend{padding:0;margin-bottom:.375rem;font-size:1.125rem;line-height:1.35}
.field>label{display:block;margin-bottom:.375rem;font-size:1.125rem;line-height:1.35}
.optional{font-weight:400;font-size:.9375rem;color:var(--quiet);white-space:nowrap}
.hint{margin:0 0 .625rem;font-size:.9375rem;line-height:1.45;color:var(--quiet)}
.error{margin:0 0 .625rem;font-weight:600;color:var(--brick)}
.wrong{padding-left:1rem;border-left:4px solid var(--brick)}
input[type=text],input[type=email],input[type=date],select,textarea{width:100%;min-height:48px;padding:.625rem .75rem;font:inherit;color:var(--ink);background:var(--card);border:1.5px solid var(--edge);border-radius:8px}
select{padding-right:2rem}
textarea{resize:vertical}
.narrow{max-width:13rem}
.wrong input,.wrong select,.wrong textarea{border-color:var(--brick)}
.choices{display:grid;gap:.5rem}
.choice{position:relative;display:grid;grid-template-columns:1fr}
.choice>*{grid-column:1}
.choice input{position:absolute;left:.8rem;top:.8rem;width:1.375rem;height:1.375rem;margin:0;accent-color:var(--teal)}
.choice label{display:block;min-height:48px;padding:.6875rem .875rem .6875rem 3rem;line-height:1.45;font-weight:400;background:var(--card);border:1.5px solid var(--line);border-radius:10px;cursor:pointer}
.choice label:hover{border-color:var(--edge)}
.choice input:checked+label{border-color:var(--teal);background:var(--teal-wash);box-shadow:inset 0 0 0 1px var(--teal)}
.choice input:focus-visible{outline:none}
.choice input:focus-visible+label{outline:3px solid var(--teal);outline-offset:2px}
.choice .more{margin:.25rem 0 .25rem 3rem;font-size:.9375rem;color:var(--quiet)}
.or{margin:.125rem 0;padding-left:3rem;font-size:.9375rem;color:var(--quiet)}
.tick .hint{margin:.375rem 0 0}
.cells{display:grid;grid-template-columns:repeat(6,minmax(44px,1fr));gap:4px;max-width:27rem}
.cells+.cells{margin-top:4px}
.cell{position:relative;display:block;cursor:pointer}
.cell input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.cell span{display:grid;place-items:center;min-height:50px;font-size:1.1875rem;font-weight:600;font-variant-numeric:tabular-nums;background:var(--card);border:1.5px solid var(--edge);border-radius:10px}
.cell input:hover+span{background:var(--teal-wash)}
.cell input:checked+span{background:var(--teal);border-color:var(--teal);color:var(--on-teal);text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.2em}
.cell input:focus-visible+span{outline:3px solid var(--teal);outline-offset:2px}
.ends{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;max-width:27rem;margin:.375rem 0 0;font-size:.9375rem;color:var(--quiet)}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:52px;padding:.75rem 1.5rem;font:600 1.0625rem/1.3 var(--sans);text-align:center;text-decoration:none;border-radius:12px;border:2px solid transparent;cursor:pointer}
.button.main{background:var(--teal);color:var(--on-teal)}
.button.main:hover{background:var(--teal-strong)}
.button.quiet{background:transparent;color:var(--teal);border-color:var(--teal)}
.button.quiet:hover{background:var(--teal-wash)}
form>.button.main{width:100%}
.back{margin-top:-.5rem}
.when-since{display:none}
form:has([name=redFlags][value=journey]:checked) .when-since,form:has([name=redFlags][value=operation]:checked) .when-since,form:has([name=redFlags][value=newMedicine]:checked) .when-since{display:block}
.errors{margin:0 0 1.5rem;padding:1.125rem 1.25rem;border:3px solid var(--brick);border-radius:12px;background:var(--card)}
.errors h2{margin:0 0 .5rem;font-size:1.25rem}
.errors a{color:var(--brick);font-weight:600}
.errors ul{list-style:none;padding:0}
.errors li{margin:0}
.errors a{display:block;padding:.625rem 0}
.errors p{margin:.5rem 0 0}
.fold{margin:0 0 2rem}
summary{min-height:44px;padding:.625rem 0;font-weight:600;color:var(--teal);cursor:pointer}
.fold .field:first-of-type{margin-top:.75rem}
.pair{display:flex;flex-wrap:wrap;gap:.75rem}
.pair form{margin:0}
.short{margin:.25rem 0 1.5rem}
.short .field{margin-bottom:.75rem}
.short .fold{margin-bottom:.5rem}
.short legend,.short .field>label{font-size:1.0625rem}
.short .hint,.short .ends{font-size:.8125rem}
.short .hint{margin-bottom:.375rem}
.short .inline .choices{grid-template-columns:auto auto 1fr}
.short-title{font-size:1.3125rem;margin-bottom:.375rem}
.short .cell span{min-height:46px}
main:has(.short){padding-top:.75rem}
.short .inline .choice label{padding:.6875rem .5rem .6875rem 2.5rem}
.saves{display:grid;grid-template-columns:1fr 1fr;gap:.5rem;margin:0 0 1rem}
.saves .button{padding:.5rem .625rem}
.saves.tall{grid-template-columns:1fr;gap:.75rem}
.rows{margin-bottom:.75rem;border-bottom:1px solid var(--line)}
.rows details{border-top:1px solid var(--line)}
.rows summary{display:flex;align-items:baseline;gap:.75rem;font-weight:400;
padding:.5rem 0;color:var(--ink);list-style:none}
.rows summary::-webkit-details-marker{display:none}
.rows summary span{flex:1}
.rows u{color:var(--teal);text-underline-offset:.18em}
.signs h2{margin:.25rem 0 .375rem;font:600 1.125rem/1.35 var(--sans)}
.signs p{margin:0 0 .25rem;font-size:.875rem;line-height:1.38}
@media (min-width:40rem){form>.button.main{width:auto}.inline .choices{grid-template-columns:repeat(auto-fit,minmax(9rem,1fr))}}
@media (forced-colors:active){.choice input:checked+label,.cell input:checked+span{outline:3px solid Highlight}}
`;
