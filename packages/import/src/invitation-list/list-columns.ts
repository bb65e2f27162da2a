/** Which column holds what, counted from 0. */
export type ListColumns = { address: number; names: number[]; unit?: number };

const addressTitle = /^(e-?mail|mail)[ _-]?(-?adresse|address)?$|^(mail)?adress?e?$/;
const nameTitle =
  /^(name|vorname|nachname|familienname|vollständiger name|full ?name|first ?name|last ?name|surname|given ?name)$/;
const unitTitle =
  /^(gruppe|group|team|abteilung|department|einheit|unit|referat|organisation|organization|behörde|amt|community|netzwerk|network)$/;

const titleOf = (cell: string) => cell.trim().toLowerCase();

/** Whether a row is a heading: no address in it, and a word for one. */
export function isHeading(cells: readonly string[]): boolean {
  return (
    !cells.some((cell) => cell.includes("@")) &&
    cells.some((cell) => addressTitle.test(titleOf(cell)))
  );
}

/**
 * Which columns hold address, name and group: the heading tells; without one, addresses are where most “@” are, and the
 * first column with words in most of its rows beside it holds the name.
 */
export function listColumns(
  heading: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
): ListColumns {
  if (heading !== undefined) {
    const titles = heading.map(titleOf);
    const names = titles.flatMap((title, at) => (nameTitle.test(title) ? [at] : []));
    const unit = titles.findIndex((title) => unitTitle.test(title));
    const address = titles.findIndex((title) => addressTitle.test(title));
    return { address, names, ...(unit < 0 ? {} : { unit }) };
  }
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const count = (at: number, fits: (cell: string) => boolean) =>
    rows.filter((cells) => fits(cells[at] ?? "")).length;
  const withAt = Array.from({ length: width }, (_, at) => count(at, (cell) => cell.includes("@")));
  const address = withAt.indexOf(Math.max(...withAt));
  const isName = (cell: string) => /\p{L}{2}/u.test(cell) && !cell.includes("@");
  const name = withAt.findIndex((_, at) => at !== address && count(at, isName) * 2 > rows.length);
  return { address, names: name < 0 ? [] : [name] };
}
