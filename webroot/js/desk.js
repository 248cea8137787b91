// What makes the workspace a little quicker where scripts run. Nothing depends on it, and it stores nothing.

// A moment until something happens is counted down; who has no script reads the time of the clock.
const countDown = () => {
  for (const counter of document.querySelectorAll('[data-until]')) {
    const seconds = Math.max(0, Math.round((Date.parse(counter.dataset.until) - Date.now()) / 1000));
    counter.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
};
if (document.querySelector('[data-until]')) {
  countDown();
  setInterval(countDown, 1000);
}

// The parts of a page that are marked live are read again when the server says that something changed. What is new among their
// lines is shown for ten seconds; a part in which somebody is at work is left alone until they are done.
const FRESH_MS = 10_000;
const PAUSE_MS = 500;
const busy = (part) => part.contains(document.activeElement) || part.querySelector(':checked');
const lines = (part) => new Set([...part.querySelectorAll('[data-line]')].map((line) => line.dataset.line));

const replace = (part, next) => {
  const known = lines(part);
  part.replaceChildren(...next.childNodes);
  for (const line of part.querySelectorAll('[data-line]')) {
    if (known.has(line.dataset.line)) continue;
    line.classList.add('fresh');
    setTimeout(() => line.classList.remove('fresh'), FRESH_MS);
  }
};

const readAgain = async () => {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = page.getElementById(part.id);
    if (next && !busy(part) && next.innerHTML !== part.innerHTML) replace(part, next);
  }
  countDown();
};

// A burst of hints is one reading, and one more when it is over.
let reading = false;
let again = false;
const changed = async () => {
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  try {
    await readAgain();
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  } finally {
    reading = false;
  }
  if (again) {
    again = false;
    changed();
  }
};

const stream = document.querySelector('[data-stream]')?.dataset.stream;
if (stream && document.querySelector('[data-live]')) {
  const news = new EventSource(stream);
  let lost = false;
  news.addEventListener('changed', changed);
  news.addEventListener('error', () => { lost = true; });
  news.addEventListener('open', () => {
    if (lost) changed();
    lost = false;
  });
}

// A form with a file in it shows how far it is. What the server answers is shown as the browser would; a file that is too large is not
// even sent.
const told = (form, words) => {
  const place = form.querySelector('.field');
  place.classList.add('error');
  const message = place.querySelector('.message') ?? place.insertBefore(document.createElement('span'), place.lastElementChild);
  message.className = 'message';
  message.setAttribute('role', 'alert');
  message.textContent = words;
};

// Only the part of the page with the form in it is taken from the answer: what is typed elsewhere on the page stays.
const show = (part, request) => {
  const page = new DOMParser().parseFromString(request.responseText, 'text/html');
  const next = page.getElementById(part.id);
  if (!next) return false;
  const news = page.querySelector('main .note[role=status]');
  part.replaceChildren(...next.childNodes);
  if (news) part.prepend(news);
  part.querySelector('[aria-invalid]')?.focus();
  return true;
};

const send = (form) => {
  const progress = form.querySelector('progress');
  const request = new XMLHttpRequest();
  const lost = () => {
    progress.hidden = true;
    told(form, form.dataset.lost);
  };
  request.upload.addEventListener('progress', (event) => {
    progress.hidden = false;
    progress.value = Math.round((100 * event.loaded) / event.total);
  });
  request.addEventListener('error', lost);
  request.addEventListener('load', () => {
    if (!show(form.closest('section'), request)) lost();
  });
  request.open('POST', form.action);
  request.send(new FormData(form));
};

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('[data-upload]') || event.defaultPrevented) return;
  event.preventDefault();
  const file = form.querySelector('[type=file]').files[0];
  if (file && file.size > Number(form.dataset.most)) told(form, form.dataset.heavy);
  else send(form);
});
