import { orderedEvents } from "@mehrwert/study";
import { Command } from "commander";
import { logCsv, logReport } from "../coding/log-report.ts";
import { openProject, withProject } from "./coding-options.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import type { CommandContext } from "./shell.ts";

/** `mehrwert code log`: who did what, when. */
export function codeLogCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("log").description(
      text("wer wann was getan hat, das Älteste zuerst", "who did what when, oldest first"),
    ),
    context,
  ).usage(text("<Ordner> [Optionen]", "<folder> [options]"));
  return withDeliveryOptions(command, context).action((folder: string, options: DeliveryOptions) =>
    log(folder, options, context),
  );
}

async function log(path: string, options: DeliveryOptions, context: CommandContext): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  const place = { options, context, fileName: "log" };
  await checkDelivery(place);
  const folder = await openProject(path, context);
  const events = orderedEvents(folder.reader.events());
  const material = await folder.material();
  await deliver({
    ...place,
    report: logReport(material, events, { language, softwareVersion }),
    csv: logCsv(events),
    json: {
      ...{ format: "mehrwert-coding-log", formatVersion: 1 },
      software: { name: "mehrwert", version: softwareVersion },
      events,
    },
  });
}
