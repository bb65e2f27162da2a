import { type Language, languages } from "../language.ts";
import type { Study } from "../study.ts";
import { type InformationName, informationNames } from "./planned-text.ts";

/** The texts of a study's information sheet that are empty in a language it is asked in, in reading order. */
export function missingInformation({
  informationSheet,
  languages: asked,
}: Pick<Study, "informationSheet" | "languages">): {
  name: InformationName;
  language: Language;
}[] {
  return informationNames.flatMap((name) =>
    (asked ?? languages)
      .filter((language) => !informationSheet[name]?.[language]?.trim())
      .map((language) => ({ name, language })),
  );
}
