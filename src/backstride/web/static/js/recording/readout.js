// @ts-check
// The line under the ribbon: the moment at the cursor and the direction there, else the visible stretch.

import { boutAt } from "./bouts.js";
import { clock } from "./time.js";

/**
 * @param {HTMLElement} place
 * @param {import("./view.js").View} view
 * @param {import("./phrases.js").Phrases} phrases
 */
export function readout(place, view, phrases) {
  const moment = /** @type {HTMLElement} */ (place.querySelector(".readout-time"));
  const direction = /** @type {HTMLElement} */ (place.querySelector(".readout-direction"));
  const glyph = document.createElement("span");
  glyph.className = "glyph";
  glyph.setAttribute("aria-hidden", "true");
  const text = document.createElement("span");
  const sure = document.createElement("span");
  sure.className = "readout-sure";

  function tell() {
    const { cursor, range, bouts, draft, drawn } = view;
    const there = draft ? drawn : bouts;
    const bout = cursor === null ? undefined : there[boutAt(there, cursor)];
    const digits = range.end - range.start < 120 ? 1 : 0;
    moment.textContent = cursor === null ? `${clock(range.start)} – ${clock(range.end)}` : clock(cursor, digits);
    direction.className = `readout-direction direction ${bout?.direction ?? ""}`;
    if (!bout) {
      direction.textContent = phrases.say(view.zoomed ? "stretch" : "whole");
      return;
    }
    const { label, glyph: sign } = phrases.direction(bout.direction);
    glyph.textContent = sign;
    const gait = bout.gait ? phrases.data.gaits[bout.gait] : "";
    sure.textContent = phrases.sure(bout) && `, ${phrases.sure(bout)}`;
    text.replaceChildren([label, gait].filter(Boolean).join(", "), sure);
    direction.replaceChildren(glyph, text);
  }

  for (const event of ["cursor", "range", "bouts"]) view.addEventListener(event, tell);
  tell();
}
