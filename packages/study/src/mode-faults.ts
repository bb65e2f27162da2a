import type { Instrument, Question } from "./instrument.ts";
import type { LocalizedText } from "./localized-text.ts";
import type { Issue } from "./result.ts";
import type { Study } from "./study.ts";
import { visibleQuestions } from "./visible-questions.ts";

type Told = Pick<Study, "mode" | "credentialKey" | "assigned" | "isSimulated">;

/** What people would have to write to give themselves away. Whole words, in either language. */
const identifying =
  /\b(e-?mail|mail-?adresse|telefon(nummer)?|phone( number)?|personalnummer|staff (id|number)|(ihr|vor- und nach|nach|vor)name|your (full )?name|surname|anschrift|home address)\b/i;

/**
 * What of an instrument or a study breaks the promise of its mode: a self-generated code or a question for names in an
 * anonymous study, a code where the study does not call itself pseudonymous, no code where it does, keys that do not
 * belong to the mode. Paths are those of the study. Simulated studies promise nothing to anybody.
 */
export function modeFaults(study: Told, instrument: Instrument): Issue[] {
  const { mode, credentialKey, isSimulated } = study;
  const faults: Issue[] = [];
  if (mode === "anonymous" && credentialKey === undefined)
    faults.push(issue("#/credentialKey", noKey));
  if ((mode === "open" || mode === "confidential") && credentialKey !== undefined)
    faults.push(issue("#/credentialKey", needlessKey));
  if (isSimulated) return faults;
  const questions = shownQuestions(study, instrument);
  const code = questions.find(({ type }) => type === "code");
  if (code !== undefined && mode !== "pseudonymous" && mode !== "confidential")
    faults.push(issue("#/mode", codeOf(code.name)));
  if (code === undefined && mode === "pseudonymous") faults.push(issue("#/mode", withoutCode));
  if (mode === "anonymous")
    for (const { name } of questions.filter(asksForIdentity))
      faults.push(issue("#/mode", identityIn(name)));
  return faults;
}

/** The questions that can be asked, as far as what the study fixes decides it. */
function shownQuestions({ assigned = {} }: Told, instrument: Instrument): Question[] {
  const visible = visibleQuestions(instrument, { ...assigned });
  return instrument.pages
    .flatMap(({ elements }) => elements)
    .filter(({ name, type }) => type !== "code" || visible.has(name));
}

function asksForIdentity({ type, title }: Question): boolean {
  const isOpen = type === "text" || type === "comment";
  return isOpen && [title.de, title.en].some((text) => identifying.test(text));
}

type Fault = { message: LocalizedText; advice: LocalizedText };

const issue = (path: string, { message, advice }: Fault): Issue => ({
  path,
  severity: "error",
  message,
  advice,
});

const noKey: Fault = {
  message: {
    de: "Eine anonyme Studie braucht einen Schlüssel für Berechtigungen.",
    en: "An anonymous study needs a key for its credentials.",
  },
  advice: {
    de: "Legen Sie sie mit einem frischen Schlüsselpaar an.",
    en: "Set it up with a fresh pair of keys.",
  },
};
const needlessKey: Fault = {
  message: {
    de: "Dieser Modus kennt keine Berechtigungen, die Studie hat aber einen Schlüssel dafür.",
    en: "This mode knows no credentials, but the study has a key for them.",
  },
  advice: {
    de: "Lassen Sie „credentialKey“ weg oder wählen Sie den Modus „anonymous“.",
    en: "Leave “credentialKey” out or choose the mode “anonymous”.",
  },
};
const codeOf = (name: string): Fault => ({
  message: {
    de: `Die Frage „${name}“ bildet einen selbst erzeugten Code; damit ist die Studie pseudonym.`,
    en: `The question “${name}” makes a self-generated code, which makes the study pseudonymous.`,
  },
  advice: {
    de: "Wählen Sie den Modus „pseudonymous“ oder eine Form des Fragebogens ohne Code.",
    en: "Choose the mode “pseudonymous”, or a form of the questionnaire without the code.",
  },
});
const withoutCode: Fault = {
  message: {
    de: "Eine pseudonyme Studie verbindet Befragungen durch einen selbst erzeugten Code, nach dem dieser Fragebogen nicht fragt.",
    en: "A pseudonymous study links surveys by a self-generated code, which this questionnaire does not ask for.",
  },
  advice: {
    de: "Nehmen Sie eine Frage der Art „code“ auf oder wählen Sie einen anderen Modus.",
    en: "Add a question of the type “code”, or choose another mode.",
  },
};
const identityIn = (name: string): Fault => ({
  message: {
    de: `Die offene Frage „${name}“ fragt nach etwas, das Personen erkennbar macht; eine anonyme Studie darf das nicht.`,
    en: `The open question “${name}” asks for something that identifies people; an anonymous study may not.`,
  },
  advice: {
    de: "Streichen Sie die Frage oder wählen Sie den Modus „confidential“.",
    en: "Remove the question, or choose the mode “confidential”.",
  },
});
