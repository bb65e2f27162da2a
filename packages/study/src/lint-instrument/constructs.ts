import type { Construct, Instrument, Item } from "../instrument.ts";
import type { Issue } from "../result.ts";
import { error, pointer, warning } from "./issue.ts";

/** Every construct is measured, in the way that it says. */
export function lintConstructs(instrument: Instrument): Issue[] {
  const { constructs, items, rankings } = instrument.mehrwert;
  const ranked = new Set(
    rankings.flatMap(({ construct, names }) => [construct, ...Object.values(names)]),
  );
  return constructs.flatMap((construct, index) => {
    const path = pointer("mehrwert", "constructs", index);
    const own = items.filter((item) => item.construct === construct.id);
    if (construct.measure === "ranking") {
      return lintRankedConstruct(construct, path, own, ranked.has(construct.id));
    }
    if (own.length === 0) return [unmeasured(path, construct.id)];
    return construct.measure === "scale" ? lintScaleConstruct(construct, path, own) : [];
  });
}

function lintRankedConstruct(
  { id }: Construct,
  path: string,
  items: readonly Item[],
  isRanked: boolean,
): Issue[] {
  if (items.length > 0) {
    return [
      error(
        path,
        [
          `Das Konstrukt „${id}“ wird durch Rangordnung gemessen, hat aber Items.`,
          `The construct “${id}” is measured by ranking, but has items.`,
        ],
        [
          "Ordnen Sie die Items einem eigenen Konstrukt zu.",
          "Give the items a construct of their own.",
        ],
      ),
    ];
  }
  return isRanked ? [] : [unmeasured(path, id)];
}

function lintScaleConstruct({ id }: Construct, path: string, items: readonly Item[]): Issue[] {
  const scored = items.filter((item) => item.scored !== false);
  const issues: Issue[] = [];
  if (scored.length === 0) issues.push(unmeasured(path, id));
  if (new Set(scored.map((item) => item.scale)).size > 1) {
    issues.push(
      error(
        path,
        [
          `Die Items des Konstrukts „${id}“ haben verschiedene Skalen; ihr Mittel ist sinnlos.`,
          `The items of the construct “${id}” have different scales; their mean has no meaning.`,
        ],
        [
          "Verwenden Sie eine Skala oder „measure“: „items“.",
          "Use one scale, or “measure”: “items”.",
        ],
      ),
    );
  }
  if (scored.filter((item) => item.reverseKeyed === true).length > 1) {
    issues.push(
      warning(
        path,
        [
          `Mehr als ein Item des Konstrukts „${id}“ ist umgekehrt gepolt.`,
          `More than one item of the construct “${id}” is reverse-keyed.`,
        ],
        [
          "Behalten Sie höchstens ein umgekehrtes Item je Skala.",
          "Keep one reverse-keyed item per scale at most.",
        ],
      ),
    );
  }
  return issues;
}

function unmeasured(path: string, id: string): Issue {
  return error(
    path,
    [
      `Kein Item und keine Rangordnung misst das Konstrukt „${id}“.`,
      `No item and no ranking measures the construct “${id}”.`,
    ],
    [
      "Ordnen Sie ihm Items zu oder löschen Sie das Konstrukt.",
      "Give it items, or delete the construct.",
    ],
  );
}
