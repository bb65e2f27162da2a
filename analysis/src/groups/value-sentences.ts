import type { Language } from "@mehrwert/study";
import { inHundred, isOneInHundred } from "../interval-format.ts";
import type { GroupFit, GroupItem, LatentGroup } from "./latent-groups.ts";

/** What each group puts first, and where it differs most from the others. */
export function valueSentences(fit: GroupFit, language: Language): string[] {
  if (fit.classCount === 1) return sharedSentence(fit, language);
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
        de: `Gruppe ${group.name} stellt „${label(first)}“ voran: ${share} ${would(first.worth)} es als Erstes wählen (${others.join(", ")}). Danach folgen: ${names.join(", ")}.`,
        en: `Group ${group.name} puts “${label(first)}” first: ${share} would choose it before all else (${others.join(", ")}). Next come: ${names.join(", ")}.`,
      }[language],
    ];
  });

  function label(item: GroupItem): string {
    return item.label[language];
  }
}

const would = (share: number) => (isOneInHundred(share) ? "würde" : "würden");

function sharedSentence({ classes }: GroupFit, language: Language): string[] {
  const order = [...(classes[0]?.items ?? [])].sort((a, b) => a.place - b.place);
  const [first, ...next] = order.slice(0, 3);
  if (first === undefined || next.length === 0) return [];
  const names = next.map(({ label }) => label[language]).join(", ");
  return [
    {
      de: `Alle zusammen stellen „${first.label.de}“ voran: ${inHundred(first.worth, "de")} ${would(first.worth)} es als Erstes wählen. Danach folgen: ${names}.`,
      en: `All together put “${first.label.en}” first: ${inHundred(first.worth, "en")} would choose it before all else. Next come: ${names}.`,
    }[language],
  ];
}

function inOther(other: LatentGroup, item: GroupItem, language: Language): string {
  const worth = other.items.find((each) => each.item === item.item)?.worth ?? 0;
  const share = inHundred(worth, language);
  return { de: `in Gruppe ${other.name}: ${share}`, en: `in group ${other.name}: ${share}` }[
    language
  ];
}
