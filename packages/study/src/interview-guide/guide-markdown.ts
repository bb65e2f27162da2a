import type { Language, LocalizedText } from "../localized-text.ts";
import { guideWords } from "./guide-words.ts";
import type { InterviewGuide } from "./schema.ts";

/** A guide as Markdown: questions, follow-ups, and boxes to tick for what came up. */
export function guideMarkdown(guide: InterviewGuide, language: Language): string {
  const say = (text: LocalizedText) => escaped(text[language]);
  const word = (name: keyof typeof guideWords) => guideWords[name][language];
  const { from, to } = guide.durationMinutes;
  const label = (id: string) => {
    const code = guide.codes.find((each) => each.id === id);
    return code === undefined ? id : `${id} ${say(code.label)}`;
  };
  const blocks = guide.blocks.flatMap((block, index) => [
    `## ${index + 1}. ${say(block.title)} (${block.minutes} ${word("minutes")})`,
    ...block.questions.flatMap(({ text, followUps }) => [
      `**${say(text)}**`,
      ...(followUps.length === 0 ? [] : [`${word("followUps")}:\n\n${list(followUps.map(say))}`]),
    ]),
    `${word("notes")}:\n\n&nbsp;\n\n&nbsp;`,
    `${word("coverage")}:\n\n${boxes([...block.codes.map(label), word("openCodes")])}`,
  ]);
  const parts = [
    `# ${say(guide.title)}`,
    say(guide.summary),
    list([
      `${word("people")}: ${say(guide.targetGroup)}`,
      `${from === to ? from : `${from}–${to}`} ${word("minutes")}`,
      ...(["pseudonym", "date", "interviewer", "begin"] as const).map((name) => `${word(name)}: …`),
    ]),
    `## ${word("opening")}`,
    boxes(guide.opening.map(({ text }) => say(text))),
    ...blocks,
    `## ${word("closing")}`,
    boxes(guide.closing.map(({ text }) => say(text))),
    `## ${word("transcript")}`,
    list(guide.transcriptRules.map(say)),
    `## ${word("origin")}`,
    list([
      `${guide.slug} ${guide.version}`,
      `${word("codebook")}: ${guide.codebook}`,
      `${word("licence")}: ${escaped(guide.licence)}`,
      ...guide.sources.map(({ citation }) => escaped(citation)),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function boxes(lines: readonly string[]): string {
  return lines.map((line) => `- [ ] ${line}`).join("\n");
}

function escaped(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ").replace(/[\\`*_[\]<>|#]/g, "\\$&");
}
