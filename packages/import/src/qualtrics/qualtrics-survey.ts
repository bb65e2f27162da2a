import { type JsonObject, listOf, objectOf, textOf } from "../file/json-value.ts";
import { refused, say } from "../refusal.ts";

/** A block as Qualtrics keeps it; its pages are parted by breaks. */
export type QualtricsBlock = {
  id: string;
  name: string;
  isRandom: boolean;
  /** Other options of the block that change what is asked. */
  options: JsonObject;
  pages: { questions: { id: string; skipLogic: unknown }[] }[];
};

/** A Qualtrics survey, its questions still as the file has them. */
export type QualtricsSurvey = {
  title: string;
  language: string;
  /** Payloads of questions by their id. */
  questions: ReadonlyMap<string, JsonObject>;
  /** The name of each question in data and conditions, by its id. */
  codes: ReadonlyMap<string, string>;
  blocks: ReadonlyMap<string, QualtricsBlock>;
  trashed: number;
  flow: unknown[];
  options: JsonObject;
  quotas: number;
  otherElements: string[];
};

/**
 * Reads a Qualtrics survey file (.qsf) into its parts.
 *
 * @throws FileRefused for JSON that is no Qualtrics survey
 */
export function readQsf(json: unknown): QualtricsSurvey {
  const file = objectOf(json);
  const entry = objectOf(file.SurveyEntry);
  if (!Array.isArray(file.SurveyElements)) {
    throw refused(
      "/SurveyElements",
      say(
        "Die Datei ist kein Export einer Qualtrics-Umfrage.",
        "The file is not an export of a Qualtrics survey.",
      ),
      say(
        "Exportieren Sie die Umfrage als .qsf (Extras → Import/Export).",
        "Export the survey as .qsf (Tools → Import/Export).",
      ),
    );
  }
  const elements = file.SurveyElements.map(objectOf);
  const ofKind = (kind: string) => elements.filter((element) => element.Element === kind);
  const questions = new Map(
    ofKind("SQ").map((element) => {
      const payload = objectOf(element.Payload);
      return [textOf(element.PrimaryAttribute) ?? textOf(payload.QuestionID) ?? "", payload];
    }),
  );
  const blocks = ofKind("BL").flatMap((element) => listOf(element.Payload).map(objectOf));
  const seen = new Set<string>();
  const known = /^(SQ|BL|FL|SO|QO|QG|QGO|STAT|QC|PROJ|RS|SCO|NT|PL|TR)$/;
  return {
    title: textOf(entry.SurveyName) ?? "",
    language: (textOf(entry.SurveyLanguage) ?? "en").toLowerCase(),
    questions,
    codes: uniqueCodes(questions),
    blocks: new Map(
      blocks
        .filter((block) => block.Type !== "Trash")
        .map((block) => [textOf(block.ID) ?? "", blockOf(block, seen)]),
    ),
    trashed: blocks
      .filter((block) => block.Type === "Trash")
      .flatMap((block) => listOf(block.BlockElements))
      .filter((element) => objectOf(element).Type === "Question").length,
    flow: listOf(objectOf(ofKind("FL")[0]?.Payload).Flow),
    options: objectOf(ofKind("SO")[0]?.Payload),
    quotas: ofKind("QO").length,
    otherElements: elements
      .map((element) => textOf(element.Element) ?? "?")
      .filter((kind) => !known.test(kind)),
  };
}

function uniqueCodes(questions: ReadonlyMap<string, JsonObject>): Map<string, string> {
  const taken = new Set<string>();
  const codes = new Map<string, string>();
  for (const [id, payload] of questions) {
    const tag = textOf(payload.DataExportTag)?.trim() || id;
    const code = taken.has(tag) ? `${tag}_${id}` : tag;
    taken.add(code);
    codes.set(id, code);
  }
  return codes;
}

/** Every question once: `seen` holds those that an earlier place has taken. */
function blockOf(block: JsonObject, seen: Set<string>): QualtricsBlock {
  const pages: QualtricsBlock["pages"] = [{ questions: [] }];
  for (const element of listOf(block.BlockElements).map(objectOf)) {
    if (element.Type === "Page Break") pages.push({ questions: [] });
    const id = textOf(element.QuestionID) ?? "";
    if (element.Type !== "Question" || seen.has(id)) continue;
    seen.add(id);
    pages.at(-1)?.questions.push({
      id,
      skipLogic: element.SkipLogic,
    });
  }
  const name = textOf(block.Description) ?? "";
  const { RandomizeQuestions, ...options } = objectOf(block.Options);
  return {
    id: textOf(block.ID) ?? "",
    name: name === "Default Question Block" ? "" : name,
    isRandom: RandomizeQuestions === "RandomizeAll",
    options: RandomizeQuestions === "Advanced" ? { ...options, RandomizeQuestions } : options,
    pages: pages.filter((page) => page.questions.length > 0),
  };
}
