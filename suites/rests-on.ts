/** What a value of the profile decides beyond single checks: if it is wrong, all that follows fails as well. */
export type Gate = "enlistment" | "connection" | "message" | "file" | "push";

/** What would change its verdict if Meta's value is another one. */
export interface RestsOn {
  /** Selectors: requirement ids or check ids. */
  readonly selectors: readonly string[];
  readonly gate?: Gate;
  /** Why no check rests on it, or how the value comes into play. */
  readonly note?: string;
}

const ordinaryClientsOnly = "Only ordinary clients meet it";
const shortened = "Runs use the shortened times of provider.configure, so this value changes no verdict";

/**
 * By path in the profile. Written by hand, because most values act in the simulated endpoint and not in a check. Tests compare
 * it with the profile's fields, and with what checks read while they judge.
 */
export const restsOn: Readonly<Record<string, RestsOn>> = {
  "integrator.id": on(["M1-18", "M2-08", "M4-08"], "connection"),
  "integrator.slug": on(["M1-40", "M4-08"], "enlistment"),
  "token.algorithms": on(["M1-02", "M1-06"], "enlistment"),
  "token.minimumRsaBits": on(["M1-03"]),
  "token.maximumBytes": on(["M1-08"]),
  "token.maximumLifetimeSeconds": on(["M1-09"]),
  "token.clockSkewSeconds": on(["M1-09", "M1-41"]),
  "token.issuerClaim": on(["M1-40", "M2-06"], "enlistment"),
  "token.identifierClaim": on(["M1-07", "M1-40", "M2-06"], "enlistment"),
  "token.audience": on(["M1-40", "M2-06"], "enlistment"),
  "token.versionClaim": on(["M1-40", "M2-06"], "enlistment"),
  "keySet.cacheSeconds": on(["M1-10"]),
  "keySet.fetchTimeoutMs": on(["M1-01"], "enlistment"),
  "keySet.maximumBytes": on(["M1-01"], "enlistment"),
  "keySet.refetchOnUnknownKeyId": on(["M1-10"]),
  "enlistment.path": none("The driver is told the whole address, so no check reads it"),
  "enlistment.furtherArguments": on(["M1-12"], "enlistment"),
  "enlistment.reasons.unknownIntegrator": none("A client need not know the reasons: M1-17 looks at the status"),
  "enlistment.reasons.badToken": none("A client need not know the reasons: M1-17 looks at the status"),
  "enlistment.reasons.badArguments": none("A client need not know the reasons: M1-17 looks at the status"),
  "enlistment.reasons.badVersion": none("A client need not know the reasons: M1-17 looks at the status"),
  "accounts.model": on(["M2-38", "M3-03"], "message"),
  "accounts.login": on(["M1-18", "M2-05", "M2-08"], "connection"),
  "accounts.pairingReferences": none(ordinaryClientsOnly),
  "accounts.readReceipts": none(ordinaryClientsOnly),
  "channel.path": none("The driver is told the whole address, so no check reads it"),
  "channel.protocolVersion": on(["M1-40", "M2-06"], "enlistment"),
  "channel.wire": on(["M2-33"], "connection"),
  "channel.noise": on(["M2-02", "M2-09", "M2-90"], "connection"),
  "channel.header": on(["M2-01"], "connection"),
  "channel.maximumFrameBytes": on(["M2-56"]),
  "channel.product": on(["M2-08"], "connection"),
  "channel.certificateValidityDays": on(["M2-13", "M2-53"]),
  "channel.firstFrameMs": none("The pause only helps clients that are late; no check needs it"),
  "channel.handshakeTimeoutMs": none("It is the patience of the endpoint; for M2-17 runs use shortened times"),
  "channel.keepAliveMs": none(shortened),
  "channel.replyMs": none(shortened),
  "channel.reconnectMs": none(shortened),
  "channel.failures.badRequest": on(["M2-08"]),
  "channel.failures.unknownAccount": on(["M3-89"]),
  "channel.failures.badToken": on(["M2-06", "M2-47"]),
  "channel.failures.wrongStaticKey": on(["M2-04"]),
  "channel.failures.temporarilyUnavailable": on(["M2-27", "M2-78"]),
  "channel.finalFailures": on(["M2-26"]),
  "channel.passingFailures": on(["M2-27", "M2-78"]),
  "channel.finalStreamErrors": on(["M2-65"]),
  "channel.passingStreamErrors": on(["M2-48"]),
  "channel.rateLimitPauses": on(["M2-66"]),
  "stanza.judgedBy": on(["M2-33", "M2-38", "G-23"]),
  "stanza.unknownRequest": on(["M2-33"]),
  "stanza.onViolation": on(["M2-33"], "connection"),
  "stanza.violationCode": on(["M3-27", "M3-39"]),
  "stanza.interopJid": on(["M2-62", "M2-63"], "message"),
  "stanza.whatsappServer": on(["M2-38", "M3-11", "M4-90"], "message"),
  "stanza.maximumBytes": on(["M2-33"]),
  "stanza.maximumDepth": on(["M2-33"]),
  "stanza.maximumInflatedBytes": on(["M2-33"]),
  "keys.lowWater": on(["M2-37", "M2-68"]),
  "keys.maximumUpload": on(["M2-34"], "message"),
  "session.engine": on(["M3-03", "M3-04"], "message"),
  "session.kyberKeyTag": on(["M3-63", "M3-64"]),
  "session.firstByte": on(["M3-04", "M3-54"]),
  "session.skippedMessages": on(["M3-49"]),
  "session.maximumJump": on(["M3-50"]),
  "content.maximumTextUnits": on(["M3-154", "M3-155"]),
  "content.minimumPadding": on(["M3-10", "M3-12"]),
  "content.maximumPadding": on(["M3-10", "M3-12"]),
  "receipts.maximumRetries": on(["M3-32"]),
  "receipts.maximumResends": on(["M3-51", "M3-132"]),
  "mailbox.retentionDays": on(["M3-88"]),
  "mailbox.inactivityDays": on(["M3-88", "M3-89"]),
  "mailbox.maximumMessages": on(["M3-25"]),
  "mailbox.offlinePreview": on(["M3-25"]),
  "push.path": on(["M3-28", "M3-30"], "push"),
  "push.issuer": on(["M3-28", "M3-98"], "push"),
  "push.lifetimeSeconds": on(["M3-80"]),
  "groups.maximumMembers": none("No check makes a group of this size"),
  "groups.firstByte": on(["G-04"]),
  "requests.blocklist.namespace": on(["M4-95", "M4-96", "M4-97"]),
  "requests.blocklist.element": on(["M4-95", "M4-96", "M4-97"]),
  "requests.deletion.namespace": on(["M5-01", "M5-02", "M5-03"]),
  "requests.deletion.element": on(["M5-01", "M5-02", "M5-03"]),
  "requests.reachability.namespace": on(["M6-01", "M6-02"]),
  "requests.reachability.element": on(["M6-01", "M6-02"]),
  "reachability.refusal": on(["M6-03"]),
  "typing.shownMs": on(["M4-93"]),
  "proxy.clientAddressHeader": on(["PX-04"]),
  "media.pathQuery": on(["M4-170"], "file"),
  "media.maximumFileBytes": on(["M4-59"]),
  "media.connectionSeconds": none(ordinaryClientsOnly),
  "media.integratorForm": on(["M4-08"], "file"),
  "media.passesSlash": on(["M4-23", "M4-33"], "file"),
  "media.refPattern": on(["M4-10"]),
  "media.minimumRefBits": on(["M4-09"]),
  "media.answerTimeoutMs": on(["M4-23"], "file"),
  "media.idleTimeoutMs": on(["M4-23"], "file"),
  "media.maximumRelayedBytes": on(["M4-59"]),
  "media.maximumThumbnailBytes": on(["M4-22"]),
  mandatoryCapabilities: none("A capability that is listed and not declared fails the checks that need it"),
  unjudged: none("The requirements in the list are not judged"),
};

function on(selectors: readonly string[], gate?: Gate): RestsOn {
  return gate === undefined ? { selectors } : { selectors, gate };
}

function none(note: string): RestsOn {
  return { selectors: [], note };
}
