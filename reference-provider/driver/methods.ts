import type { Provider } from "../provider.js";
import type { Features } from "../user/features.js";
import {
  address,
  anyText,
  choice,
  content,
  type Fields,
  object,
  optionalText,
  reference,
  settings,
  text,
  texts,
  wholeNumber,
} from "./params.js";

/** One method of the driver protocol: parameters in, result out. */
export type Method = (params: unknown) => Promise<object> | object;

/** What this provider really does; `proxy` and `restart` come on top when it has what they need. */
export const capabilities = [
  "text",
  "text-receive",
  "media-receive",
  "image",
  "video",
  "audio",
  "voice",
  "document",
  "receipts",
  "read-receipts",
  "reactions",
  "replies",
  "typing",
  "blocking",
  "deletion",
  "reachability",
  "push",
  "groups",
  "state",
  "token-rotation",
  "key-rotation",
  "timing",
] as const;

export interface Description {
  readonly name: string;
  readonly version: string;
}

const longestTakeMs = 600_000;

/** The methods of the driver protocol that are offered, by name. */
export function driverMethods(provider: Provider, description: Description): ReadonlyMap<string, Method> {
  const userOf = (params: unknown) => provider.user(text(object(params, "params", ["user"]), "user"));
  const methods: Record<string, Method> = {
    "provider.describe": () => ({
      protocol: 1,
      ...description,
      capabilities: [
        ...capabilities.filter((capability) => provider.offers(capability)),
        ...(provider.hasProxy ? ["proxy"] : []),
        ...(provider.survives ? ["restart"] : []),
      ],
    }),
    "provider.configure": (params) => provider.configure(settings(params)),
    "provider.reset": async () => {
      await provider.reset();
      return {};
    },
    "user.create": (params) => ({
      user: provider.createUser(optionalText(object(params ?? {}, "params", ["user"]), "user")),
    }),
    "user.enlist": async (params) => ({ login: await userOf(params).enlist() }),
    "user.connect": async (params) => {
      await userOf(params).connect();
      return {};
    },
    "user.disconnect": async (params) => {
      await userOf(params).disconnect();
      return {};
    },
    "user.delete": async (params) => {
      await provider.deleteUser(text(object(params, "params", ["user"]), "user"));
      return {};
    },
    "message.send": async (params) => {
      const fields = object(params, "params", ["user", "to", "content", "replyTo"]);
      const user = provider.user(text(fields, "user"));
      const to = address(fields, "to");
      const given = content(fields);
      const reply = fields["replyTo"] === undefined ? undefined : reference(fields, "replyTo");
      const sent = given.type === "text" ? user.sendText(to, given.text, reply) : user.sendFile(to, given.file, reply);
      return { id: await sent };
    },
    ...featureMethods(provider),
    "token.rotate": async () => {
      await provider.rotateToken();
      return {};
    },
    "keys.rotate": async (params) => {
      await userOf(params).rotateKeys();
      return {};
    },
    "state.export": (params) => ({ state: userOf(params).exportState() }),
    "state.import": async (params) => {
      const fields = object(params, "params", ["user", "state"]);
      await provider.user(text(fields, "user")).importState(text(fields, "state"));
      return {};
    },
    "events.take": async (params) => {
      const fields = object(params, "params", ["user", "timeoutMs"]);
      const timeoutMs = Math.min(wholeNumber(fields, "timeoutMs", 0), longestTakeMs);
      const user = provider.user(text(fields, "user"));
      const events = await user.events.take(timeoutMs);
      if (events.length > 0) user.keep();
      return { events };
    },
  };
  return new Map(Object.entries(methods));
}

/** Methods of milestones 4 and 6, by name. */
function featureMethods(provider: Provider): Readonly<Record<string, Method>> {
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
