import { strToU8, type Zippable, zipSync } from "fflate";
import type { ExchangeProject } from "../exchange-project.ts";
import { projectXml, sourceFile } from "./exchange-xml.ts";

/**
 * A project as the bytes of a .qdpx: `project.qde`, then one text for each source in `sources`. The same project gives
 * the same bytes, whenever and wherever: every file bears the first date a ZIP archive can hold.
 */
export function exchangeArchiveOf(project: ExchangeProject): Uint8Array {
  const files: Zippable = { "project.qde": strToU8(projectXml(project)) };
  for (const { guid, text } of project.sources) {
    // A reader takes one mark away; a text that begins with one keeps its own.
    files[`sources/${sourceFile(guid)}`] = strToU8(
      text.startsWith("\ufeff") ? `\ufeff${text}` : text,
    );
  }
  return zipSync(files, { level: 6, mtime: firstDate });
}

/** Archives hold local time, so the date is made in local time, too. */
const firstDate = new Date(1980, 0, 1);
