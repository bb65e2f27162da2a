import { Command } from "commander";
import { caseTable, variableNames } from "../coding/case-table.ts";
import { type CodeQuery, queriedCodes, readCodeQuery } from "../coding/code-query.ts";
import { codingLine } from "../coding/coding-lines.ts";
import { codingsCsv, codingsDocument, codingsTable } from "../coding/codings-document.ts";
import { counted, countedIn } from "../coding/counted.ts";
import { findCodings } from "../coding/find-codings.ts";
import type { CodingMaterial } from "../coding/material.ts";
import { relationInWords } from "../coding/passage-relation.ts";
import { codingReport } from "../coding/report-frame.ts";
import { type FilterOptions, filterOf, withFilter } from "./code-list-command.ts";
import { openProject, withProject } from "./coding-options.ts";
import { chosenRelation, withRelation } from "./coding-relation-option.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";

type FindOptions = DeliveryOptions &
  FilterOptions & { relation?: string; anyCoder?: boolean; where?: string[] };

/** `mehrwert code find`: passages by codes that stand together or do not, variables and coders. */
export function codeFindCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("find").description(
      text(
        "Stellen suchen: Codes mit and, or, not; dazu Variablen und Kodierende",
        "find passages: codes with and, or, not; variables and coders besides",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> <Suche> [Optionen]", "<folder> <query> [options]"))
    .argument(text("<suche>", "<query>"), text("etwa „V5 and not C-T“", "such as “V5 and not C-T”"))
    .option(
      "--where <variable=value...>",
      text("nur Fälle mit diesem Wert; mehrere mit |", "only cases with this value; several by |"),
    )
    .addHelpText("after", examples[context.language]);
  return withDeliveryOptions(withRelation(withFilter(command, context), context), context).action(
    (folder: string, query: string, options: FindOptions) => find(folder, query, options, context),
  );
}

const lines = `
  ${typedCommand} code find coding/ "F2.2.2 and F2.2.3" --relation turn
  ${typedCommand} code find coding/ "F2 and not F2.4" --where group=company --coder ada
  ${typedCommand} code find coding/ "V5 and (C-R1 or C-R3)" --relation near:300`;
const examples = { de: `\nBeispiele:${lines}`, en: `\nExamples:${lines}` };

async function find(
  folder: string,
  typed: string,
  options: FindOptions,
  context: CommandContext,
): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  const query = readCodeQuery(typed);
  if ("message" in query) throw unreadable(typed, query);
  const relation = chosenRelation(options.relation);
  const place = { options, context, fileName: "passages" };
  await checkDelivery(place);
  const material = await (await openProject(folder, context)).material();
  requireCodes(query, material);
  const found = findCodings(material, query, {
    ...{ relation, isSameCoder: options.anyCoder !== true, filter: filterOf(options, material) },
    where: (options.where ?? []).map((each) => condition(each, material)),
  });
  const passages = found.map((each) => codingLine(material, each, language));
  const documents = new Set(passages.map(({ document }) => document)).size;
  const text = (de: string, en: string) => ({ de, en })[language];
  const rule = relationInWords(relation)[language];
  await deliver({
    ...place,
    report: codingReport(
      material,
      { language, softwareVersion },
      {
        title: text(`Suche: ${typed}`, `Query: ${typed}`),
        sections: [
          {
            heading: text("Gefunden", "Found"),
            sentences: [
              `${counted(passages.length, "coding", language)} ${countedIn(documents, "transcript", language)}.`,
            ],
            tables: [codingsTable(passages, language)],
            figures: [],
          },
        ],
        method: [
          rule,
          text(
            "Gezeigt sind Kodierungen mit einem der gesuchten Codes, für die die Suche gilt; ein Code schließt alle darunter ein.",
            "Shown are codings with one of the codes looked for, for which the query holds; a code includes all below it.",
          ),
        ],
      },
    ),
    csv: codingsCsv(passages),
    json: { ...codingsDocument(material, passages, softwareVersion), query: typed, relation },
  });
}

function requireCodes(query: CodeQuery, { project }: CodingMaterial): void {
  const known = new Set(project.codebook.codes.map(({ id }) => id));
  const missing = queriedCodes(query, false).find((code) => !known.has(code));
  if (missing !== undefined) {
    throw badInput(`Den Code „${missing}“ gibt es nicht.`, `There is no code “${missing}”.`);
  }
  if (queriedCodes(query, true).length > 0) return;
  throw wrongUsage(
    "Die Suche nennt nur, was nicht da sein soll. Nennen Sie mindestens einen Code, dessen Stellen Sie sehen wollen.",
    "The query names only what must not be there. Name at least one code whose passages you want to see.",
  );
}

function condition(typed: string, material: CodingMaterial) {
  const at = typed.indexOf("=");
  const variable = typed.slice(0, Math.max(0, at));
  const names = variableNames(caseTable(material));
  if (at > 0 && names.includes(variable)) {
    return { variable, values: typed.slice(at + 1).split("|") };
  }
  throw badInput(
    `„${typed}“ ist keine Bedingung wie group=company. Variablen: ${names.join(", ") || "keine"}.`,
    `“${typed}” is no condition such as group=company. Variables: ${names.join(", ") || "none"}.`,
  );
}

function unreadable(
  typed: string,
  { at, message }: Extract<ReturnType<typeof readCodeQuery>, { at: number }>,
) {
  const marked = `${typed.slice(0, at)}▸${typed.slice(at)}`;
  return wrongUsage(
    `Die Suche ist nicht zu verstehen: ${message.de} (${marked})`,
    `The query cannot be understood: ${message.en} (${marked})`,
  );
}
