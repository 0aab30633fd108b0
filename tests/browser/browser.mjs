// What this file is: Debian's chromium, and what is asked of every page: no other host, nothing against the policy.
// What it is not: the pages; pages.mjs lists them. Rule kept: a page that asks anybody else for anything fails.
import { createRequire } from 'node:module';
import path from 'node:path';

const build = process.env.KALLAD_BUILD ?? path.resolve('build');
export const need = createRequire(`${build}/browser/`);
const { chromium } = need('playwright-core');

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const launch = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });

/** A person's window. `wrong` gathers what no page may do. */
export async function window(browser, program, options = {}) {
  const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm', baseURL: program.url, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(program.url) && !url.startsWith('data:')) wrong.push(`asked ${url}`);
  });
  page.on('console', (message) => {
    const expected = /Failed to load resource: the server responded with a status of 4/.test(message.text());
    if (message.type() === 'error' && !expected) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  return { context, page, wrong };
}

/** Signs in by the session that `who` already has. */
export async function seat(context, program, who) {
  const [name, value] = who.cookie.split('=');
  await context.addCookies([{ name, value, url: program.url, httpOnly: true, sameSite: 'Strict' }]);
}

/** Types what signs somebody in; `by` is the one-time code. */
export async function signIn(page, who, password, by) {
  await page.fill('#user_name', who.name);
  await page.fill('#password', password);
  await page.fill('#code', by);
  await page.getByRole('button', { name: /^(Logga in|Sign in)$/ }).click();
}
