// What makes the pages a little kinder where scripts run. Nothing depends on it, and it stores nothing.

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
