import { figureMarkup } from "@mehrwert/analysis";

/** Twice as fine as a screen, sharp enough for slides and print. */
const scale = 2;

/**
 * A drawn figure as a PNG picture, made in the page.
 * @throws Error if this browser cannot draw it
 */
export async function figurePng(figure: Element): Promise<Blob> {
  const width = Number(figure.getAttribute("width"));
  const height = Number(figure.getAttribute("height"));
  const image = new Image(width * scale, height * scale);
  // A data address, as the page's policy allows pictures from nowhere else.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(figureMarkup(figure))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("The browser could not make the picture."));
      else resolve(blob);
    }, "image/png");
  });
}
