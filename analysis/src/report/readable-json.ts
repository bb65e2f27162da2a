const widestLine = 100;

/**
 * JSON for people and programs: indented by two, lists of plain values on one line where they fit into 100 characters.
 *
 * @example readableJson({ a: [1, 2] }) // '{\n  "a": [1, 2]\n}\n'
 */
export function readableJson(value: unknown): string {
  const lines: string[] = [];
  let list: string[] | undefined;
  for (const line of JSON.stringify(value, null, 2).split("\n")) {
    const trimmed = line.trim();
    if (line.endsWith("[")) {
      lines.push(...(list ?? []));
      list = [line];
    } else if (list === undefined) lines.push(line);
    else if (/^\],?$/.test(trimmed)) {
      lines.push(...joined(list, line));
      list = undefined;
    } else if (trimmed.endsWith("{")) {
      lines.push(...list, line);
      list = undefined;
    } else list.push(line);
  }
  return `${lines.join("\n")}\n`;
}

/** The list on one line, or as it was if that would be too wide. */
function joined(list: readonly string[], end: string): string[] {
  const [head = "", ...items] = list;
  const line = `${head}${items.map((item) => item.trim()).join(" ")}${end.trim()}`;
  return line.length <= widestLine ? [line] : [...list, end];
}
