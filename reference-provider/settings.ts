/** The parameters of `provider.configure`. */
export interface Settings {
  readonly meta: {
    readonly enlistUrl: string;
    readonly chatUrl: string;
    readonly mediaUrl: string;
    readonly jwksUrl: string;
    /** 32 bytes: the pinned key of the chat server's certificates. */
    readonly rootKey: Uint8Array;
    /** PEM. */
    readonly tlsCa?: string;
  };
  readonly integrator: { readonly id: number; readonly slug: string };
  readonly profile: {
    readonly name: string;
    readonly version: string;
    readonly product: string;
    readonly protocolVersion: string;
    readonly wire: string;
    readonly noise: string;
  };
  /** Absent when the harness is older than this parameter. */
  readonly token?: TokenSettings;
  readonly timing: Timing;
}

/** What tokens must hold. */
export interface TokenSettings {
  readonly audience: string;
  readonly maximumLifetimeSeconds: number;
  readonly claims: { readonly issuer: string; readonly identifier: string; readonly version: string };
}

export interface Timing {
  /** Longest pause between two pings. */
  readonly keepAliveMs: number;
  /** Patience for an answer. */
  readonly replyMs: number;
  /** First pause before a reconnection. */
  readonly reconnectMs: number;
  /** Patience for ServerHello and for the answer to the login. */
  readonly helloMs: number;
}

/** The open clients' times (wire 1.2 and 1.5). */
export const usualTiming: Timing = { keepAliveMs: 25_000, replyMs: 10_000, reconnectMs: 1000, helloMs: 20_000 };

/** Patience with Meta's HTTP endpoints. Not shortened by `provider.configure`, whose times are those of the chat. */
export const httpTimeoutMs = 10_000;

/** The parts of the contract that Meta does not publish; the harness's profile assumes the same. */
export const contract = {
  pushSkewSeconds: 60,
  kyberKeyTag: "kkey",
  /** In which a proxy names the client's address. */
  clientAddressHeader: "x-forwarded-for",
  /** The form of requests that Meta names in public but does not show. */
  requests: {
    blocklist: { namespace: "w:interop", element: "blocklist" },
    deletion: { namespace: "w:interop", element: "remove" },
    reachability: { namespace: "w:interop", element: "reachability" },
  },
} as const;

const productContracts = {
  whatsapp: { tokenAudience: "whatsapp-interop", pushIssuer: "WHATSAPP" },
  messenger: { tokenAudience: "messenger-interop", pushIssuer: "MESSENGER" },
} as const;

/** The parts that differ between Meta's products. @param product As in `provider.configure`. */
export function contractFor(product: string): (typeof productContracts)["whatsapp" | "messenger"] {
  return product === "messenger" ? productContracts.messenger : productContracts.whatsapp;
}

/** The given one, or that of the harness's built-in profiles. */
export function tokenSettings({ token, profile }: Pick<Settings, "token" | "profile">): TokenSettings {
  const claims = { issuer: "iss", identifier: "sub", version: "interop_version" };
  const audience = contractFor(profile.product).tokenAudience;
  return token ?? { audience, maximumLifetimeSeconds: 3600, claims };
}

/** How sessions begin. The driver protocol does not say it, so the name of the profile decides. */
export function engineFor({ name }: Settings["profile"]): "x3dh-v3" | "pqxdh-v4" | "other" {
  if (name.endsWith("-other")) return "other";
  return name.endsWith("-pqxdh") ? "pqxdh-v4" : "x3dh-v3";
}
