import {
  type ExchangeCode,
  type ExchangeNote,
  type ExchangeProject,
  type ExchangeSource,
  type ExchangeValue,
  type ExchangeVariableType,
  exchangeNamespaces,
} from "../exchange-project.ts";
import { xmlElement, xmlList, xmlText } from "./xml-writer.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A project as `project.qde`, elements in the order the schema demands; texts lie in files of their own. */
export function projectXml(project: ExchangeProject): string {
  const { name, origin, at, users, codes, variables, cases, sources, notes } = project;
  const types = new Map(variables.map(({ guid, type }) => [guid, type]));
  const valuesOf = (values: readonly ExchangeValue[]) =>
    values.map((value) => valueXml(value, types.get(value.variable) ?? "Text"));
  const inside = [
    xmlList(
      "Users",
      users.map((user) => xmlElement("User", { guid: user.guid, name: user.name })),
    ),
    xmlList("CodeBook", [
      xmlList(
        "Codes",
        codes.map((code) => codeXml(code, true)),
      ),
    ]),
    xmlList(
      "Variables",
      variables.map(({ guid, name: label, type }) =>
        xmlElement("Variable", { guid, name: label, typeOfVariable: type }),
      ),
    ),
    xmlList(
      "Cases",
      cases.map((each) =>
        xmlElement("Case", { guid: each.guid, name: each.name }, [
          ...descriptionXml(each.description),
          ...valuesOf(each.values),
          ...each.sources.map((guid) => xmlElement("SourceRef", { targetGUID: guid })),
        ]),
      ),
    ),
    xmlList(
      "Sources",
      sources.map((source) => sourceXml(source, valuesOf(source.values))),
    ),
    xmlList("Notes", notes.map(noteXml)),
    ...descriptionXml(project.description),
    ...noteRefsXml(project.noteRefs),
  ];
  const attributes = { xmlns: exchangeNamespaces.project, name, origin, creationDateTime: at };
  return `${declaration}${xmlElement("Project", attributes, inside)}\n`;
}

/** Codes as a codebook of its own (.qdc). The schema wants at least one. */
export function codebookXml(codes: readonly ExchangeCode[], origin: string | undefined): string {
  const list = xmlList(
    "Codes",
    codes.map((code) => codeXml(code, false)),
  );
  return `${declaration}${xmlElement("CodeBook", { xmlns: exchangeNamespaces.codebook, origin }, [list])}\n`;
}

/** Codebooks by themselves have no notes. */
function codeXml(code: ExchangeCode, hasNotes: boolean): string {
  const { guid, name, isCodable, colour, description } = code;
  return xmlElement("Code", { guid, name, isCodable, color: colour }, [
    ...descriptionXml(description),
    ...(hasNotes ? noteRefsXml(code.noteRefs) : []),
    ...code.codes.map((child) => codeXml(child, hasNotes)),
  ]);
}

function sourceXml(source: ExchangeSource, values: readonly string[]): string {
  const { guid, name, user, at } = source;
  const attributes = { guid, name, plainTextPath: `internal://${sourceFile(guid)}` };
  return xmlElement("TextSource", { ...attributes, creatingUser: user, creationDateTime: at }, [
    ...descriptionXml(source.description),
    ...source.selections.map(selectionXml),
    ...noteRefsXml(source.noteRefs),
    ...values,
  ]);
}

/** What the text of a source is called in `sources`. */
export function sourceFile(guid: string): string {
  return `${guid}.txt`;
}

function selectionXml(selection: ExchangeSource["selections"][number]): string {
  const { guid, start, end, user, at, codings } = selection;
  return xmlElement(
    "PlainTextSelection",
    { guid, startPosition: start, endPosition: end, creatingUser: user, creationDateTime: at },
    [
      ...descriptionXml(selection.description),
      ...codings.map((coding) =>
        xmlElement(
          "Coding",
          { guid: coding.guid, creatingUser: coding.user, creationDateTime: coding.at },
          [xmlElement("CodeRef", { targetGUID: coding.code }), ...noteRefsXml(coding.noteRefs)],
        ),
      ),
      ...noteRefsXml(selection.noteRefs),
    ],
  );
}

function noteXml({ guid, text, user, at }: ExchangeNote): string {
  return xmlElement("Note", { guid, creatingUser: user, creationDateTime: at }, [
    xmlText("PlainTextContent", text),
  ]);
}

function valueXml({ variable, value }: ExchangeValue, type: ExchangeVariableType): string {
  return xmlElement("VariableValue", {}, [
    xmlElement("VariableRef", { targetGUID: variable }),
    xmlText(`${type}Value`, value),
  ]);
}

function descriptionXml(description: string | undefined): string[] {
  return description === undefined ? [] : [xmlText("Description", description)];
}

function noteRefsXml(guids: readonly string[]): string[] {
  return guids.map((guid) => xmlElement("NoteRef", { targetGUID: guid }));
}
