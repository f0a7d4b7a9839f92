import { serverAddress } from "../../protocol/ids/jid.js";
import { check, childOf, childrenOf } from "../kit/index.js";
import { keyFetches } from "../kit/keys.js";
import { expectCatalogued } from "../kit/streams.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m2-channel/key-fetch", {
  requirement: "M2-38",
  version: 2,
  scenario: conversation,
  reached: keyFetches,
  judge({ expect, reached, trace }) {
    const partners = new Set(trace.of("sealed").map((entry) => entry.user));
    for (const entry of reached) {
      expect("addressee of the key fetch", entry.node.attrs["to"], entry).is(serverAddress);
      const users = childrenOf(childOf(entry.node, "key"), "user").map((user) => user.attrs["jid"] ?? "");
      expect("users asked for", users, entry).isNotEmpty();
      if (partners.size > 0) expect("user asked for", users[0] ?? "", entry).isOneOf([...partners]);
    }
    expectCatalogued(expect, reached);
  },
  hint: "Fetch keys by an iq of type get in namespace encrypt, with one user element for each address.",
  mutants: { "key-get-extra-attribute": "breaches of the stanza catalogue" },
});
