// @ts-check
// Axes in the person's units: values stay as the device measured them (SI), labels and ticks are converted.

/**
 * A row of the table of charts that the server sends.
 * kind: "plain" (value * factor) or "pace" (factor / value seconds per kilometre or mile; more is slower)
 *
 * @typedef {{name: string, label: string, unit: string, factor: number, digits: number, kind: "plain" | "pace",
 *            zero: boolean, band: boolean, span: number, spikes: boolean}} Chart
 */

// Paces a runner thinks in, seconds per kilometre or mile.
const PACES = [120, 150, 180, 210, 240, 270, 300, 330, 360, 420, 480, 600, 720, 900, 1200, 1800, 3600];
const SLOWEST_PACE = 3600;

/**
 * @param {Chart} chart
 * @param {number | null | undefined} value in SI
 * @param {string} locale
 * @returns {string} the number without its unit, an en dash where there is none
 */
export function shown(chart, value, locale) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  if (chart.kind === "pace") return paceText(chart.factor / value);
  return number(value * chart.factor, chart.digits, locale);
}

/**
 * @param {number} seconds per kilometre or mile
 * @returns {string}
 */
export function paceText(seconds) {
  // Slower than an hour a kilometre is standing, not a pace.
  if (!(seconds > 0) || seconds >= SLOWEST_PACE) return "–";
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/**
 * @param {number} value
 * @param {number} digits
 * @param {string} locale
 */
export function number(value, digits, locale) {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/**
 * The vertical range: everything visible with a little air, from zero where zero means something, never thinner than
 * `span` (a calm heart rate must not look like a storm).
 *
 * @param {Chart} chart
 * @param {number | null} low
 * @param {number | null} high
 * @returns {[number, number]}
 */
export function extent(chart, low, high) {
  if (low === null || high === null || !Number.isFinite(low) || !Number.isFinite(high)) return [0, chart.span || 1];
  let bottom = chart.zero ? Math.min(0, low) : low;
  let top = high;
  const lack = chart.span - (top - bottom);
  if (lack > 0) {
    top += chart.zero ? lack : lack / 2;
    bottom -= chart.zero ? 0 : lack / 2;
  }
  const air = 0.08 * (top - bottom || 1);
  return [chart.zero && bottom === 0 ? 0 : bottom - air, top + air];
}

/**
 * The greatest value to make room for. One knock against a sensor must not flatten an hour: where the highest few are
 * far above all others, they leave the chart at its top.
 *
 * @param {readonly (number | null)[]} values
 * @returns {number | null}
 */
export function crest(values) {
  const sorted = Float64Array.from(values.filter((value) => value !== null)).sort();
  if (!sorted.length) return null;
  const top = sorted[sorted.length - 1];
  const usual = sorted[Math.floor(0.99 * (sorted.length - 1))];
  return top > 2.5 * usual && usual > 0 ? 1.5 * usual : top;
}

/**
 * Where the ticks of the vertical axis go and what they say.
 *
 * @param {Chart} chart
 * @param {number} low in SI
 * @param {number} high in SI
 * @param {number} height pixels
 * @param {string} locale
 * @returns {{at: number, text: string}[]}
 */
export function marks(chart, low, high, height, locale) {
  return chart.kind === "pace" ? paceMarks(chart, low, high, height) : plainMarks(chart, low, high, height, locale);
}

/**
 * @param {Chart} chart
 * @param {number} low
 * @param {number} high
 * @param {number} height
 * @param {string} locale
 */
function plainMarks(chart, low, high, height, locale) {
  const count = Math.max(1, Math.floor(height / 28));
  const rough = ((high - low) * chart.factor) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = /** @type {number} */ ([1, 2, 5, 10].map((nice) => nice * power).find((nice) => nice >= rough));
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const out = [];
  for (let i = Math.ceil((low * chart.factor) / step - 1e-9); i * step <= high * chart.factor + 1e-9; i++) {
    out.push({ at: (i * step) / chart.factor, text: number(i * step || 0, digits, locale) });
  }
  return out;
}

/**
 * @param {Chart} chart
 * @param {number} low
 * @param {number} high
 * @param {number} height
 */
function paceMarks(chart, low, high, height) {
  const least = (26 / height) * (high - low);
  /** @type {{at: number, text: string}[]} */
  const out = [];
  for (const pace of PACES) {
    const at = chart.factor / pace;
    if (at > high || at < low) continue;
    if (out.length && out[out.length - 1].at - at < least) continue;
    out.push({ at, text: paceText(pace) });
  }
  return out.filter((mark) => mark.text !== "–");
}
