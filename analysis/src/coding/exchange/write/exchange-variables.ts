import type { ExchangeVariable } from "../exchange-project.ts";
import type { ExportContext } from "./export-context.ts";
import { fitsType, typeOfValues } from "./variable-type.ts";

/** The variable that carries what the survey calls a case. */
export const pseudonymVariable = "pseudonym";

/** Variables of documents and cases: first those that came with a file, in its order, then the others by name. */
export function exchangeVariables(context: ExportContext): ExchangeVariable[] {
  const { material, record, guid, name } = context;
  const { documents, cases } = material.project;
  const found = new Map<string, string[]>();
  const add = (variable: string, value: string) => {
    const list = found.get(variable);
    if (list === undefined) found.set(variable, [value]);
    else list.push(value);
  };
  for (const { variables } of [...documents, ...cases]) {
    for (const [variable, value] of Object.entries(variables)) add(variable, value);
  }
  for (const { pseudonym } of cases) {
    if (pseudonym !== undefined) add(pseudonymVariable, pseudonym);
  }
  const declared = Object.keys(record.types).map((key) => key.slice("variable:".length));
  const more = [...found.keys()].filter((variable) => !declared.includes(variable)).sort();
  return [...declared, ...more].map((variable) => {
    const values = found.get(variable) ?? [];
    const given = record.types[`variable:${variable}`];
    const fits = given !== undefined && values.every((value) => fitsType(value, given));
    return {
      guid: guid(`variable:${variable}`),
      name: name(`variable:${variable}`) ?? variable,
      type: fits ? given : typeOfValues(values),
    };
  });
}
