/**
 * A person at a browser without scripts: taps labels and buttons, follows the links of the mails, sees what
 * is on the screen.
 */
import type { BrowserContext, Page } from 'playwright-core';

export type Answers = Readonly<Record<string, string | readonly string[]>>;
interface Mail {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
}

export class Person {
  readonly page: Page;
  readonly #site: string;
  readonly #context: BrowserContext;
  constructor(site: string, context: BrowserContext, page: Page) {
    this.#site = site;
    this.#context = context;
    this.page = page;
  }

  async #control<T>(path: string, body?: unknown): Promise<T> {
    const response = await fetch(
      `${this.#site}/__local/${path}`,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    );
    return (await response.json()) as T;
  }
  mails(): Promise<readonly Mail[]> {
    return this.#control('mail');
  }
  /** The clock goes from alarm to alarm until a new mail of this kind is there. */
  async waitFor(kind: string): Promise<void> {
    const count = async (): Promise<number> => (await this.mails()).filter((m) => m.kind === kind).length;
    const before = await count();
    for (let alarm = 0; alarm < 20; alarm += 1) {
      await this.#control('clock', { next: true });
      if ((await count()) > before) return;
    }
    throw new Error(
      `no new ${kind} mail came; there are ${(await this.mails()).map((m) => m.kind).join(', ')}`,
    );
  }
  /** Opens the newest mail of a kind in a tab of its own and returns the words in it. */
  async readMail(kind: string): Promise<{ readonly tab: Page; readonly words: string }> {
    const mail = (await this.mails()).findLast((m) => m.kind === kind);
    if (mail === undefined) throw new Error(`there is no ${kind} mail`);
    const tab = await this.#context.newPage();
    await tab.goto(`${this.#site}/__local/mail/${mail.id}/html`);
    // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, not what stands in the tree.
    return { tab, words: `${mail.subject}\n${await tab.locator('body').innerText()}` };
  }
  /**
   * Taps the link of a mail whose address ends or begins as told, and goes where it leads. Closes the mail.
   */
  async followMail(kind: string, path: RegExp): Promise<string> {
    const { tab, words } = await this.readMail(kind);
    const links = await tab
      .locator('a:visible')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    const at = links.findIndex((href) => path.test(new URL(href).pathname));
    if (at < 0) throw new Error(`the ${kind} mail has no visible link to ${path}: ${links.join(' ')}`);
    const opened = this.#context.waitForEvent('page');
    await tab.locator('a:visible').nth(at).click();
    const target = await opened;
    await target.waitForLoadState();
    const url = target.url();
    await target.close();
    await tab.close();
    await this.page.goto(url);
    return words;
  }

  /** Taps and types what a page asks, by the names of its fields. */
  async answer(answers: Answers): Promise<void> {
    for (const [name, value] of Object.entries(answers)) {
      for (const one of typeof value === 'string' ? [value] : value) await this.#field(name, one);
    }
  }
  async #field(name: string, value: string): Promise<void> {
    const choice = this.page.locator(
      `input[name="${name}"][value="${value}"]:is([type=radio],[type=checkbox])`,
    );
    if ((await choice.count()) > 0) {
      await this.#unfold(name);
      // The label is what a thumb hits; the box inside it may be invisible.
      const id = await choice.first().getAttribute('id');
      const label = this.page.locator(`label[for="${id}"], label:has(input[id="${id}"])`).first();
      if (!(await choice.first().isChecked())) await label.click();
      if (!(await choice.first().isChecked()))
        throw new Error(`${name}=${value} could not be tapped on ${this.page.url()}`);
      return;
    }
    const field = this.page.locator(`[name="${name}"]:not([type=hidden])`);
    await this.#unfold(name);
    const tag = await field.evaluate((element) => element.tagName);
    await (tag === 'SELECT' ? field.selectOption(value) : field.fill(value));
  }
  /** Opens what is folded around a field. */
  async #unfold(name: string): Promise<void> {
    const folded = this.page.locator(`details:not([open]):has([name="${name}"]) > summary`);
    if ((await folded.count()) > 0) await folded.first().click();
  }
  /** A form of one thing a page, to its end: what each page asks, or its "None of these". Its headings. */
  async stepThrough(answers: Answers): Promise<readonly string[]> {
    const headings: string[] = [];
    const path = this.path();
    while (this.path() === path && headings.length < 30) {
      // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, not what stands in the tree.
      headings.push(await this.page.locator('h1').innerText());
      const none = this.page.locator('button[value=none]');
      if ((await none.count()) > 0) await none.click();
      else {
        const names = await this.page
          .locator('form >> nth=0 >> :is(input,select):not([type=hidden])')
          .evaluateAll((all) => all.map((e) => e.getAttribute('name') ?? ''));
        await this.answer(
          Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name))),
        );
        await this.press();
      }
      await this.page.waitForLoadState();
    }
    return headings;
  }
  /** The one main button of the page. */
  async press(): Promise<void> {
    await this.page.locator('form[method=post] button[type=submit]').first().click();
    await this.page.waitForLoadState();
  }
  words(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, not what stands in the tree.
    return this.page.locator('main').innerText();
  }
  path(): string {
    return new URL(this.page.url()).pathname;
  }
}
