import koffi from 'koffi';
import { bind, type Address } from '../platform/native.js';

const gtk = koffi.load('libgtk-3.so.0');
const gdk = koffi.load('libgdk-3.so.0');
const glib = koffi.load('libglib-2.0.so.0');
const gobject = koffi.load('libgobject-2.0.so.0');

/** A widget, or another object of GTK, by its address. */
export type Widget = bigint;
type Nothing = undefined;

export const signalProto = koffi.proto('int GtkSignal(size_t id)');
export const eventProto = koffi.proto('void GdkEventHandler(void *event, void *data)');

/** The part of GTK 3 that the helper's windows are made of, under GTK's own names in short. */
export const ui = {
  init: bind<[null, null], number>(gtk, 'int gtk_init_check(void *count, void *words)'),
  setProgramName: bind<[string], Nothing>(glib, 'void g_set_prgname(const char *name)'),
  handleEvents: bind<[bigint, null, null], Nothing>(
    gdk,
    'void gdk_event_handler_set(GdkEventHandler *handler, void *data, void *free)',
  ),
  passEvent: bind<[bigint], Nothing>(gtk, 'void gtk_main_do_event(void *event)'),
  eventSource: bind<[bigint], Address>(gdk, 'void *gdk_event_get_source_device(void *event)'),
  deviceName: bind<[bigint], string | null>(gdk, 'const char *gdk_device_get_name(void *device)'),
  connect: bind<[bigint, string, bigint, number, null, number], number>(
    gobject,
    'ulong g_signal_connect_data(void *object, const char *signal, GtkSignal *handler, size_t id, void *free, int flags)',
  ),
  ref: bind<[bigint], Address>(gobject, 'void *g_object_ref_sink(void *object)'),

  window: bind<[number], Widget>(gtk, 'void *gtk_window_new(int kind)'),
  setTitle: bind<[Widget, string], Nothing>(
    gtk,
    'void gtk_window_set_title(void *w, const char *t)',
  ),
  setTitlebar: bind<[Widget, Widget], Nothing>(
    gtk,
    'void gtk_window_set_titlebar(void *w, void *t)',
  ),
  setDefaultSize: bind<[Widget, number, number], Nothing>(
    gtk,
    'void gtk_window_set_default_size(void *w, int width, int height)',
  ),
  resize: bind<[Widget, number, number], Nothing>(
    gtk,
    'void gtk_window_resize(void *w, int width, int height)',
  ),
  move: bind<[Widget, number, number], Nothing>(gtk, 'void gtk_window_move(void *w, int x, int y)'),
  setResizable: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_window_set_resizable(void *w, int y)',
  ),
  setPosition: bind<[Widget, number], Nothing>(gtk, 'void gtk_window_set_position(void *w, int p)'),
  setGravity: bind<[Widget, number], Nothing>(gtk, 'void gtk_window_set_gravity(void *w, int g)'),
  setKeepAbove: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_window_set_keep_above(void *w, int y)',
  ),
  setDecorated: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_window_set_decorated(void *w, int y)',
  ),
  setTypeHint: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_window_set_type_hint(void *w, int h)',
  ),
  setSkipTaskbar: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_window_set_skip_taskbar_hint(void *w, int y)',
  ),
  setSkipPager: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_window_set_skip_pager_hint(void *w, int y)',
  ),
  setUrgent: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_window_set_urgency_hint(void *w, int y)',
  ),
  setFocusOnMap: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_window_set_focus_on_map(void *w, int y)',
  ),
  setFocus: bind<[Widget, Widget | null], Nothing>(
    gtk,
    'void gtk_window_set_focus(void *w, void *f)',
  ),
  setIconName: bind<[Widget, string], Nothing>(
    gtk,
    'void gtk_window_set_icon_name(void *w, const char *name)',
  ),
  stick: bind<[Widget], Nothing>(gtk, 'void gtk_window_stick(void *w)'),
  deiconify: bind<[Widget], Nothing>(gtk, 'void gtk_window_deiconify(void *w)'),
  present: bind<[Widget], Nothing>(gtk, 'void gtk_window_present(void *w)'),

  showAll: bind<[Widget], Nothing>(gtk, 'void gtk_widget_show_all(void *w)'),
  show: bind<[Widget], Nothing>(gtk, 'void gtk_widget_show(void *w)'),
  hide: bind<[Widget], Nothing>(gtk, 'void gtk_widget_hide(void *w)'),
  isVisible: bind<[Widget], number>(gtk, 'int gtk_widget_get_visible(void *w)'),
  destroy: bind<[Widget], Nothing>(gtk, 'void gtk_widget_destroy(void *w)'),
  gdkWindow: bind<[Widget], Address>(gtk, 'void *gtk_widget_get_window(void *w)'),
  raise: bind<[bigint], Nothing>(gdk, 'void gdk_window_raise(void *w)'),
  setSensitive: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_widget_set_sensitive(void *w, int y)',
  ),
  setTooltip: bind<[Widget, string], Nothing>(
    gtk,
    'void gtk_widget_set_tooltip_text(void *w, const char *t)',
  ),
  setHalign: bind<[Widget, number], Nothing>(gtk, 'void gtk_widget_set_halign(void *w, int a)'),
  setValign: bind<[Widget, number], Nothing>(gtk, 'void gtk_widget_set_valign(void *w, int a)'),
  setHexpand: bind<[Widget, number], Nothing>(gtk, 'void gtk_widget_set_hexpand(void *w, int y)'),
  setVexpand: bind<[Widget, number], Nothing>(gtk, 'void gtk_widget_set_vexpand(void *w, int y)'),
  setSizeRequest: bind<[Widget, number, number], Nothing>(
    gtk,
    'void gtk_widget_set_size_request(void *w, int width, int height)',
  ),
  naturalWidth: bind<[Widget, null, number[]], Nothing>(
    gtk,
    'void gtk_widget_get_preferred_width(void *w, void *least, _Out_ int *natural)',
  ),
  grabFocus: bind<[Widget], Nothing>(gtk, 'void gtk_widget_grab_focus(void *w)'),
  addEvents: bind<[Widget, number], Nothing>(gtk, 'void gtk_widget_add_events(void *w, int mask)'),
  style: bind<[Widget], bigint>(gtk, 'void *gtk_widget_get_style_context(void *w)'),
  addClass: bind<[bigint, string], Nothing>(
    gtk,
    'void gtk_style_context_add_class(void *s, const char *name)',
  ),
  removeClass: bind<[bigint, string], Nothing>(
    gtk,
    'void gtk_style_context_remove_class(void *s, const char *name)',
  ),
  addProvider: bind<[bigint, bigint, number], Nothing>(
    gtk,
    'void gtk_style_context_add_provider(void *s, void *provider, uint priority)',
  ),
  addProviderForScreen: bind<[bigint, bigint, number], Nothing>(
    gtk,
    'void gtk_style_context_add_provider_for_screen(void *screen, void *provider, uint priority)',
  ),
  cssProvider: bind<[], bigint>(gtk, 'void *gtk_css_provider_new()'),
  loadCss: bind<[bigint, string, number, null], number>(
    gtk,
    'int gtk_css_provider_load_from_data(void *p, const char *text, long length, void *error)',
  ),
  screen: bind<[], bigint>(gdk, 'void *gdk_screen_get_default()'),
  display: bind<[], bigint>(gdk, 'void *gdk_display_get_default()'),
  primaryMonitor: bind<[bigint], Address>(gdk, 'void *gdk_display_get_primary_monitor(void *d)'),
  monitor: bind<[bigint, number], Address>(gdk, 'void *gdk_display_get_monitor(void *d, int n)'),
  workarea: bind<[bigint, Int32Array], Nothing>(
    gdk,
    'void gdk_monitor_get_workarea(void *m, _Out_ int *rectangle)',
  ),
  settings: bind<[], bigint>(gtk, 'void *gtk_settings_get_default()'),
  getText: bind<[bigint, string, (string | null)[], null], Nothing>(
    gobject,
    'void g_object_get(void *o, const char *name, _Out_ const char **value, void *end)',
  ),
  getFlag: bind<[bigint, string, number[], null], Nothing>(
    gobject,
    'void g_object_get(void *o, const char *name, _Out_ int *value, void *end)',
  ),

  box: bind<[number, number], Widget>(gtk, 'void *gtk_box_new(int orientation, int gap)'),
  setHomogeneous: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_box_set_homogeneous(void *b, int y)',
  ),
  add: bind<[Widget, Widget], Nothing>(gtk, 'void gtk_container_add(void *box, void *child)'),
  label: bind<[string], Widget>(gtk, 'void *gtk_label_new(const char *text)'),
  setLabel: bind<[Widget, string], Nothing>(gtk, 'void gtk_label_set_text(void *l, const char *t)'),
  setWrap: bind<[Widget, number], Nothing>(gtk, 'void gtk_label_set_line_wrap(void *l, int y)'),
  setWrapMode: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_label_set_line_wrap_mode(void *l, int mode)',
  ),
  setXalign: bind<[Widget, number], Nothing>(gtk, 'void gtk_label_set_xalign(void *l, float x)'),
  setMaxChars: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_label_set_max_width_chars(void *l, int n)',
  ),
  setEllipsize: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_label_set_ellipsize(void *l, int m)',
  ),
  setSelectable: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_label_set_selectable(void *l, int y)',
  ),
  setLabelFor: bind<[Widget, Widget], Nothing>(
    gtk,
    'void gtk_label_set_mnemonic_widget(void *l, void *w)',
  ),
  button: bind<[string], Widget>(gtk, 'void *gtk_button_new_with_label(const char *text)'),
  setButton: bind<[Widget, string], Nothing>(
    gtk,
    'void gtk_button_set_label(void *b, const char *text)',
  ),
  switch: bind<[], Widget>(gtk, 'void *gtk_switch_new()'),
  isOn: bind<[Widget], number>(gtk, 'int gtk_switch_get_active(void *s)'),
  setOn: bind<[Widget, number], Nothing>(gtk, 'void gtk_switch_set_active(void *s, int y)'),
  entry: bind<[], Widget>(gtk, 'void *gtk_entry_new()'),
  entryText: bind<[Widget], string | null>(gtk, 'const char *gtk_entry_get_text(void *e)'),
  setEntry: bind<[Widget, string], Nothing>(gtk, 'void gtk_entry_set_text(void *e, const char *t)'),
  setPlaceholder: bind<[Widget, string], Nothing>(
    gtk,
    'void gtk_entry_set_placeholder_text(void *e, const char *t)',
  ),
  setMaxLength: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_entry_set_max_length(void *e, int n)',
  ),
  headerBar: bind<[], Widget>(gtk, 'void *gtk_header_bar_new()'),
  setShowClose: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_header_bar_set_show_close_button(void *h, int y)',
  ),
  setCustomTitle: bind<[Widget, Widget], Nothing>(
    gtk,
    'void gtk_header_bar_set_custom_title(void *h, void *w)',
  ),
  packStart: bind<[Widget, Widget], Nothing>(
    gtk,
    'void gtk_header_bar_pack_start(void *h, void *w)',
  ),
  packEnd: bind<[Widget, Widget], Nothing>(gtk, 'void gtk_header_bar_pack_end(void *h, void *w)'),
  scrolled: bind<[null, null], Widget>(gtk, 'void *gtk_scrolled_window_new(void *h, void *v)'),
  setScroll: bind<[Widget, number, number], Nothing>(
    gtk,
    'void gtk_scrolled_window_set_policy(void *s, int across, int down)',
  ),
  naturalHeight: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_scrolled_window_set_propagate_natural_height(void *s, int y)',
  ),
  mostHeight: bind<[Widget, number], Nothing>(
    gtk,
    'void gtk_scrolled_window_set_max_content_height(void *s, int height)',
  ),
  verticalPlace: bind<[Widget], bigint>(gtk, 'void *gtk_scrolled_window_get_vadjustment(void *s)'),
  upper: bind<[bigint], number>(gtk, 'double gtk_adjustment_get_upper(void *a)'),
  scrollTo: bind<[bigint, number], Nothing>(
    gtk,
    'void gtk_adjustment_set_value(void *a, double v)',
  ),
  spinner: bind<[], Widget>(gtk, 'void *gtk_spinner_new()'),
  startSpinner: bind<[Widget], Nothing>(gtk, 'void gtk_spinner_start(void *s)'),
} as const;

/** The main context's own parts, for turning it from Node's event loop. */
export const context = {
  main: bind<[], bigint>(glib, 'void *g_main_context_default()'),
  acquire: bind<[bigint], number>(glib, 'int g_main_context_acquire(void *c)'),
  prepare: bind<[bigint, number[]], number>(
    glib,
    'int g_main_context_prepare(void *c, _Out_ int *priority)',
  ),
  query: bind<[bigint, number, number[], Uint8Array, number], number>(
    glib,
    'int g_main_context_query(void *c, int priority, _Out_ int *timeout, _Out_ uint8_t *fds, int n)',
  ),
  iterate: bind<[bigint, number], number>(glib, 'int g_main_context_iteration(void *c, int wait)'),
} as const;
