/** How an answer is put on the wire: events become frames, frames are framed. */
package llmsim.api.render;
