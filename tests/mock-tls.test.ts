import { existsSync, readFileSync } from "node:fs";
import { get } from "node:https";
import { expect, test } from "@jest/globals";
import { startMock } from "../mock-server/index.js";
import { drivenProvider } from "./support/driven-provider.js";

/** The status of a GET that trusts `ca` alone. */
function statusOf(url: string, ca: string | undefined): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { ...(ca !== undefined && { ca }) }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });
}

test("enlistment, chat and keys over TLS, for those who trust the certificate of the manifest", async () => {
  const mock = await startMock({ tls: true });
  const { manifest } = mock;
  expect([manifest.chatUrl, manifest.enlistUrl, manifest.mediaUrl, manifest.jwksUrl]).toEqual([
    expect.stringMatching(/^wss:/),
    ...Array.from({ length: 3 }, () => expect.stringMatching(/^https:/)),
  ]);
  const ca = await mock.ca();
  expect(readFileSync(manifest.tlsCa ?? "", "utf8")).toBe(ca);
  expect(await statusOf(manifest.jwksUrl, ca)).toBe(200);
  await expect(statusOf(manifest.jwksUrl, undefined)).rejects.toMatchObject({ code: /CERT|SIGNED|ISSUER/ });

  const tenant = await mock.tenant();
  for (const side of [mock, tenant]) {
    const provider = await drivenProvider(side, ca);
    const { user, login } = await provider.connectedUser("ada");
    const friend = await side.user();
    await friend.send(login, { type: "text", text: "over TLS" });
    expect(await provider.event(user, "message")).toMatchObject({ content: { text: "over TLS" } });
    await provider.close();
  }
  await mock.close();
  expect(existsSync(manifest.tlsCa ?? "")).toBe(false);
});
