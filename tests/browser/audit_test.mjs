// What this file is: the auditor's way: who has opened what, of whom, and the extract handed out for a person.
// What it is not: the log's rules; tests/adapters/access_log and tests/adapters/api have those.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, seat, window } from './browser.mjs';
import { Program } from './program.mjs';

let program;
let browser;
let anna;
let ada;
before(async () => {
  program = await Program.start();
  anna = await program.invite('anna', 'Anna Ek', 'helsingborg/vuxen', ['coordinator']);
  ada = await program.invite('ada', 'Ada Granskare', 'helsingborg/psykiatrisamordning', ['auditor']);
  await program.json('GET', '/api/v1/cases/nu', null, { cookie: anna.cookie });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
});

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    it('finds who opened a case, and what somebody opened', async () => {
      const { context, page, wrong } = await window(browser, program, { javaScriptEnabled });
      await seat(context, program, ada);
      await page.goto('/');
      await page.getByRole('link', { name: 'Åtkomstlogg' }).first().click();
      await page.getByLabel('Ärende', { exact: true }).fill('nu');
      await page.getByRole('button', { name: 'Visa ärendets öppningar' }).click();
      await page.getByText('Öppningar av ärende nu.').waitFor();
      const row = page.locator('tbody tr').first();
      assert.match(await row.textContent(), /Anna Ek.*ärendet.*samordnande verksamhet.*visades/);
      await row.getByRole('link', { name: 'Anna Ek' }).click();
      await page.getByText('Det som Anna Ek har öppnat.').waitFor();
      await page.getByRole('link', { name: 'Visa alla öppningar' }).click();
      await page.waitForURL('**/access-log');
      assert.deepEqual(wrong, []);
      await context.close();
    });

    it('stays light where much was opened, and leads on to what is older', async () => {
      for (let times = 0; times < 60; times += 1) {
        await program.json('GET', '/api/v1/cases/nu', null, { cookie: anna.cookie });
      }
      const { context, page, wrong } = await window(browser, program, { javaScriptEnabled });
      await seat(context, program, ada);
      const first = await page.goto('/access-log');
      assert.equal(await page.locator('tbody tr').count(), 50);
      assert.ok((await first.text()).length < 30_000);
      await page.getByRole('link', { name: 'Visa äldre' }).click();
      await page.waitForURL('**/access-log?before=*');
      assert.ok(await page.locator('tbody tr').count() > 0);
      assert.deepEqual(wrong, []);
      await context.close();
    });

    it('hands the log out for a person only with a reason', async () => {
      const { context, page, wrong } = await window(browser, program, { javaScriptEnabled });
      await seat(context, program, ada);
      await page.goto('/access-log');
      await page.getByRole('button', { name: 'Gör utdraget (PDF)' }).click();
      await page.getByRole('heading', { name: 'Det här behöver rättas' }).waitFor();
      assert.equal(await page.locator('.ds-error-summary li').count(), 2);
      const key = await page.locator('section form[method=post] [name=key]').inputValue();
      const csrf = await page.locator('section form[method=post] [name=csrf]').inputValue();
      const made = await context.request.post('/access-log', { form: { key, csrf,
        identity_number: '19121212-1212', ground: 'Begäran av den enskilde' }, headers: { origin: program.url } });
      assert.equal(made.status(), 200);
      assert.equal(made.headers()['content-type'], 'application/pdf');
      assert.deepEqual(wrong, []);
      await context.close();
    });

    it('is nobody else\'s', async () => {
      const { context, page } = await window(browser, program, { javaScriptEnabled });
      await seat(context, program, anna);
      await page.goto('/');
      assert.equal(await page.getByRole('link', { name: 'Åtkomstlogg' }).count(), 0);
      assert.equal((await page.goto('/access-log')).status(), 403);
      await context.close();
    });
  });
}
