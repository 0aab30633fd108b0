// What this file is: a meeting as it is held, from its page: attendance, goals, the four points, closing, a deficiency.
// What it is not: the rules; those are the engine's tests. Rule kept: all of it by presses, without scripts.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { launch, seat, window } from './browser.mjs';
import { Program } from './program.mjs';

let program;
let browser;
let anna;
before(async () => {
  program = await Program.start();
  anna = await program.invite('anna', 'Anna Ek', 'helsingborg/vuxen', ['coordinator', 'attendee']);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
});

const party = (page, name) => page.locator('#attendance .board > li', { hasText: name });
const press = (page, name, what) => party(page, name).getByRole('button', { name: what, exact: true }).click();

it('is held on a phone without scripts, one press for each party, and undone', async () => {
  const { context, page, wrong } = await window(browser, program,
    { viewport: { width: 375, height: 740 }, javaScriptEnabled: false });
  await seat(context, program, anna);
  await page.goto('/cases/nu/meeting');
  await page.getByRole('button', { name: 'Börja mötet' }).click();
  await press(page, 'Helsingborg, Vuxen', 'Kom');
  await press(page, 'Psykosmottagningen', 'Kom inte');
  await press(page, 'Psykosmottagningen', 'Ångra');
  assert.equal(await party(page, 'Psykosmottagningen').locator('.ds-tag').count(), 0);
  await press(page, 'Psykosmottagningen', 'Kom inte');
  await page.locator('#attendance').getByRole('link', { name: 'Granska och stäng närvaron' }).click();
  await page.getByText('Det går inte än').waitFor();
  await page.getByRole('link', { name: /Tillbaka till mötet/ }).click();
  await press(page, 'Laro', 'Kom sent');
  assert.deepEqual(wrong, []);
  await context.close();
});

it('writes goals, activities and the four points, and shows before closing what is drafted', async () => {
  const { context, page, wrong } = await window(browser, program);
  await seat(context, program, anna);
  await page.goto('/cases/nu/meeting');
  await page.getByText('Skriv ett mål').click();
  await page.fill('#goal-text', 'Jag vill bo kvar hemma');
  await page.getByRole('button', { name: 'Spara målet' }).click();
  await page.getByText('Jag vill bo kvar hemma').waitFor();
  await page.getByText('Skriv en aktivitet').click();
  await page.getByRole('button', { name: 'Spara aktiviteten' }).click();
  assert.ok(await page.locator('.ds-error-summary li').count() > 0, 'what is missing is said');
  await page.getByText('Skriv punkterna').click();
  await page.fill('#points-efforts_needed', 'Boendestöd');
  await page.fill('#efforts-0', 'Boendestöd');
  await page.fill('#efforts-1', 'Behandling');
  await page.check('#points-no_others_measures');
  await page.selectOption('#points-overall_responsible', { index: 1 });
  await page.getByRole('button', { name: 'Spara punkterna' }).click();
  assert.equal(await page.locator('.four > .answered').count(), 4);
  await page.locator('#agreement').getByRole('button').first().click();
  await page.getByText('Har godkänt').first().waitFor();
  await page.locator('#attendance').getByRole('link', { name: 'Granska och stäng närvaron' }).click();
  await page.getByText('nytt utkast').waitFor();
  await page.getByRole('button', { name: 'Stäng närvaron' }).click();
  await page.getByText('Mötet hölls utan Psykosmottagningen Helsingborg').waitFor();
  await page.fill('#follow_up_on', new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Avsluta mötet' }).click();
  assert.deepEqual(wrong, []);
  await context.close();
});

it('leaves a deficiency that is filled in, and handed to the own manager', async () => {
  const { context, page, wrong } = await window(browser, program, { javaScriptEnabled: false });
  await seat(context, program, anna);
  await page.goto('/?group=drafts');
  await page.getByRole('link', { name: 'nu', exact: true }).click();
  await page.waitForURL('**/cases/nu/deficiencies/1');
  assert.match(await page.inputValue('#what_happened'), /Kallelsen skickades/, 'what is known is proposed');
  assert.notEqual(await page.inputValue('#registered_by-contact'), '', 'the mailbox of the own unit');
  await page.fill('#what_happened', 'Anna Påhittad fick vänta');
  await page.getByRole('button', { name: 'Spara blanketten' }).click();
  await page.locator('.ds-error-summary').waitFor();
  assert.equal(await page.inputValue('#what_happened'), 'Anna Påhittad fick vänta');
  const found = page.locator('.ds-error-summary').getByRole('link', { name: /^Vad som hände: .*”Anna Påhittad”/ });
  await found.click();
  assert.match(page.url(), /#what_happened$/, 'the found name leads to where it stands');
  assert.match(await page.locator('#what_happened-error').innerText(), /”Anna Påhittad”/);
  assert.equal(await page.getAttribute('#what_happened', 'aria-invalid'), 'true');
  await page.fill('#what_happened', 'Ingen kom till mötet');
  await page.getByRole('button', { name: 'Spara och lämna till egen chef' }).click();
  await page.locator('.steps .here', { hasText: 'Egen chef' }).waitFor();
  assert.equal(await page.locator('#what_happened').isVisible(), false, 'the form is no longer what there is to do');
  await page.getByText('Ingen kom till mötet').first().waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
});
