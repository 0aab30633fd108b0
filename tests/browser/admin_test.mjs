// What this file is: administration as people use it: a mailbox seen to, a routine changed, somebody invited, a failed
// item tried again. What it is not: who may; tests/adapters/web. Rule kept: without scripts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, it } from 'node:test';
import { launch, seat, window } from './browser.mjs';
import { Program, binary, calledCase, code, password } from './program.mjs';

let program;
let browser;
let admin;
before(async () => {
  program = await Program.start();
  admin = await program.administrator();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
});

async function opened() {
  const seen = await window(browser, program, { javaScriptEnabled: false });
  await seat(seen.context, program, admin);
  await seen.page.goto('/');
  await seen.page.getByRole('link', { name: 'Administration' }).first().click();
  await seen.page.waitForURL('**/admin');
  return seen;
}

it('marks a mailbox that bounces, and says when letters arrive again', async () => {
  const { context, page, wrong } = await opened();
  await page.getByRole('link', { name: 'Enheter' }).click();
  await page.fill('#text', 'åstorp, VUXEN');
  await page.getByRole('button', { name: 'Visa urvalet' }).click();
  await page.getByRole('link', { name: 'Åstorp, Vuxen' }).click();
  await page.getByRole('button', { name: 'Kontrollerad i dag: brev studsar' }).click();
  await page.getByRole('status').getByText('Kontrollen är sparad.').waitFor();
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Brevlådor som studsar' }).click();
  assert.equal(await page.locator('.rows > li').count(), 1);
  await page.getByRole('link', { name: 'Åstorp, Vuxen' }).click();
  await page.getByText('Kallelser kommer inte fram').waitFor();
  await page.getByRole('button', { name: 'Kontrollerad i dag: brev kommer fram' }).click();
  await page.getByRole('status').waitFor();
  assert.equal(await page.getByText('Kallelser kommer inte fram').count(), 0);
  await page.goto('/admin');
  assert.equal(await page.getByText('Brevlådor som studsar').count(), 0);
  assert.deepEqual(wrong, []);
  await context.close();
});

it('makes a new version of the routine, and finds what is wrong with one', async () => {
  const { context, page, wrong } = await opened();
  await page.getByRole('link', { name: 'Rutiner' }).click();
  await page.getByRole('link', { name: /^Gör en ny version/ }).first().click();
  await page.fill('#reminder_hour', '25');
  await page.getByRole('button', { name: 'Spara den nya versionen' }).click();
  await page.locator('#reminder_hour-error').waitFor();
  await page.fill('#reminder_hour', '8');
  await page.getByRole('button', { name: 'Spara den nya versionen' }).click();
  await page.getByRole('status').getByText('Den nya versionen är sparad.').waitFor();
  await page.getByRole('row', { name: /Klockslag för påminnelser 08.00 lokal standard/ }).waitFor();
  await page.getByRole('row', { name: /\(2017:612\)/ }).first().waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
});

it('takes a head at their word of when they are away, and lets an administrator remove it', async () => {
  const hedda = await program.invite('hedda', 'Hedda Chef', 'helsingborg/vuxen', ['unit_head']);
  const own = await window(browser, program, { javaScriptEnabled: false });
  await seat(own.context, program, hedda);
  await own.page.goto('/account');
  await own.page.getByRole('link', { name: 'Min frånvaro' }).click();
  await own.page.fill('#away-from', '2027-07-31');
  await own.page.fill('#away-until', '2027-07-01');
  await own.page.getByRole('button', { name: 'Spara frånvaron' }).click();
  await own.page.locator('#away-until-error').waitFor();
  await own.page.fill('#away-from', '2027-07-01');
  await own.page.fill('#away-until', '2027-07-31');
  await own.page.getByRole('button', { name: 'Spara frånvaron' }).click();
  await own.page.getByRole('status').getByText('Frånvaron är sparad.').waitFor();
  const { context, page, wrong } = await opened();
  await page.goto('/admin/units/helsingborg%2Fvuxen');
  await page.getByText(/1 juli 2027 till .*31 juli 2027/).first().waitFor();
  await page.getByRole('link', { name: 'Ändra frånvaron' }).click();
  await page.getByRole('button', { name: 'Ta bort frånvaron' }).click();
  await page.getByRole('status').getByText('Frånvaron är borttagen.').waitFor();
  assert.deepEqual([...wrong, ...own.wrong], []);
  await own.context.close();
  await context.close();
});

it('invites somebody with a one-time link that works', async () => {
  const { context, page, wrong } = await opened();
  await page.getByRole('link', { name: 'Användare' }).click();
  await page.getByRole('link', { name: 'Bjud in någon' }).click();
  await page.fill('#shown_name', 'Berit Ny');
  await page.fill('#user_name', 'berit');
  await page.selectOption('#unit', { label: 'Åstorp, Vuxen' });
  await page.getByLabel('Medarbetare').check();
  await page.getByRole('button', { name: 'Gör en engångslänk' }).click();
  const link = await page.locator('.once').textContent();
  assert.match(link, new RegExp(`^${program.url}/enrol/[0-9a-f]{96}$`));
  const answer = await fetch(link);
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /berit/);
  await page.getByRole('link', { name: 'Jag har sparat det' }).click();
  await page.getByRole('heading', { name: 'Berit Ny' }).waitFor();
  assert.equal((await page.content()).includes('/enrol/'), false);
  assert.deepEqual(wrong, []);
  await context.close();
});

/** A due row that nobody can read, as a fault of the program would leave one. */
function spoil(data) {
  execFileSync('python3', ['-c', `
import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
store.execute("INSERT INTO due SELECT 0, stream, kind, 'trasig' FROM due LIMIT 1")
store.commit()`, path.join(data, 'kallad.db')]);
}

it('tries again what failed, and tells how it went', async () => {
  spoil(program.data);
  const { context, page, wrong } = await opened();
  for (let i = 0; i < 50 && await page.getByText('Det som inte gick').count() < 2; i += 1) {
    await page.waitForTimeout(200);
    await page.goto('/admin');
  }
  await page.locator('.day-groups').getByRole('link', { name: 'Det som inte gick' }).click();
  await page.getByText('Försök: 1,').waitFor();
  await page.getByRole('button', { name: 'Försök igen nu' }).click();
  await page.getByRole('status').getByText('Ett nytt försök görs nu.').waitFor();
  for (let i = 0; i < 50 && await page.getByText('Försök: 2,').count() === 0; i += 1) {
    await page.waitForTimeout(200);
    await page.goto('/admin/trouble');
  }
  assert.equal(await page.getByText('Försök: 2,').count(), 1);
  assert.deepEqual(wrong, []);
  await context.close();
});

it('removes the examples when it has been said what goes, and neither a restart nor a restore brings them back', async () => {
  const demo = await Program.start({ examples: true });
  const copy = mkdtempSync(path.join(os.tmpdir(), 'kallad-copy-'));
  try {
    const invite = (user, ...more) => execFileSync(binary, ['invite', '--data-folder', demo.data, '--user', user, '--name',
      `${user} Exempel`, '--unit', 'helsingborg/vuxen', '--position', 'coordinator', ...more], { env: {} }).toString().match(/enrol\/([0-9a-f]+)/)[1];
    await demo.administrator();
    const example = await demo.enrol(invite('siv', '--example'));
    const own = await demo.enrol(invite('eva'));
    const real = await calledCase(demo, own);
    const signIn = (who, steps = 1) => fetch(`${demo.url}/api/v1/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user_name: who.name, password, code: code(who.secret, steps) }) });
    assert.equal((await signIn(example, 0)).status, 200);
    await demo.restart((data) => cpSync(data, copy, { recursive: true }));
    const made = await window(browser, demo, { javaScriptEnabled: false });
    await seat(made.context, demo, await demo.administrator());
    const { page } = made;
    await page.goto('/');
    await page.getByText('här finns påhittade ärenden').waitFor();
    await page.goto('/admin/people');
    const invented = page.locator('.rows > li', { has: page.locator('.ds-tag', { hasText: 'Exempel' }) });
    assert.equal(await invented.count(), 1, 'who is invented is told from who is not');
    await invented.getByText('siv Exempel').waitFor();
    await page.getByRole('banner').getByRole('link', { name: 'Ta bort exemplen' }).click();
    for (const text of ['exempelärenden, med brev', 'siv Exempel', 'Helsingborg, Vuxen', 'Det går inte att ångra'])
      await page.getByText(text).first().waitFor();
    await page.getByRole('button', { name: 'Ta bort exemplen' }).click();
    await page.getByRole('link', { name: 'Kryssa i att du vill' }).click();
    await page.getByLabel('Jag vill ta bort exemplen').check();
    await page.getByRole('button', { name: 'Ta bort exemplen' }).click();
    await page.getByRole('status').getByText('Exemplen är borttagna.').waitFor();
    const gone = async () => {
      await page.goto('/admin/demo');
      await page.getByText('Det finns inga exempel kvar').waitFor();
      const { body } = await demo.json('GET', '/api/v1/cases', null, { cookie: own.cookie });
      assert.deepEqual(body.cases.map((one) => `/cases/${one.id}`), [real.case]);
      assert.equal((await signIn(example)).status, 401);
    };
    await gone();
    await demo.restart();
    await gone();
    await demo.restart((data) => {  // as a backup is restored: what was disposed of is remembered beside
      for (const name of readdirSync(data)) if (name !== 'kallad-disposals.jsonl') rmSync(`${data}/${name}`, { recursive: true });
      cpSync(copy, data, { recursive: true, filter: (name) => !name.endsWith('kallad-disposals.jsonl') });
    });
    await gone();
    const overview = execFileSync(binary, ['overview', '--data', demo.data], { env: {} }).toString();
    assert.ok(overview.includes(': 1 ärende') && !overview.includes('nv-2026'), overview.slice(0, 300));
    execFileSync(binary, ['verify', '--data', demo.data], { env: {} });  // throws where the chain is not whole
    await made.context.close();
  } finally {
    demo.end();
    rmSync(copy, { recursive: true, force: true });
  }
});

it('says on every page of a store that was never marked that all is invented, and that no part of it can be removed', async () => {
  const demo = await Program.start({ more: ['--pages-demo', '1'] });
  try {
    const made = await window(browser, demo, { javaScriptEnabled: false });
    await made.page.goto('/sign-in');
    for (const text of ['allt här är påhittat', 'everything here is invented']) await made.page.getByText(text).waitFor();
    await seat(made.context, demo, await demo.administrator());
    await made.page.goto('/admin');
    await made.page.getByRole('main').getByRole('link', { name: 'Ta bort exemplen' }).click();
    await made.page.getByText(`rm -r -- '${demo.data}'`).waitFor();
    await made.page.emulateMedia({ media: 'print' });
    assert.equal(await made.page.getByText('allt här är påhittat').isVisible(), true, 'also on paper');
    assert.deepEqual(made.wrong, []);
    await made.context.close();
  } finally {
    demo.end();
  }
});
