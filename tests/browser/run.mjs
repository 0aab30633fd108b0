// What this file is: runs one file of browser tests, or says why it is skipped.
// What it is not: a test framework; the tests are node's own (node:test).
// Rule kept: what is not there is told, never passed over in silence.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const build = process.env.KALLAD_BUILD ?? path.resolve('build');
const missing = [
  ['/usr/bin/chromium', 'chromium (apt-get install chromium)'],
  [`${build}/browser/node_modules/playwright-core`, 'the packages (tests/browser/install build)'],
  [`${build}/tools/kallad/kallad`, 'the program'],
].filter(([file]) => !existsSync(file));
if (missing.length > 0) {
  console.log(`BROWSER TESTS SKIPPED: there is no ${missing.map(([, name]) => name).join(', no ')}`);
  process.exit(0);
}
const file = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), process.argv[2]);
const ran = spawnSync(process.execPath, ['--test', '--test-reporter=spec', file], { stdio: 'inherit' });
process.exit(ran.status ?? 1);
