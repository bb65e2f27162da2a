/** A JSON pointer (RFC 6901) in its fragment form: `jsonPointer(["answers", "ro", 1])` is `#/answers/ro/1`. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => String(part).replaceAll("~", "~0").replaceAll("/", "~1"));
  return ["#", ...parts].join("/");
}
