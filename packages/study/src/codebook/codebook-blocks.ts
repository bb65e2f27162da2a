import type { Block, Piece } from "../document/block.ts";
import type { Language, LocalizedText } from "../localized-text.ts";
import { childCodes, codeDepth, codeSubtree } from "./code-tree.ts";
import { codebookChangeWords, codebookWords } from "./codebook-words.ts";
import type { Code, Codebook } from "./schema.ts";

/** A codebook as a document: rules, overview, a table of codes for each category at the top, history and origin. */
export function codebookBlocks(codebook: Codebook, language: Language): Block[] {
  const word = (name: keyof typeof codebookWords) => codebookWords[name][language];
  const { title, summary, rules = [], codes } = codebook;
  return [
    { kind: "heading", level: 1, pieces: [{ text: title[language] }] },
    ...(summary === undefined ? [] : [paragraph(summary[language])]),
    ...(rules.length === 0
      ? []
      : [
          heading(word("rules")),
          { kind: "list" as const, items: rules.map((rule) => [{ text: rule[language] }]) },
        ]),
    heading(word("overview")),
    {
      kind: "list",
      items: codeSubtree({ codes }).map((code) => overviewLine(codebook, code, language)),
    },
    ...childCodes({ codes }, undefined).flatMap((code) => categoryBlocks(codebook, code, language)),
    ...historyBlocks(codebook, language),
    heading(word("origin")),
    { kind: "list", items: originLines(codebook, language).map((text) => [{ text }]) },
  ];
}

function heading(text: string): Block {
  return { kind: "heading", level: 2, pieces: [{ text }] };
}

function paragraph(text: string): Block {
  return { kind: "paragraph", pieces: [{ text }] };
}

function overviewLine(codebook: Codebook, code: Code, language: Language): Piece[] {
  const indent = "\u2003".repeat(codeDepth(codebook, code.id));
  const inductive = code.origin === "inductive" ? ` (${codebookWords.inductive[language]})` : "";
  return [
    { text: indent },
    { text: code.id, isCode: true },
    { text: ` ${code.label[language]}${inductive}` },
  ];
}

function categoryBlocks(codebook: Codebook, category: Code, language: Language): Block[] {
  const word = (name: keyof typeof codebookWords) => codebookWords[name][language];
  const { label, question, definition, isHeading } = category;
  const inside = codeSubtree(codebook, category.id).filter(
    (code) => code.id !== category.id || isHeading !== true,
  );
  const rule = isHeading === true ? category.codingRule?.[language] : undefined;
  return [
    heading(`${category.id} ${label[language]}`),
    ...[question?.[language], definition?.[language], rule].flatMap((text) =>
      text === undefined ? [] : [paragraph(text)],
    ),
    {
      kind: "table",
      caption: `${category.id} ${label[language]}`,
      columns: (["code", "definition", "anchor", "rule", "keywords"] as const).map(word),
      rows: inside.map((code) => codeRow(code, language)),
    },
  ];
}

function codeRow(code: Code, language: Language): Piece[] {
  const say = (text: LocalizedText | undefined) => text?.[language] ?? codebookWords.none[language];
  const rules = [code.codingRule, code.delimitation].flatMap((text) =>
    text === undefined ? [] : [text[language]],
  );
  const none = code.isHeading === true ? codebookWords.heading[language] : "–";
  return [
    { text: `${code.id} ${code.label[language]}` },
    { text: say(code.definition) },
    { text: code.anchorExample?.[language] ?? none },
    { text: rules.join(" ") || "–" },
    { text: code.keywords?.[language].join(", ") || "–" },
  ];
}

function historyBlocks({ history = [] }: Codebook, language: Language): Block[] {
  if (history.length === 0) return [];
  return [
    heading(codebookWords.history[language]),
    {
      kind: "list",
      items: history.map(({ version, kind, codes, into, note }) => {
        const target = into === undefined ? "" : ` → ${into.join(", ")}`;
        const why = note === undefined ? "" : `: ${note[language]}`;
        const what = codebookChangeWords[kind][language];
        return [{ text: `${version}: ${codes.join(", ")} ${what}${target}${why}` }];
      }),
    },
  ];
}

function originLines(
  { slug, version, licence, sources = [] }: Codebook,
  language: Language,
): string[] {
  return [
    `${slug} ${version}`,
    ...(licence === undefined ? [] : [`${codebookWords.licence[language]}: ${licence}`]),
    ...sources.map(({ citation }) => citation),
  ];
}
