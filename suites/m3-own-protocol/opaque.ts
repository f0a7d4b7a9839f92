import { toBase64, toHex, utf8 } from "../../core/bytes.js";
import { check } from "../kit/index.js";
import { hexIn } from "../kit/keys.js";
import { requestedTexts } from "../kit/texts.js";
import { ownProtocol, sentMessages } from "../scenarios/own-protocol.js";

export default check("m3-own-protocol/opaque", {
  requirement: "M3-65",
  engines: ["other"],
  scenario: ownProtocol,
  reached: (trace) => sentMessages(trace).filter(({ node }) => requestedTexts(trace).has(node.attrs["id"] ?? "")),
  judge({ expect, reached, trace }) {
    const texts = requestedTexts(trace);
    const ciphertexts = reached.map(({ node }) => hexIn(node, "enc"));
    for (const [index, entry] of reached.entries()) {
      const [text = ""] = texts.get(entry.node.attrs["id"] ?? "") ?? [];
      const hidden = [toHex(utf8(text)), toHex(utf8(toBase64(utf8(text)).slice(0, -4)))];
      const readable = hidden.some((form) => ciphertexts[index]?.includes(form) === true);
      expect("text readable in the ciphertext", readable ? "yes" : "no", entry).is("no");
    }
    expect(
      "ciphertexts",
      ciphertexts.map((hex) => hex.slice(0, 64) + hex.slice(-64)),
      reached[0],
    ).isUnique();
  },
  hint: "Encrypt the content, with a key that no other message has.",
  mutants: { "ratchet-encrypts-nothing": "text readable in the ciphertext" },
});
