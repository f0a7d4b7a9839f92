import { describe, expect, test } from "@jest/globals";
import { pictureKind, picturePath } from "./picture.js";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe("the kind of a picture", () => {
  test.each([
    ["png", "\x89PNG\r\n\x1a\nrest"],
    ["jpg", "\xff\xd8\xff\xe0rest"],
    ["gif", "GIF89a"],
    ["webp", "RIFF\x00\n\x00\x00WEBPVP8 "],
  ])("%s is known by its first bytes", (kind, start) => {
    expect(pictureKind(bytes(start))).toBe(kind);
  });

  test.each([
    ["nothing", ""],
    ["a page", "<!doctype html>"],
    ["a drawing that may hold a script", '<svg xmlns="http://www.w3.org/2000/svg">'],
    ["a sound in the same container as WebP", "RIFF\x00\x00\x00\x00WAVE"],
    ["a beginning that is cut off", "\x89PNG"],
  ])("%s is none", (_name, start) => {
    expect(pictureKind(bytes(start))).toBeUndefined();
  });
});

test.each([
  "../secret.png",
  "pictures/../a.png",
  "javascript:alert(1)",
  "pictures/0123456789abcdef.svg",
  "pictures/x.png",
])("%s is no place of a picture", (path) => {
  expect(picturePath.test(path)).toBe(false);
});
