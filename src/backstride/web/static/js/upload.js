// <drop-files>: makes the plain upload form a drop zone for the whole page. Files are sent two at a time, each with
// its own progress; the server queues them, and the queue on the page (htmx) tells what became of them.

const AT_ONCE = 2;

class DropFiles extends HTMLElement {
  /** @type {{file: File, line: HTMLLIElement}[]} */
  #waiting = [];
  #sending = 0;
  #listening = new AbortController();

  connectedCallback() {
    const { signal } = this.#listening;
    const input = this.#find("input[type=file]");
    this.classList.add("ready");
    input.addEventListener("change", () => {
      this.#take([...input.files]);
      input.value = "";
    }, { signal });
    this.#find("form").addEventListener("submit", (event) => event.preventDefault(), { signal });
    document.addEventListener("dragover", (event) => this.#over(event), { signal });
    document.addEventListener("dragleave", (event) => event.relatedTarget || document.documentElement.classList.remove("dropping"), { signal });
    document.addEventListener("drop", (event) => this.#dropped(event), { signal });
    addEventListener("beforeunload", (event) => (this.#sending || this.#waiting.length) && event.preventDefault(), { signal });
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#listening = new AbortController();
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {any} */ (this.querySelector(selector));
  }

  /** @param {DragEvent} event */
  #over(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.documentElement.classList.add("dropping");
  }

  /** @param {DragEvent} event */
  async #dropped(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.documentElement.classList.remove("dropping");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.length) return this.#take([...event.dataTransfer.files]);
    for (const entry of entries) this.#take(await filesOf(entry));
  }

  /** @param {File[]} files */
  #take(files) {
    for (const file of files) {
      const line = document.createElement("li");
      line.append(span("name", file.name), span("aside", this.dataset.sending), document.createElement("progress"));
      document.querySelector(".sending")?.append(line);
      this.#waiting.push({ file, line });
    }
    this.#next();
  }

  #next() {
    while (this.#sending < AT_ONCE && this.#waiting.length) {
      const next = this.#waiting.shift();
      if (next) this.#send(next.file, next.line);
    }
  }

  /** @param {File} file @param {HTMLLIElement} line */
  #send(file, line) {
    const request = new XMLHttpRequest();
    const body = new FormData();
    const progress = /** @type {HTMLProgressElement} */ (line.querySelector("progress"));
    body.append("files", file, file.name);
    this.#sending += 1;
    request.upload.addEventListener("progress", (event) => {
      progress.max = event.total;
      progress.value = event.loaded;
    });
    request.addEventListener("loadend", () => {
      this.#sending -= 1;
      if (request.status === 202) this.#received(line);
      else this.#refused(file, line, reason(request));
      this.#next();
    });
    request.open("POST", this.#find("form").action);
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  }

  /** @param {HTMLLIElement} line */
  #received(line) {
    line.replaceChildren(span("name", line.firstChild?.textContent), span("aside", this.dataset.queued));
    document.body.dispatchEvent(new CustomEvent("files-sent"));
    setTimeout(() => line.remove(), 2000);
  }

  /** @param {File} file @param {HTMLLIElement} line @param {string} why */
  #refused(file, line, why) {
    const again = document.createElement("button");
    again.type = "button";
    again.className = "button";
    again.textContent = this.dataset.again ?? "";
    again.addEventListener("click", () => {
      line.remove();
      this.#take([file]);
    });
    line.replaceChildren(span("name", file.name), span("bad", `${this.dataset.failed} ${why}`.trim()), again);
  }
}

/** @param {string} className @param {string | null | undefined} text */
function span(className, text) {
  const made = document.createElement("span");
  made.className = className;
  made.textContent = text ?? "";
  return made;
}

/** @param {XMLHttpRequest} request @returns {string} what the server said, in the reader's language */
function reason(request) {
  try {
    return String(JSON.parse(request.responseText).detail ?? "");
  } catch {
    return "";
  }
}

/** @param {FileSystemEntry} entry @returns {Promise<File[]>} the file, or all files in the folder */
async function filesOf(entry) {
  if (entry.isFile) return [await new Promise((done, failed) => /** @type {any} */ (entry).file(done, failed))];
  const reader = /** @type {any} */ (entry).createReader();
  const files = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed)); // at most 100 at a time
    if (!some.length) return files;
    for (const inner of some) files.push(...(await filesOf(inner)));
  }
}

customElements.define("drop-files", DropFiles);
