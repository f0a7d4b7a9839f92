import { check } from "../kit/index.js";
import { expectCatalogued } from "../kit/streams.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m2-channel/stanza-schema", {
  requirement: "M2-33",
  scenario: conversation,
  reached: (trace) => trace.stanzas.fromProvider.list,
  judge: ({ expect, reached }) => expectCatalogued(expect, reached),
  hint: "Send exactly the attributes and children that the stanza has: the server refuses surplus ones as well as missing ones (479).",
  mutants: {
    "extra-phash-attribute": "breaches of the stanza catalogue",
    "key-get-extra-attribute": "breaches of the stanza catalogue",
    "upload-prefixed-keys": "breaches of the stanza catalogue",
    "upload-without-signed-key": "breaches of the stanza catalogue",
    "enc-version-1": "breaches of the stanza catalogue",
  },
  lawful: ["attribute-order-reversed"],
});
