// What this file is: gallring as a head and an administrator do it: chosen, told what it means, done; one kept longer;
// the law of a huvudman changed. What it is not: who may; tests/adapters/api_disposal. Rule kept: without scripts.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { launch, seat, window } from './browser.mjs';
import { Program } from './program.mjs';

let program;
let browser;
before(async () => {
  program = await Program.start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
});

async function as(who) {
  const seen = await window(browser, program, { javaScriptEnabled: false });
  await seat(seen.context, program, who);
  await seen.page.goto('/');
  await seen.page.getByRole('link', { name: 'Gallring', exact: true }).first().click();
  await seen.page.waitForURL('**/disposal');
  return seen;
}

it('tells a head what it means before the own copy goes, and the case is not found afterwards', async () => {
  const hedda = await program.invite('hedda', 'Hedda Chef', 'klippan/vuxen', ['unit_head']);
  const { context, page, wrong } = await as(hedda);
  await page.getByRole('button', { name: 'Gallra de valda …' }).click();
  await page.getByRole('alert').getByText('Välj minst en kopia att gallra.').waitFor();
  await page.getByRole('checkbox', { name: 'gammal-1, Klippans kommun' }).check();
  await page.getByRole('button', { name: 'Gallra de valda …' }).click();
  await page.getByRole('heading', { name: 'Är du säker?' }).waitFor();
  await page.getByText('Det går inte att ångra.').waitFor();
  assert.equal(await page.getByText('förstörs nyckeln').count(), 0, 'the region still has its copy');
  await page.getByRole('button', { name: 'Gallra', exact: true }).click();
  await page.getByRole('status').getByText('De valda kopiorna är gallrade.').waitFor();
  assert.equal(await page.getByRole('checkbox', { name: 'gammal-1, Klippans kommun' }).count(), 0);
  await page.goto('/cases/gammal-1');
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await page.getByText('Gamla Påhittad').count(), 0);
  assert.deepEqual(wrong.filter((line) => !line.includes('404')), []);
  await context.close();
});

it('lets the administrator keep one and dispose of a whole case', async () => {
  const admin = await program.administrator();
  const { context, page, wrong } = await as(admin);
  await page.getByRole('link', { name: 'Behåll längre … gammal-2, Klippans kommun' }).click();
  await page.getByRole('button', { name: 'Behåll' }).click();
  await page.locator('#reason-error').waitFor();
  await page.fill('#reason', 'Tillsyn pågår');
  await page.getByRole('button', { name: 'Behåll' }).click();
  await page.getByRole('status').getByText('Kopian behålls.').waitFor();
  assert.equal(await page.getByRole('checkbox', { name: 'gammal-2, Klippans kommun' }).count(), 0);
  for (const box of await page.getByRole('checkbox', { name: /^gammal-3/ }).all()) await box.check();
  await page.getByRole('button', { name: 'Gallra de valda …' }).click();
  await page.getByText('förstörs nyckeln').waitFor();
  await page.getByRole('button', { name: 'Gallra', exact: true }).click();
  await page.getByRole('status').getByText('De valda kopiorna är gallrade.').waitFor();
  assert.equal(await page.locator('section[aria-labelledby=gone]').getByText('gammal-3').count(), 2);
  await page.goto('/admin/retention');
  await page.getByText('Ändra Malmö stad').click();
  const line = page.getByRole('listitem').filter({ hasText: 'Malmö stad' });
  await line.getByLabel('Bevaras för forskning').selectOption('all');
  await line.getByRole('button', { name: 'Spara' }).click();
  await page.getByRole('status').getByText('Registret är ändrat.').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Malmö stad' }).getByText('Bevaras för forskning: alla.').waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
});
