import type { Language, SuggestionQuality } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { ReportTable } from "../report/report.ts";
import { leastInterviews, leastPassages } from "./classifier.ts";
import { precisionRecall } from "./precision-recall.ts";
import type { CodeQuality } from "./suggestion-quality.ts";
import type { SuggestionRun } from "./suggestion-run.ts";

/** Precision and recall of every code, with the counts they rest on. */
export function qualityTable(
  { method, quality: all }: SuggestionRun,
  language: Language,
): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const right = (label: string) => ({ label, align: "right" }) as const;
  const share = (value: number | undefined) =>
    value === undefined ? "–" : formatNumber(value, language, 2);
  return {
    caption:
      method === "dictionary"
        ? text("Güte je Code (Sätze)", "Quality by code (sentences)")
        : text(
            "Güte je Code, jedes Interview einmal ausgelassen (Sätze)",
            "Quality by code, leaving out one interview at a time (sentences)",
          ),
    columns: [
      { label: "Code", align: "left" },
      ...[right(text("Stellen", "Passages")), right("Interviews")],
      ...[right(text("richtig", "right")), right(text("falsch", "wrong"))],
      right(text("übersehen", "missed")),
      ...[right(text("Genauigkeit", "Precision")), right(text("Trefferquote", "Recall"))],
    ],
    lines: [
      ...all.map(({ code, passages, interviews, quality }) => [
        ...[code, String(passages), String(interviews)],
        ...qualityCells(quality, share),
      ]),
      [text("alle", "all"), "", "", ...qualityCells(summed(all), share)],
    ],
  };
}

type Counts = Pick<SuggestionQuality, "right" | "wrong" | "missed">;

function qualityCells(counts: Counts, share: (value: number | undefined) => string): string[] {
  const { precision, recall } = precisionRecall(counts);
  const { right, wrong, missed } = counts;
  return [...[right, wrong, missed].map(String), share(precision), share(recall)];
}

function summed(all: readonly CodeQuality[]): Counts {
  const sum = (name: keyof Counts) => all.reduce((total, each) => total + each.quality[name], 0);
  return { right: sum("right"), wrong: sum("wrong"), missed: sum("missed") };
}

/** Codes without a model, and why. */
export function refusalTable({ refusals }: SuggestionRun, language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const why = {
    "too-few": text(
      `zu wenig: nötig sind ${leastPassages} Stellen in ${leastInterviews} Interviews`,
      `too few: ${leastPassages} passages in ${leastInterviews} interviews are needed`,
    ),
    "never-right": text("in der Prüfung nie richtig", "never right in the test"),
  };
  return {
    caption: text("Codes ohne Vorschläge des Modells", "Codes without suggestions of the model"),
    columns: [
      { label: "Code", align: "left" },
      { label: text("Stellen", "Passages"), align: "right" },
      { label: "Interviews", align: "right" },
      { label: text("Warum", "Why"), align: "left" },
    ],
    lines: refusals.map(({ code, passages, interviews, reason }) => [
      ...[code, String(passages), String(interviews), why[reason]],
    ]),
  };
}
