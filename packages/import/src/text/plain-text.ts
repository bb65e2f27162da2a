import { Parser } from "htmlparser2";
import { activeTags, blockTags, htmlTags, mediaTags, silentTags } from "./html-tags.ts";

/** What a text lost on its way to plain words. */
export type TextLosses = {
  /** Bold, colours, line elements: nothing a reader misses. */
  formatting: boolean;
  /** Names of elements that run or load something. */
  active: string[];
  /** Pictures, sound, film: their addresses. */
  media: string[];
  /** Places where the platform would put in an answer or a name, as written in the file. */
  insertions: string[];
  /** Curly brackets that stand for themselves. */
  brackets: boolean;
  /** Whether the end was cut off. */
  tooLong: boolean;
};

/** Longer texts are cut; instruments take no longer ones. */
export const longestText = 9000;

/**
 * Turns a text of a platform into plain words: no elements, no scripts, no insertions; links keep their address.
 * What comes out cannot become an element again, wherever it is shown.
 */
export function plainText(raw: string): { text: string; losses: TextLosses } {
  const losses: TextLosses = {
    formatting: false,
    active: [],
    media: [],
    insertions: [],
    brackets: false,
    tooLong: false,
  };
  let text = withoutElements(bounded(raw, losses), losses);
  // Written-out elements (&lt;script&gt;) come back as elements once: strip them too, until there are none.
  for (let round = 0; round < 4 && hasElements(text); round += 1)
    text = withoutElements(text, losses);
  text = text.replace(/<(?=[a-z/!?])/gi, "‹");
  text = withoutInsertions(text, losses);
  text = text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    // Dotted lines to write on: long runs of such signs say no more than short ones.
    .replace(/[\s.:;!?…]{20,}/g, (run) => run.slice(0, 20))
    .trim();
  if (text.length > longestText) {
    losses.tooLong = true;
    text = `${text.slice(0, longestText)} …`;
  }
  return { text, losses };
}

/** Longest text that is read at all, once pictures inside it are taken out. */
const longestRaw = 200_000;

function bounded(raw: string, losses: TextLosses): string {
  const text = raw.replace(/;base64,[A-Za-z0-9+/=\s]+/g, ";base64,…");
  if (text.length <= longestRaw) return text;
  losses.tooLong = true;
  return text.slice(0, longestRaw);
}

function hasElements(text: string): boolean {
  return [...text.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].some(([, name = ""]) => isHtml(name));
}

function isHtml(name: string): boolean {
  return htmlTags.has(name.toLowerCase());
}

function withoutElements(raw: string, losses: TextLosses): string {
  if (!/[<&]/.test(raw)) return raw;
  const source = raw.replace(
    /<(?!!--)(\/?)([a-z][a-z0-9]*)?/gi,
    (all, _slash, name: string = "") => (isHtml(name) ? all : `&lt;${all.slice(1)}`),
  );
  let text = "";
  let silent = 0;
  const links: (string | undefined)[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      losses.formatting = true;
      const runs = Object.keys(attributes).filter((key) => key.startsWith("on"));
      if (activeTags.has(name)) losses.active.push(name);
      losses.active.push(...runs);
      if (mediaTags.has(name)) losses.media.push(attributes.src ?? name);
      if (silentTags.has(name)) silent += 1;
      if (blockTags.has(name)) text += name === "li" ? "\n– " : "\n";
      if (name === "td" || name === "th") text += " ";
      if (name === "a") links.push(safeAddress(attributes.href));
      if (name === "img" && silent === 0 && attributes.alt) text += attributes.alt;
    },
    ontext(part) {
      if (silent === 0) text += part;
    },
    onclosetag(name) {
      if (silentTags.has(name)) silent = Math.max(0, silent - 1);
      if (blockTags.has(name) && name !== "br") text += "\n";
      if (name === "a") {
        const address = links.pop();
        if (address !== undefined && silent === 0 && !text.endsWith(address))
          text += ` (${address})`;
      }
    },
  });
  parser.write(source);
  parser.end();
  return text.replace(/\u00a0/g, " ");
}

function safeAddress(href: string | undefined): string | undefined {
  return href !== undefined && /^(https?:\/\/|mailto:)/i.test(href.trim())
    ? href.trim()
    : undefined;
}

/** `{TOKEN:FIRSTNAME}`, `${q://QID1/ChoiceTextEntryValue}`, `{name}`: another's answer put into the text. */
function withoutInsertions(text: string, losses: TextLosses): string {
  let rest = text;
  for (let round = 0; round < 5 && /\$?\{[^{}]*\}/.test(rest); round += 1) {
    rest = rest.replace(/\$?\{[^{}]*\}/g, (insertion) => {
      losses.insertions.push(insertion);
      return "…";
    });
  }
  if (!/[{}]/.test(rest)) return rest;
  losses.brackets = true;
  return rest.replaceAll("{", "(").replaceAll("}", ")");
}
