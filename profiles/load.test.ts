import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { besideThis, builtInProfile, type LoadedProfile } from "./built-in.js";
import { ProfileError } from "./errors.js";
import { loadProfile } from "./load.js";
import { differs, valuesOf } from "./values.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "profile-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

function load(text: string): Promise<LoadedProfile> {
  const file = join(folder, "mine.json");
  writeFileSync(file, text);
  return loadProfile(file);
}

async function problemsOf(act: () => Promise<unknown>): Promise<ProfileError["problems"]> {
  try {
    await act();
  } catch (error) {
    if (error instanceof ProfileError) return error.problems;
    throw error;
  }
  throw new Error("Read a profile that should be refused");
}

describe("the built-in profile", () => {
  test("holds bare values of the types that the project reads", async () => {
    const { profile } = await loadProfile("whatsapp");
    expect(profile.name).toBe("whatsapp");
    expect(profile.enlistment.path).toBe("/3p/interop_reg");
    expect(profile.channel.header).toBe("57410603");
    expect(profile.keySet.refetchOnUnknownKeyId).toBe(true);
    expect(profile.mandatoryCapabilities).toContain("text");
  });

  test("fits the schema that is asked of a user's file", async () => {
    const judged = await loadProfile(besideThis("whatsapp.json"));
    expect(judged).toEqual({ ...builtInProfile("whatsapp"), own: judged.own });
    expect(judged.own?.values.map(({ path }) => path)).toEqual(valuesOf(judged).map(({ path }) => path));
    expect(judged.own?.values.filter(differs)).toEqual([]);
  });

  test("gives every value a grade and a source", async () => {
    const { grades } = await loadProfile("whatsapp");
    expect(grades.get("/channel/header")).toEqual({ grade: "observed", source: "Open clients (wire 1.1)" });
    expect([...grades].filter(([, { grade, source }]) => grade === "pinned" || source === "user file")).toEqual([]);
  });
});

test("the profile of Messenger fits that schema, too", async () => {
  const judged = await loadProfile(besideThis("messenger.json"));
  expect(judged).toEqual({ ...builtInProfile("messenger"), own: judged.own });
});

describe("a file that extends it", () => {
  test("replaces single values and takes the rest from below", async () => {
    const { profile, grades } = await load(
      `{ "name": "ours", "extends": "whatsapp", "channel": { "keepAliveMs": 500, "failures": { "badToken": { "value": "413", "grade": "observed", "source": "seen" } } } }`,
    );
    expect(profile.name).toBe("ours");
    expect(profile.channel.keepAliveMs).toBe(500);
    expect(profile.channel.failures.badToken).toBe("413");
    expect(profile.channel.failures.badRequest).toBe("400");
    expect(grades.get("/channel/keepAliveMs")).toEqual({ grade: "pinned", source: "user file" });
    expect(grades.get("/channel/failures/badToken")).toEqual({ grade: "observed", source: "seen" });
    expect(grades.get("/channel/replyMs")?.grade).toBe("observed");
  });

  test("tells what it gives itself, with the line and the value below", async () => {
    const { own } = await load(
      `{ "name": "ours", "extends": "messenger",\n"keys": { "lowWater": 9,\n"maximumUpload": { "value": 812, "source": "Our copy" } } }`,
    );
    expect(own?.base).toBe("messenger");
    expect(own?.values).toEqual([
      { path: "keys.lowWater", value: 9, base: 5, line: 2, grade: "pinned", source: "user file" },
      { path: "keys.maximumUpload", value: 812, base: 812, line: 3, grade: "pinned", source: "Our copy" },
    ]);
    expect(own?.values.filter(differs).map(({ path }) => path)).toEqual(["keys.lowWater"]);
    expect(builtInProfile("whatsapp").own).toBeUndefined();
  });

  test("has the digest of its values, whatever its layout", async () => {
    const one = await load(`{"name":"ours","extends":"whatsapp","keys":{"lowWater":9}}`);
    const two = await load(`{\n\t"keys": { "lowWater": { "value": 9 } },\n\t"extends": "whatsapp", "name": "ours"\n}`);
    expect(two.sha256).toBe(one.sha256);
    expect(one.sha256).not.toBe((await load(`{"name":"ours","extends":"whatsapp"}`)).sha256);
  });
});

describe("what is wrong is named, with its line", () => {
  test.each([
    [
      `{"name":"x","extends":"whatsapp",\n"channel":{\n"keepAlive":3}}`,
      "profile-unknown-field",
      "channel.keepAlive",
      3,
    ],
    [`{"name":"x","extends":"whatsapp",\n"chanel":{}}`, "profile-unknown-field", "chanel", 2],
    [
      `{"name":"x","extends":"whatsapp",\n"channel":{"keepAliveMs":"fast"}}`,
      "profile-bad-value",
      "channel.keepAliveMs",
      2,
    ],
    [
      `{"name":"x","extends":"whatsapp",\n\n"channel":{"wire":{"value":"json"}}}`,
      "profile-bad-value",
      "channel.wire",
      3,
    ],
    [
      `{"name":"x","extends":"whatsapp","channel":{"wire":{"vlaue":"xml"}}}`,
      "profile-missing-field",
      "channel.wire.value",
      1,
    ],
    [`{"name":"x","extends":"whatsapp","channel":7}`, "profile-bad-value", "channel", 1],
    [`{"name":"x","extends":"signal"}`, "profile-bad-value", "extends", 1],
    [`{"extends":"whatsapp"}`, "profile-missing-field", "name", 1],
    [`{"name":"x","channel":{}}`, "profile-missing-field", "version", 1],
    [
      `{"name":"x","extends":"whatsapp",\n"content":{"minimumPadding":20}}`,
      "profile-bad-value",
      "content.minimumPadding",
      2,
    ],
    [
      `{"name":"x","extends":"whatsapp-consumer",\n"stanza":{"whatsappServer":"lid"}}`,
      "profile-bad-value",
      "stanza.whatsappServer",
      2,
    ],
    [
      `{"name":"x","extends":"whatsapp","stanza":{"whatsappServer":"example.org"}}`,
      "profile-bad-value",
      "stanza.whatsappServer",
      1,
    ],
    [`{"extends":"whatsapp",\n"name":"whatsapp","keys":{"lowWater":9}}`, "profile-bad-value", "name", 2],
    [`{"extends":"whatsapp",\n"name":"messenger"}`, "profile-bad-value", "name", 2],
    [`{"name":"x",\n"name":"y","extends":"whatsapp"}`, "profile-malformed", "", 2],
    [`{"name":"x",\n"extends":`, "profile-malformed", "", 2],
    [`[]`, "profile-malformed", "", 1],
    [``, "profile-malformed", "", 1],
    [`{"name":"x","extends":"whatsapp","__proto__":{"a":1}}`, "profile-unknown-field", "__proto__", 1],
  ])("%j", async (text, code, path, line) => {
    expect(await problemsOf(() => load(text))).toContainEqual(expect.objectContaining({ code, path, line }));
  });

  test("a bundled name with other values comes with a name to write instead", async () => {
    const own = `{"name":"whatsapp","version":"1.0.2","extends":"whatsapp"`;
    const [problem] = await problemsOf(() => load(`${own},"mandatoryCapabilities":[]}`));
    expect(problem?.message).toBe(
      `"name" is "whatsapp", which is a bundled profile with other values; write a name of your own, for example "name": "whatsapp-ours"`,
    );
    // The same values under another version of Meta's document are what --document gives.
    expect((await load(`${own}}`)).profile).toMatchObject({ name: "whatsapp", version: "1.0.2" });
  });

  test("a misspelt field comes with the one that was meant", async () => {
    const [problem] = await problemsOf(() => load(`{"name":"x","extends":"whatsapp","channel":{"keepAlivMs":3}}`));
    expect(problem?.message).toBe(`unknown field "channel.keepAlivMs"; did you mean "keepAliveMs"?`);
  });

  test("an absent file comes with the names of the built-in profiles", async () => {
    const [problem] = await problemsOf(() => loadProfile("whatsap"));
    expect(problem?.code).toBe("profile-not-found");
    expect(problem?.message).toMatch(
      /built-in profiles are: whatsapp, whatsapp-consumer, whatsapp-lid, whatsapp-pqxdh, whatsapp-other, whatsapp-xml, messenger; did you mean "whatsapp"\?/,
    );
  });

  test("a folder is unreadable, a huge file too large", async () => {
    expect((await problemsOf(() => loadProfile(folder)))[0]?.code).toBe("profile-unreadable");
    expect((await problemsOf(() => load(" ".repeat(1_000_001))))[0]?.code).toBe("profile-too-large");
  });
});
