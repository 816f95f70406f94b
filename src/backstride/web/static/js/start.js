// Two conveniences of the questions. Without this script "none" beside other answers is told when it is sent, and
// seconds are taken with any watch.

// "None of these" and the other answers rule each other out.
document.addEventListener(
  "change",
  (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "checkbox" || !input.checked) return;
    const alone = "alone" in input.dataset;
    for (const other of input.form?.querySelectorAll(`input[name="${input.name}"]`) ?? []) {
      if (other instanceof HTMLInputElement && other !== input && (alone || "alone" in other.dataset)) {
        other.checked = false;
      }
    }
  },
  { capture: true }, // before what is chosen is sent
);

/**
 * A stopwatch beside a field of seconds: the best of the tries stays in the field.
 * @param {HTMLButtonElement} button
 */
function stopwatch(button) {
  const field = document.getElementById(button.dataset.times ?? "");
  const shown = button.lastElementChild;
  if (!(field instanceof HTMLInputElement) || !shown) return;
  const { stop = "", counts } = button.dataset;
  const start = shown.textContent;
  let since = 0;
  let ticking = 0;

  const seconds = () => (performance.now() - since) / 1000;
  const tick = () => {
    shown.textContent = `${stop} ${seconds().toFixed(1)}`;
  };

  button.hidden = false;
  button.addEventListener("click", () => {
    if (!ticking) {
      since = performance.now();
      ticking = window.setInterval(tick, 100);
      tick();
      return;
    }
    window.clearInterval(ticking);
    ticking = 0;
    shown.textContent = start;
    const before = Number.parseFloat(field.value.replace(",", "."));
    const best = counts === "most" ? Math.max(seconds(), before) : Math.min(seconds(), before);
    field.value = (Number.isNaN(best) ? seconds() : best).toFixed(1);
    field.dispatchEvent(new Event("change", { bubbles: true })); // so that it is kept
  });
}

for (const button of document.querySelectorAll("button[data-times]")) {
  if (button instanceof HTMLButtonElement) stopwatch(button);
}
