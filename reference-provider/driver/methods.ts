import type { Provider } from "../provider.js";
import { content } from "./content.js";
import { featureMethods } from "./feature-methods.js";
import type { Method } from "./method.js";
import { address, object, optionalText, reference, settings, text, wholeNumber } from "./params.js";

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
