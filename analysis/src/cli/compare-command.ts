import { Command } from "commander";
import { compareGroups } from "../comparison/compare-groups.ts";
import { comparisonCsv } from "../comparison/comparison-csv.ts";
import { comparisonDocument } from "../comparison/comparison-document.ts";
import { type Compared, comparisonReport } from "../comparison/comparison-report.ts";
import { screenCovariates } from "../comparison/screen-covariates.ts";
import type { Covariate } from "../covariates/covariate.ts";
import { covariatesOf } from "../covariates/covariates-of.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { progressBar } from "./progress-bar.ts";
import {
  type RankingSourceOptions,
  rankingSourcePath,
  readRankingSource,
  withRankingSource,
} from "./read-ranking-source.ts";
import { badInput, type CommandContext } from "./shell.ts";

type CompareOptions = RankingSourceOptions & DeliveryOptions & { by?: string };

/** `mehrwert compare`: whether respondents with different answers rank differently, and where. */
export function compareCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withRankingSource(
    new Command("compare").description(
      text(
        "Gruppen vergleichen: ordnen Befragte mit verschiedenen Antworten verschieden, und wo",
        "compare groups: do respondents with different answers rank differently, and where",
      ),
    ),
    context,
  ).option(
    "--by <variable>",
    text(
      "nach dieser Antwort, etwa d-lead; sonst alle",
      "by this answer, such as d-lead; else all",
    ),
  );
  return withDeliveryOptions(command, context).action(
    (folder: string | undefined, options: CompareOptions) =>
      compare({ ...options, folder }, context),
  );
}

async function compare(options: CompareOptions, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const path = rankingSourcePath(options, context);
  const delivery = { options, context, fileName: "compare", source: path };
  await checkDelivery(delivery);
  const source = await readRankingSource(options, context);
  const covariates = covariatesOf(source);
  const compared: Compared =
    options.by === undefined
      ? { by: "all", screening: screened() }
      : { by: "one", comparison: compareGroups(source, chosenCovariate(covariates, options.by)) };
  const { softwareVersion } = shell;
  await deliver({
    ...delivery,
    report: comparisonReport(source, compared, { softwareVersion, language }),
    csv: comparisonCsv(compared),
    json: comparisonDocument(source, compared, softwareVersion),
  });

  function screened() {
    const bar = progressBar({ de: "Vergleiche", en: "Comparisons" }, covariates.length, context);
    const screening = screenCovariates(source, covariates, bar.update);
    bar.stop();
    return screening;
  }
}

function chosenCovariate(covariates: readonly Covariate[], name: string): Covariate {
  const found = covariates.find((each) => each.name === name);
  if (found !== undefined) return found;
  if (covariates.length === 0)
    throw badInput(
      "Außer den Rangfolgen ist nichts über die Befragten bekannt; es gibt nichts, wonach sich vergleichen ließe. In einer CSV-Datei nennt --items die Spalten mit Rängen, die übrigen beschreiben die Befragten.",
      "Nothing but the rankings is known of the respondents; there is nothing to compare by. In a CSV file, --items names the columns with ranks, the others describe respondents.",
    );
  const names = covariates.map((each) => each.name).join(", ");
  throw badInput(
    `Nach ${name} lässt sich nicht vergleichen: Diese Antwort gibt es nicht, oder alle haben dieselbe gegeben. Möglich sind: ${names}.`,
    `There is no comparing by ${name}: there is no such answer, or all gave the same. Possible are: ${names}.`,
  );
}
