import { accessibilityPagesWalk } from "./accessibility-pages.ts";
import { codesWalk } from "./codes.ts";
import { firstPageWalk, noStudyWalk } from "./first-page.ts";
import { keepingWalk } from "./keeping.ts";
import { questionsWalk } from "./questions.ts";
import type { Walk } from "./visit.ts";
import { withdrawalWalk } from "./withdrawal.ts";

/**
 * Every view and state of the participant's app, server-written pages among them. A new view belongs here: a `look` on
 * one of these ways, or a way of its own. Whatever holds for every view is then checked with it.
 */
export const participantWalks: readonly Walk[] = [
  firstPageWalk,
  noStudyWalk,
  accessibilityPagesWalk,
  withdrawalWalk,
  questionsWalk,
  keepingWalk,
  codesWalk,
];
