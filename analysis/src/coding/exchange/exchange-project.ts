/**
 * A qualitative project as REFI-QDA 1.5 holds it, as far as it concerns texts: neither XML nor a coding project, but what
 * both are translated into. GUIDs are in small letters and without braces; times are ISO 8601 in UTC; positions are
 * code points from 0 in `text`, `end` exclusive.
 */
export type ExchangeProject = {
  name: string;
  /** The program that wrote it, as it calls itself. */
  origin?: string;
  description?: string;
  at?: string;
  users: ExchangeUser[];
  /** The top of the tree. */
  codes: ExchangeCode[];
  variables: ExchangeVariable[];
  cases: ExchangeCase[];
  sources: ExchangeSource[];
  notes: ExchangeNote[];
  /** Notes on the project as a whole. */
  noteRefs: string[];
};

/** Somebody who coded or wrote. */
export type ExchangeUser = { guid: string; name: string };

/** A code with the codes below it. */
export type ExchangeCode = {
  guid: string;
  name: string;
  isCodable: boolean;
  /** `#rrggbb` in small letters. */
  colour?: string;
  description?: string;
  noteRefs: string[];
  codes: ExchangeCode[];
};

/** Types that values of cases and documents may have in the standard. */
export const exchangeVariableTypes = [
  "Text",
  "Boolean",
  "Integer",
  "Float",
  "Date",
  "DateTime",
] as const;
export type ExchangeVariableType = (typeof exchangeVariableTypes)[number];

/** A variable of cases and documents. */
export type ExchangeVariable = { guid: string; name: string; type: ExchangeVariableType };

/** What a variable says of a case or a document, written as the schema writes it. */
export type ExchangeValue = { variable: string; value: string };

/** A person or organisation. */
export type ExchangeCase = {
  guid: string;
  name?: string;
  description?: string;
  values: ExchangeValue[];
  sources: string[];
};

/** A text and what was done on it. */
export type ExchangeSource = {
  guid: string;
  name?: string;
  text: string;
  user?: string;
  at?: string;
  description?: string;
  selections: ExchangeSelection[];
  noteRefs: string[];
  values: ExchangeValue[];
};

/** A passage, with codings, notes, or both. */
export type ExchangeSelection = {
  guid: string;
  start: number;
  end: number;
  description?: string;
  user?: string;
  at?: string;
  codings: ExchangeCoding[];
  noteRefs: string[];
};

/** One code given to a passage by somebody. */
export type ExchangeCoding = {
  guid: string;
  code: string;
  user?: string;
  at?: string;
  noteRefs: string[];
};

/** A memo. */
export type ExchangeNote = { guid: string; text: string; user?: string; at?: string };

/** Namespaces of the two schemas. */
export const exchangeNamespaces = {
  project: "urn:QDA-XML:project:1.0",
  codebook: "urn:QDA-XML:codebook:1.0",
} as const;
