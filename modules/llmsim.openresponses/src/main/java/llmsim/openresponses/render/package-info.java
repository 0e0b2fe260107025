/** Turns the events of a reply into a response or its events. */
package llmsim.openresponses.render;
