import { type DataDictionary, missingReasons, type Variable } from "./dataset.ts";
import type { Instrument } from "./instrument.ts";
import { languages } from "./localized-text.ts";
import { mergedMaxdiffs, mergedRankings } from "./merged-rankings.ts";
import { mergedVariables } from "./merged-variables.ts";

const missingCodes: DataDictionary["missingCodes"] = [
  {
    code: missingReasons.refused,
    reason: "refused",
    label: { de: "Keine Angabe gewählt", en: "Chose to give no answer" },
  },
  {
    code: missingReasons.dk,
    reason: "dk",
    label: { de: "Kann ich nicht beurteilen", en: "Cannot judge" },
  },
  { code: missingReasons.na, reason: "na", label: { de: "Trifft nicht zu", en: "Not applicable" } },
  {
    code: missingReasons["not-shown"],
    reason: "not-shown",
    label: { de: "Frage nicht gezeigt", en: "Question not shown" },
  },
  {
    code: missingReasons.skipped,
    reason: "skipped",
    label: { de: "Frage übersprungen", en: "Question skipped" },
  },
  {
    code: missingReasons["not-reached"],
    reason: "not-reached",
    label: { de: "Frage nicht erreicht", en: "Question not reached" },
  },
  {
    code: missingReasons["not-in-version"],
    reason: "not-in-version",
    label: { de: "Frage nicht in dieser Fassung", en: "Question not in this version" },
  },
  {
    code: missingReasons.unranked,
    reason: "unranked",
    label: { de: "Gezeigt, aber nicht eingeordnet", en: "Shown but not placed" },
  },
];

/** The column that says which version a participant answered, in a dataset over several. */
export const versionColumn = "instrument-version";

/** The columns that only some datasets have: whose response it is, in panels, and the text consented to, if any is known. */
export const participantColumn = "participant";
export const consentColumn = "consent-text";

/** Which of these a dataset has. */
export type FurtherColumns = { hasParticipants?: boolean; hasConsentTexts?: boolean };

const idVariable: Variable = {
  name: "id",
  type: "id",
  label: { de: "Zufällige Kennung der Antwort", en: "Random id of the response" },
};

const languageVariable: Variable = {
  name: "language",
  type: "language",
  label: { de: "Sprache beim Absenden", en: "Language when submitting" },
  options: [
    { code: "de", label: { de: "Deutsch", en: "German" } },
    { code: "en", label: { de: "Englisch", en: "English" } },
    { code: "de-simple", label: { de: "Deutsch, Leichte Sprache", en: "German, easy language" } },
  ],
};

const participantVariable: Variable = {
  name: participantColumn,
  type: "key",
  label: {
    de: "Kennung der Person, in allen Wellen dieselbe",
    en: "Pseudonym of the person, the same in all waves",
  },
};

const consentVariable: Variable = {
  name: consentColumn,
  type: "key",
  label: {
    de: "Prüfwert des Textes, in den eingewilligt wurde (SHA-256)",
    en: "Fingerprint of the text that was consented to (SHA-256)",
  },
};

/**
 * What each column of a dataset means: `id`, `language`, `instrument-version` if there are several, then `participant` and
 * `consent-text` where there are any, then the variables.
 *
 * Takes all versions of the instrument that were fielded, oldest first; see `mergedVariables` for how they share columns.
 * @throws RangeError without an instrument, or if two columns of a version have the same name
 */
export function dataDictionary(
  instruments: readonly Instrument[],
  { hasParticipants = false, hasConsentTexts = false }: FurtherColumns = {},
): DataDictionary {
  const current = instruments.at(-1);
  if (current === undefined) throw new RangeError("dataDictionary requires an instrument");
  const merged = mergedVariables(instruments);
  const newestFirst = [...instruments].reverse();
  const constructs = newestFirst.flatMap(({ mehrwert }) => mehrwert.constructs);
  const { mehrwert } = current;
  return {
    instrument: {
      slug: mehrwert.slug,
      title: current.title,
      summary: mehrwert.summary,
      targetGroup: mehrwert.targetGroup,
      licence: mehrwert.licence,
      versions: instruments.map((each) => each.mehrwert.version),
      sources: mehrwert.sources,
    },
    languages: [...languages],
    missingCodes,
    constructs: constructs
      .filter(({ id }, index) => constructs.findIndex((each) => each.id === id) === index)
      .map(({ level: _, ...construct }) => construct),
    ...(mehrwert.indices !== undefined && { indices: mehrwert.indices }),
    ...decisionsIn(current),
    rankings: mergedRankings(newestFirst, merged),
    ...mergedMaxdiffs(newestFirst, merged),
    variables: [
      idVariable,
      languageVariable,
      ...(instruments.length > 1 ? [versionVariable(instruments)] : []),
      ...(hasParticipants ? [participantVariable] : []),
      ...(hasConsentTexts ? [consentVariable] : []),
      ...merged.map(({ variable }) => variable),
    ],
  };
}

function decisionsIn({ pages }: Instrument): Pick<DataDictionary, "decisions"> {
  const decisions = pages
    .flatMap(({ elements }) => elements)
    .filter((question) => question.type === "decision");
  return decisions.length === 0 ? {} : { decisions };
}

function versionVariable(instruments: readonly Instrument[]): Variable {
  return {
    name: versionColumn,
    type: "single",
    label: { de: "Fassung des Fragebogens", en: "Version of the instrument" },
    options: instruments.map(({ mehrwert: { version } }) => ({
      code: version,
      label: { de: `Fassung ${version}`, en: `Version ${version}` },
    })),
  };
}
