/** The look of the bench. */
export const BENCH_STYLE = `
:root { color-scheme: light dark; --ink: #1f2a2e; --quiet: #55646a; --paper: #fbf8f3; --card: #fff; --line: #d9d2c5; --teal: #0f5c5c; --soft: #e7efec; --sun: #f2b134; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e6df; --quiet: #a9b4b5; --paper: #14191b; --card: #1c2326; --line: #364044; --teal: #7fd0c6; --soft: #223033; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; padding: 10px 16px; border-bottom: 3px solid var(--sun); position: sticky; top: 0; background: var(--paper); z-index: 2; }
h1 { font: 600 18px/1.2 Georgia, serif; margin: 0 8px 0 0; }
time { font-variant-numeric: tabular-nums; font-weight: 600; margin-right: 6px; }
#bell.rings { background: var(--sun); color: #1f2a2e; border-color: var(--sun); }
#alarms { margin: 0; padding: 10px 16px 10px 40px; max-height: 30vh; overflow: auto; }
#note { color: var(--quiet); flex: 1 1 14em; min-height: 1.4em; }
button { font: inherit; padding: 7px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--ink); cursor: pointer; }
button:hover, button:focus-visible { border-color: var(--teal); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--sun); outline-offset: 1px; }
button[disabled] { opacity: 0.5; cursor: progress; }
button[aria-pressed="true"] { background: var(--teal); color: var(--paper); border-color: var(--teal); }
#clock-next { background: var(--teal); color: var(--paper); border-color: var(--teal); }
main { display: grid; grid-template-columns: minmax(320px, 1fr) minmax(420px, 1.25fr); gap: 14px; padding: 14px 16px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; display: flex; flex-direction: column; min-width: 0; }
h2 { font-size: 14px; margin: 0; padding: 8px 12px; border-bottom: 1px solid var(--line); display: flex; gap: 8px; align-items: center; justify-content: space-between; min-height: 52px; }
h2 small, li small { color: var(--quiet); font-weight: 400; }
a { color: var(--teal); }
iframe { border: 0; width: 100%; background: #fff; }
section > iframe, #inbox { height: max(420px, calc(100vh - 210px)); }
#inbox { display: grid; grid-template-columns: minmax(180px, 32%) 1fr; min-height: 0; }
ul { overflow: auto; border-right: 1px solid var(--line); margin: 0; padding: 0; list-style: none; }
li button { display: block; width: 100%; text-align: left; border: 0; border-bottom: 1px solid var(--line); border-radius: 0; padding: 9px 12px; background: none; }
li button[aria-current="true"] { background: var(--soft); box-shadow: inset 4px 0 var(--teal); }
li small { display: block; overflow-wrap: anywhere; }
#mail { display: flex; flex-direction: column; min-width: 0; min-height: 0; }
#mail iframe { flex: 1; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 13.5px/1.5 ui-monospace, monospace; }
#mail pre { flex: 1; padding: 14px; overflow: auto; }
#people { grid-column: 1 / -1; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 6px 12px; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
td button { border: 0; background: none; padding: 2px 0; color: var(--teal); text-decoration: underline; }
#person { padding: 4px 12px 14px; overflow: auto; max-height: 70vh; }
h3 { font-size: 14px; margin: 12px 0 6px; }
summary { cursor: pointer; padding: 2px 0; }
.empty { padding: 18px; color: var(--quiet); margin: 0; }
.unread { font-weight: 700; }
.bar { display: inline-block; height: 0.7em; background: var(--sun); border-radius: 2px; }
.tools { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; flex: 1 1 100%; min-width: 0; }
#about { color: var(--quiet); flex: 1 1 12em; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
header details[open] { flex-basis: 100%; }
label { display: inline-flex; align-items: center; gap: 4px; }
select, input, textarea { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 5px 6px; max-width: 22em; }
input[type="number"] { width: 4.2em; }
#filters { display: flex; flex-wrap: wrap; gap: 6px 12px; padding: 6px 12px; border-bottom: 1px solid var(--line); font-size: 14px; }
#mail iframe { margin: 0 auto; }
.sheet form { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; padding: 8px 12px; border-top: 1px solid var(--line); font-size: 14px; }
.sheet textarea { width: 18em; vertical-align: middle; }
@media (max-width: 900px) { main { grid-template-columns: 1fr; } }
`;
