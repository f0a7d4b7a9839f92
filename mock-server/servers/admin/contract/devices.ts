import { Type } from "@sinclair/typebox";
import { list, object } from "../../../schema/schema.js";
import { address, hexKey, registrationId, signedPreKey, user } from "./components.js";
import { operations } from "./contract.js";

const params = object({ jid: address });

const linked = object({
  jid: Type.String({ description: "Address of the device" }),
  lid: Type.String({ description: "Its second address" }),
  signedIdentity: Type.String({ description: "Base64: what the device takes over, less its own signature" }),
  accountKey: Type.String({ description: "Base64: identity key of the phone" }),
});

export const foreignDevice = object({ noiseKey: hexKey(32), identityKey: hexKey(32), registrationId, signedPreKey });

export const device = object({
  jid: Type.String({ description: "With the device, but for phones" }),
  lid: Type.String({ description: "The same by its second address" }),
  simulated: Type.Boolean(),
  connected: Type.Boolean({ description: "Of a client: whether it is logged in; simulated ones always are" }),
  preKeysLeft: Type.Integer(),
  queued: Type.Integer({ description: "Stanzas that wait in the mailbox" }),
});

export const devices = operations("devices", "tenant", ({ get, post, remove }) => ({
  listDevices: get("/devices", {
    summary: "Lists the devices of WhatsApp users, phones among them",
    description: "Where the profile gives users several; otherwise there are none.",
    query: object({ user: Type.Optional(address) }),
    answer: { status: 200, description: "All, or those of the user", schema: object({ devices: list(device) }) },
  }),
  addDevice: post("/users/{jid}/devices", {
    summary: "Gives a WhatsApp user a further simulated device",
    params,
    answer: { status: 201, description: "The servers have its keys", schema: user },
  }),
  pairDevice: post("/users/{jid}/devices/pair", {
    summary: "Lets the user's phone scan the code that a client shows",
    description: "The client still has to answer; then it is sent away with 515, to come back as this device.",
    params,
    body: object({ code: Type.String({ minLength: 1, maxLength: 2000, description: "The text of the QR code" }) }),
    answer: { status: 201, description: "Scanned", schema: linked },
  }),
  adoptDevice: post("/users/{jid}/devices/adopt", {
    summary: "Makes a client whose keys exist already a device of the user",
    params,
    body: foreignDevice,
    answer: { status: 201, description: "It may log in", schema: linked },
  }),
  unlinkDevice: remove("/devices/{jid}", {
    summary: "Unlinks a device, as its user would on the phone",
    params,
    answer: { status: 204, description: "A live connection of it has been ended" },
  }),
}));
