import type { Instrument, Language, Page, Question } from "@mehrwert/study";
import { refused, say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";
import type { SourceSurvey } from "../source-survey.ts";
import type { BuiltPage } from "./built-question.ts";
import { refuseCircles } from "./circles.ts";
import { reportIncomplete } from "./completion.ts";
import { withConsent } from "./consent.ts";
import type { BuildContext } from "./context.ts";
import { withDistinctTexts } from "./distinct-texts.ts";
import { refuseExcess } from "./excess.ts";
import { localizer } from "./localizer.ts";
import { mehrwertBlock } from "./mehrwert-block.ts";
import { identifierOf, namer } from "./naming.ts";
import { builtPages } from "./pages.ts";
import { settledOrders } from "./random-orders.ts";
import { type Routing, routingOf } from "./routing.ts";
import { languageTags, ownLanguage, tagFor } from "./source-languages.ts";

/** What the person importing decides. */
export type InstrumentIdentity = { slug?: string; version?: string; fileName: string };

/**
 * Makes an instrument of a questionnaire of any platform and writes down what became of it.
 *
 * @throws FileRefused for a questionnaire without questions, with too many, or with circular conditions
 */
export function builtInstrument(
  survey: SourceSurvey,
  identity: InstrumentIdentity,
  report: ReportWriter,
): Instrument {
  const tags = languageTags(survey);
  refuseExcess(survey, tags.size);
  refuseCircles(survey);
  reportLanguages(tags, report);
  const context: BuildContext = {
    report,
    localizer: localizer(report, survey.language),
    variables: namer(),
  };
  const place = { owner: "", where: "–" };
  const title = context.localizer.text(survey.title, { ...place, part: say("Titel", "title") });
  const description = context.localizer.text(survey.description, {
    ...place,
    part: say("Einleitung", "introduction"),
  });
  const asked = builtPages(survey, context);
  if (asked.length === 0) throw nothingAsked();
  const consented = withConsent(asked, context);
  const routing = routingOf(consented.pages, context);
  const ordered = settledOrders(consented.pages, routing, context);
  const pages = withDistinctTexts(ordered, context);
  const shownTitle = title ?? untitled;
  if (title === undefined) {
    report.change("–", say("Fragebogen ohne Titel", "questionnaire without title"), untitled);
  }
  const instrument: Instrument = {
    title: shownTitle,
    ...(description === undefined ? {} : { description }),
    pages: pages.map((page) => pageOf(page, routing)),
    mehrwert: mehrwertBlock({
      pages,
      consent: consented.consent,
      slug:
        identity.slug ?? identifierOf(shownTitle.en, "instrument").slice(0, 40).replace(/-+$/, ""),
      version: identity.version ?? "1.0.0",
      languages: languagesOf(tags),
      summary: description ?? shownTitle,
      fileName: identity.fileName,
      report,
    }),
  };
  reportIncomplete({ pages, isAdded: consented.isAdded }, context);
  return instrument;
}

const untitled = say("Importierter Fragebogen", "Imported questionnaire");

function pageOf(page: BuiltPage, routing: Routing): Page {
  const visibleIf = routing.pages.get(page.name);
  return {
    name: page.name,
    title: page.title,
    ...(page.description === undefined ? {} : { description: page.description }),
    ...(visibleIf === undefined ? {} : { visibleIf }),
    ...(page.isRandom ? { questionOrder: "random" } : {}),
    elements: page.questions.map(({ question }) => routed(question, routing)),
  };
}

function routed(question: Question, routing: Routing): Question {
  const visibleIf = routing.questions.get(question.name);
  return visibleIf === undefined ? question : { ...question, visibleIf };
}

function languagesOf(tags: ReadonlySet<string>): Language[] {
  const known = (["de", "en"] as const).filter((language) => tagFor(language, tags) !== undefined);
  return known.length === 0 ? ["de", "en"] : known;
}

function reportLanguages(tags: ReadonlySet<string>, report: ReportWriter): void {
  const used = new Set([tagFor("de", tags), tagFor("en", tags)]);
  for (const tag of [...tags].filter((one) => !used.has(one)).sort()) {
    const isVariant = ownLanguage(tag) !== undefined;
    report.leaveOut(
      "–",
      say(`Sprachfassung „${tag}“`, `language version “${tag}”`),
      isVariant
        ? say(
            "Es bleibt die Fassung derselben Sprache, die zuerst steht.",
            "The first version of the same language stays.",
          )
        : say(
            "Instrumente gibt es auf Deutsch und Englisch.",
            "Instruments exist in German and English.",
          ),
    );
  }
}

function nothingAsked() {
  return refused(
    "",
    say(
      "In der Datei ist keine Frage, die sich übernehmen lässt.",
      "The file holds no question that can be carried over.",
    ),
    say(
      "Prüfen Sie, ob es der Export des ganzen Fragebogens ist.",
      "Check whether it is the export of the whole questionnaire.",
    ),
  );
}
