/** How dialects read and write JSON: reading within limits, shapes that it must keep to, places in it, wire records. */
package llmsim.api.json;
