/** What a format of the answer demands: that it is JSON, of a schema or of any. */
package llmsim.engine.format;
