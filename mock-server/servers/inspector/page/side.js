import { duration, listed } from "../../../../harness/model/words/entry.js";
import { part } from "./api.js";
import { byId, h, refill } from "./dom.js";
import { attempt, say } from "./notice.js";
import { shortAddress } from "./words.js";

/** @import { Desk } from "./desk.js" */

const maximumShown = 100;

/** @typedef {{ readonly login: string, readonly userId: string, readonly connected: boolean, readonly preKeysLeft: number, readonly queued: number, readonly linked?: boolean }} Account */
/** @typedef {{ readonly jid: string, readonly lid: string, readonly simulated: boolean, readonly connected: boolean, readonly preKeysLeft: number, readonly queued: number }} Device */
/** @typedef {{ readonly jid: string, readonly lid?: string }} User */
/** @typedef {{ readonly id: number, readonly fault: string, readonly account?: string, readonly skip?: number, readonly left: number | "always", readonly params: Readonly<Record<string, unknown>> }} Armed */
/** @typedef {{ readonly now: number, readonly aheadMs: number }} Time */

/**
 * Ordinary clients that are linked to WhatsApp users, in the form of accounts.
 *
 * @param {readonly Device[]} devices
 * @returns {readonly Account[]}
 */
export function linkedAccounts(devices) {
  return devices
    .filter(({ simulated }) => !simulated)
    .map(({ jid, lid, ...rest }) => ({ login: jid, userId: lid, ...rest, linked: true }));
}

/**
 * @param {Desk} desk
 * @param {readonly Account[]} accounts
 */
export function showAccounts(desk, accounts) {
  showList("accounts", accounts, "Nobody has come yet", (account) => accountItem(desk, account));
}

/**
 * @param {Desk} desk
 * @param {Account} account
 */
function accountItem(desk, { login, userId, connected, preKeysLeft, queued, linked = false }) {
  const drop = async () => {
    await desk.api.remove(`/sessions/${part(login)}`);
    say(`Dropped ${login}`);
  };
  const wake = async () => {
    await desk.api.post("/push", { login });
    say(`Sent a push to ${login}`);
  };
  // Only providers are pushed to.
  const away = linked ? null : action("Wake", `Send a push to ${login}`, wake);
  return h(
    "li",
    { class: connected ? "connected" : "away" },
    party(desk, login),
    h("small", {}, `${userId}, ${connected ? "connected" : "away"}, ${preKeysLeft} pre-keys left, ${queued} waiting`),
    connected ? action("Drop", `Drop the connection of ${login}`, drop) : away,
  );
}

/**
 * @param {Desk} desk
 * @param {readonly User[]} users
 */
export function showUsers(desk, users) {
  showList("users", users, "None yet", ({ jid, lid }) =>
    h(
      "li",
      {},
      party(desk, jid),
      lid === undefined ? null : h("small", {}, lid),
      action("Write", `Write as ${jid}`, async () => desk.write(jid)),
    ),
  );
  byId("write", HTMLButtonElement).disabled = users.length === 0;
}

/**
 * @param {Desk} desk
 * @param {readonly Armed[]} armed
 */
export function showFaults(desk, armed) {
  showList("faults", armed, "None: all goes as it should", ({ id, fault, account, skip, left, params }) => {
    const times = left === "always" ? "always" : left === 1 ? "once" : `${left} times`;
    const often = skip === undefined ? times : `after ${skip} more, ${times}`;
    const said = [often, account === undefined ? "" : `for ${account}`, listed(params)].filter((each) => each !== "");
    const disarm = async () => {
      await desk.api.remove(`/faults/${part(id)}`);
      await desk.refresh();
    };
    return h(
      "li",
      {},
      h("strong", {}, fault),
      h("small", {}, said.join(", ")),
      action("Disarm", `Disarm ${fault}`, disarm),
    );
  });
  byId("disarm-all", HTMLButtonElement).hidden = armed.length < 2;
}

/**
 * Shows the newest ones; a load test has thousands.
 *
 * @template Item
 * @param {string} id
 * @param {readonly Item[]} all
 * @param {string} none - What to say when there are none.
 * @param {(item: Item) => HTMLElement} view
 */
function showList(id, all, none, view) {
  const shown = all.slice(-maximumShown);
  const older = all.length - shown.length;
  refill(byId(id, HTMLElement), { shown, older }, () => {
    if (shown.length === 0) return h("li", { class: "soft" }, none);
    return [shown.map(view), older === 0 ? null : h("li", { class: "soft" }, `and ${older} more`)];
  });
}

/** @param {Time} time */
export function showTime({ now, aheadMs }) {
  const date = new Date(now).toISOString().replace("T", " ").slice(0, 16);
  byId("clock", HTMLElement).textContent =
    `${date} UTC, ${aheadMs < 1000 ? "real time" : `${duration(aheadMs)} ahead`}`;
}

/**
 * A button with an address, which sets the filter.
 *
 * @param {Desk} desk
 * @param {string} name
 */
function party(desk, name) {
  return h(
    "button",
    { type: "button", class: "party", title: `Show only ${name}`, onclick: () => desk.only(name) },
    shortAddress(name),
  );
}

/**
 * @param {string} word
 * @param {string} sentence
 * @param {() => Promise<void>} work
 */
function action(word, sentence, work) {
  return h(
    "button",
    { type: "button", class: "small", "aria-label": sentence, onclick: () => void attempt(work) },
    word,
  );
}
