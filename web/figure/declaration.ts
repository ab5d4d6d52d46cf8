import type { CSSResultGroup, TemplateResult } from 'lit';
import type { WorkerEngine } from '../engine/types.ts';
import type { Control } from './controls/control-row.ts';
import type { Position } from './controls/drag.ts';
import type { MovableMarks } from './controls/movable-marks.ts';
import type { Playback } from './controls/playback.ts';
import type { LegendSelectors } from './drawing/legend.ts';
import type { Exports } from './export/shareable.ts';
import type { StateTable } from './fields.ts';
import type { Host } from './host.ts';
import type { Ground, Source } from './source.ts';

/** What a declared function of a figure is handed: the picture's state and answer, what the reader has set, and what can be done. */
export interface View<State extends object = object, Answer = unknown, Parts = unknown> {
  /** What the picture is of. */
  readonly state: State;
  readonly answer: Answer;
  /** What the reader has set: keys may be quicker than the engine, so it may be ahead of the picture. Controls show it. */
  readonly set: State;
  /** What the figure begins with. */
  readonly begun: State;
  /** To draw in, pixels of the drawing. */
  readonly width: number;
  /** Which mark is selected and which is held. */
  readonly marks: MovableMarks;
  /** Null where nothing plays. */
  readonly playback: Playback | null;
  readonly parts: Parts;
  readonly host: Host;
  /** Nobody has moved a mark of this figure yet: it may say that one can. */
  readonly untouched: boolean;
  readonly table: StateTable<State>;
  readonly hands: Hands;
  change(change: Partial<State>): void;
  /** A change that the engine has to work out. */
  become(work: (engine: WorkerEngine) => Promise<Partial<State>>): void;
  redraw(): void;
}

/** What the drawing that owns the marks listens with. */
export interface Hands {
  readonly down: (event: PointerEvent) => void;
  readonly touch: (event: TouchEvent) => void;
  readonly key: (event: KeyboardEvent) => void;
}

/** A mark that the reader moves: where it is, pixels of the drawing, and what its being moved does to the state. */
export interface Mark<State> extends Position {
  /** The figure decides where it may be. `byHand`: it is dragged, not moved by keys. */
  move(to: Position, byHand: boolean): Partial<State>;
  /** What an arrow key moves it, pixels, where that is not a small step; one number for both directions. */
  readonly nudge?: number | Position;
  /** Where it came from, for the Home key. */
  readonly home?: () => Partial<State>;
  /** The data-index of its element, where that is not its number. */
  readonly index?: number;
}

export interface Marks<State extends object, Answer, Parts> {
  /** In the order in which keys visit them, unless `order` says otherwise. */
  places(view: View<State, Answer, Parts>): readonly Mark<State>[];
  /** What Escape puts back; all that the engine's answer depends on, unless said otherwise. */
  keeps?(view: View<State, Answer, Parts>): Partial<State>;
  /** The numbers of the marks in the order in which keys visit them. */
  order?(view: View<State, Answer, Parts>): readonly number[];
  /** The reader's hand or keys are about to move a mark. */
  taken?(view: View<State, Answer, Parts>, byHand: boolean): void;
  /** A mark has been moved. */
  moved?(view: View<State, Answer, Parts>, byHand: boolean): void;
  /** A drag begins, with the number of its mark, or is over. */
  held?(view: View<State, Answer, Parts>, index: number | null): void;
}

/** A part of the drawing along which the reader pulls: the place is handed on in pixels; false leaves the pointer to the page. */
export type Scrub<State extends object, Answer, Parts> = (view: View<State, Answer, Parts>, at: Position) => boolean;

/** What a figure has besides its state, made once for each: something that turns, flies or films by itself. */
export interface Part {
  frame?(now: number): void;
  /** The figure has been drawn. */
  updated?(): void;
  /** The figure is out of sight: time to give back what it holds of the machine. */
  rested?(): void;
  /** The drawing was pressed where no mark is. */
  down?(event: PointerEvent): void;
  /** A key was pressed in the drawing. @returns whether it was one of the part's own */
  key?(event: KeyboardEvent): boolean;
}

/** What parts and sources are made with. */
export interface Workshop<State extends object, Answer> extends Ground<State> {
  readonly host: Host;
  readonly engine: () => WorkerEngine;
  /** What the reader has set. */
  readonly set: State;
  readonly answer: Answer | null;
  readonly width: number;
  readonly marks: MovableMarks;
  readonly table: StateTable<State>;
  change(change: Partial<State>): void;
  /** The root in which the figure is drawn; null without a document. */
  readonly root: ParentNode | null;
}

/**
 * A figure, declared. `name` is its folder's and, after `hcx-`, its element's. From `state` come the first state, parsing, storage,
 * links and sliders; from `marks` dragging, touch and keys; the rest says what it draws and says. Nothing of it touches the page.
 */
export interface Declaration<State extends object, Answer, Parts extends object | undefined = undefined> {
  readonly name: string;
  /** Of the state: those of other versions are not read. */
  readonly version: number;
  readonly state: StateTable<State>;
  /** What a reader who wants no motion has at first instead. */
  readonly still?: Partial<State>;
  /** What only the engine knows of the first state. */
  readonly begin?: (engine: WorkerEngine) => Promise<Partial<State>>;

  /** Where its pictures come from: `answersOf` the engine, or a source of its own. */
  readonly source: (workshop: Workshop<State, Answer>) => Source<State, Answer>;
  readonly parts?: (workshop: Workshop<State, Answer>) => Parts;

  readonly marks?: Marks<State, Answer, Parts>;
  /** What plays by itself, see `playbackOf`. */
  readonly play?: (workshop: Workshop<State, Answer>) => Playback;
  readonly scrub?: Scrub<State, Answer, Parts>;

  /** Above the drawing: what is drawn is chosen here. */
  readonly above?: (view: View<State, Answer, Parts>) => TemplateResult;
  readonly drawing: (view: View<State, Answer, Parts>) => TemplateResult;
  /** Between the drawing and the controls. */
  readonly beside?: (view: View<State, Answer, Parts>) => TemplateResult;
  readonly controls?: (view: View<State, Answer, Parts>) => readonly Control[];
  /** What is proven or seen, in words and numbers. */
  readonly claim?: (view: View<State, Answer, Parts>) => TemplateResult;

  readonly style?: CSSResultGroup;
  /** What words of the article can speak of, by name; see Legend. */
  readonly legend?: LegendSelectors;
  /** Its numbers, and a script where it shows a convex programme; loaded when the reader asks for them. */
  readonly exports?: () => Promise<Exports<State, Answer>>;
}
