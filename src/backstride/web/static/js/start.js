// "None of these" and the other answers rule each other out. Without this script the page says so when it is sent.

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
