import { part } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { attempt, say } from "./said.js";
import { duration, listed, shortAddress } from "./words.js";

/** @import { Desk } from "./desk.js" */

/** @typedef {{ readonly login: string, readonly userId: string, readonly connected: boolean, readonly preKeysLeft: number, readonly queued: number, readonly linked?: boolean }} Account */
/** @typedef {{ readonly jid: string, readonly lid: string, readonly simulated: boolean, readonly connected: boolean, readonly preKeysLeft: number, readonly queued: number }} Device */
/** @typedef {{ readonly jid: string, readonly lid?: string }} User */
/** @typedef {{ readonly id: number, readonly fault: string, readonly account?: string, readonly left: number | "always", readonly params: Readonly<Record<string, unknown>> }} Armed */
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
  const items = accounts.map(({ login, userId, connected, preKeysLeft, queued, linked = false }) =>
    h(
      "li",
      { class: connected ? "connected" : "away" },
      party(desk, login),
      h("small", {}, `${userId}, ${connected ? "connected" : "away"}, ${preKeysLeft} pre-keys left, ${queued} waiting`),
      connected
        ? action("Drop", `Drop the connection of ${login}`, async () => {
            await desk.api.remove(`/sessions/${part(login)}`);
            say(`Dropped ${login}`);
          })
        : linked
          ? null
          : action("Wake", `Send a push to ${login}`, async () => {
              await desk.api.post("/push", { login });
              say(`Sent a push to ${login}`);
            }),
    ),
  );
  fill(byId("accounts", HTMLElement), items.length === 0 ? empty("Nobody has enlisted yet") : items);
}

/**
 * @param {Desk} desk
 * @param {readonly User[]} users
 */
export function showUsers(desk, users) {
  const items = users.map(({ jid, lid }) =>
    h(
      "li",
      {},
      party(desk, jid),
      lid === undefined ? null : h("small", {}, lid),
      h(
        "button",
        { type: "button", class: "small", "aria-label": `Write as ${jid}`, onclick: () => desk.write(jid) },
        "Write",
      ),
    ),
  );
  fill(byId("users", HTMLElement), items.length === 0 ? empty("None yet") : items);
  byId("write", HTMLButtonElement).disabled = items.length === 0;
}

/**
 * @param {Desk} desk
 * @param {readonly Armed[]} armed
 */
export function showFaults(desk, armed) {
  const items = armed.map(({ id, fault, account, left, params }) => {
    const often = left === "always" ? "always" : left === 1 ? "once" : `${left} times`;
    return h(
      "li",
      {},
      h("strong", {}, fault),
      h(
        "small",
        {},
        [often, account === undefined ? "" : `for ${account}`, listed(params)].filter((each) => each !== "").join(", "),
      ),
      action("Disarm", `Disarm ${fault}`, async () => {
        await desk.api.remove(`/faults/${part(id)}`);
        await desk.refresh();
      }),
    );
  });
  fill(byId("faults", HTMLElement), items.length === 0 ? empty("None: all goes as it should") : items);
  byId("disarm-all", HTMLButtonElement).hidden = items.length < 2;
}

/** @param {Time} time */
export function showTime({ now, aheadMs }) {
  const date = new Date(now).toISOString().replace("T", " ").slice(0, 16);
  byId("clock", HTMLElement).textContent =
    `${date} UTC, ${aheadMs < 1000 ? "real time" : `${duration(aheadMs)} ahead`}`;
}

/**
 * An address that sets the filter.
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

/** @param {string} sentence */
function empty(sentence) {
  return h("li", { class: "soft" }, sentence);
}
