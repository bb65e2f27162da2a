import { jsonLanguage } from "@codemirror/lang-json";
import { expect, test } from "vitest";
import { stepsTo, stretchAt } from "./json-places.ts";

const text = `{
  "pages": [{ "name": "start", "a/b": 1 }, { "elements": [{ "type": "nps" }] }]
}`;

function said(pointer: string, source = text): string {
  const { from, to } = stretchAt(jsonLanguage.parser.parse(source), source, pointer);
  return source.slice(from, to);
}

test("stretchAt finds values, and the names of what is long", () => {
  expect(said("/pages/0/name")).toBe('"start"');
  expect(said("#/pages/1/elements/0/type")).toBe('"nps"');
  expect(said("/pages")).toBe('"pages"');
  expect(said("/pages/1/elements")).toBe('"elements"');
  expect(said("/pages/0/a~1b")).toBe("1");
});

test("stretchAt shows the first character of an entry of a list", () => {
  expect(said("/pages/1")).toBe("{");
});

test("stretchAt goes as deep as there is something", () => {
  expect(said("/pages/0/title/de")).toBe("{");
  expect(said("/nothing")).toBe("{");
});

test("stretchAt of the root is where the text stops being JSON", () => {
  const broken = '{ "a": 1, "b" 2 }';
  const { from } = stretchAt(jsonLanguage.parser.parse(broken), broken, "/");
  expect(from).toBeGreaterThanOrEqual(broken.indexOf('"b"') + 3);
  expect(from).toBeLessThanOrEqual(broken.indexOf("2"));
  expect(stretchAt(jsonLanguage.parser.parse(""), "", "/")).toEqual({ from: 0, to: 0 });
});

test("stepsTo tells the way to a place and what the objects around it say", () => {
  const node = jsonLanguage.parser.parse(text).resolveInner(text.indexOf("nps"), 1);
  expect(stepsTo(text, node).map(({ key }) => key)).toEqual(["pages", 1, "elements", 0, "type"]);
  expect(stepsTo(text, node).at(-1)?.literals).toEqual(new Map([["type", "nps"]]));
});
