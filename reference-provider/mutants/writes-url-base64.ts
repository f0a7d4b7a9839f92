import { toXml } from "../../protocol/stanza/xml/write.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("writes-url-base64", "Writes bytes in the textual form as URL-safe base64 without padding", {
  channel: {
    writeText: (stanza) =>
      toXml(stanza).replaceAll(/( b64="1"[^>]*>)([^<]+)/g, (_, before: string, text: string) => before + urlSafe(text)),
  },
});

function urlSafe(text: string): string {
  return Buffer.from(text, "base64").toString("base64url");
}
