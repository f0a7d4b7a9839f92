import { concat, toBase64, toBase64Url, toHex, uintToBytes } from "../../core/bytes.js";
import { binaryArguments, encodeEnlistment, type EnlistmentFields } from "../../protocol/enlistment/request.js";
import { keyPairFromPrivate } from "../../protocol/noise/keys.js";
import { sign } from "../../protocol/xeddsa/xeddsa.js";
import { type EnlistmentBehaviour, formRequest, lawfulEnlistment } from "../behaviour/enlistment.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

type Edit = (form: URLSearchParams, fields: EnlistmentFields) => void;

/** The lawful request with a changed form. */
function edited(edit: Edit): EnlistmentBehaviour["request"] {
  return (fields) => {
    const form = new URLSearchParams(encodeEnlistment(fields));
    edit(form, fields);
    return formRequest(form.toString());
  };
}

function enlistsWith(edit: Edit): Overrides {
  return { enlistment: { request: edited(edit) } };
}

const madeUpLogin = "900-10000000000001@interop";

/** A known private key takes the place of the real one, which never leaves the Signal library. */
const identity = keyPairFromPrivate(new Uint8Array(32).fill(0x42));

export default mutants({
  "enlist-as-json": {
    sentence: "Sends the enlistment as JSON",
    overrides: {
      enlistment: {
        request: (fields) => ({
          contentType: "application/json",
          body: JSON.stringify(Object.fromEntries(new URLSearchParams(encodeEnlistment(fields)))),
        }),
      },
    },
  },
  "enlist-little-endian-id": {
    sentence: "Writes the registration id and the key id with the lowest byte first",
    overrides: enlistsWith((form, { registrationId, signedPreKey }) => {
      form.set("e_regid", toBase64Url(uintToBytes(registrationId, 4).reverse()));
      form.set("e_skey_id", toBase64Url(uintToBytes(signedPreKey.id, 3).reverse()));
    }),
  },
  "enlist-little-endian-key-id": {
    sentence: "Writes the id of the signed pre-key with the lowest byte first",
    overrides: enlistsWith((form, { signedPreKey }) =>
      form.set("e_skey_id", toBase64Url(uintToBytes(signedPreKey.id, 3).reverse())),
    ),
  },
  "enlist-omits-registration-id": {
    sentence: "Leaves the registration id out of the enlistment",
    overrides: enlistsWith((form) => form.delete("e_regid")),
  },
  "enlist-padded-base64": {
    sentence: "Pads the base64 of its enlistment arguments",
    overrides: enlistsWith((form) => {
      for (const name of binaryArguments) {
        const value = form.get(name) ?? "";
        form.set(name, value.padEnd(Math.ceil(value.length / 4) * 4, "="));
      }
    }),
  },
  "enlist-prefixed-identity": {
    sentence: "Enlists the identity key with its type byte, 33 bytes in all",
    overrides: enlistsWith((form, { identityKey }) =>
      form.set("e_ident", toBase64Url(concat(Uint8Array.of(5), identityKey))),
    ),
  },
  "enlist-repeats-argument": {
    sentence: "Names its registration id twice in the enlistment",
    overrides: enlistsWith((form) => form.append("e_regid", form.get("e_regid") ?? "")),
  },
  "enlist-short-registration-id": {
    sentence: "Enlists the registration id in two bytes instead of four",
    overrides: enlistsWith((form) => {
      const whole = Buffer.from(form.get("e_regid") ?? "", "base64url");
      form.set("e_regid", toBase64Url(whole.subarray(2)));
    }),
  },
  "enlist-signature-over-32-bytes": {
    sentence: "Signs the signed pre-key without its type byte",
    overrides: {
      enlistment: {
        request: (fields) => {
          const { id, publicKey } = fields.signedPreKey;
          const signature = sign(identity.privateKey, publicKey, new Uint8Array(64));
          const signedPreKey = { id, publicKey, signature };
          return formRequest(encodeEnlistment({ ...fields, identityKey: identity.publicKey, signedPreKey }));
        },
      },
    },
  },
  "enlist-standard-base64": {
    sentence: "Writes its enlistment arguments in base64 with + and /",
    overrides: enlistsWith((form) => {
      for (const name of binaryArguments) {
        const bytes = Buffer.from(form.get(name) ?? "", "base64url");
        form.set(name, toBase64(bytes).replace(/=+$/, ""));
      }
    }),
  },
  "enlist-wrong-key-type": {
    sentence: "Enlists its keys with another key type than Curve25519",
    overrides: enlistsWith((form) => form.set("e_keytype", toBase64Url(Uint8Array.of(4)))),
  },
  "enlist-zero-signature": {
    sentence: "Sends 64 zero bytes as the signature of the signed pre-key",
    overrides: enlistsWith((form) => form.set("e_skey_sig", toBase64Url(new Uint8Array(64)))),
  },
  "enlists-again-with-other-key": {
    sentence: "Enlists a user again with a Noise key that its client does not have",
    overrides() {
      const enlisted = new Set<string>();
      const withOtherKey = edited((form) => form.set("authkey", toBase64Url(new Uint8Array(32).fill(9))));
      return {
        enlistment: {
          request(fields) {
            const known = enlisted.has(toHex(fields.authKey));
            enlisted.add(toHex(fields.authKey));
            return known ? withOtherKey(fields) : lawfulEnlistment.request(fields);
          },
        },
      };
    },
  },
  "enlists-despite-server-error": {
    sentence: "Treats a server error as a successful enlistment",
    overrides: {
      enlistment: {
        readReply: (status, body) =>
          status >= 500 ? { status: "ok", login: madeUpLogin } : lawfulEnlistment.readReply(status, body),
      },
    },
  },
  "enlists-nobody": {
    sentence: "Waits for Meta to enlist its users instead of asking Meta",
    overrides: { enlistment: { loginWithoutAsking: madeUpLogin } },
  },
  "enlists-once": {
    sentence: "Does not enlist a user a second time",
    overrides: { enlistment: { repeats: false } },
  },
  "makes-up-login": {
    sentence: "Treats an enlistment as successful although the answer names no login",
    overrides: {
      enlistment: {
        readReply(status, body) {
          try {
            return lawfulEnlistment.readReply(status, body);
          } catch (thrown) {
            if (status !== 200) throw thrown;
            return { status: "ok", login: madeUpLogin };
          }
        },
      },
    },
  },
  "trusts-http-200": {
    sentence: "Treats every HTTP 200 as a successful enlistment",
    overrides: {
      enlistment: {
        readReply(status, body) {
          const reply = lawfulEnlistment.readReply(status, body);
          return status === 200 && reply.status === "fail" ? { status: "ok", login: madeUpLogin } : reply;
        },
      },
    },
  },
});
