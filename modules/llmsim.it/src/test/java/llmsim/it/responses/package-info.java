/** The Responses API as its two providers speak it, whole and streamed. */
package llmsim.it.responses;
