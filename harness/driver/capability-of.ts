import type { Method } from "./methods.js";

/** Methods that are there for the sake of one capability. The others every provider needs, whatever it declares. */
const capabilities: Partial<Readonly<Record<Method, string>>> = {
  "user.delete": "deletion",
  "message.react": "reactions",
  "message.read": "read-receipts",
  "message.typing": "typing",
  "contact.block": "blocking",
  "contact.unblock": "blocking",
  "contact.blocklist": "blocking",
  "reachability.notify": "reachability",
  "token.rotate": "token-rotation",
  "keys.rotate": "key-rotation",
  "state.export": "state",
  "state.import": "state",
};

/** The capability in whose name a method is called with these parameters; undefined when it needs none. */
export function capabilityOf(method: Method, params: object): string | undefined {
  return method === "message.send" ? contentType(params) : capabilities[method];
}

/** What can be sent is declared by type: `text`, `image` and so on. */
function contentType(params: { readonly content?: { readonly type: string } }): string | undefined {
  return params.content?.type;
}
