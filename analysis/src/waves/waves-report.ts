import type { Dataset, Language, LocalizedText } from "@mehrwert/study";
import { formatDay, formatNumber } from "../number-format.ts";
import type { Report } from "../report/report.ts";
import { smallGroupWarning } from "../text-table/small-group-warning.ts";
import type { WaveComparison } from "./wave-comparison.ts";
import { wavesSection } from "./waves-section.ts";

/** The waves of a study as a report in one language, without ids of respondents. */
export function wavesReport(
  comparisons: readonly WaveComparison[],
  datasets: readonly [Dataset, ...Dataset[]],
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): Report {
  const { study } = datasets[0].manifest;
  const least = Math.max(...datasets.map(({ manifest }) => manifest.study.minimumGroupSize));
  const without = [
    ...new Set(
      comparisons.flatMap(({ change }) => change.notComparable.map((label) => label[language])),
    ),
  ];
  return {
    language,
    title: `${{ de: "Wellen:", en: "Waves:" }[language]} ${study.title[language]}`,
    isSimulated: datasets.some(({ manifest }) => manifest.study.isSimulated),
    warnings: smallGroupWarning(smallNames(comparisons, least, language), least, language),
    facts: [
      { label: { de: "Studie", en: "Study" }[language], value: study.slug },
      ...datasets.map(({ manifest }) => waveFact(manifest, language)),
      {
        label: { de: "Ausgewertet mit", en: "Analysed with" }[language],
        value: `Mehrwert ${softwareVersion}`,
      },
    ],
    sections: comparisons.map((comparison) => wavesSection(comparison, language)),
    method: methods.map((text) => text[language]),
    notes: [
      ...(without.length === 0 ? [] : [`${notCompared[language]} ${without.join("; ")}.`]),
      ...notes.map((text) => text[language]),
    ],
    assumptions: assumptions.map((text) => text[language]),
  };
}

function waveFact(
  { study, instrument, responses, createdOn }: Dataset["manifest"],
  language: Language,
) {
  const people = formatNumber(responses, language);
  return {
    label: `${{ de: "Welle", en: "Wave" }[language]} ${study.wave}`,
    value: `${instrument.slug} ${instrument.version}, ${
      {
        de: `${people} Befragte, Datensatz vom`,
        en: `${people} respondents, dataset of`,
      }[language]
    } ${formatDay(createdOn, language)}`,
  };
}

/** Scores that rest on few people, and those that tell few people's score as what is left of a wave. */
function smallNames(
  comparisons: readonly WaveComparison[],
  least: number,
  language: Language,
): string[] {
  const isSmall = (count: number) => count > 0 && count < least;
  const rest = { de: "nicht Verknüpfte", en: "people not linked" }[language];
  const names = comparisons.flatMap(({ change }) =>
    change.changes.flatMap(({ label, linked, unlinked }) => [
      ...([linked.n, ...unlinked.n].some(isSmall) ? [label[language]] : []),
      ...(unlinked.n.some((count) => isSmall(count - linked.n))
        ? [`${label[language]} (${rest})`]
        : []),
    ]),
  );
  return [...new Set(names)];
}

const methods: LocalizedText[] = [
  {
    de: "Verknüpft wird eins zu eins: zuerst Codes, die in jeder Welle genau eine Person hat, dann unter den übrigen solche, die in genau einer Angabe voneinander abweichen (nach Yurek, Vasey und Havens 2008), wenn keine der beiden Personen weitere Kandidaten hat. Mehrdeutige werden nie verknüpft.",
    en: "Linking is one to one: first codes that exactly one person has in each wave, then among the others those that differ in exactly one element (after Yurek, Vasey and Havens 2008) if neither person has another candidate. Ambiguous ones are never linked.",
  },
  {
    de: "Falsche Verknüpfungen: Zwei Befragte derselben Welle sind zwei Personen. Der Anteil solcher Paare mit gleichem Code (oder nur einer abweichenden Angabe) schätzt, wie oft das zwischen den Wellen zufällig geschieht; er gilt für alle, die kein Gegenstück haben. Nach dem Gedanken von Fellegi und Sunter (1969), Rechnung eigen, Grenzen nach Wilson. Die Schätzung ist eher zu hoch.",
    en: "False links: two respondents of one wave are two people. The share of such pairs with the same code (or only one element that differs) estimates how often this happens between waves by chance; it holds for all who have no counterpart. After the idea of Fellegi and Sunter (1969), computation our own, bounds by Wilson. The estimate is rather too high.",
  },
  {
    de: "Veränderung: Mittel der Unterschiede je Person, spätere Welle weniger frühere, Intervall nach Student. Nicht verknüpft: Unterschied der Mittel, Intervall nach Welch, als wäre niemand in beiden Wellen; es ist daher meist zu weit.",
    en: "Change: mean of the differences per person, later wave less earlier, interval by Student. Not linked: difference of means, interval by Welch as if nobody were in both waves, so it is usually too wide.",
  },
];

const notCompared: LocalizedText = {
  de: "Nicht verglichen, weil es den Wert nicht in beiden Wellen nach derselben Regel gibt:",
  en: "Not compared, as the score does not exist in both waves by the same rule:",
};

const notes: LocalizedText[] = [
  {
    de: "„Code doppelt“ zählt Personen, deren Code in ihrer Welle noch jemand hat; das können auch zwei Antworten derselben Person sein. Sie stehen auch unter „mehrdeutig“ oder „ohne Gegenstück“.",
    en: "“Code twice” counts people whose code somebody else of their wave has, too; this may also be one person answering twice. They also stand under “ambiguous” or “unmatched”.",
  },
  {
    de: "Zum Einordnen: Von Personen, die zweimal teilnahmen, ließen sich andernorts 88 bis 100 % nach 1 bis 4 Monaten und 50 bis 75 % nach 12 bis 18 Monaten wiederfinden (Yurek, Vasey und Havens 2008, nach einer Zusammenfassung). Die Anteile hier enthalten auch alle, die nicht wieder teilgenommen haben.",
    en: "For orientation: of people who took part twice, others found 88 to 100% again after 1 to 4 months and 50 to 75% after 12 to 18 months (Yurek, Vasey and Havens 2008, from a summary). The shares here also contain all who did not take part again.",
  },
];

const assumptions: LocalizedText[] = [
  {
    de: "Verknüpfte Personen sind die, die wieder geantwortet und sich an ihre Angaben erinnert haben; sie können anders sein als die übrigen. Falsche Verknüpfungen ziehen die Veränderung zum Unterschied der ganzen Wellen hin und machen die Streuung größer.",
    en: "Linked people are those who answered again and remembered their elements; they may differ from the rest. False links pull the change towards the difference of the whole waves and increase the SD.",
  },
];
