import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in Janus's configuration. */
export interface JanusSetting {
  readonly port: number;
  readonly rtp: readonly [first: number, last: number];
  readonly tokenSecret: string;
  readonly adminKey: string;
  /** Public addresses to offer beside the machine's own, for a house that serves other machines. */
  readonly publicAddresses: readonly string[];
  /** The folder that has Janus's plugins and transports in it. */
  readonly modules: string;
}

/** Writes a private configuration folder for Janus (option -F) with nothing of its samples in it. */
export function writeJanusConfig(folder: string, setting: JanusSetting): void {
  chooseModules(folder, setting.modules);
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
  };
  write('janus.jcfg', janus(folder, setting));
  write('janus.transport.websockets.jcfg', websockets(setting.port));
  write('janus.plugin.videoroom.jcfg', videoRoom(setting.adminKey));
}

/** Janus loads whatever it finds, so it finds only the one transport and the one plugin that the desk uses. */
function chooseModules(folder: string, modules: string): void {
  const chosen = {
    plugins: ['libjanus_videoroom.so'],
    transports: ['libjanus_websockets.so'],
    events: [],
    loggers: [],
  };
  for (const [kind, names] of Object.entries(chosen)) {
    rmSync(join(folder, kind), { recursive: true, force: true });
    mkdirSync(join(folder, kind));
    for (const name of names) symlinkSync(join(modules, kind, name), join(folder, kind, name));
  }
}

function janus(folder: string, setting: JanusSetting): string {
  return `general: {
  configs_folder = "${folder}"
  plugins_folder = "${folder}/plugins"
  transports_folder = "${folder}/transports"
  events_folder = "${folder}/events"
  loggers_folder = "${folder}/loggers"
  debug_level = 3
  debug_timestamps = true
  debug_colors = false
  server_name = "mayday"
  token_auth = true
  token_auth_secret = "${setting.tokenSecret}"
  session_timeout = 60
  reclaim_session_timeout = 60
  candidates_timeout = 45
  hide_dependencies = true
}
media: {
  rtp_port_range = "${setting.rtp.join('-')}"
  # A still screen sends nothing for a long time, and that is no fault.
  no_media_timer = 0
  dtls_mtu = 1200
}
nat: {
  nice_debug = false
  full_trickle = true
${nat(setting)}}
`;
}

function nat({ publicAddresses }: JanusSetting): string {
  const lines = ['  ice_ignore_list = "vmnet,docker,br-"'];
  if (publicAddresses.length > 0) {
    lines.push(`  nat_1_1_mapping = "${publicAddresses.join(',')}"`, '  keep_private_host = true');
  }
  return `${lines.join('\n')}\n`;
}

function websockets(port: number): string {
  return `general: {
  json = "plain"
  ws = true
  ws_port = ${port}
  ws_ip = "127.0.0.1"
  wss = false
  pingpong_trigger = 20
  pingpong_timeout = 10
}
admin: {
  admin_ws = false
  admin_wss = false
}
`;
}

function videoRoom(adminKey: string): string {
  return `general: {
  admin_key = "${adminKey}"
  lock_rtp_forward = true
  string_ids = true
}
`;
}
