/** What the map of the empire shows besides land and places. Drawn for this project; rivers and lakes are simplified. */

import { corners } from './map-projection.ts';

/** Rivers by which a reader finds the way, through the towns they pass. */
export const RIVERS = [
  // Volga
  `57.0 33.5, 56.86 35.9, 56.75 37.2, 58.05 38.85, 57.63 39.9, 57.77 40.93, 57.5 42.1, 56.9 43.2,
    56.33 44.0, 56.1 46.0, 55.85 48.0, 55.7 49.0, 55.1 49.2, 54.3 48.45, 53.4 49.0, 53.5 49.5, 53.18 50.05,
    53.15 48.5, 52.5 47.9, 51.5 46.05, 50.1 45.4, 48.7 44.55, 48.3 45.9, 47.2 47.3, 46.35 48.0, 45.8 47.8`,
  // Oka and Kama
  `52.97 36.07, 54.5 36.25, 54.85 38.2, 55.1 38.8, 54.63 39.75, 55.58 42.05, 56.33 44.0`,
  `58.4 56.4, 58.0 56.2, 56.8 54.1, 55.75 52.4, 55.4 50.3, 55.2 49.3`,
  // Don and Dnieper
  `53.9 38.3, 52.6 38.9, 51.65 39.1, 50.0 40.4, 49.6 42.1, 48.9 43.6, 48.0 42.5, 47.5 40.7, 47.2 39.7,
    47.1 39.3`,
  `54.8 32.1, 54.5 30.4, 53.9 30.3, 53.1 30.05, 52.4 30.9, 51.3 30.6, 50.45 30.55, 49.45 32.05, 49.05 33.4,
    48.47 35.05, 47.85 35.15, 47.55 34.4, 46.65 32.65, 46.5 32.1`,
  // Dniester, Danube, Vistula, Niemen, Dvina
  `49.4 23.5, 48.9 25.5, 48.5 26.5, 48.2 28.3, 46.85 29.6, 46.3 30.2`,
  `48.2 16.4, 47.5 19.05, 45.8 18.9, 44.82 20.45, 44.6 22.7, 43.85 24.9, 44.1 26.7, 44.6 27.9, 45.45 28.05,
    45.2 28.9, 45.15 29.6`,
  `50.06 19.95, 50.7 21.75, 51.6 21.6, 52.25 21.0, 52.65 19.1, 53.1 18.0, 54.3 18.95`,
  `53.6 25.8, 53.68 23.85, 54.9 23.9, 55.1 22.1, 55.3 21.3`,
  `55.6 31.2, 55.2 30.2, 55.48 28.8, 55.87 26.5, 56.5 25.85, 56.65 25.1, 56.95 24.1, 57.05 24.0`,
  // Northern Dvina, Ural, Syr Darya and Amu Darya
  `60.75 46.3, 61.25 46.65, 62.5 43.5, 64.15 41.9, 64.55 40.5`,
  `53.4 59.0, 51.2 58.55, 51.75 55.1, 51.2 51.4, 49.0 51.7, 47.1 51.9`,
  `40.9 71.7, 40.3 69.6, 41.8 68.2, 44.0 66.9, 44.85 65.5, 45.8 62.1, 46.1 60.9`,
  `37.2 67.3, 38.0 65.2, 39.5 63.0, 41.0 61.8, 42.5 59.6, 43.7 59.0`,
  // Ob with the Irtysh, Yenisei, Angara, Lena, Amur
  `53.35 83.8, 55.0 82.9, 57.0 83.9, 58.9 81.5, 60.9 76.5, 61.1 69.0, 64.0 65.4, 66.5 66.6, 66.6 69.5`,
  `48.0 84.0, 50.4 80.25, 52.3 76.95, 55.0 73.4, 57.0 74.4, 58.2 68.25, 61.1 69.0`,
  `51.7 94.4, 53.7 91.4, 56.0 92.9, 58.1 92.6, 61.6 90.0, 65.8 88.0, 69.4 86.2, 71.8 82.7`,
  `51.87 104.8, 52.3 104.3, 56.1 101.8, 58.4 97.4, 58.1 93.0`,
  `54.0 108.0, 56.8 105.7, 57.8 108.1, 59.6 112.6, 60.7 114.9, 60.4 120.4, 62.0 129.7, 64.5 126.7,
    67.0 123.4, 71.0 127.3`,
  `53.3 121.5, 52.9 124.6, 50.25 127.5, 48.0 130.8, 48.5 135.1, 50.55 137.0, 53.1 140.7`,
].map(corners);

/** Lakes and the Aral Sea, with the shores of 1917. */
export const LAKES = [
  // Ladoga
  `59.95 31.05, 59.9 32.0, 60.2 32.6, 60.7 32.9, 61.2 32.4, 61.6 31.4, 61.7 30.7, 61.2 30.0, 60.7 30.2,
    60.3 30.9`,
  // Onega
  `61.0 35.5, 60.9 36.3, 61.6 36.4, 62.5 35.7, 62.8 34.9, 62.1 34.6, 61.5 34.9`,
  // Peipus
  `59.0 27.2, 58.95 27.9, 58.3 27.6, 57.9 28.1, 57.9 27.7, 58.4 27.2, 58.8 26.95`,
  // Ilmen
  `58.45 31.3, 58.3 31.7, 58.1 31.4, 58.2 30.95`,
  // Van and Urmia
  `38.45 42.3, 38.75 42.7, 38.95 43.3, 38.65 43.3, 38.4 43.1, 38.35 42.6`,
  `38.2 45.2, 37.9 45.75, 37.3 45.9, 37.1 45.5, 37.6 45.15`,
  // The Aral Sea
  `46.75 61.6, 46.3 61.2, 45.6 61.4, 44.6 61.3, 43.7 60.6, 43.6 59.3, 44.4 58.3, 45.7 58.5, 46.2 59.6,
    46.8 60.2`,
  // Balkhash
  `46.6 74.0, 46.75 75.0, 46.6 77.0, 46.85 79.0, 46.45 78.9, 46.2 76.5, 45.3 74.2, 45.4 73.7`,
  // Baikal
  `51.6 103.8, 52.4 106.0, 53.3 107.6, 54.5 109.0, 55.7 109.8, 55.5 109.0, 54.0 108.4, 53.2 108.0,
    52.5 106.9, 51.5 104.9`,
].map(corners);

/** A name written on the map, where it may be seen. */
export interface MapName {
  /** Key of its words in the messages. */
  key: 'seas' | 'regions';
  name: string;
  lat: number;
  lon: number;
  /** The least zoom at which it is written. */
  from: number;
}

/** Seas and regions, the largest first, for they are written in this order while there is room. */
export const EMPIRE_NAMES = [
  { key: 'regions', name: 'siberia', lat: 62.5, lon: 96, from: 0 },
  { key: 'regions', name: 'turkestan', lat: 42.8, lon: 63.8, from: 0 },
  { key: 'regions', name: 'farEast', lat: 53.5, lon: 130, from: 0 },
  { key: 'seas', name: 'arctic', lat: 76, lon: 65, from: 0 },
  { key: 'seas', name: 'black', lat: 43.3, lon: 34.2, from: 0 },
  { key: 'seas', name: 'caspian', lat: 42.2, lon: 50.6, from: 0 },
  { key: 'seas', name: 'baltic', lat: 56.9, lon: 19.3, from: 0 },
  { key: 'regions', name: 'ottoman', lat: 39.2, lon: 33.5, from: 0 },
  { key: 'regions', name: 'persia', lat: 34.5, lon: 54, from: 0 },
  { key: 'regions', name: 'china', lat: 42, lon: 98, from: 0 },
  { key: 'regions', name: 'mongolia', lat: 46.8, lon: 103, from: 0 },
  { key: 'regions', name: 'steppe', lat: 48.6, lon: 67.5, from: 0 },
  { key: 'regions', name: 'urals', lat: 60.8, lon: 59.5, from: 0 },
  { key: 'regions', name: 'ukraine', lat: 49.3, lon: 32.4, from: 1.6 },
  { key: 'regions', name: 'finland', lat: 63.2, lon: 26.8, from: 1.4 },
  { key: 'regions', name: 'austria', lat: 47.3, lon: 19.6, from: 1.2 },
  { key: 'regions', name: 'germany', lat: 52.7, lon: 14.2, from: 1.2 },
  { key: 'regions', name: 'poland', lat: 52.0, lon: 20.6, from: 1.8 },
  { key: 'regions', name: 'sweden', lat: 63.6, lon: 15.6, from: 1.2 },
  { key: 'regions', name: 'romania', lat: 44.5, lon: 25.3, from: 1.8 },
  { key: 'regions', name: 'caucasus', lat: 43.0, lon: 43.6, from: 1.8 },
  { key: 'regions', name: 'don', lat: 48.7, lon: 42.2, from: 2.2 },
  { key: 'regions', name: 'volga', lat: 54.4, lon: 46.3, from: 2.2 },
  { key: 'regions', name: 'crimea', lat: 45.4, lon: 34.4, from: 3 },
  { key: 'regions', name: 'kuban', lat: 45.3, lon: 39.3, from: 2.5 },
  { key: 'regions', name: 'galicia', lat: 49.3, lon: 23.7, from: 3 },
  { key: 'regions', name: 'bessarabia', lat: 47.0, lon: 28.7, from: 3 },
  { key: 'regions', name: 'livonia', lat: 57.5, lon: 25.4, from: 4 },
  { key: 'regions', name: 'estland', lat: 58.9, lon: 25.8, from: 3.5 },
  { key: 'regions', name: 'courland', lat: 56.7, lon: 22.3, from: 3.5 },
  { key: 'regions', name: 'lithuania', lat: 55.4, lon: 23.7, from: 3 },
  { key: 'regions', name: 'belarus', lat: 53.2, lon: 28.6, from: 2.5 },
  { key: 'regions', name: 'armenia', lat: 40.2, lon: 43.3, from: 3.5 },
  { key: 'regions', name: 'transbaikalia', lat: 52.3, lon: 113.5, from: 1 },
  { key: 'regions', name: 'manchuria', lat: 45.8, lon: 126, from: 0.5 },
  { key: 'seas', name: 'white', lat: 65.8, lon: 38.3, from: 1.4 },
  { key: 'seas', name: 'okhotsk', lat: 55.5, lon: 146, from: 0 },
  { key: 'seas', name: 'bothnia', lat: 61.8, lon: 19.9, from: 2.2 },
  { key: 'seas', name: 'gulfFinland', lat: 59.75, lon: 25.9, from: 4 },
  { key: 'seas', name: 'gulfRiga', lat: 57.75, lon: 23.5, from: 5 },
  { key: 'seas', name: 'azov', lat: 46.1, lon: 36.6, from: 3 },
  { key: 'seas', name: 'aral', lat: 45.2, lon: 59.9, from: 1.4 },
  { key: 'seas', name: 'ladoga', lat: 60.8, lon: 31.4, from: 4 },
  { key: 'seas', name: 'baikal', lat: 53.4, lon: 108.1, from: 1.4 },
] as const satisfies readonly MapName[];
