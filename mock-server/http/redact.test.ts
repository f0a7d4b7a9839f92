import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { redactForm, redactHeaders, redactTokens, tokenMark } from "./redact.js";

const token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";
const mark = tokenMark(token);

describe("tokens in text", () => {
  test("are replaced at any position", () => {
    expect(redactTokens(`{"token":"${token}"}`)).toBe(`{"token":"${mark}"}`);
    expect(redactTokens(`/ws/chat?access_token=${token}&a=1`)).toBe(`/ws/chat?access_token=${mark}&a=1`);
    expect(redactTokens("eyJhbGciOiJub25lIn0.e30.")).toMatch(/^<token sha256:[0-9a-f]{64}>$/);
  });

  test("are distinguished from other words", () => {
    expect(redactTokens("eyJ is how they begin; a.b.c is none")).toBe("eyJ is how they begin; a.b.c is none");
  });

  test("take linear time to find", () => {
    const long = "eyJ".repeat(1_000_000);
    expect(redactTokens(long)).toBe(long);
  });
});

test("the form argument is replaced even if it is escaped or not a JWT", () => {
  expect(redactForm(`a=1&token=${token}&b=2`)).toBe(`a=1&token=${mark}&b=2`);
  expect(redactForm(`token=${token.replaceAll(".", "%2E")}`)).toBe(`token=${mark}`);
  expect(redactForm("token=secret")).toBe(`token=${tokenMark("secret")}`);
  fc.assert(fc.property(fc.string(), (body) => typeof redactForm(body) === "string"));
});

test("credentials in headers are replaced", () => {
  expect(redactHeaders({ authorization: `Bearer ${token}`, accept: "*/*" })).toEqual({
    authorization: `Bearer ${mark}`,
    accept: "*/*",
  });
  expect(redactHeaders({ Authorization: "Bearer opaque" })["Authorization"]).toBe(`Bearer ${tokenMark("opaque")}`);
});
