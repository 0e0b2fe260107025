/** Where answers come from: each source is one file, the first that has an answer wins. */
package llmsim.engine.source;
