import own from "../package.json" with { type: "json" };

/** The version of Mehrwert, as datasets and reports name it. */
export const softwareVersion: string = own.version;
