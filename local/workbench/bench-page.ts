/**
 * The bench: site on one side, inbox on the other, clock and runners on top, people with state and journal
 * below. Never deployed.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { BENCH_STYLE } from './bench-style.ts';

const HEAD = ['Address', 'Status', 'Week', 'Level', 'Stage', 'Foot core', 'Next alarm (UTC)']
  .map((name) => `<th scope="col">${name}</th>`)
  .join('');

/** What the build made of `client/`. */
const script = (): string => readFileSync(join(ROOT, 'dist/workbench/client.js'), 'utf8');
/** The written lives that a runner of the bench can live, as JSON. */
export const personas = (): unknown =>
  JSON.parse(readFileSync(join(ROOT, 'dist/workbench/personas.json'), 'utf8'));

/** A whole document; its script talks to the control API and the site only. */
export const benchPage = (): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Calf Coach: the bench</title>
<link rel="icon" href="data:,">
<style>${BENCH_STYLE}</style>
</head>
<body>
<header>
<h1>Calf Coach, the bench</h1>
<time id="now">…</time>
<button id="clock-next">Next mail</button>
<button id="clock-day">+1 day</button>
<button id="clock-week">+1 week</button>
<button id="clock-to">Go to</button>
<select id="weekday" aria-label="Weekday"></select>
<input id="hour" type="number" min="0" max="23" value="7" aria-label="Hour, UTC">
<button id="start-over">Start over</button>
<button id="bell" aria-expanded="false">Alarms: 0</button>
<span id="note" role="status"></span>
<div class="tools">
<select id="story" aria-label="Runner"></select>
<button id="add-runner">Add a runner</button>
<label>until week <input id="until" type="number" min="1" max="60" value="6"></label>
<button id="play">Play</button>
<button id="stop" disabled>Stop</button>
<small id="about"></small>
<details><summary>Faults</summary><div id="fault-list" class="tools"></div></details>
</div>
</header>
<ol id="alarms" aria-label="What would have woken the operator" hidden></ol>
<main>
<section aria-label="Site">
<h2>Site <button id="home">First page</button></h2>
<iframe id="site" name="site" src="/" title="The site"></iframe>
</section>
<section aria-label="Inbox">
<h2><span>Inbox <small id="count"></small></span>
<span><button data-view="html" aria-pressed="true">HTML</button> <button data-view="text" aria-pressed="false">Text</button> <button data-view="headers" aria-pressed="false">Headers</button></span></h2>
<div id="filters"></div>
<div id="inbox"><ul id="list"></ul><div id="mail"></div></div>
</section>
<section id="people" aria-label="People">
<h2>People</h2>
<table><thead><tr>${HEAD}</tr></thead><tbody id="rows"></tbody></table>
<div id="person" hidden></div>
</section>
</main>
<script>${script()}</script>
</body>
</html>`;

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
/**
 * Its own style and script and nothing else; frames and calls stay on this machine, by whichever of its two
 * names.
 */
export const benchPolicy = (): string =>
  [
    "default-src 'none'",
    `style-src ${digest(BENCH_STYLE)}`,
    `script-src ${digest(script())}`,
    "connect-src 'self'",
    "frame-src 'self' http://localhost:* http://127.0.0.1:*",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
