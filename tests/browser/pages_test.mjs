// What this file is: every page of pages.mjs in light, dark and at a phone's width: axe, html-validate, policy, weight,
// reflow at 320 px. What it is not: what pages do. Rule kept: WCAG 2.2 AA and best practice, without exceptions.
// KALLAD_SCREENS=folder keeps a picture of each.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { launch, need, seat, window } from './browser.mjs';
import { findings } from './html.mjs';
import { pages } from './pages.mjs';
import { calledCase, linkOf, Program } from './program.mjs';

const axe = readFileSync(need.resolve('axe-core/axe.min.js'), 'utf8');
const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { name: 'phone', colorScheme: 'light', viewport: { width: 375, height: 740 } },
];

let program;
let browser;
const people = {};
const windows = new Map();

before(async () => {
  program = await Program.start({ held: true, examples: true });  // so that their note is seen on every page
  people.administrator = await program.administrator();
  people.coordinator = await program.invite('anna', 'Anna Ek', 'helsingborg/vuxen', ['coordinator']);
  Object.assign(people, await calledCase(program, people.coordinator));
  people.region = await program.invite('rut', 'Rut Region', 'region/psykosmottagning-helsingborg', ['attendee']);
  people.secretary = await program.invite('carin', 'Carin Samråd', 'helsingborg/psykiatrisamordning', ['council_secretary']);
  people.head = await program.invite('hedda', 'Hedda Chef', 'helsingborg/vuxen', ['unit_head']);
  people.auditor = await program.invite('ada', 'Ada Granskare', 'helsingborg/psykiatrisamordning', ['auditor']);
  people.agreement = await linkOf(program, people.coordinator, 'hallet', 'region/psykosmottagning-helsingborg');
  people.year = new Date().getUTCFullYear();
  await published(people.secretary, people.year);
  people.hook = (await program.json('POST', '/api/v1/webhooks',
    { url: 'https://verksamhet.example/hook', unit: 'helsingborg/vuxen', kinds: ['summons_sent'] },
    { cookie: people.administrator.cookie, 'x-csrf-token': people.administrator.csrf })).body.id;
  people.invited = await program.invitation('bosse', 'Bo Alm', 'helsingborg/vuxen', ['coordinator']);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
});

/** The year's report and its key figures, as the council's secretary publishes them. */
async function published(who, year) {
  const words = { open_questions: ['Hur når vi fram till varandra?'], analysis: [{ text: 'Bättre än i fjol.' }] };
  for (const [below, form] of [['', { words }], ['/figures', {}]]) {
    await program.json('POST', `/api/v1/reports/northwest/${year}${below}`, form,
      { cookie: who.cookie, 'x-csrf-token': who.csrf });
  }
}

const address = (entry) => (typeof entry.at === 'function' ? entry.at(people) : entry.at);

/** A window of somebody with a look; the same one each time. */
async function windowOf(who, look) {
  const name = `${who ?? ''}-${look.name}`;
  if (!windows.has(name)) {
    const seen = await window(browser, program, look);
    if (who) await seat(seen.context, program, people[who]);
    windows.set(name, seen);
  }
  return windows.get(name);
}

/** What axe finds. It is put in by the debugger, which stands outside of the page's policy. */
async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  assert.ok(result.passes.length > 5, 'axe has looked at nothing');
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
}

for (const entry of pages) {
  for (const look of looks) {
    it(`${entry.name}, ${look.name}: nothing for axe, no other host, nothing against the policy`, async () => {
      const { page, wrong } = await windowOf(entry.who, look);
      const answer = await page.goto(address(entry));
      assert.equal(answer.status(), entry.status ?? 200);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(wrong, []);
      if (process.env.KALLAD_SCREENS) {
        await page.screenshot({ path: `${process.env.KALLAD_SCREENS}/${entry.name}-${look.name}.png`, fullPage: true });
      }
      if (look.name === 'phone') {
        await page.setViewportSize({ width: 320, height: 640 });  // 400 % of 1280
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        await page.setViewportSize(look.viewport);
        assert.ok(width <= 320, `${width} px wide`);
      }
    });
  }
  it(`${entry.name}: valid HTML in both languages, light to load`, async () => {
    for (const language of ['sv', 'en']) {
      const cookie = `kallad-language=${language}${entry.who ? `; ${people[entry.who].cookie}` : ''}`;
      const answer = await fetch(program.url + address(entry), { headers: { accept: 'text/html', cookie } });
      const html = await answer.text();
      assert.deepEqual(await findings(html), []);
      assert.match(html, new RegExp(`<html lang="${language}"`));
      const named = [...html.matchAll(/"(\/look\/[^"]+)"/g)].map((one) => one[1]);
      const fonts = ['source-sans-3-400.woff2', 'source-sans-3-600.woff2'].map((name) => named[0].replace(/[^/]+$/, name));
      let first = html.length;
      for (const asset of new Set([...named, ...fonts])) {
        const got = await fetch(program.url + asset, { headers: { 'accept-encoding': 'gzip' } });
        assert.match(got.headers.get('cache-control'), /immutable/);
        first += Number(got.headers.get('content-length'));
      }
      assert.ok(first < 150_000, `${first} bytes the first time`);
      assert.ok(html.length < 30_000, `${html.length} bytes after`);
    }
  });
}
