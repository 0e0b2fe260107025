/**
 * Regular expressions that texts can be made for: {@link llmsim.engine.schema.regex.Regex} reads the part of the
 * language that ECMAScript and Java have in common, makes texts that match, and checks texts in a bounded number of
 * steps.
 */
package llmsim.engine.schema.regex;
