/** What the description of an exported project says when its interviews or codings are made up; known again on import. */
export const madeUpSentence =
  "Die Gespräche oder Kodierungen sind erfunden. / Interviews or codings are made up.";
