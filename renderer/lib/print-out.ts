import { desktop } from './desktop.ts';
import type { PrintChoices } from './print-address.ts';

/** The browser tells nobody when a dialog was cancelled, so a frame that was printed is not kept longer. */
const FRAME_LASTS_MS = 600_000;

/** Prints a document of the archive by the system's dialog, which the shell opens, or by the browser's. */
export async function printDocument(address: string, paper: PrintChoices['paper']): Promise<void> {
  if (desktop) await desktop.printDocument(address, paper);
  else await printInFrame(address);
}

/** Prints what a frame of the page shows. */
export function printFrame(frame: HTMLIFrameElement | undefined): void {
  frame?.contentWindow?.focus();
  frame?.contentWindow?.print();
}

async function printInFrame(address: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.className = 'visually-hidden';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.src = address;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  await frame.contentDocument?.fonts.ready;
  const remove = () => frame.remove();
  frame.contentWindow?.addEventListener('afterprint', remove, { once: true });
  setTimeout(remove, FRAME_LASTS_MS);
  printFrame(frame);
}
