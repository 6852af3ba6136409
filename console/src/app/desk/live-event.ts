import type { ChatMessage, Notice, QueueRow } from './contract.js';

/** What of the directory has changed. */
export type DirectoryPart = 'channels' | 'groups' | 'technicians' | 'requesters' | 'notices';

/** What the desk tells as it happens, of what the signed-in technician may see. */
export type LiveEvent =
  | { readonly type: 'session'; readonly row: QueueRow }
  | { readonly type: 'gone'; readonly id: string }
  | { readonly type: 'message'; readonly message: ChatMessage }
  | { readonly type: 'notice'; readonly notice: Notice }
  | { readonly type: 'directory'; readonly parts: readonly DirectoryPart[] }
  | { readonly type: 'detail'; readonly id: string }
  | { readonly type: 'reset' };

/** An event of the stream as the console knows it, or null for heartbeats and what later desks may add. */
export function liveEventOf(name: string | undefined, data: string): LiveEvent | null {
  switch (name) {
    case 'session':
      return { type: 'session', row: JSON.parse(data) as QueueRow };
    case 'message':
      return { type: 'message', message: JSON.parse(data) as ChatMessage };
    case 'notice':
      return { type: 'notice', notice: JSON.parse(data) as Notice };
    case 'directory':
      return { type: 'directory', parts: (JSON.parse(data) as { parts: DirectoryPart[] }).parts };
    case 'gone':
    case 'detail':
      return { type: name, id: (JSON.parse(data) as { id: string }).id };
    case 'reset':
      return { type: 'reset' };
    default:
      return null;
  }
}
