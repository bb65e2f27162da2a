import { expect, test } from "vitest";
import { readEventFile } from "./coding-event.ts";
import { codingAdded, documentAdded, eventsOf } from "./example/coding-events.ts";

const events = eventsOf([documentAdded("E1"), codingAdded(1, "A1"), codingAdded(2, "A2")]);
const lines = events.map((event) => JSON.stringify(event));
const file = "events/anna.jsonl";

test("a file gives its events in their order", () => {
  const read = readEventFile(`${lines.join("\n")}\n`, file);
  expect(read).toEqual({ events, issues: [], isCutOff: false });
  expect(readEventFile("", file)).toEqual({ events: [], issues: [], isCutOff: false });
});

test("a last line that was cut off does not count and is no damage", () => {
  for (let length = 0; length <= (lines[2]?.length ?? 0); length += 1) {
    const text = `${lines[0]}\n${lines[1]}\n${lines[2]?.slice(0, length)}`;
    expect(readEventFile(text, file)).toEqual({
      events: events.slice(0, 2),
      issues: [],
      isCutOff: length > 0,
    });
  }
});

test("a cut line followed by a recovery is passed over, any other unreadable line refuses the file", () => {
  const [recovery] = eventsOf([{ kind: "recovered" }], "anna", 9);
  const cut = lines[1]?.slice(0, 40);
  const recovered = readEventFile(
    `${lines[0]}\n${cut}\n${JSON.stringify(recovery)}\n${lines[2]}\n`,
    file,
  );
  expect(recovered.issues).toEqual([]);
  expect(recovered.events).toHaveLength(3);
  const damaged = readEventFile(`${lines[0]}\n${cut}\n${lines[2]}\n`, file);
  expect(damaged.issues).toMatchObject([{ path: "events/anna.jsonl:2", severity: "error" }]);
});

test("a merge conflict, an unknown kind of event and a wrong field are told with their line", () => {
  const conflict = readEventFile(`<<<<<<< HEAD\n${lines[0]}\n=======\n`, file);
  expect(conflict.issues.map(({ path }) => path)).toEqual([
    "events/anna.jsonl:1",
    "events/anna.jsonl:3",
  ]);
  expect(conflict.issues[0]?.advice.en).toContain("Keep all lines of both sides");
  const odd = readEventFile(`${lines[1]?.replace('"coding-added"', '"coding-dreamt"')}\n`, file);
  expect(odd.issues[0]?.path).toContain("events/anna.jsonl:1 /change");
  const reversed = readEventFile(`${lines[1]?.replace('"end":10', '"end":0')}\n`, file);
  expect(reversed.issues[0]?.path).toContain("/change/coding/excerpt/end");
});
