// What this file is: the hands a person uses a page with: a mouse, the keyboard alone, a finger at a phone's width.
// What it is not: what one does with them; that is journey_test.mjs. Rules kept: everything a hand does is counted; the
// keyboard reaches a thing by Tab or not at all, and what has focus is seen.
import assert from 'node:assert/strict';

const parts = ['clicks', 'moves', 'typed', 'pages'];

/** What a journey took, part by part: presses of mouse or finger, keys that move or press, characters typed, pages. */
export class Counts {
  constructor() { this.rows = new Map(); }
  part(name) {
    this.now = this.rows.get(name) ?? Object.fromEntries(parts.map((one) => [one, 0]));
    this.rows.set(name, this.now);
  }
  add(what, number = 1) { this.now[what] += number; }
  total() {
    const sum = Object.fromEntries(parts.map((one) => [one, 0]));
    for (const row of this.rows.values()) for (const one of parts) sum[one] += row[one];
    return sum;
  }
}

/** Mouse or finger: one press for each thing, and what is typed. Nothing here needs a script of the page. */
class Pointer {
  constructor(page, counts) { Object.assign(this, { page, counts }); }
  async press(thing) {
    this.counts.add('clicks');
    await thing.click();
  }
  /** Presses what leads to another page, and waits for it. */
  async go(thing) {
    this.counts.add('pages');
    await Promise.all([this.page.waitForEvent('load'), this.press(thing)]);
  }
  async write(field, text) {
    this.counts.add('clicks');
    this.counts.add('typed', text.length);
    await field.fill(text);
  }
  async day(field, day) { await this.write(field, day); }
  async moment(field, moment) { await this.write(field, moment); }
  async choose(field, text) {
    this.counts.add('clicks', 2);
    await field.selectOption({ label: text });
  }
  async tick(box) {
    this.counts.add('clicks');
    await box.check();
  }
}

/** A finger: taps, and a page that has to be moved sideways is wrong. */
class Finger extends Pointer {
  async press(thing) {
    this.counts.add('clicks');
    await thing.tap();
  }
  async go(thing) {
    await super.go(thing);
    const over = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${this.page.url()} is ${over} px too wide`);
  }
}

/** What has focus: whether a person sees where it is, and that nothing lies over it. */
const seen = () => {
  const one = document.activeElement;
  if (one === document.body || one.id === 'main') return '';
  const box = one.getBoundingClientRect();
  const name = `${one.tagName.toLowerCase()}#${one.id} "${one.textContent.trim().slice(0, 40)}"`;
  if (box.width < 1 || box.height < 1) return `${name} has no size`;
  if (box.bottom <= 0 || box.top >= innerHeight) return `${name} is outside of the window`;
  const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 12), 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  if (!(top && (one.contains(top) || top.contains(one)))) return `${name} lies under ${top?.outerHTML.slice(0, 80)}`;
  const look = getComputedStyle(one);
  const drawn = look.outlineStyle !== 'none' || look.boxShadow !== 'none';
  return drawn ? '' : `${name} shows no focus`;
};

/** The keyboard alone: Tab to the thing, then Enter, Space, arrows or letters. */
class Keys {
  constructor(page, counts) { Object.assign(this, { page, counts }); }
  async key(name, what = 'moves') {
    this.counts.add(what);
    await this.page.keyboard.press(name);
  }
  async reach(thing) {
    await thing.waitFor();
    const wanted = await thing.elementHandle();
    const has = () => wanted.evaluate((one) => one === document.activeElement);
    if (await has()) return;
    const before = await wanted.evaluate((one) => {
      const at = document.activeElement;
      const lies = at.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING;
      return at !== document.body && Boolean(lies);
    });
    for (let i = 0; i < 150; i += 1) {
      await this.key(before ? 'Shift+Tab' : 'Tab');
      assert.equal(await this.page.evaluate(seen), '');
      if (await has()) return;
      if (i === 0 && !before && await this.skips()) await this.key('Enter');
    }
    assert.fail(`cannot be reached by Tab: ${thing}`);
  }
  /** A new page begins with the link past the menu. */
  skips() {
    return this.page.evaluate(() => document.activeElement.matches('.ds-skip-link'));
  }
  async press(thing) {
    await this.reach(thing);
    await this.key('Enter');
  }
  async go(thing) {
    this.counts.add('pages');
    await this.reach(thing);
    await Promise.all([this.page.waitForEvent('load'), this.key('Enter')]);
    // Nobody presses before the page is drawn: until then it has not come to the part that the address names.
    await this.page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  }
  async typed(text) {
    this.counts.add('typed', text.length);
    await this.page.keyboard.type(text);
  }
  async write(field, text) {
    await this.reach(field);
    if (await field.inputValue()) await this.key('Control+a');
    await this.typed(text);
    assert.equal(await field.inputValue(), text);
  }
  /** Debian's chromium has English alone: month, day, year, whatever the page's language. */
  async day(field, day) {
    await this.reach(field);
    const [year, month, date] = day.split('-');
    await this.typed(month + date + year);
    assert.equal(await field.inputValue(), day);
  }
  async moment(field, moment) {
    await this.reach(field);
    const [day, time] = moment.split('T');
    const [year, month, date] = day.split('-');
    const [hour, minute] = time.split(':').map(Number);
    const half = hour < 12 ? 'AM' : 'PM';
    await this.typed(month + date + year + String(hour % 12 || 12).padStart(2, '0') + String(minute).padStart(2, '0') + half);
    assert.equal(await field.inputValue(), moment);
  }
  /** Letters until the choice stands there, as a list is chosen from without being opened. */
  async choose(field, text) {
    await this.reach(field);
    const stands = () => field.evaluate((one) => one.selectedOptions[0]?.text);
    for (const letter of text) {
      if (await stands() === text) return;
      if (letter === ' ') break;
      await this.typed(letter);
    }
    for (let i = 0; i < 60 && await stands() !== text; i += 1) await this.key('ArrowDown');
    assert.equal(await stands(), text);
  }
  async tick(box) {
    await this.reach(box);
    await this.key('Space');
    assert.equal(await box.isChecked(), true);
  }
}

/** The three ways: how the window is, and which hand is in it. */
export const ways = [
  { name: 'tangentbord', window: {}, hand: Keys },
  { name: '375 px', window: { viewport: { width: 375, height: 740 }, hasTouch: true }, hand: Finger },
  { name: 'utan skript', window: { javaScriptEnabled: false }, hand: Pointer },
];

/** The table of what the journeys took; `all` is a list of {way, counts}. */
export function table(all) {
  const names = [...new Set(all.flatMap((one) => [...one.counts.rows.keys()]))];
  const head = ['del', ...all.map((one) => one.way.name)];
  const told = (way, row) => (way.hand === Keys
    ? `${row.pages} sidor, ${row.moves} tangenter, ${row.typed} tecken`
    : `${row.pages} sidor, ${row.clicks} tryck, ${row.typed} tecken`);
  const none = Object.fromEntries(parts.map((one) => [one, 0]));
  const rows = names.map((name) => [name, ...all.map((one) => told(one.way, one.counts.rows.get(name) ?? none))]);
  rows.push(['summa', ...all.map((one) => told(one.way, one.counts.total()))]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
