import { resolve } from "node:path";
import {
  type StudyStage,
  stageReplySchema,
  studyChangesSchema,
  studyStagesSchema,
} from "@mehrwert/study";
import { readTextFile } from "./read-text-file.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { askedJson, type ServerOption } from "./study-server.ts";
import { typedCommand } from "./typed-command.ts";

const statusWords = {
  planned: { de: "in Planung", en: "being planned" },
  fielding: { de: "im Feld", en: "in the field" },
  finishing: { de: "endet", en: "finishing" },
  closed: { de: "geschlossen", en: "closed" },
  archived: { de: "archiviert", en: "archived" },
} as const;

/** One study on one line: short name, stage, wave, name. */
export function stageLine(
  { slug, title, status, wave }: StudyStage,
  language: "de" | "en",
): string {
  const words = { de: `Welle ${wave}`, en: `wave ${wave}` };
  return `${slug}  ${statusWords[status][language]}, ${words[language]}  ${title[language]}`;
}

/** Prints every study of a server. */
export async function listStudies(options: ServerOption, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const studies = await askedJson("api/studies", studyStagesSchema, options, context);
  const none = { de: "Es gibt keine Studie.", en: "There is no study." };
  const lines = studies.map((study) => stageLine(study, language));
  shell.stdout.write(`${lines.length === 0 ? none[language] : lines.join("\n")}\n`);
}

type CreateOptions = ServerOption & {
  instrument: string;
  titleDe: string;
  titleEn: string;
  mode: string;
  plan?: string;
};

/** Sets a study up and, if there is a file with it, saves the rest of its plan. */
export async function createStudy(
  slug: string,
  options: CreateOptions,
  context: CommandContext,
): Promise<void> {
  const [instrument, version] = options.instrument.split("/");
  if (!instrument || !version)
    throw wrongUsage(
      "--instrument braucht Namen und Fassung, zum Beispiel value-drivers/1.0.0.",
      "--instrument needs name and version, for example value-drivers/1.0.0.",
    );
  const changes =
    options.plan === undefined ? undefined : await plannedChanges(options.plan, context);
  const study = {
    ...{ slug, mode: options.mode },
    title: { de: options.titleDe, en: options.titleEn },
    instrument: { slug: instrument, version },
  };
  const begun = await askedJson("api/studies", stageReplySchema, options, context, {
    ...{ method: "POST", body: study },
  });
  if (changes !== undefined)
    await askedJson(`api/studies/${slug}/plan`, stageReplySchema, options, context, {
      ...{ method: "PATCH", body: { revision: begun.revision, changes } },
    });
  const { shell, language } = context;
  const next = {
    de: `Weiter mit: ${typedCommand} study open ${slug}`,
    en: `Next: ${typedCommand} study open ${slug}`,
  };
  shell.stdout.write(`${stageLine(begun.study, language)}\n${next[language]}\n`);
}

async function plannedChanges(file: string, { shell }: CommandContext) {
  const text = await readTextFile(resolve(shell.cwd, file));
  const parsed = studyChangesSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join("/") ?? "";
  const place = where === "" ? file : `${file}#/${where}`;
  throw badInput(`${place} ist keine Planung einer Studie.`, `${place} is no plan of a study.`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
