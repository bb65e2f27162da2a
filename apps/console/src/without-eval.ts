import { config } from "zod";

/*
 * Zod tries whether it may build parsers from text. Our policy forbids it, which it survives, but browsers report the
 * attempt as a violation; a report must mean an attack. Comes before everything that parses.
 */
config({ jitless: true });
