export { supportSession } from './support-session/support-session.js';
