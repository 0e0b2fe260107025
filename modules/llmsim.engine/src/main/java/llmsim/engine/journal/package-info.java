/** What was asked lately and what was answered, and whether that was what somebody expected. */
package llmsim.engine.journal;
