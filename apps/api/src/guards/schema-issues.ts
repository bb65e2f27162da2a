import type { Issue, LocalizedText } from "@mehrwert/study";
import type { z } from "zod";
import { jsonPointer } from "./json-pointer.ts";

type SchemaIssue = z.core.$ZodIssue;

const leaveOut: LocalizedText = { de: "Lassen Sie die Angabe weg.", en: "Leave the entry out." };
const seeDescription: LocalizedText = {
  de: "Die Beschreibung der Schnittstelle unter /api/docs nennt die erlaubten Werte.",
  en: "The description of the interface at /api/docs names the allowed values.",
};

function messageOf(issue: SchemaIssue): LocalizedText {
  switch (issue.code) {
    case "invalid_type":
      return {
        de: "Die Angabe fehlt oder hat die falsche Art.",
        en: "The entry is missing or of the wrong kind.",
      };
    case "too_big":
      return {
        de: "Die Angabe ist zu groß oder zu lang.",
        en: "The entry is too large or too long.",
      };
    case "too_small":
      return {
        de: "Die Angabe ist zu klein oder zu kurz.",
        en: "The entry is too small or too short.",
      };
    case "invalid_format":
      return {
        de: "Die Angabe hat nicht die verlangte Form.",
        en: "The entry does not have the required form.",
      };
    case "invalid_key":
      return { de: "Dieser Name ist nicht erlaubt.", en: "This name is not allowed." };
    default:
      return { de: "Dieser Wert ist nicht erlaubt.", en: "This value is not allowed." };
  }
}

/** What a schema found wrong, as issues with JSON pointers. No text repeats what was sent. */
export function schemaIssues(issues: readonly SchemaIssue[]): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: jsonPointer([...issue.path, key]),
        severity: "error",
        message: { de: "Diese Angabe ist unbekannt.", en: "This entry is unknown." },
        advice: leaveOut,
      }));
    }
    return [
      {
        path: jsonPointer(issue.path),
        severity: "error",
        message: messageOf(issue),
        advice: seeDescription,
      },
    ];
  });
}
