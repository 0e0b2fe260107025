/** Models as records, named and ordered as in the provider's schema. */
package llmsim.openai.models.wire;
