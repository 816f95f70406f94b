// @ts-check
// Moments of a recording as people read and type them: 1:02:03, 4:05, 4:05.3.

/**
 * @param {number} seconds since the start
 * @param {number} [digits] after the seconds
 * @returns {string} h:mm:ss from an hour on, else m:ss
 */
export function clock(seconds, digits = 0) {
  if (!Number.isFinite(seconds)) return "–";
  const unit = 10 ** digits;
  const ticks = Math.round(Math.abs(seconds) * unit);
  const whole = Math.floor(ticks / unit);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, "0");
  const fraction = digits ? `.${String(ticks % unit).padStart(digits, "0")}` : "";
  const sign = seconds < 0 && ticks ? "-" : "";
  const head = hours ? `${hours}:${String(minutes).padStart(2, "0")}` : `${minutes}`;
  return `${sign}${head}:${rest}${fraction}`;
}

/**
 * @param {string} text "1:02:03", "4:05.3", "4:05,3" or plain seconds
 * @returns {number} seconds; NaN where it is not a time
 */
export function parseClock(text) {
  const parts = text.trim().replace(",", ".").split(":");
  if (parts.length > 3 || parts.some((part, i) => !(i === parts.length - 1 ? /^\d+(\.\d*)?$/ : /^\d+$/).test(part))) {
    return NaN;
  }
  return parts.reduce((total, part) => 60 * total + Number(part), 0);
}

// Distances between ticks that read well on a clock, in seconds.
export const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600];

/**
 * @param {number} start seconds
 * @param {number} end seconds
 * @param {number} width pixels
 * @param {number} [apart] least pixels between ticks
 * @returns {{at: number[], digits: number}} where the ticks go, and the digits their labels need
 */
export function ticks(start, end, width, apart = 72) {
  const least = ((end - start) / Math.max(width, 1)) * apart;
  const step = STEPS.find((candidate) => candidate >= least) ?? STEPS[STEPS.length - 1];
  const at = [];
  for (let i = Math.ceil(start / step - 1e-9); i * step <= end + 1e-9; i++) at.push(i * step || 0);
  return { at, digits: step < 1 ? 1 : 0 };
}
