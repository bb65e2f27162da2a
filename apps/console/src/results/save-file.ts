/** Hands a text or a picture to the reader as a file, made in the page; nothing is sent. */
export function saveFile(name: string, mediaType: string, content: string | Blob): void {
  const isText = typeof content === "string";
  const blob = isText ? new Blob([content], { type: `${mediaType};charset=utf-8` }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
