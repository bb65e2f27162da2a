import { frozenListSchema, stageReplySchema, waveReplySchema } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { CommandContext } from "./shell.ts";
import { stageLine } from "./study-planning.ts";
import { askedJson, type ServerOption } from "./study-server.ts";
import { wholeNumber } from "./typed-number.ts";

const at = (slug: string, what: string) => `api/studies/${encodeURIComponent(slug)}/${what}`;

/** Opens a wave and says where the study stands; what the checklist misses comes from the server. */
export async function openStudy(
  slug: string,
  options: ServerOption & { wave?: string },
  context: CommandContext,
): Promise<void> {
  const wave =
    wholeNumber("--wave", options.wave, 1, 999) ??
    (await askedJson(at(slug, "checklist"), waveReplySchema, options, context)).waveToOpen;
  const { study } = await askedJson(at(slug, "open"), stageReplySchema, options, context, {
    ...{ method: "POST", body: { wave } },
  });
  context.shell.stdout.write(`${stageLine(study, context.language)}\n`);
}

/** Closes the running wave, or lets those who have begun finish. */
export async function closeStudy(
  slug: string,
  options: ServerOption & { finish?: boolean },
  context: CommandContext,
): Promise<void> {
  const step = options.finish === true ? "finish" : "close";
  const { study } = await askedJson(at(slug, step), stageReplySchema, options, context, {
    method: "POST",
  });
  context.shell.stdout.write(`${stageLine(study, context.language)}\n`);
}

/** Freezes what is closed and prints every frozen dataset with its checksum. */
export async function freezeStudy(
  slug: string,
  options: ServerOption,
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const frozen = await askedJson(at(slug, "freeze"), frozenListSchema, options, context, {
    method: "POST",
  });
  const lines = frozen.map(({ wave, day, responses, sha256, isKept }) => {
    const count = formatNumber(responses, language);
    const words = {
      de: `Welle ${wave}, ${day}, ${count} Antworten${isKept ? "" : ", Datei gelöscht"}`,
      en: `wave ${wave}, ${day}, ${count} responses${isKept ? "" : ", file deleted"}`,
    };
    return `${sha256}  ${words[language]}`;
  });
  const none = {
    de: "Es gibt keine Antworten einzufrieren.",
    en: "There are no responses to freeze.",
  };
  shell.stdout.write(`${lines.length === 0 ? none[language] : lines.join("\n")}\n`);
}
