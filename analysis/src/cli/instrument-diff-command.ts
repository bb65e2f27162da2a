import { instrumentDifference } from "@mehrwert/study";
import { Command } from "commander";
import { differenceCsv, differenceReport } from "../instrument/difference-report.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { namedInstrument, usualFolder } from "./instrument-files.ts";
import type { CommandContext } from "./shell.ts";

/** `mehrwert instrument diff`: what changed between two versions, and which number that asks for. */
export function instrumentDiffCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const either = text(
    "Datei, Kürzel/Version, oder Kürzel für die neueste",
    "file, slug/version, or slug for the newest",
  );
  const command = new Command("diff")
    .description(
      text(
        "zwei Fassungen vergleichen: was sich ändert, was das mit den Daten macht, welche Version es verlangt",
        "compare two versions: what changes, what it does to the data, which version it asks for",
      ),
    )
    .usage(text("<alt> <neu> [Optionen]", "<old> <new> [options]"))
    .argument(text("<alt>", "<old>"), either)
    .argument(text("<neu>", "<new>"), either)
    .option(
      "--in <folder>",
      text("dort suchen, sonst instruments", "search there, else instruments"),
    );
  return withDeliveryOptions(command, context).action(
    (before: string, after: string, options: DeliveryOptions & { in?: string }) =>
      diff(before, after, options, context),
  );
}

async function diff(
  before: string,
  after: string,
  { in: folder = usualFolder, ...options }: DeliveryOptions & { in?: string },
  context: CommandContext,
): Promise<void> {
  const place = { options, context, fileName: "difference" };
  await checkDelivery(place);
  const [old, fresh] = [
    await namedInstrument(before, folder, context),
    await namedInstrument(after, folder, context),
  ];
  const difference = instrumentDifference(old, fresh);
  const { language, shell } = context;
  await deliver({
    ...place,
    report: differenceReport(difference, { language, softwareVersion: shell.softwareVersion }),
    csv: differenceCsv(difference),
    json: difference,
  });
}
