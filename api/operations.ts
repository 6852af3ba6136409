import type { OperationId, Operations } from './operation.js';
import { auditOperations } from './routes/audit/audit-operations.js';
import { createChannel } from './routes/channels/create-channel.js';
import { deleteChannel } from './routes/channels/delete-channel.js';
import { getManagedChannel } from './routes/channels/get-managed-channel.js';
import { giveChannelRole } from './routes/channels/give-channel-role.js';
import { listChannelStaff } from './routes/channels/list-channel-staff.js';
import { listManagedChannels } from './routes/channels/list-managed-channels.js';
import { makeDefaultChannel } from './routes/channels/make-default-channel.js';
import { takeChannelRole } from './routes/channels/take-channel-role.js';
import { updateChannel } from './routes/channels/update-channel.js';
import { awaitCode } from './routes/codes/await-code.js';
import { enterCode } from './routes/codes/enter-code.js';
import { giveUpCode } from './routes/codes/give-up-code.js';
import { issueCode } from './routes/codes/issue-code.js';
import { withdrawCode } from './routes/codes/withdraw-code.js';
import { answerConsent } from './routes/device/answer-consent.js';
import { askAgain } from './routes/device/ask-again.js';
import { createDeviceMediaTicket } from './routes/device/create-device-media-ticket.js';
import { deviceLive } from './routes/device/device-live.js';
import { getDeviceSession } from './routes/device/get-device-session.js';
import { getWaiting } from './routes/device/get-waiting.js';
import { joinByLink } from './routes/device/join-by-link.js';
import { leaveSession } from './routes/device/leave-session.js';
import { listDeviceMessages } from './routes/device/list-device-messages.js';
import { pauseShowing } from './routes/device/pause-showing.js';
import { rateHelp } from './routes/device/rate-help.js';
import { sendDeviceMessage } from './routes/device/send-device-message.js';
import { updateDeviceInfo } from './routes/device/update-device-info.js';
import { visitLink } from './routes/device/visit-link.js';
import { withdrawConsent } from './routes/device/withdraw-consent.js';
import { listDoors } from './routes/doors/list-doors.js';
import { createGroup } from './routes/groups/create-group.js';
import { deleteGroup } from './routes/groups/delete-group.js';
import { listGroups } from './routes/groups/list-groups.js';
import { updateGroup } from './routes/groups/update-group.js';
import { getHealth } from './routes/health/get-health.js';
import { getReadiness } from './routes/health/get-readiness.js';
import { createInvitation } from './routes/invitations/create-invitation.js';
import { getNoticePreferences } from './routes/notices/get-notice-preferences.js';
import { listNotices } from './routes/notices/list-notices.js';
import { putNoticePreferences } from './routes/notices/put-notice-preferences.js';
import { readNotices } from './routes/notices/read-notices.js';
import { policyOperations } from './routes/policy/policy-operations.js';
import { getQueue } from './routes/queue/get-queue.js';
import { live } from './routes/queue/live.js';
import { getSlaReportCsv } from './routes/reports/get-sla-report-csv.js';
import { getSlaReportXlsx } from './routes/reports/get-sla-report-xlsx.js';
import { getSlaReport } from './routes/reports/get-sla-report.js';
import { listReportSessions } from './routes/reports/list-report-sessions.js';
import { createCustomer } from './routes/requesters/create-customer.js';
import { createRequester } from './routes/requesters/create-requester.js';
import { deleteCustomer } from './routes/requesters/delete-customer.js';
import { eraseRequester } from './routes/requesters/erase-requester.js';
import { getRequester } from './routes/requesters/get-requester.js';
import { importRequesters } from './routes/requesters/import-requesters.js';
import { listCustomers } from './routes/requesters/list-customers.js';
import { renameCustomer } from './routes/requesters/rename-customer.js';
import { searchRequesters } from './routes/requesters/search-requesters.js';
import { tryErasingRequester } from './routes/requesters/try-erasing-requester.js';
import { updateRequester } from './routes/requesters/update-requester.js';
import { getChannelRouting } from './routes/routing/get-channel-routing.js';
import { getRoutingRules } from './routes/routing/get-routing-rules.js';
import { putChannelRouting } from './routes/routing/put-channel-routing.js';
import { putRoutingRules } from './routes/routing/put-routing-rules.js';
import { tryRouting } from './routes/routing/try-routing.js';
import { assignSession } from './routes/sessions/assign-session.js';
import { claimSession } from './routes/sessions/claim-session.js';
import { closeSession } from './routes/sessions/close-session.js';
import { createMediaTicket } from './routes/sessions/create-media-ticket.js';
import { disconnectSession } from './routes/sessions/disconnect-session.js';
import { escalateSession } from './routes/sessions/escalate-session.js';
import { getLink } from './routes/sessions/get-link.js';
import { getSession } from './routes/sessions/get-session.js';
import { getTimeline } from './routes/sessions/get-timeline.js';
import { holdSession } from './routes/sessions/hold-session.js';
import { listAssignees } from './routes/sessions/list-assignees.js';
import { listMessages } from './routes/sessions/list-messages.js';
import { listTransferTargets } from './routes/sessions/list-transfer-targets.js';
import { reopenSession } from './routes/sessions/reopen-session.js';
import { resumeSession } from './routes/sessions/resume-session.js';
import { searchSessions } from './routes/sessions/search-sessions.js';
import { sendMessage } from './routes/sessions/send-message.js';
import { startSession } from './routes/sessions/start-session.js';
import { transferSession } from './routes/sessions/transfer-session.js';
import { signInCallback } from './routes/sign-in/sign-in-callback.js';
import { signIn } from './routes/sign-in/sign-in.js';
import { signOut } from './routes/sign-in/sign-out.js';
import { addSlaCalendar } from './routes/sla/add-sla-calendar.js';
import { addSlaPolicy } from './routes/sla/add-sla-policy.js';
import { addSlaPromise } from './routes/sla/add-sla-promise.js';
import { countRunningClocks } from './routes/sla/count-running-clocks.js';
import { getSessionClocks } from './routes/sla/get-session-clocks.js';
import { getSla } from './routes/sla/get-sla.js';
import { retargetClock } from './routes/sla/retarget-clock.js';
import { retargetClocks } from './routes/sla/retarget-clocks.js';
import { askForHelp } from './routes/sos-calls/ask-for-help.js';
import { createSosCall } from './routes/sos-calls/create-sos-call.js';
import { deleteSosCall } from './routes/sos-calls/delete-sos-call.js';
import { editSosCall } from './routes/sos-calls/edit-sos-call.js';
import { listOpenSosCalls } from './routes/sos-calls/list-open-sos-calls.js';
import { listSosCalls } from './routes/sos-calls/list-sos-calls.js';
import { pauseSosCall } from './routes/sos-calls/pause-sos-call.js';
import { resumeSosCall } from './routes/sos-calls/resume-sos-call.js';
import { visitSosCall } from './routes/sos-calls/visit-sos-call.js';
import { getFace } from './routes/staff/get-face.js';
import { getMe } from './routes/staff/get-me.js';
import { listChannels } from './routes/staff/list-channels.js';
import { listPeople } from './routes/staff/list-people.js';
import { disableTechnician } from './routes/technicians/disable-technician.js';
import { editTechnician } from './routes/technicians/edit-technician.js';
import { enableTechnician } from './routes/technicians/enable-technician.js';
import { forgetIdentity } from './routes/technicians/forget-identity.js';
import { giveRole } from './routes/technicians/give-role.js';
import { inviteTechnician } from './routes/technicians/invite-technician.js';
import { listSwitches } from './routes/technicians/list-switches.js';
import { listTechnicians } from './routes/technicians/list-technicians.js';
import { setMyAvailability } from './routes/technicians/set-my-availability.js';
import { setSwitch } from './routes/technicians/set-switch.js';
import { takeRole } from './routes/technicians/take-role.js';
import { acceptCollaboration } from './routes/together/accept-collaboration.js';
import { callOffTransfer } from './routes/together/call-off-transfer.js';
import { declineSession } from './routes/together/decline-session.js';
import { giveMouse } from './routes/together/give-mouse.js';
import { inviteCollaborator } from './routes/together/invite-collaborator.js';
import { joinSession } from './routes/together/join-session.js';
import { leaveCollaboration } from './routes/together/leave-collaboration.js';
import { listInvitees } from './routes/together/list-invitees.js';
import { removeCollaborator } from './routes/together/remove-collaborator.js';
import { returnMouse } from './routes/together/return-mouse.js';
import { takeOverSession } from './routes/together/take-over-session.js';
import { changeWebhook } from './routes/webhooks/change-webhook.js';
import { createWebhook } from './routes/webhooks/create-webhook.js';
import { deleteWebhook } from './routes/webhooks/delete-webhook.js';
import { getWebhookSecret } from './routes/webhooks/get-webhook-secret.js';
import { listMailDeliveries } from './routes/webhooks/list-mail-deliveries.js';
import { listWebhookDeliveries } from './routes/webhooks/list-webhook-deliveries.js';
import { listWebhooks } from './routes/webhooks/list-webhooks.js';
import { redeliver } from './routes/webhooks/redeliver.js';
import { renewWebhookSecret } from './routes/webhooks/renew-webhook-secret.js';
import { testWebhook } from './routes/webhooks/test-webhook.js';

/** Every operation of `openapi.yaml` with who may do it and what is done; one that is missing does not compile. */
export const operations: Operations = {
  ...auditOperations,
  ...policyOperations,
  acceptCollaboration,
  addSlaCalendar,
  addSlaPolicy,
  addSlaPromise,
  answerConsent,
  askAgain,
  askForHelp,
  assignSession,
  awaitCode,
  callOffTransfer,
  changeWebhook,
  claimSession,
  closeSession,
  countRunningClocks,
  createChannel,
  createCustomer,
  createDeviceMediaTicket,
  createGroup,
  createInvitation,
  createMediaTicket,
  createRequester,
  createSosCall,
  createWebhook,
  declineSession,
  deleteChannel,
  deleteCustomer,
  deleteGroup,
  deleteSosCall,
  deleteWebhook,
  deviceLive,
  disableTechnician,
  disconnectSession,
  editSosCall,
  editTechnician,
  enableTechnician,
  enterCode,
  eraseRequester,
  escalateSession,
  forgetIdentity,
  getChannelRouting,
  getDeviceSession,
  getFace,
  getHealth,
  getLink,
  getManagedChannel,
  getMe,
  getNoticePreferences,
  getQueue,
  getReadiness,
  getRequester,
  getRoutingRules,
  getSession,
  getSessionClocks,
  getSla,
  getSlaReport,
  getSlaReportCsv,
  getSlaReportXlsx,
  getTimeline,
  getWaiting,
  getWebhookSecret,
  giveChannelRole,
  giveMouse,
  giveRole,
  giveUpCode,
  holdSession,
  importRequesters,
  inviteCollaborator,
  inviteTechnician,
  issueCode,
  joinByLink,
  joinSession,
  leaveCollaboration,
  leaveSession,
  listAssignees,
  listChannels,
  listChannelStaff,
  listCustomers,
  listDeviceMessages,
  listDoors,
  listGroups,
  listInvitees,
  listMailDeliveries,
  listManagedChannels,
  listMessages,
  listNotices,
  listOpenSosCalls,
  listPeople,
  listReportSessions,
  listSosCalls,
  listSwitches,
  listTechnicians,
  listTransferTargets,
  listWebhookDeliveries,
  listWebhooks,
  live,
  makeDefaultChannel,
  pauseShowing,
  pauseSosCall,
  putChannelRouting,
  putNoticePreferences,
  putRoutingRules,
  rateHelp,
  readNotices,
  redeliver,
  removeCollaborator,
  renameCustomer,
  renewWebhookSecret,
  reopenSession,
  resumeSession,
  resumeSosCall,
  retargetClock,
  retargetClocks,
  returnMouse,
  searchRequesters,
  searchSessions,
  sendDeviceMessage,
  sendMessage,
  setMyAvailability,
  setSwitch,
  signIn,
  signInCallback,
  signOut,
  startSession,
  takeChannelRole,
  takeOverSession,
  takeRole,
  testWebhook,
  transferSession,
  tryErasingRequester,
  tryRouting,
  updateChannel,
  updateDeviceInfo,
  updateGroup,
  updateRequester,
  visitLink,
  visitSosCall,
  withdrawCode,
  withdrawConsent,
};

/** Whether a text names an operation. */
export function isOperation(id: string): id is OperationId {
  return Object.hasOwn(operations, id);
}
