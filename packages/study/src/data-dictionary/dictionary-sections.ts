import type { DataDictionary, Variable } from "../dataset.ts";
import type { LocalizedText } from "../localized-text.ts";

/** One code of a list: an answer, or a missing code a participant could choose. */
export type ListedCode = { code: string; label: LocalizedText; isMissing: boolean };

/** Codes that several variables of a question have in common. */
export type CodeList = { variables: string[]; codes: ListedCode[] };

/** The variables that belong to one question, or to none. */
export type DictionarySection = {
  question?: string;
  heading: LocalizedText;
  variables: Variable[];
  codeLists: CodeList[];
};

/** A dictionary question by question, in its own order, equal codes listed once. */
export function dictionarySections(dictionary: DataDictionary): DictionarySection[] {
  const sections = new Map<string, DictionarySection>();
  for (const variable of dictionary.variables) {
    const { question, questionText, label, name } = variable;
    const key = question ?? name;
    const section = sections.get(key) ?? {
      ...(question !== undefined && { question }),
      heading: questionText ?? label,
      variables: [],
      codeLists: [],
    };
    section.variables.push(variable);
    addCodes(section.codeLists, variable);
    sections.set(key, section);
  }
  return [...sections.values()];
}

function addCodes(lists: CodeList[], variable: Variable): void {
  const codes = codesOfVariable(variable);
  if (codes.length === 0) return;
  const same = lists.find((list) => isSameList(list.codes, codes));
  if (same === undefined) lists.push({ variables: [variable.name], codes });
  else same.variables.push(variable.name);
}

/** What may stand in a variable's cells as a code, answers first. */
export function codesOfVariable({ options = [], missingOptions = [] }: Variable): ListedCode[] {
  return [
    ...options.map(({ code, label }) => ({ code, label, isMissing: false })),
    ...missingOptions.map(({ code, label }) => ({ code, label, isMissing: true })),
  ];
}

function isSameList(one: readonly ListedCode[], other: readonly ListedCode[]): boolean {
  if (one.length !== other.length) return false;
  return one.every(({ code, label }, index) => {
    const match = other[index];
    return match?.code === code && match.label.de === label.de && match.label.en === label.en;
  });
}
