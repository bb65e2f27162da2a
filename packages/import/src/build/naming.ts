/** Names that mean something else to a dataset, to SurveyJS, in conditions or to the program. */
const reserved =
  /^(id|language|true|false|dk|na|refused|constructor|prototype|locale|pageno|pagecount|questioncount|(in)?correct(ed)?answer(s|count)?)$|equals/;

/**
 * A name of ours for a name of the file: lower-case words joined by hyphens, a letter first.
 *
 * @example identifierOf("Q1_Größe", "q") // "q1-groesse"
 */
export function identifierOf(code: string, prefix: string): string {
  const words = code
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const isFit = /^[a-z]/.test(words) && !reserved.test(words);
  return (
    isFit ? words : [prefix, words.replaceAll("equals", "equal")].filter(Boolean).join("-")
  ).slice(0, 56);
}

/** Gives every name once; a second of the same name gets a number. */
export type Namer = (code: string, prefix: string) => string;

/** A namer that knows no names yet. */
export function namer(): Namer {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (code, prefix) => {
    const wanted = identifierOf(code, prefix);
    let name = wanted;
    let count = counts.get(wanted) ?? 1;
    while (taken.has(name)) {
      count += 1;
      name = `${wanted}-${count}`;
    }
    counts.set(wanted, count);
    taken.add(name);
    return name;
  };
}
