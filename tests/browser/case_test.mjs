// What this file is: a case as people work with it: opened, consented to, called, answered by a link on a phone.
// What it is not: the rules of the process; those are the engine's tests. Rule kept: each journey without scripts, for
// that is what everything must stand on.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { launch, seat, window } from './browser.mjs';
import { Program } from './program.mjs';

const region = 'region/psykosmottagning-helsingborg';
const phone = { viewport: { width: 375, height: 740 }, javaScriptEnabled: false };
let program;
let browser;
let siv;
before(async () => {
  program = await Program.start();
  siv = await program.invite('siv', 'Siv Samordnare', 'helsingborg/vuxen', ['coordinator', 'attendee']);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
});

const send = (page) => page.locator('main form button[type=submit]').first().click();
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Opens a case with the region as a party, and calls to a meeting; gives the case's address. */
async function summoned(page, number = '19701063-2391') {
  await page.goto('/cases/new');
  await page.selectOption('#kind', 'sip');
  await page.fill('#person-name', 'Anna Påhittad');
  await page.fill('#person-identity_number', number);
  await page.fill('#need', 'Boende och medicin behöver samordnas');
  for (const field of ['#council', '#agreement', '#law']) {
    if (!(await page.inputValue(field))) await page.selectOption(field, { index: 1 });
  }
  await send(page);
  const warned = page.locator('#existing_sip_acknowledged');
  if (await warned.count()) {
    assert.match(await page.locator('.ds-error-summary').innerText(), /redan en pågående SIP/);
    await warned.check();
    await send(page);
  }
  await page.waitForURL(/\/cases\/sip-/);
  const at = new URL(page.url()).pathname;
  await page.goto(`${at}/do/record_consent`);
  await page.fill('#consent-given_by-0-name', 'Anna Påhittad');
  await page.selectOption('#consent-given_by-0-capacity', 'person');
  await page.selectOption('#consent-form', 'oral');
  await page.fill('#consent-from', day(0));
  await send(page);
  for (const unit of ['helsingborg/vuxen', region]) {
    await page.goto(`${at}/do/add_party`);
    await page.selectOption('#party', unit);
    await page.selectOption('#kind', 'unit');
    await send(page);
    await page.waitForURL(`**${at}`);
  }
  await page.goto(`${at}/do/send_summons`);
  await page.fill('#starts', `${day(40)}T13:00`);
  await page.fill('#place', 'Stadshuset');
  await page.fill('#purpose', 'Samordna stödet');
  await page.fill('#questions', 'Vem ansvarar för medicinen?');
  await page.getByRole('button', { name: 'Visa breven först' }).click();
  await page.locator('#letters blockquote').filter({ hasText: 'Stadshuset' }).first().waitFor();
  assert.equal(await page.inputValue('#purpose'), 'Samordna stödet');
  await send(page);
  await page.waitForURL(`**${at}`);
  return at;
}

async function linkOf(at, party, holder = 'party') {
  const { body } = await program.json('GET', `/api/v1${at}/links`, null, { cookie: siv.cookie });
  return body.links.find((one) => one.party === party && one.holder === holder).token;
}

const buttons = (page) => page.locator('main').getByRole('button').allTextContents();

it('is opened, consented to and called, without scripts', async () => {
  const { context, page, wrong } = await window(browser, program, { javaScriptEnabled: false });
  await seat(context, program, siv);
  await page.goto('/cases/new');
  await send(page);
  const wrongs = await page.locator('.ds-error-summary li').allTextContents();
  assert.ok(wrongs.some((one) => one.includes('Behov som ska samordnas')), `each missing field is named: ${wrongs}`);
  const at = await summoned(page);
  await page.getByText('Det är sparat.').waitFor();
  assert.equal(await page.locator('[aria-current=step]').count(), 1);
  await page.getByText('Gavs av Anna Påhittad (den enskilde)').waitFor();
  assert.equal(await page.locator('#board .board > li').count(), 2);
  await page.goto(`${at}/do/record_evaluation`);
  assert.equal(await page.locator('main form').count(), 0, 'what cannot be said now has no form to fill in for nothing');
  await page.getByRole('link', { name: 'Till ärendet' }).click();
  await page.waitForURL(`**${at}`);
  assert.deepEqual(wrong, []);
  await context.close();
});

it('has the details of its person corrected, which stand in the form, with a reason', async () => {
  const { context, page, wrong } = await window(browser, program, { javaScriptEnabled: false });
  await seat(context, program, siv);
  const at = await summoned(page, '19701063-2391');
  await page.goto(`${at}/do/correct_person`);
  assert.equal(await page.inputValue('#person-name'), 'Anna Påhittad');
  assert.equal(await page.inputValue('#person-identity_number'), '19701063-2391');
  assert.equal(await page.inputValue('#person-protection'), 'none');
  await page.getByText('de som pekas ut').waitFor();
  await page.fill('#reason', 'Gift');
  await send(page);
  await page.locator('.ds-error-summary').getByText('Så står uppgifterna redan').waitFor();
  await page.fill('#person-name', 'Anna Nytt');
  await page.selectOption('#person-protection', 'secrecy_mark');
  await send(page);
  await page.waitForURL(`**${at}`);
  await page.getByText('Anna Nytt').first().waitFor();
  await page.goto(`${at}/history`);
  await page.getByText('den enskildes uppgifter rättades', { exact: false }).first().waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
});

it('is answered on a phone by link in one press, changed, and by somebody who comes instead', async () => {
  const own = await window(browser, program, { javaScriptEnabled: false });
  await seat(own.context, program, siv);
  const at = await summoned(own.page, '19610973-2393');
  const { context, page, wrong } = await window(browser, program, phone);
  const token = await linkOf(at, region);
  await page.goto(`/s/${token}`);
  const shown = await page.content();
  for (const word of ['Anna', '19610973', 'Boende', 'Samordna stödet']) assert.equal(shown.includes(word), false, word);
  await page.getByRole('button', { name: 'Vi kommer', exact: true }).click();
  await page.getByRole('heading', { name: 'Ert svar' }).waitFor();
  const entry = await page.getByRole('link', { name: 'Lägg in mötet i kalendern' }).getAttribute('href');
  const file = await context.request.get(entry);
  assert.match(file.headers()['content-type'], /^text\/calendar/);
  assert.match(await file.text(), /BEGIN:VEVENT[\s\S]*LOCATION:Stadshuset/);
  await page.locator('summary', { hasText: 'Vi kan inte komma' }).click();
  await page.getByText(/utkast|brist|skyldig/i).first().waitFor();
  await page.locator('summary', { hasText: 'Någon annan kommer i stället' }).click();
  await page.getByRole('button', { name: 'Utse ersättaren' }).click();
  const missing = await page.locator('.ds-error-summary li').allTextContents();
  assert.ok(missing.length >= 4);
  assert.equal(new Set(missing).size, missing.length, 'each line names its field');
  assert.ok(missing.some((one) => one.startsWith('Namn på den som kommer: ')), String(missing));
  await page.getByRole('link', { name: /^Roll eller befattning/ }).click();
  assert.match(page.url(), /#substitute-role$/);
  await page.fill('#substitute-name', 'Sara Skift');
  await page.fill('#substitute-role', 'sjuksköterska');
  await page.fill('#substitute-contact', 'sara@region.example');
  await page.check('#substitute-mandate-yes');
  await page.fill('#by_substitute', 'Rut Region');
  await page.getByRole('button', { name: 'Utse ersättaren' }).click();
  await page.getByText('Sara Skift, sjuksköterska').waitFor();
  assert.equal((await buttons(page)).includes('Vi kommer'), false, 'who sends somebody can take the place back instead');
  await page.goto(`/s/${await linkOf(at, region, 'substitute')}`);
  await page.getByText('Rut Region har utsett dig').waitFor();
  await page.getByRole('heading', { name: 'Kan du komma?' }).waitFor();
  assert.equal(await page.locator('.ds-alert').count(), 0, 'nobody has answered for the substitute');
  await page.getByRole('button', { name: 'Ja, jag kommer' }).click();
  await page.getByText('Du kommer. Du sa ja').waitFor();
  assert.deepEqual((await buttons(page)).includes('Ja, jag kommer'), false, 'what is said is not asked again');
  await page.goto(`/s/${await linkOf(at, region, 'check_in')}`);
  assert.deepEqual(await buttons(page), [], 'there is nothing to undo weeks before the meeting');
  await page.getByText('Det går att checka in samma dag').waitFor();
  await own.page.goto(at);
  await own.page.getByText(/Sara Skift/).first().waitFor();
  assert.deepEqual([...wrong, ...own.wrong], []);
  await context.close();
  await own.context.close();
});

it('shows a dead link whom to turn to, and nothing else', async () => {
  const { context, page } = await window(browser, program, phone);
  const answer = await page.goto('/s/this-is-no-link');
  assert.equal(answer.status(), 404);
  await page.getByRole('heading', { level: 1, name: 'Länken gäller inte längre' }).waitFor();
  await context.close();
});
