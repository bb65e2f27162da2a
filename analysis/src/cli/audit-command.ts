import { resolve } from "node:path";
import {
  type AuditEntry,
  type AuditFault,
  type AuditHead,
  auditEntrySchema,
  auditHeadSchema,
  checkAuditLog,
} from "@mehrwert/study";
import { Command } from "commander";
import { readTextFile } from "./read-text-file.ts";
import { badInput, type CommandContext } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";

/** What each kind of fault means for whoever checks. */
const faultWords: Record<AuditFault["kind"], { de: string; en: string }> = {
  order: {
    de: "hier fehlt ein Eintrag, oder Einträge wurden vertauscht oder eingefügt",
    en: "an entry is missing here, or entries were swapped or inserted",
  },
  changed: {
    de: "der Inhalt passt nicht zur Prüfsumme: Er wurde geändert",
    en: "the content does not fit its hash: it was changed",
  },
  chain: {
    de: "der Eintrag schließt nicht an den vorigen an",
    en: "the entry does not follow the one before",
  },
  missing: {
    de: "so weit reichte das Protokoll an einem früheren Tag; das Ende wurde abgeschnitten",
    en: "the log reached this far on an earlier day; its end was cut off",
  },
  rewritten: {
    de: "an einem früheren Tag stand hier etwas anderes; das Protokoll wurde neu geschrieben",
    en: "something else stood here on an earlier day; the log was written anew",
  },
};

/** `mehrwert audit check`: whether an exported audit log was changed. */
export function auditCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const check = new Command("check")
    .description(
      text(
        "prüfen, ob ein exportiertes Protokoll verändert wurde",
        "check whether an exported audit log was changed",
      ),
    )
    .argument("<file>", text("das Protokoll, audit-log.jsonl", "the log, audit-log.jsonl"))
    .option(
      "--heads <file>",
      text(
        "aufbewahrte Tagesstände, audit-heads.jsonl; ohne sie fällt ein abgeschnittenes oder ganz neu geschriebenes Protokoll nicht auf",
        "kept daily heads, audit-heads.jsonl; without them a log cut short or written anew goes unnoticed",
      ),
    )
    .addHelpText(
      "after",
      `\n${text("Beispiel", "Example")}:\n  ${typedCommand} audit check audit-log.jsonl --heads audit-heads.jsonl`,
    )
    .action((file: string, options: { heads?: string }) => checkLog(file, options.heads, context));
  return new Command("audit")
    .description(text("das Protokoll der Verwaltung prüfen", "check the audit log"))
    .addCommand(check);
}

/** What parses a line, as the schemas of the study package do. */
type LineSchema<T> = {
  safeParse: (line: unknown) => { success: true; data: T } | { success: false };
};

async function linesOf<T>(
  file: string,
  schema: LineSchema<T>,
  { shell }: CommandContext,
): Promise<T[]> {
  const text = await readTextFile(resolve(shell.cwd, file));
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, at) => {
      const parsed = schema.safeParse(jsonOf(line));
      if (parsed.success) return parsed.data;
      throw badInput(
        `${file}, Zeile ${at + 1}: Das ist kein Eintrag eines Protokolls; die Zeile wurde verändert oder die Datei ist eine andere.`,
        `${file}, line ${at + 1}: this is no entry of an audit log; the line was changed, or this is another file.`,
      );
    });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function checkLog(
  file: string,
  headsFile: string | undefined,
  context: CommandContext,
): Promise<void> {
  const entries: AuditEntry[] = await linesOf(file, auditEntrySchema, context);
  const heads: AuditHead[] =
    headsFile === undefined ? [] : await linesOf(headsFile, auditHeadSchema, context);
  const faults = await checkAuditLog(entries, heads);
  const told = (language: "de" | "en", entry: string) =>
    faults
      .map(({ number, kind }) => `${entry} ${number}: ${faultWords[kind][language]}`)
      .join("\n");
  if (faults.length > 0) throw badInput(told("de", "Eintrag"), told("en", "Entry"));
  const count = { de: "Einträge", en: "entries" };
  const against = {
    de: heads.length === 0 ? "ohne aufbewahrte Stände" : `gegen ${heads.length} aufbewahrte Stände`,
    en: heads.length === 0 ? "without kept heads" : `against ${heads.length} kept heads`,
  };
  const intact = { de: "unverändert", en: "unchanged" };
  const { language } = context;
  context.shell.stdout.write(
    `${entries.length} ${count[language]}, ${against[language]}: ${intact[language]}\n`,
  );
}
