import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { toHex } from "../../core/bytes.js";
import { seededRandom } from "../../runtime/random.js";
import {
  decodeChain,
  decodeDetails,
  encodeChain,
  issueCertificates,
  type IssueOptions,
  signCertificate,
} from "./certificate.js";
import { type ChainRule, chainRules, verifyChain } from "./certificate-verify.js";
import { NoiseError, type NoiseErrorCode } from "./errors.js";
import { generateKeyPair } from "./keys.js";

const random = seededRandom("certificates");
const [root, intermediate, server, other] = [
  generateKeyPair(random),
  generateKeyPair(random),
  generateKeyPair(random),
  generateKeyPair(random),
];
const now = 1_800_000_000;
const validity = { notBefore: now - 60, notAfter: now + 60 };
const options: IssueOptions = { root, intermediate, leafKey: server.publicKey, validity, random };
const context = { rootKey: root.publicKey, serverStatic: server.publicKey, nowSeconds: now };
const good = issueCertificates(options);

const expired = { notAfter: now - 1 };

/** For each rule a chain that breaks that rule only, and the code of the refusal. */
const defects: Record<ChainRule, { bytes: Uint8Array; code: NoiseErrorCode }> = {
  "intermediate-signature": {
    bytes: encodeChain(issueCertificates({ ...options, root: other })),
    code: "certificate-bad-signature",
  },
  "leaf-signature": {
    bytes: encodeChain({ ...good, leaf: signCertificate(decodeDetails(good.leaf.details), other, random) }),
    code: "certificate-bad-signature",
  },
  "intermediate-issuer": {
    bytes: encodeChain(issueCertificates({ ...options, override: { intermediate: { issuerSerial: 1 } } })),
    code: "certificate-wrong-issuer",
  },
  "leaf-issuer": {
    bytes: encodeChain(issueCertificates({ ...options, override: { leaf: { issuerSerial: 9 } } })),
    code: "certificate-wrong-issuer",
  },
  "intermediate-validity": {
    bytes: encodeChain(issueCertificates({ ...options, override: { intermediate: expired } })),
    code: "certificate-expired",
  },
  "leaf-validity": {
    bytes: encodeChain(issueCertificates({ ...options, override: { leaf: { notBefore: now + 1 } } })),
    code: "certificate-expired",
  },
  "leaf-key": {
    bytes: encodeChain(issueCertificates({ ...options, leafKey: other.publicKey })),
    code: "certificate-leaf-mismatch",
  },
};

test("a good chain is accepted from the first to the last second", () => {
  const details = { serial: 2, issuerSerial: 1, key: server.publicKey, ...validity };
  for (const nowSeconds of [now - 60, now, now + 60]) {
    expect(verifyChain(encodeChain(good), { ...context, nowSeconds })).toEqual(details);
  }
});

test("certificates have the ordinary client's field numbers", () => {
  const { details } = signCertificate({ ...decodeDetails(good.leaf.details), notBefore: 1, notAfter: 2 }, root, random);
  expect(toHex(details)).toBe(`080210011a20${toHex(server.publicKey)}20012802`);
  expect(toHex(encodeChain({ leaf: { details: details.subarray(0, 2) } }))).toBe("0a040a020802");
});

describe.each(chainRules)("rule %s", (rule) => {
  const { bytes, code } = defects[rule];

  test("refuses the chain that breaks it", () => {
    expect(() => verifyChain(bytes, context)).toThrow(expect.objectContaining({ code }));
  });

  test("left out, accepts just that chain", () => {
    const accepted = chainRules.filter((each) => {
      try {
        verifyChain(defects[each].bytes, context, { except: [rule] });
        return true;
      } catch {
        return false;
      }
    });
    expect(accepted).toEqual([rule]);
  });
});

describe("form", () => {
  test.each<[string, Parameters<typeof encodeChain>[0], NoiseErrorCode]>([
    ["no certificates", {}, "certificate-missing"],
    ["no intermediate", { leaf: good.leaf }, "certificate-missing"],
    ["no leaf signature", { ...good, leaf: { details: good.leaf.details } }, "certificate-missing"],
    ["no leaf details", { ...good, leaf: { signature: good.leaf.signature } }, "certificate-missing"],
    [
      "a signature of 63 bytes",
      { ...good, leaf: { ...good.leaf, signature: good.leaf.signature.subarray(1) } },
      "certificate-malformed",
    ],
    [
      "details cut off",
      { ...good, leaf: { ...good.leaf, details: good.leaf.details.subarray(0, 9) } },
      "certificate-malformed",
    ],
    ["a short key", issueCertificates({ ...options, leafKey: new Uint8Array(31) }), "certificate-malformed"],
  ])("with %s is refused", (_, chain, code) => {
    expect(() => verifyChain(encodeChain(chain), context)).toThrow(expect.objectContaining({ code }));
  });

  test("a garbage signature is one that does not fit", () => {
    const bytes = encodeChain({ ...good, intermediate: { ...good.intermediate, signature: random.bytes(64) } });
    expect(() => verifyChain(bytes, context)).toThrow(expect.objectContaining({ code: "certificate-bad-signature" }));
  });

  test("any bytes, or any one byte changed, end in a NoiseError", () => {
    const bytes = encodeChain(good);
    expect(decodeChain(bytes)).toEqual(good);
    const garbage = fc.uint8Array({ maxLength: 120 });
    const changed = fc
      .tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }))
      .map(([at, bits]) => bytes.map((byte, index) => (index === at ? byte ^ bits : byte)));
    fc.assert(
      fc.property(fc.oneof(garbage, changed), (input) => {
        expect(() => verifyChain(input, context)).toThrow(NoiseError);
      }),
    );
  });
});
