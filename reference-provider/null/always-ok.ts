import type { Driver } from "../driver/driver.js";
import { success } from "../driver/json-rpc.js";
import { capabilities } from "../driver/methods.js";
import { readAsked } from "./request-id.js";

/** Says that everything went well, in the form that is expected, and does nothing. */
export const alwaysOk: Driver = {
  async answer(text) {
    const asked = readAsked(text);
    return asked && JSON.stringify(success(asked.id, plausible(asked.method, asked.params)));
  },
  close: async () => undefined,
};

function plausible(method: string, params: unknown): object {
  switch (method) {
    case "provider.describe":
      return { protocol: 1, name: "always-ok", version: "1.0.0", capabilities };
    case "provider.configure":
      return { endpoints: { jwks: `${nowhere}jwks`, media: `${nowhere}media`, push: `${nowhere}push` } };
    case "user.create":
      return { user: wantedName(params) };
    case "user.enlist":
      return { login: "900-10000000000001@interop" };
    case "message.send":
    case "message.react":
      return { id: "3EB0000000000000000000" };
    case "events.take":
      return { events: [] };
    case "contact.blocklist":
      return { contacts: [] };
    case "state.export":
      return { state: "" };
    default:
      return {};
  }
}

/** Port 9 is the discard service: nobody answers there. */
const nowhere = "http://127.0.0.1:9/";

function wantedName(params: unknown): string {
  const named = typeof params === "object" && params !== null && "user" in params ? params.user : undefined;
  return typeof named === "string" ? named : "somebody";
}
