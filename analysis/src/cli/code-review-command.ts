import { Command } from "commander";
import { reviewCsv, reviewLines, reviewReport } from "../coding/review-report.ts";
import { changeProject } from "./coding-folder/change-project.ts";
import {
  chosenAuthor,
  idFromStart,
  openProject,
  withPerson,
  withProject,
} from "./coding-options.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import type { CommandContext } from "./shell.ts";

type ReviewOptions = DeliveryOptions & { as?: string };

/** `mehrwert code review`: codings whose words a correction touched, before and now; named ones are accepted. */
export function codeReviewCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("review").description(
      text(
        "Kodierungen zeigen, deren Worte eine Korrektur berührt hat; genannte so gelten lassen, wie sie jetzt stehen",
        "show codings whose words a correction touched; accept those that are named as they stand now",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> [Kodierungen] [Optionen]", "<folder> [codings] [options]"))
    .argument(
      text("[kodierungen...]", "[codings...]"),
      text(
        "so gelten lassen; eine andere Stelle setzt „code change“",
        "accept these; “code change” sets another passage",
      ),
    );
  return withPerson(withDeliveryOptions(command, context), context).action(
    (folder: string, codings: string[], options: ReviewOptions) =>
      review({ path: folder, codings, options }, context),
  );
}

async function review(
  { path, codings, options }: { path: string; codings: readonly string[]; options: ReviewOptions },
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const { softwareVersion } = shell;
  const folder = await openProject(path, context);
  if (codings.length > 0) {
    const events = await changeProject(folder, chosenAuthor(options.as, shell), () => {
      const open = folder.project().assignments.filter(({ mark }) => mark === "review");
      const ids = open.map(({ id }) => id);
      const chosen = codings.map((start) =>
        idFromStart(start, ids, ["zu prüfenden Kodierungen", "codings to review"]),
      );
      return open.flatMap(({ id, excerpt }) =>
        chosen.includes(id) ? [{ kind: "coding-changed" as const, coding: id, excerpt }] : [],
      );
    });
    const said = { de: `Geprüft: ${events.length}.`, en: `Reviewed: ${events.length}.` };
    shell.stdout.write(`${said[language]}\n`);
    return;
  }
  const place = { options, context, fileName: "review" };
  await checkDelivery(place);
  const material = await folder.material();
  const lines = reviewLines(material);
  await deliver({
    ...place,
    report: reviewReport(material, lines, { language, softwareVersion }),
    csv: reviewCsv(lines),
    json: {
      ...{ format: "mehrwert-coding-review", formatVersion: 1 },
      software: { name: "mehrwert", version: softwareVersion },
      codings: lines,
    },
  });
}
