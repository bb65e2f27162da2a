import { nameFrom } from "../../name-from.ts";

/** Gives parts names in the agreed form, each once, whatever the capitals. */
export type NameGiver = {
  /** Keeps a name from being given. */
  reserve: (name: string) => void;
  /** A name made of another; `isOther`: one with this form was given before, so that a number was added. */
  give: (wanted: string) => { name: string; isOther: boolean };
};

type Form = { shape: (wanted: string) => string; fallback: string; longest: number };

/** Names of documents and cases: letters, digits, `.`, `_` and `-`. */
export const documentNames = (): NameGiver =>
  nameGiver({ shape: wordsJoined, fallback: "text", longest: 64 });

/** Names of cases. */
export const caseNames = (): NameGiver =>
  nameGiver({ shape: wordsJoined, fallback: "case", longest: 64 });

/** Names of codes. */
export const codeNames = (): NameGiver =>
  nameGiver({ shape: wordsJoined, fallback: "code", longest: 64 });

/** Names of coders. An address becomes the part before the @. */
export const coderNames = (): NameGiver =>
  nameGiver({
    shape: (wanted) => nameFrom(wanted.split("@")[0] ?? ""),
    fallback: "coder",
    longest: 40,
  });

/** Names of variables: they begin with a letter. */
export const variableNames = (): NameGiver =>
  nameGiver({
    shape: (wanted) => {
      const plain = plainLetters(wanted).replace(/[^A-Za-z0-9_.-]+/g, "-");
      const trimmed = plain.replace(/^[-._]+|[-._]+$/g, "");
      return /^\d/.test(trimmed) ? `v-${trimmed}` : trimmed;
    },
    fallback: "variable",
    longest: 64,
  });

/** The slug of a codebook. */
export function codebookSlug(name: string): string {
  const slug = nameFrom(name).replace(/^[^a-z]+/, "");
  return slug === "" ? "imported-codebook" : slug;
}

function nameGiver({ shape, fallback, longest }: Form): NameGiver {
  const taken = new Set<string>();
  const isFree = (name: string) => !taken.has(name.toLowerCase());
  return {
    reserve: (name) => taken.add(name.toLowerCase()),
    give: (wanted) => {
      const shaped = cut(shape(wanted), longest);
      const first = shaped === "" ? fallback : shaped;
      let name = first;
      for (let number = 2; !isFree(name); number += 1) {
        name = `${cut(first, longest - String(number).length - 1)}-${number}`;
      }
      taken.add(name.toLowerCase());
      return { name, isOther: name !== first };
    },
  };
}

function cut(name: string, longest: number): string {
  return name.slice(0, longest).replace(/[-._]+$/, "");
}

function wordsJoined(wanted: string): string {
  return wanted
    .normalize("NFC")
    .replace(/[^A-Za-z0-9À-ÖØ-öø-ÿ._-]+/g, "-")
    .replace(/^[-._]+|[-._]+$/g, "");
}

function plainLetters(text: string): string {
  const spelt: Record<string, string> = {
    ä: "ae",
    ö: "oe",
    ü: "ue",
    Ä: "Ae",
    Ö: "Oe",
    Ü: "Ue",
    ß: "ss",
  };
  return text
    .replace(/[äöüÄÖÜß]/g, (letter) => spelt[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}
