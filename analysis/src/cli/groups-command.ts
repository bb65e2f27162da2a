import { Command } from "commander";
import { covariatesOf } from "../covariates/covariates-of.ts";
import { findGroups } from "../groups/find-groups.ts";
import { groupsCsv } from "../groups/groups-csv.ts";
import { groupsDocument } from "../groups/groups-document.ts";
import { groupsReport } from "../groups/groups-report.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { progressBar } from "./progress-bar.ts";
import {
  type RankingSourceOptions,
  rankingSourcePath,
  readRankingSource,
  withRankingSource,
} from "./read-ranking-source.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
import { decimalNumber, wholeNumber } from "./typed-number.ts";

type GroupsOptions = RankingSourceOptions &
  DeliveryOptions & {
    classes?: string;
    starts?: string;
    seed?: string;
    prior?: string;
    checkDraws?: string;
  };

/** `mehrwert groups`: groups of respondents who value the items differently. */
export function groupsCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withRankingSource(
    new Command("groups").description(
      text(
        "Minderheiten finden, die etwas anderes wollen: wie groß, was sie schätzen, wer dazugehört",
        "find minorities that want something else: how large, what they value, who belongs",
      ),
    ),
    context,
  )
    .option("--classes <1-4>", text("Zahl der Gruppen, sonst 1-4", "number of groups, else 1-4"))
    .option(
      "--starts <number>",
      text("Starts je Gruppenzahl, sonst bis 100", "starts per number of groups, else up to 100"),
    )
    .option(
      "--seed <number>",
      text("Startwert der Zufallszahlen, sonst 1", "seed of the random numbers, else 1"),
    )
    .option(
      "--prior <number>",
      text("schwache Vorannahme, etwa 0.5; sonst keine", "weak prior, for instance 0.5; else none"),
    )
    .option(
      "--check-draws <number>",
      text(
        "Simulationen der Prüfung gegen Zufallsmuster, sonst 49; 0 = keine",
        "simulations of the check against chance patterns, else 49; 0 = none",
      ),
    );
  return withDeliveryOptions(command, context).action(
    (folder: string | undefined, options: GroupsOptions) => groups({ ...options, folder }, context),
  );
}

async function groups(options: GroupsOptions, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const [fewest, most] = classRange(options.classes ?? "1-4");
  const seed = wholeNumber("--seed", options.seed, 0, 2 ** 32 - 1) ?? 1;
  const starts = wholeNumber("--starts", options.starts, 1, 10_000);
  const checkDraws = wholeNumber("--check-draws", options.checkDraws, 0, 10_000);
  const prior = decimalNumber("--prior", options.prior, 0, 100) ?? 0;
  const source = rankingSourcePath(options, context);
  await checkDelivery({ options, context, fileName: "groups", source });
  const rankings = await readRankingSource(options, context);
  const bar = progressBar(
    { de: "Prüfung gegen Zufall", en: "Check against chance" },
    checkDraws ?? 49,
    context,
  );
  const found = findGroups(rankings, covariatesOf(rankings), {
    ...{ fewest, most, seed, prior, onCheck: bar.update },
    ...(starts !== undefined && { starts }),
    ...(checkDraws !== undefined && { checkDraws }),
  });
  bar.stop();
  const { softwareVersion } = shell;
  await deliver({
    ...{ options, context, fileName: "groups", source },
    report: groupsReport(rankings, found, { softwareVersion, language }),
    csv: groupsCsv(found),
    json: groupsDocument(rankings, found, softwareVersion),
  });
}

const mostClasses = 8;

function classRange(typed: string): [number, number] {
  const found = /^(\d)(?:-(\d))?$/.exec(typed);
  const fewest = Number(found?.[1]);
  const most = Number(found?.[2] ?? found?.[1]);
  if (found !== null && fewest >= 1 && fewest <= most && most <= mostClasses) return [fewest, most];
  throw wrongUsage(
    `--classes braucht eine Zahl oder Spanne von 1 bis ${mostClasses}, etwa 1-4, nicht ${typed}.`,
    `--classes needs a number or range from 1 to ${mostClasses}, such as 1-4, not ${typed}.`,
  );
}
