import { expect, test } from "@jest/globals";
import { concat } from "../../../core/bytes.js";
import { encodeFrame } from "../framing.js";
import { diagnoseCutFrame } from "./framing.js";

const body = new Uint8Array(300).fill(7);

test.each([
  ["frame-length-little-endian", [0x2c, 0x01, 0]],
  ["frame-length-of-two-bytes", [0x01, 0x2c]],
  ["frame-length-of-four-bytes", [0, 0, 0x01, 0x2c]],
  ["frame-length-with-itself", [0, 0x01, 0x2f]],
])("names %s", (mistake, length) => {
  expect(diagnoseCutFrame({ received: concat(Uint8Array.from(length), body) })).toMatchObject({ mistake });
});

test("a frame that was only cut off has no such mistake", () => {
  expect(diagnoseCutFrame({ received: encodeFrame(body).subarray(0, 200) })).toBeUndefined();
});
