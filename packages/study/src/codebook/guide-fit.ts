import type { InterviewGuide } from "../interview-guide/schema.ts";
import { error, pointer, warning } from "../lint-instrument/issue.ts";
import { languages } from "../localized-text.ts";
import type { Issue } from "../result.ts";
import type { Codebook } from "./schema.ts";

/**
 * Where an interview guide and its codebook do not fit: a code that the codebook lacks is an error, another label of the
 * same code a warning. Paths point into the guide.
 */
export function guideCodebookIssues(guide: InterviewGuide, codebook: Codebook): Issue[] {
  return guide.codes.flatMap(({ id, label }, at) => {
    const code = codebook.codes.find((each) => each.id === id);
    if (code === undefined) {
      return [
        error(
          pointer("codes", at, "id"),
          [
            `Das Codebuch ${codebook.slug} enthält keinen Code „${id}“.`,
            `The codebook ${codebook.slug} holds no code “${id}”.`,
          ],
          [
            "Berichtigen Sie den Code im Leitfaden, oder ergänzen Sie das Codebuch.",
            "Correct the code in the guide, or add it to the codebook.",
          ],
        ),
      ];
    }
    return languages
      .filter((language) => label[language].toLowerCase() !== code.label[language].toLowerCase())
      .map((language) =>
        warning(
          pointer("codes", at, "label", language),
          [
            `Im Codebuch heißt „${id}“ „${code.label[language]}“.`,
            `In the codebook, “${id}” is called “${code.label[language]}”.`,
          ],
          ["Verwenden Sie überall denselben Namen.", "Use the same name everywhere."],
        ),
      );
  });
}
