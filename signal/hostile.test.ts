import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { utf8 } from "../core/bytes.js";
import { seededRandom } from "../runtime/random.js";
import { type PreKeyBundle, type SignalAccount, type SignalMessage, sessionEngineNames } from "./account.js";
import { addressOf } from "./address.js";
import { loadSessionEngine } from "./engine.js";
import { SignalError } from "./errors.js";
import { createSenderKeys } from "./sender-keys/sender-keys.js";

// What is read was right once and has been damaged. Either it opens as what it was, or the error is ours.

const [alice, bob] = [addressOf("1@lid"), addressOf("2@lid")];
const text = utf8("hello");

const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.uint8Array({ maxLength: 3 })), {
  minLength: 1,
  maxLength: 3,
});

function damaged(bytes: Uint8Array, list: readonly (readonly [number, number, Uint8Array])[]): Uint8Array {
  const copy = [...bytes];
  for (const [at, lost, inserted] of list) copy.splice(at % (copy.length + 1), lost, ...inserted);
  return Uint8Array.from(copy);
}

async function outcome(read: Promise<Uint8Array>): Promise<"read" | "refused"> {
  try {
    expect(await read).toEqual(text);
    return "read";
  } catch (thrown) {
    if (thrown instanceof SignalError) return "refused";
    throw thrown;
  }
}

describe.each(sessionEngineNames)("%s", (name) => {
  let writer: SignalAccount;
  let reader: SignalAccount;
  let first: SignalMessage;
  let bundle: PreKeyBundle;

  beforeAll(async () => {
    const engine = await loadSessionEngine(name);
    [writer, reader] = [engine.createAccount(), engine.createAccount()];
    reader.generatePreKeys(1, 2);
    bundle = reader.bundle(2);
    await writer.openSession(bob, reader.bundle(1));
    first = await writer.encrypt(bob, text);
  });

  const opened = async (message: SignalMessage): Promise<Uint8Array> =>
    (await reader.decrypt(alice, message)).plaintext;

  test("damaged first messages, and then damaged later ones", async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.constantFrom("pkmsg" as const, "msg" as const), async (list, type) => {
        await outcome(opened({ type, bytes: damaged(first.bytes, list) }));
      }),
    );
    // A change may have been none, so the message may have been read already.
    await outcome(opened(first));
    await writer.decrypt(bob, await reader.encrypt(alice, text));
    const later = await writer.encrypt(bob, text);
    expect(later.type).toBe("msg");
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        await outcome(opened({ type: "msg", bytes: damaged(later.bytes, list) }));
      }),
    );
    // Whatever was tried, the session goes on.
    expect(await opened(await writer.encrypt(bob, text))).toEqual(text);
  });

  test("damaged bundles", async () => {
    const parts = fc.constantFrom("identity", "signed", "signature", "one-time");
    await fc.assert(
      fc.asyncProperty(changes, parts, async (list, part) => {
        const change = (wanted: string, bytes: Uint8Array) => (wanted === part ? damaged(bytes, list) : bytes);
        const { identityKey, signedPreKey, preKey } = bundle;
        const changed: PreKeyBundle = {
          ...bundle,
          identityKey: change("identity", identityKey),
          signedPreKey: {
            ...signedPreKey,
            publicKey: change("signed", signedPreKey.publicKey),
            signature: change("signature", signedPreKey.signature),
          },
          ...(preKey && { preKey: { ...preKey, publicKey: change("one-time", preKey.publicKey) } }),
        };
        const stranger = addressOf("9@lid");
        const tried = writer.openSession(stranger, changed).then(() => text);
        await outcome(tried);
        writer.deleteSession(stranger);
      }),
    );
  });
});

test("damaged sender keys and group messages", async () => {
  const [sender, receiver] = [createSenderKeys(seededRandom("sender")), createSenderKeys(seededRandom("receiver"))];
  const distribution = sender.distribution("group");
  receiver.process("group", "sender", distribution);
  const message = sender.encrypt("group", text);
  await fc.assert(
    fc.asyncProperty(changes, fc.boolean(), async (list, inDistribution) => {
      const read = async (): Promise<Uint8Array> => {
        if (!inDistribution) return receiver.decrypt("group", "sender", damaged(message, list));
        receiver.process("group", "another", damaged(distribution, list));
        return text;
      };
      await outcome(read());
    }),
  );
  expect(receiver.decrypt("group", "sender", sender.encrypt("group", text))).toEqual(text);
});
