/**
 * What pages may load and run: only what this server sends, and never HTML from strings (no Trusted Types policy
 * may exist). Inline styles are the one concession: figures carry their style sheet inside their SVG.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** The headers of every reply, refusals and files included. */
export const securityHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "permissions-policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  "x-robots-tag": "noindex, nofollow",
} as const;

/** What differs for a page that pages of this server may embed. */
const embeddable = {
  "content-security-policy": contentSecurityPolicy.replace(
    "frame-ancestors 'none'",
    "frame-ancestors 'self'",
  ),
  "x-frame-options": "SAMEORIGIN",
} as const;

/** Adds the security headers, and `no-store` where the reply says nothing of caching. */
export function addSecurityHeaders(headers: Headers, isEmbeddable = false): void {
  const wanted = isEmbeddable ? { ...securityHeaders, ...embeddable } : securityHeaders;
  for (const [name, value] of Object.entries(wanted)) headers.set(name, value);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
}
