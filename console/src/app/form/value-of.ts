/** What stands in the field that somebody wrote or chose in. */
export function valueOf({ target }: Event): string {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  return isField ? target.value : '';
}
