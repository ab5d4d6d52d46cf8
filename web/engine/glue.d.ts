/** Emscripten's JavaScript beside the WebAssembly modules, made by the build. */
declare module '*/hidden-convex.mjs' {
  const createModule: unknown;
  export default createModule;
}
declare module '*/hidden-convex-core.mjs' {
  const createModule: unknown;
  export default createModule;
}
