import { describe, expect, it } from "@jest/globals";
import { sealed } from "./seal.js";

describe("an Allure page", () => {
  it("is given a policy before anything else, and loses what would load", () => {
    const page = sealed(
      '<html><head><meta charset="utf-8"><script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>' +
        '<script>window.x = 1;</script><script>gtag("js")</script><link rel="icon" href="http://e.example/i.ico">' +
        '<link rel="stylesheet" href="data:text/css;base64,AA=="></head><body></body></html>',
    );
    expect(page).toMatch(/^<html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'/);
    expect(page).not.toMatch(/gtag|https?:\/\//);
    expect(page).toContain("<script>window.x = 1;</script>");
    expect(page).toContain("data:text/css;base64,AA==");
  });
});
