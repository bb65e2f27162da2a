import { CompletionContext } from "@codemirror/autocomplete";
import { json } from "@codemirror/lang-json";
import { EditorState } from "@codemirror/state";
import { instrumentJsonSchema } from "@mehrwert/study";
import { expect, test } from "vitest";
import type { JsonSchema } from "./json-schema.ts";
import { schemaCompletion } from "./schema-completion.ts";

const schema: JsonSchema = JSON.parse(JSON.stringify(instrumentJsonSchema()));
const complete = schemaCompletion(schema);

/** The labels offered where the text has a bar. */
function offered(text: string): string[] {
  const pos = text.indexOf("|");
  const state = EditorState.create({ doc: text.replace("|", ""), extensions: [json()] });
  const result = complete(new CompletionContext(state, pos, true));
  return result?.options.map(({ label }) => label) ?? [];
}

test("an empty file is offered the parts of an instrument", () => {
  expect(offered("{ | }")).toEqual(expect.arrayContaining(['"title"', '"pages"', '"mehrwert"']));
});

test("what is there already is not offered again", () => {
  expect(offered('{ "title": { "de": "a", "en": "b" }, "|" }')).not.toContain('"title"');
});

test("a question is offered the members of its type", () => {
  const names = offered('{ "pages": [{ "elements": [{ "type": "ranking", "|" }] }] }');
  expect(names).toContain('"selectToRankEnabled"');
  expect(names).not.toContain('"rows"');
});

test("after the colon the allowed values are offered, quoted where they are texts", () => {
  const types = offered('{ "pages": [{ "elements": [{ "type": "| }] }] }');
  expect(types).toEqual(expect.arrayContaining(['"radiogroup"', '"maxdiff"']));
  const orders = offered('{ "pages": [{ "questionOrder": | }] }');
  expect(orders).toEqual(['"initial"', '"random"']);
  expect(offered('{ "mehrwert": { "items": [{ "reverseKeyed": | }] } }')).toEqual([
    "true",
    "false",
  ]);
});

test("a text of one's own is offered nothing", () => {
  expect(offered('{ "title": { "de": "|" } }')).toEqual([]);
});
