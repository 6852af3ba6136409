/** Around every page: the way around, the connection and dialogs, in English. */
export const enShell = {
  'shell.navigation': 'Navigation',
  'shell.inHand': 'In hand',
  'shell.menu': 'Menu',
  'shell.skip': 'Skip to the page',
  'connection.lost': 'The desk cannot be reached.',
  'connection.again': 'What you see may be out of date. Trying again…',
  'connection.reconnecting': 'Reconnecting',
  'connection.absent': 'Device away',
  'dialog.close': 'Close',
  'dialog.cancel': 'Cancel',
  'dialog.dismiss': 'Dismiss',
  'suggest.list': 'What fits',
  'suggest.found.one': '{{n}} fits; the arrow keys lead to it',
  'suggest.found.other': '{{n}} fit; the arrow keys lead to them',
} as const;
