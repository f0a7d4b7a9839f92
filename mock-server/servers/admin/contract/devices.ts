import { Type } from "@sinclair/typebox";
import { list, object } from "../../../schema/schema.js";
import { address, hexKey, registrationId, signedPreKey, user } from "./components.js";
import { operations } from "./contract.js";

const params = object({ jid: address });

const linked = object({
  jid: Type.String({ description: "Address of the device" }),
  lid: Type.String({ description: "Second address of the device" }),
  signedIdentity: Type.String({
    description: "Base64: the signed device identity, to which the device adds its own signature",
  }),
  accountKey: Type.String({ description: "Base64: the identity key of the phone" }),
});

export const foreignDevice = object({ noiseKey: hexKey(32), identityKey: hexKey(32), registrationId, signedPreKey });

export const device = object({
  jid: Type.String({ description: "Address with the device number; of a phone, without" }),
  lid: Type.String({ description: "Second address, in the same form" }),
  simulated: Type.Boolean(),
  connected: Type.Boolean({ description: "Whether the client is logged in; simulated devices always are" }),
  preKeysLeft: Type.Integer(),
  queued: Type.Integer({ description: "Number of stanzas in the mailbox" }),
});

export const devices = operations("devices", "tenant", ({ get, post, remove }) => ({
  listDevices: get("/devices", {
    summary: "Lists the devices of WhatsApp users, with their phones",
    description: "Empty unless the profile gives users several devices.",
    query: object({ user: Type.Optional(address) }),
    answer: {
      status: 200,
      description: "All devices, or those of the user",
      schema: object({ devices: list(device) }),
    },
  }),
  addDevice: post("/users/{jid}/devices", {
    summary: "Adds a simulated device to a WhatsApp user",
    params,
    answer: { status: 201, description: "Added; the servers have its keys", schema: user },
  }),
  pairDevice: post("/users/{jid}/devices/pair", {
    summary: "Scans the code that a client shows, with the phone of the user",
    description:
      "The client must still answer. Then the server closes its connection with 515, and the client reconnects as this device.",
    params,
    body: object({ code: Type.String({ minLength: 1, maxLength: 2000, description: "The text of the QR code" }) }),
    answer: { status: 201, description: "Scanned", schema: linked },
  }),
  adoptDevice: post("/users/{jid}/devices/adopt", {
    summary: "Makes an existing client a device of the user, by its keys",
    params,
    body: foreignDevice,
    answer: { status: 201, description: "The client may log in", schema: linked },
  }),
  unlinkDevice: remove("/devices/{jid}", {
    summary: "Unlinks a device, as its user does on the phone",
    params,
    answer: { status: 204, description: "Unlinked; a live connection of the device is closed" },
  }),
}));
