import { readFileSync } from 'node:fs';
import express, { type Router } from 'express';
import { absolutePath } from 'swagger-ui-dist';
import { files } from './files.js';

/** The readable reference at `/api/docs` and the description that it reads. */
export function reference(descriptionFile: string): Router {
  const description = readFileSync(descriptionFile, 'utf8');
  const router = express.Router({ strict: true, caseSensitive: true });
  router.get('/api/openapi.yaml', (_request, response) => {
    response.type('application/yaml').set('Cache-Control', 'no-cache').send(description);
  });
  router.get('/api/docs', (_request, response) => {
    response.type('html').set('Cache-Control', 'no-cache').send(page);
  });
  router.get('/api/docs/reference.js', (_request, response) => {
    response.type('js').set('Cache-Control', 'no-cache').send(script);
  });
  router.use('/api/docs', files(absolutePath()));
  return router;
}

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · Mayday</title>
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/reference.js"></script>
</body>
</html>
`;

const script = `window.SwaggerUIBundle({
  url: '/api/openapi.yaml',
  dom_id: '#reference',
  deepLinking: true,
  supportedSubmitMethods: [],
  syntaxHighlight: false,
});
`;
