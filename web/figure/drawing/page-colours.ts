/** In OKLab, where equal steps look equal: lightness, green to red, blue to yellow. */
export type Colour = readonly [number, number, number];

const roles = [
  'paper',
  'ink',
  'ink-soft',
  'control',
  'data',
  'network',
  'optimum',
  'neuron',
  'height-low',
  'height-high',
] as const;
export type Role = (typeof roles)[number];
export type Colours = Readonly<Record<Role, Colour>>;

/** The page's colours as they are now around an element, or in the page's body for one that is not in it; in whatever way they are written. */
export function coloursAround(element: Element): Colours {
  const probe = (element.parentElement ?? document.body).appendChild(document.createElement('span'));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [roles.length, 1];
  const brush = canvas.getContext('2d');
  roles.forEach((role, k) => {
    probe.style.color = `var(--hcx-${role})`;
    if (brush) brush.fillStyle = getComputedStyle(probe).color;
    brush?.fillRect(k, 0, 1, 1);
  });
  probe.remove();
  const bytes = brush?.getImageData(0, 0, roles.length, 1).data ?? new Uint8ClampedArray(4 * roles.length);
  const colours = roles.map((role, k) => [role, inOklab(bytes[4 * k], bytes[4 * k + 1], bytes[4 * k + 2])] as const);
  return Object.fromEntries(colours) as Record<Role, Colour>;
}

/** B. Ottosson, "A perceptual color space for image processing", 2020. */
function inOklab(...bytes: readonly [number, number, number]): Colour {
  const [r, g, b] = bytes.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** For shaders. */
export const fromOklab = /* glsl */ `
  vec3 fromOklab(vec3 lab) {
    vec3 lms = mat3(1.0, 1.0, 1.0, 0.3963377774, -0.1055613458, -0.0894841775, 0.2158037573, -0.0638541728, -1.2914855480) * lab;
    vec3 linear = mat3(4.0767416621, -1.2684380046, -0.0041960863, -3.3077115913, 2.6097574011, -0.7034186147,
      0.2309699292, -0.3413193965, 1.7076147010) * (lms * lms * lms);
    linear = clamp(linear, 0.0, 1.0);
    return mix(12.92 * linear, 1.055 * pow(linear, vec3(1.0 / 2.4)) - 0.055, step(0.0031308, linear));
  }`;
