import type { LocalizedText } from "@mehrwert/study";
import { refused, say } from "../refusal.ts";

/** One cue: when it begins, who speaks if it says so, and its words. */
type Cue = { begin: string; speaker: string | undefined; words: string };

const timing =
  /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2})[.,]\d{1,3}\s+-->\s+(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}/;

/**
 * WebVTT or SubRip subtitles as a transcript: cues of the same person become one turn, which begins with a time mark,
 * `[00:01:10] E1: …`. Without speakers every cue is a line.
 *
 * @throws FileRefused if there is no cue
 */
export function subtitleText(text: string): { text: string; notes: LocalizedText[] } {
  const cues = cuesOf(text);
  if (cues.length === 0) throw noCues();
  const lines: { begin: string; speaker: string | undefined; words: string[] }[] = [];
  const hasSpeakers = cues.some(({ speaker }) => speaker !== undefined);
  for (const { begin, speaker, words } of cues) {
    const current = lines.at(-1);
    const goesOn = hasSpeakers && (speaker === undefined || speaker === current?.speaker);
    if (current !== undefined && goesOn) current.words.push(words);
    else lines.push({ begin, speaker, words: [words] });
  }
  return {
    text: lines
      .map(({ begin, speaker, words }) => {
        const who = speaker === undefined ? "" : `${speaker}: `;
        return `[${begin}] ${who}${words.join(" ")}`;
      })
      .join("\n"),
    notes: [
      say(
        `${cues.length} Untertitel wurden zu ${lines.length} Zeilen; die Endzeiten sind nicht übernommen.`,
        `${cues.length} subtitles became ${lines.length} lines; their end times were left out.`,
      ),
    ],
  };
}

function cuesOf(text: string): Cue[] {
  const cues: Cue[] = [];
  for (const block of text.split(/\n[ \t]*\n/)) {
    const lines = block.split("\n");
    const at = lines.findIndex((line) => timing.test(line));
    const begin = timing.exec(lines[at] ?? "")?.[1];
    if (begin === undefined || /^(NOTE|STYLE|REGION)\b/.test(lines[0] ?? "")) continue;
    const raw = lines.slice(at + 1).join(" ");
    const voice = /<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(raw)?.[1]?.trim();
    const words = plainWords(raw);
    if (words === "") continue;
    const said = /^(\p{L}[\p{L}\p{N} ._-]{0,29}):\s+(.*)$/u.exec(words);
    const speaker = voice ?? said?.[1];
    cues.push({
      begin:
        begin.split(":").length === 2 ? `00:${begin.padStart(5, "0")}` : begin.padStart(8, "0"),
      speaker,
      words: voice === undefined && said?.[2] !== undefined ? said[2] : words,
    });
  }
  return cues;
}

function plainWords(raw: string): string {
  return raw
    .replace(/<\/?(?:[biuvc]|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<\d[\d:.]*>|\{\\[^}]*\}/gi, "")
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replace(/&[lr]lm;/g, "")
    .replaceAll("&amp;", "&")
    .replace(/ {2,}/g, " ")
    .trim();
}

function noCues() {
  return refused(
    "",
    say(
      "Die Datei enthält keine Untertitel mit Zeiten.",
      "The file holds no subtitles with times.",
    ),
    say(
      "Jeder Untertitel braucht eine Zeile wie 00:00:01.000 --> 00:00:04.000.",
      "Each subtitle needs a line such as 00:00:01.000 --> 00:00:04.000.",
    ),
  );
}
