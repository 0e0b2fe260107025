/** Conversations: items that are kept under one id, before and after the responses that belong to it. */
package llmsim.openresponses.conversation;
