/** Whether somebody may approve a change of the policy: whoever proposed it never may. */
export function mayApprove(proposedBy: string, approver: string): boolean {
  return proposedBy !== approver;
}
