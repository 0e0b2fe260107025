package llmsim.server.settings;

/** A setting and what was written for it. */
record Given(Setting<?> setting, Raw raw) {}
