import type { Variable } from "@mehrwert/study";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import type { Covariate } from "./covariate.ts";

const mostOptions = 25;

/** The answers of a source that can be set against its rankings, those without any difference left out. */
export function covariatesOf({ covariates, dataset }: RankingSource): Covariate[] {
  const variables = new Map(dataset?.dictionary.variables.map((each) => [each.name, each]));
  return [...(covariates ?? [])].flatMap(([name, values]) => {
    const covariate = covariateOf(name, values, variables.get(name));
    const isUseful = covariate.options.length > 1 && covariate.options.length <= mostOptions;
    return isUseful ? [covariate] : [];
  });
}

function covariateOf(
  name: string,
  values: readonly (string | undefined)[],
  variable: Variable | undefined,
): Covariate {
  const codes = [...new Set(values)].filter((code) => code !== undefined);
  const known = variable?.options ?? [];
  const occurring = known.filter(({ code }) => codes.includes(code));
  const unknown = codes
    .filter((code) => known.every((option) => option.code !== code))
    .sort(byCode);
  return {
    name,
    label: labelOf(name, variable),
    kind: variable?.type === "rating" ? "rating" : "choice",
    options: [...occurring, ...unknown.map((code) => ({ code, label: { de: code, en: code } }))],
    values,
  };
}

/** One option of a multiple choice is only understood together with its question. */
function labelOf(name: string, variable: Variable | undefined): Covariate["label"] {
  if (variable === undefined) return { de: name, en: name };
  const { label, questionText, type } = variable;
  if (type !== "selected" || questionText === undefined) return label;
  return { de: `${questionText.de} ${label.de}`, en: `${questionText.en} ${label.en}` };
}

function byCode(first: string, second: string): number {
  const difference = Number(first) - Number(second);
  return Number.isNaN(difference) ? (first < second ? -1 : 1) : difference;
}
