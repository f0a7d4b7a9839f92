import { node } from "../../protocol/stanza/node.js";
import { fromXml } from "../../protocol/stanza/xml/read.js";
import { mutant } from "../behaviour/variation.js";

/** Enough for a ping; all else it leaves to a parser. */
const ping = /<iq( [^>]*xmlns="urn:xmpp:ping"[^>]*)>/;

export default mutant(
  "reads-text-by-pattern",
  "Finds its stanzas with regular expressions, and without an XML parser",
  {
    channel: {
      readText(payload) {
        const text = Buffer.from(payload).toString("utf8");
        const attributes = ping.exec(text)?.[1];
        if (attributes === undefined) return /urn:xmpp:ping/.test(text) ? node("unread") : fromXml(payload);
        const found = [...attributes.matchAll(/ (\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]);
        return node("iq", Object.fromEntries(found) as Record<string, string>);
      },
    },
  },
);
