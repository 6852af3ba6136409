import './help-element.js';
import './invitation-element.js';
import './sos-element.js';

const elements: Readonly<Record<string, string>> = { help: 'mayday-help', sos: 'mayday-sos' };
const [, first = ''] = location.pathname.split('/');
// What can be asked for stands on the help page; only a link leads to one form.
if (first === 'sos' && location.hash.length <= 1) location.replace('/help');
else document.body.append(document.createElement(elements[first] ?? 'mayday-invitation'));

// A second link pasted into the address bar changes the fragment only: begin again with it.
addEventListener('hashchange', () => {
  if (location.hash.length > 1) location.reload();
});
