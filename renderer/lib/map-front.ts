import { corners, type Coordinates } from './map-projection.ts';

/**
 * The line of the front in three states, drawn for this project through the towns it passed. It is approximate: no map of
 * the trenches was followed, and between two towns the line is straight.
 */
export const FRONT_STATES = ['spring', 'tarnopol', 'riga'] as const;
export type FrontState = (typeof FRONT_STATES)[number];

/** The first day, Old Style, on which a state is shown: Tarnopol was left on 11 July, Riga on 21 August 1917. */
const SINCE: Record<FrontState, string> = { spring: '', tarnopol: '1917-07-11', riga: '1917-08-21' };

/** How the front stood on a day. */
export function frontOn(dayOs: string): FrontState {
  return FRONT_STATES.findLast((state) => SINCE[state] <= dayOs) ?? 'spring';
}

const BEFORE_RIGA = corners(`57.0 23.4, 56.86 23.65, 56.72 24.1, 56.8 24.5, 56.63 25.05`);
const AFTER_RIGA = corners(`57.33 24.4, 57.13 24.75, 56.85 25.0, 56.63 25.2`);
/** The Dvina, Dvinsk, the lakes, Smorgon, Krevo, Baranovichi, Pinsk, the Stokhod. */
const MIDDLE =
  corners(`56.5 25.82, 56.1 26.1, 55.87 26.35, 55.55 26.65, 55.1 26.8, 54.83 26.7, 54.48 26.4, 54.31 26.27,
  53.85 26.05, 53.15 26.1, 52.65 26.0, 52.12 26.13, 51.7 25.6, 51.3 25.15, 50.75 24.9`);
/** Brody, Zborov, Brzezany, Stanislau, and the Carpathians. */
const BEFORE_TARNOPOL = corners(
  `50.08 24.95, 49.67 25.05, 49.44 24.93, 49.1 24.7, 48.92 24.6, 48.5 24.45, 47.85 24.85, 47.6 25.1`,
);
/** Back to the Zbruch, and out of the Bukovina. */
const AFTER_TARNOPOL = corners(
  `50.15 25.25, 49.85 25.75, 49.5 26.2, 49.05 26.22, 48.55 26.4, 48.25 26.25, 47.9 26.1`,
);
/** The Moldavian mountains, Focsani, the Sereth, the Danube, the Black Sea. */
const SOUTH =
  corners(`47.2 25.55, 46.6 26.0, 46.1 26.45, 45.8 27.05, 45.68 27.3, 45.48 27.9, 45.35 28.3, 45.2 28.9,
  45.17 29.65`);
/** West of Trebizond and Erzincan, Lake Van, and the border of Persia. */
const CAUCASUS = corners(
  `41.0 38.85, 40.35 38.9, 39.75 39.2, 39.3 40.1, 38.95 41.2, 38.55 42.1, 38.15 43.0, 37.6 44.3`,
);

/** The two lines of a state: the front in Europe and that in the Caucasus, which did not move in 1917. */
export function frontLines(state: FrontState): Coordinates[][] {
  const north = state === 'riga' ? AFTER_RIGA : BEFORE_RIGA;
  const galicia = state === 'spring' ? BEFORE_TARNOPOL : AFTER_TARNOPOL;
  return [[...north, ...MIDDLE, ...galicia, ...SOUTH], CAUCASUS];
}
