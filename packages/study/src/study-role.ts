import { z } from "zod";

/**
 * What a person is in a study. `owner`: everything, also who else takes part and deleting it; `editor`: plans and fields;
 * `analyst`: results and dataset; `viewer`: results.
 */
export const studyRoleSchema = z.enum(["owner", "editor", "analyst", "viewer"]);
export type StudyRole = z.infer<typeof studyRoleSchema>;
