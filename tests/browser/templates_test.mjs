// What this file is: every template as adapters.web's tests have rendered it, full and empty, held against HTML's rules.
// What it is not: pages with real content; pages_test.mjs has those. Rule kept: valid whatever is there or not.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { findings } from './html.mjs';

const folder = `${process.env.KALLAD_BUILD ?? path.resolve('build')}/tests/adapters/web/rendered`;

// What stands for content here is the same everywhere, or nothing, and what excludes each other is there at once: that is
// no mistake of the template. pages_test.mjs holds pages with real content against all rules.
const sample = new RegExp(['form-dup-name', 'empty-heading', 'no-dup-id', 'no-dup-attr', 'text-content',
  'input-missing-label', 'has invalid value ""', '&lt;b&gt;', '"&amp;"', '&quot;7'].join('|'));

it('is rendered by test_web first', () => assert.ok(existsSync(folder)));
for (const name of existsSync(folder) ? readdirSync(folder) : []) {
  it(name, async () => {
    const found = await findings(readFileSync(`${folder}/${name}`, 'utf8'));
    assert.deepEqual(found.filter((line) => !sample.test(line)), []);
  });
}
