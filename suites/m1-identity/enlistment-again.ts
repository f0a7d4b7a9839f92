import { toHex } from "../../core/bytes.js";
import { handshakes } from "../kit/handshakes.js";
import { bytesIn, check, childOf } from "../kit/index.js";
import { uploads } from "../kit/keys.js";

export default check("m1-identity/enlistment-again", {
  requirement: "M1-24",
  async drive({ provider, wait }) {
    const alice = await provider.connectedUser();
    await alice.disconnect();
    const { ok } = await alice.tryEnlist();
    if (!ok) return;
    await alice.tryConnect();
    await wait("login", () => true);
  },
  reached(trace) {
    const again = trace.of("enlistment")[1];
    return again === undefined || handshakes(trace.after(again), "client-finish").length === 0 ? [] : again;
  },
  judge({ expect, reached: [again], trace }) {
    const later = trace.after(again);
    const { authkey = "", e_ident: identity = "" } = again.arguments;
    for (const entry of handshakes(later, "client-finish")) {
      expect("static key after the new enlistment", entry.fields["staticKey"], entry).is(authkey);
    }
    for (const entry of uploads(later)) {
      const uploaded = toHex(bytesIn(childOf(entry.node, "identity")) ?? new Uint8Array());
      expect("identity key after the new enlistment", uploaded, entry).is(identity);
    }
  },
  hint: "A new enlistment replaces the keys of the account: from then on use those that it named, and no earlier ones.",
  mutants: { "enlists-again-with-other-key": "static key after the new enlistment" },
});
