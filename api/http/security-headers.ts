import type { RequestHandler } from 'express';
import helmet from 'helmet';

const nothing = ["'none'"];
const self = ["'self'"];

/**
 * Headers for every answer: a content security policy without inline code or style, no framing, no
 * referrer, and under TLS the browser's promise to come back by TLS only.
 */
export function securityHeaders(publicUrl: URL): RequestHandler {
  const secure = publicUrl.protocol === 'https:';
  const socket = `${secure ? 'wss' : 'ws'}://${publicUrl.host}`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: nothing,
        baseUri: self,
        connectSrc: [...self, socket],
        fontSrc: self,
        formAction: self,
        frameAncestors: nothing,
        imgSrc: [...self, 'data:', 'blob:'],
        manifestSrc: self,
        mediaSrc: [...self, 'blob:'],
        objectSrc: nothing,
        scriptSrc: self,
        styleSrc: self,
        workerSrc: self,
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
}

/** Lets this page use the screen capture, and no page any other power of the device. */
export const permissionsPolicy: RequestHandler = (_request, response, next) => {
  response.setHeader(
    'Permissions-Policy',
    'display-capture=(self), clipboard-read=(self), clipboard-write=(self), fullscreen=(self), camera=(), microphone=(), geolocation=()',
  );
  next();
};
