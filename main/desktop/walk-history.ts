import type { BrowserWindow } from 'electron';

export function goBack({ webContents }: BrowserWindow): void {
  if (webContents.navigationHistory.canGoBack()) webContents.navigationHistory.goBack();
}

export function goForward({ webContents }: BrowserWindow): void {
  if (webContents.navigationHistory.canGoForward()) webContents.navigationHistory.goForward();
}

/** Back and forward by the mouse's side buttons (Windows, Linux) and by a swipe of three fingers (macOS). */
export function walkByGesture(window: BrowserWindow): void {
  window.on('app-command', (event, command) => {
    if (command !== 'browser-backward' && command !== 'browser-forward') return;
    event.preventDefault();
    (command === 'browser-backward' ? goBack : goForward)(window);
  });
  window.on('swipe', (_event, direction) => {
    if (direction === 'left') goBack(window);
    if (direction === 'right') goForward(window);
  });
}
