import { bytesToUint } from "../../core/bytes.js";
import { appliedFaults } from "../kit/faults.js";
import { check, type Trace } from "../kit/index.js";
import { preKeysIn, uploads } from "../kit/keys.js";
import { deliveries, expectTaken, sealedMessages } from "../kit/texts.js";
import { untilLoggedIn, untilTaken } from "../kit/waiting.js";

export default check("m2-channel/key-upload-unanswered", {
  requirement: "M2-140",
  needs: ["text-receive"],
  async drive(context) {
    const { meta, provider, wait } = context;
    const bob = await meta.user();
    const alice = await provider.enlistedUser();
    meta.arm({ fault: "key-upload-unanswered", account: alice.login });
    // A client may count as connected only when its keys are there.
    const connecting = alice.tryConnect();
    const unanswered = await wait("fault", ({ event }) => event === "applied");
    meta.session(alice.login)?.drop();
    const connected = await connecting;
    if (unanswered === undefined) return;
    // Whether a client comes back by itself is judged by m2-channel/connection-lost.
    if (!connected.ok) await alice.tryConnect();
    await untilLoggedIn(context, { after: unanswered });
    const { id } = await bob.send(alice.login, { type: "text", text: "With a key of which you heard no more." });
    await untilTaken(context, alice, id);
  },
  reached(trace) {
    const ids = unconfirmedIds(trace);
    return sealedMessages(trace).filter(
      ({ inspection, messageId }) => ids.has(inspection?.preKeyId) && deliveries(trace, messageId).length > 0,
    );
  },
  judge({ expect, reached: [entry], trace }) {
    expectTaken(expect, trace, entry, "a message for a key whose upload was not confirmed");
  },
  hint: "Store private keys before you upload the public ones, and keep them when no answer comes: the server may have stored the keys and hands them out.",
  mutants: {
    "upload-zero-id": "retry receipts for a message for a key whose upload was not confirmed",
    "replaces-unconfirmed-keys": "retry receipts for a message for a key whose upload was not confirmed",
  },
});

/** Ids of the one-time pre-keys in the upload that the server did not answer. */
function unconfirmedIds(trace: Trace): ReadonlySet<number | undefined> {
  const upload = appliedFaults(trace).flatMap((fault) => uploads(trace.before(fault)).slice(-1))[0];
  const keys = upload === undefined ? [] : preKeysIn(upload);
  return new Set(keys.flatMap(({ id }) => (id === undefined ? [] : [bytesToUint(id)])));
}
