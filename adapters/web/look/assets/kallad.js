// What this file is: what pages do by themselves where scripts run. Nothing may depend on it.
// What it is not: a framework. Rule kept: it asks this server alone, and keeps no session alive.

// After an error, focus is where the errors are told.
document.querySelector('[data-focus]')?.focus();

// A form is sent once, however often its button is pressed; the server would take it once anyway.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 4000);
  });
}
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

// The menu of one's own closes when one looks elsewhere.
const own = document.querySelector('details.own');
if (own) {
  addEventListener('click', (event) => { if (!own.contains(event.target)) own.open = false; });
  own.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    own.open = false;
    own.querySelector('summary').focus();
  });
}

// <section id="board" data-live="sip-...">: when something happens in that case, the part is read anew from this same
// page and put in the old one's place, unless one is writing in it.
const live = [...document.querySelectorAll('[data-live][id]')];
const renew = async () => {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of live) {
    const now = document.getElementById(part.id);
    const fresh = page.getElementById(part.id);
    if (now && fresh && !now.contains(document.activeElement)) now.replaceWith(fresh);
  }
};
if (live.length > 0) {
  const wanted = new Set(live.map((part) => part.dataset.live));
  let waiting = 0;
  const heard = (event) => {
    let said = {};
    try { said = JSON.parse(event.data); } catch { return; }
    if (!wanted.has(said.case) || waiting) return;
    waiting = setTimeout(() => { waiting = 0; renew().catch(() => {}); }, 300);
  };
  const feed = new EventSource('/api/v1/events');
  feed.addEventListener('case', heard);
  feed.addEventListener('read_anew', () => renew().catch(() => {}));
}

// A proposed time fills in the field it is for; what is written there by hand is no proposal.
for (const choice of document.querySelectorAll('input[data-fills]')) {
  const field = document.getElementById(choice.dataset.fills);
  if (!field) continue;
  choice.addEventListener('change', () => { if (choice.checked) field.value = choice.value; });
  field.addEventListener('input', () => { choice.checked = field.value === choice.value; });
}

// Who came is marked at the table, one press each: the page stays where it is. Parts of it that look the same but for
// what was pressed keep what is typed there, and all forms build on the case as it is now.
const marks = document.getElementById('attendance');
const put = (part, fresh) => {
  const same = part.textContent === fresh.textContent;
  if (part.id !== 'attendance' && same) {
    const version = fresh.querySelector('input[name="version"]')?.value;
    for (const field of part.querySelectorAll('input[name="version"]')) field.value = version;
  } else if (part.id === 'attendance' || !part.contains(document.activeElement)) part.replaceWith(fresh);
};
const marked = async (button) => {
  const form = button.form;
  const body = new URLSearchParams(new FormData(form, button));
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!answer.ok || !page.getElementById('attendance')) return location.reload();
  const row = [...document.querySelectorAll('#attendance .board > li')].indexOf(button.closest('li'));
  for (const part of document.querySelectorAll('main section[id]')) {
    const fresh = page.getElementById(part.id);
    if (fresh) put(part, fresh);
  }
  const rows = [...document.querySelectorAll('#attendance .board > li')];
  const next = rows.slice(row + 1).find((one) => one.querySelector('.press') && !one.querySelector('[aria-pressed="true"]'));
  const own = rows[row]?.querySelector('[aria-pressed="true"]') ?? rows[row]?.querySelector('.press');
  (next?.querySelector('.press') ?? own)?.focus();
};
if (marks) {
  document.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (event.defaultPrevented) return;
    if (!button?.value.startsWith('mark:') && !button?.value.startsWith('undo:')) return;
    event.preventDefault();
    marked(button).catch(() => location.reload());
  });
}
