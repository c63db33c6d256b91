/** Runs a sandboxed preload in the page, with the one module it may require. */
export function preloadScript(preload: string): string {
  return `(() => {
    const { __invoke, __open, __title } = window;
    window.open = (url) => { void __open(String(new URL(url, location.href))); return null; };
    addEventListener('DOMContentLoaded', () => {
      const tell = () => void __title(document.title);
      new MutationObserver(tell).observe(document.head, { childList: true, subtree: true, characterData: true });
      tell();
    });
    window.__heard = {};
    const exposeInMainWorld = (name, api) => Object.defineProperty(window, name, { value: Object.freeze(api) });
    const ipcRenderer = {
      invoke: (channel, ...args) => __invoke(channel, args),
      on: (channel, listener) => (window.__heard[channel] ??= []).push(listener),
    };
    const require = () => ({ contextBridge: { exposeInMainWorld }, ipcRenderer });
    const process = { platform: ${JSON.stringify(process.platform)} };
    const module = { exports: {} }, exports = module.exports;
    ${preload}
  })();`;
}
