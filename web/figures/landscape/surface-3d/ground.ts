import { Geometry, Mesh, type OGLRenderingContext, Program, Texture, Transform } from 'ogl';
import type { Colours, Role } from '../../../figure/drawing/page-colours.ts';
import { type Camera, TOP } from '../../../figure/space/camera.ts';
import type { Basins } from '../basins.ts';
import { SIDE, type Surface } from '../surface.ts';
import { patchIndex, patchPlaces, patchRises, wallIndex, wallPlaces, wallRises } from './grid-meshes.ts';
import { groundVertex, mappedFragment, tintedFragment, wallFragment } from './ground-shaders.ts';
import type { Relief } from './relief.ts';

/** Of a quadrant, and how much of it: where the neurons see different points, where all of it is critical, and lowest. */
type Tint = readonly [Role, number];

function tintOf({ signs, patterns: [first, second] }: Surface['quadrants'][number], { critical }: Surface): Tint {
  const level = critical.find((set) => set.shape === 'region' && set.signs.every((sign, k) => sign === signs[k]));
  if (level) return level.kind === 'global-minimum' ? ['optimum', 0.5] : ['control', 0.4];
  return ['neuron', first?.some((bit, j) => bit !== second[j]) ? 0.2 : 0];
}

/** The surface as a block that is cut out of the landscape. */
export class Ground {
  readonly root = new Transform();
  private readonly gl: OGLRenderingContext;
  private readonly ends: Texture;
  private readonly uniforms;
  private readonly patches: Mesh[];
  private readonly walls: Mesh[];
  private readonly tinted: Program;
  private mapped: Program | null = null;
  private tints: readonly Tint[] = [];
  private colours: Colours | null = null;

  constructor(gl: OGLRenderingContext) {
    this.gl = gl;
    const texture = { width: 1, height: 1, generateMipmaps: false, magFilter: gl.NEAREST, minFilter: gl.NEAREST };
    this.ends = new Texture(gl, { ...texture, image: new Uint8Array(4), flipY: false });
    const zero = () => ({ value: [0, 0, 0] as readonly number[] });
    this.uniforms = {
      ...{ low: zero(), high: zero(), paper: zero(), ink: zero(), data: zero(), optimum: zero(), control: zero() },
      ...{ light: zero(), eye: zero(), levels: { value: [0, 1] }, tint: { value: [0, 0, 0, 0] } },
      ...{ view: { value: new Array<number>(16).fill(0) }, top: { value: TOP }, pixels: { value: 1 } },
      ends: { value: this.ends },
    };
    this.tinted = this.program(tintedFragment);
    const wall = this.program(wallFragment);
    this.patches = [0, 1, 2, 3].map((quadrant) => {
      const patch = this.add(this.tinted, patchPlaces(quadrant, SIDE), patchIndex(SIDE));
      return patch.onBeforeRender(() => this.tint(quadrant));
    });
    this.walls = [0, 1, 2, 3].map((edge) => this.add(wall, ...wallPlaces(edge, SIDE), wallIndex(SIDE)));
  }

  private program(fragment: string): Program {
    return new Program(this.gl, { vertex: groundVertex, fragment, uniforms: this.uniforms, cullFace: false });
  }

  private add(program: Program, place: Float32Array, ...rest: (Float32Array | Uint16Array)[]): Mesh {
    const { gl } = this;
    const index = rest[rest.length - 1] as Uint16Array;
    const foot = rest.length > 1 ? (rest[0] as Float32Array) : new Float32Array(place.length / 2);
    const geometry = new Geometry(gl, {
      place: { size: 2, data: place },
      foot: { size: 1, data: foot },
      rise: { size: 3, data: new Float32Array((place.length / 2) * 3), usage: gl.DYNAMIC_DRAW },
      index: { data: index },
    });
    const mesh = new Mesh(gl, { geometry, program });
    mesh.setParent(this.root);
    return mesh;
  }

  private tint(quadrant: number): void {
    const [role, share] = this.tints[quadrant] ?? ['neuron', 0];
    this.uniforms.tint.value = [...(this.colours?.[role] ?? [0, 0, 0]), share];
  }

  /** Other heights. */
  raise(relief: Relief): void {
    const { grid, quadrants } = relief.surface;
    const rise = ({ geometry }: Mesh, write: (to: Float32Array) => void): void => {
      write(geometry.attributes.rise.data as Float32Array);
      geometry.attributes.rise.needsUpdate = true;
    };
    const scale = relief.height(1);
    for (const [k, patch] of this.patches.entries()) rise(patch, (to) => patchRises(grid.z, SIDE, k, scale, to));
    for (const [k, wall] of this.walls.entries()) rise(wall, (to) => wallRises(grid.z, SIDE, k, scale, to));
    const { lowest, rootStep } = relief.surface;
    this.uniforms.levels.value = [lowest * scale, rootStep * Math.sqrt(scale)];
    this.tints = quadrants.map((quadrant) => tintOf(quadrant, relief.surface));
  }

  /** Where each start ends, or nothing of it. */
  map(basins: Basins | null): void {
    if (basins) this.mapped ??= this.program(mappedFragment);
    for (const patch of this.patches) patch.program = (basins && this.mapped) || this.tinted;
    if (!basins) return;
    const image = new Uint8Array(4 * basins.kind.length);
    basins.kind.forEach((kind, k) => {
      image[4 * k] = Math.min(kind, 2) + 3;
    });
    Object.assign(this.ends, { image, width: basins.side, height: basins.side, needsUpdate: true });
  }

  paint(colours: Colours): void {
    this.colours = colours;
    const { paper, ink, data, optimum, control, 'height-low': low, 'height-high': high } = colours;
    const now = { paper, ink, data, optimum, control, low, high };
    for (const [name, colour] of Object.entries(now)) this.uniforms[name as keyof typeof now].value = [...colour];
  }

  aim(camera: Camera, pixels: number): void {
    this.uniforms.view.value = camera.matrix();
    this.uniforms.light.value = camera.direction(-0.52, 0.6, 0.61);
    this.uniforms.eye.value = camera.direction(0, 0, 1);
    this.uniforms.pixels.value = pixels;
  }
}
