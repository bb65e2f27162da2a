import { resolve } from "node:path";
import { Command } from "commander";
import { type RatingsOptions, ratingsFinder, withRatingsOptions } from "./code-agree-ratings.ts";
import { type SpansOptions, spansFinder, withSpansOptions } from "./code-agree-spans.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";

type AgreeOptions = DeliveryOptions &
  RatingsOptions &
  SpansOptions & { ratings?: string; spans?: string };

/** `mehrwert code agree`: how far coders agree, on units or on marked passages. */
export function codeAgreeCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("agree")
    .description(text("Übereinstimmung der Kodierenden", "agreement between coders"))
    .usage(
      text(
        "--ratings <Datei> | --spans <Datei> --length <Zahl> [Optionen]",
        "--ratings <file> | --spans <file> --length <number> [options]",
      ),
    );
  withRatingsOptions(command, context);
  withSpansOptions(command, context);
  command.option(
    "--coders <a,b,c>",
    text(
      "nur diese Kodierenden; bei --spans auch, wer nichts markiert hat",
      "these coders only; with --spans also those who marked nothing",
    ),
  );
  return withDeliveryOptions(command, context).action((options: AgreeOptions) =>
    agree(options, context),
  );
}

async function agree(options: AgreeOptions, context: CommandContext): Promise<void> {
  const { ratings, spans } = options;
  const typed = ratings ?? spans;
  if (typed === undefined || (ratings !== undefined && spans !== undefined))
    throw wrongUsage(
      "Nennen Sie entweder eine Datei mit --ratings oder eine mit --spans.",
      "Name either a file with --ratings or one with --spans.",
    );
  refuseForeignOptions(options);
  const find =
    spans === undefined ? ratingsFinder(options, context) : spansFinder(options, context);
  const path = resolve(context.shell.cwd, typed);
  const place = { options, context, fileName: "agreement", source: path };
  await checkDelivery(place);
  await deliver({ ...place, ...(await find(path)) });
}

/** Options that say something only about the other kind of file would be passed over in silence. */
function refuseForeignOptions(options: AgreeOptions): void {
  const { spans, length, overlap, ratio } = options;
  const { level, setSeparator, setDistance, categories, seed, draws } = options;
  if (spans === undefined && (length ?? overlap ?? ratio) !== undefined)
    throw wrongUsage(
      "--length, --overlap und --ratio gehören zu --spans.",
      "--length, --overlap and --ratio go with --spans.",
    );
  const ofRatings = level ?? setSeparator ?? setDistance ?? categories ?? seed ?? draws;
  if (spans !== undefined && ofRatings !== undefined)
    throw wrongUsage(
      "--level, --set-separator, --set-distance, --categories, --seed und --draws gehören zu --ratings.",
      "--level, --set-separator, --set-distance, --categories, --seed and --draws go with --ratings.",
    );
}
