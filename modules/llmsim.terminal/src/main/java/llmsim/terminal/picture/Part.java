package llmsim.terminal.picture;

import dev.tamboui.layout.Rect;

/** A part of the picture. */
interface Part {
    void draw(Rect place, Pen pen);
}
