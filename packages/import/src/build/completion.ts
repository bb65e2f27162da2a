import { type Language, languages } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { BuiltPage } from "./built-question.ts";
import type { BuildContext } from "./context.ts";

type Built = { pages: readonly BuiltPage[]; isAdded: boolean };

/** Lists what the file could not tell: translations, sources, definitions, consent. */
export function reportIncomplete(
  { pages, isAdded }: Built,
  { report, localizer }: BuildContext,
): void {
  report.complete({
    path: "/mehrwert/sources",
    what: say("Quellen und Lizenz", "sources and licence"),
    advice: say(
      "Woher stammen die Fragen, und dürfen Sie sie verwenden? Ergänzen Sie „sources“ und „licence“.",
      "Where do the questions come from, and may you use them? Complete “sources” and “licence”.",
    ),
  });
  report.complete({
    path: "/mehrwert/targetGroup",
    what: say("Zielgruppe, Kurzbeschreibung und Dauer", "target group, summary and duration"),
    advice: say("Ergänzen oder prüfen Sie die Angaben.", "Complete or check them."),
  });
  report.complete({
    path: "/mehrwert/constructs",
    what: say("Konstrukte", "constructs"),
    advice: say(
      "Jede Frage ist vorerst ihr eigenes Konstrukt. Fassen Sie zusammen, was dasselbe misst, definieren Sie es und kennzeichnen Sie umgekehrt gepolte Items.",
      "Every question is its own construct for now. Put together what measures the same, define it, and mark reverse-keyed items.",
    ),
  });
  if (isAdded) {
    report.complete({
      path: "/pages/0",
      what: say("Einwilligung", "consent"),
      advice: say(
        "Die Seite ist von uns. Passen Sie den Wortlaut an Ihre Studie an.",
        "The page is ours. Fit its wording to your study.",
      ),
    });
  }
  const owners = [
    { owner: "", path: "/title" },
    ...pages.flatMap((page, place) => [
      { owner: `page ${page.code}`, path: `/pages/${place}` },
      ...page.questions.map(({ code }, element) => ({
        owner: code,
        path: `/pages/${place}/elements/${element}`,
      })),
    ]),
  ];
  for (const { owner, path } of owners) {
    for (const language of languages) {
      const count = localizer.untranslated(owner).get(language) ?? 0;
      if (count > 0) report.complete(untranslated(path, language, count));
    }
  }
}

function untranslated(path: string, language: Language, count: number) {
  const { de, en } = {
    de: say("deutsche", "German"),
    en: say("englische", "English"),
  }[language];
  return {
    path,
    what: say(`Fehlende ${de} Texte: ${count}`, `${en} texts missing: ${count}`),
    advice: say(
      "Dort steht der Text der anderen Sprache. Übersetzen Sie ihn.",
      "The text of the other language stands there. Translate it.",
    ),
  };
}
