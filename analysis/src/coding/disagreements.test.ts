import { type CodeAssignment, consensusCoder, type StandingAssignment } from "@mehrwert/study";
import { expect, test } from "vitest";
import { codedPlaces, decisionMemoId, isResolved } from "./disagreements.ts";

let made = 0;
function coding(coder: string, code: string, start: number, end: number): StandingAssignment {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, "0")}`;
  const given: CodeAssignment = {
    ...{ id, coder, code, excerpt: { document: "E1", version: 1, start, end } },
    origin: { kind: "by-hand" },
  };
  return {
    ...given,
    ...{ mark: "unchanged", added: { person: coder, at: "2026-11-28T10:00:00Z", event: id } },
  };
}
const project = (assignments: StandingAssignment[], memos: string[] = []) => ({
  assignments,
  memos: memos.map((id) => ({
    ...{ id, text: "no", person: "anna", at: "2026-11-28T11:00:00Z" },
    about: { kind: "project" as const },
  })),
  documents: [],
});
const both = ["anna", "ben"];
const shown = (places: ReturnType<typeof codedPlaces>) =>
  places.map(({ kind, code, start, end, without }) =>
    [kind, code, `${start}-${end}`, ...without].join(" "),
  );

test("codedPlaces tells the same passage, other bounds and a code that one coder did not give apart", () => {
  const places = codedPlaces(
    project([
      ...[coding("anna", "A", 0, 10), coding("ben", "A", 0, 10)],
      ...[coding("anna", "A", 20, 30), coding("ben", "A", 25, 40)],
      ...[coding("anna", "B", 20, 30), coding("ben", "C", 20, 30)],
    ]),
    both,
  );
  expect(shown(places)).toEqual([
    "agreed A 0-10",
    "missing B 20-30 ben",
    "missing C 20-30 anna",
    "bounds A 20-40",
  ]);
});

test("passages that only touch at their ends are two places; a chain of overlaps is one", () => {
  const touching = [coding("anna", "A", 0, 10), coding("ben", "A", 10, 20)];
  expect(shown(codedPlaces(project(touching), both))).toEqual([
    "missing A 0-10 ben",
    "missing A 10-20 anna",
  ]);
  expect(shown(codedPlaces(project([...touching, coding("ben", "A", 5, 12)]), both))).toEqual([
    "bounds A 0-20",
  ]);
});

test("a place is resolved by a passage of the consensus of its code, or by a note that there is none", () => {
  const [one, other] = [coding("anna", "A", 0, 10), coding("ben", "B", 0, 10)];
  const own = [one, other];
  const resolved = (places: ReturnType<typeof codedPlaces>) => places.map(isResolved);
  expect(resolved(codedPlaces(project(own), both))).toEqual([false, false]);
  const agreed = coding(consensusCoder, "A", 2, 8);
  expect(resolved(codedPlaces(project([...own, agreed]), both))).toEqual([true, false]);
  expect(resolved(codedPlaces(project(own, [decisionMemoId(other.id)]), both))).toEqual([
    ...[false, true],
  ]);
});
