import type { Right } from "./right.ts";

/** Declares the right a route needs, beside its `summary`: `createRoute({ ...needs("study:plan"), … })`. */
export const needs = <R extends Right>(right: R) => ({ "x-right": right }) as const;
