import { Geometry, Mesh, type OGLRenderingContext, Program, Texture, Transform } from 'ogl';
import type { Basins } from '../basins.ts';
import { SIDE, type Surface } from '../surface.ts';
import { type Camera, TOP } from './camera.ts';
import type { Colours } from './colours.ts';
import { patchIndex, patchPlaces, patchRises, wallIndex, wallPlaces, wallRises } from './grid-meshes.ts';
import { groundFragment, groundVertex, wallFragment } from './ground-shaders.ts';
import type { Relief } from './relief.ts';

/** 1: the neurons see different points; 2: the whole quadrant is critical; 3: and nothing is lower. */
function tintOf({ signs, patterns: [first, second] }: Surface['quadrants'][number], { critical }: Surface): number {
  const level = critical.find((set) => set.shape === 'region' && set.signs.every((sign, k) => sign === signs[k]));
  if (level) return level.kind === 'global-minimum' ? 3 : 2;
  return first?.some((bit, j) => bit !== second[j]) ? 1 : 0;
}

/** The surface as a block that is cut out of the landscape. */
export class Ground {
  readonly root = new Transform();
  private readonly gl: OGLRenderingContext;
  private readonly ends: Texture;
  private readonly uniforms;
  private readonly patches: Geometry[];
  private readonly walls: Geometry[];

  constructor(gl: OGLRenderingContext) {
    this.gl = gl;
    const texture = { width: 1, height: 1, generateMipmaps: false, magFilter: gl.NEAREST, minFilter: gl.NEAREST };
    this.ends = new Texture(gl, { ...texture, image: new Uint8Array(4), flipY: false });
    const zero = () => ({ value: [0, 0, 0] as readonly number[] });
    this.uniforms = {
      ...{ low: zero(), high: zero(), paper: zero(), ink: zero(), data: zero(), optimum: zero(), neuron: zero() },
      ...{ control: zero(), light: zero(), eye: zero(), levels: { value: [0, 1] }, tints: { value: [0, 0, 0, 0] } },
      ...{ view: { value: new Array<number>(16).fill(0) }, top: { value: TOP }, pixels: { value: 1 } },
      ...{ mapped: { value: 0 }, ends: { value: this.ends } },
    };
    const surface = new Program(gl, {
      vertex: groundVertex,
      fragment: groundFragment,
      uniforms: this.uniforms,
      cullFace: false,
    });
    const wall = new Program(gl, {
      vertex: groundVertex,
      fragment: wallFragment,
      uniforms: this.uniforms,
      cullFace: false,
    });
    this.patches = [0, 1, 2, 3].map((quadrant) => this.add(surface, patchPlaces(quadrant, SIDE), patchIndex(SIDE)));
    this.walls = [0, 1, 2, 3].map((edge) => this.add(wall, ...wallPlaces(edge, SIDE), wallIndex(SIDE)));
  }

  private add(program: Program, place: Float32Array, ...rest: (Float32Array | Uint16Array)[]): Geometry {
    const { gl } = this;
    const index = rest[rest.length - 1] as Uint16Array;
    const foot = rest.length > 1 ? (rest[0] as Float32Array) : new Float32Array(place.length / 2);
    const geometry = new Geometry(gl, {
      place: { size: 2, data: place },
      foot: { size: 1, data: foot },
      rise: { size: 3, data: new Float32Array((place.length / 2) * 3), usage: gl.DYNAMIC_DRAW },
      index: { data: index },
    });
    new Mesh(gl, { geometry, program }).setParent(this.root);
    return geometry;
  }

  /** Other heights. */
  raise(relief: Relief): void {
    const { grid, quadrants } = relief.surface;
    const rise = (geometry: Geometry, write: (to: Float32Array) => void): void => {
      write(geometry.attributes.rise.data as Float32Array);
      geometry.attributes.rise.needsUpdate = true;
    };
    const scale = relief.height(1);
    for (const [k, patch] of this.patches.entries()) rise(patch, (to) => patchRises(grid.z, SIDE, k, scale, to));
    for (const [k, wall] of this.walls.entries()) rise(wall, (to) => wallRises(grid.z, SIDE, k, scale, to));
    const { lowest, rootStep } = relief.surface;
    this.uniforms.levels.value = [lowest * scale, rootStep * Math.sqrt(scale)];
    this.uniforms.tints.value = quadrants.map((quadrant) => tintOf(quadrant, relief.surface));
  }

  /** Where each start ends, or nothing of it. */
  map(basins: Basins | null): void {
    this.uniforms.mapped.value = basins ? 1 : 0;
    if (!basins) return;
    const image = new Uint8Array(4 * basins.kind.length);
    basins.kind.forEach((kind, k) => {
      image[4 * k] = Math.min(kind, 2) + 3;
    });
    Object.assign(this.ends, { image, width: basins.side, height: basins.side, needsUpdate: true });
  }

  paint({ paper, ink, data, optimum, neuron, control, 'height-low': low, 'height-high': high }: Colours): void {
    const now = { paper, ink, data, optimum, neuron, control, low, high };
    for (const [name, colour] of Object.entries(now)) this.uniforms[name as keyof typeof now].value = [...colour];
  }

  aim(camera: Camera, pixels: number): void {
    this.uniforms.view.value = camera.matrix();
    this.uniforms.light.value = camera.direction(-0.52, 0.6, 0.61);
    this.uniforms.eye.value = camera.direction(0, 0, 1);
    this.uniforms.pixels.value = pixels;
  }
}
