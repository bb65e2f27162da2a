import { isJsonObject, type JsonObject, listOf, textOf } from "../file/json-value.ts";
import { say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";

const used: ReadonlySet<string> = new Set([
  "type",
  "name",
  "title",
  "description",
  "isRequired",
  "visibleIf",
  "visible",
  "elements",
  "questions",
  "templateElements",
  "choices",
  "choicesOrder",
  "minSelectedChoices",
  "maxSelectedChoices",
  "showOtherItem",
  "hasOther",
  "otherText",
  "showNoneItem",
  "hasNone",
  "noneText",
  "showRefuseItem",
  "refuseText",
  "showDontKnowItem",
  "dontKnowText",
  "valueTrue",
  "valueFalse",
  "labelTrue",
  "labelFalse",
  "rateMin",
  "rateMax",
  "rateStep",
  "rateCount",
  "rateValues",
  "minRateDescription",
  "maxRateDescription",
  "rows",
  "columns",
  "rowOrder",
  "rowsOrder",
  "isAllRowRequired",
  "eachRowRequired",
  "inputType",
  "min",
  "max",
  "maxLength",
  "items",
  "html",
  "choicesByUrl",
  "choicesFromQuestion",
  "multiSelect",
  "questionsOrder",
  "questionOrder",
  "selectToRankEnabled",
]);
const cosmetic: ReadonlySet<string> = new Set([
  "width",
  "minWidth",
  "maxWidth",
  "startWithNewLine",
  "indent",
  "titleLocation",
  "descriptionLocation",
  "colCount",
  "cols",
  "placeholder",
  "placeHolder",
  "size",
  "itemSize",
  "state",
  "rateType",
  "displayMode",
  "rateDisplayMode",
  "rateColorMode",
  "scaleColorMode",
  "alternateRows",
  "cellType",
  "verticalAlign",
  "showNumber",
  "questionTitleLocation",
  "autoGrow",
  "allowResize",
  "itemComponent",
  "renderAs",
  "imageHeight",
  "imageWidth",
  "imageFit",
  "showLabel",
  "contentMode",
  "separateSpecialChoices",
  "selectToRankAreasLayout",
  "selectToRankEmptyRankedAreaText",
  "selectToRankEmptyUnrankedAreaText",
  "errorLocation",
  "requiredErrorText",
  "valueName",
  "hideNumber",
  "commentText",
  "commentPlaceholder",
  "allowClear",
  "searchEnabled",
  "searchMode",
  "maxWidth",
  "autocomplete",
  "acceptCarriageReturn",
  "swapOrder",
  "titleActions",
  "questionTitleWidth",
  "gridLayoutColumns",
  "useDisplayValuesInDynamicTexts",
  "otherPlaceholder",
  "otherErrorText",
  "showTitle",
  "navigationTitle",
  "displayRateDescriptionsAsExtremeItems",
  "showClearButton",
]);

/** Reports every property of a question, panel or page that the import does not use. */
export function reportProperties(element: JsonObject, where: string, report: ReportWriter): void {
  for (const [name, value] of Object.entries(element)) {
    if (used.has(name) || value === undefined || value === null || value === "" || value === false)
      continue;
    if (Array.isArray(value) && value.length === 0) continue;
    if (cosmetic.has(name)) report.countCosmetic(name);
    else {
      const words = (textOf(value) ?? JSON.stringify(value)).slice(0, 200);
      report.leaveOut(where, say(`${name}: ${words}`, `${name}: ${words}`), advice[name] ?? usual);
    }
  }
  reportItems(element, where, report);
  if (element.type === "ranking" && element.selectToRankEnabled !== true) {
    report.change(
      where,
      say(
        "Rangordnung, in der von Anfang an alles geordnet ist",
        "ranking in which everything is ordered from the start",
      ),
      say("Geordnet ist nur, was jemand ordnet.", "only what somebody orders is ordered"),
    );
  }
  if (/^(asc|desc)$/.test(textOf(element.choicesOrder) ?? "")) {
    report.leaveOut(
      where,
      say("alphabetische Ordnung der Antworten", "alphabetical order of the options"),
    );
  }
}

/** What single options, rows or columns have beside their words: pictures, conditions. */
function reportItems(element: JsonObject, where: string, report: ReportWriter): void {
  for (const list of ["choices", "rows", "columns", "items", "rateValues"]) {
    for (const item of listOf(element[list]).filter(isJsonObject)) {
      for (const [name, value] of Object.entries(item)) {
        if (/^(value|text|name|title|isExclusive)$/.test(name) || value === false) continue;
        const words = `${list}.${textOf(item.value ?? item.name) ?? "?"}.${name}: ${(textOf(value) ?? JSON.stringify(value)).slice(0, 120)}`;
        report.leaveOut(where, say(words, words), advice[name] ?? usual);
      }
    }
  }
}

const usual = say(
  "Prüfen Sie, ob die Frage ohne sie dasselbe fragt.",
  "Check whether the question asks the same without it.",
);
const advice: Readonly<Record<string, ReturnType<typeof say>>> = {
  defaultValue: say("Fragen beginnen hier immer leer.", "Questions always begin empty here."),
  validators: say("Diese Prüfung der Antwort entfällt.", "This check of the answer is gone."),
  requiredIf: say(
    "Die Frage ist jetzt freiwillig, wenn sie nicht als Pflicht markiert ist.",
    "The question is voluntary now unless marked as required.",
  ),
  enableIf: say(
    "Die Frage lässt sich jetzt immer beantworten.",
    "The question can always be answered now.",
  ),
  choicesVisibleIf: say(
    "Es erscheinen jetzt immer alle Antworten.",
    "All options always appear now.",
  ),
  rowsVisibleIf: say("Es erscheinen jetzt immer alle Zeilen.", "All rows always appear now."),
  showCommentArea: say(
    "Legen Sie eine eigene offene Frage an.",
    "Create an open question of its own.",
  ),
  hasComment: say("Legen Sie eine eigene offene Frage an.", "Create an open question of its own."),
  imageLink: say(
    "Beschreiben Sie in Worten, was zu sehen war.",
    "Describe in words what was to be seen.",
  ),
};

const ofSurvey =
  /^(triggers|calculatedValues|completedHtml|completedHtmlOnCondition|navigateToUrl|navigateToUrlOnCondition|loadingHtml|completedBeforeHtml|cookieName|maxTimeToFinish|maxTimeToFinishPage|timeLimit|timeLimitPerPage|questionsOnPageMode|firstPageIsStarted|firstPageIsStartPage|logo|questionOrder|questionsOrder|validationEnabled|checkErrorsMode|clearInvisibleValues|requiredText|partialSendEnabled|sendResultOnPageNext|quotas|maxOthersLength|maxTextLength|maxCommentLength)$/;

/** Reports what the survey as a whole does beside its pages. */
export function reportSurveyProperties(survey: JsonObject, report: ReportWriter): void {
  for (const [name, value] of Object.entries(survey)) {
    if (/^(pages|elements|questions|title|description|locale|\$schema)$/.test(name)) continue;
    if (value === false || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    if (!ofSurvey.test(name)) report.countCosmetic(name);
    else {
      const words = (textOf(value) ?? JSON.stringify(value)).slice(0, 200);
      report.leaveOut("–", say(`${name}: ${words}`, `${name}: ${words}`), settles);
    }
  }
}

const settles = say(
  "Das legen Sie beim Anlegen der Studie fest; manches davon gibt es hier nicht.",
  "You settle this with the study; some of it does not exist here.",
);
