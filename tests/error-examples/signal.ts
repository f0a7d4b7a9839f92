import { utf8 } from "../../core/bytes.js";
import { seededRandom } from "../../runtime/random.js";
import type { PreKeyBundle, SignalAccount, SignalMessage } from "../../signal/account.js";
import { addressOf } from "../../signal/address.js";
import { withOuterNumber } from "../../signal/edit.js";
import { sessionEngine } from "../../signal/engine.js";
import type { SignalErrorCode } from "../../signal/errors.js";
import { createSenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { translate } from "../../signal/sessions/operation.js";
import { example, type Examples } from "./example.js";

const engine = sessionEngine("x3dh-v3");
const ada = addressOf("900-10853634039893@interop");
const bea = addressOf("99931600000001@s.whatsapp.net");

/** Two accounts, the first of which has a session with the other and has sent one message through it. */
async function pair(): Promise<{
  readonly sender: SignalAccount;
  readonly receiver: SignalAccount;
  readonly first: SignalMessage;
}> {
  const sender = engine.createAccount();
  const receiver = engine.createAccount();
  receiver.generatePreKeys(1, 1);
  await sender.openSession(bea, receiver.bundle(1));
  return { sender, receiver, first: await sender.encrypt(bea, utf8("hello")) };
}

async function received(change: (message: SignalMessage) => SignalMessage): Promise<unknown> {
  const { receiver, first } = await pair();
  return receiver.decrypt(ada, change(first));
}

async function opened(change: (bundle: PreKeyBundle) => Partial<PreKeyBundle>): Promise<unknown> {
  const bundle = engine.createAccount().bundle();
  return engine.createAccount().openSession(bea, { ...bundle, ...change(bundle) });
}

/** What `change` makes of the byte at `index`, from the end when it is negative. */
function edited(bytes: Uint8Array, index: number, change: (byte: number) => number): Uint8Array {
  const at = index < 0 ? bytes.length + index : index;
  return bytes.map((byte, place) => (place === at ? change(byte) : byte));
}

export const signal: Examples<SignalErrorCode> = {
  "no-session": example("Something is encrypted for a contact before a session is open", () =>
    engine.createAccount().encrypt(bea, utf8("hello")),
  ),
  "bad-mac": example("A bit of a message was changed", () =>
    received(({ type, bytes }) => ({ type, bytes: edited(bytes, -20, (byte) => byte ^ 1) })),
  ),
  "bad-signature": example("A bit of a group message was changed", () => {
    const [sender, reader] = [createSenderKeys(seededRandom("a")), createSenderKeys(seededRandom("b"))];
    reader.process("1@g.us", "ada", sender.distribution("1@g.us"));
    return reader.decrypt(
      "1@g.us",
      "ada",
      edited(sender.encrypt("1@g.us", utf8("hello")), -1, (byte) => byte ^ 1),
    );
  }),
  "duplicate-message": example("A message comes a second time", async () => {
    const { receiver, first } = await pair();
    await receiver.decrypt(ada, first);
    return receiver.decrypt(ada, first);
  }),
  "unknown-pre-key": example("A message uses a one-time pre-key that was never made", async () => {
    const { first } = await pair();
    return engine.createAccount().decrypt(ada, first);
  }),
  "unknown-signed-pre-key": example("A message names a signed pre-key of nobody", () =>
    received(({ type, bytes }) => ({ type, bytes: withOuterNumber(bytes, "signedPreKeyId", 77) })),
  ),
  "malformed-message": example("A msg is a single byte", () =>
    received(() => ({ type: "msg", bytes: Uint8Array.of(0x33) })),
  ),
  "unsupported-version": example("A message says version 4", () =>
    received(({ type, bytes }) => ({ type, bytes: edited(bytes, 0, () => 0x44) })),
  ),
  "bad-signed-pre-key-signature": example("A bit of the signature in a bundle was changed", () =>
    opened(({ signedPreKey }) => ({
      signedPreKey: { ...signedPreKey, signature: edited(signedPreKey.signature, 3, (byte) => byte ^ 1) },
    })),
  ),
  "malformed-bundle": example("The identity key in a bundle has 31 bytes", () =>
    opened(() => ({ identityKey: new Uint8Array(31) })),
  ),
  "bad-key-id": example("Pre-keys are numbered from 0", () => engine.createAccount().generatePreKeys(0, 1)),
  "bad-address": example("A session is named by something that is no address", () => addressOf("ada")),
  "malformed-state": example("Another program's file is imported", () => engine.importAccount(utf8("{}"))),
  "unknown-engine": example("The profile names an engine that does not exist", () => sessionEngine("pigeon")),
  "signal-failure": example("libsignal fails in a way that nobody foresaw", () =>
    translate({ ErrorCode: { DuplicatedMessage: 1 } }, "Encrypt", new Error("thread panicked")),
  ),
};
