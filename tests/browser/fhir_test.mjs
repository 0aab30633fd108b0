// What this file is: cases of the demo stories as FHIR R4, fetched as other systems fetch them and read by a validator
// that is not ours. What it is not: whether the values are the right ones; tests/adapters/fhir.
// Rule kept: a validator that refuses nothing proves nothing, so it is shown what it must refuse.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import { after, before, it } from 'node:test';
import path from 'node:path';
import { launch, seat, window } from './browser.mjs';
import { described, resolved, wrongWith } from './fhir.mjs';
import { Program } from './program.mjs';

const binary = `${process.env.KALLAD_BUILD ?? path.resolve('build')}/tools/kallad/kallad`;
const all = Array.from({ length: 20 }, (_, at) => `nv-2026-${String(at + 1).padStart(3, '0')}`);
let program;
let anna;
let rut;
before(async () => {
  program = await Program.start();
  anna = await program.invite('anna', 'Anna Ek', 'helsingborg/vuxen', ['coordinator', 'attendee']);
  rut = await program.invite('rut', 'Rut Region', 'region/psykosmottagning-helsingborg', ['attendee']);
});
after(() => program?.end());

const said = (id) => execFileSync(binary, ['fhir', '--data', program.data, id], { encoding: 'utf8', maxBuffer: 2 ** 24 });
const fetched = (who, id) => fetch(`${program.url}/api/v1/cases/${id}/fhir`, { headers: { cookie: who.cookie } });
const copy = () => resolved(JSON.parse(said('nv-2026-001')));
const of = (bundle, kind) => bundle.entry.map((one) => one.resource).find((one) => one.resourceType === kind);

it('is FHIR R4 for every case of the demo stories', () => {
  const kinds = new Map();
  for (const id of all) {
    const bundle = resolved(JSON.parse(said(id)));
    assert.deepEqual(wrongWith(bundle), [], id);
    for (const { resource } of bundle.entry) kinds.set(resource.resourceType, (kinds.get(resource.resourceType) ?? 0) + 1);
  }
  for (const kind of ['Patient', 'CarePlan', 'Goal', 'CareTeam', 'Appointment', 'AppointmentResponse', 'Task', 'Consent',
    'Provenance']) assert.ok(kinds.get(kind) > 0, kind);
  console.log(`${all.length} bundles:`, Object.fromEntries(kinds));
});

it('is FHIR R4 for the stories of what an export has to get right', () => {
  const scenes = `${process.env.KALLAD_SOURCE ?? path.resolve('.')}/tests/scenes`;
  const stories = ['consent', 'forwarding', 'no_show', 'plan', 'substitutes']
    .flatMap((name) => readdirSync(`${scenes}/${name}`).map((file) => `${scenes}/${name}/${file}`));
  let cases = 0;
  for (const story of stories) {
    const data = mkdtempSync(path.join(os.tmpdir(), 'kallad-fhir-'));
    const run = (...words) => execFileSync(binary, words, { encoding: 'utf8', maxBuffer: 2 ** 24 });
    try {
      run('scene', '--data', data, story);
      for (const line of run('overview', '--data', data, '--json').trim().split('\n')) {
        const { id } = JSON.parse(line);
        assert.deepEqual(wrongWith(resolved(JSON.parse(run('fhir', '--data', data, id)))), [], `${story} ${id}`);
        cases += 1;
      }
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  }
  assert.ok(cases > 30, `${cases}`);
  console.log(`${cases} bundles of ${stories.length} stories`);
});

it('is the same over HTTP for the coordinator, and FHIR R4 for a party', async () => {
  for (const [who, id, is] of [[anna, 'nv-2026-001', true], [anna, 'nv-2026-004', true], [rut, 'nv-2026-001', false]]) {
    const answer = await fetched(who, id);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/fhir+json');
    const text = await answer.text();
    assert.deepEqual(wrongWith(resolved(JSON.parse(text))), [], id);
    assert.equal(text === said(id), is, `${id} for ${who.name}`);
  }
  assert.equal((await fetched(rut, 'nv-2026-007')).status, 404);
});

it('has its extensions described in FHIR R4', () => {
  assert.equal(described.length, 4);
  for (const one of described) assert.deepEqual(wrongWith(one), [], one.id);
});

it('would be refused with something wrong in it', () => {
  const refused = {
    'no subject': (bundle) => delete of(bundle, 'CarePlan').subject,
    'an unknown field': (bundle) => { of(bundle, 'Goal').colour = 'blue'; },
    'an unknown status': (bundle) => { of(bundle, 'Task').status = 'finished'; },
    'an unknown status of somebody at a meeting': (bundle) => { of(bundle, 'Appointment').participant[0].status = 'came'; },
    'a time without zone': (bundle) => { of(bundle, 'Appointment').start = '2026-02-03T13:00:00'; },
    'a start without an end, or why there is none': (bundle) => delete of(bundle, 'Appointment')._end,
    'an organisation at a meeting': (bundle) => {
      of(bundle, 'Appointment').participant[0].actor.reference = `Organization/${of(bundle, 'Organization').id}`;
    },
    'a reference to nothing': (bundle) => { of(bundle, 'Goal').subject = { reference: 'Nothing/urn:uuid:1' }; },
    'a consent under no policy': (bundle) => delete of(bundle, 'Consent').policyRule,
    'an extension nobody has described': (bundle) => {
      of(bundle, 'Task').extension = [{ url: 'https://kallad.se/fhir/StructureDefinition/mood', valueCode: 'good' }];
    },
    'an extension of another type': (bundle) => {
      of(bundle, 'Appointment').participant[0].extension[0].extension[0] = { url: 'mark', valueString: 'present' };
    },
    'an extension in the wrong place': (bundle) => {
      of(bundle, 'Goal').extension = [of(bundle, 'Appointment').participant[0].extension[0]];
    },
  };
  assert.deepEqual(wrongWith(copy()), []);
  for (const [what, spoil] of Object.entries(refused)) {
    const bundle = copy();
    spoil(bundle);
    assert.notDeepEqual(wrongWith(bundle), [], what);
  }
});

it('is offered on the page of a case’s documents', async () => {
  const browser = await launch();
  const { context, page, wrong } = await window(browser, program);
  await seat(context, program, anna);
  await page.goto('/cases/nv-2026-001/papers');
  const [download] = await Promise.all([page.waitForEvent('download'),
    page.getByRole('link', { name: 'Exportera (FHIR)' }).click()]);
  assert.equal(download.suggestedFilename(), 'nv-2026-001.fhir.json');
  assert.deepEqual(wrong, []);
  await browser.close();
});
