import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import { Recent } from "../../core/recent.js";
import type { Journal } from "../../harness/ports/journal.js";
import type { Profile } from "../../profiles/profile.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalAccount } from "../../signal/account.js";
import type { Dispatch } from "../engine/types.js";
import { createSenderKeys, type SenderKeys } from "../../signal/sender-keys/sender-keys.js";
import type { HttpCallErrorCode } from "../http/errors.js";
import type { FaultBoard } from "../faults/board.js";
import type { MediaStore, MediaHost } from "../media/store.js";
import type { Secrets } from "../side/secrets.js";
import { type AddressBook, createAddressBook } from "./address-book.js";
import { createAnswers, type Answers } from "./answers.js";

/** Fetches files of providers, as Meta's media host does for its clients. */
export interface FileFetcher {
  /** Undefined for a path that names no file of a known provider. */
  fetch(
    path: string,
    request: { readonly method: "GET" | "HEAD"; readonly range?: string },
    sink: { head(): void; body(bytes: Uint8Array, taken: () => void): void },
  ): FileFetch | undefined;
}

export interface FileFetch {
  /** Never rejects. Without `failure` the answer is complete. */
  readonly outcome: Promise<{
    readonly head: { readonly status: number } | undefined;
    readonly failure?: { readonly code: HttpCallErrorCode };
  }>;
  abort(code: HttpCallErrorCode): void;
}

/** What the simulated users have in common. */
export interface UserDeps {
  readonly profile: Profile;
  readonly journal: Journal;
  /** Real time, not the one that a suite moves: it bounds waiting. */
  readonly clock: Clock;
  readonly random: Random;
  readonly faults: Pick<FaultBoard, "apply">;
  /** To the engine, which answers through `Users.deliver`. */
  readonly dispatch: Dispatch;
  readonly media: MediaStore;
  /** Meta's way to files of providers. */
  readonly proxy: FileFetcher;
  /** Learns of every private identity key. */
  readonly secrets: Pick<Secrets, "add">;
  /** The media host of ordinary clients; undefined when there is none. */
  readonly mediaHost: () => Pick<MediaHost, "name"> | undefined;
  /**
   * Whether a device is under test. Faults act on what these get, and the trace tells what was sealed for them; other
   * devices of the same user are simulated.
   */
  readonly underTest: (device: string) => boolean;
}

/** Which of whose devices a simulated client is. */
export interface UserIdentity {
  /** By phone number; of a device other than the phone, with the device. */
  readonly jid: string;
  /** The user's second address, without a device; only where users have one. */
  readonly lid?: string;
  /** The phone's signed word for this device; the phone itself needs none. */
  readonly proof?: Uint8Array;
}

/** One user's keys and its line to the server. */
export interface UserContext extends UserDeps {
  readonly jid: string;
  readonly lid: string | undefined;
  readonly identity: Uint8Array | undefined;
  readonly account: SignalAccount;
  readonly senderKeys: SenderKeys;
  readonly book: AddressBook;
  readonly answers: Answers;
  readonly outbox: Outbox;
  readonly say: (stanza: StanzaNode) => void;
  /** Sends a request with an id of its own and waits for the answer, of whichever type. @throws UserError */
  readonly ask: (attrs: Readonly<Record<string, string>>, content: readonly StanzaNode[]) => Promise<StanzaNode>;
}

/** What faults remember about messages to devices under test. */
export interface Outbox {
  /** The `enc` of each message, whatever a fault made of it, by message id. */
  readonly sealedAs: Recent<string, StanzaNode>;
  /** Stanzas that wait until the next message has gone out. */
  heldBack: readonly StanzaNode[];
}

/** How many ciphertexts of the newest messages can be sent once more. */
const maximumRemembered = 1000;
/** The servers are in the same process; what has not come by then never will. */
const answerMs = 10_000;

export function createUserContext(
  deps: UserDeps,
  { jid, lid, proof }: UserIdentity,
  account: SignalAccount,
): UserContext {
  const book = createAddressBook();
  book.learn(jid, lid);
  const answers = createAnswers(deps.clock, answerMs);
  let requests = 0;

  function say(stanza: StanzaNode): void {
    // What a simulated user says crosses no boundary and is right by construction: faults act after all checks.
    deps.dispatch({ type: "stanza", from: { kind: "user", jid }, node: stanza, entry: 0, valid: true });
  }

  return {
    ...deps,
    jid,
    lid,
    identity: proof,
    account,
    senderKeys: createSenderKeys(deps.random),
    book,
    answers,
    outbox: { sealedAs: new Recent(maximumRemembered), heldBack: [] },
    say,
    async ask(attrs, content) {
      const id = `${++requests}`;
      const answer = answers.wait(`iq ${id}`);
      say({ tag: "iq", attrs: { id, to: deps.profile.stanza.whatsappServer, ...attrs }, content });
      return answer;
    },
  };
}
