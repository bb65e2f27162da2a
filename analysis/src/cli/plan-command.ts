import { Command } from "commander";
import { itemsLike, itemsOfWorths } from "../plan/assumed-items.ts";
import { planCsv } from "../plan/plan-csv.ts";
import { planDocument } from "../plan/plan-document.ts";
import { planReport } from "../plan/plan-report.ts";
import { planStudy } from "../plan/plan-study.ts";
import type { AssumedItem, NoStudyPlan, StudyPlanOptions } from "../plan/study-plan.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { progressBar } from "./progress-bar.ts";
import {
  type RankingSourceOptions,
  rankingSourcePath,
  readRankingSource,
  withRankingSource,
} from "./read-ranking-source.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { decimalNumber, wholeNumber } from "./typed-number.ts";
import { typedNumbers, typedWorths } from "./typed-worths.ts";

type PlanOptions = RankingSourceOptions &
  DeliveryOptions & {
    like?: string;
    worths?: string;
    n?: string;
    top?: string;
    draws?: string;
    seed?: string;
    power?: string;
    minority?: string;
    favourite?: string;
  };

/** `mehrwert plan`: how many respondents are needed, by simulation. */
export function planCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withRankingSource(
    new Command("plan").description(
      text(
        "vor der Befragung: wie viele Befragte es braucht, um Platz für Platz zu unterscheiden",
        "before the survey: how many respondents it takes to tell place from place",
      ),
    ),
    context,
  )
    .option(
      "--like <folder>",
      text(
        "wie in diesem Datensatz (dasselbe wie <Ordner>)",
        "as in this dataset (same as <folder>)",
      ),
    )
    .option(
      "--worths <a=3,b=2,c=1>",
      text("statt eines Datensatzes: angenommene Gewichte", "instead of a dataset: assumed worths"),
    )
    .option(
      "--n <50,100,200>",
      text("Befragte, sonst 50,100,200,400,800", "respondents, else 50,100,200,400,800"),
    )
    .option(
      "--top <3>",
      text(
        "auch für Listen mit nur so vielen Plätzen, sonst 3",
        "also for lists with only so many places, else 3",
      ),
    )
    .option(
      "--draws <number>",
      text("nachgestellte Befragungen, sonst 200", "re-enacted surveys, else 200"),
    )
    .option(
      "--seed <number>",
      text("Startwert der Zufallszahlen, sonst 1", "seed of the random numbers, else 1"),
    )
    .option("--power <share>", text("Zielwahrscheinlichkeit, sonst 0.8", "target power, else 0.8"))
    .option(
      "--minority <share>",
      text(
        "prüfen, ob eine Minderheit dieser Größe auffällt, etwa 0.2",
        "look whether a minority of this size is noticed, such as 0.2",
      ),
    )
    .option(
      "--favourite <item>",
      text(
        "was die Minderheit voranstellt, sonst das Mittlere",
        "what the minority puts first, else the middle one",
      ),
    );
  return withDeliveryOptions(command, context).action(
    (folder: string | undefined, options: PlanOptions) =>
      plan({ ...options, folder: folder ?? options.like }, context),
  );
}

async function plan(options: PlanOptions, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const typed = typedOptions(options);
  const isGiven = options.worths !== undefined;
  if (isGiven && (options.folder !== undefined || options.rankings !== undefined))
    throw wrongUsage(
      "Nennen Sie entweder einen Datensatz oder --worths, nicht beides.",
      "Name either a dataset or --worths, not both.",
    );
  const path = isGiven ? {} : { source: rankingSourcePath(options, context) };
  const delivery = { options, context, fileName: "plan", ...path };
  await checkDelivery(delivery);
  const source = isGiven ? undefined : await readRankingSource(options, context);
  const items = source === undefined ? givenItems(options.worths ?? "") : itemsLike(source);
  const found = Array.isArray(items)
    ? planned(items, { ...typed, isGiven, source, options }, context)
    : (items satisfies NoStudyPlan);
  const { softwareVersion } = shell;
  await deliver({
    ...delivery,
    report: planReport(found, source, { softwareVersion, language }),
    csv: planCsv(found),
    json: planDocument(found, source, softwareVersion),
  });
}

type TypedOptions = Omit<StudyPlanOptions, "tops" | "minority" | "onDraw"> & {
  top?: number;
  share?: number;
};

function typedOptions(options: PlanOptions): TypedOptions {
  const top = wholeNumber("--top", options.top, 1, 1_000);
  const share = decimalNumber("--minority", options.minority, 0.01, 0.5);
  return {
    sizes: typedNumbers("--n", options.n ?? "50,100,200,400,800"),
    draws: wholeNumber("--draws", options.draws, 1, 100_000) ?? 200,
    seed: wholeNumber("--seed", options.seed, 0, 2 ** 32 - 1) ?? 1,
    targetPower: decimalNumber("--power", options.power, 0.5, 0.99) ?? 0.8,
    level: 0.05,
    minorityDraws: 40,
    ...(top !== undefined && { top }),
    ...(share !== undefined && { share }),
  };
}

const mostRankings = 10_000_000;

function planned(
  items: AssumedItem[],
  typed: TypedOptions & {
    isGiven: boolean;
    source: RankingSource | undefined;
    options: PlanOptions;
  },
  context: CommandContext,
) {
  const { top, share, isGiven, source, options, ...settings } = typed;
  const k = items.length;
  const few = Math.min(k, top ?? source?.topK ?? 3);
  // The last place needs no answer of its own.
  const tops = few < k - 1 ? [k, few] : [k];
  const drawsOfAll = settings.draws + (share === undefined ? 0 : settings.minorityDraws);
  const work = tops.length * drawsOfAll * settings.sizes.reduce((sum, n) => sum + n, 0);
  if (work > mostRankings)
    throw wrongUsage(
      "Das sind zu viele Simulationen. Nehmen Sie weniger --draws oder kleinere --n.",
      "These are too many simulations. Take fewer --draws or smaller --n.",
    );
  const total = tops.length * settings.sizes.length * drawsOfAll;
  const bar = progressBar({ de: "Nachgestellt", en: "Re-enacted" }, total, context);
  const found = planStudy(items, isGiven ? "given" : "fitted", {
    ...{ ...settings, tops, onDraw: bar.update },
    ...(share !== undefined && {
      minority: { share, item: favouriteOf(items, options.favourite) },
    }),
  });
  bar.stop();
  return found;
}

function favouriteOf(items: readonly AssumedItem[], typed: string | undefined): string {
  if (typed === undefined) return items[Math.floor(items.length / 2)]?.item ?? "";
  const found = items.find(({ item, name }) => item === typed || name === typed);
  if (found !== undefined) return found.item;
  const names = items.map(({ item }) => item).join(", ");
  throw badInput(
    `--favourite ${typed} gibt es nicht; möglich sind: ${names}.`,
    `There is no --favourite ${typed}; possible are: ${names}.`,
  );
}

function givenItems(typed: string): AssumedItem[] {
  const worths = typedWorths("--worths", typed);
  return itemsOfWorths(
    worths.map(({ name }) => ({ item: name, name, label: { de: name, en: name } })),
    worths.map(({ worth }) => worth),
  );
}
