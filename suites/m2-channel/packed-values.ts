import { check } from "../kit/index.js";
import { pingAnswer, pingProvider, sendPings } from "../kit/pings.js";

export default check("m2-channel/packed-values", {
  requirement: "M2-61",
  wire: "binary",
  async drive(context) {
    const { meta, provider, wait } = context;
    const alice = await provider.connectedUser();
    await pingProvider(context, alice, "plain-ping");
    sendPings(meta, alice, ...packable, "last-ping");
    await wait("stanza", (entry) => entry.direction === "in" && entry.node.attrs["id"] === "last-ping");
  },
  reached: (trace) =>
    pingAnswer(trace, "plain-ping") === undefined ? [] : trace.stanzas.toProvider.where(isPackable).list,
  judge({ expect, reached, trace }) {
    for (const ping of reached) {
      const answer = pingAnswer(trace, ping.node.attrs["id"] ?? "");
      expect("answer under the id of the ping", answer === undefined ? "none" : "found", answer ?? ping).is("found");
    }
  },
  hint: "Unpack texts of digits and of hexadecimal figures, of odd and of even length, to exactly the characters that were packed.",
  mutants: { "drops-last-packed-digit": "answer under the id of the ping" },
});

/** Digits, dash and dot pack, and so do upper case hexadecimal figures; odd lengths end with a filler. */
const packable: readonly string[] = ["20260101", "2026010", "1.2-3", "0A1B2C", "0A1B2"];

function isPackable({ node }: { readonly node: { readonly attrs: Readonly<Record<string, string>> } }): boolean {
  return packable.includes(node.attrs["id"] ?? "");
}
