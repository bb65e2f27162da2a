import { join } from "node:path";

/** Where everything of a coding project lies below its folder. */
export const folderLayout = {
  project: (folder: string) => join(folder, "project.json"),
  codebook: (folder: string) => join(folder, "codebook.json"),
  readme: (folder: string) => join(folder, "README.md"),
  exchange: (folder: string) => join(folder, "exchange.json"),
  importReport: (folder: string) => join(folder, "import-report.json"),
  lock: (folder: string) => join(folder, ".lock"),
  events: (folder: string) => join(folder, "events"),
  eventFile: (folder: string, person: string) => join(folder, "events", `${person}.jsonl`),
  transcripts: (folder: string) => join(folder, "transcripts"),
  transcript: (folder: string, document: string, version: number) =>
    join(folder, "transcripts", `${document}.v${version}.txt`),
} as const;

/** What `README.md` of a new project says to whoever opens the folder without the program. */
export const folderReadme = `# Coding project

Plain files. Everything can be read without a program and kept under version control; nothing is ever written over.

| File | Holds |
|---|---|
| \`project.json\` | name and format of the project |
| \`codebook.json\` | the codebook the project began with |
| \`transcripts/E1.v1.txt\` | the text of a transcript, UTF-8; a correction is a new file (\`v2\`) |
| \`events/anna.jsonl\` | everything anna did, one JSON object per line, oldest first; lines are only ever added |
| \`import-report.json\` | if the project came from another program: what was read how, and what was left out |
| \`exchange.json\` | the same: what that program called things, for exports |

The state of the project is the codebook plus all events, in the order of \`sequence\`. Positions (\`start\`, \`end\`) are
Unicode code points from 0; \`end\` is the first one that no longer belongs to the passage.

\`mehrwert code show FOLDER\` shows the project, \`mehrwert code list FOLDER\` every coding, \`mehrwert code log FOLDER\` what
was done. To join the work of two computers, put their event files side by side; of one person's file, keep the lines of both.
`;

/** Line ends are part of the texts: version control must not change them. */
export const gitAttributes = "* -text\n";
export const gitIgnore = ".lock*\n*.partial-*\n";
