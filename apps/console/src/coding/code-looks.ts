import { type Code, type Codebook, codeLineage, codeSubtree } from "@mehrwert/study";

/** How a code is told from others: a colour per main category, a kind of line within it, and a key. */
export type CodeLook = {
  /** 0 to 7, see coding.css. */
  hue: number;
  line: "solid" | "dashed" | "dotted" | "double" | "wavy";
  key: string | undefined;
};

const lines = ["solid", "dashed", "dotted", "double", "wavy"] as const;

/** Keys in the order in which codes get them; `m` writes a memo. */
const keys = [..."1234567890abcdefghijklnopqrstuvwxyz"];

/** The looks of all codes, in the order of the tree. Headings are not coded and have no key; beyond 35 codes there is the search. */
export function codeLooks(codebook: Pick<Codebook, "codes">): ReadonlyMap<string, CodeLook> {
  const looks = new Map<string, CodeLook>();
  const families = new Map<string, number>();
  let [hues, used] = [0, 0];
  for (const { id, isHeading } of codeSubtree(codebook)) {
    const lineage = codeLineage(codebook, id);
    const top = lineage[0]?.isHeading === true ? (lineage[1]?.id ?? id) : (lineage[0]?.id ?? id);
    const place = families.get(top);
    const number = place ?? 8 * hues++;
    families.set(top, number + 1);
    looks.set(id, {
      hue: Math.floor(number / 8) % 8,
      line: lines[(number % 8) % lines.length] ?? "solid",
      key: isHeading === true ? undefined : keys[used++],
    });
  }
  return looks;
}

/** The code that a key gives. */
export function codeOfKey(looks: ReadonlyMap<string, CodeLook>, key: string): string | undefined {
  for (const [id, look] of looks) if (look.key === key) return id;
  return undefined;
}

/** Whether a code is meant by what somebody typed: part of its name or label. */
export function isFound({ id, label }: Code, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return [id, label.de, label.en].some((text) => text.toLowerCase().includes(wanted));
}
