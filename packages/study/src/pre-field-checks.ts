import type { Instrument } from "./instrument.ts";
import { type Language, type LocalizedText, languages } from "./localized-text.ts";
import { askedTexts } from "./pre-field/asked-texts.ts";
import { type CodeForecast, codeForecasts, codeHints } from "./pre-field/code-forecast.ts";
import { type Demographics, demographics } from "./pre-field/demographics.ts";
import { durations, type FormDuration } from "./pre-field/duration.ts";
import { type ReadingEase, readingEase } from "./pre-field/reading-ease.ts";
import { demographicsHints, durationHints, structureHints } from "./pre-field/structure-hints.ts";
import { wordingHints } from "./pre-field/wording-hints.ts";
import type { Issue } from "./result.ts";
import type { Random } from "./simulate-answers/draws.ts";

export type { CodeCollisions, CodeForecast } from "./pre-field/code-forecast.ts";
export type { Demographics, SmallGroups } from "./pre-field/demographics.ts";
export type { FormDuration } from "./pre-field/duration.ts";
export { type ReadingEase, readingEase } from "./pre-field/reading-ease.ts";
export { answerSeconds, wordsPerMinute } from "./pre-field/seconds.ts";

/** What can be known about an instrument before anybody answers it. */
export type PreFieldChecks = {
  slug: string;
  version: string;
  /** As announced to participants. */
  announcedMinutes: { from: number; to: number };
  /** As estimated, form by form. */
  durations: Record<Language, FormDuration[]>;
  items: {
    variable: string;
    text: LocalizedText;
    ease: Record<Language, ReadingEase | undefined>;
  }[];
  demographics: Demographics | undefined;
  /** Self-generated codes that link waves: how often they collide, whether they can be guessed. */
  codes: CodeForecast[];
  /** What to look at again, always as warnings: an instrument can be fielded with all of them. */
  hints: PreFieldHint[];
};

/** One of them. A hint about wording names the language whose text it is about. */
export type PreFieldHint = Issue & {
  about: "duration" | "demographics" | "codes" | "structure" | "wording";
  language?: Language;
};

/**
 * Checks an instrument before the field: how long it takes, how its items read, whether its questions about the person
 * make people recognisable, where it forces guesses.
 *
 * Nothing here is certain: durations are estimates (`answerSeconds`, `wordsPerMinute`), wording hints look at words
 * only. `random` draws the simulated respondents; the same sequence gives the same estimates.
 */
export function preFieldChecks(
  instrument: Instrument,
  { random, expectedRespondents }: { random: Random; expectedRespondents?: number | undefined },
): PreFieldChecks {
  const asked = askedTexts(instrument);
  const minutes = durations(instrument, random);
  const details = demographics(instrument, expectedRespondents);
  const codes = codeForecasts(instrument, expectedRespondents);
  const about = (kind: PreFieldHint["about"], issues: readonly Issue[]): PreFieldHint[] =>
    issues.map((issue) => ({ ...issue, about: kind }));
  const { slug, version, durationMinutes } = instrument.mehrwert;
  return {
    slug,
    version,
    announcedMinutes: durationMinutes,
    durations: minutes,
    items: asked.map(({ variable, text }) => ({
      variable,
      text,
      ease: { de: readingEase(text.de, "de"), en: readingEase(text.en, "en") },
    })),
    demographics: details,
    codes,
    hints: [
      ...about("duration", durationHints(instrument, minutes.de)),
      ...about("demographics", demographicsHints(details)),
      ...about("codes", codeHints(instrument, codes)),
      ...about("structure", structureHints(instrument)),
      ...asked.flatMap((text) =>
        languages.flatMap((language) =>
          about("wording", wordingHints(text, language)).map((hint) => ({ ...hint, language })),
        ),
      ),
    ],
  };
}
