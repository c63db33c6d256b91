import type * as Electron from 'electron';
import { record } from './record.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];

export const handlers = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => void record.schemes.push(...schemes),
  handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler),
};
