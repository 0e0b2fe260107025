/** Lists in pages, as OpenAI and Open Responses have them. */
package llmsim.openresponses.paging;
