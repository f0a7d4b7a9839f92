import { execFileSync, spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, isIP } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, createServer } from "node:tls";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { seededRandom } from "../random.js";
import { systemClock } from "../system-clock.js";
import { addressBytes } from "./certificate.js";
import * as der from "./der.js";
import { ephemeralCredentials } from "./ephemeral-ca.js";

const names = ["localhost", "127.0.0.1", "::1", "meta.test"];
const make = (clock = systemClock) => ephemeralCredentials({ clock, random: seededRandom("tls"), names });
const { ca, cert, key } = make();

async function handshake(servername: string, trusted: string): Promise<string> {
  const server = createServer({ key, cert }, (socket) => socket.end("hello")).listen(0, "127.0.0.1");
  server.on("tlsClientError", () => undefined);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const name = servername === "" ? {} : { servername };
  try {
    const socket = connect({ port, host: "127.0.0.1", ca: trusted, ...name });
    const [data] = (await once(socket, "data")) as [Buffer];
    return data.toString();
  } finally {
    server.close();
  }
}

describe("the ephemeral certificates", () => {
  test.each(["", "localhost", "meta.test"])("are accepted by a client that asks for %j", async (servername) => {
    expect(await handshake(servername, ca)).toBe("hello");
  });

  test("are refused by a client that asks for another name or trusts another authority", async () => {
    await expect(handshake("other.test", ca)).rejects.toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
    await expect(handshake("localhost", make().ca)).rejects.toMatchObject({ code: /CERT|SIGNATURE|ISSUER/ });
  });

  test("have the fields that Node reads from them", () => {
    const [root, leaf] = [new X509Certificate(ca), new X509Certificate(cert)];
    expect(root.ca).toBe(true);
    expect(leaf.ca).toBe(false);
    expect(leaf.checkIssued(root)).toBe(true);
    expect(leaf.verify(root.publicKey)).toBe(true);
    expect(names.map((name) => (isIP(name) === 0 ? leaf.checkHost(name) : leaf.checkIP(name)))).toEqual(names);
    expect(leaf.checkHost("other.test")).toBeUndefined();
    expect(leaf.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1"]);
  });

  const withOpenSsl = spawnSync("openssl", ["version"]).status === 0 ? test : test.skip;
  withOpenSsl("pass the strict verification of OpenSSL", () => {
    const folder = mkdtempSync(join(tmpdir(), "interop-tls-"));
    try {
      writeFileSync(join(folder, "ca.pem"), ca);
      writeFileSync(join(folder, "leaf.pem"), cert);
      const strict = ["verify", "-x509_strict", "-purpose", "sslserver", "-verify_hostname", "meta.test"];
      const run = (...args: readonly string[]) => execFileSync("openssl", args, { cwd: folder, encoding: "utf8" });
      expect(run(...strict, "-CAfile", "ca.pem", "leaf.pem")).toBe("leaf.pem: OK\n");
      const text = run("x509", "-in", "leaf.pem", "-noout", "-text");
      expect(text).toContain("DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, DNS:meta.test");
      expect(text).toContain("ecdsa-with-SHA256");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("are valid from yesterday for a month, also beyond 2049", () => {
    for (const now of [Date.UTC(2026, 0, 1), Date.UTC(2050, 5, 1)]) {
      const leaf = new X509Certificate(make({ ...systemClock, now: () => now }).cert);
      expect([Date.parse(leaf.validFrom), Date.parse(leaf.validTo)]).toEqual([now - 86_400_000, now + 30 * 86_400_000]);
    }
  });
});

describe("DER", () => {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

  test("known elements", () => {
    expect(hex(der.objectIdentifier("1.2.840.10045.4.3.2"))).toBe("06082a8648ce3d040302");
    expect(hex(der.unsignedInteger(Uint8Array.of(0, 0x80)))).toBe("02020080");
    expect(hex(der.unsignedInteger(Uint8Array.of(0, 0)))).toBe("020100");
    expect(hex(der.boolean(true))).toBe("0101ff");
    expect(hex(der.time(0))).toBe("170d3730303130313030303030305a");
    expect(hex(der.octetString(new Uint8Array(200)).subarray(0, 3))).toBe("0481c8");
    expect(hex(der.octetString(new Uint8Array(300)).subarray(0, 4))).toBe("0482012c");
  });

  test("addresses are the same as from the URL parser", () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
        expect(hex(addressBytes(address))).toBe(hex(addressBytes(canonical)));
        expect(addressBytes(address)).toHaveLength(16);
      }),
    );
    expect([...addressBytes("192.0.2.7")]).toEqual([192, 0, 2, 7]);
    expect(hex(addressBytes("fe80::1%eth0"))).toBe("fe800000000000000000000000000001");
    expect(hex(addressBytes("::ffff:192.0.2.7"))).toBe("00000000000000000000ffffc0000207");
  });
});
