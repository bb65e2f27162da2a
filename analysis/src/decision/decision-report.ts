import type { Dataset, Language } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { Report, ReportSection } from "../report/report.ts";
import { originText, studyOrigin } from "../text-table/study-origin.ts";
import { criteriaSection, criterionName } from "./criteria-section.ts";
import { conflictSentence, decisionMethod, fewPlanners } from "./decision-words.ts";
import {
  type GroupDecision,
  groupDecisions,
  type PlannerNotes,
  plannerNotes,
} from "./joint-decision.ts";

/**
 * What a planning group has to talk about, on one page: recommendation, reasons, where planners differ, what they noted.
 */
export function decisionReport(
  dataset: Dataset,
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): Report {
  const { study, responses } = dataset.manifest;
  const text = (de: string, en: string) => ({ de, en })[language];
  const decisions = groupDecisions(dataset);
  const isFew = responses > 0 && responses < study.minimumGroupSize;
  return {
    language,
    title: `${text("Gemeinsames Ergebnis:", "Joint result:")} ${study.title[language]}`,
    isSimulated: study.isSimulated,
    warnings: isFew ? [fewPlanners(study.minimumGroupSize)[language]] : [],
    facts: [
      ...studyOrigin(dataset.manifest).map((fact) => originText(fact, language)),
      { label: text("Planende", "Planners"), value: formatNumber(responses, language) },
      { label: text("Ausgewertet mit", "Analysed with"), value: `Mehrwert ${softwareVersion}` },
    ],
    sections: [
      ...decisions.flatMap((decision) => [
        recommendationSection(decision, language),
        criteriaSection(decision, language),
      ]),
      ...notesSection(plannerNotes(dataset), language),
    ],
    method: decisions.flatMap(({ rules }) => decisionMethod(rules).map((each) => each[language])),
    notes: [],
    assumptions: [
      text(
        "Ein Mittel verdeckt, wer anders denkt. Die Zahlen beginnen das Gespräch, sie beenden es nicht.",
        "A mean hides who thinks otherwise. The numbers start the discussion; they do not end it.",
      ),
    ],
  };
}

function recommendationSection(
  { rules, joint, criteria }: GroupDecision,
  language: Language,
): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  if (joint === undefined) {
    const heading = text("Noch keine Empfehlung", "No recommendation yet");
    const unrated = criteria
      .filter(({ n }) => n === 0)
      .map((each) => criterionName(rules, each, language));
    const none = text(
      `Niemand hat beurteilt: ${unrated.join(" · ")}`,
      `Nobody has rated: ${unrated.join(" · ")}`,
    );
    return { heading, sentences: [none], tables: [], figures: [] };
  }
  const { low, high } = rules.outcomes;
  const { outcome, isConflict, advice } = joint;
  const score = formatNumber(joint.score, language, 2);
  const scoreSentence = text(
    `Der Punktwert s ist ${score}; er reicht von −1 (${low.text.de}) bis +1 (${high.text.de}).`,
    `The score s is ${score}; it runs from −1 (${low.text.en}) to +1 (${high.text.en}).`,
  );
  return {
    heading: `${text("Empfehlung", "Recommendation")}: ${rules.outcomes[outcome].text[language]}`,
    sentences: [
      ...advice.map((each) => each[language]),
      scoreSentence,
      ...(isConflict ? [conflictSentence(rules)[language]] : []),
      rules.note[language],
    ],
    tables: [
      {
        caption: text(
          "Was in die Empfehlung eingeht",
          "What the recommendation takes into account",
        ),
        columns: [{ label: text("Grund", "Reason"), align: "left" }],
        lines: joint.reasons.map((reason) => [reason[language]]),
      },
    ],
    figures: [],
  };
}

function notesSection(notes: readonly PlannerNotes[], language: Language): ReportSection[] {
  if (notes.length === 0) return [];
  return [
    {
      heading: { de: "Notierte Gründe", en: "Reasons noted" }[language],
      sentences: [],
      tables: notes.map(({ question, texts }) => ({
        caption: question[language],
        columns: [{ label: { de: "Notiz", en: "Note" }[language], align: "left" }],
        lines: texts.map((each) => [each]),
      })),
      figures: [],
    },
  ];
}
