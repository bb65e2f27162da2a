import { languages } from "@mehrwert/study";
import { expect, test } from "vitest";
import { type AccessibilityDetails, noAccessibilityDetails } from "../../accessibility-details.ts";
import { accessibilityWarning } from "../../start/load-accessibility-details.ts";
import { statementPage } from "./statement-page.ts";
import { knownBarriers, statementWords } from "./statement-words.ts";

const today = "2026-12-24";
const both = (text: string) => ({ de: text, en: text });
const complete: AccessibilityDetails = {
  ...noAccessibilityDetails,
  responsible: both("Office, Street 1"),
  contact: { email: "access@example.org", phone: "" },
  date: "2026-11-28",
};
const { arbitration } = complete;

/** Everything that the law asks for, each taken out of complete details once, and what is then said to be open. */
const emptied: [string, Partial<AccessibilityDetails>][] = [
  ["responsible body", { responsible: { de: "Amt", en: "" } }],
  ["e-mail address for contact", { contact: { email: "", phone: "+49 1" } }],
  ["date of the statement", { date: "" }],
  ["check after a year", { date: "2025-12-24" }],
  ["applicable law", { law: { de: "", en: "Act" } }],
  ["arbitration body with link", { arbitration: { ...arbitration, name: both("") } }],
  ["arbitration body with link", { arbitration: { ...arbitration, url: "" } }],
];

const page = async (details: AccessibilityDetails, language: "de" | "en" = "en") =>
  String(await statementPage({ details, language, today, place: undefined }));
const warning = (details: AccessibilityDetails) =>
  accessibilityWarning(details, { today, language: "en" });

test.each(emptied)(
  "without the %s the start warns and the page says what is missing",
  async (gap, change) => {
    const details = { ...complete, ...change };
    expect(warning(details)).toContain(`Open: ${gap}`);
    const [, notice = ""] = (await page(details)).split(statementWords.gapsTitle.en);
    expect(notice.match(/<li>([^<]*)/)?.[1]).toContain(gap);
  },
);

test.each(languages)(
  "with everything filled in nothing is missing and no section is empty, in %s",
  async (language) => {
    expect(warning(complete)).toBeUndefined();
    const statement = await page(complete, language);
    expect(statement).not.toContain(statementWords.gapsTitle[language]);
    expect(statement).not.toContain(statementWords.missing[language]);
    const sections = statement.split("<h2>").slice(1);
    expect(sections).toHaveLength(6);
    for (const section of sections) {
      const [heading = "", text = ""] = section.split("</h2>");
      const told = text.replaceAll(/<[^>]*>/g, "").trim();
      expect(told.length, heading).toBeGreaterThan(10);
    }
  },
);

test("every known barrier says what, why and what to do instead, in both languages", () => {
  const texts = knownBarriers.flatMap(({ what, why, instead }) => [what, why, instead]);
  expect(texts.flatMap((text) => languages.map((language) => text[language].trim()))).not.toContain(
    "",
  );
  expect(knownBarriers.length).toBeGreaterThan(0);
});
