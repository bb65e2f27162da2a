import { refused, say } from "../refusal.ts";
import { claimedQuestions } from "../source-condition.ts";
import type { SourceSurvey } from "../source-survey.ts";

/**
 * Refuses a file in which a question is shown only if it was answered before, over however many others: nobody
 * could ever see it, so the file is not what its author meant.
 *
 * @throws FileRefused naming the circle
 */
export function refuseCircles(survey: SourceSurvey): void {
  const needs = new Map<string, string[]>();
  for (const page of survey.pages) {
    const ofPage = page.condition === undefined ? [] : claimedQuestions(page.condition.claim);
    for (const { code, condition } of page.questions) {
      const own = condition === undefined ? [] : claimedQuestions(condition.claim);
      needs.set(code, [...(needs.get(code) ?? []), ...ofPage, ...own]);
    }
  }
  const settled = new Set<string>();
  for (const code of needs.keys()) {
    const circle = circleFrom(code, needs, settled);
    if (circle === undefined) continue;
    const path = circle.join(" → ");
    throw refused(
      circle[0] ?? "",
      say(
        `Diese Fragen hängen im Kreis voneinander ab: ${path}.`,
        `These questions depend on each other in a circle: ${path}.`,
      ),
      say(
        "Keine davon kann je erscheinen. Lösen Sie den Kreis auf der Plattform auf und exportieren Sie neu.",
        "None of them can ever appear. Break the circle on the platform and export again.",
      ),
    );
  }
}

/** Walks without recursion, so that a long chain cannot exhaust the stack. */
function circleFrom(
  start: string,
  needs: ReadonlyMap<string, string[]>,
  settled: Set<string>,
): string[] | undefined {
  const trail: { code: string; next: number }[] = [{ code: start, next: 0 }];
  const onTrail = new Set([start]);
  for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
    const needed = settled.has(top.code) ? undefined : needs.get(top.code)?.[top.next];
    top.next += 1;
    if (needed === undefined) {
      settled.add(top.code);
      onTrail.delete(top.code);
      trail.pop();
    } else if (onTrail.has(needed)) {
      const codes = trail.map(({ code }) => code);
      return [...codes.slice(codes.indexOf(needed)), needed];
    } else if (!settled.has(needed)) {
      onTrail.add(needed);
      trail.push({ code: needed, next: 0 });
    }
  }
  return undefined;
}
