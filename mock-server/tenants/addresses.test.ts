import { expect, test } from "@jest/globals";
import { createMediaStore } from "../media/store.js";
import { mediaFolderOf, mediaHostOf, tenantOfMedia } from "./addresses.js";

const anId = "A".repeat(43);

function pathIn(tenant: string, pathQuery = ""): string {
  return (
    createMediaStore({ maximumFileBytes: 10, pathQuery, folder: mediaFolderOf(tenant) }).put(Uint8Array.of(1)) ?? ""
  );
}

test("a request without a prefix names its tenant by the path of a file, or by the auth of an upload", () => {
  const auth = `${mediaHostOf("https://127.0.0.1:8443", "worker-1")?.authPrefix}12.3-4`;
  expect(tenantOfMedia(`/mms/image/${anId}?auth=${auth}&token=${anId}`)).toBe("worker-1");
  expect(tenantOfMedia(`/mms/image/${anId}?token=${anId}&auth=${auth}`)).toBe("worker-1");
  const path = pathIn("worker-1");
  expect(tenantOfMedia(path)).toBe("worker-1");
  expect(tenantOfMedia(`${path}?hash=x&mms-type=image`)).toBe("worker-1");
  expect(tenantOfMedia(`${pathIn("worker-1", "ccb=11-4")}&hash=x&mms-type=image`)).toBe("worker-1");
});

test("a request that names no tenant is for the first one", () => {
  const first = pathIn("default");
  expect(first).toMatch(/^\/v\/t62\.7118-24\/[\w-]{43}\.enc$/);
  const others = [
    first,
    "/",
    "/mms/image/x",
    "/mms/image/x?auth=worker-1",
    "/v/t62.7118-24/A B/x.enc",
    "/v/t1/worker-1/x",
  ];
  expect(others.map(tenantOfMedia)).toEqual(others.map(() => undefined));
});

test("there is a host for https only", () => {
  expect(mediaHostOf("http://127.0.0.1:80", "default")).toBeUndefined();
  expect(mediaHostOf("https://127.0.0.1:8443", "default")?.name).toBe("127.0.0.1:8443");
});
