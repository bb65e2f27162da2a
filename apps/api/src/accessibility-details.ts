import { type Issue, type LocalizedText, languages, type Result } from "@mehrwert/study";
import { z } from "zod";

const text = z.strictObject({ de: z.string().trim(), en: z.string().trim() });
const nothing = { de: "", en: "" };

/** The body for the Federation. Länder have their own, which the operator names. */
const federalArbitration = {
  name: {
    de: "Schlichtungsstelle nach dem Behindertengleichstellungsgesetz bei dem Beauftragten der Bundesregierung für die Belange von Menschen mit Behinderungen",
    en: "Arbitration body under the Act on Equal Opportunities for Persons with Disabilities, at the Federal Government Commissioner for Matters relating to Persons with Disabilities",
  },
  address: {
    de: "Mauerstraße 53, 10117 Berlin, Telefon 030 18 527-2805",
    en: "Mauerstraße 53, 10117 Berlin, Germany, telephone +49 30 18 527-2805",
  },
  email: "info@schlichtungsstelle-bgg.de",
  url: "https://www.schlichtungsstelle-bgg.de",
};

const webAddress = z.union([z.literal(""), z.url({ protocol: /^https?$/ })]);
const mailAddress = z.union([z.literal(""), z.email()]);

/** What only the operator can tell; everything may be missing, and what is required and missing is said aloud. */
export const accessibilityDetailsSchema = z.strictObject({
  /** Editors find the JSON Schema by it; it means nothing here. */
  $schema: z.string().optional(),
  /** Who is responsible for this offer: name and postal address. */
  responsible: text.default(nothing),
  /** Where people can turn to, besides the form. */
  contact: z
    .strictObject({ email: mailAddress.default(""), phone: z.string().trim().default("") })
    .default({ email: "", phone: "" }),
  /** The day on which the operator wrote or last checked this statement. */
  date: z.union([z.literal(""), z.iso.date()]).default(""),
  /** The law that applies to the operator. */
  law: text.default({
    de: "Behindertengleichstellungsgesetz (BGG) und Barrierefreie-Informationstechnik-Verordnung (BITV 2.0)",
    en: "Act on Equal Opportunities for Persons with Disabilities (BGG) and its regulation on barrier-free information technology (BITV 2.0)",
  }),
  arbitration: z
    .strictObject({
      name: text,
      address: text.default(nothing),
      email: mailAddress.default(""),
      url: webAddress,
    })
    .default(federalArbitration),
  /** What the operator knows of barriers in its own studies: what, why, and what to do instead. */
  furtherBarriers: z.array(text).default([]),
});
export type AccessibilityDetails = z.infer<typeof accessibilityDetailsSchema>;

/** What is said as long as the operator has told nothing. */
export const noAccessibilityDetails: AccessibilityDetails = accessibilityDetailsSchema.parse({});

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The details from the operator's file, or every place in it that is wrong. */
export function parseAccessibilityDetails(json: string): Result<AccessibilityDetails> {
  const parsed = accessibilityDetailsSchema.safeParse(readJson(json));
  if (parsed.success) return { ok: true, value: parsed.data, warnings: [] };
  const issues = parsed.error.issues.map((issue): Issue => {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [];
    return {
      path: ["#", ...issue.path, ...keys].join("/"),
      severity: "error",
      message: { de: "Diese Angabe passt nicht.", en: "This entry does not fit." },
      advice: {
        de: "Ein Beispiel mit allen Angaben steht in apps/api/README.md.",
        en: "An example with every entry is in apps/api/README.md.",
      },
    };
  });
  return { ok: false, issues };
}

const isMissing = (told: LocalizedText) => languages.some((language) => told[language] === "");

/** After a year a statement has to be looked at again. */
function isOld(date: string, today: string): boolean {
  const [year = "", ...rest] = date.split("-");
  return [String(Number(year) + 1), ...rest].join("-") <= today;
}

/**
 * What the law asks of the statement and the operator has not told, or told more than a year ago; empty if nothing.
 *
 * @param today `YYYY-MM-DD`
 */
export function accessibilityGaps(details: AccessibilityDetails, today: string): LocalizedText[] {
  const { responsible, contact, date, law, arbitration } = details;
  const gaps: [boolean, LocalizedText][] = [
    [isMissing(responsible), { de: "verantwortliche Stelle", en: "responsible body" }],
    [contact.email === "", { de: "E-Mail-Adresse für Kontakt", en: "e-mail address for contact" }],
    [date === "", { de: "Datum der Erklärung", en: "date of the statement" }],
    [isMissing(law), { de: "Rechtsgrundlage", en: "applicable law" }],
    [
      isMissing(arbitration.name) || arbitration.url === "",
      { de: "Schlichtungsstelle mit Link", en: "arbitration body with link" },
    ],
    [
      date !== "" && isOld(date, today),
      {
        de: `Prüfung nach einem Jahr (die Erklärung ist vom ${date})`,
        en: `check after a year (the statement is dated ${date})`,
      },
    ],
  ];
  return gaps.flatMap(([isOpen, gap]) => (isOpen ? [gap] : []));
}
