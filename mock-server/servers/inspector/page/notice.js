import { byId } from "./dom.js";

const shownMs = 6000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;

/**
 * Shows an outcome in a corner; screen readers read it.
 *
 * @param {string} sentence
 * @param {"good" | "bad"} [kind]
 */
export function say(sentence, kind = "good") {
  const element = byId("said", HTMLElement);
  element.textContent = sentence;
  element.className = `said shown ${kind}`;
  clearTimeout(fading);
  fading = setTimeout(() => element.classList.remove("shown"), shownMs);
}

/**
 * Does something, and shows the reason when it fails.
 *
 * @param {() => Promise<unknown>} work
 */
export async function attempt(work) {
  try {
    await work();
  } catch (thrown) {
    say(thrown instanceof Error ? thrown.message : String(thrown), "bad");
  }
}
