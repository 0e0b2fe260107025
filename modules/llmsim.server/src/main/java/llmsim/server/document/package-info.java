/** What a user wrote, in YAML or JSON: as a tree of values that keep their places, and the errors about it. */
package llmsim.server.document;
