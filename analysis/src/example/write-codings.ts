import { changeProject } from "../cli/coding-folder/change-project.ts";
import { openCodingFolder } from "../cli/coding-folder/coding-folder.ts";
import { someCoding } from "./coding-project.ts";

// A coder as a process of its own: adds codings one by one, and prints each id once it is on disk.
const [path = "", person = "", count = "0", from = "0"] = process.argv.slice(2);
const folder = await openCodingFolder(path);
for (let number = Number(from); number < Number(from) + Number(count); number += 1) {
  const change = someCoding(person, number);
  await changeProject(folder, { person, now: () => new Date() }, () => [change]);
  if (change.kind === "coding-added") process.stdout.write(`${change.coding.id}\n`);
}
