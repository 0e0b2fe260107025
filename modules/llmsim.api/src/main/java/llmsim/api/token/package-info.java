/** Tokens of a text: how many, and where one ends. */
package llmsim.api.token;
