// What this file is: the plan agreed to after the meeting: by link, without scripts on a phone and by the keyboard alone,
// and with a no; and marks at the table that leave the page where it is. What it is not: the rules; those are the engine's
// tests. Rule kept: the link's page never names the person.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { launch, seat, window } from './browser.mjs';
import { linkOf, Program } from './program.mjs';

const region = 'region/psykosmottagning-helsingborg';
let program;
let browser;
let anna;
before(async () => {
  program = await Program.start({ held: true });
  anna = await program.invite('anna', 'Anna Ek', 'helsingborg/vuxen', ['coordinator', 'attendee']);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
});

it('says no with a reason by link, on a phone without scripts, and the coordinator reads it', async () => {
  const { context, page, wrong } = await window(browser, program,
    { viewport: { width: 375, height: 740 }, javaScriptEnabled: false });
  await page.goto(await linkOf(program, anna, 'hallet', region));
  await page.getByRole('heading', { name: 'Godkänner ni planen?' }).waitFor();
  const text = await page.locator('main').innerText();
  assert.ok(text.includes('Läkarbesök om sömnen') && text.includes('Behandling'));
  assert.ok(!text.includes('Boendestöd') && !text.includes('Påhittad'), text);
  await page.locator('summary', { hasText: 'Vi godkänner inte planen' }).click();
  await page.fill('#by_decline', 'Rut Region');
  await page.getByRole('button', { name: 'Skicka att vi inte godkänner' }).click();
  await page.locator('.ds-error-summary').waitFor();
  assert.equal(await page.inputValue('#by_decline'), 'Rut Region', 'nothing typed is lost');
  await page.fill('#reason', 'Vi har ingen läkare i april');
  await page.getByRole('button', { name: 'Skicka att vi inte godkänner' }).click();
  await page.getByText('Ni godkände inte planen').waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
  const led = await window(browser, program);
  await seat(led.context, program, anna);
  await led.page.goto('/?group=overdue');  // it burns on My day, and leads on from there
  const row = led.page.getByRole('listitem').filter({ hasText: 'ett nej till planen att ta hand om' });
  await row.getByRole('link', { name: 'hallet' }).click();
  await led.page.getByRole('link', { name: /Har sagt nej till planen/ }).click();
  await led.page.locator('#agreement').getByText('Vi har ingen läkare i april').waitFor();
  assert.deepEqual(led.wrong, []);
  await led.context.close();
});

it('agrees by link with the keyboard alone', async () => {
  const { context, page, wrong } = await window(browser, program);
  await page.goto(await linkOf(program, anna, 'hallet', region));
  const reach = async (id) => {
    for (let i = 0; i < 30; i += 1) {
      if (await page.evaluate((wanted) => document.activeElement.matches(wanted), id)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`${id} is not reached`);
  };
  await reach('#by_agree');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Rut Region');
  await reach('button[value=agree_plan]');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await page.getByText('Ni godkände planen').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Ja, vi godkänner planen' }).count(), 0);
  assert.deepEqual(wrong, []);
  await context.close();
});

it('marks who came without leaving the page, and keeps what is typed meanwhile', async () => {
  const { context, page, wrong } = await window(browser, program);
  await seat(context, program, anna);
  await page.goto('/cases/nu/meeting');
  await page.getByRole('button', { name: 'Börja mötet' }).click();
  await page.getByText('Skriv ett mål').click();
  await page.fill('#goal-text', 'Jag vill bo kvar');
  let loads = 0;
  page.on('load', () => { loads += 1; });
  const party = (name) => page.locator('#attendance .board > li', { hasText: name });
  for (const [name, mark] of [['Helsingborg, Vuxen', 'Kom'], ['Psykosmottagningen', 'Kom sent'], ['Laro', 'Kom inte']]) {
    await party(name).getByRole('button', { name: mark, exact: true }).click();
    await party(name).locator('[aria-pressed=true]', { hasText: mark }).waitFor();
  }
  assert.ok(await page.evaluate(() => document.activeElement.closest('#attendance .board > li') !== null),
    'focus is at the next that somebody wants');
  await party('Laro').getByRole('button', { name: 'Ångra' }).click();
  await party('Laro').locator('.ds-tag').waitFor({ state: 'detached' });
  await party('Laro').getByRole('button', { name: 'Kom inte', exact: true }).click();
  await party('Laro').locator('[aria-pressed=true]').waitFor();
  assert.equal(loads, 0);
  assert.equal(await page.inputValue('#goal-text'), 'Jag vill bo kvar');
  await page.getByRole('button', { name: 'Spara målet' }).click();
  await page.locator('#plan').getByText('Jag vill bo kvar').waitFor();
  assert.equal(await party('Laro').locator('.ds-tag').innerText(), 'Frånvarande');
  assert.deepEqual(wrong, []);
  await context.close();
});

it('takes what is hard to use from anybody, and shows it to the administrator', async () => {
  const { context, page, wrong } = await window(browser, program, { javaScriptEnabled: false });
  await page.goto('/accessibility');
  await page.getByRole('link', { name: 'Berätta vad som inte fungerar' }).click();
  await page.fill('#text', 'Knappen syns inte');
  await page.getByRole('button', { name: 'Skicka' }).click();
  await page.getByText('Tack. Det du skrev').waitFor();
  await seat(context, program, await program.administrator());
  await page.goto('/admin/feedback');
  await page.getByText('Knappen syns inte').waitFor();
  await page.getByRole('button', { name: 'Läst, ta bort' }).click();
  await page.getByText('Inga synpunkter väntar').waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
});
