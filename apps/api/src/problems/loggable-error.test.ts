import { describe, expect, test } from "vitest";
import { loggableError } from "./loggable-error.ts";
import { BrokenSetup } from "./refusal.ts";

const secret = "my boss ignores us\n    at home (secret:1:2)";

describe("loggableError", () => {
  test("never repeats a message that may quote an answer, anywhere in the cause chain", () => {
    const driver = Object.assign(new Error(`invalid value "${secret}"`), { code: "22P02" });
    const query = new Error(`Failed query: insert … params: ${secret}`, { cause: driver });
    const told = loggableError(query);
    expect(JSON.stringify(told)).not.toContain("secret");
    expect(JSON.stringify(told)).not.toContain("boss");
    expect(told.map(({ name, code }) => [name, code])).toEqual([
      ["Error", undefined],
      ["Error", "22P02"],
    ]);
  });

  test("keeps what helps to find the mistake: place, and messages that quote nothing", () => {
    const [told] = loggableError(new BrokenSetup("instrument x/1.0.0 is missing"));
    expect(told?.message).toBe("instrument x/1.0.0 is missing");
    expect(told?.at[0]).toContain("loggable-error.test.ts");
  });

  test("says nothing of a thrown answer", () => {
    expect(loggableError(secret)).toEqual([]);
  });

  test("ends on a cause that causes itself", () => {
    const error = new Error("again");
    error.cause = error;
    expect(loggableError(error)).toHaveLength(8);
  });
});
