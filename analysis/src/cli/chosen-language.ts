import type { Language } from "@mehrwert/study";
import type { Shell } from "./shell.ts";

/**
 * The language a person gets: `--lang`, else MEHRWERT_LANG, else German if LC_ALL, LC_MESSAGES or LANG (the first that is
 * set) begins with `de`, else English. Values that are no language are passed over here and refused by the command.
 */
export function chosenLanguage(argv: readonly string[], env: Shell["env"]): Language {
  return (
    languageOf(optionValue(argv)) ??
    languageOf(env.MEHRWERT_LANG) ??
    ((env.LC_ALL || env.LC_MESSAGES || env.LANG || "").toLowerCase().startsWith("de") ? "de" : "en")
  );
}

function optionValue(argv: readonly string[]): string | undefined {
  const joined = argv.find((word) => word.startsWith("--lang="));
  if (joined !== undefined) return joined.slice("--lang=".length);
  const index = argv.indexOf("--lang");
  return index < 0 ? undefined : argv[index + 1];
}

function languageOf(value: string | undefined): Language | undefined {
  return value === "de" || value === "en" ? value : undefined;
}
