import { part } from "./api.js";
import { dialogOf } from "./dialog.js";
import { byId, fill, h } from "./dom.js";
import { say } from "./said.js";

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
