import { check, type StanzaEntry } from "../kit/index.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m2-channel/request-ids", {
  requirement: "M2-71",
  scenario: conversation,
  reached(trace) {
    const requests = trace.stanzas.fromProvider.tag("iq").where(isRequest).list;
    return requests.length < 2 ? [] : requests;
  },
  judge({ expect, reached }) {
    for (const connection of new Set(reached.map((entry) => entry.connection))) {
      const requests = reached.filter((entry) => entry.connection === connection);
      const ids = requests.map(({ node }) => node.attrs["id"]);
      expect("ids of the requests of a connection", ids, requests.at(-1)).isUnique();
    }
  },
  hint: "Give each request an id that no other request of the connection has: it is all that tells you which one an answer answers.",
  mutants: { "reuses-request-ids": "ids of the requests of a connection" },
});

function isRequest({ node }: StanzaEntry): boolean {
  return node.attrs["type"] === "get" || node.attrs["type"] === "set";
}
