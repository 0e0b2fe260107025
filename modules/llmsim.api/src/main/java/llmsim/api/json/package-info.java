/** What dialects need to read JSON from outside: places in it, and rules that it must keep. */
package llmsim.api.json;
