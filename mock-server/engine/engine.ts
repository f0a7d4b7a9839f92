import type { Profile } from "../../profiles/profile.js";
import type { FaultBoard } from "../faults/board.js";
import type { Account } from "./account.js";
import { Accounts } from "./accounts.js";
import { handlers } from "./handlers/index.js";
import { refuseViolation } from "./handlers/violation.js";
import { connect, disconnect, enlist, expire, join, leave, unenlist } from "./sessions.js";
import { type Shared, Turn } from "./turn.js";
import type { AccountView, Effect, Engine, EngineEvent, Origin } from "./types.js";

export interface EngineParts {
  readonly profile: Profile;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly faults: Pick<FaultBoard, "apply">;
}

type StanzaEvent = Extract<EngineEvent, { type: "stanza" }>;

export function createEngine({ profile, now, faults }: EngineParts): Engine {
  const accounts = new Accounts();
  let ids = 0;
  const shared: Shared = { profile, accounts, faults, nextId: () => String(++ids) };

  function handle(event: EngineEvent): readonly Effect[] {
    const turn = new Turn(shared, now(), event.type === "stanza" ? event.entry : 0);
    if (event.type === "stanza") handleStanza(turn, event);
    else handleChange(turn, event);
    return turn.effects;
  }

  function handleChange(turn: Turn, event: Exclude<EngineEvent, StanzaEvent>): void {
    expire(turn);
    switch (event.type) {
      case "account-enlisted":
        return enlist(turn, event.account);
      case "account-removed":
        return unenlist(turn, event.login);
      case "connected":
        return connect(turn, event.login, event.connection, event.passive);
      case "disconnected":
        return disconnect(turn, event.connection);
      case "user-joined":
        return join(turn, event.jid);
      case "user-left":
        return leave(turn, event.jid);
      case "tick":
        return undefined;
    }
  }

  function handleStanza(turn: Turn, { from, node, valid }: StanzaEvent): void {
    const sender = senderOf(from);
    if (sender === undefined) return;
    if (!valid && profile.stanza.onViolation === "reject") refuseViolation(turn, sender, node);
    else handlers.get(node.tag)?.(turn, sender, node);
  }

  function senderOf(from: Origin): Account | undefined {
    return from.kind === "connection" ? accounts.on(from.connection) : accounts.at(from.jid);
  }

  function view(account: Account | undefined): AccountView | undefined {
    if (account?.enlisted === undefined) return undefined;
    const { enlisted, connection, preKeysLeft, mailbox } = account;
    return { ...enlisted, connection, preKeysLeft, queued: mailbox.size };
  }

  return {
    handle,
    account: (login) => view(accounts.at(login)),
    accountOf: (userId) => view(accounts.ofUser(userId)),
    accounts: () => [...accounts].flatMap((account) => view(account) ?? []),
    loginOn: (connection) => accounts.on(connection)?.address,
    reset() {
      accounts.clear();
    },
  };
}
