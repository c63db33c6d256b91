/** How the reader wants the program to be. Every field has a default, so that an empty file is a good one. */
import { z } from 'zod';

export const TYPE_SIZES = [80, 90, 100, 115, 130, 150, 175, 200] as const;

export const settingsFields = {
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  typeSize: z.literal(TYPE_SIZES).default(100).describe('Size of the type, per cent'),
  face: z.enum(['serif', 'sans']).default('serif').describe('Typeface of the texts'),
  calendarFirst: z
    .enum(['lived', 'ns'])
    .default('lived')
    .describe('Which date stands first: the one people lived by, or the New Style'),
  paper: z.enum(['a4', 'letter']).default('a4'),
  startPage: z.enum(['home', 'timeline', 'people', 'guides', 'last']).default('home'),
};

export const settingsSchema = z.strictObject(settingsFields);
export type Settings = z.infer<typeof settingsSchema>;

/** A change of some fields. A field is never removed, only given another value. */
export const settingsChangeSchema = z
  .strictObject({
    theme: settingsFields.theme.unwrap(),
    typeSize: settingsFields.typeSize.unwrap(),
    face: settingsFields.face.unwrap(),
    calendarFirst: settingsFields.calendarFirst.unwrap(),
    paper: settingsFields.paper.unwrap(),
    startPage: settingsFields.startPage.unwrap(),
  })
  .partial();
export type SettingsChange = z.infer<typeof settingsChangeSchema>;
