import type { Provider } from "../provider.js";
import type { Features } from "../features/features.js";
import type { Method } from "./method.js";
import { address, anyText, choice, type Fields, object, reference, text, texts } from "./params.js";

/** Methods of milestones 4 and 6, by name. */
export function featureMethods(provider: Provider): Readonly<Record<string, Method>> {
  /** A method that answers with nothing. */
  const does =
    (names: readonly string[], act: (features: Features, fields: Fields) => Promise<void> | void): Method =>
    async (params) => {
      const fields = object(params, "params", ["user", ...names]);
      await act(provider.user(text(fields, "user")).features, fields);
      return {};
    };
  return {
    "message.react": async (params) => {
      const fields = object(params, "params", ["user", "to", "target", "emoji"]);
      const user = provider.user(text(fields, "user"));
      return { id: await user.react(address(fields, "to"), reference(fields, "target"), anyText(fields, "emoji")) };
    },
    "message.read": does(["from", "ids"], (features, fields) => {
      features.read(address(fields, "from"), texts(fields, "ids"));
    }),
    "message.typing": does(["to", "state"], (features, fields) => {
      features.typing(address(fields, "to"), choice(fields, "state", ["composing", "paused"]));
    }),
    "contact.block": does(["contact"], (features, fields) =>
      features.changeBlocklist("block", address(fields, "contact")),
    ),
    "contact.unblock": does(["contact"], (features, fields) =>
      features.changeBlocklist("unblock", address(fields, "contact")),
    ),
    "contact.blocklist": async (params) => {
      const fields = object(params, "params", ["user"]);
      return { contacts: await provider.user(text(fields, "user")).features.blocklist() };
    },
    "reachability.notify": does(["to"], (features, fields) => features.notify(address(fields, "to"))),
  };
}
