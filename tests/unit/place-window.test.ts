import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../main/desktop/place-window.ts';

const primary = { x: 0, y: 25, width: 1440, height: 875 };
const second = { x: 1440, y: 0, width: 1920, height: 1080 };
const left = { x: 1600, y: 100, width: 1000, height: 700 };

describe('a window is placed', () => {
  it.each([
    ['as it was left', left, [primary, second], 0, left],
    [
      'in the middle of the first screen when its own is gone',
      left,
      [primary],
      0,
      { x: 220, y: 113, width: 1000, height: 700 },
    ],
    [
      'in the middle when nothing is known',
      undefined,
      [primary],
      0,
      { x: 80, y: 33, width: 1280, height: 860 },
    ],
    [
      'smaller where the screen is',
      undefined,
      [{ x: 0, y: 0, width: 1024, height: 600 }],
      0,
      { x: 0, y: 0, width: 1024, height: 600 },
    ],
    [
      'no larger than the screen it is on',
      { x: 0, y: 25, width: 3000, height: 2000 },
      [primary],
      0,
      { x: 0, y: 25, width: 1440, height: 875 },
    ],
    [
      'where its title can be caught',
      { x: 100, y: -20, width: 800, height: 600 },
      [primary],
      0,
      { x: 100, y: 25, width: 800, height: 600 },
    ],
    [
      'back when only a strip is left on the screen',
      { x: 1400, y: 100, width: 800, height: 600 },
      [primary],
      0,
      { x: 320, y: 163, width: 800, height: 600 },
    ],
    [
      'on a screen to the left',
      { x: -1500, y: 40, width: 800, height: 600 },
      [primary, { x: -1920, y: 0, width: 1920, height: 1080 }],
      0,
      { x: -1500, y: 40, width: 800, height: 600 },
    ],
    ['beside the one before', left, [primary, second], 28, { x: 1628, y: 128, width: 1000, height: 700 }],
  ])('%s', (_name, bounds, areas, shift, expected) => {
    expect(placeWindow(bounds, areas, shift)).toEqual(expected);
  });

  it('as it was left where no screen is known', () => {
    expect(placeWindow(left, [])).toEqual(left);
  });
});
