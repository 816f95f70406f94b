// <drop-files>: makes the plain upload form a drop zone for the whole page. Files are sent two at a time, each with
// its own progress; the server queues them, and the queue on the page (htmx) tells what became of them. What is being
// sent outlives the element: the page may be drawn again around it when the first recordings come in.

const AT_ONCE = 2;

/** @typedef {{file: File, action: string, words: DOMStringMap, line: HTMLLIElement}} Sending */

/** @type {Sending[]} */
const waiting = [];
/** @type {Set<HTMLLIElement>} */
const lines = new Set();
let sending = 0;

addEventListener("beforeunload", (event) => {
  if (sending || waiting.length) event.preventDefault();
});

class DropFiles extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const input = /** @type {HTMLInputElement} */ (this.querySelector("input[type=file]"));
    this.classList.add("ready");
    showLines();
    input.addEventListener("change", () => {
      this.#take([...(input.files ?? [])]);
      input.value = "";
    }, { signal });
    this.#form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    document.addEventListener("dragover", (event) => hasFiles(event) && over(event), { signal });
    document.addEventListener("dragleave", (event) => event.relatedTarget || dropping(false), { signal });
    document.addEventListener("drop", (event) => hasFiles(event) && this.#dropped(event), { signal });
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** @param {DragEvent} event */
  async #dropped(event) {
    event.preventDefault();
    dropping(false);
    const { items, files } = /** @type {DataTransfer} */ (event.dataTransfer);
    const loose = [...files]; // the list is emptied after the event
    const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null);
    if (!entries.length) return this.#take(loose);
    for (const entry of entries) this.#take(await filesOf(entry));
  }

  /** @param {File[]} files */
  #take(files) {
    for (const file of files) {
      const line = document.createElement("li");
      line.append(span("name", file.name), span("aside", this.dataset.sending), document.createElement("progress"));
      lines.add(line);
      waiting.push({ file, action: this.#form.action, words: this.dataset, line });
    }
    showLines();
    sendNext();
  }
}

function showLines() {
  document.querySelector(".sending")?.append(...lines);
}

/** @param {HTMLLIElement} line */
function removeLine(line) {
  lines.delete(line);
  line.remove();
}

function sendNext() {
  while (sending < AT_ONCE && waiting.length) send(/** @type {Sending} */ (waiting.shift()));
}

/** @param {Sending} one */
function send(one) {
  const request = new XMLHttpRequest();
  const body = new FormData();
  const progress = /** @type {HTMLProgressElement} */ (one.line.querySelector("progress"));
  body.append("files", one.file, one.file.name);
  sending += 1;
  request.upload.addEventListener("progress", (event) => {
    progress.max = event.total;
    progress.value = event.loaded;
  });
  request.addEventListener("loadend", () => {
    sending -= 1;
    if (request.status === 202) received(one);
    else refused(one, reason(request));
    sendNext();
  });
  request.open("POST", one.action);
  request.setRequestHeader("Accept", "application/json");
  request.send(body);
}

/** @param {Sending} one */
function received({ file, line, words }) {
  line.replaceChildren(span("name", file.name), span("aside", words.queued));
  document.body.dispatchEvent(new CustomEvent("files-sent"));
  setTimeout(() => removeLine(line), 2000);
}

/** @param {Sending} one @param {string} why */
function refused(one, why) {
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button";
  again.textContent = one.words.again ?? "";
  again.addEventListener("click", () => {
    one.line.replaceChildren(span("name", one.file.name), span("aside", one.words.sending), document.createElement("progress"));
    waiting.push(one);
    sendNext();
  });
  one.line.replaceChildren(span("name", one.file.name), span("bad", `${one.words.failed} ${why}`.trim()), again);
}

/** @param {XMLHttpRequest} request @returns {string} what the server said, in the reader's language */
function reason(request) {
  try {
    return String(JSON.parse(request.responseText).detail ?? "");
  } catch {
    return "";
  }
}

/** @param {string} className @param {string | null | undefined} text */
function span(className, text) {
  const made = document.createElement("span");
  made.className = className;
  made.textContent = text ?? "";
  return made;
}

/** @param {DragEvent} event */
function hasFiles(event) {
  return event.dataTransfer?.types.includes("Files");
}

/** @param {DragEvent} event */
function over(event) {
  event.preventDefault();
  dropping(true);
}

/** @param {boolean} on */
function dropping(on) {
  document.documentElement.classList.toggle("dropping", on);
}

/** @param {FileSystemEntry} entry @returns {Promise<File[]>} the file, or all files in the folder */
async function filesOf(entry) {
  if (entry.isFile) {
    return [await new Promise((done, failed) => /** @type {FileSystemFileEntry} */ (entry).file(done, failed))];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  const files = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((done, failed) => reader.readEntries(done, failed)); // at most 100 at a time
    if (!some.length) return files;
    for (const inner of some) files.push(...(await filesOf(inner)));
  }
}

customElements.define("drop-files", DropFiles);
