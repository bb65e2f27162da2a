import { type Hook, OpenAPIHono } from "@hono/zod-openapi";
import { Invalid, NotFound } from "@mehrwert/study";
import { methodNotAllowed } from "hono/method-not-allowed";
import { admissions } from "./admission/admission.ts";
import type { AppDependencies } from "./app-dependencies.ts";
import type { AppEnv } from "./app-env.ts";
import { TranscriptReader } from "./coding/transcript-reader.ts";
import { fieldedInstruments } from "./fielded-instrument.ts";
import { crossSiteGuard } from "./guards/cross-site.ts";
import { hostGuard } from "./guards/host.ts";
import { schemaIssues } from "./guards/schema-issues.ts";
import { instrumentLibrary } from "./library.ts";
import { checklists } from "./life/checklists.ts";
import { problemPage } from "./pages/problem-page.ts";
import { onError, replyToError } from "./problems/on-error.ts";
import { Refusal } from "./problems/refusal.ts";
import { recentStudies } from "./recent-study.ts";
import { requestFrame } from "./request-frame.ts";
import { studyResults } from "./results/study-results.ts";
import { StudyWorker } from "./results/study-worker.ts";
import { authorisation } from "./rights/authorisation.ts";
import { accessTokenRoutes } from "./routes/access-token.ts";
import { accessibilityRoutes } from "./routes/accessibility.ts";
import { accessibilityFeedbackRoutes } from "./routes/accessibility-feedback.ts";
import { admissionRoutes } from "./routes/admission.ts";
import { auditRoutes } from "./routes/audit.ts";
import { codeSheetRoutes } from "./routes/code-sheet.ts";
import { codingEventRoutes } from "./routes/coding-events.ts";
import { codingExportRoutes } from "./routes/coding-export.ts";
import { codingProjectRoutes } from "./routes/coding-project.ts";
import { codingTranscriptRoutes } from "./routes/coding-transcripts.ts";
import { datasetRoutes } from "./routes/dataset.ts";
import { fieldworkRoutes } from "./routes/fieldwork.ts";
import { frozenDatasetRoutes } from "./routes/frozen-dataset.ts";
import { handOverRoutes } from "./routes/hand-over.ts";
import { healthRoutes } from "./routes/health.ts";
import { instrumentRoutes } from "./routes/instrument.ts";
import { instrumentVersionRoutes } from "./routes/instrument-version.ts";
import { invitationRoutes } from "./routes/invitation.ts";
import { libraryRoutes } from "./routes/library.ts";
import { libraryCheckRoutes } from "./routes/library-checks.ts";
import { libraryDictionaryRoutes } from "./routes/library-dictionary.ts";
import { libraryDraftRoutes } from "./routes/library-draft.ts";
import { libraryImportRoutes } from "./routes/library-import.ts";
import { libraryVersionRoutes } from "./routes/library-version.ts";
import { mailingRoutes } from "./routes/mailing.ts";
import { meRoutes } from "./routes/me.ts";
import { oneTimeLinkRoutes } from "./routes/one-time-link.ts";
import { addApiDescription } from "./routes/openapi.ts";
import { operatorViewRoutes } from "./routes/operator-view.ts";
import { passkeyRoutes } from "./routes/passkey.ts";
import { passwordResetRoutes } from "./routes/password-reset.ts";
import { peopleRoutes } from "./routes/people.ts";
import { pilotRoutes } from "./routes/pilot.ts";
import { pilotTestingRoutes } from "./routes/pilot-testing.ts";
import { previewRoutes } from "./routes/preview.ts";
import { problemRoutes } from "./routes/problem.ts";
import { reminderRoutes } from "./routes/reminder.ts";
import { responseDraftRoutes } from "./routes/response-draft.ts";
import { resultsRoutes } from "./routes/results.ts";
import { secondFactorRoutes } from "./routes/second-factor.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { studyRoutes } from "./routes/study.ts";
import { studyPeopleRoutes } from "./routes/study-people.ts";
import { studyPlanRoutes } from "./routes/study-plan.ts";
import { studyStageRoutes } from "./routes/study-stage.ts";
import { surveyResponseRoutes } from "./routes/survey-response.ts";
import { withdrawalRoutes } from "./routes/withdrawal.ts";
import { withdrawalPageRoutes } from "./routes/withdrawal-page.ts";
import { participantRoutes } from "./web-apps/participant-routes.ts";
import { webAppRoutes } from "./web-apps/web-app-routes.ts";

const routesOfAccounts = [
  oneTimeLinkRoutes,
  signInRoutes,
  passwordResetRoutes,
  meRoutes,
  secondFactorRoutes,
  passkeyRoutes,
  accessTokenRoutes,
  peopleRoutes,
  studyPeopleRoutes,
  auditRoutes,
];

const routesOfFieldwork = [
  invitationRoutes,
  mailingRoutes,
  reminderRoutes,
  fieldworkRoutes,
  codeSheetRoutes,
];

const routesOfLibrary = [
  libraryRoutes,
  libraryImportRoutes,
  libraryDraftRoutes,
  libraryVersionRoutes,
  libraryCheckRoutes,
  libraryDictionaryRoutes,
  instrumentVersionRoutes,
];

const routesOfCoding = [
  codingProjectRoutes,
  codingEventRoutes,
  codingTranscriptRoutes,
  codingExportRoutes,
];

const routesOfLife = [
  studyPlanRoutes,
  studyStageRoutes,
  frozenDatasetRoutes,
  pilotRoutes,
  pilotTestingRoutes,
  handOverRoutes,
];

/** What a route's schema refuses: an address that cannot exist is not found, a body is invalid. */
const refuseUnlessParsed: Hook<unknown, AppEnv, string, void> = (result) => {
  if (result.success) return;
  if (result.target === "param") throw new NotFound("no such address");
  throw new Invalid("schema", schemaIssues(result.error.issues));
};

function addFallbacks(app: OpenAPIHono<AppEnv>, dependencies: AppDependencies): void {
  app.onError(onError(dependencies.log));
  app.notFound((c) => {
    const isPage = c.req.header("accept")?.includes("text/html") && !c.req.path.startsWith("/api/");
    if (isPage) return c.html(problemPage("not-found", c.get("language")), 404);
    return replyToError(c, new NotFound("no such address"));
  });
}

/**
 * The whole HTTP interface: API, its description, and the two web apps. Nothing in it is a global; two apps can live
 * in one process.
 *
 * @example createApp({ store, instruments, now, log, webApps, softwareVersion }).request("/health")
 */
export function createApp(dependencies: AppDependencies): OpenAPIHono<AppEnv> {
  const { log, defaultLanguage, newRequestId, publicHosts = [], softwareVersion } = dependencies;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseUnlessParsed });
  addFallbacks(app, dependencies);
  app.use(requestFrame({ log, defaultLanguage, newRequestId }));
  app.use(hostGuard(publicHosts));
  app.use(crossSiteGuard);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const reply = replyToError(c, new Refusal("method-not-allowed"));
        reply.headers.set("allow", methods.join(", "));
        return reply;
      },
    }),
  );
  app.use(authorisation({ ...dependencies, app, store: dependencies.store.accounts }));
  const worker = new StudyWorker();
  const library = instrumentLibrary(dependencies.instruments, dependencies.store);
  const fieldedInstrument = fieldedInstruments(library.find);
  const results = studyResults({ ...dependencies, fieldedInstrument, worker });
  app.route("/", healthRoutes(dependencies));
  app.route("/", studyRoutes(dependencies));
  app.route("/", instrumentRoutes({ ...dependencies, library }));
  const withLibrary = { ...dependencies, library, worker };
  for (const routes of routesOfLibrary) app.route("/", routes(withLibrary));
  for (const routes of routesOfFieldwork) app.route("/", routes(dependencies));
  const forPlanners = {
    ...withLibrary,
    fieldedInstrument,
    studyResults: results,
    checklistOf: checklists({ worker, fieldedInstrument }),
  };
  for (const routes of routesOfLife) app.route("/", routes(forPlanners));
  const forParticipants = {
    ...dependencies,
    fieldedInstrument,
    admit: admissions(dependencies.store),
    studies: recentStudies(dependencies),
  };
  app.route("/", admissionRoutes(dependencies));
  app.route("/", responseDraftRoutes(forParticipants));
  app.route("/", surveyResponseRoutes(forParticipants));
  app.route("/", withdrawalRoutes(dependencies));
  app.route("/", resultsRoutes({ ...dependencies, studyResults: results }));
  app.route("/", datasetRoutes({ ...dependencies, studyResults: results }));
  app.route("/", accessibilityFeedbackRoutes(dependencies));
  for (const routes of routesOfAccounts) app.route("/", routes(dependencies));
  const forCoders = { ...dependencies, transcripts: new TranscriptReader() };
  for (const routes of routesOfCoding) app.route("/", routes(forCoders));
  addApiDescription(app, softwareVersion);
  app.route("/", problemRoutes());
  app.route("/", accessibilityRoutes(dependencies));
  app.route("/", operatorViewRoutes(dependencies));
  app.route("/", previewRoutes(dependencies));
  app.route("/", withdrawalPageRoutes(dependencies));
  app.route("/", participantRoutes({ ...dependencies, fieldedInstrument }));
  app.route("/", webAppRoutes(dependencies));
  return app;
}
