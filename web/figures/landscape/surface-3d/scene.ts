import { type Program, Renderer } from 'ogl';
import { pixelRatio } from '../../../figure/drawing/canvas.ts';
import { type Colours, coloursAround } from '../../../figure/drawing/page-colours.ts';
import type { Camera } from '../../../figure/space/camera.ts';
import { drawnByProcessor } from '../../../figure/space/card.ts';
import type { Strand } from '../../../figure/space/strand.ts';
import { aimTubes, Tubes, tubeProgram } from '../../../figure/space/tubes.ts';
import type { Answer } from '../model.ts';
import { Ground } from './ground.ts';
import type { Relief } from './relief.ts';
import { balls, ground, run, wayOut } from './strands.ts';

/** Of one canvas, until it is disposed of: the landscape of an answer, drawn by WebGL. This file comes with a library of its own. */
export class Scene {
  private readonly renderer: Renderer;
  private readonly ground: Ground;
  private readonly tubeProgram: Program;
  /** From below to above: lines of the landscape, the way out, the run, balls. */
  private readonly layers: Tubes[];
  private colours: Colours;
  private shown: { answer: Answer; relief: Relief } | null = null;

  /** Device pixels for one of the page at most. */
  private readonly mostPixels: number;

  /** @returns null where WebGL 2 is not to be had */
  static on(canvas: HTMLCanvasElement): Scene | null {
    const slow = drawnByProcessor(); // then without smoothing: a fraction of the work, for a slightly rougher outline
    const wanted = { alpha: true, depth: true, premultipliedAlpha: true, antialias: !slow };
    return canvas.getContext('webgl2', wanted) ? new Scene(canvas, slow ? 1 : 2) : null;
  }

  private constructor(canvas: HTMLCanvasElement, mostPixels: number) {
    this.mostPixels = mostPixels;
    this.renderer = new Renderer({ canvas, alpha: true, premultipliedAlpha: true, preserveDrawingBuffer: true });
    const { gl } = this.renderer;
    this.ground = new Ground(gl);
    this.tubeProgram = tubeProgram(gl);
    this.layers = [0, 1, 2, 3].map(() => new Tubes(gl, this.tubeProgram));
    this.colours = coloursAround(canvas);
    this.ground.paint(this.colours);
  }

  /** What does not change with the answer stays on the card. */
  show(answer: Answer, relief: Relief): void {
    const before = this.shown;
    this.shown = { answer, relief };
    const other = relief !== before?.relief;
    if (other) this.ground.raise(relief);
    if (answer.basins !== before?.answer.basins || !before) this.ground.map(answer.basins);
    if (other) this.fill(0, ground(relief));
    if (other || answer.way !== before?.answer.way) this.fill(1, wayOut(answer, relief));
    if (other || answer.descent !== before?.answer.descent) {
      this.fill(2, run(answer, relief));
      this.fill(3, balls(answer, relief));
    }
  }

  /** The page has other colours. */
  repaint(): void {
    this.colours = coloursAround(this.renderer.gl.canvas);
    this.ground.paint(this.colours);
    const { shown } = this;
    this.shown = null;
    if (shown) this.show(shown.answer, shown.relief);
  }

  /** @param share of the pixels along a side that the picture can have */
  draw(camera: Camera, share: number): void {
    const { renderer } = this;
    const pixels = Math.min(pixelRatio(), this.mostPixels) * share;
    const { width, height } = camera.pane;
    if (renderer.width !== width || renderer.height !== height || renderer.dpr !== pixels) {
      renderer.dpr = pixels;
      renderer.setSize(width, height);
    }
    this.ground.aim(camera, pixels);
    aimTubes(this.tubeProgram, camera, pixels);
    renderer.render({ scene: this.ground.root, sort: false, frustumCull: false });
    for (const layer of this.layers) layer.draw();
  }

  dispose(): void {
    this.renderer.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  private fill(layer: number, strands: readonly Strand[]): void {
    this.layers[layer].fill(strands, this.colours);
  }
}
