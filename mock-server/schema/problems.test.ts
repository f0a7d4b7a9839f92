import { describe, expect, test } from "@jest/globals";
import { faults } from "../../faults/index.js";
import { components } from "../servers/admin/contract/components.js";
import { takesAtMost } from "../../tests/support/growth.js";
import { contracts } from "../servers/admin/contract/index.js";
import { validatorOf } from "./validate.js";

const { armFault, sendMessage, wait } = contracts;

function said({ body }: typeof armFault | typeof sendMessage | typeof wait, value: unknown): readonly string[] {
  const validate = validatorOf(body ?? {}, { components });
  return validate(value).map(({ field, message }) => `${field} ${message}`);
}

const to = "900-1@interop";

describe("what is said of a value that does not fit", () => {
  test.each([
    [
      { fault: "login-failur" },
      [`/fault must be one of ${Object.keys(faults).length} words; did you mean "login-failure"?`],
    ],
    [{ fault: "nothing-like-it" }, [`/fault must be one of ${Object.keys(faults).length} words`]],
    [{ fault: "login-failure", times: 0 }, ["/times must be >= 1"]],
    [{ fault: "login-failure", times: "often" }, ['/times must be integer, or must be one of ["always"]']],
    [{ fault: "login-failure", times: true }, ["/times must be integer, or must be string"]],
    [{}, ["/fault is missing"]],
  ])("arming %j", (body, wanted) => {
    expect(said(armFault, body)).toEqual(wanted);
  });

  test.each([
    [{ kind: { $gob: "x" } }, ["/predicate/kind/$gob is not known here"]],
    [{ kind: { $glob: 3 } }, ["/predicate/kind/$glob must be string"]],
    [{ attrs: { id: { $any: ["a", { $mni: 3 }] } } }, ["/predicate/attrs/id/$any/1/$mni is not known here"]],
    [{ $any: "iq" }, ["/predicate/$any must be array"]],
    ["iq", ["/predicate must be object"]],
    [{ kind: { $any: ["stanza", "http"] } }, []],
  ])("waiting for %j", (predicate, wanted) => {
    expect(said(wait, { predicate, timeoutMs: 1 })).toEqual(wanted);
  });

  test("waiting for a kind that there is not", () => {
    const [problem] = said(wait, { predicate: { kind: "message" }, timeoutMs: 1 });
    expect(problem).toMatch(/^\/predicate\/kind must be one of \["scenario","http",.*"picture"\], or must be object$/);
  });

  test.each([
    [{ type: "text" }, ["/content/text is missing"]],
    [{ type: "text", text: 3 }, ["/content/text must be string"]],
    [{ type: "image", data: "AA==" }, ["/content/mimetype is missing"]],
    [{ type: "reaction", emoji: "+", target: { id: "1" } }, ["/content/target/from is missing"]],
    ["hello", ["/content must be object"]],
  ])("sending %j", (content, wanted) => {
    expect(said(sendMessage, { to, content })).toEqual(wanted);
  });

  test.each([
    [100, 20],
    [100_000, 1],
  ])("is bounded with %d members wrong", (length, reported) => {
    const attrs = Object.fromEntries(Array.from({ length }, (_, index) => [`a${index}`, { $x: {} }]));
    expect(said(wait, { predicate: { attrs }, timeoutMs: 1 })).toHaveLength(reported);
  });

  test("is found in time that grows with the members alone", () => {
    const validate = validatorOf(wait.body ?? {}, { components });
    const wrong = (length: number): object => {
      const attrs = Object.fromEntries(Array.from({ length }, (_, index) => [`a${index}`, { $x: {} }]));
      return { predicate: { attrs }, timeoutMs: 1 };
    };
    const [few, many] = [wrong(4000), wrong(64_000)];
    const often = (): void => {
      for (let times = 0; times < 16; times++) validate(few);
    };
    expect(takesAtMost(5, () => void validate(many), often)).toBe(true);
  });
});
