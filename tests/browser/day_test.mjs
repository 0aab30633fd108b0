// What this file is: Min dag as people use it: what waits, one group, a choice that stays in the address, a search.
// What it is not: which cases wait; tests/adapters/api. Rule kept: without scripts, and by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { launch, seat, window } from './browser.mjs';
import { calledCase, Program } from './program.mjs';

let program;
let browser;
let anna;
let called;
before(async () => {
  program = await Program.start();
  anna = await program.invite('anna', 'Anna Ek', 'helsingborg/vuxen', ['coordinator', 'attendee']);
  called = await calledCase(program, anna);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
});

const id = () => called.case.split('/').pop();
const count = async (page, name) => Number((await page.locator('.day-groups a', { hasText: name })
  .locator('.day-count').textContent()).replace('+', ''));

it('leads from what waits to the case, without scripts', async () => {
  const { context, page, wrong } = await window(browser, program, { javaScriptEnabled: false });
  await seat(context, program, anna);
  await page.goto('/');
  const waiting = await count(page, 'Kallelser att svara på');
  assert.ok(waiting >= 1);
  await page.locator('.day-groups a', { hasText: 'Kallelser att svara på' }).click();
  await page.waitForURL('**/?group=unanswered');
  assert.equal(await page.locator('.rows > li').count(), waiting);
  const days = await page.locator('.row-due time').evaluateAll((all) => all.map((one) => one.dateTime));
  assert.deepEqual(days, [...days].sort(), 'the earliest demand first');
  await page.getByRole('link', { name: id() }).click();
  await page.waitForURL(`**${called.case}#seats-heading`);
  assert.deepEqual(wrong, []);
  await context.close();
});

it('leads who works in no case to their own pages', async () => {
  for (const [position, name, at] of [['auditor', 'Åtkomstlogg', '/access-log'], ['report_reader', 'Rapporter', '/reports']]) {
    const who = await program.invite(position, `Den ${position}`, 'helsingborg/psykiatrisamordning', [position]);
    const { context, page, wrong } = await window(browser, program, { javaScriptEnabled: false });
    await seat(context, program, who);
    await page.goto('/');
    assert.equal(await page.locator('.day-groups').count(), 0, 'no boxes that would always be empty');
    await page.getByRole('main').getByRole('link', { name, exact: true }).click();
    await page.waitForURL(`**${at}`);
    assert.deepEqual(wrong, []);
    await context.close();
  }
});

it('shows the council the deficiencies that were handed to it, and nothing made up of the case', async () => {
  const carin = await program.invite('carin', 'Carin Samråd', 'helsingborg/psykiatrisamordning', ['council_secretary']);
  const { context, page, wrong } = await window(browser, program, { javaScriptEnabled: false });
  await seat(context, program, carin);
  await page.goto('/');
  await page.getByText(/väntar på samrådet/).first().waitFor();
  await page.getByRole('link', { name: 'nv-2026-004', exact: true }).click();
  await page.waitForURL('**/cases/nv-2026-004/deficiencies');
  await page.getByRole('link', { name: /^Brist 1: Beroendemottagningen/ }).click();
  assert.equal(await page.locator('.places').count(), 0, 'no pages that would say no');
  await page.goto('/cases/nv-2026-004');
  await page.getByText('Du ser de brister i samverkan').waitFor();
  for (const text of ['Samtycke', 'Förberedelse', 'Vad du kan göra'])
    assert.equal(await page.getByRole('main').getByText(text).count(), 0, text);
  const lars = await program.invite('lars', 'Lars Läsare', 'helsingborg/psykiatrisamordning', ['report_reader']);
  const reader = await window(browser, program, { javaScriptEnabled: false });
  await seat(reader.context, program, lars);
  await reader.page.goto('/');
  await reader.page.getByText('nv-2026-004').first().waitFor();
  assert.equal(await reader.page.getByRole('link', { name: /^nv-/ }).count(), 0, 'what cannot be opened is no link');
  assert.deepEqual([...wrong, ...reader.wrong], []);
  await context.close();
  await reader.context.close();
});

it('lets who is called answer at the own seat, in words of their own', async () => {
  const rut = await program.invite('rut', 'Rut Region', 'region/psykosmottagning-helsingborg', ['attendee']);
  const { context, page, wrong } = await window(browser, program, { javaScriptEnabled: false });
  await seat(context, program, rut);
  await page.goto(called.case);
  assert.equal(await page.getByText('per telefon').count(), 0, 'nobody telephones their own answer');
  await page.locator('.main-action').getByRole('link', { name: 'Svara på kallelsen' }).click();
  const seatAt = page.locator(new URL(page.url()).hash);
  await seatAt.getByRole('button', { name: 'Kommer' }).click();
  await seatAt.locator('.ds-tag', { hasText: 'kommer' }).waitFor();
  assert.equal(await page.locator('.main-action').count(), 0, 'it is answered');
  assert.deepEqual(wrong, []);
  await context.close();
});

it('keeps a choice in the address, by keyboard alone', async () => {
  const { context, page } = await window(browser, program);
  await seat(context, program, anna);
  await page.goto('/');
  await page.locator('.day-choice > summary').focus();
  await page.keyboard.press('Enter');
  await page.locator('#mine').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/[?&]mine=true/);
  assert.equal(await page.locator('#mine').isChecked(), true);
  await page.locator('.day-groups a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/mine=true.*group=unanswered/);
  await page.getByRole('link', { name: 'Visa hela dagen' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.search === '?mine=true');
  await page.goBack();
  assert.match(page.url(), /group=unanswered/);
  await context.close();
});

it('finds a case by its own number, and says where there is none', async () => {
  const { context, page } = await window(browser, program, { javaScriptEnabled: false });
  await seat(context, program, anna);
  await page.goto('/');
  await page.getByRole('link', { name: 'Sök ärende' }).click();
  await page.fill('#text', 'finns-inte');
  await page.getByRole('button', { name: 'Hitta ärenden' }).click();
  await page.getByRole('status').getByText('Inget ärende som du får se har det numret').waitFor();
  await page.fill('#text', ` ${id().toUpperCase()}`);
  await page.getByRole('button', { name: 'Hitta ärenden' }).click();
  await page.getByRole('link', { name: id() }).click();
  await page.waitForURL(`**${called.case}`);
  await context.close();
});

it('finds cases by words that stand in no address, and nothing by the name of the person', async () => {
  const { context, page, wrong } = await window(browser, program, { javaScriptEnabled: false });
  await seat(context, program, anna);
  await page.goto('/search');
  for (const [words, is_found] of [['psykosmott KALLELSE', true], [`${id().slice(0, 9)} anna`, true], ['Påhittad', false]]) {
    await page.fill('#text', words);
    await page.getByRole('button', { name: 'Hitta ärenden' }).click();
    await page.getByText('Det här hittades').waitFor();
    assert.equal(await page.getByRole('link', { name: id() }).count() > 0, is_found, words);
    assert.equal(new URL(page.url()).search, '');
    assert.equal(await page.inputValue('#text'), words);
  }
  assert.deepEqual(wrong, []);
  await context.close();
});

it('finds a case by identity number only with a reason', async () => {
  const { context, page, wrong } = await window(browser, program, { javaScriptEnabled: false });
  await seat(context, program, anna);
  await page.goto('/search');
  await page.fill('#identity_number', '19701063-2391');
  await page.getByRole('button', { name: 'Sök' }).click();
  await page.locator('#ground-error').waitFor();
  assert.equal(await page.inputValue('#identity_number'), '19701063-2391', 'nothing that was typed is lost');
  await page.fill('#ground', 'Den enskilde har ringt om sitt möte');
  await page.getByRole('button', { name: 'Sök' }).click();
  await page.getByText('Det här hittades').waitFor();
  assert.equal((await page.content()).includes('19701063'), false);
  assert.equal(new URL(page.url()).search, '');
  assert.deepEqual(wrong, []);
  await context.close();
});
