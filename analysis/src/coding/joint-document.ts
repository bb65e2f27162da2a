import { csvText, textCell } from "@mehrwert/study";
import type { JointDisplay } from "./joint-display.ts";

/** The joint display as one flat table. */
export function jointCsv({ rows, documents }: JointDisplay): string {
  return csvText([
    [
      ...[
        "position",
        "driver",
        "label_de",
        "label_en",
        "mean_rank",
        "mean_rank_low",
        "mean_rank_high",
      ],
      ...["top_share", "code", "interviews", "of", "quantifier", "passages"],
      ...["quotation", "quotation_document", "quotation_code"],
    ],
    ...rows.map(
      ({ driver, code = "", documents: present, quantifier = "", excerpts, quotation }) => [
        ...[
          written(driver.position),
          driver.name,
          textCell(driver.label.de),
          textCell(driver.label.en),
        ],
        ...[
          written(driver.meanRank),
          written(driver.meanRankInterval?.[0]),
          written(driver.meanRankInterval?.[1]),
        ],
        ...[written(driver.topShare), code, String(present.length), String(documents.length)],
        ...[quantifier, String(excerpts), textCell(quotation?.text ?? "")],
        ...[quotation?.document ?? "", quotation?.code ?? ""],
      ],
    ),
  ]);
}

function written(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

/** The joint display for programs; what does not exist is null. */
export function jointJson({
  rows,
  documents,
  quotable = [],
  unmatched,
  table,
}: JointDisplay): object {
  return {
    ...{ question: table.question, respondents: table.respondents, documents, quotable, unmatched },
    bootstrap: table.bootstrap,
    rows: rows.map(({ driver, code = null, quantifier = null, quotation = null, ...row }) => ({
      ...{ driver: driver.name, label: driver.label, position: driver.position ?? null },
      ...{ meanRank: driver.meanRank ?? null, meanRankInterval: driver.meanRankInterval ?? null },
      ...{ topShare: driver.topShare ?? null, topShareInterval: driver.topShareInterval ?? null },
      ...{ code, quantifier, ...row },
      quotation,
    })),
  };
}
