import { expect, test } from "vitest";
import definition from "../../../instruments/cop-pulse/1.0.0/instrument.json" with { type: "json" };
import { smallInstrument } from "./example/small-study.ts";
import { type Instrument, instrumentSchema } from "./instrument.ts";
import { modeFaults } from "./mode-faults.ts";

const pulse = instrumentSchema.parse(definition);
const credentialKey = { spki: "key", fingerprint: "0".repeat(64) };
const linked = { form: "pulse", linking: "code", story: "no" };
const unlinked = { ...linked, linking: "none" };
const paths = (...of: Parameters<typeof modeFaults>) => modeFaults(...of).map(({ path }) => path);

test("a self-generated code makes a study pseudonymous, and a pseudonymous study needs one", () => {
  for (const mode of ["open", "anonymous"] as const) {
    const key = mode === "anonymous" ? { credentialKey } : {};
    const study = { mode, ...key, isSimulated: false };
    expect(paths({ ...study, assigned: linked }, pulse)).toEqual(["#/mode"]);
    expect(paths({ ...study, assigned: unlinked }, pulse)).toEqual([]);
  }
  const pseudonymous = { mode: "pseudonymous" as const, isSimulated: false };
  expect(paths({ ...pseudonymous, assigned: linked }, pulse)).toEqual([]);
  expect(paths({ ...pseudonymous, assigned: unlinked }, pulse)).toEqual(["#/mode"]);
});

test("the key of credentials belongs to the mode", () => {
  const study = { isSimulated: false };
  expect(paths({ ...study, mode: "anonymous" }, smallInstrument)).toEqual(["#/credentialKey"]);
  for (const mode of ["open", "confidential"] as const) {
    expect(paths({ ...study, mode, credentialKey }, smallInstrument)).toEqual(["#/credentialKey"]);
    expect(paths({ ...study, mode }, smallInstrument)).toEqual([]);
  }
});

function asking(de: string, en: string): Instrument {
  const [page, ...rest] = smallInstrument.pages;
  if (!page) throw new RangeError("the small instrument has no page");
  const question = { type: "text" as const, name: "open", title: { de, en }, maxLength: 100 };
  return {
    ...smallInstrument,
    pages: [{ ...page, elements: [...page.elements, question] }, ...rest],
  };
}

test.each([
  ["Wie lautet Ihre E-Mail-Adresse?", "What is your e-mail address?", true],
  ["Ihr Name", "Your name", true],
  ["Ihre Personalnummer", "Your staff number", true],
  ["Unter welcher Telefonnummer erreichen wir Sie?", "Your phone number", true],
  ["Welchen Namen hat Ihr Netzwerk?", "What is the name of your network?", false],
  ["Was fehlt Ihnen?", "What do you miss?", false],
])("an anonymous study may not ask “%s”: %s, %s", (de, en, isRefused) => {
  const study = { mode: "anonymous" as const, credentialKey, isSimulated: false };
  expect(paths(study, asking(de, en))).toEqual(isRefused ? ["#/mode"] : []);
  expect(paths({ mode: "confidential", isSimulated: false }, asking(de, en))).toEqual([]);
});
