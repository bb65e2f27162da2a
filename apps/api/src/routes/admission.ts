import { createHash } from "node:crypto";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { fromBase64url, toBase64url } from "@mehrwert/privacy";
import { admissionSchema, type Study } from "@mehrwert/study";
import { isBelowModulus } from "../admission/admission.ts";
import { CredentialSigner } from "../admission/credential-signer.ts";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { inWholeSteps } from "../in-whole-steps.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const participationCode = admissionSchema.shape.participationCode.unwrap();

const requestSchema = z
  .strictObject({
    participationCode,
    /** The response's id, blinded: as long as the key's modulus, base64url. */
    blinded: z.string().regex(/^[A-Za-z0-9_-]{300,1024}$/),
  })
  .meta({ id: "CredentialRequest" });

const refused = [
  "malformed",
  "cross-site",
  "not-found",
  "not-admitted",
  "too-large",
  "not-json",
  "invalid",
  "unexpected",
  "unavailable",
  "storage-full",
] as const;

const credential = createRoute({
  method: "post",
  path: "/api/studies/{study}/credentials",
  operationId: "signCredential",
  ...needs("public"),
  ...summary({
    de: "Unterschreibt blind, was jemand mit einem Teilnahmecode vorlegt, und verbraucht den Code. Dieselbe Anfrage noch einmal wird wieder erfüllt, eine andere nicht.",
    en: "Signs blindly what somebody with a participation code presents, and uses the code up. The same request again is granted again, another one is not.",
  }),
  request: {
    params: studyParameter,
    body: { required: true, content: { "application/json": { schema: requestSchema } } },
  },
  middleware: jsonBody,
  responses: {
    200: {
      ...meaning({ de: "Die blinde Unterschrift.", en: "The blind signature." }),
      content: { "application/json": { schema: z.strictObject({ signature: z.string() }) } },
    },
    ...refusals(...refused, "closed"),
  },
});

const check = createRoute({
  method: "post",
  path: "/api/studies/{study}/participation-checks",
  operationId: "checkParticipationCode",
  ...needs("public"),
  ...summary({
    de: "Sagt, ob mit einem Teilnahmecode begonnen werden kann. Verbraucht nichts.",
    en: "Tells whether somebody can begin with a participation code. Uses nothing up.",
  }),
  request: {
    params: studyParameter,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({ participationCode }).meta({ id: "ParticipationCheck" }),
        },
      },
    },
  },
  middleware: jsonBody,
  responses: {
    200: {
      ...meaning({
        de: "Ob der Code frei ist. Ein falscher und ein verbrauchter werden nicht unterschieden.",
        en: "Whether the code is free. A wrong one and a used one are not told apart.",
      }),
      content: { "application/json": { schema: z.strictObject({ isFree: z.boolean() }) } },
    },
    ...refusals(...refused),
  },
});

/** Every reply takes a whole number of these, so that its time tells wrong codes and used ones apart as little as its text. */
const stepMs = 50;

/**
 * `POST /api/studies/<study>/credentials` and `/participation-checks`: what stands between an invitation and the answers.
 * Neither knows which response it is about.
 */
export function admissionRoutes({ store }: Pick<AppDependencies, "store">): OpenAPIHono<AppEnv> {
  const signer = new CredentialSigner();

  const signature = async (
    { slug: study, credentialKey }: Study,
    code: string,
    blinded: string,
  ): Promise<string> => {
    const bytes = fromBase64url(blinded);
    const privateKey = await store.credentialPrivateKey(study);
    // What cannot be signed must not cost anybody the invitation.
    const canBeSigned = bytes && credentialKey && isBelowModulus(bytes, credentialKey.spki);
    if (!canBeSigned || privateKey === undefined) throw new Refusal("not-admitted");
    const mark = createHash("sha256").update(bytes).digest();
    if (!(await store.useInvitation({ study, code, mark }))) throw new Refusal("not-admitted");
    const signed = await signer.sign(privateKey, bytes);
    if (signed === undefined) throw new Refusal("unavailable");
    return toBase64url(signed);
  };

  return new OpenAPIHono<AppEnv>()
    .openapi(credential, async (c) => {
      const study = await store.study(c.req.valid("param").study);
      if (study.status !== "fielding") throw new Refusal("closed");
      const { participationCode: code, blinded } = c.req.valid("json");
      const signed = await inWholeSteps(stepMs, () => signature(study, code, blinded));
      return c.json({ signature: signed }, 200);
    })
    .openapi(check, async (c) => {
      const { slug: study, mode, status } = await store.study(c.req.valid("param").study);
      const { participationCode: code } = c.req.valid("json");
      const isFree = await inWholeSteps(stepMs, async () =>
        mode === "confidential"
          ? (await store.panelistWith({ study, code })) !== undefined
          : store.isInvitationFree({ study, code }),
      );
      return c.json({ isFree: isFree && status === "fielding" }, 200);
    });
}
