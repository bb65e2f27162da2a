import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippetCompletion,
} from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import { hoverTooltip } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import { literalsOf, namesIn, stepsTo } from "./json-places.ts";
import { type JsonSchema, resolved, schemasAt } from "./json-schema.ts";

/** Offers what the schema allows at the cursor: names of members that are not there yet, and fixed values. */
export function schemaCompletion(root: JsonSchema) {
  return (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString();
    const node = syntaxTree(context.state).resolveInner(context.pos, -1);
    const word = context.matchBefore(/"[\w$.-]*|\w+/);
    if (word === null && !context.explicit) return null;
    if (word?.text === '"' && isClosingQuote(node, context.pos)) return null;
    const from = word?.from ?? context.pos;
    const to =
      text[context.pos] === '"' && word?.text.startsWith('"') ? context.pos + 1 : context.pos;
    const options = isValuePlace(text, from)
      ? valueOptions(root, text, valueHolder(node, from), from)
      : nameOptions(root, { text, node, hasColon: /^\s*:/.test(text.slice(to, to + 20)) });
    return options.length === 0 ? null : { from, to, options, filter: true };
  };
}

/** Explains the name under the pointer. */
export function schemaHover(root: JsonSchema) {
  return hoverTooltip((view, position) => {
    const node = syntaxTree(view.state).resolveInner(position, 1);
    const value = node.name === "PropertyName" ? node.parent?.lastChild : undefined;
    if (!value || value.name === "PropertyName") return null;
    const text = view.state.doc.toString();
    const literals = value.name === "Object" ? literalsOf(value, text) : new Map();
    const said = [
      ...new Set(schemasAt(root, stepsTo(text, value), literals).map((each) => each.description)),
    ].filter((each) => each !== undefined);
    if (said.length !== 1) return null;
    return {
      pos: node.from,
      end: node.to,
      create: () => {
        const dom = document.createElement("div");
        dom.className = "cm-schema-hover";
        dom.textContent = said.join(" ");
        return { dom };
      },
    };
  });
}

/** A value is due after a colon, and in a list. */
function isValuePlace(text: string, from: number): boolean {
  return /:\s*$/.test(text.slice(Math.max(0, from - 200), from));
}

function around(node: SyntaxNode, name: string): SyntaxNode | undefined {
  for (let each: SyntaxNode | null = node; each; each = each.parent)
    if (each.name === name) return each;
  return undefined;
}

/** A quote that ends a text begins none. */
function isClosingQuote(node: SyntaxNode, position: number): boolean {
  const isText = node.name === "String" || node.name === "PropertyName";
  return isText && node.to === position && node.to - node.from > 1;
}

/** The member whose value is due here; while that is missing, the place lies beside it. */
function valueHolder(node: SyntaxNode, position: number): SyntaxNode | undefined {
  for (let each: SyntaxNode | null = node; each; each = each.parent) {
    if (each.name === "Property") return each;
    if (each.name === "Object")
      return each.getChildren("Property").findLast(({ from }) => from < position);
  }
  return undefined;
}

function valueOptions(
  root: JsonSchema,
  text: string,
  property: SyntaxNode | undefined,
  from: number,
): Completion[] {
  const object = property && around(property, "Object");
  const name = property?.getChild("PropertyName");
  if (!object || !name || name.to > from) return [];
  const key = text.slice(name.from + 1, name.to - 1);
  const literals = literalsOf(object, text);
  literals.delete(key);
  const steps = [...stepsTo(text, object), { key, literals }];
  const found = new Map<string, string | undefined>();
  for (const schema of schemasAt(root, steps, new Map())) {
    const fixed = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
    for (const value of schema.type === "boolean" && fixed.length === 0 ? [true, false] : fixed)
      found.set(JSON.stringify(value), schema.description);
  }
  return [...found].map(([label, info]) => ({ label, type: "enum", ...(info && { info }) }));
}

function nameOptions(
  root: JsonSchema,
  { text, node, hasColon }: { text: string; node: SyntaxNode; hasColon: boolean },
): Completion[] {
  const object = around(node, "Object");
  if (!object) return [];
  const there = new Set(namesIn(object, text));
  const options = new Map<string, Completion>();
  for (const schema of schemasAt(root, stepsTo(text, object), literalsOf(object, text))) {
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      if (there.has(name) || options.has(name)) continue;
      options.set(name, nameOption(root, { name, member, schema, hasColon }));
    }
  }
  return [...options.values()];
}

function nameOption(
  root: JsonSchema,
  {
    name,
    member,
    schema,
    hasColon,
  }: { name: string; member: JsonSchema; schema: JsonSchema; hasColon: boolean },
): Completion {
  const meant = resolved(root, member);
  const isRequired = schema.required?.includes(name) === true;
  const completion: Completion = {
    label: `"${name}"`,
    type: "property",
    boost: isRequired ? 1 : 0,
    ...(meant.description && { info: meant.description }),
  };
  return hasColon
    ? completion
    : snippetCompletion(`"${name}": ${template(root, meant)}`, completion);
}

/** Where the cursor goes within what is written. */
const hole = ["$", "{}"].join("");

/** What is written for a value to begin with. */
function template(root: JsonSchema, schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === "string") return `"${hole}"`;
  if (schema.type === "array") return `[${hole}]`;
  if (schema.type !== "object") return hole;
  const required = schema.required ?? [];
  const isTexts = required.every(
    (name) => resolved(root, schema.properties?.[name] ?? {}).type === "string",
  );
  if (required.length === 0 || required.length > 2 || !isTexts) return `{ ${hole} }`;
  return `{ ${required.map((name) => `"${name}": "${hole}"`).join(", ")} }`;
}
