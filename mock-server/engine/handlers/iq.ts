import { childNamed } from "../../../protocol/stanza/node.js";
import type { Handler } from "./handler.js";
import { fetchKeys } from "./iq-bundle.js";
import { countKeys } from "./iq-count.js";
import { digestKeys } from "./iq-digest.js";
import { setPassive } from "./iq-passive.js";
import { answerPing } from "./iq-ping.js";
import { rotateSignedPreKey } from "./iq-rotate.js";
import { storeKeys } from "./iq-upload.js";

/** Namespace and type, then the child that tells requests apart; the last line of each kind is for no such child. */
const requests: Readonly<Record<string, readonly { readonly child?: string; readonly handler: Handler }[]>> = {
  "get w:p": [{ handler: answerPing }],
  "get encrypt": [
    { child: "count", handler: countKeys },
    { child: "key", handler: fetchKeys },
    { child: "digest", handler: digestKeys },
  ],
  "set encrypt": [
    { child: "rotate", handler: rotateSignedPreKey },
    { child: "identity", handler: storeKeys },
  ],
  "set passive": [{ handler: setPassive }],
};

/** A request gets its answer, an unknown one error 501. Results and errors are answers to the server: nothing to do. */
export const handleIq: Handler = (turn, sender, stanza) => {
  const { type, xmlns } = stanza.attrs;
  if (type !== "get" && type !== "set") return;
  const known = requests[`${type} ${xmlns}`]?.find(
    ({ child }) => child === undefined || childNamed(stanza, child) !== undefined,
  );
  if (known === undefined) turn.refuse(sender, stanza, "501", "feature-not-implemented");
  else known.handler(turn, sender, stanza);
};
