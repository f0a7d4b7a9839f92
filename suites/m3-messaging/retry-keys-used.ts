import { check, childOf, type StanzaEntry } from "../kit/index.js";
import { keyIdIn } from "../kit/keys.js";
import { openedMessages } from "../kit/texts.js";
import { askedAgain, reachedAskedAgain, retryRequests } from "../scenarios/retries.js";

export default check("m3-messaging/retry-keys-used", {
  requirement: "M3-52",
  scenario: askedAgain,
  // Requests with keys that were answered.
  reached: (trace) =>
    reachedAskedAgain(trace).flatMap(({ messageId = "" }) =>
      retryRequests(trace, messageId).filter(
        (request) => givenKeyId(request) !== undefined && answerTo(openedMessages(trace.after(request)), messageId),
      ),
    ),
  judge({ expect, reached: [request], trace }) {
    const answer = answerTo(openedMessages(trace.after(request)), request.node.attrs["id"]);
    expect("kind of the message sent again", answer?.inspection?.kind, answer).is("pkmsg");
    expect("one-time key of the new session", answer?.inspection?.preKeyId, answer).is(givenKeyId(request));
  },
  hint: "Keys in a retry receipt say that the old session is of no use to the receiver: begin a new one with them.",
  mutants: {
    "ignores-retry-keys": "one-time key of the new session",
    "ignores-one-time-key": "one-time key of the new session",
  },
});

/** Id of the one-time pre-key that a retry receipt brings. */
function givenKeyId({ node }: StanzaEntry): number | undefined {
  return keyIdIn(childOf(childOf(node, "keys"), "key"));
}

function answerTo<Entry extends { readonly messageId: string }>(
  opened: readonly Entry[],
  id: string | undefined,
): Entry | undefined {
  return opened.find((entry) => entry.messageId === id);
}
