import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { NotFound, studyRoleSchema } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { makeLink } from "../mail/link-mail.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import { jsonContent, jsonReply, meaning, refusals, summary } from "./described.ts";
import { idInAddress, personEmail } from "./one-time-link.ts";
import { linkDays, linkSchema } from "./people.ts";
import { studyParameter } from "./study.ts";

const reading = ["signed-out", "not-found", "unavailable", "unexpected"] as const;
const writing = ["cross-site", "malformed", "too-large", "not-json", "invalid"] as const;
const memberSchema = z
  .strictObject({ id: z.string(), name: z.string(), email: z.string(), role: studyRoleSchema })
  .meta({ id: "StudyPerson" });
const memberParameter = studyParameter.extend({ person: idInAddress });

/** Somebody who works on a study. */
export type StudyPerson = z.infer<typeof memberSchema>;

const list = createRoute({
  method: "get",
  path: "/api/studies/{study}/people",
  operationId: "studyPeople",
  ...needs("study:people"),
  ...summary({ de: "Wer an der Studie arbeitet.", en: "Who works on the study." }),
  request: { params: studyParameter },
  responses: {
    200: jsonReply(
      { de: "Die Leute und ihre Rollen.", en: "The people and their roles." },
      z.array(memberSchema),
    ),
    ...refusals(...reading),
  },
});

const add = createRoute({
  method: "post",
  path: "/api/studies/{study}/people",
  operationId: "addStudyPerson",
  ...needs("study:people"),
  ...summary({
    de: "Nimmt jemanden in die Studie auf. Wer hier noch kein Konto hat, bekommt einen Einladungslink.",
    en: "Takes somebody into the study. Whoever has no account here yet gets an invitation link.",
  }),
  request: {
    params: studyParameter,
    body: jsonContent(
      z
        .strictObject({ email: personEmail, role: studyRoleSchema })
        .meta({ id: "StudyPersonToAdd" }),
    ),
  },
  middleware: jsonBody,
  responses: {
    200: jsonReply(
      {
        de: "Aufgenommen; mit Link, wenn ein Konto fehlt.",
        en: "Taken in; with a link if an account is missing.",
      },
      z.strictObject({ link: linkSchema.optional() }),
    ),
    ...refusals(...reading, ...writing, "last-of-its-kind"),
  },
});

const change = createRoute({
  method: "put",
  path: "/api/studies/{study}/people/{person}",
  operationId: "changeStudyRole",
  ...needs("study:people"),
  ...summary({ de: "Ändert eine Rolle.", en: "Changes a role." }),
  request: {
    params: memberParameter,
    body: jsonContent(z.strictObject({ role: studyRoleSchema })),
  },
  middleware: jsonBody,
  responses: {
    204: meaning({ de: "Geändert.", en: "Changed." }),
    ...refusals(...reading, ...writing, "last-of-its-kind"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/api/studies/{study}/people/{person}",
  operationId: "removeStudyPerson",
  ...needs("study:people"),
  ...summary({ de: "Nimmt jemanden aus der Studie.", en: "Takes somebody out of the study." }),
  request: { params: memberParameter },
  responses: {
    204: meaning({ de: "Nicht mehr dabei.", en: "No longer part of it." }),
    ...refusals(...reading, "cross-site", "last-of-its-kind"),
  },
});

/** `/api/studies/<study>/people`: who works on a study, and as what. */
export function studyPeopleRoutes({
  store,
  ...dependencies
}: Pick<
  AppDependencies,
  "store" | "mail" | "consoleUrl" | "defaultLanguage" | "now"
>): OpenAPIHono<AppEnv> {
  const { accounts } = store;
  const member = async (study: string, person: string) => {
    const people = await accounts.peopleOfStudy(study);
    const found = people.find(({ id }) => id === person);
    if (found === undefined) throw new NotFound("no such person");
    return found;
  };
  return new OpenAPIHono<AppEnv>()
    .openapi(list, async (c) => {
      const { slug } = await store.study(c.req.valid("param").study);
      return c.json(await accounts.peopleOfStudy(slug), 200);
    })
    .openapi(add, async (c) => {
      const { slug: study } = await store.study(c.req.valid("param").study);
      const { email, role } = c.req.valid("json");
      const person = await accounts.personByEmail(email);
      if (person !== undefined) {
        if (!(await accounts.setStudyRole({ study, person: person.id, role })))
          throw new Refusal("last-of-its-kind");
        const details = { whose: person.name, whoseId: person.id, role };
        await c.get("audit")({ action: "study-role.given", study, details });
        return c.json({}, 200);
      }
      const link = { kind: "invitation", email, isAdministrator: false, study, role } as const;
      const made = await makeLink({ ...dependencies, store: accounts }, link, {
        ...{ days: linkDays.invitation, requestUrl: c.req.url },
      });
      await c.get("audit")({ action: "person.invited", study, details: { role } });
      return c.json({ link: made }, 200);
    })
    .openapi(change, async (c) => {
      const { study, person } = c.req.valid("param");
      const { role } = c.req.valid("json");
      const { id, name } = await member(study, person);
      if (!(await accounts.setStudyRole({ study, person: id, role })))
        throw new Refusal("last-of-its-kind");
      const details = { whose: name, whoseId: id, role };
      await c.get("audit")({ action: "study-role.given", study, details });
      return c.body(null, 204);
    })
    .openapi(remove, async (c) => {
      const { study, person } = c.req.valid("param");
      const { id, name } = await member(study, person);
      if (!(await accounts.setStudyRole({ study, person: id, role: undefined })))
        throw new Refusal("last-of-its-kind");
      const details = { whose: name, whoseId: id };
      await c.get("audit")({ action: "study-role.taken", study, details });
      return c.body(null, 204);
    });
}
