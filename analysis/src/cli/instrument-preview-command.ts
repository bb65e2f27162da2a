import { seededRandom } from "@mehrwert/statistics";
import { preFieldChecks } from "@mehrwert/study";
import { Command } from "commander";
import { preFieldCsv, preFieldReport } from "../instrument/pre-field-report.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { namedInstrument, usualFolder } from "./instrument-files.ts";
import type { CommandContext } from "./shell.ts";
import { wholeNumber } from "./typed-number.ts";

type PreviewOptions = DeliveryOptions & { respondents?: string; in?: string };

/** Always the same simulated respondents, so that a number changes only when the instrument does. */
const seed = 20_261_123;

/** `mehrwert instrument preview-check`: what can be known before anybody answers. */
export function instrumentPreviewCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("preview-check")
    .description(
      text(
        "vor dem Feld prüfen: Dauer, Lesbarkeit, Wortlaut, Gruppengrößen, erzwungene Antworten",
        "check before the field: duration, reading ease, wording, sizes of groups, forced guesses",
      ),
    )
    .usage(text("<Kürzel> [Optionen]", "<slug> [options]"))
    .argument(
      "<slug>",
      text(
        "Datei, Kürzel/Version, oder Kürzel für die neueste",
        "file, slug/version, or slug for the newest",
      ),
    )
    .option(
      "--respondents <number>",
      text("so viele Antworten werden erwartet", "this many responses are expected"),
    )
    .option(
      "--in <folder>",
      text("dort suchen, sonst instruments", "search there, else instruments"),
    );
  return withDeliveryOptions(command, context).action((slug: string, options: PreviewOptions) =>
    previewCheck(slug, options, context),
  );
}

async function previewCheck(
  slug: string,
  { respondents, in: folder = usualFolder, ...options }: PreviewOptions,
  context: CommandContext,
): Promise<void> {
  const { language, shell } = context;
  const expectedRespondents = wholeNumber("--respondents", respondents, 1, 1_000_000);
  const place = { options, context, fileName: "preview-check" };
  await checkDelivery(place);
  const instrument = await namedInstrument(slug, folder, context);
  const checks = preFieldChecks(instrument, { random: seededRandom(seed), expectedRespondents });
  await deliver({
    ...place,
    report: preFieldReport(checks, { language, softwareVersion: shell.softwareVersion }),
    csv: preFieldCsv(checks),
    json: checks,
  });
}
