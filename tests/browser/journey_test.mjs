// What this file is: the whole journey of a case with six parties, from need to closing, as people press and type it:
// without scripts, with the keyboard alone, and at a phone's width. What it is not: the rules of the process. Rules
// kept: nothing is done but through pages (a letter's link alone is read where the mail would bring it); what each part
// takes is counted, and told at the end; docs/journeys.md says what is still annoying.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { launch, seat, window } from './browser.mjs';
import { Counts, table, ways } from './hands.mjs';
import { Program } from './program.mjs';

const own = 'Helsingborg, Vuxen';
const region = { id: 'region/psykosmottagning-helsingborg', name: 'Psykosmottagningen Helsingborg' };
const mind = { id: 'we-mind/helsingborg', name: 'We Mind Helsingborg' };
const laro = { id: 'region/laro-helsingborg', name: 'Laro Helsingborg' };
const fk = { id: 'fk/helsingborg', name: 'Försäkringskassan Helsingborg' };
const numbers = ['19701063-2391', '19610973-2393', '19850671-2385'];
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** The whole minute that is at least so many seconds ahead: the shortest notice a meeting can have. */
const soon = (seconds) => new Date(Math.ceil((Date.now() + seconds * 1000) / 60_000) * 60_000);
const wall = (moment) => moment.toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16).replace(' ', 'T');

let program;
let browser;
let siv;
let rut;
const runs = ways.map((way, i) => ({ way, number: numbers[i], counts: new Counts() }));
before(async () => {
  program = await Program.start();
  siv = await program.invite('siv', 'Siv Samordnare', 'helsingborg/vuxen', ['coordinator', 'attendee']);
  rut = await program.invite('rut', 'Rut Region', region.id, ['attendee']);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  program?.end();
  console.log(`\n${table(runs)}\n`);
});

/** A window of `who` (nobody: a link), with the journey's hand in it. */
async function open(run, who) {
  const made = await window(browser, program, run.way.window);
  if (who) await seat(made.context, program, who);
  const hand = new run.way.hand(made.page, run.counts);
  const close = async () => {
    assert.deepEqual(made.wrong, []);
    await made.context.close();
  };
  return { page: made.page, hand, close };
}

const link = (page, name) => page.getByRole('main').getByRole('link', { name, exact: true });
const button = (page, name) => page.getByRole('main').getByRole('button', { name, exact: true });
const main = (page, name) => page.locator('.main-action').getByText(name, { exact: true });

async function opens(run, { page, hand }) {
  run.counts.part('behov och ärende');
  await page.goto('/');
  await hand.go(page.getByRole('link', { name: 'Öppna ett nytt ärende' }).first());
  assert.equal(await page.inputValue('#kind'), 'sip', 'what most cases are');
  await hand.write(page.locator('#person-name'), 'Anna Påhittad');
  await hand.write(page.locator('#person-identity_number'), run.number);
  await hand.write(page.locator('#need'), 'Boende och medicin behöver hänga ihop');
  assert.equal(await page.locator('#existing_sip_acknowledged').count(), 0, 'asked for where there is a SIP already');
  await hand.go(button(page, 'Öppna ett nytt ärende'));
  const warned = page.locator('#existing_sip_acknowledged');
  if (await warned.count()) {
    await hand.tick(warned);
    await hand.go(button(page, 'Öppna ett nytt ärende'));
  }
  await page.waitForURL(/\/cases\/sip-/);
  run.at = new URL(page.url()).pathname;
}

async function consents(run, { page, hand }) {
  run.counts.part('samtycke');
  await hand.go(main(page, 'Registrera samtycke'));
  assert.equal(await page.inputValue('#consent-given_by-0-name'), 'Anna Påhittad', 'mostly the person');
  await hand.choose(page.locator('#consent-given_by-0-capacity'), 'den enskilde');
  await hand.choose(page.locator('#consent-form'), 'muntligt');
  assert.notEqual(await page.inputValue('#consent-from'), '', 'from today, where nothing else is said');
  await hand.go(button(page, 'Registrera samtycke'));
}

/** Six parties at once: each is ticked where a part of its name has brought it, and the person stands above. */
async function adds(run, { page, hand }) {
  run.counts.part('sex parter');
  await hand.go(main(page, 'Lägg till en part'));
  await hand.tick(page.getByLabel('den enskilde', { exact: false }).first());
  await hand.write(page.locator('#find'), 'helsingborg');
  await hand.go(button(page, 'Visa enheter'));
  const units = [[own], [region.name], [mind.name], [laro.name], [fk.name]];
  for (const [unit] of await inOrder(page.locator('main fieldset .ds-field'), units)) {
    await hand.tick(page.getByLabel(unit, { exact: true }));
  }
  await hand.go(button(page, 'Lägg till de förkryssade'));
  await page.getByText('Parterna är tillagda.').waitFor();
}

async function calls(run, { page, hand }) {
  run.counts.part('kallelse');
  run.starts = soon(90);
  await hand.go(main(page, 'Skicka kallelsen'));
  await page.getByText(/Första dagen utan kort varsel är/).waitFor();
  assert.equal(await page.locator('input[name=proposed]').count(), 3);
  await hand.moment(page.locator('#starts'), wall(run.starts));
  await hand.write(page.locator('#place'), 'Stadshuset');
  await hand.write(page.locator('#purpose'), 'Samordna stödet');
  await hand.write(page.locator('#questions'), 'Vem ansvarar för medicinen?');
  await hand.write(page.locator('#short_notice_reason'), 'Utskrivning i morgon');
  await hand.go(button(page, 'Skicka kallelsen'));
  assert.equal(await page.locator('#board .board > li').count(), 6);
}

const at = (page, name) => page.locator('#board .board > li', { hasText: name });

/** What is to be done with each, in the order in which they stand on the page: nobody jumps up and down. */
async function inOrder(rows, wanted) {
  const texts = await rows.allTextContents();
  const place = ([name]) => texts.findIndex((one) => one.includes(name));
  return wanted.sort((one, other) => place(one) - place(other));
}

/** What came by telephone, from the board: one press for each. */
async function notes(run, { page, hand }) {
  run.counts.part('svar per telefon');
  const said = [[own, 'Kommer', 'kommer'], [laro.name, 'Kommer', 'kommer'], [fk.name, 'Digitalt', 'deltar digitalt']];
  for (const [name, press, answer] of await inOrder(page.locator('#board .board > li'), said)) {
    await hand.go(at(page, name).getByRole('button', { name: press, exact: true }));
    await at(page, name).locator('.ds-tag', { hasText: answer }).waitFor();
  }
}

/** The link that the mail would bring: no mail leaves a test. */
async function linkOf(run, party, holder) {
  const { body } = await program.json('GET', `/api/v1${run.at}/links`, null, { cookie: siv.cookie });
  return `/s/${body.links.find((one) => one.party === party && one.holder === holder).token}`;
}

async function answers(run) {
  run.counts.part('svar genom länk');
  const { page, hand, close } = await open(run);
  await page.goto(await linkOf(run, region.id, 'party'));
  await hand.write(page.locator('#by_attends'), 'Rut Region');
  await hand.go(button(page, 'Vi kommer'));
  await page.getByText('Svarat av Rut Region').waitFor();
  await close();
}

async function sends(run) {
  run.counts.part('ersättare utses och bekräftar');
  const { page, hand, close } = await open(run);
  await page.goto(await linkOf(run, mind.id, 'party'));
  await hand.press(page.locator('summary', { hasText: 'Någon annan kommer i stället' }));
  await hand.write(page.locator('#substitute-name'), 'Sara Skift');
  await hand.write(page.locator('#substitute-role'), 'sjuksköterska');
  await hand.write(page.locator('#substitute-contact'), 'sara@wemind.example');
  await hand.tick(page.locator('#substitute-mandate-yes'));
  await hand.write(page.locator('#by_substitute'), 'Mia Mind');
  await hand.go(button(page, 'Utse ersättaren'));
  await page.getByText('Sara Skift, sjuksköterska').waitFor();
  await page.goto(await linkOf(run, mind.id, 'substitute'));
  await hand.go(button(page, 'Ja, jag kommer'));
  await page.getByText('Du kommer. Du sa ja').waitFor();
  await close();
}

for (const run of runs) {
  it(`${run.way.name}: from need to answers`, async () => {
    const seat = await open(run, siv);
    for (const part of [opens, consents, adds, calls, notes]) await part(run, seat);
    await answers(run);
    await sends(run);
    await seat.page.goto(run.at);
    await at(seat.page, mind.name).getByText(/Sara Skift.*bekräftad/).waitFor();
    await seat.close();
  });
}

const tools = (page, name) => page.locator('#attendance .board > li', { hasText: name });

async function meets(run, { page, hand }) {
  run.counts.part('möte: närvaro');
  await new Promise((done) => setTimeout(done, Math.max(0, run.starts - Date.now() + 500)));
  await page.goto(run.at);
  await hand.go(main(page, 'Börja mötet'));
  await hand.go(button(page, 'Börja mötet'));
  await hand.go(button(page, 'Alla som har sagt att de kommer är här'));
  const came = [[laro.name, 'Kom inte'], ['Anna Påhittad', 'Kom']];
  for (const [name, mark] of await inOrder(page.locator('#attendance .board > li'), came)) {
    const press = tools(page, name).getByRole('button', { name: mark, exact: true });
    await (run.way.window.javaScriptEnabled === false ? hand.go(press) : hand.press(press));
    await tools(page, name).locator('[aria-pressed=true]').waitFor();
  }
}

async function plans(run, { page, hand }) {
  run.counts.part('mål och aktiviteter');
  await hand.press(page.locator('summary', { hasText: 'Skriv ett mål' }));
  for (const [goal, save] of [['Jag vill bo kvar hemma', 'Spara och skriv en till'], ['Sova om natten', 'Spara målet']]) {
    await hand.write(page.locator('#goal-text'), goal);
    if (goal.startsWith('Jag')) await hand.tick(page.locator('#goal-own_words'));
    await hand.go(page.locator('#plan form', { has: page.locator('#goal-text') }).getByRole('button', { name: save }));
  }
  await hand.press(page.locator('summary', { hasText: 'Skriv en aktivitet' }));
  for (const [what, owner, save] of [['Dela ut medicin på helger', own, 'Spara och skriv en till'],
    ['Läkarbesök om sömnen', region.name, 'Spara aktiviteten']]) {
    await hand.write(page.locator('#activity-what'), what);
    await hand.choose(page.locator('#activity-owner'), owner);
    await hand.day(page.locator('#activity-due'), day(30));
    await hand.go(page.locator('#plan form', { has: page.locator('#activity-what') }).getByRole('button', { name: save }));
    await page.locator('#plan .rows', { hasText: what }).waitFor();
  }
}

async function agrees(run, { page, hand }) {
  run.counts.part('lagens fyra punkter');
  await hand.press(page.locator('summary', { hasText: 'Skriv punkterna' }));
  await hand.write(page.locator('#points-efforts_needed'), 'Boendestöd och behandling');
  assert.equal(await page.getByLabel(/Insatser som ligger på Region Skåne/).inputValue(), 'Läkarbesök om sömnen');
  await hand.tick(page.locator('#points-no_others_measures'));
  await hand.choose(page.locator('#points-overall_responsible'), 'Region Skåne');
  await hand.go(button(page, 'Spara punkterna'));
  assert.equal(await page.locator('.four > .answered').count(), 4);
  run.counts.part('godkännande');
  await hand.go(button(page, 'Alla huvudmän som är här godkänner'));
  while (await page.locator('#agreement button').count() > 0) await hand.go(page.locator('#agreement button').first());
}

async function ends(run, { page, hand }) {
  run.counts.part('närvaron stängs, mötet avslutas');
  await hand.go(link(page, 'Granska och stäng närvaron').last());
  const draft = page.locator('.board > li', { hasText: laro.name });
  await draft.getByText('nytt utkast').waitFor();
  assert.equal(await page.locator('.ds-tag', { hasText: 'nytt utkast' }).count(), 1, 'one party did not come');
  await hand.go(button(page, 'Stäng närvaron'));
  await page.getByText(`Mötet hölls utan ${laro.name}`).waitFor();
  assert.notEqual(await page.inputValue('#follow_up_on'), '', 'the last day by the routine is proposed');
  await hand.go(button(page, 'Avsluta mötet'));
}

async function reports(run) {
  run.counts.part('aktiviteten rapporteras av parten');
  const { page, hand, close } = await open(run, rut);
  await page.goto(run.at);
  await hand.go(button(page, 'Klar Läkarbesök om sömnen'));
  await page.locator('.rows > li', { hasText: 'Läkarbesök om sömnen' }).getByText('klar', { exact: true }).waitFor();
  await close();
}

async function follows(run, { page, hand }) {
  run.counts.part('uppföljning');
  await page.goto(run.at);
  await hand.go(main(page, 'Registrera en uppföljning'));
  await page.getByText(/Uppföljningen är bestämd till/).waitFor();
  await hand.write(page.locator('#note'), 'Sömnen är bättre');
  await hand.go(button(page, 'Registrera en uppföljning'));
  run.counts.part('utvärdering mål för mål');
  await hand.go(main(page, 'Registrera utvärderingen'));
  for (const [i, verdict, words] of [[0, 'uppnått', 'Jag bor kvar'], [1, 'delvis uppnått', 'Jag sover oftast']]) {
    await hand.write(page.locator(`#goals-${i}-words`), words);
    await hand.choose(page.locator(`#goals-${i}-verdict`), verdict);
  }
  await hand.write(page.locator('#persons_verdict'), 'Det har blivit lugnare hemma');
  await hand.go(button(page, 'Registrera utvärderingen'));
}

async function closes(run, { page, hand }) {
  run.counts.part('avslut');
  await hand.go(main(page, 'Avsluta ärendet'));
  assert.equal(await page.inputValue('#reason'), 'evaluated', 'the evaluation just recorded says why');
  await hand.go(button(page, 'Avsluta ärendet'));
  await page.getByText(/Ärendet är avslutat/).first().waitFor();
  run.counts.part('bristen');
  await hand.go(page.getByRole('link', { name: `Brist 1: ${laro.name}` }).first());
  await page.locator('.reasons', { hasText: 'frånvarande' }).first().waitFor();
  await page.getByText('Vad den vilar på').waitFor();
  const facts = await page.locator('.told > li').allTextContents();
  assert.ok(facts.length >= 2, `facts with their times: ${facts}`);
}

for (const run of runs) {
  it(`${run.way.name}: from meeting to closing`, async () => {
    const seat = await open(run, siv);
    for (const part of [meets, plans, agrees, ends]) await part(run, seat);
    await reports(run);
    for (const part of [follows, closes]) await part(run, seat);
    await seat.close();
  });
}
