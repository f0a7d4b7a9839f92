/**
 * Every value of the interface that is not public or may change. A profile file wraps each leaf as
 * `{ value, grade, source }`; this is its unwrapped form, which the rest of the project reads.
 */
export interface Profile {
  readonly name: string;
  /** Version of Meta's public document that the profile claims to follow. */
  readonly version: string;
  readonly product: "whatsapp" | "messenger";
  readonly integrator: IntegratorProfile;
  readonly token: TokenProfile;
  readonly keySet: KeySetProfile;
  readonly enlistment: EnlistmentProfile;
  readonly accounts: AccountsProfile;
  readonly channel: ChannelProfile;
  readonly stanza: StanzaProfile;
  readonly keys: KeyProfile;
  readonly session: SessionProfile;
  readonly content: ContentProfile;
  readonly receipts: ReceiptProfile;
  readonly mailbox: MailboxProfile;
  readonly push: PushProfile;
  readonly groups: GroupProfile;
  readonly requests: RequestsProfile;
  readonly reachability: ReachabilityProfile;
  readonly typing: TypingProfile;
  readonly proxy: ProxyProfile;
  readonly media: MediaProfile;
  /** Driver capabilities without which the provider cannot meet the milestones. */
  readonly mandatoryCapabilities: readonly string[];
  /** Ids of requirements that are not judged, because it is not known whether they apply to this product. */
  readonly unjudged: readonly string[];
}

/** The integrator that the simulated Meta endpoint knows. */
export interface IntegratorProfile {
  /** 1 … 999. */
  readonly id: number;
  readonly slug: string;
}

export interface TokenProfile {
  readonly algorithms: readonly string[];
  readonly minimumRsaBits: number;
  readonly maximumBytes: number;
  readonly maximumLifetimeSeconds: number;
  readonly clockSkewSeconds: number;
  /** Claim that carries the integrator's slug. */
  readonly issuerClaim: string;
  /** Claim that carries the user-visible identifier. */
  readonly identifierClaim: string;
  readonly audience: string;
  /** Claim that carries the interop protocol version. */
  readonly versionClaim: string;
}

export interface KeySetProfile {
  readonly cacheSeconds: number;
  readonly fetchTimeoutMs: number;
  readonly maximumBytes: number;
  readonly refetchOnUnknownKeyId: boolean;
}

export interface EnlistmentProfile {
  readonly path: string;
  /** Whether arguments that are not published may stand beside those that are. */
  readonly furtherArguments: "accepted" | "refused";
  /** Why the endpoint refuses, by cause. */
  readonly reasons: {
    readonly unknownIntegrator: string;
    readonly badToken: string;
    readonly badArguments: string;
    readonly badVersion: string;
  };
}

export interface AccountsProfile {
  /**
   * `single-device`: one session per account, ciphertext directly in the message, an address of one form. `multi-device`:
   * each user has a phone (device 0), further devices, and two addresses, by phone number and by LID.
   */
  readonly model: "single-device" | "multi-device";
  /** How a client proves who it is: `interop` by token and enlisted key, `device` by the key that was paired or adopted. */
  readonly login: "interop" | "device";
  /** References that an unpaired client gets, one for each QR code that it may show. */
  readonly pairingReferences: number;
  /** To whom a user lets clients say that messages were read, for clients that ask: the privacy setting `readreceipts`. */
  readonly readReceipts: string;
}

export interface ChannelProfile {
  readonly path: string;
  /** Interop protocol version that the client states. */
  readonly protocolVersion: string;
  readonly wire: "binary" | "xml";
  readonly noise: "xx" | "off";
  /** Four bytes, hex: `57410603`. */
  readonly header: string;
  readonly maximumFrameBytes: number;
  /** `ClientPayload.product`. */
  readonly product: number;
  readonly certificateValidityDays: number;
  readonly handshakeTimeoutMs: number;
  /**
   * How long the server waits at least, after the last handshake message of a client, before its first encrypted frame. Over a
   * network this time passes anyway; a client on the same host may attach its reader too late.
   */
  readonly firstFrameMs: number;
  /** Longest pause between two keep-alive pings of a client, and how long it waits for an answer. */
  readonly keepAliveMs: number;
  readonly replyMs: number;
  readonly reconnectMs: number;
  /** `failure` reasons the endpoint sends, by cause. */
  readonly failures: {
    readonly badRequest: string;
    readonly unknownAccount: string;
    readonly badToken: string;
    readonly wrongStaticKey: string;
    readonly temporarilyUnavailable: string;
  };
  /** `failure` reasons after which a client stops, and after which it comes back later. */
  readonly finalFailures: readonly string[];
  readonly passingFailures: readonly string[];
  /** Codes of `stream:error` after which a client stops, and after which it comes back later. */
  readonly finalStreamErrors: readonly string[];
  readonly passingStreamErrors: readonly string[];
  /** Shortest pause after a request to slow down (429), as a multiple of `reconnectMs`. */
  readonly rateLimitPauses: number;
}

export interface StanzaProfile {
  /** What inbound stanzas are validated against: the strict catalogue, or only whether the endpoint has an answer to them. */
  readonly judgedBy: "catalogue" | "answer";
  /** The answer to a request that the endpoint does not know. */
  readonly unknownRequest: "error-501" | "empty-result";
  /** What the endpoint does with a stanza that breaks the catalogue. */
  readonly onViolation: "reject" | "record";
  readonly violationCode: string;
  readonly interopJid: "long" | "short";
  /** Server part of the address of Meta's users. The server itself is always `s.whatsapp.net`. */
  readonly whatsappServer: "s.whatsapp.net" | "lid" | "msgr";
  readonly maximumBytes: number;
  readonly maximumDepth: number;
  readonly maximumInflatedBytes: number;
}

export interface KeyProfile {
  /** The server asks for more one-time pre-keys when fewer remain. */
  readonly lowWater: number;
  readonly maximumUpload: number;
}

export interface SessionProfile {
  /** `other`: a pairwise protocol of the provider's own, which simulated users do not speak. */
  readonly engine: "x3dh-v3" | "pqxdh-v4" | "other";
  /** Element that carries a Kyber pre-key next to the others; only with the engine `pqxdh-v4`. */
  readonly kyberKeyTag: string;
  /** First byte of a Signal message, hex. */
  readonly firstByte: string;
  /** A message still opens after so many lost ones. */
  readonly skippedMessages: number;
  /** A message further ahead than this is refused. */
  readonly maximumJump: number;
}

export interface ContentProfile {
  /** Texts up to this length are shown and sent whole. */
  readonly maximumTextUnits: number;
  readonly minimumPadding: number;
  readonly maximumPadding: number;
}

export interface ReceiptProfile {
  /** How often a receiver asks for one message. */
  readonly maximumRetries: number;
  /** How often a sender answers such requests for one message. */
  readonly maximumResends: number;
}

export interface MailboxProfile {
  readonly retentionDays: number;
  readonly inactivityDays: number;
  readonly maximumMessages: number;
  /** Whether the server announces waiting stanzas before it sends them. */
  readonly offlinePreview: boolean;
}

export interface PushProfile {
  readonly path: string;
  readonly issuer: string;
  readonly lifetimeSeconds: number;
}

/** For providers that declare groups. The forms of their stanzas are in the catalogue. */
export interface GroupProfile {
  readonly maximumMembers: number;
  /** First byte of a message that is sealed for a whole group, hex. */
  readonly firstByte: string;
}

/** How to recognise a request that Meta names but does not show. */
export interface RequestProfile {
  readonly namespace: string;
  /** The element inside the `iq`. */
  readonly element: string;
}

export interface RequestsProfile {
  readonly blocklist: RequestProfile;
  readonly deletion: RequestProfile;
  readonly reachability: RequestProfile;
}

export interface ReachabilityProfile {
  /** Error of the ack to a message for a user who has not opted in. */
  readonly refusal: string;
}

export interface TypingProfile {
  /** How long a contact counts as typing without a further stanza. */
  readonly shownMs: number;
}

export interface ProxyProfile {
  /** HTTP header with the client's address, which a proxy sets when it connects. Lower case. */
  readonly clientAddressHeader: string;
}

export interface MediaProfile {
  /** Query at the end of the path of a WhatsApp user's file, without its question mark; empty if there is none. */
  readonly pathQuery: string;
  /** Of a file that a client may upload to Meta's media host. */
  readonly maximumFileBytes: number;
  /** How long the answer to `media_conn` holds, by which ordinary clients learn of the media host. */
  readonly connectionSeconds: number;
  /** What names the provider in the path of its files: its slug or its number. */
  readonly integratorForm: "slug" | "number";
  /** Whether the slash at the end of a file's path is passed on to the provider. */
  readonly passesSlash: boolean;
  /** Characters of a storage reference, as a regular expression for the whole of it. */
  readonly refPattern: string;
  /** How hard a storage reference must be to guess. */
  readonly minimumRefBits: number;
  /** Until the provider's answer begins. */
  readonly answerTimeoutMs: number;
  /** Without any byte in between. */
  readonly idleTimeoutMs: number;
  /** Of a file that is relayed from a provider. */
  readonly maximumRelayedBytes: number;
  readonly maximumThumbnailBytes: number;
}
