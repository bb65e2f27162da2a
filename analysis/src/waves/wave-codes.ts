import type { Dataset, Issue, Result } from "@mehrwert/study";
import { tableIssue } from "../text-table/text-table.ts";

/** What links one respondent to other waves: hashes of a self-generated code. */
export type CodedRespondent = {
  id: string;
  /** Undefined if the question was not answered. */
  code: string | undefined;
  /** In the order of `WaveCodes.elements`: hashes with this element left out. */
  without: readonly string[];
};

/** The self-generated codes of one wave. */
export type WaveCodes = {
  wave: number;
  question: string;
  elements: readonly string[];
  respondents: readonly CodedRespondent[];
};

const hash = /^[0-9a-f]{32}$/;

/**
 * The self-generated codes in a dataset: of `question`, else of the only question of this type.
 *
 * @returns an issue if there is no such question, or several to choose from
 */
export function waveCodesOf(dataset: Dataset, question?: string): Result<WaveCodes> {
  const { dictionary, columns, manifest } = dataset;
  const path = `${manifest.study.slug}, ${manifest.study.wave}`;
  const keys = dictionary.variables.filter(({ type }) => type === "key").map(({ name }) => name);
  const elementsOf = (name: string) => {
    const start = `${name}.without-`;
    return keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  };
  const found = keys
    .filter((key) => key.endsWith(".code"))
    .map((key) => key.slice(0, -".code".length))
    .filter((name) => elementsOf(name).length > 0);
  const [chosen, ...others] = found.filter((name) => question === undefined || name === question);
  if (chosen === undefined) return { ok: false, issues: [noCodes(path, question, found)] };
  if (others.length > 0) return { ok: false, issues: [severalCodes(path, found)] };
  const elements = elementsOf(chosen);
  const cells = (part: string) => columns.get(`${chosen}.${part}`) ?? [];
  const codes = cells("code");
  const without = elements.map((element) => cells(`without-${element}`));
  const respondents = (columns.get("id") ?? []).map((id, row) => {
    const code = codes[row] ?? "";
    const isCoded = hash.test(code);
    return {
      id,
      code: isCoded ? code : undefined,
      without: isCoded ? without.map((column) => column[row] ?? "") : [],
    };
  });
  const value = { wave: manifest.study.wave, question: chosen, elements, respondents };
  return { ok: true, value, warnings: [] };
}

function noCodes(path: string, question: string | undefined, found: readonly string[]): Issue {
  const named = question === undefined ? "" : ` ${question}`;
  const known = found.length > 0 ? found.join(", ") : "–";
  return tableIssue(
    path,
    {
      de: `Der Datensatz enthält keine Frage${named} nach einem selbst erzeugten Code.`,
      en: `The dataset holds no question${named} for a self-generated code.`,
    },
    { de: `Solche Fragen darin: ${known}.`, en: `Such questions in it: ${known}.` },
  );
}

function severalCodes(path: string, found: readonly string[]): Issue {
  return tableIssue(
    path,
    {
      de: "Der Datensatz enthält mehrere Fragen nach einem selbst erzeugten Code.",
      en: "The dataset holds several questions for a self-generated code.",
    },
    {
      de: `Wählen Sie mit --question eine davon: ${found.join(", ")}.`,
      en: `Choose one of them with --question: ${found.join(", ")}.`,
    },
  );
}
