import type { Instrument, Language, LocalizedText, Question, ResponseScale } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";
import type { BuiltPage } from "./built-question.ts";

type Parts = {
  pages: readonly BuiltPage[];
  consent: { question: string; given: string };
  slug: string;
  version: string;
  languages: Language[];
  summary: LocalizedText;
  fileName: string;
  report: ReportWriter;
};

/** What the file tells about measurement; what it does not tell is worded as still to be completed. */
export function mehrwertBlock(parts: Parts): Instrument["mehrwert"] {
  const { pages, consent, slug, version, languages, summary, fileName, report } = parts;
  const built = pages.flatMap((page) => page.questions);
  const measured = built.filter(({ question }) => question.name !== consent.question);
  // An instrument has at least one item and construct; one that only ranks counts who takes part.
  const own = measured.some(({ items }) => items.length > 0) ? measured : built;
  const fallback = built.find(({ question }) => question.name === consent.question)?.question;
  const items = own.flatMap((one) => one.items);
  const constructs = own.flatMap((one) => one.constructs);
  const isBare = items.length === 0 && fallback !== undefined;
  const { scales, scaleOf } = sharedScales(built.flatMap((one) => one.scales));
  const blocks = blocksOf(pages, report);
  return {
    slug,
    version,
    languages,
    summary,
    targetGroup: say(
      "Noch zu ergänzen: für wen der Fragebogen ist.",
      "To be completed: for whom the questionnaire is.",
    ),
    durationMinutes: durationOf(built.map(({ question }) => question)),
    licence: "to be completed",
    sources: [
      {
        id: "imported-file",
        citation: `Imported from the file ${fileName}; source to be completed.`,
      },
    ],
    consent,
    constructs: isBare ? [...constructs, takingPart(fallback.name)] : constructs,
    scales,
    items: (isBare
      ? [{ id: fallback.name, question: fallback.name, construct: fallback.name }]
      : items
    ).map((item) => (item.scale === undefined ? item : { ...item, scale: scaleOf(item.scale) })),
    rankings: built.flatMap((one) => one.rankings),
    wordings: [],
    ...(blocks.length === 0 ? {} : { blocks }),
  };
}

function takingPart(id: string) {
  return {
    id,
    label: say("Teilnahme", "Participation"),
    definition: say("Wer teilnimmt.", "Who takes part."),
    level: "person",
    measure: "items",
  } as const;
}

/** Matrices with the same columns share one scale. */
function sharedScales(all: readonly ResponseScale[]) {
  const byContent = new Map<string, ResponseScale>();
  const chosen = new Map<string, string>();
  for (const scale of all) {
    const content = JSON.stringify(scale.options);
    const first = byContent.get(content) ?? scale;
    byContent.set(content, first);
    chosen.set(scale.id, first.id);
  }
  return { scales: [...byContent.values()], scaleOf: (id: string) => chosen.get(id) ?? id };
}

const secondsPer: Partial<Record<Question["type"], number>> = {
  ranking: 60,
  comment: 45,
  text: 20,
};

function durationOf(questions: readonly Question[]): { from: number; to: number } {
  const seconds = questions.reduce((sum, question) => {
    const rows = "rows" in question && Array.isArray(question.rows) ? question.rows.length : 0;
    return sum + (secondsPer[question.type] ?? 10) + rows * 7;
  }, 0);
  const minutes = Math.max(1, Math.round(seconds / 60));
  return { from: minutes, to: Math.max(minutes + 1, Math.ceil(minutes * 1.5)) };
}

/** Blocks of pages in random order; pages of one block must stand side by side. */
function blocksOf(pages: readonly BuiltPage[], report: ReportWriter) {
  const wanted = new Set(pages.map(({ block }) => block).filter((block) => block !== undefined));
  return [...wanted].flatMap((name) => {
    const places = pages.flatMap(({ block }, place) => (block === name ? [place] : []));
    const [first = 0, last = 0] = [places[0], places.at(-1)];
    if (places.length >= 2 && last - first + 1 === places.length && first > 0) {
      return [{ name, pages: places.flatMap((place) => pages[place]?.name ?? []) }];
    }
    report.leaveOut(
      pages[first]?.where ?? "–",
      say(
        `zufällige Reihenfolge der Seiten im Block „${name}“`,
        `random order of the pages in the block “${name}”`,
      ),
      say(
        "Sie stehen nicht nebeneinander oder es ist nur eine.",
        "They do not stand side by side, or there is only one.",
      ),
    );
    return [];
  });
}
