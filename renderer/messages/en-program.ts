/** The words of the program itself: its settings, what it is made of, whose work is in it. */
export const settings = {
  title: 'Settings',
  intro: 'Each takes effect at once and in every window.',
  unsaved: 'The settings could not be saved; they hold for this window only. Start the program again.',
  theme: { title: 'Theme', system: 'As the system', light: 'Light', dark: 'Dark' },
  typeSize: { title: 'Size of the type', value: '{{value}} %' },
  face: { title: 'Typeface', serif: 'With serifs', sans: 'Without serifs' },
  calendarFirst: {
    title: 'Which date stands first',
    lived: 'The one people lived by: Old Style in Russia',
    ns: 'New Style, as today',
  },
  paper: { title: 'Paper', a4: 'A4', letter: 'US Letter' },
  startPage: {
    title: 'Start with',
    home: 'The home page',
    timeline: 'The timeline',
    people: 'The people',
    guides: 'The reading guides',
    last: 'The page read last',
  },
  dataFolder: 'Data folder',
  dataFolderText: 'What you set and make is kept in this folder and nowhere else. It may be on a USB stick.',
  openFolder: 'Open the folder',
  chooseFolder: 'Choose another…',
} as const;

export const about = {
  text: 'A library about the Russian Revolution of 1917 that needs no network.',
  version: 'Version',
  parts: 'Made with',
  partsList: 'Electron {{electron}}, Chromium {{chromium}}, Node {{node}}',
  system: 'System',
  dataFolder: 'Data folder',
  portable: 'portable',
  log: 'Log of errors',
  emptyLog: 'Nothing has gone wrong.',
  copy: 'Copy all this with the log',
  copied: 'Copied.',
  close: 'Close',
} as const;

export const licences = {
  title: 'Licences',
  intro:
    'The program is under the MIT licence, its texts under CC BY-SA 4.0. It contains the work of many others, under these licences.',
  missing: 'The list of licences is missing from this copy. Build or install the program again.',
} as const;
