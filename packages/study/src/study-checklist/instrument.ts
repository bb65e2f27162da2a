import { modeExplanations } from "../field-plan/mode-explanations.ts";
import type { PlannedStudy } from "../field-plan.ts";
import type { Instrument } from "../instrument.ts";
import { lintAccessBarriers } from "../lint-instrument/access-barriers.ts";
import { lintInstrument } from "../lint-instrument.ts";
import type { LocalizedText } from "../localized-text.ts";
import { modeFaults } from "../mode-faults.ts";
import type { PreFieldChecks, PreFieldHint } from "../pre-field-checks.ts";
import type { Issue } from "../result.ts";
import { missingSettings } from "../study-settings.ts";
import type { ChecklistItem } from "./checklist-item.ts";

/** The questionnaire is there, has no errors and keeps nobody out; what the study must fix for it is fixed. */
export function checkInstrument(
  { study }: PlannedStudy,
  instrument: Instrument | undefined,
): ChecklistItem[] {
  const about = {
    id: "instrument",
    title: { de: "Fragebogen", en: "Questionnaire" },
    path: "#/instrument",
  };
  if (instrument === undefined)
    return [
      {
        ...about,
        state: "missing",
        message: {
          de: "Die Bibliothek hat diese Fassung des Fragebogens nicht oder nicht mehr unverändert.",
          en: "The library does not have this version of the questionnaire, or no longer unchanged.",
        },
        advice: { de: "Wählen Sie eine andere Fassung.", en: "Choose another version." },
      },
    ];
  const faults = lintInstrument(instrument).filter(({ severity }) => severity === "error");
  const name = `${instrument.mehrwert.slug} ${instrument.mehrwert.version}`;
  const settings = missingSettings(study, instrument);
  return [
    first(faults, about) ?? { ...about, state: "done", message: { de: name, en: name } },
    ...barriers(instrument),
    ...(settings.length === 0 ? [] : [settingsItem(settings)]),
  ];
}

function first(issues: readonly Issue[], about: Pick<ChecklistItem, "id" | "title" | "path">) {
  const [issue] = issues;
  if (issue === undefined) return undefined;
  const { message, advice } = issue;
  return { ...about, state: "missing" as const, message, advice };
}

/** An error of this kind keeps people out, a hint may do. */
function barriers(instrument: Instrument): ChecklistItem[] {
  const found = lintAccessBarriers(instrument);
  const about = {
    id: "access",
    title: { de: "Barrierefreiheit", en: "Accessibility" },
    path: "#/instrument",
  };
  const [worst] = found.toSorted((a, b) => rank(a) - rank(b));
  if (worst === undefined)
    return [
      {
        ...about,
        state: "done",
        message: { de: "Keine Hürden gefunden.", en: "No barriers found." },
      },
    ];
  const { message, advice } = worst;
  return [{ ...about, state: worst.severity === "error" ? "missing" : "look", message, advice }];
}

const rank = ({ severity }: Issue) => (severity === "error" ? 0 : 1);

function settingsItem(issues: readonly Issue[]): ChecklistItem {
  const item = first(issues, {
    id: "settings",
    title: { de: "Festlegungen für den Fragebogen", en: "What the study fixes" },
    path: "#/assigned",
  });
  if (item === undefined) throw new RangeError("settingsItem requires an issue");
  return item;
}

/** What the questionnaire asks fits what participants are promised. */
export function checkMode(
  { study }: PlannedStudy,
  instrument: Instrument | undefined,
): ChecklistItem[] {
  if (instrument === undefined) return [];
  const about = {
    id: "mode",
    title: { de: "Wie man teilnimmt", en: "How people take part" },
    path: "#/mode",
  };
  const fault = first(modeFaults(study, instrument), about);
  if (fault !== undefined) return [fault];
  return [{ ...about, state: "done", message: modeExplanations[study.mode].name }];
}

const kinds: Record<PreFieldHint["about"], LocalizedText> = {
  duration: { de: "Dauer", en: "Duration" },
  demographics: { de: "Kleine Gruppen", en: "Small groups" },
  codes: { de: "Selbst erzeugte Codes", en: "Self-generated codes" },
  structure: { de: "Aufbau", en: "Structure" },
  wording: { de: "Wortlaut", en: "Wording" },
};

/** Hints from before the field: none holds anything up, all are worth a look. */
export function checkPreField(
  { plan, study }: PlannedStudy,
  checks: PreFieldChecks | undefined,
): ChecklistItem[] {
  if (checks === undefined) return [];
  const expected = plan.expectedRespondents;
  const few = expected !== undefined && expected < study.minimumGroupSize;
  return [...(few ? [tooFew(expected, study.minimumGroupSize)] : []), ...hintItems(checks.hints)];
}

function hintItems(hints: readonly PreFieldHint[]): ChecklistItem[] {
  return Object.entries(kinds).flatMap(([kind, title]): ChecklistItem[] => {
    const found = hints.filter(({ about }) => about === kind);
    const [hint] = found;
    if (hint === undefined) return [];
    const more = found.length - 1;
    const and = {
      de: more === 0 ? "" : ` Dazu ${more} weitere Hinweise.`,
      en: more === 0 ? "" : ` And ${more} more hints.`,
    };
    const { message, advice } = hint;
    return [
      {
        id: kind,
        state: "look",
        title,
        message: { de: message.de + and.de, en: message.en + and.en },
        advice,
      },
    ];
  });
}

function tooFew(expected: number, minimum: number): ChecklistItem {
  return {
    id: "expected",
    state: "look",
    title: { de: "Erwartete Teilnehmende", en: "Expected participants" },
    path: "#/expectedRespondents",
    message: {
      de: `Sie erwarten ${expected} Personen; gezeigt werden Ergebnisse erst ab ${minimum}.`,
      en: `You expect ${expected} people; results are shown from ${minimum} on.`,
    },
    advice: {
      de: "So sehen Sie nie ein Ergebnis. Fragen Sie mehr Menschen, oder sprechen Sie mit ihnen.",
      en: "You will never see a result. Ask more people, or talk with them instead.",
    },
  };
}
