// What this file is: the maker of tests/golden/holidays_se.csv, the oracle our own holiday rules are held to.
// What it is not: part of a build or a test run; it is run by hand when the years should reach further.
// How: in any folder outside the repository: npm install date-holidays@3 &&
//      node <repository>/tests/support/make_holidays_se.mjs > <repository>/tests/golden/holidays_se.csv
// Rows: public = red day; bank = an eve that is kept as a day of rest. Other kinds are working days.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const wanted = createRequire(join(process.cwd(), 'here.js'));
const Holidays = wanted('date-holidays');
const { version } = wanted('date-holidays/package.json');

const sweden = new Holidays('SE');
console.log(`# npm date-holidays ${version}, SE, 2020-2060; made by tests/support/make_holidays_se.mjs`);
console.log('date,kind,name');
for (let year = 2020; year <= 2060; year++) {
  for (const day of sweden.getHolidays(year)) {
    if (day.type !== 'public' && day.type !== 'bank') continue;
    console.log(`${day.date.slice(0, 10)},${day.type},${day.name}`);
  }
}
