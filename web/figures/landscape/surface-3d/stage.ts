import { newCanvas } from '../../../figure/drawing/canvas.ts';
import type { Host } from '../../../figure/host.ts';
import type { Camera } from '../../../figure/space/camera.ts';
import { Resolution } from '../../../figure/space/resolution.ts';
import type { Answer } from '../model.ts';
import type { Relief } from './relief.ts';
import type { Scene } from './scene.ts';

/** `'refused'`: this browser has no WebGL to give; `'missing'`: the code could not be fetched; `'lost'`: WebGL was taken away. */
export type Standing = 'closed' | 'opening' | 'open' | 'refused' | 'missing' | 'lost';

/** The canvas and its life: code and WebGL are there only while the surface is looked at. */
export class Stage {
  standing: Standing = 'closed';
  canvas: HTMLCanvasElement | null = null;
  private scene: Scene | null = null;
  private stopTheme: (() => void) | null = null;
  private picture: { answer: Answer; relief: Relief; camera: Camera } | null = null;
  private changed = false;
  private resolution = new Resolution();

  /** @param update the standing is another: draw the figure again */
  constructor(
    private readonly host: Pick<Host, 'motion' | 'theme'>,
    private readonly update: () => void,
  ) {}

  /** Until `close`; after a failure it tries again. */
  async open(): Promise<void> {
    if (this.busy) return;
    this.become('opening');
    const code = await import('./scene.ts').catch(() => null);
    if (!this.busy) return; // closed meanwhile
    if (!code) return this.become('missing');
    const canvas = newCanvas(); // one that has lost its context gets no other
    this.canvas = canvas;
    this.scene = code.Scene.on(canvas);
    this.resolution = new Resolution();
    if (!this.scene) return this.become('refused');
    canvas.addEventListener('webglcontextlost', this.lost, { once: true });
    this.stopTheme = this.host.theme.follow(() => {
      this.scene?.repaint();
      this.changed = true;
    });
    this.become('open');
  }

  /** Gives WebGL back: a page has few contexts. */
  close(): void {
    if (this.busy) this.end('closed');
  }

  /** What is to be seen from the next `draw` on. */
  show(answer: Answer, relief: Relief, camera: Camera): void {
    const before = this.picture;
    this.picture = { answer, relief, camera };
    this.changed ||= before?.answer !== answer || before.camera !== camera;
  }

  /** At the beginning of every frame. */
  frame(now: number): void {
    if (this.resolution.frame(now)) this.changed = true;
  }

  /** Only what is new. */
  draw(): void {
    if (!this.scene || !this.changed || !this.picture || !this.canvas?.isConnected) return;
    const { answer, relief, camera } = this.picture;
    this.changed = false;
    this.scene.show(answer, relief);
    const share = this.resolution.draw(performance.now());
    this.scene.draw(camera, share < 1 && this.host.motion.still() ? 1 : share); // who wants no motion sees no change of sharpness either
  }

  private get busy(): boolean {
    return this.standing === 'open' || this.standing === 'opening';
  }

  private readonly lost = (): void => this.end('lost');

  private end(standing: Standing): void {
    this.canvas?.removeEventListener('webglcontextlost', this.lost);
    this.scene?.dispose();
    this.stopTheme?.();
    [this.scene, this.stopTheme, this.picture] = [null, null, null];
    this.become(standing);
  }

  private become(standing: Standing): void {
    this.standing = standing;
    this.changed = true;
    this.update();
  }
}
