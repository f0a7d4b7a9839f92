import { flag, integer, list, object, optional, text } from "../../../schema/shape.js";
import { address, hexKey } from "./components.js";
import { contract } from "./contract.js";
import { registrationId, signedPreKey } from "./keys.js";
import { user } from "./users.js";

const params = object({ jid: address });

const linked = object({
  jid: text({ description: "Address of the device" }),
  lid: text({ description: "Its second address" }),
  signedIdentity: text({ description: "Base64: what the device takes over, less its own signature" }),
  accountKey: text({ description: "Base64: identity key of the phone" }),
});

export const device = object({
  jid: text({ description: "With the device, but for phones" }),
  lid: text({ description: "The same by its second address" }),
  simulated: flag(),
  connected: flag({ description: "Of a client: whether it is logged in; simulated ones always are" }),
  preKeysLeft: integer(),
  queued: integer({ description: "Stanzas that wait in the mailbox" }),
});

export const listDevices = contract({
  id: "listDevices",
  tag: "devices",
  method: "get",
  path: "/devices",
  scope: "tenant",
  summary: "Lists the devices of WhatsApp users, phones among them",
  description: "Where the profile gives users several; otherwise there are none.",
  query: object({ user: optional(address) }),
  answer: { status: 200, description: "All, or those of the user", shape: object({ devices: list(device) }) },
});

export const addDevice = contract({
  id: "addDevice",
  tag: "devices",
  method: "post",
  path: "/users/{jid}/devices",
  scope: "tenant",
  summary: "Gives a WhatsApp user a further simulated device",
  params,
  answer: { status: 201, description: "The servers have its keys", shape: user },
});

export const pairDevice = contract({
  id: "pairDevice",
  tag: "devices",
  method: "post",
  path: "/users/{jid}/devices/pair",
  scope: "tenant",
  summary: "Lets the user's phone scan the code that a client shows",
  description: "The client still has to answer; then it is sent away with 515, to come back as this device.",
  params,
  body: object({ code: text({ minLength: 1, maxLength: 2000, description: "The text of the QR code" }) }),
  answer: { status: 201, description: "Scanned", shape: linked },
});

export const adoptDevice = contract({
  id: "adoptDevice",
  tag: "devices",
  method: "post",
  path: "/users/{jid}/devices/adopt",
  scope: "tenant",
  summary: "Makes a client whose keys exist already a device of the user",
  params,
  body: object({ noiseKey: hexKey(32), identityKey: hexKey(32), registrationId, signedPreKey }),
  answer: { status: 201, description: "It may log in", shape: linked },
});

export const unlinkDevice = contract({
  id: "unlinkDevice",
  tag: "devices",
  method: "delete",
  path: "/devices/{jid}",
  scope: "tenant",
  summary: "Unlinks a device, as its user would on the phone",
  params,
  answer: { status: 204, description: "A live connection of it has been ended" },
});
