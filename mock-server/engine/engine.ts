import type { Profile } from "../../profiles/profile.js";
import type { FaultBoard } from "../faults/board.js";
import { Outbox } from "../faults/outbox.js";
import type { MediaHost } from "../media/store.js";
import { type Account, addressIn } from "./account.js";
import { Accounts, Pairings } from "./accounts.js";
import { addDevice, unlink } from "./devices.js";
import { Groups } from "./groups.js";
import type { MailSpace } from "./mailbox.js";
import { routeMessage } from "./messages.js";
import { handleUnpaired, offerAccount, startPairing } from "./pairing.js";
import { routeChatstate, setPresence } from "./presence.js";
import { routeReceipt, settle } from "./receipts.js";
import { handleIq, isAnswered, refuseViolation } from "./requests.js";
import { connect, disconnect, endStream, enlist, expire, join, leave, opt, unenlist } from "./sessions.js";
import { type Handler, type Shared, Turn } from "./turn.js";
import type { AccountView, DeviceView, Effect, Engine, EngineEvent, Origin } from "./types.js";

export interface EngineDeps {
  readonly profile: Profile;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly faults: Pick<FaultBoard, "apply">;
  /** Undefined if there is none. */
  readonly mediaHost: () => MediaHost | undefined;
}

type StanzaEvent = Extract<EngineEvent, { type: "stanza" }>;

/** By tag. Stanzas with other tags are recorded and have no effect. */
const handlers: ReadonlyMap<string, Handler> = new Map([
  ["iq", handleIq],
  ["message", routeMessage],
  ["receipt", routeReceipt],
  ["ack", settle],
  ["chatstate", routeChatstate],
  ["presence", setPresence],
  ["xmlstreamend", endStream],
]);

/** How often expiry is checked. Everything that expires does so after days. */
const expiryMs = 1000;

export function createEngine({ profile, now, faults, mediaHost }: EngineDeps): Engine {
  const accounts = new Accounts();
  let ids = 0;
  let expiredAt = Number.NEGATIVE_INFINITY;
  const pairings = new Pairings();
  const groups = new Groups();
  const space: MailSpace = { bytes: 0 };
  const outbox = new Outbox(faults);
  const nextId = (): string => String(++ids);
  const shared: Shared = { profile, accounts, faults, pairings, groups, space, outbox, mediaHost, nextId };

  function handle(event: EngineEvent): readonly Effect[] {
    const turn = new Turn(shared, now(), event.type === "stanza" ? event.entry : 0);
    if (event.type === "stanza") handleStanza(turn, event);
    else handleChange(turn, event);
    return turn.effects;
  }

  function handleChange(turn: Turn, event: Exclude<EngineEvent, StanzaEvent>): void {
    // Expiry visits every account: at each login it would make the cost of many logins quadratic.
    if (event.type === "tick" || Math.abs(turn.now - expiredAt) >= expiryMs) {
      expire(turn);
      expiredAt = turn.now;
    }
    switch (event.type) {
      case "account-enlisted":
        return enlist(turn, event.account);
      case "account-removed":
        return unenlist(turn, event.login);
      case "connected":
        return connect(turn, event);
      case "disconnected":
        return pairings.remove(event.connection) ? undefined : disconnect(turn, event.connection);
      case "user-joined":
        return join(turn, event.jid, event.person);
      case "user-left":
        return leave(turn, event.jid);
      case "pairing-started":
        return startPairing(turn, event.connection, event.companion, event.refs);
      case "pairing-offered":
        return offerAccount(turn, event.ref, event.offer, event.sealedIdentity);
      case "device-added":
        return void addDevice(turn, event.device);
      case "device-removed":
        return unlink(turn, accounts.at(event.jid));
      case "user-opted":
        return opt(turn, event.jid, event.in);
      case "tick":
        return undefined;
    }
  }

  function handleStanza(turn: Turn, { from, node, valid }: StanzaEvent): void {
    const pairing = from.kind === "connection" ? pairings.on(from.connection) : undefined;
    if (pairing !== undefined) return handleUnpaired(turn, pairing, node);
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

  function deviceView(account: Account): DeviceView {
    const { noiseKey, connection, preKeysLeft, mailbox } = account;
    const [jid, lid] = [addressIn(account, "phone"), addressIn(account, "lid")];
    return { jid, lid, ...(noiseKey && { noiseKey }), connection, preKeysLeft, queued: mailbox.size };
  }

  return {
    handle,
    account: (login) => view(accounts.at(login)),
    accounts: () => [...accounts].flatMap((account) => view(account) ?? []),
    device(address) {
      const account = accounts.at(address);
      return account?.noiseKey && { ...deviceView(account), noiseKey: account.noiseKey };
    },
    devices: () => [...accounts].filter(({ person }) => person !== undefined).map(deviceView),
    companion: (ref) => pairings.withRef(ref)?.companion,
    nextDevice: (phone) => accounts.person(phone)?.nextDevice(),
    knows: (stanza) => isAnswered(stanza) && (stanza.tag === "ib" || handlers.has(stanza.tag)),
    reset(keepAccounts = false) {
      if (keepAccounts) accounts.startOver();
      else accounts.clear();
      pairings.clear();
      groups.clear();
      outbox.clear();
    },
  };
}
