package llmsim.server.settings;

import llmsim.server.document.Raw;

/** A setting and what was written for it. */
record Given(Setting<?> setting, Raw raw) {}
