import { check } from "../kit/index.js";
import { deletion } from "../scenarios/requests.js";

export default check("m5-deletion/new-keys", {
  requirement: "M5-04",
  scenario: deletion,
  // The second enlistment is that of the user who was deleted and came back.
  reached: (trace) => trace.of("enlistment", ({ outcome }) => "login" in outcome)[1],
  judge({ expect, reached: [again], trace }) {
    const [first] = trace.of("enlistment");
    const before = first?.arguments["e_ident"] ?? "";
    expect("identity key after deletion", again.arguments["e_ident"] ?? "none", again).isNot(before);
  },
  hint: "Delete the keys with the user: who comes back has new ones, and contacts are told.",
  mutants: { "keeps-keys-after-deletion": "identity key after deletion" },
});
