import type { DesktopBridge } from '../../main/desktop/bridge.ts';

declare global {
  interface Window {
    /** Given by the preload; absent in a browser. */
    readonly desktop?: DesktopBridge;
  }
}

/** The shell, where the window runs in one. */
export const desktop: DesktopBridge | undefined = window.desktop;

/** The key that the system's own shortcuts start with. */
export const COMMAND_KEY = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl';
