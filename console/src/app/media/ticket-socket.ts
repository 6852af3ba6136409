/** The ticket with which the next socket is opened, and how the last one ended. */
interface SocketState {
  ticket: string;
  lastCode: number | null;
  closed: () => void;
}

const state: SocketState = { ticket: '', lastCode: null, closed: () => undefined };

/** Opens the next media socket with this ticket; resolves when that socket has closed. */
export function useTicket(ticket: string): Promise<undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const closed = (): void => {
    resolve(undefined);
  };
  Object.assign(state, { ticket, lastCode: null, closed });
  return promise;
}

/** The close code of the socket that ended last, or null while it is open or never was. */
export function lastCloseCode(): number | null {
  return state.lastCode;
}

/** A WebSocket for janus.js that shows its ticket as a second subprotocol, so that no secret stands in an address. */
export class TicketSocket extends WebSocket {
  constructor(address: string) {
    super(address, ['janus-protocol', `ticket.${state.ticket}`]);
    const { closed } = state;
    this.addEventListener('close', ({ code }) => {
      state.lastCode = code;
      closed();
    });
  }
}
