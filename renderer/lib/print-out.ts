import type { DesktopBridge } from '../../main/desktop/bridge.ts';
import { desktop } from './desktop.ts';

/** The browser tells nobody when a dialog was cancelled, so a frame that was printed is not kept longer. */
const FRAME_LASTS_MS = 600_000;

/** A shell that prints documents itself; older ones leave it to the window. */
type PrintingShell = DesktopBridge & { printDocument?: (address: string) => Promise<unknown> };

/** Prints a document of the archive by the system's dialog, which the shell opens, or by the browser's. */
export async function printDocument(address: string): Promise<void> {
  const shell = desktop as PrintingShell | undefined;
  if (shell?.printDocument) await shell.printDocument(address);
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
