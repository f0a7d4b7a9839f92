// The page of `interop run --manual`: shows the card that waits, and sends what the person answers.
import { byId, fill, h } from "../../../mock-server/servers/inspector/page/dom.js";

/**
 * @typedef {{ label: string, value: string, scan?: true }} Value
 * @typedef {{ name: string, label: string, value: string, required: boolean, isUrl?: true }} Field
 * @typedef {{ number: number, title: string, lines: readonly string[], values: readonly Value[], fields: readonly Field[],
 *   choices: readonly { id: string, label: string }[], fileName?: string, watched: boolean,
 *   takesPicture?: true }} Card
 * @typedef {{ provider: string, scenario: string, index: number, of: number, counts: Readonly<Record<string, number>>,
 *   latest: readonly { id: string, verdict: string, why: string }[] }} Progress
 * @typedef {{ version: number, card?: Card, progress: Progress, report?: string }} View
 */

const base = new URL("../../../", import.meta.url);
const card = byId("card", HTMLElement);
const leave = byId("leave", HTMLButtonElement);
/** The number of the card that is shown, so that what the person has typed stays. */
let shown = -1;

/** @param {View} view */
function show({ card: waiting, progress, report }) {
  showProgress(progress);
  if (report !== undefined) {
    leave.disabled = true;
    card.dataset["number"] = "over";
    return fill(card, h("h2", {}, "The run is over"), h("p", {}, "The report is in ", h("code", {}, report)));
  }
  if (waiting === undefined) {
    shown = -1;
    return fill(card, h("p", { class: "soft" }, "The harness is at work…"));
  }
  if (waiting.number === shown) return undefined;
  shown = waiting.number;
  card.dataset["number"] = String(shown);
  picture = undefined;
  showCard(waiting);
}

/** @param {Progress} progress */
function showProgress({ provider, scenario, index, of, counts, latest }) {
  const where = index === 0 ? "" : `Scenario ${index} of ${of}: ${scenario}`;
  fill(byId("progress", HTMLElement), [provider, where].filter((part) => part !== "").join(" · "));
  const numbers = Object.entries(counts).map(([verdict, count]) => `${count} ${verdict}`);
  fill(byId("counts", HTMLElement), numbers.join(", ") || "None yet");
  fill(
    byId("latest", HTMLElement),
    latest.map(({ id, verdict, why }) =>
      h("li", {}, h("span", { class: verdict }, verdict), ` ${id}`, why === "" ? "" : `: ${why}`),
    ),
  );
}

/** @param {Card} waiting */
function showCard({ number, title, lines, values, fields, choices, fileName, watched, takesPicture }) {
  const problem = h("p", { class: "wrong", role: "alert" });
  const inputs = fields.map(({ name, value, required, isUrl }) =>
    h("input", { name, value, required, type: isUrl === true ? "url" : "text", autocomplete: "off" }),
  );
  const form = h(
    "form",
    {
      onsubmit: (event) => {
        event.preventDefault();
        const button = /** @type {SubmitEvent} */ (event).submitter;
        void answer(number, button?.getAttribute("value") ?? "", inputs, problem);
      },
    },
    fields.map(({ label }, at) => h("label", {}, label, inputs[at])),
    problem,
    h(
      "p",
      { class: "actions" },
      choices.map(({ id, label }, at) =>
        h("button", { value: id, class: at === 0 && !watched ? "main" : undefined }, label),
      ),
    ),
  );
  fill(
    card,
    h("h2", {}, title),
    lines.map((line) => h("p", {}, line)),
    takesPicture === true ? pictureRow(number) : "",
    h(
      "div",
      { class: "values" },
      values.map((value, at) => valueRow(number, value, at)),
    ),
    fileName === undefined
      ? ""
      : h("p", {}, h("a", { href: new URL("file", base).href, download: fileName }, `Download ${fileName}`)),
    watched ? h("p", { class: "soft" }, "Waiting: this step ends when the harness sees it on the wire.") : "",
    form,
  );
}

/**
 * @param {number} number
 * @param {Value} value
 * @param {number} at
 */
function valueRow(number, { label, value, scan }, at) {
  const copy = h(
    "button",
    { type: "button", "aria-label": `Copy ${label}`, onclick: () => void navigator.clipboard.writeText(value) },
    "Copy",
  );
  const row = h("div", { class: "value" }, h("span", {}, `${label}:`), h("code", { "data-label": label }, value), copy);
  if (scan !== true) return row;
  const address = new URL(`code.svg?value=${at}&card=${number}`, base).href;
  const code = h(
    "button",
    {
      type: "button",
      "aria-label": `Code of ${label}`,
      onclick: () => {
        code.remove();
        row.append(h("img", { src: address, alt: `QR code of ${label}`, width: 180, height: 180 }));
      },
    },
    "QR code",
  );
  row.append(code);
  return row;
}

/**
 * A picture of what the app shows, chosen as a file or pasted on the page.
 *
 * @param {number} number
 */
function pictureRow(number) {
  const said = h("span", { role: "status" });
  const file = h("input", {
    type: "file",
    accept: "image/png,image/jpeg,image/gif,image/webp",
    onchange: () => void sendPicture(number, file.files?.[0], said),
  });
  const row = h("p", { class: "picture" }, h("label", {}, "Picture for the report (or paste one):", file), said);
  picture = (pasted) => void sendPicture(number, pasted, said);
  return row;
}

/** What to do with a picture that is pasted now. @type {((pasted: File) => void) | undefined} */
let picture;

/**
 * @param {number} number
 * @param {File | undefined} file
 * @param {HTMLElement} said
 */
async function sendPicture(number, file, said) {
  if (file === undefined) return;
  fill(said, "Keeping…");
  const response = await fetch(new URL(`picture?card=${number}`, base), { method: "POST", body: file });
  const { file: kept, problem } = await response.json();
  fill(said, kept === undefined ? h("span", { class: "wrong" }, problem) : `Kept as ${kept}`);
}

document.addEventListener("paste", ({ clipboardData }) => {
  const pasted = [...(clipboardData?.files ?? [])].find(({ type }) => type.startsWith("image/"));
  if (pasted !== undefined && shown !== -1) picture?.(pasted);
});

/**
 * @param {number} number
 * @param {string} choice
 * @param {readonly HTMLInputElement[]} inputs
 * @param {HTMLElement} problem
 */
async function answer(number, choice, inputs, problem) {
  const fields = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
  const response = await post("answer", { number, choice, fields });
  if (!response.ok) fill(problem, (await response.json()).problem ?? "This was not taken");
}

/**
 * @param {string} path
 * @param {unknown} body
 */
function post(path, body) {
  return fetch(new URL(path, base), { method: "POST", body: JSON.stringify(body) });
}

async function follow() {
  let version = 0;
  for (;;) {
    const response = await fetch(new URL(`view?after=${version}`, base)).catch(() => undefined);
    if (response === undefined || !response.ok) {
      leave.disabled = true;
      return fill(card, h("p", {}, "The run has ended. Start it again in the terminal."));
    }
    /** @type {View} */
    const view = await response.json();
    version = view.version;
    show(view);
    if (view.report !== undefined) return undefined;
  }
}

leave.addEventListener("click", () => {
  leave.disabled = true;
  void post("leave", {});
});
void follow();
