import type { Clock } from "../../../core/clock.js";
import type { Random } from "../../../core/random.js";
import type { ChainPlan } from "../../../faults/hooks.js";
import { flipLastByte } from "../../../faults/stanza-edits.js";
import { encodeChain, issueCertificates } from "../../../protocol/noise/certificate.js";
import { generateKeyPair, type KeyPair } from "../../../protocol/noise/keys.js";
import type { FaultBoard } from "../../faults/board.js";
import type { Secrets } from "../../side/secrets.js";

/** The chat server's keys, and the chain that proves them to clients who know the root. */
export interface ServerIdentity {
  readonly staticKey: KeyPair;
  /** Public, 32 bytes. */
  readonly rootKey: Uint8Array;
  /** Payload of ServerHello: an encoded chain. */
  chain(connection: string): Uint8Array;
}

export interface ServerIdentityDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly faults: FaultBoard;
  readonly validityDays: number;
  readonly secrets: Pick<Secrets, "add">;
}

const secondsPerDay = 86_400;

export function createServerIdentity({
  clock,
  random,
  faults,
  validityDays,
  secrets,
}: ServerIdentityDeps): ServerIdentity {
  const root = generateKeyPair(random);
  const intermediate = generateKeyPair(random);
  const staticKey = generateKeyPair(random);
  for (const [name, { privateKey }] of Object.entries({ root, intermediate, static: staticKey })) {
    secrets.add(`${name} key of the chat server`, privateKey);
  }
  let sound: { readonly plan: ChainPlan; readonly encoded: Uint8Array } | undefined;

  function soundChain(): { readonly plan: ChainPlan; readonly encoded: Uint8Array } {
    const now = Math.floor(clock.now() / 1000);
    if (sound === undefined || now > sound.plan.validity.notAfter) {
      // The clock of a provider may be behind; a day also covers every time zone mistake.
      const validity = { notBefore: now - secondsPerDay, notAfter: now + validityDays * secondsPerDay };
      const plan: ChainPlan = { root, intermediate, leafKey: staticKey.publicKey, validity };
      sound = { plan, encoded: issue(plan, random) };
    }
    return sound;
  }

  return {
    staticKey,
    rootKey: root.publicKey,
    chain(connection) {
      const { plan, encoded } = soundChain();
      const asked = faults.apply("certificate-chain", plan, { connection });
      return asked === plan ? encoded : issue(asked, random);
    },
  };
}

function issue({ spoil, cut, empty, ...plan }: ChainPlan, random: Random): Uint8Array {
  if (empty === true) return new Uint8Array(0);
  const chain = { ...issueCertificates({ ...plan, random }) };
  if (spoil !== undefined) chain[spoil] = { ...chain[spoil], signature: flipLastByte(chain[spoil].signature) };
  if (cut !== undefined) chain[cut] = { ...chain[cut], signature: chain[cut].signature.subarray(0, -1) };
  return encodeChain(chain);
}
