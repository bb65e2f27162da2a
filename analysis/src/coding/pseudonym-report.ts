import type { Language } from "@mehrwert/study";
import type { Report, ReportSection } from "../report/report.ts";
import type { Pseudonymised } from "./pseudonymise.ts";
import type { CodingReportSettings } from "./report-frame.ts";

/** What would be replaced and what would not, before anything is written. It holds real names. */
export function previewReport(
  done: readonly { document: string; result: Pseudonymised }[],
  { language, softwareVersion }: CodingReportSettings,
): Report {
  const text = (de: string, en: string) => ({ de, en })[language];
  return {
    language,
    title: text("Vorschau: Namen ersetzen", "Preview: replacing names"),
    isSimulated: false,
    warnings: [
      text(
        "Diese Vorschau enthält echte Namen. Nichts ist geschrieben; --out und --log schreiben.",
        "This preview holds real names. Nothing is written; --out and --log write.",
      ),
    ],
    facts: [{ label: text("Ausgeführt mit", "Made with"), value: `Mehrwert ${softwareVersion}` }],
    sections: [replacedSection(done, language), openSection(done, language)],
    method: [
      text(
        "Ersetzt werden ganze Wörter, buchstabengetreu, auch mit Genitiv-s. Funktionen, Orte im Zusammenhang und Erkennbares ohne Namen findet kein Programm.",
        "Whole words are replaced, letter for letter, also with a genitive s. No program finds posts, places by context, or what is recognisable without a name.",
      ),
    ],
    notes: [],
    assumptions: [],
  };
}

type Done = readonly { document: string; result: Pseudonymised }[];

function replacedSection(done: Done, language: Language): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const left = (de: string, en: string) => ({ label: text(de, en), align: "left" }) as const;
  const lines = done.flatMap(({ document, result }) =>
    result.replacements.map(({ line, found, replacement, before, after }) => [
      ...[document, String(line), found, replacement, `…${before}${found}${after}…`],
    ]),
  );
  return {
    heading: text("Wird ersetzt", "Will be replaced"),
    sentences: [
      text(
        `${lines.length} Stellen in ${done.length} Transkripten.`,
        `${lines.length} places in ${done.length} transcripts.`,
      ),
    ],
    tables: [
      {
        caption: text("Ersetzungen", "Replacements"),
        columns: [
          left("Transkript", "Transcript"),
          { label: text("Zeile", "Line"), align: "right" },
          left("Gefunden", "Found"),
          left("Ersatz", "Replacement"),
          left("Im Zusammenhang", "In context"),
        ],
        lines,
      },
    ],
    figures: [],
  };
}

function openSection(done: Done, language: Language): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const left = (de: string, en: string) => ({ label: text(de, en), align: "left" }) as const;
  const lines = done.flatMap(({ document, result }) =>
    result.suspicions.map(({ line, word, name }) => [document, String(line), word, name]),
  );
  return {
    heading: text("Wird nicht ersetzt: bitte ansehen", "Will not be replaced: please look"),
    sentences: [
      lines.length === 0
        ? text("Nichts sieht einem der Namen ähnlich.", "Nothing resembles any of the names.")
        : text(
            `${lines.length} Wörter enthalten einen der Namen. Was gemeint ist, gehört als Variante in die Liste.`,
            `${lines.length} words hold one of the names. What is meant belongs in the list as a variant.`,
          ),
    ],
    tables: [
      {
        caption: text("Ähnliche Wörter", "Similar words"),
        columns: [
          left("Transkript", "Transcript"),
          { label: text("Zeile", "Line"), align: "right" },
          left("Wort", "Word"),
          left("Name", "Name"),
        ],
        lines,
      },
    ],
    figures: [],
  };
}
