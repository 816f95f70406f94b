// A stopwatch as one large button: the first press starts it, the next one stops it and writes the seconds into the
// field. Without this script the seconds are typed.

const TICK_MS = 50;

/** @param {HTMLButtonElement} button */
export function stopwatch(button) {
  const field = document.getElementById(button.dataset.stopwatch ?? "");
  const [shown, start, stop] = button.children;
  if (!(field instanceof HTMLInputElement) || !shown || !(start instanceof HTMLElement) || !(stop instanceof HTMLElement)) {
    return;
  }
  const ceiling = Number(button.dataset.ceiling ?? "Infinity");
  const digits = Math.max(1, Number(button.dataset.digits ?? "1"));
  const mark = button.dataset.mark ?? ".";
  let since = 0;
  let ticking = 0;

  /** @param {number} seconds @param {number} places */
  const text = (seconds, places) => seconds.toFixed(places).replace(".", mark);
  const seconds = () => Math.min((performance.now() - since) / 1000, ceiling);
  const tick = () => {
    shown.textContent = text(seconds(), 1);
    if (seconds() >= ceiling) halt();
  };
  const halt = () => {
    const taken = seconds();
    window.clearInterval(ticking);
    ticking = 0;
    shown.textContent = text(taken, digits);
    field.value = text(taken, digits);
    show(false);
    navigator.vibrate?.(100);
  };
  /** @param {boolean} runs */
  const show = (runs) => {
    button.classList.toggle("runs", runs);
    start.hidden = runs;
    stop.hidden = !runs;
  };

  button.hidden = false;
  button.addEventListener("click", () => {
    if (ticking) {
      halt();
      return;
    }
    since = performance.now();
    ticking = window.setInterval(tick, TICK_MS);
    show(true);
    tick();
  });
}

for (const button of document.querySelectorAll("button[data-stopwatch]")) {
  if (button instanceof HTMLButtonElement) stopwatch(button);
}
