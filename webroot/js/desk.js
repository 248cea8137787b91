// What makes the workspace a little quicker where scripts run. Nothing depends on it, and it stores nothing.

// A moment until something happens is counted down; who has no script reads the time of the clock.
const counters = document.querySelectorAll('[data-until]');
const count = () => {
  for (const counter of counters) {
    const seconds = Math.max(0, Math.round((Date.parse(counter.dataset.until) - Date.now()) / 1000));
    counter.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
};
if (counters.length > 0) {
  count();
  setInterval(count, 1000);
}
