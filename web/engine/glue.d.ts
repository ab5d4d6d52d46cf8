/** Emscripten's JavaScript beside the WebAssembly module, made by the build. */
declare module '*/hidden-convex.mjs' {
  const createModule: unknown;
  export default createModule;
}
