import type { NoticeDeliveryInput } from '../notice-delivery/contract.js';
import { retriedByTheServer } from '../notice-delivery/retried-by-the-server.js';

/** A delivery as it was before it waited itself: nobody can ask it for its next try. */
export async function noticeDelivery({ deliveryId }: NoticeDeliveryInput): Promise<void> {
  await retriedByTheServer(deliveryId);
}
