import { handshakes } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { hexIn, uploads } from "../kit/keys.js";

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
    const { authkey = "", e_ident: identity = "" } = again.arguments;
    for (const entry of handshakes(trace.after(again), "client-finish")) {
      expect("static key after the new enlistment", entry.fields["staticKey"], entry).is(authkey);
    }
    // m2-channel/key-upload-identity judges a client that uploads another identity from the start.
    const enlistedFirst = trace.of("enlistment")[0]?.arguments["e_ident"];
    if (uploads(trace.before(again)).some((entry) => hexIn(entry.node, "identity") !== enlistedFirst)) return;
    for (const entry of uploads(trace.after(again))) {
      expect("identity key after the new enlistment", hexIn(entry.node, "identity"), entry).is(identity);
    }
  },
  hint: "A new enlistment replaces the keys of the account: from then on use those that it named, and no earlier ones.",
  mutants: { "enlists-again-with-other-key": "static key after the new enlistment" },
});
