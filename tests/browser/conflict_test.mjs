// What this file is: two who fill in the same thing at the same time: the slower one sees both, and chooses.
// What it is not: the store's versions; those are the desk's tests. Rule kept: without scripts, and nothing is lost.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { launch, seat, window } from './browser.mjs';
import { calledCase, Program } from './program.mjs';

let program;
let browser;
let anna;
let at;
before(async () => {
  program = await Program.start();
  anna = await program.invite('anna', 'Anna Ek', 'helsingborg/vuxen', ['coordinator', 'attendee']);
  at = (await calledCase(program, anna)).case;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
});

/** Two windows of the coordinator on the same form, the first of which is sent; the second is not. */
async function both(command, fill, again) {
  const one = await window(browser, program, { javaScriptEnabled: false });
  await seat(one.context, program, anna);
  const other = await one.context.newPage();
  await one.page.goto(`${at}/do/${command}`);
  await other.goto(`${at}/do/${command}`);
  await fill(other);
  await other.locator('main form button[type=submit]').first().click();
  await other.getByText('Det är sparat.').waitFor();
  await again(one.page);
  await one.page.locator('main form button[type=submit]').first().click();
  return one;
}

const row = (page, name) => page.locator('.conflict tbody tr', { hasText: name });

it('shows what was filled in beside how it stands now, and what happened meanwhile', async () => {
  const { context, page, wrong } = await both('change_meeting',
    async (form) => { await form.fill('#place', 'Rådhuset'); },
    async (form) => {
      await form.fill('#place', 'Biblioteket');
      await form.fill('#reason', 'Trångt');
    });
  await page.getByRole('heading', { name: 'Någon annan hann före' }).waitFor();
  assert.deepEqual(await row(page, 'Plats').locator('td').allTextContents(), ['Biblioteket', 'Rådhuset']);
  assert.equal(await page.locator('.conflict tbody tr').count(), 1, 'only what differs');
  assert.match(await page.locator('.conflict li').first().textContent(), /Anna Ek/);
  assert.equal(await page.inputValue('#place'), 'Biblioteket');
  assert.equal(await page.inputValue('#reason'), 'Trångt');
  await page.getByRole('button', { name: 'Spara mitt på det nya läget' }).click();
  await page.getByText('Det är sparat.').waitFor();
  await page.locator('#board').getByText('Biblioteket').waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
});

it('lets the other stand where one chooses to leave', async () => {
  const { context, page } = await both('assign_roles',
    async (form) => { await form.fill('#chair', 'Robin Ledare'); },
    async (form) => { await form.fill('#chair', 'Alex Annan'); });
  assert.deepEqual(await row(page, 'Mötesledare').locator('td').allTextContents(), ['Alex Annan', 'Robin Ledare']);
  if (process.env.KALLAD_SCREENS) await page.screenshot({ path: `${process.env.KALLAD_SCREENS}/conflict.png`, fullPage: true });
  await page.getByRole('link', { name: 'Lämna det som det står nu' }).click();
  await page.waitForURL(`**${at}`);
  await page.locator('#board').getByText('Robin Ledare').waitFor();
  await context.close();
});

it('says so where nothing collides', async () => {
  const { context, page } = await both('add_party',
    async (form) => { await form.selectOption('#party', 'fk/helsingborg'); },
    async (form) => { await form.selectOption('#party', 'we-mind/helsingborg'); });
  await page.getByText('Inget av det du fyllde i krockar').waitFor();
  await page.getByRole('button', { name: 'Spara mitt på det nya läget' }).click();
  await page.getByText('We Mind Helsingborg').first().waitFor();
  await context.close();
});

it('keeps what was typed at the table, with the form open, and shows how the points stand now', async () => {
  const { context, page, wrong } = await window(browser, program, { javaScriptEnabled: false });
  await seat(context, program, anna);
  await page.goto('/cases/nu/meeting');
  await page.getByRole('button', { name: 'Börja mötet' }).click();
  await page.getByText('Skriv punkterna').waitFor();
  const other = await context.newPage();
  await other.goto('/cases/nu/meeting');
  for (const [form, effort] of [[other, 'Boendestöd'], [page, 'Hemtjänst']]) {
    await form.getByText('Skriv punkterna').click();
    await form.fill('#points-efforts_needed', effort);
    await form.fill('#efforts-0', effort);
    await form.getByRole('button', { name: 'Spara punkterna' }).click();
  }
  await page.getByRole('heading', { name: 'Någon annan hann före' }).waitFor();
  assert.deepEqual(await row(page, 'Vilka insatser som behövs').locator('td').allTextContents(), ['Hemtjänst', 'Boendestöd']);
  assert.equal(await page.locator('.conflict tbody tr').count(), 2);
  assert.equal(await page.locator('#efforts-0').isVisible(), true);
  assert.equal(await page.inputValue('#efforts-0'), 'Hemtjänst');
  await page.getByRole('button', { name: 'Spara punkterna' }).click();
  await page.locator('.four').getByText('Hemtjänst').first().waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
});

it('shows both sides of the register too', async () => {
  const { context, page, wrong } = await window(browser, program, { javaScriptEnabled: false });
  await seat(context, program, await program.administrator());
  const other = await context.newPage();
  for (const form of [page, other]) await form.goto('/admin/units/helsingborg%2Fvuxen/edit');
  for (const [form, head] of [[other, 'Hedda Chef'], [page, 'Carl Chef']]) {
    await form.fill('#unit-head', head);
    await form.getByRole('button', { name: 'Spara', exact: true }).click();
  }
  await page.getByRole('heading', { name: 'Någon annan hann före' }).waitFor();
  assert.deepEqual(await row(page, 'Enhetschef').locator('td').allTextContents(), ['Carl Chef', 'Hedda Chef']);
  assert.equal(await page.locator('.conflict tbody tr').count(), 1);
  await page.getByRole('button', { name: 'Spara mitt på det nya läget' }).click();
  await page.getByText('Carl Chef').first().waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
});

/** Two windows of the administrator on one form: the other is saved, then this; the slower one sees both. */
async function twoAdministrators(address, fill) {
  const made = await window(browser, program, { javaScriptEnabled: false });
  await seat(made.context, program, await program.administrator());
  const other = await made.context.newPage();
  for (const form of [made.page, other]) await form.goto(address);
  for (const [form, which] of [[other, 0], [made.page, 1]]) {
    await fill(form, which);
    await form.locator('button[type=submit]', { hasText: /^Spara/ }).last().click();
  }
  await made.page.getByRole('heading', { name: 'Någon annan hann före' }).waitFor();
  return made;
}
const bothOf = (page, name) => row(page, name).locator('td').allTextContents();
const save = (page) => page.getByRole('button', { name: 'Spara mitt på det nya läget' }).click();

it('shows both sides of an agreement, with its members', async () => {
  const { page, context, wrong } = await twoAdministrators('/admin/agreements/northwest/edit', async (form, which) => {
    await form.fill('#agreement-valid_until', ['2030-12-31', '2031-12-31'][which]);
    if (which === 0) await form.selectOption('#member-0-duty', 'may');
  });
  assert.deepEqual(await bothOf(page, 'Gäller till och med'), ['2031-12-31', '2030-12-31']);
  assert.equal(await page.locator('.conflict tbody tr').count(), 2, 'the day, and the member whose duty was changed');
  assert.match((await page.locator('.conflict tbody tr td').allTextContents()).join(), /får komma/);
  await save(page);
  await page.waitForURL('**/admin/organisations');
  assert.deepEqual(wrong, []);
  await context.close();
});

it('shows both sides of a routine', async () => {
  const { page, context, wrong } = await twoAdministrators('/admin/routines/new?council=northwest', async (form, which) => {
    await form.fill('#summons_lead_working_days', ['12', '15'][which]);
  });
  assert.deepEqual(await page.locator('.conflict tbody td').first().allTextContents(), ['15']);
  assert.equal(await page.inputValue('#summons_lead_working_days'), '15');
  await save(page);
  await page.waitForURL('**/admin/routines/northwest/**');
  assert.deepEqual(wrong, []);
  await context.close();
});

it('shows both sides of a head who is away', async () => {
  const { page, context, wrong } = await twoAdministrators('/admin/units/helsingborg%2Fvuxen/absence', async (form, which) => {
    await form.fill('#away-from', '2026-12-21');
    await form.fill('#away-until', ['2027-01-08', '2027-01-15'][which]);
  });
  assert.deepEqual(await bothOf(page, 'Sista dagen'), ['2027-01-15', '2027-01-08']);
  assert.equal(await page.locator('.conflict tbody tr').count(), 1);
  await page.getByRole('link', { name: 'Lämna det som det står nu' }).click();
  await page.getByText(/8 januari 2027/).first().waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
});
