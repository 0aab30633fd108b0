// What this file is: the addresses of pages, and who sees them, for the tests that go through all of them.
// What it is not: journeys; those are *_test.mjs. Rule kept: a page that is not listed here is not tested: list it.

/** `who`: a key of the people that pages_test.mjs makes; none: nobody is signed in. */
export const pages = [
  { name: 'sign_in', at: '/sign-in' },
  { name: 'enrol', at: (people) => `/enrol/${people.invited}` },
  { name: 'help', at: '/help' },
  { name: 'accessibility', at: '/accessibility' },
  { name: 'missing', at: '/no-such-page', status: 404 },
  { name: 'start', at: '/', who: 'coordinator' },
  { name: 'start_empty', at: '/', who: 'administrator' },
  { name: 'start_group', at: '/?group=unanswered', who: 'coordinator' },
  { name: 'start_chosen', at: '/?unit=helsingborg%2Fvuxen&mine=true', who: 'coordinator' },
  { name: 'search', at: '/search', who: 'coordinator' },
  { name: 'account', at: '/account', who: 'coordinator' },
  { name: 'new_case', at: '/cases/new', who: 'coordinator' },
  { name: 'dead_link', at: '/s/this-is-no-link', status: 404 },
  { name: 'link', at: (people) => `/s/${people.link}` },
  { name: 'case', at: (people) => people.case, who: 'coordinator' },
  { name: 'meeting', at: (people) => `${people.case}/meeting`, who: 'coordinator' },
  { name: 'closing', at: (people) => `${people.case}/meetings/1/closing`, who: 'coordinator' },
  { name: 'calling_off', at: (people) => `${people.case}/meetings/1/calling-off`, who: 'coordinator' },
  { name: 'table', at: '/cases/nu/meeting', who: 'coordinator' },
  { name: 'table_closing', at: '/cases/nu/meetings/1/closing', who: 'coordinator' },
  { name: 'table_calling_off', at: '/cases/nu/meetings/1/calling-off?causes=region%2Fpsykosmottagning-helsingborg', who: 'coordinator' },
  { name: 'deficiencies_some', at: '/cases/nv-2026-004/deficiencies', who: 'coordinator' },
  { name: 'deficiency', at: '/cases/nv-2026-004/deficiencies/1', who: 'coordinator' },
  { name: 'deficiencies', at: (people) => `${people.case}/deficiencies`, who: 'coordinator' },
  { name: 'papers', at: (people) => `${people.case}/papers`, who: 'coordinator' },
  { name: 'paper', at: (people) => `${people.case}/papers/plan`, who: 'coordinator' },
  { name: 'person', at: (people) => `${people.case}/person`, who: 'coordinator' },
  { name: 'person_large', at: (people) => `${people.case}/person?size=large`, who: 'coordinator' },
  { name: 'history', at: (people) => `${people.case}/history`, who: 'coordinator' },
  ...['record_consent', 'send_summons', 'close_attendance', 'record_evaluation', 'record_goal'].map((command) => (
    { name: command, at: (people) => `${people.case}/do/${command}`, who: 'coordinator' })),
];
