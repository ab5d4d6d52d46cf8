import { newCanvas } from '../drawing/canvas.ts';

/** Names under which a processor draws what a graphics card should. */
const BY_PROCESSOR = /swiftshader|llvmpipe|softpipe|basic render|software/i;

/** Gives its own context back at once; false where that cannot be told. */
export function drawnByProcessor(): boolean {
  const gl = newCanvas().getContext('webgl2');
  if (!gl) return false;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return BY_PROCESSOR.test(String(name));
}
