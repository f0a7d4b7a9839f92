import { fault, faultTable } from "./fault.js";
import type { HookName } from "./hooks.js";
import { integer } from "./parameters.js";

/** A hook at which a line can be made worse. */
type LineHook = Extract<HookName, "chat-network" | "media-network">;

// TCP repeats what is lost, so neither side ever sees a gap: it sees everything behind the lost piece come late. Linux waits
// 200 ms at least before it repeats, and twice as long each time.

const latency = (hook: LineHook, line: string) =>
  fault({
    sentence: `Delays everything on ${line} by this time`,
    hook,
    params: { ms: integer(1, 60_000, 100) },
    effect: (plan, { ms }) => ({ ...plan, latencyMs: plan.latencyMs + ms }),
  });

const bandwidth = (hook: LineHook, line: string) =>
  fault({
    sentence: `Carries only so many bytes a second on ${line}`,
    hook,
    params: { bytesPerSecond: integer(1, 1_000_000_000, 10_000) },
    effect: (plan, { bytesPerSecond }) => ({ ...plan, bytesPerSecond }),
  });

const loss = (hook: LineHook, line: string) =>
  fault({
    sentence: `Loses so many of a hundred pieces on ${line}: all behind a lost piece waits until it is repeated, and after six repetitions of one piece the connection breaks`,
    hook,
    params: { percent: integer(1, 100, 5), stallMs: integer(1, 60_000, 200) },
    effect: (plan, { percent, stallMs }) => ({ ...plan, lossPercent: percent, stallMs }),
  });

const chat = "the next chat connection, in each direction from its first byte on";
const media = "the next answer of the media host";

/** How the lines between clients and the simulated Meta side can be worse than on one host. */
export const networkFaults = faultTable({
  "chat-latency": latency("chat-network", chat),
  "chat-bandwidth": bandwidth("chat-network", chat),
  "chat-loss": loss("chat-network", chat),
  "media-latency": latency("media-network", media),
  "media-bandwidth": bandwidth("media-network", media),
  "media-loss": loss("media-network", media),
});
