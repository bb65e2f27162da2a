import type { Language } from "@mehrwert/study";
import { randomSelection } from "../covariates/source-facts.ts";
import { formatNumber } from "../number-format.ts";
import type { Report } from "../report/report.ts";
import { smallGroupWarning } from "../text-table/small-group-warning.ts";
import { originText, studyOrigin } from "../text-table/study-origin.ts";
import type { Description } from "./describe-dataset.ts";
import { descriptionSection } from "./description-section.ts";
import type { ImportancePerformance } from "./importance-performance.ts";
import { importanceSection } from "./importance-section.ts";

/** How to write a description; `pairs` puts importance beside performance, before all questions. */
type DescriptionSettings = {
  language: Language;
  softwareVersion: string;
  pairs?: ImportancePerformance;
};

/** Every variable of a dataset as a report in one language. */
export function descriptionReport(
  { dataset, sections, smallGroups }: Description,
  { language, softwareVersion, pairs }: DescriptionSettings,
): Report {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { manifest, dictionary } = dataset;
  const least = manifest.study.minimumGroupSize;
  const few = manifest.responses < least ? [manifest.study.title[language]] : [];
  const names = [...new Set(smallGroups.map(({ variable }) => variable))];
  const groups = names
    .map((name) => {
      const codes = smallGroups.filter(({ variable }) => variable === name);
      return `${name} (${codes.map(({ code }) => code).join(", ")})`;
    })
    .join("; ");
  return {
    language,
    title: text(
      `Alle Antworten: ${manifest.study.title.de}`,
      `All answers: ${manifest.study.title.en}`,
    ),
    isSimulated: manifest.study.isSimulated,
    warnings: smallGroupWarning(few, least, language),
    facts: [
      ...studyOrigin(manifest).map((fact) => originText(fact, language)),
      {
        label: text("Befragte", "Respondents"),
        value: formatNumber(manifest.responses, language),
      },
      { label: text("Ausgewertet mit", "Analysed with"), value: `Mehrwert ${softwareVersion}` },
    ],
    sections: [
      ...(pairs === undefined ? [] : [importanceSection(pairs, language)]),
      ...sections.map((section) => descriptionSection(section, dictionary, language)),
    ],
    method: [
      text(
        "Anteile unter denen, die geantwortet haben, mit Wilson-Intervall (95 %); Streuung mit Teiler n − 1. Kein Startwert: nichts ist gezogen.",
        "Shares of those who answered, with Wilson intervals (95%); standard deviation with divisor n − 1. No seed: nothing is drawn.",
      ),
      text(
        "Aussagen sind beschrieben, wie sie bewertet wurden; umgekehrt gepolte sind hier nicht gedreht.",
        "Items are described as they were rated; reverse-keyed ones are not turned here.",
      ),
    ],
    notes:
      groups === ""
        ? []
        : [
            text(
              `Von weniger als ${least} Personen gegeben: ${groups}. Fassen Sie solche Gruppen vor einer Veröffentlichung zusammen.`,
              `Given by fewer than ${least} people: ${groups}. Merge such groups before publishing.`,
            ),
          ],
    assumptions: [
      text(
        "Wer eine Frage ausließ, steht außerhalb der Anteile. Lassen eher Unzufriedene aus, wirkt das Ergebnis zu günstig.",
        "Those who skipped a question are outside the shares. If the dissatisfied skip more often, results look too favourable.",
      ),
      text(
        "Mittelwerte behandeln die Stufen einer Antwortskala als gleich weit voneinander entfernt.",
        "Means treat the points of a response scale as equally far apart.",
      ),
      randomSelection[language],
    ],
  };
}
