import type { Variable } from "./dataset.ts";
import type { Instrument } from "./instrument.ts";
import { instrumentColumns } from "./instrument-columns.ts";
import { type VersionedVariable, variableOverVersions } from "./variable-over-versions.ts";

/** A column of a dataset over all versions: what it means, and what it is called in each version that asks it. */
export type MergedVariable = { variable: Variable; nameIn: ReadonlyMap<string, string> };

/** What must be the same for two versions to share a column. */
type Versioned = VersionedVariable & { rankedOptions: string };

/**
 * The variables of a dataset over several versions of an instrument, given oldest first: those of the last version in
 * its order, then those that are gone.
 *
 * Versions share a column while its codes mean the same. Where they do not (other points of a response scale, other
 * options to rank, an item turned round), each meaning has its own column: the latest keeps the name, an earlier one is
 * `<name>@<last version with this meaning>`, and its question `<question>@<version>`.
 * @throws RangeError if two columns of one version have the same name
 */
export function mergedVariables(instruments: readonly Instrument[]): MergedVariable[] {
  const groups: Versioned[][] = [];
  const byName = new Map<string, Versioned[][]>();
  const rankedLast = new Map<string | undefined, string>();
  for (const instrument of [...instruments].reverse()) {
    for (const fresh of versionedVariables(instrument)) {
      const { question } = fresh.variable;
      if (!rankedLast.has(question)) rankedLast.set(question, fresh.rankedOptions);
      const known = byName.get(fresh.variable.name) ?? [];
      const group = known.find(([latest]) => latest !== undefined && hasSameMeaning(latest, fresh));
      if (group !== undefined) {
        group.push(fresh);
        continue;
      }
      const opened = [fresh];
      byName.set(fresh.variable.name, [...known, opened]);
      groups.push(opened);
    }
  }
  const lastVersion = instruments.length > 1 ? instruments.at(-1)?.mehrwert.version : undefined;
  return groups.flatMap((group) => {
    const [newest] = group;
    if (newest === undefined) return [];
    const { name, question } = newest.variable;
    const isEarlier =
      byName.get(name)?.[0] !== group || rankedLast.get(question) !== newest.rankedOptions;
    return {
      variable: variableOverVersions(group, isEarlier, lastVersion),
      nameIn: new Map(group.map(({ version, variable }) => [version, variable.name])),
    };
  });
}

function versionedVariables(instrument: Instrument): Versioned[] {
  const { version } = instrument.mehrwert;
  const variables = instrumentColumns(instrument).map(({ variable }) => variable);
  const names = new Set<string>();
  const ranked = new Map<string, string[]>();
  for (const { name, type, question = "", options = [] } of variables) {
    if (names.has(name)) throw new RangeError(`dataDictionary requires one column named ${name}`);
    names.add(name);
    const placed =
      type === "rank" ? [name] : type === "pick" ? options.map(({ code }) => code) : [];
    ranked.set(question, [...(ranked.get(question) ?? []), ...placed]);
  }
  return variables.map((variable) => ({
    version,
    variable,
    rankedOptions: [...new Set(ranked.get(variable.question ?? ""))].sort().join("|"),
  }));
}

/** True where a code of one version means what it means in the other; other words alone do not change that. */
function hasSameMeaning(a: Versioned, b: Versioned): boolean {
  const [one, other] = [a.variable, b.variable];
  if (one.type !== other.type || a.rankedOptions !== b.rankedOptions) return false;
  if ((one.reverseKeyed ?? false) !== (other.reverseKeyed ?? false)) return false;
  const [left = [], right = []] = [one.options, other.options];
  if (one.type === "rating") return codesIn(left) === codesIn(right);
  return left.every(({ code, from, to }) => {
    const same = right.find((option) => option.code === code);
    return same === undefined || (same.from === from && same.to === to);
  });
}

function codesIn(options: NonNullable<Variable["options"]>): string {
  return options
    .map(({ code }) => code)
    .sort()
    .join("|");
}
