/** The placeholders of options and arguments in German; those that stand for typed words (csv|json) have none. */
const german: Record<string, string> = {
  column: "Spalte",
  file: "Datei",
  version: "Version",
  folder: "Ordner",
  item: "Option",
  low: "kleinste",
  high: "größte",
  ids: "Nummern",
  id: "Nummer",
  name: "Name",
  names: "Namen",
  number: "Zahl",
  numbers: "Zahlen",
  ordner: "Ordner",
  share: "Anteil",
  sign: "Zeichen",
  slug: "Kürzel",
  url: "Adresse",
  variable: "Variable",
  words: "Worte",
};

/**
 * Flags with their placeholders in German.
 *
 * @example withGermanPlaceholders("--range <low,high>") // "--range <kleinste,größte>"
 */
export function withGermanPlaceholders(flags: string): string {
  return flags.replace(/[<[][^>\]]*[>\]]/g, (placeholder) =>
    placeholder.replace(/\p{L}+/gu, (word) => german[word] ?? word),
  );
}
