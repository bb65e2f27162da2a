import { parseSync, Visitor } from "vite";

/** One import of a source file: what it names, and whether it is for types only. */
export type Import = { specifier: string; typeOnly: boolean };

/**
 * Every module a TypeScript source names: static and dynamic imports, re-exports and type imports.
 * @throws SyntaxError if the source cannot be parsed
 */
export function importsOf(path: string, source: string): Import[] {
  const parsed = parseSync(path, source);
  const error = parsed.errors[0];
  if (error) throw new SyntaxError(`${path}: ${error.message}`);
  const found: Import[] = [];
  const add = (node: unknown, typeOnly: boolean) => {
    if (typeof node !== "object" || node === null || !("value" in node)) return;
    if (typeof node.value === "string") found.push({ specifier: node.value, typeOnly });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === "type"),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === "type"),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === "type"),
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
  }).visit(parsed.program);
  return found;
}
