// What this file is: signing in at a certified OpenID provider in a browser, and back to where one was going.
// What it is not: attacks on the protocol; tests/adapters/oidc has those. Rule kept: the provider and the program have
// different sites, so that cookies behave as they will in production.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, window } from './browser.mjs';
import { Program } from './program.mjs';

const source = process.env.KALLAD_SOURCE ?? path.resolve('.');
const modules = `${process.env.KALLAD_BUILD ?? path.resolve('build')}/browser/node_modules`;
const secret = 'a-secret-of-this-test';

/** A port nobody has now: the provider must know the program's address before the program starts. */
const freePort = () => new Promise((resolve) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** The provider of tests/adapters/oidc, on the site "localhost"; the program is on "127.0.0.1". */
function startIssuer(back) {
  const issuer = spawn(process.execPath, [`${source}/tests/adapters/oidc/real_issuer.mjs`, modules, back, secret]);
  return new Promise((resolve, reject) => {
    let said = '';
    issuer.stdout.on('data', (piece) => {
      said += piece;
      const name = said.match(/issuer (\S+)/)?.[1];
      if (name) resolve({ name, end: () => issuer.stdin.end() });
    });
    issuer.on('exit', () => reject(new Error(`the issuer did not start: ${said}`)));
  });
}

let program;
let issuer;
let browser;
let folder;
before(async () => {
  const port = await freePort();
  const own = `http://127.0.0.1:${port}`;
  issuer = await startIssuer(`${own}/api/v1/sign-in/oidc/back`);
  folder = mkdtempSync(path.join(os.tmpdir(), 'kallad-elsewhere-'));
  writeFileSync(`${folder}/secret`, secret);
  program = await Program.start({ port, more: ['--http-public-url', own,
    '--oidc-issuer', issuer.name, '--oidc-client-id', 'kallad', '--oidc-client-secret-file', `${folder}/secret`,
    '--sign-in-positions', 'sip-samordnare=coordinator'] });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
  issuer?.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Says at the provider who one is, and agrees. */
async function signInThere(page) {
  await page.fill('[name=login]', 'asa-1');
  await page.fill('[name=password]', 'x');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** The unit that the provider's claim names has that HSA-id. */
async function nameUnit() {
  const admin = await program.administrator();
  const headers = { cookie: admin.cookie, 'x-csrf-token': admin.csrf };
  const { body } = await program.json('GET', '/api/v1/register', null, headers);
  const unit = body.units.find((one) => one.id === 'helsingborg/vuxen');
  await program.json('POST', '/api/v1/register/record_unit', { unit: { ...unit, hsa_id: 'SE2120001157-A001' } },
    { ...headers, 'idempotency-key': 'hsa', 'if-match': `"${body.version}"` });
}

describe('signing in at the employer', () => {
  it('says why where the unit is not known, on the page for signing in', async () => {
    const { context, page } = await window(browser, program, { javaScriptEnabled: false });
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Logga in hos min arbetsgivare' }).click();
    await signInThere(page);
    await page.waitForURL('**/sign-in?refused=*');
    await page.getByRole('heading', { name: 'Det här behöver rättas' }).waitFor();
    assert.match(await page.locator('.ds-error-summary').textContent(), /enhet|verksamhet/i);
    await context.close();
  });

  for (const javaScriptEnabled of [true, false]) {
    it(`goes on to where one was going, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      if (javaScriptEnabled) await nameUnit();
      const { context, page } = await window(browser, program, { javaScriptEnabled });
      await page.goto('/account?from=here');
      await page.waitForURL('**/sign-in?next=*');
      await page.getByRole('link', { name: 'Logga in hos min arbetsgivare' }).click();
      await signInThere(page);
      await page.waitForURL('**/account?from=here');
      await page.getByText('Åsa Exempel').first().waitFor({ state: 'attached' });
      await page.goto('/');
      await page.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor();
      await context.close();
    });
  }

  it('says that it was broken off, and takes nobody to another site', async () => {
    const { context, page } = await window(browser, program);
    await page.goto('/api/v1/sign-in/oidc/back?error=access_denied&state=unknown');
    await page.waitForURL('**/sign-in?refused=*');
    await page.goto('/sign-in/elsewhere?next=%2F%2Fevil.example');
    const cookies = await context.cookies(program.url);
    assert.equal(cookies.find((one) => one.name === 'kallad-next').value, '%2F');
    await page.goto('/sign-in?refused=<b>no</b>');
    assert.equal(await page.locator('.ds-error-summary').count(), 0);
    await context.close();
  });
});
