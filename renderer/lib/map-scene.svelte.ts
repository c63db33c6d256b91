import { t } from './i18n.ts';
import { mapAddress, type MapState } from './map-address.ts';
import {
  fitting,
  MOST_ZOOM,
  onScreen,
  panned,
  within,
  zoomed,
  type Camera,
  type Size,
} from './map-camera.ts';
import { EMPIRE_NAMES } from './map-empire.ts';
import { folded, labelled, radiusOf, type Mark } from './map-layout.ts';
import { BRIDGES, PETROGRAD_NAMES, STATIONS } from './map-petrograd.ts';
import type { PlaceOnMap } from './map-places.ts';
import { corners, EMPIRE, PETROGRAD, type Point } from './map-projection.ts';
import { replaceAddress } from './reader.svelte.ts';

/** What is seen where the address does not say: the front and the cities of Europe; the middle of the city. */
const USUAL = {
  empire: corners('60 21.5, 45 26, 41 45, 52 58, 61 40'),
  petrograd: corners('59.917 30.236, 59.974 30.236, 59.917 30.412, 59.974 30.412'),
};

/** Names of bridges are written across their middle, from near enough. */
const BRIDGE_NAMES = BRIDGES.map(({ name, ends: [from, to] }) => ({
  ...{ key: 'bridges' as const, name, from: 2.6 },
  lat: ((from?.lat ?? 0) + (to?.lat ?? 0)) / 2,
  lon: ((from?.lon ?? 0) + (to?.lon ?? 0)) / 2,
}));

/** How far the ring of the chosen place stands off its mark, with its stroke. */
const RING = 7;

/** How long the wheel or the fingers rest before the address is changed. */
const REST = 250;

/** What the drawing of a map shows now: where it is looked at, and where marks and names stand. */
export class MapScene {
  size = $state.raw<Size>({ width: 0, height: 0 });
  /** Pixels of the type that names are written in. */
  fontSize = $state(16);
  /** While the reader drags or zooms, ahead of the address; it counts for the address it began at alone. */
  #live = $state.raw<{ camera: Camera; address: string }>();
  #resting: ReturnType<typeof setTimeout> | undefined;
  readonly #asked: () => { state: MapState; places: readonly PlaceOnMap[]; chosen: string | undefined };

  constructor(asked: () => { state: MapState; places: readonly PlaceOnMap[]; chosen: string | undefined }) {
    this.#asked = asked;
  }

  readonly #state = $derived.by(() => this.#asked().state);
  readonly plane = $derived.by(() => (this.#state.area === 'empire' ? EMPIRE : PETROGRAD));
  readonly mostZoom = $derived.by(() => MOST_ZOOM[this.#state.area]);
  readonly isMeasured = $derived.by(() => this.size.width > 0 && this.size.height > 0);

  readonly #addressed = $derived.by((): Camera => {
    const { area, at, zoom } = this.#state;
    const usual = fitting(USUAL[area], this.plane, this.size, this.mostZoom);
    const middle = at ? this.plane.project(at) : this.#withChosen(usual);
    return within(
      { ...usual, x: middle.x, y: middle.y, zoom: zoom ?? usual.zoom },
      this.plane,
      this.mostZoom,
    );
  });
  readonly camera = $derived.by(() =>
    this.#live?.address === mapAddress(this.#state) ? this.#live.camera : this.#addressed,
  );

  /** Every place as a mark, those outside of the drawing too. */
  readonly marks = $derived.by((): Mark[] =>
    this.#asked().places.map(({ id, place, coordinates, events }) => ({
      id,
      title: place.title,
      count: events.length,
      r: radiusOf(events.length),
      ...this.#toScreen(this.plane.project(coordinates)),
    })),
  );
  readonly #folded = $derived.by(() => folded(this.marks, this.#asked().chosen));
  /** Marks that are drawn somewhere, in sight or not. */
  readonly apart = $derived.by(() => this.#folded.shown);
  readonly under = $derived.by(() => this.#folded.under);
  readonly inSight = $derived.by(() => this.apart.filter((mark) => this.isInSight(mark)));
  readonly labels = $derived.by(() => {
    const chosen = this.#asked().chosen;
    const first = this.inSight.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
    // The ring around the chosen place takes room too.
    const ringed = first.map((mark) => (mark.id === chosen ? { ...mark, r: mark.r + RING } : mark));
    return labelled(ringed, this.#names(), { ...this.size, fontSize: this.fontSize });
  });

  /** Stations of the plan that have no mark of their own. */
  readonly stations = $derived.by(() =>
    this.#state.area === 'empire'
      ? []
      : STATIONS.flatMap((station) =>
          'place' in station ? [] : [{ ...station, ...this.#toScreen(this.plane.project(station)) }],
        ),
  );

  /** The middle of what is usually seen, or the chosen place where that would not be in sight. */
  #withChosen(usual: Camera): Point {
    const { places, chosen } = this.#asked();
    const coordinates = places.find(({ id }) => id === chosen)?.coordinates;
    if (!coordinates) return usual;
    const point = this.plane.project(coordinates);
    const camera = { ...usual, zoom: this.#state.zoom ?? usual.zoom };
    return this.isInSight(onScreen(point, camera, this.plane, this.size)) ? usual : point;
  }

  isInSight({ x, y }: Point): boolean {
    return x >= 0 && y >= 0 && x <= this.size.width && y <= this.size.height;
  }

  /** Zooms around a point of the drawing, by default its middle. */
  zoom(factor: number, at: Point = { x: this.size.width / 2, y: this.size.height / 2 }): void {
    const { plane, size, mostZoom } = this;
    this.#look(zoomed(this.camera, factor, { plane, size, mostZoom, at }));
  }

  pan(by: Point): void {
    this.#look(panned(this.camera, by, this.plane, this.size));
  }

  /** Brings a mark into the middle if it is out of sight. */
  show(mark: Mark): void {
    if (!this.isInSight(mark))
      this.pan({ x: this.size.width / 2 - mark.x, y: this.size.height / 2 - mark.y });
  }

  /** Shows all of the map, or the usual part. */
  reset(part: 'all' | 'usual'): void {
    const { at: _at, zoom: _zoom, ...state } = this.#state;
    replaceAddress(mapAddress(part === 'all' ? { ...state, ...this.#whole() } : state));
  }

  #whole(): Pick<MapState, 'at' | 'zoom'> {
    return { at: this.plane.unproject({ x: this.plane.width / 2, y: this.plane.height / 2 }), zoom: 1 };
  }

  #toScreen(point: Point): Point {
    return onScreen(point, this.camera, this.plane, this.size);
  }

  #look(camera: Camera): void {
    const state = this.#state;
    this.#live = { camera, address: mapAddress(state) };
    clearTimeout(this.#resting);
    // One delay after the last movement: the browser allows no more than a few new addresses a second.
    this.#resting = setTimeout(() => {
      if (this.#live?.address !== mapAddress(this.#asked().state)) return;
      replaceAddress(mapAddress({ ...state, at: this.plane.unproject(camera), zoom: camera.zoom }));
    }, REST);
  }

  #names() {
    const { zoom } = this.camera;
    const size = this.fontSize;
    const stations = this.stations.map(({ name, x, y }) => ({
      name,
      x,
      y: y + size,
      text: t(`map.stations.${name}`),
      size: size * 0.85,
    }));
    const names =
      this.#state.area === 'empire'
        ? EMPIRE_NAMES.map((name) => ({
            ...name,
            text: t(`map.${name.key}.${name.name}` as 'map.seas.black'),
          }))
        : [...PETROGRAD_NAMES, ...BRIDGE_NAMES].map((name) => ({
            ...name,
            text: t(`map.${name.key}.${name.name}` as 'map.waters.neva'),
          }));
    const written = names.flatMap((name) =>
      zoom < name.from
        ? []
        : [
            {
              id: `${name.key}-${name.name}`,
              text: name.text,
              size,
              ...this.#toScreen(this.plane.project(name)),
            },
          ],
    );
    return [...stations.map(({ name, ...rest }) => ({ id: `stations-${name}`, ...rest })), ...written];
  }
}
