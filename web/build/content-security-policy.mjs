// @ts-check
// The one Content-Security-Policy of the site: the preview server, the browser tests and the page's meta tag use it.
// 'wasm-unsafe-eval' allows WebAssembly and nothing else; no inline script or style, no eval, no foreign origin.

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
].join('; ');

/** The headers a server sends with every answer (a worker obeys the header of its own script). */
export const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
};

/**
 * A Vite plugin that writes the policy into the built page, for static hosts that send no such header.
 * The development server is left out: its hot updates arrive as inline styles.
 * @returns {import('vite').Plugin}
 */
export function contentSecurityPolicyTag() {
  return {
    name: 'content-security-policy-tag',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}
