import { describe, expect, test } from "vitest";
import { chosenLanguage } from "./chosen-language.ts";

describe("chosenLanguage", () => {
  test.each([
    [{ query: "de", acceptLanguage: "en" }, "de"],
    [{ query: "fr", acceptLanguage: "de-CH" }, "de"],
    [{ acceptLanguage: "en;q=0.3, de;q=0.9" }, "de"],
    [{ acceptLanguage: "de;q=0, en;q=0.1" }, "en"],
    [{ acceptLanguage: "fr, pl", contentLanguage: "de" }, "de"],
    [{ acceptLanguage: "*", contentLanguage: "nonsense" }, "en"],
    [{ acceptLanguage: ",;q=,;;" }, "en"],
    [{}, "en"],
  ] as const)("reads %o as %s", (wishes, language) => {
    expect(chosenLanguage(wishes, "en")).toBe(language);
  });
});
