// A worker thread of Node 20 does not inherit the loader for TypeScript; this file gives it one.
import { register } from "tsx/esm/api";

register();
await import("./reading-thread.ts");
