import type { Instrument } from "../instrument.ts";
import { instrumentColumns } from "../instrument-columns.ts";
import type { Issue } from "../result.ts";
import { error, pointer } from "./issue.ts";
import { questionsByName } from "./outline.ts";

/** A dotted name that two places of a questionnaire would give to a column of the dataset. */
export function lintColumns(instrument: Instrument): Issue[] {
  const questions = questionsByName(instrument);
  const places = new Map<string, string>();
  return instrumentColumns(instrument).flatMap(({ variable, place }) => {
    const { name } = variable;
    const earlier = places.get(name);
    places.set(name, earlier ?? place);
    const isOther = earlier !== undefined && earlier !== place && name.includes(".");
    return isOther
      ? [sameColumn(questions.get(place)?.path ?? pointer("mehrwert"), name, earlier)]
      : [];
  });
}

function sameColumn(path: string, name: string, earlier: string): Issue {
  return error(
    path,
    [
      `Die Spalte „${name}“ des Datensatzes entstünde hier und bei „${earlier}“.`,
      `The column “${name}” of the dataset would come from here and from “${earlier}”.`,
    ],
    [
      "Geben Sie einer Frage, Zeile oder Skala einen anderen Namen.",
      "Give a question, row or rating another name.",
    ],
  );
}
