import type { Language, LocalizedText } from "@mehrwert/study";
import { randomSelection, smallSourceWarnings, sourceFacts } from "../covariates/source-facts.ts";
import { mixtureFigure } from "../figures/mixture-figure.ts";
import { formatNumber } from "../number-format.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import type { Report, ReportFigure, ReportSection } from "../report/report.ts";
import { numberSentences } from "./group-sentences.ts";
import { memberTable, numberTable, valueTables } from "./group-tables.ts";
import type { GroupFit, LatentGroups, NoLatentGroups } from "./latent-groups.ts";
import { memberSentences } from "./member-sentences.ts";
import { noGroupsSentence } from "./no-groups-sentence.ts";
import { valueSentences } from "./value-sentences.ts";

/** The groups as a report in one language. */
export function groupsReport(
  source: RankingSource,
  groups: LatentGroups | NoLatentGroups,
  settings: { softwareVersion: string; language: Language },
): Report {
  const { softwareVersion, language } = settings;
  return {
    language,
    title: `${{ de: "Gruppen mit verschiedenen Wünschen", en: "Groups that want different things" }[language]}: ${source.title[language]}`,
    isSimulated: source.isSimulated,
    warnings: smallSourceWarnings(source, language),
    facts: sourceFacts(source, softwareVersion, language),
    sections: groups.exists ? sectionsOf(source, groups, language) : [noSection(groups, language)],
    method: groups.exists ? methodOf(groups, language) : [],
    notes: groups.exists ? notesOf(groups).map((note) => note[language]) : [],
    assumptions: groups.exists ? assumptions.map((text) => text[language]) : [],
  };
}

const headings = {
  number: { de: "Wie viele Gruppen?", en: "How many groups?" },
  values: { de: "Was die Gruppen schätzen", en: "What the groups value" },
  shared: { de: "Was alle zusammen schätzen", en: "What all together value" },
  members: { de: "Wer gehört dazu?", en: "Who belongs to them?" },
};

function noSection(groups: NoLatentGroups, language: Language): ReportSection {
  return {
    heading: headings.number[language],
    sentences: [noGroupsSentence(groups)[language]],
    tables: [],
    figures: [],
  };
}

function sectionsOf(
  source: RankingSource,
  groups: LatentGroups,
  language: Language,
): ReportSection[] {
  const fit = groups.fits.find(({ classCount }) => classCount === groups.chosen);
  if (fit === undefined) return [];
  const members = memberTable(groups, language);
  return [
    {
      heading: headings.number[language],
      sentences: numberSentences(groups, fit, language),
      tables: [numberTable(groups, language)],
      figures: [],
    },
    {
      heading: (groups.chosen === 1 ? headings.shared : headings.values)[language],
      sentences: valueSentences(fit, language),
      tables: valueTables(fit, groups.n, language),
      figures: [figureOf(source, fit, language)],
    },
    ...(groups.chosen < 2
      ? []
      : [
          {
            heading: headings.members[language],
            sentences: memberSentences(groups, language),
            tables: members === undefined ? [] : [members],
            figures: [],
          },
        ]),
  ];
}

function figureOf(source: RankingSource, fit: GroupFit, language: Language): ReportFigure {
  const order = [...(fit.classes[0]?.items ?? [])].sort((a, b) => a.place - b.place);
  const data = {
    id: source.question ?? "rankings",
    items: order.map(({ label, place }) => ({ label, position: place })),
    classes: fit.classes.map(({ share, interval, items }) => ({
      share,
      ...(interval !== undefined && { shareInterval: interval }),
      worths: order.map(({ item }) => {
        const own = items.find((each) => each.item === item);
        const { worth = 0, worthInterval } = own ?? {};
        return { value: worth, ...(worthInterval !== undefined && { interval: worthInterval }) };
      }),
    })),
  };
  return {
    caption: {
      de: "Wie wahrscheinlich jede Gruppe etwas als Erstes wählt",
      en: "How likely each group chooses something first",
    }[language],
    draw: (options) => mixtureFigure(data, options),
  };
}

function methodOf(groups: LatentGroups, language: Language): string[] {
  const { starts, seed, prior, check } = groups;
  const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  const weak: LocalizedText = {
    de: ` mit schwacher Vorannahme (${number(prior, 1)} gedachte Wahlen je Gegenstand und Gruppe)`,
    en: ` with a weak prior (${number(prior, 1)} pseudo-choices per item and group)`,
  };
  const by = prior > 0 ? weak : { de: "", en: "" };
  const sentences: LocalizedText[] = [
    {
      de: `Mischung von Plackett–Luce-Modellen, beschleunigtes EM${by.de}, ${number(starts)} Starts je Gruppenzahl, Startwert ${seed}; Zahl der Gruppen nach BIC, ICL daneben.`,
      en: `Mixture of Plackett–Luce models, accelerated EM${by.en}, ${number(starts)} starts per number of groups, seed ${seed}; number of groups by BIC, ICL beside it.`,
    },
    {
      de: "Intervalle der Anteile und Gewichte: 95 %, beobachtete Information (Louis), auf der Logit-Skala; mittlere Ränge mit der Wahrscheinlichkeit der Zugehörigkeit gewichtet.",
      en: "Intervals of shares and worths: 95%, observed information (Louis), on the logit scale; mean ranks weighted by membership.",
    },
  ];
  if (check.exists)
    sentences.push({
      de: `Prüfung gegen Zufallsmuster: parametrischer Bootstrap des Likelihood-Quotienten gegen eine Gruppe weniger; LR = ${number(check.value, 1)}, ${number(check.draws)} Ziehungen, Startwert ${seed}.`,
      en: `Check against chance patterns: parametric bootstrap of the likelihood ratio against one group fewer; LR = ${number(check.value, 1)}, ${number(check.draws)} draws, seed ${seed}.`,
    });
  if (groups.memberTests > 0)
    sentences.push({
      de: `Wer dazugehört: Score-Tests der Zugehörigkeit, Holm-Korrektur über ${number(groups.memberTests)} Tests; Intervalle der Anteile nach Wilson mit wirksamer Fallzahl.`,
      en: `Who belongs: score tests of membership, Holm's correction over ${number(groups.memberTests)} tests; intervals of shares by Wilson with the effective number of respondents.`,
    });
  return sentences.map((sentence) => sentence[language]);
}

function notesOf({ chosen, fits }: LatentGroups): LocalizedText[] {
  return [
    worthNote,
    ...(chosen > 1 ? [membershipNote] : []),
    ...(fits.some(({ isOnBoundary }) => isOnBoundary) ? [boundaryNote] : []),
  ];
}

const worthNote: LocalizedText = {
  de: "Ein Gewicht ist die Wahrscheinlichkeit, mit der die Gruppe etwas als Erstes von allem wählt; die Gewichte einer Gruppe ergeben zusammen 100 %.",
  en: "A worth is the probability that the group chooses something first of all; the worths of a group add up to 100%.",
};

const membershipNote: LocalizedText = {
  de: "Niemand gehört mit Sicherheit zu einer Gruppe; jede Person zählt in jeder Gruppe mit ihrer Wahrscheinlichkeit. Wirkliche Unterschiede sind dadurch eher größer als die gezeigten.",
  en: "Nobody belongs to a group with certainty; each person counts in each group with their probability. Real differences therefore tend to be larger than those shown.",
};

const boundaryNote: LocalizedText = {
  de: "„Am Rand“ heißt: In einer der Gruppen kommt etwas praktisch nie vor etwas anderem; ihr Gewicht läuft gegen 0 oder 100 %.",
  en: "“On boundary” means: in one of the groups something practically never comes before something else; its worth runs to 0 or 100%.",
};

const assumptions: LocalizedText[] = [
  {
    de: "Gruppen sind eine Beschreibung: Die Rechnung findet auch dann Gruppen, wenn Vorlieben fließend ineinander übergehen, und sie nimmt an, dass alle Mitglieder einer Gruppe dieselben Vorlieben haben.",
    en: "Groups are a description: the computation also finds groups when preferences merge gradually, and it assumes that all members of a group share the same preferences.",
  },
  randomSelection,
];
