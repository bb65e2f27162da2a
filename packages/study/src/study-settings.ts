import type { Instrument, Question } from "./instrument.ts";
import type { Issue } from "./result.ts";
import type { Study } from "./study.ts";

type Settings = Pick<Study, "assigned" | "codeSalt" | "isSimulated">;

/**
 * What an instrument needs from the study that fields it and the study does not fix: values of `assigned` questions,
 * the salt of self-generated codes. Paths are those of the study. Without them some could not begin, and others would
 * be asked a form that nobody chose.
 *
 * A simulated study need not fix anything: what it leaves out is drawn.
 */
export function missingSettings(study: Settings, instrument: Instrument): Issue[] {
  return instrument.pages
    .flatMap(({ elements }) => elements)
    .flatMap((question) => missingSetting(study, question) ?? []);
}

function missingSetting(
  { assigned, codeSalt, isSimulated }: Settings,
  question: Question,
): Issue | undefined {
  const { name } = question;
  if (question.type === "code" && codeSalt === undefined && !isSimulated) {
    return {
      path: "#/codeSalt",
      severity: "error",
      message: {
        de: `Die Frage „${name}“ braucht ein Salz, das die Studie nicht hat.`,
        en: `The question “${name}” needs a salt that the study does not have.`,
      },
      advice: {
        de: "Legen Sie eine Studie mit „codeSalt“ an.",
        en: "Set up a study with “codeSalt”.",
      },
    };
  }
  if (question.type !== "assigned" || question.by !== "study") return undefined;
  if (assigned === undefined && isSimulated) return undefined;
  const given =
    assigned !== undefined && Object.hasOwn(assigned, name) ? assigned[name] : undefined;
  if (question.choices.some(({ value }) => value === given)) return undefined;
  const values = question.choices.map(({ value }) => JSON.stringify(value)).join(", ");
  return {
    path: `#/assigned/${name}`,
    severity: "error",
    message: {
      de: `Die Studie legt für „${name}“ nichts fest, was der Fragebogen kennt.`,
      en: `The study fixes nothing for “${name}” that the questionnaire knows.`,
    },
    advice: {
      de: `Legen Sie eine Studie an, die in „assigned“ einen dieser Werte festlegt: ${values}.`,
      en: `Set up a study that fixes one of these values in “assigned”: ${values}.`,
    },
  };
}
