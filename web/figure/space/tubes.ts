import { Geometry, Mesh, type OGLRenderingContext, Program } from 'ogl';
import { type Colours, fromOklab } from '../drawing/page-colours.ts';
import type { Camera } from './camera.ts';
import type { Strand } from './strand.ts';

const vertex = /* glsl */ `#version 300 es
  precision highp float;
  in vec2 corner;
  in vec3 start, end;
  in vec2 along;
  in vec3 core, coat;
  in vec4 size;
  uniform mat4 view;
  uniform vec2 halfSize;
  uniform float coating;
  out vec2 at;
  flat out vec4 ends;
  flat out vec2 run;
  flat out vec3 colour;
  flat out vec4 shape;

  void main() {
    vec4 a = view * vec4(start, 1.0), b = view * vec4(end, 1.0);
    vec2 pa = a.xy * halfSize, pb = b.xy * halfSize;
    float radius = coating > 0.5 ? size.y : size.x;
    float reach = radius + 1.0;
    vec2 way = pb - pa;
    way = length(way) > 1e-4 ? normalize(way) : vec2(1.0, 0.0);
    at = mix(pa, pb, 0.5 + 0.5 * corner.x) + reach * (way * corner.x + vec2(-way.y, way.x) * corner.y);
    ends = vec4(pa, pb);
    run = along;
    colour = coating > 0.5 ? coat : core;
    shape = vec4(radius, coating > 0.5 ? 0.0 : size.z, size.w, coating);
    // Nearer than the surface on which it lies by as much as it is thick, or that would cover half of it.
    float lift = 2.2 * (radius + 1.5) / (halfSize.x * length(vec3(view[0][0], view[1][0], view[2][0]))) / 4.0;
    gl_Position = vec4(at / halfSize, mix(a.z, b.z, 0.5 + 0.5 * corner.x) - lift, 1.0);
  }`;

const fragment = /* glsl */ `#version 300 es
  precision highp float;
  in vec2 at;
  flat in vec4 ends;
  flat in vec2 run;
  flat in vec3 colour;
  flat in vec4 shape;
  uniform float pixels, scale;
  out vec4 painted;
  ${fromOklab}

  void main() {
    vec2 way = ends.zw - ends.xy;
    float t = clamp(dot(at - ends.xy, way) / max(dot(way, way), 1e-6), 0.0, 1.0);
    vec2 off = at - ends.xy - t * way;
    float distance = length(off);
    if (shape.y > 0.0) { // dashes with round ends
      float beyond = abs(mod(mix(run.x, run.y, t) * scale, shape.z) - 0.5 * shape.z) - 0.5 * (shape.y - shape.x);
      distance = length(vec2(max(beyond, 0.0), distance));
    }
    float inside = clamp((shape.x - distance) * pixels + 0.5, 0.0, 1.0);
    if (inside <= 0.0) discard;
    vec3 lab = colour;
    if (shape.w < 0.5) {
      // Round across, not along: where two pieces meet no cap is to be seen.
      vec2 side = (dot(way, way) > 1e-4 ? off - way * dot(off, way) / dot(way, way) : off) / shape.x;
      vec3 normal = vec3(side, sqrt(max(0.0, 1.0 - dot(side, side))));
      float light = dot(normal, vec3(-0.45, 0.58, 0.68));
      lab.x = lab.x * (0.86 + 0.17 * light) + 0.16 * pow(max(light, 0.0), 22.0);
    }
    painted = vec4(fromOklab(lab) * inside, inside);
  }`;

/** Of the rectangle around a piece; along it, and across. */
const CORNERS = [-1, -1, 1, -1, -1, 1, 1, 1];
const TRIANGLES = [0, 1, 2, 2, 1, 3];

/** One program for all tubes of a scene. */
export function tubeProgram(gl: OGLRenderingContext): Program {
  const uniforms = { view: { value: new Array(16).fill(0) }, halfSize: { value: [1, 1] }, coating: { value: 0 } };
  const program = new Program(gl, {
    vertex,
    fragment,
    uniforms: { ...uniforms, pixels: { value: 1 }, scale: { value: 1 } },
    cullFace: false,
    depthWrite: false,
  });
  program.setBlendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  return program;
}

export function aimTubes({ uniforms }: Program, camera: Camera, pixels: number): void {
  uniforms.view.value = camera.matrix();
  uniforms.halfSize.value = [camera.pane.width / 2, camera.pane.height / 2];
  uniforms.pixels.value = pixels;
  uniforms.scale.value = camera.scale;
}

const PARTS = { start: 3, end: 3, along: 2, core: 3, coat: 3, size: 4 } as const;

/**
 * Lines and balls that lie on each other in the order given, each piece drawn as a rectangle with a rounded line in it. All four
 * corners carry the whole piece: instances would be a quarter of the memory, but where a processor draws, each is a call of its
 * own, and hundreds of them take longer than the surface.
 */
export class Tubes {
  private readonly gl: OGLRenderingContext;
  private readonly program: Program;
  private mesh: Mesh | null = null;
  private room = 0;

  constructor(gl: OGLRenderingContext, program: Program) {
    this.gl = gl;
    this.program = program;
  }

  fill(strands: readonly Strand[], colours: Colours): void {
    const count = strands.reduce((sum, { places }) => sum + Math.max(places.length - 1, 1), 0);
    if (!this.mesh || count > this.room) this.make(count);
    const { geometry } = this.mesh as Mesh;
    let k = 0;
    for (const strand of strands) k = write(geometry, strand, colours, k);
    for (const name of Object.keys(PARTS)) geometry.attributes[name].needsUpdate = true;
    geometry.setDrawRange(0, TRIANGLES.length * count);
  }

  /** First all coats, then all cores. */
  draw(): void {
    if (!this.mesh?.geometry.drawRange.count) return;
    for (const coating of [1, 0]) {
      this.program.uniforms.coating.value = coating;
      this.mesh.draw();
    }
  }

  private make(count: number): void {
    this.mesh?.geometry.remove();
    this.room = Math.ceil(Math.max(count, 64) * 1.5);
    const parts = Object.entries(PARTS).map(([name, size]) => {
      const data = new Float32Array(4 * size * this.room);
      return [name, { size, data, usage: this.gl.DYNAMIC_DRAW }] as const;
    });
    const corner = Float32Array.from({ length: 8 * this.room }, (_, k) => CORNERS[k % 8]);
    const index = Uint32Array.from({ length: 6 * this.room }, (_, k) => 4 * Math.floor(k / 6) + TRIANGLES[k % 6]);
    const geometry = new Geometry(this.gl, {
      corner: { size: 2, data: corner },
      ...Object.fromEntries(parts),
      index: { data: index },
    });
    this.mesh = new Mesh(this.gl, { geometry, program: this.program });
  }
}

/** From piece k on; the number of the next. */
function write({ attributes }: Geometry, { places, look }: Strand, colours: Colours, k: number): number {
  const put = (name: keyof typeof PARTS, values: readonly number[]): void => {
    const data = attributes[name].data as Float32Array;
    for (let corner = 0; corner < 4; corner++) data.set(values, (4 * k + corner) * PARTS[name]);
  };
  let length = 0;
  for (let i = 0; i < Math.max(places.length - 1, 1); i++, k++) {
    const [from, to] = [places[i], places[Math.min(i + 1, places.length - 1)]];
    const next = length + Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
    put('start', from);
    put('end', to);
    put('along', [length, next]);
    put('core', colours[look.role]);
    put('coat', colours[look.coat]);
    put('size', [look.radius, look.coatRadius, ...(look.dash ?? [0, 1])]);
    length = next;
  }
  return k;
}
