import { fromOklab } from './colours.ts';

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

/** Height as a colour, its level lines, and what the contour view tells by tints: mixed quadrants, or where each start ends. */
export const groundFragment = /* glsl */ `#version 300 es
  precision highp float;
  in vec2 spot;
  in vec3 slope;
  in float fall;
  uniform vec3 light, eye;
  uniform vec3 low, high, paper, ink, data, optimum, neuron, control;
  uniform vec2 levels; // the lowest height, and the step of the root from one level to the next
  uniform vec4 tints; // of the quadrants ++ -+ -- +-
  uniform float top, pixels, mapped, wall;
  uniform sampler2D ends;
  out vec4 painted;
  ${fromOklab}

  float line(float value, float width) {
    float off = abs(fract(value) - 0.5) / max(fwidth(value), 1e-6);
    return clamp(width * pixels - off + 0.5, 0.0, 1.0) * (1.0 - smoothstep(0.25, 0.5, fwidth(value)));
  }

  vec3 ramp(float height) {
    return mix(low, high, sqrt(clamp((height - levels.x) / (top - levels.x), 0.0, 1.0)));
  }

  /** The same hatchings as in the contour view. */
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
  }

  vec3 tinted(vec3 under) {
    vec2 column = spot.x > 0.0 ? tints.wx : tints.zy;
    float tint = spot.y > 0.0 ? column.y : column.x;
    if (tint > 2.5) return mix(under, optimum, 0.5);
    if (tint > 1.5) return mix(under, control, 0.4);
    return mix(under, neuron, 0.2 * tint);
  }

  void main() {
    float height = slope.x;
    bool lid = height > top;
    vec3 lab = ramp(height);
    if (mapped > 0.5) lab = ending(mix(paper, lab, 0.2));
    else lab = tinted(lab);
    if (lid) lab = mix(lab, paper, mapped > 0.5 ? 0.35 : 0.55);
    float root = sqrt(max(height - levels.x, 0.0)) / levels.y;
    float lines = line(root, 0.5) * (lid ? 0.25 : 0.42);
    lab = mix(lab, ink, lines);

    vec3 normal = lid ? vec3(0.0, 0.0, 1.0) : normalize(vec3(-slope.yz, 1.0));
    float under = step(dot(normal, eye), 0.0);
    normal *= 1.0 - 2.0 * under;
    float lit = dot(normal, light);
    lab.x *= mapped > 0.5 ? 0.92 + 0.12 * lit : 0.84 + 0.2 * lit - 0.08 * under;
    float shine = pow(max(dot(normalize(light + eye), normal), 0.0), 40.0);
    lab.x += lid ? 0.0 : 0.05 * shine;

    float brink = clamp(0.7 * pixels - abs(height - top) / max(fwidth(height), 1e-6) + 0.5, 0.0, 1.0);
    lab = mix(lab, ink, 0.4 * brink);
    painted = vec4(fromOklab(lab), 1.0);
  }`;

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
