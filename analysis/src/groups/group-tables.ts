import type { Language } from "@mehrwert/study";
import { shareWithInterval, withInterval } from "../interval-format.ts";
import { formatNumber, formatP } from "../number-format.ts";
import type { ReportTable } from "../report/report.ts";
import type { GroupFit, LatentGroups, MemberFinding } from "./latent-groups.ts";
import { clearFindings } from "./member-sentences.ts";

const right = "right" as const;
const left = "left" as const;

/** One line per number of groups that was tried. */
export function numberTable({ fits, chosen, n }: LatentGroups, language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const number = (value: number, decimals: number) => formatNumber(value, language, decimals);
  return {
    caption: text(
      `Beschreibungen mit verschieden vielen Gruppen (n = ${number(n, 0)}); kleineres BIC passt besser`,
      `Descriptions with different numbers of groups (n = ${number(n, 0)}); a smaller BIC fits better`,
    ),
    columns: [
      { label: text("Gruppen", "Groups"), align: right },
      { label: "BIC", align: right },
      { label: "ICL", align: right },
      { label: "Log-Likelihood", align: right, isDetail: true },
      { label: text("Trennschärfe", "Separation"), align: right },
      { label: text("kleinste Gruppe", "smallest group"), align: right },
      { label: text("am Rand", "on boundary"), align: left },
      { label: text("gewählt", "chosen"), align: left },
    ],
    lines: fits.map((fit) => [
      number(fit.classCount, 0),
      number(fit.bic, 1),
      number(fit.icl, 1),
      number(fit.logLikelihood, 2),
      fit.entropy === undefined ? "–" : number(fit.entropy, 2),
      shareWithInterval(fit.classes.at(-1)?.share, fit.classes.at(-1)?.interval, language),
      fit.isOnBoundary ? text("ja", "yes") : text("nein", "no"),
      fit.classCount === chosen ? text("ja", "yes") : "",
    ]),
  };
}

/** Worths and mean ranks of the items, one column per group. */
export function valueTables(fit: GroupFit, n: number, language: Language): ReportTable[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const order = [...(fit.classes[0]?.items ?? [])].sort((a, b) => a.place - b.place);
  const columns = [
    { label: text("Gegenstand", "Item"), align: left },
    ...fit.classes.map(({ name }) => ({
      label: fit.classCount === 1 ? text("Alle", "All") : text(`Gruppe ${name}`, `Group ${name}`),
      align: right,
    })),
  ];
  const size = `n = ${formatNumber(n, language)}`;
  const [groupDe, groupEn] =
    fit.classCount === 1 ? ["man", "people choose"] : ["die Gruppe", "the group chooses"];
  const lines = (write: (item: GroupFit["classes"][number]["items"][number]) => string) =>
    order.map(({ item, label }) => [
      label[language],
      ...fit.classes.map(({ items }) => {
        const own = items.find((each) => each.item === item);
        return own === undefined ? "–" : write(own);
      }),
    ]);
  return [
    {
      caption: text(
        `Gewichte: wie oft ${groupDe} etwas als Erstes wählt (${size}, 95\u2011%\u2011Intervall)`,
        `Worths: how often ${groupEn} something first (${size}, 95% interval)`,
      ),
      columns,
      lines: lines(({ worth, worthInterval }) => shareWithInterval(worth, worthInterval, language)),
    },
    {
      caption: text(
        `Mittlerer Rang, 1 = am meisten geschätzt (${size}, 95\u2011%\u2011Intervall)`,
        `Mean rank, 1 = most valued (${size}, 95% interval)`,
      ),
      columns,
      lines: lines(({ meanRank, meanRankInterval }) =>
        withInterval(meanRank, meanRankInterval, language),
      ),
    },
  ];
}

const mostFindings = 12;

/** The answers that tell the groups apart; undefined if none does. */
export function memberTable(groups: LatentGroups, language: Language): ReportTable | undefined {
  const text = (de: string, en: string) => ({ de, en })[language];
  const clear = clearFindings(groups).slice(0, mostFindings);
  const [first] = clear;
  if (first === undefined) return undefined;
  return {
    caption: text(
      `Antworten, in denen sich die Gruppen unterscheiden (p < ${formatNumber(0.05, language, 2)} nach Korrektur)`,
      `Answers in which the groups differ (p < ${formatNumber(0.05, language, 2)} after correction)`,
    ),
    columns: [
      { label: text("Frage", "Question"), align: left },
      { label: text("Antwort", "Answer"), align: left },
      ...first.answers.map(({ group }) => ({
        label: text(`Gruppe ${group}`, `Group ${group}`),
        align: right,
      })),
      { label: text("p korrigiert", "p corrected"), align: right },
      { label: "n", align: right, isDetail: true },
    ],
    lines: clear.flatMap((finding) => memberLines(finding, language)),
  };
}

function memberLines(finding: MemberFinding, language: Language): string[][] {
  const { answers, label, variable } = finding;
  const title = `${label[language]} (${variable})`;
  const end = [formatP(finding.pAdjusted, language), formatNumber(finding.n, language)];
  if (finding.kind === "rating") {
    const mean = { de: "Mittelwert", en: "mean" }[language];
    return [
      [
        title,
        mean,
        ...answers.map((each) => withInterval(each.mean, each.meanInterval, language)),
        ...end,
      ],
    ];
  }
  const options = answers[0]?.shares ?? [];
  const isYesNo = options.length === 2 && options.some(({ code }) => code === "0");
  return options
    .filter(({ code }) => !isYesNo || code !== "0")
    .map(({ code, label: option }, index) => [
      index === 0 ? title : "",
      option[language],
      ...answers.map(({ shares }) => {
        const own = shares.find((each) => each.code === code);
        return shareWithInterval(own?.share, own?.interval, language);
      }),
      ...(index === 0 ? end : ["", ""]),
    ]);
}
