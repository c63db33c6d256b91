/** pdf.js, loaded with the first preview. Its worker is a file of our own origin; no fonts or maps of its own are needed. */
import { GlobalWorkerOptions, PDFWorker, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;
/** One for all previews: starting it takes longer than reading a guide. */
const worker = PDFWorker.create({});

export type { PDFDocumentProxy };

/** Opens a PDF. The bytes go to the worker, so a copy is given to it. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), worker, useWasm: false, useSystemFonts: false }).promise;
}

/**
 * Draws a page in one go: what stood on the canvas stays until the new picture is ready.
 * @param width in CSS pixels
 * @returns the page's width by its height
 * @throws when the document was closed, or the signal's reason
 */
export async function drawPage(
  pdf: PDFDocumentProxy,
  {
    number,
    width,
    canvas,
    signal,
  }: { number: number; width: number; canvas: HTMLCanvasElement; signal: AbortSignal },
): Promise<number> {
  const page = await pdf.getPage(number);
  signal.throwIfAborted();
  const { width: points } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (width * devicePixelRatio) / points });
  const fresh = document.createElement('canvas');
  fresh.width = Math.round(viewport.width);
  fresh.height = Math.round(viewport.height);
  const task = page.render({ canvas: fresh, viewport });
  const cancel = () => task.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    await task.promise;
  } finally {
    signal.removeEventListener('abort', cancel);
    page.cleanup();
  }
  signal.throwIfAborted();
  canvas.width = fresh.width;
  canvas.height = fresh.height;
  canvas.getContext('2d')?.drawImage(fresh, 0, 0);
  return viewport.width / viewport.height;
}
