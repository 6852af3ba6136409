export { noticeDelivery } from './notice-delivery/notice-delivery.js';
export { supportSession } from './support-session/support-session.js';
