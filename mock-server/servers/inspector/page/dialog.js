import { byId } from "./dom.js";

/**
 * A form in a dialog: closes when its work is done, and shows why when it cannot be done.
 *
 * @param {string} name - Of `#name-dialog` and `#name-form`.
 * @param {() => Promise<void>} work
 * @returns {HTMLDialogElement}
 */
export function dialogOf(name, work) {
  const dialog = byId(`${name}-dialog`, HTMLDialogElement);
  const form = byId(`${name}-form`, HTMLFormElement);
  const problem = form.querySelector(".wrong");
  const say = (/** @type {string} */ sentence) => {
    if (problem !== null) problem.textContent = sentence;
  };
  const submit = async () => {
    say("");
    try {
      await work();
      dialog.close();
    } catch (thrown) {
      say(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit();
  });
  form.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => say(""));
  return dialog;
}
