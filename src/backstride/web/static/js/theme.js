// The switch between light and dark: without this script the form is sent and the page comes back in the other theme.

/** @type {HTMLFormElement | null} */
const form = document.querySelector("form[action='/theme']");
const root = document.documentElement;

/** @returns {"light" | "dark"} the theme the reader sees now */
function shown() {
  if (root.dataset.theme === "light" || root.dataset.theme === "dark") return root.dataset.theme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const theme = shown() === "dark" ? "light" : "dark";
  root.dataset.theme = theme;
  const answer = new FormData(form);
  answer.set("theme", theme);
  fetch(form.action, { method: "POST", body: answer, redirect: "manual" });
  document.dispatchEvent(new CustomEvent("themechange", { detail: theme })); // canvases draw themselves again
});
