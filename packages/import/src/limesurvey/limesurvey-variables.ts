import type { Resolve } from "../expression/claim-of-expression.ts";
import type { SourceVariable } from "../source-condition.ts";
import type { LimeQuestion, LimeSurvey } from "./limesurvey-survey.ts";

/** Finds what a name in LimeSurvey's expressions stands for: `Q1.NAOK`, `Q2_SQ001`, or the older `12X3X45SQ001`. */
export function limeVariables(survey: LimeSurvey): Resolve {
  const known = new Map<string, SourceVariable>();
  for (const group of survey.groups) {
    for (const question of group.questions) {
      const oldName = `${survey.id}X${group.id}X${question.id}`;
      for (const [suffix, variable] of variablesOf(question)) {
        known.set(`${question.code}${suffix === "" ? "" : `_${suffix}`}`, variable);
        known.set(`${oldName}${suffix}`, variable);
      }
    }
  }
  return (name) => known.get(name.replace(/\.(NAOK|code|value|valueNAOK)$/, ""));
}

function variablesOf({
  code,
  type,
  subquestions,
  hasOther,
}: LimeQuestion): [string, SourceVariable][] {
  const variables: [string, SourceVariable][] = [];
  const parts = subquestions.map((part) => part.code);
  if ("MP".includes(type)) {
    variables.push(
      ...parts.map((part): [string, SourceVariable] => [part, { question: code, option: part }]),
    );
  } else if ("QK".includes(type)) {
    variables.push(
      ...parts.map((part): [string, SourceVariable] => [part, { question: `${code}_${part}` }]),
    );
  } else {
    variables.push(["", { question: code }]);
    variables.push(
      ...parts.map((part): [string, SourceVariable] => [part, { question: code, row: part }]),
    );
  }
  if (hasOther) variables.push(["other", { question: `${code}_other` }]);
  if (type === "O") variables.push(["comment", { question: `${code}_comment` }]);
  return variables;
}
