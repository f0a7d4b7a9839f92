import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { Journal } from "../../harness/ports/journal.js";
import type { Profile } from "../../profiles/profile.js";
import { serverAddress } from "../../protocol/ids/jid.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalAccount } from "../../signal/account.js";
import { createSenderKeys, type SenderKeys } from "../../signal/sender-keys/sender-keys.js";
import type { Dispatch } from "../engine/types.js";
import type { FaultBoard } from "../faults/board.js";
import { Outbox } from "../faults/outbox.js";
import type { HttpCallErrorCode } from "../http/errors.js";
import type { MediaHost, MediaStore } from "../media/store.js";
import type { Secrets } from "../side/secrets.js";
import { type AddressBook, createAddressBook } from "./address-book.js";
import { type Answers, createAnswers, createTurns, type Turns } from "./waiting.js";

/** Fetches files of providers, as Meta's media host does for its clients. */
export interface FileFetcher {
  /** Undefined for a path that names no file of a known provider. */
  fetch(
    path: string,
    request: { readonly method: "GET" | "HEAD"; readonly headers?: Readonly<Record<string, string>> },
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

/** What all simulated users share. */
export interface UserDeps {
  readonly profile: Profile;
  readonly journal: Journal;
  /** Real time, not the time that a suite moves: it limits waiting. */
  readonly clock: Clock;
  readonly random: Random;
  readonly faults: Pick<FaultBoard, "apply">;
  /** To the engine, which answers through `Users.deliver`. */
  readonly dispatch: Dispatch;
  readonly media: MediaStore;
  /** Fetches files of providers. */
  readonly proxy: FileFetcher;
  /** Gets every private identity key. */
  readonly secrets: Pick<Secrets, "add">;
  /** The media host of ordinary clients; undefined if there is none. */
  readonly mediaHost: () => Pick<MediaHost, "name"> | undefined;
  /**
   * Whether a device is under test, and not another simulated device of the same user. Faults act on messages to devices
   * under test, and the trace shows what was encrypted for them.
   */
  readonly underTest: (device: string) => boolean;
}

/** The user and the device that a simulated client is. */
export interface UserIdentity {
  /** By phone number. Includes the device, unless that is the phone. */
  readonly jid: string;
  /** The user's second address, without a device; absent if users have only one. */
  readonly lid?: string;
  /** The phone's signed statement about this device; the phone itself needs none. */
  readonly proof?: Uint8Array;
}

/** One user's keys and its connection to the server. */
export interface UserContext extends UserDeps {
  readonly jid: string;
  readonly lid: string | undefined;
  readonly identity: Uint8Array | undefined;
  readonly account: SignalAccount;
  readonly senderKeys: SenderKeys;
  readonly book: AddressBook;
  readonly answers: Answers;
  /**
   * Sending and opening take turns, because a ratchet advances one message at a time. Answers of the server wait for no
   * turn: the running task may need one.
   */
  readonly turns: Turns;
  /** For messages to devices under test. */
  readonly outbox: Outbox;
  readonly say: (stanza: StanzaNode) => void;
  /** Sends a request with a new id and waits for the answer, which may be an error. @throws UserError */
  readonly ask: (attrs: Readonly<Record<string, string>>, content: readonly StanzaNode[]) => Promise<StanzaNode>;
}

/** The servers are in the same process, so an answer that has not come by then will not come. */
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
    // It crosses no boundary, and it is valid: faults act later.
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
    turns: createTurns(),
    outbox: new Outbox(deps.faults),
    say,
    async ask(attrs, content) {
      const id = `${++requests}`;
      const answer = answers.wait(`iq ${id}`);
      say({ tag: "iq", attrs: { id, to: serverAddress, ...attrs }, content });
      return answer;
    },
  };
}
