// Shows an agenda or a gathering of this installation on a page of another site:
//   <div data-samenkomst="networks/nieuw-west"><a href="…">Agenda</a></div> <script src="https://…/embed.js" async></script>
// What stands in the div is seen until the frame answers, so a reader whose browser refuses the frame still has the link.
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const PLACE = /^(networks\/[a-z0-9-]{1,80}(\/quotes)?|events\/[a-z0-9-]{1,80})$/;
  const HIGHEST = 20_000;

  const frames = new Map();

  window.addEventListener('message', (event) => {
    const place = event.origin === origin && frames.get(event.source);
    const height = Number(event.data?.samenkomst);
    if (!place || !(height > 0)) return;
    place.frame.style.height = `${Math.min(Math.ceil(height), HIGHEST)}px`;
    place.frame.style.visibility = 'visible';
    place.instead.forEach((node) => node.remove());
  });

  const show = (div) => {
    const path = div.dataset.samenkomst;
    if (!PLACE.test(path)) return;
    const frame = document.createElement('iframe');
    const language = /^[a-z]{2}$/.test(div.dataset.lang ?? '') ? `?lang=${div.dataset.lang}` : '';
    frame.src = `${origin}/embed/${path}${language}`;
    frame.title = div.textContent.trim() || 'Samenkomst';
    frame.referrerPolicy = 'no-referrer';
    Object.assign(frame.style, { width: '100%', height: '0', border: '0', visibility: 'hidden' });
    const instead = [...div.childNodes];
    // The frame tells its height to who greets it from a site that it knows.
    frame.addEventListener('load', () => frame.contentWindow.postMessage({ samenkomst: 'height' }, origin));
    div.append(frame);
    frames.set(frame.contentWindow, { frame, instead });
  };

  const all = () => document.querySelectorAll('[data-samenkomst]').forEach(show);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', all);
  else all();
})();
