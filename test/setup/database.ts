import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, startEmbeddedPostgres } from "@mehrwert/store";
import postgres from "postgres";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the test server's administrator, and the name of the migrated database to copy. */
    testDatabase: { adminUrl: string; template: string };
  }
}

/**
 * One PostgreSQL per run, with a migrated database that every test file gets a copy of:
 * `MEHRWERT_TEST_DATABASE_URL`, whose account may create databases, or one of our own in a temporary folder.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer();
  const template = `mehrwert_test_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  await asAdmin(server.adminUrl, `create database ${template} encoding 'UTF8' template template0`);
  const store = await openStore({ databaseUrl: addressOf(server.adminUrl, template) });
  await store.close();
  project.provide("testDatabase", { adminUrl: server.adminUrl, template });
  return async () => {
    await dropAll(server.adminUrl, template);
    await server.stop();
  };
}

async function testServer(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  const given = process.env.MEHRWERT_TEST_DATABASE_URL;
  if (given !== undefined && given !== "") return { adminUrl: given, stop: async () => {} };
  const { folder, remove } = temporaryFolder();
  const { adminUrl, stop } = await startEmbeddedPostgres({ dataFolder: join(folder, "data") });
  return {
    adminUrl,
    stop: async () => {
      await stop();
      remove();
    },
  };
}

/** A fresh folder that the server's account can reach even when the tests run as root; remove it after use. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const isRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(join(isRoot ? "/tmp" : tmpdir(), "mehrwert-test-"));
  if (isRoot) chmodSync(folder, 0o711);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * A fresh copy of the migrated database. Call it at the top of a test file or in `beforeAll`,
 * close every connection to it, then `drop` it in `afterAll`; the end of the run drops what is left.
 *
 * @example const database = await testDatabase(); const store = await openStore({ databaseUrl: database.url });
 */
export async function testDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { inject } = await import("vitest");
  const { adminUrl, template } = inject("testDatabase");
  const name = `${template}_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  await asAdmin(adminUrl, `create database ${name} template ${template}`);
  return {
    url: addressOf(adminUrl, name),
    drop: () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`),
  };
}

/** A connection of one's own to a test database, past the store, to look at what lies there. `end` it before `drop`. */
export function connection(url: string): postgres.Sql {
  return postgres(url, { max: 1, onnotice: () => {} });
}

function addressOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(statement);
  } finally {
    await admin.end({ timeout: 5 });
  }
}

async function dropAll(adminUrl: string, template: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await admin`
      select datname from pg_database where starts_with(datname, ${template})`;
    for (const { datname } of found)
      await admin.unsafe(`drop database if exists ${datname} with (force)`);
  } finally {
    await admin.end({ timeout: 5 });
  }
}
