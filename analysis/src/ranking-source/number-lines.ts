const [comma, quote, carriage, newline, zero, nine] = [44, 34, 13, 10, 48, 57];

/** What a line of numbers was: read whole, with the wrong number of fields, blank, or the end of the file. */
export type LineState = "read" | "wrong-length" | "blank" | "end";

/**
 * Reads a table of numbers from bytes, line by line, without making a string of any of them.
 *
 * The bytes hold whole lines. Empty field = 0; "0" and whatever is no number = NaN. Quotes and spaces around numbers are allowed.
 */
export class NumberLines {
  /** Number of the line read last, from 1. */
  line: number;
  #bytes: Uint8Array;
  readonly #delimiter: number;
  #position: number;
  #start = 0;

  constructor(bytes: Uint8Array, from: { position: number; line: number; delimiter: string }) {
    this.#bytes = bytes;
    this.#position = from.position;
    this.line = from.line;
    this.#delimiter = from.delimiter.charCodeAt(0) || comma;
  }

  /** Continues with the next piece of the file, once this one has come to its end. */
  goOn(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#position = 0;
  }

  /** Reads the next line into `cells`. */
  next(cells: Float64Array): LineState {
    const bytes = this.#bytes;
    const end = bytes.length;
    if (this.#position >= end) return "end";
    this.line += 1;
    this.#start = this.#position;
    let position = this.#position;
    let column = 0;
    let value = 0;
    let digits = 0;
    for (; position < end; position += 1) {
      const byte = bytes[position] ?? newline;
      if (byte >= zero && byte <= nine) {
        value = value * 10 + (byte - zero);
        digits += 1;
      } else if (byte === this.#delimiter) {
        if (column < cells.length) cells[column] = digits > 0 && value === 0 ? Number.NaN : value;
        column += 1;
        value = 0;
        digits = 0;
      } else if (byte === newline) break;
      else if (byte !== carriage || bytes[position + 1] !== newline) return this.#slowly(cells);
    }
    const isBlank = column === 0 && digits === 0;
    if (column < cells.length) cells[column] = digits > 0 && value === 0 ? Number.NaN : value;
    this.#position = position + 1;
    if (isBlank) return "blank";
    return column + 1 === cells.length ? "read" : "wrong-length";
  }

  /** The fields of the line read last, as text. */
  fields(): string[] {
    return fieldsOf(this.#lineText(), String.fromCharCode(this.#delimiter));
  }

  #lineText(): string {
    let end = this.#bytes.indexOf(newline, this.#start);
    if (end < 0) end = this.#bytes.length;
    return new TextDecoder().decode(this.#bytes.subarray(this.#start, end)).replace(/\r$/, "");
  }

  #slowly(cells: Float64Array): LineState {
    const end = this.#bytes.indexOf(newline, this.#start);
    this.#position = end < 0 ? this.#bytes.length : end + 1;
    const text = this.#lineText();
    if (text.trim() === "") return "blank";
    const fields = fieldsOf(text, String.fromCharCode(this.#delimiter));
    for (let column = 0; column < cells.length; column += 1)
      cells[column] = numberIn(fields[column] ?? "");
    return fields.length === cells.length ? "read" : "wrong-length";
  }
}

/** Fields of one line; a field in quotes may hold the delimiter and doubled quotes. */
export function fieldsOf(text: string, delimiter: string): string[] {
  const fields: string[] = [];
  let field = "";
  let isQuoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place] ?? "";
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text.charCodeAt(place + 1) === quote) {
        field += sign;
        place += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === delimiter) {
      fields.push(field.trim());
      field = "";
    } else field += sign;
  }
  return [...fields, field.trim()];
}

/** Decimal comma or point; nothing but a plain number is one. */
function numberIn(field: string): number {
  if (field === "") return 0;
  if (!/^\d+([.,]\d+)?$/.test(field)) return Number.NaN;
  return Number(field.replace(",", ".")) || Number.NaN;
}
