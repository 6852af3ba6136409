import { FakeDesk } from './fake-desk.js';

const actions = [
  ...['channel.create', 'channel.configure', 'channel.staff', 'group.manage'],
  ...['technician.invite', 'technician.edit', 'technician.assign-role'],
];

/** A desk whose signed-in technician manages channels, groups and people. */
export function managerDesk(): FakeDesk {
  const desk = new FakeDesk();
  desk.me.actions.atDesk.push(...actions);
  desk.me.actions.anywhere.push(...actions);
  return desk;
}
