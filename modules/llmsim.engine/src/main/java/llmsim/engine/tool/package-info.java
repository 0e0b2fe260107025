/** What tools demand of an answer: which are called, with what, and that their results are told. */
package llmsim.engine.tool;
