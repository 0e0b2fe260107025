/** What the pages for users show works as it stands there. */
package llmsim.it.docs;
