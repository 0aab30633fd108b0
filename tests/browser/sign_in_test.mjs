// What this file is: the way in and out, as people go it: first link, sign-in, a mistake, the session that ended.
// What it is not: the rules of signing in; tests/adapters/sign_in has those. Rule kept: each journey also without
// scripts, and with the keyboard alone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, seat, signIn, window } from './browser.mjs';
import { code, password, Program } from './program.mjs';

let program;
let browser;
let anna;
before(async () => {
  program = await Program.start();
  await program.administrator();
  anna = await program.invite('anna', 'Anna Ek', 'helsingborg/vuxen', ['coordinator']);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
});
const recovery = () => anna.recovery.pop();

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    it('takes a one-time link, shows recovery codes once and lands on My day', async () => {
      const token = await program.invitation(`bosse${javaScriptEnabled ? 1 : 2}`, 'Bo Alm', 'helsingborg/vuxen', ['coordinator']);
      const { context, page, wrong } = await window(browser, program, { javaScriptEnabled });
      await page.goto(`/enrol/${token}`);
      const secret = await page.locator('.secret').textContent();
      await page.fill('#code', '000000');
      await page.fill('#password', 'kort');
      await page.getByRole('button', { name: 'Gör klart kontot' }).click();
      await page.getByRole('heading', { name: 'Det här behöver rättas' }).waitFor();
      assert.equal(await page.title().then((title) => title.startsWith('Fel:')), true);
      assert.equal(await page.inputValue('#password'), '');
      await page.fill('#code', code(secret));
      await page.fill('#password', password);
      await page.getByRole('button', { name: 'Gör klart kontot' }).click();
      assert.equal(await page.locator('.codes li').count(), 10);
      await page.getByRole('link', { name: 'Jag har sparat koderna' }).click();
      await page.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor();
      assert.equal((await page.goto(`/enrol/${token}`)).status(), 404);
      assert.deepEqual(wrong, []);
      await context.close();
    });

    it('says no without saying what was wrong, keeps the name, and signs in', async () => {
      const { context, page, wrong } = await window(browser, program, { javaScriptEnabled });
      await page.goto('/account');
      await page.waitForURL('**/sign-in?next=%2Faccount');
      await signIn(page, anna, 'fel lösenord helt och hållet', '123456');
      assert.equal(await page.inputValue('#user_name'), 'anna');
      assert.equal(await page.inputValue('#password'), '');
      assert.equal(await page.locator('.ds-error-summary li').count(), 1);
      await signIn(page, anna, password, recovery());
      await page.waitForURL('**/account');
      await page.locator('details.own summary').click();
      await page.getByRole('button', { name: 'Logga ut', exact: true }).click();
      await page.getByText('Du är utloggad.').waitFor();
      await page.reload();
      assert.equal(await page.getByText('Du är utloggad.').count(), 0);
      assert.equal((await context.cookies()).some((one) => one.name === 'kallad'), false);
      assert.deepEqual(wrong, []);
      await context.close();
    });

    it('keeps what was typed when the session has ended, and sends it on after signing in', async () => {
      const { context, page } = await window(browser, program, { javaScriptEnabled });
      await page.goto('/sign-in');
      await signIn(page, anna, password, recovery());
      await page.goto('/account');
      await page.fill('#current', 'inte det rätta');
      await page.fill('#wanted', 'en annan mening som ingen gissar');
      await context.clearCookies({ name: 'kallad' });
      await page.getByRole('button', { name: 'Byt lösenord' }).click();
      await page.getByText('Det du skrev är kvar').waitFor();
      await signIn(page, anna, password, recovery());
      await page.getByRole('heading', { name: 'Du är inloggad igen' }).waitFor();
      await page.getByRole('button', { name: 'Skicka det jag hade skrivit' }).click();
      await page.getByRole('heading', { name: 'Det här behöver rättas' }).waitFor();
      assert.ok(page.url().endsWith('/account'));
      await context.close();
    });
  });
}

it('gives the form that waited to nobody but who had written it', async () => {
  const bo = await program.invite('eva', 'Eva Lind', 'helsingborg/vuxen', ['coordinator']);
  const { context, page } = await window(browser, program);
  await page.goto('/sign-in');
  await signIn(page, anna, password, recovery());
  await page.goto('/account');
  await page.fill('#current', 'hemligt som Anna skrev');
  await context.clearCookies({ name: 'kallad' });
  await page.getByRole('button', { name: 'Byt lösenord' }).click();
  await signIn(page, bo, password, bo.recovery.pop());
  await page.getByText('hade skrivits av någon annan').waitFor();
  assert.equal((await page.content()).includes('hemligt'), false);
  await context.close();
});

it('is done with the keyboard alone', async () => {
  const { context, page } = await window(browser, program);
  await page.goto('/sign-in');
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  await press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'ds-skip-link');
  await press('Enter', 'Tab');
  await page.keyboard.type('anna');
  await press('Tab');
  await page.keyboard.type(password);
  await press('Tab');
  await page.keyboard.type(code(anna.secret));
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor();
  await press('Tab', 'Tab', 'Tab', 'Tab', 'Enter');
  assert.equal(await page.locator('details.own').getAttribute('open'), '');
  await press('Escape');
  assert.equal(await page.locator('details.own').getAttribute('open'), null);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
  await context.close();
});

it('changes the language and stays where one was', async () => {
  const { context, page } = await window(browser, program);
  await seat(context, program, await program.administrator());
  await page.goto('/account');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
  await page.getByRole('button', { name: 'Svenska' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mitt konto' }).waitFor();
  await context.close();
});

it('gives a calendar its own address, shown once, and takes it back', async () => {
  const { context, page } = await window(browser, program);
  await seat(context, program,
    await program.invite('kajsa', 'Kajsa Kalender', 'helsingborg/vuxen', ['coordinator']));
  await page.goto('/account');
  await page.getByRole('link', { name: 'Mina möten i kalendern' }).click();
  await page.getByRole('button', { name: 'Gör en hemlig adress' }).click();
  const address = await page.locator('.codes li').innerText();
  const fetched = await fetch(program.url + new URL(address).pathname);
  assert.equal(fetched.status, 200);
  assert.match(await fetched.text(), /^BEGIN:VCALENDAR[^]*\nBEGIN:VEVENT[^]*CLASS:PRIVATE/);
  await page.goto('/account/calendar');
  assert.equal(await page.locator('.codes').count(), 0);
  await page.getByRole('button', { name: 'Dra tillbaka adressen' }).click();
  await page.getByText('Adressen är tillbakadragen').waitFor();
  assert.equal((await fetch(program.url + new URL(address).pathname)).status, 404);
  await context.close();
});

it('takes no form of another site, and sends nobody to one', async () => {
  const { context, page } = await window(browser, program);
  const cross = await fetch(`${program.url}/sign-in`, {
    method: 'POST', redirect: 'manual', body: 'user_name=anna', headers: {
      'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' } });
  assert.equal(cross.status, 403);
  const admin = await program.administrator();
  const without = await fetch(`${program.url}/sign-out`, { method: 'POST', redirect: 'manual', body: 'csrf=guess',
    headers: { cookie: admin.cookie, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' } });
  assert.equal(without.status, 403);
  for (const next of ['//evil.example/', 'https://evil.example/', '/\\evil.example', 'javascript:1']) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    assert.equal(await page.inputValue('[name=next]'), '/');
  }
  await context.close();
});
