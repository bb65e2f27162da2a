import type { Language } from "@mehrwert/study";
import type { SourceSurvey, SourceText } from "../source-survey.ts";

/** The language of ours that a language tag of a file means: `de-informal`, `DE`, `en-GB`. */
export function ownLanguage(tag: string): Language | undefined {
  const [main] = tag.toLowerCase().split(/[-_]/);
  return main === "de" || main === "en" ? main : undefined;
}

/** The tag to read for a language: the plain one before variants such as `de-informal`. */
export function tagFor(language: Language, tags: Iterable<string>): string | undefined {
  const fitting = [...tags].filter((tag) => ownLanguage(tag) === language);
  return fitting.find((tag) => tag.toLowerCase() === language) ?? fitting[0];
}

/** Every language tag that carries words somewhere in the file. */
export function languageTags(survey: SourceSurvey): Set<string> {
  const tags = new Set<string>();
  for (const text of allTexts(survey)) {
    for (const [tag, words] of text) if (words.trim() !== "") tags.add(tag);
  }
  return tags;
}

/** What the authors themselves worded; options may be words of ours, such as yes and no. */
function allTexts(survey: SourceSurvey): SourceText[] {
  const texts = [survey.title, survey.description];
  for (const page of survey.pages) {
    texts.push(page.title, page.description);
    for (const { title, help, shape } of page.questions) {
      texts.push(title, help);
      if ("rows" in shape) texts.push(...shape.rows.map((row) => row.text));
    }
  }
  return texts.filter((text) => text !== undefined);
}
