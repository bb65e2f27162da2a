import type { Step } from "./json-places.ts";

/** The part of JSON Schema that our generated schema uses. */
export type JsonSchema = {
  $ref?: string;
  allOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  required?: string[];
  items?: JsonSchema;
  enum?: (string | number | boolean)[];
  const?: string | number | boolean;
  description?: string;
  definitions?: Record<string, JsonSchema>;
};

type Literals = ReadonlyMap<string, string>;

/**
 * What may stand at a place: every schema that still can apply. Of alternatives only those remain that the texts
 * written there (`"type": "ranking"`) do not rule out.
 */
export function schemasAt(
  root: JsonSchema,
  steps: readonly Step[],
  literals: Literals,
): JsonSchema[] {
  let found: JsonSchema[] = [root];
  for (const { key, literals: around } of steps) {
    found = found
      .flatMap((schema) => alternatives(root, schema, around))
      .flatMap((schema) => below(schema, key));
  }
  return found.flatMap((schema) => alternatives(root, schema, literals));
}

function below(schema: JsonSchema, key: string | number): JsonSchema[] {
  if (typeof key === "number") return schema.items ? [schema.items] : [];
  const named = schema.properties?.[key];
  if (named) return [named];
  const { additionalProperties } = schema;
  return typeof additionalProperties === "object" ? [additionalProperties] : [];
}

function alternatives(root: JsonSchema, schema: JsonSchema, literals: Literals): JsonSchema[] {
  if (schema.$ref !== undefined) {
    const target = root.definitions?.[schema.$ref.replace("#/definitions/", "")];
    return target === undefined ? [] : alternatives(root, target, literals);
  }
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (parts.length === 0) return [schema].filter((each) => isPossible(each, literals));
  const found = parts.flatMap((part) => alternatives(root, part, literals));
  const { description } = schema;
  return description === undefined || found.length !== 1
    ? found
    : found.map((each) => ({ ...each, description }));
}

function isPossible({ properties = {} }: JsonSchema, literals: Literals): boolean {
  return [...literals].every(([name, text]) => {
    const wanted = properties[name]?.const;
    return wanted === undefined || wanted === text;
  });
}

/** The schema behind references, as far as it is a single one. */
export function resolved(root: JsonSchema, schema: JsonSchema): JsonSchema {
  const found = alternatives(root, schema, new Map());
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : schema;
}
