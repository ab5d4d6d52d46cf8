import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** How tall a figure is with its caption, in rem, by the least width of the window, CSS pixels, from which on that holds. */
export type Room = Readonly<Record<string, number>>;

/** The `room.json` of every figure, by its name. */
export function roomsIn(figures: string): ReadonlyMap<string, Room> {
  const names = readdirSync(figures).filter((name) => existsSync(join(figures, name, 'room.json')));
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(figures, name, 'room.json'), 'utf8'))]));
}

/** The widths at which some figure changes its height, the least first. */
const widthsOf = (rooms: ReadonlyMap<string, Room>): number[] =>
  [...new Set([...rooms.values()].flatMap((room) => Object.keys(room).map(Number)))].sort((a, b) => a - b);

/** What figures.css keeps free until a figure is drawn, `--kept`, as a style sheet. */
export function roomsCss(rooms: ReadonlyMap<string, Room>): string {
  return widthsOf(rooms)
    .map((width) => {
      const changed = [...rooms].filter(([, room]) => String(width) in room);
      const rules = changed.map(([name, room]) => `hcx-${name} { --kept: ${room[width]}rem; }`).join('\n');
      return width === 0 ? rules : `@media (min-width: ${width}px) {\n${rules}\n}`;
    })
    .join('\n');
}

/** Adds the room that every figure of a folder asks for to the page's style sheet, so that the text below a figure stays where it is. */
export function figureRooms(figures: string): Plugin {
  return {
    name: 'hcx:figure-rooms',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/style\/page\.css$/.test(id)) return null;
      const rooms = roomsIn(figures);
      for (const name of rooms.keys()) this.addWatchFile(join(figures, name, 'room.json'));
      return { code: `${code}\n${roomsCss(rooms)}\n`, map: null };
    },
  };
}
