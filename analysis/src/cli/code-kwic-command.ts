import { Command } from "commander";
import { keywordsInContext } from "../suggestions/keyword-in-context.ts";
import { keywordCsv, keywordDocument, keywordReport } from "../suggestions/keyword-report.ts";
import { inTable } from "./code-suggest-command.ts";
import { namedCodeTree, namedSpeakers } from "./coding-names.ts";
import { openProject, withProject } from "./coding-options.ts";
import { issueLine } from "./dataset-folder.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
import { notRules } from "./suggestion-refusals.ts";
import { typedCommand } from "./typed-command.ts";
import { wholeNumber } from "./typed-number.ts";

type KwicOptions = DeliveryOptions & { code?: string; context?: string; speaker?: string };

/** Characters shown on either side unless another number is asked for. */
const usualContext = 60;

/** `mehrwert code kwic`: words where they stand, by a rule or by the codebook's keywords; changes nothing. */
export function codeKwicCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("kwic").description(
      text(
        "Wörter im Zusammenhang zeigen: nach einer Regel oder den Stichwörtern des Codebuchs",
        "show words in context: by a rule or by the keywords of the codebook",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> [Regel] [Optionen]", "<folder> [rule] [options]"))
    .argument(text("[regel]", "[rule]"), rules[context.language])
    .option(
      "--code <names>",
      text("Stichwörter dieser Codes mit allen darunter", "keywords of these codes with all below"),
    )
    .option(
      "--context <number>",
      text(
        `so viele Zeichen davor und danach, sonst ${usualContext}`,
        `so many characters before and after, else ${usualContext}`,
      ),
    )
    .option(
      "--speaker <names>",
      text(
        "nur diese Sprechenden, sonst alle außer der fragenden Person",
        "only these speakers, else all but the interviewer",
      ),
    )
    .addHelpText("after", examples[context.language]);
  return withDeliveryOptions(command, context).action(
    (folder: string, rule: string | undefined, options: KwicOptions) =>
      show({ folder, rule, options }, context),
  );
}

const rules = {
  de: "wissen* (beliebige Buchstaben), gelernt (alle Formen), =mut (nur so), „gemeinsam gelöst“ (Wortfolge), „zeit* ~4 fehl*“ (höchstens vier Wörter dazwischen), „teil* -teilnehm*“ (ohne diese), „teil* -~3 urlaub*“ (nicht in deren Nähe)",
  en: "wissen* (any letters), gelernt (all forms), =mut (only so), “gemeinsam gelöst” (phrase), “zeit* ~4 fehl*” (at most four words between), “teil* -teilnehm*” (without these), “teil* -~3 urlaub*” (not near them)",
};
const lines = `
  ${typedCommand} code kwic coding/ "zeit* ~4 fehl*"
  ${typedCommand} code kwic coding/ --code F1.1`;
const examples = { de: `\nBeispiele:${lines}`, en: `\nExamples:${lines}` };

async function show(
  { folder, rule, options }: { folder: string; rule: string | undefined; options: KwicOptions },
  context: CommandContext,
): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  if (rule !== undefined && options.code !== undefined) {
    throw wrongUsage(
      "Nennen Sie eine Regel oder mit --code die Codes, deren Stichwörter gemeint sind, nicht beides.",
      "Name a rule, or with --code the codes whose keywords are meant, not both.",
    );
  }
  const place = { options: inTable(options), context, fileName: "keywords" };
  await checkDelivery(place);
  const width = wholeNumber("--context", options.context, 0, 1000) ?? usualContext;
  const material = await (await openProject(folder, context)).material();
  const speakers = namedSpeakers(options.speaker, material);
  const query = rule === undefined ? { codes: namedCodeTree(options.code, material) } : { rule };
  const result = keywordsInContext(material, query, {
    context: width,
    ...(speakers !== undefined && { speakers }),
  });
  if (!result.ok && rule === undefined) throw notRules(result.issues, material);
  if (!result.ok) {
    const say = (each: "de" | "en") =>
      result.issues.map((issue) => issueLine(issue, each)).join("\n");
    throw wrongUsage(`Das ist keine Regel:\n${say("de")}`, `This is no rule:\n${say("en")}`);
  }
  const found = result.value;
  await deliver({
    ...place,
    report: keywordReport(material, found, { language, softwareVersion }),
    csv: keywordCsv(found),
    json: keywordDocument(material, found, softwareVersion),
  });
}
