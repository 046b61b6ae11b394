/**
 * The frame every page stands in: skip link, header, footer with who runs this and what it is not. Complete
 * documents only.
 */
import type { PageFrame } from '../views/page/page-views.ts';
import { type Html, html, NOTHING, trusted } from './html.ts';
import { LOGO } from './logo.ts';
import { emergencyInLine } from './phones.ts';
import { STYLES } from './styles.ts';
import { DARK, LIGHT } from './tokens.ts';

export interface PageParts {
  /** Of the page alone; the name of the programme is added. */
  readonly title: string;
  readonly main: Html;
  /** The page shows errors: its title says so first (WCAG 3.3.1 for those who hear it). */
  readonly error?: boolean;
  /** One sentence for search engines; public pages only. */
  readonly description?: string;
  /** The content may use the width of a large screen. */
  readonly wide?: boolean;
}

const head = (parts: PageParts): Html => html`
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.error ? 'Error: ' : ''}${parts.title} – Calf Coach</title>
${parts.description === undefined ? html`<meta name="robots" content="noindex">` : html`<meta name="description" content="${parts.description}">`}
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${LIGHT.paper}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${DARK.paper}" media="(prefers-color-scheme: dark)">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${trusted(STYLES)}</style>
</head>`;

const header: Html = html`
<header class="top">
<div class="row">
<a class="brand" href="/">${LOGO}<span>Calf Coach</span></a>
<a class="help" href="/safety">Stop signs</a>
</div>
</header>`;

/** S-58: education, not care, on every page. */
const footer = (frame: PageFrame): Html => html`
<footer class="foot">
<div class="row">
<p><strong>Education, not medical care.</strong> Calf Coach helps you look after a sore calf yourself. It does not examine, diagnose or treat, and nobody here is your
doctor or physiotherapist. In an emergency call ${emergencyInLine(frame.numbers)}.</p>
${frame.awaitingReview ? html`<p class="awaits"><strong>Awaiting clinical review.</strong> The content of this site has not been signed off by a clinician yet.</p>` : NOTHING}
<p>Run by ${frame.operator.name}, ${frame.operator.postal}. <a href="mailto:${frame.operator.email}">${frame.operator.email}</a></p>
<p class="links"><a href="/programme">The whole programme</a> <a href="/questions">Questions</a> <a href="/safety">Stop signs and emergency numbers</a> <a href="/privacy">Privacy</a></p>
</div>
</footer>`;

/** A whole document. */
export function page(frame: PageFrame, parts: PageParts): string {
  return html`<!DOCTYPE html>
<html lang="en">${head(parts)}
<body>
<a class="skip" href="#main">Skip to the content</a>${header}
<main id="main" tabindex="-1">
<div class="row${parts.wide ? ' wide' : ''}">
${parts.main}
</div>
</main>${footer(frame)}
</body>
</html>
`.toString();
}
