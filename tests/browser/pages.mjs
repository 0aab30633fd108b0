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
  { name: 'account', at: '/account', who: 'coordinator' },
];
