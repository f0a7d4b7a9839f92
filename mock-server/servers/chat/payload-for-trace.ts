import type { Json, TraceToken } from "../../../harness/model/trace.js";
import type { ClientPayload, UserAgent } from "../../../protocol/noise/client-payload.js";

/** What the trace keeps of a ClientPayload: what was stated, without identifiers of a device or person. */
export function payloadForTrace(payload: ClientPayload, token: TraceToken | undefined): Record<string, Json> {
  const { interopData, userAgent } = payload;
  return stated({
    accountId: interopData?.accountId,
    product: payload.product,
    passive: payload.passive,
    readReceipts: interopData?.enableReadReceipts,
    pull: payload.pull,
    username: payload.username,
    device: payload.device,
    connectType: payload.connectType,
    connectReason: payload.connectReason,
    platform: userAgent?.platform,
    appVersion: versionOf(userAgent),
    token,
  });
}

function versionOf(userAgent: UserAgent | undefined): string | undefined {
  const { primary, secondary, tertiary, quaternary, quinary } = userAgent?.appVersion ?? {};
  const parts = [primary, secondary, tertiary, quaternary, quinary].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(".");
}

function stated(fields: Readonly<Record<string, Json | undefined>>): Record<string, Json> {
  const present: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) present[name] = value;
  return present;
}
