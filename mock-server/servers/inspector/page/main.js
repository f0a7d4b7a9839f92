import { Api } from "./api.js";
import { Desk } from "./desk.js";
import { byId, fill, h } from "./dom.js";
import { follow } from "./follow.js";
import { say } from "./notice.js";
import { forgetToken, keepToken, knownToken, tokenIn } from "./token.js";

/** How often to ask for users and tenants that others created: no entry reports that. */
const lookMs = 3000;

/** @import { Refusal } from "./api.js" */

const state = byId("state", HTMLElement);
const tenants = byId("tenant", HTMLSelectElement);
/** @type {Desk | undefined} */
let desk;
/** Profile and seed. */
let endpoint = "";
let following = new AbortController();

/** @param {string} problem */
function showDoor(problem) {
  forgetToken();
  following.abort();
  show(false);
  setState("away", "Not connected");
  byId("door-problem", HTMLElement).textContent = problem;
  byId("token", HTMLInputElement).focus();
}

/** @param {boolean} isOpen */
function show(isOpen) {
  byId("door", HTMLElement).hidden = isOpen;
  byId("desk", HTMLElement).hidden = !isOpen;
  byId("leave", HTMLElement).hidden = !isOpen;
}

/**
 * @param {"live" | "lost" | "away"} kind
 * @param {string} words
 */
function setState(kind, words) {
  state.className = `state ${kind}`;
  state.textContent = words;
}

/** @param {string} token */
async function open(token) {
  const api = new Api(token);
  try {
    const { profile, seed } = await api.get("./server");
    keepToken(token);
    show(true);
    endpoint = `${profile}, seed ${seed}`;
    desk ??= new Desk(api);
    await lookForTenants(api);
    enter(api);
  } catch (thrown) {
    showDoor(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** @param {Api} api - Of the tenant to be shown from now on. */
function enter(api) {
  if (desk === undefined) return;
  const shown = desk;
  following.abort();
  following = new AbortController();
  shown.api = api;
  shown.clear();
  void shown.refresh();
  const listener = {
    entries: shown.take.bind(shown),
    missed: (/** @type {number} */ count) => say(`${count} entries were gone before they could be shown`, "bad"),
    reset: () => {
      say("The tenant was reset");
      void shown.refresh();
    },
    state: (/** @type {"live" | "lost"} */ kind) =>
      setState(kind, kind === "live" ? `Live: ${endpoint}` : "Lost: trying again"),
    refused: (/** @type {Refusal} */ { code, message }) => {
      if (code === "unauthorised") showDoor("This token is not, or no longer, that of the endpoint");
      else setState("away", message);
    },
  };
  void follow(api, listener, following.signal);
}

/** @param {Api} api */
async function lookForTenants(api) {
  const { tenants: found } = await api.get("./tenants");
  const ids = found.map((/** @type {{ id: string }} */ { id }) => id);
  byId("tenant-field", HTMLElement).hidden = ids.length < 2;
  if ([...tenants.options].map(({ value }) => value).join() === ids.join()) return;
  const { tenant } = desk?.api ?? api;
  fill(
    tenants,
    ids.map((/** @type {string} */ id) => h("option", { value: id, selected: id === tenant }, id)),
  );
}

tenants.addEventListener("change", () => desk && enter(desk.api.of(tenants.value)));
byId("leave", HTMLButtonElement).addEventListener("click", () => showDoor(""));
byId("door-form", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  const field = byId("token", HTMLInputElement);
  const token = tokenIn(field.value);
  field.value = "";
  void open(token);
});
byId("ready-file", HTMLInputElement).addEventListener("change", ({ target }) => {
  const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
  void file?.text().then((text) => open(tokenIn(text)));
});
setInterval(() => {
  if (desk === undefined || document.hidden || following.signal.aborted) return;
  void desk.refresh();
  void lookForTenants(desk.api).catch(() => undefined);
}, lookMs);

const token = knownToken();
if (token === undefined) showDoor("");
else void open(token);
