import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app.js';
import { appConfig } from './app/app-config.js';

bootstrapApplication(App, appConfig).catch((failure: unknown) => {
  // Nothing of ours is running that could show it.
  console.error(failure);
});
