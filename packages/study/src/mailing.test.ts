import { expect, test } from "vitest";
import { defaultMailing, filledMail, mailingIssues, mailingSchema } from "./mailing.ts";

const facts = {
  study: { de: "Nutzen {code}", en: "Value" },
  link: "https://survey.example.org/s/demo#AAAAA",
  code: "AAAAA",
};
const text = (de: string, subject = "x") => ({
  subject: { de: subject, en: "x" },
  body: { de, en: "{link}" },
});

test("what a study writes by itself passes its own checks", () => {
  expect(mailingIssues(defaultMailing)).toEqual([]);
  expect(mailingSchema.parse(defaultMailing)).toEqual(defaultMailing);
});

test("filledMail fills in each placeholder once: a title that looks like one stays as it is", () => {
  const mail = filledMail(text("{greeting}\n{study}: {link}"), "de", {
    ...facts,
    name: "{link} $& Ada",
  });
  expect(mail.body).toBe(`Guten Tag {link} $& Ada,\nNutzen {code}: ${facts.link}`);
  expect(filledMail(defaultMailing.invitation, "en", facts).body).toMatch(/^Hello,\n/);
});

test("filledMail writes both languages into one mail, each with its own title", () => {
  const { subject, body } = filledMail(defaultMailing.reminder, "both", facts);
  expect(subject).toBe("Erinnerung: Nutzen {code} / Reminder: Value");
  expect(body.match(/survey\.example\.org/g)).toHaveLength(2);
  expect(body.indexOf("Guten Tag")).toBeLessThan(body.indexOf("Hello"));
});

test("mailingIssues names unknown placeholders, loose braces, bodies without a way in and secrets in subjects by place", () => {
  const issues = mailingIssues({
    invitation: text("{link} {nmae} {{link}} {1+1}"),
    reminder: text("Bitte!", "Ihr Code {code}"),
  });
  expect(issues.map(({ path, message }) => [path, message.en])).toEqual([
    ["#/invitation/body/de", "“{nmae}” is no placeholder."],
    ["#/invitation/body/de", "“{” is no placeholder."],
    ["#/invitation/body/de", "“}” is no placeholder."],
    ["#/invitation/body/de", "“{1+1}” is no placeholder."],
    ["#/reminder/subject/de", "The subject contains {code}."],
    ["#/reminder/body/de", "The text contains neither {link} nor {code}; nobody could take part."],
  ]);
});

test("a subject with a line break and an address that would add a header are refused", () => {
  for (const sign of ["\r\n", "\n", "\r", "\u2028", "\0"]) {
    const subject = { de: `Hallo${sign}Bcc: b@example.org`, en: "x" };
    const invitation = { ...defaultMailing.invitation, subject };
    expect(
      mailingSchema.safeParse({ ...defaultMailing, invitation }).success,
      JSON.stringify(sign),
    ).toBe(false);
    const replyTo = `a@example.org${sign}Bcc: b@example.org`;
    expect(mailingSchema.safeParse({ ...defaultMailing, replyTo }).success).toBe(false);
  }
  for (const replyTo of ["a@example.org,b@example.org", "A <a@example.org>", "a"])
    expect(mailingSchema.safeParse({ ...defaultMailing, replyTo }).success).toBe(false);
});
