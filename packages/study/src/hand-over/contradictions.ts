import { type AnswersSchema, answersSchema } from "../answers-schema.ts";
import { needsCode } from "../first-page/mode-words.ts";
import {
  type HandedResponse,
  type HandOver,
  type HandOverManifest,
  mayAdmitMore,
} from "../hand-over.ts";
import { readInstrument } from "../instrument-folder.ts";
import type { Issue } from "../result.ts";
import type { Study } from "../study.ts";
import { textHash } from "../text-hash.ts";
import { handOverIssue, mostIssues } from "./hand-over-issues.ts";

/** What in a hand-over that can be read does not fit together. */
export async function contradictions(
  handOver: HandOver,
  manifest: HandOverManifest,
): Promise<Issue[]> {
  const { study } = handOver;
  const issues: Issue[] = [];
  if (manifest.study !== study.slug)
    issues.push(
      handOverIssue(
        "manifest.json#/study",
        "Das Verzeichnis nennt eine andere Studie.",
        "The manifest names another study.",
      ),
    );
  const { issues: ofDefinitions, checks } = await definitionIssues(handOver);
  issues.push(...ofDefinitions, ...(await consentIssues(handOver)), ...modeIssues(handOver));
  issues.push(...releaseIssues(handOver));
  if (issues.length > 0) return issues;
  for (const [index, response] of handOver.responses.entries()) {
    if (issues.length >= mostIssues) break;
    issues.push(...responseIssues(response, index + 1, { handOver, checks }));
  }
  return issues;
}

function versionsOf({ instrumentVersion, definitionHash, earlierVersions = [] }: Study) {
  return [...earlierVersions, { instrumentVersion, definitionHash }];
}

/** Every version that was fielded is there, under its own hash, as an instrument of the study's name. */
async function definitionIssues({ study, definitions, responses }: HandOver) {
  const issues: Issue[] = [];
  const checks = new Map<string, AnswersSchema>();
  // A study that is only planned leaves its questionnaire to the library.
  const isNeeded = study.status !== "planned" || responses.length > 0;
  for (const { instrumentVersion, definitionHash } of versionsOf(study)) {
    const text = definitions.get(definitionHash);
    if (text === undefined && !isNeeded) continue;
    const read = text === undefined ? undefined : readInstrument(text);
    const isIt =
      text !== undefined &&
      read?.ok === true &&
      (await textHash(text)) === definitionHash &&
      read.value.mehrwert.slug === study.instrumentSlug &&
      read.value.mehrwert.version === instrumentVersion;
    if (isIt) checks.set(definitionHash, answersSchema(read.value));
    else
      issues.push(
        handOverIssue(
          `definitions/${definitionHash}.json`,
          `Der Fragebogen ${study.instrumentSlug} ${instrumentVersion} fehlt oder ist nicht der, der gestellt wurde.`,
          `The questionnaire ${study.instrumentSlug} ${instrumentVersion} is missing or not the one that was asked.`,
        ),
      );
  }
  return { issues, checks };
}

async function consentIssues({ consentTexts }: HandOver): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const [hash, text] of Object.entries(consentTexts))
    if ((await textHash(text)) !== hash)
      issues.push(
        handOverIssue(
          `study.json#/consentTexts/${hash}`,
          "Ein Text, dem zugestimmt wurde, ist nicht mehr der von damals.",
          "A text that was consented to is no longer the one it was.",
        ),
      );
  return issues;
}

/** Invitations and keys where the mode has none; keys of an anonymous study that is over. */
function modeIssues({ study, plan, invitations, keys }: HandOver): Issue[] {
  const hasNone = !needsCode(study) && (invitations.length > 0 || keys !== undefined);
  const hasTooMany =
    study.mode === "anonymous" && !mayAdmitMore({ study, plan }) && keys !== undefined;
  if (!hasNone && !hasTooMany) return [];
  return [
    handOverIssue(
      hasNone ? "invitations.jsonl" : "keys.json",
      "Die Datei enthält etwas, was es in dieser Studie nicht geben darf.",
      "The file holds something that must not exist in this study.",
    ),
  ];
}

/** One release for each wave at most, and none of a wave that was never open. */
function releaseIssues({ study, releases }: HandOver): Issue[] {
  const waves = releases.map(({ wave }) => wave);
  const fits = new Set(waves).size === waves.length && waves.every((wave) => wave <= study.wave);
  return fits
    ? []
    : [
        handOverIssue(
          "releases.jsonl",
          "Freigegebene Ergebnisse stehen hier doppelt oder gehören zu keiner Welle der Studie.",
          "Released results stand here twice, or belong to no wave of the study.",
        ),
      ];
}

function responseIssues(
  response: HandedResponse,
  line: number,
  { handOver, checks }: { handOver: HandOver; checks: ReadonlyMap<string, AnswersSchema> },
): Issue[] {
  const { study, consentTexts } = handOver;
  const schema = checks.get(response.definitionHash);
  const { answers, presentation, lastPage, consentHash, participant } = response;
  const fits =
    schema !== undefined &&
    response.wave <= study.wave &&
    schema.check(answers, presentation, { lastPage, assigned: study.assigned }).length === 0 &&
    (consentHash === undefined || Object.hasOwn(consentTexts, consentHash)) &&
    (participant !== undefined) === (study.mode === "confidential");
  return fits
    ? []
    : [
        handOverIssue(
          `responses.jsonl:${line}`,
          "Diese Antworten passen nicht zu Fragebogen, Welle oder Einwilligung der Studie.",
          "These answers do not fit the study's questionnaire, wave or consent.",
        ),
      ];
}
