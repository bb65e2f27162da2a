import { guideFormats, interviewGuideDocument } from "@mehrwert/study";
import type { Command } from "commander";
import { instrumentPrintCommand } from "./instrument-print-command.ts";
import { namedInterviewGuide } from "./interview-guide-files.ts";
import type { CommandContext } from "./shell.ts";

/** `mehrwert instrument guide`: an interview guide to print, with room for notes and a checklist of codes. */
export function instrumentGuideCommand(context: CommandContext): Command {
  return instrumentPrintCommand(context, {
    name: "guide",
    description: {
      de: "einen Gesprächsleitfaden ausgeben, mit Platz für Notizen und Liste der Codes",
      en: "print an interview guide, with room for notes and a checklist of codes",
    },
    formats: guideFormats,
    documentOf: async (slug, folder, format) => {
      const guide = await namedInterviewGuide(slug, folder, context);
      return interviewGuideDocument(guide, context.language, format);
    },
  });
}
