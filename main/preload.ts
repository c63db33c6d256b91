/** The few things only a desktop can do. Bundled to CommonJS, for a sandboxed preload must be. */
import { contextBridge } from 'electron';

contextBridge.exposeInMainWorld('desktop', { platform: process.platform });
