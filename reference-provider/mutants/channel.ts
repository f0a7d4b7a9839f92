import { mutants } from "../behaviour/variant.js";
import { serverPingAnswer } from "../stanzas/requests.js";

export default mutants({
  "accepts-any-ping-answer": {
    sentence: "Takes the answer to any request for the answer to its ping",
    overrides: { channel: { answersPing: () => true } },
  },
  "ignores-dead-peer": {
    sentence: "Stays connected when its pings are not answered",
    overrides: { channel: { onSilence: "ignore" } },
  },
  "ignores-server-ping": {
    sentence: "Does not answer pings of the server",
    overrides: { channel: { serverPingAnswer: () => undefined } },
  },
  "impatient-with-pings": {
    sentence: "Gives up a connection when the answer to a ping takes a moment",
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
  "notices-by-content": {
    sentence: "Reads notifications by what they hold, whatever their type is",
    overrides: { channel: { readsNotification: () => true } },
  },
  "refuses-unknown-attributes": {
    sentence: "Does not answer a ping that holds more than it knows",
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
  "unknown-stanza-kills-connection": {
    sentence: "Hangs up at a stanza that it does not know",
    overrides: { channel: { onUnknownStanza: "close" } },
  },
});
