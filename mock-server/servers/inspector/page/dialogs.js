import { textOf } from "../../../../harness/model/words/entry.js";
import { part } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { say } from "./notice.js";

/** @import { Desk } from "./desk.js" */

/**
 * The dialog that sends a message as a WhatsApp user.
 *
 * @param {Desk} desk
 * @returns {(from?: string) => void} Opens it.
 */
export function writeDialog(desk) {
  const from = byId("write-from", HTMLSelectElement);
  const to = byId("write-to", HTMLInputElement);
  const text = byId("write-text", HTMLTextAreaElement);
  const dialog = dialogOf("write", async () => {
    const body = { to: to.value.trim(), content: { type: "text", text: text.value } };
    const { id } = await desk.api.post(`/users/${part(from.value)}/messages`, body);
    text.value = "";
    say(`Sent ${id} to ${body.to}`);
  });
  return (chosen) => {
    const { users, accounts } = desk.parties;
    fill(
      from,
      users.map(({ jid }) => h("option", { value: jid }, jid)),
    );
    if (chosen !== undefined) from.value = chosen;
    if (to.value === "") to.value = accounts.find(({ connected }) => connected)?.login ?? accounts[0]?.login ?? "";
    dialog.showModal();
    text.focus();
  };
}

/**
 * @typedef {object} Parameter
 * @property {string} wanted
 * @property {{ readonly type: string, readonly enum?: readonly string[], readonly minimum?: number, readonly maximum?: number, readonly pattern?: string }} schema
 * @property {unknown} [default]
 */

/** @typedef {{ readonly fault: string, readonly sentence: string, readonly params: Readonly<Record<string, Parameter>> }} Kind */

/**
 * The dialog that arms a fault.
 *
 * @param {Desk} desk
 * @returns {() => Promise<void>} Opens it.
 */
export function breakDialog(desk) {
  const fault = byId("break-fault", HTMLSelectElement);
  const account = byId("break-account", HTMLInputElement);
  const often = byId("break-often", HTMLSelectElement);
  const times = byId("break-times", HTMLInputElement);
  const skip = byId("break-skip", HTMLInputElement);
  const params = byId("break-params", HTMLElement);
  /** @type {readonly Kind[]} */
  let kinds = [];

  const showKind = () => {
    const kind = kinds.find((each) => each.fault === fault.value);
    byId("break-sentence", HTMLElement).textContent = kind === undefined ? "" : `${kind.sentence}.`;
    fill(
      params,
      Object.entries(kind?.params ?? {}).map(([name, parameter]) => control(name, parameter)),
    );
  };
  fault.addEventListener("change", showKind);
  often.addEventListener("change", () => {
    const always = often.value === "always";
    byId("break-times-field", HTMLElement).hidden = always;
    times.disabled = always;
  });

  const dialog = dialogOf("break", async () => {
    const only = account.value.trim();
    await desk.api.post("/faults", {
      fault: fault.value,
      skip: Number(skip.value),
      times: often.value === "always" ? "always" : Number(times.value),
      params: given(params),
      ...(only !== "" && { account: only }),
    });
    say(`Armed ${fault.value}`);
    await desk.refresh();
  });

  return async () => {
    if (kinds.length === 0) {
      ({ kinds } = await desk.api.get("/faults/kinds"));
      fill(
        fault,
        kinds.map((each) => h("option", { value: each.fault }, each.fault)),
      );
      showKind();
    }
    dialog.showModal();
  };
}

/**
 * @param {string} name
 * @param {Parameter} parameter
 */
function control(name, { wanted, schema, default: fallback }) {
  const common = { "data-name": name, required: fallback === undefined };
  const value = fallback === undefined ? undefined : textOf(fallback);
  const { enum: choices, minimum: min, maximum: max, pattern } = schema;
  const input =
    choices === undefined
      ? h("input", { ...common, value, ...(schema.type === "integer" ? { type: "number", min, max } : { pattern }) })
      : h(
          "select",
          common,
          choices.map((choice) => h("option", { value: choice, selected: choice === value }, choice)),
        );
  return h("label", {}, choices === undefined ? `${name}, ${wanted} ` : `${name} `, input);
}

/**
 * The values of the fields that are not empty.
 *
 * @param {HTMLElement} params
 */
function given(params) {
  /** @type {Record<string, string | number>} */
  const values = {};
  for (const field of params.querySelectorAll("[data-name]")) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || field.value === "") continue;
    values[field.dataset["name"] ?? ""] = field.type === "number" ? Number(field.value) : field.value;
  }
  return values;
}

/**
 * A form in a dialog. It closes when its work is done, and otherwise shows the reason.
 *
 * @param {string} name - Of `#name-dialog` and `#name-form`.
 * @param {() => Promise<void>} work
 * @returns {HTMLDialogElement}
 */
function dialogOf(name, work) {
  const dialog = byId(`${name}-dialog`, HTMLDialogElement);
  const form = byId(`${name}-form`, HTMLFormElement);
  const problem = form.querySelector(".wrong");
  const show = (/** @type {string} */ sentence) => {
    if (problem !== null) problem.textContent = sentence;
  };
  const submit = async () => {
    show("");
    try {
      await work();
      dialog.close();
    } catch (thrown) {
      show(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit();
  });
  form.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => show(""));
  return dialog;
}
