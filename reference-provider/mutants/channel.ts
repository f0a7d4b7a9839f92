import { mutants } from "../behaviour/variant.js";
import { serverPingAnswer } from "../stanzas/requests.js";

export default mutants({
  "accepts-any-ping-answer": {
    sentence: "Accepts the answer to any request as the answer to its ping",
    overrides: { channel: { answersPing: () => true } },
  },
  "ignores-dead-peer": {
    sentence: "Stays connected when its pings get no answer",
    overrides: { channel: { onSilence: "ignore" } },
  },
  "ignores-server-ping": {
    sentence: "Does not answer pings of the server",
    overrides: { channel: { serverPingAnswer: () => undefined } },
  },
  "impatient-with-pings": {
    sentence: "Gives up a connection when the answer to a ping is slightly late",
    overrides: { channel: { pingPatienceMs: (standard) => Math.ceil(standard / 5) } },
  },
  "never-pings": {
    sentence: "Sends no keep-alive pings",
    overrides: { channel: { keepAliveMs: () => undefined } },
  },
  "no-notification-ack": {
    sentence: "Does not acknowledge notifications",
    overrides: { channel: { notificationAck: () => undefined } },
  },
  "misses-success": {
    sentence: "Does not recognise the server's answer to its login, and gives up",
    overrides: { channel: { recognisesSuccess: false } },
  },
  "leaves-connection-open": {
    sentence: "Keeps the connection of a user who leaves, and opens a second one later",
    overrides: { channel: { closesWhenLeaving: false } },
  },
  "notices-by-content": {
    sentence: "Reads notifications by their content instead of their type",
    overrides: { channel: { readsNotification: () => true } },
  },
  "pings-only-when-idle": {
    sentence: "Sends no ping as long as the user sends something else",
    overrides: { channel: { sendingPutsOffPings: true } },
  },
  "refuses-unknown-attributes": {
    sentence: "Does not answer a ping with an unknown attribute",
    overrides: {
      channel: {
        serverPingAnswer: (request) => ("novelty" in request.attrs ? undefined : serverPingAnswer(request)),
      },
    },
  },
  "reuses-request-ids": {
    sentence: "Gives all its requests the same id",
    overrides: { channel: { requestId: () => "request" } },
  },
  "takes-any-stanza-as-ping-answer": {
    sentence: "Accepts any stanza with the id of its ping as the answer, also a receipt",
    overrides: { channel: { takesAnyStanzaAsAnswer: true } },
  },
  "unknown-stanza-kills-connection": {
    sentence: "Disconnects at an unknown stanza",
    overrides: { channel: { onUnknownStanza: "close" } },
  },
});
