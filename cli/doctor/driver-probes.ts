import { toHex } from "../../core/bytes.js";
import { knownCapabilities } from "../../harness/driver/methods.js";
import { nearest } from "../../core/nearest.js";
import { type Probe, unwell, well } from "./probe.js";

/** Longer than this feels broken to whoever watches. */
const quickMs = 1000;

export const describes: Probe = {
  name: "describe",
  async examine(patient) {
    const began = patient.clock.monotonic();
    const answer = await patient.driver.call("provider.describe", {});
    if (!answer.ok) {
      return unwell(
        answer.cause.message,
        answer.cause.code === "driver-silent"
          ? "Read requests from stdin line by line, and flush stdout after each answer (Python: print(…, flush=True))"
          : "Offer provider.describe; without it nothing else can be asked",
      );
    }
    const { result } = answer;
    patient.description = result;
    const ms = Math.round(patient.clock.monotonic() - began);
    return well(`${result.name} ${result.version}, first answer after ${ms} ms`);
  },
};

export const knowsCapabilities: Probe = {
  name: "capabilities",
  async examine({ description, meta }) {
    const declared = description?.capabilities ?? [];
    const known: readonly string[] = knownCapabilities;
    const unknown = declared.filter((name) => !known.includes(name));
    if (unknown.length > 0) {
      const guesses = unknown.flatMap((name) => nearest(name, known).slice(0, 1));
      const guess = guesses.length === 0 ? "" : `; did you mean ${guesses.join(", ")}?`;
      return unwell(`unknown: ${unknown.join(", ")}${guess}`, `Declare only ${known.join(", ")}`);
    }
    const missing = meta.profile.mandatoryCapabilities.filter((name) => !declared.includes(name));
    const lacks = `Not declared, though the profile makes them mandatory: ${missing.join(", ")}`;
    return well(`${declared.length} declared, all known`, missing.length === 0 ? undefined : lacks);
  },
};

export const refusesTheUnknown: Probe = {
  name: "unknown method",
  async examine({ driver, random }) {
    const method = `doctor.${toHex(random.bytes(4))}`;
    return (await driver.refusesUnknownMethod(method))
      ? well("refused with -32601")
      : unwell(
          `${method}, which nobody offers, was not refused with -32601`,
          "Answer unknown methods with the JSON-RPC error -32601; nothing else counts as unsupported",
        );
  },
};

export const resets: Probe = {
  name: "reset",
  async examine({ driver, clock }) {
    const began = clock.monotonic();
    const answer = await driver.call("provider.reset", {});
    if (!answer.ok)
      return unwell(answer.cause.message, "Offer provider.reset: forget all users and close their connections");
    const ms = Math.round(clock.monotonic() - began);
    if (ms > quickMs) {
      return unwell(`took ${ms} ms`, "Make provider.reset quick: it is called before every exchange");
    }
    return well(`after ${ms} ms`);
  },
};

export const failsInForm: Probe = {
  name: "bad parameters",
  async examine({ driver, random }) {
    const user = `doctor-${toHex(random.bytes(4))}`;
    const answer = await driver.call("user.connect", { user });
    const advice = 'Answer failures with the JSON-RPC error -32000 and data { "code": "kebab-case", "detail": "…" }';
    if (answer.ok) return unwell(`user.connect of "${user}", who was never created, was answered with success`, advice);
    const { code, message } = answer.cause;
    if (code === "unsupported") return unwell(message, "Offer user.connect; every check of the channel needs it");
    if (code === "driver-silent" || code === "unnamed-failure") return unwell(message, advice);
    return well(`refused with "${code}"`);
  },
};

export const stillThere: Probe = {
  name: "still there",
  async examine({ driver }) {
    const answer = await driver.call("provider.describe", {});
    return answer.ok
      ? well("answers after all of this")
      : unwell(answer.cause.message, "A failed call must not take the driver down");
  },
};
