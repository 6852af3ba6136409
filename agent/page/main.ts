import './help-element.js';
import './invitation-element.js';

const element = location.pathname.startsWith('/help') ? 'mayday-help' : 'mayday-invitation';
document.body.append(document.createElement(element));

// A second link pasted into the address bar changes the fragment only: begin again with it.
addEventListener('hashchange', () => {
  if (location.hash.length > 1) location.reload();
});
