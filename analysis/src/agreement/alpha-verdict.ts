import type { Interval } from "@mehrwert/statistics";
import type { LocalizedText } from "@mehrwert/study";

/** What Krippendorff asks of α: for conclusions, and for tentative ones. */
const [sufficient, tentative] = [0.8, 0.667];

/**
 * What α allows, by the customary limits of Krippendorff (2019), Content analysis, 4th ed., 12.7: a convention, not a test.
 *
 * `interval`: "unknown" if the data allow none; left out where there is none by design.
 * @example alphaVerdict(0.9).en // "By the customary yardstick that is enough for conclusions …"
 */
export function alphaVerdict(alpha: number, interval?: Interval | "unknown"): LocalizedText {
  if (alpha < 0)
    return {
      de: "Das ist weniger, als der Zufall brächte. Meist verstehen die Kodierenden einen Code gegensätzlich, oder Verglichenes gehört nicht zusammen.",
      en: "That is less than chance would give. Mostly coders understand a code in opposite ways, or things were compared that do not belong together.",
    };
  if (alpha < tentative)
    return {
      de: "Das ist nach üblichem Maßstab zu wenig für Schlüsse aus diesen Codes (mindestens 0,67 für vorläufige). Sprechen Sie über die Unterschiede, schärfen Sie die Regeln und kodieren Sie neu.",
      en: "By the customary yardstick that is too little for conclusions from these codes (0.67 at least for tentative ones). Talk about the differences, sharpen the rules and code again.",
    };
  const isTentative = alpha < sufficient;
  const enough: LocalizedText = isTentative
    ? {
        de: "Das reicht nach üblichem Maßstab nur für vorläufige Schlüsse (0,67 bis 0,80)",
        en: "By the customary yardstick that is enough for tentative conclusions only (0.67 to 0.80)",
      }
    : {
        de: "Das reicht nach üblichem Maßstab für Schlüsse aus diesen Codes (ab 0,80)",
        en: "By the customary yardstick that is enough for conclusions from these codes (from 0.80)",
      };
  if (interval === "unknown")
    return {
      de: `${enough.de}; wie sicher das ist, lässt sich mit diesen Einheiten nicht sagen.`,
      en: `${enough.en}; how sure that is cannot be told from these units.`,
    };
  const isOpen = interval !== undefined && interval[0] < (isTentative ? tentative : sufficient);
  return isOpen
    ? {
        de: `${enough.de}; das Intervall reicht aber darunter, weitere Einheiten würden es klären.`,
        en: `${enough.en}, but the interval reaches below it; further units would settle it.`,
      }
    : { de: `${enough.de}.`, en: `${enough.en}.` };
}
