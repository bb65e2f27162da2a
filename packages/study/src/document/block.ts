import type { Language } from "../language.ts";

/** A cell or paragraph: its text, and its language where that is not the document's. `isCode`: to be typed, not read. */
export type Piece = { text: string; language?: Language; isCode?: boolean };

/** What a document consists of; the formats only lay it out. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; pieces: Piece[] }
  | { kind: "paragraph"; pieces: Piece[] }
  | { kind: "quotation"; pieces: Piece[]; source: string }
  | { kind: "list"; items: Piece[][] }
  | { kind: "table"; caption: string; columns: string[]; rows: Piece[][] };
