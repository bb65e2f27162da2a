import { expect, test } from "vitest";
import { everyTypeInstrument } from "./example/every-type-instrument.ts";
import { placesReached } from "./places-reached.ts";

test("a page that nobody saw takes nothing from a question of its name elsewhere", () => {
  const instrument = structuredClone(everyTypeInstrument);
  const text = { de: "Was noch?", en: "What else?" };
  instrument.pages.push({
    name: "form",
    title: text,
    visibleIf: "{form} = 'full'",
    elements: [{ type: "comment", name: "more", title: text, maxLength: 100 }],
  });
  const states = (form: string) =>
    placesReached(instrument, { answers: { consent: "yes", form }, presentation: {} });
  expect(states("pulse").get("more")).toBe("not-shown");
  expect(states("pulse").get("form")).toBe("reached");
  expect(states("full").get("more")).toBe("reached");
});
