import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { settingsChangeSchema } from '../settings/settings-schema.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { ProblemError, refuse } from './problem.ts';

/** `GET` the settings, `PATCH` some of them (RFC 7386). */
export function createSettingsRoutes(settings: SettingsStore) {
  return new Hono()
    .get('/', (context) => context.json({ settings: settings.current, notices: [...settings.notices] }))
    .patch('/', zValidator('json', settingsChangeSchema, refuse('settings')), (context) => {
      try {
        return context.json({ settings: settings.change(context.req.valid('json')) });
      } catch (error) {
        const { code, path } = error as NodeJS.ErrnoException;
        if (!code) throw error;
        throw new ProblemError(
          507,
          'The settings cannot be saved',
          `${path ?? 'The data folder'} cannot be written (${code}). Free some space or check who may write there; until then they hold only for this window.`,
        );
      }
    });
}
