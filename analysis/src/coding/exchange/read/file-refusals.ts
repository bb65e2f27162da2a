import { refused, say } from "@mehrwert/import";
import { exchangeLimits } from "../exchange-limits.ts";

/** The file is larger than any that is read. */
export function tooLarge() {
  const megabytes = exchangeLimits.bytes / 1024 / 1024;
  return refused(
    "",
    say(`Die Datei hat mehr als ${megabytes} MB.`, `The file has more than ${megabytes} MB.`),
    say(
      "Exportieren Sie das Projekt ohne Aufnahmen und Bilder.",
      "Export the project without recordings and pictures.",
    ),
  );
}

/** The archive holds no project. */
export function noProject() {
  return refused(
    "",
    say(
      "Im Archiv liegt kein Projekt (project.qde).",
      "There is no project (project.qde) in the archive.",
    ),
    say(
      "Exportieren Sie im anderen Programm als „REFI-QDA-Projekt“.",
      "Export as “REFI-QDA project” in the other program.",
    ),
  );
}

/** The archive holds several projects, none of them called as the standard says. */
export function severalProjects(names: readonly string[]) {
  const list = names.slice(0, 5).join(", ");
  return refused(
    "",
    say(
      `Im Archiv liegen mehrere Projekte: ${list}`,
      `The archive holds several projects: ${list}`,
    ),
    say("Exportieren Sie eines allein.", "Export one by itself."),
  );
}

/** The file is of another kind. */
export function noExchangeFile() {
  return refused(
    "",
    say(
      "Das ist weder ein REFI-QDA-Projekt noch ein Codebuch.",
      "This is neither a REFI-QDA project nor a codebook.",
    ),
    say(
      "Nehmen Sie eine Datei .qdpx oder .qdc aus dem Export des anderen Programms.",
      "Use a .qdpx or .qdc file from the export of the other program.",
    ),
  );
}
