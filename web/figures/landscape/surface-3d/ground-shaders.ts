import { fromOklab } from '../../../figure/drawing/page-colours.ts';

export const groundVertex = /* glsl */ `#version 300 es
  precision highp float;
  in vec2 place;
  in vec3 rise; // height, and how fast it grows along both weights
  in float foot;
  uniform mat4 view;
  uniform float top;
  out vec2 spot;
  out vec3 slope;
  out float fall;

  void main() {
    spot = place;
    slope = rise;
    fall = foot;
    gl_Position = view * vec4(place, foot > 0.5 ? 0.0 : min(rise.x, top), 1.0);
  }`;

const patch = /* glsl */ `#version 300 es
  precision highp float;
  in vec2 spot;
  in vec3 slope;
  uniform vec3 light, eye;
  uniform vec3 low, high, paper, ink;
  uniform vec2 levels; // the lowest height, and the step of the root from one level to the next
  uniform float top, pixels;
  out vec4 painted;
  ${fromOklab}

  float line(float value, float width) {
    float off = abs(fract(value) - 0.5) / max(fwidth(value), 1e-6);
    return clamp(width * pixels - off + 0.5, 0.0, 1.0) * (1.0 - smoothstep(0.25, 0.5, fwidth(value)));
  }

  vec3 ramp(float height) {
    return mix(low, high, sqrt(clamp((height - levels.x) / (top - levels.x), 0.0, 1.0)));
  }`;

/** The same hatchings as in the contour view. */
const ending = /* glsl */ `
  uniform vec3 data, optimum, control;
  uniform sampler2D ends;

  vec3 ending(vec3 under) {
    int kind = int(texture(ends, 0.5 + 0.5 * spot * (1.0 - 1.0 / 121.0)).r * 255.0 + 0.5) - 3;
    vec2 at = gl_FragCoord.xy / pixels;
    float stripes = step(mod(at.x + at.y, 9.9), 4.9), fine = step(mod(at.x - at.y, 7.1), 2.0);
    float dots = step(length(mod(at, 5.0) - 2.5), 1.2);
    if (kind == 0) return mix(under, optimum, 0.78);
    if (kind == 1) return mix(under, data, 0.72);
    if (kind >= 2) return mix(under, data, 0.25 + 0.55 * stripes);
    if (kind == -3) return mix(under, control, 0.8 * fine);
    if (kind == -2) return mix(under, control, 0.9 * dots);
    return mix(under, control, 0.25);
  }`;

/** What is told by tints, and how strongly heights, lids and light are then to be seen. */
interface Telling {
  readonly declared: string;
  readonly base: string;
  readonly lid: number;
  readonly light: string;
}

/** Height as a colour, and its level lines. */
const groundFragment = ({ declared, base, lid, light }: Telling): string => /* glsl */ `${patch}
  ${declared}

  void main() {
    float height = slope.x;
    bool lid = height > top;
    vec3 lab = ${base};
    if (lid) lab = mix(lab, paper, ${lid});
    float root = sqrt(max(height - levels.x, 0.0)) / levels.y;
    float lines = line(root, 0.5) * (lid ? 0.25 : 0.42);
    lab = mix(lab, ink, lines);

    vec3 normal = lid ? vec3(0.0, 0.0, 1.0) : normalize(vec3(-slope.yz, 1.0));
    float under = step(dot(normal, eye), 0.0);
    normal *= 1.0 - 2.0 * under;
    float lit = dot(normal, light);
    lab.x *= ${light};
    float shine = pow(max(dot(normalize(light + eye), normal), 0.0), 40.0);
    lab.x += lid ? 0.0 : 0.05 * shine;

    float brink = clamp(0.7 * pixels - abs(height - top) / max(fwidth(height), 1e-6) + 0.5, 0.0, 1.0);
    lab = mix(lab, ink, 0.4 * brink);
    painted = vec4(fromOklab(lab), 1.0);
  }`;

/** With a tint for the whole quadrant. */
export const tintedFragment = groundFragment({
  declared: 'uniform vec4 tint; // the colour, and how much of it',
  base: 'mix(ramp(height), tint.rgb, tint.a)',
  lid: 0.55,
  light: '0.84 + 0.2 * lit - 0.08 * under',
});

/** With where each start ends. A shader of its own, for where a processor draws both sides of every branch are computed. */
export const mappedFragment = groundFragment({
  declared: ending,
  base: 'ending(mix(paper, ramp(height), 0.2))',
  lid: 0.35,
  light: '0.92 + 0.12 * lit',
});

/** The cut at the border: the profile of the loss there, fading towards the floor. */
export const wallFragment = /* glsl */ `#version 300 es
  precision highp float;
  in vec2 spot;
  in vec3 slope;
  in float fall;
  uniform vec3 low, high, paper, ink, light;
  uniform vec2 levels;
  uniform float top, pixels;
  out vec4 painted;
  ${fromOklab}

  void main() {
    float crest = min(slope.x, top);
    float height = crest * (1.0 - fall);
    vec3 lab = mix(low, high, sqrt(clamp((height - levels.x) / (top - levels.x), 0.0, 1.0)));
    lab = mix(paper, lab, 0.2 + 0.25 * smoothstep(0.0, top, height));
    vec2 outward = abs(spot.x) > abs(spot.y) ? vec2(sign(spot.x), 0.0) : vec2(0.0, sign(spot.y));
    lab.x *= 0.96 + 0.06 * dot(outward, light.xy);
    float base = clamp(0.6 * pixels - height / max(fwidth(height), 1e-6) + 0.5, 0.0, 1.0);
    lab = mix(lab, ink, 0.35 * base);
    painted = vec4(fromOklab(lab), 1.0);
  }`;
