/**
 * The file beside an archive that holds what the standard cannot carry.
 *
 * @example nativeFileName("study.qdpx") // "study.mehrwert.json"
 */
export function nativeFileName(archive: string): string {
  return `${archive.replace(/\.[^./\\]*$/, "")}.mehrwert.json`;
}
