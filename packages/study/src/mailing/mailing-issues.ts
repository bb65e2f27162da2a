import { languages } from "../language.ts";
import type { Issue } from "../result.ts";
import type { Mailing } from "./mailing-schema.ts";

/** What a text of a mail may hold in braces. In subjects only `study`: a subject is read on many screens. */
export const placeholders = ["study", "greeting", "link", "code"] as const;

const known = new Set<string>(placeholders);

/**
 * What is wrong with the texts of a study's mails: placeholders nobody knows, a body without a way to take part, a
 * subject that gives a code or a name away.
 */
export function mailingIssues(mailing: Pick<Mailing, "invitation" | "reminder">): Issue[] {
  return (["invitation", "reminder"] as const).flatMap((kind) =>
    languages.flatMap((language) => {
      const path = (part: string) => `#/${kind}/${part}/${language}`;
      const { subject, body } = mailing[kind];
      return [
        ...unknownIn(subject[language], path("subject")),
        ...unknownIn(body[language], path("body")),
        ...secretsIn(subject[language], path("subject")),
        ...(/\{(link|code)\}/.test(body[language]) ? [] : [noWayIn(path("body"))]),
      ];
    }),
  );
}

function unknownIn(text: string, path: string): Issue[] {
  const found = [...text.matchAll(/\{([^{}]*)\}|[{}]/g)].map(([whole, name]) => ({ whole, name }));
  return found
    .filter(({ name }) => name === undefined || !known.has(name))
    .map(({ whole }) => ({
      path,
      severity: "error",
      message: {
        de: `„${whole.slice(0, 40)}“ ist kein Platzhalter.`,
        en: `“${whole.slice(0, 40)}” is no placeholder.`,
      },
      advice: {
        de: `Erlaubt sind ${placeholders.map((name) => `{${name}}`).join(", ")}; andere geschweifte Klammern nicht.`,
        en: `Allowed are ${placeholders.map((name) => `{${name}}`).join(", ")}; no other braces.`,
      },
    }));
}

function secretsIn(text: string, path: string): Issue[] {
  return [...text.matchAll(/\{(link|code|greeting)\}/g)].map(([whole]) => ({
    path,
    severity: "error",
    message: {
      de: `Der Betreff enthält ${whole}.`,
      en: `The subject contains ${whole}.`,
    },
    advice: {
      de: "Betreffzeilen stehen in Protokollen und auf Sperrbildschirmen; setzen Sie es in den Text.",
      en: "Subjects stand in logs and on locked screens; put it into the text.",
    },
  }));
}

const noWayIn = (path: string): Issue => ({
  path,
  severity: "error",
  message: {
    de: "Der Text enthält weder {link} noch {code}; niemand könnte teilnehmen.",
    en: "The text contains neither {link} nor {code}; nobody could take part.",
  },
  advice: { de: "Setzen Sie {link} in eine eigene Zeile.", en: "Put {link} on a line of its own." },
});
