import { node } from "../../protocol/stanza/node.js";
import { fromXml } from "../../protocol/stanza/xml/read.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-references", "Takes references in attributes for the text that they are written with", {
  channel: {
    readText(payload) {
      const marked = Buffer.from(payload).toString("utf8").replaceAll("&", mark);
      const { tag, attrs, content } = fromXml(marked);
      const unmarked = Object.entries(attrs).map(([name, value]) => [name, value.replaceAll(mark, "&")]);
      return node(tag, Object.fromEntries(unmarked) as Record<string, string>, content);
    },
  },
});

/** Stands in no stanza. */
const mark = "\u2021";
