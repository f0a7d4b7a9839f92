/** What the schemas do not say, for the page of stanzas. */
export interface Purpose {
  readonly says: string;
  /** What the receiver sends back. */
  readonly answer: string;
  /** The errors that the answer may carry, and why. */
  readonly errors?: string;
}

const acked = "An `ack` with the same id.";
const noAnswer = "Nothing.";
const messageErrors =
  "`404`: there is no such user. `463`: the user has not opted in; do not send again. `479`: the stanza does not fit this schema; do not send again.";
const requestErrors = "`iq-error` with `479`: the stanza does not fit this schema. `501`: the request is unknown.";

/** By direction and id of the entry. */
export const purposes: Readonly<Record<string, Purpose>> = {
  "from-client message": {
    says: "A message to one user. `enc` holds the output of the Signal session: `pkmsg` until the other side has answered, `msg` after that. The same `id` and `count` of 1 or more on an `enc` answer a retry request.",
    answer: "An `ack` of class `message`. The message counts as sent when it came without `error`.",
    errors: messageErrors,
  },
  "from-server message": {
    says: "A message from one user. With `offline` it comes from the queue.",
    answer:
      "A `receipt` if it opens, a `receipt-retry` if it does not, an `ack` with `error` if it can never be used. Every message is answered by one of them, or it comes again.",
    errors: "In the `ack`: `488` no `enc`, `491` the content is no message.",
  },
  "from-client group-message": {
    says: "A message to a group: the sender key for each member that lacks it, then one `skmsg` for all.",
    answer: "An `ack` of class `message`.",
    errors: "`403`: not a member. `404`: no such group. `479`: the stanza does not fit this schema.",
  },
  "from-client group-message-again": {
    says: "A message to a group, sent again to the one member that asked for it.",
    answer: "An `ack` of class `message`.",
  },
  "from-server group-message": {
    says: "A message of a member of a group. A `pkmsg` or `msg` beside the `skmsg` carries the sender key; open it first.",
    answer: "A `group-receipt` or `group-receipt-retry`.",
  },
  "from-client receipt-delivered": { says: "The message was opened and stored.", answer: acked },
  "from-client receipt-read": { says: "The user has read the message, and those in `list`.", answer: acked },
  "from-client receipt-retry": {
    says: "The message could not be opened: send it again. `registration` is the asker's registration id. From the second request on, `keys` holds a fresh bundle.",
    answer: acked,
  },
  "from-client receipt-media-retry": { says: "The file is gone: upload it again.", answer: acked },
  "from-server receipt-delivered": { says: "A message of yours was delivered.", answer: acked },
  "from-server receipt-read": { says: "Messages of yours were read or played.", answer: acked },
  "from-server receipt-retry": {
    says: "A message of yours could not be opened. Send it again with the same id and `count` on the `enc`. With `keys`, open a new session from them first.",
    answer: `${acked} Then the message again.`,
  },
  "from-server receipt-media-retry": { says: "A file of yours is gone for the receiver.", answer: acked },
  "from-client group-receipt": {
    says: "A message of a group was delivered or read; `participant` wrote it.",
    answer: acked,
  },
  "from-client group-receipt-retry": { says: "A message of a group could not be opened.", answer: acked },
  "from-server group-receipt": { says: "A member has your message.", answer: acked },
  "from-server group-receipt-retry": {
    says: "A member could not open your message. Send that member the sender key and the message again.",
    answer: `${acked} Then \`group-message-again\`.`,
  },
  "from-client ack": {
    says: "The client has taken over a receipt, a notification, or a call; with `class` `message`, only a message that it cannot use. It copies `id`, `type` and `participant`; `to` is the `from` of what it answers.",
    answer: noAnswer,
  },
  "from-server ack": {
    says: "The server has taken over a message or a receipt. With `error` it has refused it.",
    answer: noAnswer,
    errors: messageErrors,
  },
  "from-client group-ack": { says: "The same for what came from a group.", answer: noAnswer },
  "from-server group-ack": { says: "The same for what went to a group.", answer: noAnswer },
  "from-client iq-group-query": {
    says: "Asks for one group.",
    answer: "`iq-group`.",
    errors: "`403`: not a member. `404`: no such group.",
  },
  "from-client iq-group-list": { says: "Asks for all groups of the user.", answer: "`iq-groups`." },
  "from-server iq-group": { says: "One group and its members.", answer: noAnswer },
  "from-server iq-groups": { says: "All groups of the user.", answer: noAnswer },
  "from-server notification-group": {
    says: "A group was made, or its members or its name changed.",
    answer: "A `group-ack` of class `notification` with the same `type`.",
  },
  "from-client iq-encrypt-upload": {
    says: "Uploads the keys of the end-to-end encryption: after the first login, and whenever the server has few one-time pre-keys.",
    answer: "`iq-result`.",
    errors: requestErrors,
  },
  "from-client iq-encrypt-count": {
    says: "Asks how many one-time pre-keys the server has left.",
    answer: "`iq-encrypt-count-result`.",
    errors: requestErrors,
  },
  "from-server iq-encrypt-count-result": { says: "How many are left.", answer: noAnswer },
  "from-client iq-encrypt-keys": {
    says: "Asks for the bundles of users, to open sessions with them. `reason` says why a bundle is asked for again.",
    answer: "`iq-encrypt-keys-result`.",
    errors: requestErrors,
  },
  "from-server iq-encrypt-keys-result": {
    says: "One `user` for each that was asked for: the bundle, or an `error`. `key` is missing when the user has no one-time pre-key left.",
    answer: noAnswer,
    errors: "In `user`: `404`: there is no such user, or the user has no keys.",
  },
  "from-client iq-encrypt-digest": { says: "Asks which keys the server has.", answer: "`iq-encrypt-digest-result`." },
  "from-server iq-encrypt-digest-result": { says: "The keys and the ids of the one-time pre-keys.", answer: noAnswer },
  "from-client iq-encrypt-rotate": {
    says: "Replaces the signed pre-key. Keep the old one: messages that were made with it may still come.",
    answer: "`iq-result`.",
    errors: requestErrors,
  },
  "from-server notification-keys-low": {
    says: "Few one-time pre-keys are left.",
    answer: "An `ack` of class `notification`, and an `iq-encrypt-upload`.",
  },
  "from-server notification-identity-changed": {
    says: "A user has a new identity key. Forget the session; tell your user.",
    answer: "An `ack` of class `notification`.",
  },
  "from-client iq-blocklist-get": { says: "Asks whom the user has blocked.", answer: "`iq-blocklist-result`." },
  "from-client iq-blocklist-set": {
    says: "Blocks or unblocks one user.",
    answer: "`iq-result`.",
    errors: "`404`: there is no such user.",
  },
  "from-server iq-blocklist-result": { says: "Whom the user has blocked.", answer: noAnswer },
  "from-client iq-deletion": { says: "Removes the account at Meta.", answer: "`iq-result`; then the server closes." },
  "from-client iq-reachability": {
    says: "Tells a WhatsApp user that this user can now be reached.",
    answer: "`iq-result`.",
    errors: "`404`: there is no such user.",
  },
  "from-client presence-subscribe": { says: "Asks to hear whether a user is online.", answer: noAnswer },
  "from-client presence": { says: "The user is online or not.", answer: noAnswer },
  "from-server presence": { says: "A contact is online or not.", answer: noAnswer },
  "from-client chatstate": { says: "The user types, or has stopped.", answer: noAnswer },
  "from-server chatstate": { says: "A contact types, or has stopped.", answer: noAnswer },
  "from-server call": {
    says: "Somebody calls. Calls are not part of interoperability; answer so that it does not come again.",
    answer: "An `ack` of class `call`.",
  },
  "from-server success": { says: "The login was accepted. First stanza of every session.", answer: noAnswer },
  "from-server failure": {
    says: "The login was refused; the server closes. `reason` says why.",
    answer: "The client closes.",
    errors:
      "`401`: no such account, or another key than the enlisted one. `414`: the token was refused. `503`: try again later. All are in [timers and failures](timers.md).",
  },
  "from-server stream-error": {
    says: "The session ends.",
    answer: "The client closes.",
    errors: "`515`: connect again at once. `503`, `429`: later. `conflict`: another connection took over; stay away.",
  },
  "from-client stream-end": { says: "The client closes in order.", answer: noAnswer },
  "from-server stream-end": { says: "The server closes in order.", answer: noAnswer },
  "from-client iq-ping": { says: "Keep-alive.", answer: "`iq-result`." },
  "from-server iq-ping": {
    says: "Asks whether the client is still there.",
    answer: "`iq-result` to `s.whatsapp.net`.",
  },
  "from-client ib": { says: "Asks for so many stanzas of the queue.", answer: noAnswer },
  "from-server ib": {
    says: "Tells something by itself: with `offline`, the queue is at its end.",
    answer: noAnswer,
  },
  "from-client iq-dirty-clean": { says: "The client has brought itself up to date.", answer: "`iq-result`." },
  "from-client iq-passive": {
    says: "The client wants stanzas (`active`) or not (`passive`).",
    answer: "`iq-result`.",
  },
  "from-client iq-result": { says: "Answers a request of the server.", answer: noAnswer },
  "from-client iq-error": { says: "Refuses a request of the server.", answer: noAnswer },
  "from-server iq-result": { says: "A request was carried out.", answer: noAnswer },
  "from-server iq-error": { says: "A request was refused.", answer: noAnswer },
};
