// What this file is: the program on the demo council's stories, with people who have accounts, for browser tests.
// What it is not: a mock; it is the program itself, on a port of its own, ended with the test.
// Rule kept: one program for each test file, from nothing, so that no test sees what another has left.
import { execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const source = process.env.KALLAD_SOURCE ?? path.resolve('.');
const build = process.env.KALLAD_BUILD ?? path.resolve('build');
export const binary = `${build}/tools/kallad/kallad`;
export const password = 'en mening som ingen gissar';

function base32(text) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = '';
  for (const c of text.replace(/[ =]/g, '')) bits += letters.indexOf(c).toString(2).padStart(5, '0');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

/** The code an app shows `steps` of thirty seconds from now. A code is good once, one step around now. */
export function code(secret, steps = 0) {
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps));
  const hash = createHmac('sha1', base32(secret)).update(count).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
}

/** A moment `minutes` from now as a scene writes it: "2026-03-20 13:00", the clock on the wall. */
const wall = (minutes) => new Date(Date.now() + minutes * 60_000)
  .toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16);

/** The story of a case whose meeting began an hour ago: stories have days of their own, and this one needs today. */
function meetingUnderWay() {
  const day = 24 * 60;
  return `# A meeting that has begun: made by the test, for it must be today.
use ${source}/tests/scenes/northwest_skane.scene
clock runs
case nu at="${wall(-30 * day)}" number=nu person.name="Anna Påhittad" need="Boende och medicin"
  coordinator.name="Anna Ek"
  parties helsingborg/vuxen, region/psykosmottagning-helsingborg, region/laro-helsingborg, den-enskilde
${wall(-29 * day)}  coordinator  record_consent until=${wall(365 * day).slice(0, 10)}
${wall(-28 * day)}  coordinator  send_summons starts=${wall(-60).replace(' ', 'T')} place="Stadshuset"
  purpose="Samordna stödet" questions="Vem gör vad?","Vem ringer?"
${wall(-28 * day + 5)}  mail         record_delivery region/psykosmottagning-helsingborg
${wall(-27 * day)}  coordinator  answer helsingborg attends
${wall(-27 * day + 5)}  region/psykosmottagning-helsingborg  answer attends
${wall(-27 * day + 9)}  coordinator  answer region/laro-helsingborg attends
${wall(-61)}  coordinator  assign_roles chair="Anna Ek" secretary="Sara Skrivare"
`;
}

/** A case whose meeting was held an hour ago, with a plan that its huvudmän have not agreed to. */
function justHeld() {
  const day = 24 * 60;
  return `# A meeting that has been: made by the test, for its links live for some days.
use ${source}/tests/scenes/northwest_skane.scene
clock runs
case hallet at="${wall(-30 * day)}" number=hallet person.name="Anna Påhittad" need="Boende och medicin"
  coordinator.name="Anna Ek"
  parties helsingborg/vuxen, region/psykosmottagning-helsingborg, den-enskilde
${wall(-29 * day)}  coordinator  record_consent until=${wall(365 * day).slice(0, 10)}
${wall(-28 * day)}  coordinator  send_summons starts=${wall(-60).replace(' ', 'T')} place="Stadshuset"
  purpose="Samordna stödet" questions="Vem gör vad?"
${wall(-27 * day)}  coordinator  answer helsingborg attends
${wall(-27 * day + 5)}  region/psykosmottagning-helsingborg  answer attends
${wall(-50)}  coordinator  close_attendance helsingborg=present region/psykosmottagning-helsingborg=present
${wall(-49)}  coordinator  record_activity lakare "Läkarbesök om sömnen" owner=region/psykosmottagning-helsingborg
${wall(-48)}  coordinator  record_plan_points efforts_needed="Boendestöd och behandling" helsingborg="Boendestöd"
  region="Behandling" no_others_measures=yes overall_responsible=region
`;
}

/** Cases that were closed so long ago that copies of them may be disposed of. */
function longClosed() {
  const year = 366 * 24 * 60;
  const closed = (name, years) => `case ${name} at="${wall(-years * year)}" number=${name} person.name="Gamla Påhittad"
  need="Boende" coordinator.name="Anna Ek" coordinator.unit=klippan/vuxen
  parties klippan/vuxen, region/vardcentral, den-enskilde
${wall(-years * year + 60)}  coordinator  close_case opened_by_mistake
`;
  return `# Closed long ago: made by the test, for what may be disposed of depends on today.
use ${source}/tests/scenes/northwest_skane.scene
${closed('gammal-3', 11)}${closed('gammal-1', 7)}${closed('gammal-2', 6)}`;
}

export class Program {
  /** Plays the demo stories into a new folder and serves it. `stories`: false for an empty one; `examples`: marked as invented. */
  static async start({ stories = true, held = false, examples = false, port = 0, more = [] } = {}) {
    const program = new Program();
    program.data = mkdtempSync(path.join(os.tmpdir(), 'kallad-browser-'));
    if (stories) {
      const folder = `${source}/tests/scenes/demo`;
      const files = readdirSync(folder).filter((name) => name.endsWith('.scene')).sort();
      const now = path.join(program.data, 'now.scene');
      writeFileSync(now, meetingUnderWay());
      const old = path.join(program.data, 'old.scene');
      writeFileSync(old, longClosed());
      const just = path.join(program.data, 'held.scene');
      if (held) writeFileSync(just, justHeld());
      execFileSync(binary, ['scene', ...(examples ? ['--example'] : []), '--data', program.data, old, ...files.map((name) => `${folder}/${name}`), now,
        ...(held ? [just] : [])]);
    }
    program.more = more;
    program.process = program.served(port);
    const said = await program.firstWords();
    program.url = said.match(/http:\/\/[0-9.]+:[0-9]+/)[0];
    program.token = said.match(/^ {2}([0-9a-f]+)$/m)?.[1] ?? said.match(/\/enrol\/([0-9a-f]+)/)?.[1];
    return program;
  }
  served(port) {
    return spawn(binary, ['serve', '--data-folder', this.data, '--http-port', String(port), ...this.more], { env: {} });
  }
  /** Ends it, lets `between` do what it will with the folder, and serves it again on the port it had. */
  async restart(between = () => {}) {
    const ended = new Promise((resolve) => this.process.on('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
    between(this.data);
    this.process = this.served(new URL(this.url).port);
    await this.firstWords(/svarar på/);
  }
  firstWords(until = /[0-9a-f]{64}/) {
    return new Promise((resolve, reject) => {
      let said = '';
      this.process.stdout.on('data', (piece) => {
        said += piece;
        if (until.test(said)) resolve(said);
      });
      this.process.on('exit', () => reject(new Error(`did not start: ${said}`)));
    });
  }
  async json(method, target, body, headers = {}) {
    const answer = await fetch(this.url + target, {
      method, headers: { 'content-type': 'application/json', ...headers }, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (answer.status >= 400) throw new Error(`${method} ${target}: ${answer.status} ${text}`);
    return { body: text ? JSON.parse(text) : null, cookies: answer.headers.getSetCookie().map((one) => one.split(';')[0]) };
  }
  /** Takes the account of a one-time link. The code is that of the step before, so that the present one is still good. */
  async enrol(token) {
    const { body: shown } = await this.json('POST', '/api/v1/enrolment/look', { token });
    const { body: me, cookies } = await this.json('POST', '/api/v1/enrolment/accept',
      { token, password, code: code(shown.secret, -1) });
    return { name: shown.user_name, secret: shown.secret, csrf: me.csrf_token, account: me.account,
      recovery: me.recovery_codes, cookie: cookies[0] };
  }
  async administrator() {
    this.admin ??= await this.enrol(this.token);
    return this.admin;
  }
  /** Somebody with an account, signed in once. */
  async invite(user_name, shown_name, unit, positions) {
    return this.enrol(await this.invitation(user_name, shown_name, unit, positions));
  }
  async invitation(user_name, shown_name, unit, positions) {
    const admin = await this.administrator();
    const { body } = await this.json('POST', '/api/v1/accounts', { user_name, shown_name, unit, positions },
      { cookie: admin.cookie, 'x-csrf-token': admin.csrf });
    return body.token;
  }
  /** Ends all sessions of somebody, as a sign-out elsewhere does. */
  async signOut(who) {
    await this.json('POST', '/api/v1/sign-out-everywhere', null, { cookie: who.cookie, 'x-csrf-token': who.csrf });
  }
  end() {
    this.process.kill('SIGKILL');
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** The address of that party's link of the last meeting of the case that `who` coordinates. */
export async function linkOf(program, who, of, party) {
  const { body } = await program.json('GET', `/api/v1/cases/${of}/links`, null, { cookie: who.cookie });
  return `/s/${body.links.find((one) => one.party === party && one.holder === 'party').token}`;
}

/** A case that `who` coordinates, with the region called to a meeting: its page, and the region's link. */
export async function calledCase(program, who) {
  let keys = 0;
  const own = { cookie: who.cookie, 'x-csrf-token': who.csrf };
  const say = async (target, body) => {
    const headers = { ...own, 'idempotency-key': `called-${keys += 1}` };
    if (keys > 1) {
      const now = await fetch(`${program.url}${target.slice(0, target.lastIndexOf('/'))}`, { headers: own });
      headers['if-match'] = now.headers.get('etag');
    }
    return (await program.json('POST', target, body, headers)).body;
  };
  const opened = await say('/api/v1/cases', { kind: 'sip', law: 'sol_hsl', council: 'northwest', agreement: 'northwest',
    person: { name: 'Anna Påhittad', identity_number: '19701063-2391', protection: 'none' }, need: 'Boende och medicin',
    coordinator: { unit: 'helsingborg/vuxen', name: 'Anna Ek' }, existing_sip_acknowledged: true });
  const at = `/api/v1/cases/${opened.case}`;
  const region = 'region/psykosmottagning-helsingborg';
  for (const party of ['helsingborg/vuxen', region]) await say(`${at}/add_party`, { party, kind: 'unit' });
  await say(`${at}/record_consent`, { consent: { given_by: [{ name: 'Anna Påhittad', capacity: 'person' }], form: 'oral',
    from: new Date().toISOString().slice(0, 10) } });
  const starts = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10) + 'T13:00';
  await say(`${at}/send_summons`, { starts, place: 'Stadshuset', purpose: 'Samordna stödet', questions: ['Vem gör vad?'] });
  const { body } = await program.json('GET', `${at}/links`, null, own);
  const link = body.links.find((one) => one.party === region && one.holder === 'party').token;
  return { case: `/cases/${opened.case}`, link };
}
