// What this file is: the unit's inbox as two colleagues use it: one takes a summons and hands it over before a holiday.
// What it is not: who may; tests/adapters/api. Rule kept: without scripts, and by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { launch, seat, window } from './browser.mjs';
import { calledCase, Program } from './program.mjs';

const region = 'region/psykosmottagning-helsingborg';
let program;
let browser;
let rut;
let rolf;
let called;
before(async () => {
  program = await Program.start();
  const anna = await program.invite('anna', 'Anna Ek', 'helsingborg/vuxen', ['coordinator']);
  rut = await program.invite('rut', 'Rut Region', region, ['attendee']);
  rolf = await program.invite('rolf', 'Rolf Region', region, ['attendee']);
  called = await calledCase(program, anna);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
});

const id = () => called.case.split('/').pop();
/** The line of the summons in the case of this test. */
const line = (page) => page.locator('.board > li', { hasText: id() }).filter({ hasText: 'Kallelse att svara på' });

it('is taken by one, handed to another, and put back, without scripts', async () => {
  const hers = await window(browser, program, { javaScriptEnabled: false });
  await seat(hers.context, program, rut);
  await hers.page.goto('/');
  await hers.page.getByRole('link', { name: 'Enhetens' }).click();
  await hers.page.waitForURL('**/inbox');
  await line(hers.page).getByText('Ingen har tagit det.').waitFor();
  const his = await window(browser, program, { javaScriptEnabled: false });
  await seat(his.context, program, rolf);
  await his.page.goto('/inbox');
  await line(hers.page).getByRole('button', { name: 'Jag tar det' }).click();
  await hers.page.getByRole('status').getByText('Du har tagit det.').waitFor();
  await line(his.page).getByRole('button', { name: 'Jag tar det' }).click();
  await his.page.getByRole('alert').getByText('En kollega hann före.').waitFor();
  await line(his.page).getByText('Rut Region har tagit det.').waitFor();
  await line(hers.page).locator('summary').click();
  await line(hers.page).getByLabel('Kollega').selectOption({ label: 'Rolf Region' });
  await line(hers.page).getByRole('button', { name: 'Lämna över' }).click();
  await line(hers.page).getByText('Rolf Region har fått det av Rut Region.').waitFor();
  await his.page.goto('/inbox');
  await line(his.page).getByText('Du har fått det av Rut Region.').waitFor();
  await line(his.page).getByRole('button', { name: 'Lägg tillbaka' }).click();
  await line(his.page).getByText('Ingen har tagit det.').waitFor();
  assert.equal((await his.page.locator('main').textContent()).includes('Påhittad'), false);
  assert.deepEqual([...hers.wrong, ...his.wrong], []);
  await hers.context.close();
  await his.context.close();
});

it('leads to the case, by keyboard alone', async () => {
  const { context, page } = await window(browser, program);
  await seat(context, program, rut);
  await page.goto('/inbox');
  await line(page).getByRole('link', { name: 'Kallelse att svara på' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${called.case}#seats-heading`);
  await context.close();
});
