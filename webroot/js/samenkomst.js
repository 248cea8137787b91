// What makes the pages a little kinder where scripts run. Nothing depends on it. All it stores is a half-filled survey, until that is
// sent, and a random number by which a device answers a survey once.

// A form is sent once: a second press while the answer is under way does nothing. The button is never disabled.
const PATIENCE_MS = 15_000;
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  const since = Number(form.dataset.sentAt ?? 0);
  if (Date.now() - since < PATIENCE_MS) {
    event.preventDefault();
    return;
  }
  form.dataset.sentAt = String(Date.now());
  event.submitter?.setAttribute('aria-busy', 'true');
});

// Coming back with the browser's own button finds the form as it was typed, and ready to be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent-at]')) delete form.dataset.sentAt;
  for (const button of document.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
});

// The summary of faults takes the focus, and each of its links puts the cursor in the field it names.
const summary = document.querySelector('.summary');
summary?.focus();
summary?.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  const line = field.closest('.field') ?? field;
  line.scrollIntoView();
  field.focus({ preventScroll: true });
});

// An open list of languages closes with Escape or a press beside it, as people expect of a menu.
const tongue = document.querySelector('details.tongue');
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !tongue?.open) return;
  tongue.open = false;
  tongue.querySelector('summary').focus();
});
document.addEventListener('click', (event) => {
  if (tongue?.open && !tongue.contains(event.target)) tongue.open = false;
});

// A device may forbid storing; then nothing is kept, and the form works as it is.
const store = {
  read(name) {
    try { return localStorage.getItem(name); } catch { return null; }
  },
  write(name, text) {
    try { localStorage.setItem(name, text); } catch { /* Full or forbidden. */ }
  },
  drop(name) {
    try { localStorage.removeItem(name); } catch { /* Forbidden. */ }
  },
};

// A half-filled survey is found again by who comes back to it on the same device; what was just sent and judged comes first.
const fields = (form) => [...form.elements].filter((field) => field.name && field.type !== 'hidden');
const filled = (form) => fields(form)
  .filter((field) => (field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value !== ''))
  .map((field) => [field.name, field.value]);
const fillIn = (form, kept) => {
  for (const field of fields(form)) {
    const values = kept.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = values.includes(field.value);
    else if (values.length > 0) [field.value] = values;
  }
};
for (const form of document.querySelectorAll('form[data-keep]')) {
  const kept = store.read(form.dataset.keep);
  if (kept && filled(form).length === 0) fillIn(form, JSON.parse(kept));
  form.addEventListener('input', () => store.write(form.dataset.keep, JSON.stringify(filled(form))));
}
for (const sent of document.querySelectorAll('[data-sent]')) store.drop(sent.dataset.sent);

// The key of this device tells one phone in the room from the next, and nothing else.
for (const field of document.querySelectorAll('[data-device]')) {
  const key = store.read('device') ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  store.write('device', key);
  if (store.read('device') === key) field.value = key;
}

// A page that is made for paper offers to be printed; who has no script uses the browser's own way.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
