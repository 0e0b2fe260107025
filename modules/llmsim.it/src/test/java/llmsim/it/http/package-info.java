/** Plain calls over HTTP. */
@NullMarked
package llmsim.it.http;

import org.jspecify.annotations.NullMarked;
