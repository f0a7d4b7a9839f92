import { expect, test } from "@jest/globals";
import { builtInProfile, type LoadedProfile } from "./built-in.js";
import { changesBetween } from "./values.js";

const [whatsapp, messenger] = [builtInProfile("whatsapp"), builtInProfile("messenger")];

const takenOver = /taken over from WhatsApp/;
const drifted = changesBetween(whatsapp, messenger).map(({ path }) => `/${path.replaceAll(".", "/")}`);

function sourceOf({ grades }: LoadedProfile, pointer: string): string {
  return grades.get(pointer)?.source ?? "";
}

test("claims nothing that is published for WhatsApp only", () => {
  expect(messenger.profile).toMatchObject({ name: "messenger", product: "messenger", channel: { product: 3 } });
  const published = [...messenger.grades.values()].filter(({ grade }) => grade === "published");
  expect(published.filter(({ source }) => !source.startsWith("RFC"))).toEqual([]);
});

test("a value that differs from WhatsApp's says why it is Messenger's", () => {
  expect(drifted.length).toBeGreaterThan(3);
  const unreasoned = drifted.filter((pointer) => {
    const source = sourceOf(messenger, pointer);
    return takenOver.test(source) || source === sourceOf(whatsapp, pointer) || !/Messenger|MSGR/.test(source);
  });
  expect(unreasoned).toEqual([]);
});

test("a value that is published or observed for WhatsApp only says that it is taken over", () => {
  const silent = [...whatsapp.grades].filter(([pointer, { grade, source }]) => {
    const here = messenger.grades.get(pointer);
    const general = grade === "inferred" || source.startsWith("RFC") || here?.grade === "observed";
    return !general && !drifted.includes(pointer) && !takenOver.test(here?.source ?? "");
  });
  expect(silent).toEqual([]);
});
