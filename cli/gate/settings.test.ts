import { describe, expect, it } from "@jest/globals";
import { gateOf, unknownCodes } from "./settings.js";

describe("the settings of the gate", () => {
  it("come from variables", () => {
    const env = {
      INTEROP_PROVIDER: "./driver --fast",
      INTEROP_URL: "",
      INTEROP_BASELINE: "known.yaml",
      INTEROP_OUT: "out",
      INTEROP_SELECT: " m1-identity  'm2-*' --reference",
      INTEROP_ALLOW: "3 1",
    };
    expect(gateOf([], {}, env)).toEqual({
      args: [
        "--provider=./driver --fast",
        "--baseline=known.yaml",
        "--out=out",
        "--",
        "m1-identity",
        "'m2-*'",
        "--reference",
      ],
      allowed: ["3", "1"],
    });
  });

  it("are none when nothing is set", () => {
    expect(gateOf([], {}, {})).toEqual({ args: ["--"], allowed: [] });
  });

  it("come from options rather than from variables", () => {
    const env = { INTEROP_PROVIDER: "./old", INTEROP_SELECT: "m1-identity", INTEROP_ALLOW: "1" };
    expect(gateOf(["M2-05"], { url: "http://127.0.0.1:9/rpc", allow: "3,4" }, env)).toEqual({
      args: ["--url=http://127.0.0.1:9/rpc", "--", "M2-05"],
      allowed: ["3", "4"],
    });
  });

  it("name exit codes that there are", () => {
    expect(unknownCodes(gateOf([], { allow: "3 7 incomplete" }, {}), [0, 1, 2, 3])).toEqual(["7", "incomplete"]);
  });
});
