import type { Language } from "@mehrwert/study";
import { inHundred } from "../interval-format.ts";
import type { GroupFit, GroupItem, LatentGroup } from "./latent-groups.ts";

/** What each group puts first, and where it differs most from the others. */
export function valueSentences(fit: GroupFit, language: Language): string[] {
  if (fit.classCount === 1) return [];
  return fit.classes.flatMap((group) => {
    const order = [...group.items].sort((a, b) => a.place - b.place);
    const [first, second, third] = order;
    if (first === undefined || second === undefined) return [];
    const names = [second, third].flatMap((item) => (item === undefined ? [] : [label(item)]));
    const share = inHundred(first.worth, language);
    const others = fit.classes
      .filter((other) => other !== group)
      .map((other) => inOther(other, first, language));
    return [
      {
        de: `Gruppe ${group.name} stellt „${label(first)}“ voran: ${share} würden es als Erstes wählen (${others.join(", ")}). Danach folgen: ${names.join(", ")}.`,
        en: `Group ${group.name} puts “${label(first)}” first: ${share} would choose it before all else (${others.join(", ")}). Next come: ${names.join(", ")}.`,
      }[language],
    ];
  });

  function label(item: GroupItem): string {
    return item.label[language];
  }
}

function inOther(other: LatentGroup, item: GroupItem, language: Language): string {
  const worth = other.items.find((each) => each.item === item.item)?.worth ?? 0;
  const share = inHundred(worth, language);
  return { de: `in Gruppe ${other.name}: ${share}`, en: `in group ${other.name}: ${share}` }[
    language
  ];
}
