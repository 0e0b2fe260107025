/** What a client asks for, in no provider's words. */
package llmsim.api.prompt;
