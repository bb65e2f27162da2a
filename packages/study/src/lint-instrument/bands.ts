import type { Instrument, QuestionOf } from "../instrument.ts";
import { missingOptionCodes } from "../missing-option-codes.ts";
import type { Issue } from "../result.ts";
import { error, pointer } from "./issue.ts";
import { placedQuestions } from "./outline.ts";

type Band = QuestionOf<"number-band">["bands"][number];

const missingCodes: ReadonlySet<string | number> = new Set(missingOptionCodes);

/** Bands of a number rise, do not overlap, leave nothing out, and are open at the ends only. */
export function lintBands(instrument: Instrument): Issue[] {
  return placedQuestions(instrument).flatMap(({ question, path }) => {
    if (question.type !== "number-band") return [];
    const bands = question.bands.filter(({ value }) => !missingCodes.has(value));
    return [
      ...bands.flatMap((band, index) =>
        lintBand(
          band,
          bands[index - 1],
          `${path}${pointer("bands", question.bands.indexOf(band))}`,
        ),
      ),
      ...question.bands.flatMap((band, index) =>
        missingCodes.has(band.value) && hasBounds(band)
          ? [bounded(`${path}${pointer("bands", index)}`)]
          : [],
      ),
    ];
  });
}

function hasBounds({ from, to }: Band): boolean {
  return from !== undefined || to !== undefined;
}

function lintBand(band: Band, before: Band | undefined, path: string): Issue[] {
  const { from, to } = band;
  if (!hasBounds(band) || (from !== undefined && to !== undefined && from > to)) {
    return [impossible(path)];
  }
  if (before === undefined) return [];
  if (from === undefined || before.to === undefined) return [openInside(path)];
  if (from <= before.to) return [overlapping(path)];
  return from > before.to + 1 ? [gap(path, before.to, from)] : [];
}

function impossible(path: string): Issue {
  return error(
    path,
    [
      "Das Band sagt nicht, von welcher bis zu welcher Zahl es reicht.",
      "The band does not say from which to which number it goes.",
    ],
    [
      "Geben Sie „from“ und „to“ an, „from“ nicht größer als „to“.",
      "Give “from” and “to”, “from” not above “to”.",
    ],
  );
}

function bounded(path: string): Issue {
  return error(
    path,
    [
      "Eine Antwort, die keine Zahl ist, hat Grenzen.",
      "An option that is not a number has bounds.",
    ],
    ["Entfernen Sie „from“ und „to“.", "Remove “from” and “to”."],
  );
}

function openInside(path: string): Issue {
  return error(
    path,
    [
      "Zwischen diesem und dem vorigen Band fehlt eine Grenze.",
      "There is no bound between this band and the one before.",
    ],
    [
      "Ordnen Sie die Bänder aufsteigend; offen ist nur das erste nach unten und das letzte nach oben.",
      "Put the bands in rising order; only the first is open below, and the last above.",
    ],
  );
}

function overlapping(path: string): Issue {
  return error(
    path,
    [
      "Das Band beginnt nicht über dem vorigen; manche Zahlen passten in beide.",
      "The band does not begin above the one before; some numbers would fit both.",
    ],
    ["Ordnen und trennen Sie die Bänder.", "Put the bands in order and keep them apart."],
  );
}

function gap(path: string, below: number, above: number): Issue {
  return error(
    path,
    [
      `Zwischen ${below} und ${above} fehlt ein Band.`,
      `There is no band between ${below} and ${above}.`,
    ],
    ["Schließen Sie die Lücke.", "Close the gap."],
  );
}
