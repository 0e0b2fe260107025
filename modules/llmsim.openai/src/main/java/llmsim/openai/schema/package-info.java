/** What the provider demands of JSON Schemas, beyond what the standard does. */
package llmsim.openai.schema;
