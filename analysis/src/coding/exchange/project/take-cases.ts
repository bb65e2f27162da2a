import type { ExchangeValue } from "../exchange-project.ts";
import { danglingReference } from "../read/reader.ts";
import { pseudonymVariable } from "../write/exchange-variables.ts";
import { caseNames, variableNames } from "./part-names.ts";
import { inParts, longestText, type TakeContext } from "./take-context.ts";
import type { TakenDocuments } from "./take-documents.ts";

/** Variables of documents, and cases with their documents and variables. @returns names of cases by GUID */
export function takeCases(
  context: TakeContext,
  { ids }: TakenDocuments,
): ReadonlyMap<string, string> {
  const { exchange, happened } = context;
  const valuesOf = takeVariables(context);
  for (const { guid, values } of exchange.sources) {
    const document = ids.get(guid) ?? "";
    for (const [variable, value] of Object.entries(valuesOf(values, document))) {
      happened({ kind: "document-variable-set", document, variable, value }, {});
    }
  }
  const cases = namedCases(context);
  for (const each of exchange.cases) {
    const id = cases.get(each.guid) ?? "";
    const documents = each.sources.flatMap((guid) => {
      const document = ids.get(guid);
      if (document === undefined) danglingReference(context.log, `Case “${id}”/SourceRef`, guid);
      return document ?? [];
    });
    const { [pseudonymVariable]: pseudonym, ...variables } = valuesOf(each.values, id);
    happened(
      {
        kind: "case-changed",
        case: id,
        documents: [...new Set(documents)],
        ...(pseudonym !== undefined && { pseudonym: pseudonym.slice(0, 200) }),
        ...(Object.keys(variables).length > 0 && { variables }),
      },
      {},
    );
  }
  return cases;
}

function namedCases({ exchange, settings, record, log }: TakeContext): Map<string, string> {
  const known = settings.native?.cases ?? {};
  const names = caseNames();
  for (const { guid } of exchange.cases) {
    const id = known[guid];
    if (id !== undefined) names.reserve(id);
  }
  const cases = new Map<string, string>();
  for (const { guid, name = "" } of exchange.cases) {
    const given = names.give(name);
    const id = known[guid] ?? given.name;
    cases.set(guid, id);
    record.guids[`case:${id}`] = guid;
    if (name !== "" && name !== id) record.names[`case:${id}`] = name;
    if (name === "") {
      log.add(
        "no-name",
        `Case ${guid}`,
        `Der Fall hat keinen Namen; er heißt nun ${id}.`,
        `The case has no name; it is called ${id} now.`,
      );
    } else if (known[guid] === undefined && given.isOther) {
      log.add(
        "duplicate-name",
        `Case “${name}”`,
        `Ein anderer Fall heißt hier schon so; dieser heißt nun ${id}.`,
        `Another case is called so here already; this one is called ${id} now.`,
      );
    }
  }
  return cases;
}

/** Names of variables; gives the values of a part by these names. */
function takeVariables(
  context: TakeContext,
): (values: readonly ExchangeValue[], of: string) => Record<string, string> {
  const { exchange, record, log } = context;
  const names = variableNames();
  const variables = new Map<string, string>();
  for (const { guid, name, type } of exchange.variables) {
    const variable = names.give(name).name;
    variables.set(guid, variable);
    record.guids[`variable:${variable}`] = guid;
    record.types[`variable:${variable}`] = type;
    if (name !== variable) record.names[`variable:${variable}`] = name;
  }
  return (values, of) => {
    const found: Record<string, string> = {};
    for (const { variable: guid, value } of values) {
      const variable = variables.get(guid);
      if (variable === undefined) continue;
      const [kept = "", ...more] = inParts(value, longestText.value);
      if (more.length > 0) {
        log.add(
          "long-text",
          `${of}/${variable}`,
          `Der Wert hat mehr als ${longestText.value} Zeichen; gekürzt.`,
          `The value has more than ${longestText.value} characters; shortened.`,
        );
      }
      found[variable] = kept;
    }
    return found;
  };
}
