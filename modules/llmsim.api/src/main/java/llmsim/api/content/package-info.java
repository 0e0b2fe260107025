/** What messages and replies are made of: parts, media and the roles that say them. */
package llmsim.api.content;
