/** The bench: site on one side, inbox on the other, the clock on top, people with state and journal below. Never deployed. */

const STYLE = `
:root { color-scheme: light dark; --ink:#1f2a2e; --paper:#fbf8f3; --card:#fff; --line:#d9d2c5; --teal:#0f5c5c; --soft:#e7efec; }
@media (prefers-color-scheme: dark) { :root { --ink:#e9e6df; --paper:#14191b; --card:#1c2326; --line:#364044; --teal:#7fd0c6; --soft:#223033; } }
* { box-sizing:border-box } body { margin:0; font:15px/1.45 system-ui,sans-serif; color:var(--ink); background:var(--paper); }
header { display:flex; flex-wrap:wrap; gap:10px; align-items:center; padding:10px 16px; border-bottom:1px solid var(--line); position:sticky; top:0; background:var(--paper); z-index:2 }
header h1 { font-size:17px; margin:0 12px 0 0 } time { font-variant-numeric:tabular-nums; font-weight:600 }
button, .tab { font:inherit; padding:7px 12px; border:1px solid var(--line); border-radius:8px; background:var(--card); color:var(--ink); cursor:pointer }
button:hover { border-color:var(--teal) } button[disabled] { opacity:.5 } .tab[aria-pressed=true] { background:var(--teal); color:var(--paper); border-color:var(--teal) }
main { display:grid; grid-template-columns:minmax(320px,1fr) minmax(380px,1.15fr); gap:14px; padding:14px 16px }
section { background:var(--card); border:1px solid var(--line); border-radius:12px; overflow:hidden; display:flex; flex-direction:column; min-width:0 }
section > h2 { font-size:14px; margin:0; padding:9px 12px; border-bottom:1px solid var(--line); display:flex; gap:8px; align-items:center; justify-content:space-between }
iframe { border:0; width:100%; height:72vh; background:#fff } #inbox { display:grid; grid-template-columns:minmax(190px,34%) 1fr; height:calc(72vh + 1px) }
#list { overflow:auto; border-right:1px solid var(--line); margin:0; padding:0; list-style:none }
#list button { display:block; width:100%; text-align:left; border:0; border-bottom:1px solid var(--line); border-radius:0; padding:9px 12px }
#list button[aria-current=true] { background:var(--soft) } #list small { display:block; opacity:.75 }
#mail { display:flex; flex-direction:column; min-width:0 } #mail iframe { flex:1; height:auto } #mail pre { flex:1; margin:0; padding:14px; overflow:auto; white-space:pre-wrap; font:14px/1.5 ui-monospace,monospace }
#people { grid-column:1 / -1 } table { border-collapse:collapse; width:100% } th,td { text-align:left; padding:7px 12px; border-bottom:1px solid var(--line); font-variant-numeric:tabular-nums }
tbody tr { cursor:pointer } tbody tr:hover { background:var(--soft) } #person { padding:12px; overflow:auto; max-height:60vh } #person pre { white-space:pre-wrap; font-size:12.5px }
.empty { padding:18px; opacity:.75 } @media (max-width:900px) { main { grid-template-columns:1fr } }
`;

const SCRIPT = `
const $ = (id) => document.getElementById(id); let mails = [], current = null, view = 'html', busy = false;
const el = (tag, props = {}, ...kids) => { const e = Object.assign(document.createElement(tag), props); e.append(...kids); return e; };
const get = async (path) => (await fetch('/__local/' + path)).json();
const post = async (path, body) => { const r = await fetch('/__local/' + path, { method: 'POST', body: JSON.stringify(body) }); const j = await r.json(); if (!r.ok) alert(j.error); return j; };
const shown = (at) => at.slice(0, 16).replace('T', ' ');
function showMail() {
  for (const b of document.querySelectorAll('.tab')) b.setAttribute('aria-pressed', String(b.dataset.view === view));
  for (const b of $('list').querySelectorAll('button')) b.setAttribute('aria-current', String(b.dataset.id === current));
  const box = $('body'); box.replaceChildren();
  const mail = mails.find((m) => m.id === current);
  if (!mail) { box.append(el('p', { className: 'empty', textContent: 'Mails appear here. Sign up on the left to get the first one.' })); return; }
  if (view === 'html') { box.append(el('iframe', { src: '/__local/mail/' + mail.id + '/html', title: mail.subject })); return; }
  if (view === 'headers') { box.append(el('pre', { textContent: mail.headers.map(([n, v]) => n + ': ' + v).join('\\n') })); return; }
  const pre = el('pre'); for (const line of mail.text.split('\\n')) pre.append(/^https?:/.test(line) ? el('a', { href: line, target: 'site', textContent: line }) : line, '\\n'); box.append(pre);
}
async function refresh() {
  const [clock, list, people] = await Promise.all([get('clock'), get('mail'), get('participants')]);
  $('now').textContent = shown(clock.now) + ' UTC';
  const newest = list.length > mails.length && list[list.length - 1]; mails = list; if (newest) current = newest.id;
  $('count').textContent = mails.length + (mails.length === 1 ? ' mail' : ' mails');
  $('list').replaceChildren(...[...mails].reverse().map((m) => { const b = el('button', { onclick: () => { current = m.id; showMail(); } }, m.subject, el('small', { textContent: shown(m.at) + ' · ' + m.kind + ' · ' + m.to })); b.dataset.id = m.id; return el('li', {}, b); }));
  if (newest || !$('body').hasChildNodes()) showMail(); else for (const b of $('list').querySelectorAll('button')) b.setAttribute('aria-current', String(b.dataset.id === current));
  $('rows').replaceChildren(...people.map((p) => el('tr', { onclick: () => showPerson(p.id) }, ...[p.email, p.status, p.week ?? '–', p.level ?? '–', p.stage ?? '–', p.footCore ?? '–', p.wakeAt ? shown(p.wakeAt) : 'idle'].map((t) => el('td', { textContent: t })))));
}
async function showPerson(id) {
  const p = await get('participants/' + id); const box = $('person'); box.hidden = false;
  const entry = (e) => el('details', {}, el('summary', { textContent: shown(e.at) + ' · ' + e.command + ' → ' + e.events.map((x) => x.type).join(', ') }), el('pre', { textContent: JSON.stringify(e.events, null, 2) }));
  box.replaceChildren(el('h3', { textContent: p.email + ' · journal' }), ...p.journal.map(entry), el('details', {}, el('summary', { textContent: 'state, revision ' + p.rev }), el('pre', { textContent: JSON.stringify(p.state, null, 2) })));
}
async function move(body) { if (busy) return; busy = true; for (const b of document.querySelectorAll('header button')) b.disabled = true; try { await post(body === null ? 'reset' : 'clock', body ?? {}); await refresh(); } finally { busy = false; for (const b of document.querySelectorAll('header button')) b.disabled = false; } }
for (const [id, body] of [['next', { next: true }], ['day', { advance: 'P1D' }], ['week', { advance: 'P7D' }], ['reset', null]]) $(id).onclick = () => { if (body === null) { mails = []; current = null; $('person').hidden = true; } move(body); };
for (const b of document.querySelectorAll('.tab')) b.onclick = () => { view = b.dataset.view; showMail(); };
refresh(); setInterval(() => { if (!busy && !document.hidden) refresh(); }, 2500);
`;

/** A whole document; its script talks to the control API only. */
export const benchPage = (): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Calf Coach: the bench</title><style>${STYLE}</style></head>
<body>
<header><h1>Calf Coach, the bench</h1><time id="now">…</time>
<button id="next">Next mail</button><button id="day">+1 day</button><button id="week">+1 week</button><button id="reset">Start over</button></header>
<main>
<section aria-label="Site"><h2>Site <a href="/" target="site">home</a></h2><iframe name="site" src="/" title="The site"></iframe></section>
<section aria-label="Inbox"><h2><span>Inbox <small id="count"></small></span><span><button class="tab" data-view="html" aria-pressed="true">HTML</button> <button class="tab" data-view="text">Text</button> <button class="tab" data-view="headers">Headers</button></span></h2>
<div id="inbox"><ul id="list"></ul><div id="mail"><div id="body" style="display:flex;flex:1;min-height:0"></div></div></div></section>
<section id="people" aria-label="People"><h2>People</h2><table><thead><tr><th scope="col">Address</th><th scope="col">Status</th><th scope="col">Week</th><th scope="col">Level</th><th scope="col">Stage</th><th scope="col">Foot core</th><th scope="col">Next alarm (UTC)</th></tr></thead><tbody id="rows"></tbody></table><div id="person" hidden></div></section>
</main>
<script>${SCRIPT}</script>
</body></html>`;
