import { say } from "../refusal.ts";
import type { BuiltPage, BuiltQuestion } from "./built-question.ts";
import type { BuildContext } from "./context.ts";

/** Pages that begin with consent, and which answer gives it. */
export type Consented = {
  pages: BuiltPage[];
  consent: { question: string; given: string };
  isAdded: boolean;
};

const aboutConsent =
  /einwillig|einverst|zustimm|stimme zu|consent|agree to (take part|participate|this)|do you agree/i;
const agreeing =
  /^(ja|yes|ich (stimme|willige|bin einverstanden|nehme)|i (agree|consent|accept|want)|einverstanden|agree)/i;

/** Finds the question that asks for consent and puts it first; adds one in our words if there is none. */
export function withConsent(pages: BuiltPage[], context: BuildContext): Consented {
  const found = pages
    .flatMap((page) => page.questions)
    .find((built) => consentIn(built) !== undefined);
  const given = found === undefined ? undefined : consentIn(found);
  if (found === undefined || given === undefined) return withOwnConsent(pages, context);
  const named = wordCode(found, given, context);
  const consent = { question: found.question.name, given: named.given };
  const [first] = pages;
  const isFirst = first?.questions[0] === found && isPlain(first);
  const settled = named.built;
  if (found.question.isRequired !== true || found.condition !== undefined) {
    context.report.change(
      found.where,
      say(
        "Einwilligung nicht verpflichtend oder nicht immer gezeigt",
        "consent not required or not always shown",
      ),
      say("verpflichtend und immer gezeigt", "required and always shown"),
    );
  }
  const inPlace = (page: BuiltPage): BuiltPage => ({
    ...page,
    questions: page.questions.map((built) => (built === found ? settled : built)),
  });
  if (isFirst) return { pages: pages.map(inPlace), consent, isAdded: false };
  context.report.change(
    found.where,
    say("Einwilligung nicht an erster Stelle", "consent not in first place"),
    say("erste Frage auf einer eigenen Seite", "first question, on a page of its own"),
  );
  const rest = pages
    .map((page) => ({ ...page, questions: page.questions.filter((built) => built !== found) }))
    .filter((page) => page.questions.length > 0);
  return { pages: [consentPage(settled, pages), ...rest], consent, isAdded: false };
}

/** Consent comes first for everybody. */
function isPlain({ condition, isRandom, block }: BuiltPage): boolean {
  return condition === undefined && !isRandom && block === undefined;
}

function consentIn({ question }: BuiltQuestion): string | number | undefined {
  if (question.type !== "radiogroup") return undefined;
  const { title, description, name } = question;
  const words = [name, title.de, title.en, description?.de, description?.en].join(" ");
  if (!aboutConsent.test(words)) return undefined;
  return question.choices.find(
    ({ text }) => agreeing.test(text.de.trim()) || agreeing.test(text.en.trim()),
  )?.value;
}

/** The answer that gives consent is a word; conditions follow through the codes. */
function wordCode(
  built: BuiltQuestion,
  given: string | number,
  { report }: BuildContext,
): { built: BuiltQuestion; given: string } {
  const { question } = built;
  const { condition: _always, ...rest } = built;
  if (question.type !== "radiogroup") return { built, given: String(given) };
  const isRequired = true;
  if (typeof given === "string") {
    return { built: { ...rest, question: { ...question, isRequired } }, given };
  }
  const word = (value: string | number) =>
    value === given ? "yes" : typeof value === "number" ? `no-${Math.abs(value)}` : value;
  report.change(
    built.where,
    say(
      `Codes der Einwilligung: ${question.choices.map(({ value }) => value).join(", ")}`,
      `codes of consent: ${question.choices.map(({ value }) => value).join(", ")}`,
    ),
    say(
      question.choices.map(({ value }) => `${value} → ${word(value)}`).join(", "),
      question.choices.map(({ value }) => `${value} → ${word(value)}`).join(", "),
    ),
  );
  const choices = question.choices.map(({ value, text }) => ({ value: word(value), text }));
  return {
    built: {
      ...rest,
      codes: new Map([...built.codes].map(([code, value]) => [code, word(value)])),
      question: { ...question, isRequired, choices },
    },
    given: "yes",
  };
}

function consentPage(built: BuiltQuestion, pages: readonly BuiltPage[]): BuiltPage {
  return {
    where: built.where,
    code: "",
    name: pageName(pages),
    title: say("Einwilligung", "Consent"),
    isRandom: false,
    questions: [built],
  };
}

function pageName(pages: readonly BuiltPage[]): string {
  const taken = new Set(pages.map(({ name }) => name));
  let name = "consent-page";
  for (let count = 2; taken.has(name); count += 1) name = `consent-page-${count}`;
  return name;
}

function withOwnConsent(pages: BuiltPage[], { report, variables }: BuildContext): Consented {
  const name = variables("consent", "q");
  report.add({
    outcome: "changed",
    where: "–",
    was: say("keine erkennbare Einwilligung", "no recognisable consent"),
    became: say(
      `neue erste Seite mit der Frage „${name}“`,
      `new first page with the question “${name}”`,
    ),
    advice: say(
      "Stimmen Sie den Wortlaut mit der für Datenschutz zuständigen Stelle ab.",
      "Agree on the wording with those in charge of data protection.",
    ),
  });
  const built: BuiltQuestion = {
    code: "",
    where: "–",
    codes: new Map(),
    rows: new Map(),
    constructs: [],
    items: [],
    scales: [],
    rankings: [],
    question: {
      type: "radiogroup",
      name,
      title: say(
        "Sind Sie mit der Verwendung Ihrer Antworten einverstanden und möchten Sie teilnehmen?",
        "Do you agree to the use of your answers, and do you want to take part?",
      ),
      description: say(
        "Ihre Teilnahme ist freiwillig. Sie können jede Frage überspringen und jederzeit aufhören.",
        "Taking part is voluntary. You can skip any question and stop at any time.",
      ),
      isRequired: true,
      choices: [
        {
          value: "yes",
          text: say("Ja, ich bin einverstanden und nehme teil.", "Yes, I agree and take part."),
        },
        { value: "no", text: say("Nein, ich nehme nicht teil.", "No, I do not take part.") },
      ],
    },
  };
  return {
    pages: [consentPage(built, pages), ...pages],
    consent: { question: name, given: "yes" },
    isAdded: true,
  };
}
